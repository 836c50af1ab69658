import { text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const similar: RuleCases = {
  rule: 'similar',
  columns: { items: { 部门: text, 名称: text } },
  uses: [{ at: 'items[名称]', options: { within: ['部门'] } }],
  valid: [
    {
      says: '同一名称写在几行，不同部门的相似名称',
      rows: {
        items: [
          ['甲局', '处罚信息'],
          ['甲局', '处罚信息'],
          ['乙局', '处罚信息。'],
        ],
      },
    },
    {
      says: '年份，字母后的数字，只有数字',
      rows: {
        items: [
          ['甲局', '年鉴2022'],
          ['甲局', '年鉴2023'],
          ['甲局', 'PM2'],
          ['甲局', 'PM10'],
          ['甲局', '12'],
          ['甲局', '13'],
        ],
      },
    },
  ],
  invalid: [
    {
      says: '拖动填充的名称：一组只提一次',
      rows: {
        items: [
          ['甲局', '处罚信息1'],
          ['甲局', '处罚信息2'],
          ['甲局', '处罚信息3'],
          ['甲局', '许可信息'],
          ['甲局', '许可信息２'],
        ],
      },
      findings: [
        {
          cell: 'B3',
          field: '名称',
          case: 'number-only',
          severity: 'warning',
          params: { text: '处罚信息2', name: '处罚信息1', other: 'B2' },
          related: ['B2'],
        },
        {
          cell: 'B6',
          field: '名称',
          case: 'number-only',
          severity: 'warning',
          params: { text: '许可信息２', name: '许可信息', other: 'B5' },
          related: ['B5'],
        },
      ],
    },
    {
      says: '只有标点或空格不同',
      rows: {
        items: [
          ['甲局', '行政处罚信息'],
          ['甲局', '行政处罚信息。'],
          ['甲局', '行政（处罚）信息'],
        ],
      },
      findings: [
        {
          cell: 'B3',
          field: '名称',
          case: 'punctuation-only',
          severity: 'warning',
          params: { text: '行政处罚信息。', name: '行政处罚信息', other: 'B2' },
          related: ['B2'],
        },
        {
          cell: 'B4',
          field: '名称',
          case: 'punctuation-only',
          severity: 'warning',
          params: { text: '行政（处罚）信息', name: '行政处罚信息', other: 'B2' },
          related: ['B2'],
        },
      ],
    },
  ],
};
