import { deflateSync } from 'node:zlib';
import { crc32 } from '../../../src/files/crc32.ts';

/** A picture of one colour with this opacity (PNG, 8 bits, RGBA). */
export function picture(size: number, red: number, green: number, blue: number, alpha: number): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, size);
  view.setUint32(4, size);
  header.set([8, 6, 0, 0, 0], 8);
  const row = [0, ...Array.from({ length: size }, () => [red, green, blue, alpha]).flat()];
  const pixels = Uint8Array.from(Array.from({ length: size }, () => row).flat());
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', new Uint8Array(0))];
  return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...chunks.flatMap((one) => [...one])]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** Bytes that stand for a part whose contents no program but its own can read (a printer's settings, macros). */
export function opaque(length: number, seed: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => (at * 31 + seed * 7 + (at >> 3)) & 0xff);
}
