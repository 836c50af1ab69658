import { rangeFromA1, type Address, type Range } from '../sheets/address.ts';
import { Merges } from '../sheets/merges.ts';
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

/**
 * For cells covered by a merged block the block's top-left cell, which is the one that is shown; all others stay
 * where they are.
 */
export function topLeftOf(blocks: readonly Range[]): (cell: Address) => Address {
  const merges = new Merges(blocks);
  return ({ row, column }) => {
    const { top, left } = merges.blockAt(row, column);
    return { row: top, column: left };
  };
}
