import { type Content, Sheet } from './ooxml.ts';
import { FENGDU_OUTLINE } from './outlines.ts';
import { type PlainSheet, savePlain, saveStyled } from './save.ts';

const TITLE = '丰都县政务信息化项目建设可行性研究报告编制大纲';

export function makeFengduFeasibility(folder: string): void {
  saveStyled(`${folder}/clean-water.xlsx`, [printed('附件3', WATER)]);
  saveStyled(`${folder}/faulty-emergency.xlsx`, [printed('大纲', EMERGENCY)], 'WPS 表格');
  savePlain(`${folder}/faulty-archives.xlsx`, [archives()]);
}

type Cells = readonly Content[];

interface Study {
  /** 1.1, label and value. */
  readonly facts: readonly (readonly [string, Content])[];
  readonly resources: readonly Cells[];
  readonly wanted: readonly Cells[];
  readonly modules: readonly Cells[];
  readonly servers: readonly Cells[];
  /** Other states than 已编制, by entry. */
  readonly states: Readonly<Record<string, string>>;
}

const NO = '□是   ☑否';
const YES = '☑是   □否';
const USERS = '□ 村工作人员  □ 社区工作人员  □ 网格员  □ 居民/企业  □ 其他部门或单位工作人员';

const WATER: Study = {
  facts: [
    ['项目名称', '丰都县智慧水利平台'],
    ['项目类型', '☑新建   □续建'],
    ['是否为跨部门应用', YES],
    ['项目性质', '☑软件类   □硬件类   □服务类'],
    ['拟运行网络', '☑政务外网   □业务专网   □互联网'],
    ['拟部署地点', '□重庆市政务云   ☑丰都云平台'],
    ['系统等保级别', '□无要求 □一级  □二级  ☑三级  □四级  □五级'],
    ['用户范围', `☑ 县级工作人员  ${USERS}`],
    ['是否新建对外服务功能', NO],
    ['是否新建监管或执法类业务功能', YES],
    ['是否新建微信公众号或小程序功能', NO],
    ['是否新建移动应用（IOS或安卓APP）', NO],
  ],
  resources: [
    [1, '河道水位信息', '各监测站每小时水位', '无条件共享', null],
    [2, '取水许可信息', '取水户、许可水量、有效期', '有条件共享', '限生态环境部门执法使用'],
  ],
  wanted: [[1, '地理信息', '县规划自然资源局', '共享交换平台', '每年']],
  modules: [
    ['县级工作人员', '智慧水利平台', '水雨情', '监测', '显示各站水位、雨量'],
    ['县级工作人员', '智慧水利平台', '河道', '巡查', '巡查任务下达与记录'],
  ],
  servers: [[8, 32, 500, '否', '麒麟V10', '达梦8', null]],
  states: { '2.6往期建设成果与成效': '不适用', '4.4服务方案': '不适用' },
};

/** A continuation without its results, a reason and a condition not given, a section without a state, a word not listed. */
const EMERGENCY: Study = {
  facts: [
    ['项目名称', '应急指挥调度'],
    ['项目类型', '□新建   ☑续建'],
    ['是否为跨部门应用', '□是   □否'],
    ['项目性质', '☑软件类   ☑硬件类   □服务类'],
    ['拟运行网络', '☑政务外网   □业务专网   □互联网'],
    ['拟部署地点', '□重庆市政务云   □丰都云平台'],
    ['系统等保级别', '□无要求 □一级  ☑二级  ☑三级  □四级  □五级'],
    ['用户范围', `☑ 县级工作人员  ${USERS}`],
    ['是否新建对外服务功能', NO],
    ['是否新建监管或执法类业务功能', NO],
    ['是否新建微信公众号或小程序功能', NO],
    ['是否新建移动应用（IOS或安卓APP）', YES],
  ],
  resources: [
    [1, '应急物资信息', '物资种类与数量', '有条件共享', null],
    [2, '值班人员信息', '姓名、电话', '不共享给外部', '个人信息'],
  ],
  wanted: [[1, '人口信息', '县公安局', null, '每月']],
  modules: [['县级工作人员', '应急指挥系统', '调度', '视频会商', null]],
  servers: [[16, 64, 2000, '是', 'openEuler', '人大金仓', null]],
  states: {
    '2.6往期建设成果与成效': '不适用',
    '4.1软件系统方案': '不适用',
    '4.6系统安全及保障体系': '不适用',
    '4.7运维体系': '',
  },
};

/** As the annex is printed, seven columns wide, the chapters as a list below. */
function printed(name: string, study: Study): Sheet {
  const sheet = new Sheet(name, { widths: [14, 18, 18, 16, 22, 14, 14] });
  let row = 1;
  const line = (text: string): void => void sheet.put(`A${String(row)}:G${String(row++)}`, text, 'left');
  const rows = (headings: Cells, records: readonly Cells[]): void => {
    sheet.row(`A${String(row++)}`, headings, 'head');
    for (const record of records) sheet.row(`A${String(row++)}`, record);
  };
  sheet.put('A1', '附件3：', 'annex').put('A2:G2', TITLE, 'title').height(2, 36);
  row = 3;
  line('1.1项目基本情况说明');
  for (const [label, value] of study.facts) {
    sheet.put(`A${String(row)}:B${String(row)}`, label, 'head').put(`C${String(row)}:G${String(row++)}`, value, 'left');
  }
  line('3.4信息资源共享方案');
  rows(['序号', '信息资源名称', '信息资源描述', '共享属性', '备注'], study.resources);
  line('3.5外部信息资源需求描述');
  rows(['序号', '信息资源名称', '信息资源提供方', '资源获取方式', '获取频率'], study.wanted);
  line('4.1软件系统方案');
  rows(['用户', '系统名称', '子系统名称', '功能模块名称', '功能描述'], study.modules);
  line('4.2基础设施及软件配置方案');
  rows(['CPU数量', '内存大小', '硬盘大小', '是否需要公网IP', '操作系统', '数据库类型', '备注'], study.servers);
  line('各章节编制情况');
  sheet.put(`A${String(row)}:E${String(row)}`, '章节', 'head');
  sheet.put(`F${String(row)}`, '编制情况', 'head').put(`G${String(row++)}`, '页码', 'head');
  FENGDU_OUTLINE.forEach((entry, index) => {
    const state = study.states[entry] ?? '已编制';
    sheet.put(`A${String(row)}:E${String(row)}`, entry, 'left').put(`F${String(row)}`, state === '' ? null : state);
    sheet.put(`G${String(row++)}`, state === '已编制' ? index + 2 : null);
  });
  line('备注：以上各项可根据项目实际建设内容进行选择。');
  return sheet;
}

/** Retyped: the tables annexed, chapters by other numbers, one chapter forgotten, what 第十四条 asks for listed too. */
function archives(): PlainSheet {
  return {
    name: '可研',
    rows: [
      ['政务信息化项目可行性研究报告编制大纲'],
      ['项目名称', '丰都县数字档案系统改扩建'],
      ['项目类型', '新建', '项目性质', '软件类'],
      ['是否跨部门应用', '否', '运行网络', '政务外网'],
      ['部署地点', '重庆市政务云', '等保级别', '二级'],
      ['用户范围', '县级工作人员、居民/企业'],
      ['是否新建对外服务功能', '是', '是否新建监管或执法类业务功能', '否'],
      ['是否新建微信公众号或小程序功能', '否', '是否新建移动应用', '否'],
      ['CPU数量', '内存大小', '硬盘大小', '是否需要公网IP', '操作系统', '数据库类型'],
      [8, 32, 4000, '有', '麒麟V10', '达梦8'],
      ['章节', '编制情况', '页码'],
      ...FENGDU_OUTLINE.filter((entry) => !entry.includes('绩效目标')).map((entry, index): (string | number)[] => [
        entry.replace(/^(\d\.\d)/u, '$1 '),
        '已编制',
        index + 3,
      ]),
      ['密码应用方案', '不适用', null],
      ['前期项目第三方后评价报告', '不适用', null],
    ],
    merges: ['A1:F1'],
  };
}
