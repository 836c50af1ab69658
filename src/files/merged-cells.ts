import { rangeFromA1, type Address, type Range } from '../sheets/address.ts';
import type { ElementOutline } from './element-outline.ts';
import { TagScanner } from './tags.ts';

/** A sheet's merged blocks (ECMA-376 part 1, 18.3.1.55). */
export function mergedCells(bytes: Uint8Array, outline: ElementOutline): Range[] {
  const child = outline.children.find((one) => one.name === 'mergeCells');
  if (!child) return [];
  const merges: Range[] = [];
  const scanner = new TagScanner(bytes.subarray(child.start, child.end));
  while (scanner.next()) {
    const range = scanner.opens('mergeCell') ? rangeFromA1(scanner.attribute('ref') ?? '') : undefined;
    if (range) merges.push(range);
  }
  return merges;
}

/** Blocks never overlap in a sound sheet: past this many hits the sheet is not one, and the rest stays as it is. */
const MOST_HITS = 2_000_000;

/**
 * For cells covered by a merged block the block's top-left cell, which is the one that is shown; all others stay
 * where they are.
 */
export function topLeftOf(merges: readonly Range[], cells: readonly Address[]): (cell: Address) => Address {
  const rows = [...new Set(cells.map((cell) => cell.row))].sort((a, b) => a - b);
  const byRow = new Map<number, Range[]>();
  let hits = 0;
  for (const merge of merges) {
    for (let at = firstNotBelow(rows, merge.top); hits < MOST_HITS; at++, hits++) {
      const row = rows[at];
      if (row === undefined || row > merge.bottom) break;
      const others = byRow.get(row);
      if (others) others.push(merge);
      else byRow.set(row, [merge]);
    }
  }
  return (cell) => {
    const merge = byRow.get(cell.row)?.find((one) => cell.column >= one.left && cell.column <= one.right);
    return merge ? { row: merge.top, column: merge.left } : { row: cell.row, column: cell.column };
  };
}

/** The index of the first of ascending numbers that is `least` or more. */
function firstNotBelow(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
