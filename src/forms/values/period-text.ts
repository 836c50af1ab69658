import { isCivilDate, serialFromCivil } from './calendar.ts';
import { readChineseNumber } from './chinese-number.ts';
import { readDateText, type DateText } from './date-text.ts';

/** What a text says of a stretch of time. */
export type PeriodText =
  | { readonly kind: 'length'; readonly months: number; readonly normal: string; readonly tidy: boolean }
  | {
      readonly kind: 'range';
      /** Serial days of the 1900 system; `to` is the last day of its month or year where no day is said. */
      readonly from: number;
      readonly to: number;
      readonly months: number;
      /** Whether it begins and ends in a month that is said, not only in a year. */
      readonly saysMonths: boolean;
      readonly normal: string;
      readonly tidy: boolean;
    }
  | { readonly kind: 'reversed' | 'placeholder' | 'blank' | 'none' };

const NONE: PeriodText = { kind: 'none' };
const LONGEST = 60;
const NUMBER = '(\\d{1,4}(?:\\.\\d{1,2})?|[半零〇一二三四五六七八九十两百]{1,5})';
const LENGTH = new RegExp(
  `^(?:${NUMBER}个?年(半|度)?)?(?:零|又)?(?:${NUMBER}个?月(半)?)?(?:${NUMBER}(?:个?(?:自然)?日|天|个?(?:周|星期)|个?工作日))?$`,
  'u',
);
const DAYS_UNIT = /(工作日|周|星期|自然日|日|天)$/u;
const BEFORE = /^(?:共计?|约|为期|期限|工期|周期|自|从):?/u;
const BEHIND = /(?:期限?|[以之]?内|左右|止)$/u;
const TIDY_LENGTH = /^\d{1,4}(?:\.\d{1,2})?个月$/u;
const TIDY_RANGE = /^\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?至\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?$/u;
/** The unit that the form prints behind the gap, and nothing before it. */
const UNIT_ALONE = /^个?[年月周日天]$/u;
const GAP = /^[\s_\d]*年[\s_]*月[\s_]*日?(?:至|到|-|~)[\s_\d]*年?[\s_]*月[\s_]*日?$/u;
const PLACEHOLDER = /[Xx×*]{1,4}[年月日]/u;
/** Years beyond this are no length of time, but a year of the calendar. */
const MOST_YEARS = 100;
const DAYS_IN_MONTH = 30;

/** Reads a tidy text as a stretch of time: how long (12个月, 一年半, 90天), or from when to when (2024年1月至12月). */
export function readPeriodText(text: string): PeriodText {
  if (text.length > LONGEST) return NONE;
  const folded = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\u2500]+/gu, '-')
    .replace(/[\s_“”"]+/gu, '')
    .replace(/--+/gu, '-');
  if (GAP.test(folded) && !/\d月|年\d/u.test(folded)) return { kind: 'blank' };
  if (UNIT_ALONE.test(folded)) return { kind: 'blank' };
  if (PLACEHOLDER.test(folded)) return { kind: 'placeholder' };
  const bare = folded.replace(BEFORE, '').replace(BEHIND, '');
  const plain = saysAbout(text) ? bare : text;
  return lengthOf(bare, folded === text && TIDY_LENGTH.test(plain)) ?? rangeOf(bare, TIDY_RANGE.test(text)) ?? NONE;
}

/** From a digit to the last one with its unit: 2027年12月至2027年3月 among other words. */
const DATES = /\d[\d\s年月日号.\-/~至到—–―−－～起底初末]*[\d年月日号底初末]/u;

/** The first stretch of time in a text that ends before it begins; `undefined` where there is none. */
export function reversedIn(text: string): string | undefined {
  const pieces = text.normalize('NFKC').split(/[,;:。、()\n]/u);
  return pieces
    .flatMap((piece) => DATES.exec(piece)?.[0] ?? [])
    .find((dates) => readPeriodText(dates.replace(/[底初末]/gu, '')).kind === 'reversed');
}

/** Whether more is said than how long, or from when to when: 约6个月, 6个月以内. */
export function saysAbout(text: string): boolean {
  return /约|左右|内/u.test(text);
}

function lengthOf(text: string, tidy: boolean): PeriodText | undefined {
  const match = LENGTH.exec(text.replace('个半月', '个月半'));
  if (!match || text === '') return undefined;
  const [, years, halfYear, months, halfMonth, days] = match;
  const [y, m, d] = [years, months, days].map((words) => (words === undefined ? 0 : numberOf(words)));
  if (y === undefined || m === undefined || d === undefined || y > MOST_YEARS) return undefined;
  const whole = y * 12 + m + (halfYear === '半' ? 6 : 0) + (halfMonth === undefined ? 0 : 0.5);
  const value = toTenth(whole + (d * daysEach(text)) / DAYS_IN_MONTH);
  // Days and weeks are as good as months: nothing to write instead.
  const isRight = tidy || whole === 0;
  return value > 0 ? { kind: 'length', months: value, normal: `${String(value)}个月`, tidy: isRight } : undefined;
}

function daysEach(text: string): number {
  const unit = DAYS_UNIT.exec(text)?.[1];
  if (unit === '工作日') return 7 / 5;
  return unit === '周' || unit === '星期' ? 7 : 1;
}

function numberOf(words: string): number | undefined {
  if (words === '半') return 0.5;
  return /^\d/u.test(words) ? Number(words) : readChineseNumber(words);
}

type Day = Extract<DateText, { readonly kind: 'date' }>;

/** From and to: the one place where a text falls into two dates. */
function rangeOf(text: string, tidy: boolean): PeriodText | undefined {
  for (const match of text.matchAll(/至|到|~|-/gu)) {
    const before = text.slice(0, match.index);
    const from = readDateText(before);
    const behind = text.slice(match.index + 1);
    if (from.kind !== 'date') continue;
    const to = readDateText(behind);
    const end = to.kind === 'date' ? to : inYearOf(from, behind, before.includes('-'));
    if (end) return between(from, end, tidy);
  }
  const year = /^\d{4}年度?$/u.test(text) ? readDateText(text) : undefined;
  return year?.kind === 'date' ? between(year, year, true) : undefined;
}

/** 2024年1月至12月, 2024.1-12, 2024年3月1日至5月31日: the year is said once. 2024-01-12 is a day (`hyphenated`). */
function inYearOf(from: Day, behind: string, hyphenated: boolean): Day | undefined {
  const match = /^(\d{1,2})(?:月(?:(\d{1,2})日?)?)?$/u.exec(behind);
  if (!match || from.month === undefined || (from.day !== undefined && match[2] === undefined)) return undefined;
  if (hyphenated && !behind.includes('月')) return undefined;
  const month = Number(match[1]);
  const day = match[2] === undefined ? undefined : Number(match[2]);
  return isCivilDate(from.year, month, day ?? 1) ? { ...from, month, day } : undefined;
}

function between(from: Day, to: Day, tidy: boolean): PeriodText {
  const first = serialFromCivil(from.year, from.month ?? 1, from.day ?? 1);
  // The day after the last: the first of the next month or year where no day is said.
  const next =
    to.day !== undefined
      ? { ...to, month: to.month ?? 1, day: to.day + 1 }
      : { ...to, month: (to.month ?? 12) + 1, day: 1 };
  const last = serialFromCivil(next.year, next.month, next.day) - 1;
  if (last < first) return { kind: 'reversed' };
  const whole = (next.year - from.year) * 12 + next.month - (from.month ?? 1);
  const months = toTenth(whole + (next.day - (from.day ?? 1)) / DAYS_IN_MONTH);
  const saysMonths = from.month !== undefined && to.month !== undefined;
  return { kind: 'range', from: first, to: last, months, saysMonths, normal: `${inWords(from)}至${inWords(to)}`, tidy };
}

function inWords({ year, month, day }: Day): string {
  return [`${String(year)}年`, month && `${String(month)}月`, day && `${String(day)}日`].filter(Boolean).join('');
}

/** Months to a tenth: 1月15日 to 7月15日 is six, though it is a day more. */
function toTenth(months: number): number {
  return Math.round(months * 10) / 10;
}
