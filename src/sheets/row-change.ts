import { MAX_ROWS, type Range } from './address.ts';

/** Rows put into a sheet in front of row `at`, or taken out of it from row `at` on; rows count from 0. */
export interface RowChange {
  readonly kind: 'insert' | 'delete';
  readonly at: number;
  readonly count: number;
}

/** Where a row stands after the change; `undefined`: it is gone. */
export function rowAfter({ kind, at, count }: RowChange, row: number): number | undefined {
  if (row < at) return row;
  if (kind === 'insert') return row + count < MAX_ROWS ? row + count : undefined;
  return row < at + count ? undefined : row - count;
}

/** Where a row stood before the change; `undefined`: it is new. */
export function rowBefore({ kind, at, count }: RowChange, row: number): number | undefined {
  if (row < at) return row;
  if (kind === 'delete') return row + count;
  return row < at + count ? undefined : row - count;
}

/** The change that takes this one back. */
export function inverseOf(change: RowChange): RowChange {
  return { ...change, kind: change.kind === 'insert' ? 'delete' : 'insert' };
}

interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Where a stretch of rows stands after the change: rows put inside it belong to it, rows taken away leave it smaller.
 * `undefined`: all of it is gone.
 */
export function rowsAfter(change: RowChange, { top, bottom }: Rows): Rows | undefined {
  const { kind, at, count } = change;
  if (kind === 'insert') {
    const first = rowAfter(change, top);
    return first === undefined ? undefined : { top: first, bottom: rowAfter(change, bottom) ?? MAX_ROWS - 1 };
  }
  const first = rowAfter(change, top) ?? at;
  const last = rowAfter(change, bottom) ?? at - 1;
  return first > last || (top >= at && bottom < at + count) ? undefined : { top: first, bottom: last };
}

/** As {@link rowsAfter}, of a block of cells. */
export function rangeAfter(change: RowChange, range: Range): Range | undefined {
  const rows = rowsAfter(change, range);
  return rows && { ...range, ...rows };
}
