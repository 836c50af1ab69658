import { type Content, Sheet } from './ooxml.ts';
import { GAOQING_OUTLINE } from './outlines.ts';
import { type PlainSheet, savePlain, saveStyled } from './save.ts';

const TITLE = '电子政务建设项目建设方案';

export function makeGaoqingPlan(folder: string): void {
  saveStyled(`${folder}/clean-water.xlsx`, [water()]);
  saveStyled(`${folder}/faulty-emergency.xlsx`, [emergency()], 'WPS 表格');
  savePlain(`${folder}/faulty-archives.xlsx`, [archives()]);
}

/** The cover, and below it the outline with its own title: rows 1 to 8, entries from row 9. */
function printed(unit: string, project: string, span: string): Sheet {
  const sheet = new Sheet('建设方案', { widths: [60, 14, 10, 20] });
  sheet.put('A1', '附件3', 'annex').put('A2:D2', TITLE, 'title').height(2, 60);
  sheet.put('A3:D3', `申报单位(盖章): ${unit}`, 'line').put('A4:D4', `项目名称: ${project}`, 'line');
  sheet.put('A5:D5', `项目起止日期: ${span}`, 'line');
  sheet.put('A7:D7', `${TITLE}编写提纲`, 'title').height(7, 36);
  sheet.row('A8', ['章节', '编制情况', '页码', '备注'], 'head');
  return sheet;
}

/** The entries with what is said of them: state, page, remark. */
function outline(sheet: Sheet, says: (entry: string, at: number) => readonly Content[]): Sheet {
  GAOQING_OUTLINE.forEach((entry, at) => {
    sheet.row(`A${9 + at}`, [entry, ...says(entry, at)], ['left', 'cell', 'count', 'cell']);
  });
  return sheet;
}

function water(): Sheet {
  const sheet = printed('高青县水利局', '高青县智慧水利综合管理平台', '2027年1月至2027年12月');
  return outline(sheet, (entry, at) => {
    if (/^第[六七八]章/u.test(entry)) return [];
    return entry.startsWith('3.终端') ? ['不适用', null, '不建终端'] : ['已编制', 3 + at * 2];
  });
}

function emergency(): Sheet {
  const sheet = printed('                              ', '应急指挥信息系统', '2027年12月至2027年1月');
  return outline(sheet, (entry, at) => {
    if (entry.startsWith('2.系统')) return [null, 12];
    if (entry.startsWith('5.项目形成')) return ['编制中', 15];
    return entry.startsWith('第九章') ? ['已编制'] : ['已编制', 3 + at];
  });
}

/** Retyped without numbers and remarks, in other columns; sections left out. */
function archives(): PlainSheet {
  const left = ['人员培训', '安全管理制度', '效益分析'];
  const names = GAOQING_OUTLINE.map((entry) => entry.replace(/^(?:第.章|\d\.)\s*/u, '').replace(/\(.*\)/u, ''));
  return {
    name: '方案提纲',
    rows: [
      ['项目建设方案编写提纲'],
      ['申报单位', '高青县档案馆', '项目名称', '数字档案馆（二期）'],
      ['项目起止日期', '10个月'],
      ['序号', '编制内容', '页码', '是否编制'],
      ...names.filter((name) => !left.includes(name)).map((name, at) => [at + 1, name, at + 2, '√']),
    ],
    merges: ['A1:D1'],
  };
}
