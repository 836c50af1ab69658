import { createDeflateRaw } from 'node:zlib';
import { closeSync, openSync, writeSync } from 'node:fs';
import { once } from 'node:events';

/** Writes a zip part by part, as the text comes; of a part only a few hundred kilobytes are ever in memory. */
export class ZipStream {
  readonly #file: number;
  readonly #records: Buffer[] = [];
  #offset = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  /** Deflates one part. Sizes go into its local header afterwards, as Excel has them, not into a descriptor behind it. */
  async part(name: string, text: Iterable<string>): Promise<void> {
    const start = this.#offset;
    const nameBytes = Buffer.from(name);
    this.#append(Buffer.concat([Buffer.alloc(30), nameBytes]));
    const dataAt = this.#offset;
    const deflate = createDeflateRaw({ level: 6 });
    deflate.on('data', (chunk: Buffer) => this.#append(chunk));
    let [crc, size] = [~0, 0];
    for (const piece of pieces(text)) {
      crc = updated(crc, piece);
      size += piece.length;
      if (!deflate.write(piece)) await once(deflate, 'drain');
    }
    deflate.end();
    await once(deflate, 'end');
    const fields = fieldsOf(~crc >>> 0, this.#offset - dataAt, size, nameBytes.length);
    writeSync(this.#file, Buffer.concat([int32(0x04034b50), fields, int16(0)]), 0, 30, start);
    const place = Buffer.concat([int16(0), int16(0), int16(0), int16(0), int32(0), int32(start)]);
    this.#records.push(Buffer.concat([int32(0x02014b50), int16(20), fields, place, nameBytes]));
  }

  /** Writes the directory and closes the file. */
  end(): void {
    const directory = Buffer.concat(this.#records);
    const count = int16(this.#records.length);
    const end = [int32(0x06054b50), int32(0), count, count, int32(directory.length), int32(this.#offset), int16(0)];
    this.#append(Buffer.concat([directory, ...end]));
    closeSync(this.#file);
  }

  #append(bytes: Buffer): void {
    this.#offset += writeSync(this.#file, bytes, 0, bytes.length, this.#offset);
  }
}

/** What the local header and the directory both have: version, flags, deflated, 1980-01-01, checksum, sizes, name. */
function fieldsOf(crc: number, packed: number, size: number, name: number): Buffer {
  return Buffer.concat([
    int16(20),
    int16(0),
    int16(8),
    int16(0),
    int16(0x21),
    ...[crc, packed, size].map(int32),
    int16(name),
  ]);
}

/** Text gathered into pieces of some 64,000 characters, in UTF-8. */
function* pieces(text: Iterable<string>): Generator<Buffer> {
  let gathered = '';
  for (const each of text) {
    gathered += each;
    if (gathered.length < 0xffff) continue;
    yield Buffer.from(gathered);
    gathered = '';
  }
  yield Buffer.from(gathered);
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** The running checksum (CRC-32, ISO 3309) with these bytes; it begins with ~0 and is inverted at the end. */
function updated(crc: number, bytes: Buffer): number {
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return crc;
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
