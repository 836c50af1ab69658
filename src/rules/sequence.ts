import { readingAt } from '../locate/filled.ts';
import { cellNameOf, columnOf, isCarried } from './filled-columns.ts';
import { columnsOf, formRule, noOptions } from './rule.ts';

/** Serial numbers run 1, 2, 3 …; only the first break is told, for one lost row shifts all that follow. */
export const sequence = formRule({
  id: 'sequence',
  scope: 'column',
  summary: { zh: '序号从 1 起连续，不断号、不重号', en: 'Serial numbers run 1, 2, 3 … without gaps or repeats' },
  targets: { on: ['column'], kinds: ['integer', 'number'] },
  messages: {
    broken: {
      severity: 'warning',
      zh: '“{field}”到这里应为 {wanted}，却是 {value}。请检查是否漏行、错行，并重新编号。',
      en: '“{field}” should be {wanted} here, but is {value}. Check for rows lost or moved, and number them again.',
    },
    repeated: {
      severity: 'warning',
      zh: '“{field}” {value} 与 {first} 重复。请检查是否重复填写，并重新编号。',
      en: '“{field}” {value} is already in {first}. Check for a row entered twice, and number them again.',
    },
  },
  options: noOptions,
  numbersRows: true,
  reads: (use) => columnsOf(use, [use.column]),
  *check(form, use) {
    const found = columnOf(form, use);
    if (!found) return;
    const { table, column } = found;
    const seen = new Map<number, number>();
    let last = 0;
    let blanks = 0;
    for (const [row, sheetRow] of table.rows.entries()) {
      if (isCarried(table, column, row)) continue;
      const { state, value } = readingAt(column, row);
      if (state === 'blank') {
        blanks++;
        continue;
      }
      if (typeof value !== 'number') return;
      const at = { table: table.table.key, column: column.column.key, row };
      const first = seen.get(value);
      // Below a row of totals or a heading between the rows, counting may begin anew.
      const anew = value === 1 && row > 0 && (table.rows[row - 1] ?? 0) < sheetRow - 1;
      if (anew) seen.clear();
      else if (first !== undefined) {
        const original = { table: table.table.key, column: column.column.key, row: first };
        yield { at, case: 'repeated', params: { value, first: cellNameOf(column, first) }, related: [original] };
        return;
      } else if (value !== last + 1 && value !== last + 1 + blanks) {
        yield { at, case: 'broken', params: { value, wanted: last + 1 } };
        return;
      }
      seen.set(value, row);
      last = value;
      blanks = 0;
    }
  },
});
