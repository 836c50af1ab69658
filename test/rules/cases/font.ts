import { number, text } from '../filled-form.ts';
import type { RuleCases } from '../rule-cases.ts';

const asked = { name: '宋体', size: 10.5 };
const larger = { name: 'SimSun', size: 12 };
const other = { name: '仿宋_GB2312', size: 10.5 };

export const font: RuleCases = {
  rule: 'font',
  fields: { 单位: text, 金额: number, 备注: text },
  uses: [{ options: { names: ['宋体', 'SimSun'], size: 10.5 } }],
  valid: [
    {
      says: '规定的字体和字号，名称有中英文两种',
      fields: { 单位: { value: '民政局', font: asked }, 金额: { value: 5, font: { ...asked, name: 'simsun' } } },
    },
    { says: '文件没有说明字体', fields: { 单位: '民政局', 金额: 5 } },
    { says: '没有填写', fields: { 单位: { value: '民政局', font: asked }, 备注: { value: ' ', font: other } } },
    {
      says: '只规定了字体',
      uses: [{ options: { names: ['宋体', 'SimSun'] } }],
      fields: { 单位: { value: '民政局', font: larger } },
    },
  ],
  invalid: [
    {
      says: '几处不同，只提一次',
      fields: {
        单位: { value: '民政局', font: larger },
        金额: { value: 5, font: asked },
        备注: { value: '无异议', font: other },
      },
      findings: [
        {
          cell: 'B1',
          field: '单位',
          case: 'other',
          severity: 'info',
          params: { fields: ['单位', '备注'], found: ['SimSun 12pt', '仿宋_GB2312 10.5pt'], wanted: '宋体 10.5pt' },
          related: ['B3'],
        },
      ],
    },
  ],
};
