import { fromA1, MAX_ROWS, rangeFromA1, rangeToA1, toA1, type Range } from '../sheets/address.ts';
import { append } from '../sheets/lists.ts';
import { RowsRefused, type RowShift } from './row-shift.ts';
import { shiftAnchor } from './shifted-anchors.ts';
import { Splices } from './splices.ts';
import { TagKind, TagScanner } from './tags.ts';
import { worksheetOutline } from './worksheet-outline.ts';
import { readXml, type XmlElement } from './xml-element.ts';
import { escapeMarkup } from './xml-escape.ts';

/** Elements that stand for one place of the sheet, by the attribute that says which; they go with their place. */
const PLACES: Readonly<Record<string, string>> = {
  mergeCell: 'ref',
  hyperlink: 'ref',
  protectedRange: 'sqref',
  ignoredError: 'sqref',
  autoFilter: 'ref',
  sortState: 'ref',
  sortCondition: 'ref',
  cellWatch: 'r',
  cellSmartTags: 'r',
  inputCells: 'r',
  dataRef: 'ref',
};

/** Elements that are nothing without what they hold. */
const LISTS = new Set(
  (
    'mergeCells hyperlinks protectedRanges ignoredErrors cellWatches smartTags dataValidations rowBreaks sortState ' +
    'conditionalFormattings sparklines sparklineGroup sparklineGroups scenario scenarios dataRefs ext extLst'
  ).split(' '),
);

/** Their ranges share a format or a validation, for which formulas are written as for the first cell. */
const AREAS = new Set(['conditionalFormatting', 'dataValidation', 'sparkline', 'ignoredError']);

/**
 * Formulas of a sheet follow rows that come or go on another one.
 * @returns the part, the very same array where it has nothing to do with them
 */
export function shiftFormulas(bytes: Uint8Array, shift: RowShift): Uint8Array {
  const splices = new Splices();
  const scanner = new TagScanner(bytes);
  while (scanner.next()) {
    const isFormula = ['f', 'formula', 'formula1', 'formula2'].some((name) => scanner.opens(name));
    if (!isFormula || scanner.kind === TagKind.empty) continue;
    const from = scanner.end;
    scanner.next();
    const text = scanner.text();
    const after = shift.formula(text, false);
    if (after !== text) splices.replace(from, scanner.start, escapeMarkup(after));
  }
  return splices.apply(bytes);
}

/**
 * The part of the sheet whose rows come or go. Shared formulas must have been dissolved.
 * @throws RowsRefused where something stands in the way
 */
export function shiftSheet(bytes: Uint8Array, shift: RowShift): Uint8Array {
  const outline = worksheetOutline(bytes);
  const splices = new Splices();
  for (const { name, start, end } of outline.children) {
    if (name === 'sheetData') splices.replaceBytes(start, end, shiftRows(bytes.subarray(start, end), shift));
    else if (name !== 'cols' && name !== 'sheetViews' && name !== 'tableParts') {
      const before = new TextDecoder().decode(bytes.subarray(start, end));
      const { root } = readXml(bytes.subarray(start, end));
      const after = shiftElement(root, shift)?.toString() ?? '';
      if (after !== before) splices.replace(start, end, after);
    }
  }
  return splices.apply(bytes);
}

/** An element of the sheet beside its cells, `undefined` where it goes. */
function shiftElement(element: XmlElement, shift: RowShift): XmlElement | undefined {
  const { name } = element;
  if (name === 'sheetProtection') refuseProtected(element, shift);
  if (name === 'dimension') shiftDimension(element, shift);
  const attribute = PLACES[name];
  if (AREAS.has(name)) return shiftArea(element, shift);
  if (name === 'mergeCells') shiftMerges(element, shift);
  else if (attribute !== undefined && !shiftPlace(element, attribute, shift)) return undefined;
  else if (name === 'brk') return element;
  else if (name === 'rowBreaks') shiftBreaks(element, shift);
  else if (name === 'anchor') shiftAnchor(element, shift);
  else if (name === 'controlPr') {
    for (const key of ['linkedCell', 'listFillRange']) shiftAttribute(element, key, shift);
  }
  if (name !== 'mergeCells' && name !== 'rowBreaks') {
    const count = element.elements.length;
    keepChildren(element, (child) => shiftElement(child, shift) !== undefined);
    if (element.elements.length === count) return element;
    if (element.attribute('count') !== undefined) element.setAttribute('count', String(element.elements.length));
  }
  return LISTS.has(name) && element.elements.length === 0 ? undefined : element;
}

function keepChildren(element: XmlElement, isKept: (child: XmlElement) => boolean): void {
  element.children = element.children.filter((child) => typeof child === 'string' || isKept(child));
}

export function shiftAttribute(element: XmlElement, name: string, shift: RowShift): void {
  const text = element.attribute(name);
  const after = text === undefined ? undefined : shift.formula(text, true);
  if (after !== undefined && after !== text) element.setAttribute(name, after);
}

function refuseProtected(element: XmlElement, { change }: RowShift): void {
  const isOn = (name: string): boolean => ['1', 'true'].includes(element.attribute(name) ?? '');
  const allowed = element.attribute(change.kind === 'insert' ? 'insertRows' : 'deleteRows') ?? '1';
  if (isOn('sheet') && allowed !== '0' && allowed !== 'false') throw new RowsRefused('protected');
}

function shiftDimension(element: XmlElement, shift: RowShift): void {
  const after = shift.reference(element.attribute('ref') ?? '') ?? 'A1';
  if (after !== element.attribute('ref')) element.setAttribute('ref', after);
}

/** False where the place is gone. */
function shiftPlace(element: XmlElement, attribute: string, shift: RowShift): boolean {
  const before = element.attribute(attribute);
  if (before === undefined) return true;
  const after = before
    .split(' ')
    .flatMap((one) => shift.reference(one) ?? [])
    .join(' ');
  if (after !== before && after !== '') element.setAttribute(attribute, after);
  return after !== '';
}

function shiftMerges(element: XmlElement, shift: RowShift): void {
  const added: XmlElement[] = [];
  const { kind, at, count } = shift.change;
  keepChildren(element, (child) => {
    const range = rangeFromA1(child.attribute('ref') ?? '');
    if (!range) return true;
    const after = shift.range(range);
    // What the block shows stands in its first row.
    const isBeheaded = kind === 'delete' && range.top >= at && range.top < at + count && range.bottom >= at + count;
    if (isBeheaded) throw new RowsRefused('merge');
    if (!after || (after.top === after.bottom && after.left === after.right)) return false;
    if (rangeToA1(after) !== rangeToA1(range)) child.setAttribute('ref', rangeToA1(after));
    if (kind === 'insert' && range.top === shift.like && range.bottom === shift.like) {
      append(added, copiesInNewRows(child, after, shift));
    }
    return true;
  });
  append(element.children, added);
  if (element.attribute('count') !== undefined) element.setAttribute('count', String(element.elements.length));
}

function copiesInNewRows(merge: XmlElement, range: Range, { change: { at, count } }: RowShift): XmlElement[] {
  return Array.from({ length: count }, (_, index) => {
    const copy = merge.copy();
    copy.setAttribute('ref', rangeToA1({ ...range, top: at + index, bottom: at + index }));
    return copy;
  });
}

/** A break stands in front of the row with its id, counted from 0 (ECMA-376 part 1, 18.3.1.3). */
function shiftBreaks(element: XmlElement, shift: RowShift): void {
  const taken = new Set<number>();
  keepChildren(element, (child) => {
    const id = Number(child.attribute('id'));
    if (child.name !== 'brk' || !(id > 0)) return true;
    const after = shift.row(id) ?? shift.change.at;
    if (taken.has(after) || after === 0) return false;
    taken.add(after);
    if (after !== id) child.setAttribute('id', String(after));
    return true;
  });
  const breaks = element.elements.filter(({ name }) => name === 'brk');
  const manual = breaks.filter((one) => ['1', 'true'].includes(one.attribute('man') ?? ''));
  element.setAttribute('count', String(breaks.length));
  element.setAttribute('manualBreakCount', String(manual.length));
}

/** A format or validation with its ranges and formulas, in the sheet's own words or in those of an extension (`xm:`). */
function shiftArea(element: XmlElement, shift: RowShift): XmlElement | undefined {
  const own = element.attribute('sqref');
  const extended = element.child('sqref');
  const area = shift.area(own ?? extended?.text ?? '');
  if (!area) return undefined;
  if (own !== undefined && own !== area.references) element.setAttribute('sqref', area.references);
  if (extended && extended.text !== area.references) extended.text = area.references;
  // What a sparkline draws is a range like any other.
  const formula = element.name === 'sparkline' ? (text: string) => shift.formula(text, true) : area.formula;
  shiftFormulasIn(element, formula);
  return element;
}

/** Thresholds of scales and bars may be formulas too. */
function shiftFormulasIn(element: XmlElement, shifted: (formula: string) => string): void {
  for (const child of element.elements) {
    if (/^(?:f|formula|formula1|formula2)$/.test(child.name) && child.elements.length === 0) {
      const after = shifted(child.text);
      if (after !== child.text) child.text = after;
    } else {
      const value = child.name === 'cfvo' && child.attribute('type') === 'formula' ? child.attribute('val') : undefined;
      if (value !== undefined && shifted(value) !== value) child.setAttribute('val', shifted(value));
      shiftFormulasIn(child, shifted);
    }
  }
}

/** The `sheetData` element. */
function shiftRows(bytes: Uint8Array, shift: RowShift): Uint8Array {
  const { kind, at, count } = shift.change;
  const splices = new Splices();
  const scanner = new TagScanner(bytes);
  scanner.next();
  let row = -1;
  let placeOfNew = -1;
  let template: RowLook | undefined;
  while (scanner.next() && scanner.depth > 0) {
    if (!scanner.opens('row')) continue;
    const start = scanner.start;
    row = Number(scanner.attribute('r') ?? row + 2) - 1;
    if (placeOfNew < 0 && row >= at) placeOfNew = start;
    if (kind === 'insert' && row + count >= MAX_ROWS) throw new RowsRefused('full');
    const after = shift.row(row);
    const look = shiftRow(scanner, row, after, shift, splices);
    if (row === shift.like) template = look;
    if (after === undefined) splices.removeAll(start, scanner.end);
  }
  if (kind === 'insert' && template) {
    const { of } = template;
    const xml = Array.from({ length: count }, (_, index) => of(at + index)).join('');
    splices.insert(placeOfNew < 0 ? scanner.start : placeOfNew, xml);
  }
  return splices.apply(bytes);
}

interface RowLook {
  /** An empty row of the same look. */
  readonly of: (row: number) => string;
}

/** Reads a row to its end, moves what is in it, and answers how it looks. */
function shiftRow(
  scanner: TagScanner,
  row: number,
  after: number | undefined,
  shift: RowShift,
  splices: Splices,
): RowLook {
  const { bytes, start, end, depth, kind } = scanner;
  const name = scanner.qualifiedName();
  const opening = new TextDecoder().decode(bytes.subarray(start, end)).replace(/\/?>$/, '');
  const number = scanner.attributeIndex('r');
  if (after !== undefined && after !== row) replaceAttribute(scanner, number, String(after + 1), splices);
  const styled: { readonly column: number; readonly style: string; readonly name: string }[] = [];
  let column = -1;
  while (kind === TagKind.open && scanner.next() && scanner.depth > depth) {
    if (scanner.opens('c')) {
      const cell = scanner.attributeIndex('r');
      column = fromA1(cell < 0 ? '' : scanner.attributeValue(cell))?.column ?? column + 1;
      if (after !== undefined && after !== row) replaceAttribute(scanner, cell, toA1(after, column), splices);
      const style = scanner.attribute('s');
      if (row === shift.like && style !== undefined && /^\d{1,6}$/.test(style))
        styled.push({ column, style, name: scanner.qualifiedName() });
    } else if (scanner.opens('f')) shiftCellFormula(scanner, after !== undefined, shift, splices);
  }
  return {
    of: (place) => {
      const cells = styled.map((one) => `<${one.name} r="${toA1(place, one.column)}" s="${one.style}"/>`).join('');
      const look = opening
        .replace(/\s(?:r|hidden|collapsed)\s?=\s?(?:"[^"]*"|'[^']*')/g, '')
        .replace(`<${name}`, () => `<${name} r="${String(place + 1)}"`);
      return `${look}>${cells}</${name}>`;
    },
  };
}

function replaceAttribute(scanner: TagScanner, index: number, value: string, splices: Splices): void {
  if (index < 0) return;
  splices.replace(scanner.attributes[4 * index + 2] ?? 0, scanner.attributes[4 * index + 3] ?? 0, value);
}

function shiftCellFormula(scanner: TagScanner, isKept: boolean, shift: RowShift, splices: Splices): void {
  const index = scanner.attributeIndex('ref');
  const block = index < 0 ? undefined : rangeFromA1(scanner.attributeValue(index));
  if (block && shift.tears(block)) throw new RowsRefused('array');
  if (!isKept) return;
  for (const name of ['ref', 'r1', 'r2']) {
    const at = scanner.attributeIndex(name);
    const before = at < 0 ? '' : scanner.attributeValue(at);
    const after = shift.reference(before);
    if (after === undefined) throw new RowsRefused('array');
    if (after !== before) replaceAttribute(scanner, at, after, splices);
  }
  if (scanner.kind === TagKind.empty) return;
  const from = scanner.end;
  scanner.next();
  const text = scanner.text();
  const after = shift.formula(text, true);
  if (after !== text) splices.replace(from, scanner.start, escapeMarkup(after));
}
