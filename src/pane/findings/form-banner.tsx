import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import type { ReactElement } from 'react';
import { FormChooser } from './form-chooser.tsx';
import { usePane } from '../pane-context.ts';
import type { Checked } from '../state.ts';

const useStyles = makeStyles({
  banner: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  place: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  summary: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    cursor: 'pointer',
    listStyleType: 'none',
    '::-webkit-details-marker': { display: 'none' },
    borderRadius: tokens.borderRadiusMedium,
    outlineOffset: '2px',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  form: { flexGrow: 1, minWidth: 0 },
  chevron: { display: 'flex', flexShrink: 0, color: tokens.colorNeutralForeground2 },
  details: { '&[open] > summary > :last-child': { transform: 'rotate(180deg)' } },
  chooser: { paddingTop: tokens.spacingVerticalS },
});

/** Which form was recognised, where, and how surely; another one may be chosen. */
export function FormBanner({ checked }: { readonly checked: Checked }): ReactElement | null {
  const styles = useStyles();
  const { state, t } = usePane();
  const [best, ...others] = checked.forms;
  if (!best) return null;
  const { form, sheet, range, score, runnerUp } = best;
  const facts = [
    t('form-on-sheet', { county: form.county, sheet, range }),
    t('form-score', { percent: Math.round(score * 100) }),
    ...(runnerUp ? [t('form-runner-up', { title: runnerUp.title })] : []),
    ...(others.length > 0 ? [t('more-forms', { count: others.length })] : []),
  ];
  return (
    <div className={styles.banner} data-form={form.id}>
      <details className={styles.details}>
        <summary className={styles.summary}>
          <span className={styles.form}>
            <span className={styles.title}>{state.language === 'zh' ? form.title : form.englishTitle}</span>
            <div className={styles.place}>{facts.join(' · ')}</div>
          </span>
          <span className={styles.chevron} aria-hidden="true">
            <ChevronDown16Regular />
          </span>
        </summary>
        <div className={styles.chooser}>
          <FormChooser />
        </div>
      </details>
    </div>
  );
}
