import { isCivilDate, isoDate } from './calendar.ts';
import { chineseDigit } from './chinese-number.ts';

/** What a text says of a date; month and day are `undefined` where it does not say them. */
export type DateText =
  | {
      readonly kind: 'date';
      readonly year: number;
      readonly month: number | undefined;
      readonly day: number | undefined;
      /** Whether it is spelled as we would: 2024-01-15 (a time of day or 起 behind it does not matter), 2024年1月15日. */
      readonly tidy: boolean;
      /** It also says at what time of the day. */
      readonly timed: boolean;
    }
  | { readonly kind: 'ambiguous'; readonly readings: readonly string[] }
  | { readonly kind: 'yearless' | 'placeholder' | 'zero' | 'impossible' | 'none' };

const LONGEST = 48;
const FULL = /^(\d{4})(?: ?年 ?| ?[-./\\、] ?)(\d{1,2})(?: ?月 ?| ?[-./\\、] ?)(\d{1,2}) ?[日号]?(.*)$/u;
const DIGITS = /^(\d{4})(\d{2})(\d{2})$/u;
const MONTH = /^(\d{4}) ?(?:年|[-./]) ?(\d{1,2}) ?月?份?$/u;
const MONTH_DIGITS = /^((?:19|20)\d{2})(\d{2})$/u;
const YEAR = /^((?:19|20)\d{2}) ?(?:年度?)?$/u;
const SHORT_YEAR = /^'?(\d{1,2}) ?(?:年|[-./]) ?(\d{1,2}) ?(?:月|[-./]) ?(\d{1,2}|\d{4}) ?日?$/u;
const YEARLESS = /^(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?$/u;
const TIME = /^[ T]{0,2}(?:\d{1,2}[:时点]\d{0,2}分?(?::\d{2}(?:\.\d{1,3})?Z?|\d{2}秒)?)?$/u;
const WEEKDAY = / ?\(?(?:星期|周)[一二三四五六日天]\)?$/u;
const CHINESE =
  /^([零〇○Oo0一二三四五六七八九]{4})年(?:([一二三四五六七八九十元正]{1,3})月份?(?:([一二三四五六七八九十廿卅]{1,3})[日号])?)?$/u;
const LEFT = /^[\dXx×*年月日号./\s-]*[Xx×*][\dXx×*年月日号./\s-]*$/u;
const ZERO = /^(?:0|1899-12-3[01]|1900-0?1-0?0)$/u;

/** Reads a tidy text as a date; which parts of it are needed is for the type to say. */
export function readDateText(text: string): DateText {
  if (text.length > LONGEST) return { kind: 'none' };
  const folded = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
  const bare = folded.replace(/[ ;,。、]+$/u, '').replace(/ ?(?:起|止)$/u, '');
  const spelledOut = bare !== folded;
  const dated = bare.replace(WEEKDAY, '');
  const full = FULL.exec(dated);
  if (full) return TIME.test(full[4] ?? '') ? fullDate(full, spelledOut || isTidyDay(text)) : { kind: 'none' };
  const digits = DIGITS.exec(dated);
  if (digits) return fullDate(digits, spelledOut);
  const month = MONTH.exec(dated) ?? MONTH_DIGITS.exec(dated);
  if (month) return monthOf(Number(month[1]), Number(month[2]), folded === text || spelledOut);
  const year = YEAR.exec(dated);
  if (year)
    return {
      kind: 'date',
      year: Number(year[1]),
      month: undefined,
      day: undefined,
      tidy: folded === text,
      timed: false,
    };
  return chineseDate(dated, spelledOut) ?? partial(dated);
}

/** As ISO 8601 has it, or as the forms print it and GB/T 9704 writes it: 年 月 日, with the blanks of the printed gap. */
function isTidyDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:$|[ T])/u.test(text) || /^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日$/u.test(text);
}

function fullDate(match: RegExpExecArray, tidy: boolean): DateText {
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  if (ZERO.test(`${String(year)}-${String(month)}-${String(day)}`)) return { kind: 'zero' };
  return isCivilDate(year, month, day)
    ? { kind: 'date', year, month, day, tidy, timed: /[1-9]/u.test(match[4] ?? '') }
    : { kind: 'impossible' };
}

function monthOf(year: number, month: number, tidy: boolean): DateText {
  return isCivilDate(year, month, 1)
    ? { kind: 'date', year, month, day: undefined, tidy, timed: false }
    : { kind: 'impossible' };
}

/** 二〇二四年一月十五日, also with a letter O for 〇. */
function chineseDate(text: string, tidy: boolean): DateText | undefined {
  const match = CHINESE.exec(text);
  if (!match) return undefined;
  const [, yearWords = '', monthWords, dayWords] = match;
  const year = Number(Array.from(yearWords, (character) => chineseDigit(character) ?? Number(character)).join(''));
  const month = monthWords === undefined ? undefined : smallNumber(monthWords);
  const day = dayWords === undefined ? undefined : smallNumber(dayWords);
  if (!isCivilDate(year, month ?? 1, day ?? 1)) return { kind: 'impossible' };
  return { kind: 'date', year, month, day, tidy, timed: false };
}

/** 一 to 三十一, 元 and 正 (the first month), 廿 and 卅; 0 for what is none. */
function smallNumber(words: string): number {
  if (words === '元' || words === '正') return 1;
  const spelled = words.replace('廿', '二十').replace('卅', '三十');
  const match = /^([二三])?(十)?([一二三四五六七八九])?$/u.exec(spelled);
  if (!match) return 0;
  const [, tens, ten, ones] = match;
  const unit = ones === undefined ? 0 : (chineseDigit(ones) ?? 0);
  if (ten === undefined) return tens === undefined ? unit : unit === 0 ? (chineseDigit(tens) ?? 0) : 0;
  return (tens === undefined ? 1 : (chineseDigit(tens) ?? 0)) * 10 + unit;
}

/** Dates that a reader cannot be sure of. */
function partial(text: string): DateText {
  if (ZERO.test(text)) return { kind: 'zero' };
  if (YEARLESS.test(text)) return { kind: 'yearless' };
  if (LEFT.test(text)) return { kind: 'placeholder' };
  const short = SHORT_YEAR.exec(text);
  if (!short) return { kind: 'none' };
  const [a, b, c] = [Number(short[1]), Number(short[2]), Number(short[3])];
  const longYear = (short[3] ?? '').length === 4;
  const orders = longYear
    ? [
        [c, a, b],
        [c, b, a],
      ]
    : [
        [2000 + a, b, c],
        [2000 + c, a, b],
        [2000 + c, b, a],
      ];
  const readings = orders.flatMap(([year = 0, month = 0, day = 0]) =>
    isCivilDate(year, month, day) ? [isoDate({ year, month, day })] : [],
  );
  return readings.length > 0 ? { kind: 'ambiguous', readings: [...new Set(readings)] } : { kind: 'impossible' };
}
