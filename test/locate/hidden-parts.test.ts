import assert from 'node:assert/strict';
import { checkForms } from '../../src/check/check-forms.ts';
import { fillForm } from '../../src/locate/fill-form.ts';
import { FORM_PROPERTY, locateForms, VERSION_PROPERTY } from '../../src/locate/locate-forms.ts';
import { gridOf, type GridOptions } from '../../src/sheets/grid-builder.ts';
import type { CellValue } from '../../src/sheets/grid.ts';
import type { Workbook } from '../../src/sheets/workbook.ts';
import { allForms } from '../check-file.ts';

const FORMS = allForms();
const HEADER = ['序号', '采购品目', '规格型号', '数量', '单价（元）', '金额（元）'];
const purchase = (header: readonly CellValue[]): CellValue[][] => [
  ['金寨县行政事业单位办公电脑采购申报表'],
  ['申请单位名称：县教育局', null, '日期：2024年1月15日'],
  [...header],
  [1, '台式电脑', '某型号', 2, 5000, 10000],
  [2, '便携式电脑', '某型号', 1, 6000, 6000],
  ['合计金额（大写）', '壹万陆仟元整'],
  ['购置依据或理由', '更新'],
  ['预算安排资金', 16000, '财政专项资金', 0, '其他资金', 0],
];

type Sheet = readonly [rows: readonly (readonly CellValue[])[], options?: GridOptions];

/** What is said of the layout: severity, case, sheet and parameters. */
function remarks(sheets: readonly Sheet[], properties = new Map<string, string>()): string[] {
  const workbook: Workbook = {
    sheets: sheets.map(([rows, options], i) => gridOf(`表${i + 1}`, rows, options)),
    date1904: false,
    properties,
  };
  const { located, problem } = locateForms(workbook, FORMS);
  assert.ok(located, problem?.code);
  return checkForms(located.map((form) => fillForm(workbook, form))).findings.map(
    ({ severity, sheet, case: name, params }) => [severity, sheet, name, JSON.stringify(params)].join(' '),
  );
}

const clean = purchase(HEADER);
const withoutReason = clean.map((row) => (row[0] === '购置依据或理由' ? [row[0]] : row));

describe('what nobody sees who opens the workbook', () => {
  const cases: readonly (readonly [string, readonly Sheet[], readonly string[]])[] = [
    ['nothing hidden', [[clean]], []],
    ['a hidden title', [[clean, { hiddenRows: [0] }]], []],
    [
      'hidden fields',
      [[clean, { hiddenRows: [1, 7], hiddenColumns: [9] }]],
      ['warning 表1 hidden-fields {"labels":["申请单位名称","日期","预算安排资金","财政专项资金","其他资金"]}'],
    ],
    ['hidden fields without a value', [[withoutReason, { hiddenRows: [6] }]], ['error 表1 missing {}']],
    ['hidden rows of data', [[clean, { hiddenRows: [3, 4] }]], ['warning 表1 hidden-rows {"count":2,"row":4}']],
    ['a hidden column', [[clean, { hiddenColumns: [4] }]], ['warning 表1 hidden-columns {"headings":["单价（元）"]}']],
    [
      'a hidden column with a field in it',
      [[clean, { hiddenColumns: [2] }]],
      ['warning 表1 hidden-fields {"labels":["日期"]}', 'warning 表1 hidden-columns {"headings":["规格型号"]}'],
    ],
    ['a hidden column beside the table', [[clean, { hiddenColumns: [9] }]], []],
    ['a hidden sheet', [[clean, { visibility: 'hidden' }]], ['warning 表1 hidden-sheet {}']],
    ['a hidden list of choices', [[clean], [[['是'], ['否']], { visibility: 'veryHidden' }]], []],
  ];
  for (const [what, sheets, expected] of cases) it(what, () => assert.deepEqual(remarks(sheets), expected));
});

describe('a sheet that cannot be checked', () => {
  it('is told of beside one that can', () => {
    assert.deepEqual(remarks([[clean], [purchase(['甲', '乙', '丙', '丁', '戊', '己'])]]), [
      'error 表2 unchecked-sheet {"title":"金寨县行政事业单位办公电脑采购申报表"}',
    ]);
  });
});

describe('a sheet that repeats the title', () => {
  const title = '金寨县行政事业单位办公电脑采购申报表';
  const sheets: readonly (readonly [string, readonly (readonly CellValue[])[]])[] = [
    ['a cover', [[title], [null, '金寨县教育局'], ['2024年1月']]],
    ['filling notes', [[title], ['填表说明'], ['1. 数量填整数。'], ['2. 单价以元为单位。']]],
  ];
  for (const [what, rows] of sheets) {
    it(`${what} is no form`, () => {
      assert.deepEqual(remarks([[rows], [clean]]), []);
      assert.deepEqual(remarks([[clean], [rows]]), []);
    });
  }
});

describe('a file of our own making', () => {
  const version = FORMS.find(({ id }) => id === 'jinzhai/pc-purchase')?.version ?? '';
  const made = (id: string, of: string): Map<string, string> =>
    new Map([
      [FORM_PROPERTY, id],
      [VERSION_PROPERTY, of],
    ]);
  it('of an older version is told so once', () => {
    assert.deepEqual(remarks([[clean]], made('jinzhai/pc-purchase', '2001-01-01')), [
      `info 表1 older-version {"found":"2001-01-01","current":"${version}"}`,
    ]);
  });
  it('of the present version, or of another form, says nothing', () => {
    assert.deepEqual(remarks([[clean]], made('jinzhai/pc-purchase', version)), []);
    assert.deepEqual(remarks([[clean]], made('another/form', '2001-01-01')), []);
  });
});
