import { outlineOf } from './element-outline.ts';
import { CONTENT_TYPES } from './package.ts';
import type { PackagePatch } from './package-patch.ts';
import { Splices } from './splices.ts';
import { TagKind, TagScanner } from './tags.ts';
import { escapeAttribute } from './xml-escape.ts';
import { damaged } from './file-error.ts';

export const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
export const STYLES_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';
const VML_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

function contentTypes(parts: PackagePatch): Uint8Array {
  const bytes = parts.part(CONTENT_TYPES);
  if (!bytes) throw damaged('no content types', CONTENT_TYPES);
  return bytes;
}

/** States the type of one part. */
export function addOverride(parts: PackagePatch, part: string, type: string): void {
  const bytes = contentTypes(parts);
  const outline = outlineOf(bytes);
  const splices = new Splices();
  const element = `<${outline.prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${type}"/>`;
  splices.insert(outline.closeStart, element);
  parts.set(CONTENT_TYPES, splices.apply(bytes));
}

export function removeOverride(parts: PackagePatch, part: string): void {
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
export function addVmlDefault(parts: PackagePatch): void {
  const bytes = contentTypes(parts);
  const scanner = new TagScanner(bytes);
  while (scanner.next()) {
    if (scanner.opens('Default') && scanner.attribute('Extension')?.toLowerCase() === 'vml') return;
  }
  const outline = outlineOf(bytes);
  const splices = new Splices();
  splices.insert(outline.openEnd, vmlDefault(outline.prefix));
  parts.set(CONTENT_TYPES, splices.apply(bytes));
}

/** Takes back what {@link addVmlDefault} wrote, once there is no such part any more. */
export function removeVmlDefault(parts: PackagePatch): void {
  if (parts.names().some((name) => name.toLowerCase().endsWith('.vml'))) return;
  const bytes = contentTypes(parts);
  const outline = outlineOf(bytes);
  const ours = new TextEncoder().encode(vmlDefault(outline.prefix));
  if (!ours.every((byte, i) => bytes[outline.openEnd + i] === byte)) return;
  const splices = new Splices();
  splices.remove(outline.openEnd, outline.openEnd + ours.length);
  parts.set(CONTENT_TYPES, splices.apply(bytes));
}

function vmlDefault(prefix: string): string {
  return `<${prefix}Default Extension="vml" ContentType="${VML_TYPE}"/>`;
}
