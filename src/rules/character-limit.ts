import { cellRule, NO_PROBLEMS } from './rule.ts';

/** At most so many characters; spaces and line breaks are not counted. */
export const characterLimit = cellRule({
  id: 'character-limit',
  summary: {
    zh: '字数不超过规定（汉字、字母、数字、标点各算一字，空格和换行不算）',
    en: 'No more characters than allowed (spaces and line breaks are not counted)',
  },
  targets: { on: ['field', 'column'], kinds: ['text', 'choice', 'pattern'] },
  messages: {
    'too-long': {
      severity: 'error',
      zh: '“{field}”有 {count} 字，超过规定的 {max} 字。请删减至少 {over} 字。',
      en: '“{field}” is longer than allowed: {count} characters, of at most {max}. Cut at least {over}.',
    },
  },
  options: (z) => z.strictObject({ max: z.number().check(z.int(), z.positive(), z.describe('Characters at most.')) }),
  check(reading, { options: { max } }) {
    // Code units are at least as many as characters: most cells need no counting.
    if (reading.text.length <= max) return NO_PROBLEMS;
    const count = countCharacters(reading.text);
    return count <= max ? NO_PROBLEMS : [{ case: 'too-long', params: { count, max, over: count - max } }];
  },
});

const NOT_COUNTED = /[\s\u200B\uFEFF]/;

/** A Chinese character, a letter, a digit, a punctuation mark: one each; spaces and line breaks none. */
function countCharacters(text: string): number {
  let count = 0;
  for (const character of text) if (!NOT_COUNTED.test(character)) count++;
  return count;
}
