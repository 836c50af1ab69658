import { cellRule, noOptions } from './rule.ts';
import { readerProblems, valueMessages } from './value-messages.ts';

/** Printed options with a mark: what is ticked can be made out, and is not more than asked. */
export const ticks = cellRule({
  id: 'ticks',
  summary: { zh: '勾选清楚，单选的只勾一项', en: 'The ticks are clear, and only one where one is asked' },
  targets: { on: ['field', 'column'], kinds: ['ticks'] },
  messages: valueMessages('ticks-unreadable', 'ticks-ambiguous', 'several-ticked', 'other-unexplained'),
  options: noOptions,
  check: readerProblems,
});
