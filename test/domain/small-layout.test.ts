import assert from 'node:assert/strict';
import { checkForms } from '../../src/check/check-forms.ts';
import { fillForm } from '../../src/locate/fill-form.ts';
import { locateForms } from '../../src/locate/locate-forms.ts';
import type { CellValue, Grid } from '../../src/sheets/grid.ts';
import { gridOf } from '../../src/sheets/grid-builder.ts';
import { sheetOf, smallForm, workbookOf } from '../locate/small-form.ts';
import { verdicts } from './judge.ts';
import { sheets } from './small-definition.ts';

// What somebody's own retyping of a form makes of it, through to what is said of it.

const DEVICES = `
tables:
  items:
    rows: { ignoreIfOnly: [序号] }
    columns:
      序号: { type: integer, optional: true }
      部门: { carryDown: true, required: once }
      设备名称: { required: true }
      类别: { choices: [新增, 更新], required: true }
      数量: { type: integer, min: 1, required: true, total: true }
      金额: { type: money, required: true, total: true }
rules:
  - { rule: sequence, at: 'items[序号]' }
  - { rule: unique, at: 'items[设备名称]', ignore: [序号] }
  - { rule: similar, at: 'items[设备名称]' }
`;
const HEADER = ['序号', '部门', '设备名称', '类别', '数量', '金额（元）'];
const FIRST = [1, '办公室', '打印机', '新增', 2, 3000];
const SECOND = [2, '财务科', '扫描仪', '更新', 1, 500];

sheets('above a table', DEVICES, [
  ['nothing', [HEADER, FIRST, SECOND]],
  [
    'an annex number, a title and a line for the office',
    [['附件1：'], ['设备登记表'], ['填报单位：县统计局　　填报日期：2024年3月　　单位：元'], HEADER, FIRST],
  ],
]);

sheets('the heading', DEVICES, [
  [
    'columns in another order',
    [
      ['金额', '数量', '类别', '设备名称', '部门'],
      [3000, 2, '新增', '打印机', '办公室'],
    ],
  ],
  [
    'a column is missing: told once',
    [HEADER.filter((heading) => heading !== '类别'), [1, '办公室', '打印机', 2, 3000], [2, '财务科', '扫描仪', 1, 500]],
    'E 类别 layout/missing-column',
  ],
  [
    'a column twice',
    [
      [...HEADER, '数量'],
      [...FIRST, 2],
    ],
    'W 数量 layout/doubled-column',
  ],
  [
    'two columns called 备注',
    [
      [...HEADER, '备注', '备注'],
      [...FIRST, '甲', '乙'],
    ],
  ],
  [
    'values without a heading',
    [
      ['部门', '设备名称', null, '类别', '数量', '金额'],
      ['办公室', '打印机', 'A', '新增', 2, 3000],
    ],
    'W – layout/unnamed-column',
  ],
]);

sheets('the rows', DEVICES, [
  [
    'blank below the first of a department',
    [HEADER, FIRST, [2, null, '扫描仪', '更新', 1, 500]],
    'N 部门 layout/carried-down',
  ],
  ...['同上', '〃', '"', '″', '--'].map(
    (mark) =>
      [
        `${mark} for the value above`,
        [HEADER, FIRST, [2, '财务科', '扫描仪', mark, 1, 500]],
        'N 类别 layout/ditto',
      ] as const,
  ),
  ...['同上', '〃'].map(
    (mark) =>
      [
        `${mark} in the first row`,
        [HEADER, [1, mark, '打印机', '新增', 2, 3000], SECOND],
        'E 部门 layout/ditto-of-nothing',
      ] as const,
  ),
  [
    'a subtotal and a total',
    [HEADER, FIRST, ['小计', null, null, null, 2, 3000], SECOND, ['合 计', null, null, null, 3, 3500]],
  ],
  [
    'a total that is one too many',
    [HEADER, FIRST, SECOND, ['总计（元）', null, null, null, 4, 3500]],
    'E 数量 total/differs',
  ],
  [
    'a total with the subtotals in it',
    [HEADER, FIRST, ['小计', null, null, null, 2, 3000], ['合计', null, null, null, 4, 6000]],
    'E 数量 total/subtotals-added',
    'E 金额 total/subtotals-added',
  ],
  ['names of groups in between', [HEADER, ['机关（1台）'], FIRST, ['下属单位（1所）'], SECOND]],
  ['notes below', [HEADER, FIRST, ['注：本表一式三份。'], ['备注：1.数量填整数。2.金额以元计。'], ['填表说明：']]],
  ['blank rows in between', [HEADER, FIRST, [], [], SECOND], 'W – layout/blank-rows'],
  ['numbered rows that are not used', [HEADER, FIRST, ...Array.from({ length: 188 }, (_, i) => [i + 2])]],
  [
    'rows with nothing but a choice made beforehand',
    [HEADER, FIRST, ...Array.from({ length: 20 }, (_, i) => [i + 2, null, null, '新增'])],
    'W – layout/preset-rows',
  ],
  ['a number left out', [HEADER, FIRST, [3, '财务科', '扫描仪', '更新', 1, 500]], 'W 序号 sequence/broken'],
  ['the same number twice', [HEADER, FIRST, [1, '财务科', '扫描仪', '更新', 1, 500]], 'W 序号 sequence/repeated'],
  ['the same row twice', [HEADER, FIRST, FIRST.with(0, 2)], 'W 设备名称 unique/equal-rows'],
  ...['打印机。', '打 印 机。'].map(
    (name) =>
      [
        `${name} beside 打印机`,
        [HEADER, FIRST, [2, '财务科', name, '更新', 1, 500]],
        'W 设备名称 similar/punctuation-only',
      ] as const,
  ),
]);

sheets(
  'the unit of all amounts in a line of its own',
  `
fields: { 合计金额: { type: money, required: true } }
tables:
  items: { columns: { 设备名称: { required: true }, 数量: { type: integer }, 金额: { type: money } } }
rules:
  - { rule: equal, at: 合计金额, left: '=fields[合计金额]', right: '=SUM(items[金额])' }
`,
  [
    [
      'the amounts of the table are in it',
      [['合计金额：3000元'], ['填报单位：县统计局　　单位：万元'], ['设备名称', '数量', '金额'], ['打印机', 2, 0.3]],
    ],
  ],
);

describe('small definitions: a sheet for each department', () => {
  const form = smallForm(DEVICES);
  const judged = (...grids: readonly Grid[]): { readonly sheets: number; readonly said: string[] } => {
    const workbook = workbookOf(...grids);
    const { located } = locateForms(workbook, [form]);
    assert.ok(located);
    const result = checkForms(located.map((one) => fillForm(workbook, one)));
    return { sheets: located.length, said: verdicts(result) };
  };
  const sheet = (name: string, ...rows: (readonly CellValue[])[]): Grid => sheetOf([HEADER, ...rows], [], name);

  it('each is checked', () => {
    assert.deepEqual(judged(sheet('办公室', FIRST), sheet('法规处', SECOND.with(0, 1).with(4, 0))), {
      sheets: 2,
      said: ['E 数量 type/below-minimum'],
    });
  });

  it('a row of one in another is told', () => {
    assert.deepEqual(judged(sheet('办公室', FIRST), sheet('法规处', FIRST)).said, ['W 设备名称 unique/equal-rows']);
  });

  it('the list behind the drop-downs is no form, hidden or not', () => {
    const list = gridOf('字典', [['新增'], ['更新']], { visibility: 'veryHidden' });
    assert.deepEqual(judged(sheet('办公室', FIRST), list), { sheets: 1, said: [] });
  });
});
