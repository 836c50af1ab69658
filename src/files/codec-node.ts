import * as zlib from 'node:zlib';
import type { Codec } from './codec.ts';
import { crc32 } from './crc32.ts';
import { plainBytes } from './plain-bytes.ts';

/** node:zlib has crc32 since Node 20.15 only. */
const nativeCrc32: unknown = Reflect.get(zlib, 'crc32');

function nodeCrc32(data: Uint8Array): number {
  if (typeof nativeCrc32 !== 'function') return crc32(data);
  const crc: unknown = Reflect.apply(nativeCrc32, undefined, [data]);
  return typeof crc === 'number' ? crc : crc32(data);
}

/** A chunk below this size is refused by zlib. */
const SMALLEST_CHUNK = 64;

/** Compression by Node's own zlib. */
export const nodeCodec: Codec = {
  inflate: (data, limit) =>
    plainBytes(
      zlib.inflateRawSync(data, {
        maxOutputLength: Math.max(1, limit),
        // One chunk a little larger than the result: nothing is put together from pieces afterwards.
        chunkSize: Math.max(SMALLEST_CHUNK, limit + 1),
      }),
    ),
  deflate: (data) => plainBytes(zlib.deflateRawSync(data, { level: 6 })),
  crc32: nodeCrc32,
};
