import { createHash } from 'node:crypto';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { OfficePackage } from '../../src/files/package.ts';
import { relationshipsOf, type Relationship } from '../../src/files/relationships.ts';
import { all, at, readXml, type XmlElement } from './xml-tree.ts';

/** A workbook's parts, whatever they are called: found by what points to them. */
export class PackageView {
  readonly #parts: OfficePackage;
  readonly #trees = new Map<string, XmlElement | undefined>();

  constructor(bytes: Uint8Array) {
    this.#parts = new OfficePackage(bytes, nodeCodec);
  }

  get names(): readonly string[] {
    return this.#parts.names();
  }

  bytes(part: string | undefined): Uint8Array | undefined {
    return part === undefined ? undefined : this.#parts.part(part);
  }

  text(part: string | undefined): string {
    return new TextDecoder().decode(this.bytes(part) ?? new Uint8Array(0));
  }

  /** A fingerprint of a part; `undefined` where there is none. */
  hash(part: string | undefined): string | undefined {
    const bytes = this.bytes(part);
    return bytes && createHash('sha256').update(bytes).digest('hex');
  }

  tree(part: string | undefined): XmlElement | undefined {
    if (part === undefined) return undefined;
    if (!this.#trees.has(part)) {
      const bytes = this.bytes(part);
      this.#trees.set(part, bytes && readXml(bytes));
    }
    return this.#trees.get(part);
  }

  relationships(part: string): readonly Relationship[] {
    return relationshipsOf(this.#parts, part);
  }

  /** The first part of this kind that a part points to. */
  related(part: string | undefined, kind: string): string | undefined {
    if (part === undefined) return undefined;
    return this.relationships(part).find((one) => one.kind === kind && this.#parts.has(one.target))?.target;
  }

  byId(part: string, id: string | undefined): Relationship | undefined {
    return this.relationships(part).find((one) => one.id === id);
  }

  get workbookPart(): string {
    return this.related('', 'officeDocument') ?? '';
  }

  get workbook(): XmlElement | undefined {
    return this.tree(this.workbookPart);
  }

  get styles(): XmlElement | undefined {
    return this.tree(this.related(this.workbookPart, 'styles'));
  }

  sheetPart(name: string): string | undefined {
    const sheet = all(this.workbook, 'sheet').find((one) => one.attributes.name === name);
    return sheet && this.byId(this.workbookPart, sheet.attributes.id)?.target;
  }

  sheet(name: string): XmlElement | undefined {
    return this.tree(this.sheetPart(name));
  }

  row(sheet: string, number: number): XmlElement | undefined {
    return all(at(this.sheet(sheet), 'sheetData'), 'row').find((row) => row.attributes.r === String(number));
  }

  cell(sheet: string, cell: string): XmlElement | undefined {
    return all(at(this.sheet(sheet), 'sheetData'), 'c').find((one) => one.attributes.r === cell);
  }

  /** The string item or inline string that a cell shows. */
  string(sheet: string, cell: string): XmlElement | undefined {
    const found = this.cell(sheet, cell);
    if (found?.attributes.t === 'inlineStr') return at(found, 'is');
    if (found?.attributes.t !== 's') return undefined;
    const strings = this.tree(this.related(this.workbookPart, 'sharedStrings'));
    return strings?.children.filter((one) => one.name === 'si')[Number(at(found, 'v')?.text)];
  }

  /** The format of a cell (`xf`) and what it is made of. */
  format(sheet: string, cell: string): CellFormat {
    const index = Number(this.cell(sheet, cell)?.attributes.s ?? 0);
    const xf = at(this.styles, 'cellXfs')?.children[index];
    const pick = (list: string, id: string): XmlElement | undefined =>
      at(this.styles, list)?.children[Number(xf?.attributes[id] ?? 0)];
    const number = xf?.attributes.numFmtId;
    const code = all(at(this.styles, 'numFmts'), 'numFmt').find((one) => one.attributes.numFmtId === number);
    return {
      xf,
      font: pick('fonts', 'fontId'),
      fill: pick('fills', 'fillId'),
      border: pick('borders', 'borderId'),
      code: code?.attributes.formatCode ?? number,
      style: all(at(this.styles, 'cellStyles'), 'cellStyle').find(
        (one) => one.attributes.xfId === (xf?.attributes.xfId ?? '0'),
      )?.attributes.name,
    };
  }

  definedName(name: string): XmlElement | undefined {
    return all(at(this.workbook, 'definedNames'), 'definedName').find((one) => one.attributes.name === name);
  }
}

export interface CellFormat {
  readonly xf: XmlElement | undefined;
  readonly font: XmlElement | undefined;
  readonly fill: XmlElement | undefined;
  readonly border: XmlElement | undefined;
  readonly code: string | undefined;
  readonly style: string | undefined;
}

/** The text of a string item or note, without its readings. */
export function plainText(item: XmlElement | undefined): string | undefined {
  if (!item) return undefined;
  return item.children
    .filter((child) => child.name === 't' || child.name === 'r')
    .map((child) => (child.name === 't' ? child.text : (at(child, 't')?.text ?? '')))
    .join('');
}
