import type { Range } from './address.ts';
import { cellIndex, CellKind, type Cell, type Font, type Grid, type Visibility } from './grid.ts';

/** Room for so many more cells is made at once. */
const ROOM = 4096;

/** What is to stand in a cell. */
export interface CellContent extends Cell {
  readonly font?: Font;
}

/**
 * A sheet in which cells can be set. It takes over the arrays of the grid that it is made of, and is at every moment
 * what a reader would make of the sheet as it stands.
 */
export class EditableGrid implements Grid {
  readonly name: string;
  readonly visibility: Visibility;
  rowCount: number;
  columnCount: number;
  rowStarts: Uint32Array;
  columns: Uint16Array;
  kinds: Uint8Array;
  values: Float64Array;
  formats: Uint16Array;
  readonly numberFormats: string[];
  readonly fonts: (Font | undefined)[];
  readonly strings: string[];
  formulas: ReadonlyMap<number, string>;
  readonly merges: readonly Range[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** The arrays above with the room behind them. */
  #whole: Cells;

  /** @param strings the texts of the workbook; the same array for all its sheets */
  constructor(grid: Grid, strings: string[]) {
    this.name = grid.name;
    this.visibility = grid.visibility;
    this.rowCount = grid.rowCount;
    this.columnCount = grid.columnCount;
    this.rowStarts = grid.rowStarts;
    this.columns = grid.columns;
    this.kinds = grid.kinds;
    this.values = grid.values;
    this.formats = grid.formats;
    this.numberFormats = [...grid.numberFormats];
    this.fonts = [...grid.fonts];
    this.strings = strings;
    this.formulas = grid.formulas;
    this.merges = grid.merges;
    this.hiddenRows = grid.hiddenRows;
    this.hiddenColumns = grid.hiddenColumns;
    this.#whole = { columns: grid.columns, kinds: grid.kinds, values: grid.values, formats: grid.formats };
  }

  /** Sets a cell; one with neither a value nor a formula goes. */
  set(row: number, column: number, content: CellContent): void {
    const index = cellIndex(this, row, column);
    const isKept = content.value !== null || content.formula !== undefined;
    if (!isKept) {
      if (index >= 0) this.#remove(row, index);
      return;
    }
    const at = index < 0 ? this.#insert(row, column) : index;
    this.formats[at] = this.#formatOf(content);
    this.#fill(at, content.value);
    if (content.formula !== undefined || this.formulas.has(at)) {
      const formulas = new Map(this.formulas);
      if (content.formula === undefined) formulas.delete(at);
      else formulas.set(at, content.formula);
      this.formulas = formulas;
    }
  }

  #fill(at: number, value: Cell['value']): void {
    if (value === null) [this.kinds[at], this.values[at]] = [CellKind.none, 0];
    else if (typeof value === 'number') [this.kinds[at], this.values[at]] = [CellKind.number, value];
    else if (typeof value === 'boolean') [this.kinds[at], this.values[at]] = [CellKind.boolean, value ? 1 : 0];
    else if (typeof value === 'string') [this.kinds[at], this.values[at]] = [CellKind.text, this.#textId(value)];
    else [this.kinds[at], this.values[at]] = [CellKind.error, this.#textId(value.error)];
  }

  /** Texts may be many, and edits are few: looking through them costs less than keeping them sorted. */
  #textId(text: string): number {
    const known = this.strings.indexOf(text);
    return known < 0 ? this.strings.push(text) - 1 : known;
  }

  #formatOf({ format, font }: CellContent): number {
    const known = this.numberFormats.findIndex((code, id) => code === format && sameFont(this.fonts[id], font));
    if (known >= 0) return known;
    this.fonts.push(font);
    return this.numberFormats.push(format) - 1;
  }

  #insert(row: number, column: number): number {
    if (row >= this.rowCount) this.#addRows(row + 1);
    this.columnCount = Math.max(this.columnCount, column + 1);
    const end = this.rowStarts[row + 1] ?? 0;
    let at = this.rowStarts[row] ?? 0;
    while (at < end && (this.columns[at] ?? 0) < column) at++;
    const length = this.columns.length;
    if (length === this.#whole.columns.length) this.#whole = withRoom(this.#whole);
    for (const cells of arraysOf(this.#whole)) cells.copyWithin(at + 1, at, length);
    this.#show(length + 1);
    this.columns[at] = column;
    this.#shift(row, at, 1);
    return at;
  }

  #remove(row: number, at: number): void {
    const column = this.columns[at] ?? 0;
    for (const cells of arraysOf(this.#whole)) cells.copyWithin(at, at + 1);
    this.#show(this.columns.length - 1);
    this.#shift(row, at, -1);
    if (row === this.rowCount - 1) this.#dropRows();
    if (column === this.columnCount - 1) this.columnCount = this.#mostRight() + 1;
  }

  #show(length: number): void {
    this.columns = this.#whole.columns.subarray(0, length);
    this.kinds = this.#whole.kinds.subarray(0, length);
    this.values = this.#whole.values.subarray(0, length);
    this.formats = this.#whole.formats.subarray(0, length);
  }

  /** The cells from an index on stand one place further. */
  #shift(row: number, at: number, by: 1 | -1): void {
    const starts = this.rowStarts;
    for (let below = row + 1; below < starts.length; below++) starts[below] = (starts[below] ?? 0) + by;
    if (this.formulas.size === 0) return;
    const shifted = [...this.formulas].flatMap(([index, formula]): [number, string][] => {
      if (by < 0 && index === at) return [];
      return [[index >= at ? index + by : index, formula]];
    });
    this.formulas = new Map(shifted);
  }

  #addRows(rowCount: number): void {
    const starts = new Uint32Array(rowCount + 1).fill(this.columns.length);
    starts.set(this.rowStarts);
    this.rowStarts = starts;
    this.rowCount = rowCount;
  }

  #dropRows(): void {
    let rowCount = this.merges.reduce((least, { top }) => Math.max(least, top + 1), 0);
    let last = this.rowCount;
    while (last > rowCount && this.rowStarts[last] === this.rowStarts[last - 1]) last--;
    rowCount = Math.max(rowCount, last);
    this.rowStarts = this.rowStarts.subarray(0, rowCount + 1);
    this.rowCount = rowCount;
  }

  #mostRight(): number {
    let most = this.merges.reduce((least, { left }) => Math.max(least, left), -1);
    for (const column of this.columns) if (column > most) most = column;
    return most;
  }
}

function sameFont(a: Font | undefined, b: Font | undefined): boolean {
  return a?.name === b?.name && a?.size === b?.size;
}

/** What is kept of each cell. */
interface Cells {
  readonly columns: Uint16Array;
  readonly kinds: Uint8Array;
  readonly values: Float64Array;
  readonly formats: Uint16Array;
}

function arraysOf({ columns, kinds, values, formats }: Cells): readonly Cells[keyof Cells][] {
  return [columns, kinds, values, formats];
}

function withRoom({ columns, kinds, values, formats }: Cells): Cells {
  return {
    columns: roomy(columns, (length) => new Uint16Array(length)),
    kinds: roomy(kinds, (length) => new Uint8Array(length)),
    values: roomy(values, (length) => new Float64Array(length)),
    formats: roomy(formats, (length) => new Uint16Array(length)),
  };
}

/** An array of the same kind with room for more at its end. */
function roomy<A extends Uint8Array | Uint16Array | Float64Array>(cells: A, make: (length: number) => A): A {
  const larger = make(cells.length + ROOM);
  larger.set(cells);
  return larger;
}
