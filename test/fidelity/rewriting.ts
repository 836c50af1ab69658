import { nodeCodec } from '../../src/files/codec-node.ts';
import { writeZip } from '../../src/files/zip-write.ts';
import { ZipArchive } from '../../src/files/zip.ts';

/** What becomes of a part's text; `undefined`: the part is left out. */
export type Edit = (text: string, name: string) => string | Uint8Array | undefined;

/** A file with some of its parts written otherwise, left out, or added. */
export function rewritten(
  bytes: Uint8Array,
  which: RegExp,
  edit: Edit,
  added: Readonly<Record<string, string>> = {},
): Uint8Array {
  const archive = new ZipArchive(bytes, nodeCodec);
  const entries = archive.entries.flatMap((entry) => {
    const data = archive.read(entry);
    if (!which.test(entry.name)) return [{ name: entry.name, data }];
    const edited = edit(new TextDecoder('utf-8', { ignoreBOM: true }).decode(data), entry.name);
    if (edited === undefined) return [];
    return [{ name: entry.name, data: typeof edited === 'string' ? new TextEncoder().encode(edited) : edited }];
  });
  const more = Object.entries(added).map(([name, text]) => ({ name, data: new TextEncoder().encode(text) }));
  return writeZip([...entries, ...more], nodeCodec);
}
