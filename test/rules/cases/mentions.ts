import type { ValueType } from '../../../src/forms/form.ts';
import type { RuleCases } from '../rule-cases.ts';

const lines: ValueType = { kind: 'text', lines: 'keep' };

export const mentions: RuleCases = {
  rule: 'mentions',
  fields: { 材料目录: lines },
  uses: [
    {
      at: '材料目录',
      options: {
        things: [
          { name: '合同', words: ['合同'] },
          { name: '初验报告', words: ['初验', '初步验收'] },
          { name: '工作总结', words: ['总结'] },
        ],
      },
    },
  ],
  valid: [
    { says: '都列出了，写法不一', fields: { 材料目录: '1.项目合同复印件\n2.初步\n验收报告；工作总结' } },
    { says: '不是目录', fields: { 材料目录: '见附件' } },
    { says: '没有填', fields: {} },
  ],
  invalid: [
    {
      says: '漏了一项',
      fields: { 材料目录: '合同、总结' },
      findings: [
        { cell: 'B1', field: '材料目录', case: 'left-out', severity: 'warning', params: { things: ['初验报告'] } },
      ],
    },
  ],
};
