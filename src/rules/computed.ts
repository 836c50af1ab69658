import { agree, differByUnit, shown, toleranceAt } from './amounts.ts';
import type { Expression } from '../forms/expressions/expression.ts';
import type { RuleUse } from '../forms/form.ts';
import { referencesOf } from '../forms/expressions/references.ts';
import { requiredUses } from '../forms/required-uses.ts';
import { NO_PROBLEMS, rowRule, type Problem, type RowView } from './rule.ts';

/** The value is what follows from others by a formula; silent where one of these cannot be read. */
export const computed = rowRule({
  id: 'computed',
  summary: { zh: '由其他内容算出的值与填写的一致', en: 'A value that follows from others agrees with them' },
  targets: { on: ['field', 'column'], kinds: ['integer', 'number', 'money', 'date', 'period'] },
  messages: {
    differs: {
      severity: 'error',
      zh: '“{field}”填写的是 {value}，按其他内容算得 {computed}，相差 {difference}。请核对后改正。',
      en: '“{field}” says {value}, but the other values give {computed}, a difference of {difference}. Check and correct them.',
    },
    'unit-mixed': {
      severity: 'error',
      zh: '“{field}”填写的是 {value}，按其他内容算得 {computed}，正好相差一万倍，疑似元与万元混用。请统一单位。',
      en: '“{field}” says {value}, but the other values give {computed}: exactly 10,000 times apart, as if 元 and 万元 were mixed. Use one unit.',
    },
    missing: {
      severity: 'warning',
      zh: '“{field}”没有填写，按其他内容应为 {computed}。请补填。',
      en: '“{field}” is not filled in; from the other values it should be {computed}. Fill it in.',
    },
  },
  options: (z) =>
    z.strictObject({
      value: z.formula().check(z.describe('The formula that it follows from.')),
      decimals: z
        .optional(z.number().check(z.int(), z.nonnegative()))
        .check(z.describe('Decimals to which it must agree; left out: those of its type, else 2.')),
    }),
  follows: ({ value }) => value,
  check(row, use) {
    const { value, state } = row.reading(use.column ?? use.field ?? '');
    if (state === 'unreadable') return NO_PROBLEMS;
    const expected = computedValue(row, use, use.options.value);
    if (expected === undefined) return NO_PROBLEMS;
    if (state === 'blank') return isToldAsRequired(row, use) || expected === 0 ? NO_PROBLEMS : [missing(expected)];
    if (typeof value !== 'number') return NO_PROBLEMS;
    const tolerance = toleranceAt(row.form, use, use.options.decimals);
    if (agree(value, expected, tolerance)) return NO_PROBLEMS;
    const params = { value: shown(value), computed: shown(expected) };
    if (differByUnit(value, expected, tolerance)) return [{ case: 'unit-mixed', params }];
    return [{ case: 'differs', params: { ...params, difference: shown(Math.abs(value - expected)) } }];
  },
});

/** The number that follows for a row from its other values; `undefined` where one of these is unreadable or lacking. */
export function computedValue(row: RowView, use: Pick<RuleUse, 'table'>, value: Expression): number | undefined {
  if (lacksRequired(row, use, value)) return undefined;
  const expected = row.evaluate(value);
  return typeof expected === 'number' ? expected : undefined;
}

function missing(expected: number): Problem<'missing'> {
  return { case: 'missing', params: { computed: shown(expected) }, fix: shown(expected) };
}

/** Whether the rule `required` speaks of the cell itself. */
function isToldAsRequired({ form }: RowView, use: RuleUse): boolean {
  return requiredUses(form.located.form, use).length > 0;
}

/** Whether a blank cell that the formula needs is told as such: then the value is not to blame. */
function lacksRequired({ form, reading }: RowView, { table }: Pick<RuleUse, 'table'>, value: Expression): boolean {
  const { cells, fields } = referencesOf(value);
  const isTold = (place: Parameters<typeof requiredUses>[1]): boolean =>
    requiredUses(form.located.form, place).length > 0;
  return table === undefined
    ? fields.some((field) => reading(field).state === 'blank' && isTold({ field }))
    : cells.some((column) => reading(column).state === 'blank' && isTold({ table, column }));
}
