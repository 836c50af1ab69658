import { integer, text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const unchanged: RuleCases = {
  rule: 'unchanged',
  columns: {
    before: { 序号: integer, 服务器: text, 数量: integer },
    after: { 序号: integer, 服务器: text, 数量: integer },
  },
  uses: [{ at: 'after', options: { table: 'before', ignore: ['序号'] } }],
  valid: [{ says: '数量变了', rows: { before: [[1, '应用', 1]], after: [[1, '应用', 2]] } }],
  invalid: [
    {
      says: '除序号外与变更前相同',
      rows: {
        before: [
          [1, '应用', 1],
          [2, '数据库', 1],
        ],
        after: [[1, '数据库', '1台']],
      },
      findings: [
        { cell: 'B6', field: '服务器', case: 'unchanged', severity: 'info', params: { other: 'B3' }, related: ['B3'] },
      ],
    },
  ],
};
