import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as zlib from 'node:zlib';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { OfficePackage } from '../../src/files/package.ts';
import { columnName } from '../../src/sheets/address.ts';
import { deflatedRun, packedSheet } from './containers.ts';
import { odsWith, table } from './other-formats.ts';

/** A file so large, or of so much to do, that it is tried in a process of its own. */
export interface HeavyFile {
  readonly what: string;
  readonly name: string;
  readonly make: () => Uint8Array;
  /** How its entry ends: `checked`, or the code of its refusal. */
  readonly ends: RegExp;
}

const sample = (name: string): Uint8Array =>
  readFileSync(path.join(import.meta.dirname, '../samples/jinzhai-pc-purchase', name));

/** A form with faults, some of which can be mended; its texts stand in the cells. */
const MENDABLE = sample('faulty-tiantangzhai.xlsx');
const WITH_SHARED_STRINGS = sample('faulty-forestry.xlsx');

/** A form with faults, its parts changed: what is read and judged is then flagged and mended, too. */
function formWith(changes: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
  const parts = new OfficePackage('sharedStrings.xml' in changes ? WITH_SHARED_STRINGS : MENDABLE, {
    ...nodeCodec,
    deflate: quickly,
  });
  for (const [ending, change] of Object.entries(changes)) {
    const name = parts.names().find((one) => one.endsWith(ending));
    if (name === undefined) throw new Error(`no part ${ending}`);
    parts.set(name, new TextEncoder().encode(change(new TextDecoder().decode(parts.part(name)))));
  }
  return parts.toBytes();
}

const quickly = (data: Uint8Array): Uint8Array => zlib.deflateRawSync(data, { level: 1 });

const inSheet = (closing: string, more: () => string): Uint8Array =>
  formWith({ 'sheet1.xml': (xml) => xml.replace(closing, () => more() + closing) });
const rowsBehind = (rows: () => string): Uint8Array => inSheet('</sheetData>', rows);
const behindCells = (xml: () => string): Uint8Array =>
  formWith({ 'sheet1.xml': (sheet) => sheet.replace('</sheetData>', (closing) => closing + xml()) });

function times(count: number, piece: (at: number) => string): string {
  const pieces: string[] = [];
  for (let at = 0; at < count; at++) pieces.push(piece(at));
  return pieces.join('');
}

/** Digits that no packer foresees, the same on every run. */
function digits(at: number): string {
  return String((Math.imul(at, 2_654_435_761) >>> 0) % 1_000_000);
}

const mebibytes = (count: number, byte: string): Uint8Array => new Uint8Array(count << 20).fill(byte.charCodeAt(0));

const FIRST_FREE = 100;

export const GIGABYTE = 1 << 30;

export const bombs: readonly HeavyFile[] = [
  {
    what: 'a gigabyte in a megabyte',
    name: 'a.xlsx',
    make: () => packedSheet(deflatedRun(0x20, 1024), GIGABYTE),
    ends: /^too-large$/,
  },
  {
    what: 'the same, said to be a thousand bytes',
    name: 'a.xlsx',
    make: () => packedSheet(deflatedRun(0x20, 1024), 1000),
    ends: /^damaged$/,
  },
];

export const heavyFiles: readonly HeavyFile[] = [
  {
    what: 'a million styled rows without a value',
    name: 'a.xlsx',
    make: () =>
      rowsBehind(() =>
        times(
          1_048_576 - FIRST_FREE,
          (at) =>
            `<row r="${String(at + FIRST_FREE)}" s="1" customFormat="1"><c r="A${String(at + FIRST_FREE)}" s="1"/></row>`,
        ),
      ),
    ends: /^checked$/,
  },
  {
    what: 'a million hidden rows, each twice',
    name: 'a.xlsx',
    make: () =>
      rowsBehind(() => times(2_000_000, (at) => `<row r="${String((at % 1_000_000) + FIRST_FREE)}" hidden="1"/>`)),
    ends: /^checked$/,
  },
  {
    what: 'a cell in the last row and column',
    name: 'a.xlsx',
    make: () => rowsBehind(() => '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    ends: /^checked$/,
  },
  {
    what: '400,000 shared strings that nobody uses',
    name: 'a.xlsx',
    make: () =>
      formWith({
        'sharedStrings.xml': (xml) =>
          xml.replace(
            '</sst>',
            () => times(400_000, (at) => `<si><t>县信息资源${digits(at)}${String(at)}</t></si>`) + '</sst>',
          ),
      }),
    ends: /^checked$/,
  },
  {
    what: 'six million shared strings',
    name: 'a.xlsx',
    make: () =>
      formWith({
        'sharedStrings.xml': (xml) =>
          xml.replace('</sst>', () => times(6_000_000, (at) => `<si><t>${digits(at)}</t></si>`) + '</sst>'),
      }),
    ends: /^too-large$/,
  },
  {
    what: 'rich text by the million',
    name: 'a.xlsx',
    make: () =>
      formWith({
        'sharedStrings.xml': (xml) =>
          xml.replace(
            '</sst>',
            () =>
              times(1_000_100, (at) => `<si><r><rPr><rFont val="A"/></rPr><t>${digits(at)}</t></r></si>`) + '</sst>',
          ),
      }),
    ends: /^too-large$/,
  },
  {
    what: '200,000 shared formulas',
    name: 'a.xlsx',
    make: () =>
      rowsBehind(
        () =>
          `<row r="100"><c r="A100"><f t="shared" si="0" ref="A100:A200100">B100*2</f></c></row>${times(200_000, (at) => `<row><c><f t="shared" si="0"/><v>${digits(at)}</v></c></row>`)}`,
      ),
    ends: /^checked$/,
  },
  {
    what: 'five million formulas, each another',
    name: 'a.xlsx',
    make: () =>
      rowsBehind(() =>
        times(500_000, (at) => `<row>${times(10, (c) => `<c><f>A${digits(at + c)}+${String(c)}</f></c>`)}</row>`),
      ),
    ends: /^too-large$/,
  },
  {
    what: 'two million cells, last row first',
    name: 'a.xlsx',
    make: () =>
      rowsBehind(() =>
        times(1_000_000, (at) => `<row r="${String(1_048_576 - at)}">${`<c><v>${digits(at)}</v></c>`.repeat(2)}</row>`),
      ),
    ends: /^checked$/,
  },
  {
    what: '16,384 columns',
    name: 'a.xlsx',
    make: () =>
      rowsBehind(() => times(200, (r) => `<row>${times(16_384, (c) => `<c><v>${digits(r + c)}</v></c>`)}</row>`)),
    ends: /^checked$/,
  },
  {
    what: 'half a million merged blocks over one another',
    name: 'a.xlsx',
    make: () =>
      behindCells(
        () =>
          `<mergeCells>${times(499_000, (at) => `<mergeCell ref="A${digits(at)}1:${columnName(at % 16_384)}1048576"/>`)}</mergeCells>`,
      ),
    ends: /^checked$/,
  },
  {
    what: 'half a million merged blocks over the form',
    name: 'a.xlsx',
    make: () =>
      behindCells(
        () =>
          `<mergeCells>${times(499_000, (at) => `<mergeCell ref="A1:${columnName(at % 16_384)}${String((at % 60) + 1)}"/>`)}</mergeCells>`,
      ),
    ends: /^(?:checked|no-header)$/,
  },
  {
    what: 'array formulas over one another',
    name: 'a.xlsx',
    make: () =>
      rowsBehind(
        () =>
          `<row r="100">${times(16_000, (at) => `<c><f t="array" ref="A100:A${String(900_000 + at)}">1</f><v>1</v></c>`)}</row>` +
          times(100_000, (at) => `<row><c><v>${digits(at)}</v></c></row>`),
      ),
    ends: /^checked$/,
  },
  {
    what: 'a million conditional formats',
    name: 'a.xlsx',
    make: () =>
      behindCells(() =>
        times(
          1_000_000,
          (at) =>
            `<conditionalFormatting sqref="A${digits(at)}"><cfRule type="expression" priority="${String(at)}"><formula>1</formula></cfRule></conditionalFormatting>`,
        ),
      ),
    ends: /^checked$/,
  },
  {
    what: 'a million validations',
    name: 'a.xlsx',
    make: () =>
      behindCells(
        () =>
          `<dataValidations>${times(1_000_000, (at) => `<dataValidation sqref="A${digits(at)}"/>`)}</dataValidations>`,
      ),
    ends: /^checked$/,
  },
  {
    what: 'a name repeated without end behind the cells',
    name: 'a.xlsx',
    make: () => behindCells(() => `<pageMargins a="${times(3_000_000, (at) => `sheetData${String(at % 97)}`)}"/>`),
    ends: /^checked$/,
  },
  {
    what: 'stretches of columns without end',
    name: 'a.xlsx',
    make: () =>
      formWith({
        'sheet1.xml': (xml) =>
          xml.replace(
            /(?:<cols>.*<\/cols>)?<sheetData>/,
            () =>
              `<cols>${times(2_000_000, (at) => `<col min="${String((at % 16_384) + 1)}" max="16384" hidden="0" style="1"/>`)}</cols><sheetData>`,
          ),
      }),
    ends: /^checked$/,
  },
  {
    what: 'relationships by the million',
    name: 'a.xlsx',
    make: () =>
      formWith({
        'workbook.xml.rels': (xml) =>
          xml.replace(
            '</Relationships>',
            (closing) =>
              times(1_000_000, (at) => `<Relationship Id="x${String(at)}" Type="a/b${digits(at)}" Target="c"/>`) +
              closing,
          ),
      }),
    ends: /^too-large$/,
  },
  {
    what: 'a long text in a hundred thousand cells',
    name: 'a.xlsx',
    make: () => {
      let index = 0;
      return formWith({
        'sharedStrings.xml': (xml) => {
          index = xml.split('<si>').length - 1;
          return xml.replace('</sst>', `<si><t>${'审'.repeat(30_000)}</t></si></sst>`);
        },
        'sheet1.xml': (xml) =>
          xml.replace('</sheetData>', (closing) => {
            const cell = `<c t="s"><v>${String(index)}</v></c>`;
            return `<row r="100">${cell}</row>${`<row>${cell.repeat(8)}</row>`.repeat(100_000)}${closing}`;
          }),
      });
    },
    ends: /^checked$/,
  },
  { what: 'ten million quotes', name: 'a.csv', make: () => mebibytes(10, '"'), ends: /^(?:too-large|damaged)$/ },
  { what: 'one line of 256 MB', name: 'a.csv', make: () => mebibytes(256, 'x'), ends: /^too-large$/ },
  { what: '256 MB of separators', name: 'a.csv', make: () => mebibytes(256, ','), ends: /^too-large$/ },
  { what: '256 MB of line breaks', name: 'a.csv', make: () => mebibytes(256, '\n'), ends: /^too-large$/ },
  { what: '256 MB of GB18030', name: 'a.csv', make: () => mebibytes(256, '\xb0'), ends: /^too-large$/ },
  {
    what: 'six million different fields',
    name: 'a.csv',
    make: () => new TextEncoder().encode(times(600_000, (r) => `${times(10, (c) => `${String(r)}-${String(c)},`)}\n`)),
    ends: /^too-large$/,
  },
  {
    what: 'an OpenDocument spreadsheet of two million repeated cells',
    name: 'a.ods',
    make: () =>
      odsWith(
        table(
          '<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="2"/></table:table-row>',
        ),
      ),
    ends: /^no-form$/,
  },
  {
    what: 'an OpenDocument spreadsheet of tables without end',
    name: 'a.ods',
    make: () => odsWith(times(1_000_000, (at) => table('', digits(at)))),
    ends: /^too-large$/,
  },
];
