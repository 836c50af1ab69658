import assert from 'node:assert/strict';
import * as XLSX from 'xlsx';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { TagScanner } from '../../src/files/tags.ts';
import { flagXlsx, unflagXlsx } from '../../src/files/xlsx-flag.ts';
import { writeXlsxValues } from '../../src/files/xlsx-values.ts';
import type { Mark, MarksPlan } from '../../src/marks/plan.ts';
import { MARK_COLOURS, type MarkSeverity } from '../../src/marks/signature.ts';
import { fromA1 } from '../../src/sheets/address.ts';
import { notesIn } from './read-back.ts';
import { richWorkbook, unzipped, zipped, type Parts } from './rich-workbook.ts';

/** `['B2', 'error', 'text']` marks; no text: coloured only. */
function sheetPlan(
  sheet: string,
  marks: [cell: string, severity: MarkSeverity, note?: string][],
): MarksPlan['sheets'][0] {
  const made = marks.map(([cell, severity, note]): Mark => {
    const at = fromA1(cell);
    assert.ok(at);
    return { ...at, severity, colour: MARK_COLOURS[severity], note: note ?? null };
  });
  return { sheetIndex: sheet === '目录' ? 0 : 1, sheet, marks: made, withoutNote: 0 };
}

const PLAN: MarksPlan = {
  sheets: [
    sheetPlan('目录', [
      ['A2', 'error', '错误：甲 <&> _x0041_'],
      ['B2', 'warning', '警告：乙\n依据：说明6'],
      ['C4', 'warning', '警告：丙'],
      ['C5', 'error', '错误：合并格'],
      ['E5', 'error', '错误：线程'],
      ['F6', 'error'],
    ]),
    sheetPlan('说明', [['A3', 'error', '错误：缺']]),
  ],
};

/** A note without a colour, as at a changed cell. */
const NOTE_ONLY: MarksPlan = {
  sheets: [
    {
      sheetIndex: 0,
      sheet: '目录',
      marks: [{ row: 1, column: 1, severity: null, colour: null, note: '原为“1”' }],
      withoutNote: 0,
    },
  ],
};

function flag(parts: Parts, plan = PLAN): Map<string, string> {
  return unzipped(flagXlsx(zipped(parts), plan, nodeCodec).bytes);
}

/** `before` with texts put in, nothing taken out: each piece between differences is found in order. */
function isSubsequence(before: string, after: string): boolean {
  let at = 0;
  for (const character of before) {
    at = after.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function assertWellFormed(parts: Parts): void {
  for (const [name, text] of parts) {
    if (name.endsWith('.vml') && text.includes('<br>')) continue;
    const scanner = new TagScanner(new TextEncoder().encode(text));
    assert.doesNotThrow(() => {
      while (scanner.next());
    }, name);
  }
}

describe('the flagged copy of an xlsx', () => {
  const before = richWorkbook();
  const after = flag(before);

  it('changes only the parts that must change', () => {
    const changed = [...before].filter(([name, text]) => after.get(name) !== text).map(([name]) => name);
    assert.deepEqual(changed, [
      '[Content_Types].xml',
      'xl/styles.xml',
      'xl/worksheets/sheet1.xml',
      'xl/worksheets/sheet2.xml',
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
    ]);
    assert.deepEqual(
      [...after.keys()].filter((name) => !before.has(name)),
      ['xl/drawings/vmlDrawing3.vml', 'xl/worksheets/_rels/sheet2.xml.rels', 'xl/comments2.xml'],
    );
  });

  it('only adds to them, save priorities and counts', () => {
    const neutral = (text: string): string => text.replace(/ (priority|count)="\d+"/g, ' $1="#"');
    for (const [name, text] of before) assert.ok(isSubsequence(neutral(text), neutral(after.get(name) ?? '')), name);
    assertWellFormed(after);
  });

  it('copies the other entries as they are packed', () => {
    const bytes = zipped(before);
    const copy = flagXlsx(bytes, { sheets: [] }, nodeCodec);
    assert.deepEqual(copy.bytes, bytes);
  });

  it('colours cells above all other conditional formats, without stopping them', () => {
    const sheet = after.get('xl/worksheets/sheet1.xml') ?? '';
    const rules = [...sheet.matchAll(/<(?:x14:)?cfRule type="(\w+)"[^>]*priority="(\d+)"/g)].map(
      (m) => `${m[1] ?? ''} ${m[2] ?? ''}`,
    );
    assert.deepEqual(rules, ['duplicateValues 3', 'expression 5', 'expression 1', 'expression 2', 'expression 4']);
    assert.match(
      sheet,
      /<conditionalFormatting sqref="A2 B5 E5 F6"><cfRule type="expression" dxfId="1" priority="1"><formula>N\("tianbao:error"\)=0<\/formula><\/cfRule><\/conditionalFormatting><conditionalFormatting sqref="B2 C4"><cfRule type="expression" dxfId="2" priority="2"><formula>N\("tianbao:warning"\)=0<\/formula><\/cfRule><\/conditionalFormatting><dataValidations /,
    );
    assert.match(
      after.get('xl/styles.xml') ?? '',
      /<dxfs count="3"><dxf><font><b\/><\/font><\/dxf><dxf><fill>.*FFFFC7CE.*FFFFEB9C.*<\/dxfs>/,
    );
  });

  it('puts notes at the right cells, behind what was there, and leaves threads alone', () => {
    const copy = flagXlsx(zipped(before), PLAN, nodeCodec);
    const { E5: thread, ...notes } = notesIn(copy.bytes, '目录');
    assert.ok(thread !== undefined);
    assert.match(after.get('xl/comments1.xml') ?? '', /<text><t>\[线程批注\]<\/t><\/text>/);
    assert.deepEqual(notes, {
      A2: '张三:\n请核对 <部门> & 单位\n【填报助手】\n错误：甲 <&> _x0041_',
      B2: '【填报助手】\n警告：乙\n依据：说明6',
      C4: '只有一段\n【填报助手】\n警告：丙',
      B5: '【填报助手】\n错误：合并格',
    });
    assert.deepEqual(notesIn(copy.bytes, '说明'), { A3: '【填报助手】\n错误：缺' });
    assert.deepEqual(copy.withoutNote, [{ sheetIndex: 0, sheet: '目录', cells: ['E5'] }]);
  });

  it('gives every new note a box of its own', () => {
    const drawing = after.get('xl/drawings/vmlDrawing1.vml') ?? '';
    const ids = [...drawing.matchAll(/id="_x0000_s(\d+)"/g)].map((match) => Number(match[1]));
    assert.deepEqual(ids, [1025, 1026, 1027, 1028, 1029, 1030]);
    const made = after.get('xl/drawings/vmlDrawing3.vml') ?? '';
    assert.match(made, /data="3".*id="_x0000_s3073".*<x:Row>2<\/x:Row><x:Column>0<\/x:Column>/);
    assert.match(
      after.get('xl/worksheets/sheet2.xml') ?? '',
      /<\/conditionalFormatting><pageMargins [^>]*><legacyDrawing xmlns:r="[^"]*" r:id="rId1"\/><\/worksheet>$/,
    );
  });

  it('flags twice as it flags once, also with another plan between', () => {
    const once = flagXlsx(zipped(before), PLAN, nodeCodec).bytes;
    const other = { sheets: [sheetPlan('目录', [['D9', 'warning', '别的']])] };
    assert.deepEqual(unzipped(flagXlsx(once, PLAN, nodeCodec).bytes), after);
    const between = flagXlsx(once, other, nodeCodec).bytes;
    assert.deepEqual(unzipped(flagXlsx(between, PLAN, nodeCodec).bytes), after);
  });

  it('gives the very same parts back when the flags are taken away', () => {
    const flagged = flagXlsx(zipped(before), PLAN, nodeCodec).bytes;
    const bytes = unflagXlsx(flagged, nodeCodec);
    assert.ok(bytes);
    assert.deepEqual(unzipped(bytes), before);
    assert.equal(unflagXlsx(bytes, nodeCodec), undefined);
  });

  it('takes its flags away where a broken file has no list of types', () => {
    const parts = richWorkbook();
    parts.delete('[Content_Types].xml');
    const plan = { sheets: [sheetPlan('目录', [['A2', 'error', '错误：甲']])] };
    const bare = unflagXlsx(flagXlsx(zipped(parts), plan, nodeCodec).bytes, nodeCodec);
    assert.ok(bare);
    assert.deepEqual(unzipped(bare), parts);
  });

  it('puts a note without a colour where a plan has none, and takes it away again', () => {
    const { bytes } = flagXlsx(zipped(before), NOTE_ONLY, nodeCodec);
    assert.equal(notesIn(bytes, '目录').B2, '【填报助手】\n原为“1”');
    const parts = unzipped(bytes);
    assert.equal(parts.get('xl/styles.xml'), before.get('xl/styles.xml'));
    assert.doesNotMatch(parts.get('xl/worksheets/sheet1.xml') ?? '', /tianbao:/);
    const bare = unflagXlsx(bytes, nodeCodec);
    assert.ok(bare);
    assert.deepEqual(unzipped(bare), before);
  });

  it('is not made by a plan for a sheet that the file does not have', () => {
    const sheets = [{ ...sheetPlan('没有', [['A1', 'error', '错']]), sheetIndex: 2 }];
    assert.throws(() => flagXlsx(zipped(before), { sheets }, nodeCodec), RangeError);
  });

  it('has its flags in the right one of two sheets of one name, which a broken file may have', () => {
    const workbook = before.get('xl/workbook.xml') ?? '';
    const parts = new Map([...before, ['xl/workbook.xml', workbook.replace('name="说明"', 'name="目录"')]]);
    for (const [sheetIndex, part, other] of [
      [0, 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'],
      [1, 'xl/worksheets/sheet2.xml', 'xl/worksheets/sheet1.xml'],
    ] as const) {
      const flagged = flag(parts, { sheets: [{ ...sheetPlan('目录', [['A1', 'error', '错']]), sheetIndex }] });
      assert.match(flagged.get(part) ?? '', /tianbao:error/);
      assert.equal(flagged.get(other), before.get(other));
    }
  });

  it('keeps macros, grouped rows and the pictures that WPS puts in cells', () => {
    const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
    const MACROS = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
    const types = before.get('[Content_Types].xml') ?? '';
    const sheet = before.get('xl/worksheets/sheet1.xml') ?? '';
    assert.ok(types.includes(MAIN));
    const picture =
      '<row r="9" outlineLevel="1"><c r="A9" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c></row>';
    const parts = new Map([
      ...before,
      ['[Content_Types].xml', types.replace(MAIN, MACROS)],
      ['xl/worksheets/sheet1.xml', sheet.replace('</sheetData>', `${picture}</sheetData>`)],
      ['xl/vbaProject.bin', 'VBA'],
      ['xl/cellimages.xml', '<etc:cellImages xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"/>'],
    ]);
    const flagged = flag(parts);
    assert.ok(flagged.get('[Content_Types].xml')?.includes(MACROS));
    assert.ok(flagged.get('xl/worksheets/sheet1.xml')?.includes(picture));
    for (const name of ['xl/vbaProject.bin', 'xl/cellimages.xml']) assert.equal(flagged.get(name), parts.get(name));
  });

  it('is not made of a signed workbook: nothing is changed there', () => {
    const signed = zipped(new Map([...before, ['_xmlsignatures/origin.sigs', '']]));
    const isSigned = { name: 'FileError', code: 'signed' };
    assert.throws(() => flagXlsx(signed, PLAN, nodeCodec), isSigned);
    assert.throws(() => writeXlsxValues(signed, [{ sheetIndex: 0, cell: 'A4', value: 7 }], nodeCodec), isSigned);
    assert.equal(unflagXlsx(signed, nodeCodec), undefined);
    const signedWithFlags = zipped(new Map([...after, ['_xmlsignatures/origin.sigs', '']]));
    assert.throws(() => unflagXlsx(signedWithFlags, nodeCodec), isSigned);
  });
});

describe('the flagged copy of other writers’ files', () => {
  const change = (edits: Record<string, (text: string) => string | undefined>): Map<string, string> => {
    const parts = richWorkbook();
    for (const [name, edit] of Object.entries(edits)) {
      const text = edit(parts.get(name) ?? '');
      if (text === undefined) parts.delete(name);
      else parts.set(name, text);
    }
    return parts;
  };
  const prefixed = (text: string): string =>
    text.replace(/<(\/?)(?=[a-zA-Z])(?![\w]+:)/g, '<$1x:').replace(/ xmlns="/, ' xmlns:x="');
  const strict = (text: string): string =>
    text
      .replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      );
  const all = (edit: (text: string) => string): Map<string, string> =>
    new Map([...richWorkbook()].map(([name, text]) => [name, edit(text)]));
  const main = [...richWorkbook().keys()].filter((name) =>
    /workbook\.xml$|sheet\d\.xml$|styles\.xml$|comments\d\.xml$/.test(name),
  );
  const withoutFormats = {
    'xl/worksheets/sheet1.xml': (text: string) => text.replaceAll(' dxfId="0"', ''),
  };
  const variants: [what: string, parts: Map<string, string>][] = [
    ['with prefixed elements', change(Object.fromEntries(main.map((name) => [name, prefixed])))],
    ['in strict namespaces', all(strict)],
    [
      'without styles',
      change({
        ...withoutFormats,
        'xl/styles.xml': () => undefined,
        'xl/_rels/workbook.xml.rels': (text) => text.replace(/<Relationship Id="rId3"[^>]*>/, ''),
        '[Content_Types].xml': (text) => text.replace(/<Override PartName="\/xl\/styles.xml"[^>]*>/, ''),
      }),
    ],
    [
      'with an empty list of formats',
      change({ ...withoutFormats, 'xl/styles.xml': (text) => text.replace(/<dxfs.*<\/dxfs>/, '<dxfs count="0"/>') }),
    ],
    [
      'without a list of formats',
      change({ ...withoutFormats, 'xl/styles.xml': (text) => text.replace(/<dxfs.*<\/dxfs>/, '') }),
    ],
    [
      'with self-closing sheetData',
      change({ 'xl/worksheets/sheet2.xml': (text) => text.replace(/<sheetData>.*<\/sheetData>/, '<sheetData/>') }),
    ],
    [
      'with single quotes',
      change({ 'xl/worksheets/sheet1.xml': (text) => text.replace(/ (sqref|priority|ref)="([^"]*)"/g, " $1='$2'") }),
    ],
    ['with an empty note', change({ 'xl/comments1.xml': (text) => text.replace('<t>只有一段</t>', '<t/>') })],
    [
      'with a note of no text',
      change({ 'xl/comments1.xml': (text) => text.replace('<text><t>只有一段</t></text>', '<text/>') }),
    ],
  ];
  for (const [what, parts] of variants) {
    it(`${what}: notes and colours stand, flagging twice is flagging once, and they come off again`, () => {
      const { bytes } = flagXlsx(zipped(parts), PLAN, nodeCodec);
      const flagged = unzipped(bytes);
      assertWellFormed(flagged);
      // SheetJS finds no notes in strict files.
      if (!what.includes('strict')) {
        assert.equal(notesIn(bytes, '目录').B2, '【填报助手】\n警告：乙\n依据：说明6');
        assert.equal(notesIn(bytes, '说明').A3, '【填报助手】\n错误：缺');
      }
      assert.match(
        flagged.get('xl/comments1.xml') ?? '',
        /ref="B2" authorId="2">.*【填报助手】\n警告：乙\n依据：说明6</,
      );
      assert.match(flagged.get('xl/comments2.xml') ?? '', /ref="A3" authorId="0">.*【填报助手】\n错误：缺</);
      for (const sheet of ['sheet1', 'sheet2']) {
        assert.match(
          flagged.get(`xl/worksheets/${sheet}.xml`) ?? '',
          /priority="1"><(x:)?formula>N\("tianbao:error"\)=0</,
        );
      }
      assert.deepEqual(unzipped(flagXlsx(bytes, PLAN, nodeCodec).bytes), flagged);
      const stripped = unflagXlsx(bytes, nodeCodec);
      assert.ok(stripped);
      assert.deepEqual(unzipped(stripped), parts);
    });
  }

  it('made by SheetJS', () => {
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['部门'], ['公安局']]), '说明');
    const written: unknown = XLSX.write(book, { type: 'array', bookType: 'xlsx' });
    assert.ok(written instanceof ArrayBuffer);
    const source = new Uint8Array(written);
    const copy = flagXlsx(
      source,
      { sheets: [{ ...sheetPlan('说明', [['A2', 'error', '错']]), sheetIndex: 0 }] },
      nodeCodec,
    );
    assert.deepEqual(notesIn(copy.bytes, '说明'), { A2: '【填报助手】\n错' });
    assertWellFormed(unzipped(copy.bytes));
  });

  it('keeps two blocks of shape ids apart when notes are many', () => {
    const marks = Array.from({ length: 1500 }, (_, i): [string, MarkSeverity, string] => [
      `A${String(i + 10)}`,
      'error',
      '错',
    ]);
    const parts = richWorkbook();
    const flagged = flag(parts, { sheets: [sheetPlan('目录', marks)] });
    const drawing = flagged.get('xl/drawings/vmlDrawing1.vml') ?? '';
    const ids = [...drawing.matchAll(/id="_x0000_s(\d+)"/g)].map((match) => Number(match[1]));
    assert.equal(new Set(ids).size, 1504);
    assert.deepEqual([...new Set(ids.map((id) => Math.floor(id / 1024)))], [1, 3]);
    assert.match(drawing, /<o:idmap v:ext="edit" data="1,3"\/>/);
    const stripped = unflagXlsx(zipped(flagged), nodeCodec);
    assert.ok(stripped);
    assert.deepEqual(unzipped(stripped), parts);
  });

  it('splits scattered cells over blocks of a thousand ranges', () => {
    const marks = Array.from({ length: 2500 }, (_, i): [string, MarkSeverity] => [`A${String(2 * i + 1)}`, 'error']);
    const sheet = flag(richWorkbook(), { sheets: [sheetPlan('说明', marks)] }).get('xl/worksheets/sheet2.xml') ?? '';
    const sizes = [...sheet.matchAll(/sqref="([^"]*)"/g)].map((match) => match[1]?.split(' ').length);
    assert.deepEqual(sizes, [1000, 1000, 500]);
  });
});
