import type { CellValue } from '../../../../src/sheets/grid.ts';

/** What a cell holds once something was entered. */
export interface Entered {
  readonly value: CellValue;
  /** Without `=`. */
  readonly formula?: string;
  /** A number format that Excel gives a cell of format General, because the entry looked like it. */
  readonly format?: string;
}

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!', '#CALC!']);

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?$/i;

/**
 * What Excel makes of an entry, whether somebody typed it or an add-in wrote it into `values` or `formulas`: a cell of
 * format Text keeps texts as they are; elsewhere what looks like a number, a date, a truth value or a formula becomes one.
 * Of dates only the commonest spellings are known here.
 */
export function entered(input: string | number | boolean, format: string): Entered {
  if (format === '@') return { value: input === '' ? null : typeof input === 'boolean' ? upper(input) : String(input) };
  if (typeof input !== 'string') return { value: input };
  if (input === '') return { value: null };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (input.startsWith('=') && input.length > 1) return { value: null, formula: input.slice(1) };
  const text = input.trim();
  if (/^(?:true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  if (ERRORS.has(text.toUpperCase())) return { value: { error: text.toUpperCase() } };
  const percent = text.endsWith('%') ? numberOf(text.slice(0, -1)) : undefined;
  if (percent !== undefined) return { value: percent / 100, format: '0%' };
  const number = numberOf(text);
  if (number !== undefined) return text.includes(',') ? { value: number, format: '#,##0' } : { value: number };
  const day = dayOf(text);
  return day === undefined ? { value: input } : { value: day, format: 'yyyy/m/d' };
}

function upper(value: boolean): string {
  return value ? 'TRUE' : 'FALSE';
}

function numberOf(text: string): number | undefined {
  return /\d/.test(text) && NUMBER.test(text) ? Number(text.replaceAll(',', '')) : undefined;
}

/** The serial of a day written as 2024-01-01, 2024/1/1 or 2024年1月1日. */
function dayOf(text: string): number | undefined {
  const match = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.getTime() / 86_400_000 + 25_569;
}

/** A value as `Range.values` has it. */
export function wireValue(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

/** `Range.valueTypes`. */
export function valueType(value: CellValue): string {
  if (value === null) return 'Empty';
  if (typeof value === 'object') return 'Error';
  return typeof value === 'string' ? 'String' : typeof value === 'number' ? 'Double' : 'Boolean';
}

/** `Range.text`, for General, Text, fixed decimals, thousands, percents and dates; else as General. */
export function shownText(value: CellValue, format: string): string {
  if (typeof value === 'boolean') return upper(value);
  if (typeof value !== 'number') return String(wireValue(value));
  if (/[ymd]/i.test(format) && format !== 'General') return shownDay(value, format);
  const decimals = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
  if (format.includes('%')) return `${(value * 100).toFixed(decimals)}%`;
  if (!/[0#]/.test(format)) return String(Number(value.toPrecision(11)));
  const fixed = value.toFixed(decimals);
  return format.includes(',') ? fixed.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : fixed;
}

function shownDay(serial: number, format: string): string {
  const date = new Date((Math.floor(serial) - 25_569) * 86_400_000);
  const two = (number: number): string => String(number).padStart(2, '0');
  return format
    .replace(/yyyy/i, String(date.getUTCFullYear()))
    .replace(/mm/i, two(date.getUTCMonth() + 1))
    .replace(/m/i, String(date.getUTCMonth() + 1))
    .replace(/dd/i, two(date.getUTCDate()))
    .replace(/d/i, String(date.getUTCDate()))
    .replaceAll(/["\\@;]/g, '');
}
