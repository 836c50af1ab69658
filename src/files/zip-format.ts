/**
 * Numbers of the zip format (PKWARE APPNOTE 6.3.10; ISO/IEC 21320-1 for what a document container may use).
 * All integers are little-endian.
 */
export const LOCAL_SIGNATURE = 0x04034b50;
export const CENTRAL_SIGNATURE = 0x02014b50;
export const END_SIGNATURE = 0x06054b50;
export const ZIP64_END_SIGNATURE = 0x06064b50;
export const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
export const DESCRIPTOR_SIGNATURE = 0x08074b50;

export const LOCAL_SIZE = 30;
export const CENTRAL_SIZE = 46;
export const END_SIZE = 22;
export const ZIP64_END_SIZE = 56;
export const ZIP64_LOCATOR_SIZE = 20;
export const DESCRIPTOR_SIZE = 16;

export const STORED = 0;
export const DEFLATED = 8;

/** General purpose flags: bit 0 encrypted, bit 3 sizes follow the data, bit 6 strong encryption, bit 11 UTF-8 name, bit 13 masked. */
export const FLAG_ENCRYPTED = 0x2041;
export const FLAG_DESCRIPTOR = 0x0008;
export const FLAG_UTF8 = 0x0800;

/** In a 32-bit (16-bit) field: the true number stands in the zip64 extra field. */
export const IN_ZIP64 = 0xffffffff;
export const IN_ZIP64_SHORT = 0xffff;
export const ZIP64_EXTRA = 0x0001;

/** 1980-01-01 00:00, the first moment a zip can name; written everywhere so that equal contents give equal files. */
export const FIRST_DATE = 0x0021;
export const FIRST_TIME = 0;

/** A view for little-endian numbers over the very same bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
