import { civilFromSerial, isCivilDate, isoDate, serialFromCivil } from '../forms/values/calendar.ts';
import type { Day } from './project.ts';

/** `2026-09-30` as a day; `undefined` for what is none between 1900 and 9999. */
export function dayOf(iso: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isCivilDate(year, month, day) ? serialFromCivil(year, month, day) : undefined;
}

/** A day as `2026-09-30`. */
export function isoOf(day: Day): string {
  return isoDate(civil(day));
}

export function yearOf(day: Day): number {
  return civil(day).year;
}

/** 0 for Sunday to 6 for Saturday. Serial 1 was shown as a Sunday by Lotus; from March 1900 on that is right. */
export function weekdayOf(day: Day): number {
  return (day + 6) % 7;
}

export function lastOfMonth(year: number, month: number): Day {
  return serialFromCivil(year, month + 1, 0);
}

/**
 * The day of a later month that corresponds to a day, or that month's last where there is none (Civil Code, article 202).
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = civil(day);
  return Math.min(serialFromCivil(year, month + months, dayOfMonth), lastOfMonth(year, month + months));
}

function civil(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const date = civilFromSerial(day);
  if (!date) throw new RangeError(`no day of the calendar: ${day}`);
  return date;
}
