import assert from 'node:assert/strict';
import type { Form } from '../../src/forms/form.ts';
import { FORM_PROPERTY, locateForms } from '../../src/locate/locate-forms.ts';
import type { CellValue, Grid } from '../../src/sheets/grid.ts';
import { toA1 } from '../../src/sheets/address.ts';
import type { Workbook } from '../../src/sheets/workbook.ts';
import { allForms } from '../check-file.ts';
import { CATALOGUE_HEADINGS, CATALOGUE_ROW } from '../right-catalogue.ts';
import { sheetOf, smallForm, workbookOf } from './small-form.ts';

const FORMS = allForms();
const CATALOGUE = [[...CATALOGUE_HEADINGS], CATALOGUE_ROW];
const PURCHASE = [
  ['金寨县行政事业单位办公电脑采购申报表'],
  ['申请单位名称：县教育局   日期：2024年1月15日'],
  ['序号', '采购品目', '规格型号', '数量', '单价（元）', '金额（元）'],
  [1, '台式电脑', '某型号', 2, 5000, 10000],
  ['合计金额（大写）', '壹万元整'],
  ['购置依据或理由：更新'],
  ['预算安排资金：10000  财政专项资金：  其他资金：'],
];

/** The outcome in short: each form with its sheet, or the code with the forms it is about. */
function outcome(workbook: Workbook, forms: readonly Form[] = FORMS, only?: string): string[] {
  const { located, problem } = locateForms(workbook, forms, only === undefined ? {} : { only });
  return located
    ? located.map(({ form, sheet }) => `${form.id} ${workbook.sheets[sheet]?.name ?? ''}`)
    : [problem.code, ...problem.forms.map(({ id }) => id)];
}

const one = (...rows: (readonly CellValue[])[]): Workbook => workbookOf(sheetOf(rows));
const empty = (name: string): Grid => sheetOf([], [], name);

describe('locate: which form a workbook holds', () => {
  for (const [title, workbook, expected] of [
    ['a table known by its headings alone', one(...CATALOGUE), ['yunyang/catalogue Sheet1']],
    ['a form of labels and a table', one(...PURCHASE), ['jinzhai/pc-purchase Sheet1']],
    [
      'the same form on several sheets, a list for drop-downs on another',
      workbookOf(
        sheetOf(CATALOGUE, [], '办公室'),
        sheetOf([['无条件共享'], ['有条件共享'], ['不予共享']], [], '字典'),
        sheetOf(CATALOGUE, [], '法规处'),
      ),
      ['yunyang/catalogue 办公室', 'yunyang/catalogue 法规处'],
    ],
    [
      'two forms on two sheets',
      workbookOf(sheetOf(PURCHASE, [], '采购'), sheetOf(CATALOGUE, [], '目录')),
      ['jinzhai/pc-purchase 采购', 'yunyang/catalogue 目录'].sort(),
    ],
    ['none in an empty workbook', workbookOf(empty('Sheet1'), empty('Sheet2')), ['no-form']],
    ['none in somebody’s list of names', one(['姓名', '电话'], ['张三', '8888']), ['no-form']],
    [
      'none in a table that shares a few headings',
      one(['序号', '项目名称', '数量', '备注'], [1, '甲', 2, '']),
      ['no-form'],
    ],
    [
      'a title without its header',
      one(['云阳县政务信息化项目信息资源目录'], ...CATALOGUE.slice(1)),
      ['no-header', 'yunyang/catalogue'],
    ],
    [
      'labels without the header of the only table',
      one(...PURCHASE.filter((_, row) => row !== 2)),
      ['no-header', 'jinzhai/pc-purchase'],
    ],
  ] as const) {
    it(title, () => {
      const found = outcome(workbook);
      assert.deepEqual(title.startsWith('two forms') ? found.sort() : found, expected);
    });
  }

  it('only the one asked for', () => {
    const workbook = workbookOf(sheetOf(PURCHASE, [], '采购'), sheetOf(CATALOGUE, [], '目录'));
    assert.deepEqual(outcome(workbook, FORMS, 'yunyang/catalogue'), ['yunyang/catalogue 目录']);
    assert.deepEqual(outcome(workbook, FORMS, 'gaoqing/cloud-new'), ['no-form']);
  });
});

describe('locate: between forms that are much alike', () => {
  const yaml = 'tables: { items: { columns: { 名称: {}, 数量: {}, 金额: {} } } }';
  const first = smallForm(yaml, 'test/first', '设备登记表（甲）');
  const second = smallForm(yaml, 'test/second', '设备登记表（乙）');
  const larger = smallForm(yaml.replace('金额: {}', '金额: {}, 用途: {}'), 'test/larger', '设备用途表');
  const rows = [
    ['名称', '数量', '金额'],
    ['打印机', 1, 2],
  ];

  it('the title decides', () => {
    assert.deepEqual(outcome(one(['设备登记表(乙)'], ...rows), [first, second]), ['test/second Sheet1']);
  });

  it('the form whose wording is there as a whole goes before one that has more', () => {
    assert.deepEqual(outcome(one(...rows), [first, larger]), ['test/first Sheet1']);
  });

  it('of two that are there as a whole the larger one fits better', () => {
    assert.deepEqual(outcome(one(['名称', '数量', '金额', '用途'], ['打印机', 1, 2, '办公']), [first, larger]), [
      'test/larger Sheet1',
    ]);
  });

  it('nothing decides: both are named', () => {
    assert.deepEqual(outcome(one(...rows), [first, second]), ['ambiguous-form', 'test/first', 'test/second']);
  });

  it('the property of our own blank forms decides what the words leave open', () => {
    const properties = new Map([[FORM_PROPERTY, 'test/second']]);
    assert.deepEqual(outcome({ ...one(...rows), properties }, [first, second]), ['test/second Sheet1']);
  });

  it('the property does not decide against the words', () => {
    const properties = new Map([[FORM_PROPERTY, 'test/second']]);
    assert.deepEqual(outcome({ ...one(['设备登记表（甲）'], ...rows), properties }, [first, second]), [
      'test/first Sheet1',
    ]);
  });

  it('the next best is named where it fits almost as well', () => {
    const runnerUp = (rows: readonly (readonly CellValue[])[]): string | undefined =>
      locateForms(one(...rows), [first, larger]).located?.[0]?.runnerUp?.form.id;
    assert.equal(
      runnerUp([
        ['名称', '数量', '金额', '用途'],
        ['打印机', 1, 2, '办公'],
      ]),
      'test/first',
    );
    assert.equal(runnerUp([['设备登记表（甲）'], ...rows]), undefined);
  });
});

describe('locate: a table handed in on a sheet of its own', () => {
  const form = smallForm(`
fields: { 申请单位: {}, 项目名称: {} }
tables:
  系统: { columns: { 系统名称: {}, 用途: {}, 人数: {} } }
  网络: { optional: true, columns: { 运营商: {}, 服务器名称: {}, 开放端口: {} } }
`);
  const main = sheetOf(
    [
      ['申请单位', '县教育局'],
      ['项目名称', '排课'],
      ['系统名称', '用途', '人数'],
      ['排课', '排课', 9],
    ],
    [],
    '表',
  );
  const annex = sheetOf([['附页：网络资源'], ['运营商', '服务器名称', '开放端口'], ['电信', '甲', '443']], [], '附页');

  it('is found there', () => {
    const { located } = locateForms(workbookOf(main, annex), [form]);
    assert.equal(located?.length, 1);
    assert.equal(located[0]?.tables.get('网络')?.sheet, 1);
    assert.deepEqual([...(located[0].tables.get('网络')?.rows ?? [])], [2]);
  });

  it('is found there where the first sheet has its header with nothing but 见附页 below it', () => {
    for (const below of ['见附页', '（见附页）', '详见附件1', null]) {
      const printed = sheetOf(
        [
          ['申请单位', '县教育局'],
          ['项目名称', '排课'],
          ['系统名称', '用途', '人数'],
          ['排课', '排课', 9],
          ['网络资源需求'],
          ['运营商', '服务器名称', '开放端口'],
          [below],
        ],
        [],
        '表',
      );
      const { located } = locateForms(workbookOf(printed, annex), [form]);
      assert.equal(located?.[0]?.tables.get('网络')?.sheet, 1, below ?? 'nothing');
    }
  });

  it('is no form of its own there, however much it is the form by its headings', () => {
    const papers = smallForm(`
fields: { 申请单位: { required: true }, 项目名称: { required: true } }
tables:
  材料:
    optional: true
    entries: { column: 材料, list: [建设总结, 财务报告, 审计报告] }
    columns: { 材料: {}, 提供情况: {}, 页码: {} }
`);
    const first = sheetOf(
      [
        ['申请单位', '县教育局'],
        ['项目名称', '排课'],
      ],
      [],
      '表',
    );
    const rows = ['建设总结', '财务报告', '审计报告'].map((name) => [name, '有', 1]);
    const list = sheetOf([['材料', '提供情况', '页码'], ...rows], [], '材料');
    for (const [sheets, at] of [
      [[first, list], 0],
      [[list, first], 1],
    ] as const) {
      const { located } = locateForms(workbookOf(...sheets), [papers]);
      assert.deepEqual(
        located?.map(({ sheet, tables }) => [sheet, tables.get('材料')?.sheet]),
        [[at, 1 - at]],
      );
    }
    const { located: alone } = locateForms(workbookOf(list), [papers]);
    assert.equal(alone?.length, 1);
  });

  it('brings with it the field that stands below it', () => {
    const more = smallForm(`
fields:
  申请单位: { required: true }
  项目名称: { required: true }
  地址数量: { type: integer, required: true }
tables:
  系统: { columns: { 系统名称: { required: true }, 用途: {}, 人数: { type: integer } } }
  网络: { columns: { 运营商: {}, 服务器名称: { required: true }, 开放端口: { type: ports } } }
`);
    const network: CellValue[][] = [
      ['附页：网络资源'],
      ['运营商', '服务器名称', '开放端口'],
      ['电信', '甲', '443'],
      ['地址数量：3', null, '项目名称：别的'],
    ];
    const workbook = workbookOf(main, sheetOf(network, [], '附页'));
    const [first] = locateForms(workbook, [more]).located ?? assert.fail();
    assert.ok(first);
    assert.deepEqual(first.oddities, []);
    assert.deepEqual(
      [...first.fields].map(([key, { sheet, at }]) => [key, sheet, toA1(at.row, at.column)]),
      [
        ['申请单位', 0, 'B1'],
        ['项目名称', 0, 'B2'],
        ['地址数量', 1, 'A4'],
      ],
    );
  });

  it('may be missing where the form says so', () => {
    const { located } = locateForms(workbookOf(main), [form]);
    assert.deepEqual(located?.[0]?.oddities, []);
  });
});
