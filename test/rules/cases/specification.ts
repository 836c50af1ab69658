import type { RuleCases } from '../rule-cases.ts';

export const specification: RuleCases = {
  rule: 'specification',
  columns: { items: { 产品配置: { kind: 'specification' } } },
  uses: [{ at: 'items[产品配置]' }],
  valid: [{ says: '读得出处理器、内存和磁盘', rows: { items: [['4核8G 100G']] } }],
  invalid: [
    {
      says: '读不出大小',
      rows: { items: [['高配']] },
      findings: [
        {
          cell: 'A2',
          field: '产品配置',
          case: 'specification-unread',
          severity: 'info',
          params: { text: '高配' },
        },
      ],
    },
  ],
};
