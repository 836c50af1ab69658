import type { Address, Range } from '../sheets/address.ts';
import { append } from '../sheets/lists.ts';

/**
 * Rectangles that cover exactly the given cells, each cell once: neighbours are joined along rows first or along
 * columns first, whichever gives fewer. Sorted by top, then left; doubles in `cells` are one cell.
 */
export function groupCells(cells: readonly Address[]): Range[] {
  const alongRows = joinRuns(cells);
  const alongColumns = joinRuns(cells.map(turned)).map((range): Range => ({
    top: range.left,
    left: range.top,
    bottom: range.right,
    right: range.bottom,
  }));
  const fewer = alongRows.length <= alongColumns.length ? alongRows : alongColumns;
  return fewer.sort((a, b) => a.top - b.top || a.left - b.left);
}

function turned(cell: Address): Address {
  return { row: cell.column, column: cell.row };
}

/** Joins neighbours in a row to runs, then equal runs of rows below one another to rectangles. */
function joinRuns(cells: readonly Address[]): Range[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const done: Range[] = [];
  let above = new Map<string, Range>();
  let at = 0;
  while (at < sorted.length) {
    const row = sorted[at]?.row ?? 0;
    const current = new Map<string, Range>();
    while (at < sorted.length && sorted[at]?.row === row) {
      const left = sorted[at]?.column ?? 0;
      let right = left;
      for (at++; at < sorted.length && sorted[at]?.row === row; at++) {
        const column = sorted[at]?.column ?? 0;
        if (column > right + 1) break;
        right = column;
      }
      const key = `${String(left)}:${String(right)}`;
      const upper = above.get(key);
      const joins = upper?.bottom === row - 1;
      if (joins) above.delete(key);
      current.set(key, { top: joins ? upper.top : row, left, bottom: row, right });
    }
    append(done, above.values());
    above = current;
  }
  append(done, above.values());
  return done;
}
