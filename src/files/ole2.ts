/** What a compound file (MS-CFB: the container of old Office files and of encrypted new ones) holds. */
export type Ole2Kind = 'encrypted' | 'xls' | 'doc' | 'ppt' | 'ole2';

/** Names of streams as they stand in the directory, in UTF-16, and what they tell; the first found counts. */
const STREAMS: readonly (readonly [string, Ole2Kind])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'doc'],
  ['PowerPoint Document', 'ppt'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
];

/** A directory entry is 128 bytes long and begins with its name (MS-CFB 2.6.1). */
const ENTRY = 128;

/** Looks at the names where directory entries can stand, without following the file's own tables, which may lie. */
export function ole2Kind(bytes: Uint8Array): Ole2Kind {
  const found = STREAMS.find(([name]) => hasStream(bytes, name));
  return found ? found[1] : 'ole2';
}

function hasStream(bytes: Uint8Array, name: string): boolean {
  for (let at = 0; at + 2 * name.length + 2 <= bytes.length; at += ENTRY) {
    if (isNameAt(bytes, at, name)) return true;
  }
  return false;
}

function isNameAt(bytes: Uint8Array, at: number, name: string): boolean {
  for (let i = 0; i <= name.length; i++) {
    const code = i < name.length ? name.charCodeAt(i) : 0;
    if (bytes[at + 2 * i] !== code || bytes[at + 2 * i + 1] !== 0) return false;
  }
  return true;
}
