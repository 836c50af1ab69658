import type { Range } from '../../sheets/address.ts';

/** A piece of a sheet that is read at once. */
export interface Block<T> {
  readonly of: T;
  readonly range: Range;
}

/** A range asks for values, formulas and number formats: bytes a cell takes at first guess, texts being Chinese. */
const FIRST_GUESS = 60;

/** Of the 5 MB that Excel on the web gives at once, what we ask for: cells differ from those before them. */
const BYTES_AT_ONCE = 4_000_000;

/** Excel gives at most 5 million cells of a range; our three lists of each hold as many together. */
const CELLS_AT_ONCE = 1_500_000;

/**
 * Cuts what is to be read into blocks of rows: as much at once as an answer may hold by what the cells before took, and
 * less where Excel refuses it all the same.
 */
export class BlockPlan<T> {
  #rest: Block<T>[];
  #bytesPerCell = FIRST_GUESS;
  #most = CELLS_AT_ONCE;

  constructor(ranges: readonly Block<T>[]) {
    this.#rest = [...ranges];
  }

  get isDone(): boolean {
    return this.#rest.length === 0;
  }

  /** The blocks to read next, of one sheet or several; {@link took} or {@link refused} says how it went. */
  next(): readonly Block<T>[] {
    let room = Math.max(1, Math.min(this.#most, Math.floor(BYTES_AT_ONCE / this.#bytesPerCell)));
    const blocks: Block<T>[] = [];
    for (const block of this.#rest) {
      const { top, bottom, left, right } = block.range;
      const width = right - left + 1;
      const rows = Math.min(bottom - top + 1, Math.floor(room / width));
      // A row that is too much by itself is asked for all the same, alone.
      if (rows === 0 && blocks.length > 0) break;
      const last = top + Math.max(1, rows) - 1;
      blocks.push({ of: block.of, range: { ...block.range, bottom: last } });
      room -= (last - top + 1) * width;
      if (last < bottom || room <= 0) break;
    }
    return blocks;
  }

  /** The blocks were read, and their cells took so many bytes. */
  took(blocks: readonly Block<T>[], bytes: number): void {
    const cells = blocks.reduce((sum, { range }) => sum + cellsOf(range), 0);
    if (cells > 0) this.#bytesPerCell = Math.max(5, bytes / cells);
    for (const { range } of blocks) {
      const [first] = this.#rest;
      if (!first) return;
      if (range.bottom === first.range.bottom) this.#rest = this.#rest.slice(1);
      else this.#rest[0] = { ...first, range: { ...first.range, top: range.bottom + 1 } };
    }
  }

  /** The blocks were too much at once. False: they cannot be less. */
  refused(blocks: readonly Block<T>[]): boolean {
    const cells = blocks.reduce((sum, { range }) => sum + cellsOf(range), 0);
    const isLeast = blocks.length === 1 && blocks.every(({ range }) => range.top === range.bottom);
    this.#most = Math.max(1, Math.floor(cells / 4));
    return !isLeast;
  }
}

function cellsOf({ top, left, bottom, right }: Range): number {
  return (bottom - top + 1) * (right - left + 1);
}
