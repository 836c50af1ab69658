import { cellRule, noOptions } from './rule.ts';
import { OPTION_CASES, readerProblems, valueMessages } from './value-messages.ts';

/** Several options in one cell, separated by 、 or the like: each is a listed one. */
export const multipleChoice = cellRule({
  id: 'multiple-choice',
  summary: { zh: '填写的每一项都是所列选项', en: 'Each of the values in the cell is a listed option' },
  targets: { on: ['field', 'column'], kinds: ['choice'] },
  messages: valueMessages('choice-tidied', 'choice-with-remark', 'choice-repeated', ...OPTION_CASES),
  options: noOptions,
  check: readerProblems,
});
