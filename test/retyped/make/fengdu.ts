import { serial, Sheet } from '../../samples/make/ooxml.ts';
import { FENGDU_OUTLINE } from '../../samples/make/outlines.ts';
import { type PlainSheet, savePlain, saveStyled } from '../../samples/make/save.ts';

/** The four forms of Fengdu. */
export function makeFengdu(folder: string): void {
  saveStyled(`${folder}/fengdu-application/values-below-labels.xlsx`, [library()], 'WPS 表格');
  savePlain(`${folder}/fengdu-application/numbered-lines.xlsx`, [forestry()]);
  saveStyled(`${folder}/fengdu-acceptance/papers-on-second-sheet.xlsx`, [hospital(), hospitalPapers()], 'WPS 表格');
  savePlain(`${folder}/fengdu-acceptance/states-before-papers.xlsx`, [cityManagement()]);
  saveStyled(`${folder}/fengdu-feasibility/one-option-a-cell.xlsx`, [tourism()]);
  savePlain(`${folder}/fengdu-feasibility/chapters-first.xlsx`, [gridChapters(), gridFacts()]);
  saveStyled(`${folder}/fengdu-scope/groups-with-sums.xlsx`, [traffic()], 'WPS 表格');
  savePlain(`${folder}/fengdu-scope/notes-before-amounts.xlsx`, [education()]);
}

/** Labels in one row and values in the next, the date a number, each option in a row of its own. */
function library(): Sheet {
  const sheet = new Sheet('申报', { widths: [18, 18, 18, 18, 18] });
  sheet.put('B2:E2', '丰都县政务信息化项目建设申报表', 'title').put('B3:E3', '（ 2025 年度）', 'line');
  sheet.row('B4', ['项目名称', '项目实施单位', '填表日期', '预估实施周期'], 'head');
  sheet.row(
    'B5',
    ['丰都县数字图书馆平台', '丰都县图书馆', serial(2024, 9, 11), '10个月'],
    ['cell', 'cell', 'date', 'cell'],
  );
  sheet.row('B6', ['项目主管领导', '项目分管领导', '项目联络员', '联系电话'], 'head');
  sheet.row('B7', ['杨帆', '廖静', '秦岚', 13_983_612_345]);
  sheet.row('B8', ['资金来源', '项目性质', '运行网络', '项目类型'], 'head');
  sheet.row('B9', ['□上级支持资金', '☑软件类', '☑政务外网', '☑新建']);
  sheet.row('B10', ['□市级财政资金', '□硬件类', '□业务专网', '□续建']);
  sheet.row('B11', ['☑自筹资金', '□服务类', '☑互联网', null]);
  sheet.row('B12', ['□其他资金', null, null, null]);
  sheet.put('B13', '投资概算\n（万元）', 'head').put('C13:E13', 78.4, 'money');
  sheet.put('B14:E14', '项目介绍（附项目可行性研究报告）', 'head');
  sheet.put('B15:E15', '建设馆藏检索、借阅统计、移动阅览三个模块。可行性研究报告附后。', 'box').height(15, 90);
  return sheet.put('B17:E17', '备注：本表一式三份，项目实施单位、县发展改革委、县委网信办各一份。', 'note');
}

/** Numbered labels, each with its value in one cell, several to a line; ticks behind the options. */
function forestry(): PlainSheet {
  return {
    name: 'Sheet1',
    rows: [
      ['附件2：'],
      ['丰都县政务信息化建设项目申报表（2025年度）'],
      ['填表日期：2024.9.18', null, '项目实施单位（盖章）：丰都县林业局'],
      ['1.项目名称：森林防火监测系统二期'],
      ['2.项目类型：新建□  续建√', null, '3.项目性质：软件类√  硬件类√  服务类□'],
      ['4.投资概算：1,260.5万元', null, '5.资金来源：上级支持资金√ 市级财政资金√ 自筹资金□ 其他资金□'],
      ['6.运行网络：政务外网√ 业务专网□ 互联网□', null, '7.预估实施周期：2025年1月—2025年12月'],
      ['8.项目主管领导：向明', null, '9.项目分管领导：冉波'],
      ['10.项目联络员：谭雪', null, '11.联系电话：023-70605588'],
      ['12.项目介绍（附项目可行性研究报告）：'],
      ['在一期12个监测点的基础上新增28个监测点，与市林业局平台对接。'],
    ],
    merges: ['A2:D2', 'A4:D4', 'A10:D10', 'A11:D11'],
  };
}

/** The papers on a second sheet with a title of their own, their pages before their names. */
function hospital(): Sheet {
  const sheet = new Sheet('验收申请表', { widths: [14, 30, 14, 26] });
  sheet.put('A1:D1', '丰都县政务信息化项目竣工验收申请表', 'title').put('A2:D2', '（2024年度）', 'line');
  sheet.row(
    'A3',
    ['项目实施单位（盖章）', '丰都县人民医院', '填表日期', serial(2024, 11, 8)],
    ['head', 'cell', 'head', 'date'],
  );
  sheet.row('A4', ['项目名称', '电子病历共享平台', '项目评测单位', '无']);
  sheet.row('A5', ['项目承建单位', '重庆医通软件股份有限公司', '项目监理单位', '重庆中监工程监理有限公司']);
  sheet.row('A6', ['联系电话', '023-70712266转802', '项目联络员', '罗茜']);
  sheet.put('A7', '项目信息资源归集、编目、共享等情况说明', 'head');
  sheet.put('B7:D7', '归集门诊、住院两类数据，均已编目，有条件共享，目录见附件。', 'box').height(7, 60);
  sheet.put('A8', '项目建设和试运行情况说明', 'head');
  sheet.put('B8:D8', '2024年2月签订合同，7月上线，试运行三个月，故障两次，均当日排除。', 'box').height(8, 60);
  sheet.put('A9', '是否涉密', 'head').put('B9:D9', '否', 'left');
  sheet.put('A10', '监理单位意见', 'head').put('B10', '同意验收\n签字（盖章）  日期：2024年11月6日', 'box');
  sheet.put('C10', '测评单位意见', 'head').put('D10', '签字（盖章）\n日期：', 'box').height(10, 60);
  return sheet.put('A11:D11', '验收材料见另一张表。', 'note');
}

function hospitalPapers(): Sheet {
  const sheet = new Sheet('验收材料', { widths: [8, 8, 44, 12, 20] });
  sheet.put('A1:E1', '附：验收材料清单', 'title').row('A2', ['序号', '页码', '材料名称', '是否提供', '说明'], 'head');
  const papers = [
    ['项目建设总结', 1],
    ['数据字典', 15],
    ['财务报告', 40],
    ['审计报告', 52],
    ['安全风险评估报告', 66],
    ['非涉密信息系统网络安全等级保护测评报告', 70],
    ['网络安全等级保护备案情况', 103],
    ['密码应用安全性评估报告', 110],
  ] as const;
  papers.forEach(([paper, page], at) => {
    sheet.row(`A${String(3 + at)}`, [at + 1, page, paper, '√', at === 6 ? '备案证明复印件' : null]);
  });
  return sheet;
}

/** Everything in one column of labels, broken over lines; the list below has its states first. */
function cityManagement(): PlainSheet {
  return {
    name: '竣工验收',
    rows: [
      ['丰都县政务信息化项目验收申请表'],
      ['年度', 2024],
      ['填表日期', '2024/12/2'],
      ['项目实施\n单位（盖章）', '丰都县城市管理局'],
      ['项目名称', '数字城管系统升级改造'],
      ['项目承建单位', '中国电信股份有限公司丰都分公司'],
      ['项目监理单位', '重庆信达监理有限公司'],
      ['项目评测单位', '重庆软件评测中心有限公司'],
      ['项目联络员', '付强', '联系电话', '189 8351 2277'],
      ['项目建设和试运行情况说明\n（附验收材料）', '已于2024年6月上线，试运行五个月，运行稳定。'],
      [
        '项目信息资源归集、编目、共享等情况说明\n（附项目信息资源目录）',
        '城市部件、案件两项资源已编目，通过共享交换平台提供。',
      ],
      ['监理单位意见', '签字（盖章）                       日期：'],
      ['测评单位意见', '签字（盖章）                       日期：'],
      ['提供情况', '验收材料', '页码'],
      ['☑', '1.项目建设总结', '1-8'],
      ['☑', '2.财务报告', '9-15'],
      ['☑', '3.审计报告', '16-22'],
      ['☑', '4.安全风险评估报告', '23-60'],
      ['不适用', '涉密信息系统安全保密测评报告'],
      ['☑', '非涉密信息系统网络安全等级保护测评报告', '25-58'],
      ['☑', '网络安全等级保护备案情况', '59-60'],
      ['☑', '5.密码应用安全性评估报告', '61-80'],
      ['☑', '6.数据字典', '81'],
      ['备注：本表一式三份，项目实施单位、县发展改革委、县财政局各一份。'],
    ],
    merges: ['A1:D1', 'A24:D24'],
  };
}

/** The chapters of the annex with their sections. */
const CHAPTERS = FENGDU_OUTLINE.reduce<[chapter: string, ...sections: string[]][]>((chapters, entry) => {
  if (/^[一二三四五六七八九]、/u.test(entry)) return [...chapters, [entry]];
  chapters.at(-1)?.push(entry);
  return chapters;
}, []);

/** One option a cell, as the annex has them; the cloud's resources below each other; other orders of columns. */
function tourism(): Sheet {
  const sheet = new Sheet('可研', { widths: [30, 20, 20, 20, 12, 12, 12] });
  sheet.put('A1:G1', '丰都县政务信息化项目建设可行性研究\n报告编制大纲', 'title').height(1, 48);
  let row = 2;
  const lines = (...records: readonly (readonly (string | number | null)[])[]): void => {
    for (const cells of records) sheet.row(`A${String(row++)}`, cells);
  };
  lines(
    ['项目名称', '丰都县智慧文旅平台'],
    ['项目类型', '☑新建', '□续建'],
    ['项目性质', '☑软件类', '☑硬件类', '□服务类'],
    ['是否为跨部门应用', '□是', '☑否'],
    ['拟部署地点', '☑重庆市政务云', '□丰都云平台'],
    ['拟运行网络', '☑政务外网', '□业务专网', '☑互联网'],
    ['系统等保级别', '□无要求', '□一级', '☑二级', '□三级', '□四级', '□五级'],
  );
  sheet.put(`A${String(row)}:A${String(row + 2)}`, '用户范围', 'head');
  sheet.row(`B${String(row++)}`, ['☑ 县级工作人员', '□ 村工作人员']);
  sheet.row(`B${String(row++)}`, ['□ 社区工作人员', '□ 网格员']);
  sheet.row(`B${String(row++)}`, ['☑ 居民/企业', '□ 其他部门或单位工作人员']);
  lines(
    ['是否新建对外服务功能', '☑是', '□否'],
    ['是否新建监管或执法类业务功能', '□是', '☑否'],
    ['是否新建微信公众号或小程序功能', '☑是', '□否'],
    ['是否新建移动应用（IOS或安卓APP）', '□是', '☑否'],
    ['基础设施资源需求'],
    ['CPU数量', '16核'],
    ['内存大小', '64G'],
    ['硬盘大小', '2T'],
    ['是否需要公网IP', '是'],
    ['操作系统', '银河麒麟V10'],
    ['数据库类型', '达梦8'],
    ['备注：市政务云标准配置'],
    ['信息资源共享方案'],
    ['信息资源名称', '共享属性', '备注', '信息资源描述', '序号'],
    ['景区客流信息', '无条件共享', null, '各景区每十分钟在园人数', 1],
    ['游客投诉信息', '不予共享', '含个人信息', '投诉人、事由、办理结果', 2],
    ['系统功能清单'],
    ['系统名称', '子系统名称', '功能模块名称', '功能描述', '用户'],
    ['智慧文旅平台', '公众服务', '预约', '景区分时预约', '居民'],
    [null, null, '投诉', '投诉提交与查询', '居民'],
    [null, '监测', '客流', '客流监测与预警', '县级工作人员'],
    ['大纲', '编制情况', '页码'],
  );
  let page = 1;
  for (const [chapter, ...sections] of CHAPTERS) {
    lines(sections.length === 0 ? [chapter, '√', page++] : [chapter]);
    lines(...sections.map((section) => (section.startsWith('2.6') ? [section, '不适用'] : [section, '√', page++])));
  }
  return sheet;
}

/** The chapters first, numbered with spaces, pages before states; the facts and the tables on the sheet behind. */
function gridChapters(): PlainSheet {
  const rows = CHAPTERS.flatMap(([chapter, ...sections], at) => {
    const numbered = sections.map((section, i) => [
      section.replace(/^(\d\.\d)/u, '$1 '),
      `第${String(1 + at * 10 + i)}页`,
      '已编制',
    ]);
    return sections.length === 0 ? [[chapter, `第${String(1 + at * 10)}页`, '已编制']] : [[chapter], ...numbered];
  });
  return {
    name: '编制大纲',
    rows: [
      ['丰都县政务信息化项目可行性研究报告编制大纲'],
      ['章节', '页码', '编制情况', '备注'],
      ...rows,
      ['密码应用方案', '第52页', '已编制'],
      ['数据资源目录', '附件1', '已编制'],
    ],
    merges: ['A1:D1'],
  };
}

function gridFacts(): PlainSheet {
  return {
    name: '基本情况',
    rows: [
      ['项目基本情况说明'],
      ['项目名称：基层治理网格管理系统', null, '项目类型：续建'],
      ['项目性质：软件类、服务类', null, '系统等保级别：三级'],
      ['拟运行网络：政务外网', null, '拟部署地点：丰都云平台'],
      ['是否为跨部门应用：是'],
      ['牵头建设单位：县委政法委', null, '参与配合单位：县公安局、县民政局'],
      ['用户范围：县级工作人员、村工作人员、社区工作人员、网格员'],
      ['是否新建对外服务功能：否', null, '是否新建监管或执法类业务功能：否'],
      ['是否新建微信公众号或小程序功能：否', null, '是否新建移动应用（IOS或安卓APP）：是'],
      ['3.5外部信息资源需求描述'],
      ['获取频率', '资源获取方式', '信息资源提供方', '信息资源名称'],
      ['实时', '接口', '县公安局', '常住人口信息'],
      ['每月', '共享交换平台', '县民政局', '低保对象信息'],
      ['4.2基础设施资源需求'],
      ['操作系统', '数据库类型', 'CPU数量', '内存大小', '硬盘大小', '是否需要公网IP'],
      ['统信UOS', '人大金仓V8', 16, '64GB', '1TB', '否'],
      ['统信UOS', null, 8, '32GB', '500GB', '否'],
    ],
  };
}

/** Groups by category with a sum each, the category written once; amounts with their unit; our own total. */
function traffic(): Sheet {
  const sheet = new Sheet('费用明细', { widths: [26, 30, 16, 34] });
  sheet.put('A1:D1', '丰都县政务信息化项目费用明细表', 'title');
  sheet.put('A2:D2', '项目名称：智慧交通执法平台        项目实施单位：丰都县交通局        单位：万元', 'line');
  sheet.row('A3', ['类别', '支出内容', '金额', '评估情况'], 'head');
  sheet.put('A4:A6', '业务系统').row('B4', ['执法办案软件开发', 96]).row('B5', ['与市平台对接开发', 24.5]);
  sheet.row('B6', ['移动执法小程序', 18]);
  sheet.row('A7', ['小计', null, { formula: 'SUM(C4:C6)', value: 138.5 }]);
  sheet.row('A8', ['摄像头', '卡口高清摄像头12台', 14.4]);
  sheet.row('A9', ['数据采集终端', '专用执法记录终端', 9.6]);
  sheet.row('A10', ['小计', null, { formula: 'SUM(C8:C9)', value: 24 }]);
  sheet.row('A11', ['服务器、存储', '边缘计算服务器', 8, '卡口现场需本地计算，2024年7月专家评估通过']);
  sheet.row('A12', ['业务专网', '卡口专线', 6, '2024年7月专家评估通过']);
  sheet.row('A13', ['等保测评', '三级等保测评', 8.5]);
  return sheet.row('A14', ['总计', null, { formula: 'C7+C10+SUM(C11:C13)', value: 185 }]);
}

/** In 元, notes before amounts, the units of the form below. */
function education(): PlainSheet {
  return {
    name: 'Sheet1',
    rows: [
      [null, '政务信息化项目费用清单'],
      [null, '编号', '评估说明', '分类', '金额（元）', '费用名称'],
      [null, 1, null, '租用云服务', 126000, '云主机租用（一年）'],
      [null, 2, null, '政务外网', '48,000.00', '学校接入政务外网'],
      [null, 3, '课件归县教委所有，向全县学校开放，2024年5月评估通过', '电子课件、课程', 85000.5, '教师培训课件'],
      [null, 4, '部署于教育管理平台', '数据库授权', 98000, '国产数据库授权2套'],
      [null, '合计', null, null, 357000.5, null],
      [null, '项目实施单位：丰都县教育委员会', null, null, '项目名称：教育管理平台'],
    ],
  };
}
