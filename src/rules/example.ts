import { placeholderIn, saysExample } from '../forms/values/placeholder.ts';
import { cellRule, NO_PROBLEMS } from './rule.ts';

/** An example or placeholder of the template left in. */
export const example = cellRule({
  id: 'example',
  summary: { zh: '没有遗留模板的示例或占位符', en: 'No example or placeholder of the template is left in' },
  targets: { on: ['field', 'column'] },
  messages: {
    'left-in': {
      severity: 'warning',
      zh: '“{text}”像是模板的示例。请改填实际内容，不用的示例行请删除。',
      en: '“{text}” looks like the example of the template. Enter the actual content, or delete the example row.',
    },
    placeholder: {
      severity: 'warning',
      zh: '“{text}”中的“{placeholder}”像是占位符。请改填实际内容。',
      en: 'The “{placeholder}” in “{text}” looks like a placeholder. Enter the actual content.',
    },
    'blanks-left': {
      severity: 'warning',
      zh: '这句话里的 {blanks} 还是模板上印的占位符。请逐项填写实际内容。',
      en: 'In this sentence {blanks} are still the placeholders of the template. Fill in each of them.',
    },
  },
  outweighs: { cases: ['left-in'], within: 'row' },
  options: (z) =>
    z.strictObject({
      words: z
        .optional(z.array(z.string()).check(z.minLength(1)))
        .check(z.describe('Texts that the form itself prints as examples.')),
    }),
  check(reading, { options }) {
    const { text } = reading;
    if (text === '') return NO_PROBLEMS;
    if (saysExample(text) || options.words?.includes(text)) return [{ case: 'left-in', params: { text } }];
    const placeholder = placeholderIn(text);
    if (placeholder === undefined) return NO_PROBLEMS;
    const wording = placeholder === text ? { wording: WHOLE } : {};
    return [{ case: 'placeholder', params: { text, placeholder }, ...wording }];
  },
});

/** Of a text that is nothing else. */
const WHOLE = {
  zh: '“{text}”像是占位符。请改填实际内容。',
  en: '“{text}” looks like a placeholder. Enter the actual content.',
};
