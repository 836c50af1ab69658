import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { EmptyState } from '../empty-state.tsx';
import { usePane } from '../pane-context.ts';
import { checkedOf } from '../state.ts';
import { findingsCsv } from './findings-csv.ts';
import { IgnoredList } from './ignored-list.tsx';
import { OpinionEditor } from './opinion-editor.tsx';

const useStyles = makeStyles({
  review: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  note: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  save: { alignSelf: 'flex-start' },
});

/** For whoever gets the form back: an opinion to send, what its sender has ignored, and the findings as a list. */
export function Review(): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  const checked = checkedOf(state);
  const findings = checked?.findings;
  const ignored = useMemo(() => findings?.filter((finding) => finding.ignored !== null) ?? [], [findings]);
  if (!checked) return <EmptyState title={t('review-none')} next={t('review-none.next')} />;
  const title = state.documentName ?? checked.forms[0]?.form.title ?? '';
  const saveList = (): void => {
    const text = findingsCsv(checked.findings, state.language);
    void controller.save({ name: t('list-file', { title }), type: 'text/csv', text });
  };
  return (
    <div className={styles.review}>
      <section className={styles.part} aria-labelledby="tianbao-opinion">
        <h2 className={styles.title} id="tianbao-opinion">
          {t('opinion-title')}
        </h2>
        <OpinionEditor checked={checked} />
      </section>
      <section className={styles.part} aria-labelledby="tianbao-ignored">
        <h2 className={styles.title} id="tianbao-ignored">
          {t('ignored-title', { count: ignored.length })}
        </h2>
        <IgnoredList ignored={ignored} />
      </section>
      <section className={styles.part} aria-labelledby="tianbao-list">
        <h2 className={styles.title} id="tianbao-list">
          {t('list-title')}
        </h2>
        <p className={styles.note}>{t('list-note', { count: checked.findings.length })}</p>
        <Button className={styles.save} size="small" onClick={saveList}>
          {t('save-list')}
        </Button>
      </section>
    </div>
  );
}
