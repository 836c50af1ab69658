import { money, text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

const rows = [
  ['台式机', 100],
  ['打印机', 200],
] as const;

export const total: RuleCases = {
  rule: 'total',
  columns: { items: { 品目: text, 金额: money } },
  uses: [{ at: 'items[金额]' }],
  valid: [
    { says: '合计是各行之和', rows: { items: [...rows, { totals: ['合计', 300] }] } },
    {
      says: '小计、总计两级',
      rows: {
        items: [
          ...rows,
          { totals: ['小计', 300] },
          ['扫描仪', 50],
          { totals: ['小 计', 50] },
          { totals: ['总计', 350] },
        ],
      },
    },
    {
      says: '各组各有合计',
      rows: { items: [...rows, { totals: ['合计', 300] }, ['扫描仪', 50], { totals: ['合计', 50] }] },
    },
    {
      says: '合计没有填，或有一行读不出来',
      rows: { items: [...rows, { totals: ['合计', null] }, ['扫描仪', '若干'], { totals: ['合计', 9] }] },
    },
    {
      says: '公式包括全部数据行',
      rows: { items: [...rows, { totals: ['合计', { value: 300, formula: 'SUM(B2:B3)' }] }] },
    },
  ],
  invalid: [
    {
      says: '合计与各行之和不符',
      rows: { items: [...rows, { totals: ['合计', 310] }] },
      findings: [
        {
          cell: 'B4',
          field: '金额',
          case: 'differs',
          severity: 'error',
          params: { value: 310, sum: 300, difference: 10 },
        },
      ],
    },
    {
      says: '许多笔小数相加，不多不少',
      rows: {
        items: [
          ['机房', 90000000000.1],
          ...Array.from({ length: 30 }, (): [string, number] => ['网线', 0.2]),
          { totals: ['合计', 1] },
        ],
      },
      findings: [
        {
          cell: 'B33',
          field: '金额',
          case: 'differs',
          severity: 'error',
          params: { value: 1, sum: 90000000006.1, difference: 90000000005.1 },
        },
      ],
    },
    {
      says: '合计把小计也加了进去',
      rows: { items: [...rows, { totals: ['小计', 300] }, { totals: ['合计', 600] }] },
      findings: [
        { cell: 'B5', field: '金额', case: 'subtotals-added', severity: 'error', params: { value: 600, sum: 300 } },
      ],
    },
    {
      says: '元与万元混用',
      rows: { items: [...rows, { totals: ['合计', 0.03] }] },
      findings: [
        { cell: 'B4', field: '金额', case: 'unit-mixed', severity: 'error', params: { value: 0.03, sum: 300 } },
      ],
    },
    {
      says: '公式漏了后加的行：数值碰巧相符是警告，不符是错误',
      rows: {
        items: [
          ...rows,
          ['赠品', 0],
          { totals: ['小计', { value: 300, formula: 'SUM(B2:B3)' }] },
          ['扫描仪', 50],
          ['硬盘', 5],
          ['线缆', 1],
          { totals: ['小计', { value: 55, formula: 'SUM(B6:B7)' }] },
        ],
      },
      findings: [
        {
          cell: 'B5',
          field: '金额',
          case: 'rows-left-out',
          severity: 'warning',
          params: { formula: 'SUM(B2:B3)', first: 2, last: 4 },
        },
        {
          cell: 'B9',
          field: '金额',
          case: 'rows-left-out',
          severity: 'error',
          params: { formula: 'SUM(B6:B7)', first: 6, last: 8 },
        },
      ],
    },
  ],
};
