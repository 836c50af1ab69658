import { type Content, Sheet } from './ooxml.ts';
import { type PlainSheet, savePlain, saveStyled } from './save.ts';

const TITLE = '丰都县政务信息化项目建设申报表';

export function makeFengduApplication(folder: string): void {
  saveStyled(`${folder}/clean-water.xlsx`, [printed('附件2', WATER)]);
  // Operation up to 50 万元, one step below 3000 and two from there on: a fen below, at, a fen above.
  const edges = [49.999999, 50, 50.000001, 2999.999999, 3000, 3000.000001];
  saveStyled(
    `${folder}/clean-edges.xlsx`,
    edges.map((budget) => printed(String(budget), { ...WATER, budget })),
  );
  saveStyled(`${folder}/faulty-health.xlsx`, [printed('Sheet1', HEALTH)], 'WPS 表格');
  savePlain(`${folder}/faulty-town.xlsx`, [town()]);
}

interface Facts {
  readonly year: string;
  readonly unit: string;
  readonly date: string;
  readonly project: Content;
  readonly kind: Content;
  readonly nature: Content;
  readonly chief: Content;
  readonly deputy: Content;
  readonly contact: Content;
  readonly phone: Content;
  readonly duration: Content;
  readonly budget: Content;
  readonly funds: Content;
  readonly network: Content;
  readonly about: Content;
}

const WATER: Facts = {
  year: '2024',
  unit: '丰都县水利局',
  date: '2023年9月12日',
  project: '丰都县智慧水利平台',
  kind: '☑新建    □续建',
  nature: '☑软件类  □硬件类  ☑服务类',
  chief: '陈建国',
  deputy: '刘洋',
  contact: '周敏',
  phone: '023-70701234',
  duration: '2024年3月至2024年12月',
  budget: 286.5,
  funds: '□上级支持资金\n☑市级财政资金\n☑自筹资金\n□其他资金',
  network: '☑政务外网   □业务专网   □互联网',
  about: '建设水雨情监测、河道巡查两个模块，接入县大数据平台。可行性研究报告附后。',
};

/** Two kinds ticked, no year, an amount in 元, a phone with a digit too few, no network, no text about it. */
const HEALTH: Facts = {
  year: '        ',
  unit: '丰都县卫生健康委员会',
  date: '2023年9月31日',
  project: '区域检验中心信息系统',
  kind: '☑新建    ☑续建',
  nature: '☑软件类  □硬件类  □服务类',
  chief: '何勇',
  deputy: '谭静',
  contact: '向东',
  phone: '1389601234',
  duration: '8个月',
  budget: 1580000,
  funds: '□上级支持资金\n□市级财政资金\n□自筹资金\n☑其他资金',
  network: '□政务外网   □业务专网   □互联网',
  about: null,
};

/** As the annex is printed: four columns, the year below the title. */
function printed(name: string, facts: Facts): Sheet {
  const sheet = new Sheet(name, { widths: [20, 24, 16, 24] });
  sheet.put('A1', '附件2', 'annex').put('A2:D2', TITLE, 'title').height(2, 36);
  sheet.put('A3:D3', `（${facts.year}年度）`, 'line');
  sheet.put('A4:B4', `项目实施单位（盖章）：${facts.unit}`, 'line').put('C4:D4', `填表日期：${facts.date}`, 'line');
  const wide = (row: number, label: string, value: Content, height: number): void => {
    sheet.put(`A${String(row)}`, label, 'head').put(`B${String(row)}:D${String(row)}`, value, 'left');
    sheet.height(row, height);
  };
  const pair = (row: number, left: string, a: Content, right: string, b: Content): void => {
    const at = String(row);
    sheet.put(`A${at}`, left, 'head').put(`B${at}`, a).put(`C${at}`, right, 'head').put(`D${at}`, b);
  };
  wide(5, '项目名称', facts.project, 24);
  wide(6, '项目类型', facts.kind, 24);
  wide(7, '项目性质', facts.nature, 24);
  pair(8, '项目主管领导', facts.chief, '项目分管领导', facts.deputy);
  pair(9, '项目联络员', facts.contact, '联系电话', facts.phone);
  wide(10, '预估实施周期', facts.duration, 24);
  pair(11, '投资概算\n（万元）', facts.budget, '资金来源', facts.funds);
  wide(12, '运行网络', facts.network, 24);
  wide(13, '项目介绍（附项目可行性研究报告）', facts.about, 160);
  return sheet
    .put('A14:D14', '备注：本表一式三份，项目实施单位、县发展改革委、县委网信办各一份。', 'line')
    .height(11, 64);
}

/** Retyped as a list by a town: another type than the two, years apart, no deputy, no amount yet. */
function town(): PlainSheet {
  return {
    name: '申报表',
    rows: [
      ['政务信息化项目申报表'],
      ['（2027年度）'],
      ['实施单位', '丰都县高家镇人民政府', '填表日期', '2023-09-20'],
      ['项目名称', '镇村视频会议系统改造'],
      ['项目类型', '改扩建'],
      ['项目性质', '硬件类'],
      ['主管领导', '秦川', '分管领导', '/'],
      ['联络员', '冉飞', '联系电话', 13983612345],
      ['实施周期', '3个月'],
      ['投资概算', '待财政评审', '资金来源', '自筹资金'],
      ['运行网络', '政务外网'],
      ['项目介绍', '更换12个村的会议终端。'],
    ],
    merges: ['A1:D1'],
  };
}
