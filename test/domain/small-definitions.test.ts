import assert from 'node:assert/strict';
import { checkForms } from '../../src/check/check-forms.ts';
import type { CellValue } from '../../src/sheets/grid.ts';
import { locateIn, smallForm } from '../locate/small-form.ts';
import { verdicts } from './judge.ts';

// Ways of filling cells that none of the forms at hand has: each on a small definition of its own, as a county's IT
// person would write it.

type Case = readonly [says: string, values: Readonly<Record<string, CellValue>>, ...expected: string[]];

/** A form of labelled fields; the cases say what stands behind some labels. */
function fields(
  title: string,
  yaml: string,
  filled: Readonly<Record<string, CellValue>>,
  cases: readonly Case[],
): void {
  const form = smallForm(yaml);
  describe(`small definitions: ${title}`, () => {
    for (const [says, change, ...expected] of cases) {
      it(says, () => {
        const rows = Object.entries({ ...filled, ...change });
        assert.deepEqual(verdicts(checkForms([locateIn(form, rows)])), expected);
      });
    }
  });
}

fields(
  'an investment and what it is made up of, in 万元',
  `
fields:
  总投资: { label: 总投资（万元）, type: money, unit: 万元, required: true }
  财政资金: { type: money, unit: 万元 }
  自筹资金: { type: money, unit: 万元 }
rules:
  - { rule: equal, at: 总投资, left: '=fields[总投资]', right: '=SUM(fields[财政资金],fields[自筹资金])' }
`,
  { '总投资（万元）': 500, 财政资金: 300, 自筹资金: 200 },
  [
    ['the parts make it up', {}],
    ['they do not', { 自筹资金: 150 }, 'E 总投资 equal/differs'],
    ['a part left blank is 0', { 财政资金: 500, 自筹资金: null }],
    ['500万', { '总投资（万元）': '500万' }, 'N 总投资 type/number-tidied'],
    ['500万元', { '总投资（万元）': '500万元' }, 'N 总投资 type/number-tidied'],
    ['伍佰万元', { '总投资（万元）': '伍佰万元' }, 'N 总投资 type/unit-converted'],
    ['in 元', { '总投资（万元）': '￥5000000元' }, 'N 总投资 type/unit-converted'],
    ['exactly ten thousand times too much', { '总投资（万元）': 5000000 }, 'E 总投资 equal/unit-mixed'],
  ],
);

fields(
  'beginning and end',
  `
fields:
  开始日期: { type: month, required: true }
  结束日期: { type: month, required: true }
rules:
  - rule: formula
    at: 结束日期
    condition: '=fields[结束日期]>=fields[开始日期]'
    message: { zh: 结束早于开始, en: It ends before it begins }
`,
  { 开始日期: '2024-03', 结束日期: '2024-06' },
  [
    ['one after the other', {}],
    ['the wrong way round', { 结束日期: '2024-01' }, 'E 结束日期 formula/broken'],
    ['one that cannot be read is told by itself', { 结束日期: '年底' }, 'E 结束日期 type/not-a-date'],
    ['an empty value that became a date', { 结束日期: 0 }, 'E 结束日期 type/zero-date'],
  ],
);

fields(
  'a code of a certain form, and one of a few answers',
  `
fields:
  信用代码: { label: 统一社会信用代码, type: pattern, pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$', hint: { zh: 18 位, en: 18 characters } }
  是否涉密:
    required: true
    choices: [{ value: 是, synonyms: [涉密] }, { value: 否, synonyms: [不涉密, 非密, 公开] }]
  共享类型: { choices: [无条件共享, 有条件共享, 不予共享] }
  共享条件: { type: lines, required: { when: '=fields[共享类型]="有条件共享"' } }
`,
  { 统一社会信用代码: '11330100MB1A23456A', 是否涉密: '否', 共享类型: '无条件共享', 共享条件: null },
  [
    ['a right code', {}],
    [
      'a letter that codes do not have',
      { 统一社会信用代码: '1133O100MB1A23456A' },
      'E 信用代码 pattern/pattern-mismatch',
    ],
    [
      'a code stored as a number: digits are lost',
      { 统一社会信用代码: 330100202400010000 },
      'E 信用代码 pattern/digits-lost',
    ],
    ['不涉密', { 是否涉密: '不涉密' }, 'N 是否涉密 choice/choice-tidied'],
    ['公开', { 是否涉密: '公开' }, 'N 是否涉密 choice/choice-tidied'],
    ['nothing', { 是否涉密: null }, 'E 是否涉密 required/missing'],
    ['a condition that is due', { 共享类型: '有条件共享' }, 'E 共享条件 required/missing'],
    ['无 is no condition', { 共享类型: '有条件共享', 共享条件: '无' }, 'E 共享条件 required/missing'],
    ['a condition stated', { 共享类型: '有条件共享', 共享条件: '经审批后使用' }],
  ],
);

describe('small definitions: totals in a unit of their own', () => {
  const form = smallForm(`
tables:
  items:
    columns:
      名称: { required: true }
      数量: { type: integer, required: true, total: true }
      单价: { label: 单价, type: money, required: true }
      总价: { label: 总价, type: money, computed: '=ROUND([@数量]*[@单价],2)', total: true }
`);
  const judged = (rows: readonly (readonly CellValue[])[]): string[] => verdicts(checkForms([locateIn(form, rows)]));

  for (const [says, heading, rows, ...expected] of [
    ['prices in 元, totals in 万元', '总价（万元）', [['打印机', 10, 5500, 5.5]]],
    ['a wrong product', '总价（元）', [['打印机', 10, 5500, 50000]], 'E 总价 computed/differs'],
    [
      'a product in another unit than its heading says',
      '总价（元）',
      [['打印机', 10, 5500, 5.5]],
      'E 总价 computed/unit-mixed',
    ],
    [
      'a total row that agrees',
      '总价（元）',
      [
        ['打印机', 10, 5500, 55000],
        ['合计', 10, null, 55000],
      ],
    ],
    [
      'a total row that counts one too many',
      '总价（元）',
      [
        ['打印机', 10, 5500, 55000],
        ['合计', 11, null, 55000],
      ],
      'E 数量 total/differs',
    ],
    [
      'subtotals and a total',
      '总价（元）',
      [
        ['打印机', 10, 5500, 55000],
        ['小计', 10, null, 55000],
        ['扫描仪', 1, 100, 100],
        ['小计', 1, null, 100],
        ['总计', 11, null, 55100],
      ],
    ],
  ] as const) {
    it(says, () => {
      assert.deepEqual(judged([['名称', '数量', '单价', heading], ...rows]), expected);
    });
  }
});
