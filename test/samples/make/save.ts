import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as XLSX from 'xlsx';
import { nodeCodec } from '../../../src/files/codec-node.ts';
import { writeZip } from '../../../src/files/zip-write.ts';
import { type Sheet, workbookParts } from './ooxml.ts';

/** Writes a workbook with styles, borders and merges, as Excel or WPS would leave it. */
export function saveStyled(path: string, sheets: readonly Sheet[], producer = 'Microsoft Excel'): void {
  const encoder = new TextEncoder();
  const entries = [...workbookParts(sheets, producer)].map(([name, xml]) => ({ name, data: encoder.encode(xml) }));
  save(path, writeZip(entries, nodeCodec));
}

/** A sheet without any style, as a program exports it. */
export interface PlainSheet {
  readonly name: string;
  /** From A1; `null` leaves a cell out. */
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly merges?: readonly string[];
  /** Cells that hold a formula with its result, or an error (`#N/A`). */
  readonly formulas?: Readonly<Record<string, { readonly formula: string; readonly value: number | string }>>;
}

/** SheetJS's codes of the error values (its cells of type `e`). */
const ERROR_CODES = new Map([
  ['#DIV/0!', 0x07],
  ['#VALUE!', 0x0f],
  ['#REF!', 0x17],
  ['#NAME?', 0x1d],
  ['#N/A', 0x2a],
]);

/** Writes a workbook by SheetJS: another writer's packing, parts and order of elements. */
export function savePlain(path: string, sheets: readonly PlainSheet[]): void {
  const book = XLSX.utils.book_new();
  for (const { name, rows, merges = [], formulas = {} } of sheets) {
    const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => [...row]));
    sheet['!merges'] = merges.map((ref) => XLSX.utils.decode_range(ref));
    for (const [cell, { formula, value }] of Object.entries(formulas)) {
      const code = ERROR_CODES.get(String(value));
      const type = typeof value === 'number' ? 'n' : 's';
      sheet[cell] = code === undefined ? { t: type, v: value, f: formula } : { t: 'e', v: code, f: formula };
    }
    XLSX.utils.book_append_sheet(book, sheet, name);
  }
  const bytes: unknown = XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
  if (!(bytes instanceof Uint8Array)) throw new TypeError('SheetJS wrote no bytes');
  save(path, bytes);
}

/** Writes a text file in UTF-8, with the byte order mark that Excel and WPS put before a .csv. */
export function saveCsv(path: string, records: readonly (readonly string[])[]): void {
  const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
  save(path, '\uFEFF' + records.map((fields) => fields.map(quoted).join(',') + '\r\n').join(''));
}

function save(path: string, contents: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
