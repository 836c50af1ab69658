import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { figuresOf, judge, verdicts } from './judge.ts';

interface Application {
  readonly unit: string;
  readonly date: CellValue;
  readonly project: CellValue;
  readonly head: CellValue;
  readonly headPhone: CellValue;
  readonly contact: CellValue;
  readonly contactPhone: CellValue;
  readonly kind: CellValue;
  readonly reason: CellValue;
  readonly content: CellValue;
  readonly effect: CellValue;
  readonly cost: CellValue;
  readonly funds: CellValue;
  readonly progress: CellValue;
  readonly filler: string;
  readonly fillerPhone: string;
}

const HINT = '（项目建设的具体理由或相关文件批示、会议纪要等依据）';
const [BUILT, BOUGHT, MAINTAINED] = [
  '建设类 ☑ 购买服务类 □ 运维类 □',
  '建设类 □ 购买服务类 ☑ 运维类 □',
  '建设类 □ 购买服务类 □ 运维类 ☑',
];
const NONE = '建设类 □ 购买服务类 □ 运维类 □';

const RIGHT: Application = {
  ...{ unit: '渝中区教育委员会', date: '2023年 8月 25日', project: '渝中区智慧教育云平台' },
  ...{ head: '李强', headPhone: '023-63765001', contact: '王丽', contactPhone: '13896012345' },
  kind: BUILT,
  reason: '区政府第60次常务会议纪要要求建设。',
  content: '建设资源汇聚、教研协同两个模块。',
  effect: '全区学校共用一个平台。',
  ...{ cost: '298.5万元', funds: '区级财政资金', progress: '拟2024年3月启动，自主运营，处于前期阶段。' },
  ...{ filler: '王丽', fillerPhone: '023-63765002' },
};

type Rows = readonly (readonly CellValue[])[];

function rowsOf(change: Partial<Application> = {}): Rows {
  const facts = { ...RIGHT, ...change };
  return [
    ['附件 1'],
    ['渝中区政务信息化项目申报表'],
    [`单位名称（盖章）：${facts.unit}`],
    [null, null, null, facts.date],
    ['项目名称', facts.project],
    ['项目负责人', facts.head, '联系电话', facts.headPhone],
    ['项目联系人', facts.contact, '联系电话', facts.contactPhone],
    ['项目类别', facts.kind],
    ['项目建设理由', facts.reason],
    ['项目内容简介', facts.content],
    ['预期效果描述', facts.effect],
    ['项目投资估算', facts.cost, '资金来源', facts.funds],
    ['项目进展\n（项目开展时间、运营模式、项目阶段、项目进度等）', facts.progress],
    [`填表人：${facts.filler}`, null, null, `联系电话：${facts.fillerPhone}`],
  ];
}

function judged(rows: Rows): string[] {
  return verdicts(judge('yuzhong/application', rows));
}

function table(title: string, cases: readonly (readonly [string, Partial<Application>, ...string[]])[]): void {
  describe(`yuzhong/application: ${title}`, () => {
    for (const [says, change, ...expected] of cases) it(says, () => assert.deepEqual(judged(rowsOf(change)), expected));
  });
}

table('what must be filled in', [
  ['all of it is', {}],
  ['the date, which has no label', { date: '年 月 日' }, 'E 填报日期 required/missing'],
  ['the date that is nowhere', { date: null }, 'E 填报日期 required/missing'],
  ['单位名称', { unit: '' }, 'E 单位名称 required/missing'],
  ['项目名称', { project: null }, 'E 项目名称 required/missing'],
  [
    '项目负责人 and 项目联系人',
    { head: null, contact: '/' },
    ...['E 项目负责人 required/missing', 'E 项目联系人 required/missing'],
  ],
  [
    'their phones',
    { headPhone: null, contactPhone: '1389601234' },
    'E 项目负责人联系电话 required/missing',
    'E 项目联系人联系电话 pattern/phone-digit-count',
  ],
  ['项目建设理由', { reason: HINT }, 'E 项目建设理由 required/missing'],
  ['项目内容简介', { content: null }, 'E 项目内容简介 required/missing'],
  ['预期效果描述', { effect: null }, 'E 预期效果描述 required/missing'],
  ['资金来源', { funds: null }, 'E 资金来源 required/missing'],
  ['填表人', { filler: '' }, 'E 填表人 required/missing'],
  [
    'nothing at all: said once',
    {
      ...{ unit: '', date: '年 月 日', project: null, head: null, headPhone: null, contact: null, contactPhone: null },
      ...{ kind: NONE, reason: HINT, content: null, effect: null, cost: null, funds: null, progress: null },
      ...{ filler: '', fillerPhone: '' },
    },
    'W – not-filled/blank',
  ],
]);

table('项目类别: one tick, its box behind its word', [
  ['建设类', { kind: BUILT }],
  ['购买服务类', { kind: BOUGHT }],
  ['a √ in place of the box', { kind: '建设类 □ 购买服务类 √ 运维类 □' }],
  ['a filled box', { kind: '建设类■ 购买服务类□ 运维类□' }],
  ['boxes before the words, as elsewhere', { kind: '☑建设类 □购买服务类 □运维类' }],
  ['the word alone', { kind: '建设类' }],
  ['none', { kind: NONE }, 'E 项目类别 required/missing'],
  ['two', { kind: '建设类 ☑ 购买服务类 ☑ 运维类 □' }, 'E 项目类别 ticks/several-ticked'],
  ['a √ behind an empty box', { kind: '建设类□√ 购买服务类□ 运维类□' }, 'W 项目类别 ticks/ticks-ambiguous'],
  ['another word', { kind: '新建类' }, 'E 项目类别 ticks/ticks-unreadable'],
]);

table('运维类 is paid for from 部门预算 (第十条)', [
  ['部门预算', { kind: MAINTAINED, funds: '部门预算' }],
  ['in more words', { kind: MAINTAINED, funds: '2024年度部门年度预算列支' }],
  ['another source', { kind: MAINTAINED, funds: '区级财政专项资金' }, 'E 资金来源 formula/broken'],
  ['boxes before the words', { kind: '□建设类 □购买服务类 ☑运维类', funds: '专项资金' }, 'E 资金来源 formula/broken'],
  [
    'the last word without its box',
    { kind: '建设类□ 购买服务类□ 运维类√', funds: '专项资金' },
    'E 资金来源 formula/broken',
  ],
  ['a building project', { kind: BUILT, funds: '区级财政专项资金' }],
  ['a service bought, ticked beside 运维类', { kind: BOUGHT, funds: '区级财政专项资金' }],
  ['nothing is said twice', { kind: MAINTAINED, funds: null }, 'E 资金来源 required/missing'],
]);

const UPGRADE: Partial<Application> = { kind: MAINTAINED, project: '办公系统升级改造', funds: '部门预算' };

table('an upgrade is 运维类 up to 20 万元 (第三条)', [
  ['a fen below', { ...UPGRADE, cost: '199999.99元' }],
  ['20', { ...UPGRADE, cost: 20 }],
  ['a fen above', { ...UPGRADE, cost: '200000.01元' }, 'W 项目类别 formula/broken'],
  ['above, but 建设类', { ...UPGRADE, kind: BUILT, cost: '30万元' }],
  ['above, but plain maintenance', { ...UPGRADE, project: '办公系统运维', cost: '30万元' }],
]);

table('项目投资估算', [
  ['with its unit', { cost: '约300万元' }],
  ['a number: 万元', { cost: 298.5 }],
  ['none', { cost: null }, 'E 项目投资估算 required/missing'],
  ['元 or 万元?', { cost: 2_985_000 }, 'W 项目投资估算 type/ambiguous-number'],
  ['in words without a number', { cost: '待定' }, 'W 项目投资估算 type/no-amount-in-text'],
]);

describe('yuzhong/application: as people lay it out', () => {
  it('the date beside the unit, boxes in cells of their own, labels in another order', () => {
    const rows = [
      ['渝中区政务信息化项目申报表'],
      ['单位名称：', '渝中区水利局', '2023/8/25'],
      ['项目名称', '水务系统运维'],
      ['项目类别', '建设类', '□', '购买服务类', '□', '运维类', '☑'],
      ['项目联系人', '王丽', '联系电话', 13_896_012_345],
      ['项目负责人', '李强', '联系电话', '023-63765001'],
      ['资金来源', '部门预算', '项目投资估算（万元）', 12],
      ['项目内容简介', '系统驻场运维。'],
      ['项目建设理由', '保障系统运行。'],
      ['预期效果', '全年可用率99.9%。'],
      ['项目进展', '每年续签。'],
      ['填表人', '王丽', '联系电话', '023-63765002'],
    ];
    assert.deepEqual(judged(rows), ['N 填报日期 type/date-tidied']);
  });
});

describe('yuzhong/application: figures', () => {
  for (const [cost, total] of [
    ['99.999999万元', 99.999999],
    ['100万元', 100],
    ['10000000.01元', 1000.000001],
  ] as const) {
    it(`${cost} is ${String(total)} 万元`, () => {
      assert.deepEqual(figuresOf(judge('yuzhong/application', rowsOf({ cost }))), { total });
    });
  }
});
