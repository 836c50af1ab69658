import { toA1, type Address } from '../sheets/address.ts';
import { addOverride, addVmlDefault, COMMENTS_TYPE, removeOverride } from './content-types.ts';
import { insertionPoint, isStrict, type ElementOutline } from './element-outline.ts';
import { newPartName } from './new-part-name.ts';
import { addNotes, emptyComments, mayHoldNotes, removeNotes, threadCells, type NoteText } from './note-comments.ts';
import { sizesOf } from './note-geometry.ts';
import { addShapes, emptyDrawing, idBlocks, removeShapes } from './note-shapes.ts';
import type { OfficePackage } from './package.ts';
import {
  addRelationship,
  existingPartOfKind,
  OFFICE_RELATIONSHIPS,
  relationshipsOf,
  removeRelationship,
  STRICT_RELATIONSHIPS,
} from './relationships.ts';
import type { Splices } from './splices.ts';
import { TagScanner } from './tags.ts';
import { WORKSHEET_ORDER } from './worksheet-outline.ts';

/** A worksheet being patched: its part, as it stands, and the changes gathered so far. */
export interface SheetPatch {
  readonly part: string;
  readonly bytes: Uint8Array;
  readonly outline: ElementOutline;
  readonly splices: Splices;
}

/**
 * Gives cells notes, hidden until pointed at: in the sheet's comments part, found by its relationship or made, with a
 * box for each new one in the sheet's legacy drawing. Answers the cells that could not get one.
 */
export function addSheetNotes(parts: OfficePackage, sheet: SheetPatch, notes: readonly NoteText[]): readonly Address[] {
  if (notes.length === 0) return [];
  const relationships = relationshipsOf(parts, sheet.part);
  const comments = existingPartOfKind(parts, relationships, 'comments');
  const threads = new Set(
    relationships
      .filter((one) => one.kind === 'threadedComment' && !one.external)
      .flatMap((one) => threadCells(parts.part(one.target) ?? new Uint8Array(0))),
  );
  const namespace = sheet.outline.namespaces.get(sheet.outline.prefix.slice(0, -1)) ?? '';
  const before = comments === undefined ? undefined : parts.part(comments);
  const written = addNotes(before ?? emptyComments(namespace), notes, threads);
  const created = written.created;
  if (created.length > 0 && !addBoxes(parts, sheet, created)) {
    // Without a box a new note is a broken file: what stood there before still gets ours behind it.
    const cells = new Set(created.map((one) => toA1(one.row, one.column)));
    const rest = notes.filter((one) => !cells.has(toA1(one.row, one.column)));
    return [...created, ...addSheetNotes(parts, sheet, rest)];
  }
  if (written.refused.length < notes.length) setComments(parts, sheet, comments, written.bytes);
  return written.refused;
}

function setComments(parts: OfficePackage, sheet: SheetPatch, known: string | undefined, bytes: Uint8Array): void {
  const part = known ?? newPartName(parts, `${folderAbove(sheet.part)}comments`, '.xml');
  parts.set(part, bytes);
  if (known !== undefined) return;
  addOverride(parts, part, COMMENTS_TYPE);
  addRelationship(parts, sheet.part, `${relationshipsBase(sheet)}/comments`, part);
}

/** Puts boxes into the sheet's legacy drawing, made where there is none; false where it cannot be added to. */
function addBoxes(parts: OfficePackage, sheet: SheetPatch, notes: readonly NoteText[]): boolean {
  const sizes = sizesOf(sheet.bytes, sheet.outline);
  const taken = takenBlocks(parts);
  const known = legacyDrawing(parts, sheet);
  const before = known === undefined ? undefined : parts.part(known);
  if (known !== undefined && before) {
    const patched = addShapes(before, notes, sizes, taken);
    if (patched) parts.set(known, patched);
    return patched !== undefined;
  }
  let block = 1;
  while (taken.has(block)) block++;
  const made = addShapes(emptyDrawing(block), notes, sizes, taken);
  if (!made) return false;
  const part = newPartName(parts, `${folderAbove(sheet.part)}drawings/vmlDrawing`, '.vml');
  parts.set(part, made);
  addVmlDefault(parts);
  const id = addRelationship(parts, sheet.part, `${relationshipsBase(sheet)}/vmlDrawing`, part);
  insertLegacyDrawing(sheet, id);
  return true;
}

/** Ids of shapes are of one space in the whole workbook. */
function takenBlocks(parts: OfficePackage): Set<number> {
  const blocks = new Set<number>();
  for (const name of parts.names()) {
    if (!name.toLowerCase().endsWith('.vml')) continue;
    for (const block of idBlocks(parts.part(name) ?? new Uint8Array(0))) blocks.add(block);
  }
  return blocks;
}

/** The part that the sheet's `legacyDrawing` names; the drawing of headers and footers is another one. */
function legacyDrawing(parts: OfficePackage, sheet: SheetPatch): string | undefined {
  const child = sheet.outline.children.find((one) => one.name === 'legacyDrawing');
  if (!child) return undefined;
  const scanner = new TagScanner(sheet.bytes.subarray(child.start, child.end));
  scanner.next();
  const id = scanner.attribute('id');
  return relationshipsOf(parts, sheet.part).find((one) => one.id === id && !one.external && parts.has(one.target))
    ?.target;
}

function insertLegacyDrawing(sheet: SheetPatch, id: string): void {
  const { outline, splices } = sheet;
  const stale = outline.children.find((one) => one.name === 'legacyDrawing');
  const base = relationshipsBase(sheet);
  const declared = [...outline.namespaces].find(([prefix, uri]) => uri === base && prefix !== '')?.[0];
  const attribute = declared === undefined ? `xmlns:r="${base}" r:id="${id}"` : `${declared}:id="${id}"`;
  const element = `<${outline.prefix}legacyDrawing ${attribute}/>`;
  if (!stale) splices.insert(insertionPoint(outline, WORKSHEET_ORDER, 'legacyDrawing'), element);
  else {
    // One that names no part is of no use to anyone, but there may be only one.
    const old = new TextDecoder().decode(sheet.bytes.subarray(stale.start, stale.end));
    splices.replace(stale.start, stale.end, (old.includes('--') ? '' : STALE + old + STALE_END) + element);
  }
}

/** A comment in front of our element has in it what stood in its place. */
const STALE = '<!--tianbao ';
const STALE_END = '-->';

function removeLegacyDrawing({ bytes, outline, splices }: SheetPatch): void {
  const at = outline.children.findIndex((one) => one.name === 'legacyDrawing');
  const child = outline.children[at];
  if (!child) return;
  const from = outline.children[at - 1]?.end ?? outline.openEnd;
  const before = new TextDecoder().decode(bytes.subarray(from, child.start));
  const stale = before.endsWith(STALE_END) ? before.lastIndexOf(STALE) : -1;
  if (stale < 0) splices.remove(child.start, child.end);
  else {
    const start = from + new TextEncoder().encode(before.slice(0, stale)).length;
    splices.replace(start, child.end, before.slice(stale + STALE.length, -STALE_END.length));
  }
}

function relationshipsBase(sheet: SheetPatch): string {
  return isStrict(sheet.outline) ? STRICT_RELATIONSHIPS : OFFICE_RELATIONSHIPS;
}

/** `xl/` for `xl/worksheets/sheet1.xml`. */
function folderAbove(part: string): string {
  const steps = part.split('/').slice(0, -2);
  return steps.length === 0 ? '' : `${steps.join('/')}/`;
}

/**
 * Takes our notes off a sheet: our text out of others' notes, our own notes with their boxes, and the parts that held
 * nothing else; false where there were none.
 */
export function removeSheetNotes(parts: OfficePackage, sheet: SheetPatch): boolean {
  const comments = existingPartOfKind(parts, relationshipsOf(parts, sheet.part), 'comments');
  const bytes = comments === undefined ? undefined : parts.part(comments);
  if (comments === undefined || !bytes || !mayHoldNotes(bytes)) return false;
  const stripped = removeNotes(bytes);
  if (!stripped) return false;
  if (stripped.isEmpty) removePart(parts, sheet, comments);
  else parts.set(comments, stripped.bytes);
  const drawing = stripped.removed.length > 0 ? legacyDrawing(parts, sheet) : undefined;
  const shapes = drawing === undefined ? undefined : parts.part(drawing);
  if (drawing === undefined || !shapes) return true;
  const left = removeShapes(shapes, stripped.removed);
  if (left === null) {
    removePart(parts, sheet, drawing);
    removeLegacyDrawing(sheet);
  } else parts.set(drawing, left);
  return true;
}

function removePart(parts: OfficePackage, sheet: SheetPatch, part: string): void {
  removeOverride(parts, part);
  removeRelationship(parts, sheet.part, part);
  parts.remove(part);
}
