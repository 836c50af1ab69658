import { text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const reference: RuleCases = {
  rule: 'reference',
  columns: { systems: { 系统: text }, servers: { 服务器: text, 系统: text } },
  uses: [{ at: 'servers[系统]', options: { table: 'systems', column: '系统', covers: true } }],
  valid: [
    {
      says: '所填系统都在系统表里，一格可以写几个',
      rows: {
        systems: [['婚姻登记系统'], ['低保系统']],
        servers: [
          ['应用', '婚姻登记系统、低保系统'],
          ['数据库', '低保 系统'],
        ],
      },
    },
    { says: '系统表是空的，另有提示', rows: { systems: [], servers: [['应用', '低保系统']] } },
    { says: '资源表是空的，另有提示', rows: { systems: [['低保系统']], servers: [] } },
  ],
  invalid: [
    {
      says: '系统表里没有；写错一字的给出正确的',
      rows: {
        systems: [['婚姻登记系统']],
        servers: [
          ['应用', '婚姻登记系统'],
          ['应用', '殡葬系统'],
          ['应用', '婚烟登记系统'],
        ],
      },
      findings: [
        {
          cell: 'B6',
          field: '系统',
          case: 'unknown',
          severity: 'error',
          params: { text: '殡葬系统', table: 'systems', target: '系统', names: ['婚姻登记系统'] },
        },
        {
          cell: 'B7',
          field: '系统',
          case: 'unknown-near',
          severity: 'error',
          params: { text: '婚烟登记系统', table: 'systems', target: '系统', near: '婚姻登记系统' },
          expected: ['婚姻登记系统'],
        },
      ],
    },
    {
      says: '只差期次、编号的是另一个，不猜',
      uses: [{ at: 'servers[系统]', options: { table: 'systems', column: '系统' } }],
      rows: { systems: [['低保系统（一期）']], servers: [['应用', '低保系统（二期）']] },
      findings: [
        {
          cell: 'B5',
          field: '系统',
          case: 'unknown',
          severity: 'error',
          params: { text: '低保系统（二期）', table: 'systems', target: '系统', names: ['低保系统（一期）'] },
        },
      ],
    },
    {
      says: '只差编号的是另一台，不猜',
      uses: [{ at: 'servers[系统]', options: { table: 'systems', column: '系统' } }],
      rows: { systems: [['应用服务器1']], servers: [['应用', '应用服务器2']] },
      findings: [
        {
          cell: 'B5',
          field: '系统',
          case: 'unknown',
          severity: 'error',
          params: { text: '应用服务器2', table: 'systems', target: '系统', names: ['应用服务器1'] },
        },
      ],
    },
    {
      says: '系统没有资源',
      rows: { systems: [['婚姻登记系统'], ['低保系统']], servers: [['应用', '低保系统']] },
      findings: [
        {
          cell: 'A2',
          field: '系统',
          case: 'not-covered',
          severity: 'warning',
          params: { text: '婚姻登记系统', table: 'servers', source: '系统' },
        },
      ],
    },
  ],
};
