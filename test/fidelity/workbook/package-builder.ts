import { nodeCodec } from '../../../src/files/codec-node.ts';
import { writeZip } from '../../../src/files/zip-write.ts';

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
export const X15 = 'http://schemas.microsoft.com/office/spreadsheetml/2010/11/main';
export const XM = 'http://schemas.microsoft.com/office/excel/2006/main';
export const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** `id type target`; a type without `:` is one of Office's own. An external target is marked as such. */
export type RelationshipRow = readonly [id: string, type: string, target: string, mode?: 'External'];

/** Gathers the parts of a package (ECMA-376 part 2) and writes them in the order in which they came. */
export class PackageBuilder {
  readonly #parts = new Map<string, Uint8Array>();
  readonly #overrides: string[] = [];
  readonly #defaults = new Map([
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
  ]);

  /** @param type the part's content type; without one its ending tells. */
  add(name: string, content: string | Uint8Array, type?: string): this {
    this.#parts.set(name, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    if (type !== undefined) this.#overrides.push(`<Override PartName="/${name}" ContentType="${type}"/>`);
    return this;
  }

  /** The type of all parts with this ending. */
  ending(extension: string, type: string): this {
    this.#defaults.set(extension, type);
    return this;
  }

  /** The relationships of a part, `''` for the package itself. */
  relate(part: string, ...rows: readonly RelationshipRow[]): this {
    const slash = part.lastIndexOf('/') + 1;
    const items = rows.map(
      ([id, type, target, mode]) =>
        `<Relationship Id="${id}" Type="${type.includes(':') ? type : `${OFFICE}/${type}`}" Target="${target}"` +
        `${mode ? ` TargetMode="${mode}"` : ''}/>`,
    );
    const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    return this.add(
      name,
      `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`,
    );
  }

  toBytes(): Uint8Array {
    const defaults = [...this.#defaults].map(
      ([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`,
    );
    const types = `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">${defaults.join('')}${this.#overrides.join('')}</Types>`;
    const entries = [...this.#parts].map(([name, data]) => ({ name, data }));
    return writeZip([{ name: '[Content_Types].xml', data: new TextEncoder().encode(types) }, ...entries], nodeCodec);
  }
}
