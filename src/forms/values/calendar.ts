/**
 * Civil dates and the serial day numbers of workbooks (ECMA-376 part 1, 18.17.4.1), by arithmetic of our own: a `Date`
 * carries a clock and a time zone, and neither has a place in a cell.
 */

/** A day of the Gregorian calendar; month and day count from 1. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The serial number of 9999-12-31, the last day Excel knows. */
export const LAST_SERIAL = 2_958_465;

/** A serial of the 1904 system plus this is the same day's serial of the 1900 system. */
export const SERIAL_1904_OFFSET = 1462;

/** The serial of a day that never was: Excel keeps Lotus' 1900-02-29, so earlier serials are one lower than a count of days. */
const PHANTOM_SERIAL = 60;

/** Days from 0000-03-01 to 1899-12-30, from which the serials after the phantom day count. */
const EPOCH = 693_899;

const DAYS_IN_400_YEARS = 146_097;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The number of days of a month (1 to 12). */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether there is such a day between 1900-01-01 and 9999-12-31. */
export function isCivilDate(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false;
  return year >= 1900 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * The serial day (1900 system) of a date. As in Excel's DATE a month or day out of range runs over into the
 * neighbouring ones, and (1900, 2, 29) is 60. Dates before 1900-01-01 give 0 or less.
 */
export function serialFromCivil(year: number, month: number, day: number): number {
  const months = year * 12 + (month - 1);
  const first = daysFromMarchOfYear0(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1) - EPOCH;
  // Days run on in serials, so that they meet the phantom day as well: DATE(1900, 2, 30) is 61, 1900-03-01.
  const isBeforePhantom = months <= 1900 * 12 + 1;
  return first + (day - 1) - (isBeforePhantom ? 1 : 0);
}

/**
 * The date of a serial day of the 1900 system; a time of day is cut off. 0 is 1900-01-00 and 60 is 1900-02-29, as
 * Excel shows them; `undefined` below 0 and after 9999-12-31.
 */
export function civilFromSerial(serial: number): CivilDate | undefined {
  const whole = Math.floor(serial);
  if (!(whole >= 0 && whole <= LAST_SERIAL)) return undefined;
  if (whole === 0) return { year: 1900, month: 1, day: 0 };
  if (whole === PHANTOM_SERIAL) return { year: 1900, month: 2, day: 29 };
  // Howard Hinnant's civil_from_days: years begin in March, so that the leap day ends one.
  const days = whole + EPOCH + (whole < PHANTOM_SERIAL ? 1 : 0);
  const era = Math.floor(days / DAYS_IN_400_YEARS);
  const dayOfEra = days - era * DAYS_IN_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** `2024-01-15`. */
export function isoDate(date: CivilDate): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
}

/** Days from 0000-03-01 to the first day of a month. */
function daysFromMarchOfYear0(year: number, month: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const monthFromMarch = month <= 2 ? month + 9 : month - 3;
  return (
    365 * marchYear +
    Math.floor(marchYear / 4) -
    Math.floor(marchYear / 100) +
    Math.floor(marchYear / 400) +
    Math.floor((153 * monthFromMarch + 2) / 5)
  );
}
