import * as zlib from 'node:zlib';
import { crc32 } from '../../src/files/crc32.ts';

/** Zips put together by hand, for what our writer never writes. */

export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const u16 = (value: number): Uint8Array => Uint8Array.of(value & 0xff, value >> 8);
export const u32 = (value: number): Uint8Array => Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24);
export const u64 = (value: number): Uint8Array => joined(u32(value), u32(0));

export function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

/** A copy with other bytes at some places. */
export function patched(bytes: Uint8Array, changes: readonly (readonly [number, Uint8Array])[]): Uint8Array {
  const copy = bytes.slice();
  for (const [at, change] of changes) copy.set(change, at);
  return copy;
}

const end = (count: number, size: number, offset: number): Uint8Array =>
  joined(u32(0x06054b50), u32(0), u16(count), u16(count), u32(size), u32(offset), u16(0));

/** As streaming writers do it: sizes 0 in the local header, flag bit 3, the sizes behind the data; a time, an extra field. */
export function descriptorZip(name: string, text: string): Uint8Array {
  const data = textBytes(text);
  const packed = zlib.deflateRawSync(data);
  const crc = u32(crc32(data));
  const extra = joined(u16(0xcafe), u16(2), u16(7));
  const head = joined(u16(20), u16(8), u16(8), u16(0x6000), u16(0x5555));
  const lengths = joined(u16(name.length), u16(extra.length));
  const sizes = joined(u32(packed.length), u32(data.length));
  const local = joined(u32(0x04034b50), head, u32(0), u32(0), u32(0), lengths, textBytes(name), extra, packed);
  const descriptor = joined(u32(0x08074b50), crc, sizes);
  const central = joined(
    u32(0x02014b50),
    u16(20),
    head,
    crc,
    sizes,
    lengths,
    u16(0),
    u32(0),
    u32(0),
    u32(0),
    textBytes(name),
    extra,
  );
  return joined(local, descriptor, central, end(1, central.length, local.length + descriptor.length));
}

/** As some writers always do it: every number in zip64 fields. `lie` replaces the count of entries there. */
export function zip64Zip(name: string, text: string, lie: { readonly count?: number } = {}): Uint8Array {
  const data = textBytes(text);
  const packed = zlib.deflateRawSync(data);
  const head = joined(u16(45), u16(0), u16(8), u16(0), u16(0x21), u32(crc32(data)));
  const full = u32(0xffffffff);
  const localExtra = joined(u16(1), u16(16), u64(data.length), u64(packed.length));
  const local = joined(
    u32(0x04034b50),
    head,
    full,
    full,
    u16(name.length),
    u16(localExtra.length),
    textBytes(name),
    localExtra,
    packed,
  );
  const extra = joined(u16(1), u16(24), u64(data.length), u64(packed.length), u64(0));
  const central = joined(
    u32(0x02014b50),
    u16(45),
    head,
    full,
    full,
    u16(name.length),
    u16(extra.length),
    u16(0),
    u32(0),
    u32(0),
    full,
    textBytes(name),
    extra,
  );
  const count = u64(lie.count ?? 1);
  const end64 = joined(
    u32(0x06064b50),
    u64(44),
    u16(45),
    u16(45),
    u32(0),
    u32(0),
    count,
    count,
    u64(central.length),
    u64(local.length),
  );
  const locator = joined(u32(0x07064b50), u32(0), u64(local.length + central.length), u32(1));
  return joined(local, central, end64, locator, joined(u32(0x06054b50), u32(0), u16(1), u16(1), full, full, u16(0)));
}
