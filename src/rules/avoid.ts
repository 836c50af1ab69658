import { tidy } from '../forms/fold.ts';
import { cellRule, NO_PROBLEMS } from './rule.ts';

/** Longer texts are judged by their beginning: no wording that a definition names stands further back alone. */
const MOST_CHARACTERS = 1000;

/** A text must not say certain things; what is wrong with them the definition's message tells. */
export const avoid = cellRule({
  id: 'avoid',
  summary: { zh: '不使用不妥的写法', en: 'Certain wordings are not used' },
  targets: { on: ['field', 'column'] },
  messages: {
    wording: {
      severity: 'warning',
      zh: '“{text}”中的“{words}”写法不妥，请改写。',
      en: '“{text}” says “{words}”; put it in other words.',
    },
  },
  options: (z) =>
    z.strictObject({
      words: z
        .array(z.string().check(z.minLength(1)))
        .check(
          z.minLength(1),
          z.describe('What not to say; * stands for up to ten characters of the same clause; ^…$ for the whole text.'),
        ),
    }),
  check(reading, { options }) {
    if (reading.state === 'blank') return NO_PROBLEMS;
    const text = tidy(reading.text).slice(0, MOST_CHARACTERS);
    for (const wording of options.words) {
      const whole = /^\^(.*)\$$/u.exec(wording)?.[1];
      const words = whole === undefined ? foundIn(text, wording) : text === whole ? text : undefined;
      if (words !== undefined) return [{ case: 'wording', params: { text: reading.text, words } }];
    }
    return NO_PROBLEMS;
  },
});

/** Between two parts of a wording at most so many characters may stand; further apart they do not belong together. */
const MOST_BETWEEN = 10;

/** What denies the words behind it: 不仅, 无需, 不再, 严禁 … */
const DENIED = /(?:[不非未][仅只再得必需要予会能]?|[无毋][需须]|没有|严禁|禁止|杜绝|避免|防止)$/u;

/** The stretch of a clause that has the wording's parts in order, near each other; denied (不仅…), it does not count. */
function foundIn(text: string, wording: string): string | undefined {
  const [first = '', ...others] = wording.split('*');
  for (const clause of text.split(/[。；;，,！!？?\n]/u)) {
    for (let start = clause.indexOf(first); start >= 0; start = clause.indexOf(first, start + 1)) {
      let end = start + first.length;
      for (const part of others) {
        const at = end < 0 ? -1 : clause.indexOf(part, end);
        end = at < 0 || at - end > MOST_BETWEEN ? -1 : at + part.length;
      }
      if (end >= 0 && !DENIED.test(clause.slice(0, start))) return clause.slice(start, end);
    }
  }
  return undefined;
}
