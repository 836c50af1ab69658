import { integer, money } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const computed: RuleCases = {
  rule: 'computed',
  columns: { items: { 数量: integer, 单价: money, 金额: money } },
  uses: [{ at: 'items[金额]', options: { value: '=ROUND([@数量]*[@单价],2)' } }],
  valid: [
    {
      says: '金额是数量乘单价',
      rows: {
        items: [
          [10, 5500, 55000],
          ['3台', '0.1元', 0.3],
        ],
      },
    },
    { says: '相差不到半分', rows: { items: [[1, 5.5, 5.4999]] } },
    {
      says: '其中一个读不出来，或算得的是零',
      rows: {
        items: [
          ['若干', 5500, 1],
          ['若干', 5500, null],
          [10, null, null],
        ],
      },
    },
  ],
  invalid: [
    {
      says: '金额没有填',
      rows: { items: [[10, 5500, null]] },
      findings: [
        {
          cell: 'C2',
          field: '金额',
          case: 'missing',
          severity: 'warning',
          params: { computed: 55000 },
          fix: [{ cell: 'C2', value: 55000 }],
        },
      ],
    },
    {
      says: '金额不等于数量乘单价',
      rows: { items: [[10, 5500, 50000]] },
      findings: [
        {
          cell: 'C2',
          field: '金额',
          case: 'differs',
          severity: 'error',
          params: { value: 50000, computed: 55000, difference: 5000 },
        },
      ],
    },
    {
      says: '相差一分',
      rows: { items: [[3, 33.33, 100]] },
      findings: [
        {
          cell: 'C2',
          field: '金额',
          case: 'differs',
          severity: 'error',
          params: { value: 100, computed: 99.99, difference: 0.01 },
        },
      ],
    },
    {
      says: '金额按万元填写',
      rows: { items: [[10, 5500, 5.5]] },
      findings: [
        {
          cell: 'C2',
          field: '金额',
          case: 'unit-mixed',
          severity: 'error',
          params: { value: 5.5, computed: 55000 },
        },
      ],
    },
  ],
};
