import { add } from '../forms/expressions/decimal.ts';
import type { Expression } from '../forms/expressions/expression.ts';
import { requiredUses } from '../forms/required-uses.ts';
import { referencesOf } from '../forms/expressions/references.ts';
import type { FilledForm } from '../locate/filled.ts';
import { agree, differByUnit, shown, toleranceAt } from './amounts.ts';
import { isBlankColumn } from './filled-columns.ts';
import { lacksAddend } from './missing-addends.ts';
import { formRule, type Place } from './rule.ts';
import { statedTotals } from './total-rows.ts';

/** Two amounts of a form that are computed in different ways are the same; silent where one of them is unknown. */
export const equal = formRule({
  id: 'equal',
  scope: 'form',
  summary: { zh: '表内相关的金额、数量相等', en: 'Amounts of a form that must be equal are equal' },
  targets: { on: ['form', 'field'] },
  messages: {
    differs: {
      severity: 'error',
      zh: '“{leftFormula}”合计 {left}，“{rightFormula}”合计 {right}，应当相等，相差 {difference}。请核对后改正。',
      en: '“{leftFormula}” comes to {left} and “{rightFormula}” to {right}; they should be equal, but differ by {difference}. Check and correct them.',
    },
    'subtotals-added': {
      severity: 'error',
      zh: '“{leftFormula}”合计 {left}，“{rightFormula}”合计 {right}，应当相等；相差的正好是小计或合计行，疑似重复相加。请改正。',
      en: '“{leftFormula}” comes to {left} and “{rightFormula}” to {right}; they should be equal, but differ by just the rows of totals, which seem to be added twice. Correct it.',
    },
    'unit-mixed': {
      severity: 'error',
      zh: '“{leftFormula}”合计 {left}，“{rightFormula}”合计 {right}，应当相等，却正好相差一万倍，疑似元与万元混用。请统一单位。',
      en: '“{leftFormula}” comes to {left} and “{rightFormula}” to {right}; they should be equal, but are exactly 10,000 times apart, as if 元 and 万元 were mixed. Use one unit.',
    },
  },
  options: (z) =>
    z.strictObject({
      left: z.formula().check(z.describe('One of the two amounts.')),
      right: z.formula().check(z.describe('The other.')),
      decimals: z
        .optional(z.number().check(z.int(), z.nonnegative()))
        .check(z.describe('Decimals to which they must agree; left out: 2.')),
    }),
  reads: () => [],
  *check(form, use, evaluate) {
    const { left, right, decimals } = use.options;
    if (isNothing(form, left) || isNothing(form, right)) return;
    if (lacksAddend(form, left) || lacksAddend(form, right)) return;
    const [a, b] = [evaluate(left), evaluate(right)];
    if (typeof a !== 'number' || typeof b !== 'number') return;
    const tolerance = toleranceAt(form, use, decimals);
    if (agree(a, b, tolerance)) return;
    const [c, d] = [evaluate(left, 'computed'), evaluate(right, 'computed')];
    if (typeof c === 'number' && typeof d === 'number' && agree(c, d, tolerance)) return;
    const at: Place = use.field === undefined ? 'form' : { field: use.field };
    const params = { left: shown(a), right: shown(b), leftFormula: inWords(left), rightFormula: inWords(right) };
    if (totalsIn(form, [left, right]).some((sum) => sum !== 0 && agree(Math.abs(a - b), Math.abs(sum), tolerance))) {
      yield { at, case: 'subtotals-added', params };
    } else if (differByUnit(a, b, tolerance)) yield { at, case: 'unit-mixed', params };
    else yield { at, case: 'differs', params: { ...params, difference: shown(Math.abs(add(a, -b))) } };
  },
});

/**
 * Whether all that a formula adds up is blank, and told so by a rule of its own: required, or not found at all. Then
 * nothing more is said of its sum.
 */
function isNothing(form: FilledForm, expression: Expression): boolean {
  const { fields, columns } = referencesOf(expression);
  if (fields.length + columns.length === 0) return false;
  return (
    fields.every((key) => (form.fields.get(key)?.reading.state ?? 'blank') === 'blank') &&
    columns.every(({ table, column }) => {
      const filled = form.tables.get(table)?.columns.get(column);
      return !filled || isBlankColumn(filled);
    }) &&
    (fields.some((field) => !form.fields.has(field) || requiredUses(form.located.form, { field }).length > 0) ||
      columns.some((place) => requiredUses(form.located.form, place).length > 0))
  );
}

/** The sums of the rows of totals in the columns that formulas read: all of them, and all but the last. */
function totalsIn(form: FilledForm, expressions: readonly Expression[]): readonly number[] {
  return expressions
    .flatMap((expression) => referencesOf(expression).columns)
    .flatMap(({ table: key, column: name }) => {
      const table = form.tables.get(key);
      const column = table?.columns.get(name);
      if (!table || !column) return [];
      const values = statedTotals(form, table, column).map(({ value }) => value ?? 0);
      const sum = values.reduce(add, 0);
      return [sum, add(sum, -(values.at(-1) ?? 0))];
    });
}

/** A formula as the readers of a form would say it: `SUM(items[金额])` is 金额. */
function inWords(expression: Expression): string {
  const { fields, columns } = referencesOf(expression);
  return [...fields, ...columns.map(({ column }) => column)].join('+') || expression.source;
}
