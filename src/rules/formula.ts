import type { Params } from '../forms/reading.ts';
import { NO_PROBLEMS, rowRule } from './rule.ts';

/** A condition of the definition's own, with its own message; silent where the condition is unknown. */
export const formula = rowRule({
  id: 'formula',
  summary: { zh: '表单自定的条件成立', en: 'A condition that the form states holds' },
  targets: { on: ['field', 'column'] },
  messages: {
    broken: {
      severity: 'error',
      zh: '“{field}”填写的“{text}”与相关内容不符。请核对后改正。',
      en: '“{field}”, “{text}”, does not go together with what it depends on. Check and correct them.',
    },
  },
  options: (z) =>
    z.strictObject({
      condition: z.formula().check(z.describe('What must hold.')),
      quotes: z
        .optional(z.array(z.beside()).check(z.minLength(1)))
        .check(z.describe('Columns (fields) whose texts the message quotes by name: `{单价}`.')),
      shows: z
        .optional(z.record(z.string(), z.formula()))
        .check(z.describe('What else the message quotes, by a name of its own: the result of a formula.')),
      alsoBlank: z.optional(z.boolean()).check(z.describe('Asked also where the cell itself is blank.')),
    }),
  quotes: ({ quotes = [], shows = {} }) => [...quotes, ...Object.keys(shows)],
  reads: ({ options }) => options.quotes ?? [],
  check(row, use) {
    const own = row.reading(use.column ?? use.field ?? '');
    if (own.state === 'blank' && use.options.alsoBlank !== true) return NO_PROBLEMS;
    const holds = row.evaluate(use.options.condition);
    if (holds !== false && holds !== 0) return NO_PROBLEMS;
    const quoted = (use.options.quotes ?? []).map((key): [string, string] => [key, row.reading(key).text]);
    const shown = Object.entries(use.options.shows ?? {}).map(([name, expression]): [string, string] => {
      return [name, String(row.evaluate(expression) ?? '')];
    });
    const params: Params = { text: own.text, ...Object.fromEntries([...quoted, ...shown]) };
    return [{ case: 'broken', params }];
  },
});
