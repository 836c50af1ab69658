import { type Content, Sheet } from './ooxml.ts';
import { type PlainSheet, savePlain, saveStyled } from './save.ts';

const PROPOSAL = '渝中区政务信息化项目建议书编制大纲';
const DESIGN = '渝中区政务信息化项目初步设计编制大纲';
const HEADINGS = ['章节', '编制情况', '页码', '备注'];

/** Chapters of annex 2. */
export const CHAPTERS = [
  '第一章 项目建设目的和背景',
  '第二章 项目建设的必要性',
  '第三章 项目需求分析',
  '第四章 项目建设方案',
  '第五章 项目投资估算和资金筹措',
];

/** Chapters and sections of annex 3, in the order in which they are printed. */
export const SECTIONS: readonly (readonly [chapter: string, ...sections: readonly string[]])[] = [
  [
    ...(['第一章 项目概述', '1. 项目名称', '2. 项目单位及负责人，项目责任人', '3. 建设方案编制单位'] as const),
    ...['4. 建设方案编制依据', '5. 项目建设可行性、必要性分析', '6. 建设目标、规模、内容、地点、建设期等'],
    ...['7. 总投资及资金来源', '8. 效益及风险分析', '9. 主要结论与意见'],
  ],
  ['第二章 项目单位概况', '1. 项目单位与职能', '2. 项目实施机构与职责（按需）'],
  [
    ...(['第三章 目标、现状与差距分析', '1. 组织战略目标分析', '2. 组织业务目标、现状与差距分析'] as const),
    ...['3. 信息系统目标、现状与差距分析', '4. 信息系统整合目标、现状与差距分析'],
    ...['5. 信息资源共享利用目标、现状与差距分析', '6. 信息安全目标、现状与差距分析'],
    ...['7. 信息化推进机制目标、现状与差距分析', '8. 信息化运营管理目标、现状与差距分析'],
  ],
  [
    ...(['第四章 需求分析', '1. 系统角色分析', '2. 业务流程分析', '3. 业务功能分析', '4. 业务量分析'] as const),
    ...['5. 信息量分析', '6. 系统功能需求指标', '7. 系统非功能需求指标（系统性能、质量等）'],
  ],
  [
    ...(['第五章 总体建设方案', '1. 总体设计原则', '2. 总体目标与分期目标', '（1）业务效能目标指标'] as const),
    ...['（2）业务协同、信息共享目标指标', '（3）集约化建设、部署目标指标', '（4）信息系统能力适配性目标指标'],
    ...['3. 总体建设任务与分期建设内容', '4. 系统总体架构和逻辑结构'],
  ],
  [
    ...(['第六章 本期项目设计方案', '1. 建设目标、规模与内容', '2. 标准规范建设内容'] as const),
    ...['3. 信息资源规划和数据库设计', '4. 应用支撑系统设计', '5. 应用系统设计', '6. 数据处理和存储系统设计'],
    ...['7. 终端系统设计与接口设计', '8. 网络系统设计', '9. 安全系统设计', '10. 备份系统设计', '11. 运行维护系统设计'],
    ...['12. 信息系统整合设计', '13. 信息资源共享设计（信息资源共享目录清单）', '14. 系统配置及软硬件选型原则'],
    ...['15. 系统软硬件配置清单', '16. 系统软硬件物理部署方案', '17. 机房及配套工程设计'],
  ],
  [
    ...(['第七章 项目建设与运行管理', '1. 领导和管理机构及职责', '2. 项目实施机构及职责'] as const),
    ...['3. 运行维护机构及职责', '4. 项目进度、质量、资金管理方案', '5. 相关管理制度'],
  ],
  ['第八章 人员配置与培训', '1. 人员配置计划', '2. 人员培训方案'],
  ['第九章 项目招标', '1. 招标范围、方式、组织形式等'],
  ['第十章 项目验收', '1. 项目初验', '2. 项目竣工验收（需明确验收标准/合格条件）'],
  ['第十一章 项目概算', '1. 概算编制说明', '2. 投资概算书', '3. 资金筹措及投资计划'],
  [
    ...(['第十二章 项目运维方案', '1. 运维方式（自行运维/运维外包）', '2. 运维范围、内容、目标及边界'] as const),
    ...['3. 运维服务级别', '4. 运维费用构成', '5. 运维费预算（按5年预算）'],
  ],
  ['第十三章 风险及效益', '1. 风险分析及对策', '2. 效益分析'],
];

export function makeYuzhongProposal(folder: string): void {
  saveStyled(`${folder}/clean-culture.xlsx`, [culture()]);
  saveStyled(`${folder}/faulty-health.xlsx`, [health()], 'WPS 表格');
  savePlain(`${folder}/faulty-housing.xlsx`, [housing()]);
}

export function makeYuzhongDesign(folder: string): void {
  saveStyled(`${folder}/clean-culture.xlsx`, [
    design('渝中区文化和旅游发展委员会', '渝中区文旅大数据平台', (text) =>
      text.includes('机房') ? ['不适用', null, '部署在政务云'] : undefined,
    ),
  ]);
  saveStyled(`${folder}/faulty-health.xlsx`, [designOfHealth()], 'WPS 表格');
  savePlain(`${folder}/faulty-street-office.xlsx`, [designOfStreetOffice()]);
}

/** State, page and remark of a row; `undefined`: as in a design with nothing missing. */
type Given = readonly Content[] | undefined;

function outline(title: string, annex: string, unit: string, project: string): Sheet {
  const sheet = new Sheet('编制情况', { widths: [52, 12, 10, 20] });
  sheet.put('A1', annex, 'annex').put('A2:D2', title, 'title').height(2, 36);
  sheet.put('A3:D3', `项目单位：${unit}`, 'line').put('A4:D4', `项目名称：${project}`, 'line');
  return sheet.row('A5', HEADINGS, 'head');
}

function culture(): Sheet {
  const sheet = outline(PROPOSAL, '附件2', '渝中区文化和旅游发展委员会', '渝中区文旅大数据平台');
  CHAPTERS.forEach((chapter, at) => {
    sheet.row(`A${6 + at}`, [chapter, '已编制', 1 + 4 * at, null], ['left', 'cell', 'cell', 'left']);
  });
  return sheet;
}

/** The need for it said not to apply, one without its page, one not done. */
function health(): Sheet {
  const sheet = outline(PROPOSAL, '附件2', '渝中区卫生健康委员会', '渝中区智慧健康平台');
  const given: readonly Given[] = [
    ['已编制', 1, null],
    ['不适用', null, '上级统一要求建设'],
    ['已编制', null, null],
    ['编制中', 9, null],
    [null, null, null],
  ];
  CHAPTERS.forEach((chapter, at) => sheet.row(`A${6 + at}`, [chapter, ...(given[at] ?? [])]));
  return sheet;
}

/** Retyped without numbers of chapters; two of them are missing. */
function housing(): PlainSheet {
  return {
    name: '建议书',
    rows: [
      ['渝中区政务信息化项目建议书'],
      ['项目名称', '智慧物业监管平台'],
      ['序号', '章节名称', '是否编制', '页码'],
      [1, '项目建设目的和背景', '是', '1-2'],
      [2, '项目建设必要性', '是', '3'],
      [3, '项目需求分析', '是', '第5页'],
    ],
    merges: ['A1:D1', 'B2:D2'],
  };
}

/** As annex 3 is printed: chapters head their sections. */
function design(unit: string, project: string, given: (text: string) => Given | null): Sheet {
  const sheet = outline(DESIGN, '附件3', unit, project);
  let row = 6;
  for (const [chapter, ...sections] of SECTIONS) {
    for (const text of [chapter, ...sections]) {
      const own = given(text);
      if (own === null) continue;
      const isHeading = text === chapter || text === '2. 总体目标与分期目标';
      const usual: readonly Content[] = isHeading ? [null, null, null] : ['已编制', row - 5, null];
      sheet.row(`A${row}`, [text, ...(own ?? usual)], ['left', 'cell', 'cell', 'left']);
      row++;
    }
  }
  return sheet;
}

/** A page and a state missing, the list of shared resources said not to apply, an answer that is none, a section left out. */
function designOfHealth(): Sheet {
  return design('渝中区卫生健康委员会', '渝中区智慧健康平台', (text) => {
    if (text === '5. 信息量分析') return ['已编制', null, null];
    if (text === '10. 备份系统设计') return [null, null, null];
    if (text.startsWith('13. 信息资源共享设计')) return ['不适用', null, '数据不共享'];
    if (text === '2. 人员培训方案') return ['待补充', 77, null];
    return text === '2. 投资概算书' ? null : undefined;
  });
}

/** Chapters 1 to 6 only, retyped without numbers; procurement said not to apply. */
function designOfStreetOffice(): PlainSheet {
  const rows = SECTIONS.slice(0, 6).flatMap(([chapter, ...sections]): (string | number | null)[][] => [
    [chapter, null, null],
    ...sections.map((text, at) => [text.replace(/^(?:\d+\. |（\d）)/u, ''), '√', at + 1]),
  ]);
  return {
    name: '大纲',
    rows: [['初步设计编制大纲'], ['编制内容', '完成情况', '页码'], ...rows, ['第九章 项目招标', '不涉及', null]],
    merges: ['A1:C1'],
  };
}
