import type { ReactElement } from 'react';
import type { FormName } from '../check-calls.ts';
import { EmptyState } from '../empty-state.tsx';
import { usePane, type PaneView } from '../pane-context.ts';
import { FormChooser } from './form-chooser.tsx';

/** What stands where the findings would: nothing is open, nothing checked, no form known, or the check failed. */
export function Unchecked(): ReactElement {
  const pane = usePane();
  const { title, next } = wordsFor(pane);
  return (
    <EmptyState title={title} next={next}>
      {pane.state.check.status === 'unrecognised' && <FormChooser />}
    </EmptyState>
  );
}

function wordsFor({ state, t }: PaneView): { readonly title: string; readonly next: string } {
  const { check } = state;
  if (!state.hasDocument) return { title: t('no-document'), next: t('no-document.next') };
  if (check.status === 'failed') {
    const { reason, host } = check;
    if (host !== null && host !== 'failed') return { title: t('failed'), next: t(host) };
    return { title: t('failed'), next: reason === null ? t('failed.worker') : t('failed.next', { reason }) };
  }
  if (check.status !== 'unrecognised') return { title: t('not-checked'), next: t('not-checked.next') };
  const named = (form: FormName | undefined): string => form?.title ?? '';
  if (check.instead) return { title: t('unrecognised'), next: t('form-is-other', { title: named(check.instead) }) };
  const chosen = state.forms.find(({ id }) => id === state.only);
  if (chosen && check.code === 'no-form')
    return { title: t('unrecognised'), next: t('not-chosen-form', { title: chosen.title }) };
  const forms = check.forms.map(({ title }) => `《${title}》`).join('、');
  return { title: t('unrecognised'), next: t(check.code, { forms, title: named(check.forms[0]) }) };
}
