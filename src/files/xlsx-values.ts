import { fromA1, rangeFromA1, rangeToA1, toA1, type Address, type Range } from '../sheets/address.ts';
import { append } from '../sheets/lists.ts';
import type { Codec } from './codec.ts';
import { writeCells, type CellWrite } from './cell-writes.ts';
import { removeCalcChain } from './calc-chain.ts';
import { insertionPoint, outlineUnder, type ElementOutline } from './element-outline.ts';
import { mergedCells, topLeftOf } from './merged-cells.ts';
import { OfficePackage } from './package.ts';
import { refuseSigned } from './signature.ts';
import { Splices } from './splices.ts';
import { TagScanner } from './tags.ts';
import { unshareFormulas } from './shared-formulas.ts';
import { foldedName, listAt, renewResults, type NewResult } from './stale-results.ts';
import { typedFormula } from './typed-formula.ts';
import { workbookPartsOf, type SheetPart, type WorkbookParts } from './workbook-parts.ts';
import { worksheetOutline } from './worksheet-outline.ts';

/** A value to write: a number (a date as its serial day), a text, or `''` to empty the cell. */
export interface ValueWrite {
  /** The sheet by its place among the workbook's worksheets. */
  readonly sheetIndex: number;
  /** Plain A1. */
  readonly cell: string;
  /** Where a formula is written: what it comes to, `''` where that is not known. */
  readonly value: string | number | boolean;
  /** A formula that somebody has typed into the cell, without `=`. */
  readonly formula?: string;
  /** A formula that stands in the cell gives way; without this it stays. */
  readonly overFormula?: boolean;
}

/**
 * `formula`: the cell is computed; `no-cell`: there is no such sheet or cell; `value`: no cell can hold the value;
 * `not-a-formula`: a file with the formula might not open.
 */
export type SkipReason = 'formula' | 'no-cell' | 'value' | 'not-a-formula';

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
 * Writes values into the cells of an .xlsx, keeping their formats: texts as texts, never as formulas, and formulas where
 * the write says so. In a merged block the value goes to its top-left cell; a cell with a formula stays as it is, unless
 * the write is over it. A workbook with formulas is computed anew when it is next opened, and of results that may have
 * changed those in `results` are stored, the others no longer.
 * @param results what the workbook's formulas come to once the writes are made, as far as that is known
 * @param options.allStale whether any result may have changed, be nothing written: rows came or went
 * @throws FileError where the file is no sound workbook, `signed` where it bears a signature.
 */
export function writeXlsxValues(
  bytes: Uint8Array,
  writes: readonly ValueWrite[],
  codec: Codec,
  results: readonly NewResult[] = [],
  { allStale = false } = {},
): ValuesReport & { readonly bytes: Uint8Array } {
  const parts = new OfficePackage(bytes, codec);
  const report = writePackageValues(parts, writes, results, allStale);
  return { ...report, bytes: parts.toBytes() };
}

function writePackageValues(
  parts: OfficePackage,
  writes: readonly ValueWrite[],
  results: readonly NewResult[],
  allStale: boolean,
): ValuesReport {
  refuseSigned(parts);
  const workbook = workbookPartsOf(parts);
  const names = workbook.sheets.map(({ name }) => name);
  const skipped: SkippedWrite[] = [];
  const bySheet = new Map<SheetPart, (ValueWrite & Address)[]>();
  for (const wanted of writes) {
    const sheet = workbook.sheets[wanted.sheetIndex];
    const at = fromA1(wanted.cell);
    const write = wanted.formula === undefined ? wanted : asInFile(wanted, wanted.formula, names);
    if (!sheet || !at) skipped.push({ ...wanted, reason: 'no-cell' });
    else if (!write) skipped.push({ ...wanted, reason: 'not-a-formula' });
    else if (!isStorable(write)) skipped.push({ ...wanted, reason: 'value' });
    else listAt(bySheet, sheet).push({ ...write, ...at });
  }
  let written = 0;
  const changedCells = new Map<string, Address[]>();
  for (const [{ name, part }, placed] of bySheet) {
    const { refused, changed } = writeSheet(parts, part, placed);
    written += placed.length - refused.length;
    append(listAt(changedCells, foldedName(name)), changed);
    for (const { row: _row, column: _column, ...write } of refused) skipped.push({ ...write, reason: 'formula' });
  }
  const known = [...results, ...writes.filter(({ formula, value }) => formula !== undefined && value !== '')];
  const stale = allStale ? null : changedCells;
  if ((written > 0 || allStale) && renewResults(parts, workbook, stale, known)) computeOnLoad(parts, workbook);
  if (writes.some(({ formula, overFormula }) => formula !== undefined || overFormula)) removeCalcChain(parts, workbook);
  return { written, skipped };
}

/** A write of a formula in the file's own words; `undefined` where there are none for it. */
function asInFile(write: ValueWrite, formula: string, sheets: readonly string[]): ValueWrite | undefined {
  const written = typedFormula(formula, sheets);
  return written === undefined ? undefined : { ...write, formula: written };
}

/** The most characters that a formula has. */
const LONGEST_FORMULA = 8192;

function isStorable({ value, formula = '' }: ValueWrite): boolean {
  if (formula.length > LONGEST_FORMULA) return false;
  return typeof value === 'string' ? value.length <= LONGEST_TEXT : Number.isFinite(Number(value));
}

/** Writes into one sheet and answers the writes that met a formula, and the cells written to. */
function writeSheet<T extends ValueWrite & Address>(
  parts: OfficePackage,
  part: string,
  writes: readonly T[],
): { readonly refused: T[]; readonly changed: readonly Address[] } {
  const original = parts.part(part) ?? new Uint8Array(0);
  const before = worksheetOutline(original);
  const topLeft = topLeftOf(mergedCells(original, before));
  const cells = new Map<string, CellWrite>();
  for (const write of writes) {
    const { row, column } = topLeft(write);
    cells.set(toA1(row, column), { ...write, row, column });
  }
  const bytes = withoutSharing(original, before, cells);
  const outline = bytes === original ? before : worksheetOutline(bytes);
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

/** What others share with a cell whose formula gives way becomes their own. */
function withoutSharing(bytes: Uint8Array, outline: ElementOutline, cells: ReadonlyMap<string, CellWrite>): Uint8Array {
  const sheetData = outline.children.find(({ name }) => name === 'sheetData');
  if (!sheetData || ![...cells.values()].some(({ overFormula }) => overFormula)) return bytes;
  return unshareFormulas(bytes, sheetData, ({ row, column }) => cells.get(toA1(row, column))?.overFormula === true);
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
