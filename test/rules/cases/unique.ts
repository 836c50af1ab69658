import { integer, text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const unique: RuleCases = {
  rule: 'unique',
  columns: { items: { 序号: integer, 资源: { type: text, carryDown: true }, 信息项: text } },
  uses: [{ at: 'items[信息项]', options: { columns: ['资源', '信息项'] } }],
  valid: [
    {
      says: '不同资源可以有同名的信息项',
      rows: {
        items: [
          [1, '低保对象', '姓名'],
          [2, null, '住址'],
          [3, '低保金', '姓名'],
        ],
      },
    },
    {
      says: '空白的不算重复',
      rows: {
        items: [
          [1, '低保对象', null],
          [2, '低保对象', null],
        ],
      },
    },
    {
      says: '除序号外有不同之处的行',
      uses: [{ at: 'items', options: { ignore: ['序号'] } }],
      rows: {
        items: [
          [1, '低保对象', '姓名'],
          [2, '低保对象', '住址'],
        ],
      },
    },
  ],
  invalid: [
    {
      says: '同一资源的同一信息项两次，全角半角、大小写、空格不论',
      rows: {
        items: [
          [1, '低保对象', '身份ID'],
          [2, null, '姓名'],
          [3, '低保对象', '身份 ＩＤ'],
        ],
      },
      findings: [
        {
          cell: 'C4',
          field: '信息项',
          case: 'duplicate',
          severity: 'error',
          params: { text: '身份 ＩＤ', first: 'C2', columns: ['资源', '信息项'] },
          related: ['C2'],
        },
      ],
    },
    {
      says: '在另一张工作表里',
      name: '办公室',
      rows: { items: [[1, '低保对象', '姓名']] },
      also: [
        {
          name: '法规处',
          rows: {
            items: [
              [1, '婚姻登记', '姓名'],
              [2, '低保对象', '姓名'],
            ],
          },
        },
      ],
      findings: [
        {
          sheet: '法规处',
          sheetIndex: 1,
          cell: 'C3',
          field: '信息项',
          case: 'duplicate',
          severity: 'error',
          params: { text: '姓名', first: '办公室!C2', columns: ['资源', '信息项'] },
        },
      ],
    },
    {
      says: '除序号外完全相同的两行',
      uses: [{ at: 'items[信息项]', options: { ignore: ['序号'] } }],
      rows: {
        items: [
          [1, '低保对象', '姓名'],
          [2, '低保对象', '姓名'],
        ],
      },
      findings: [
        {
          cell: 'C3',
          field: '信息项',
          case: 'equal-rows',
          severity: 'warning',
          params: { first: 'C2' },
          related: ['C2'],
        },
      ],
    },
  ],
};
