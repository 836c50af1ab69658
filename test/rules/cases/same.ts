import { choiceOf, text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const same: RuleCases = {
  rule: 'same',
  columns: { items: { 资源: { type: text, carryDown: true }, 分类: choiceOf('电子文件', '数据库类') } },
  uses: [{ at: 'items[分类]', options: { key: ['资源'] } }],
  valid: [
    {
      says: '同一资源的分类相同，没有填的不算',
      rows: {
        items: [
          ['甲', '电子文件'],
          [null, '电子文件'],
          [null, null],
          ['乙', '数据库类'],
        ],
      },
    },
  ],
  invalid: [
    {
      says: '同一资源填了两种分类：只提一次',
      rows: {
        items: [
          ['甲', '电子文件'],
          [null, '数据库类'],
          [null, '数据库类'],
        ],
      },
      findings: [
        {
          cell: 'B3',
          field: '分类',
          case: 'differs',
          severity: 'warning',
          params: { key: ['甲'], text: '数据库类', other: 'B2', first: '电子文件' },
          related: ['B2'],
        },
      ],
    },
  ],
};
