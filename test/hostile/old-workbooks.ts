import { foreignWorkbook } from '../files/foreign-workbook.ts';
import { joined, u16, u32 } from '../files/zip-bytes.ts';
import { read, refused, type HostileFile } from './hostile-file.ts';

const sound = (): Uint8Array => foreignWorkbook([['甲', 1, 'x'.repeat(9000)]], 'biff8').slice();

/** Where the records of the workbook stream begin: at its first BOF of BIFF8 ([MS-XLS] 2.4.21). */
function streamStart(bytes: Uint8Array): number {
  for (let at = 512; at < bytes.length; at += 64) {
    if (bytes[at] === 0x09 && bytes[at + 1] === 0x08 && bytes[at + 4] === 0 && bytes[at + 5] === 6) return at;
  }
  throw new Error('no workbook stream');
}

interface BiffRecord {
  readonly at: number;
  readonly type: number;
  readonly length: number;
}

function recordsOf(bytes: Uint8Array): BiffRecord[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records: BiffRecord[] = [];
  for (let at = streamStart(bytes); at + 4 <= bytes.length;) {
    const record = { at, type: view.getUint16(at, true), length: view.getUint16(at + 2, true) };
    if (record.type === 0) break;
    records.push(record);
    at += 4 + record.length;
  }
  return records;
}

function changed(type: number, change: (bytes: Uint8Array, record: BiffRecord) => void): Uint8Array {
  const bytes = sound();
  const record = recordsOf(bytes).find((one) => one.type === type);
  if (!record) throw new Error(`no record ${type.toString(16)}`);
  change(bytes, record);
  return bytes;
}

/** WriteAccess, a record long enough to be made another one. */
const WRITE_ACCESS = 0x5c;
const FILE_PASS = 0x2f;
const BOUND_SHEET = 0x85;
const DIMENSIONS = 0x200;

const withFilePass = (body: Uint8Array): Uint8Array =>
  changed(WRITE_ACCESS, (bytes, { at }) => {
    bytes.set(u16(FILE_PASS), at);
    bytes.set(body, at + 4);
  });

/** The file allocation table's sector number stands at 76 of the header ([MS-CFB] 2.2). */
function inTable(change: (view: DataView, table: number) => void): Uint8Array {
  const bytes = sound();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  change(view, 512 * (view.getUint32(76, true) + 1));
  return bytes;
}

const header = (at: number, value: Uint8Array): Uint8Array => {
  const bytes = sound();
  bytes.set(value, at);
  return bytes;
};

/** `either`: what SheetJS makes of it is its own affair, as long as it comes to an end. */
export const oldWorkbooks: readonly HostileFile[] = [
  read('nothing wrong', sound),
  refused('a password by RC4', 'encrypted', () =>
    withFilePass(joined(u16(1), u16(1), u16(1), new Uint8Array(48).fill(7))),
  ),
  refused('a password by RC4 CryptoAPI', 'encrypted', () =>
    withFilePass(joined(u16(1), u16(2), u16(2), u32(4), u32(32))),
  ),
  refused('a password by XOR', 'encrypted', () => withFilePass(joined(u16(0), u16(0x1234), u16(0x5678)))),
  refused('a record longer than the file', 'damaged', () =>
    changed(BOUND_SHEET, (bytes, { at }) => bytes.set(u16(0xffff), at + 2)),
  ),
  refused('a sheet that begins beyond the file', 'damaged', () =>
    changed(BOUND_SHEET, (bytes, { at }) => bytes.set(u32(0x7fffffff), at + 4)),
  ),
  refused('a sheet that begins at the workbook', 'damaged', () =>
    changed(BOUND_SHEET, (bytes, { at }) => bytes.set(u32(0), at + 4)),
  ),
  refused('a sheet that says it is as large as can be', 'either', () =>
    changed(DIMENSIONS, (bytes, { at }) => bytes.set(joined(u32(0), u32(0xffffffff), u16(0), u16(0xffff)), at + 4)),
  ),
  refused('a chain of sectors that bites its tail', 'damaged', () =>
    inTable((view, table) => {
      for (let i = 0; i < 120; i++)
        if (view.getUint32(table + 4 * i, true) < 0xfffffff0) view.setUint32(table + 4 * i, i, true);
    }),
  ),
  refused('chains of sectors that cross', 'damaged', () =>
    inTable((view, table) => {
      for (let i = 0; i < 120; i++) view.setUint32(table + 4 * i, (i * 7) % 13, true);
    }),
  ),
  refused('a directory beyond the file', 'damaged', () => header(48, u32(0x7ffffff0))),
  refused('a table of tables that is its own next', 'damaged', () => header(68, joined(u32(0), u32(0xffffff)))),
  refused('more tables than the file has bytes', 'either', () => header(44, u32(0x7fffffff))),
  refused('sectors of 2³⁰ bytes', 'damaged', () => header(30, u16(30))),
  refused('only its first 3000 bytes', 'damaged', () => sound().subarray(0, 3000)),
  ...[600, 1024, 1500].map((length) =>
    refused(`only its first ${String(length)} bytes`, 'either', () => sound().subarray(0, length)),
  ),
];
