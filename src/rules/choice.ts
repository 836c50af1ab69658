import { cellRule, noOptions } from './rule.ts';
import { OPTION_CASES, readerProblems, valueMessages } from './value-messages.ts';

/** One of the listed options; a list that ends in 等 lets others pass with a warning. */
export const choice = cellRule({
  id: 'choice',
  summary: { zh: '填写的是所列选项之一', en: 'The value is one of the listed options' },
  targets: { on: ['field', 'column'], kinds: ['choice'] },
  messages: valueMessages('choice-tidied', 'choice-with-remark', 'several-options', ...OPTION_CASES),
  options: noOptions,
  check: readerProblems,
});
