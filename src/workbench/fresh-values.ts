import type { NewResult } from '../files/stale-results.ts';
import type { ValueWrite } from '../files/xlsx-values.ts';
import { toA1 } from '../sheets/address.ts';
import { valueAtIndex, type Grid } from '../sheets/grid.ts';
import type { Workbook } from '../sheets/workbook.ts';

/**
 * The writes into a new .xlsx of a workbook, where formulas have become values: with the edits those change that are
 * computed from them. One whose new value is not known is emptied: an old one would be wrong.
 */
export function withFreshValues(
  workbook: Workbook,
  edits: readonly ValueWrite[],
  results: readonly NewResult[],
): readonly ValueWrite[] {
  if (edits.length === 0) return edits;
  const edited = new Set(edits.map(keyOf));
  const known = new Map(results.map((result) => [keyOf(result), result.value]));
  const fresh = workbook.sheets.flatMap((grid, sheetIndex) =>
    formulaCells(grid).flatMap(({ cell, before }): ValueWrite[] => {
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
function formulaCells(grid: Grid): { readonly cell: string; readonly before: string | number | boolean }[] {
  const cells: { cell: string; before: string | number | boolean }[] = [];
  for (let row = 0; row < grid.rowCount; row++) {
    for (let at = grid.rowStarts[row] ?? 0; at < (grid.rowStarts[row + 1] ?? 0); at++) {
      if (!grid.formulas.has(at)) continue;
      const before = valueAtIndex(grid, at);
      if (before !== null && typeof before !== 'object') cells.push({ cell: toA1(row, grid.columns[at] ?? 0), before });
    }
  }
  return cells;
}
