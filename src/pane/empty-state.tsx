import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { FormName } from './check-calls.ts';
import { FormChooser } from './form-chooser.tsx';
import { usePane, type PaneView } from './pane-context.ts';

const useStyles = makeStyles({
  empty: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    overflowY: 'auto',
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  next: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What stands where the findings would: nothing is open, nothing checked, no form known, or the check failed. */
export function EmptyState(): ReactElement {
  const styles = useStyles();
  const pane = usePane();
  const { title, next } = wordsFor(pane);
  return (
    <div className={styles.empty}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.next}>{next}</p>
      {pane.state.check.status === 'unrecognised' && <FormChooser />}
    </div>
  );
}

function wordsFor({ state, t }: PaneView): { readonly title: string; readonly next: string } {
  const { check } = state;
  if (!state.hasDocument) return { title: t('no-document'), next: t('no-document.next') };
  if (check.status === 'failed') return { title: t('failed'), next: t('failed.next', { reason: check.reason }) };
  if (check.status !== 'unrecognised') return { title: t('not-checked'), next: t('not-checked.next') };
  const named = (form: FormName | undefined): string => form?.title ?? '';
  if (check.instead) return { title: t('unrecognised'), next: t('form-is-other', { title: named(check.instead) }) };
  const forms = check.forms.map(({ title }) => `《${title}》`).join('、');
  return { title: t('unrecognised'), next: t(check.code, { forms, title: named(check.forms[0]) }) };
}
