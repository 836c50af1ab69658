import type { Table, Wording } from '../forms/form.ts';
import { formRule } from './rule.ts';

/** A table has rows. */
export const rowCount = formRule({
  id: 'row-count',
  scope: 'table',
  summary: { zh: '表中填写了足够的行', en: 'A table has enough rows' },
  targets: { on: ['table'] },
  messages: {
    'too-few': {
      severity: 'error',
      zh: '“{headings}”等列的表填写了 {count} 行，至少应填 {min} 行。请补填。',
      en: 'The table with the columns “{headings}” has too few rows: {count}, where {min} or more must be filled in. Add what is missing.',
    },
  },
  options: (z) =>
    z.strictObject({
      min: z.optional(z.number().check(z.int(), z.positive())).check(z.describe('Rows at least; left out: 1.')),
    }),
  *check(form, use) {
    const table = form.tables.get(use.table ?? '');
    const { min = 1 } = use.options;
    if (!table || table.rows.length >= min) return;
    const params = { headings: headingsOf(table.table), count: table.rows.length, min };
    const { key, section } = table.table;
    if (section === null) yield { at: { table: key }, case: 'too-few', params };
    else yield { at: { table: key }, case: 'too-few', params: { ...params, section }, wording: IN_SECTION };
  },
});

const IN_SECTION: Wording = {
  zh: '“{section}”部分“{headings}”等列的表填写了 {count} 行，至少应填 {min} 行。请补填。',
  en: 'In the part “{section}” the table with the columns “{headings}” has too few rows: {count}, where {min} or more must be filled in. Add what is missing.',
};

/** A table has no name on paper but its first columns; what only numbers the rows tells nothing. */
function headingsOf({ columns, ignoreIfOnly }: Table): readonly string[] {
  return columns
    .filter(({ key }) => !ignoreIfOnly.includes(key))
    .slice(0, 3)
    .map(({ key, labels }) => labels[0] ?? key);
}
