import type { Cell, CellValue } from '../../sheets/grid.ts';
import { tidy } from '../fold.ts';
import type { Reading, Remark, Scalar } from '../reading.ts';
import { isNothing } from './blank.ts';
import { remark } from './cases.ts';
import { decimalOf, decimalText } from './decimal.ts';

/** A cell that is empty, or says in words that there is nothing. */
export function blank(raw: CellValue, text = ''): Reading {
  return { raw, text, state: 'blank', value: null, remarks: [] };
}

/** A cell out of which no value of its type can be made out with certainty. */
export function unreadable(
  raw: CellValue,
  text: string,
  remarks: readonly Remark[],
  more: Pick<Reading, 'ports'> = {},
): Reading {
  return { raw, text, state: 'unreadable', value: null, remarks, ...more };
}

export function read(
  raw: CellValue,
  text: string,
  value: Scalar,
  remarks: readonly Remark[] = [],
  more: Pick<Reading, 'list' | 'parts' | 'ports'> = {},
): Reading {
  return { raw, text, state: 'read', value, remarks, ...more };
}

/** What a person reads in a cell: numbers in full, whatever the width of the column makes of them. */
export function textOf(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return tidy(value);
  if (typeof value === 'number') return Number.isFinite(value) ? decimalText(decimalOf(value)) : String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value.error;
}

/**
 * The reading of a cell that needs no look at its type: empty, an Excel error (the rule for formula errors speaks of
 * it), or a formula whose result is missing, which must not pass for an empty cell or 0. `undefined` for all others.
 */
export function withoutType(cell: Cell): Reading | undefined {
  const { value } = cell;
  if (value === null) {
    if (cell.formula === undefined) return blank(null);
    return unreadable(null, `=${cell.formula}`, [remark('not-calculated', { formula: cell.formula })]);
  }
  if (typeof value === 'object') return unreadable(value, value.error, []);
  return undefined;
}

/** As {@link withoutType}, and also a text that says that there is nothing: for kinds without words of their own. */
export function withoutValue(cell: Cell): Reading | undefined {
  if (typeof cell.value === 'string') {
    const text = tidy(cell.value);
    return isNothing(text) ? blank(cell.value, text) : undefined;
  }
  return withoutType(cell);
}
