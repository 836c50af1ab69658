import * as z from 'zod/mini';
import { tidy } from '../forms/fold.ts';
import { cellRule, NO_PROBLEMS } from './rule.ts';

/** Longer texts are judged by their beginning: no wording that a definition names stands further back alone. */
const MOST_CHARACTERS = 1000;

/** A text must not say certain things; what is wrong with them the definition's message tells. */
export const avoid = cellRule({
  id: 'avoid',
  summary: { zh: '不使用不妥的写法', en: 'Certain wordings are not used' },
  messages: {
    wording: {
      severity: 'warning',
      zh: '“{text}”中的“{words}”写法不妥，请改写。',
      en: '“{text}” says “{words}”; put it in other words.',
    },
  },
  options: z.strictObject({
    words: z
      .array(z.string().check(z.minLength(1)))
      .check(z.describe('What not to say; * stands for any characters of the same sentence; ^…$ for the whole text.')),
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

/** The shortest stretch of a sentence that begins and ends as the wording does and holds its parts in order. */
function foundIn(text: string, wording: string): string | undefined {
  const parts = wording.split('*');
  for (const sentence of text.split(/[。；;\n]/u)) {
    const start = sentence.indexOf(parts[0] ?? '');
    let end = start;
    for (const part of parts) {
      const at = end < 0 ? -1 : sentence.indexOf(part, end);
      end = at < 0 ? -1 : at + part.length;
    }
    if (start >= 0 && end >= 0) return sentence.slice(start, end);
  }
  return undefined;
}
