import type { Codec } from './codec.ts';
import { damaged } from './file-error.ts';
import { toUtf8 } from './xml-text.ts';
import { entryKey, ZipArchive, type ZipEntry } from './zip.ts';
import { writeZip, type NewEntry } from './zip-write.ts';

interface PatchedPart {
  readonly name: string;
  /** `null`: the part is gone. */
  readonly bytes: Uint8Array | null;
}

/**
 * An Office Open XML package (ECMA-376 part 2): parts in a zip, read and given as UTF-8. Parts may be changed; of the
 * bytes it then makes only those that came out different are packed anew, all others are copied as they are, in their
 * old order. Names have no leading `/`.
 */
export class OfficePackage {
  readonly #archive: ZipArchive;
  readonly #codec: Codec;
  readonly #patched = new Map<string, PatchedPart>();
  /** Parts found to be in another encoding than UTF-8. */
  readonly #otherEncoding = new Set<string>();

  /** @throws FileError as {@link ZipArchive}. */
  constructor(bytes: Uint8Array, codec: Codec) {
    this.#archive = new ZipArchive(bytes, codec);
    this.#codec = codec;
  }

  has(name: string): boolean {
    const patched = this.#patched.get(entryKey(name));
    return patched ? patched.bytes !== null : this.#archive.entry(name) !== undefined;
  }

  /** The length in bytes of a part of the file as it was, unpacked; `undefined` where there was none. */
  sizeOf(name: string): number | undefined {
    return this.#archive.entry(name)?.size;
  }

  /** The names of all parts, as the file has them. */
  names(): string[] {
    const kept = this.#archive.entries.map((entry) => entry.name).filter((name) => this.has(name));
    const known = new Set(kept.map(entryKey));
    const added = [...this.#patched.values()].filter((part) => part.bytes && !known.has(entryKey(part.name)));
    return [...kept, ...added.map((part) => part.name)];
  }

  /**
   * A part as it stands now, in UTF-8; `undefined` where there is none. It is unpacked anew each time: keep the result
   * only as long as it is needed.
   * @throws FileError `damaged` where it cannot be unpacked.
   */
  part(name: string): Uint8Array | undefined {
    const patched = this.#patched.get(entryKey(name));
    if (patched) return patched.bytes ?? undefined;
    const entry = this.#archive.entry(name);
    if (!entry) return undefined;
    const bytes = this.#archive.read(entry);
    const utf8 = toUtf8(bytes);
    if (utf8 !== bytes) this.#otherEncoding.add(entryKey(name));
    return utf8;
  }

  /** As {@link part}; @throws FileError `damaged` also where there is no such part. */
  required(name: string): Uint8Array {
    const bytes = this.part(name);
    if (!bytes) throw damaged('missing part', name);
    return bytes;
  }

  /** Adds a part or changes it. */
  set(name: string, bytes: Uint8Array): void {
    this.#patched.set(entryKey(name), { name: this.#archive.entry(name)?.name ?? name, bytes });
  }

  remove(name: string): void {
    this.#patched.set(entryKey(name), { name, bytes: null });
  }

  /**
   * The parts as a zip of our own making, for a reader that trusts what it is told of lengths and places: each part is
   * unpacked and held to its size here first.
   * @throws FileError `damaged`.
   */
  rewritten(): Uint8Array {
    const entries = this.#archive.entries.filter((entry) => !entry.name.endsWith('/'));
    return writeZip(
      entries.map((entry) => ({ name: entry.name, data: this.#archive.read(entry) })),
      this.#codec,
    );
  }

  toBytes(): Uint8Array {
    const entries = this.#archive.entries.flatMap((entry) => {
      const patched = this.#patched.get(entryKey(entry.name));
      if (!patched) return [entry];
      if (patched.bytes === null) return [];
      return [
        this.#isUnchanged(entry, patched.bytes)
          ? entry
          : { name: entry.name, data: this.#encoded(entry, patched.bytes) },
      ];
    });
    const added: NewEntry[] = [];
    for (const { name, bytes } of this.#patched.values()) {
      if (bytes && !this.#archive.entry(name)) added.push({ name, data: bytes });
    }
    return writeZip([...entries, ...added], this.#codec);
  }

  #isUnchanged(entry: ZipEntry, utf8: Uint8Array): boolean {
    const data = this.#encoded(entry, utf8);
    return data.length === entry.size && sameBytes(this.#archive.read(entry), data);
  }

  #encoded(entry: ZipEntry, utf8: Uint8Array): Uint8Array {
    return this.#otherEncoding.has(entryKey(entry.name)) ? encodedLike(this.#archive.read(entry), utf8) : utf8;
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** UTF-8 bytes in the other encoding that the part had before. */
function encodedLike(original: Uint8Array, utf8: Uint8Array): Uint8Array {
  const [first, second] = original;
  const text = new TextDecoder('utf-8').decode(utf8);
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const littleEndian = first === 0xff || second === 0;
  if (marked || first === 0 || second === 0) return utf16((marked ? '\ufeff' : '') + text, littleEndian);
  // Any other encoding can be read but not written: the part becomes UTF-8 and says so.
  return new TextEncoder().encode(text.replace(/(\sencoding\s?=\s?["'])[\w.:-]{1,40}/i, '$1UTF-8'));
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), littleEndian);
  return bytes;
}
