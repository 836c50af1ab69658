import { cellRule, noOptions, type Problem } from './rule.ts';
import { readerProblems, valueMessages } from './value-messages.ts';

/** Phone numbers, e-mail addresses, ports, and texts with a pattern of the definition's own. */
export const pattern = cellRule({
  id: 'pattern',
  summary: {
    zh: '电话、邮箱、端口等符合规定的格式',
    en: 'Phone numbers, e-mail addresses, ports and the like have the form asked for',
  },
  targets: { on: ['field', 'column'], kinds: ['phone', 'email', 'ports', 'pattern'] },
  messages: valueMessages(
    'left-open',
    'not-a-phone',
    'phone-digit-count',
    'phone-letters',
    'phone-beginning',
    'phone-tidied',
    'phone-no-area-code',
    'phone-zero-lost',
    'phone-zero-missing',
    'several-phones',
    'phone-with-words',
    'not-an-email',
    'email-tidied',
    'several-emails',
    'not-a-port',
    'port-out-of-range',
    'port-range-reversed',
    'port-comma-lost',
    'ports-all',
    'ports-tidied',
    'pattern-mismatch',
    'code-tidied',
    'code-letters',
    'check-character-wrong',
    'code-zero-lost',
    'code-shown-as-date',
    'text-half-width',
    'digits-lost',
  ),
  options: noOptions,
  check(reading, _use, type) {
    const problems = readerProblems(reading);
    if (type.kind !== 'pattern') return problems;
    const wording = {
      zh: `“{text}”不符合要求：${type.hint.zh}。请核对后改正。`,
      en: `“{text}” does not have the form asked for: ${type.hint.en}. Check and correct it.`,
    };
    return problems.map((problem): Problem<never> =>
      problem.case === 'pattern-mismatch' ? { ...problem, wording } : problem,
    );
  },
});
