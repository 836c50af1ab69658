import type { NewResult } from '../files/stale-results.ts';
import type { RowEdit } from '../files/row-shift.ts';
import type { ValueWrite } from '../files/xlsx-values.ts';
import { toA1, type Address } from '../sheets/address.ts';
import { valueAtIndex, type Grid } from '../sheets/grid.ts';
import { rowAfter } from '../sheets/row-change.ts';
import type { Workbook } from '../sheets/workbook.ts';

/**
 * The writes into a new .xlsx of a workbook, where formulas have become values: with the edits those change that are
 * computed from them. One whose new value is not known is emptied: an old one would be wrong.
 */
export function withFreshValues(
  workbook: Workbook,
  rows: readonly RowEdit[],
  edits: readonly ValueWrite[],
  results: readonly NewResult[],
): readonly ValueWrite[] {
  if (edits.length === 0 && rows.length === 0) return edits;
  const edited = new Set(edits.map(keyOf));
  const known = new Map(results.map((result) => [keyOf(result), result.value]));
  const fresh = workbook.sheets.flatMap((grid, sheetIndex) =>
    formulaCells(grid).flatMap(({ row, column, before }): ValueWrite[] => {
      const place = rows
        .filter((edit) => edit.sheetIndex === sheetIndex)
        .reduce<number | undefined>((at, edit) => (at === undefined ? at : rowAfter(edit, at)), row);
      if (place === undefined) return [];
      const cell = toA1(place, column);
      const key = keyOf({ sheetIndex, cell });
      const value = known.get(key) ?? '';
      return edited.has(key) || value === before ? [] : [{ sheetIndex, cell, value }];
    }),
  );
  return [...edits, ...fresh];
}

function keyOf({ sheetIndex, cell }: Pick<NewResult, 'sheetIndex' | 'cell'>): string {
  return `${String(sheetIndex)} ${cell}`;
}

/** Cells with a formula that has come to something other than an error. */
function formulaCells(grid: Grid): (Address & { readonly before: string | number | boolean })[] {
  const cells: (Address & { before: string | number | boolean })[] = [];
  for (let row = 0; row < grid.rowCount; row++) {
    for (let at = grid.rowStarts[row] ?? 0; at < (grid.rowStarts[row + 1] ?? 0); at++) {
      if (!grid.formulas.has(at)) continue;
      const before = valueAtIndex(grid, at);
      if (before !== null && typeof before !== 'object') cells.push({ row, column: grid.columns[at] ?? 0, before });
    }
  }
  return cells;
}
