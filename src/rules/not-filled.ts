import { foldLabel } from '../forms/fold.ts';
import type { FilledForm } from '../locate/filled.ts';
import { isPrinted, printedOf } from '../locate/sections.ts';
import { formRule, noOptions } from './rule.ts';

/** The blank form came back: said once, instead of once for each required cell. */
export const notFilled = formRule({
  id: 'not-filled',
  scope: 'form',
  summary: { zh: '表单填写了内容', en: 'The form has been filled in' },
  targets: { on: ['form'] },
  messages: {
    blank: {
      severity: 'warning',
      zh: '未填写任何数据，这是一份空白表，不能算通过。请填写后再提交。',
      en: 'Nothing has been filled in: this is the blank form, and it does not pass. Fill it in before handing it in.',
    },
  },
  outweighs: { cases: ['blank'], within: 'form' },
  options: noOptions,
  *check(form) {
    if (isNotFilled(form)) yield { at: 'form', case: 'blank' };
  },
});

/** What a form has printed where something is to be written: XXX系统于XXXX年XX月XX日. */
const PLACEHOLDER = /^[Xx×年月日\s]+$/u;

/** Whether nobody has written anything: no rows, no fields but for what is printed in them. */
function isNotFilled(form: FilledForm): boolean {
  if (form.tables.size === 0 && form.fields.size === 0) return false;
  for (const table of form.tables.values()) if (table.rows.length > 0) return false;
  const printed = printedOf(form.located.form);
  // A formula printed on the form counts as filled no more than a label does.
  for (const { cell, reading } of form.fields.values()) {
    const isWritten = reading.state !== 'blank' && cell.formula === undefined && !PLACEHOLDER.test(reading.text);
    if (isWritten && !isPrinted(foldLabel(reading.text), printed)) return false;
  }
  return true;
}
