/**
 * The same memory as a plain Uint8Array. Node's Buffer is one too, but its slice() is a view and not a copy, and two kinds of
 * arrays make the loops over bytes slower.
 */
export function plainBytes(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
