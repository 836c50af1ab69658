import type { AmountInWordsCases } from '../forms/values/amount-in-words.ts';
import { agree, shown, toleranceOf } from './amounts.ts';
import { lacksAddend } from './missing-addends.ts';
import { NO_PROBLEMS, rowRule, type Messages } from './rule.ts';
import { readerProblems } from './value-messages.ts';

const READER_MESSAGES: Readonly<Record<keyof AmountInWordsCases, Messages[string]>> = {
  'faulty-spelling': {
    severity: 'warning',
    zh: '“{text}”的写法不规范，应写作“{normal}”。',
    en: '“{text}” is not spelled as the rules have it: write “{normal}”.',
  },
  'figures-for-words': {
    severity: 'warning',
    zh: '“{text}”是数字，这里应填大写金额“{normal}”。',
    en: '“{text}” is in figures, but the amount is asked in capitals: “{normal}”.',
  },
  'figures-beside-words': {
    severity: 'info',
    zh: '“{text}”在大写之外还写了数字。建议只写“{normal}”。',
    en: '“{text}” has figures beside the capitals. Better write “{normal}” only.',
  },
  'figures-disagree': {
    severity: 'error',
    zh: '“{text}”中大写是 {words} 元，数字是 {figures} 元，两者不符。请核对后改正。',
    en: 'In “{text}” the capitals say {words} 元, the figures {figures} 元. Check and correct them.',
  },
  'unreadable-words': {
    severity: 'error',
    zh: '“{text}”中的“{characters}”不是大写金额用字。请用零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整书写。',
    en: '“{characters}” in “{text}” does not belong to an amount in capitals. Write it with 零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整.',
  },
  'senseless-words': {
    severity: 'error',
    zh: '“{text}”不成一个大写金额。请按“壹万贰仟元整”的样子填写。',
    en: '“{text}” is no amount in capitals. Write it like “壹万贰仟元整”.',
  },
};

/** An amount in capitals is spelled as 《支付结算办法》附一 has it, and says the same as the figures. */
export const amountInWords = rowRule({
  id: 'amount-in-words',
  summary: {
    zh: '大写金额写法正确，与数字金额一致',
    en: 'An amount in capitals is spelled right and agrees with the figures',
  },
  targets: { on: ['field', 'column'], kinds: ['amount-in-words'] },
  messages: {
    differs: {
      severity: 'error',
      zh: '大写金额“{text}”是 {value} 元，与数字金额 {amount} 元不符。请核对后改正。',
      en: 'The amount in capitals, “{text}”, is {value} 元, but the figures come to {amount} 元. Check and correct them.',
    },
    ...READER_MESSAGES,
  },
  options: (z) =>
    z.strictObject({
      of: z.optional(z.formula()).check(z.describe('The amount in 元 that the words must say.')),
    }),
  check(row, use) {
    const reading = row.reading(use.column ?? use.field ?? '');
    const { of } = use.options;
    const amount = of && !lacksAddend(row.form, of) ? row.evaluate(of) : undefined;
    const { value, text } = reading;
    // A wrong amount in a faulty spelling is a wrong amount: the tidy spelling of it would be no help.
    if (typeof amount === 'number' && typeof value === 'number' && !agree(value, amount, toleranceOf(2))) {
      const computed = of && row.evaluate(of, 'computed');
      if (typeof computed === 'number' && agree(value, computed, toleranceOf(2))) return readerProblems(reading);
      return [{ case: 'differs', params: { text, value: shown(value), amount: shown(amount) } }];
    }
    const problems = readerProblems(reading);
    return problems.length === 0 ? NO_PROBLEMS : problems;
  },
});
