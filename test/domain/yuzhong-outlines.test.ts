import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { allForms } from '../check-file.ts';
import { judge, verdicts } from './judge.ts';

const HEADINGS = ['章节', '编制情况', '页码', '备注'];
const CHAPTERS = [
  '第一章 项目建设目的和背景',
  '第二章 项目建设的必要性',
  '第三章 项目需求分析',
  '第四章 项目建设方案',
  '第五章 项目投资估算和资金筹措',
];

type Row = readonly CellValue[];

/** The outline of a proposal, each chapter on a page of its own; `change` replaces rows by chapter, `null` drops one. */
function proposal(change: Readonly<Record<number, Row | null>> = {}): Row[] {
  const rows = CHAPTERS.flatMap((chapter, at): Row[] => {
    const own = change[at + 1];
    return own === null ? [] : [own ? [chapter, ...own] : [chapter, '已编制', at + 1]];
  });
  return [['渝中区政务信息化项目建议书编制大纲'], HEADINGS, ...rows];
}

const DESIGN = allForms().find(({ id }) => id === 'yuzhong/design')?.tables[0]?.entries?.list ?? [];

/** Rows of the outline of a design: chapters as headings, sections with a page; what `own` gives instead. */
function design(own: (text: string) => Row | null | undefined = () => undefined): Row[] {
  const rows = DESIGN.flatMap(({ text }, at): Row[] => {
    const given = own(text);
    if (given === null) return [];
    const isHeading = DESIGN.some(({ heading }) => heading === at);
    return [given ? [text, ...given] : isHeading ? [text] : [text, '已编制', at + 1]];
  });
  return [['渝中区政务信息化项目初步设计编制大纲'], HEADINGS, ...rows];
}

function table(title: string, id: string, cases: readonly (readonly [string, readonly Row[], ...string[]])[]): void {
  describe(title, () => {
    for (const [says, rows, ...expected] of cases) {
      it(says, () => assert.deepEqual(verdicts(judge(id, rows)), expected));
    }
  });
}

table('yuzhong/proposal: five chapters, each with its state and page', 'yuzhong/proposal', [
  ['all there', proposal()],
  ['one that does not apply needs no page', proposal({ 3: ['不适用', null, '无软件'] })],
  ['in other words', proposal({ 3: ['√', '第5-8页'] })],
  ['one without its page', proposal({ 4: ['已编制', null] }), 'W 页码 checklist/no-page'],
  ['one without a state', proposal({ 4: [null, 7] }), 'E 编制情况 checklist/no-state'],
  ['one that is not done', proposal({ 4: ['未编制', 7] }), 'E 编制情况 choice/not-listed'],
  ['one left out', proposal({ 5: null }), 'E 章节 checklist/missing-entries'],
  ['three left out: told once', proposal({ 1: null, 4: null, 5: null }), 'E 章节 checklist/missing-entries'],
  [
    'the need for it is never 不适用 (第九条)',
    proposal({ 2: ['不适用', null] }),
    'E 编制情况 needed-entries/not-applicable',
  ],
  [
    'nothing filled in: said once',
    proposal(Object.fromEntries(CHAPTERS.map((_, at) => [at + 1, []]))),
    'W – not-filled/blank',
  ],
  [
    'retyped without 第几章, numbered, in another order, with a row more',
    [
      ['项目建议书编制情况表'],
      ['项目名称：', '渝中区智慧文旅平台'],
      ['序号', '章节名称', '是否编制', '起始页码'],
      [1, '项目建设目的和背景', '是', 1],
      [2, '项目建设必要性', '是', 3],
      [3, '项目建设方案', '是', 9],
      [4, '项目需求分析', '是', 5],
      [5, '项目投资估算及资金筹措', '是', 12],
      [6, '附件：会议纪要', '是', 14],
    ],
  ],
]);

const CATALOGUE = '13. 信息资源共享设计（信息资源共享目录清单）';

table('yuzhong/design: thirteen chapters and their sections', 'yuzhong/design', [
  ['all there, chapters as headings', design()],
  ['chapters with a page, too', design((text) => (text.startsWith('第') ? ['已编制', 1] : undefined))],
  ['2.2 as needed (按需): left out', design((text) => (text.includes('按需') ? null : undefined))],
  ['2.2 as needed: does not apply', design((text) => (text.includes('按需') ? ['不适用'] : undefined))],
  [
    'a chapter that does not apply, with nothing below',
    design((text) => (text.includes('招标') ? (text.startsWith('第') ? ['不适用'] : []) : undefined)),
  ],
  [
    'a section without its page',
    design((text) => (text.includes('信息量分析') ? ['已编制'] : undefined)),
    'W 页码 checklist/no-page',
  ],
  [
    'a section without a state',
    design((text) => (text.includes('信息量分析') ? [] : undefined)),
    'E 编制情况 checklist/no-state',
  ],
  [
    'a section left out',
    design((text) => (text.includes('信息量分析') ? null : undefined)),
    'E 章节 checklist/missing-entries',
  ],
  [
    'a goal of 5.2 left out',
    design((text) => (text.includes('业务效能') ? null : undefined)),
    'E 章节 checklist/missing-entries',
  ],
  [
    'the list of shared resources is never 不适用 (第二十条)',
    design((text) => (text === CATALOGUE ? ['不适用'] : undefined)),
    'E 编制情况 needed-entries/not-applicable',
  ],
  [
    'half of it left out: told once',
    design((text) =>
      /^第[七八九十]/u.test(text) || DESIGN.findIndex((one) => one.text === text) > 55 ? null : undefined,
    ),
    'E 章节 checklist/missing-entries',
  ],
  ['nothing filled in: said once', design(() => []), 'W – not-filled/blank'],
]);

describe('yuzhong: the two outlines are told apart by what they print', () => {
  it('without a title', () => {
    assert.deepEqual(verdicts(judge('yuzhong/proposal', proposal().slice(1))), []);
    assert.deepEqual(verdicts(judge('yuzhong/design', design().slice(1))), []);
  });
});
