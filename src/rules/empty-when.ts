import { noOptions, NO_PROBLEMS, rowRule } from './rule.ts';

/** The cell stays empty where the use's condition (`when`) holds. */
export const emptyWhen = rowRule({
  id: 'empty-when',
  summary: { zh: '不适用时留空', en: 'A cell that does not apply is left empty' },
  targets: { on: ['field', 'column'] },
  messages: {
    'should-be-empty': {
      severity: 'warning',
      zh: '按本行其他内容，“{field}”应留空，却填了“{text}”。请清空，或核对相关内容。',
      en: 'By the rest of the row “{field}” should be empty, but it says “{text}”. Clear it, or check what it depends on.',
    },
  },
  // What should not be there at all need not be right.
  outweighs: { cases: ['should-be-empty'], within: 'cell' },
  options: noOptions,
  check(row, use) {
    const reading = row.reading(use.column ?? use.field ?? '');
    return reading.state === 'blank' ? NO_PROBLEMS : [{ case: 'should-be-empty', params: { text: reading.text } }];
  },
});
