import { integer, text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const notFilled: RuleCases = {
  rule: 'not-filled',
  fields: { 单位: text, 合计: integer },
  columns: { items: { 品目: text } },
  uses: [{}],
  valid: [
    { says: '填了一个栏目', fields: { 单位: '民政局' } },
    { says: '填了一行', rows: { items: [['台式机']] } },
  ],
  invalid: [
    {
      says: '空白表，只有印好的公式',
      fields: { 合计: { value: 0, formula: 'SUM(B5:B9)' } },
      findings: [{ cell: null, field: null, case: 'blank', severity: 'warning' }],
    },
    {
      says: '只有印好的占位符',
      fields: { 单位: 'XXX', 合计: 'XXXX年XX月XX日' },
      findings: [{ cell: null, field: null, case: 'blank', severity: 'warning' }],
    },
  ],
};
