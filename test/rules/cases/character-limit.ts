import type { RuleCases } from '../rule-cases.ts';

export const characterLimit: RuleCases = {
  rule: 'character-limit',
  fields: { 简介: { kind: 'text', lines: 'keep' } },
  uses: [{ at: '简介', options: { max: 10 } }],
  valid: [
    { says: '正好十个字', fields: { 简介: '本系统支撑全县民政。' } },
    { says: '空格和换行不算，生僻字算一个', fields: { 简介: '本 系 统\n支 撑　全县𠮷政。' } },
    { says: '没有填写' },
  ],
  invalid: [
    {
      says: '多了三个字',
      fields: { 简介: '本系统支撑全县民政，v2。' },
      findings: [
        { cell: 'B1', field: '简介', case: 'too-long', severity: 'error', params: { count: 13, max: 10, over: 3 } },
      ],
    },
  ],
};
