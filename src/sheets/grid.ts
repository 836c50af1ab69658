import type { Range } from './address.ts';

/** An Excel error value (`#REF!`, `#DIV/0!` …) standing in a cell. */
export interface CellError {
  readonly error: string;
}

/** What a cell holds; `null` is an empty cell. */
export type CellValue = null | number | string | boolean | CellError;

/** The typeface of a cell's style and its size in points, where the file says so. */
export interface Font {
  readonly name: string;
  readonly size: number;
}

/** One cell as a reader of values needs it. */
export interface Cell {
  readonly value: CellValue;
  /** The number format code, `General` where there is none. */
  readonly format: string;
  /** The formula without its `=`; a formula whose result was never stored has `value: null`. */
  readonly formula?: string;
}

/** The kinds of cell content, as stored in {@link Grid.kinds}. */
export const CellKind = { none: 0, number: 1, text: 2, boolean: 3, error: 4 } as const;

export type Visibility = 'visible' | 'hidden' | 'veryHidden';

/**
 * A sheet as plain data: typed arrays and string tables, no methods, so that it can be posted to a worker.
 * Cells stand row by row, columns ascending; only cells with a value or a formula are kept, so that
 * formatted but empty rows cost nothing. Read it with the functions of this module.
 */
export interface Grid {
  readonly name: string;
  readonly visibility: Visibility;
  /** One more than the last row (column) that holds a cell or a merge's corner. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Cells of row r are `rowStarts[r]` up to, not including, `rowStarts[r + 1]`; length `rowCount + 1`. */
  readonly rowStarts: Uint32Array;
  readonly columns: Uint16Array;
  /** {@link CellKind} of each cell. */
  readonly kinds: Uint8Array;
  /** The number; 0 or 1 for a boolean; the index into `strings` for text and errors. */
  readonly values: Float64Array;
  /** Index into `numberFormats` (and `fonts`) of each cell. */
  readonly formats: Uint16Array;
  /** Number format codes; entry 0 is `General`. A code has an entry for each font that it is used with. */
  readonly numberFormats: readonly string[];
  /** The font that goes with each of the `numberFormats`, `undefined` where the file does not say. */
  readonly fonts: readonly (Font | undefined)[];
  /** The workbook's texts; the same array in all its grids. Two equal texts may have two entries. */
  readonly strings: readonly string[];
  /** Formulas by the cell's index in the arrays above, without `=`. */
  readonly formulas: ReadonlyMap<number, string>;
  readonly merges: readonly Range[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/** The index of a cell in the grid's arrays, -1 where there is none. */
export function cellIndex(grid: Grid, row: number, column: number): number {
  if (row < 0 || row >= grid.rowCount) return -1;
  let low = grid.rowStarts[row] ?? 0;
  let high = (grid.rowStarts[row + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = grid.columns[middle] ?? 0;
    if (at === column) return middle;
    if (at < column) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The value of the cell with this index in the arrays (-1: an empty cell). */
export function valueAtIndex(grid: Grid, index: number): CellValue {
  if (index < 0) return null;
  const value = grid.values[index] ?? 0;
  switch (grid.kinds[index]) {
    case CellKind.number:
      return value;
    case CellKind.text:
      return grid.strings[value] ?? '';
    case CellKind.boolean:
      return value === 1;
    case CellKind.error:
      return { error: grid.strings[value] ?? '#N/A' };
    default:
      return null;
  }
}

export function valueAt(grid: Grid, row: number, column: number): CellValue {
  return valueAtIndex(grid, cellIndex(grid, row, column));
}

/** The text of a text cell, `''` for every other kind. */
export function textAt(grid: Grid, row: number, column: number): string {
  const value = valueAt(grid, row, column);
  return typeof value === 'string' ? value : '';
}

export function cellAtIndex(grid: Grid, index: number): Cell {
  const value = valueAtIndex(grid, index);
  const format = grid.numberFormats[index < 0 ? 0 : (grid.formats[index] ?? 0)] ?? 'General';
  const formula = index < 0 ? undefined : grid.formulas.get(index);
  return formula === undefined ? { value, format } : { value, format, formula };
}

/** The font of a cell that holds something; `undefined` for all others and where the file does not say. */
export function fontAt(grid: Grid, row: number, column: number): Font | undefined {
  const index = cellIndex(grid, row, column);
  return index < 0 ? undefined : grid.fonts[grid.formats[index] ?? 0];
}

export function cellAt(grid: Grid, row: number, column: number): Cell {
  return cellAtIndex(grid, cellIndex(grid, row, column));
}
