import { readingClasses } from './column-classes.ts';
import { combine } from './combinations.ts';
import { cellNameOf, columnOf } from './filled-columns.ts';
import { nameKey } from './name-keys.ts';
import { columnsOf, formRule } from './rule.ts';

/** Rows about the same thing say the same of it. */
export const same = formRule({
  id: 'same',
  scope: 'table',
  summary: { zh: '同一事物在各行的填写一致', en: 'Rows about the same thing agree in a column' },
  targets: { on: ['column'] },
  messages: {
    differs: {
      severity: 'warning',
      zh: '同一“{key}”这里填“{text}”，{other} 填的是“{first}”。请核对后统一。',
      en: 'For the same “{key}” this says “{text}”, but {other} says “{first}”. Check and write them alike.',
    },
  },
  options: (z) =>
    z.strictObject({
      key: z.array(z.beside()).check(z.minLength(1), z.describe('The columns that say what a row is about.')),
    }),
  reads: (use) => columnsOf(use, [use.column, ...use.options.key]),
  within: ({ options }) => options.key,
  *check(form, use) {
    const found = columnOf(form, use);
    if (!found) return;
    const { table, column } = found;
    const keys = use.options.key.flatMap((key) => table.columns.get(key) ?? []);
    if (keys.length < use.options.key.length) return;
    const rows = table.rows.length;
    const key = combine(keys.map(readingClasses), rows);
    const both = combine([key, readingClasses(column)], rows);
    const firstRows = new Int32Array(key.count).fill(-1);
    const told = new Uint8Array(both.count);
    for (let row = 0; row < rows; row++) {
      const reading = column.readings[column.ids[row] ?? 0];
      const last = keys.at(-1);
      if (reading?.state !== 'read' || last?.readings[last.ids[row] ?? 0]?.state === 'blank') continue;
      const first = firstRows[key.ids[row] ?? 0] ?? -1;
      const combination = both.ids[row] ?? 0;
      if (first < 0) firstRows[key.ids[row] ?? 0] = row;
      if (told[combination] === 1) continue;
      told[combination] = 1;
      const original = column.readings[column.ids[first] ?? 0];
      if (first < 0 || !original || nameKey(String(original.value)) === nameKey(String(reading.value))) continue;
      const place = { table: table.table.key, column: column.column.key };
      const params = {
        key: keys.map((each) => each.readings[each.ids[row] ?? 0]?.text ?? '').filter((text) => text !== ''),
        text: reading.text,
        other: cellNameOf(column, first),
        first: original.text,
      };
      yield { at: { ...place, row }, case: 'differs', params, related: [{ ...place, row: first }] };
    }
  },
});
