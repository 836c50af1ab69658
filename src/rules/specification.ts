import { cellRule, noOptions } from './rule.ts';
import { readerProblems, valueMessages } from './value-messages.ts';

/** A server's configuration (4核8G 100G) that the figures can be read from. */
export const specification = cellRule({
  id: 'specification',
  summary: {
    zh: '产品配置中能读出处理器、内存和磁盘的大小',
    en: 'Processors, memory and disk can be read from a configuration',
  },
  targets: { on: ['field', 'column'], kinds: ['specification'] },
  messages: valueMessages('specification-unread', 'text-joined', 'text-half-width'),
  options: noOptions,
  check: readerProblems,
});
