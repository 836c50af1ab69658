import { deflateSync, Inflate } from 'fflate';
import type { Codec } from './codec.ts';
import { crc32 } from './crc32.ts';

/** Bytes of packed data handed over at once: so much may be unpacked beyond the limit before it is noticed. */
const SLICE = 16 * 1024;

/** Compression for browsers, which have none of their own that answers at once. */
export const fflateCodec: Codec = {
  inflate(data, limit) {
    // Only where the limit is the true size, as a zip states it, is one piece enough; it is checked all the same.
    const whole = new Uint8Array(limit);
    const state = { length: 0, ended: false };
    const inflate = new Inflate((piece, final) => {
      if (state.length + piece.length > limit) throw new RangeError('more data than stated');
      whole.set(piece, state.length);
      state.length += piece.length;
      state.ended = final;
    });
    for (let at = 0; at < data.length && !state.ended; at += SLICE) {
      inflate.push(data.subarray(at, at + SLICE), at + SLICE >= data.length);
    }
    if (!state.ended) throw new RangeError('data breaks off');
    return state.length === limit ? whole : whole.slice(0, state.length);
  },
  deflate: (data) => deflateSync(data, { level: 6 }),
  crc32,
};
