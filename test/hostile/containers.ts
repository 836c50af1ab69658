import * as zlib from 'node:zlib';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { writeZip } from '../../src/files/zip-write.ts';
import { madeParts, madeWorkbook, zipOf } from '../files/made-workbook.ts';
import { textBytes, u16, u32, u64, zip64Zip } from '../files/zip-bytes.ts';
import { read, refused, type HostileFile } from './hostile-file.ts';
import assert from 'node:assert/strict';

const small = (): Map<string, string> => madeParts({ sheets: [{ rows: '<row><c><v>1</v></c></row>' }] });
const withParts = (...more: readonly (readonly [string, string | Uint8Array])[]): Uint8Array =>
  zipOf(new Map<string, string | Uint8Array>([...small(), ...more]));

/** Where in a zip of ours this signature stands for the `nth` time. */
function placeOf(bytes: Uint8Array, signature: number, nth = 0): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = nth;
  for (let at = 0; at + 4 <= bytes.length; at++) {
    if (view.getUint32(at, true) === signature && left-- === 0) return at;
  }
  throw new Error('no such record');
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** The small workbook with other bytes at an offset of its nth central record (or another record). */
function tampered(offset: number, bytes: Uint8Array, signature = CENTRAL, nth = 1): Uint8Array {
  const copy = madeWorkbook({ sheets: [{ rows: '<row><c><v>1</v></c></row>' }] }).slice();
  copy.set(bytes, placeOf(copy, signature, nth) + offset);
  return copy;
}

/** Raw DEFLATE of `mebibytes` of one byte, about 1 KiB each, made without ever holding them. */
export function deflatedRun(byte: number, mebibytes: number): Uint8Array {
  const block = new Uint8Array(1 << 20).fill(byte);
  const piece = zlib.deflateRawSync(block, { level: 9, finishFlush: zlib.constants.Z_FULL_FLUSH });
  const last = zlib.deflateRawSync(new Uint8Array(0));
  const all = new Uint8Array(piece.length * mebibytes + last.length);
  for (let i = 0; i < mebibytes; i++) all.set(piece, i * piece.length);
  all.set(last, mebibytes * piece.length);
  return all;
}

/** The small workbook whose sheet is this packed data, its length declared as `size`. */
export function packedSheet(packed: Uint8Array, size: number): Uint8Array {
  const parts = small();
  parts.delete('tables/0.xml');
  // A place holder of the packed length, stored; then both headers are made to say that it is deflated.
  const bytes = writeZip(
    [...Array.from(parts, ([name, xml]) => ({ name, data: textBytes(xml) })), { name: 'tables/0.xml', data: packed }],
    { ...nodeCodec, deflate: (data) => (data === packed ? data : nodeCodec.deflate(data)) },
  );
  const count = parts.size;
  for (const [signature, method, length] of [
    [LOCAL, 8, 22],
    [CENTRAL, 10, 24],
  ] as const) {
    const at = lastPlaceOf(bytes, signature, count);
    bytes.set(u16(8), at + method);
    bytes.set(u32(size), at + length);
  }
  return bytes;
}

function lastPlaceOf(bytes: Uint8Array, signature: number, nth: number): number {
  return placeOf(bytes, signature, nth);
}

const sheetBytes = (text: string): Uint8Array => zlib.deflateRawSync(textBytes(text));

export const containers: readonly HostileFile[] = [
  refused('a bomb with an honest header', 'too-large ratio', () => packedSheet(deflatedRun(0x20, 65), 65 << 20)),
  refused('a bomb whose header lies', 'damaged', () => packedSheet(deflatedRun(0x20, 16), 1000)),
  refused('a bomb that says it is just small enough', 'damaged', () => packedSheet(deflatedRun(0x20, 64), 4 << 20)),
  refused('a part larger than it says', 'damaged', () => packedSheet(sheetBytes('<worksheet></worksheet>'), 10)),
  refused('a part smaller than it says', 'damaged', () => packedSheet(sheetBytes('<worksheet></worksheet>'), 4000)),
  refused('zips in a zip', 'not-a-workbook zip', () =>
    zipOf(new Map([['a.zip', zipOf(new Map([['b.xlsx', withParts()]]))]])),
  ),
  read('a workbook with a zip as a part', () => withParts(['a.zip', zipOf(new Map([['b.zip', withParts()]]))])),
  refused('a zip in place of a sheet', 'damaged', () => withParts(['tables/0.xml', withParts()])),

  refused('two entries of one name', 'damaged', () =>
    writeZip(
      [...Array.from(small()), ['book/main.xml', '<workbook/>'] as const].map(([name, xml]) => ({
        name,
        data: textBytes(xml),
      })),
      nodeCodec,
    ),
  ),
  refused('two names that differ in case and slashes', 'damaged', () => withParts(['Book\\MAIN.xml', '<workbook/>'])),
  refused('two entries that share bytes', 'damaged', () => {
    const bytes = withParts();
    bytes.set(u32(placeOf(bytes, LOCAL, 1)), placeOf(bytes, CENTRAL, 2) + 42);
    return bytes;
  }),
  refused('an entry that lies in the directory', 'damaged', () => tampered(42, u32(0x7fffffff))),
  refused('an entry of another name than the directory has', 'damaged', () => tampered(30, textBytes('X'), LOCAL)),
  refused('a directory that names more entries than it has', 'damaged', () => tampered(10, u16(999), END, 0)),
  refused('a directory that names fewer', 'damaged', () => tampered(10, u16(1), END, 0)),
  refused('a directory beyond the file', 'damaged', () => tampered(16, u32(0x7fffffff), END, 0)),
  refused('more entries than any workbook has', 'too-large entries', () =>
    withParts(...Array.from({ length: 4097 }, (_, i) => [`x/${String(i)}`, ''] as const)),
  ),
  refused('bytes in front of the zip', 'not-a-workbook program', () => {
    const bytes = withParts();
    const all = new Uint8Array(bytes.length + 64);
    all.set(textBytes('MZ\0\0'));
    all.set(bytes, 64);
    return all;
  }),
  refused('an entry packed by another method', 'damaged', () => tampered(10, u16(93))),
  refused('an entry that is encrypted', 'encrypted', () => tampered(8, u16(1))),
  refused('a name longer than the directory', 'damaged', () => tampered(28, u16(0xffff))),
  refused('zip64 numbers that contradict themselves', 'damaged', () => zip64Zip('a.xml', '<a/>', { count: 2 })),
  refused('zip64 that counts 2³² entries', 'damaged', () => zip64Zip('a.xml', '<a/>', { count: 0xffffffff })),
  refused('zip64 sizes that are not there', 'damaged', () => tampered(24, u32(0xffffffff))),
  refused('a zip64 directory beyond the file', 'damaged', () => {
    const bytes = zip64Zip('a.xml', '<a/>');
    bytes.set(u64(0x7fffffff), placeOf(bytes, 0x07064b50) + 8);
    return bytes;
  }),
  read(
    'names that lead out of any folder',
    () =>
      withParts(
        ['../../../../tmp/tianbao-out', 'x'],
        ['/etc/passwd', 'x'],
        ['C:\\windows\\x', 'x'],
        ['a\0b', 'x'],
        ['\u202egpj.exe', 'x'],
        ['n'.repeat(60_000), 'x'],
        ['__proto__', 'x'],
      ),
    (workbook) => assert.equal(workbook.sheets.length, 1),
  ),
];
