import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as XLSX from 'xlsx';
import type { Finding } from '../../src/check/finding.ts';
import { oldestWorkbook } from './oldest-workbook.ts';
import { allForms, checkBytes, workbooksIn } from '../check-file.ts';

/** A file of another format with what SheetJS read of an .xlsx. */
type Conversion = (book: XLSX.WorkBook) => Uint8Array;

const written =
  (bookType: XLSX.BookType): Conversion =>
  (book) =>
    new Uint8Array(XLSX.write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);

const text =
  (encode: (text: string) => Uint8Array, separator = ','): Conversion =>
  (book) => {
    const [sheet] = Object.values(book.Sheets);
    assert.ok(sheet);
    return encode(XLSX.utils.sheet_to_csv(sheet, { FS: separator, rawNumbers: true, blankrows: true }));
  };

/** The bytes of GBK's characters, out of the decoder that every platform has. */
const GBK = new Map<string, readonly number[]>();
for (let first = 0x81; first <= 0xfe; first++) {
  for (let second = 0x40; second <= 0xfe; second++) {
    GBK.set(new TextDecoder('gb18030').decode(Uint8Array.of(first, second)), [first, second]);
  }
}

const utf8 = (content: string): Uint8Array => new TextEncoder().encode(content);
const gbk = (content: string): Uint8Array =>
  Uint8Array.from(Array.from(content).flatMap((character) => GBK.get(character) ?? [character.charCodeAt(0)]));
const utf16 = (content: string): Uint8Array => Uint8Array.from(Buffer.from(`\ufeff${content}`, 'utf16le'));

const isGbk = (content: string): boolean =>
  Array.from(content).every((character) => character < '\x80' || GBK.has(character));

const OLDEST = '.xls of Excel 5.0/95';

const ALL: readonly (readonly [string, Conversion])[] = [
  ['.xlsx by another program', written('xlsx')],
  ['.xls', written('biff8')],
  [OLDEST, (book) => oldestWorkbook(book, gbk)],
  ['.xlsb', written('xlsb')],
  ['.ods', written('ods')],
];

const TEXTS: readonly (readonly [string, Conversion])[] = [
  ['.csv in UTF-8 with a mark', text((content) => utf8(`\ufeff${content}`))],
  ['.csv in GBK', text(gbk)],
  ['.csv in UTF-16', text(utf16)],
  ['.tsv in UTF-8', text(utf8, '\t')],
];

/** SheetJS writes neither formulas nor errors into every format; what LibreOffice writes is tested beside it. */
const WITH_FORMULA_ERRORS = 'faulty-health';

/** A text has no merged cells: what a block says for its rows is missing in all but the first. */
const WITHOUT_MERGES = /faulty-agriculture|faulty-market-regulation/;

/** Excel 5.0/95 has no merged cells either; where nothing leans on them, its workbooks say the same. */
const MERGES_MATTER = /faulty-forestry|clean-transport/;

/** Excel 5.0/95 has texts of at most 255 bytes. */
const hasShortTexts = (sheet: XLSX.WorkSheet): boolean =>
  XLSX.utils
    .sheet_to_json<readonly unknown[]>(sheet, { header: 1 })
    .flat()
    .every((value) => typeof value !== 'string' || gbk(value).length <= 255);

const forms = allForms();

const serious = (findings: readonly Finding[]): string[] =>
  findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule, case: name, severity, cell, field }) => [cell, field, rule, name, severity].join(' '));

describe('one form, saved in many ways, has one verdict', () => {
  for (const name of workbooksIn(import.meta.dirname)) {
    if (name.includes(WITH_FORMULA_ERRORS)) continue;
    const bytes = readFileSync(path.join(import.meta.dirname, name));
    const book = XLSX.read(bytes, { cellNF: true, cellStyles: true, raw: true, codepage: 65001 });
    // Ticks in a box, for one, are in no code page.
    const inGbk = Object.values(book.Sheets).every((sheet) => isGbk(XLSX.utils.sheet_to_csv(sheet)));
    const fits = inGbk && Object.values(book.Sheets).every(hasShortTexts);
    const ways = WITHOUT_MERGES.test(name) ? [...ALL, ...TEXTS] : ALL;
    for (const [format, convert] of ways) {
      if (format === OLDEST && (!fits || MERGES_MATTER.test(name))) continue;
      it(`${name} as ${format}`, async () => {
        const expected = serious((await checkBytes(bytes, name, forms)).findings);
        assert.deepEqual(serious((await checkBytes(convert(book), name, forms)).findings), expected);
      });
    }
  }
});
