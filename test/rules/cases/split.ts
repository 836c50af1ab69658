import { integer, number, text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const split: RuleCases = {
  rule: 'split',
  fields: { 负责人: text, 职务: text },
  columns: { items: { CPU: integer, 内存: number, 存储: number } },
  uses: [
    {
      at: 'items[CPU]',
      options: { pattern: '(?<CPU>\\d+) ?[核C] ?(?<内存>\\d+) ?GB?(?: (?<存储>\\d+)GB?(?:存储)?)?' },
    },
    { at: '负责人', options: { pattern: '(?<负责人>\\p{Script=Han}{2,3})[( ]?(?<职务>处长|科长|主任)\\)?' } },
  ],
  valid: [
    { says: '一格一项', fields: { 负责人: '张三', 职务: '处长' }, rows: { items: [[8, 16, 200]] } },
    { says: '另一格已经填了，不去覆盖', rows: { items: [['8核16G', 32, null]] } },
    { says: '看不出是几项', fields: { 负责人: '张三等' }, rows: { items: [['若干', null, null]] } },
  ],
  invalid: [
    {
      says: '几项写在一格：建议分开，并填进各自的格子',
      fields: { 负责人: '张三（处长）' },
      rows: {
        items: [
          ['8核16G', null, null],
          ['8C16GB 200G存储', null, null],
        ],
      },
      findings: [
        {
          cell: 'B1',
          field: '负责人',
          case: 'run-together',
          severity: 'info',
          params: { text: '张三（处长）', parts: ['负责人 张三', '职务 处长'] },
          fix: [
            { cell: 'B1', value: '张三' },
            { cell: 'B2', value: '处长' },
          ],
        },
        {
          cell: 'A5',
          field: 'CPU',
          case: 'run-together',
          severity: 'info',
          params: { text: '8核16G', parts: ['CPU 8', '内存 16'] },
          fix: [
            { cell: 'A5', value: 8 },
            { cell: 'B5', value: 16 },
          ],
        },
        {
          cell: 'A6',
          field: 'CPU',
          case: 'run-together',
          severity: 'info',
          params: { text: '8C16GB 200G存储', parts: ['CPU 8', '内存 16', '存储 200'] },
          fix: [
            { cell: 'A6', value: 8 },
            { cell: 'B6', value: 16 },
            { cell: 'C6', value: 200 },
          ],
        },
      ],
    },
  ],
};
