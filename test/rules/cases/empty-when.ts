import { choiceOf, text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const emptyWhen: RuleCases = {
  rule: 'empty-when',
  columns: { items: { 共享: choiceOf('共享', '不予共享'), 方式: text } },
  uses: [{ at: 'items[方式]', when: '=[@共享]="不予共享"' }],
  valid: [
    {
      says: '不共享的没有写方式',
      rows: {
        items: [
          ['共享', '接口'],
          ['不予共享', null],
          ['不予共享', '无'],
        ],
      },
    },
  ],
  invalid: [
    {
      says: '不共享的却写了方式',
      rows: { items: [['不予共享', '接口']] },
      findings: [{ cell: 'B2', field: '方式', case: 'should-be-empty', severity: 'warning', params: { text: '接口' } }],
    },
  ],
};
