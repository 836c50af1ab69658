import { type Content, Sheet } from './ooxml.ts';
import { type PlainSheet, savePlain, saveStyled } from './save.ts';

const TITLE = '丰都县政务信息化项目验收申请表';

export function makeFengduAcceptance(folder: string): void {
  saveStyled(`${folder}/clean-water.xlsx`, [printed('附件4', WATER)]);
  saveStyled(`${folder}/faulty-police.xlsx`, [printed('验收申请', POLICE)], 'WPS 表格');
  savePlain(`${folder}/faulty-library.xlsx`, [library()]);
}

type Paper = readonly [name: string, state: Content, page: Content];

interface Facts {
  readonly year: string;
  readonly unit: string;
  readonly date: string;
  readonly project: Content;
  readonly contact: Content;
  readonly phone: Content;
  readonly contractor: Content;
  readonly supervisor: Content;
  readonly tester: Content;
  readonly about: string;
  readonly resources: string;
  readonly secret: Content;
  readonly papers: readonly Paper[];
}

const WATER: Facts = {
  year: '2024',
  unit: '丰都县水利局',
  date: '2024年12月12日',
  project: '丰都县智慧水利平台',
  contact: '周敏',
  phone: '023-70701234',
  contractor: '重庆智水科技有限公司',
  supervisor: '重庆信达监理有限公司',
  tester: '重庆软件评测中心',
  about: '2024年3月开工，9月建成，试运行三个月，运行稳定。',
  resources: '归集数据12类，已编目8项，共享6项，目录附后。',
  secret: '□是  ☑否',
  papers: [
    ['项目建设总结', '已提供', 3],
    ['财务报告', '已提供', 12],
    ['审计报告', '已提供', 20],
    ['安全风险评估报告', '已提供', 31],
    ['涉密信息系统安全保密测评报告', '不适用', null],
    ['非涉密信息系统网络安全等级保护测评报告', '已提供', 31],
    ['网络安全等级保护备案情况', '已提供', 60],
    ['密码应用安全性评估报告', '已提供', 66],
    ['数据字典', '已提供', 80],
  ],
};

/** A secret system without its report, no supervisor, no pages for one paper, no cryptography paper, no text. */
const POLICE: Facts = {
  ...WATER,
  unit: '丰都县公安局',
  date: '2024年6月31日',
  project: '公共视频共享平台二期',
  contact: '余浩',
  phone: '023-7070O11',
  supervisor: null,
  about: '',
  secret: '☑是  □否',
  papers: [
    ['项目建设总结', '已提供', 1],
    ['财务报告', '已提供', null],
    ['审计报告', null, null],
    ['安全风险评估报告', '已提供', 31],
    ['涉密信息系统安全保密测评报告', '不适用', null],
    ['非涉密信息系统网络安全等级保护测评报告', '不适用', null],
    ['网络安全等级保护备案情况', '不适用', null],
    ['密码应用安全性评估报告', '不适用', null],
    ['数据字典', '已提供', 80],
  ],
};

/** As the annex is printed, the list of papers below. */
function printed(name: string, facts: Facts): Sheet {
  const sheet = new Sheet(name, { widths: [20, 24, 16, 24] });
  sheet.put('A1', '附件4', 'annex').put('A2:D2', TITLE, 'title').height(2, 36);
  sheet.put('A3:D3', `（${facts.year}年度）`, 'line');
  sheet.put('A4:B4', `项目实施单位（盖章）：${facts.unit}`, 'line').put('C4:D4', `填表日期：${facts.date}`, 'line');
  const wide = (row: number, label: string, value: Content): void => {
    sheet.put(`A${String(row)}`, label, 'head').put(`B${String(row)}:D${String(row)}`, value, 'left');
  };
  wide(5, '项目名称', facts.project);
  sheet.row('A6', ['项目联络员', facts.contact, '联系电话', facts.phone], ['head', 'cell', 'head', 'cell']);
  wide(7, '项目承建单位', facts.contractor);
  wide(8, '项目监理单位', facts.supervisor);
  wide(9, '项目评测单位', facts.tester);
  sheet.put('A10:D10', `项目建设和试运行情况说明（附验收材料）：\n${facts.about}`, 'left').height(10, 110);
  sheet.put('A11:D11', `项目信息资源归集、编目、共享等情况说明（附项目信息资源目录）：\n${facts.resources}`, 'left');
  sheet.height(11, 110);
  wide(12, '监理单位意见', '签字（盖章）                       日期：');
  wide(13, '测评单位意见', '签字（盖章）                       日期：');
  sheet.put('A14:D14', '备注：本表一式三份，项目实施单位、县发展改革委、县财政局各一份。', 'line');
  wide(16, '是否涉密', facts.secret);
  sheet.put('A17:B17', '验收材料', 'head').put('C17', '提供情况', 'head').put('D17', '页码', 'head');
  facts.papers.forEach(([paper, state, page], index) => {
    const row = String(18 + index);
    sheet.put(`A${row}:B${row}`, paper, 'left').put(`C${row}`, state).put(`D${row}`, page);
  });
  return sheet;
}

/** Retyped as a list, the papers in another order and by other names, two left out. */
function library(): PlainSheet {
  return {
    name: '验收',
    rows: [
      ['政务信息化项目验收申请表'],
      ['实施单位', '丰都县图书馆', '填表日期', '2024年5月8日'],
      ['项目名称', '数字图书馆一期'],
      ['联络员', '秦岚', '联系电话', '13983612345'],
      ['承建单位', '重庆书海信息技术有限公司'],
      ['监理单位', '重庆中监工程监理有限公司'],
      ['评测单位', null],
      ['项目建设和试运行情况', '2023年10月建成，试运行六个月。'],
      ['项目信息资源情况说明', '馆藏目录、借阅统计两项已编目并共享。'],
      ['序号', '材料名称', '是否提供', '页码'],
      [1, '数据字典', '有', 44],
      [2, '建设总结', '有', 1],
      [3, '财务报告', '有', 9],
      [4, '等保测评报告', '有', 21],
      [5, '等保备案', '有', 40],
    ],
    merges: ['A1:D1'],
  };
}
