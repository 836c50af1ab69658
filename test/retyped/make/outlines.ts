import { Sheet } from '../../samples/make/ooxml.ts';
import { savePlain, saveStyled } from '../../samples/make/save.ts';
import { CHAPTERS, SECTIONS } from '../../samples/make/yuzhong-outlines.ts';

type Cell = string | number | null;

/** The outlines of Yuzhong. */
export function makeOutlines(folder: string): void {
  savePlain(`${folder}/yuzhong-proposal/page-before-state.xlsx`, [
    {
      name: 'Sheet1',
      rows: [
        [null, '项目建议书编制情况表'],
        [null, '建设单位：渝中区文化馆', null, '项目名称：数字文化馆'],
        [null, '目录', '页次', '编写情况', '说明'],
        [null, '一、项目建设目的和背景', 'P1', '已完成', null],
        [null, '二、项目建设的必要性', 'P3', '已完成', '见第二章第三节'],
        [null, '三、项目需求分析', '6-12', '已完成', null],
        [null, '四、项目建设方案', '13', '已完成', null],
        [null, '五、项目投资估算和资金筹措', '20', '已完成', null],
        [null, '六、附件', '25', '已完成', null],
      ],
      merges: ['B1:E1', 'B2:C2', 'D2:E2'],
    },
  ]);
  saveStyled(`${folder}/yuzhong-proposal/content-beside-chapters.xlsx`, [contentBeside()], 'WPS 表格');
  saveStyled(`${folder}/yuzhong-design/numbers-of-chapter-and-section.xlsx`, [decimalNumbers()], 'WPS 表格');
  savePlain(`${folder}/yuzhong-design/states-of-chapters-too.xlsx`, [
    {
      name: '可研大纲',
      rows: [
        ['渝中区政务信息化项目可行性研究报告编制大纲'],
        ['序号', '章节内容', '是否编制', '所在页码', '备注'],
        ...SECTIONS.flat().map((text, at): Cell[] =>
          text.includes('按需')
            ? [at + 1, text, '不适用', null, null]
            : [at + 1, text, '是', `第${String(at + 1)}页`, null],
        ),
      ],
      merges: ['A1:E1'],
    },
  ]);
}

/** What each chapter is to hold stands in a column of its own, as the annex prints it below the chapter. */
function contentBeside(): Sheet {
  const sheet = new Sheet('建议书大纲', { widths: [30, 60, 10, 8] });
  sheet.put('A1:D1', '渝中区政务信息化项目建议书编制大纲', 'title');
  sheet.row('A2', ['章 节', '主要内容', '编制情况', '页 码'], 'head');
  const contents = [
    '包含项目单位，项目名称，项目建设的目的、背景、依据等',
    '包含项目单位现有信息化项目应用情况，新建项目的意义、必要性、可行性和现有项目的区别联系',
    '项目业务功能，业务流程和业务量分析，系统功能和性能需求，与渝中区智能中枢系统对接需求',
    '项目建设任务，主要建设内容，项目建设时间、实施进度',
    '项目总投资估算、资金来源与落实情况',
  ];
  CHAPTERS.forEach((chapter, at) => {
    sheet.row(`A${String(3 + at)}`, [chapter.replace(' ', '\n'), contents[at] ?? null, '✓', 1 + 3 * at]);
  });
  return sheet.put('A8:D8', '注：本表与项目建议书一并报送。', 'note');
}

/** 1.1, 1.2 … in place of 1. and 2. */
function decimalNumbers(): Sheet {
  const sheet = new Sheet('初步设计', { widths: [50, 14, 10, 16] });
  sheet.put('B2:E2', '渝中区政务信息化项目初步设计编制大纲', 'title');
  sheet.row('B4', ['章节目录', '编制情况', '页码', '备注'], 'head');
  let chapter = 0;
  let row = 5;
  for (const text of SECTIONS.flat()) {
    if (text.startsWith('第')) chapter++;
    const numbered = text.replace(/^(\d+)\. /u, `${String(chapter)}.$1 `);
    sheet.row(`B${String(row)}`, text.startsWith('第') ? [text, null, null] : [numbered, '已编制', row]);
    row++;
  }
  return sheet;
}
