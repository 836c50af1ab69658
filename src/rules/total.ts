import { rangeFromA1 } from '../sheets/address.ts';
import { add, Sum } from '../forms/expressions/decimal.ts';
import type { Reading } from '../forms/reading.ts';
import { readingAt } from '../locate/filled.ts';
import { agree, differByUnit, shown, toleranceAt } from './amounts.ts';
import { columnOf } from './filled-columns.ts';
import { isToldWhenBlank } from './missing-addends.ts';
import { columnsOf, formRule, type Problem } from './rule.ts';
import { statedTotals, type StatedTotal } from './total-rows.ts';

/** A row of totals in a table agrees with the sum of its column; silent where a row of it cannot be read. */
export const total = formRule({
  id: 'total',
  scope: 'column',
  summary: { zh: '合计行与各行之和一致', en: 'A row of totals agrees with the rows above it' },
  targets: { on: ['column'], kinds: ['integer', 'number', 'money'] },
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
  options: (z) =>
    z.strictObject({
      decimals: z
        .optional(z.number().check(z.int(), z.nonnegative()))
        .check(z.describe('Decimals to which it must agree; left out: those of its type, else 2.')),
    }),
  reads: (use) => columnsOf(use, [use.column]),
  check(form, use, _, computed) {
    const found = columnOf(form, use);
    if (!found) return [];
    const { table, column } = found;
    const tolerance = toleranceAt(form, use, use.options.decimals);
    const blankIsUnknown = isToldWhenBlank(form.located.form, { table: table.table.key, column: column.column.key });
    const stated = statedTotals(form, table, column);
    const written = judgeAll(stated, table.rows, tolerance, (row) => addendOf(readingAt(column, row), blankIsUnknown));
    if (written.size === 0) return [];
    // A total that is right for what the rows should say has its cause in the wrong row.
    const values = computed(table.table.key, column.column.key);
    const meant = judgeAll(stated, table.rows, tolerance, (row) => {
      const value = values[row];
      return typeof value === 'number' ? value : addendOf(readingAt(column, row), blankIsUnknown);
    });
    return [...written].flatMap(([row, problem]) => {
      const cell = { row, column: column.located.at };
      return meant.has(row) ? [{ ...problem, at: { sheet: table.located.sheet, cell, name: column.column.key } }] : [];
    });
  },
});

/** What a row adds: `null` for nothing, `undefined` where that is not known. */
type Addend = number | null | undefined;

/** `blankIsUnknown`: a blank cell has a finding of its own, so that it is not taken for 0. */
function addendOf({ state, value }: Reading, blankIsUnknown: boolean): Addend {
  if (typeof value === 'number') return value;
  return state === 'blank' && !blankIsUnknown ? null : undefined;
}

/** What is wrong with the totals that a column states, by sheet row; `addend` is asked by the number of the data row. */
function judgeAll(
  totals: readonly StatedTotal[],
  rows: Uint32Array,
  tolerance: number,
  addend: (row: number) => Addend,
): ReadonlyMap<number, Problem<Case>> {
  const problems = new Map<number, Problem<Case>>();
  const all = new RunningSum();
  let since = new RunningSum();
  let subtotals: Subtotals = { sum: 0, first: -1, last: -1 };
  let next = 0;
  for (const stated of totals) {
    for (; (rows[next] ?? Infinity) < stated.row; next++) {
      const value = addend(next);
      all.add(value, rows[next] ?? 0);
      since.add(value, rows[next] ?? 0);
    }
    // Groups that each end in a 合计 of their own state subtotals under another name.
    const ofGroup = stated.subtotal || agrees(stated.value, since.value, tolerance);
    const problem = judge(stated, ofGroup ? since : all, subtotals, tolerance);
    if (problem) problems.set(stated.row, problem);
    since = new RunningSum();
    if (stated.subtotal) {
      const first = subtotals.first < 0 ? stated.row : subtotals.first;
      subtotals = { sum: add(subtotals.sum, stated.value ?? 0), first, last: stated.row };
    }
  }
  return problems;
}

/** The subtotals so far, and the sheet rows of the first and last of them; -1 for none. */
interface Subtotals {
  readonly sum: number;
  readonly first: number;
  readonly last: number;
}

/** The sum of the data rows so far, and the sheet rows of the first and last of them. */
class RunningSum {
  readonly #sum = new Sum();
  #isAny = false;
  #isUnknown = false;
  first = -1;
  last = -1;

  add(value: Addend, row: number): void {
    if (this.first < 0) this.first = row;
    this.last = row;
    if (typeof value === 'number') {
      this.#sum.add(value);
      this.#isAny = true;
    } else if (value === undefined) this.#isUnknown = true;
  }

  /** `undefined` where a row cannot be read or lacks its number, or all are blank. */
  get value(): number | undefined {
    return this.#isUnknown || !this.#isAny ? undefined : this.#sum.total;
  }
}

function agrees(a: number | undefined, b: number | undefined, tolerance: number): boolean {
  return a !== undefined && b !== undefined && agree(a, b, tolerance);
}

type Case = 'differs' | 'subtotals-added' | 'unit-mixed' | 'rows-left-out';

function judge(
  stated: StatedTotal,
  rows: RunningSum,
  subtotals: Subtotals,
  tolerance: number,
): Problem<Case> | undefined {
  const sum = rows.value;
  if (stated.value === undefined || sum === undefined) return undefined;
  const short = formulaThatLeavesOut(stated, rows, subtotals);
  const params = { value: shown(stated.value), sum: shown(sum) };
  if (agree(stated.value, sum, tolerance)) return short;
  const withSubtotals = stated.subtotal ? sum : add(sum, subtotals.sum);
  if (withSubtotals !== sum && agree(stated.value, withSubtotals, tolerance))
    return { case: 'subtotals-added', params };
  if (short) return { ...short, severity: 'error' };
  if (differByUnit(stated.value, sum, tolerance)) return { case: 'unit-mixed', params };
  return { case: 'differs', params: { ...params, difference: shown(Math.abs(add(stated.value, -sum))) } };
}

/** A plain SUM over one range of rows that does not cover the data rows (or, instead of them, subtotals). */
function formulaThatLeavesOut(
  { cell }: StatedTotal,
  { first, last }: RunningSum,
  subtotals: Subtotals,
): Problem<Case> | undefined {
  const match = /^SUM\((\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+)\)$/i.exec(cell.formula?.replace(/\s/g, '') ?? '');
  const range = rangeFromA1(match?.[1] ?? '');
  if (!range || cell.formula === undefined || range.top === range.bottom) return undefined;
  const covers = (row: number): boolean => row >= range.top && row <= range.bottom;
  if ((covers(first) && covers(last)) || covers(subtotals.first) || covers(subtotals.last)) return undefined;
  return { case: 'rows-left-out', params: { formula: cell.formula, first: first + 1, last: last + 1 } };
}
