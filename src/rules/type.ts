import { cellRule, noOptions } from './rule.ts';
import { readerProblems, valueMessages } from './value-messages.ts';

/** Text, numbers, money, dates and lengths: the value is of the column's type and within its limits. */
export const type = cellRule({
  id: 'type',
  summary: {
    zh: '文本、数字、金额、日期和数据长度写得对、在允许的范围内',
    en: 'Texts, numbers, amounts, dates and lengths are written right and within their limits',
  },
  messages: valueMessages(
    'text-joined',
    'text-half-width',
    'digits-lost',
    'not-a-number',
    'not-whole',
    'number-tidied',
    'unit-converted',
    'ambiguous-number',
    'number-unclear',
    'unknown-unit',
    'number-shown-as-date',
    'below-minimum',
    'above-maximum',
    'too-many-decimals',
    'not-a-date',
    'impossible-date',
    'zero-date',
    'date-tidied',
    'date-unformatted',
    'date-incomplete',
    'ambiguous-date',
    'placeholder-left',
    'not-a-length',
    'length-not-positive',
    'length-with-point',
    'scale-above-precision',
    'length-tidied',
  ),
  options: noOptions,
  check: readerProblems,
});
