import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { pathText } from '../../src/forms/definition-error.ts';
import type { Form } from '../../src/forms/form.ts';
import { loadForm } from '../../src/forms/load-form.ts';
import type { LayoutContent } from '../../src/forms/layout.ts';
import { RULES } from '../../src/rules/index.ts';

const HEAD = {
  id: 'test/form',
  title: '设备登记表',
  version: '2026-01-01',
  county: '测试县',
  source: { document: '测政〔2026〕1号', name: '测试办法', annex: '附件1' },
};

const PARTS = `
fields:
  单位: { label: [单位名称, 单位] }
  日期: { type: date }
  意见: { type: lines, hints: [（公章）] }
  网络: { label: 基于网络, type: ticks, choices: [外网, 专网] }
  云: { label: 基于网络, type: ticks, choices: [公共云, 行政云] }
  备注: { optional: true }
  旧名: {}
sentences: [{ text: '{旧名}系统申请资源如下' }]
tables:
  设备:
    rows: { printed: 3 }
    columns: { 序号: { optional: true }, 名称: {}, 数量: { type: integer } }
`;

/** A layout of all that must be in it, with some rows in place of those of the same name. */
function layoutOf(
  rows: Partial<Record<'first' | 'second' | 'ticks' | 'opinion' | 'sentence' | 'table' | 'last', string>>,
): string {
  const {
    first = '[单位]',
    second = '[日期]',
    ticks = '[{ label: 网络 }, { value: 网络 }, { value: 云 }]',
    opinion = '{ box: [{ field: 意见, below: true }] }',
    sentence = '[{ sentence: 旧名 }]',
    table = '{ table: 设备 }',
    last = '注：本表一式三份',
  } = rows;
  return `
layout:
  columns: [1, 2, 1]
  rows:
    - ${first}
    - ${second}
    - ${ticks}
    - ${opinion}
    - ${sentence}
    - ${table}
    - ${last}
`;
}

function load(yaml: string): ReturnType<typeof loadForm> {
  return loadForm({ ...HEAD, ...(parse(yaml) as object) }, RULES);
}

function loaded(rows: Parameters<typeof layoutOf>[0] = {}): Form {
  const { form, errors } = load(PARTS + layoutOf(rows));
  assert.ok(form, JSON.stringify(errors));
  return form;
}

function faultsOf(yaml: string): readonly string[] {
  return (load(yaml).errors ?? []).map(({ path, message }) => {
    assert.notEqual(message.en, '');
    return `${pathText(path)}: ${message.zh}`;
  });
}

/** `from-to rows×: content` of each cell of the block at an index. */
function cellsOf(form: Form, block: number): readonly (readonly string[])[] {
  const found = form.layout?.blocks[block];
  assert.ok(found?.kind === 'rows');
  return found.rows.map((row) =>
    row.map(
      ({ column, columns, rows, content }) =>
        `${String(column)}-${String(column + columns - 1)}${rows > 1 ? ` ×${String(rows)}` : ''} ${inShort(content)}`,
    ),
  );
}

function inShort(content: LayoutContent): string {
  switch (content.kind) {
    case 'title':
      return 'title';
    case 'label':
      return content.text;
    case 'value':
      return `<${content.field}>${content.printed}`;
    case 'text':
      return content.words
        .flatMap((words, at) => [words, ...content.blanks.slice(at, at + 1).map(({ field }) => `<${field}>`)])
        .join('');
  }
}

describe('forms: the layout of a blank form', () => {
  it('gives each cell its columns, the last of a row what is left', () => {
    const form = loaded();
    assert.deepEqual(
      form.layout?.blocks.map((block) => (block.kind === 'rows' ? block.frame : block.kind)),
      ['none', 'grid', 'box', 'grid', 'table', 'none'],
    );
    assert.deepEqual(cellsOf(form, 0), [['0-2 title']]);
    assert.deepEqual(cellsOf(form, 1), [
      ['0-0 单位名称', '1-2 <单位>'],
      ['0-0 日期', '1-2 <日期>'],
      ['0-0 基于网络', '1-1 <网络>', '2-2 <云>'],
    ]);
    assert.deepEqual(cellsOf(form, 2), [['0-2 意见：'], ['0-2 <意见>']]);
    assert.deepEqual(cellsOf(form, 3), [['0-2 <旧名>系统申请资源如下']]);
    assert.deepEqual(cellsOf(form, 5), [['0-2 注：本表一式三份']]);
  });

  it('prints a list as a table of reference data, which is no wording of the form', () => {
    const list = 'lists: { 范围: [{ 类: 政务外网, 定义: 纳入经费。 }, { 类: 电话线路, 定义: 不纳入经费。 }] }';
    const rows = { last: '{ list: 范围, columns: { 类: 1, 定义: 2 } }' };
    const { form, errors } = load(PARTS + list + layoutOf(rows));
    assert.ok(form, JSON.stringify(errors));
    assert.deepEqual(cellsOf(form, 5), [
      ['0-0 政务外网', '1-2 纳入经费。'],
      ['0-0 电话线路', '1-2 不纳入经费。'],
    ]);
    assert.deepEqual(form.printed, []);
    assert.deepEqual(faultsOf(PARTS + list + layoutOf({ last: '{ list: 范围, columns: { 类: 1, 定: 2 } }' })), [
      'layout.rows[7].columns: 没有名为“定”的列表“范围”的列；是否应为“定义”？',
    ]);
    assert.deepEqual(faultsOf(PARTS + list + layoutOf({ last: '{ list: 范围, columns: { 类: 1, 定义: 1 } }' })), [
      'layout.rows[7]: 这一行有 1 列空着；版面共 3 列',
    ]);
    assert.deepEqual(faultsOf(PARTS + layoutOf({ last: '{ list: 范围, columns: { 类: 3 } }' })), [
      'layout.rows[7].list: 没有名为“范围”的列表',
    ]);
  });

  it('leaves the columns of a cell of two rows out below', () => {
    const form = loaded({ first: '[{ text: 基本情况, rows: 2 }, 单位]' });
    assert.deepEqual(cellsOf(form, 1).slice(0, 2), [
      ['0-0 ×2 基本情况', '1-1 单位名称', '2-2 <单位>'],
      ['1-1 日期', '2-2 <日期>'],
    ]);
  });

  it('puts label and value into one cell, or into a printed line', () => {
    const form = loaded({
      first: '[{ field: 单位, inline: true }]',
      second: "{ text: '（日期：{日期} 止）' }",
    });
    assert.deepEqual(cellsOf(form, 1), [['0-2 单位名称：<单位>']]);
    assert.deepEqual(cellsOf(form, 2), [['0-2 （日期：<日期> 止）']]);
  });

  it('ends labels outside borders in a colon', () => {
    assert.deepEqual(cellsOf(loaded({ first: '{ line: [{ field: 单位, wording: 单位（盖章） }] }' }), 1), [
      ['0-0 单位（盖章）：', '1-2 <单位>'],
    ]);
  });

  it('prints the title where it stands among the rows', () => {
    const form = loaded({ first: '文号', second: 'title', last: '[单位, { field: 日期, inline: true }]' });
    assert.deepEqual(
      [0, 1].map((block) => cellsOf(form, block)),
      [[['0-2 文号']], [['0-2 title']]],
    );
  });

  it('prints no other title where a field is filled in within it', () => {
    const form = loaded({ first: '{ line: [{ label: 单位 }, { value: 单位, title: true, printed: ×××登记表 }] }' });
    assert.deepEqual(cellsOf(form, 0), [['0-0 单位名称：', '1-2 <单位>×××登记表']]);
  });

  it('takes the rows of a table from its definition, or its own', () => {
    const rowsOf = (table: string): number | undefined => {
      const block = loaded({ table }).layout?.blocks[4];
      return block?.kind === 'table' ? block.rows : undefined;
    };
    assert.equal(rowsOf('{ table: 设备 }'), 3);
    assert.equal(rowsOf('{ table: 设备, rows: 40 }'), 40);
  });

  it('prints words before and behind a sentence in its cell', () => {
    const form = loaded({ sentence: "[{ sentence: 旧名, before: 说明：, behind: '：' }]" });
    assert.deepEqual(cellsOf(form, 3), [['0-2 说明：<旧名>系统申请资源如下：']]);
  });

  it('makes what is printed in an empty cell a hint, and printed words wording of the form', () => {
    const form = loaded({ second: "[{ field: 日期, printed: '  年  月  日' }]" });
    assert.deepEqual(form.fields.find(({ key }) => key === '日期')?.hints, ['  年  月  日']);
    assert.deepEqual(form.fields.find(({ key }) => key === '意见')?.hints, ['（公章）']);
    assert.deepEqual(form.printed, ['注：本表一式三份']);
  });
});

describe('forms: a layout that cannot be used names the place and what is expected there', () => {
  for (const [title, rows, ...faults] of [
    [
      'a field that does not exist',
      { first: '[单为]' },
      'layout.rows[1][1]: 没有名为“单为”的字段；是否应为“单位”？',
      'layout: 版面上没有字段“单位”',
    ],
    ['a field that is not placed', { second: '空行' }, 'layout: 版面上没有字段“日期”'],
    [
      'a field placed twice',
      { last: '[单位]' },
      'layout.rows[7][1]: “单位”的标签已放过一次',
      'layout.rows[7][1]: “单位”的值已放过一次',
    ],
    ['a value without its label', { first: '[{ value: 单位 }]' }, 'layout: 字段“单位”只有值，没有标签'],
    ['a label without its value', { first: '[{ label: 单位, span: 3 }]' }, 'layout: 版面上没有字段“单位”'],
    ['a table that is not placed', { table: '表如下' }, 'layout: 版面上没有表“设备”'],
    ['a table placed twice', { last: '{ table: 设备 }' }, 'layout.rows[7]: “设备”已放过一次'],
    [
      'a table that does not exist',
      { table: '{ table: 设各 }' },
      'layout.rows[6].table: 没有名为“设各”的表；是否应为“设备”？',
      'layout: 版面上没有表“设备”',
    ],
    [
      'a table as a field',
      { table: '[设备]' },
      'layout.rows[6][1]: “设备”是表；请另起一行写作 { table: 设备 }',
      'layout: 版面上没有表“设备”',
    ],
    [
      'columns of a table that do not fill the page',
      { table: '{ table: 设备, columns: { 名称: 1, 数量: 1 } }' },
      'layout.rows[6].columns: 表“设备”占 2 列，版面共 3 列',
    ],
    [
      'a column that is not placed',
      { table: '{ table: 设备, columns: { 序号: 1, 名称: 2 } }' },
      'layout.rows[6].columns: 没有列“数量”',
    ],
    [
      'a column that does not exist',
      { table: '{ table: 设备, columns: { 序号: 1, 名称: 1, 数量: 1, 单价: 0 } }' },
      'layout.rows[6].columns.单价: 应为至少 1 的数字',
      'layout: 版面上没有表“设备”',
    ],
    [
      'cells that do not fill a row',
      { first: '[{ field: 单位, value: 1 }]' },
      'layout.rows[1]: 这一行有 1 列空着；版面共 3 列',
    ],
    ['cells that do not fit', { first: '[{ field: 单位, value: 3 }]' }, 'layout.rows[1]: 这一行放不下；版面共 3 列'],
    [
      'a cell that reaches below the frame',
      { ticks: '[{ label: 网络, rows: 2 }, { value: 网络 }, { value: 云 }]' },
      'layout.rows[3]: 有单元格跨到了这一行以下',
    ],
    ['a name that is no line of print', { last: '单位' }, 'layout.rows[7]: “单位”是名称；要放在版面上，请写作 [单位]'],
    [
      'a key that does not exist',
      { first: '[{ field: 单位, spam: 2 }]' },
      'layout.rows[1][1].spam: 这里没有“spam”这一项',
      'layout: 版面上没有字段“单位”',
    ],
    [
      'another key of a row',
      { last: '{ tabel: 设备 }' },
      'layout.rows[7].text: 缺少这一项：应为文字',
      'layout.rows[7].tabel: 这里没有“tabel”这一项；是否应为“table”？',
    ],
    [
      'another wording of a label',
      { first: '[{ field: 单位, wording: 部门（盖章） }]' },
      'layout.rows[1][1].wording: “部门（盖章）”除去括号里的话，不是“单位”的任何一种标签',
    ],
    [
      'a value below beside others',
      { opinion: '{ box: [{ field: 意见, below: true }, 备注] }' },
      'layout.rows[4].box[1]: below 的字段要独占一行',
    ],
    [
      'a blank without its label',
      { second: "{ text: '时间：{日期}' }" },
      'layout.rows[2].text: {日期} 前面应是它的标签和冒号；句子中间的空格请写在 sentences 里',
    ],
    [
      'print for a blank that is not there',
      { sentence: '[{ sentence: 旧名, printed: { 旧明: XX } }]' },
      'layout.rows[5][1].printed.旧明: 这里没有空格“旧明”；是否应为“旧名”？',
    ],
    [
      'a sentence that does not exist',
      { sentence: '[{ sentence: 日期 }]' },
      'layout.rows[5][1].sentence: 没有含空格“日期”的句子',
      'layout: 版面上没有字段“旧名”',
    ],
    [
      'two titles',
      { first: 'title', second: 'title', last: '[单位, { field: 日期, inline: true }]' },
      'layout.rows[2]: title 只能有一行',
    ],
    ['more numbers than rows', { table: '{ table: 设备, numbered: 4 }' }, 'layout.rows[6].numbered: 比行数还多'],
    [
      'what does nothing',
      { first: '[{ field: 单位, inline: true, label: 2 }]' },
      'layout.rows[1][1].label: 有 inline 时，label 不起作用',
    ],
  ] as const) {
    it(title, () => {
      assert.deepEqual(faultsOf(PARTS + layoutOf(rows)), faults);
    });
  }

  it('no columns', () => {
    assert.deepEqual(faultsOf(`${PARTS}\nlayout: { columns: [], rows: [x] }`), ['layout.columns: 至少 1 项']);
  });

  it('a table of no rows', () => {
    const yaml = `tables: { 甲: { columns: { 乙: {} } } }\nlayout: { columns: [1], rows: [{ table: 甲 }] }`;
    assert.deepEqual(faultsOf(yaml), ['layout.rows[1]: 请用 rows 说明空白表印几行']);
  });
});
