import { damaged } from './file-error.ts';
import { holdTo } from './reading-limits.ts';
import { TagKind, TagScanner, sameAscii } from './tags.ts';

/** A child of a part's root element, by byte offsets of the part. */
export interface ChildElement {
  /** The local name. */
  readonly name: string;
  /** Its place in the order the schema prescribes; -1 for an element the order does not know. */
  readonly rank: number;
  readonly start: number;
  readonly end: number;
}

/** The root element of a part and its children, in as much detail as inserting another child needs. */
export interface ElementOutline {
  readonly name: string;
  /** The root's prefix with its colon (`x:`), also the one for new children; mostly empty. */
  readonly prefix: string;
  /** Declared on the root: prefix (`''`: the default) to namespace. */
  readonly namespaces: ReadonlyMap<string, string>;
  readonly openEnd: number;
  /** Where the closing tag begins; for a self-closing root the place of its `/`. */
  readonly closeStart: number;
  /** Behind the root. */
  readonly end: number;
  readonly selfClosing: boolean;
  readonly children: readonly ChildElement[];
}

/**
 * Reads the outline of a part.
 * @param order local names of the root's children in the schema's order; empty where any order will do.
 * @param leap a child whose contents are passed over unread (the cells of a sheet, which may be most of the file).
 * @throws FileError `damaged`, `dtd`, `too-large`.
 */
export function outlineOf(bytes: Uint8Array, order: readonly string[] = [], leap?: string): ElementOutline {
  const scanner = new TagScanner(bytes);
  if (!scanner.next()) throw damaged('no root element');
  const name = scanner.name();
  const prefix = prefixOf(scanner);
  const namespaces = declaredNamespaces(scanner);
  const openEnd = scanner.end;
  if (scanner.kind === TagKind.empty) {
    return {
      name,
      prefix,
      namespaces,
      openEnd,
      closeStart: selfCloseStart(bytes, openEnd),
      end: openEnd,
      selfClosing: true,
      children: [],
    };
  }
  const children: ChildElement[] = [];
  while (scanner.next()) {
    if (scanner.kind === TagKind.close) {
      const { start: closeStart, end } = scanner;
      return { name, prefix, namespaces, openEnd, closeStart, end, selfClosing: false, children };
    }
    holdTo('children', children.length + 1);
    children.push(readChild(scanner, order, leap));
  }
  throw damaged('part breaks off');
}

/**
 * As {@link outlineOf}, of a part that is to be patched: its root must be this element, and have room for children.
 * @throws FileError also `damaged` for another root.
 */
export function outlineUnder(
  root: string,
  bytes: Uint8Array,
  order?: readonly string[],
  leap?: string,
): ElementOutline {
  const outline = outlineOf(bytes, order, leap);
  if (outline.name !== root || outline.selfClosing) throw damaged(`not a ${root}`);
  return outline;
}

function readChild(scanner: TagScanner, order: readonly string[], leap: string | undefined): ChildElement {
  const name = scanner.name();
  const start = scanner.start;
  let rank = order.indexOf(name);
  if (scanner.kind === TagKind.open) {
    if (name === leap) scanner.end = lastClosingTag(scanner.bytes, name);
    if (name === 'AlternateContent') rank = passAlternates(scanner, order);
    else scanner.skip();
  }
  return { name, rank, start, end: scanner.end };
}

/** mc:AlternateContent stands for what it holds (ECMA-376 part 3): its rank is that of the first element of a known name. */
function passAlternates(scanner: TagScanner, order: readonly string[]): number {
  const depth = scanner.depth;
  let rank = -1;
  while (scanner.next() && scanner.depth > depth) {
    if (rank < 0 && scanner.kind !== TagKind.close) rank = order.indexOf(scanner.name());
  }
  return rank;
}

/** Longer prefixes are not looked for: looking must not cost the square of the part's length. */
const LONGEST_PREFIX = 64;
const COLON = 0x3a;

/** The last closing tag of this name in the part: nothing behind the cells of a sheet can hold another one. */
function lastClosingTag(bytes: Uint8Array, name: string): number {
  for (let at = bytes.length - name.length; at > 1; at--) {
    if (bytes[at] !== name.charCodeAt(0) || !sameAscii(bytes, at, at + name.length, name)) continue;
    let start = at - 1;
    if (bytes[start] === COLON) {
      const least = Math.max(0, start - LONGEST_PREFIX);
      do start--;
      while (start > least && isNameByte(bytes[start] ?? 0));
    }
    if (bytes[start] === 0x2f && bytes[start - 1] === 0x3c) return start - 1;
  }
  throw damaged('part breaks off');
}

function isNameByte(byte: number): boolean {
  return byte !== 0x2f && byte !== 0x3c && byte !== 0x3e && byte > 0x20;
}

/** The prefix of the present tag, with its colon. */
function prefixOf(scanner: TagScanner): string {
  return new TextDecoder().decode(scanner.bytes.subarray(scanner.start + 1, scanner.nameStart));
}

function declaredNamespaces(scanner: TagScanner): Map<string, string> {
  const namespaces = new Map<string, string>();
  for (let i = 0; i < scanner.attributeCount; i++) {
    const name = new TextDecoder().decode(
      scanner.bytes.subarray(scanner.attributes[4 * i], scanner.attributes[4 * i + 1]),
    );
    if (name === 'xmlns') namespaces.set('', scanner.attributeValue(i));
    else if (name.startsWith('xmlns:')) namespaces.set(name.slice(6), scanner.attributeValue(i));
  }
  return namespaces;
}

/** The place of the `/` of a self-closing tag that ends at `end`. */
export function selfCloseStart(bytes: Uint8Array, end: number): number {
  return bytes[end - 2] === 0x2f ? end - 2 : end - 1;
}

/** Where a new child of this name belongs: in front of the first child that must stand behind it. */
export function insertionPoint(outline: ElementOutline, order: readonly string[], name: string): number {
  const rank = order.indexOf(name);
  return outline.children.find((child) => child.rank > rank)?.start ?? outline.closeStart;
}

/** Whether the part is in the namespaces of strict Open XML (ISO/IEC 29500-1). */
export function isStrict(outline: ElementOutline): boolean {
  const own = outline.namespaces.get(outline.prefix.slice(0, -1)) ?? '';
  return own.startsWith('http://purl.oclc.org/ooxml/');
}
