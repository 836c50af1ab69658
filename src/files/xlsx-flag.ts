import { placedMarks } from '../marks/placed-marks.ts';
import type { MarksPlan, SheetMarks } from '../marks/plan.ts';
import type { MarkSeverity } from '../marks/signature.ts';
import { toA1 } from '../sheets/address.ts';
import type { Codec } from './codec.ts';
import { removeVmlDefault } from './content-types.ts';
import { addConditionalMarks, removeConditionalMarks } from './conditional-marks.ts';
import { addMarkFills, removeMarkFills, usesFormatFrom } from './mark-fills.ts';
import { mergedCells, topLeftOf } from './merged-cells.ts';
import { addSheetNotes, removeSheetNotes, type SheetPatch } from './note-parts.ts';
import { OfficePackage } from './package.ts';
import { refuseSigned } from './signature.ts';
import { Splices } from './splices.ts';
import { workbookPartsOf, type WorkbookParts } from './workbook-parts.ts';
import { worksheetOutline } from './worksheet-outline.ts';

/** What came of flagging, for the user to be told. */
export interface FlagReport {
  /** Cells that are coloured but got no note although the plan has one: they hold a thread of comments. */
  readonly withoutNote: readonly {
    readonly sheetIndex: number;
    readonly sheet: string;
    readonly cells: readonly string[];
  }[];
}

export interface FlaggedCopy extends FlagReport {
  readonly bytes: Uint8Array;
}

/**
 * The flagged copy of an .xlsx: conditional formats and notes of ours put into the parts that must change, every other
 * entry of the file copied as it is. Marks that are there already are replaced, so that flagging twice is flagging once.
 * @throws FileError where the file is no sound workbook, `signed` where it bears a signature.
 * @throws RangeError where the plan marks a sheet that the file does not have.
 */
export function flagXlsx(bytes: Uint8Array, plan: MarksPlan, codec: Codec): FlaggedCopy {
  const parts = new OfficePackage(bytes, codec);
  const report = flagPackage(parts, plan);
  return { ...report, bytes: parts.toBytes() };
}

/**
 * The file without our flags, as it was before them; `undefined` where it has none.
 * @throws FileError as {@link flagXlsx}; a signed file without flags is none.
 */
export function unflagXlsx(bytes: Uint8Array, codec: Codec): Uint8Array | undefined {
  const parts = new OfficePackage(bytes, codec);
  if (!unflagPackage(parts)) return undefined;
  refuseSigned(parts);
  return parts.toBytes();
}

function flagPackage(parts: OfficePackage, plan: MarksPlan): FlagReport {
  refuseSigned(parts);
  unflagPackage(parts);
  const workbook = workbookPartsOf(parts);
  const withoutNote: FlagReport['withoutNote'][number][] = [];
  let formatIds: Record<MarkSeverity, number> | undefined;
  for (const marks of plan.sheets) {
    const sheet = workbook.sheets[marks.sheetIndex];
    if (!sheet) throw new RangeError(`the file has no worksheet ${String(marks.sheetIndex + 1)}`);
    if (marks.marks.length === 0) continue;
    if (marks.marks.some(({ severity }) => severity !== null)) formatIds ??= addMarkFills(parts, workbook);
    const cells = flagSheet(parts, sheet.part, marks, formatIds);
    if (cells.length > 0) withoutNote.push({ sheetIndex: marks.sheetIndex, sheet: sheet.name, cells });
  }
  return { withoutNote };
}

function openSheet(parts: OfficePackage, part: string): SheetPatch {
  const bytes = parts.part(part) ?? new Uint8Array(0);
  return { part, bytes, outline: worksheetOutline(bytes), splices: new Splices() };
}

/** Marks one sheet and answers the cells that could not get their note. */
function flagSheet(
  parts: OfficePackage,
  part: string,
  plan: SheetMarks,
  formatIds: Readonly<Record<MarkSeverity, number>> | undefined,
): string[] {
  const sheet = openSheet(parts, part);
  const marks = placedMarks(plan.marks, topLeftOf(mergedCells(sheet.bytes, sheet.outline)));
  const coloured = marks.flatMap(({ row, column, severity }) => (severity === null ? [] : [{ row, column, severity }]));
  if (formatIds && coloured.length > 0) {
    addConditionalMarks(sheet.bytes, sheet.outline, coloured, formatIds, sheet.splices);
  }
  const notes = marks.flatMap(({ row, column, note }) => (note === null ? [] : [{ row, column, note }]));
  const refused = addSheetNotes(parts, sheet, notes);
  parts.set(part, sheet.splices.apply(sheet.bytes));
  return refused.map((cell) => toA1(cell.row, cell.column));
}

/** Takes our flags away; false where there are none. */
function unflagPackage(parts: OfficePackage): boolean {
  const workbook = workbookPartsOf(parts);
  let coloured = false;
  let noted = false;
  for (const { part } of workbook.sheets) {
    const sheet = openSheet(parts, part);
    if (removeConditionalMarks(sheet.bytes, sheet.outline, sheet.splices)) coloured = true;
    if (removeSheetNotes(parts, sheet)) noted = true;
    if (!sheet.splices.isEmpty) parts.set(part, sheet.splices.apply(sheet.bytes));
  }
  if (noted) removeVmlDefault(parts);
  if (coloured) removeMarkFills(parts, workbook, (from) => anySheetUses(parts, workbook, from));
  return coloured || noted;
}

function anySheetUses(parts: OfficePackage, workbook: WorkbookParts, from: number): boolean {
  return workbook.sheets.some(({ part }) => {
    const bytes = parts.part(part) ?? new Uint8Array(0);
    return usesFormatFrom(bytes, worksheetOutline(bytes), from);
  });
}
