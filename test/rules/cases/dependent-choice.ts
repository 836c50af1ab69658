import { choiceOf, text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const dependentChoice: RuleCases = {
  rule: 'dependent-choice',
  columns: { items: { 分类: choiceOf('电子文件', '电子表格', '其他'), 类型: text } },
  uses: [
    {
      at: 'items[类型]',
      options: { by: '分类', groups: { 电子文件: ['pdf', 'doc'], 电子表格: ['xls', 'xlsx'], 其他: [] } },
    },
  ],
  valid: [
    {
      says: '类型属于所填的分类，大小写和点号不论',
      rows: {
        items: [
          ['电子文件', 'PDF'],
          ['电子表格', '.xlsx'],
        ],
      },
    },
    {
      says: '哪一类都没有列出的类型、不限类型的分类、没有填的分类',
      rows: {
        items: [
          ['电子文件', 'ceb'],
          ['其他', 'pdf'],
          [null, 'pdf'],
        ],
      },
    },
  ],
  invalid: [
    {
      says: '类型属于另一分类',
      rows: { items: [['电子表格', 'pdf']] },
      findings: [
        {
          cell: 'B2',
          field: '类型',
          case: 'other-group',
          severity: 'error',
          params: { value: 'pdf', groups: ['电子文件'], group: '电子表格' },
          expected: ['xls', 'xlsx'],
        },
      ],
    },
  ],
};
