import type { Declared } from './find-quotations.ts';

/** The columns of a checklist, which the outlines and lists of papers of the annexes do not have. */
const CHECKLIST = ['章节', '编制情况', '已编制', '不适用', '页码', '备注'];
const PAPERS = ['提供情况', '已提供', '不适用', '页码'];

/** What the texts of the regulations do not have word for word, and why. Everything else must be found in them. */
export const DECLARED: Declared = {
  slips: [
    // The bracket opens in half width and closes in full width.
    { document: '金政办秘〔2022〕46号', text: '单 价(元）', read: '单价（元）' },
    // Lost at the beginning of a line.
    { document: '云阳府办规〔2022〕4号', text: '否向社会开放', read: '是否向社会开放' },
    { document: '云阳府办规〔2022〕4号', text: '材 料 项目基本情况报告', read: '材 料 1. 项目基本情况报告' },
  ],
  elsewhere: ['《支付结算办法》附一', '财资〔2016〕27号', '发改高技〔2017〕1272号'],
  ours: {
    'templates/fengdu/feasibility.yaml': ['章节', '编制情况', '已编制'],
    // The annex has no table of expenses.
    'templates/fengdu/scope.yaml': ['费用名称', '金额（万元）', '评估说明', '附件1　申报范围及边界（填写时对照）'],
    // The annex has no list of papers; article 28 has.
    'templates/fengdu/acceptance.yaml': ['附：验收材料清单（第二十八条）', '是否涉密', ...PAPERS],
    'templates/gaoqing/acceptance.yaml': [
      ...['附：验收材料清单（验收材料内容提纲）', '项目内容', '合同或招标文件是否要求第三方测试'],
      ...['单个软件系统最高价值（万元）', ...PAPERS],
    ],
    // Headings that other people give the same table.
    'templates/gaoqing/application.yaml': [
      '本单位近3至5年电子政务项目建设情况',
      '本单位近三至五年电子政务项目建设情况',
    ],
    // How letters end, so that it is not taken for a value.
    'templates/gaoqing/letter.yaml': [
      ...['妥否，请批示', '妥否，请批复', '妥否，请函复', '当否，请批示', '当否，请批复', '请予审核', '请予审批'],
      ...['请予批准', '请予支持', '特此函达', '特此申请', '专此函达'],
    ],
    'templates/gaoqing/plan.yaml': ['章节', '编制情况', '已编制', '注：第一章…', '第二章…', '第八章1.…'],
    'templates/yuzhong/design.yaml': CHECKLIST,
    'templates/yuzhong/proposal.yaml': ['各章内容：'],
  },
};
