import { type Content, Sheet } from './ooxml.ts';
import { type PlainSheet, savePlain, saveStyled } from './save.ts';

const TITLE = '云阳县政务信息化项目建设申报表';
const MATERIALS = '1. 项目基本情况报告（项目可行性研究报告/技术方案）\n2. 投资预算明细';
const NOTE = '填报说明：“项目类别”一栏填:新建、续建、改扩建。';
const HINT =
  '（上级文件要求或领导批示、上级部门明确要求、业务工作需要；文件依据请填写文件名和文号，工作需要的请简要说明。）';

export function makeYunyangApplication(folder: string): void {
  saveStyled(`${folder}/clean-education.xlsx`, [printed('附件1', EDUCATION)]);
  // On the list of projects from 50 万元, acceptance by the county from 500 万元: a fen below, at, a fen above.
  const edges = ['499999.99元', '50万元', '500000.01元', '4999999.99元', '500万元', '5000000.01元'];
  saveStyled(
    `${folder}/clean-edges.xlsx`,
    edges.map((cost) => printed(cost, { ...EDUCATION, cost })),
  );
  saveStyled(`${folder}/faulty-health.xlsx`, [printed('附件1', HEALTH)], 'WPS 表格');
  savePlain(`${folder}/faulty-housing.xlsx`, [housing()]);
}

interface Facts {
  /** The first line: unit and date. */
  readonly line: string;
  readonly project: Content;
  readonly kind: Content;
  readonly owner: Content;
  readonly department: Content;
  readonly leader: Content;
  readonly leaderPhone: Content;
  readonly contact: Content;
  readonly contactPhone: Content;
  readonly grounds: Content;
  readonly cost: Content;
  readonly preparation: Content;
  readonly plan: Content;
  readonly remark: Content;
  /** The last line: who filled it in, and the phone. */
  readonly foot: string;
}

const EDUCATION: Facts = {
  line: '项目申报单位（盖章）：云阳县教育委员会                         2023年 8 月 25 日',
  project: '云阳县智慧教育云平台',
  kind: '新建',
  owner: '云阳县教育委员会',
  department: '云阳县人民政府',
  leader: '谭晓东',
  leaderPhone: '023-55128001',
  contact: '冉丽',
  contactPhone: '13896012345',
  grounds:
    '《云阳县教育数字化三年行动方案》（云阳府办发〔2022〕31号）要求建设全县统一的教育云平台；《中华人民共和国数据安全法》要求学生数据集中保护。',
  cost: '项目总投资298.5万元，其中软件开发200万元，硬件及云资源78.5万元，监理、测评20万元。',
  preparation: '已完成需求调研和可行性研究报告，数据资源目录已编制。',
  plan: '2024年3月至6月完成招标，2024年12月建成试运行。2024年安排200万元，2025年安排98.5万元。',
  remark: null,
  foot: '填表人：冉丽                         联系电话：13896012345',
};

/** Not on the list, phones, a document without its number, no total, nothing prepared; no date. */
const HEALTH: Facts = {
  line: '项目申报单位（盖章）：云阳县卫生健康委员会                         年 月 日',
  project: '县域医疗健康信息平台升级',
  kind: '升级改造',
  owner: null,
  department: '云阳县人民政府',
  leader: '向明',
  leaderPhone: '5512800',
  contact: '刘洋',
  contactPhone: '1389601234',
  grounds: `${HINT}按照《重庆市区域卫生信息化建设规划》要求建设。`,
  cost: '软件开发120万元，云资源租用36万元，安全测评8.5万元',
  preparation: '无',
  plan: null,
  remark: '无',
  foot: '填表人：刘洋                         联系电话：',
};

/** As the annex is printed: four columns. */
function printed(name: string, facts: Facts): Sheet {
  const sheet = new Sheet(name, { widths: [18, 26, 14, 24] });
  sheet.put('A1', '附件 1', 'annex').put('A2:D2', TITLE, 'title').height(2, 36);
  sheet.put('A3:D3', facts.line, 'line');
  const pair = (row: number, left: string, a: Content, right: string, b: Content): void => {
    sheet.put(`A${row}`, left, 'head').put(`B${row}`, a).put(`C${row}`, right, 'head').put(`D${row}`, b);
  };
  pair(4, '项目名称', facts.project, '项目类型', facts.kind);
  pair(5, '项目业主', facts.owner, '行政主管部门', facts.department);
  pair(6, '分管领导', facts.leader, '联系电话', facts.leaderPhone);
  pair(7, '项目联系人', facts.contact, '联系电话', facts.contactPhone);
  const wide = (row: number, label: string, value: Content, height: number): void => {
    sheet.put(`A${row}`, label, 'head').put(`B${row}:D${row}`, value, 'box').height(row, height);
  };
  wide(8, '建设背景和依据', facts.grounds, 90);
  wide(9, '经费估算', facts.cost, 40);
  wide(10, '前期准备情况', facts.preparation, 60);
  wide(11, '进 度 计 划 和 年 度 资 金 估 算', facts.plan, 60);
  wide(12, '申 报 时 应 附 材 料', MATERIALS, 40);
  wide(13, '备 注', facts.remark, 30);
  sheet.put('A14:D14', facts.foot, 'line');
  return sheet.put('A15:D15', NOTE, 'note');
}

/** Retyped as a list, the date in a cell of its own, the cost in 元 without saying so, one of the two materials. */
function housing(): PlainSheet {
  return {
    name: '项目申报',
    rows: [
      ['云阳县政务信息化项目申报表'],
      ['项目申报单位', '云阳县住房和城乡建设委员会', '2023/13/5'],
      ['项目类别', '新建/续建'],
      ['项目名称', '智慧工地监管平台'],
      ['项目业主', '云阳县住房和城乡建设委员会'],
      ['行政主管部门', '/'],
      ['项目联系人', '陶然'],
      ['联系电话', 13896054321],
      ['分管领导', null],
      ['联系电话', '023-55162018'],
      ['经费估算', 1850000],
      ['建设背景和依据', '根据云阳府办发〔2023〕9号文件要求建设。'],
      ['前期准备情况', '完成初步方案'],
      ['进度计划和年度资金估算', '2024年完成'],
      ['申报时应附材料', '1.项目可行性研究报告；2.县政府会议纪要'],
      ['填表人', '陶然'],
      ['联系电话', '13896054321'],
    ],
    merges: ['A1:C1'],
  };
}
