import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { figuresOf, judge, verdicts } from './judge.ts';

type Row = readonly CellValue[];

/** What an application says. */
interface Application {
  readonly unit: CellValue;
  readonly kinds: string;
  readonly networks: string;
  readonly budget: CellValue;
  readonly months: CellValue;
  readonly span: CellValue;
  readonly phone: CellValue;
  readonly content: CellValue;
  readonly needs: CellValue;
  readonly projects: readonly Row[];
  readonly equipment: readonly Row[];
  readonly lines: readonly Row[];
}

const KINDS = '□网站建设类 □硬件建设类□业务应用系统建设类□其他        ';
const NETWORKS = '□互联网 □政务外网 □政务专网 □业务专网 □其他                ';
const HINT =
  '（详细描述项目所需软件环境包含操作系统、数据库、中间件、防病毒等，以及硬件需求包含服务器、存储、网络、容灾、安全等设备情况。）';

const RIGHT: Application = {
  unit: '单位名称（公章）：高青县水利局                时间：2026年9月15日',
  kinds: KINDS.replace('□业务', '☑业务'),
  networks: NETWORKS.replace('□政务外网', '☑政务外网'),
  budget: 120,
  months: 12,
  span: '2027年1月至2027年12月',
  phone: '13853312345',
  content: '建设水情监测、闸坝调度和预警发布三个模块。',
  needs: '政务云服务器2台，国产操作系统和数据库。',
  projects: [['河长制管理系统', '政务外网', '80万元', 2023, '运行正常']],
  equipment: [['机架式服务器', 2, '16核64G', 2022, '运行正常']],
  lines: [['政务外网', 100, '联通', 1.2]],
};

function application(change: Partial<Application> = {}): Row[] {
  const facts = { ...RIGHT, ...change };
  return [
    ['附件2'],
    ['电子政务建设项目申请表'],
    [facts.unit],
    ['项目名称', '高青县智慧水利综合管理平台'],
    ['项目类型', facts.kinds],
    ['基于网络', facts.networks],
    ['投资概算', facts.budget, '资金来源', '县级财政资金'],
    ['建设周期', facts.months, '起止时间', facts.span],
    ['项目负责人', '张伟', '联系方式', '0533-6961234'],
    ['项目联系人', '王芳', '联系方式', facts.phone],
    ['项目主要\n建设内容\n（500字以内）', facts.content],
    ['项目建设的\n软硬件需求', facts.needs],
    ['本单位近3-5年电子政务项目建设情况'],
    ['项目名称', '基于网络', '投资情况', '建设年份', '应用情况'],
    ...facts.projects,
    [null],
    ['本单位现有服务器、存储及网络安全设备情况'],
    ['设备名称', '数量', '主要配置', '购买年份', '应用情况'],
    ...facts.equipment,
    [null],
    ['本单位网络建设情况'],
    ['网络类型', '带宽（M）', '运营商', '费用（万元/年）'],
    ...facts.lines,
  ];
}

function told(change: Partial<Application>): string[] {
  return verdicts(judge('gaoqing/application', application(change)));
}

function serious(change: Partial<Application>): string[] {
  return told(change).filter((verdict) => !verdict.startsWith('N'));
}

describe('project applications: what is to be filled in', () => {
  it('a right one gives no finding, and its total is the budget in 万元', () => {
    const checked = judge('gaoqing/application', application());
    assert.deepEqual(verdicts(checked), []);
    assert.deepEqual(figuresOf(checked), { total: 120 });
  });

  const rows: readonly [says: string, change: Partial<Application>, expected: readonly string[]][] = [
    [
      'nothing behind 单位名称 and 时间',
      { unit: '单位名称（公章）：                      时间：' },
      ['E 单位名称 required/missing', 'E 时间 required/missing'],
    ],
    [
      'no kind and no network ticked',
      { kinds: KINDS, networks: NETWORKS },
      ['E 项目类型 required/missing', 'E 基于网络 required/missing'],
    ],
    [
      'other, without a word on what',
      { kinds: KINDS.replace('□其他', '☑其他'), networks: NETWORKS.replace('□其他', '☑其他') },
      ['W 项目类型 ticks/other-unexplained', 'W 基于网络 ticks/other-unexplained'],
    ],
    ['other, with a word', { kinds: KINDS.replace('□其他', '☑其他（运维服务）') }, []],
    ['a site that is also an application', { kinds: KINDS.replaceAll('□网站', '☑网站').replace('□业务', '☑业务') }, []],
    [
      'only what is printed in the cells',
      { budget: '        万元', months: '        个月', needs: HINT },
      ['E 投资概算 required/missing', 'E 建设周期 required/missing', 'E 软硬件需求 required/missing'],
    ],
    ['written behind the printed words', { needs: `${HINT}服务器2台。` }, []],
    ['nothing but blanks', { content: ' \n ' }, ['E 主要建设内容 required/missing']],
    ['a budget of nothing', { budget: 0 }, ['E 投资概算 type/below-minimum']],
    ['a budget in words', { budget: '待定' }, ['E 投资概算 type/not-a-number']],
    ['no telephone number', { phone: '王芳' }, ['E 项目联系人联系方式 pattern/not-a-phone']],
  ];
  for (const [says, change, expected] of rows) {
    it(says, () => {
      assert.deepEqual(serious(change), expected);
    });
  }

  it('the unit of the budget may stand behind it', () => {
    assert.deepEqual(told({ budget: '  120 万元' }), []);
    assert.deepEqual(told({ budget: '1200000元' }), ['N 投资概算 type/unit-converted']);
  });
});

describe('project applications: the content of the project, at most 500 characters', () => {
  const limits: readonly [says: string, content: string, expected: readonly string[]][] = [
    ['500', '水'.repeat(500), []],
    ['501', '水'.repeat(501), ['E 主要建设内容 character-limit/too-long']],
    ['spaces and line breaks do not count', `\u3000\u3000${'水'.repeat(250)}\n\u3000\u3000${'水'.repeat(250)}\n`, []],
    ['letters, digits and punctuation count', 'A1，'.repeat(167), ['E 主要建设内容 character-limit/too-long']],
  ];
  for (const [says, content, expected] of limits) {
    it(says, () => {
      assert.deepEqual(serious({ content }), expected);
    });
  }
});

describe('project applications: the months agree with beginning and end', () => {
  const disagree = ['E 建设周期 formula/broken'];
  const spans: readonly [months: string | number, span: string | null, expected: readonly string[]][] = [
    [12, '2027年1月至2027年12月', []],
    ['12个月', '2027.1-2027.12', []],
    ['一年', '2027年1月-12月', []],
    // Reckoned from the month of the beginning to that of the end.
    [12, '2027年1月至2028年1月', []],
    [6, '2027年3月15日至2027年9月14日', []],
    [3, '2027年3月1日至2027年5月31日', []],
    [18, '2027年1月至2027年12月', disagree],
    [6, '2027年1月至2027年12月', disagree],
    [14, '2027年1月至2027年12月', disagree],
    [13, '2027年1月至2027年12月', disagree],
    [12, '12个月', ['E 起止时间 type/period-without-dates']],
    [12, '2027年12月至2027年1月', ['E 起止时间 type/period-reversed']],
    [12, null, ['E 起止时间 required/missing']],
    ['尽快', '2027年1月至2027年12月', ['E 建设周期 type/not-a-period']],
  ];
  for (const [months, span, expected] of spans) {
    it(`${String(months)}, ${span ?? 'nothing'}`, () => {
      assert.deepEqual(serious({ months, span }), expected);
    });
  }
});

describe('project applications: what the unit has already', () => {
  const rows: readonly [says: string, change: Partial<Application>, expected: readonly string[]][] = [
    ['nothing at all', { projects: [[null]], equipment: [[null]], lines: [[null]] }, []],
    ['said to be nothing', { projects: [['无']], equipment: [['无', '无', '无', '无', '无']], lines: [['无']] }, []],
    [
      'a project, a machine, a line without a name',
      {
        projects: [[null, '政务外网', '80万元', 2023, '正常']],
        equipment: [[null, 2, '16核64G', 2022, '正常']],
        lines: [[null, 100, '联通', 1.2]],
      },
      ['E 项目名称 required/missing', 'E 设备名称 required/missing', 'E 网络类型 required/missing'],
    ],
    [
      'how many machines is not said',
      { equipment: [['服务器', null, '16核', 2022, '正常']] },
      ['E 数量 required/missing'],
    ],
    [
      'a year in two digits',
      { equipment: [['服务器', 1, '16核', '前年', '正常']] },
      ['E 购买年份 pattern/pattern-mismatch'],
    ],
    ['several years', { projects: [['河长制系统', '政务外网', '80万元', '2022-2023', '正常']] }, []],
    [
      'built after the form was filled in',
      { projects: [['河长制系统', '政务外网', '80万元', 2028, '正常']] },
      ['W 建设年份 formula/broken'],
    ],
    ['a line in 兆', { lines: [['互联网', '100兆', '电信', '1.2万元/年']] }, []],
  ];
  for (const [says, change, expected] of rows) {
    it(says, () => {
      assert.deepEqual(serious(change), expected);
    });
  }

  it('a project older than the years asked for is let pass with a remark', () => {
    assert.deepEqual(told({ projects: [['河长制系统', '政务外网', '80万元', 2015, '正常']] }), [
      'N 建设年份 formula/broken',
    ]);
  });

  it('a line in G is a thousand M', () => {
    assert.deepEqual(told({ lines: [['互联网', '1G', '电信', 2]] }), ['N 带宽 type/unit-converted']);
  });
});

describe('project applications: set out otherwise', () => {
  it('labels and values side by side, tables in another order, without the lines above them', () => {
    const rows: Row[] = [
      ['高青县电子政务建设项目申请表'],
      ['申请单位', '高青县水利局', '申请日期', '2026-09-15'],
      ['项目负责人', '张伟', '联系电话', '0533-6961234'],
      ['项目联系人', '王芳', '联系电话', '13853312345'],
      ['项目名称', '智慧水利综合管理平台', '投资概算（万元）', 120],
      ['资金来源', '县级财政资金', '建设周期（个月）', 12],
      ['起止时间', '2027年1月至2027年12月'],
      ['项目类型', '业务应用系统建设类√'],
      ['基于网络', '√政务外网'],
      ['主要建设内容', '建设水情监测模块。'],
      ['软硬件需求', '服务器2台。'],
      ['网络类型', '运营商', '带宽', '费用'],
      ['政务外网', '联通', 100, 1.2],
      ['设备名称', '购买年份', '数量', '主要配置', '应用情况'],
      ['服务器', 2022, 2, '16核64G', '正常'],
      ['项目名称', '建设年份', '基于网络', '投资情况', '应用情况'],
      ['河长制系统', 2023, '政务外网', '80万元', '正常'],
    ];
    assert.deepEqual(verdicts(judge('gaoqing/application', rows)), []);
  });
});
