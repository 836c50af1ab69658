import assert from 'node:assert/strict';
import * as XLSX from 'xlsx';

/** Records of a workbook of Excel 5.0/95 ([MS-XLS] 2.4; in BIFF5 texts are bytes of the code page, not UTF-16). */
const START = 0x0809;
const END = 0x000a;
const CODE_PAGE = 0x0042;
const SHEET_NAME = 0x0085;
const LABEL = 0x0204;
const GBK = [0xa8, 0x03];

/**
 * The sheets' values as Excel 5.0/95 saves them in China, in GBK. SheetJS writes such files in ASCII only: each text is
 * written as so many letters as it has bytes, and these are put in their place.
 */
export function oldestWorkbook(book: XLSX.WorkBook, encode: (text: string) => Uint8Array): Uint8Array {
  const standIn = (text: string): string => 'x'.repeat(encode(text).length);
  const names = book.SheetNames.map((name, at) => String(at) + standIn(name).slice(1));
  const sheets = book.SheetNames.map((name) => book.Sheets[name] ?? {});
  const written: XLSX.WorkBook = { SheetNames: names, Sheets: {} };
  sheets.forEach((sheet, at) => {
    const copy: XLSX.WorkSheet = {};
    for (const [address, cell] of Object.entries(sheet) as [string, unknown][]) {
      copy[address] = isText(cell)
        ? { t: 's', v: standIn(cell.v) }
        : address.startsWith('!')
          ? cell
          : withoutFormula(cell);
    }
    written.Sheets[names[at] ?? ''] = copy;
  });
  const bytes = new Uint8Array(XLSX.write(written, { type: 'array', bookType: 'biff5' }) as ArrayBuffer);
  let sheetAt = -2;
  let nameAt = 0;
  for (const { type, from, length } of recordsOf(bytes, sheets.length)) {
    const view = new DataView(bytes.buffer, bytes.byteOffset + from, length);
    if (type === START) sheetAt++;
    else if (type === CODE_PAGE) bytes.set(GBK, from);
    else if (type === SHEET_NAME) bytes.set(encode(book.SheetNames[nameAt++] ?? ''), from + 7);
    else if (type === LABEL) {
      const cell: unknown =
        sheets[sheetAt]?.[XLSX.utils.encode_cell({ r: view.getUint16(0, true), c: view.getUint16(2, true) })];
      assert.ok(isText(cell));
      const text = encode(cell.v);
      assert.equal(view.getUint16(6, true), text.length);
      bytes.set(text, from + 8);
    }
  }
  return bytes;
}

function isText(cell: unknown): cell is { readonly v: string } {
  return (
    typeof cell === 'object' &&
    cell !== null &&
    't' in cell &&
    cell.t === 's' &&
    'v' in cell &&
    typeof cell.v === 'string'
  );
}

/** A formula is written with its result alone. */
function withoutFormula(cell: unknown): unknown {
  if (typeof cell !== 'object' || cell === null || !('f' in cell)) return cell;
  const { f: _, ...rest } = cell;
  return rest;
}

/** The records of the workbook's stream, which SheetJS writes in one piece: those of the workbook, then of each sheet. */
function recordsOf(
  bytes: Uint8Array,
  sheets: number,
): { readonly type: number; readonly from: number; readonly length: number }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 512;
  while (view.getUint16(at, true) !== START || view.getUint16(at + 4, true) !== 0x0500) at += 64;
  const records: { type: number; from: number; length: number }[] = [];
  for (let ends = 0; ends <= sheets;) {
    const type = view.getUint16(at, true);
    if (type === END) ends++;
    records.push({ type, from: at + 4, length: view.getUint16(at + 2, true) });
    at += 4 + view.getUint16(at + 2, true);
  }
  return records;
}
