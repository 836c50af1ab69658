import { damaged } from './file-error.ts';
import { TagKind, TagScanner } from './tags.ts';
import { escapeAttribute, escapeMarkup } from './xml-escape.ts';
import { decodeEntities } from './xml-text.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * An element with all that is in it, for parts that are small enough to be held whole. What is not changed comes out again
 * as it was written: tags and texts are kept as they stand.
 */
export class XmlElement {
  /** The local name. */
  readonly name: string;
  /** Elements, and what stands between them as it was written. */
  children: (XmlElement | string)[] = [];
  #opening: string;
  readonly #closing: string;

  constructor(name: string, opening: string, closing: string) {
    this.name = name;
    this.#opening = opening;
    this.#closing = closing;
  }

  get elements(): XmlElement[] {
    return this.children.filter((child) => typeof child !== 'string');
  }

  child(name: string): XmlElement | undefined {
    return this.elements.find((element) => element.name === name);
  }

  /** The value of the attribute that is written so, prefix and all. */
  attribute(name: string): string | undefined {
    const value = this.#attribute(name)?.[2];
    return value === undefined ? undefined : decodeEntities(value.slice(1, -1));
  }

  /** Changes an attribute that is there. */
  setAttribute(name: string, value: string): void {
    const [all, start = ''] = this.#attribute(name) ?? [];
    if (all !== undefined) this.#opening = this.#opening.replace(all, () => `${start}"${escapeAttribute(value)}"`);
  }

  removeAttribute(name: string): void {
    const [all] = this.#attribute(name) ?? [];
    if (all !== undefined) this.#opening = this.#opening.replace(all, '');
  }

  /** The text directly inside; comments and CDATA sections are left out. */
  get text(): string {
    const written = this.children.filter((child) => typeof child === 'string').join('');
    return decodeEntities(written.replace(/<!--[^]*?-->/g, ''));
  }

  /** Puts a text in place of all that is inside. */
  set text(value: string) {
    this.children = [escapeMarkup(value)];
  }

  /** The same once more. */
  copy(): XmlElement {
    const copy = new XmlElement(this.name, this.#opening, this.#closing);
    copy.children = this.children.map((child) => (typeof child === 'string' ? child : child.copy()));
    return copy;
  }

  toString(): string {
    return this.#opening + this.children.join('') + this.#closing;
  }

  #attribute(name: string): RegExpExecArray | null {
    return new RegExp(`(\\s${name.replace('.', '\\.')}\\s?=\\s?)("[^"]*"|'[^']*')`).exec(this.#opening);
  }
}

/** A part: its root element, and what stands around it. */
export interface XmlDocument {
  readonly before: string;
  readonly root: XmlElement;
  readonly after: string;
}

/** @throws FileError `damaged`, `dtd`. */
export function readXml(bytes: Uint8Array): XmlDocument {
  const scanner = new TagScanner(bytes);
  if (!scanner.next()) throw damaged('no root element');
  const before = decoder.decode(bytes.subarray(0, scanner.start));
  const root = readElement(scanner);
  const after = decoder.decode(bytes.subarray(scanner.end));
  return { before, root, after };
}

export function writeXml({ before, root, after }: XmlDocument): Uint8Array {
  return new TextEncoder().encode(before + root.toString() + after);
}

/** Reads the element whose opening tag is the scanner's present one, and goes to its end. */
function readElement(scanner: TagScanner): XmlElement {
  const { bytes } = scanner;
  const stack: { name: string; opening: string; children: (XmlElement | string)[] }[] = [];
  for (;;) {
    const tag = decoder.decode(bytes.subarray(scanner.start, scanner.end));
    if (scanner.kind === TagKind.open) stack.push({ name: scanner.name(), opening: tag, children: [] });
    else {
      const done = scanner.kind === TagKind.close ? stack.pop() : undefined;
      const element = done ? new XmlElement(done.name, done.opening, tag) : new XmlElement(scanner.name(), tag, '');
      if (done) element.children = done.children;
      const parent = stack[stack.length - 1];
      if (!parent) return element;
      parent.children.push(element);
    }
    const from = scanner.end;
    if (!scanner.next()) throw damaged('part breaks off');
    if (scanner.start > from)
      stack[stack.length - 1]?.children.push(decoder.decode(bytes.subarray(from, scanner.start)));
  }
}
