import assert from 'node:assert/strict';
import { nodeCodec } from '../../src/files/codec-node.ts';
import type { RowEdit } from '../../src/files/row-shift.ts';
import { changeXlsxRows } from '../../src/files/xlsx-rows.ts';
import { richWorkbook, unzipped, zipped } from './rich-workbook.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const OTHER = 'xl/worksheets/sheet2.xml';

function workbook(rows = '', after: (sheet: string) => string = (sheet) => sheet): Map<string, string> {
  const parts = richWorkbook();
  const sheet = (parts.get(SHEET) ?? '').replace(/<sheetProtection[^>]*>/, '');
  parts.set(SHEET, after(sheet.replace('</sheetData>', `${rows}</sheetData>`)));
  return parts;
}

const change = (parts: ReadonlyMap<string, string>, ...edits: Omit<RowEdit, 'sheetIndex'>[]): Map<string, string> =>
  unzipped(
    changeXlsxRows(
      zipped(parts),
      edits.map((edit) => ({ ...edit, sheetIndex: 0 })),
      nodeCodec,
    ),
  );

/** Two rows in front of row 4, which they are to look like. */
const INSERT = { kind: 'insert', at: 3, count: 2, like: 3 } as const;
const DELETE = { kind: 'delete', at: 3, count: 1 } as const;

describe('rows inserted into an xlsx', () => {
  const after = change(workbook(), INSERT);
  const sheet = after.get(SHEET) ?? '';
  const kept: [what: string, text: string][] = [
    ['cells and their formulas', '<c r="F6"><f>A6*2</f><v>10001</v></c></row><row r="7">'],
    [
      'the look of the row they are like',
      '<row r="5" s="2" customFormat="1" spans="1:6"><c r="A5" s="2"/><c r="C5" s="1"/></row>',
    ],
    ['merged blocks', '<mergeCell ref="B7:C7"/>'],
    ['conditional formats', '<conditionalFormatting sqref="A1:F8">'],
    ['validations', 'sqref="B2:B8"'],
    ['validations of the extension', '<xm:sqref>D2:D8</xm:sqref>'],
    ['page breaks', '<brk id="5" '],
    ['what stands above', '<hyperlink ref="A1" r:id="rId5"/>'],
  ];
  for (const [what, text] of kept) it(`move ${what}`, () => assert.ok(sheet.includes(text)));

  it('move notes with their boxes, threads, and controls', () => {
    assert.match(after.get('xl/comments1.xml') ?? '', /ref="A2".*ref="C6".*ref="E7"/s);
    assert.match(after.get('xl/threadedComments/threadedComment1.xml') ?? '', /ref="E7"/);
    assert.match(
      after.get('xl/drawings/vmlDrawing1.vml') ?? '',
      /<x:Row>1<.*3, 15, 5, 2, 5, 15, 9, 4<.*<x:Row>5<.*0, 1, 7, 2/s,
    );
  });

  it('move names, and leave those of other sheets', () => {
    assert.match(after.get('xl/workbook.xml') ?? '', /目录!\$A\$1:\$F\$8<.*说明!\$A\$1:\$A\$3</);
  });

  it('change nothing else', () => {
    const before = workbook();
    const changed = [...before.keys()].filter((name) => before.get(name) !== after.get(name));
    assert.deepEqual(changed.sort(), [
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/threadedComments/threadedComment1.xml',
      'xl/workbook.xml',
      SHEET,
    ]);
  });

  it('are merged like the row they are like, and join its validations also at their end', () => {
    const below = change(workbook(), { kind: 'insert', at: 6, count: 1, like: 5 }).get(SHEET) ?? '';
    assert.ok(below.includes('sqref="B2:B7"') && below.includes('<xm:sqref>D2:D7</xm:sqref>'));
    const merged = change(workbook(), { kind: 'insert', at: 5, count: 2, like: 4 }).get(SHEET) ?? '';
    assert.match(
      merged,
      /<mergeCells count="3"><mergeCell ref="B5:C5"\/><mergeCell ref="B6:C6"\/><mergeCell ref="B7:C7"\/>/,
    );
  });

  it('move tables, drawings and charts', () => {
    const parts = workbook();
    const xdr = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"';
    const corner = (name: string, row: number): string =>
      `<xdr:${name}><xdr:row>${String(row)}</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:${name}>`;
    const anchor = (editAs: string): string =>
      `<xdr:twoCellAnchor editAs="${editAs}">${corner('from', 2)}${corner('to', 4)}</xdr:twoCellAnchor>`;
    parts.set(
      'xl/drawings/drawing1.xml',
      `<xdr:wsDr ${xdr}>${anchor('twoCell')}${anchor('oneCell')}${anchor('absolute')}</xdr:wsDr>`,
    );
    const moved = change(parts, { kind: 'insert', at: 1, count: 1 }, { kind: 'insert', at: 4, count: 1 });
    assert.match(moved.get('xl/tables/table1.xml') ?? '', /ref="A1:B3"/);
    const rows = [...(moved.get('xl/drawings/drawing1.xml') ?? '').matchAll(/<xdr:row>(\d)</g)].map(([, row]) =>
      Number(row),
    );
    assert.deepEqual(rows, [3, 6, 3, 5, 2, 4]);
  });

  it('move what formulas of other sheets mean', () => {
    const parts = workbook();
    parts.set(
      OTHER,
      (parts.get(OTHER) ?? '').replace(
        '</sheetData>',
        '<row r="2"><c r="A2"><f>SUM(目录!A4:A9)+A4</f><v>1</v></c></row></sheetData>',
      ),
    );
    assert.match(change(parts, INSERT).get(OTHER) ?? '', /<f>SUM\(目录!A6:A11\)\+A4<\/f>/);
  });

  it('give each cell of a shared formula its own', () => {
    const row =
      '<row r="8"><c r="A8"><f t="shared" ref="A8:B8" si="0">A4</f></c><c r="B8"><f t="shared" si="0"/></c></row>';
    assert.match(
      change(workbook(row), INSERT).get(SHEET) ?? '',
      /<row r="10"><c r="A10"><f>A6<\/f><\/c><c r="B10"><f>B6<\/f><\/c><\/row>/,
    );
  });

  it('and deleted again leave the file as it was', () => {
    const before = workbook();
    const again = change(before, { kind: 'insert', at: 3, count: 2 }, { kind: 'delete', at: 3, count: 2 });
    assert.deepEqual([...again], [...before]);
  });
});

describe('rows deleted from an xlsx', () => {
  const after = change(workbook(), DELETE);

  it('take their cells, notes and boxes with them', () => {
    assert.doesNotMatch(after.get(SHEET) ?? '', /5000\.5/);
    assert.match(after.get('xl/comments1.xml') ?? '', /<comment ref="A2".*<\/comment><comment ref="E4"/s);
    assert.doesNotMatch(after.get('xl/drawings/vmlDrawing1.vml') ?? '', /_x0000_s1026/);
  });

  it('take merged blocks and formats that lie in them', () => {
    const sheet = change(workbook(), { kind: 'delete', at: 4, count: 1 }).get(SHEET) ?? '';
    assert.doesNotMatch(sheet, /mergeCell/);
    const parts = workbook();
    const table = 'xl/tables/table1.xml';
    parts.set(table, (parts.get(table) ?? '').replace('A1:B2', 'A1:B9'));
    const gone = change(parts, { kind: 'delete', at: 1, count: 5 }).get(SHEET) ?? '';
    assert.doesNotMatch(gone, /<dataValidation|x14:dataValidation|x14:conditionalFormatting/);
  });

  it('leave conditions to the first row that stays', () => {
    const condition =
      '<conditionalFormatting sqref="A4:A9"><cfRule><formula>A4&gt;$A$2</formula></cfRule></conditionalFormatting>';
    const parts = workbook('', (sheet) =>
      sheet.replace('<conditionalFormatting', `${condition}<conditionalFormatting`),
    );
    assert.match(change(parts, DELETE).get(SHEET) ?? '', /sqref="A4:A8"><cfRule><formula>A4&gt;\$A\$2</);
  });
});

describe('rows cannot come or go', () => {
  const array = '<row r="8"><c r="A8"><f t="array" ref="A8:A9">1</f></c></row><row r="9"><c r="A9"><v>1</v></c></row>';
  const cases: [where: string, parts: Map<string, string>, edit: Omit<RowEdit, 'sheetIndex'>, code: string][] = [
    ['on a protected sheet', richWorkbook(), INSERT, 'protected'],
    ['inside an array formula', workbook(array), { kind: 'insert', at: 8, count: 1 }, 'array'],
    ['with half an array formula', workbook(array), { kind: 'delete', at: 8, count: 1 }, 'array'],
    ['with the headings of a table', workbook(), { kind: 'delete', at: 0, count: 1 }, 'table'],
    ['with all rows of a table', workbook(), { kind: 'delete', at: 1, count: 1 }, 'table'],
    [
      'with the first row of a merged block',
      workbook('', (sheet) => sheet.replace('B5:C5', 'B5:C6')),
      { kind: 'delete', at: 4, count: 1 },
      'merge',
    ],
    ['beyond the last row', workbook('<row r="1048576"><c r="A1048576"/></row>'), INSERT, 'full'],
  ];
  for (const [where, parts, edit, code] of cases) {
    it(where, () => assert.throws(() => change(parts, edit), { name: 'RowsRefused', code }));
  }

  it('but beside an array formula', () => {
    assert.match(change(workbook(array), INSERT).get(SHEET) ?? '', /<f t="array" ref="A10:A11">/);
  });
});
