/** Compression as the zip container needs it, so that Node and browsers can each bring their own. */
export interface Codec {
  /**
   * Raw DEFLATE data (RFC 1951) back to its bytes. Throws where the data is broken or would give more than
   * `limit` bytes; must stop at the limit, not after it.
   */
  inflate(data: Uint8Array, limit: number): Uint8Array;
  /** Bytes as raw DEFLATE data; the same bytes always give the same data. */
  deflate(data: Uint8Array): Uint8Array;
  /** CRC-32 (ISO 3309, the one of zip), from 0 to 2³²−1. */
  crc32(data: Uint8Array): number;
}
