import type { Cell } from '../../sheets/grid.ts';
import type { ValueType } from '../form.ts';
import type { Reader, Reading, ReadingContext } from '../reading.ts';
import { civilFromSerial, isCivilDate, isoDate, LAST_SERIAL, SERIAL_1904_OFFSET, serialFromCivil } from './calendar.ts';
import { remark } from './cases.ts';
import { isDateFormat } from './number-format.ts';
import { readDateText, type DateText } from './date-text.ts';
import { readPeriodText } from './period-text.ts';
import { read, textOf, unreadable, withoutValue } from './outcomes.ts';

type DateType = Extract<ValueType, { readonly kind: 'date' }>;

/** Serial days that a number without a date format may be taken for: 1982 to 2064. */
const FIRST_LIKELY = 30_000;
const LAST_LIKELY = 60_000;
const PHANTOM_SERIAL = 60;

/**
 * Dates. The value is the serial day of the 1900 system; of a month or year its first day, where the type's precision
 * allows one. What should be written is `2024-01-15` as text, or `2024年1月15日` where the form prints its gap so, for a bare
 * serial would show as 45306; only a cell that already has a date format gets the serial day (in the workbook's own system).
 */
export const readDate: Reader<DateType> = (cell, type, context) => {
  const reading = readAnyDate(cell, type, context);
  const { value, text, remarks } = reading;
  if (typeof value !== 'number' || context.today === undefined || value <= context.today + FAR_AHEAD) return reading;
  return { ...reading, remarks: [remark('date-far-ahead', { text }), ...remarks] };
};

/** Days: nobody plans a cell's date more than two years ahead; the year is a slip (2042 for 2024). */
const FAR_AHEAD = 731;
/** What is told of a text that is none, by what the cell asks for. */
const NOT_ONE = { day: 'not-a-date', month: 'not-a-month', year: 'not-a-year' } as const;

const readAnyDate: Reader<DateType> = (cell, type, context) => {
  const early = withoutValue(cell);
  if (early) return early;
  const text = textOf(cell.value);
  if (typeof cell.value === 'number') return readNumber(cell, cell.value, text, type, context);
  if (typeof cell.value !== 'string') return unreadable(cell.value, text, [remark(NOT_ONE[type.precision], { text })]);
  const serial = /^\d{5}$/u.test(text) ? Number(text) : 0;
  if (serial >= FIRST_LIKELY && serial <= LAST_LIKELY) return unformatted(cell, text, serial, type, context);
  return (
    (type.begins ? beginning(cell, text, type, context) : undefined) ??
    outcome(cell, text, readDateText(text), type, context)
  );
};

/** What stands between the beginning of a span and its end, and before it. */
const TO = /[至到~～\-\u2010-\u2015\u2212]|起/gu;
const FROM = /^[自从]\s*/u;
const LONGEST_SPAN = 80;

/** The first day of a span; `undefined` where the text is none. */
function beginning(cell: Cell, text: string, type: DateType, context: ReadingContext): Reading | undefined {
  if (text.length > LONGEST_SPAN || readDateText(text).kind === 'date') return undefined;
  const span = text.replace(FROM, '');
  if (readPeriodText(span).kind === 'reversed')
    return unreadable(cell.value, text, [remark('period-reversed', { text })]);
  const ends = [...span.matchAll(TO)].map(({ index }) => index);
  // The longest that is a date: 2027-01-01, not 2027.
  for (const end of [span.length, ...ends.reverse()]) {
    const date = readDateText(span.slice(0, end));
    if (date.kind !== 'date') continue;
    const reading = outcome(cell, text, date, type, context);
    if (reading.state !== 'read' || end === span.length) return reading;
    return { ...reading, remarks: [remark('date-with-end', { text, normal: spelled(date, type) })] };
  }
  return undefined;
}

function readNumber(cell: Cell, value: number, text: string, type: DateType, context: ReadingContext): Reading {
  if (value >= 0 && value < 1) return unreadable(value, text, [remark('zero-date', { text: '1900-01-00' })]);
  const serial = context.date1904 ? value + SERIAL_1904_OFFSET : value;
  if (isDateFormat(cell.format) && serial > 0 && serial < LAST_SERIAL + 1) return formatted(value, Math.floor(serial));
  if (serial >= FIRST_LIKELY && serial <= LAST_LIKELY)
    return unformatted(cell, text, Math.floor(serial), type, context);
  // 2024.1 may have been 2024.10: a number cell drops the 0.
  if (/^(?:19|20)\d{2}\.1$/u.test(text)) {
    const year = text.slice(0, 4);
    const readings = [`${year}-01`, `${year}-10`];
    return unreadable(value, text, [remark('ambiguous-date', { text, readings })]);
  }
  if (/^\d{4}(?:\.\d{1,2}|\d{2}|\d{4})?$/u.test(text)) {
    return outcome(cell, text, readDateText(text), type, context);
  }
  return unreadable(value, text, [remark(NOT_ONE[type.precision], { text })]);
}

function formatted(raw: number, serial: number): Reading {
  const date = civilFromSerial(serial);
  const text = date ? isoDate(date) : String(raw);
  if (serial === PHANTOM_SERIAL) return unreadable(raw, text, [remark('impossible-date', { text })]);
  return read(raw, text, serial);
}

function unformatted(cell: Cell, text: string, serial: number, type: DateType, context: ReadingContext): Reading {
  const date = civilFromSerial(serial);
  const shown = date ? spelled(date, type) : '';
  const normal = toWrite(cell, shown, serial, context);
  return read(cell.value, text, serial, [remark('date-unformatted', { text, normal: shown }, { normal })]);
}

function outcome(cell: Cell, text: string, date: DateText, type: DateType, context: ReadingContext): Reading {
  const raw = cell.value;
  switch (date.kind) {
    case 'none':
      return unreadable(raw, text, [remark(NOT_ONE[type.precision], { text })]);
    case 'impossible':
      return unreadable(raw, text, [remark('impossible-date', { text })]);
    case 'zero':
      return unreadable(raw, text, [remark('zero-date', { text })]);
    case 'placeholder':
      return unreadable(raw, text, [remark('placeholder-left', { text })]);
    case 'yearless':
      return unreadable(raw, text, [remark('date-incomplete', { text, wanted: 'year' })]);
    case 'ambiguous':
      return unreadable(raw, text, [remark('ambiguous-date', { text, readings: date.readings })]);
    case 'date':
      return readable(cell, text, date, type, context);
  }
}

function readable(
  cell: Cell,
  text: string,
  date: Extract<DateText, { readonly kind: 'date' }>,
  type: DateType,
  context: ReadingContext,
): Reading {
  const { year, month, day } = date;
  const { precision } = type;
  const wanted =
    month === undefined && precision !== 'year' ? 'month' : day === undefined && precision === 'day' ? 'day' : '';
  if (wanted !== '') return unreadable(cell.value, text, [remark('date-incomplete', { text, wanted })]);
  if (!isCivilDate(year, month ?? 1, day ?? 1)) return unreadable(cell.value, text, [remark('not-a-date', { text })]);
  const serial = serialFromCivil(year, month ?? 1, day ?? 1);
  // A number is a month or year as it stands (202401, 2024), but eight digits are no way to write a day in a cell.
  if (date.tidy || (typeof cell.value === 'number' && day === undefined)) return read(cell.value, text, serial);
  const shown = spelled(date, type);
  const normal = toWrite(cell, shown, serial, context);
  return read(cell.value, text, serial, [remark('date-tidied', { text, normal: shown }, date.timed ? {} : { normal })]);
}

/** A date as it should be written, with as much as is known of it. */
function spelled(date: { year: number; month?: number | undefined; day?: number | undefined }, type: DateType): string {
  const { year, month, day } = date;
  if (type.inCharacters && month !== undefined) {
    return `${String(year)}年${String(month)}月${day === undefined ? '' : `${String(day)}日`}`;
  }
  const iso = isoDate({ year, month: month ?? 1, day: day ?? 1 });
  return iso.slice(0, day !== undefined ? 10 : month !== undefined ? 7 : 4);
}

function toWrite(cell: Cell, shown: string, serial: number, context: ReadingContext): string | number {
  if (!isDateFormat(cell.format)) return shown;
  return context.date1904 ? serial - SERIAL_1904_OFFSET : serial;
}
