import type { CellValue } from '../../sheets/grid.ts';

/** Error values as Excel shows them, those of newer functions too. */
const ERROR =
  /^#(?:N\/A|REF!|DIV\/0!|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|EXTERNAL!|PYTHON!|TIMEOUT!|GETTING_DATA)$/;

/** Whether a value reads like an error; only its type tells whether it is one. */
export function readsLikeError(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('#') && ERROR.test(value);
}

/**
 * The formula of a cell without `=`; `undefined` where it has none. A text that begins with = stands in both lists as
 * it is, for no formula comes to its own text.
 */
export function formulaOf(formula: unknown, value: unknown): string | undefined {
  if (typeof formula !== 'string' || formula.length < 2 || !formula.startsWith('=') || formula === value) {
    return undefined;
  }
  return formula.slice(1);
}

/**
 * What a cell holds. Excel gives numbers and dates as numbers, an empty cell as `''`; a formula that comes to an empty
 * text has that text.
 * @param type `Excel.RangeValueType` of the cell; without it what reads like an error is one
 */
export function valueOf(value: unknown, hasFormula: boolean, type?: string): CellValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return null;
  if (value === '') return hasFormula ? '' : null;
  const isError = type === undefined ? readsLikeError(value) : type === 'Error';
  return isError ? { error: value } : value;
}

/** Days between those from which the two calendars count: 1899-12-30 and 1904-01-01. */
const DAYS_BETWEEN = 1462;

/** Whether a date's text shows that its serial counts from 1904; `undefined` where it does not tell. */
export function countsFrom1904(serial: number, text: string): boolean | undefined {
  const shown = /(?:^|\D)(\d{4})(?:\D|$)/.exec(text)?.[1];
  if (shown === undefined) return undefined;
  if (Number(shown) === yearOf(serial)) return false;
  return Number(shown) === yearOf(serial + DAYS_BETWEEN) ? true : undefined;
}

/** The year of a serial of the 1900 calendar. */
function yearOf(serial: number): number {
  let days = Math.floor(serial) - 2;
  let year = 1900;
  for (; days >= daysOf(year); year++) days -= daysOf(year);
  return year;
}

function daysOf(year: number): number {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 366 : 365;
}
