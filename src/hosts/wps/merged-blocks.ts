import { MAX_COLUMNS, type Range } from '../../sheets/address.ts';
import { areasOf, rangeOn, readUniform, type Budget, type WpsSheet } from './wps-ranges.ts';

/** How many calls a sheet's merged blocks may take: at 0.2 ms each some half a second. */
const MOST_CALLS = 2000;

/** In the first rows, where titles and headings are, so many cells are asked one by one. */
const HEAD_ROWS = 30;
const HEAD_PROBES = 12;

/**
 * The merged blocks of a sheet. All cells of a block but its first are empty, so that only empty cells are looked at: a
 * column of them at once, and its halves where only some are merged.
 * @param area where blocks may be
 * @param isEmpty whether a cell holds nothing
 */
export function mergedBlocks(sheet: WpsSheet, area: Range, isEmpty: (row: number, column: number) => boolean): Range[] {
  const { top, left, bottom } = area;
  const right = Math.min(area.right, MAX_COLUMNS - 1);
  const budget: Budget = { left: MOST_CALLS };
  const blocks: Range[] = [];
  const height = bottom - top + 1;
  /** By column, a 1 for each row whose cell may belong to a block that is not known yet. */
  const open: Uint8Array[] = [];
  for (let column = left; column <= right; column++) {
    const rows = new Uint8Array(height);
    for (let row = 0; row < height; row++) if (isEmpty(top + row, column)) rows[row] = 1;
    open.push(rows);
  }

  const take = (row: number, column: number): void => {
    budget.left -= 2;
    const [block] = areasOf(
      rangeOn(sheet, cellRange(row, column)).object('Range', 'MergeArea').text('Address', false, false),
    );
    const found = block ?? cellRange(row, column);
    if (found.bottom > found.top || found.right > found.left) blocks.push(found);
    for (let c = Math.max(left, found.left); c <= Math.min(right, found.right); c++) {
      open[c - left]?.fill(0, Math.max(0, found.top - top), found.bottom - top + 1);
    }
    // Also where the program says something else.
    const own = open[column - left];
    if (own) own[row - top] = 0;
  };

  const scan = (column: number): void => {
    const rows = open[column - left];
    if (!rows) return;
    readUniform(
      {
        sheet,
        budget,
        read: (range) => range.tryRead('MergeCells'),
        isAnswer: (value) => typeof value === 'boolean',
        wanted: (range) => {
          const first = rows.indexOf(1, range.top - top);
          const last = rows.lastIndexOf(1, range.bottom - top);
          return first < 0 || first > last ? null : { ...range, top: top + first, bottom: top + last };
        },
        found: (range, merged) => {
          if (merged !== true) return;
          for (;;) {
            const at = rows.indexOf(1, range.top - top);
            if (at < 0 || at > range.bottom - top || budget.left <= 0) return;
            take(top + at, column);
          }
        },
      },
      { top, left: column, bottom, right: column },
    );
  };

  if (height < 1 || right < left) return [];
  const none = rangeOn(sheet, { ...area, right }).tryRead('MergeCells') === false;
  // What a program says of many cells is held against what it says of single ones, where blocks are likely.
  if (none && !probed(sheet, open, top, left)) return [];
  for (let column = left; column <= right; column++) scan(column);
  return blocks.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** Whether any of some cells of the first rows says that it is merged. */
function probed(sheet: WpsSheet, open: readonly Uint8Array[], top: number, left: number): boolean {
  let probes = 0;
  for (let row = 0; row < HEAD_ROWS; row++) {
    for (let at = 1; at < open.length; at++) {
      // An empty cell right of one with something in it.
      if (open[at]?.[row] !== 1 || open[at - 1]?.[row] !== 0) continue;
      if (rangeOn(sheet, cellRange(top + row, left + at)).tryRead('MergeCells') === true) return true;
      if (++probes === HEAD_PROBES) return false;
    }
  }
  return false;
}

function cellRange(row: number, column: number): Range {
  return { top: row, left: column, bottom: row, right: column };
}
