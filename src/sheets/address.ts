/** A cell's place on a sheet; both numbers count from 0 (A1 is row 0, column 0). */
export interface Address {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, all four edges inside it, counted from 0. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The largest sheet of ECMA-376 as Excel and WPS implement it. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

const A = 65;

/** A column's letters: 0 → `A`, 25 → `Z`, 26 → `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(A + (rest % 26)) + name;
  }
  return name;
}

/** Plain A1 of a cell, without `$` and without the sheet's name. */
export function toA1(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

/** Reads plain or absolute A1 (`B7`, `$B$7`); `undefined` for anything else or outside the largest sheet. */
export function fromA1(text: string): Address | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(text);
  if (!match?.[1] || !match[2]) return undefined;
  let column = 0;
  for (const letter of match[1].toUpperCase()) column = column * 26 + (letter.charCodeAt(0) - A + 1);
  const row = Number(match[2]) - 1;
  return row < MAX_ROWS && column <= MAX_COLUMNS ? { row, column: column - 1 } : undefined;
}

/** `A1:B2`, or `A1` alone for a range of one cell. */
export function rangeToA1(range: Range): string {
  const first = toA1(range.top, range.left);
  const last = toA1(range.bottom, range.right);
  return first === last ? first : `${first}:${last}`;
}

/** Reads `A1:B2` or `A1`, corners in any order; `undefined` for anything else. */
export function rangeFromA1(text: string): Range | undefined {
  const [first, last = first, ...rest] = text.split(':');
  if (rest.length > 0 || first === undefined || last === undefined) return undefined;
  const a = fromA1(first);
  const b = fromA1(last);
  if (!a || !b) return undefined;
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
}

export function contains(range: Range, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}
