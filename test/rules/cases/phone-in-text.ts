import { text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

const told = (name: string, severity: 'error' | 'warning', params: Readonly<Record<string, string | number>>) =>
  ({ cell: 'B1', field: '经办人', case: name, severity, params }) as const;

export const phoneInText: RuleCases = {
  rule: 'phone-in-text',
  fields: { 经办人: text },
  uses: [{ at: '经办人' }],
  valid: [
    { says: '没有填写', fields: {} },
    { says: '只写了姓名，电话不是必填', fields: { 经办人: '李四' } },
    { says: '姓名和手机', fields: { 经办人: '李四 13805640564' } },
    { says: '括号里的座机', fields: { 经办人: '李四（0564-7356123）' } },
    { says: '还有日期', fields: { 经办人: '李四 13805640564 2024年3月1日' } },
    { says: '只有日期', fields: { 经办人: '李四 2024-03-01' } },
    { says: '两个号码', fields: { 经办人: '李四 13805640564、张三 13905640564' } },
  ],
  invalid: [
    {
      says: '少一位',
      fields: { 经办人: '张伟 1385640123' },
      findings: [told('phone-digit-count', 'error', { text: '1385640123', digits: 10 })],
    },
    {
      says: '混有字母',
      fields: { 经办人: '张伟：138OO138000' },
      findings: [told('phone-letters', 'error', { text: '138OO138000', letters: 'O' })],
    },
    {
      says: '漏了区号开头的 0',
      fields: { 经办人: '张伟 5647356123' },
      findings: [told('phone-zero-missing', 'warning', { text: '5647356123', normal: '0564-7356123' })],
    },
  ],
};
