import { fromA1, rangeFromA1, rangeToA1, toA1, type Address, type Range } from '../sheets/address.ts';
import { append } from '../sheets/lists.ts';
import type { Codec } from './codec.ts';
import { writeCells, type CellWrite } from './cell-writes.ts';
import { insertionPoint, outlineUnder, type ElementOutline } from './element-outline.ts';
import { mergedCells, topLeftOf } from './merged-cells.ts';
import { OfficePackage } from './package.ts';
import { refuseSigned } from './signature.ts';
import { Splices } from './splices.ts';
import { TagScanner } from './tags.ts';
import { dropStaleResults, foldedName, listAt } from './stale-results.ts';
import { workbookPartsOf, type SheetPart, type WorkbookParts } from './workbook-parts.ts';
import { worksheetOutline } from './worksheet-outline.ts';

/** A value to write: a number (a date as its serial day), a text, or `''` to empty the cell. */
export interface ValueWrite {
  /** The sheet by its place among the workbook's worksheets. */
  readonly sheetIndex: number;
  /** Plain A1. */
  readonly cell: string;
  readonly value: string | number;
}

/** `formula`: the cell is computed; `no-cell`: there is no such sheet or cell; `value`: no cell can hold the value. */
export type SkipReason = 'formula' | 'no-cell' | 'value';

export interface SkippedWrite extends ValueWrite {
  readonly reason: SkipReason;
}

export interface ValuesReport {
  /** How many values now stand in the file. */
  readonly written: number;
  readonly skipped: readonly SkippedWrite[];
}

/** The most characters that a cell holds. */
const LONGEST_TEXT = 32_767;

/**
 * Writes values into the cells of an .xlsx, keeping their formats: texts as texts, never as formulas. In a merged
 * block the value goes to its top-left cell; a cell with a formula stays as it is. A workbook with formulas is
 * computed anew when it is next opened, and results that may have changed are no longer stored.
 * @throws FileError where the file is no sound workbook, `signed` where it bears a signature.
 */
export function writeXlsxValues(
  bytes: Uint8Array,
  writes: readonly ValueWrite[],
  codec: Codec,
): ValuesReport & { readonly bytes: Uint8Array } {
  const parts = new OfficePackage(bytes, codec);
  const report = writePackageValues(parts, writes);
  return { ...report, bytes: parts.toBytes() };
}

function writePackageValues(parts: OfficePackage, writes: readonly ValueWrite[]): ValuesReport {
  refuseSigned(parts);
  const workbook = workbookPartsOf(parts);
  const skipped: SkippedWrite[] = [];
  const bySheet = new Map<SheetPart, (ValueWrite & Address)[]>();
  for (const write of writes) {
    const sheet = workbook.sheets[write.sheetIndex];
    const at = fromA1(write.cell);
    if (!sheet || !at) skipped.push({ ...write, reason: 'no-cell' });
    else if (!isStorable(write.value)) skipped.push({ ...write, reason: 'value' });
    else {
      const others = bySheet.get(sheet);
      if (others) others.push({ ...write, ...at });
      else bySheet.set(sheet, [{ ...write, ...at }]);
    }
  }
  let written = 0;
  const changedCells = new Map<string, Address[]>();
  for (const [{ name, part }, placed] of bySheet) {
    const { refused, changed } = writeSheet(parts, part, placed);
    written += placed.length - refused.length;
    append(listAt(changedCells, foldedName(name)), changed);
    for (const { sheetIndex, cell, value } of refused) skipped.push({ sheetIndex, cell, value, reason: 'formula' });
  }
  if (written > 0 && dropStaleResults(parts, workbook, changedCells)) computeOnLoad(parts, workbook);
  return { written, skipped };
}

function isStorable(value: string | number): boolean {
  return typeof value === 'number' ? Number.isFinite(value) : value.length <= LONGEST_TEXT;
}

/** Writes into one sheet and answers the writes that met a formula, and the cells written to. */
function writeSheet<T extends ValueWrite & Address>(
  parts: OfficePackage,
  part: string,
  writes: readonly T[],
): { readonly refused: T[]; readonly changed: readonly Address[] } {
  const bytes = parts.part(part) ?? new Uint8Array(0);
  const outline = worksheetOutline(bytes);
  const topLeft = topLeftOf(mergedCells(bytes, outline));
  const cells = new Map<string, CellWrite>();
  for (const write of writes) {
    const at = topLeft(write);
    cells.set(toA1(at.row, at.column), { ...at, value: write.value });
  }
  const splices = new Splices();
  const refused = writeCells(bytes, outline, [...cells.values()], splices);
  enlargeDimension(bytes, outline, [...cells.values()], splices);
  parts.set(part, splices.apply(bytes));
  const cellsRefused = new Set(refused.map((cell) => toA1(cell.row, cell.column)));
  const isRefused = (cell: Address): boolean => {
    const at = topLeft(cell);
    return cellsRefused.has(toA1(at.row, at.column));
  };
  return {
    refused: writes.filter(isRefused),
    changed: [...cells.values()].filter((cell) => !isRefused(cell)),
  };
}

/** The sheet's stated extent must take in what was written. */
function enlargeDimension(
  bytes: Uint8Array,
  outline: ElementOutline,
  cells: readonly Address[],
  splices: Splices,
): void {
  const child = outline.children.find((one) => one.name === 'dimension');
  if (!child) return;
  const scanner = new TagScanner(bytes.subarray(child.start, child.end));
  scanner.next();
  const index = scanner.attributeIndex('ref');
  const before = index < 0 ? undefined : rangeFromA1(scanner.attributeValue(index));
  if (!before) return;
  let after: Range = before;
  for (const { row, column } of cells) {
    after = {
      top: Math.min(after.top, row),
      left: Math.min(after.left, column),
      bottom: Math.max(after.bottom, row),
      right: Math.max(after.right, column),
    };
  }
  if (rangeToA1(after) === rangeToA1(before)) return;
  const from = child.start + (scanner.attributes[4 * index + 2] ?? 0);
  splices.replace(from, child.start + (scanner.attributes[4 * index + 3] ?? 0), rangeToA1(after));
}

/** The children of CT_Workbook in order (ECMA-376 part 1, 18.2.27). */
const WORKBOOK_ORDER: readonly string[] = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
];

/** So that no result is shown that was computed from the old values. */
function computeOnLoad(parts: OfficePackage, workbook: WorkbookParts): void {
  const bytes = parts.part(workbook.workbook);
  if (!bytes) return;
  const outline = outlineUnder('workbook', bytes, WORKBOOK_ORDER);
  const splices = new Splices();
  const child = outline.children.find((one) => one.name === 'calcPr');
  if (!child) {
    const at = insertionPoint(outline, WORKBOOK_ORDER, 'calcPr');
    splices.insert(at, `<${outline.prefix}calcPr fullCalcOnLoad="1"/>`);
  } else {
    const scanner = new TagScanner(bytes.subarray(child.start, child.end));
    scanner.next();
    const index = scanner.attributeIndex('fullCalcOnLoad');
    if (index < 0) splices.insert(child.start + scanner.nameEnd, ' fullCalcOnLoad="1"');
    else {
      const from = child.start + (scanner.attributes[4 * index + 2] ?? 0);
      splices.replace(from, child.start + (scanner.attributes[4 * index + 3] ?? 0), '1');
    }
  }
  parts.set(workbook.workbook, splices.apply(bytes));
}
