import { rangeFromA1, rangeToA1 } from '../sheets/address.ts';
import { removeCalcChain } from './calc-chain.ts';
import type { Codec } from './codec.ts';
import { OfficePackage } from './package.ts';
import { relationshipsOf } from './relationships.ts';
import { RowShift, RowsRefused, type RowEdit } from './row-shift.ts';
import { unshareFormulas } from './shared-formulas.ts';
import { shiftAttribute, shiftFormulas, shiftSheet } from './sheet-rows.ts';
import { shiftAnchor } from './shifted-anchors.ts';
import { shiftShapes } from './shifted-shapes.ts';
import { refuseSigned } from './signature.ts';
import { workbookPartsOf, type WorkbookParts } from './workbook-parts.ts';
import { worksheetOutline } from './worksheet-outline.ts';
import { readXml, writeXml, type XmlElement } from './xml-element.ts';

/**
 * Inserts rows into the sheets of an .xlsx and deletes them, one change after the other, as a spreadsheet does: cells,
 * formulas of all sheets, names, merged blocks, validations, formats, notes, drawings, tables, charts and print settings
 * follow. New rows are empty and look like the row that the change names. What formulas come to is left as it was: they
 * are to be computed anew, see `writeXlsxValues`.
 * @throws RowsRefused where something that stands there would be torn: nothing is changed then
 * @throws FileError where the file is no sound workbook, `signed` where it bears a signature
 */
export function changeXlsxRows(bytes: Uint8Array, edits: readonly RowEdit[], codec: Codec): Uint8Array {
  if (edits.length === 0) return bytes;
  const parts = new OfficePackage(bytes, codec);
  refuseSigned(parts);
  const workbook = workbookPartsOf(parts);
  for (const edit of edits) changeRows(parts, workbook, edit);
  removeCalcChain(parts, workbook);
  return parts.toBytes();
}

function changeRows(parts: OfficePackage, workbook: WorkbookParts, edit: RowEdit): void {
  const sheet = workbook.sheets[edit.sheetIndex];
  if (!sheet) throw new RangeError(`the file has no worksheet ${String(edit.sheetIndex + 1)}`);
  const shift = new RowShift(edit, sheet.name);
  changeRelated(parts, sheet.part, shift);
  for (const { part } of workbook.sheets) {
    const bytes = unshared(parts.part(part) ?? new Uint8Array(0));
    parts.set(part, part === sheet.part ? shiftSheet(bytes, shift) : shiftFormulas(bytes, shift));
    for (const table of targetsOf(parts, part, 'table')) {
      editXml(parts, table, (root) => changeTable(root, shift, part === sheet.part));
    }
  }
  changeNames(parts, workbook, shift);
  for (const cache of targetsOf(parts, workbook.workbook, 'pivotCacheDefinition')) {
    editXml(parts, cache, (root) => changePivotSource(root, shift, sheet.name));
  }
  for (const chart of chartsOf(parts)) editXml(parts, chart, (root) => changeChart(root, shift));
}

function unshared(bytes: Uint8Array): Uint8Array {
  const sheetData = worksheetOutline(bytes).children.find(({ name }) => name === 'sheetData');
  return sheetData ? unshareFormulas(bytes, sheetData, () => true) : bytes;
}

function targetsOf(parts: OfficePackage, part: string, kind: string): string[] {
  const related = relationshipsOf(parts, part).filter((one) => one.kind === kind && !one.external);
  return [...new Set(related.map(({ target }) => target))].filter((target) => parts.has(target));
}

function editXml(parts: OfficePackage, part: string, edit: (root: XmlElement) => void): void {
  const bytes = parts.part(part);
  if (!bytes) return;
  const document = readXml(bytes);
  const before = document.root.toString();
  edit(document.root);
  if (document.root.toString() !== before) parts.set(part, writeXml(document));
}

/** What belongs to the changed sheet alone. */
function changeRelated(parts: OfficePackage, sheet: string, shift: RowShift): void {
  if (targetsOf(parts, sheet, 'tableSingleCells').length > 0) throw new RowsRefused('mapping');
  for (const pivot of targetsOf(parts, sheet, 'pivotTable')) editXml(parts, pivot, (root) => changePivot(root, shift));
  for (const notes of targetsOf(parts, sheet, 'comments')) editXml(parts, notes, (root) => changeNotes(root, shift));
  for (const notes of targetsOf(parts, sheet, 'threadedComment')) {
    editXml(parts, notes, (root) => changeNotes(root, shift));
  }
  for (const drawing of targetsOf(parts, sheet, 'drawing')) {
    editXml(parts, drawing, (root) => changeDrawing(root, shift));
  }
  for (const control of targetsOf(parts, sheet, 'ctrlProp')) {
    editXml(parts, control, (root) => {
      for (const name of ['fmlaLink', 'fmlaRange', 'fmlaTxbx', 'fmlaGroup']) shiftAttribute(root, name, shift);
    });
  }
  for (const drawing of targetsOf(parts, sheet, 'vmlDrawing')) {
    const bytes = parts.part(drawing);
    if (bytes) parts.set(drawing, shiftShapes(bytes, shift));
  }
}

/** Every element with this name, however deep. */
function* named(element: XmlElement, name: RegExp): Generator<XmlElement> {
  if (name.test(element.name)) yield element;
  for (const child of element.elements) yield* named(child, name);
}

/** Notes, or threads of comments (their `ref` is an attribute alike), that lose their cell go. */
function changeNotes(root: XmlElement, shift: RowShift): void {
  const list = root.child('commentList') ?? root;
  list.children = list.children.filter((child) => {
    const before = typeof child === 'string' ? undefined : child.attribute('ref');
    if (typeof child === 'string' || before === undefined) return true;
    const after = shift.reference(before);
    if (after !== undefined && after !== before) child.setAttribute('ref', after);
    return after !== undefined;
  });
}

function changeDrawing(root: XmlElement, shift: RowShift): void {
  for (const anchor of named(root, /^(?:two|one)CellAnchor$/)) shiftAnchor(anchor, shift);
  for (const shape of named(root, /^sp$/)) shiftAttribute(shape, 'textlink', shift);
}

function changeTable(root: XmlElement, shift: RowShift, own: boolean): void {
  for (const formula of named(root, /^(?:calculatedColumnFormula|totalsRowFormula)$/)) {
    const after = shift.formula(formula.text, own);
    if (after !== formula.text) formula.text = after;
  }
  const range = rangeFromA1(root.attribute('ref') ?? '');
  if (!own || !range) return;
  refuseTorn(root, range.top, range.bottom, shift);
  for (const element of named(root, /^(?:table|autoFilter|sortState|sortCondition)$/)) {
    const before = element.attribute('ref');
    const after = before === undefined ? undefined : shift.reference(before);
    if (after !== undefined && after !== before) element.setAttribute('ref', after);
  }
}

/** A table keeps its heading, its totals and at least one row between them; or goes as a whole, which we do not do. */
function refuseTorn(root: XmlElement, top: number, bottom: number, { change }: RowShift): void {
  if (change.kind === 'insert') return;
  const headings = Number(root.attribute('headerRowCount') ?? 1);
  const totals = Number(root.attribute('totalsRowCount') ?? 0);
  const [first, last] = [change.at, change.at + change.count - 1];
  const meets = (from: number, to: number): boolean => from <= to && first <= to && last >= from;
  const isEmptied = first <= top + headings && last >= bottom - totals;
  if (meets(top, top + headings - 1) || meets(bottom - totals + 1, bottom) || isEmptied) throw new RowsRefused('table');
}

function changePivot(root: XmlElement, shift: RowShift): void {
  const location = root.child('location');
  const range = rangeFromA1(location?.attribute('ref') ?? '');
  if (!location || !range) return;
  const after = shift.range(range);
  if (!after || shift.tears(range)) throw new RowsRefused('pivot');
  if (rangeToA1(after) !== rangeToA1(range)) location.setAttribute('ref', rangeToA1(after));
}

function changePivotSource(root: XmlElement, shift: RowShift, sheet: string): void {
  for (const source of named(root, /^worksheetSource$/)) {
    const before = source.attribute('ref');
    if (before === undefined || source.attribute('sheet')?.toLowerCase() !== sheet.toLowerCase()) continue;
    const after = shift.reference(before);
    if (after === undefined) throw new RowsRefused('pivot');
    if (after !== before) source.setAttribute('ref', after);
  }
}

function changeNames(parts: OfficePackage, { workbook }: WorkbookParts, shift: RowShift): void {
  editXml(parts, workbook, (root) => {
    const names = root.child('definedNames');
    if (!names) return;
    names.children = names.children.filter((name) => {
      if (typeof name === 'string') return true;
      const after = shift.nameFormula(name.text);
      if (after === name.text) return true;
      name.text = after;
      // A print area of nothing is none.
      return !(name.attribute('name')?.startsWith('_xlnm.') === true && after.includes('#REF!'));
    });
    if (names.elements.length === 0) root.children = root.children.filter((child) => child !== names);
  });
}

/** The charts of all drawings. */
function chartsOf(parts: OfficePackage): Set<string> {
  const drawings = parts.names().filter((name) => !name.endsWith('.rels'));
  return new Set(
    drawings.flatMap((name) => [...targetsOf(parts, name, 'chart'), ...targetsOf(parts, name, 'chartEx')]),
  );
}

function changeChart(root: XmlElement, shift: RowShift): void {
  for (const formula of named(root, /^f$/)) {
    const after = shift.formula(formula.text, false);
    if (after !== formula.text) formula.text = after;
  }
}
