import assert from 'node:assert/strict';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { sheetNames, writeFlaggedXlsx, writeXlsx } from '../../src/files/xlsx-write.ts';
import { GridBuilder, gridOf, StringTable } from '../../src/sheets/grid-builder.ts';
import type { Grid } from '../../src/sheets/grid.ts';
import type { Workbook } from '../../src/sheets/workbook.ts';
import { cellIn, notesIn, readBack } from './read-back.ts';
import { unzipped } from './rich-workbook.ts';

function workbookOf(...sheets: Grid[]): Workbook {
  return { sheets, date1904: false, properties: new Map() };
}

const GRID = gridOf(
  '目录',
  [
    ['部门', '金额', '备注'],
    ['公安局', 1234.5, '=1+1'],
    ['000123', true, { error: '#N/A' }],
    [null, null, ' 两端有空格 \r\n"&<>\u0001'],
  ],
  { merges: [{ top: 1, left: 0, bottom: 1, right: 1 }], hiddenRows: [2], hiddenColumns: [1] },
);

describe('a new xlsx', () => {
  it('holds values as values and texts as texts, never as formulas', () => {
    const sheet = readBack(writeXlsx(workbookOf(GRID), nodeCodec)).Sheets['目录'];
    const cells = ['A1', 'B2', 'C2', 'A3', 'B3', 'C3', 'C4'].map((at) => {
      const cell = cellIn(sheet, at);
      return [cell?.t, cell?.v, cell?.f];
    });
    assert.deepEqual(cells, [
      ['s', '部门', undefined],
      ['n', 1234.5, undefined],
      ['s', '=1+1', undefined],
      ['s', '000123', undefined],
      ['b', true, undefined],
      ['e', 42, undefined],
      // SheetJS reads every line end as a line feed.
      ['s', ' 两端有空格 \n"&<>\u0001', undefined],
    ]);
    assert.deepEqual(sheet?.['!merges'], [{ s: { r: 1, c: 0 }, e: { r: 1, c: 1 } }]);
    assert.equal(sheet['!rows']?.[2]?.hidden, true);
    assert.equal(sheet['!cols']?.[1]?.hidden, true);
  });

  it('has number formats, bold headings, hidden sheets, and the 1904 calendar where asked', () => {
    const builder = new GridBuilder('数', new StringTable());
    builder.addValue(0, 0, '日期');
    builder.addValue(1, 0, 45292, 'yyyy"年"m"月"');
    const hidden = gridOf('字典', [['甲']], { visibility: 'veryHidden' });
    const workbook = { ...workbookOf(hidden, builder.finish()), date1904: true };
    const looks = new Map([['数', { boldRows: [0], columnWidths: [33] }]]);
    const bytes = writeXlsx(workbook, nodeCodec, looks);
    const read = readBack(bytes);
    assert.equal(cellIn(read.Sheets['数'], 'A2')?.z, 'yyyy"年"m"月"');
    assert.equal(read.Workbook?.Sheets?.[0]?.Hidden, 2);
    assert.equal(read.Workbook.WBProps?.date1904, true);
    const parts = unzipped(bytes);
    assert.match(
      parts.get('xl/worksheets/sheet2.xml') ?? '',
      /<col min="1" max="1" width="33" .*<c r="A1" s="1" t="s">.*<c r="A2" s="2">/,
    );
    assert.match(parts.get('xl/styles.xml') ?? '', /<cellXfs count="3">.*fontId="1".*numFmtId="164"/);
    assert.match(parts.get('xl/workbook.xml') ?? '', /activeTab="1"/);
  });

  it('makes columns as wide as their texts need, but for titles that run over several', () => {
    const rows = [
      ['很长的标题，独自占一行，写出来要跨好几列才放得下'],
      ['序号', '信息资源名称', 'Type'],
      [1, '婚姻登记信息', null],
      [2, '甲'.repeat(60), 'x'],
    ];
    const sheet = unzipped(writeXlsx(workbookOf(gridOf('表', rows)), nodeCodec)).get('xl/worksheets/sheet1.xml') ?? '';
    assert.deepEqual(
      [...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map((match) => Number(match[1])),
      [8, 50, 8],
    );
    const narrow = unzipped(writeXlsx(workbookOf(gridOf('表', rows.slice(0, 3))), nodeCodec));
    assert.match(narrow.get('xl/worksheets/sheet1.xml') ?? '', /<col min="2" max="2" width="14"/);
  });

  it('is the same file for the same workbook', () => {
    assert.deepEqual(writeXlsx(workbookOf(GRID), nodeCodec), writeXlsx(workbookOf(GRID), nodeCodec));
  });

  it('carries the flags of a plan, also on a sheet whose name had to be mended', () => {
    const name = '目录：2024/一季度[1]' + '长'.repeat(30);
    const mark = { row: 1, column: 1, severity: 'error', colour: 'FFC7CE', note: '错误：甲' } as const;
    const plan = { sheets: [{ sheetIndex: 0, sheet: name, marks: [mark], withoutNote: 0 }] };
    const { bytes } = writeFlaggedXlsx(workbookOf({ ...GRID, name }), plan, nodeCodec);
    const written = readBack(bytes).SheetNames[0] ?? '';
    assert.equal(notesIn(bytes, written).A2, '【填报助手】\n错误：甲');
    assert.match(unzipped(bytes).get('xl/worksheets/sheet1.xml') ?? '', /<conditionalFormatting sqref="A2">/);
  });

  const names: [wanted: string[], names: string[]][] = [
    [['目录'], ['目录']],
    [['a/b\\c?d*e[f]g:h'], ['a_b_c_d_e_f_g_h']],
    [["'引号'"], ['_引号_']],
    [['长'.repeat(40)], ['长'.repeat(31)]],
    [
      ['Sheet', 'sheet', 'SHEET'],
      ['Sheet', 'sheet (2)', 'SHEET (3)'],
    ],
    [
      ['', ' '],
      ['Sheet1', 'Sheet2'],
    ],
  ];
  for (const [wanted, expected] of names) {
    it(`names sheets ${JSON.stringify(wanted)}`, () => assert.deepEqual(sheetNames(wanted), expected));
  }
});
