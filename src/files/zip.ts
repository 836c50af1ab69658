import type { Codec } from './codec.ts';
import { FileError, damaged } from './file-error.ts';
import { plainBytes } from './plain-bytes.ts';
import * as zip from './zip-format.ts';

/** What is still opened. Far above any form, far below what would hurt the machine. */
export const ZIP_LIMITS = {
  entries: 4096,
  /** Bytes of one part, unpacked. */
  part: 256 * 1024 * 1024,
  /** Bytes of all parts, unpacked. */
  total: 512 * 1024 * 1024,
  /**
   * Unpacked to packed size of a part above `ratioFrom` bytes. A sheet of varied contents reaches about 70, one of equal
   * formulas in a hundred thousand rows 300; what is smaller unpacks in a moment, however tight.
   */
  ratio: 250,
  ratioFrom: 64 * 1024 * 1024,
} as const;

/** One entry of an opened zip; its data is still packed. The byte arrays are views of the file. */
export interface ZipEntry {
  /** As the file has it; look entries up with {@link ZipArchive.entry}, which forgives case and slashes. */
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  /** Unpacked length in bytes, as declared; {@link ZipArchive.read} holds the data to it. */
  readonly size: number;
  readonly packed: Uint8Array;
  /** The local header with its name and extra field. */
  readonly local: Uint8Array;
  /** The central directory's record with its name, extra field and comment. */
  readonly central: Uint8Array;
}

/** The form in which names are compared: lower case, `/`, none in front (OPC, ECMA-376 part 2, 6.2.2.3). */
export function entryKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** A zip opened for reading: every entry's place and size checked, none unpacked yet. */
export class ZipArchive {
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[];
  readonly #byKey = new Map<string, ZipEntry>();
  readonly #codec: Codec;

  /**
   * @throws FileError `damaged` where the container contradicts itself, `encrypted`, `too-large` above {@link ZIP_LIMITS}.
   */
  constructor(bytes: Uint8Array, codec: Codec) {
    this.#codec = codec;
    this.entries = readDirectory(plainBytes(bytes));
    for (const entry of this.entries) {
      const key = entryKey(entry.name);
      if (this.#byKey.has(key)) throw damaged('duplicate entry', entry.name);
      this.#byKey.set(key, entry);
    }
  }

  /** The entry of this name; upper and lower case, `\` and a leading `/` make no difference. */
  entry(name: string): ZipEntry | undefined {
    return this.#byKey.get(entryKey(name));
  }

  /** @throws FileError `damaged` where the data is not what the directory says (length, CRC-32). */
  read(entry: ZipEntry): Uint8Array {
    const data = this.#unpack(entry);
    if (data.length !== entry.size) throw damaged('length differs', entry.name);
    if (this.#codec.crc32(data) !== entry.crc) throw damaged('checksum differs', entry.name);
    return data;
  }

  #unpack(entry: ZipEntry): Uint8Array {
    if (entry.method === zip.STORED) return entry.packed;
    if (entry.size === 0) return new Uint8Array(0);
    try {
      return this.#codec.inflate(entry.packed, entry.size);
    } catch (error) {
      throw new FileError('damaged', { detail: 'cannot be unpacked', part: entry.name }, { cause: error });
    }
  }
}

interface Directory {
  readonly count: number;
  readonly offset: number;
  readonly size: number;
}

function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = zip.viewOf(bytes);
  const directory = findDirectory(view);
  if (directory.count > zip.IN_ZIP64_SHORT || directory.count > ZIP_LIMITS.entries) {
    throw new FileError('too-large', { what: 'entries', limit: ZIP_LIMITS.entries });
  }
  const found: PlacedEntry[] = [];
  const end = directory.offset + directory.size;
  let at = directory.offset;
  let total = 0;
  for (let i = 0; i < directory.count; i++) {
    const placed = readCentral(bytes, view, at, end, directory.offset);
    total += placed.entry.size;
    checkSize(placed.entry, total);
    at += placed.entry.central.length;
    found.push(placed);
  }
  if (at !== end) throw damaged('directory longer than its entries');
  checkOverlap(found);
  return found.map(({ entry }) => entry);
}

function checkSize(entry: ZipEntry, total: number): void {
  if (entry.size > ZIP_LIMITS.part) {
    throw new FileError('too-large', { what: 'part', part: entry.name, limit: ZIP_LIMITS.part });
  }
  if (total > ZIP_LIMITS.total) throw new FileError('too-large', { what: 'total', limit: ZIP_LIMITS.total });
  if (entry.size > ZIP_LIMITS.ratioFrom && entry.size > entry.packed.length * ZIP_LIMITS.ratio) {
    throw new FileError('too-large', { what: 'ratio', part: entry.name, limit: ZIP_LIMITS.ratio });
  }
}

/** Two entries sharing bytes is how a small file pretends to hold petabytes. */
function checkOverlap(found: readonly PlacedEntry[]): void {
  const placed = [...found].sort((a, b) => a.from - b.from);
  placed.forEach((entry, i) => {
    const next = placed[i + 1];
    if (next && entry.to > next.from) throw damaged('overlapping entries', next.entry.name);
  });
}

/** Finds the end record, which only a comment may follow, and the directory that ends where it starts. */
function findDirectory(view: DataView): Directory {
  const lowest = Math.max(0, view.byteLength - zip.END_SIZE - 0xffff);
  for (let at = view.byteLength - zip.END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) !== zip.END_SIGNATURE) continue;
    if (at + zip.END_SIZE + view.getUint16(at + 20, true) > view.byteLength) continue;
    const directory = readEnd(view, at);
    if (directory) return directory;
  }
  throw damaged('no end record');
}

function readEnd(view: DataView, at: number): Directory | undefined {
  if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 6, true) !== 0) return undefined;
  const short = {
    count: view.getUint16(at + 10, true),
    size: view.getUint32(at + 12, true),
    offset: view.getUint32(at + 16, true),
  };
  const locator = at - zip.ZIP64_LOCATOR_SIZE;
  if (locator >= 0 && view.getUint32(locator, true) === zip.ZIP64_LOCATOR_SIGNATURE) {
    return readZip64End(view, locator, short);
  }
  return short.offset + short.size === at ? short : undefined;
}

/** The zip64 end record: allowed (some writers always add it) as long as both records say the same. */
function readZip64End(view: DataView, locator: number, short: Directory): Directory {
  const at = number64(view, locator + 8);
  if (at + zip.ZIP64_END_SIZE > locator || view.getUint32(at, true) !== zip.ZIP64_END_SIGNATURE) {
    throw damaged('zip64 end record');
  }
  const long = { count: number64(view, at + 32), size: number64(view, at + 40), offset: number64(view, at + 48) };
  const agree =
    (short.count === zip.IN_ZIP64_SHORT || short.count === long.count) &&
    (short.size === zip.IN_ZIP64 || short.size === long.size) &&
    (short.offset === zip.IN_ZIP64 || short.offset === long.offset);
  if (!agree || long.offset + long.size !== at) throw damaged('zip64 end record');
  return long;
}

/** A 64-bit number; above 2⁵³ the nearest double, which is past every limit anyway. */
function number64(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x1_0000_0000;
}

interface PlacedEntry {
  readonly entry: ZipEntry;
  /** Bytes of the file that belong to the entry. */
  readonly from: number;
  readonly to: number;
}

function readCentral(bytes: Uint8Array, view: DataView, at: number, end: number, dataEnd: number): PlacedEntry {
  if (at + zip.CENTRAL_SIZE > end || view.getUint32(at, true) !== zip.CENTRAL_SIGNATURE) throw damaged('directory');
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const nameAt = at + zip.CENTRAL_SIZE;
  const to = nameAt + nameLength + extraLength + view.getUint16(at + 32, true);
  if (to > end) throw damaged('directory');
  const flags = view.getUint16(at + 8, true);
  const nameBytes = bytes.subarray(nameAt, nameAt + nameLength);
  const name = decodeName(nameBytes);
  if (flags & zip.FLAG_ENCRYPTED) throw new FileError('encrypted', { part: name });
  const method = view.getUint16(at + 10, true);
  if (method !== zip.STORED && method !== zip.DEFLATED) throw damaged(`compression method ${String(method)}`, name);
  const sizes = readSizes(view, at, nameAt + nameLength, extraLength);
  if (!sizes || (method === zip.STORED && sizes.size !== sizes.packedSize)) throw damaged('sizes', name);
  const head = { name, method, flags, crc: view.getUint32(at + 16, true), ...sizes };
  const dataAt = checkLocal(view, bytes, head, nameBytes, dataEnd);
  const dataTo = dataAt + head.packedSize;
  if (dataTo > dataEnd) throw damaged('entry outside the file', name);
  return {
    from: head.offset,
    to: dataTo,
    entry: {
      name,
      method,
      flags,
      crc: head.crc,
      size: head.size,
      packed: bytes.subarray(dataAt, dataTo),
      local: bytes.subarray(head.offset, dataAt),
      central: bytes.subarray(at, to),
    },
  };
}

interface Sizes {
  readonly size: number;
  readonly packedSize: number;
  readonly offset: number;
}

/** Sizes and offset of a central record, from its zip64 extra field where its own fields say so. */
function readSizes(view: DataView, at: number, extraAt: number, extraLength: number): Sizes | undefined {
  const fields = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  if (fields.includes(zip.IN_ZIP64)) {
    const extra = findExtra(view, extraAt, extraAt + extraLength, zip.ZIP64_EXTRA);
    if (!extra) return undefined;
    let next = extra.from;
    for (let i = 0; i < fields.length; i++) {
      if (fields[i] !== zip.IN_ZIP64) continue;
      if (next + 8 > extra.to) return undefined;
      fields[i] = number64(view, next);
      next += 8;
    }
  }
  const [size = 0, packedSize = 0, offset = 0] = fields;
  return { size, packedSize, offset };
}

/** The data of the extra field with this id, between `from` and `to`. */
function findExtra(view: DataView, from: number, to: number, id: number): { from: number; to: number } | undefined {
  let at = from;
  while (at + 4 <= to) {
    const next = at + 4 + view.getUint16(at + 2, true);
    if (next > to) return undefined;
    if (view.getUint16(at, true) === id) return { from: at + 4, to: next };
    at = next;
  }
  return undefined;
}

interface Head extends Sizes {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
}

/**
 * Holds the local header to what the directory says of the entry, so that no other reader of the file sees another
 * file; answers where the data starts.
 */
function checkLocal(view: DataView, bytes: Uint8Array, head: Head, name: Uint8Array, dataEnd: number): number {
  const at = head.offset;
  if (at + zip.LOCAL_SIZE > dataEnd || view.getUint32(at, true) !== zip.LOCAL_SIGNATURE) {
    throw damaged('local header', head.name);
  }
  const nameAt = at + zip.LOCAL_SIZE;
  const nameTo = nameAt + view.getUint16(at + 26, true);
  const dataAt = nameTo + view.getUint16(at + 28, true);
  if (dataAt > dataEnd) throw damaged('entry outside the file', head.name);
  if (!sameBytes(bytes.subarray(nameAt, nameTo), name)) throw damaged('two names', head.name);
  if (view.getUint16(at + 8, true) !== head.method) throw damaged('two methods', head.name);
  const flags = view.getUint16(at + 6, true);
  if (flags & zip.FLAG_ENCRYPTED) throw new FileError('encrypted', { part: head.name });
  if (!(flags & zip.FLAG_DESCRIPTOR)) {
    const agree = (field: number, value: number): boolean => {
      const own = view.getUint32(field, true);
      return own === value || own === zip.IN_ZIP64;
    };
    if (view.getUint32(at + 14, true) !== head.crc || !agree(at + 18, head.packedSize) || !agree(at + 22, head.size)) {
      throw damaged('two sizes', head.name);
    }
  }
  return dataAt;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A name in UTF-8, flagged or not; otherwise byte for byte, so that different names stay different. */
function decodeName(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return String.fromCharCode(...bytes.subarray(0, 0xffff));
  }
}
