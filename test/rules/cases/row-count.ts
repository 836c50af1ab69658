import { text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const rowCount: RuleCases = {
  rule: 'row-count',
  columns: { items: { 品目: text } },
  uses: [{ at: 'items' }],
  valid: [{ says: '填了一行', rows: { items: [['台式机']] } }],
  invalid: [
    {
      says: '一行也没有填',
      rows: { items: [] },
      findings: [
        {
          cell: 'A1',
          field: null,
          case: 'too-few',
          severity: 'error',
          params: { headings: ['品目'], count: 0, min: 1 },
        },
      ],
    },
  ],
};
