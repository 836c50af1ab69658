import { type Content, serial, Sheet } from './ooxml.ts';
import { type PlainSheet, savePlain, saveStyled } from './save.ts';

const TITLE = '金寨县政务信息化建设项目申报表';
const NOTES = [
  '说明：1.本表由项目建设单位填写，主管部门盖章，字体为宋体五号字。 ',
  '2.每个项目的简要说明字数控制在200字。',
  '3.“建设年度”填写“202X年XX月至202X年XX月”以内。',
];

export function makeJinzhaiApplication(folder: string): void {
  saveStyled(`${folder}/clean-education.xlsx`, [education()]);
  saveStyled(`${folder}/faulty-water.xlsx`, [water()], 'WPS 表格');
  savePlain(`${folder}/faulty-urban-management.xlsx`, [urbanManagement()]);
}

interface Facts {
  readonly unit: Content;
  readonly date: Content;
  readonly head: Content;
  readonly contact: Content;
  readonly phone: Content;
  readonly mail: Content;
  readonly project: Content;
  readonly years: Content;
  readonly total: Content;
  /** 财政资金, 单位自筹, 银行贷款, 其它. */
  readonly funds: readonly [Content, Content, Content, Content];
  readonly content: Content;
}

/** As the annex is printed: B to F, the names of the funds beside 资金渠道. */
function printed(facts: Facts): Sheet {
  const sheet = new Sheet('附件1', { widths: [2, 16, 12, 18, 14, 20] });
  sheet.put('B1', '附件1', 'annex').put('B2:F2', TITLE, 'title').height(2, 36);
  const pair = (row: number, left: string, a: Content, right: string, b: Content): void => {
    sheet.put(`B${row}`, left, 'head').put(`C${row}:D${row}`, a, 'cell');
    sheet.put(`E${row}`, right, 'head').put(`F${row}`, b, typeof b === 'number' && b > 40_000 ? 'date' : 'cell');
  };
  pair(3, '申请单位', facts.unit, '申报日期', facts.date);
  pair(4, '负 责 人', facts.head, '联 系 人', facts.contact);
  pair(5, '联系电话', facts.phone, '电子邮箱', facts.mail);
  sheet.put('B6', '项目名称', 'head').put('C6:F6', facts.project, 'left');
  pair(7, '建设年度', facts.years, '投资额', facts.total);
  const [treasury, own, bank, other] = facts.funds;
  sheet.put('B8:B9', '资金渠道', 'head').row('C8', ['财政资金', treasury, '单位自筹', own], 'cell');
  sheet.row('C9', ['银行贷款', bank, '其它', other], 'cell');
  sheet.put('B10', '项目实施\n\n依据及主要\n\n内容', 'head').put('C10:F10', facts.content, 'box').height(10, 180);
  sheet.put('B11:B12', '项目主管部门意见', 'head').put('C11:F11', '　', 'box').height(11, 60);
  sheet.put('C12:F12', '         （盖章）', 'left');
  NOTES.forEach((note, at) => sheet.put(`B${13 + at}:F${13 + at}`, note, 'note'));
  return sheet;
}

function education(): Sheet {
  return printed({
    unit: '金寨县教育局',
    date: serial(2023, 9, 12),
    head: '汪勇',
    contact: '余敏',
    phone: '0564-7356218',
    mail: 'jzjyj@jinzhai.gov.cn',
    project: '金寨县智慧教育云平台（一期）',
    years: '2024年01月至2024年12月',
    total: '298.5（万元）',
    funds: ['     218.5（万元）', '80（万元）', '     （万元）', '（万元）'],
    content:
      '依据《六安市教育数字化三年行动方案》（六教〔2022〕41号），建设全县统一的教育云平台，主要包括资源汇聚、教研协同、家校互通三个模块，部署在县云计算中心，与市教育平台对接，信息资源目录同步编制。',
  });
}

/** Sum short by 20, end before start, the description too long and with hardware of its own, cells left empty. */
function water(): Sheet {
  return printed({
    unit: '金寨县水利局',
    date: '    年   月   日',
    head: '储德胜',
    contact: null,
    phone: '138564112',
    mail: 'jzslj#163.com',
    project: '金寨县智慧水利综合管理平台',
    years: '2024年10月至2024年3月',
    total: 520,
    funds: [300, 200, null, null],
    content:
      '我县现有水库一百余座，水情、雨情、工情数据分散在各乡镇，人工上报，时效差，不能满足防汛指挥需要。项目建设监测感知、数据治理、防汛指挥、工程管理、移动应用五个模块，新建标准化机房一间，' +
      '采购应用服务器六台、存储一套，并在指挥中心安装大屏。'.repeat(2) +
      '项目建成后可以实现全县水库、河道、山塘水情雨情工情的统一监测、统一预警、统一调度，提高防汛抗旱指挥的科学性和时效性，并与省、市水利平台互联互通，与县应急、气象、自然资源等部门共享数据，避免重复建设。',
  });
}

/** Retyped without borders, label and value below each other, amounts in two units. */
function urbanManagement(): PlainSheet {
  return {
    name: '申报表',
    rows: [
      ['政务信息化项目申报表'],
      ['申报单位：', '金寨县城市管理局', null, '申请日期：', '2023-10-8'],
      ['负责人：', '姜文', null, '联系人：', '周晓'],
      ['联系电话：', '0564-70631', null, '邮箱：', null],
      ['项目名称：', '数字城管系统升级'],
      ['建设年度：', '一年', null, '投资额：', 150],
      ['财政资金', 1500000],
      ['单位自筹', '无'],
      ['银行贷款', '/'],
      ['其他', null],
      ['主要内容及依据：'],
      ['项目实施依据及主要内容：', '在用系统2015年建成，升级案件受理、指挥调度和移动执法模块。'],
    ],
    merges: ['A1:E1', 'B2:C2', 'B3:C3', 'B4:C4', 'B5:E5', 'B6:C6', 'B12:E12'],
  };
}
