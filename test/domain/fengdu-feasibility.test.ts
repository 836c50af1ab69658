import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { judge, verdicts } from './judge.ts';

type Row = readonly CellValue[];
type Rows = readonly Row[];

interface Facts {
  readonly project: CellValue;
  readonly kind: CellValue;
  readonly shared: CellValue;
  readonly nature: CellValue;
  readonly network: CellValue;
  readonly place: CellValue;
  readonly level: CellValue;
  readonly users: CellValue;
  readonly outward: CellValue;
  readonly oversight: CellValue;
  readonly account: CellValue;
  readonly app: CellValue;
}

const YES = '☑是\n□否';
const NO = '□是\n☑否';

const RIGHT: Facts = {
  ...{ project: '丰都县智慧水利平台', kind: '☑新建\n□续建', shared: NO, nature: '☑软件类\n□硬件类\n□服务类' },
  ...{ network: '☑政务外网\n□业务专网\n□互联网', place: '□重庆市政务云\n☑丰都云平台' },
  level: '□无要求 □一级  ☑二级  □三级  □四级  □五级',
  users: '☑ 县级工作人员\n□ 村工作人员\n□ 社区工作人员\n□ 网格员\n□ 居民/企业\n□ 其他部门或单位工作人员',
  ...{ outward: NO, oversight: NO, account: NO, app: NO },
};

const RESOURCES: Rows = [
  [1, '河道水位信息', '各监测站每小时水位', '无条件共享', null],
  [2, '取水许可信息', '取水户、许可水量', '有条件共享', '限生态环境部门用于执法'],
  [3, '巡查人员信息', '巡查人员及联系方式', '不予共享', '涉及个人隐私'],
];
const WANTED: Rows = [[1, '地理信息', '县规划自然资源局', '共享交换平台', '每年']];
const MODULES: Rows = [
  ['县级工作人员', '智慧水利平台', '水雨情', '监测', '显示各站水位雨量'],
  ['县级工作人员', '智慧水利平台', '水雨情', '预警', '超警时短信通知'],
];
const SERVERS: Rows = [[8, 32, 500, '否', '麒麟V10', '达梦', null]];

const OUTLINE: readonly string[] = [
  ...['一、项目概述', '1.1项目基本情况说明', '1.2项目建设单位及责任人', '1.3可行性研究报告编制依据'],
  ...['1.4项目建设目标、规模、内容、周期简述', '1.5项目总投资及资金来源简述', '1.6经济及社会效益', '1.7主要结论与建议'],
  ...['二、项目建设现状及必要性分析', '2.1项目建设背景', '2.2项目建设现状与问题分析', '2.3项目发展趋势分析'],
  ...['2.4项目建设的必要性分析', '2.5项目建设的可行性分析', '2.6往期建设成果与成效', '三、项目架构治理方案'],
  '3.1项目与重庆市电子政务或丰都县电子政务架构体系关系',
  '3.2项目与重庆市城市数字平台或丰都县智慧城市平台之间的关系',
  ...['3.3项目与县级其他部门或重点工作的关系', '3.4信息资源共享方案', '3.5外部信息资源需求描述'],
  ...['四、项目建设方案', '4.1软件系统方案', '4.2基础设施及软件配置方案', '4.3系统集成方案', '4.4服务方案'],
  ...['4.5关键技术说明', '4.6系统安全及保障体系', '4.7运维体系', '4.8机制保障体系', '五、项目实施进度安排'],
  ...['5.1项目建设期', '5.2实施计划安排', '六、投资估算和资金来源', '6.1项目总投资估算', '6.2项目资金明细'],
  ...['6.3资金来源与落实情况', '七、项目绩效目标', '八、项目结论与建议'],
  '九、附件（项目信息资源目录、外部信息资源需求、相关证明文件、内控评审意见、会议纪要、批示等）',
];

/** What 第十四条 asks for beside the outline. */
const ALWAYS: readonly string[] = [
  ...['数据资源收集治理及业务应用梳理', '数据资源共享分析', '网络安全保护措施', '密码应用方案', '集约化建设'],
  ...['数据资源目录', '前期项目第三方后评价报告'],
];

interface Study {
  readonly facts?: Partial<Facts>;
  /** 牵头建设单位 and 参与配合单位; `undefined`: no cells for them. */
  readonly units?: readonly [CellValue, CellValue];
  /** `null`: annexed. */
  readonly resources?: Rows | null;
  readonly wanted?: Rows | null;
  readonly modules?: Rows | null;
  readonly servers?: Rows;
  /** Other states than 已编制, by entry; `null` leaves the row out. */
  readonly states?: Readonly<Record<string, string | null>>;
  /** Entries beside the outline. */
  readonly more?: readonly string[];
}

function rowsOf({ facts, units, states = {}, more = [], ...tables }: Study = {}): Rows {
  const { resources = RESOURCES, wanted = WANTED, modules = MODULES, servers = SERVERS } = tables;
  const all = { ...RIGHT, ...facts };
  const table = (heading: string, headings: Row, rows: Rows | null): Rows =>
    rows === null ? [[heading], ['（见附件）']] : [[heading], headings, ...rows];
  const chapters = [...OUTLINE, ...more].flatMap((entry, index): Rows => {
    const state = states[entry] === undefined ? '已编制' : states[entry];
    return state === null ? [] : [[entry, state, state === '已编制' ? index + 1 : null, null]];
  });
  return [
    ['附件3：'],
    ['丰都县政务信息化项目建设可行性研究报告编制大纲'],
    ['1.1项目基本情况说明'],
    ['项目名称', all.project],
    [
      '【涉及软件系统建设的，应规范系统命名。其中，业务整合类系统建议以“****平台”命名，业务应用类系统建议以“****系统”命名】',
    ],
    ['项目类型', all.kind],
    ['是否为跨部门应用', all.shared],
    ...(units ? [['牵头建设单位', units[0], '参与配合单位', units[1]]] : []),
    ['项目性质', all.nature],
    ['拟运行网络', all.network],
    ['拟部署地点', all.place],
    ['系统等保级别', all.level],
    ['用户范围', all.users],
    ['是否新建对外服务功能', all.outward],
    ['是否新建监管或执法类业务功能', all.oversight],
    ['是否新建微信公众号或小程序功能', all.account],
    ['是否新建移动应用（IOS或安卓APP）', all.app],
    ...table('3.4信息资源共享方案', ['序号', '信息资源名称', '信息资源描述', '共享属性', '备注'], resources),
    ...table('3.5外部信息资源需求描述', ['序号', '信息资源名称', '信息资源提供方', '资源获取方式', '获取频率'], wanted),
    ...table('4.1软件系统方案', ['用户', '系统名称', '子系统名称', '功能模块名称', '功能描述'], modules),
    ...table(
      '4.2基础设施及软件配置方案',
      ['CPU数量', '内存大小', '硬盘大小', '是否需要公网IP', '操作系统', '数据库类型', '备注'],
      servers,
    ),
    ['编制大纲'],
    ['章节', '编制情况', '页码', '备注'],
    ...chapters,
    ['备注：以上各项可根据项目实际建设内容进行选择。'],
  ];
}

function table(title: string, cases: readonly (readonly [string, Study, ...string[]])[]): void {
  describe(`fengdu/feasibility: ${title}`, () => {
    for (const [says, study, ...expected] of cases) {
      it(says, () => assert.deepEqual(verdicts(judge('fengdu/feasibility', rowsOf(study))), expected));
    }
  });
}

table('the facts of 1.1', [
  ['all are given', {}],
  ['项目名称', { facts: { project: null } }, 'E 项目名称 required/missing'],
  ['software without 平台 or 系统 in its name', { facts: { project: '智慧水利' } }, 'W 项目名称 formula/broken'],
  ['hardware needs neither', { facts: { project: '会议室设备', nature: '□软件类\n☑硬件类\n□服务类' } }],
  ['项目类型', { facts: { kind: '□新建\n□续建' } }, 'E 项目类型 required/missing'],
  ['是否为跨部门应用', { facts: { shared: '□是\n□否' } }, 'E 跨部门应用 required/missing'],
  ['both ticked', { facts: { shared: '☑是\n☑否' } }, 'E 跨部门应用 ticks/several-ticked'],
  ['项目性质', { facts: { nature: '□软件类\n□硬件类\n□服务类' } }, 'E 项目性质 required/missing'],
  ['拟运行网络', { facts: { network: '□政务外网\n□业务专网\n□互联网' } }, 'E 拟运行网络 required/missing'],
  [
    'on 政务外网 one of the two clouds, else a reason',
    { facts: { place: '□重庆市政务云\n□丰都云平台' } },
    'W 拟部署地点 required/missing',
  ],
  [
    'elsewhere neither is asked for',
    { facts: { network: '□政务外网\n☑业务专网\n□互联网', place: '□重庆市政务云\n□丰都云平台' } },
  ],
  [
    '系统等保级别',
    { facts: { level: '□无要求 □一级  □二级  □三级  □四级  □五级' } },
    'E 系统等保级别 required/missing',
  ],
  [
    'two levels',
    { facts: { level: '□无要求 □一级  ☑二级  ☑三级  □四级  □五级' } },
    'E 系统等保级别 ticks/several-ticked',
  ],
  ['用户范围: several', { facts: { users: '☑ 县级工作人员\n☑ 村工作人员\n☑ 网格员\n□ 居民/企业' } }],
  ['the four questions', { facts: { app: '□是\n□否' } }, 'E 新建移动应用 required/missing'],
]);

table('a project of several departments names them, and how it is agreed with them', [
  ['cells for the units, filled in', { facts: { shared: YES }, units: ['县水利局', '县应急局'] }],
  ['no cells for them', { facts: { shared: YES } }],
  [
    'nobody is named',
    { facts: { shared: YES }, units: [null, null] },
    'E 牵头建设单位 required/missing',
    'E 参与配合单位 required/missing',
  ],
  ['one department names none', { units: [null, null] }],
  [
    '3.3 does not apply',
    { facts: { shared: YES }, states: { '3.3项目与县级其他部门或重点工作的关系': '不适用' } },
    'E 编制情况 needed-entries/not-applicable',
  ],
  ['in a project of one it may', { states: { '3.3项目与县级其他部门或重点工作的关系': '不适用' } }],
]);

table('the four tables', [
  ['3.4, 3.5 and 4.1 annexed', { resources: null, wanted: null, modules: null }],
  [
    '共享属性 is one of three',
    { resources: [[1, '河道水位信息', '水位', '部分共享', null]] },
    'E 共享属性 choice/not-listed',
  ],
  [
    'the condition of 有条件共享',
    { resources: [[1, '取水许可信息', '取水户', '有条件共享', null]] },
    'E 备注 required/missing',
  ],
  ['the reason of 不予共享', { resources: [[1, '巡查人员信息', '人员', '不予共享', null]] }, 'E 备注 required/missing'],
  ['获取频率', { wanted: [[1, '地理信息', '县规划自然资源局', '接口', null]] }, 'E 获取频率 required/missing'],
  ['功能描述', { modules: [['群众', '平台', '门户', '查询', null]] }, 'E 功能描述 required/missing'],
  ['the resources of the cloud', { servers: [] }, 'E 拟部署地点 formula/broken'],
  [
    '是否需要公网IP in other words',
    { servers: [[8, 32, 500, '需要', '麒麟V10', '达梦8', null]] },
    'N 是否需要公网IP choice/choice-tidied',
  ],
  [
    '是否需要公网IP is 是 or 否',
    { servers: [[8, 32, 500, '可能', '麒麟V10', '达梦', null]] },
    'E 是否需要公网IP choice/not-listed',
  ],
]);

table('the chapters and their sections', [
  ['a section that does not apply', { states: { '4.3系统集成方案': '不适用' } }],
  ['one without a state', { states: { '4.5关键技术说明': '' } }, 'E 编制情况 checklist/no-state'],
  ['one left out', { states: { '2.3项目发展趋势分析': null } }, 'E 章节 checklist/missing-entries'],
  [
    '续建 needs 2.6',
    { facts: { kind: '□新建\n☑续建' }, states: { '2.6往期建设成果与成效': '不适用' } },
    'E 编制情况 needed-entries/not-applicable',
  ],
  [
    'so does 改建',
    { facts: { project: '水利系统改建' }, states: { '2.6往期建设成果与成效': '不适用' } },
    'E 编制情况 needed-entries/not-applicable',
  ],
  ['新建 does not', { states: { '2.6往期建设成果与成效': '不适用' } }],
  [
    'a new app needs its reason in 4.1',
    { facts: { app: YES }, states: { '4.1软件系统方案': '不适用' } },
    'E 编制情况 needed-entries/not-applicable',
  ],
  [
    'on 政务外网 4.2',
    { states: { '4.2基础设施及软件配置方案': '不适用' } },
    'E 编制情况 needed-entries/not-applicable',
  ],
  [
    'services need 4.4',
    { facts: { nature: '☑软件类\n□硬件类\n☑服务类' }, states: { '4.4服务方案': '不适用' } },
    'E 编制情况 needed-entries/not-applicable',
  ],
  [
    'operation is no service',
    {
      facts: { project: '水利平台运维', nature: '□软件类\n□硬件类\n☑服务类' },
      states: { '4.4服务方案': '不适用' },
    },
  ],
  ['3.4 never 不适用', { states: { '3.4信息资源共享方案': '不适用' } }, 'E 编制情况 needed-entries/not-applicable'],
  ['4.6 never', { states: { '4.6系统安全及保障体系': '不适用' } }, 'E 编制情况 needed-entries/not-applicable'],
]);

table('what 第十四条 asks for beside the outline', [
  ['all listed', { more: ALWAYS }],
  ...ALWAYS.slice(0, 6).map((entry): readonly [string, Study, string] => [
    `${entry} never 不适用`,
    { more: ALWAYS, states: { [entry]: '不适用' } },
    'E 编制情况 formula/broken',
  ]),
  ['a new project has no former one', { more: ALWAYS, states: { 前期项目第三方后评价报告: '不适用' } }],
  [
    'an extension has',
    { facts: { project: '水利系统改扩建' }, more: ALWAYS, states: { 前期项目第三方后评价报告: '不适用' } },
    'E 编制情况 formula/broken',
  ],
]);
