import assert from 'node:assert/strict';
import { checkWorkbook } from '../../src/check/check-workbook.ts';
import { GridBuilder, StringTable } from '../../src/sheets/grid-builder.ts';
import type { CellValue, Font } from '../../src/sheets/grid.ts';
import { allForms } from '../check-file.ts';
import { figuresOf, judge, verdicts } from './judge.ts';

interface Application {
  readonly unit: CellValue;
  readonly date: CellValue;
  readonly head: CellValue;
  readonly contact: CellValue;
  readonly phone: CellValue;
  readonly mail: CellValue;
  readonly project: CellValue;
  readonly years: CellValue;
  readonly total: CellValue;
  /** 财政资金, 单位自筹, 银行贷款, 其它. */
  readonly funds: readonly [CellValue, CellValue, CellValue, CellValue];
  readonly content: CellValue;
}

const FORMS = allForms();

const RIGHT: Application = {
  unit: '金寨县教育局',
  date: '2023年9月12日',
  head: '汪勇',
  contact: '余敏',
  phone: '0564-7356218',
  mail: 'jzjyj@jinzhai.gov.cn',
  project: '智慧教育云平台',
  years: '2024年01月至2024年12月',
  total: 300,
  funds: [200, 100, null, null],
  content: '依据《六安市教育数字化三年行动方案》，建设资源汇聚、教研协同两个模块，部署在县云计算中心。',
};

type Rows = readonly (readonly CellValue[])[];

function rowsOf(change: Partial<Application> = {}): Rows {
  const facts = { ...RIGHT, ...change };
  const [treasury, own, bank, other] = facts.funds;
  return [
    ['附件1'],
    ['金寨县政务信息化建设项目申报表'],
    ['申请单位', facts.unit, null, '申报日期', facts.date],
    ['负 责 人', facts.head, null, '联 系 人', facts.contact],
    ['联系电话', facts.phone, null, '电子邮箱', facts.mail],
    ['项目名称', facts.project],
    ['建设年度', facts.years, null, '投资额', facts.total],
    ['资金渠道', '财政资金', treasury, '单位自筹', own],
    [null, '银行贷款', bank, '其它', other],
    ['项目实施\n\n依据及主要\n\n内容', facts.content],
    ['项目主管部门意见', '　'],
    [null, '         （盖章）'],
    ['说明：1.本表由项目建设单位填写，主管部门盖章，字体为宋体五号字。 '],
    ['2.每个项目的简要说明字数控制在200字。'],
    ['3.“建设年度”填写“202X年XX月至202X年XX月”以内。'],
  ];
}

const UNIT = '（万元）';
const BLANK: Application = {
  ...{ unit: null, date: null, head: null, contact: null, phone: null, mail: null, project: null, years: null },
  ...{ total: UNIT, funds: [`     ${UNIT}`, UNIT, `     ${UNIT}`, UNIT], content: '　' },
};

function judged(rows: Rows): string[] {
  return verdicts(judge('jinzhai/application', rows));
}

function table(title: string, cases: readonly (readonly [string, Partial<Application>, ...string[]])[]): void {
  describe(`jinzhai/application: ${title}`, () => {
    for (const [says, change, ...expected] of cases) it(says, () => assert.deepEqual(judged(rowsOf(change)), expected));
  });
}

table('what must be filled in', [
  ['all of it is; the opinion of the department is nobody’s fault', {}],
  ['申请单位', { unit: null }, 'E 申请单位 required/missing'],
  ['申报日期', { date: '    年  月  日' }, 'E 申报日期 required/missing'],
  ['负责人 and 联系人', { head: '/', contact: null }, 'E 负责人 required/missing', 'E 联系人 required/missing'],
  ['联系电话', { phone: null }, 'E 联系电话 required/missing'],
  ['a phone with a digit too few', { phone: '1385612345' }, 'E 联系电话 pattern/phone-digit-count'],
  ['an e-mail without @', { mail: 'jzjyj.jinzhai.gov.cn' }, 'E 电子邮箱 pattern/not-an-email'],
  ['项目名称', { project: null }, 'E 项目名称 required/missing'],
  ['项目实施依据及主要内容', { content: null }, 'E 项目实施依据及主要内容 required/missing'],
  ['nothing at all: said once', BLANK, 'W – not-filled/blank'],
]);

table('建设年度 (说明3)', [
  ['within one year', { years: '2024年3月至2024年11月' }],
  ['over two', { years: '2024年01月至2025年06月' }],
  ['a whole year, without its months', { years: '2024年' }, 'W 建设年度 type/period-without-months'],
  ['years without months', { years: '2024年至2025年' }, 'W 建设年度 type/period-without-months'],
  ['years in short', { years: '2024-2025年' }, 'W 建设年度 type/period-without-months'],
  ['one month', { years: '2024年3月' }, 'E 建设年度 type/not-a-range'],
  ['in another spelling', { years: '2024.1-2024.12' }, 'N 建设年度 type/period-tidied'],
  ['the end before the start', { years: '2024年12月至2024年1月' }, 'E 建设年度 type/period-reversed'],
  ['how long, but not from when to when', { years: '12个月' }, 'E 建设年度 type/period-without-dates'],
  ['the printed X left alone', { years: '202X年XX月至202X年XX月' }, 'E 建设年度 required/missing'],
  ['one X left', { years: '2024年XX月至2024年12月' }, 'W 建设年度 type/placeholder-left'],
  ['a month that is none', { years: '2024年1月至2024年13月' }, 'E 建设年度 type/not-a-range'],
  ['a year that is not 202X', { years: '2042年1月至2042年12月' }, 'W 建设年度 formula/broken'],
  ['over before the application', { years: '2022年1月至2022年12月' }, 'W 建设年度 formula/broken'],
]);

table('投资额 = 财政资金 + 单位自筹 + 银行贷款 + 其它', [
  ['of one source, the others 无, / or 0', { total: 300, funds: [300, '无', '/', 0] }],
  ['before the printed unit', { total: `300${UNIT}`, funds: [`200     ${UNIT}`, `100${UNIT}`, `     ${UNIT}`, UNIT] }],
  ['to the fen', { total: 300.000001, funds: [200.000001, 100, null, null] }],
  ['a fen short', { total: 300, funds: [199.999999, 100, null, null] }, 'E 投资额 equal/differs'],
  ['150 short', { total: 500, funds: [200, 150, null, null] }, 'E 投资额 equal/differs'],
  ['no source at all', { funds: [null, null, null, null] }, 'E 投资额 equal/differs'],
  ['no 投资额', { total: UNIT }, 'E 投资额 required/missing'],
  ['in 元 with its unit', { total: '3000000元', funds: ['200万元', 100, null, null] }, 'N 投资额 type/unit-converted'],
  [
    'the total in 元, the sources in 万元',
    { total: 3_000_000 },
    'E 投资额 equal/unit-mixed',
    'W 投资额 formula/broken',
  ],
  ['all of it in 元', { total: 3_000_000, funds: [2_000_000, 1_000_000, null, null] }, 'W 投资额 formula/broken'],
  ['a source below 0', { total: 100, funds: [200, -100, null, null] }, 'E 单位自筹 type/below-minimum'],
  ['an amount of 0', { total: 0, funds: [0, 0, 0, 0] }, 'E 投资额 type/below-minimum'],
  ['seven decimals', { total: 300.0000001, funds: [300, null, null, null] }, 'E 投资额 type/too-many-decimals'],
]);

table('项目实施依据及主要内容', [
  ['200 characters (说明2)', { content: '字'.repeat(199) + '。' }],
  ['spaces and line breaks are none', { content: '　　' + '字'.repeat(100) + '\n　　' + '字'.repeat(100) }],
  ['201', { content: '字'.repeat(201) }, 'E 项目实施依据及主要内容 character-limit/too-long'],
  ['a machine room of its own (第八条)', { content: '新建独立机房一间。' }, 'W 项目实施依据及主要内容 avoid/wording'],
  ['servers of its own', { content: '采购应用服务器4台。' }, 'W 项目实施依据及主要内容 avoid/wording'],
  ['a large screen', { content: '安装指挥大屏1块。' }, 'W 项目实施依据及主要内容 avoid/wording'],
  ['none of it', { content: '依托县云计算中心，不新建机房，无需购置服务器，对接县数据中心。' }],
]);

describe('jinzhai/application: as people lay it out', () => {
  it('retyped in another order, with the unit in the label and 单位：万元 above', () => {
    assert.deepEqual(
      judged([
        ['政务信息化项目建设申报表'],
        ['单位：万元'],
        ['项目名称：', '智慧教育云平台'],
        ['申报单位：', '金寨县教育局', '申请日期：', '2023-09-12'],
        ['项目负责人', '汪勇', '联系人', '余敏', '手机', 13_856_412_345],
        ['邮箱', 'jzjyj@jinzhai.gov.cn', '建设年度', '2024年1月至2024年12月', '投资额（万元）', 300],
        ['财政资金', '单位自筹', '银行贷款', '其他'],
        [200, 100, null, null],
        ['项目实施依据和主要内容：建设资源汇聚、教研协同两个模块。'],
      ]),
      [],
    );
  });

  it('labels and values of a line in one cell', () => {
    const [annex = [], title = [], , , ...others] = rowsOf();
    const lines = [['申请单位：金寨县教育局      申报日期：2023年9月12日'], ['负责人：汪勇      联系人：余敏']];
    assert.deepEqual(judged([annex, title, ...lines, ...others]), []);
  });
});

describe('jinzhai/application: figures', () => {
  it('the total is 投资额, in 万元', () => {
    assert.deepEqual(figuresOf(judge('jinzhai/application', rowsOf({ total: '3000000元' }))), {
      total: 300,
      funding: 300,
    });
  });
});

describe('jinzhai/application: 宋体五号 (说明1)', () => {
  const inFont = (font: Font | undefined): string[] => {
    const builder = new GridBuilder('表', new StringTable());
    rowsOf().forEach((row, r) => {
      row.forEach((value, c) => builder.addValue(r, c, value, 'General', undefined, font));
    });
    const workbook = { sheets: [builder.finish()], date1904: false, properties: new Map<string, string>() };
    const { checked } = checkWorkbook(workbook, FORMS);
    assert.ok(checked);
    return verdicts(checked);
  };
  for (const [says, font, ...expected] of [
    ['宋体, 10.5 points', { name: '宋体', size: 10.5 }],
    ['by its English name', { name: 'SimSun', size: 10.5 }],
    ['not known', undefined],
    ['another size', { name: '宋体', size: 12 }, 'N 申请单位 font/other'],
    ['another typeface', { name: '仿宋_GB2312', size: 10.5 }, 'N 申请单位 font/other'],
  ] as const) {
    it(says, () => assert.deepEqual(inFont(font), expected));
  }
});
