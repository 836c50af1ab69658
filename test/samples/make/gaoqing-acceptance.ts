import { type Content, Sheet } from './ooxml.ts';
import { type PlainSheet, savePlain, saveStyled } from './save.ts';

const TITLE = '电子政务建设项目验收申请表';
const PAPERS = [
  '（一）项目验收申请表',
  '（二）项目合同复印件、项目招标文件、项目投标文件',
  '（三）项目初验报告',
  '（四）项目完成情况总结',
  '（五）项目技术工作总结',
  '（六）项目完成后的经济效益和社会效益',
  '（七）购置设备、软件清单',
  '（八）保证单位（监理方）审查意见',
  '（九）项目用户使用报告',
  '（十）项目信息资源共享情况报告',
  '（十一）项目过程文档',
];
const SOFTWARE = ['需求说明书', '详细设计说明书', '数据库设计说明书', '测试报告', '系统部署手册', '项目试运行报告'];
const HEADINGS = ['验收材料', '提供情况', '页码', '备注'];

export function makeGaoqingAcceptance(folder: string): void {
  saveStyled(`${folder}/clean-water.xlsx`, [water()]);
  // A design in outline, too, from 100 万元 for a single piece of software: a fen below; at and above it is missing.
  savePlain(`${folder}/clean-software-below.xlsx`, [software('99.999999', [])]);
  savePlain(`${folder}/clean-software-hundred.xlsx`, [software('100', ['概要设计说明书'])]);
  savePlain(`${folder}/faulty-software-edges.xlsx`, [software('100', []), software('100.000001', [])]);
  saveStyled(`${folder}/faulty-emergency.xlsx`, [emergency()], 'WPS 表格');
  savePlain(`${folder}/faulty-culture.xlsx`, [culture()]);
}

interface Facts {
  readonly project: Content;
  readonly span: Content;
  readonly contact: Content;
  readonly phone: Content;
  readonly place: Content;
  /** 财政投资, 自筹资金, 合计. */
  readonly funds: readonly [Content, Content, Content];
  readonly brief: Content;
  readonly papers: Content;
}

/** As the annex is printed: no cell for the name of the unit. */
function printed(facts: Facts): Sheet {
  const sheet = new Sheet('验收申请表', { widths: [20, 16, 16, 16, 20] });
  sheet.put('A1', '附件7', 'annex').put('A2:E2', TITLE, 'title').height(2, 36);
  sheet.put('A3', '项目名称', 'head').put('B3:E3', facts.project, 'left');
  sheet.put('A4', '项目起止时间', 'head').put('B4:E4', facts.span, 'left');
  sheet.put('A5:A6', '申请验收单位', 'head').row('B5', ['联系人', facts.contact, '联系电话', facts.phone], 'cell');
  sheet.put('B6', '地  址', 'head').put('C6:E6', facts.place, 'left');
  sheet
    .put('A7:A8', '项目资金构成（万元）', 'head')
    .spans(7, ['B', 'C:D', 'E'], ['财政投资', '自筹资金', '合计'], 'head');
  sheet.spans(8, ['B', 'C:D', 'E'], facts.funds);
  sheet.put('A9', '项目简介', 'head').put('B9:E9', facts.brief, 'box').height(9, 120);
  sheet.put('A10', '提供验收文件的目录', 'head').put('B10:E10', facts.papers, 'box').height(10, 160);
  sheet.put('A11:E11', '本单位（部门）意见：\n\n\n（盖 章）\n年    月     日', 'box').height(11, 100);
  return sheet.put('A12', '备注', 'head').put('B12:E12', null, 'left');
}

function water(): Sheet {
  return printed({
    project: '高青县智慧水利综合管理平台',
    span: '2025年1月至2025年12月',
    contact: '李晓燕',
    phone: '13805332716',
    place: '高青县黄河路1号',
    funds: [100, 20.5, { formula: 'SUM(B8,C8)', value: 120.5 }],
    brief: '建设水情监测、闸坝调度和预警发布三个模块，2025年9月上线试运行。',
    papers: PAPERS.map((paper) => paper.replace(/^（.*?）/u, '')).join('\n'),
  });
}

/** Retyped, with the list of papers below: some software of so many 万元. */
function software(value: string, more: readonly string[]): PlainSheet {
  const papers = [...PAPERS.filter((paper) => !paper.startsWith('（八）')), ...SOFTWARE, ...more];
  return {
    name: value,
    rows: [
      ['高青县电子政务建设项目竣工验收申请表'],
      ['申请验收单位', '高青县档案馆', '地址', '高青县文化路9号'],
      ['联系人', '周敏', '联系电话', '13953318866'],
      ['项目名称', '数字档案馆（二期）'],
      ['起止时间', '2025年3月至2025年12月'],
      ['财政投资（万元）', 150, '自筹资金（万元）', 0],
      ['合计（万元）', 150],
      ['项目简介', '馆藏档案数字化，建设档案利用服务系统。'],
      ['验收材料目录', '见下表'],
      ['项目内容', '☑软件开发 □硬件设备或成品软件采购 □机房装修 □运维'],
      ['单个软件系统最高价值（万元）', Number(value)],
      ['是否要求第三方测试', '□是 ☑否'],
      ['监理单位', '无'],
      [...HEADINGS],
      ...papers.map((paper, at) => [paper, '已提供', at + 1, null]),
    ],
  };
}

function emergency(): Sheet {
  const sheet = printed({
    project: '应急指挥信息系统',
    span: '12个月',
    contact: null,
    phone: '69821',
    place: '高青县青城路3号',
    funds: [200, 10, 220],
    brief: null,
    papers: '见验收材料清单',
  });
  sheet.put('A13', '项目内容', 'head').put('B13:E13', '☑软件开发 ☑硬件设备或成品软件采购 □机房装修 □运维', 'left');
  sheet.put('A14', '监理单位', 'head').put('B14:E14', '山东某某工程监理有限公司', 'left');
  const spans = ['A:B', 'C', 'D', 'E'];
  sheet.spans(15, spans, HEADINGS, 'head');
  const given = [
    ...PAPERS.slice(0, 2),
    ...PAPERS.slice(3, 7),
    ...PAPERS.slice(8),
    ...SOFTWARE.slice(0, 5),
    '项目试运行报告',
  ];
  const hardware = ['设备到货交接单', '设备调试记录', '设备授权文件', '设备照片'];
  [...given, ...hardware].forEach((paper, at) => {
    const state = paper.startsWith('（十）') ? '不适用' : paper.startsWith('（九）') ? null : '已提供';
    sheet.spans(16 + at, spans, [paper, state, state === '已提供' && at !== 1 ? at + 1 : null]);
  });
  return sheet;
}

/** Retyped without the papers; amounts in 元 and 万元. */
function culture(): PlainSheet {
  return {
    name: 'Sheet1',
    rows: [
      [TITLE],
      ['项目名称', '文旅公共服务平台', null, null],
      ['项目起止时间', '2026年12月至2025年1月', null, null],
      ['申请验收单位', '联系人', '刘春生', '联系电话', '138 5338 6621'],
      [null, '地址', null],
      ['项目资金构成（万元）', '财政投资', '自筹资金', '合计'],
      [null, 800000, 200000, 100],
      ['项目简介', '建设文旅公共服务平台。'],
      ['提供验收文件的目录', null],
      ['本单位意见'],
      ['备注', '无'],
    ],
  };
}
