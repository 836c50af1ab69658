import { readingContext } from '../locate/reading-context.ts';
import { readValue } from '../forms/values/read-value.ts';
import { cellAt, valueAtIndex, type Cell, type Grid } from '../sheets/grid.ts';
import type { FilledColumn, FilledForm, FilledTable } from '../locate/filled.ts';

/** What a row of totals says of one column. */
export interface StatedTotal {
  /** The sheet row. */
  readonly row: number;
  readonly cell: Cell;
  /** `undefined` where the cell is blank or unreadable. */
  readonly value: number | undefined;
  /** 小计: of the rows since the last row of totals; otherwise of all rows above. */
  readonly subtotal: boolean;
}

/** What the rows of totals of a table (合计, 小计) state for a column, top to bottom. */
export function statedTotals(form: FilledForm, table: FilledTable, column: FilledColumn): readonly StatedTotal[] {
  const grid = form.workbook.sheets[table.located.sheet];
  if (!grid) return [];
  const context = readingContext(form.workbook, column.located.unit);
  return table.located.totals.map((row) => {
    const cell = cellAt(grid, row, column.located.at);
    const { value } = readValue(cell, column.column.type, context);
    return { row, cell, value: typeof value === 'number' ? value : undefined, subtotal: isSubtotal(grid, row) };
  });
}

function isSubtotal(grid: Grid, row: number): boolean {
  for (let index = grid.rowStarts[row] ?? 0; index < (grid.rowStarts[row + 1] ?? 0); index++) {
    const value = valueAtIndex(grid, index);
    if (typeof value === 'string' && SUBTOTAL.test(value)) return true;
  }
  return false;
}

const SUBTOTAL = /小\s*计/u;
