import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { messageOf } from '../../src/rules/messages.ts';
import { figuresOf, judge, verdicts } from './judge.ts';

type Row = readonly CellValue[];

/** What an application says; the same facts for a new system and for one that moves. */
interface Application {
  readonly phone: CellValue;
  readonly mail: CellValue;
  readonly kinds: string;
  readonly cloud: string;
  readonly network: string;
  readonly date: CellValue;
  readonly systems: readonly Row[];
  readonly resources: readonly Row[];
  readonly ports: readonly Row[];
  readonly addresses: CellValue;
}

const KINDS =
  '☑计算服务  □存储服务  □容灾服务  □网络服务  □机房服务\n□操作系统服务   □数据库服务  □中间件服务   □数据服务\n□基础通用软件服务 □信息安全服务  □实施服务  □运维托管\n□资源专用服务  □其他';
const RIGHT: Application = {
  phone: '13853312345',
  mail: 'wang@zibo.gov.cn',
  kinds: KINDS,
  cloud: '□智慧云\n☑公共云\n□行政云',
  network: '□互联网 ☑政务外网 □部门业务区 □行政服务域 □其他',
  date: '2022年3月1日起',
  systems: [['智慧水利', '监测', '全县', 300, '汛期']],
  resources: [
    [1, '智慧水利', '政务外网区', '应用服务器', '云主机', '8核16G 500G', 2],
    [2, '智慧水利', '政务外网区', '数据库服务器', '云主机', '16C/32G/1T', 1],
  ],
  ports: [
    ['联通', '应用服务器', '80,443,8000-8010'],
    ['联通', '数据库服务器', 5432],
  ],
  addresses: 2,
};

const SYSTEMS = ['业务系统名称', '用途', '使用范围', '服务人数', '使用高峰期时间段'];
const RESOURCES = ['序号', '业务系统名称', '网络区域', '服务器名称', '服务类别\n（产品名称）', '产品配置', '数量'];
const PORTS = ['运营商', '服务器名称', '开放端口'];

function contacts({ phone, mail }: Application, contact: string): Row[] {
  return [
    ['项目负责人', '张伟', '联系电话', '0533-6961234', '邮箱', 'zhang@163.com'],
    [contact, '王芳', '联系电话', phone, '邮箱', mail],
    ['区（县）大数据局联系人', '李明', '联系电话', '0533-6961000', '邮箱', null],
  ];
}

const END: readonly Row[] = [
  ['申请单位意见', '（公章）   年    月    日'],
  ['市大数据局意见：'],
  ['注：本表一式三份，使用单位一份，市大数据局一份，云服务商一份'],
];

function newSystem(change: Partial<Application>): Row[] {
  const facts = { ...RIGHT, ...change };
  return [
    ['政务云资源需求审批表（新建系统）'],
    ['编号：'],
    ['申请单位', '高青县水利局'],
    ['项目名称', '智慧水利监管系统'],
    ...contacts(facts, '项目联系人'),
    ['项目简介', '建设水库水位监测。'],
    ['申请业务类型', facts.kinds],
    ['基于网络', facts.cloud, facts.network],
    ['使用时间', facts.date],
    ['1.信息系统名称及使用情况：'],
    SYSTEMS,
    ...facts.systems,
    ['2.信息系统资源需求：'],
    RESOURCES,
    ...facts.resources,
    ['3.网络资源需求'],
    PORTS,
    ...facts.ports,
    ['申请IP地址数量', facts.addresses],
    ...END,
  ];
}

function migration(
  change: Partial<Application>,
  before: readonly Row[] = [['互联网，100M', '8核16G', '统信UOS', '达梦']],
): Row[] {
  const rows = newSystem(change);
  return [
    ['政务云资源需求审批表（迁移系统）'],
    ...rows.slice(1, 11),
    ['系统迁移前运行环境如下：'],
    ['网络（属性、带宽、IP等）', '服务器配置', '操作系统', '数据库类型'],
    ...before,
    ...rows.slice(11),
  ];
}

interface Change extends Application {
  readonly sentence: string;
  readonly before: readonly Row[];
  readonly beforePorts: readonly Row[];
  readonly afterPorts: readonly Row[];
}

const CHANGED: Change = {
  ...RIGHT,
  date: '2024-05-10',
  sentence: '智慧水利系统于2022年3月1日申请政务云公共云域资源如下：',
  before: [[1, '智慧水利', '政务外网区', '应用服务器', '云主机', '4核8G 100G', 1]],
  beforePorts: [['联通', '应用服务器', '443']],
  resources: [[1, '智慧水利', '政务外网区', '应用服务器', '云主机', '8核16G 500G', 2]],
  afterPorts: [['应用服务器', '联通', 1, '443']],
};

function changed(change: Partial<Change>): Row[] {
  const facts = { ...CHANGED, ...change };
  return [
    ['政务云资源变更需求审批表'],
    ['编号：'],
    ['申请单位', '高青县水利局'],
    ['项目名称', '智慧水利监管系统'],
    ...contacts(facts, '联系人'),
    ['基于网络', facts.cloud, facts.network],
    ['变更时间', facts.date],
    [facts.sentence],
    ['1.信息系统资源：'],
    RESOURCES,
    ...facts.before,
    ['2.网络资源:'],
    PORTS,
    ...facts.beforePorts,
    ['3.IP地址数量：', 1],
    ['本项目申请资源变更如下：'],
    ['1.信息系统资源：'],
    RESOURCES,
    ...facts.resources,
    ['2.网络资源:'],
    ['服务器名称', '运营商', 'IP地址数量', '开放端口'],
    ...facts.afterPorts,
    ['3.IP地址数量：', facts.addresses],
    ...END,
  ];
}

function table<T>(
  title: string,
  id: string,
  rows: (change: Partial<T>) => Row[],
  cases: readonly (readonly [string, Partial<T>, ...string[]])[],
): void {
  describe(`${id}: ${title}`, () => {
    for (const [says, change, ...expected] of cases)
      it(says, () => assert.deepEqual(verdicts(judge(id, rows(change))), expected));
  });
}

const resource = (column: number, value: CellValue): readonly Row[] =>
  RIGHT.resources.map((row, i) => (i === 0 ? row.with(column, value) : row));
const port = (value: CellValue): readonly Row[] => [['联通', '应用服务器', value]];
const internet = { network: '☑互联网 □政务外网 □部门业务区 □行政服务域 □其他' };

table<Application>('ticks', 'gaoqing/cloud-new', newSystem, [
  ['all is right', {}],
  ...['☑', '☒', '■', '√', '✓', '✔'].map((mark) => [`${mark} is a tick`, { kinds: KINDS.replace('☑', mark) }] as const),
  ['a tick behind its option', { cloud: '智慧云□ 公共云√ 行政云□' }],
  ['several kinds', { kinds: KINDS.replace('□存储', '☑存储').replace('□运维', '☑运维') }],
  ['no kind', { kinds: KINDS.replace('☑', '□') }, 'E 申请业务类型 required/missing'],
  ['no cloud', { cloud: '□智慧云 □公共云 □行政云' }, 'E 基于网络（云） required/missing'],
  ['no network', { network: '□互联网 □政务外网 □部门业务区 □行政服务域 □其他' }, 'E 基于网络（网络） required/missing'],
  [
    '其他 without a word on what',
    { network: '□互联网 □政务外网 □部门业务区 □行政服务域 ☑其他' },
    'W 基于网络（网络） ticks/other-unexplained',
  ],
  ['其他 with a word', { network: '□互联网 □政务外网 □部门业务区 □行政服务域 ☑其他：视频专网' }],
]);

table<Application>('contacts and date', 'gaoqing/cloud-new', newSystem, [
  ['a landline with an extension', { phone: '0533-6961234-801' }],
  ['a mobile number with hyphens', { phone: '138-5331-2345' }, 'N 项目联系人联系电话 pattern/phone-tidied'],
  ['a mobile number stored as a number', { phone: 13853312345 }],
  ['no area code', { phone: '6961234' }, 'N 项目联系人联系电话 pattern/phone-no-area-code'],
  ['a digit short', { phone: '1385331234' }, 'E 项目联系人联系电话 pattern/phone-digit-count'],
  ['letters for digits', { phone: '138O5331234' }, 'E 项目联系人联系电话 pattern/phone-letters'],
  ['no phone number at all', { phone: null }, 'E 项目联系人联系电话 required/missing'],
  ['no e-mail address', { mail: null }],
  ['not an e-mail address', { mail: 'wang.zibo' }, 'E 项目联系人邮箱 pattern/not-an-email'],
  ['the date is still as printed', { date: ' 年    月   日起' }, 'E 使用时间 required/missing'],
  ['only a month', { date: '2022年3月' }, 'W 使用时间 type/date-incomplete'],
  ['not a date', { date: '尽快' }, 'E 使用时间 type/not-a-date'],
  ['from when to when', { date: '2027年1月1日起至2027年12月31日' }, 'N 使用时间 type/date-with-end'],
]);

table<Application>('numbers', 'gaoqing/cloud-new', newSystem, [
  ['300人', { systems: [['智慧水利', '监测', '全县', '300人', '汛期']] }, 'N 服务人数 type/number-tidied'],
  ['nobody', { systems: [['智慧水利', '监测', '全县', 0, '汛期']] }],
  ['fewer than nobody', { systems: [['智慧水利', '监测', '全县', -1, '汛期']] }, 'E 服务人数 type/below-minimum'],
  ['2台', { resources: resource(6, '2台') }, 'N 数量 type/number-tidied'],
  ['no server', { resources: resource(6, 0) }, 'E 数量 type/below-minimum'],
  ['half a server', { resources: resource(6, 1.5) }, 'E 数量 type/not-whole'],
  ['2个 addresses', { addresses: '2个' }, 'N 申请IP地址数量 type/number-tidied'],
  ['addresses that the network gives by itself', { addresses: '（政务外网会自动分配固定IP）' }],
  ['said without brackets', { addresses: '政务外网会自动分配固定IP' }],
  ['said in short', { addresses: '自动分配' }],
  ['with how many', { addresses: '2个，政务外网会自动分配固定IP' }, 'N 申请IP地址数量 type/number-tidied'],
  ['with how many behind it', { addresses: '自动分配2个' }, 'N 申请IP地址数量 type/number-tidied'],
  ['序号 out of step', { resources: resource(0, 2) }, 'W 序号 sequence/broken'],
  [
    'a configuration that cannot be read',
    { resources: resource(5, '标准配置') },
    'N 产品配置 specification/specification-unread',
  ],
]);

table<Application>('ports', 'gaoqing/cloud-new', newSystem, [
  ['one', { ports: port(443) }],
  ['lists and ranges', { ports: port('80、443,8000-8010') }],
  ['what a port is for', { ports: port('443（HTTPS）') }],
  ['out of range', { ports: port('65536') }, 'E 开放端口 pattern/port-out-of-range'],
  ['0', { ports: port('0') }, 'E 开放端口 pattern/port-out-of-range'],
  ['a range the wrong way round', { ports: port('8010-8000') }, 'E 开放端口 pattern/port-range-reversed'],
  ['words', { ports: port('若干') }, 'E 开放端口 pattern/not-a-port'],
  ['all', { ports: port('全部') }, 'W 开放端口 pattern/ports-all'],
  ...[22, 23, 135, 139, 445, 1433, 1521, 3306, 3389, 5432, 6379, 27017].flatMap(
    (number) =>
      [
        [`${String(number)} to the internet`, { ...internet, ports: port(number) }, 'W 开放端口 excludes/excluded'],
        [`${String(number)} inside`, { ports: port(number) }],
      ] as const,
  ),
  [
    'a range with one of them, to the internet',
    { ...internet, ports: port('3300-3400') },
    'W 开放端口 excludes/excluded',
  ],
  ...(
    [
      ['政务外网区', false],
      ['部门业务区', false],
      ['行政服务域', false],
      ['政务内网', false],
      ['互联网区', true],
      ['互联网、政务外网', true],
      ['公网', true],
      ['', true],
      ['DMZ', true],
    ] as const
  ).map(([zone, warns]): readonly [string, Partial<Application>, ...string[]] => [
    `both networks ticked, the server in ${zone || 'no zone of its own'}`,
    {
      network: '☑互联网 ☑政务外网 □部门业务区 □行政服务域 □其他',
      resources: resource(2, zone),
      ports: port(3306),
    },
    ...(warns ? ['W 开放端口 excludes/excluded'] : []),
  ]),
  [
    'the internet not ticked, but the server in it',
    { resources: resource(2, '互联网区'), ports: port(3306) },
    'W 开放端口 excludes/excluded',
  ],
  ['web ports to the internet', { ...internet, ports: port('80,443') }],
  [
    'a dangerous port beside one that is none, to the internet',
    { ...internet, ports: port('1521，99999') },
    'W 开放端口 excludes/excluded',
    'E 开放端口 pattern/port-out-of-range',
  ],
]);

table<Application>('what does not apply', 'gaoqing/cloud-new', newSystem, [
  ...['/', '无', '—', '——', '不涉及', 'N/A', '无需'].map(
    (nothing) =>
      [
        `${nothing} for the server of a firewall, and for its ports`,
        {
          resources: [...RIGHT.resources, [3, '智慧水利', '政务外网区', nothing, '云防火墙', '8核16G 500G', 1]],
          ports: [...port(443), ['/', '数据库服务器', nothing]],
        },
      ] as const,
  ),
  ...['不开放', '无开放端口', '不需要', '暂不开放'].map(
    (nothing) => [`${nothing} for the ports`, { ports: port(nothing) }] as const,
  ),
  ['no network at all', { ports: [['/', '/', '/']] }],
  ['a port of no server', { ports: [['联通', '/', '443']] }, 'E 服务器名称 required/missing'],
  [
    'a server left blank',
    { resources: [...RIGHT.resources, [3, '智慧水利', '政务外网区', null, '云防火墙', '8核16G 500G', 1]] },
    'E 服务器名称 required/missing',
  ],
  ['a port left blank', { ports: port(null) }, 'E 开放端口 required/missing'],
  ['a port left blank, with no address asked for', { addresses: 0, ports: port(null) }, 'W 开放端口 required/missing'],
]);

table<Application>('names that refer to another table', 'gaoqing/cloud-new', newSystem, [
  ['a system that is not listed', { resources: resource(1, '智慧水务') }, 'E 业务系统名称 reference/unknown-near'],
  [
    'a system without a resource',
    { systems: [...RIGHT.systems, ['防汛会商', '会商', '全县', 20, '汛期']] },
    'W 业务系统名称 reference/not-covered',
  ],
  ['a server that is not listed', { ports: [['联通', '图像识别集群', '443']] }, 'E 服务器名称 reference/unknown'],
  ['servers between slashes', { ports: [['联通', '应用服务器/数据库服务器', '443']] }],
  ['servers joined by a word', { ports: [['联通', '应用服务器和数据库服务器', '443']] }],
  ['of two servers one unknown', { ports: [['联通', '应用服务器/缓存', '443']] }, 'E 服务器名称 reference/unknown'],
  ['a server that is nearly listed', { ports: [['联通', '数据服务器', '443']] }, 'E 服务器名称 reference/unknown-near'],
]);

table<Application>('the form of a system that moves', 'gaoqing/cloud-migration', (change) => migration(change), [
  ['all is right', {}],
  ['the date with nothing but the printed year', { date: '2020 年   月   日起' }, 'E 使用时间 required/missing'],
  ['a system that is not listed', { resources: resource(1, '智慧水务') }, 'E 业务系统名称 reference/unknown-near'],
  ['a dangerous port', { ...internet, ports: port(3389) }, 'W 开放端口 excludes/excluded'],
]);

table<Application>('rows', 'gaoqing/cloud-new', newSystem, [
  [
    'a numbered row with nothing but its system',
    { resources: [...RIGHT.resources, [3, '防汛会商']], systems: [...RIGHT.systems, ['防汛会商', '会商', '全县', 20]] },
    'E 服务器名称 required/missing',
    'E 产品配置 required/missing',
    'E 数量 required/missing',
  ],
  [
    'numbered rows with the system filled down beforehand',
    { resources: [...RIGHT.resources, [3, '智慧水利'], [4, '智慧水利'], [5, '智慧水利']] },
  ],
  [
    'a row with nothing but the system of the rows below it',
    { resources: [[null, '智慧水利'], ...RIGHT.resources.map((row) => row.with(1, null))] },
    'N 业务系统名称 layout/carried-down',
  ],
  ['no system', { systems: [] }, 'E – row-count/too-few'],
]);

describe('gaoqing/cloud-migration: the state before', () => {
  it('left blank is told once, as a warning', () => {
    const result = judge('gaoqing/cloud-migration', migration({}, [[], []]));
    assert.deepEqual(verdicts(result), ['W – row-count/too-few']);
    assert.deepEqual(result.findings[0]?.params, {
      headings: ['网络（属性、带宽、IP等）', '服务器配置', '操作系统'],
      count: 0,
      min: 1,
    });
  });
});

describe('gaoqing/cloud-migration: the network table', () => {
  it('may be annexed', () => {
    const rows = migration({});
    const from = rows.findIndex((row) => row[0] === '3.网络资源需求');
    const without = rows.filter((_, i) => i < from || i > from + 3);
    assert.deepEqual(verdicts(judge('gaoqing/cloud-migration', without)), []);
  });
});

table<Change>('before and after', 'gaoqing/cloud-change', changed, [
  ['all is right', {}],
  [
    'a system that no table lists: this form has none',
    { resources: [CHANGED.resources[0]?.with(1, '防汛会商') ?? []] },
  ],
  [
    'an X left in the sentence',
    { sentence: 'XXX系统于2022年3月1日申请政务云公共云域资源如下：' },
    'W 原系统名称 example/placeholder',
  ],
  [
    'the date left as X',
    { sentence: '智慧水利系统于XXXX年XX月XX日申请政务云公共云域资源如下：' },
    'W 原申请日期 type/placeholder-left',
  ],
  [
    'the sentence left as it is printed is told once',
    { sentence: 'XXX系统于XXXX年XX月XX日申请政务云XXX域资源如下：' },
    'W 原系统名称 example/blanks-left',
  ],
  [
    'two blanks of it left',
    { sentence: '智慧水利系统于XXXX年XX月XX日申请政务云XXX域资源如下：' },
    'W 原网络域 example/blanks-left',
  ],
  ['a change before the earlier application', { date: '2021-05-10' }, 'E 变更时间 formula/broken'],
  ['a change on the day of the earlier application', { date: '2022-03-01' }],
  ['a row that stays as it was', { resources: CHANGED.before }, 'N 业务系统名称 unchanged/unchanged'],
  [
    'a server of the other half',
    { afterPorts: [['应用服务器二', '联通', 1, '443']] },
    'E 服务器名称 reference/unknown',
  ],
  ['a server missing before', { beforePorts: [['联通', '图像识别集群', '443']] }, 'E 服务器名称 reference/unknown'],
  [
    'an address count that is none',
    { afterPorts: [['应用服务器', '联通', '若干', '443']] },
    'W IP地址数量 type/number-unclear',
  ],
  [
    'several kinds of addresses',
    { afterPorts: [['应用服务器', '联通', '公网IP 2个，内网IP 3个', '443']] },
    'N IP地址数量 type/numbers-added',
  ],
  ['no address and no port', { afterPorts: [['应用服务器', '联通', 0, '无']] }],
  ['an address and no port', { afterPorts: [['应用服务器', '联通', 1, '无']] }],
  [
    'an address, and nothing on ports',
    { afterPorts: [['应用服务器', '联通', 1, null]] },
    'E 开放端口 required/missing',
  ],
  ['no address, and nothing on ports', { afterPorts: [['应用服务器', '联通', 0, null]] }],
  [
    'a dangerous port after',
    { ...internet, afterPorts: [['应用服务器', '联通', 1, '3306']] },
    'W 开放端口 excludes/excluded',
  ],
]);

describe('gaoqing/cloud-*: figures', () => {
  it('servers, vCPU, memory and disk, each times 数量', () => {
    assert.deepEqual(figuresOf(judge('gaoqing/cloud-new', newSystem({}))), {
      servers: 3,
      vcpu: 32,
      memoryGiB: 64,
      diskGiB: 2024,
    });
  });

  for (const [text, vcpu, memoryGiB, diskGiB] of [
    ['4核8G 100G', 8, 16, 200],
    ['8C/16G/500GB', 16, 32, 1000],
    ['16vCPU 32GB 内存 1T 磁盘', 32, 64, 2048],
  ] as const) {
    it(`${text}, twice`, () => {
      const figures = figuresOf(
        judge(
          'gaoqing/cloud-new',
          newSystem({ resources: [[1, '智慧水利', '', '应用服务器', '', text, 2]], ports: port(443) }),
        ),
      );
      assert.deepEqual(figures, { servers: 2, vcpu, memoryGiB, diskGiB });
    });
  }

  it('a configuration that cannot be read is left out and counted', () => {
    const { forms } = judge('gaoqing/cloud-new', newSystem({ resources: resource(5, '标准配置') }));
    assert.deepEqual(forms[0].figures.vcpu, { value: 16, unit: '核', skipped: 1 });
  });

  it('of a change: those after, and the difference', () => {
    assert.deepEqual(figuresOf(judge('gaoqing/cloud-change', changed({}))), {
      servers: 2,
      vcpu: 16,
      memoryGiB: 32,
      diskGiB: 1000,
      serversChange: 1,
      vcpuChange: 12,
      memoryGiBChange: 24,
      diskGiBChange: 900,
    });
  });
});

describe('gaoqing/cloud-*: what the messages say', () => {
  const said = ({ findings }: { readonly findings: readonly Parameters<typeof messageOf>[0][] }): string =>
    findings.map((finding) => messageOf(finding, 'zh')).join('\n');

  it('boxes are not ticked', () => {
    const rows = newSystem({ kinds: KINDS.replace('☑', '□') });
    assert.match(said(judge('gaoqing/cloud-new', rows)), /^“申请业务类型”未勾选。/u);
  });

  it('a table without rows is that before or after the change', () => {
    const rows = changed({ before: [], beforePorts: [] });
    assert.match(said(judge('gaoqing/cloud-change', rows)), /“变更前”部分“业务系统名称、网络区域、服务器名称”等列/u);
  });

  it('a table that is not there is that before or after the change', () => {
    const rows = changed({});
    const from = rows.findLastIndex((row) => row[0] === '序号');
    const without = rows.filter((_, i) => i < from || i > from + CHANGED.resources.length);
    assert.match(said(judge('gaoqing/cloud-change', without)), /“变更后”部分没有找到“序号、业务系统名称/u);
  });
});

describe('gaoqing/cloud-change: the sentence left as it is printed', () => {
  it('names the blanks', () => {
    const sentence = 'XXX系统于XXXX年XX月XX日申请政务云XXX域资源如下：';
    const [finding] = judge('gaoqing/cloud-change', changed({ sentence })).findings;
    assert.deepEqual(finding?.params, { blanks: ['原系统名称', '原网络域', '原申请日期'] });
  });
});

describe('gaoqing/cloud-change: a change before the earlier application', () => {
  it('names both dates', () => {
    const { findings } = judge('gaoqing/cloud-change', changed({ date: '2021-05-10' }));
    const [said] = findings.map((finding) => messageOf(finding, 'zh'));
    assert.match(said ?? '', /^变更时间“2021-05-10”早于原申请日期“2022年3月1日”。请核对两个日期。$/);
  });
});
