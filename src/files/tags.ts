import { FileError, damaged } from './file-error.ts';
import { decodeXml } from './xml-text.ts';

/** Deeper than any part of a workbook; drawings reach about twenty. */
const MAX_DEPTH = 256;
const USUAL_ATTRIBUTES = 32;
/** More attributes than any element of OOXML has. */
const MAX_ATTRIBUTES = 1024;

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COLON = 0x3a;
const DASH = 0x2d;
const BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const SPACE = 0x20;

export const TagKind = { none: 0, open: 1, close: 2, empty: 3 } as const;

/**
 * Walks the tags of an XML part (XML 1.0, UTF-8) once, from front to back, without making objects: every place is a
 * byte offset, so that a reader takes what it needs and a patcher knows where to cut. Comments and processing
 * instructions are passed over; tags must match, and all be within one root element. After a FileError the scanner is of no further use.
 *
 * The part must be UTF-8 ({@link toUtf8} makes it so).
 */
export class TagScanner {
  readonly bytes: Uint8Array;
  /** {@link TagKind} of the present tag; `none` before the first and after the last. */
  kind: number = TagKind.none;
  /** Offsets of the tag's `<` and of the byte behind its `>`. */
  start = 0;
  end = 0;
  /** The local name, without prefix: offsets of its first byte and of the byte behind it. */
  nameStart = 0;
  nameEnd = 0;
  /** Elements open around this tag's element: 0 for the root, the same for an element's opening and closing tag. */
  depth = 0;
  /** Where the text in front of this tag begins; it ends at {@link start}. */
  textStart = 0;
  /** Offsets of the text that {@link leaf} has found. */
  leafStart = 0;
  leafEnd = 0;
  /** The tag's attributes: how many, and for each the offsets of name, its end, value, its end (another array once it has grown). */
  attributeCount = 0;
  attributes: Int32Array = new Int32Array(4 * USUAL_ATTRIBUTES);
  readonly #limit: number;
  #rooted = false;
  /** Open elements. */
  #open = 0;
  readonly #openNames = new Int32Array(2 * MAX_DEPTH);
  /** Comments, instructions or CDATA stand in the text. */
  #mixed = false;
  #qualifiedStart = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#limit = bytes.length;
    if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) this.end = 3;
  }

  /**
   * Goes on to the next tag; false when the part ends.
   * @throws FileError `dtd` at a document type, `damaged` where tags do not match or the part breaks off.
   */
  next(): boolean {
    const bytes = this.bytes;
    const limit = this.#limit;
    let at = this.end;
    this.textStart = at;
    this.#mixed = false;
    for (;;) {
      while (at < limit && bytes[at] !== LESS) at++;
      if (at >= limit) return this.#finish();
      const following = bytes[at + 1];
      if (following !== BANG && following !== QUESTION) break;
      this.#mixed = true;
      at = following === BANG ? this.#passDeclaration(at) : this.#find(at + 2, QUESTION, GREATER) + 2;
    }
    this.start = at;
    if (bytes[at + 1] === SLASH) this.#readClose(at + 2);
    else this.#readOpen(at + 1);
    return true;
  }

  /** Whether the present tag opens an element (also a self-closing one) of this local name. */
  opens(name: string): boolean {
    return (this.kind === TagKind.open || this.kind === TagKind.empty) && this.named(name);
  }

  /** Whether the present tag closes an element of this local name. */
  closes(name: string): boolean {
    return this.kind === TagKind.close && this.named(name);
  }

  /** Whether the present tag is self-closing: its element has no content and no closing tag. */
  get isEmpty(): boolean {
    return this.kind === TagKind.empty;
  }

  /** Whether the present tag's local name is this one (ASCII). */
  named(name: string): boolean {
    return sameAscii(this.bytes, this.nameStart, this.nameEnd, name);
  }

  /** The present tag's local name. */
  name(): string {
    return decodeXml(this.bytes, this.nameStart, this.nameEnd);
  }

  /** The present tag's name with its prefix. */
  qualifiedName(): string {
    const from = this.start + (this.kind === TagKind.close ? 2 : 1);
    return decodeXml(this.bytes, from, this.nameEnd);
  }

  /** The text between the tag before and this one: entities decoded, CDATA taken as text, comments left out. */
  text(): string {
    return this.#mixed ? this.#mixedText() : decodeXml(this.bytes, this.textStart, this.start);
  }

  /** Whether the text in front of this tag is one run of bytes, without comments, instructions or CDATA in it. */
  get textIsPlain(): boolean {
    return !this.#mixed;
  }

  /**
   * The index of an attribute by its local name, one without prefix first; -1 where there is none.
   * Offsets of its value are `attributes[4 * index + 2]` and `[… + 3]`.
   */
  attributeIndex(name: string): number {
    let prefixed = -1;
    for (let i = 0; i < this.attributeCount; i++) {
      const start = this.attributes[4 * i] ?? 0;
      const end = this.attributes[4 * i + 1] ?? 0;
      if (sameAscii(this.bytes, start, end, name)) return i;
      const local = end - name.length;
      if (prefixed < 0 && local > start && this.bytes[local - 1] === COLON && sameAscii(this.bytes, local, end, name)) {
        prefixed = i;
      }
    }
    return prefixed;
  }

  /** The value of an attribute by its local name, entities decoded; `undefined` where there is none. */
  attribute(name: string): string | undefined {
    const index = this.attributeIndex(name);
    return index < 0 ? undefined : this.attributeValue(index);
  }

  /** The value of the attribute with this index, entities decoded. */
  attributeValue(index: number): string {
    return decodeXml(this.bytes, this.attributes[4 * index + 2] ?? 0, this.attributes[4 * index + 3] ?? 0);
  }

  /**
   * The quick way over the commonest content, `<v>12</v>` and nothing else: where the present element holds one child of this
   * name without attributes, and this one plain text, goes to the present element's closing tag and answers true, with the
   * offsets of the text in {@link leafStart} and {@link leafEnd}. Otherwise stays where it is.
   */
  leaf(child: string): boolean {
    if (this.kind !== TagKind.open) return false;
    const bytes = this.bytes;
    const openNames = this.#openNames;
    const nameStart = openNames[2 * this.#open - 2] ?? 0;
    const nameEnd = openNames[2 * this.#open - 1] ?? 0;
    const from = this.#matchLeafTag(this.end, LESS, nameStart, child);
    if (from < 0) return false;
    let to = from;
    while (to < this.#limit && bytes[to] !== LESS) to++;
    if (bytes[to + 1] !== SLASH) return false;
    const close = this.#matchLeafTag(to + 1, SLASH, nameStart, child);
    if (close < 0 || bytes[close] !== LESS || bytes[close + 1] !== SLASH) return false;
    let at = close + 2;
    for (let i = nameStart; i < nameEnd; i++) if (bytes[at++] !== bytes[i]) return false;
    if (bytes[at] !== GREATER) return false;
    this.leafStart = from;
    this.leafEnd = to;
    this.nameStart += close + 2 - nameStart;
    this.nameEnd += close + 2 - nameStart;
    this.textStart = this.start = close;
    this.end = at + 1;
    this.kind = TagKind.close;
    this.attributeCount = 0;
    this.#mixed = false;
    this.#open--;
    return true;
  }

  /** Where `first`, the present element's prefix, this name and `>` end if they stand at `from`, -1 if not. */
  #matchLeafTag(from: number, first: number, prefixStart: number, name: string): number {
    const bytes = this.bytes;
    let at = from;
    if (bytes[at++] !== first) return -1;
    for (let i = prefixStart; i < this.nameStart; i++) if (bytes[at++] !== bytes[i]) return -1;
    for (let i = 0; i < name.length; i++) if (bytes[at++] !== name.charCodeAt(i)) return -1;
    return bytes[at] === GREATER ? at + 1 : -1;
  }

  /** Goes on at this offset: behind whole elements that follow the present tag and were read by other means. */
  resume(offset: number): void {
    this.end = offset;
  }

  /** From an opening tag to the closing tag of its element; stays at a self-closing one. */
  skip(): void {
    if (this.kind !== TagKind.open) return;
    const depth = this.depth;
    do {
      if (!this.next()) return;
    } while (this.depth > depth);
  }

  #finish(): false {
    if (this.#open > 0) throw damaged('part breaks off');
    this.start = this.end = this.#limit;
    this.kind = TagKind.none;
    this.attributeCount = 0;
    return false;
  }

  #readClose(nameAt: number): void {
    const bytes = this.bytes;
    let at = this.#readName(nameAt);
    const nameEnd = at;
    while (isSpace(bytes[at] ?? 0)) at++;
    if (at >= this.#limit) throw damaged('part breaks off');
    if (bytes[at] !== GREATER || this.#open === 0) throw damaged('closing tag');
    this.end = at + 1;
    this.#open--;
    const start = this.#openNames[2 * this.#open] ?? 0;
    const length = (this.#openNames[2 * this.#open + 1] ?? 0) - start;
    if (length !== nameEnd - nameAt) throw damaged('tags do not match');
    for (let i = 0; i < length; i++) if (bytes[start + i] !== bytes[nameAt + i]) throw damaged('tags do not match');
    this.depth = this.#open;
    this.kind = TagKind.close;
    this.attributeCount = 0;
  }

  #readOpen(nameAt: number): void {
    const bytes = this.bytes;
    if (this.#open === 0) {
      // Readers would take its elements for the root's, and a patcher put new ones into the wrong root.
      if (this.#rooted) throw damaged('second root element');
      this.#rooted = true;
    }
    let at = this.#readName(nameAt);
    const qualifiedEnd = at;
    this.depth = this.#open;
    this.attributeCount = 0;
    this.kind = TagKind.open;
    for (;;) {
      while (isSpace(bytes[at] ?? 0)) at++;
      if (at >= this.#limit) throw damaged('part breaks off');
      if (bytes[at] === GREATER) break;
      if (bytes[at] === SLASH) {
        if (bytes[++at] !== GREATER) throw damaged('tag');
        this.kind = TagKind.empty;
        break;
      }
      at = this.#readAttribute(at);
    }
    this.end = at + 1;
    if (this.kind === TagKind.empty) return;
    if (this.#open === MAX_DEPTH) throw damaged('nested too deep');
    this.#openNames[2 * this.#open] = this.#qualifiedStart;
    this.#openNames[2 * this.#open + 1] = qualifiedEnd;
    this.#open++;
  }

  /** Reads a tag's name, sets the offsets of its local part and answers where it ends. */
  #readName(from: number): number {
    const bytes = this.bytes;
    let at = from;
    this.nameStart = this.#qualifiedStart = from;
    for (; at < this.#limit; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > GREATER) continue;
      if (byte === GREATER || byte === SLASH || isSpace(byte)) break;
      if (byte === COLON) this.nameStart = at + 1;
      else if (byte === LESS || byte === EQUALS || byte === QUOTE) throw damaged('tag');
    }
    if (at >= this.#limit) throw damaged('part breaks off');
    if (at === this.nameStart) throw damaged('tag without a name');
    this.nameEnd = at;
    return at;
  }

  /** Notes one attribute and answers where it ends. */
  #readAttribute(from: number): number {
    const bytes = this.bytes;
    const limit = this.#limit;
    let at = from;
    for (; at < limit; at++) {
      const byte = bytes[at] ?? 0;
      // Letters stand above all that ends a name.
      if (byte > GREATER) continue;
      if (byte === EQUALS || isSpace(byte)) break;
      if (byte === LESS || byte === GREATER || byte === SLASH) throw damaged('attribute');
    }
    const nameEnd = at;
    while (isSpace(bytes[at] ?? 0)) at++;
    if (bytes[at] !== EQUALS) throw damaged('attribute');
    at++;
    while (isSpace(bytes[at] ?? 0)) at++;
    const quote = bytes[at] ?? 0;
    if (quote !== QUOTE && quote !== APOSTROPHE) throw damaged('attribute');
    const valueStart = ++at;
    for (; at < limit && bytes[at] !== quote; at++) if (bytes[at] === LESS) throw damaged('attribute');
    if (at >= limit) throw damaged('part breaks off');
    if (this.attributeCount === MAX_ATTRIBUTES) throw damaged('too many attributes');
    const slot = 4 * this.attributeCount++;
    if (slot === this.attributes.length) this.#growAttributes();
    this.attributes[slot] = from;
    this.attributes[slot + 1] = nameEnd;
    this.attributes[slot + 2] = valueStart;
    this.attributes[slot + 3] = at;
    return at + 1;
  }

  /** Rarely: scanners are made by the thousand, and room for the most attributes would be most of their cost. */
  #growAttributes(): void {
    const grown = new Int32Array(4 * MAX_ATTRIBUTES);
    grown.set(this.attributes);
    this.attributes = grown;
  }

  /** Passes a comment or CDATA section that begins at `at`; answers where it ends. */
  #passDeclaration(at: number): number {
    if (sameAscii(this.bytes, at + 2, at + 4, '--')) return this.#find(at + 4, DASH, DASH, GREATER) + 3;
    if (sameAscii(this.bytes, at + 2, at + 9, '[CDATA[')) {
      return this.#find(at + 9, CLOSING_BRACKET, CLOSING_BRACKET, GREATER) + 3;
    }
    if (sameAscii(this.bytes, at + 2, at + 9, 'DOCTYPE')) throw new FileError('dtd');
    throw damaged('declaration');
  }

  /** Where these bytes, the last a `>`, next stand one behind the other. */
  #find(from: number, first: number, second: number, third?: number): number {
    const bytes = this.bytes;
    const last = this.#limit - (third === undefined ? 2 : 3);
    for (let at = from; at <= last; at++) {
      if (bytes[at] === first && bytes[at + 1] === second && (third === undefined || bytes[at + 2] === third))
        return at;
    }
    throw damaged('part breaks off');
  }

  #mixedText(): string {
    const bytes = this.bytes;
    let text = '';
    let at = this.textStart;
    while (at < this.start) {
      let markup = at;
      while (markup < this.start && bytes[markup] !== LESS) markup++;
      text += decodeXml(bytes, at, markup);
      if (markup >= this.start) break;
      if (bytes[markup + 1] === QUESTION) {
        at = this.#find(markup + 2, QUESTION, GREATER) + 2;
        continue;
      }
      at = this.#passDeclaration(markup);
      if (bytes[markup + 2] === BRACKET) text += decodeXml(bytes, markup + 9, at - 3, false);
    }
    return text;
  }
}

function isSpace(byte: number): boolean {
  return byte <= SPACE && (byte === SPACE || byte === 0x0a || byte === 0x0d || byte === 0x09);
}

/** Whether the bytes from `start` up to `end` are this ASCII text. */
export function sameAscii(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text.charCodeAt(i)) return false;
  return true;
}
