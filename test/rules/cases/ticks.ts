import type { RuleCases } from '../rule-cases.ts';

export const ticks: RuleCases = {
  rule: 'ticks',
  fields: {
    类型: {
      kind: 'ticks',
      single: true,
      options: ['新建', '续建'].map((value) => ({ value, same: [], synonyms: [], not: [] })),
    },
  },
  uses: [{ at: '类型' }],
  valid: [{ says: '勾了一项', fields: { 类型: '☑新建 □续建' } }],
  invalid: [
    {
      says: '单选的勾了两项',
      fields: { 类型: '☑新建 ☑续建' },
      findings: [
        {
          cell: 'B1',
          field: '类型',
          case: 'several-ticked',
          severity: 'error',
          params: { options: ['新建', '续建'] },
        },
      ],
    },
    {
      says: '没有勾',
      fields: { 类型: '是的' },
      findings: [
        {
          cell: 'B1',
          field: '类型',
          case: 'ticks-unreadable',
          severity: 'error',
          params: { text: '是的' },
        },
      ],
    },
    {
      says: '勾的归属不明',
      fields: { 类型: '新建□√续建□' },
      findings: [
        {
          cell: 'B1',
          field: '类型',
          case: 'ticks-ambiguous',
          severity: 'warning',
          params: { text: '新建□√续建□' },
        },
      ],
    },
  ],
};
