import { choiceOf, ports, text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

export const required: RuleCases = {
  rule: 'required',
  columns: {
    items: { 部门: { type: text, carryDown: true }, 名称: text, 开放: choiceOf('是', '否'), 条件: text, 端口: ports },
  },
  uses: [
    { at: 'items[部门]', options: { once: true } },
    { at: 'items[名称]' },
    { at: 'items[条件]', when: '=[@开放]="是"' },
    { at: 'items[端口]', options: { notApplicable: true } },
  ],
  valid: [
    {
      says: '都已填写；开放为“否”时不要求条件；不需要端口的写“无”',
      rows: {
        items: [
          ['民政局', '低保对象', '是', '实名认证', 443],
          [null, '低保金发放', '否', null, '无'],
        ],
      },
    },
    { says: '所依据的内容读不出来时不追问', rows: { items: [['民政局', '低保对象', '也许', null, '/']] } },
    { says: '没有数据行', rows: { items: [] } },
  ],
  invalid: [
    {
      says: '空着，或只写了“无”“/”；填写用的横线不算“无”',
      rows: {
        items: [
          ['民政局', null, '否', null, '不开放'],
          [null, '/', '否', null, '____'],
        ],
      },
      findings: [
        { cell: 'B2', field: '名称', case: 'missing', severity: 'error' },
        { cell: 'B3', field: '名称', case: 'missing', severity: 'error' },
        { cell: 'E3', field: '端口', case: 'missing', severity: 'error' },
      ],
    },
    {
      says: '开放为“是”时要写条件',
      rows: { items: [['民政局', '低保对象', '是', null, 80]] },
      findings: [{ cell: 'D2', field: '条件', case: 'missing', severity: 'error' }],
    },
    {
      says: '部门到下面才写，前面的行不知属于谁，只在第一行提一次',
      rows: {
        items: [
          [null, '低保对象', '否', null, 80],
          [null, '低保金发放', '否', null, 80],
          ['民政局', '婚姻登记', '否', null, 80],
        ],
      },
      findings: [{ cell: 'A2', field: '部门', case: 'missing-at-first', severity: 'warning', params: { cell: 'A4' } }],
    },
    {
      says: '一行也没有写部门，只在第一行提一次',
      rows: {
        items: [
          [null, '低保对象', '否', null, 80],
          [null, '低保金发放', '否', null, 80],
        ],
      },
      findings: [{ cell: 'A2', field: '部门', case: 'missing-throughout', severity: 'error' }],
    },
  ],
};
