import { type Content, Sheet } from './ooxml.ts';
import { type PlainSheet, savePlain, saveStyled } from './save.ts';

const TITLE = '渝中区政务信息化项目申报表';

export function makeYuzhongApplication(folder: string): void {
  saveStyled(`${folder}/clean-culture.xlsx`, [printed('附件1', CULTURE)]);
  // Maintenance up to 20 万元, supervision from 100, two approvals above 1000: a fen below, at, a fen above.
  const amounts = ['199999.99元', '20万元', '200000.01元', '999999.99元', '100万元', '1000000.01元'];
  const edges = [...amounts, '9999999.99元', '1000万元', '10000000.01元'];
  saveStyled(
    `${folder}/clean-edges.xlsx`,
    edges.map((cost) => printed(cost, { ...CULTURE, cost })),
  );
  saveStyled(
    `${folder}/faulty-upgrade-edges.xlsx`,
    amounts.slice(0, 3).map((cost) => printed(cost, { ...UPGRADE, cost })),
  );
  saveStyled(`${folder}/faulty-urban-management.xlsx`, [printed('附件1', URBAN)], 'WPS 表格');
  savePlain(`${folder}/faulty-street-office.xlsx`, [streetOffice()]);
}

interface Facts {
  readonly unit: string;
  readonly date: Content;
  readonly project: Content;
  readonly head: Content;
  readonly headPhone: Content;
  readonly contact: Content;
  readonly contactPhone: Content;
  readonly kind: Content;
  readonly reason: Content;
  readonly content: Content;
  readonly effect: Content;
  readonly cost: Content;
  readonly funds: Content;
  readonly progress: Content;
  readonly filler: string;
  readonly fillerPhone: string;
}

const CULTURE: Facts = {
  unit: '渝中区文化和旅游发展委员会',
  date: '2023年8月25日',
  project: '渝中区文旅大数据平台',
  head: '陈立',
  headPhone: '023-63765018',
  contact: '何雯',
  contactPhone: '13983012345',
  kind: '建设类 ☑ 购买服务类 □ 运维类 □',
  reason:
    '（项目建设的具体理由或相关文件批示、会议纪要等依据）区政府第60次常务会议纪要要求建设全区统一的文旅数据平台。',
  content: '建设客流监测、资源目录、公共服务三个模块，接入渝中区新型智慧城市智能中枢。',
  effect: '重点景区客流十分钟内可知，文化场馆预约率提高20%。',
  cost: '236.8万元',
  funds: '区级财政资金',
  progress: '拟2024年3月启动，自建自营，目前处于可研阶段，计划2024年11月完成初验。',
  filler: '何雯',
  fillerPhone: '13983012345',
};

const UPGRADE: Facts = {
  ...CULTURE,
  project: '文化馆预约系统升级改造',
  kind: '建设类 □ 购买服务类 □ 运维类 ☑',
  reason: '原系统不能对接市级平台。',
  funds: '部门预算',
};

/** Two ticks, maintenance not from the own budget, no reason, a phone with letters, nobody who filled it in. */
const URBAN: Facts = {
  unit: '渝中区城市管理局',
  date: '   年   月   日',
  project: '数字城管系统运维',
  head: '罗刚',
  headPhone: '023-6376OO21',
  contact: null,
  contactPhone: '13983012346',
  kind: '建设类 □ 购买服务类 ☑ 运维类 ☑',
  reason: '（项目建设的具体理由或相关文件批示、会议纪要等依据）',
  content: '系统日常巡检、故障处理和数据更新。',
  effect: '/',
  cost: '待定',
  funds: '区级财政专项资金',
  progress: null,
  filler: '',
  fillerPhone: '023-63760022',
};

/** As the annex is printed: four columns, the date right above the frame. */
function printed(name: string, facts: Facts): Sheet {
  const sheet = new Sheet(name, { widths: [22, 24, 14, 22] });
  sheet.put('A1', '附件 1', 'annex').put('A2:D2', TITLE, 'title').height(2, 36);
  sheet.put('A3:B3', `单位名称（盖章）：${facts.unit}`, 'line').put('D3', facts.date, 'line');
  const pair = (row: number, left: string, a: Content, right: string, b: Content): void => {
    sheet.put(`A${row}`, left, 'head').put(`B${row}`, a).put(`C${row}`, right, 'head').put(`D${row}`, b);
  };
  const wide = (row: number, label: string, value: Content, height: number): void => {
    sheet.put(`A${row}`, label, 'head').put(`B${row}:D${row}`, value, 'left').height(row, height);
  };
  wide(4, '项目名称', facts.project, 24);
  pair(5, '项目负责人', facts.head, '联系电话', facts.headPhone);
  pair(6, '项目联系人', facts.contact, '联系电话', facts.contactPhone);
  wide(7, '项目类别', facts.kind, 24);
  wide(8, '项目建设理由', facts.reason, 70);
  wide(9, '项目内容简介', facts.content, 70);
  wide(10, '预期效果描述', facts.effect, 60);
  pair(11, '项目投资估算', facts.cost, '资金来源', facts.funds);
  wide(12, '项目进展\n（项目开展时间、运营模式、项目阶段、项目进度等）', facts.progress, 70);
  return sheet
    .put('A13:B13', `填表人：${facts.filler}`, 'line')
    .put('C13:D13', `联系电话：${facts.fillerPhone}`, 'line');
}

/** Retyped as a list: maintenance ticked by a √ in a cell of its own, paid for by others. */
function streetOffice(): PlainSheet {
  return {
    name: '申报表',
    rows: [
      ['渝中区政务信息化项目申报表'],
      ['单位名称：', '渝中区大溪沟街道办事处'],
      [null, null, null, null, null, '2023-02-30'],
      ['项目名称', '社区网格系统升级'],
      ['项目负责人', '黄涛', '联系电话', '023-63512001'],
      ['项目联系人', '唐洁', '联系电话', '139830123456'],
      ['项目类别', '建设类', '□', '购买服务类', '□', '运维类', '√'],
      ['项目投资估算', '205000元', '资金来源', '街道自筹'],
      ['项目建设理由', '现有系统不支持移动端。'],
      ['项目内容简介', '新增移动端和统计报表。'],
      ['预期效果描述', '网格事件当天办结。'],
      ['项目进展', '2024年1月启动'],
      ['填表人：', '唐洁', '联系电话：', null],
    ],
    merges: ['A1:G1', 'B2:G2'],
  };
}
