import type { ValueType } from '../forms/form.ts';
import type { Reading, ReadingContext } from '../forms/reading.ts';
import { readValue } from '../forms/values/read-value.ts';
import { isDitto } from './ditto.ts';
import { cellAtIndex, CellKind, type Grid } from '../sheets/grid.ts';

/** The cell without a value. */
export const BLANK = 0;

const VALUE_USE = 0;
const BLANK_USE = 1;
const DITTO_USE = 2;

/** Reads the cells of one column; each distinct content is read once and known by its number from then on. */
export class ColumnReader {
  /** By number; {@link BLANK} is an empty cell. */
  readonly readings: Reading[];
  readonly #grid: Grid;
  readonly #type: ValueType;
  readonly #context: ReadingContext;
  /** One more than the reading's number, by string id; for cells in the format General. */
  readonly #texts: Uint32Array;
  /** Equal texts may stand in the grid's string table twice. */
  readonly #byText = new Map<string, number>();
  readonly #numbers = new Map<number, Map<number, number>>();
  readonly #others = new Map<string, number>();
  /** What a reading is good for, by its number: looked up for every cell. */
  readonly #uses: number[] = [BLANK_USE];
  #unknown = -1;

  constructor(grid: Grid, type: ValueType, context: ReadingContext) {
    this.#grid = grid;
    this.#type = type;
    this.#context = context;
    this.#texts = new Uint32Array(grid.strings.length);
    this.readings = [readValue({ value: null, format: 'General' }, type, context)];
  }

  /** The number of the reading of a cell (by its index in the grid; -1 is an empty cell). */
  read(index: number): number {
    if (index < 0) return BLANK;
    const value = this.#grid.values[index] ?? 0;
    const format = this.#grid.formats[index] ?? 0;
    switch (this.#grid.kinds[index]) {
      case CellKind.text: {
        if (this.#type.kind === 'date' && this.#grid.numberFormats[format] !== 'General')
          return this.#other(`${String(value)} ${String(format)}`, index);
        const known = this.#texts[value] ?? 0;
        if (known > 0) return known - 1;
        const text = this.#grid.strings[value] ?? '';
        let id = this.#byText.get(text);
        if (id === undefined) this.#byText.set(text, (id = this.#add(index)));
        this.#texts[value] = id + 1;
        return id;
      }
      case CellKind.number: {
        // A result is read with other eyes than a number that somebody entered.
        const isResult = this.#grid.formulas.size > 0 && this.#grid.formulas.has(index);
        const kind = format * 2 + (isResult ? 1 : 0);
        let byValue = this.#numbers.get(kind);
        if (!byValue) this.#numbers.set(kind, (byValue = new Map<number, number>()));
        let id = byValue.get(value);
        if (id === undefined) byValue.set(value, (id = this.#add(index)));
        return id;
      }
      default:
        return this.#other(
          `${String(this.#grid.kinds[index])} ${String(value)} ${this.#grid.formulas.get(index) ?? ''}`,
          index,
        );
    }
  }

  /** A reading for a cell that cannot be judged by itself: covered by a merged block, its value belongs elsewhere. */
  unknown(): number {
    if (this.#unknown < 0) {
      this.#unknown = this.#keep({ raw: null, text: '', state: 'unreadable', value: null, remarks: [] }, VALUE_USE);
    }
    return this.#unknown;
  }

  isBlank(id: number): boolean {
    return this.#uses[id] === BLANK_USE;
  }

  /** Whether a reading is of a mark that only says "as above". */
  isDitto(id: number): boolean {
    return this.#uses[id] === DITTO_USE;
  }

  #other(key: string, index: number): number {
    let id = this.#others.get(key);
    if (id === undefined) this.#others.set(key, (id = this.#add(index)));
    return id;
  }

  #add(index: number): number {
    const cell = cellAtIndex(this.#grid, index);
    const reading = readValue(cell, this.#type, this.#context);
    const isMark = typeof cell.value === 'string' && isDitto(cell.value);
    return this.#keep(reading, isMark ? DITTO_USE : reading.state === 'blank' ? BLANK_USE : VALUE_USE);
  }

  #keep(reading: Reading, use: number): number {
    this.#uses.push(use);
    return this.readings.push(reading) - 1;
  }
}
