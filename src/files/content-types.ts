import { outlineUnder } from './element-outline.ts';
import type { OfficePackage } from './package.ts';
import { holdTo } from './reading-limits.ts';
import { Splices } from './splices.ts';
import { TagKind, TagScanner } from './tags.ts';
import { escapeAttribute } from './xml-escape.ts';
import { damaged } from './file-error.ts';

export const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
export const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

const CONTENT_TYPES = '[Content_Types].xml';

/** The content type of a part: its own, else that of its ending. */
export function contentTypeOf(parts: OfficePackage, part: string): string | undefined {
  const types = readContentTypes(parts);
  return types.get(`/${part}`.toLowerCase()) ?? types.get(part.slice(part.lastIndexOf('.') + 1).toLowerCase());
}

/** The first part with its own content type that passes the test. */
export function partOfType(parts: OfficePackage, test: (contentType: string) => boolean): string | undefined {
  for (const [name, type] of readContentTypes(parts)) {
    if (name.startsWith('/') && test(type)) return name.slice(1);
  }
  return undefined;
}

/** Overrides by `/part` and defaults by extension, both in lower case; no extension begins with `/`. */
function readContentTypes(parts: OfficePackage): Map<string, string> {
  const types = new Map<string, string>();
  const bytes = parts.part(CONTENT_TYPES);
  if (!bytes) return types;
  const tag = new TagScanner(bytes);
  while (tag.next()) {
    const key = tag.opens('Override') ? 'PartName' : tag.opens('Default') ? 'Extension' : undefined;
    const name = key === undefined ? undefined : tag.attribute(key);
    const type = tag.attribute('ContentType');
    if (name === undefined || type === undefined) continue;
    types.set(name.toLowerCase(), type);
    holdTo('relationships', types.size);
  }
  return types;
}

function contentTypes(parts: OfficePackage): Uint8Array {
  const bytes = parts.part(CONTENT_TYPES);
  if (!bytes) throw damaged('no content types', CONTENT_TYPES);
  return bytes;
}

/** Whether the list states the type of this part, be it there or not. */
export function hasOverride(parts: OfficePackage, part: string): boolean {
  return readContentTypes(parts).has(`/${part}`.toLowerCase());
}

/** States the type of one part. */
export function addOverride(parts: OfficePackage, part: string, type: string): void {
  const bytes = contentTypes(parts);
  const outline = outlineUnder('Types', bytes);
  const splices = new Splices();
  const element = `<${outline.prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${type}"/>`;
  splices.insert(outline.closeStart, element);
  parts.set(CONTENT_TYPES, splices.apply(bytes));
}

export function removeOverride(parts: OfficePackage, part: string): void {
  const bytes = contentTypes(parts);
  const splices = new Splices();
  const scanner = new TagScanner(bytes);
  while (scanner.next()) {
    if (!scanner.opens('Override')) continue;
    const start = scanner.start;
    const named = scanner.attribute('PartName')?.toLowerCase() === `/${part}`.toLowerCase();
    if (scanner.kind === TagKind.open) scanner.skip();
    if (named) splices.remove(start, scanner.end);
  }
  if (!splices.isEmpty) parts.set(CONTENT_TYPES, splices.apply(bytes));
}

/** Makes sure that parts with the extension `vml` have their type. */
export function addVmlDefault(parts: OfficePackage): void {
  const bytes = contentTypes(parts);
  const scanner = new TagScanner(bytes);
  while (scanner.next()) {
    if (scanner.opens('Default') && scanner.attribute('Extension')?.toLowerCase() === 'vml') return;
  }
  const outline = outlineUnder('Types', bytes);
  const splices = new Splices();
  splices.insert(outline.openEnd, vmlDefault(outline.prefix));
  parts.set(CONTENT_TYPES, splices.apply(bytes));
}

/** Takes back what {@link addVmlDefault} wrote; no drawing of ours may be left. */
export function removeVmlDefault(parts: OfficePackage): void {
  const bytes = parts.part(CONTENT_TYPES);
  if (!bytes) return;
  const outline = outlineUnder('Types', bytes);
  const ours = new TextEncoder().encode(vmlDefault(outline.prefix));
  if (!ours.every((byte, i) => bytes[outline.openEnd + i] === byte)) return;
  const splices = new Splices();
  splices.remove(outline.openEnd, outline.openEnd + ours.length);
  parts.set(CONTENT_TYPES, splices.apply(bytes));
}

/** Two blanks tell it from one of others. */
function vmlDefault(prefix: string): string {
  return `<${prefix}Default  Extension="vml" ContentType="${VML_TYPE}"/>`;
}
