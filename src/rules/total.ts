import * as z from 'zod/mini';
import { rangeFromA1 } from '../sheets/address.ts';
import { readingAt, type FilledColumn, type FilledTable } from '../locate/filled.ts';
import { agree, differByUnit, shown, toleranceAt } from './amounts.ts';
import { columnOf } from './filled-columns.ts';
import { formRule, type PlacedProblem, type Problem } from './rule.ts';
import { statedTotals, type StatedTotal } from './total-rows.ts';

/** A row of totals in a table agrees with the sum of its column; silent where a row of it cannot be read. */
export const total = formRule({
  id: 'total',
  scope: 'column',
  summary: { zh: '合计行与各行之和一致', en: 'A row of totals agrees with the rows above it' },
  messages: {
    differs: {
      severity: 'error',
      zh: '“{field}”的合计是 {value}，各行之和是 {sum}，相差 {difference}。请核对后改正。',
      en: 'The total of “{field}” is {value}, but its rows sum up to {sum}, a difference of {difference}. Check and correct them.',
    },
    'subtotals-added': {
      severity: 'error',
      zh: '“{field}”的合计是 {value}，把小计也加了进去；各行之和是 {sum}。请改正合计。',
      en: 'The total of “{field}” is {value}, with the subtotals added in; its rows sum up to {sum}. Correct the total.',
    },
    'unit-mixed': {
      severity: 'error',
      zh: '“{field}”的合计是 {value}，各行之和是 {sum}，正好相差一万倍，疑似元与万元混用。请统一单位。',
      en: 'The total of “{field}” is {value}, but its rows sum up to {sum}: exactly 10,000 times apart, as if 元 and 万元 were mixed. Use one unit.',
    },
    'rows-left-out': {
      severity: 'warning',
      zh: '合计公式 ={formula} 没有包括全部数据行（第 {first} 至 {last} 行）。请补全公式的范围。',
      en: 'The formula of the total, ={formula}, leaves out some of the rows {first} to {last}. Extend its range.',
    },
  },
  options: z.strictObject({
    decimals: z
      .optional(z.number().check(z.int(), z.nonnegative()))
      .check(z.describe('Decimals to which it must agree; left out: those of its type, else 2.')),
  }),
  *check(form, use): Iterable<PlacedProblem> {
    const found = columnOf(form, use);
    if (!found) return;
    const { table, column } = found;
    const tolerance = toleranceAt(form, use, use.options.decimals);
    const totals = statedTotals(form, table, column);
    for (const [index, stated] of totals.entries()) {
      const problem = judge(stated, totals.slice(0, index), table, column, tolerance);
      if (!problem) continue;
      const cell = { row: stated.row, column: column.located.at };
      yield { ...problem, at: { sheet: table.located.sheet, cell, name: column.column.key } };
    }
  },
});

function judge(
  stated: StatedTotal,
  before: readonly StatedTotal[],
  table: FilledTable,
  column: FilledColumn,
  tolerance: number,
): Problem | undefined {
  if (stated.value === undefined) return undefined;
  const previous = before.at(-1)?.row ?? -1;
  const since = sumBetween(table, column, previous, stated.row);
  const all = sumBetween(table, column, -1, stated.row);
  const sum = stated.subtotal ? since : all;
  if (sum === undefined) return undefined;
  const short = formulaThatLeavesOut(stated, stated.subtotal ? previous : -1, before, table);
  const params = { value: shown(stated.value), sum: shown(sum) };
  if (agree(stated.value, sum, tolerance)) return short;
  const subtotals = before.reduce((whole, { value, subtotal }) => whole + (subtotal ? (value ?? 0) : 0), 0);
  if (subtotals !== 0 && agree(stated.value, sum + subtotals, tolerance)) return { case: 'subtotals-added', params };
  if (short) return { ...short, severity: 'error' };
  if (differByUnit(stated.value, sum, tolerance)) return { case: 'unit-mixed', params };
  return { case: 'differs', params: { ...params, difference: shown(Math.abs(stated.value - sum)) } };
}

/** The sum of the data rows between two sheet rows; `undefined` where one is unreadable or all are blank. */
function sumBetween(table: FilledTable, column: FilledColumn, after: number, before: number): number | undefined {
  let sum = 0;
  let any = false;
  for (const [row, at] of table.rows.entries()) {
    if (at <= after || at >= before) continue;
    const { state, value } = readingAt(column, row);
    if (state === 'unreadable' || (state === 'read' && typeof value !== 'number')) return undefined;
    if (typeof value !== 'number') continue;
    sum += value;
    any = true;
  }
  return any ? sum : undefined;
}

/** A plain SUM over one range of rows that does not cover the data rows (or, above them, the subtotals). */
function formulaThatLeavesOut(
  { row, cell }: StatedTotal,
  after: number,
  before: readonly StatedTotal[],
  table: FilledTable,
): Problem | undefined {
  const match = /^SUM\((\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+)\)$/i.exec(cell.formula?.replace(/\s/g, '') ?? '');
  const range = rangeFromA1(match?.[1] ?? '');
  if (!range || cell.formula === undefined || range.top === range.bottom) return undefined;
  const rows = [...table.rows].filter((at) => at > after && at < row);
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  // SUM over the subtotals of a table whose last one stands below the last row covers them all.
  const covers = range.top <= first && range.bottom >= last;
  if (covers || before.some((other) => other.subtotal && other.row >= range.top && other.row <= range.bottom)) {
    return undefined;
  }
  return { case: 'rows-left-out', params: { formula: cell.formula, first: first + 1, last: last + 1 } };
}
