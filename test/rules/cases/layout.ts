import { text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const layout: RuleCases = {
  rule: 'layout',
  columns: { items: { 品目: text, 数量: text } },
  uses: [{}],
  valid: [{ says: '表头与表单一致', rows: { items: [['台式机', '2']] } }],
  invalid: [
    {
      says: '少了一列，中间有空行',
      missing: ['items[数量]'],
      rows: { items: [['台式机', '2']] },
      oddities: [
        {
          case: 'missing-column',
          severity: 'error',
          sheet: 0,
          at: { row: 0, column: 0 },
          field: '数量',
          params: { heading: '数量' },
        },
        {
          case: 'blank-rows',
          severity: 'warning',
          sheet: 0,
          at: { row: 4, column: 0 },
          field: null,
          params: { count: 2, rows: ['5–6'] },
        },
        { case: 'missing-field', severity: 'info', sheet: 0, at: null, field: '单位', params: { label: '单位' } },
      ],
      findings: [
        { cell: null, field: '单位', case: 'missing-field', severity: 'info', params: { label: '单位' } },
        { cell: 'A1', field: '数量', case: 'missing-column', severity: 'error', params: { heading: '数量' } },
        { cell: 'A5', field: null, case: 'blank-rows', severity: 'warning', params: { count: 2, rows: ['5–6'] } },
      ],
    },
    {
      says: '信函里少了一段',
      oddities: [
        {
          case: 'missing-paragraph',
          severity: 'error',
          sheet: 0,
          at: null,
          field: '正文第二段',
          params: { label: '正文第二段' },
        },
      ],
      findings: [
        {
          cell: null,
          field: '正文第二段',
          case: 'missing-paragraph',
          severity: 'error',
          params: { label: '正文第二段' },
        },
      ],
    },
  ],
};
