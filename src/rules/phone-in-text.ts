import { readValue } from '../forms/values/read-value.ts';
import { cellRule, noOptions, NO_PROBLEMS } from './rule.ts';
import { valueMessages } from './value-messages.ts';

/** What is told of the number; a name beside it is no fault here. */
const TOLD = ['phone-digit-count', 'phone-letters', 'phone-beginning', 'phone-zero-missing'] as const;
/** Longer texts are descriptions. */
const LONGEST = 100;
/** So many digits in a row, blanks and hyphens let pass, are meant as a phone number. */
const DIGITS = /\d(?:[ -]?[\dOolI〇○]){5,}/u;
/** A day beside the signature is none. */
const DAY = /\d{2,4} *[年./-] *\d{1,2} *[月./-] *\d{1,2} *日?/gu;

/** A phone number that stands in a text with a name (经办人签名（联系电话）) is one; where none stands nothing is asked. */
export const phoneInText = cellRule({
  id: 'phone-in-text',
  summary: { zh: '文字中写的电话号码有效', en: 'A phone number given within a text is one' },
  targets: { on: ['field', 'column'], kinds: ['text'] },
  messages: valueMessages(...TOLD),
  options: noOptions,
  check({ state, text }) {
    if (state !== 'read' || text.length > LONGEST) return NO_PROBLEMS;
    const bare = text.normalize('NFKC').replace(DAY, ' ').trim();
    const number = DIGITS.exec(bare)?.[0];
    if (number === undefined) return NO_PROBLEMS;
    const { remarks } = readValue({ value: bare, format: 'General' }, { kind: 'phone' }, { date1904: false });
    if (remarks.every(({ severity }) => severity === 'info')) return NO_PROBLEMS;
    // The number alone, without the name before it, has the better message.
    const alone = readValue({ value: number, format: 'General' }, { kind: 'phone' }, { date1904: false });
    const [problem] = alone.remarks.filter((remark) => TOLD.some((name) => name === remark.case));
    if (!problem) return NO_PROBLEMS;
    const { normal: _, ...told } = problem;
    return [told];
  },
});
