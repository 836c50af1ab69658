import type { Range } from '../../sheets/address.ts';
import type { PresentSheet } from '../changed.ts';
import type { PlanBasis } from '../host.ts';
import { readContents, readPatches } from './sheet-reader.ts';
import { rangeOn, sizeOf, type WpsSheet } from './wps-ranges.ts';

/** Behind the end of a sheet more cells than this are formatted, not filled: a few at its edge tell. */
const MOST_BEHIND = 200_000;
const ROWS_AT_ONCE = 5000;

/** A sheet as it stands; `null` where it cannot be read any more. */
export function presentSheet(sheet: WpsSheet, extent: Range | null, basis: PlanBasis): PresentSheet | null {
  if (!extent) return null;
  const present = readPatches(sheet, basis.cells);
  return {
    name: () => sheet.text('Name'),
    valueAt: ({ row, column }) => present(row, column).value,
    hasSizeOf: (planned) => sizeHolds(sheet, extent, planned),
  };
}

/** Whether a sheet still ends where it did, without reading all of it. */
function sizeHolds(sheet: WpsSheet, extent: Range, { rowCount, columnCount }: PlanBasis): boolean {
  const below = { ...extent, top: Math.max(extent.top, rowCount) };
  const beside = { ...extent, left: Math.max(extent.left, columnCount), bottom: Math.min(extent.bottom, rowCount - 1) };
  if (holdsAnything(sheet, below) || holdsAnything(sheet, beside)) return false;
  if (rowCount === 0 || columnCount === 0) return true;
  if (extent.bottom < rowCount - 1 || extent.right < columnCount - 1) return false;
  const lastRow = { ...extent, top: rowCount - 1, bottom: rowCount - 1 };
  const lastColumn = { ...extent, left: columnCount - 1, right: columnCount - 1, bottom: rowCount - 1 };
  return [lastRow, lastColumn].every((edge) => holdsAnything(sheet, edge) || isMerged(sheet, edge));
}

function holdsAnything(sheet: WpsSheet, range: Range): boolean {
  if (range.bottom < range.top || range.right < range.left) return false;
  const width = range.right - range.left + 1;
  const bottom = sizeOf(range) > MOST_BEHIND ? range.top + Math.floor(MOST_BEHIND / width) : range.bottom;
  for (let top = range.top; top <= bottom; top += ROWS_AT_ONCE) {
    const part = { ...range, top, bottom: Math.min(bottom, top + ROWS_AT_ONCE - 1) };
    const contents = readContents(sheet, part);
    for (let row = part.top; row <= part.bottom; row++) {
      for (let column = part.left; column <= part.right; column++) {
        const { value, formula } = contents.at(row, column);
        if (value !== null || formula !== undefined) return true;
      }
    }
  }
  return false;
}

function isMerged(sheet: WpsSheet, range: Range): boolean {
  return rangeOn(sheet, range).tryRead('MergeCells') !== false;
}
