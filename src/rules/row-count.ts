import { formRule, type PlacedProblem } from './rule.ts';

/** A table has rows. */
export const rowCount = formRule({
  id: 'row-count',
  scope: 'table',
  summary: { zh: '表中填写了足够的行', en: 'A table has enough rows' },
  messages: {
    'too-few': {
      severity: 'error',
      zh: '表中填写了 {count} 行，至少应填 {min} 行。请补填。',
      en: 'The table has {count} rows, but {min} are needed at least. Add them.',
    },
  },
  options: (z) =>
    z.strictObject({
      min: z.optional(z.number().check(z.int(), z.positive())).check(z.describe('Rows at least; left out: 1.')),
    }),
  *check(form, use): Iterable<PlacedProblem> {
    const table = form.tables.get(use.table ?? '');
    const { min = 1 } = use.options;
    if (!table || table.rows.length >= min) return;
    yield { at: { table: table.table.key }, case: 'too-few', params: { count: table.rows.length, min } };
  },
});
