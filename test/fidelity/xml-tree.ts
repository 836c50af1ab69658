import { TagKind, TagScanner } from '../../src/files/tags.ts';

/** An element by its local name, so that prefixes do not matter; namespaces are left out. */
export interface XmlElement {
  readonly name: string;
  /** By local name. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The element's own text, of its descendants not. */
  readonly text: string;
}

/** Reads a part that is well-formed. */
export function readXml(bytes: Uint8Array): XmlElement {
  const scanner = new TagScanner(bytes);
  scanner.next();
  return readElement(scanner);
}

function readElement(scanner: TagScanner): XmlElement {
  const { depth } = scanner;
  const name = scanner.name();
  const attributes = readAttributes(scanner);
  const children: XmlElement[] = [];
  let text = '';
  if (scanner.kind === TagKind.empty) return { name, attributes, children, text };
  while (scanner.next()) {
    text += scanner.text();
    if (scanner.depth === depth) break;
    children.push(readElement(scanner));
  }
  return { name, attributes, children, text: children.length > 0 ? text.trim() : text };
}

function readAttributes(scanner: TagScanner): Record<string, string> {
  const attributes = new Map<string, string>();
  for (let at = 0; at < scanner.attributeCount; at++) {
    const name = new TextDecoder().decode(
      scanner.bytes.subarray(scanner.attributes[4 * at], scanner.attributes[4 * at + 1]),
    );
    if (name.startsWith('xmlns')) continue;
    attributes.set(name.slice(name.indexOf(':') + 1), scanner.attributeValue(at));
  }
  return Object.fromEntries([...attributes].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** All descendants of this name, in order. */
export function all(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** The first child at the end of a path of names. */
export function at(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce((from, name) => from?.children.find((child) => child.name === name), element);
}

/** Some attributes of an element; `undefined` where there is no such element or it has none of them. */
export function attributes(
  element: XmlElement | undefined,
  ...names: readonly string[]
): Readonly<Record<string, string>> | undefined {
  const found = names.flatMap((name): [string, string][] => {
    const value = element?.attributes[name];
    return value === undefined ? [] : [[name, truth(value)]];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** XML Schema writes booleans in two ways. */
function truth(value: string): string {
  return value === 'true' ? '1' : value === 'false' ? '0' : value;
}
