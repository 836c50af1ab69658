import { MAX_COLUMNS, MAX_ROWS, type Range } from './address.ts';
import { CellKind, type CellValue, type Font, type Grid, type Visibility } from './grid.ts';

/** Texts of a workbook, each kept once; shared by the grids of that workbook. */
export class StringTable {
  readonly strings: string[] = [];
  readonly #ids = new Map<string, number>();

  /** The index of an equal text, added when it is new. */
  intern(text: string): number {
    let id = this.#ids.get(text);
    if (id === undefined) {
      id = this.strings.length;
      this.strings.push(text);
      this.#ids.set(text, id);
    }
    return id;
  }

  /** Adds a text without looking for an equal one: for tables that a file has already made unique. */
  append(text: string): number {
    return this.strings.push(text) - 1;
  }
}

export interface GridOptions {
  readonly visibility?: Visibility;
  readonly merges?: readonly Range[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

const LEAST_CAPACITY = 1024;

/**
 * Collects the cells of one sheet in any order (row by row, left to right is fastest) and makes a {@link Grid} of them.
 * Of two cells at one place the later one counts.
 */
export class GridBuilder {
  readonly #name: string;
  readonly #table: StringTable;
  readonly #numberFormats: string[] = ['General'];
  readonly #fonts: (Font | undefined)[] = [undefined];
  readonly #formatIds = new Map<string, number>([['General', 0]]);
  readonly #formulas = new Map<number, string>();
  /** Of cells in order the index of each row's first one, up to {@link #lastRow}. */
  #starts = new Uint32Array(LEAST_CAPACITY);
  /** The row of each cell, once they are known to be out of order. */
  #rows: Uint32Array<ArrayBuffer> | undefined;
  #columns: Uint16Array<ArrayBuffer>;
  #kinds: Uint8Array<ArrayBuffer>;
  #values: Float64Array<ArrayBuffer>;
  #formats: Uint16Array<ArrayBuffer>;
  #length = 0;
  #lastRow = -1;
  #lastColumn = -1;

  /** @param expected about how many cells there will be: room for them costs nothing until it is used, making more does. */
  constructor(name: string, table: StringTable, expected = 0) {
    this.#name = name;
    this.#table = table;
    const capacity = Math.max(LEAST_CAPACITY, Math.trunc(expected));
    this.#columns = new Uint16Array(capacity);
    this.#kinds = new Uint8Array(capacity);
    this.#values = new Float64Array(capacity);
    this.#formats = new Uint16Array(capacity);
  }

  /** How many cells there are so far. */
  get length(): number {
    return this.#length;
  }

  /** The index of a number format code, with a font where one is known, for {@link add}. */
  numberFormat(code: string, font?: Font): number {
    const key = font ? `${code}\n${font.name}\n${String(font.size)}` : code;
    let id = this.#formatIds.get(key);
    if (id === undefined) {
      id = this.#numberFormats.push(code) - 1;
      this.#fonts.push(font);
      this.#formatIds.set(key, id);
    }
    return id;
  }

  /** Adds a cell by kind and stored value ({@link Grid.values}); the quick way for readers. */
  add(row: number, column: number, kind: number, value: number, format = 0): void {
    if (this.#length === this.#columns.length) this.#grow();
    if (!this.#rows && (row < this.#lastRow || (row === this.#lastRow && column <= this.#lastColumn))) {
      this.#rows = this.#rowOfEach();
    }
    if (this.#rows) this.#rows[this.#length] = row;
    else if (row > this.#lastRow) this.#startRows(row);
    this.#lastRow = row;
    this.#lastColumn = column;
    const at = this.#length++;
    this.#columns[at] = column;
    this.#kinds[at] = kind;
    this.#values[at] = value;
    this.#formats[at] = format;
  }

  /** Gives the cell added last a formula (without `=`). */
  setFormula(formula: string): void {
    this.#formulas.set(this.#length - 1, formula);
  }

  /** Adds a cell by value; an empty one is kept only where it has a formula. */
  addValue(row: number, column: number, value: CellValue, format = 'General', formula?: string, font?: Font): void {
    if (value === null && formula === undefined) return;
    const formatId = this.numberFormat(format, font);
    if (value === null) this.add(row, column, CellKind.none, 0, formatId);
    else if (typeof value === 'number') this.add(row, column, CellKind.number, value, formatId);
    else if (typeof value === 'string') this.add(row, column, CellKind.text, this.#table.intern(value), formatId);
    else if (typeof value === 'boolean') this.add(row, column, CellKind.boolean, value ? 1 : 0, formatId);
    else this.add(row, column, CellKind.error, this.#table.intern(value.error), formatId);
    if (formula !== undefined) this.setFormula(formula);
  }

  finish(options: GridOptions = {}): Grid {
    if (this.#rows) this.#putInOrder(this.#rows);
    const length = this.#length;
    const merges = options.merges ?? [];
    let rowCount = this.#lastRow + 1;
    let columnCount = length > 0 ? this.#mostRight() + 1 : 0;
    for (const merge of merges) {
      rowCount = Math.max(rowCount, merge.top + 1);
      columnCount = Math.max(columnCount, merge.left + 1);
    }
    return {
      name: this.#name,
      visibility: options.visibility ?? 'visible',
      rowCount,
      columnCount,
      rowStarts: this.#startsOf(rowCount),
      columns: firstOf(this.#columns, length),
      kinds: firstOf(this.#kinds, length),
      values: firstOf(this.#values, length),
      formats: firstOf(this.#formats, length),
      numberFormats: this.#numberFormats,
      fonts: this.#fonts,
      strings: this.#table.strings,
      formulas: this.#formulas,
      merges,
      hiddenRows: options.hiddenRows ?? [],
      hiddenColumns: options.hiddenColumns ?? [],
    };
  }

  /** The rows behind the last one, up to this one, begin with the next cell. */
  #startRows(row: number): void {
    if (row >= this.#starts.length) {
      const starts = new Uint32Array(Math.max(row + 1, 2 * this.#starts.length));
      starts.set(this.#starts);
      this.#starts = starts;
    }
    this.#starts.fill(this.#length, this.#lastRow + 1, row + 1);
  }

  /** For each row the index of its first cell, or of the next there is; one more for the end. */
  #startsOf(rowCount: number): Uint32Array {
    const starts = new Uint32Array(rowCount + 1).fill(this.#length);
    starts.set(this.#starts.subarray(0, this.#lastRow + 1));
    return starts;
  }

  /** The row of each cell so far, which are in order; with room for as many as the other arrays have. */
  #rowOfEach(): Uint32Array<ArrayBuffer> {
    const rows = new Uint32Array(this.#columns.length);
    for (let row = 0; row <= this.#lastRow; row++) {
      rows.fill(row, this.#starts[row], row === this.#lastRow ? this.#length : this.#starts[row + 1]);
    }
    return rows;
  }

  #mostRight(): number {
    const columns = this.#columns;
    let most = 0;
    for (let at = 0; at < this.#length; at++) if ((columns[at] ?? 0) > most) most = columns[at] ?? 0;
    return most;
  }

  #grow(): void {
    const capacity = this.#columns.length * 2;
    const grown = <T extends { set(from: T): void }>(to: T, from: T): T => {
      to.set(from);
      return to;
    };
    if (this.#rows) this.#rows = grown(new Uint32Array(capacity), this.#rows);
    this.#columns = grown(new Uint16Array(capacity), this.#columns);
    this.#kinds = grown(new Uint8Array(capacity), this.#kinds);
    this.#values = grown(new Float64Array(capacity), this.#values);
    this.#formats = grown(new Uint16Array(capacity), this.#formats);
  }

  /** The cells by row and column; of cells at one place the last added. In linear time: there may be millions. */
  #placeOrder(rows: Uint32Array): Uint32Array {
    const columns = this.#columns;
    const order = Uint32Array.from({ length: this.#length }, (_, at) => at);
    const sorted = stablySorted(stablySorted(order, columns, MAX_COLUMNS), rows, MAX_ROWS);
    return sorted.filter((at, i) => {
      const next = sorted[i + 1];
      return next === undefined || rows[at] !== rows[next] || columns[at] !== columns[next];
    });
  }

  /** Sorts the cells by row and column; of cells at one place the last added stays. */
  #putInOrder(rows: Uint32Array): void {
    const order = this.#placeOrder(rows);
    const columns = this.#columns;
    const kinds = this.#kinds;
    const values = this.#values;
    const formats = this.#formats;
    const formulas = new Map(this.#formulas);
    this.#rows = undefined;
    this.#lastRow = -1;
    this.#length = 0;
    for (const at of order) {
      const row = rows[at] ?? 0;
      if (row > this.#lastRow) this.#startRows(row);
      this.#lastRow = row;
      this.#length++;
    }
    this.#columns = Uint16Array.from(order, (at) => columns[at] ?? 0);
    this.#kinds = Uint8Array.from(order, (at) => kinds[at] ?? 0);
    this.#values = Float64Array.from(order, (at) => values[at] ?? 0);
    this.#formats = Uint16Array.from(order, (at) => formats[at] ?? 0);
    this.#formulas.clear();
    if (formulas.size > 0) {
      order.forEach((from, to) => {
        const formula = formulas.get(from);
        if (formula !== undefined) this.#formulas.set(to, formula);
      });
    }
  }
}

/**
 * The first `length` numbers: of an array that is mostly full the same memory, as copying would take as much again when
 * memory is scarcest.
 */
function firstOf<
  T extends { readonly length: number; subarray(from: number, to: number): T; slice(from: number, to: number): T },
>(array: T, length: number): T {
  return length * 2 > array.length ? array.subarray(0, length) : array.slice(0, length);
}

/** Sorts numbers by their keys, below `keys`; equal ones stay in their order. */
function stablySorted(order: Uint32Array, keyOf: Uint32Array | Uint16Array, keys: number): Uint32Array {
  const next = new Uint32Array(keys + 1);
  for (const at of order) {
    const key = keyOf[at] ?? 0;
    next[key + 1] = (next[key + 1] ?? 0) + 1;
  }
  for (let key = 0; key < keys; key++) next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0);
  const sorted = new Uint32Array(order.length);
  for (const at of order) {
    const key = keyOf[at] ?? 0;
    const to = next[key] ?? 0;
    sorted[to] = at;
    next[key] = to + 1;
  }
  return sorted;
}

/** A grid from rows of values, as tests and hosts have them. */
export function gridOf(name: string, rows: readonly (readonly CellValue[])[], options: GridOptions = {}): Grid {
  const builder = new GridBuilder(name, new StringTable());
  rows.forEach((row, r) => row.forEach((value, c) => builder.addValue(r, c, value)));
  return builder.finish(options);
}
