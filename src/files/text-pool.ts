import type { StringTable } from '../sheets/grid-builder.ts';
import { holdTo } from './reading-limits.ts';
import { decodeXml } from './xml-text.ts';

const BATCH = 1 << 16;
const FIRST_SLOTS = 1 << 10;
/** A crowd of texts made to share one place costs this much each and no more; they are then kept twice, which is allowed. */
const MAX_PROBES = 32;

const AMPERSAND = 0x26;
const CARRIAGE_RETURN = 0x0d;
const UNDERSCORE = 0x5f;
const LETTER_X = 0x78;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Puts texts from the UTF-8 bytes of one part into a workbook's string table. Asking the decoder for every cell is what
 * makes reading slow; so texts are decoded many at a time, and equal ones are known by their bytes.
 * The entries stand in the table at once, their texts only after {@link finish}.
 */
export class TextPool {
  readonly #table: StringTable;
  readonly #bytes: Uint8Array;
  readonly #batch = new Uint8Array(BATCH);
  #batchLength = 0;
  #pending: number[] = [];
  /** Hash places: index into the arrays below plus one, 0 for a free place. Half of them stay free. */
  #slots = new Int32Array(FIRST_SLOTS);
  #known = 0;
  #ids = new Int32Array(FIRST_SLOTS / 2);
  #starts = new Uint32Array(FIRST_SLOTS / 2);
  #ends = new Uint32Array(FIRST_SLOTS / 2);
  #hashes = new Int32Array(FIRST_SLOTS / 2);

  constructor(table: StringTable, bytes: Uint8Array) {
    this.#table = table;
    this.#bytes = bytes;
  }

  /**
   * Adds the text of an XML part between two offsets, without looking for an equal one; answers its index.
   * @throws FileError `too-large`, here and below, for a text that no cell can hold.
   */
  appendXml(start: number, end: number): number {
    return this.#isPlainXml(start, end) ? this.append(start, end) : this.#table.append(this.#decoded(start, end));
  }

  /** The index of the text of an XML part between two offsets, added where it is new. */
  internXml(start: number, end: number): number {
    return this.#isPlainXml(start, end) ? this.intern(start, end) : this.#table.intern(this.#decoded(start, end));
  }

  /** Adds the bytes between two offsets as a text, without looking for an equal one; answers its index. */
  append(start: number, end: number): number {
    const length = end - start;
    if (length >= BATCH) {
      const text = decoder.decode(this.#bytes.subarray(start, end));
      holdTo('text', text.length);
      return this.#table.append(text);
    }
    if (this.#batchLength + length + 1 > BATCH) this.#flush();
    const batch = this.#batch;
    const bytes = this.#bytes;
    let to = this.#batchLength;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === 0) return this.#table.append(decoder.decode(bytes.subarray(start, end)));
      batch[to++] = byte;
    }
    // NUL ends each text: it stands in no XML and no text file, and no broken character can swallow it.
    batch[to++] = 0;
    this.#batchLength = to;
    const id = this.#table.append('');
    this.#pending.push(id);
    return id;
  }

  /** The index of the text that the bytes between two offsets are, added where it is new. */
  intern(start: number, end: number): number {
    const bytes = this.#bytes;
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let probe = 0; probe < MAX_PROBES; probe++) {
      const known = (this.#slots[slot] ?? 0) - 1;
      if (known < 0) return this.#add(slot, hash, start, end);
      if (this.#hashes[known] === hash && this.#same(known, start, end)) return this.#ids[known] ?? 0;
      slot = (slot + 1) & mask;
    }
    return this.append(start, end);
  }

  /** Decodes what is still waiting. Until then entries of this pool may read as empty. */
  finish(): void {
    this.#flush();
  }

  #decoded(start: number, end: number): string {
    const text = decodeEscapes(decodeXml(this.#bytes, start, end));
    holdTo('text', text.length);
    return text;
  }

  #add(slot: number, hash: number, start: number, end: number): number {
    const id = this.append(start, end);
    const known = this.#known++;
    this.#slots[slot] = known + 1;
    this.#ids[known] = id;
    this.#starts[known] = start;
    this.#ends[known] = end;
    this.#hashes[known] = hash;
    if (this.#known * 2 >= this.#slots.length) this.#grow();
    return id;
  }

  #same(known: number, start: number, end: number): boolean {
    const bytes = this.#bytes;
    const from = this.#starts[known] ?? 0;
    if ((this.#ends[known] ?? 0) - from !== end - start) return false;
    for (let i = 0; i < end - start; i++) if (bytes[from + i] !== bytes[start + i]) return false;
    return true;
  }

  #grow(): void {
    const size = this.#slots.length * 2;
    const mask = size - 1;
    this.#slots = new Int32Array(size);
    this.#ids = grown(this.#ids, new Int32Array(size / 2));
    this.#starts = grown(this.#starts, new Uint32Array(size / 2));
    this.#ends = grown(this.#ends, new Uint32Array(size / 2));
    this.#hashes = grown(this.#hashes, new Int32Array(size / 2));
    for (let known = 0; known < this.#known; known++) {
      let slot = (this.#hashes[known] ?? 0) & mask;
      let probe = 0;
      while (this.#slots[slot] !== 0 && ++probe < MAX_PROBES) slot = (slot + 1) & mask;
      if (this.#slots[slot] === 0) this.#slots[slot] = known + 1;
    }
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const texts = decoder.decode(this.#batch.subarray(0, this.#batchLength)).split('\0');
    const strings = this.#table.strings;
    this.#pending.forEach((id, i) => {
      strings[id] = texts[i] ?? '';
    });
    this.#pending = [];
    this.#batchLength = 0;
  }

  /** Whether the bytes are the text as it stands: no entity, no carriage return, nothing like `_x000D_`. */
  #isPlainXml(start: number, end: number): boolean {
    const bytes = this.#bytes;
    for (let at = start; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === AMPERSAND || byte === CARRIAGE_RETURN) return false;
      if (byte === UNDERSCORE && bytes[at + 1] === LETTER_X) return false;
    }
    return true;
  }
}

function grown<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}

/**
 * Characters that XML cannot hold, written `_xHHHH_` (ECMA-376 part 1, 22.9.2.19 ST_Xstring), decoded; `_x005F_` stands
 * for an underscore that must not be taken for one of these. A return before a line feed goes with it.
 */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replaceAll('\r\n', '\n');
}
