import { columnName, fromA1, MAX_COLUMNS, MAX_ROWS, rangeToA1, type Range } from '../../../../src/sheets/address.ts';
import { Refusal } from './refusal.ts';

/** The longest address that `getRange` and `getRanges` take, as documented. */
const LONGEST_ADDRESS = 8192;

export interface Reference {
  /** The sheet's name, where the address has one. */
  readonly sheet: string | null;
  readonly area: Range;
}

/** Reads `A1`, `A1:B2`, `B:C`, `2:3`, each with or without `$` and a sheet's name. @throws Refusal InvalidArgument */
export function parseReference(text: string): Reference {
  if (text.length > LONGEST_ADDRESS) throw new Refusal('InvalidArgument', 'the address is too long');
  const bang = text.lastIndexOf('!');
  const sheet = bang < 0 ? null : unquoted(text.slice(0, bang));
  return { sheet, area: parseArea(text.slice(bang + 1)) };
}

/** Areas divided by commas. @throws Refusal InvalidArgument */
export function parseReferences(text: string): readonly Reference[] {
  if (text.length > LONGEST_ADDRESS) throw new Refusal('InvalidArgument', 'the address is too long');
  return text.split(',').map((part) => parseReference(part.trim()));
}

function unquoted(name: string): string {
  return /^'.*'$/s.test(name) ? name.slice(1, -1).replaceAll("''", "'") : name;
}

function parseArea(text: string): Range {
  const [first = '', last = first, ...rest] = text.replaceAll('$', '').split(':');
  const bad = (): Refusal => new Refusal('InvalidArgument', `no address: ${text}`);
  if (rest.length > 0) throw bad();
  const a = corner(first);
  const b = corner(last);
  if (!a || a.kind !== b?.kind) throw bad();
  if (a.kind !== 'cell' && !text.includes(':')) throw bad();
  const [top, bottom] = [Math.min(a.row, b.row), Math.max(a.row, b.row)];
  const [left, right] = [Math.min(a.column, b.column), Math.max(a.column, b.column)];
  if (a.kind === 'column') return { top: 0, bottom: MAX_ROWS - 1, left, right };
  if (a.kind === 'row') return { top, bottom, left: 0, right: MAX_COLUMNS - 1 };
  return { top, left, bottom, right };
}

interface Corner {
  readonly kind: 'cell' | 'row' | 'column';
  readonly row: number;
  readonly column: number;
}

function corner(text: string): Corner | undefined {
  const cell = fromA1(text);
  if (cell) return { kind: 'cell', ...cell };
  if (/^[A-Z]{1,3}$/i.test(text)) {
    const column = fromA1(`${text}1`);
    return column && { kind: 'column', row: 0, column: column.column };
  }
  if (!/^[1-9]\d{0,6}$/.test(text) || Number(text) > MAX_ROWS) return undefined;
  return { kind: 'row', row: Number(text) - 1, column: 0 };
}

export function isWholeSheet(area: Range): boolean {
  return isEntireColumn(area) && isEntireRow(area);
}

export function isEntireColumn(area: Range): boolean {
  return area.top === 0 && area.bottom === MAX_ROWS - 1;
}

export function isEntireRow(area: Range): boolean {
  return area.left === 0 && area.right === MAX_COLUMNS - 1;
}

/** An area as Excel writes it: `A1:B2`, whole rows as `2:3`, whole columns as `B:C`. */
export function areaToA1(area: Range): string {
  if (isEntireRow(area)) return `${String(area.top + 1)}:${String(area.bottom + 1)}`;
  if (isEntireColumn(area)) return `${columnName(area.left)}:${columnName(area.right)}`;
  return rangeToA1(area);
}

/** A sheet's name before `!`, in quotation marks where a formula needs them. */
export function quotedName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !fromA1(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

export function cellCount(area: Range): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

export function intersection(a: Range, b: Range): Range | undefined {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : undefined;
}
