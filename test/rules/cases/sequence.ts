import { integer, text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const sequence: RuleCases = {
  rule: 'sequence',
  columns: { items: { 序号: integer, 名称: text } },
  uses: [{ at: 'items[序号]' }],
  valid: [
    {
      says: '连续，中间空着的一行算在内或不算都行',
      rows: {
        items: [
          [1, '甲'],
          [2, '乙'],
          [null, '丙'],
          [3, '丁'],
          [null, '戊'],
          [5, '己'],
        ],
      },
    },
    {
      says: '没有编号',
      rows: {
        items: [
          [null, '甲'],
          [null, '乙'],
        ],
      },
    },
    { says: '小计之后重新编号', rows: { items: [[1, '甲'], [2, '乙'], { totals: ['小计'] }, [1, '丙'], [2, '丁']] } },
  ],
  invalid: [
    {
      says: '断号：只提第一处',
      rows: {
        items: [
          [1, '甲'],
          [2, '乙'],
          [4, '丙'],
          [4, '丁'],
        ],
      },
      findings: [{ cell: 'A4', field: '序号', case: 'broken', severity: 'warning', params: { value: 4, wanted: 3 } }],
    },
    {
      says: '不从 1 起',
      rows: {
        items: [
          [0, '甲'],
          [1, '乙'],
        ],
      },
      findings: [{ cell: 'A2', field: '序号', case: 'broken', severity: 'warning', params: { value: 0, wanted: 1 } }],
    },
    {
      says: '重号',
      rows: {
        items: [
          [1, '甲'],
          [2, '乙'],
          [2, '丙'],
          [3, '丁'],
        ],
      },
      findings: [
        {
          cell: 'A4',
          field: '序号',
          case: 'repeated',
          severity: 'warning',
          params: { value: 2, first: 'A3' },
          related: ['A3'],
        },
      ],
    },
  ],
};
