import { damaged } from './file-error.ts';

/** The last sector of a chain ([MS-CFB] 2.1); larger numbers are no sectors either. */
const END_OF_CHAIN = 0xfffffffe;
const LARGEST_SECTOR = 0xfffffffa;
const HEADER = 512;
const ENTRY = 128;
const STREAM = 2;

/**
 * A compound file ([MS-CFB]: the container of .xls and .et), read only as far as finding a stream needs. Everything it
 * says of itself is held to what is there: no chain runs in a circle or out of the file.
 */
export class CompoundFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #sectorSize: number;
  readonly #sectors: number;
  /** The sectors of the file allocation table. */
  readonly #table: readonly number[];
  readonly #directory: Uint8Array;

  /** @throws FileError `damaged`. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = bytes.length < HEADER ? 0 : this.#view.getUint16(30, true);
    if (shift !== 9 && shift !== 12) throw damaged('compound file header');
    this.#sectorSize = 1 << shift;
    // The last sector may be cut short: what is missing must not be needed.
    this.#sectors = Math.ceil(bytes.length / this.#sectorSize) - 1;
    this.#table = this.#readTable();
    this.#directory = this.#chain(this.#view.getUint32(48, true), Infinity);
  }

  /**
   * The stream with this name at the top of the file; `undefined` where there is none.
   * @throws FileError `damaged` where not all of it is there.
   */
  stream(name: string): Uint8Array | undefined {
    const at = this.#find(name);
    if (at === undefined) return undefined;
    const view = viewOf(this.#directory);
    const start = view.getUint32(at + 116, true);
    const size = view.getUint32(at + 120, true);
    const small = size < this.#view.getUint32(56, true);
    const stream = small ? this.#smallStream(start, size) : this.#chain(start, size);
    if (stream.length < size) throw damaged('stream breaks off', name);
    return stream.subarray(0, size);
  }

  /** Where the directory has the entry: siblings are a tree by names, which may be out of order. */
  #find(name: string): number | undefined {
    const view = viewOf(this.#directory);
    const seen = new Set<number>();
    const waiting = [view.getUint32(76, true)];
    for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
      const at = entry * ENTRY;
      if (at + ENTRY > this.#directory.length || seen.has(entry)) continue;
      seen.add(entry);
      if (view.getUint8(at + 66) === STREAM && nameOf(view, at) === name.toLowerCase()) return at;
      waiting.push(view.getUint32(at + 68, true), view.getUint32(at + 72, true));
    }
    return undefined;
  }

  /** Small streams lie within one large one, in sectors of their own size. */
  #smallStream(start: number, size: number): Uint8Array {
    const sectorSize = 1 << Math.min(this.#view.getUint16(32, true), 12);
    const root = viewOf(this.#directory);
    const all = this.#chain(root.getUint32(116, true), root.getUint32(120, true));
    const table = viewOf(this.#chain(this.#view.getUint32(60, true), Infinity));
    const stream = new Uint8Array(size);
    let written = 0;
    for (let sector = start; written < size;) {
      const from = sector * sectorSize;
      if (from >= all.length || 4 * sector + 4 > table.byteLength) throw damaged('chain of sectors');
      const piece = all.subarray(from, Math.min(from + sectorSize, from + size - written));
      if (piece.length === 0) throw damaged('chain of sectors');
      stream.set(piece, written);
      written += piece.length;
      sector = table.getUint32(4 * sector, true);
    }
    return stream;
  }

  /** The table's sectors: 109 in the header, the rest in a chain of lists, each with the next one's number at its end. */
  #readTable(): number[] {
    const table: number[] = [];
    const add = (sector: number): void => {
      if (sector < LARGEST_SECTOR) table.push(sector);
    };
    for (let i = 0; i < 109; i++) add(this.#view.getUint32(76 + 4 * i, true));
    let list = this.#view.getUint32(68, true);
    for (let lists = 0; list < LARGEST_SECTOR; lists++) {
      if (lists > this.#sectors) throw damaged('chain of sectors');
      const view = viewOf(this.#sector(list));
      if (view.byteLength < this.#sectorSize) throw damaged('chain of sectors');
      for (let at = 0; at < this.#sectorSize - 4; at += 4) add(view.getUint32(at, true));
      list = view.getUint32(this.#sectorSize - 4, true);
    }
    return table;
  }

  #sector(number: number): Uint8Array {
    if (number >= this.#sectors) throw damaged('sector beyond the file');
    const from = (number + 1) * this.#sectorSize;
    return this.#bytes.subarray(from, from + this.#sectorSize);
  }

  /** The bytes of a chain of sectors, of a stream of this size; a chain without end is noticed. */
  #chain(start: number, size: number): Uint8Array {
    const chain: Uint8Array[] = [];
    const most = Math.min(this.#sectors, Math.ceil(size / this.#sectorSize));
    let sector = start;
    while (sector !== END_OF_CHAIN && chain.length < most) {
      chain.push(this.#sector(sector));
      sector = this.#next(sector);
    }
    if (size === Infinity && sector !== END_OF_CHAIN) throw damaged('chain of sectors');
    const bytes = new Uint8Array(chain.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of chain) {
      bytes.set(piece, at);
      at += piece.length;
    }
    return bytes;
  }

  #next(sector: number): number {
    const perSector = this.#sectorSize / 4;
    const table = this.#table[Math.floor(sector / perSector)];
    const bytes = table === undefined ? undefined : this.#sector(table);
    const at = 4 * (sector % perSector);
    if (!bytes || at + 4 > bytes.length) throw damaged('chain of sectors');
    return viewOf(bytes).getUint32(at, true);
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** An entry's name in lower case; its length counts the NUL at its end, in bytes. */
function nameOf(view: DataView, at: number): string {
  const length = Math.min(view.getUint16(at + 64, true), 64) / 2 - 1;
  let name = '';
  for (let i = 0; i < length; i++) name += String.fromCharCode(view.getUint16(at + 2 * i, true));
  return name.toLowerCase();
}
