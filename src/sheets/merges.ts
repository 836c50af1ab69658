import { contains, MAX_COLUMNS, type Range } from './address.ts';

/** Blocks of more cells than this are looked up one by one instead of cell by cell. */
const LARGE = 4096;

/** Finds the merged block that a cell belongs to. */
export class Merges {
  readonly #byCell = new Map<number, Range>();
  readonly #large: Range[] = [];
  /** The last row that any block covers; -1 where there is none. Most blocks stand in a header, far above the data. */
  readonly lastRow: number;

  constructor(merges: readonly Range[]) {
    let lastRow = -1;
    for (const merge of merges) {
      lastRow = Math.max(lastRow, merge.bottom);
      const area = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1);
      if (area > LARGE) {
        this.#large.push(merge);
        continue;
      }
      for (let row = merge.top; row <= merge.bottom; row++) {
        for (let column = merge.left; column <= merge.right; column++) {
          this.#byCell.set(row * MAX_COLUMNS + column, merge);
        }
      }
    }
    this.lastRow = lastRow;
  }

  /** The block that covers the cell, `undefined` for a cell by itself. */
  at(row: number, column: number): Range | undefined {
    return this.#byCell.get(row * MAX_COLUMNS + column) ?? this.#large.find((merge) => contains(merge, row, column));
  }

  /** The block that covers the cell; for a cell by itself the cell. */
  blockAt(row: number, column: number): Range {
    return this.at(row, column) ?? { top: row, left: column, bottom: row, right: column };
  }
}
