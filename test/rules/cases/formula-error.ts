import { integer, money } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const formulaError: RuleCases = {
  rule: 'formula-error',
  columns: { items: { 数量: integer, 单价: money, 金额: money } },
  uses: [{ at: 'items[数量]' }, { at: 'items[单价]' }, { at: 'items[金额]' }],
  valid: [
    {
      says: '有结果的公式；WPS 放在单元格里的图片不是公式错误',
      rows: {
        items: [
          [2, 10, { value: 20, formula: 'A2*B2' }],
          [2, 10, { value: { error: '#NAME?' }, formula: '_xlfn.DISPIMG("ID_1",1)' }],
          [2, 10, { value: 20, formula: 'IF("TODAY()"="",0,20)' }],
        ],
      },
    },
  ],
  invalid: [
    {
      says: '结果是错误值，说出是哪个单元格引起的',
      rows: {
        items: [
          [2, 10, { value: { error: '#REF!' }, formula: '#REF!*B2' }],
          [{ value: { error: '#N/A' } }, 10, { value: { error: '#N/A' }, formula: 'A3*B3' }],
          ['12台', 10, { value: { error: '#VALUE!' }, formula: 'A4*B4' }],
        ],
      },
      findings: [
        {
          cell: 'C2',
          field: '金额',
          case: 'error-value',
          severity: 'error',
          params: { formula: '#REF!*B2', error: '#REF!' },
        },
        { cell: 'A3', field: '数量', case: 'error-typed', severity: 'error', params: { error: '#N/A' } },
        {
          cell: 'C3',
          field: '金额',
          case: 'error-of-source',
          severity: 'error',
          params: { formula: 'A3*B3', error: '#N/A', source: 'A3', text: '#N/A' },
        },
        {
          cell: 'C4',
          field: '金额',
          case: 'error-of-source',
          severity: 'error',
          params: { formula: 'A4*B4', error: '#VALUE!', source: 'A4', text: '12台' },
        },
      ],
    },
    {
      says: '没有算过，随时间变化，取自另一个文件',
      rows: {
        items: [
          [2, 10, { value: null, formula: 'A2*B2' }],
          [{ value: 45292, formula: 'TODAY()' }, 10, null],
          [2, { value: 10, formula: "'[1]预算'!B3" }, null],
        ],
      },
      findings: [
        { cell: 'C2', field: '金额', case: 'not-calculated', severity: 'warning', params: { formula: 'A2*B2' } },
        {
          cell: 'A3',
          field: '数量',
          case: 'changes-by-itself',
          severity: 'warning',
          params: { formula: 'TODAY()', text: '45292' },
        },
        {
          cell: 'B4',
          field: '单价',
          case: 'other-file',
          severity: 'warning',
          params: { formula: "'[1]预算'!B3", text: '10' },
        },
      ],
    },
  ],
};
