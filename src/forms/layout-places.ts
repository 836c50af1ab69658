import type { DefinitionPath } from './definition-error.ts';
import type { Faults } from './faults.ts';
import type { LayoutCell } from './layout.ts';
import type { OpenCell } from './layout-cells.ts';

/**
 * Gives the cells of rows that belong together their places: each takes the next free columns, the last one of a row
 * all that are left where it does not say how many. A fault where they do not fill a row in borders.
 */
export function placeCells(
  rows: readonly { readonly cells: readonly OpenCell[]; readonly path: DefinitionPath }[],
  width: number,
  /** Whether a row may end before the last column. */
  mayEndEarly: boolean,
  faults: Faults,
): LayoutCell[][] {
  /** For each column: how many rows from here on a cell above still takes. */
  const taken = new Array<number>(width).fill(0);
  const placed = rows.map(({ cells, path }) => {
    const row: LayoutCell[] = [];
    let column = 0;
    cells.forEach((cell, index) => {
      while ((taken[column] ?? 0) > 0) column++;
      const free = freeFrom(taken, column);
      const columns = cell.columns ?? (index === cells.length - 1 ? Math.max(1, free) : 1);
      if (columns > free) faults.add(path, tooWide(width));
      row.push({ column, columns, rows: cell.rows, lines: cell.lines, content: cell.content });
      for (let at = column; at < Math.min(width, column + columns); at++) taken[at] = cell.rows;
      column += columns;
    });
    const open = taken.filter((rowsLeft) => rowsLeft === 0).length;
    if (open > 0 && cells.length > 0 && !mayEndEarly) {
      const fault = {
        zh: `这一行有 ${String(open)} 列空着；版面共 ${String(width)} 列`,
        en: `${String(open)} of the ${String(width)} columns of this row are left open`,
      };
      faults.add(path, fault);
    }
    taken.forEach((rowsLeft, at) => (taken[at] = Math.max(0, rowsLeft - 1)));
    return row;
  });
  const last = rows.at(-1);
  if (last && taken.some((rowsLeft) => rowsLeft > 0)) {
    const fault = { zh: '有单元格跨到了这一行以下', en: 'a cell reaches below this row, the last one' };
    faults.add(last.path, fault);
  }
  return placed;
}

function freeFrom(taken: readonly number[], column: number): number {
  let free = 0;
  while (column + free < taken.length && taken[column + free] === 0) free++;
  return free;
}

function tooWide(width: number): { zh: string; en: string } {
  return {
    zh: `这一行放不下；版面共 ${String(width)} 列`,
    en: `the cells do not fit into the ${String(width)} columns of this row`,
  };
}
