import type { Codec } from './codec.ts';
import { damaged } from './file-error.ts';
import { TagScanner } from './tags.ts';
import { toUtf8 } from './xml-text.ts';
import { ZipArchive, type ZipEntry } from './zip.ts';

/** A relationship of a part (ECMA-376 part 2, 6.5), its target resolved. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type's URI, the same in transitional and strict files: `worksheet`, `sharedStrings`, `comments` … */
  readonly type: string;
  /** The name of the part it points to, without a leading `/`; of an external one the target as written. */
  readonly target: string;
  readonly external: boolean;
}

/** An Office Open XML package: parts in a zip, found through relationships. */
export class OfficePackage {
  readonly archive: ZipArchive;

  /** @throws FileError as {@link ZipArchive} does. */
  constructor(bytes: Uint8Array, codec: Codec) {
    this.archive = new ZipArchive(bytes, codec);
  }

  has(name: string): boolean {
    return this.archive.entry(name) !== undefined;
  }

  /**
   * An XML part as UTF-8 bytes. It is unpacked anew each time: keep the result only as long as it is needed.
   * @throws FileError `damaged` where there is no such part or it cannot be unpacked.
   */
  xml(name: string): Uint8Array {
    return toUtf8(this.archive.read(this.#entry(name)));
  }

  /** The relationships of a part, or of the package itself for `''`; none where it has none. */
  relationships(part: string): readonly Relationship[] {
    const entry = this.archive.entry(relationshipsPart(part));
    return entry ? readRelationships(toUtf8(this.archive.read(entry)), part) : [];
  }

  /** The content type of a part by `[Content_Types].xml`: its own, else that of its ending. */
  contentType(part: string): string | undefined {
    return this.#contentTypes().get(`/${part}`.toLowerCase()) ?? this.#contentTypes().get(extension(part));
  }

  /** The first part with its own content type that passes the test. */
  partOfType(test: (contentType: string) => boolean): string | undefined {
    for (const [name, type] of this.#contentTypes()) {
      if (name.startsWith('/') && test(type)) return name.slice(1);
    }
    return undefined;
  }

  #types: ReadonlyMap<string, string> | undefined;

  #contentTypes(): ReadonlyMap<string, string> {
    this.#types ??= this.has(CONTENT_TYPES) ? readContentTypes(this.xml(CONTENT_TYPES)) : new Map<string, string>();
    return this.#types;
  }

  #entry(name: string): ZipEntry {
    const entry = this.archive.entry(name);
    if (!entry) throw damaged('missing part', name);
    return entry;
  }
}

export const CONTENT_TYPES = '[Content_Types].xml';

function extension(part: string): string {
  return part.slice(part.lastIndexOf('.') + 1).toLowerCase();
}

/** Overrides by `/part` and defaults by extension, both in lower case; no extension begins with `/`. */
function readContentTypes(xml: Uint8Array): Map<string, string> {
  const types = new Map<string, string>();
  const tag = new TagScanner(xml);
  while (tag.next()) {
    const key = tag.opens('Override') ? 'PartName' : tag.opens('Default') ? 'Extension' : undefined;
    const name = key === undefined ? undefined : tag.attribute(key);
    const type = tag.attribute('ContentType');
    if (name !== undefined && type !== undefined) types.set(name.toLowerCase(), type);
  }
  return types;
}

/** Where a part's relationships stand: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
export function relationshipsPart(part: string): string {
  const at = part.lastIndexOf('/') + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}

function readRelationships(xml: Uint8Array, part: string): Relationship[] {
  const found: Relationship[] = [];
  const tag = new TagScanner(xml);
  while (tag.next()) {
    if (!tag.opens('Relationship')) continue;
    const id = tag.attribute('Id');
    const type = tag.attribute('Type');
    const target = tag.attribute('Target');
    if (id === undefined || type === undefined || target === undefined) continue;
    const external = tag.attribute('TargetMode')?.toLowerCase() === 'external';
    found.push({
      id,
      type: type.slice(type.lastIndexOf('/') + 1),
      target: external ? target : resolveTarget(part, target),
      external,
    });
  }
  return found;
}

/** A target relative to the part that names it; `..` never leads out of the package. */
export function resolveTarget(part: string, target: string): string {
  const path = target.replaceAll('\\', '/').split('#', 1)[0] ?? '';
  const steps = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const joined = steps.join('/');
  try {
    return decodeURIComponent(joined);
  } catch {
    return joined;
  }
}
