/** Reads and writes chunks of PNG files (PNG, third edition, 5.3 and 11), as far as the icons need it. */
import { crc32 } from 'node:zlib';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Length, type and checksum around a chunk's data. */
const AROUND = 12;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

/** Width and height in pixels; `null` where the bytes are no PNG. */
export function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  const header = chunksOf(bytes)[0];
  if (header?.type !== 'IHDR') return null;
  return { width: header.data.readUInt32BE(0), height: header.data.readUInt32BE(4) };
}

/** A text that the file carries by its keyword. */
export function pngText(bytes: Uint8Array, keyword: string): string | null {
  const start = `${keyword}\0`;
  const texts = chunksOf(bytes)
    .filter(({ type }) => type === 'tEXt')
    .map(({ data }) => data.toString('latin1'));
  return texts.find((text) => text.startsWith(start))?.slice(start.length) ?? null;
}

/** The picture with a text behind its header, and without what else programs write about themselves. */
export function withPngText(bytes: Uint8Array, keyword: string, text: string): Buffer {
  const [header, ...rest] = chunksOf(bytes);
  if (header?.type !== 'IHDR') throw new Error('not a PNG');
  const picture = rest.filter(({ type }) => type === 'IDAT' || type === 'PLTE' || type === 'tRNS' || type === 'IEND');
  const note = { type: 'tEXt', data: Buffer.from(`${keyword}\0${text}`, 'latin1') };
  return Buffer.concat([SIGNATURE, ...[header, note, ...picture].map(written)]);
}

function chunksOf(bytes: Uint8Array): readonly Chunk[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!SIGNATURE.every((byte, at) => buffer[at] === byte)) return [];
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at + AROUND <= buffer.length;) {
    const length = buffer.readUInt32BE(at);
    chunks.push({ type: buffer.toString('latin1', at + 4, at + 8), data: buffer.subarray(at + 8, at + 8 + length) });
    at += AROUND + length;
  }
  return chunks;
}

function written({ type, data }: Chunk): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
