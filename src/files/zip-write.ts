import type { Codec } from './codec.ts';
import * as zip from './zip-format.ts';
import type { ZipEntry } from './zip.ts';

/** A part with new contents. */
export interface NewEntry {
  readonly name: string;
  readonly data: Uint8Array;
}

interface Record {
  readonly central: Uint8Array;
  readonly pieces: readonly Uint8Array[];
}

/**
 * A zip of these entries in this order. Entries taken from an opened zip are copied: packed bytes, header, time, flags,
 * extra fields, comment; new ones are deflated and dated 1980-01-01. The same input always gives the same bytes.
 */
export function writeZip(entries: readonly (ZipEntry | NewEntry)[], codec: Codec): Uint8Array {
  const records = entries.map((entry) => ('data' in entry ? newRecord(entry, codec) : copiedRecord(entry)));
  const pieces: Uint8Array[] = [];
  let offset = 0;
  for (const record of records) {
    zip.viewOf(record.central).setUint32(42, offset, true);
    for (const piece of record.pieces) {
      pieces.push(piece);
      offset += piece.length;
    }
  }
  const directoryAt = offset;
  for (const { central } of records) {
    pieces.push(central);
    offset += central.length;
  }
  pieces.push(endRecord(records.length, directoryAt, offset - directoryAt));
  return joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function endRecord(count: number, directoryAt: number, directorySize: number): Uint8Array {
  const bytes = new Uint8Array(zip.END_SIZE);
  const view = zip.viewOf(bytes);
  view.setUint32(0, zip.END_SIGNATURE, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, directorySize, true);
  view.setUint32(16, directoryAt, true);
  return bytes;
}

interface Fields {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly time: number;
  readonly date: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
}

function newRecord(entry: NewEntry, codec: Codec): Record {
  const name = new TextEncoder().encode(entry.name);
  const deflated = codec.deflate(entry.data);
  const smaller = deflated.length < entry.data.length;
  const packed = smaller ? deflated : entry.data;
  const fields: Fields = {
    name,
    flags: name.length === entry.name.length ? 0 : zip.FLAG_UTF8,
    method: smaller ? zip.DEFLATED : zip.STORED,
    time: zip.FIRST_TIME,
    date: zip.FIRST_DATE,
    crc: codec.crc32(entry.data),
    packedSize: packed.length,
    size: entry.data.length,
  };
  return { central: centralHeader(fields), pieces: [localHeader(fields), packed] };
}

/** The entry's own records; those with zip64 fields are written anew without them, as their numbers need none. */
function copiedRecord(entry: ZipEntry): Record {
  if (hasZip64(entry)) {
    const fields = plainFields(entry);
    return { central: centralHeader(fields), pieces: [localHeader(fields), entry.packed] };
  }
  const pieces = [entry.local, entry.packed];
  if (zip.viewOf(entry.local).getUint16(6, true) & zip.FLAG_DESCRIPTOR) pieces.push(descriptor(entry));
  // A copy in any case: slice() of Node's Buffer is a view, and the offset is written into this.
  return { central: new Uint8Array(entry.central), pieces };
}

function hasZip64(entry: ZipEntry): boolean {
  const central = zip.viewOf(entry.central);
  const local = zip.viewOf(entry.local);
  const nameTo = (size: number, length: number): number => size + length;
  return (
    [20, 24, 42].some((field) => central.getUint32(field, true) === zip.IN_ZIP64) ||
    [18, 22].some((field) => local.getUint32(field, true) === zip.IN_ZIP64) ||
    hasZip64Extra(local, nameTo(zip.LOCAL_SIZE, local.getUint16(26, true)), local.byteLength)
  );
}

/** A zip64 field in the local header makes the sizes behind the data eight bytes long, which ours are not. */
function hasZip64Extra(view: DataView, from: number, to: number): boolean {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === zip.ZIP64_EXTRA) return true;
  }
  return false;
}

function plainFields(entry: ZipEntry): Fields {
  const central = zip.viewOf(entry.central);
  return {
    name: entry.central.subarray(zip.CENTRAL_SIZE, zip.CENTRAL_SIZE + central.getUint16(28, true)),
    flags: entry.flags & ~zip.FLAG_DESCRIPTOR,
    method: entry.method,
    time: central.getUint16(12, true),
    date: central.getUint16(14, true),
    crc: entry.crc,
    packedSize: entry.packed.length,
    size: entry.size,
  };
}

function descriptor(entry: ZipEntry): Uint8Array {
  const bytes = new Uint8Array(zip.DESCRIPTOR_SIZE);
  const view = zip.viewOf(bytes);
  view.setUint32(0, zip.DESCRIPTOR_SIGNATURE, true);
  view.setUint32(4, entry.crc, true);
  view.setUint32(8, entry.packed.length, true);
  view.setUint32(12, entry.size, true);
  return bytes;
}

/** Version 2.0: the first with DEFLATE. */
const VERSION = 20;

/** The fields that both headers have in the same order, from the version needed to the name's length. */
function setCommon(view: DataView, at: number, fields: Fields): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, fields.flags, true);
  view.setUint16(at + 4, fields.method, true);
  view.setUint16(at + 6, fields.time, true);
  view.setUint16(at + 8, fields.date, true);
  view.setUint32(at + 10, fields.crc, true);
  view.setUint32(at + 14, fields.packedSize, true);
  view.setUint32(at + 18, fields.size, true);
  view.setUint16(at + 22, fields.name.length, true);
}

function localHeader(fields: Fields): Uint8Array {
  const bytes = new Uint8Array(zip.LOCAL_SIZE + fields.name.length);
  const view = zip.viewOf(bytes);
  view.setUint32(0, zip.LOCAL_SIGNATURE, true);
  setCommon(view, 4, fields);
  bytes.set(fields.name, zip.LOCAL_SIZE);
  return bytes;
}

function centralHeader(fields: Fields): Uint8Array {
  const bytes = new Uint8Array(zip.CENTRAL_SIZE + fields.name.length);
  const view = zip.viewOf(bytes);
  view.setUint32(0, zip.CENTRAL_SIGNATURE, true);
  view.setUint16(4, VERSION, true);
  setCommon(view, 6, fields);
  bytes.set(fields.name, zip.CENTRAL_SIZE);
  return bytes;
}
