import { text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const example: RuleCases = {
  rule: 'example',
  fields: { 系统名称: text, 网络域: text },
  columns: { items: { 名称: { type: text, carryDown: true }, 说明: text } },
  uses: [
    { at: 'items[名称]', options: { words: ['人口信息'] } },
    { at: 'items[说明]' },
    { at: '系统名称' },
    { at: '网络域' },
  ],
  valid: [
    {
      says: '真实的名称：如皋市、张××、XXL、2XX',
      rows: {
        items: [
          ['如皋市行政处罚信息', '如有变化另行说明'],
          ['张××', '经办人李××'],
          ['服装XXL', '返回2XX状态码'],
        ],
      },
    },
  ],
  invalid: [
    {
      says: '遗留的示例和占位符；向下沿用的只提一次',
      rows: {
        items: [
          ['XX处罚信息', '如：处罚决定书'],
          [null, '××局制发'],
          ['人口信息', null],
        ],
      },
      findings: [
        {
          cell: 'A5',
          field: '名称',
          case: 'placeholder',
          severity: 'warning',
          params: { text: 'XX处罚信息', placeholder: 'XX' },
        },
        { cell: 'B5', field: '说明', case: 'left-in', severity: 'warning', params: { text: '如：处罚决定书' } },
        {
          cell: 'B6',
          field: '说明',
          case: 'placeholder',
          severity: 'warning',
          params: { text: '××局制发', placeholder: '××' },
        },
        { cell: 'A7', field: '名称', case: 'left-in', severity: 'warning', params: { text: '人口信息' } },
      ],
    },
    {
      says: '句中的占位符，以“如”“例”开头的示例',
      rows: {
        items: [
          ['政务云XXX域资源', null],
          ['婚姻登记信息', '例：登记日期'],
          ['收养登记信息', '如 登记日期'],
        ],
      },
      findings: [
        {
          cell: 'A5',
          field: '名称',
          case: 'placeholder',
          severity: 'warning',
          params: { text: '政务云XXX域资源', placeholder: 'XXX' },
        },
        { cell: 'B6', field: '说明', case: 'left-in', severity: 'warning', params: { text: '例：登记日期' } },
        { cell: 'B7', field: '说明', case: 'left-in', severity: 'warning', params: { text: '如 登记日期' } },
      ],
    },
    {
      says: '一句话里有几个空没有填写，合起来提一次',
      fields: { 系统名称: 'XXX', 网络域: { value: 'XXX', shares: true } },
      findings: [
        {
          cell: 'B1',
          field: '系统名称',
          case: 'blanks-left',
          severity: 'warning',
          params: { blanks: ['系统名称', '网络域'] },
        },
      ],
    },
  ],
};
