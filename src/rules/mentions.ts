import { cellRule, NO_PROBLEMS } from './rule.ts';

/** A text that lists several things (the papers handed in) names each of those that are asked for. */
export const mentions = cellRule({
  id: 'mentions',
  summary: {
    zh: '文字中列举的内容（如材料目录）没有漏项',
    en: 'A text that lists things, as papers handed in, leaves none out',
  },
  targets: { on: ['field', 'column'], kinds: ['text'] },
  messages: {
    'left-out': {
      severity: 'warning',
      zh: '“{field}”中没有看到：{things}。请核对，有的请列出。',
      en: '“{field}” does not seem to name these: {things}. Check it, and list what there is.',
    },
  },
  options: (z) =>
    z.strictObject({
      things: z
        .array(
          z.strictObject({
            name: z.string().check(z.minLength(1), z.describe('What it is called in the message.')),
            words: z
              .array(z.string().check(z.minLength(1)))
              .check(z.minLength(1), z.describe('Words by any of which a text names it.')),
          }),
        )
        .check(z.minLength(1)),
      from: z
        .optional(z.number().check(z.int(), z.positive()))
        .check(z.describe('A text that names fewer is no list (见附件); left out: 2.')),
    }),
  check(reading, { options: { things, from = 2 } }) {
    if (reading.state !== 'read') return NO_PROBLEMS;
    const text = reading.text.replace(/\s+/gu, '');
    const missing = things.filter(({ words }) => !words.some((word) => text.includes(word)));
    if (missing.length === 0 || things.length - missing.length < from) return NO_PROBLEMS;
    return [{ case: 'left-out', params: { things: missing.map(({ name }) => name) } }];
  },
});
