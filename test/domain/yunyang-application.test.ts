import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { figuresOf, judge, verdicts } from './judge.ts';

interface Application {
  readonly unit: string;
  readonly date: string;
  readonly project: CellValue;
  readonly kind: CellValue;
  readonly owner: CellValue;
  readonly department: CellValue;
  readonly leader: CellValue;
  readonly leaderPhone: CellValue;
  readonly contact: CellValue;
  readonly contactPhone: CellValue;
  readonly grounds: CellValue;
  readonly cost: CellValue;
  readonly preparation: CellValue;
  readonly plan: CellValue;
  readonly materials: CellValue;
  readonly remark: CellValue;
  readonly filler: string;
  readonly fillerPhone: string;
}

const HINT =
  '（上级文件要求或领导批示、上级部门明确要求、业务工作需要；文件依据请填写文件名和文号，工作需要的请简要说明。）';
const MATERIALS = '1. 项目基本情况报告（项目可行性研究报告/技术方案）\n2. 投资预算明细';

const RIGHT: Application = {
  ...{ unit: '云阳县教育委员会', date: '2023年 8 月 25 日', project: '云阳县智慧教育云平台', kind: '新建' },
  ...{ owner: '云阳县教育委员会', department: '云阳县人民政府' },
  ...{ leader: '李强', leaderPhone: '023-55128001', contact: '王丽', contactPhone: '13896012345' },
  grounds: '根据《云阳县教育数字化三年行动方案》（云阳府办发〔2022〕31号）要求建设。',
  cost: '项目总投资298.5万元，其中软件开发200万元，硬件98.5万元。',
  preparation: '已完成可行性研究报告和需求调研。',
  plan: '2024年3月至12月完成建设；2024年安排200万元，2025年安排98.5万元。',
  materials: MATERIALS,
  remark: null,
  ...{ filler: '王丽', fillerPhone: '13896012345' },
};

type Rows = readonly (readonly CellValue[])[];

function rowsOf(change: Partial<Application> = {}): Rows {
  const facts = { ...RIGHT, ...change };
  return [
    ['附件 1'],
    ['云阳县政务信息化项目建设申报表'],
    [`项目申报单位（盖章）：${facts.unit}               ${facts.date}`],
    ['项目名称', facts.project, '项目类型', facts.kind],
    ['项目业主', facts.owner, '行政主管部门', facts.department],
    ['分管领导', facts.leader, '联系电话', facts.leaderPhone],
    ['项目联系人', facts.contact, '联系电话', facts.contactPhone],
    ['建设背景和依据', facts.grounds],
    ['经费估算', facts.cost],
    ['前期准备情况', facts.preparation],
    ['进 度 计 划 和 年 度 资 金 估 算', facts.plan],
    ['申 报 时 应 附 材 料', facts.materials],
    ['备 注', facts.remark],
    [`填表人：${facts.filler}                    联系电话：${facts.fillerPhone}`],
    ['填报说明：“项目类别”一栏填:新建、续建、改扩建。'],
  ];
}

function judged(rows: Rows): string[] {
  return verdicts(judge('yunyang/application', rows));
}

function table(title: string, cases: readonly (readonly [string, Partial<Application>, ...string[]])[]): void {
  describe(`yunyang/application: ${title}`, () => {
    for (const [says, change, ...expected] of cases) it(says, () => assert.deepEqual(judged(rowsOf(change)), expected));
  });
}

table('what must be filled in', [
  ['all of it is; 备注 may be empty', {}],
  ['the date, which has no label', { date: '年 月 日' }, 'E 填报日期 required/missing'],
  ['项目申报单位', { unit: '' }, 'E 项目申报单位 required/missing'],
  ['项目名称', { project: null }, 'E 项目名称 required/missing'],
  ['项目业主', { owner: null }, 'E 项目业主 required/missing'],
  ['行政主管部门', { department: null }, 'E 行政主管部门 required/missing'],
  ['but a bureau has none above it', { department: '无' }],
  [
    '分管领导 and the phone',
    { leader: null, leaderPhone: null },
    ...['E 分管领导 required/missing', 'E 分管领导联系电话 required/missing'],
  ],
  ['a phone that is none', { contactPhone: '138960123' }, 'E 项目联系人联系电话 pattern/phone-digit-count'],
  ['前期准备情况', { preparation: null }, 'E 前期准备情况 required/missing'],
  ['进度计划和年度资金估算', { plan: '/' }, 'E 进度计划和年度资金估算 required/missing'],
  [
    '填表人 and the phone',
    { filler: '', fillerPhone: '' },
    ...['E 填表人 required/missing', 'E 填表人联系电话 required/missing'],
  ],
  [
    'nothing at all: said once',
    {
      ...{ unit: '', date: '年 月 日', project: null, kind: null, owner: null, department: null, leader: null },
      ...{ leaderPhone: null, contact: null, contactPhone: null, grounds: HINT, cost: null, preparation: null },
      ...{ plan: null, filler: '', fillerPhone: '' },
    },
    'W – not-filled/blank',
  ],
]);

table('项目类型 is a closed list (填报说明)', [
  ['新建', { kind: '新建' }],
  ['续建', { kind: '续建' }],
  ['改扩建', { kind: '改扩建' }],
  ['the same in other words', { kind: '扩建' }, 'N 项目类型 choice/choice-tidied'],
  ['with 项目 behind it', { kind: '新建项目' }, 'N 项目类型 choice/choice-tidied'],
  ['another', { kind: '运维' }, 'E 项目类型 choice/not-listed'],
  ['two', { kind: '新建、续建' }, 'E 项目类型 choice/several-options'],
  ['none', { kind: null }, 'E 项目类型 required/missing'],
]);

table('建设背景和依据: 文件名和文号', [
  ['both', { grounds: '《云阳县数字政府规划》（云阳府发〔2021〕15号）。' }],
  ['a need of the office, in words', { grounds: '现有系统建于2012年，已不能满足学籍管理需要。' }],
  ['behind what is printed', { grounds: `${HINT}县委主要领导批示要求建设。` }],
  ['a law is known by its name', { grounds: '依据《中华人民共和国数据安全法》和《关键信息基础设施安全保护条例》。' }],
  ['a name without a number', { grounds: '根据《云阳县数字政府规划》建设。' }, 'W 建设背景和依据 formula/broken'],
  ['a law and a plan', { grounds: '《数据安全法》《云阳县规划》《云阳县方案》' }, 'W 建设背景和依据 formula/broken'],
  ['a number without a name', { grounds: '根据云阳府办发〔2022〕31号文件建设。' }, 'W 建设背景和依据 formula/broken'],
  ['only what is printed', { grounds: HINT }, 'E 建设背景和依据 required/missing'],
]);

table('经费估算', [
  ['in words with its unit', { cost: '约300万元' }],
  ['a number: 万元', { cost: 298.5 }],
  ['none', { cost: null }, 'E 经费估算 required/missing'],
  ['elsewhere', { cost: '详见投资预算明细' }, 'W 经费估算 type/no-amount-in-text'],
  ['several, and no total', { cost: '软件200万元，硬件98.5万元' }, 'W 经费估算 type/no-total-in-text'],
  ['元 or 万元?', { cost: 2_985_000 }, 'W 经费估算 type/ambiguous-number'],
  ['0', { cost: 0 }, 'E 经费估算 type/below-minimum'],
]);

table('申报时应附材料', [
  ['as printed', { materials: '1.项目基本情况报告（项目可行性研究报告/技术方案）\n2.投资预算明细' }],
  ['a word', { materials: '已附' }],
  ['nothing', { materials: null }],
  ['one of the two', { materials: '1.项目可行性研究报告；2.会议纪要' }, 'W 申报时应附材料 formula/broken'],
]);

describe('yunyang/application: as people lay it out', () => {
  it('the date in a cell of its own, labels in another order', () => {
    const rows = [
      ['云阳县政务信息化项目申报表'],
      ['项目申报单位：', '云阳县水利局', null, '2023-08-25'],
      ['项目类别', '改扩建', '项目名称', '云阳县智慧水利平台（二期）'],
      ['行政主管部门', '/', '项目业主', '云阳县水利局'],
      ['项目联系人', '王丽', '联系电话', 13_896_012_345],
      ['分管领导', '李强', '联系电话', '023-55128001'],
      ['经费估算（万元）', 120],
      ['建设背景及依据', '业务工作需要，现有平台没有视频监测。'],
      ['前期准备情况', '完成可研。'],
      ['进度计划和年度资金估算', '2024年完成，120万元。'],
      ['填表人', '王丽', '联系电话', '13896012345'],
    ];
    assert.deepEqual(judged(rows), []);
  });
});

describe('yunyang/application: figures', () => {
  for (const [cost, total] of [
    ['49.999999万元', 49.999999],
    ['50万元', 50],
    ['500000.01元', 50.000001],
    ['项目总投资298.5万元，其中软件开发200万元', 298.5],
  ] as const) {
    it(`${cost} is ${String(total)} 万元`, () => {
      assert.deepEqual(figuresOf(judge('yunyang/application', rowsOf({ cost }))), { total });
    });
  }
});
