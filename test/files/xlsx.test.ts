import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { OfficePackage } from '../../src/files/package.ts';
import { readXlsx } from '../../src/files/xlsx.ts';
import { toA1 } from '../../src/sheets/address.ts';
import { cellAtIndex, fontAt, type Grid } from '../../src/sheets/grid.ts';
import type { Workbook } from '../../src/sheets/workbook.ts';
import { foreignWorkbook } from './foreign-workbook.ts';
import { madeParts, madeWorkbook, zipOf, type MadeWorkbook } from './made-workbook.ts';
import { textBytes } from './zip-bytes.ts';

const read = (made: MadeWorkbook): Workbook => readXlsx(new OfficePackage(madeWorkbook(made), nodeCodec));

function first(book: Workbook): Grid {
  const [grid] = book.sheets;
  assert.ok(grid);
  return grid;
}

/** Every cell as `A1=value`, text in quotes, `{format}` where there is one, `=formula` behind. */
function cells(grid: Grid): string[] {
  const list: string[] = [];
  for (let row = 0; row < grid.rowCount; row++) {
    for (let at = grid.rowStarts[row] ?? 0; at < (grid.rowStarts[row + 1] ?? 0); at++) {
      const { value, format, formula } = cellAtIndex(grid, at);
      const shown = JSON.stringify(value !== null && typeof value === 'object' ? value.error : value);
      list.push(
        `${toA1(row, grid.columns[at] ?? 0)}=${shown}` +
          (format === 'General' ? '' : `{${format}}`) +
          (formula === undefined ? '' : `=${formula}`),
      );
    }
  }
  return list;
}

const cellsOf = (rows: string, more: MadeWorkbook = {}): string[] =>
  cells(first(read({ sheets: [{ rows }], ...more })));

describe('xlsx: cells', () => {
  const table: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'numbers',
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="n"><v>-12.50</v></c><c r="C1"><v>1.5E-3</v></c></row>',
      ['A1=1', 'B1=-12.5', 'C1=0.0015'],
    ],
    [
      'a number beyond exact digits',
      '<row><c><v>110101196001010256</v></c><c><v>0.1000000000000000055</v></c></row>',
      ['A1=110101196001010260', 'B1=0.1'],
    ],
    [
      'rows and cells without addresses',
      '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>',
      ['A1=1', 'C1=2', 'A3=3'],
    ],
    [
      'cells in any order, the later of two',
      '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row><row r="2"><c r="B2"><v>4</v></c></row>',
      ['A1=3', 'A2=2', 'B2=4'],
    ],
    [
      'a cell after an addressed one',
      '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
      ['C3=1', 'D3=2', 'A4=3'],
    ],
    ['lower-case addresses', '<row r="1"><c r="aa1"><v>1</v></c></row>', ['AA1=1']],
    ['inline text', '<row><c t="inlineStr"><is><t>甲 &amp; 乙</t></is></c></row>', ['A1="甲 & 乙"']],
    [
      'inline runs, without phonetic hints',
      '<row><c t="inlineStr"><is><r><t>甲</t></r><rPh sb="0" eb="1"><t>jia</t></rPh><r><rPr><b/></rPr><t xml:space="preserve"> 乙</t></r></is></c></row>',
      ['A1="甲 乙"'],
    ],
    [
      'text results of formulas',
      '<row><c t="str"><f>A2&amp;"x"</f><v>甲_x000D_\n乙</v></c><c t="str"><f>""</f><v></v></c></row>',
      ['A1="甲\\n乙"=A2&"x"', 'B1=""=""'],
    ],
    [
      'booleans and errors',
      '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
      ['A1=true', 'B1=false', 'C1="#DIV/0!"=1/0'],
    ],
    [
      'dates as text',
      '<row><c t="d"><v>2025-03-01</v></c><c t="d"><v>1900-01-01T12:00:00</v></c><c t="d"><v>soon</v></c></row>',
      ['A1=45717{yyyy-mm-dd}', 'B1=1.5{yyyy-mm-dd}', 'C1="soon"'],
    ],
    [
      'a formula whose result was never stored',
      '<row><c><f>SUM(B1:B9)</f></c><c><f>1</f><v/></c></row>',
      ['A1=null=SUM(B1:B9)', 'B1=null=1'],
    ],
    [
      'shared formulas as each cell would have them alone',
      '<row><c><f t="shared" ref="A1:A2" si="0">B1*$C$1</f><v>2</v></c></row><row><c><f t="shared" si="0"/><v>4</v></c></row>',
      ['A1=2=B1*$C$1', 'A2=4=B2*$C$1'],
    ],
    ['a value before its formula', '<row><c><v>1</v><f>B1</f></c></row>', ['A1=1=B1']],
    [
      'comments and CDATA in values',
      '<row><c><v>1<!-- x -->2</v></c><c t="inlineStr"><is><t><![CDATA[<甲>]]></t></is></c></row>',
      ['A1=12', 'B1="<甲>"'],
    ],
    ['what no number is, as text', '<row><c><v>abc</v></c><c><v>0x10</v></c></row>', ['A1="abc"', 'B1="0x10"']],
    [
      'nothing of empty and styled cells',
      '<row r="1" s="1" customFormat="1"><c r="A1" s="1"/><c r="B1" s="1"></c><c r="C1"><v></v></c><c r="D1" t="inlineStr"><is><t/></is></c></row>',
      [],
    ],
    [
      'nothing of what it does not know',
      '<row><c><v>1</v><extLst><ext><v>9</v></ext></extLst></c></row><other><row><c><v>2</v></c></row></other>',
      ['A1=1'],
    ],
  ];
  for (const [what, rows, expected] of table) it(`reads ${what}`, () => assert.deepEqual(cellsOf(rows), expected));

  it('reads shared strings by their place, empty ones as no cell', () => {
    const strings =
      '<si><t>甲</t></si><si/><si><t>甲</t></si><si><r><t>a</t></r><r><t>b</t></r><rPh><t>x</t></rPh></si><si><t>_x0041__x005F_x0041_&lt;</t></si><si><t>1</t><t>2</t></si>';
    const rows = `<row>${[0, 1, 2, 3, 4, 5].map((i) => `<c t="s"><v>${i}</v></c>`).join('')}</row>`;
    assert.deepEqual(cellsOf(rows, { strings }), ['A1="甲"', 'C1="甲"', 'D1="ab"', 'E1="A_x0041_<"', 'F1="12"']);
  });

  it('keeps texts apart however many there are', () => {
    const texts = Array.from({ length: 9000 }, (_, i) =>
      i % 1000 === 7 ? `长&amp;${i}${'文'.repeat(30_000)}` : `第${i}号`,
    );
    const strings = texts.map((text) => `<si><t>${text}</t></si>`).join('');
    const book = read({
      strings,
      sheets: [
        { rows: texts.map((text, i) => `<row><c t="s"><v>${i}</v></c><c t="str"><v>${text}</v></c></row>`).join('') },
      ],
    });
    const seen = cells(first(book));
    assert.equal(seen.length, 2 * texts.length);
    texts.forEach((text, i) => {
      const plain = JSON.stringify(text.replace('&amp;', '&'));
      assert.deepEqual(seen.slice(2 * i, 2 * i + 2), [`A${i + 1}=${plain}`, `B${i + 1}=${plain}`]);
    });
  });

  it('reads a cell the same however its tag is written', () => {
    const strings = Array.from({ length: 10 }, (_, i) => `<si><t>文${i || ''}</t></si>`).join('');
    const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    const cell = fc.record({
      row: fc.integer({ min: 0, max: 20 }),
      column: fc.integer({ min: 0, max: 800 }),
      style: fc.constantFrom('', '0', '1', '7'),
      value: fc.oneof(
        fc.record({ type: fc.constant('s'), text: fc.nat(9).map(String) }),
        fc.record({ type: fc.constant(''), text: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) }),
        fc.record({ type: fc.constant('str'), text: fc.constantFrom('', '甲', '1') }),
      ),
    });
    const attribute = (name: string, value: string): string => (value === '' ? '' : ` ${name}="${value}"`);
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 20 }), (list) => {
        const usual = list.map(
          ({ row, column, style, value }) =>
            `<c r="${toA1(row, column)}"${attribute('s', style)}${attribute('t', value.type)}><v>${value.text}</v></c>`,
        );
        const odd = list.map(
          ({ row, column, style, value }) =>
            `<c${attribute('t', value.type)}${attribute('s', style)} r = '${toA1(row, column).toLowerCase()}' ><v >${value.text}</v ></c >`,
        );
        const read = (written: readonly string[]): string[] =>
          cellsOf(`<row>${written.join('')}</row>`, { strings, styles });
        assert.deepEqual(read(usual), read(odd));
      }),
      { numRuns: 200 },
    );
  });

  it('reads prefixed parts', () => {
    const xml =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    assert.deepEqual(cells(first(read({ sheets: [{ xml }] }))), ['A1=1', 'B1="甲"']);
  });

  it('reads single quotes, blanks in tags, UTF-16', () => {
    const xml =
      "<?xml version='1.0' encoding='UTF-16'?><worksheet ><sheetData ><row r = '2' ><c r='A2' ><v >1</v ></c ></row ></sheetData ></worksheet>";
    assert.deepEqual(cells(first(read({ sheets: [{ xml }] }))), ['A2=1']);
    const parts = new Map<string, string | Uint8Array>(madeParts({}));
    parts.set(
      'tables/0.xml',
      Uint8Array.from(Array.from(`\ufeff${xml}`, (c) => c.charCodeAt(0)).flatMap((u) => [u & 255, u >> 8])),
    );
    assert.deepEqual(cells(first(readXlsx(new OfficePackage(zipOf(parts), nodeCodec)))), ['A2=1']);
  });
});

describe('xlsx: number formats', () => {
  const styles =
    '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;"/></numFmts><fonts><font><sz val="11"/></font></fonts>' +
    '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"><alignment/></xf><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="57"/><xf numFmtId="999"/><xf/></cellXfs>';
  it('come from the style: custom, built-in, East Asian', () => {
    const rows = `<row>${[0, 1, 2, 3, 4, 5, 6, 7].map((s) => `<c s="${s}"><v>1</v></c>`).join('')}</row>`;
    assert.deepEqual(cellsOf(rows, { styles }), [
      'A1=1',
      'B1=1{yyyy"年"}',
      'C1=1{yyyy/m/d}',
      'D1=1{yyyy"年"m"月"d"日"}',
      'E1=1{yyyy"年"m"月"}',
      'F1=1',
      'G1=1',
      'H1=1',
    ]);
  });
});

describe('xlsx: symbol fonts', () => {
  const styles =
    '<fonts><font><name val="宋体"/></font><font><sz val="9"/><name val="Wingdings 2"/></font><font><name val="Wingdings"/></font></fonts>' +
    '<cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>';
  const run = (font: string, text: string): string =>
    `<r><rPr><sz val="9"/><rFont val="${font}"/></rPr><t>${text}</t></r>`;
  const strings = [
    '<si><t>R是 £否 S T P</t></si>',
    `<si>${run('Wingdings 2', 'R')}${run('宋体', 'R是')}${run('Wingdings', '\uf0a8\uf0fe')}</si>`,
    `<si><r><t>£</t></r>${run('宋体', '£12')}</si>`,
    '<si><t>þ¨ýüo</t></si>',
  ].join('');
  const rows = (style: number): string =>
    `<row>${[0, 1, 2, 3].map((i) => `<c t="s" s="${style}"><v>${i}</v></c>`).join('')}</row>`;

  it('are read as the signs they show, by the font of the run', () => {
    assert.deepEqual(cellsOf(rows(0), { styles, strings }), [
      'A1="R是 £否 S T P"',
      'B1="☑R是□☑"',
      'C1="££12"',
      'D1="þ¨ýüo"',
    ]);
  });
  it('and by the font of the cell where a run has none', () => {
    assert.deepEqual(cellsOf(rows(1), { styles, strings }).slice(0, 3), [
      'A1="☑是 □否 ☒ ☒ ✓"',
      'B1="☑R是□☑"',
      'C1="□£12"',
    ]);
    assert.deepEqual(cellsOf(rows(2), { styles, strings })[3], 'D1="☑□☒✓□"');
  });
  it('also in inline text and results of formulas', () => {
    const inline = '<row><c t="inlineStr" s="1"><is><t>\uf052</t></is></c><c t="str" s="1"><f>B2</f><v>R</v></c></row>';
    assert.deepEqual(cellsOf(inline, { styles }), ['A1="☑"', 'B1="☑"=B2']);
  });
});

describe('xlsx: fonts', () => {
  it('are known with their size, where the style names both', () => {
    const styles =
      '<fonts><font><sz val="10.5"/><name val="宋体"/></font><font><name val="仿宋"/></font><font><b/><sz val="16"/><name val="黑体"/></font></fonts>' +
      '<cellXfs><xf/><xf fontId="1"/><xf fontId="2" numFmtId="14"/><xf fontId="9"/></cellXfs>';
    const rows = `<row>${[0, 1, 2, 3].map((s) => `<c s="${s}"><v>1</v></c>`).join('')}</row>`;
    const sheet = first(read({ sheets: [{ rows }], styles }));
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((column) => fontAt(sheet, 0, column)),
      [{ name: '宋体', size: 10.5 }, undefined, { name: '黑体', size: 16 }, undefined, undefined],
    );
  });
});

describe('xlsx: sheets', () => {
  it('with their names, order and visibility; all of them', () => {
    const book = read({
      sheets: [{ name: '甲&amp;乙' }, { name: '__proto__', state: 'hidden' }, { name: '丙', state: 'veryHidden' }],
    });
    assert.deepEqual(
      book.sheets.map(({ name, visibility }) => [name, visibility]),
      [
        ['甲&乙', 'visible'],
        ['__proto__', 'hidden'],
        ['丙', 'veryHidden'],
      ],
    );
  });

  it('with merges, hidden rows and columns', () => {
    const grid = first(
      read({
        sheets: [
          {
            before:
              '<dimension ref="A1:XFD1048576"/><sheetViews><sheetView/></sheetViews><cols><col min="2" max="3" hidden="1"/><col min="3" max="3" hidden="true"/><col min="5" max="5" hidden="0"/><col min="16384" max="99999" hidden="1"/></cols>',
            rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"/><row r="3" hidden="0"/><row r="4" hidden="true"/>',
            after:
              '<mergeCells count="9"><mergeCell ref="A1:B2"/><mergeCell ref="bad"/><mergeCell ref="$C$5:C9"></mergeCell></mergeCells>',
          },
        ],
      }),
    );
    assert.deepEqual(grid.merges, [
      { top: 0, left: 0, bottom: 1, right: 1 },
      { top: 4, left: 2, bottom: 8, right: 2 },
    ]);
    assert.deepEqual(grid.hiddenRows, [1, 3]);
    assert.deepEqual(grid.hiddenColumns, [1, 2, 16383]);
  });

  it('never as large as they say', () => {
    const grid = first(
      read({
        sheets: [
          { before: '<dimension ref="A1:XFD1048576"/>', rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' },
        ],
      }),
    );
    assert.deepEqual([grid.rowCount, grid.columnCount, grid.values.length], [1_048_576, 16_384, 1]);
  });

  it('and styled rows without values cost no cells', () => {
    const rows = Array.from(
      { length: 5000 },
      (_, i) => `<row r="${i + 1}" s="3" customFormat="1"><c r="A${i + 1}" s="3"/></row>`,
    ).join('');
    assert.deepEqual(cells(first(read({ sheets: [{ rows }] }))), []);
  });

  it('of both date systems', () => {
    assert.equal(read({}).date1904, false);
    assert.equal(read({ workbookPr: '<workbookPr date1904="1"/>' }).date1904, true);
    assert.deepEqual(
      cellsOf('<row><c t="d"><v>1904-01-02</v></c></row>', { workbookPr: '<workbookPr date1904="true"/>' }),
      ['A1=1{yyyy-mm-dd}'],
    );
  });

  it('of strict files', () => {
    assert.deepEqual(cellsOf('<row><c t="s"><v>0</v></c></row>', { strict: true, strings: '<si><t>甲</t></si>' }), [
      'A1="甲"',
    ]);
  });

  it('of other programs', () => {
    const grid = first(
      readXlsx(
        new OfficePackage(
          foreignWorkbook([
            ['部门名称', 1, true],
            [null, '甲\n乙'],
          ]),
          nodeCodec,
        ),
      ),
    );
    assert.deepEqual(cells(grid), ['A1="部门名称"', 'B1=1', 'C1=true', 'B2="甲\\n乙"']);
  });
});

describe('xlsx: document properties', () => {
  it('are read as text, by name', () => {
    const properties =
      '<property fmtid="{}" pid="2" name="form"><vt:lpwstr>a/b</vt:lpwstr></property><property name="__proto__"><vt:i4>3</vt:i4></property>';
    assert.deepEqual(
      [...read({ properties }).properties],
      [
        ['form', 'a/b'],
        ['__proto__', '3'],
      ],
    );
  });
  it('may be missing', () => assert.equal(read({}).properties.size, 0));
});

describe('xlsx: parts by type', () => {
  it('a workbook without package relationships is found by its content type', () => {
    const parts = madeParts({ sheets: [{ rows: '<row><c><v>1</v></c></row>' }] });
    parts.delete('_rels/.rels');
    parts.set(
      '[Content_Types].xml',
      '<Types><Override PartName="/book/main.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    );
    assert.deepEqual(cells(first(readXlsx(new OfficePackage(zipOf(parts), nodeCodec)))), ['A1=1']);
  });
  it('names of another case and with backslashes are found', () => {
    const parts = new Map(
      Array.from(madeParts({ sheets: [{ rows: '<row><c><v>1</v></c></row>' }] }), ([name, xml]) => [
        name.replace('tables/', 'TABLES\\'),
        textBytes(xml),
      ]),
    );
    assert.deepEqual(cells(first(readXlsx(new OfficePackage(zipOf(parts), nodeCodec)))), ['A1=1']);
  });
  it('chart sheets are left out', () => {
    const parts = madeParts({ sheets: [{ name: '甲' }, { name: '图' }] });
    parts.set(
      'book/_rels/main.xml.rels',
      (parts.get('book/_rels/main.xml.rels') ?? '').replace(/worksheet(" Id="s1")/, 'chartsheet$1'),
    );
    assert.deepEqual(
      readXlsx(new OfficePackage(zipOf(parts), nodeCodec)).sheets.map(({ name }) => name),
      ['甲'],
    );
  });
});
