import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { figuresOf, judge, verdicts } from './judge.ts';

type Row = readonly CellValue[];

/** What an application for acceptance says. */
interface Application {
  readonly span: CellValue;
  readonly phone: CellValue;
  readonly place: CellValue;
  readonly funds: readonly Row[];
  readonly brief: CellValue;
  readonly papers: CellValue;
  readonly below: readonly Row[];
}

const LISTED = [
  '1.项目验收申请表',
  '2.项目合同复印件、招标文件、投标文件',
  '3.项目初验报告',
  '4.项目完成情况总结',
  '5.项目技术工作总结',
  '6.经济效益和社会效益分析',
  '7.设备、软件清单',
  '8.用户使用报告',
  '9.信息资源共享情况报告',
  '10.项目过程文档',
];

const RIGHT: Application = {
  span: '2025年1月至2025年12月',
  phone: '13805332716',
  place: '高青县黄河路1号',
  funds: [
    ['项目资金构成（万元）', '财政投资', '自筹资金', '合计              '],
    [null, 100, 20, 120],
  ],
  brief: '建设水情监测、闸坝调度和预警发布三个模块。',
  papers: LISTED.join('\n'),
  below: [],
};

function application(change: Partial<Application> = {}): Row[] {
  const { span, phone, place, funds, brief, papers, below } = { ...RIGHT, ...change };
  return [
    ['附件7'],
    ['电子政务建设项目验收申请表'],
    ['项目名称', '高青县智慧水利综合管理平台'],
    ['项目起止时间', span],
    ['申请验收单位', '联系人', '李晓燕', '联系电话', phone],
    [null, '地  址', place],
    ...funds,
    ['项目简介', brief],
    ['提供验收文件的目录', papers],
    ['本单位（部门）意见：\n\n\n（盖 章）\n年    月     日'],
    ['备注', null],
    ...below,
  ];
}

function told(change: Partial<Application>): string[] {
  return verdicts(judge('gaoqing/acceptance', application(change)));
}

describe('applications for acceptance: what is to be filled in', () => {
  it('a right one gives no finding; its total are the funds in 万元', () => {
    const checked = judge('gaoqing/acceptance', application());
    assert.deepEqual(verdicts(checked), []);
    assert.deepEqual(figuresOf(checked), { total: 120, funding: 120 });
  });

  const faults: readonly [says: string, change: Partial<Application>, expected: readonly string[]][] = [
    [
      'nothing but the name',
      {
        span: null,
        phone: null,
        place: null,
        funds: [RIGHT.funds[0] ?? [], [null, null, null, null]],
        brief: null,
        papers: null,
      },
      [
        'E 项目起止时间 required/missing',
        'E 联系电话 required/missing',
        'E 地址 required/missing',
        'E 合计 required/missing',
        'E 项目简介 required/missing',
        'E 验收文件目录 required/missing',
      ],
    ],
    ['how long, not from when to when', { span: '12个月' }, ['E 项目起止时间 type/period-without-dates']],
    ['no telephone number', { phone: '见通讯录' }, ['E 联系电话 pattern/not-a-phone']],
  ];
  for (const [says, change, expected] of faults) {
    it(says, () => {
      assert.deepEqual(told(change), expected);
    });
  }

  it('labels beside values, and a name for the unit after all', () => {
    const rows: Row[] = [
      ['高青县电子政务建设项目竣工验收申请表'],
      ['申请验收单位：高青县水利局'],
      ['项目名称', '智慧水利综合管理平台', '起止时间', '2025年1月至2025年12月'],
      ['联系人', '李晓燕', '联系电话', '13805332716'],
      ['单位地址', '高青县黄河路1号'],
      ['财政投资（万元）', 100, '自筹资金（万元）', 20, '合计（万元）', 120],
      ['项目简介', '建设水情监测模块。'],
      ['验收材料目录', '见附件'],
      ['单位意见', '同意'],
      ['备注', '无'],
    ];
    assert.deepEqual(verdicts(judge('gaoqing/acceptance', rows)), []);
  });
});

describe('applications for acceptance: 财政投资 + 自筹资金 = 合计, to the fen', () => {
  const sums: readonly [values: Row, expected: readonly string[]][] = [
    [[100, 20, 120], []],
    [[100, null, 100], []],
    [[99.999999, 0.000001, 100], []],
    [[100, 20, 120.000001], ['E 合计 computed/differs']],
    [[100, 20, 130], ['E 合计 computed/differs']],
    [[1000000, 200000, 120], ['E 合计 computed/unit-mixed']],
    [[100, 20, null], ['E 合计 required/missing']],
  ];
  for (const [values, expected] of sums) {
    it(values.map((value) => String(value as number | null)).join(', '), () => {
      assert.deepEqual(told({ funds: [RIGHT.funds[0] ?? [], [null, ...values]] }), expected);
    });
  }
});

describe('applications for acceptance: the papers listed in the form itself', () => {
  const lists: readonly [says: string, papers: string, expected: readonly string[]][] = [
    ['all', LISTED.join('；'), []],
    ['elsewhere', '见附件', []],
    [
      'one is missing',
      LISTED.filter((paper) => !paper.includes('初验')).join('\n'),
      ['W 验收文件目录 mentions/left-out'],
    ],
    ['most are missing: told once', LISTED.slice(0, 4).join('\n'), ['W 验收文件目录 mentions/left-out']],
    ['what does not always apply may be missing', LISTED.filter((paper) => !paper.includes('清单')).join('\n'), []],
  ];
  for (const [says, papers, expected] of lists) {
    it(says, () => {
      assert.deepEqual(told({ papers }), expected);
    });
  }
});

/** The papers of 附件7五 that every project hands in. */
const PAPERS = [
  '（一）项目验收申请表',
  '（二）项目合同复印件、项目招标文件、项目投标文件',
  '（三）项目初验报告',
  '（四）项目完成情况总结',
  '（五）项目技术工作总结',
  '（六）项目完成后的经济效益和社会效益',
  '（七）购置设备、软件清单。',
  '（九）项目用户使用报告',
  '（十）项目信息资源共享情况报告',
  '（十一）项目过程文档',
];
const SOFTWARE = ['需求说明书', '详细设计说明书', '数据库设计说明书', '测试报告', '系统部署手册', '项目试运行报告'];
const HARDWARE = ['设备到货交接单', '设备调试记录', '设备授权文件', '设备照片', '设备试运行报告'];
const ROOM = ['机房布局图', '隐秘工程的验收报告和照片', 'UPS的测试报告', '机房照片', '装修所用材料的合格证和检验报告'];
const OPERATION = ['单个运维工单及数据统计', '演练方案', '人员管理', '制度管理', '备品备件', '除尘'];

/** The list of papers below the form, each handed in; `not`: those that are said not to apply. */
function list(papers: readonly string[], facts: readonly Row[] = [], not: readonly string[] = []): Row[] {
  const rows = papers.map((paper, at): Row => (not.includes(paper) ? [paper, '不适用'] : [paper, '已提供', at + 1]));
  return [...facts, ['验收材料', '提供情况', '页码', '备注'], ...rows];
}

const KINDS = '□软件开发 □硬件设备或成品软件采购 □机房装修 □运维';

describe('applications for acceptance: the papers to hand in', () => {
  const lists: readonly [says: string, below: readonly Row[], expected: readonly string[]][] = [
    ['all that every project has', list(PAPERS), []],
    [
      'one is missing',
      list(PAPERS.filter((paper) => !paper.startsWith('（三）'))),
      ['E 验收材料 checklist/missing-entries'],
    ],
    ['most are missing: told once', list(PAPERS.slice(8)), ['E 验收材料 checklist/missing-entries']],
    [
      'one is said not to apply',
      list(PAPERS, [], ['（十）项目信息资源共享情况报告']),
      ['E 提供情况 needed-entries/not-applicable'],
    ],
    ['nothing was bought', list(PAPERS, [], ['（七）购置设备、软件清单。']), []],
    [
      'someone supervised the works',
      list(PAPERS, [['保证单位（监理方）', '某监理公司']]),
      ['E 验收材料 needed-entries/left-out'],
    ],
    [
      'with the opinion of who supervised them',
      list([...PAPERS, '（八）保证单位（监理方）审查意见'], [['保证单位（监理方）', '某监理公司']]),
      [],
    ],
    [
      'nobody did',
      list(
        [...PAPERS, '（八）保证单位（监理方）审查意见'],
        [['保证单位（监理方）', '无']],
        ['（八）保证单位（监理方）审查意见'],
      ),
      [],
    ],
  ];
  for (const [says, below, expected] of lists) {
    it(says, () => {
      assert.deepEqual(told({ papers: null, below }), expected);
    });
  }

  const kinds: readonly [kind: string, papers: readonly string[]][] = [
    ['软件开发', SOFTWARE],
    ['硬件设备或成品软件采购', HARDWARE],
    ['机房装修', ROOM],
    ['运维', OPERATION],
  ];
  for (const [kind, papers] of kinds) {
    it(`${kind}: each of its papers, at least`, () => {
      const facts: Row[] = [['项目内容', KINDS.replace(`□${kind}`, `☑${kind}`)]];
      assert.deepEqual(told({ below: list([...PAPERS, ...papers], facts) }), []);
      for (const paper of papers) {
        const others = papers.filter((other) => other !== paper);
        const findings = told({ below: list([...PAPERS, ...others], facts) });
        assert.deepEqual(findings, ['E 验收材料 needed-entries/left-out'], paper);
      }
    });
  }

  const software: readonly [
    says: string,
    facts: readonly Row[],
    more: readonly string[],
    expected: readonly string[],
  ][] = [
    ['99.999999 万元', [['单个软件系统最高价值（万元）', 99.999999]], [], []],
    ['100 万元', [['单个软件系统最高价值（万元）', 100]], [], ['E 验收材料 needed-entries/left-out']],
    ['100.000001 万元', [['单个软件系统最高价值（万元）', 100.000001]], [], ['E 验收材料 needed-entries/left-out']],
    ['100 万元, with the paper', [['单个软件系统最高价值（万元）', 100]], ['概要设计说明书'], []],
    ['a third party is to test it', [['是否要求第三方测试', '☑是 □否']], [], ['E 验收材料 needed-entries/left-out']],
    ['a third party has tested it', [['是否要求第三方测试', '☑是 □否']], ['第三方测试报告'], []],
    ['no third party is asked for', [['是否要求第三方测试', '□是 ☑否']], [], []],
  ];
  for (const [says, facts, more, expected] of software) {
    it(`software: ${says}`, () => {
      const kind: Row = ['项目内容', KINDS.replace('□软件', '☑软件')];
      assert.deepEqual(told({ below: list([...PAPERS, ...SOFTWARE, ...more], [kind, ...facts]) }), expected);
    });
  }
});

describe('applications for acceptance: papers that the form’s own answers rule out may stay blank in the printed list', () => {
  const PRINTED = [
    ...PAPERS.slice(0, 7),
    '（八）保证单位（监理方）审查意见（如果有保证单位的情况下）',
    ...PAPERS.slice(7),
    '1.软件开发项目的过程文档',
    ...['需求说明书', '概要设计说明书', '详细设计说明书', '数据库设计说明书', '测试报告', '第三方测试报告'],
    ...['系统部署手册', '项目试运行报告', '2.硬件设备或成品软件采购的过程文档'],
    ...[...HARDWARE, '3.机房装修类项目的过程文档', ...ROOM, '4.运维类项目的过程文档', ...OPERATION],
    '（十三）附件。其他需要说明的材料',
  ];

  /** Only these of the printed papers are said to be handed in. */
  function printed(given: readonly string[], facts: readonly Row[]): Row[] {
    const rows = PRINTED.map((paper, at): Row => (given.includes(paper) ? [paper, '已提供', at + 1] : [paper]));
    return [...facts, ['验收材料', '提供情况', '页码', '备注'], ...rows];
  }

  const kind = (...ticked: readonly string[]): Row => [
    '项目内容',
    ticked.reduce((text, one) => text.replace(`□${one}`, `☑${one}`), KINDS),
  ];
  const value = (amount: CellValue): Row => ['单个软件系统最高价值（万元）', amount];
  const tested = (answer: string): Row => ['合同或招标文件是否要求第三方测试', answer];
  const SMALL: readonly Row[] = [kind('软件开发'), tested('□是 ☑否'), value(80)];

  const cases: readonly [says: string, given: readonly string[], facts: readonly Row[], expected: readonly string[]][] =
    [
      ['software alone, below 1 million, not tested by others', [...PAPERS, ...SOFTWARE], SMALL, []],
      [
        'software of 1 million',
        [...PAPERS, ...SOFTWARE],
        [kind('软件开发'), tested('□是 ☑否'), value(100)],
        ['E 提供情况 checklist/no-state'],
      ],
      [
        'to be tested by others',
        [...PAPERS, ...SOFTWARE],
        [kind('软件开发'), tested('☑是 □否'), value(80)],
        ['E 提供情况 checklist/no-state'],
      ],
      [
        'somebody supervised the works',
        [...PAPERS, ...SOFTWARE],
        [...SMALL, ['保证单位（监理方）', '某监理公司']],
        ['E 提供情况 checklist/no-state'],
      ],
      ['hardware alone', [...PAPERS, ...HARDWARE], [kind('硬件设备或成品软件采购')], []],
      [
        'software and a machine room',
        [...PAPERS, ...SOFTWARE, ...ROOM],
        [...SMALL.slice(1), kind('软件开发', '机房装修')],
        [],
      ],
      [
        'one of its own papers is blank',
        [...PAPERS, ...OPERATION.slice(1)],
        [kind('运维')],
        ['E 提供情况 checklist/no-state'],
      ],
      [
        'nothing is said of the kind: told once',
        [...PAPERS, ...SOFTWARE],
        [kind()],
        ['N 项目内容 checklist/depends-on'],
      ],
      [
        'nothing is said of its value, nor of tests: told once',
        [...PAPERS, ...SOFTWARE],
        [kind('软件开发'), value(null), tested('□是 □否')],
        ['N 单个软件系统价值 checklist/depends-on'],
      ],
    ];
  for (const [says, given, facts, expected] of cases) {
    it(says, () => {
      assert.deepEqual(told({ below: printed(given, facts) }), expected);
    });
  }
});
