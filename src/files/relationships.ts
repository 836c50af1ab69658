import { outlineOf } from './element-outline.ts';
import { damaged } from './file-error.ts';
import { appendInside, restoreEmpty } from './filled-element.ts';
import type { OfficePackage } from './package.ts';
import { holdTo } from './reading-limits.ts';
import { Splices } from './splices.ts';
import { TagKind, TagScanner } from './tags.ts';
import { escapeAttribute } from './xml-escape.ts';

/** A relationship of a part (ECMA-376 part 2, 6.5), its target resolved. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type's URI, the same in transitional and strict files: `worksheet`, `sharedStrings`, `comments` … */
  readonly kind: string;
  /** The name of the part it points to, without a leading `/`; of an external one the target as written. */
  readonly target: string;
  readonly external: boolean;
}

const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Where the types of a workbook's relationships begin: in transitional and in strict Open XML. */
export const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const STRICT_RELATIONSHIPS = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** Where a part's relationships stand: `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`. */
function relationshipsPart(part: string): string {
  const at = part.lastIndexOf('/') + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}

/**
 * The relationships of a part, or of the package itself for `''`; none where it has none.
 * @throws FileError `damaged`, and `too-large` where there are more than anyone writes.
 */
export function relationshipsOf(parts: OfficePackage, part: string): Relationship[] {
  const bytes = parts.part(relationshipsPart(part));
  const found: Relationship[] = [];
  if (!bytes) return found;
  const tag = new TagScanner(bytes);
  while (tag.next()) {
    if (!tag.opens('Relationship')) continue;
    const id = tag.attribute('Id');
    const type = tag.attribute('Type');
    const target = tag.attribute('Target');
    if (id === undefined || type === undefined || target === undefined) continue;
    const external = isExternal(tag);
    holdTo('relationships', found.length + 1);
    found.push({
      id,
      kind: type.slice(type.lastIndexOf('/') + 1),
      target: external ? target : resolveTarget(part, target),
      external,
    });
  }
  return found;
}

/** All parts that the package's relationships point to, be they there or not. */
export function allTargets(parts: OfficePackage): string[] {
  return parts.names().flatMap((name) => {
    const [, folder, file] = /^((?:.*\/)?)_rels\/([^/]*)\.rels$/.exec(name) ?? [];
    if (folder === undefined || file === undefined) return [];
    return relationshipsOf(parts, folder + file).flatMap(({ target, external }) => (external ? [] : [target]));
  });
}

/** The part that the first relationship of this kind points to. */
export function partOfKind(relationships: readonly Relationship[], kind: string): string | undefined {
  return relationships.find((candidate) => candidate.kind === kind && !candidate.external)?.target;
}

/** As {@link partOfKind}; a relationship to a part that is not there counts for nothing. */
export function existingPartOfKind(
  parts: OfficePackage,
  relationships: readonly Relationship[],
  kind: string,
): string | undefined {
  return partOfKind(
    relationships.filter((one) => parts.has(one.target)),
    kind,
  );
}

function isExternal(tag: TagScanner): boolean {
  return tag.attribute('TargetMode')?.toLowerCase() === 'external';
}

/** A target relative to the part that names it; `..` never leads out of the package. */
function resolveTarget(part: string, target: string): string {
  const path = target.replaceAll('\\', '/').split('#', 1)[0] ?? '';
  const steps = path.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  const joined = steps.join('/');
  try {
    return decodeURIComponent(joined);
  } catch {
    return joined;
  }
}

/** A part's name as seen from the folder of another: exceljs and other programs do not understand absolute ones. */
function relativeTo(part: string, target: string): string {
  const from = part.split('/').slice(0, -1);
  const to = target.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/** Adds a relationship from one part to another and answers its new id. */
export function addRelationship(parts: OfficePackage, part: string, type: string, target: string): string {
  const name = relationshipsPart(part);
  const bytes = parts.part(name) ?? new TextEncoder().encode(emptyRelationships());
  const outline = outlineOf(bytes);
  if (outline.name !== 'Relationships') throw damaged('not a list of relationships', name);
  const id = freeId(bytes);
  const prefix = outline.prefix;
  const element = `<${prefix}Relationship Id="${id}" Type="${type}" Target="${escapeAttribute(relativeTo(part, target))}"/>`;
  const splices = new Splices();
  appendInside(bytes, { start: 0, end: outline.end }, element, splices);
  parts.set(name, splices.apply(bytes));
  return id;
}

/** Two blanks tell it from a list of others that is empty. */
function emptyRelationships(): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships  xmlns="${RELATIONSHIPS_NAMESPACE}"></Relationships>`;
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

/** Takes a part's relationships to `target` away, and with the last of them the list if we have made it. */
export function removeRelationship(parts: OfficePackage, part: string, target: string): void {
  const name = relationshipsPart(part);
  const bytes = parts.part(name);
  if (!bytes) return;
  const splices = new Splices();
  const scanner = new TagScanner(bytes);
  let kept = 0;
  while (scanner.next()) {
    if (!scanner.opens('Relationship')) continue;
    const start = scanner.start;
    const goes = !isExternal(scanner) && resolveTarget(part, scanner.attribute('Target') ?? '') === target;
    if (scanner.kind === TagKind.open) scanner.skip();
    if (goes) splices.remove(start, scanner.end);
    else kept++;
  }
  if (splices.isEmpty) return;
  const left = splices.apply(bytes);
  if (kept > 0) parts.set(name, left);
  else if (new TextDecoder().decode(left) === emptyRelationships()) parts.remove(name);
  else {
    const restored = new Splices();
    restoreEmpty(left, { start: 0, end: outlineOf(left).end }, restored);
    parts.set(name, restored.apply(left));
  }
}
