import type { HeaderCandidate } from './headings.ts';
import type { SheetWords } from './occurrences.ts';
import { RowReader } from './rows.ts';

/** The rows below a table's header, by what they are; sheet rows, ascending. */
export interface TableRows {
  readonly data: Uint32Array;
  /** Nothing but values to be carried down, or 序号. */
  readonly carrying: readonly number[];
  /** One of the entries that the form prints, and nothing filled in. */
  readonly printed: readonly number[];
  readonly totals: readonly number[];
  readonly examples: readonly number[];
  /** Runs of blank rows with data below them. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  /** Rows with nothing but what a template chose beforehand, and the columns it did so in. */
  readonly presets: { readonly rows: readonly number[]; readonly columns: readonly string[] };
}

/** Reads the rows of a table down to its end. */
export function readRows(words: SheetWords, header: HeaderCandidate, isEnd: (row: number) => boolean): TableRows {
  const reader = new RowReader(words, header);
  const sorter = new RowSorter(reader);
  // What a chapter is called may be the title of a form, or head a table, elsewhere.
  const goesOn = (row: number): boolean => row < words.grid.rowCount && (!isEnd(row) || reader.isEntryRow(row));
  for (let row = header.bottom + 1; goesOn(row); row++) {
    if (words.pages?.has(row) !== true) sorter.take(row);
  }
  return sorter.end();
}

class RowSorter {
  readonly #reader: RowReader;
  readonly #rows: number[] = [];
  readonly #carrying: number[] = [];
  readonly #printed: number[] = [];
  readonly #totals: number[] = [];
  readonly #examples: number[] = [];
  readonly #gaps: { from: number; to: number }[] = [];
  readonly #presets = new Map<string, { readonly columns: readonly string[]; readonly rows: number[] }>();
  /** Rows with nothing but new values to carry down, as long as it is open whether a row below takes them. */
  #openings: number[] = [];
  /** The last row with one cell alone; -1: none. */
  #lone = -1;
  /** The first of the blank rows right above; -1: none. */
  #blank = -1;

  constructor(reader: RowReader) {
    this.#reader = reader;
  }

  take(row: number): void {
    const kind = this.#reader.kindOf(row);
    if (kind === 'blank') {
      if (this.#blank < 0) this.#blank = row;
      return;
    }
    if (kind === 'data') {
      if (this.#openings.length > 0) this.#settleOpenings(row);
      if (this.#blank >= 0 && this.#rows.length > 0) this.#gaps.push({ from: this.#blank, to: row - 1 });
      this.#rows.push(row);
      if (this.#reader.cells === 1) this.#lone = row;
      this.#notePreset(row);
    } else if (kind === 'opening') this.#openings.push(row);
    else if (kind === 'ignored') this.#carrying.push(row);
    else if (kind === 'printed') this.#printed.push(row);
    else if (kind === 'total') {
      this.#settleOpenings(undefined);
      this.#totals.push(row);
    } else if (kind === 'example') this.#examples.push(row);
    else if (kind === 'closing' && this.#lone === row - 1) this.#takeBack(row - 1);
    this.#blank = -1;
  }

  end(): TableRows {
    this.#settleOpenings(undefined);
    const presets = [...this.#presets.values()].filter(({ rows }) => rows.length > 1);
    const unfilled = new Set(presets.flatMap(({ rows }) => rows));
    return {
      data: Uint32Array.from(unfilled.size === 0 ? this.#rows : this.#rows.filter((row) => !unfilled.has(row))),
      carrying: this.#carrying.sort((a, b) => a - b),
      printed: this.#printed,
      totals: this.#totals,
      examples: this.#examples,
      gaps: this.#gaps,
      presets: {
        rows: [...unfilled].sort((a, b) => a - b),
        columns: [...new Set(presets.flatMap(({ columns }) => columns))],
      },
    };
  }

  /** The name of an office right above a date was taken for a row. */
  #takeBack(row: number): void {
    if (this.#rows.at(-1) !== row) return;
    this.#rows.pop();
    if (this.#gaps.at(-1)?.to === row - 1) this.#gaps.pop();
  }

  #notePreset(row: number): void {
    if (this.#reader.ownCells > 2) return;
    const preset = this.#reader.presetOf(row);
    if (!preset) return;
    const known = this.#presets.get(preset.value);
    if (known) known.rows.push(row);
    else this.#presets.set(preset.value, { columns: preset.columns, rows: [row] });
  }

  /** A row that names an office or a resource alone heads the rows below that leave it blank; if none does, it is a row. */
  #settleOpenings(next: number | undefined): void {
    this.#openings.forEach((row, i) => {
      const below = [...this.#openings.slice(i + 1), ...(next === undefined ? [] : [next])];
      if (next !== undefined && this.#heads(row, below)) this.#carrying.push(row);
      else this.#rows.push(row);
    });
    this.#openings = [];
  }

  #heads(row: number, below: readonly number[]): boolean {
    const reader = this.#reader;
    const column = reader.carriedColumns(row).at(-1);
    if (column === undefined) return false;
    const content = reader.contentAt(row, column);
    return below.every((other) => {
      const there = reader.contentAt(other, column);
      return there === '' || (there === content && !reader.isNumbered(row));
    });
  }
}
