import { tidy } from '../forms/fold.ts';
import { readDateText } from '../forms/values/date-text.ts';
import { isDateFormat } from '../forms/values/number-format.ts';
import type { Cell } from '../sheets/grid.ts';

const YEAR = '(?:\\d{4}|20[\\s_]{0,20}|[零〇○Oo一二三四五六七八九]{4}|[Xx×]{2,4})?';
const GAP = '[\\s_\\dXx×元正一二三四五六七八九十廿]{0,30}';
/** A date at the end of a text, or the printed gap of one; a name or blanks may stand before it. */
const DATE = new RegExp(`(?:${YEAR}[\\s_]{0,30}年${GAP}月${GAP}[日号]|\\d{4}[-./]\\d{1,2}[-./]\\d{1,2})$`, 'u');
const LONGEST = 300;
/** Serial days that a number without a date format may be taken for: 1982 to 2064. */
const FIRST_LIKELY = 30_000;
const LAST_LIKELY = 60_000;

/** A text with a date behind it taken apart: `××局      2023年5月12日`; `undefined` where it ends in none. */
export function dateBehind(text: string): { readonly before: string; readonly date: string } | undefined {
  const whole = tidy(text);
  if (whole.length > LONGEST) return undefined;
  const match = DATE.exec(whole);
  return match ? { before: whole.slice(0, match.index).trim(), date: match[0].trim() } : undefined;
}

/** Whether a cell holds a date, or the printed gap of one, and nothing else. */
export function isDateCell({ value, format }: Cell): boolean {
  if (typeof value === 'number') return isDateFormat(format) || (value >= FIRST_LIKELY && value <= LAST_LIKELY);
  if (typeof value !== 'string') return false;
  const text = tidy(value);
  return dateBehind(text)?.before === '' || !['none', 'zero'].includes(readDateText(text).kind);
}
