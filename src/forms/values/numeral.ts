import { simplify } from '../traditional.ts';
import { leadingChineseNumeral, readChineseNumber } from './chinese-number.ts';
import { decimalText, parseDecimal, type Decimal } from './decimal.ts';

/** A number taken out of a text, with what stands around it. */
export type Numeral =
  | {
      readonly kind: 'number';
      readonly decimal: Decimal;
      /** Written as a plain number and nothing else. */
      readonly plain: boolean;
      /** The power of ten of a 万, 千, 亿 behind it (or, for Chinese numerals, in it: then `decimal` has it already). */
      readonly powers: number;
      /** Whether 万 or 亿 is said, which no column's own unit is meant to multiply once more. */
      readonly saysWan: boolean;
      /** Whether 千 or 百 is said, but no 万 or 亿. */
      readonly saysThousands: boolean;
      /** The unit behind it, folded; `''` where there is none. */
      readonly unit: string;
      /** Whether ¥, RMB or 人民币 stands before it. */
      readonly currency: boolean;
      /** Something is said beside it that the number alone does not say: 约, a remark in brackets. */
      readonly saysMore: boolean;
    }
  /** Blanks between the digits. */
  | { readonly kind: 'spaced'; readonly reading: string }
  | { readonly kind: 'ambiguous'; readonly readings: readonly string[] }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'none' };

const NONE: Numeral = { kind: 'none' };
const LONGEST = 60;
const PLAIN = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/u;
const CURRENCY = /^(?:人民币|rmb|cny|¥)\s*:?\s*/iu;
const ABOUT = /^(?:大约|约|共计|合计|共|计)\s*:?\s*/u;
const NEARLY = /^(?:大约|约)/u;
/** What ends a sentence or separates it from the next. */
const ENDING = /[\s;,。、]+$/u;
const DIGITS_FIRST = /^([+-]?)\s*(\d[\d,. '’‚]*|\.\d+)(.*)$/u;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/u;
const MULTIPLIERS: readonly (readonly [string, number])[] = [
  ['百亿', 10],
  ['十亿', 9],
  ['亿', 8],
  ['千万', 7],
  ['百万', 6],
  ['十万', 5],
  ['万', 4],
  ['w', 4],
  ['千', 3],
  ['k', 3],
  ['百', 2],
];

/**
 * Takes the number out of a tidy text: full-width digits, thousands separators in right groups, ¥ and 人民币, 约, 万 千
 * 亿, a unit behind it (one of `units` is never taken for a multiplier), a remark in brackets, Chinese numerals.
 */
export function readNumeral(text: string, units: readonly string[]): Numeral {
  if (text.length > LONGEST) return NONE;
  if (PLAIN.test(text)) return plainNumeral(text);
  const folded = simplify(text.normalize('NFKC'))
    .replace(/[\u2212\ufe63]/gu, '-')
    .replace(/[\u200b-\u200f\ufeff]/gu, '')
    .replace(/\s/gu, ' ')
    .trim()
    .replace(ENDING, '');
  const remarked = withoutRemark(folded);
  const counted = remarked.replace(ABOUT, '');
  const bare = counted.replace(CURRENCY, '').replace(ABOUT, '');
  const found = readBare(bare, folded, units);
  if (found.kind !== 'number') return found;
  const saysMore = remarked !== folded || NEARLY.test(remarked) || NEARLY.test(counted.replace(CURRENCY, ''));
  return { ...found, currency: CURRENCY.test(counted), saysMore };
}

function readBare(bare: string, folded: string, units: readonly string[]): Numeral {
  const match = DIGITS_FIRST.exec(bare);
  if (!match) return readChinese(bare, folded, units);
  const [, sign = '', written = '', behind = ''] = match;
  const number = separated(written.trim(), sign);
  if (number.kind !== 'number') return number;
  const suffix = behind.replace(/\s/gu, '').toLowerCase();
  // A second number (2主1备, 10-20, 3+2) leaves open which is meant.
  if (/\d/u.test(suffix)) return { kind: 'unclear' };
  return withSuffix(number.decimal, suffix, units);
}

function plainNumeral(text: string): Numeral {
  const decimal = parseDecimal(text);
  if (!decimal) return NONE;
  if (isPointOrThousands(text)) return { kind: 'ambiguous', readings: pointReadings(text) };
  return {
    kind: 'number',
    decimal,
    plain: true,
    powers: 0,
    saysWan: false,
    saysThousands: false,
    unit: '',
    currency: false,
    saysMore: false,
  };
}

/** The text without one remark in brackets at its end: 2（主备）. */
function withoutRemark(text: string): string {
  if (!text.endsWith(')')) return text;
  const open = text.lastIndexOf('(');
  return open > 0 ? text.slice(0, open).trim() : text;
}

type Separated = { readonly kind: 'number'; readonly decimal: Decimal } | Exclude<Numeral, { kind: 'number' }>;

/** A number with its separators; `ambiguous` where a comma, point or space can be two things. */
function separated(written: string, sign: string): Separated {
  if (isPointOrThousands(written)) return { kind: 'ambiguous', readings: pointReadings(written) };
  const text = GROUPED.test(written) ? written.replaceAll(',', '') : written;
  const decimal = parseDecimal(sign + text);
  if (decimal) return { kind: 'number', decimal };
  const blanks = /^(\d+(?: +\d+)+)(\.\d+)?$/u.exec(written);
  if (blanks) return { kind: 'spaced', reading: (blanks[1] ?? '').replaceAll(' ', '') + (blanks[2] ?? '') };
  const candidates = [
    written.replace(/[,'’‚]/gu, '.').replace(/\s/gu, ''),
    written.replace(/[^\d.]/gu, ''),
    written.replace(/\D/gu, ''),
  ];
  const readings = candidates.flatMap((candidate) => {
    const reading = parseDecimal(sign + candidate);
    return reading ? [decimalText(reading)] : [];
  });
  return { kind: 'ambiguous', readings: [...new Set(readings)] };
}

/** 5.500 is 5.5, or 5,500 with a point for the comma; 0.500 and 5.512 in small units can only be decimals. */
function isPointOrThousands(text: string): boolean {
  return /^[1-9]\d{0,2}\.\d{2}0$/u.test(text);
}

function pointReadings(text: string): readonly string[] {
  return [text.replace(/\.?0+$/u, ''), text.replace('.', '')];
}

function withSuffix(decimal: Decimal, suffix: string, units: readonly string[]): Numeral {
  const plain = {
    kind: 'number',
    decimal,
    plain: false,
    powers: 0,
    saysWan: false,
    saysThousands: false,
    currency: false,
    saysMore: false,
  } as const;
  if (suffix === '' || units.some((unit) => unit.toLowerCase() === suffix)) return { ...plain, unit: suffix };
  const multiplier = MULTIPLIERS.find(([word]) => suffix.startsWith(word));
  // "M", "Mbps", "kg": a Latin multiplier stands alone or before 元, never as the first letter of a unit.
  if (!multiplier || (/^[wk][a-z]/u.test(suffix) && multiplier[0].length === 1)) return { ...plain, unit: suffix };
  const [word, powers] = multiplier;
  return {
    ...plain,
    powers,
    saysWan: powers >= 4,
    saysThousands: powers < 4,
    unit: suffix.slice(word.length),
  };
}

/** 十二, 伍佰万元, 一套; with more numerals behind it (一主一备) it is unclear. */
function readChinese(text: string, folded: string, units: readonly string[]): Numeral {
  const numeral = leadingChineseNumeral(text);
  const behind = text.slice(numeral.length).replace(/\s/gu, '').toLowerCase();
  const saysHowMany = /^[一二三四五六七八九十两几数多若]/u.test(folded) && folded.length <= 10;
  const value = numeral === '' ? undefined : readChineseNumber(numeral);
  if (value === undefined) return saysHowMany ? { kind: 'unclear' } : NONE;
  if (/[\d零〇一二三四五六七八九十两]/u.test(behind)) return { kind: 'unclear' };
  const unit = units.find((known) => known.toLowerCase() === behind) ?? behind;
  if (behind !== '' && !units.includes(unit) && !isMoneyWord(behind)) return saysHowMany ? { kind: 'unclear' } : NONE;
  const decimal = parseDecimal(String(value));
  if (!decimal) return NONE;
  const saysWan = /[万亿]/u.test(numeral);
  const saysThousands = !saysWan && /[百佰千仟]/u.test(numeral);
  return {
    kind: 'number',
    decimal,
    plain: false,
    powers: 0,
    saysWan,
    saysThousands,
    unit: behind,
    currency: false,
    saysMore: false,
  };
}

/** 元, 圆, 块, with 整 or 正 or "per" something behind; also 整 alone after a multiplier. */
export function isMoneyWord(unit: string): boolean {
  return (
    /^(?:(?:元|圆|块|块钱|rmb|人民币|cny)(?:人民币)?[整正]?|[整正])(?:[/每].{1,4}|\/)?$/u.test(unit) ||
    /^[/每].{1,4}$/u.test(unit)
  );
}
