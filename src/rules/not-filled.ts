import { formRule, noOptions, type PlacedProblem } from './rule.ts';

/** The blank form came back: said once, instead of once for each required cell. */
export const notFilled = formRule({
  id: 'not-filled',
  scope: 'form',
  summary: { zh: '表单填写了内容', en: 'The form has been filled in' },
  messages: {
    blank: {
      severity: 'warning',
      zh: '这份表没有填写任何内容，是空白表。请填写后再提交。',
      en: 'Nothing has been filled in: this is the blank form. Fill it in before handing it in.',
    },
  },
  outweighs: { cases: ['blank'], within: 'form' },
  options: noOptions,
  *check(form): Iterable<PlacedProblem> {
    for (const table of form.tables.values()) if (table.rows.length > 0) return;
    // A formula printed on the form counts as filled no more than a label does.
    for (const { cell, reading } of form.fields.values()) {
      if (reading.state !== 'blank' && cell.formula === undefined) return;
    }
    if (form.tables.size === 0 && form.fields.size === 0) return;
    yield { at: 'form', case: 'blank' };
  },
});
