import { money, text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const equal: RuleCases = {
  rule: 'equal',
  fields: { 预算资金: money, 其他资金: money },
  columns: { items: { 品目: text, 金额: money } },
  uses: [{ at: '预算资金', options: { left: '=SUM(fields[预算资金],fields[其他资金])', right: '=SUM(items[金额])' } }],
  valid: [
    {
      says: '两边相等，空白算零',
      fields: { 预算资金: 300, 其他资金: null },
      rows: {
        items: [
          ['台式机', 100],
          ['打印机', 200],
        ],
      },
    },
    { says: '有一边读不出来', fields: { 预算资金: '若干', 其他资金: 1 }, rows: { items: [['台式机', 100]] } },
  ],
  invalid: [
    {
      says: '两边不等',
      fields: { 预算资金: 300, 其他资金: 50 },
      rows: {
        items: [
          ['台式机', 100],
          ['打印机', 200],
        ],
      },
      findings: [
        {
          cell: 'B1',
          field: '预算资金',
          case: 'differs',
          severity: 'error',
          params: { left: 350, right: 300, difference: 50, leftFormula: '预算资金+其他资金', rightFormula: '金额' },
        },
      ],
    },
    {
      says: '小计也加了进去',
      fields: { 预算资金: 600, 其他资金: null },
      rows: { items: [['台式机', 100], ['打印机', 200], { totals: ['小计', 300] }] },
      findings: [
        {
          cell: 'B1',
          field: '预算资金',
          case: 'subtotals-added',
          severity: 'error',
          params: { left: 600, right: 300, leftFormula: '预算资金+其他资金', rightFormula: '金额' },
        },
      ],
    },
    {
      says: '元与万元混用',
      fields: { 预算资金: 0.03, 其他资金: null },
      rows: {
        items: [
          ['台式机', 100],
          ['打印机', 200],
        ],
      },
      findings: [
        {
          cell: 'B1',
          field: '预算资金',
          case: 'unit-mixed',
          severity: 'error',
          params: { left: 0.03, right: 300, leftFormula: '预算资金+其他资金', rightFormula: '金额' },
        },
      ],
    },
  ],
};
