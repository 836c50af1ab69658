import assert from 'node:assert/strict';
import { EntryFinder } from '../../src/locate/entry-finder.ts';
import type { FilledForm } from '../../src/locate/filled.ts';
import { locateIn, odditiesOf, rowsOf, smallForm } from './small-form.ts';

const OUTLINE = smallForm(`
otherTitles: [建设方案]
fields:
  项目名称: { required: true }
tables:
  items:
    entries:
      column: 章节
      list:
        - { text: 一、项目概述, parts: [1.1项目名称, 1.2编制依据] }
        - { text: 二、建设方案, note: 【说明建设内容及对接方案】, parts: [2.1信息资源共享方案, 2.2其他说明：] }
        - 三、附件（项目信息资源目录、相关证明文件）
    columns:
      章节: {}
      编制情况: { choices: [已编制, 不适用] }
      页码: { optional: true }
      备注: { optional: true }
  resources:
    columns:
      信息资源名称: { required: true }
      共享属性: {}
      更新周期: {}
`);

const HEADER = ['章节', '编制情况', '页码', '备注'];

/** The rows of the sheet with the printed entries in their order, – for none; in brackets where nothing is filled in. */
function entriesOf(filled: FilledForm): string {
  const rows = filled.tables.get('items')?.entries ?? [];
  return rows
    .map((found) => {
      if (!found) return '–';
      return found.row === undefined ? `(${String(found.sheetRow + 1)})` : String(found.sheetRow + 1);
    })
    .join(' ');
}

describe('locate: rows that the form prints', () => {
  for (const [title, rows, merges, expected] of [
    [
      'are not filled in by their printed words',
      [
        HEADER,
        ['一、项目概述'],
        ['1.1项目名称', '已编制', 1],
        ['1.2编制依据'],
        ['二、建设方案', '已编制'],
        ['2.1信息资源共享方案', '不适用'],
        ['2.2其他说明：'],
        ['三、附件（项目信息资源目录、相关证明文件）', '已编制'],
      ],
      [],
      '(2) 3 (4) 5 6 (7) 8',
    ],
    [
      'are known with the note that is printed below them, in the cell or in a row of its own, and without it',
      [
        HEADER,
        ['一、项目概述'],
        ['二、建设方案\n【说明建设内容及对接方案】', '已编制'],
        ['2.1信息资源共享方案', '不适用'],
        ['二、建设方案'],
        ['【说明建设内容及对接方案】'],
        ['2.2其他说明：', '已编制'],
      ],
      [],
      '(2) – – 3 4 7 –',
    ],
    [
      'may stand in another order, with other numbers, blank rows and further rows between',
      [
        HEADER,
        ['第三章 附件', '已编制'],
        ['第一章　项目概述', '已编制'],
        ['（一）项目名称', '已编制'],
        [],
        ['1.2 编制 依据', '已编制'],
        ['1.3 主要结论', '已编制'],
        ['第二章', null],
        ['2.1信息资源的共享方案', '已编制'],
      ],
      [],
      '3 4 6 – 9 – 2',
    ],
    [
      'may be merged over the table',
      [HEADER, ['一、项目概述'], ['1.1项目名称', '已编制', 1], ['三、附件'], ['1.2编制依据', '不适用']],
      ['A2:D2', 'A4:D4'],
      '(2) 3 5 – – – (4)',
    ],
    [
      'stand beside a number of their own',
      [
        ['序号', ...HEADER],
        [1, '项目概述', '已编制'],
        [1.1, '项目名称', '已编制'],
        [3, '附件', '已编制'],
      ],
      [],
      '2 3 – – – – 4',
    ],
  ] as const) {
    it(title, () => {
      assert.equal(
        entriesOf(locateIn(OUTLINE, [['项目名称', '某平台'], ...rows], merges.map(shifted))),
        raised(expected),
      );
    });
  }

  it('do not end at the words of another part, and another table begins below them', () => {
    const filled = locateIn(OUTLINE, [
      ['项目名称', '某平台'],
      HEADER,
      ['一、项目概述', '已编制'],
      ['1.1项目名称', '已编制'],
      ['二、建设方案', '已编制'],
      ['2.1信息资源共享方案', '已编制'],
      [],
      ['2.1信息资源共享方案'],
      ['信息资源名称', '共享属性', '更新周期'],
      ['低保名单', '不予共享', '每月'],
    ]);
    assert.equal(entriesOf(filled), '3 4 – 5 6 – –');
    assert.deepEqual(rowsOf(filled, ['信息资源名称'], 'resources'), [[10, '低保名单']]);
    assert.deepEqual(odditiesOf(filled), []);
  });
});

/** The rows of the tests stand below one for the field. */
function shifted(range: string): string {
  return range.replace(/\d+/gu, (row) => String(Number(row) + 1));
}
function raised(rows: string): string {
  return shifted(rows);
}

describe('locate: the words of printed entries', () => {
  const entries = ['一、总论', '1.1概述', '二、方案', '2.1概述', '（八）监理总结报告', '初验报告', '终验报告'].map(
    (text) => ({
      text,
      same: text === '2.1概述' ? ['方案综述'] : [],
      optional: false,
      heading: null,
    }),
  );
  for (const [texts, expected] of [
    [
      ['一、总论', '1.1概述', '二、方案', '2.1概述'],
      [0, 1, 2, 3],
    ],
    // Alike in words: by the number, or in their order.
    [
      ['2.1 概述', '1.1 概述'],
      [undefined, 1, undefined, 0],
    ],
    [
      ['总论', '概述', '方案', '概述'],
      [0, 1, 2, 3],
    ],
    [['方案综述'], [undefined, undefined, undefined, 0]],
    [
      ['第一章 总论', '第二章：方案'],
      [0, undefined, 1],
    ],
    [['8、监理总结报告'], [undefined, undefined, undefined, undefined, 0]],
    [['(八)监理单位总结报告（盖章）'], [undefined, undefined, undefined, undefined, 0]],
    // One character makes another paper of it.
    [['终验报告'], [undefined, undefined, undefined, undefined, undefined, undefined, 0]],
    [['试运行报告', '', '三、', '2.1'], []],
  ] as const) {
    it(texts.join(' | '), () => {
      const places = new EntryFinder(entries).assign(texts);
      assert.deepEqual(
        places,
        entries.map((_, at) => expected[at]),
      );
    });
  }
});
