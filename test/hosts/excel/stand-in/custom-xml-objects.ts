import type { ExcelDocument } from './excel-document.ts';
import { Refusal } from './refusal.ts';
import { Collection, ServerObject, textArgument, type Argument } from './server-object.ts';
import { newId } from './sheet.ts';

/** The namespace of the root of a small piece of XML. @throws Refusal InvalidArgument for what is no XML */
function namespaceOf(xml: string): string {
  const root = /^\s*(?:<\?[^>]*\?>\s*)?<(?:([\w.-]+):)?([\w.-]+)([^>]*)>/.exec(xml);
  if (!root || !xml.trimEnd().endsWith('>')) throw new Refusal('InvalidArgument', 'no XML');
  const prefix = root[1] === undefined ? 'xmlns' : `xmlns:${root[1]}`;
  const attributes = root[3] ?? '';
  for (const [, name, double, single] of attributes.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name === prefix) return double ?? single ?? '';
  }
  return '';
}

/** Custom XML parts: all, or those of one namespace. They have no part in undo. */
export class CustomXmlPartCollectionObject extends Collection {
  readonly type: string = 'CustomXmlPartCollection';
  protected readonly document: ExcelDocument;

  constructor(document: ExcelDocument) {
    super();
    this.document = document;
  }

  override items(): readonly CustomXmlPartObject[] {
    return [...this.document.customXml.keys()].map((id) => new CustomXmlPartObject(this.document, id));
  }

  override call(member: string, given: readonly Argument[]): unknown {
    switch (member) {
      case 'add': {
        const xml = textArgument(given[0]);
        namespaceOf(xml);
        const id = newId();
        this.document.customXml = new Map([...this.document.customXml, [id, xml]]);
        return new CustomXmlPartObject(this.document, id);
      }
      case 'getByNamespace':
        return new CustomXmlPartScopedCollectionObject(this.document, textArgument(given[0]));
      default:
        return super.call(member, given);
    }
  }
}

class CustomXmlPartScopedCollectionObject extends CustomXmlPartCollectionObject {
  override readonly type = 'CustomXmlPartScopedCollection';
  readonly #namespace: string;

  constructor(document: ExcelDocument, namespace: string) {
    super(document);
    this.#namespace = namespace;
  }

  override items(): readonly CustomXmlPartObject[] {
    return super.items().filter((part) => part.get('namespaceUri') === this.#namespace);
  }

  override call(member: string, given: readonly Argument[]): unknown {
    if (member !== 'getOnlyItem' && member !== 'getOnlyItemOrNullObject') return super.call(member, given);
    const [only, ...others] = this.items();
    if (only && others.length === 0) return only;
    if (member === 'getOnlyItemOrNullObject') return null;
    throw new Refusal('GeneralException');
  }
}

class CustomXmlPartObject extends ServerObject {
  readonly type = 'CustomXmlPart';
  override readonly id: string;
  readonly #document: ExcelDocument;

  constructor(document: ExcelDocument, id: string) {
    super();
    this.#document = document;
    this.id = id;
  }

  get #xml(): string {
    const xml = this.#document.customXml.get(this.id);
    if (xml === undefined) throw new Refusal('ItemNotFound');
    return xml;
  }

  #assertThere(): void {
    if (!this.#document.customXml.has(this.id)) throw new Refusal('ItemNotFound');
  }

  override get(member: string): unknown {
    if (member === 'id') return this.id;
    return member === 'namespaceUri' ? namespaceOf(this.#xml) : super.get(member);
  }

  override call(member: string, given: readonly Argument[]): unknown {
    const parts = new Map(this.#document.customXml);
    switch (member) {
      case 'getXml':
        return this.#xml;
      case 'setXml':
        this.#assertThere();
        namespaceOf(textArgument(given[0]));
        parts.set(this.id, textArgument(given[0]));
        break;
      case 'delete':
        this.#assertThere();
        parts.delete(this.id);
        break;
      default:
        return super.call(member, given);
    }
    this.#document.customXml = parts;
    return undefined;
  }
}
