import assert from 'node:assert/strict';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { FileError } from '../../src/files/file-error.ts';
import { openFormula } from '../../src/files/ods-formula.ts';
import { readOds } from '../../src/files/ods.ts';
import { OfficePackage } from '../../src/files/package.ts';
import { rangeToA1, toA1 } from '../../src/sheets/address.ts';
import { cellAtIndex, type Grid } from '../../src/sheets/grid.ts';
import type { Workbook } from '../../src/sheets/workbook.ts';
import { zipOf } from './made-workbook.ts';

/** A spreadsheet with these tables' contents, as LibreOffice nests them. */
function ods(tables: string, { styles = '', prolog = '' } = {}): Uint8Array {
  const content =
    `<?xml version="1.0" encoding="UTF-8"?>${prolog}<office:document-content xmlns:office="urn:o" xmlns:table="urn:t">` +
    `<office:scripts/><office:automatic-styles>${styles}</office:automatic-styles>` +
    `<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  return zipOf(
    new Map([
      ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
      ['content.xml', content],
    ]),
  );
}

const read = (bytes: Uint8Array): Workbook => readOds(new OfficePackage(bytes, nodeCodec));
const table = (rows: string, attributes = ''): string =>
  `<table:table table:name="表" ${attributes}>${rows}</table:table>`;
const row = (cells: string): string => `<table:table-row>${cells}</table:table-row>`;
const text = (value: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;

function gridOf(rows: string, options = {}): Grid {
  const [grid] = read(ods(table(rows), options)).sheets;
  assert.ok(grid);
  return grid;
}

/** The cells as `A1=value`, with format and formula where they have them. */
function cells(grid: Grid): string[] {
  const found: string[] = [];
  for (let r = 0; r < grid.rowCount; r++) {
    for (let i = grid.rowStarts[r] ?? 0; i < (grid.rowStarts[r + 1] ?? 0); i++) {
      const { value, format, formula } = cellAtIndex(grid, i);
      const shown = `${toA1(r, grid.columns[i] ?? 0)}=${JSON.stringify(value)}`;
      found.push(shown + (format === 'General' ? '' : ` ${format}`) + (formula === undefined ? '' : ` =${formula}`));
    }
  }
  return found;
}

function refusal(bytes: Uint8Array): string {
  try {
    read(bytes);
    return 'read';
  } catch (error) {
    if (error instanceof FileError) return error.code;
    throw error;
  }
}

describe('OpenDocument spreadsheets', () => {
  const values: readonly (readonly [string, string, string])[] = [
    ['a text', text('部门'), '"部门"'],
    ['a text in two paragraphs', text('甲</text:p><text:p>乙'), '"甲\\n乙"'],
    ['a line break', text('甲<text:line-break/>乙'), '"甲\\n乙"'],
    ['spaces and a tab', text('甲<text:s text:c="2"/>乙<text:tab/>丙'), '"甲  乙\\t丙"'],
    ['white space as the file is laid out', text('\n   甲\n   <text:span> 乙</text:span>'), '"甲  乙"'],
    ['a link', text('<text:a>a@b.cn</text:a>'), '"a@b.cn"'],
    ['entities', text('A&amp;B &lt;1&gt;'), '"A&B <1>"'],
    [
      'a note beside the text',
      text('甲</text:p><office:annotation><text:p>注</text:p></office:annotation><text:p>乙'),
      '"甲\\n乙"',
    ],
    ['a text that is its attribute', '<table:table-cell office:value-type="string" office:string-value="甲"/>', '"甲"'],
    ['an identity number kept as text', text('110101199001011234'), '"110101199001011234"'],
    [
      'a number',
      '<table:table-cell office:value-type="float" office:value="12.5"><text:p>12.50</text:p></table:table-cell>',
      '12.5',
    ],
    [
      'money',
      '<table:table-cell office:value-type="currency" office:value="1234.5"><text:p>￥1,234.50</text:p></table:table-cell>',
      '1234.5',
    ],
    ['a percentage', '<table:table-cell office:value-type="percentage" office:value="0.5"/>', '0.5 0%'],
    ['a date', '<table:table-cell office:value-type="date" office:date-value="2024-03-15"/>', '45366 yyyy-mm-dd'],
    [
      'a date with a time',
      '<table:table-cell office:value-type="date" office:date-value="2024-03-15T12:00:00"/>',
      '45366.5 yyyy-mm-dd hh:mm:ss',
    ],
    ['a time', '<table:table-cell office:value-type="time" office:time-value="PT12H00M00S"/>', '0.5 [h]:mm:ss'],
    ['a truth value', '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>', 'true'],
    [
      'an error',
      '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
      '{"error":"#DIV/0!"} =1/0',
    ],
    [
      'an error of its own',
      '<table:table-cell table:formula="of:=[.B1]" office:value-type="float" office:value="0"><text:p>Err:522</text:p></table:table-cell>',
      '{"error":"#VALUE!"} =B1',
    ],
    ['a formula without a result', '<table:table-cell table:formula="of:=1+1"/>', 'null =1+1'],
  ];
  for (const [what, cell, expected] of values) {
    it(`read ${what}`, () => assert.deepEqual(cells(gridOf(row(cell))), [`A1=${expected}`]));
  }

  it('know rows within headers and groups, and pass over empty and repeated ones', () => {
    const grid = gridOf(
      `<table:table-column table:number-columns-repeated="16384"/>` +
        `<table:table-header-rows>${row(text('甲'))}</table:table-header-rows>` +
        `<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` +
        `<table:table-row-group><table:table-row-group>${row(`<table:table-cell/>${text('乙')}`)}</table:table-row-group></table:table-row-group>` +
        `<table:table-row table:number-rows-repeated="1048571"><table:table-cell/></table:table-row>`,
    );
    assert.deepEqual(cells(grid), ['A1="甲"', 'B5="乙"']);
  });

  it('repeat cells and rows that hold something', () => {
    const repeated =
      '<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="2"/></table:table-row>';
    assert.deepEqual(cells(gridOf(repeated)), ['A1=7', 'B1=7', 'A2=7', 'B2=7']);
  });

  it('have merged blocks, also empty ones', () => {
    const grid = gridOf(
      row(
        '<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="3"/><table:covered-table-cell/>' +
          '<table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>甲</text:p></table:table-cell>',
      ),
    );
    assert.deepEqual(grid.merges.map(rangeToA1), ['A1:B3', 'C1:D1']);
    assert.deepEqual(cells(grid), ['C1="甲"']);
  });

  for (const span of ['-1', '0', '0.5', 'x', '']) {
    it(`are not merged over “${span}” columns`, () => {
      const merged = `<table:table-cell table:number-columns-spanned="${span}" table:number-rows-spanned="2"/>`;
      assert.deepEqual(gridOf(row(merged)).merges.map(rangeToA1), ['A1:A2']);
    });
  }

  it('tell what is hidden', () => {
    const workbook = read(
      ods(
        table(
          `<table:table-column/><table:table-column table:visibility="collapse"/>` +
            `<table:table-row table:visibility="filter">${text('甲')}</table:table-row>` +
            `<table:table-row table:visibility="collapse">${text('乙')}</table:table-row>`,
        ) + table(row(text('丙')), 'table:style-name="ta2"'),
        {
          styles:
            '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
        },
      ),
    );
    assert.deepEqual(
      workbook.sheets.map(({ visibility, hiddenRows, hiddenColumns }) => [visibility, hiddenRows, hiddenColumns]),
      [
        ['visible', [0, 1], [1]],
        ['hidden', [], []],
      ],
    );
  });

  it('show the signs of symbol fonts', () => {
    const styles = '<style:style style:name="ce1"><style:text-properties style:font-name="Wingdings 2"/></style:style>';
    const ticked =
      '<table:table-cell table:style-name="ce1" office:value-type="string"><text:p>R</text:p></table:table-cell>';
    assert.deepEqual(cells(gridOf(row(ticked), { styles })), ['A1="☑"']);
  });

  const filled = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>';
  const refused: readonly (readonly [string, Uint8Array, string])[] = [
    ['no table', ods(''), 'damaged'],
    ['entities', ods(table(''), { prolog: '<!DOCTYPE x [<!ENTITY a "a">]>' }), 'dtd'],
    ['a part that breaks off', zipOf(new Map([['content.xml', '<a><b>']])), 'damaged'],
    ['no content', zipOf(new Map([['mimetype', 'x']])), 'damaged'],
    ['a repetition of no sense', ods(table(row('<table:table-cell table:number-columns-repeated="-1"/>'))), 'damaged'],
    [
      'a sheet of cells out of a hundred bytes',
      ods(table(`<table:table-row table:number-rows-repeated="1048576">${filled}</table:table-row>`)),
      'too-large',
    ],
    [
      'rows beyond the sheet',
      ods(table(`<table:table-row table:number-rows-repeated="1048576"/>${row(text('甲'))}`)),
      'too-large',
    ],
    [
      'columns beyond the sheet',
      ods(table(row(`<table:table-cell table:number-columns-repeated="16384"/>${text('甲')}`))),
      'damaged',
    ],
    [
      'an encrypted file',
      zipOf(
        new Map([
          ['content.xml', 'x'],
          ['META-INF/manifest.xml', '<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'],
        ]),
      ),
      'encrypted',
    ],
  ];
  for (const [what, bytes, code] of refused) {
    it(`refuse ${what}: ${code}`, () => assert.equal(refusal(bytes), code));
  }
});

describe('formulas of OpenDocument', () => {
  const formulas: readonly (readonly [string, string])[] = [
    ['of:=[.D5]*[.E5]', 'D5*E5'],
    ['of:=SUM([.F5:.F14])', 'SUM(F5:F14)'],
    ['of:=IF([.$A$1]="a;[b]""c";1;2)', 'IF($A$1="a;[b]""c",1,2)'],
    ["of:=[$'一 表'.C3]+[$表2.C3]", "'一 表'!C3+表2!C3"],
    ['oooc:=[.A1]', 'A1'],
    ['of:=[.A1', '[.A1'],
    ['of:="a', '"a'],
  ];
  for (const [written, expected] of formulas)
    it(`${written} → ${expected}`, () => assert.equal(openFormula(written), expected));
  it('none is none', () => assert.deepEqual([openFormula(undefined), openFormula('of:=')], [undefined, undefined]));
});
