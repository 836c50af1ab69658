import { integer, money } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const type: RuleCases = {
  rule: 'type',
  columns: {
    items: {
      数量: { type: { ...integer, kind: 'integer', units: ['台'], min: 1 } },
      单价: money,
      日期: { kind: 'date', precision: 'day', doubtful: ['待定'] },
      工期: { kind: 'period' },
    },
  },
  uses: [{ at: 'items[数量]' }, { at: 'items[单价]' }, { at: 'items[日期]' }, { at: 'items[工期]' }],
  valid: [
    {
      says: '整数、金额、日期',
      rows: {
        items: [
          [2, 5500, '2024-01-15', '12个月'],
          [null, null, null, '2024年1月至2024年12月'],
        ],
      },
    },
    {
      says: '公式的错误值由另一规则说明',
      rows: { items: [[{ value: { error: '#N/A' } }, { value: null, formula: 'B2' }, null]] },
    },
  ],
  invalid: [
    {
      says: '不规范但读得懂的写法：提示规范写法',
      rows: {
        items: [
          ['１２', '5,500', '2024/1/15'],
          ['两台', '0.55万', 45306],
        ],
      },
      findings: [
        {
          cell: 'A2',
          field: '数量',
          case: 'number-tidied',
          severity: 'info',
          params: { text: '１２', normal: 12 },
          fix: [{ cell: 'A2', value: 12 }],
        },
        {
          cell: 'B2',
          field: '单价',
          case: 'number-tidied',
          severity: 'info',
          params: { text: '5,500', normal: 5500 },
          fix: [{ cell: 'B2', value: 5500 }],
        },
        {
          cell: 'C2',
          field: '日期',
          case: 'date-tidied',
          severity: 'info',
          params: { text: '2024/1/15', normal: '2024-01-15' },
          fix: [{ cell: 'C2', value: '2024-01-15' }],
        },
        {
          cell: 'A3',
          field: '数量',
          case: 'number-tidied',
          severity: 'info',
          params: { text: '两台', normal: 2 },
          fix: [{ cell: 'A3', value: 2 }],
        },
        {
          cell: 'B3',
          field: '单价',
          case: 'unit-converted',
          severity: 'info',
          params: { text: '0.55万', normal: 5500, unit: '元' },
        },
        {
          cell: 'C3',
          field: '日期',
          case: 'date-unformatted',
          severity: 'info',
          params: { text: '45306', normal: '2024-01-15' },
          fix: [{ cell: 'C3', value: '2024-01-15' }],
        },
      ],
    },
    {
      says: '不是整数，不存在的日期，过小，过多的小数',
      rows: {
        items: [
          [1.5, 5500.125, '2024年2月30日'],
          [0, '若干', '年底'],
          [null, null, 0],
        ],
      },
      findings: [
        {
          cell: 'A2',
          field: '数量',
          case: 'not-whole',
          severity: 'error',
          params: { text: '1.5' },
        },
        {
          cell: 'B2',
          field: '单价',
          case: 'too-many-decimals',
          severity: 'error',
          params: { text: '5500.125', decimals: 2, unit: '元' },
        },
        {
          cell: 'C2',
          field: '日期',
          case: 'impossible-date',
          severity: 'error',
          params: { text: '2024年2月30日' },
        },
        {
          cell: 'A3',
          field: '数量',
          case: 'below-minimum',
          severity: 'error',
          params: { text: '0', min: 1, unit: '' },
        },
        {
          cell: 'B3',
          field: '单价',
          case: 'number-unclear',
          severity: 'warning',
          params: { text: '若干' },
        },
        {
          cell: 'C3',
          field: '日期',
          case: 'not-a-date',
          severity: 'error',
          params: { text: '年底' },
        },
        {
          cell: 'C4',
          field: '日期',
          case: 'zero-date',
          severity: 'error',
          params: { text: '1900-01-00' },
        },
      ],
    },
    {
      says: '读法不止一种，没有写明',
      rows: {
        items: [
          ['3套', '5.500', '24.1.15'],
          ['一主一备', null, 'XXXX年XX月XX日'],
          [{ value: 5, format: 'yyyy-m-d' }, null, null],
        ],
      },
      findings: [
        {
          cell: 'A2',
          field: '数量',
          case: 'unknown-unit',
          severity: 'warning',
          params: { text: '3套', unit: '套', units: ['台'] },
        },
        {
          cell: 'B2',
          field: '单价',
          case: 'ambiguous-number',
          severity: 'warning',
          params: { text: '5.500', readings: ['5.5', '5500'] },
        },
        {
          cell: 'C2',
          field: '日期',
          case: 'ambiguous-date',
          severity: 'warning',
          params: { text: '24.1.15', readings: ['2024-01-15', '2015-01-24'] },
        },
        {
          cell: 'A3',
          field: '数量',
          case: 'number-unclear',
          severity: 'warning',
          params: { text: '一主一备' },
        },
        {
          cell: 'C3',
          field: '日期',
          case: 'placeholder-left',
          severity: 'warning',
          params: { text: 'XXXX年XX月XX日' },
        },
        {
          cell: 'A4',
          field: '数量',
          case: 'number-shown-as-date',
          severity: 'warning',
          params: { shown: '1900-01-05', value: 5 },
        },
      ],
    },
    {
      says: '一段时间：换了写法，颠倒，不是一段时间；没有写定',
      rows: {
        items: [
          [null, null, '待定', '一年半'],
          [null, null, null, '2024.6-2024.3'],
          [null, null, null, '尽快'],
        ],
      },
      findings: [
        { cell: 'C2', field: '日期', case: 'left-open', severity: 'warning', params: { text: '待定' } },
        {
          cell: 'D2',
          field: '工期',
          case: 'period-tidied',
          severity: 'info',
          params: { text: '一年半', normal: '18个月' },
          fix: [{ cell: 'D2', value: '18个月' }],
        },
        { cell: 'D3', field: '工期', case: 'period-reversed', severity: 'error', params: { text: '2024.6-2024.3' } },
        { cell: 'D4', field: '工期', case: 'not-a-period', severity: 'error', params: { text: '尽快' } },
      ],
    },
  ],
};
