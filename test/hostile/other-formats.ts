import assert from 'node:assert/strict';
import { textAt, valueAt } from '../../src/sheets/grid.ts';
import { zipOf } from '../files/made-workbook.ts';
import { textBytes } from '../files/zip-bytes.ts';
import { read, refused, type HostileFile } from './hostile-file.ts';

/** A spreadsheet of OpenDocument with this content. */
export function odsWith(tables: string, prolog = ''): Uint8Array {
  const content =
    `${prolog}<office:document-content xmlns:office="urn:o" xmlns:table="urn:t"><office:body><office:spreadsheet>` +
    `${tables}</office:spreadsheet></office:body></office:document-content>`;
  return zipOf(
    new Map([
      ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
      ['content.xml', content],
    ]),
  );
}

export const table = (content: string, name = '表'): string =>
  `<table:table table:name="${name}">${content}</table:table>`;
const one = '<table:table-cell office:value-type="float" office:value="1"/>';

export const odsFiles: readonly HostileFile[] = [
  refused('a cell repeated over a sheet', 'too-large cells', () =>
    odsWith(
      table(
        `<table:table-row table:number-rows-repeated="1048576">${one.replace(' office', ' table:number-columns-repeated="16384" office')}</table:table-row>`,
      ),
    ),
  ),
  refused('a row repeated in sheet after sheet', 'too-large repeated', () =>
    odsWith(table(`<table:table-row table:number-rows-repeated="1000000">${one}</table:table-row>`).repeat(3)),
  ),
  read(
    'empty rows and cells repeated without end',
    () =>
      odsWith(
        table(
          `<table:table-row>${one}<table:table-cell table:number-columns-repeated="999999999"/></table:table-row><table:table-row table:number-rows-repeated="999999999"><table:table-cell/></table:table-row>`,
        ),
      ),
    ({ sheets: [grid] }) => assert.equal(grid?.rowCount, 1),
  ),
  refused('hidden rows in sheet after sheet', 'too-large hidden', () =>
    odsWith(table('<table:table-row table:visibility="collapse" table:number-rows-repeated="1048576"/>').repeat(100)),
  ),
  read(
    'hidden columns by the hundred million',
    () =>
      odsWith(
        table(
          '<table:table-column table:visibility="collapse" table:number-columns-repeated="16384"/>'.repeat(10_000) +
            `<table:table-row>${one}</table:table-row>`,
        ),
      ),
    ({ sheets: [grid] }) => assert.equal(grid?.hiddenColumns.length, 16_384),
  ),
  refused('more sheets than any workbook has', 'too-large sheets', () => odsWith(table('').repeat(4097))),
  refused('repetition of no sense', 'damaged', () =>
    odsWith(table('<table:table-row table:number-rows-repeated="-1"/>')),
  ),
  refused('spaces without end in one cell', 'too-large text', () =>
    odsWith(
      table(
        `<table:table-row><table:table-cell><text:p>${'<text:s text:c="32767"/>'.repeat(100)}</text:p></table:table-cell></table:table-row>`,
      ),
    ),
  ),
  refused('spaces in cell after cell', 'too-large spaces', () =>
    odsWith(
      table(
        `<table:table-row>${'<table:table-cell><text:p>a<text:s text:c="99999999"/></text:p></table:table-cell>'.repeat(400)}</table:table-row>`,
      ),
    ),
  ),
  refused('a document type', 'dtd', () => odsWith(table(''), '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>')),
  refused('no sheet', 'damaged', () => odsWith('')),
  refused('tables in tables', 'damaged', () =>
    odsWith(`${'<table:table>'.repeat(300)}${'</table:table>'.repeat(300)}`),
  ),
  refused('no content', 'damaged', () =>
    zipOf(new Map([['mimetype', 'application/vnd.oasis.opendocument.spreadsheet']])),
  ),
  read(
    '“__proto__” as a name',
    () => odsWith(table(`<table:table-row>${one}</table:table-row>`, '__proto__')),
    (workbook) => assert.equal(workbook.sheets[0]?.name, '__proto__'),
  ),
];

const many = (count: number, piece: string): string => piece.repeat(count);
const wideText = (text: string): Uint8Array =>
  Uint8Array.from([0xff, 0xfe, ...Array.from(text).flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8])]);

export const textFiles: readonly HostileFile[] = [
  refused('a page named as a workbook', 'not-a-workbook html', () =>
    textBytes('<html><body><table><tr><td>1</td></tr></table></body></html>'),
  ),
  refused('an XML spreadsheet of Excel 2003', 'not-a-workbook xml-spreadsheet', () =>
    textBytes(
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    ),
  ),
  refused('the same in UTF-16', 'not-a-workbook xml-spreadsheet', () =>
    wideText('<?xml version="1.0" encoding="UTF-16"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
  ),
  refused('a flat OpenDocument spreadsheet', 'not-a-workbook xml-spreadsheet', () =>
    textBytes('<office:document xmlns:office="x" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>'),
  ),
  refused('another XML', 'not-a-workbook xml', () => textBytes('<?xml version="1.0"?><a/>')),
  refused('a saved page', 'not-a-workbook mail', () => textBytes('MIME-Version: 1.0\nContent-Type: multipart/related')),
  refused('a quote that is never closed', 'damaged', () => textBytes(`a,b\n"${many(10_000, 'c,d\n')}`)),
  refused('text with NUL', 'not-a-workbook binary', () => textBytes('a,b\0')),
  refused('a million lines too many', 'too-large rows', () => textBytes(many(1_048_577, '\n') + 'x')),
  refused('a line of 16,385 fields', 'too-large columns', () => textBytes(many(16_384, ',') + 'x')),
  refused('a field that no cell can hold', 'too-large text', () => textBytes(many(1_000_001, 'x'))),
  refused('such a field in quotes', 'too-large text', () => textBytes(`"${many(1_000_001, '""')}"`)),
  read(
    'a hundred thousand quotes',
    () => textBytes(many(100_000, '""')),
    ({ sheets: [grid] }) => assert.equal(grid && textAt(grid, 0, 0).length, 99_999),
  ),
  read(
    'fields that begin like formulas',
    () => textBytes("=1+1,+1,-1,@a,\t\n=cmd|'/C calc'!A0"),
    ({ sheets: [grid] }) => {
      assert.ok(grid);
      assert.equal(valueAt(grid, 0, 0), '=1+1');
      assert.equal(valueAt(grid, 1, 0), "=cmd|'/C calc'!A0");
      assert.equal(grid.formulas.size, 0);
    },
  ),
  read(
    'names of an object’s own',
    () => textBytes('__proto__,constructor\ntoString,1'),
    ({ sheets: [grid] }) => assert.equal(grid && textAt(grid, 0, 0), '__proto__'),
  ),
];
