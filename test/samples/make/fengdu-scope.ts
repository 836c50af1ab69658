import { type Content, Sheet } from './ooxml.ts';
import { type PlainSheet, savePlain, saveStyled } from './save.ts';

const TITLE = '丰都县政务信息化项目申报范围及边界';
const ASSESSED = '县发展改革委委托咨询机构评估，2023年8月通过';

export function makeFengduScope(folder: string): void {
  saveStyled(`${folder}/clean-water.xlsx`, [printed('附件1', '丰都县水利局', '丰都县智慧水利平台', WATER)]);
  savePlain(`${folder}/clean-school.xlsx`, [school()]);
  saveStyled(
    `${folder}/faulty-health.xlsx`,
    [printed('附件1', '丰都县卫生健康委员会', '区域检验平台', HEALTH)],
    'WPS 表格',
  );
  savePlain(`${folder}/faulty-town.xlsx`, [town()]);
}

/** What a line says: 费用名称, 费用分类, 金额（万元）, 评估说明. */
type Line = readonly [name: string | null, category: string | null, amount: Content, note: string | null];

/** One line of each verdict, those that need an assessment with it; shares of a fen. */
const WATER: readonly Line[] = [
  ['水雨情传感器 40 套', '传感器', 62.4, null],
  ['河道摄像头', '摄像头', 35.75, null],
  ['巡查专用采集终端', '数据采集终端', 8.6, null],
  ['巡查手机终端 20 部', '数据采集终端', 5.998, ASSESSED],
  ['指挥台电脑 4 台', '电脑', 2.4, '与平台建设紧密相关，2023年8月评估通过'],
  ['水利专线', '业务专网', 12, ASSESSED],
  ['重庆市政务云', '租用云服务', 18.5, null],
  ['数据库正版授权', '虚拟化、数据库等正版软件授权', 9.8, '部署在智慧水利平台'],
  ['等保测评', '安全测评、安全整改', 6, null],
  ['平台软件开发', '履行政务职能业务系统', 120.000001, null],
];

/** Telephone lines and paper, a server without an assessment, an amount in 元, a total of other lines. */
const HEALTH: readonly Line[] = [
  ['检验平台软件开发', '业务系统', 180, null],
  ['服务器及存储', '服务器存储', 46, null],
  ['科室电话', '电话线路', 0.8, null],
  ['打印耗材', '办公耗材', 1.2, '已经评估'],
  ['样本条码打印机', null, 2.4, null],
  ['数据治理服务', '数据加工处理', 260000, ASSESSED],
];

/** Our own blank form, filled in: twelve rows, a row of totals, and the beginning of the scope table below. */
function printed(name: string, unit: string, project: string, lines: readonly Line[]): Sheet {
  const sheet = new Sheet(name, { widths: [6, 22, 30, 14, 34] });
  sheet.put('A1', '附件1', 'annex').put('A2:E2', TITLE, 'title').height(2, 36);
  sheet.put('A3:C3', `项目实施单位：${unit}`, 'line').put('D3:E3', `项目名称：${project}`, 'line');
  sheet.row('A4', ['序号', '费用名称', '费用分类', '金额\n（万元）', '评估说明'], 'head');
  for (let at = 0; at < 12; at++) {
    const line = lines[at];
    sheet.row(`A${String(5 + at)}`, [line ? at + 1 : null, ...(line ?? [null, null, null, null])], 'cell');
  }
  const total = lines.reduce((sum, [, , amount]) => sum + (typeof amount === 'number' ? amount : 0), 0);
  const value = Math.round(total * 1e6) / 1e6;
  sheet.put('A17:C17', '合计', 'head').put('D17', { formula: 'SUM(D5:D16)', value }).put('E17', null);
  sheet.put('A18:E18', '附件1　申报范围及边界（填写时对照）', 'line');
  const scope = [
    ['名称/分类', '定义/范围'],
    ['遥感设备', '纳入信息化经费。'],
    ['传感器', '纳入信息化经费。'],
    ['电话线路', '不纳入信息化经费。'],
    ['服务器存储', '因特殊需要，经评估通过后可纳入信息化经费。'],
  ];
  scope.forEach(([category = '', words = ''], at) => {
    const row = String(19 + at);
    sheet.put(`A${row}:B${row}`, category, at === 0 ? 'head' : 'left').put(`C${row}:E${row}`, words, 'left');
  });
  return sheet;
}

/** Typed anew by a school, without numbers, the columns in another order, with a remark of its own. */
function school(): PlainSheet {
  return {
    name: '费用明细',
    rows: [
      ['项目费用明细表'],
      ['单位名称：丰都县第二中学校', null, null, '单位：万元'],
      ['费用类别', '支出内容', '金额', '备注', '评估情况'],
      ['政务外网', '教育城域网接入', 4.5, '按年支付', null],
      ['培训类系统购买电子课件、课程', '安全教育课件', 3.2, null, '资产归学校，面向全县共享，2023年6月评估通过'],
      ['局域网', '校园网改造', '15', null, '2023年6月评估通过'],
      ['公共服务网站', '家校服务网站', 8, null, null],
      ['小计', null, 30.7, null, null],
    ],
    merges: ['A1:E1'],
  };
}

/** Another list of categories, an assessment not passed, promotion, a total that is wrong. */
function town(): PlainSheet {
  return {
    name: 'Sheet1',
    rows: [
      ['丰都县高家镇人民政府政务信息化项目费用清单'],
      ['序号', '费用名称', '费用分类', '金额（万元）', '评估说明'],
      [1, '便民服务大厅叫号系统', '硬件设备', 6.5, null],
      [2, '监控探头', '其他感知设备', 4.8, '已评估，未通过'],
      [3, '公众号运营', '门户网站、公众号、APP等推广宣传及内容更新维护', 2, null],
      [4, '镇级局域网络', '局域网络', 3.3, '待评估'],
      [5, '会议室改造', '会议室升级改造', 9, null],
      ['合计', null, null, 26.6, null],
    ],
    merges: ['A1:E1'],
  };
}
