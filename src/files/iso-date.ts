/** Days from 1899-12-30 to 1970-01-01, and from 1904-01-01. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
const DAY = 86_400_000;
/** The first day on which both ways of counting days agree: 1900 was no leap year, though Excel has it so. */
const FIRST_OF_MARCH_1900 = 61;

/**
 * The serial number of a date, a time or both in ISO 8601 (ECMA-376 part 1, 18.17.4.1), as Excel counts days; the zone,
 * if any, is not looked at: a sheet's dates have none. `undefined` for anything else.
 */
export function serialOfIso(text: string, date1904: boolean): number | undefined {
  const match =
    /^(?:(\d{4})-(\d{2})-(\d{2}))?(?:T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(text);
  if (!match || (match[1] === undefined && match[4] === undefined)) return undefined;
  const time = (Number(match[4] ?? 0) * 3600 + Number(match[5] ?? 0) * 60 + Number(match[6] ?? 0)) / 86_400;
  if (match[1] === undefined) return time;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const days = Date.UTC(year, month - 1, day) / DAY;
  const back = new Date(days * DAY);
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day || time > 1) return undefined;
  if (date1904) return days + EPOCH_1904 + time;
  const serial = days + EPOCH_1900;
  return (serial < FIRST_OF_MARCH_1900 ? serial - 1 : serial) + time;
}
