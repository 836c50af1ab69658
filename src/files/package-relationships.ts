import { outlineOf } from './element-outline.ts';
import { relationshipsPart, resolveTarget } from './package.ts';
import type { PackagePatch } from './package-patch.ts';
import { Splices } from './splices.ts';
import { TagKind, TagScanner } from './tags.ts';
import { escapeAttribute } from './xml-escape.ts';

/** A relationship of a part to another part of the package (ECMA-376 part 2, 6.5). */
export interface PartRelationship {
  readonly id: string;
  readonly type: string;
  /** The other part's name, without leading `/`. */
  readonly target: string;
}

const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Where the types of a workbook's relationships begin: in transitional and in strict Open XML. */
export const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const STRICT_RELATIONSHIPS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** Those to parts within the package; a relationship outward is none of ours. */
export function relationshipsOf(parts: PackagePatch, part: string): PartRelationship[] {
  const bytes = parts.part(relationshipsPart(part));
  if (!bytes) return [];
  const found: PartRelationship[] = [];
  const scanner = new TagScanner(bytes);
  while (scanner.next()) {
    if (!scanner.opens('Relationship') || scanner.attribute('TargetMode') === 'External') continue;
    const id = scanner.attribute('Id');
    const target = scanner.attribute('Target');
    if (id === undefined || target === undefined) continue;
    found.push({ id, type: scanner.attribute('Type') ?? '', target: resolveTarget(part, target) });
  }
  return found;
}

/** Whether a relationship's type is of this kind, in transitional, strict or a later Microsoft namespace. */
export function isOfKind(relationship: PartRelationship, kind: string): boolean {
  return relationship.type.endsWith(`/relationships/${kind}`);
}

/** Adds a relationship from one part to another and answers its new id. */
export function addRelationship(parts: PackagePatch, part: string, type: string, target: string): string {
  const name = relationshipsPart(part);
  const bytes = parts.part(name) ?? new TextEncoder().encode(emptyRelationships());
  const outline = outlineOf(bytes);
  const id = freeId(bytes);
  const prefix = outline.prefix;
  const element = `<${prefix}Relationship Id="${id}" Type="${type}" Target="/${escapeAttribute(target)}"/>`;
  const splices = new Splices();
  if (outline.selfClosing) {
    splices.replace(outline.closeStart, outline.openEnd, `>${element}</${prefix}Relationships>`);
  } else {
    splices.insert(outline.closeStart, element);
  }
  parts.set(name, splices.apply(bytes));
  return id;
}

function emptyRelationships(): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}"></Relationships>`;
}

/** Ids are compared without case, as some readers do. */
function freeId(bytes: Uint8Array): string {
  const taken = new Set<string>();
  const scanner = new TagScanner(bytes);
  while (scanner.next()) {
    if (scanner.opens('Relationship')) taken.add((scanner.attribute('Id') ?? '').toLowerCase());
  }
  let number = taken.size + 1;
  while (taken.has(`rid${String(number)}`)) number++;
  return `rId${String(number)}`;
}

/** Takes a part's relationships to `target` away, and the whole list with the last of them. */
export function removeRelationship(parts: PackagePatch, part: string, target: string): void {
  const name = relationshipsPart(part);
  const bytes = parts.part(name);
  if (!bytes) return;
  const splices = new Splices();
  const scanner = new TagScanner(bytes);
  let kept = 0;
  while (scanner.next()) {
    if (!scanner.opens('Relationship')) continue;
    const start = scanner.start;
    const goes =
      scanner.attribute('TargetMode') !== 'External' &&
      resolveTarget(part, scanner.attribute('Target') ?? '') === target;
    if (scanner.kind === TagKind.open) scanner.skip();
    if (goes) splices.remove(start, scanner.end);
    else kept++;
  }
  if (splices.isEmpty) return;
  if (kept === 0) parts.remove(name);
  else parts.set(name, splices.apply(bytes));
}
