import assert from 'node:assert/strict';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { writeXlsxValues, type ValueWrite } from '../../src/files/xlsx-values.ts';
import { cellIn, readBack } from './read-back.ts';
import { richWorkbook, unzipped, zipped, type Parts } from './rich-workbook.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
/** The sheets of the workbook written to. */
const SHEETS = ['目录', '说明'];
const WORKBOOK = 'xl/workbook.xml';

function write(parts: Parts, ...writes: [cell: string, value: string | number][]): Map<string, string> {
  return unzipped(writeXlsxValues(zipped(parts), on('目录', writes), nodeCodec).bytes);
}

function on(sheet: string, writes: [cell: string, value: string | number][]): ValueWrite[] {
  return writes.map(([cell, value]) => ({ sheetIndex: SHEETS.indexOf(sheet), cell, value }));
}

/** What becomes of the first sheet, without what does not change. */
function rowsAfter(...writes: [cell: string, value: string | number][]): string {
  return /<sheetData>(.*)<\/sheetData>/s.exec(write(richWorkbook(), ...writes).get(SHEET) ?? '')?.[1] ?? '';
}

const BEFORE = rowsAfter();

describe('values written into an xlsx', () => {
  const cases: [what: string, cell: string, value: string | number, old: string, now: string][] = [
    [
      'a number for a text',
      'B2',
      12.5,
      '<c r="B2" t="inlineStr"><is><t>人口库</t></is></c>',
      '<c r="B2"><v>12.5</v></c>',
    ],
    [
      'a text for a number, its format kept',
      'A4',
      '伍仟 <元>',
      '<c r="A4" s="2"><v>5000.5</v></c>',
      '<c r="A4" s="2" t="inlineStr"><is><t>伍仟 &lt;元&gt;</t></is></c>',
    ],
    [
      'a date as its number, its format kept',
      'C4',
      45658,
      '<c r="C4" s="1"><v>45292</v></c>',
      '<c r="C4" s="1"><v>45658</v></c>',
    ],
    [
      'what looks like a formula, as text',
      'B2',
      '=1+1',
      '<c r="B2" t="inlineStr"><is><t>人口库</t></is></c>',
      '<c r="B2" t="inlineStr"><is><t>=1+1</t></is></c>',
    ],
    [
      'white space at the ends and what XML cannot hold',
      'B2',
      ' a\u0001_x0041_\n',
      '<c r="B2" t="inlineStr"><is><t>人口库</t></is></c>',
      '<c r="B2" t="inlineStr"><is><t xml:space="preserve"> a_x0001__x005F_x0041_\n</t></is></c>',
    ],
    ['nothing', 'B2', '', '<c r="B2" t="inlineStr"><is><t>人口库</t></is></c>', '<c r="B2"/>'],
    ['nothing where nothing is', 'C2', '', '</row><row r="4"', '</row><row r="4"'],
    [
      'a missing cell at the end of its row',
      'C2',
      7,
      '<t>人口库</t></is></c></row>',
      '<t>人口库</t></is></c><c r="C2"><v>7</v></c></row>',
    ],
    [
      'a missing cell between two, with its row’s format',
      'B4',
      7,
      '<c r="C4" ',
      '<c r="B4" s="2"><v>7</v></c><c r="C4" ',
    ],
    ['a missing cell with its column’s format', 'D5', 7, '<c r="E5" ', '<c r="D5" s="1"><v>7</v></c><c r="E5" '],
    ['a missing row between two', 'A3', 7, '<row r="4" ', '<row r="3"><c r="A3"><v>7</v></c></row><row r="4" '],
    [
      'a cell of a merged block, into its top-left one',
      'C5',
      7,
      '<c r="B5" t="inlineStr"><is><t>合并</t></is></c>',
      '<c r="B5"><v>7</v></c>',
    ],
  ];
  for (const [what, cell, value, old, now] of cases) {
    it(what, () => {
      assert.ok(BEFORE.includes(old));
      // F4 is computed from A4: its result goes with the old value.
      const expected = BEFORE.replace(old, () => now).replace(cell === 'A4' ? '<v>10001</v>' : '', '');
      assert.equal(rowsAfter([cell, value]), expected);
    });
  }

  it('rows behind the last one, the sheet’s extent and the row’s spans growing with them', () => {
    const sheet = write(richWorkbook(), ['H4', 1], ['B9', 2]).get(SHEET) ?? '';
    assert.match(sheet, /<dimension ref="A1:H9"\/>/);
    assert.match(
      sheet,
      /<row r="4" s="2" customFormat="1" spans="1:8">.*<\/f><v>10001<\/v><\/c><c r="H4" s="2"><v>1<\/v><\/c><\/row>/,
    );
    assert.match(sheet, /<row r="9"><c r="B9"><v>2<\/v><\/c><\/row><\/sheetData>/);
  });

  it('leaves formulas, unknown places and values no cell can hold, and names them', () => {
    const { bytes, ...report } = writeXlsxValues(
      zipped(richWorkbook()),
      [
        ...on('目录', [
          ['F4', 1],
          ['A4', 2],
          ['ZZZ1', 3],
          ['A1', NaN],
          ['A2', 'x'.repeat(32_768)],
        ]),
        ...on('没有', [['A1', 4]]),
      ],
      nodeCodec,
    );
    assert.equal(report.written, 1);
    assert.deepEqual(
      report.skipped.map(({ sheetIndex, cell, reason }) => `${SHEETS[sheetIndex] ?? '没有'}!${cell} ${reason}`),
      ['目录!ZZZ1 no-cell', '目录!A1 value', '目录!A2 value', '没有!A1 no-cell', '目录!F4 formula'],
    );
    assert.equal(cellIn(readBack(bytes).Sheets['目录'], 'F4')?.f, 'A4*2');
  });

  it('leaves every cell of an array formula', () => {
    const parts = richWorkbook();
    const array = '<row r="7"><c r="A7"><f t="array" ref="A7:B8">1</f><v>1</v></c><c r="B7"><v>1</v></c></row>';
    parts.set(SHEET, (parts.get(SHEET) ?? '').replace('</sheetData>', `${array}</sheetData>`));
    const writes = on('目录', [
      ['A7', 2],
      ['B7', 2],
      ['B8', 2],
      ['C7', 2],
    ]);
    const { skipped } = writeXlsxValues(zipped(parts), writes, nodeCodec);
    assert.deepEqual(
      skipped.map((one) => one.cell),
      ['A7', 'B7', 'B8'],
    );
  });

  it('refuses a sheet in which a cell of another row claims to stand where it writes', () => {
    const parts = richWorkbook();
    const stray = '<row r="7"><c r="A1" t="str"><v>别处</v></c></row>';
    parts.set(SHEET, (parts.get(SHEET) ?? '').replace('</sheetData>', `${stray}</sheetData>`));
    assert.throws(() => write(parts, ['A1', 1]), { code: 'damaged' });
  });

  it('refuses a sheet that has its cells twice', () => {
    const parts = richWorkbook();
    parts.set(SHEET, (parts.get(SHEET) ?? '').replace('<sheetData>', '<sheetData/><sheetData>'));
    assert.throws(() => write(parts, ['A1', 1]), { code: 'damaged' });
  });

  it('drops the results of a whole array formula', () => {
    const parts = richWorkbook();
    const array = '<row r="7"><c r="G7"><f t="array" ref="G7:H7">A4:B4</f><v>1</v></c><c r="H7"><v>2</v></c></row>';
    parts.set(SHEET, (parts.get(SHEET) ?? '').replace('</sheetData>', `${array}</sheetData>`));
    assert.match(write(parts, ['A4', 1]).get(SHEET) ?? '', /A4:B4<\/f><\/c><c r="H7"><\/c><\/row>/);
  });

  it('changes the sheet and the order to compute, nothing else', () => {
    const before = richWorkbook();
    const after = write(before, ['A4', 6000]);
    assert.deepEqual(
      [...before].filter(([name, text]) => after.get(name) !== text).map(([name]) => name),
      [WORKBOOK, SHEET],
    );
    assert.match(after.get(WORKBOOK) ?? '', /<calcPr fullCalcOnLoad="1" calcId="191029"\/>/);
  });

  const orders: [what: string, edit: (workbook: string) => string, expected: RegExp][] = [
    [
      'added where there is none',
      (xml) => xml.replace(/<calcPr[^>]*>/, ''),
      /<\/definedNames><calcPr fullCalcOnLoad="1"\/><\/workbook>/,
    ],
    [
      'set where it is off',
      (xml) => xml.replace('calcId=', 'fullCalcOnLoad="0" calcId='),
      /<calcPr fullCalcOnLoad="1" calcId=/,
    ],
  ];
  for (const [what, edit, expected] of orders) {
    it(`the order to compute is ${what}`, () => {
      const parts = richWorkbook();
      parts.set(WORKBOOK, edit(parts.get(WORKBOOK) ?? ''));
      assert.match(write(parts, ['A4', 1]).get(WORKBOOK) ?? '', expected);
    });
  }

  it('orders no computing where there is no formula', () => {
    const parts = richWorkbook();
    parts.set(SHEET, (parts.get(SHEET) ?? '').replace('<f>A4*2</f>', ''));
    assert.equal(write(parts, ['A4', 1]).get(WORKBOOK), parts.get(WORKBOOK));
  });

  const layouts: [what: string, rows: string, now: string][] = [
    ['self-closing sheetData', '<sheetData/>', '<sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>'],
    [
      'a self-closing row',
      '<sheetData><row r="2"/></sheetData>',
      '<sheetData><row r="2"><c r="B2"><v>1</v></c></row></sheetData>',
    ],
    [
      'rows and cells that do not say where they are',
      '<sheetData><row><c><v>5</v></c></row><row><c/><c><v>6</v></c><c/></row></sheetData>',
      '<sheetData><row><c><v>5</v></c></row><row><c/><c><v>1</v></c><c/></row></sheetData>',
    ],
  ];
  for (const [what, rows, now] of layouts) {
    it(`into ${what}`, () => {
      const parts = richWorkbook();
      parts.set(SHEET, (parts.get(SHEET) ?? '').replace(/<sheetData>.*<\/sheetData>/s, rows));
      assert.ok((write(parts, ['B2', 1]).get(SHEET) ?? '').includes(now));
    });
  }

  it('into prefixed parts', () => {
    const parts = richWorkbook();
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    parts.set(SHEET, `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="2"></x:row></x:sheetData></x:worksheet>`);
    assert.match(
      write(parts, ['B2', '文'], ['A3', 1]).get(SHEET) ?? '',
      /<x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>文<\/x:t><\/x:is><\/x:c><\/x:row><x:row r="3"><x:c r="A3"><x:v>1<\/x:v><\/x:c><\/x:row><\/x:sheetData>/,
    );
  });

  it('drops the results of formulas that may have changed with the values, and no others', () => {
    const parts = richWorkbook();
    const formulas: [formula: string, kept: boolean][] = [
      ['A4+1', false],
      ['SUM($A$1:B9)', false],
      ['IF(目录!A4>1,"是","否")', false],
      ["'目录'!A4", false],
      ['G1*2', false],
      ['B7+G2', true],
      ['选项', false],
      ['INDIRECT("A4")', false],
      ['SUM(A:A)', false],
      ['表1[部门]', false],
      ['1+1', true],
      ['SUM(B1:C9)', true],
      ['说明!A4', true],
      ['LEN("A4")', true],
      ['LOG10(B4)', true],
    ];
    const rows = formulas.map(
      ([formula], i) =>
        `<row r="${String(i + 21)}"><c r="H${String(i + 21)}"><f>${formula.replaceAll('"', '&quot;').replaceAll('>', '&gt;')}</f><v>1</v></c></row>`,
    );
    const chain = '<c r="G1"><f>A4</f><v>1</v></c>';
    const sheet = (parts.get(SHEET) ?? '').replace('</c></row><row r="2"', `</c>${chain}</row><row r="2"`);
    parts.set(SHEET, sheet.replace('</sheetData>', `${rows.join('')}</sheetData>`));
    const read = readBack(writeXlsxValues(zipped(parts), on('目录', [['A4', 1]]), nodeCodec).bytes).Sheets['目录'];
    const kept = formulas.map(([formula], i) => [formula, cellIn(read, `H${String(i + 21)}`)?.v === 1]);
    assert.deepEqual(
      kept,
      formulas.map(([formula, isKept]) => [formula, isKept]),
    );
  });

  it('go into the right one of two sheets of one name, and leave no stale result in either', () => {
    const parts = richWorkbook();
    const SECOND = 'xl/worksheets/sheet2.xml';
    parts.set(WORKBOOK, (parts.get(WORKBOOK) ?? '').replace('name="说明"', 'name="目录"'));
    const cell = (name: string, formula: string): string => `<c r="${name}"><f>${formula}</f><v>1</v></c>`;
    const row = `<row r="30">${cell('A30', 'A1')}${cell('B30', '目录!A1')}${cell('C30', 'A2')}</row>`;
    for (const name of [SHEET, SECOND]) {
      parts.set(name, (parts.get(name) ?? '').replace('</sheetData>', `${row}</sheetData>`));
    }
    for (const [sheetIndex, part, other] of [
      [0, SHEET, SECOND],
      [1, SECOND, SHEET],
    ] as const) {
      const { bytes } = writeXlsxValues(zipped(parts), [{ sheetIndex, cell: 'A1', value: 4711 }], nodeCodec);
      const after = unzipped(bytes);
      assert.match(after.get(part) ?? '', /<c r="A1"[^>]*><v>4711<\/v>/);
      assert.doesNotMatch(after.get(other) ?? '', /4711/);
      for (const name of [part, other]) {
        assert.match(after.get(name) ?? '', /<c r="B30"><f>目录!A1<\/f><\/c><c r="C30"><f>A2<\/f><v>1<\/v><\/c>/);
      }
      assert.match(after.get(part) ?? '', /<c r="A30"><f>A1<\/f><\/c>/);
    }
  });

  it('drops the results of very many formulas', () => {
    const parts = richWorkbook();
    const rows = Array.from({ length: 150_000 }, (_, i) => {
      const row = String(i + 21);
      return `<row r="${row}"><c r="H${row}"><f>A4</f><v>1</v></c></row>`;
    });
    parts.set(SHEET, (parts.get(SHEET) ?? '').replace('</sheetData>', `${rows.join('')}</sheetData>`));
    const { skipped, bytes } = writeXlsxValues(zipped(parts), on('目录', [['A4', 1]]), nodeCodec);
    assert.deepEqual(skipped, []);
    assert.doesNotMatch(unzipped(bytes).get(SHEET) ?? '', /<f>A4<\/f><v>/);
  });

  describe('with formulas that somebody has typed', () => {
    const typed = (
      parts: Parts,
      writes: readonly Omit<ValueWrite, 'sheetIndex'>[],
      results: readonly Omit<ValueWrite, 'sheetIndex'>[] = [],
    ): { readonly parts: Map<string, string>; readonly skipped: readonly string[] } => {
      const onFirst = <T>(one: T): T & { sheetIndex: number } => ({ ...one, sheetIndex: 0 });
      const { bytes, skipped } = writeXlsxValues(zipped(parts), writes.map(onFirst), nodeCodec, results.map(onFirst));
      return { parts: unzipped(bytes), skipped: skipped.map(({ cell, reason }) => `${cell} ${reason}`) };
    };
    const withRow7 = (cells: string): Map<string, string> => {
      const parts = richWorkbook();
      parts.set(SHEET, (parts.get(SHEET) ?? '').replace('</sheetData>', `<row r="7">${cells}</row></sheetData>`));
      return parts;
    };

    const contents: [what: string, write: Omit<ValueWrite, 'sheetIndex'>, cell: string][] = [
      ['a number', { cell: 'D5', formula: 'A4*3', value: 15001.5 }, '<c r="D5" s="1"><f>A4*3</f><v>15001.5</v></c>'],
      [
        'a text',
        { cell: 'D5', formula: 'A2&"<"', value: ' 公安局<' },
        '<c r="D5" s="1" t="str"><f>A2&amp;"&lt;"</f><v> 公安局&lt;</v></c>',
      ],
      [
        'a truth value',
        { cell: 'D5', formula: 'A4>1', value: true },
        '<c r="D5" s="1" t="b"><f>A4&gt;1</f><v>1</v></c>',
      ],
      ['nothing yet', { cell: 'D5', formula: 'ifna(A4,1)', value: '' }, '<c r="D5" s="1"><f>_xlfn.IFNA(A4,1)</f></c>'],
    ];
    for (const [what, write, cell] of contents) {
      it(`that come to ${what}`, () => {
        const { parts, skipped } = typed(richWorkbook(), [write]);
        assert.deepEqual(skipped, []);
        assert.ok((parts.get(SHEET) ?? '').includes(cell));
        assert.match(parts.get(WORKBOOK) ?? '', /fullCalcOnLoad="1"/);
      });
    }

    it('leaves those out with which the file might not open', () => {
      const { skipped } = typed(richWorkbook(), [
        { cell: 'D5', formula: 'SUM(A1', value: 1 },
        { cell: 'D6', formula: '没有!A1', value: 1 },
        { cell: 'D7', formula: `1${'+1'.repeat(5000)}`, value: 1 },
      ]);
      assert.deepEqual(skipped, ['D5 not-a-formula', 'D6 not-a-formula', 'D7 value']);
    });

    it('in place of a value and of another formula, but not of an array formula', () => {
      const array = '<c r="A7"><f t="array" ref="A7:B7">1</f><v>1</v></c><c r="B7"><v>1</v></c>';
      const { parts, skipped } = typed(withRow7(array), [
        { cell: 'A4', formula: '1+1', value: 2, overFormula: true },
        { cell: 'F4', value: 7, overFormula: true },
        { cell: 'A7', value: 7, overFormula: true },
        { cell: 'B7', formula: '2', value: 2, overFormula: true },
      ]);
      assert.deepEqual(skipped, ['A7 formula', 'B7 formula']);
      const sheet = parts.get(SHEET) ?? '';
      assert.ok(sheet.includes('<c r="A4" s="2"><f>1+1</f><v>2</v></c>') && sheet.includes('<c r="F4"><v>7</v></c>'));
    });

    it('leave others the formula that they shared with the cell', () => {
      const shared =
        '<c r="A7"><f t="shared" ref="A7:C7" si="0">A4*$A$1</f><v>1</v></c><c r="B7"><f t="shared" si="0"/><v>2</v></c><c r="C7"><f t="shared" si="0"/></c>' +
        '<c r="D7"><f t="shared" ref="D7:E7" si="1">D1</f></c><c r="E7"><f t="shared" si="1"/></c>';
      const { parts } = typed(withRow7(shared), [{ cell: 'A7', value: 5, overFormula: true }]);
      assert.match(
        parts.get(SHEET) ?? '',
        /<c r="A7"><v>5<\/v><\/c><c r="B7"><f>B4\*\$A\$1<\/f><v>2<\/v><\/c><c r="C7"><f>C4\*\$A\$1<\/f><\/c><c r="D7"><f t="shared" ref="D7:E7" si="1">D1<\/f><\/c>/,
      );
    });

    it('store what other formulas come to by now, and nothing where that is not known', () => {
      const cells =
        '<c r="A7"><f>A4&amp;"元"</f><v>1</v></c><c r="B7" t="str"><f>A4*3</f><v>x</v></c><c r="C7" t="b"><f>A4&gt;1</f><v>1</v></c><c r="D7"><f>A4</f><v>1</v></c>';
      const { parts } = typed(
        withRow7(cells),
        [{ cell: 'A4', value: 2 }],
        [
          { cell: 'A7', value: '2元' },
          { cell: 'B7', value: 6 },
          { cell: 'C7', value: false },
          { cell: 'A2', value: 'no formula' },
        ],
      );
      assert.match(
        parts.get(SHEET) ?? '',
        /<c t="str" r="A7"><f>A4&amp;"元"<\/f><v>2元<\/v><\/c><c r="B7" t="n"><f>A4\*3<\/f><v>6<\/v><\/c><c r="C7" t="b"><f>A4&gt;1<\/f><v>0<\/v><\/c><c r="D7"><f>A4<\/f><\/c>/,
      );
    });

    it('take the order of computing away, which no longer holds', () => {
      const parts = richWorkbook();
      const RELATIONSHIPS = 'xl/_rels/workbook.xml.rels';
      const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain';
      const chain = `<Relationship Id="rId9" Type="${type}" Target="calcChain.xml"/></Relationships>`;
      parts.set(RELATIONSHIPS, (parts.get(RELATIONSHIPS) ?? '').replace('</Relationships>', chain));
      parts.set('xl/calcChain.xml', '<calcChain><c r="F4" i="1"/></calcChain>');
      const after = typed(parts, [{ cell: 'F4', value: 1, overFormula: true }]).parts;
      assert.equal(after.has('xl/calcChain.xml'), false);
      assert.doesNotMatch(after.get(RELATIONSHIPS) ?? '', /calcChain/);
      assert.ok(typed(parts, [{ cell: 'A4', value: 1 }]).parts.has('xl/calcChain.xml'));
    });
  });
});
