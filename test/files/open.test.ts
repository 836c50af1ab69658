import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BookType } from 'xlsx';
import { FileError } from '../../src/files/file-error.ts';
import { openWorkbook, type OpenedWorkbook } from '../../src/files/open.ts';
import { cellAtIndex, textAt, type Grid } from '../../src/sheets/grid.ts';
import { foreignWorkbook } from './foreign-workbook.ts';
import { madeParts, madeWorkbook, zipOf, type MadeWorkbook } from './made-workbook.ts';
import { readingPlatform } from './reading-platform.ts';
import { joined, textBytes } from './zip-bytes.ts';

const open = (bytes: Uint8Array, name = '表.xlsx'): Promise<OpenedWorkbook> =>
  openWorkbook(bytes, name, readingPlatform);

const firstSheet = async (bytes: Uint8Array, name?: string): Promise<Grid | undefined> =>
  (await open(bytes, name)).workbook.sheets[0];

async function refusal(bytes: Uint8Array): Promise<FileError | undefined> {
  try {
    await open(bytes);
    return undefined;
  } catch (error) {
    // A refusal of last resort means that a reader has met something it does not know of.
    if (error instanceof FileError && error.params.detail !== 'unexpected') return error;
    throw error;
  }
}

const binary = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const padded = (text: string): Uint8Array => joined(binary(text), new Uint8Array(64));
const wide = (text: string): string => Array.from(text, (character) => `${character}\0`).join('');

/** A compound file with one directory entry of this name, where such entries stand. */
function ole2(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set(binary('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'));
  bytes.set(binary(wide(stream)), 1024 + 128);
  return bytes;
}

const small: MadeWorkbook = {
  strings: '<si><t>甲</t></si><si><r><t>a</t></r></si>',
  styles: '<fonts><font><name val="Wingdings"/></font></fonts><cellXfs><xf numFmtId="14" fontId="0"/></cellXfs>',
  properties: '<property name="form"><lpwstr>x</lpwstr></property>',
  sheets: [
    {
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><f>1+1</f><v>2</v></c><c r="C1" t="inlineStr"><is><t>乙</t></is></c></row>',
      after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    },
  ],
};

describe('opening any file', () => {
  it('judges by the content, not by the name', async () => {
    assert.equal((await firstSheet(madeWorkbook(small), 'x.csv'))?.name, 'S0');
    assert.equal((await firstSheet(textBytes('a,b'), 'folder/目录.v2.xlsx'))?.name, '目录.v2');
  });

  const formats: readonly (readonly [BookType, string])[] = [
    ['xlsx', 'xlsx'],
    ['xlsm', 'xlsx'],
    ['biff8', 'xls'],
    ['xlsb', 'xlsb'],
    ['ods', 'ods'],
  ];
  for (const [type, format] of formats) {
    it(`reads ${type} by another program as ${format}`, async () => {
      const opened = await open(foreignWorkbook([['部门名称', 1.5, true], [], [null, '县“局”']], type), '表.xlsx');
      const [grid] = opened.workbook.sheets;
      assert.equal(opened.format, format);
      assert.deepEqual(grid && Array.from(grid.columns, (_, i) => cellAtIndex(grid, i).value), [
        '部门名称',
        1.5,
        true,
        '县“局”',
      ]);
    });
  }

  const refused: readonly (readonly [string, Uint8Array, string, string?])[] = [
    ['an empty file', new Uint8Array(0), 'empty-file'],
    ['an encrypted workbook', ole2('EncryptedPackage'), 'encrypted'],
    ['an old document', ole2('WordDocument'), 'not-a-workbook', 'doc'],
    ['a compound file', ole2('Other'), 'not-a-workbook', 'ole2'],
    ['a document', zipOf(new Map([['word/document.xml', '<x/>']])), 'not-a-workbook', 'docx'],
    ['an archive', zipOf(new Map([['readme.txt', 'x']])), 'not-a-workbook', 'zip'],
    ['an empty archive', zipOf(new Map()), 'not-a-workbook', 'zip'],
    ['a PDF', padded('%PDF-1.7\n'), 'not-a-workbook', 'pdf'],
    ['a PNG', padded('\x89PNG\r\n\x1a\n'), 'not-a-workbook', 'image'],
    ['a JPEG', padded('\xff\xd8\xff\xe0'), 'not-a-workbook', 'image'],
    ['a RAR', padded('Rar!\x1a\x07'), 'not-a-workbook', 'archive'],
    ['a program', padded('MZ\x90'), 'not-a-workbook', 'program'],
    [
      'a web page',
      textBytes('\ufeff\n <html xmlns="x"><table><tr><td>1</td></tr></table></html>'),
      'not-a-workbook',
      'html',
    ],
    ['a table of a web page', textBytes('<table border=1>'), 'not-a-workbook', 'html'],
    ['XML', textBytes('<?xml version="1.0"?><Workbook/>'), 'not-a-workbook', 'xml'],
    ['JSON', textBytes('{"a": 1}'), 'not-a-workbook', 'json'],
    ['RTF', textBytes('{\\rtf1\\ansi}'), 'not-a-workbook', 'rtf'],
    ['binary data', Uint8Array.from({ length: 300 }, (_, i) => (i * 7) % 256), 'not-a-workbook', 'binary'],
  ];
  for (const [what, bytes, code, looksLike] of refused) {
    it(`refuses ${what}: ${code}${looksLike === undefined ? '' : ` ${looksLike}`}`, async () => {
      const error = await refusal(bytes);
      assert.deepEqual([error?.code, error?.params.looksLike], [code, looksLike]);
    });
  }

  it('reads the texts of the oldest workbooks in the code page that they name', async () => {
    const bytes = foreignWorkbook([['ABCDEFGH']], 'biff5');
    const latin = String.fromCharCode(...bytes);
    const codepage = latin.indexOf('\x42\0\x02\0');
    bytes.set([0xa8, 0x03], codepage + 4);
    bytes.set([0xb2, 0xbf, 0xc3, 0xc5, 0xc3, 0xfb, 0xb3, 0xc6], latin.indexOf('ABCDEFGH'));
    const grid = await firstSheet(bytes, '表.xls');
    assert.equal(grid && textAt(grid, 0, 0), '部门名称');
  });

  const texts: readonly (readonly [string, string])[] = [
    ['a text that begins like a picture', 'BMI,1'],
    ['a text that begins like a program', 'MZ,1'],
    ['a text that begins with <', '<5,1'],
    ['a text in brackets', '[甲],1'],
  ];
  for (const [what, text] of texts) {
    it(`reads ${what}`, async () => {
      const grid = await firstSheet(textBytes(text));
      assert.equal(grid && textAt(grid, 0, 1), '1');
    });
  }
});

describe('hostile workbooks', () => {
  const withSheet = (xml: string): Uint8Array => madeWorkbook({ sheets: [{ xml }] });
  const withRows = (rows: string): Uint8Array => madeWorkbook({ sheets: [{ rows }] });
  const without = (part: string): Uint8Array => {
    const parts = madeParts(small);
    parts.delete(part);
    return zipOf(parts);
  };
  const refused: readonly (readonly [string, Uint8Array, string])[] = [
    [
      'entities',
      withSheet(
        '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c><v>&a;</v></c></row></sheetData></worksheet>',
      ),
      'dtd',
    ],
    [
      'nesting without end',
      withSheet('<worksheet>' + '<a>'.repeat(100_000) + '</a>'.repeat(100_000) + '</worksheet>'),
      'damaged',
    ],
    ['a sheet without its part', without('tables/0.xml'), 'damaged'],
    ['missing shared strings', without('book/texts.xml'), 'damaged'],
    ['a missing workbook part', without('book/main.xml'), 'not-a-workbook'],
    ['a sheet without a relationship', without('book/_rels/main.xml.rels'), 'damaged'],
    ['no sheets', madeWorkbook({ sheets: [] }), 'damaged'],
    ['a sheet that is none', withSheet('<html/>'), 'damaged'],
    [
      'a shared string that is not there',
      madeWorkbook({ strings: '<si/>', sheets: [{ rows: '<row><c t="s"><v>1</v></c></row>' }] }),
      'damaged',
    ],
    [
      'half a shared string',
      madeWorkbook({ strings: '<si/><si/>', sheets: [{ rows: '<row><c t="s"><v>0.5</v></c></row>' }] }),
      'damaged',
    ],
    ['a shared string where there are none', withRows('<row><c t="s"><v>0</v></c></row>'), 'damaged'],
    ['a row beyond the sheet', withRows('<row r="1048577"><c><v>1</v></c></row>'), 'damaged'],
    ['row zero', withRows('<row r="0"><c><v>1</v></c></row>'), 'damaged'],
    ['a row of no number', withRows('<row r="x"><c><v>1</v></c></row>'), 'damaged'],
    ['a half row', withRows('<row r="1.5"><c><v>1</v></c></row>'), 'damaged'],
    ['a cell beyond the sheet', withRows('<row><c r="XFE1"/></row>'), 'damaged'],
    ['a cell beyond the sheet, with a value', withRows('<row><c r="XFE1" s="1"><v>1</v></c></row>'), 'damaged'],
    ['a cell below the sheet', withRows('<row><c r="A1048577"><v>1</v></c></row>'), 'damaged'],
    ['a cell above the sheet', withRows('<row><c r="A0"><v>1</v></c></row>'), 'damaged'],
    ['an address of no sense', withRows('<row><c r="1A"><v>1</v></c></row>'), 'damaged'],
    ['too many cells in a row', withRows(`<row>${'<c><v>1</v></c>'.repeat(16_385)}</row>`), 'damaged'],
  ];
  for (const [what, bytes, code] of refused) {
    it(`refuses ${what}: ${code}`, async () => assert.equal((await refusal(bytes))?.code, code));
  }

  it('names the part that is damaged', async () => {
    assert.equal((await refusal(withRows('<row r="x"/>')))?.params.part, 'tables/0.xml');
  });

  it('reads a far cell at once', async () => {
    const grid = await firstSheet(
      withRows('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'),
    );
    assert.equal(grid?.values.length, 2);
  });

  it('refuses every truncation', async () => {
    for (const bytes of [madeWorkbook(small), foreignWorkbook([['甲', 1]])]) {
      for (let length = 0; length < bytes.length; length += 7) {
        assert.ok(await refusal(bytes.subarray(0, length)), String(length));
      }
    }
  });

  it('answers a workbook or a refusal whatever bytes are changed', async () => {
    const bytes = madeWorkbook(small);
    const changes = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const copy = bytes.slice();
        for (const [at, value] of list) copy[at] = value;
        await refusal(copy);
      }),
      { numRuns: 1000 },
    );
  });

  it('also where the container is right and a part is not', async () => {
    const parts = madeParts(small);
    const names = [...parts.keys()];
    const edits = fc.tuple(
      fc.constantFrom(...names),
      fc.nat(2000),
      fc.nat(30),
      fc.constantFrom('', '<', '>', '"', '&', '\0', '</c>', '<v>', '9999999999', ' r="ZZZ9"', ']]>', '<!--', '\ud800'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 3 }), async (list) => {
        const changed = new Map(parts);
        for (const [name, from, length, insert] of list) {
          const xml = changed.get(name) ?? '';
          const at = from % (xml.length + 1);
          changed.set(name, xml.slice(0, at) + insert + xml.slice(at + length));
        }
        await refusal(zipOf(changed));
      }),
      { numRuns: 1000 },
    );
  });

  it('also for texts of any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await refusal(bytes);
      }),
    );
  });
});
