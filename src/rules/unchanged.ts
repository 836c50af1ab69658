import { readingAt, type FilledTable } from '../locate/filled.ts';
import { cellNameOf } from './filled-columns.ts';
import { nameKey } from './name-keys.ts';
import { formRule } from './rule.ts';

/** A row that another table has too, the same in everything: nothing changes. */
export const unchanged = formRule({
  id: 'unchanged',
  scope: 'table',
  summary: { zh: '提示变更前后相同的行', en: 'Tells of rows that are the same before and after a change' },
  targets: { on: ['table', 'column'] },
  messages: {
    unchanged: {
      severity: 'info',
      zh: '这一行与 {other} 所在行完全相同，没有变更。如确无变更，可不再列出。',
      en: 'This row is the same as that of {other}: nothing changes. If so, it need not be listed.',
    },
  },
  options: (z) =>
    z.strictObject({
      table: z.table().check(z.describe('The other table, of the state before.')),
      ignore: z
        .optional(z.array(z.beside()).check(z.minLength(1)))
        .check(z.describe('Columns that do not count (序号).')),
    }),
  *check(form, use) {
    const { ignore = [] } = use.options;
    const [after, before] = [form.tables.get(use.table ?? ''), form.tables.get(use.options.table)];
    if (!after || !before) return;
    const keys = [...after.columns.keys()].filter((key) => before.columns.has(key) && !ignore.includes(key));
    const [first] = keys;
    if (first === undefined) return;
    const known = new Map<string, number>();
    for (let row = before.rows.length - 1; row >= 0; row--) known.set(contentOf(before, keys, row), row);
    const [own, other] = [after.columns.get(use.column ?? first), before.columns.get(first)];
    if (!own || !other) return;
    for (let row = 0; row < after.rows.length; row++) {
      const twin = known.get(contentOf(after, keys, row));
      if (twin === undefined) continue;
      const at = { table: after.table.key, column: own.column.key, row };
      const related = [{ table: before.table.key, column: first, row: twin }];
      yield { at, case: 'unchanged', params: { other: cellNameOf(other, twin) }, related };
    }
  },
});

function contentOf(table: FilledTable, keys: readonly string[], row: number): string {
  const values = keys.map((key) => {
    const column = table.columns.get(key);
    if (!column) return '';
    const { state, value, text } = readingAt(column, row);
    return state === 'blank' ? '' : nameKey(String(value ?? text));
  });
  return JSON.stringify(values);
}
