import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { figuresOf, judge, verdicts } from './judge.ts';

interface Application {
  readonly year: string;
  readonly unit: string;
  readonly date: string;
  readonly project: CellValue;
  readonly kind: CellValue;
  readonly nature: CellValue;
  readonly chief: CellValue;
  readonly deputy: CellValue;
  readonly contact: CellValue;
  readonly phone: CellValue;
  readonly duration: CellValue;
  readonly budget: CellValue;
  readonly funds: CellValue;
  readonly network: CellValue;
  readonly about: CellValue;
}

const RIGHT: Application = {
  ...{ year: '2024', unit: '丰都县水利局', date: '2023年9月12日', project: '丰都县智慧水利平台' },
  ...{ kind: '☑新建    □续建', nature: '☑软件类  □硬件类  □服务类' },
  ...{ chief: '陈建国', deputy: '刘洋', contact: '周敏', phone: '023-70701234' },
  ...{ duration: '2024年3月至2024年12月', budget: 286.5 },
  funds: '□上级支持资金\n☑市级财政资金\n☑自筹资金\n□其他资金',
  network: '☑政务外网   □业务专网   □互联网',
  about: '建设水雨情监测、河道巡查两个模块，可行性研究报告附后。',
};

const NOBODY: Partial<Application> = {
  ...{ year: '        ', unit: '', date: '    年   月   日', project: null, chief: null, deputy: null, contact: null },
  ...{ kind: '□新建    □续建', nature: '□软件类  □硬件类  □服务类', phone: null, duration: null, budget: null },
  ...{ funds: '□上级支持资金\n□市级财政资金\n□自筹资金\n□其他资金', about: null },
  network: '□政务外网   □业务专网   □互联网',
};

type Rows = readonly (readonly CellValue[])[];

/** As the annex is printed. */
function rowsOf(change: Partial<Application> = {}): Rows {
  const facts = { ...RIGHT, ...change };
  return [
    ['附件2'],
    ['丰都县政务信息化项目建设申报表'],
    [`（${facts.year}年度）`],
    [`项目实施单位（盖章）：${facts.unit}                         填表日期：${facts.date}`],
    ['项目名称', facts.project],
    ['项目类型', facts.kind],
    ['项目性质', facts.nature],
    ['项目主管领导', facts.chief, '项目分管领导', facts.deputy],
    ['项目联络员', facts.contact, '联系电话', facts.phone],
    ['预估实施周期', facts.duration],
    ['投资概算\n（万元）', facts.budget, '资金来源', facts.funds],
    ['运行网络', facts.network],
    ['项目介绍（附项目可行性研究报告）', facts.about],
    ['备注：本表一式三份，项目实施单位、县发展改革委、县委网信办各一份。'],
  ];
}

function judged(rows: Rows): string[] {
  return verdicts(judge('fengdu/application', rows));
}

function table(title: string, cases: readonly (readonly [string, Partial<Application>, ...string[]])[]): void {
  describe(`fengdu/application: ${title}`, () => {
    for (const [says, change, ...expected] of cases) it(says, () => assert.deepEqual(judged(rowsOf(change)), expected));
  });
}

table('what must be filled in', [
  ['all of it is', {}],
  ['the year above the form', { year: '        ' }, 'E 年度 required/missing'],
  ['项目实施单位', { unit: '' }, 'E 项目实施单位 required/missing'],
  ['填表日期', { date: '    年   月   日' }, 'E 填表日期 required/missing'],
  ['项目名称', { project: null }, 'E 项目名称 required/missing'],
  ['项目主管领导', { chief: null }, 'E 项目主管领导 required/missing'],
  ['项目分管领导', { deputy: null }, 'E 项目分管领导 required/missing'],
  ['项目联络员', { contact: null }, 'E 项目联络员 required/missing'],
  ['联系电话', { phone: null }, 'E 联系电话 required/missing'],
  ['联系电话 with a digit too few', { phone: '1389601234' }, 'E 联系电话 pattern/phone-digit-count'],
  ['预估实施周期', { duration: null }, 'E 预估实施周期 required/missing'],
  ['预估实施周期 in words', { duration: '合同签订后6个月，分两期实施' }],
  [
    '预估实施周期 that ends before it begins',
    { duration: '2027年12月至2027年3月' },
    'E 预估实施周期 type/period-reversed',
  ],
  ['in another spelling', { duration: '2027.12-2027.3' }, 'E 预估实施周期 type/period-reversed'],
  ['by its days', { duration: '2027年12月1日-2027年3月1日' }, 'E 预估实施周期 type/period-reversed'],
  ['项目介绍', { about: null }, 'E 项目介绍 required/missing'],
  ['nothing at all: said once', NOBODY, 'W – not-filled/blank'],
]);

table('项目类型: one tick; there is no box for 改扩建', [
  ['续建', { kind: '□新建    ☑续建' }],
  ['a √ behind the word', { kind: '□新建√    □续建' }],
  ['none', { kind: '□新建    □续建' }, 'E 项目类型 required/missing'],
  ['two', { kind: '☑新建    ☑续建' }, 'E 项目类型 ticks/several-ticked'],
  ['another word', { kind: '改扩建' }, 'E 项目类型 ticks/ticks-unreadable'],
]);

table('项目性质, 资金来源, 运行网络: one tick or more', [
  ['several natures', { nature: '☑软件类  ☑硬件类  ☑服务类' }],
  ['none of them', { nature: '□软件类  □硬件类  □服务类' }, 'E 项目性质 required/missing'],
  ['all sources', { funds: '☑上级支持资金\n☑市级财政资金\n☑自筹资金\n☑其他资金' }],
  ['none of them', { funds: '□上级支持资金\n□市级财政资金\n□自筹资金\n□其他资金' }, 'E 资金来源 required/missing'],
  ['several networks', { network: '☑政务外网   □业务专网   ☑互联网' }],
  ['none of them', { network: '□政务外网   □业务专网   □互联网' }, 'E 运行网络 required/missing'],
]);

table('投资概算, in 万元', [
  ['a whole number', { budget: 3000 }],
  ['to the fen', { budget: 2999.999999 }],
  ['with its unit', { budget: '286.5万元' }],
  ['none', { budget: null }, 'E 投资概算 required/missing'],
  ['a word', { budget: '待定' }, 'E 投资概算 type/not-a-number'],
  ['nothing', { budget: 0 }, 'E 投资概算 type/below-minimum'],
  ['given in 元', { budget: 2865000 }, 'W 投资概算 formula/broken'],
]);

table('the year and the date', [
  ['of one year', { year: '2023' }],
  ['years apart', { year: '2029' }, 'W 填表日期 formula/broken'],
]);

describe('fengdu/application: other layouts', () => {
  it('retyped as a list, without the year, boxes in cells of their own', () => {
    const rows: Rows = [
      ['丰都县政务信息化项目申报表'],
      ['填表日期', '2023年9月12日', null, null, '实施单位', '丰都县水利局'],
      ['项目名称', '丰都县智慧水利平台'],
      ['投资概算', 286.5, '（万元）'],
      ['资金来源', '上级支持资金', '□', '市级财政资金', '√', '自筹资金', '□', '其他资金', '□'],
      ['运行网络', '政务外网', '√', '业务专网', '□', '互联网', '□'],
      ['项目类型', '新建'],
      ['项目性质', '软件类、服务类'],
      ['项目联络员', '周敏', '联系电话', '13896012345'],
      ['主管领导', '陈建国', '分管领导', '刘洋'],
      ['实施周期', '10个月'],
      ['项目介绍', '建设水雨情监测、河道巡查两个模块。'],
    ];
    assert.deepEqual(judged(rows), []);
  });

  it('the amount is the figure of the form', () => {
    assert.deepEqual(figuresOf(judge('fengdu/application', rowsOf())), { total: 286.5 });
  });
});
