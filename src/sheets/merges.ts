import { contains, MAX_ROWS, type Range } from './address.ts';
import type { Grid } from './grid.ts';

/**
 * Finds the merged block that a cell belongs to. Blocks are kept in an interval tree over the rows: each stands, once
 * however large it is, at the smallest span of 2ⁿ rows that holds it. All blocks of a span cross its middle, so that
 * sound ones stand side by side there. Blocks that overlap others in the same span are dropped: no program makes them,
 * and a file that has them all the same must not cost more than it weighs.
 */
export class Merges {
  /** By span; from left to right, side by side. */
  readonly #spans = new Map<number, Range[]>();
  /** The heights of the spans that there are, smallest first; as exponents of 2. */
  readonly #heights: readonly number[];
  /** The last row that any block covers; -1 where there is none. Most blocks stand in a header, far above the data. */
  readonly lastRow: number;

  constructor(merges: readonly Range[]) {
    const heights = new Set<number>();
    let lastRow = -1;
    for (const merge of merges) {
      const height = heightOf(merge);
      const span = spanOf(merge.top, height);
      const others = this.#spans.get(span);
      if (others) others.push(merge);
      else this.#spans.set(span, [merge]);
      heights.add(height);
      if (merge.bottom > lastRow) lastRow = merge.bottom;
    }
    for (const [span, blocks] of this.#spans) if (blocks.length > 1) this.#spans.set(span, sideBySide(blocks));
    this.#heights = [...heights].sort((a, b) => a - b);
    this.lastRow = lastRow;
  }

  /** How many blocks are kept. */
  get size(): number {
    let size = 0;
    for (const blocks of this.#spans.values()) size += blocks.length;
    return size;
  }

  /** The block that covers the cell, `undefined` for a cell by itself. */
  at(row: number, column: number): Range | undefined {
    if (row > this.lastRow) return undefined;
    for (const height of this.#heights) {
      const blocks = this.#spans.get(spanOf(row, height));
      const block = blocks && lastFrom(blocks, column);
      if (block && contains(block, row, column)) return block;
    }
    return undefined;
  }

  /** The block that covers the cell; for a cell by itself the cell. */
  blockAt(row: number, column: number): Range {
    return this.at(row, column) ?? { top: row, left: column, bottom: row, right: column };
  }
}

const known = new WeakMap<Grid, Merges>();

/** The merged blocks of a sheet, put in order once. */
export function mergesOf(grid: Grid): Merges {
  let merges = known.get(grid);
  if (!merges) known.set(grid, (merges = new Merges(grid.merges)));
  return merges;
}

/** The height of the smallest span that holds a block, as exponent of 2: its first and last row agree above that. */
function heightOf({ top, bottom }: Range): number {
  return 32 - Math.clz32(top ^ bottom);
}

/** A number for the span of 2^height rows that a row lies in. */
function spanOf(row: number, height: number): number {
  return height * MAX_ROWS + (row >> height);
}

/** From left to right, without those that overlap one before them. */
function sideBySide(blocks: readonly Range[]): Range[] {
  const kept: Range[] = [];
  let right = -1;
  for (const block of [...blocks].sort((a, b) => a.left - b.left)) {
    if (block.left <= right) continue;
    kept.push(block);
    right = block.right;
  }
  return kept;
}

/** The last of blocks side by side that begins in a column or before it. */
function lastFrom(blocks: readonly Range[], column: number): Range | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.left ?? 0) <= column) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
}
