import { text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const avoid: RuleCases = {
  rule: 'avoid',
  columns: { items: { 规格型号: text } },
  uses: [{ at: 'items[规格型号]', options: { words: ['同等档次', '仅*企业', '^国产$'] } }],
  valid: [
    {
      says: '没有不妥的写法',
      rows: {
        items: [
          ['国产台式机 8GB'],
          ['仅供查询，面向企业'],
          ['不仅限于企业'],
          ['无需同等档次'],
          ['严禁同等档次'],
          [null],
        ],
      },
    },
  ],
  invalid: [
    {
      says: '某个词，某个句式，整格是某个词',
      rows: { items: [['联想或同等档次'], ['仅限本县企业使用'], ['国产']] },
      findings: [
        {
          cell: 'A2',
          field: '规格型号',
          case: 'wording',
          severity: 'warning',
          params: { text: '联想或同等档次', words: '同等档次' },
        },
        {
          cell: 'A3',
          field: '规格型号',
          case: 'wording',
          severity: 'warning',
          params: { text: '仅限本县企业使用', words: '仅限本县企业' },
        },
        {
          cell: 'A4',
          field: '规格型号',
          case: 'wording',
          severity: 'warning',
          params: { text: '国产', words: '国产' },
        },
      ],
    },
  ],
};
