import type { ValueType } from '../form.ts';
import type { Reader, Reading } from '../reading.ts';
import type { CellValue } from '../../sheets/grid.ts';
import { insideBrackets, isNothing } from './blank.ts';
import { remark } from './cases.ts';
import { blank, read, textOf, unreadable, withoutType } from './outcomes.ts';

type LengthType = Extract<ValueType, { readonly kind: 'length' }>;

const TIDY = /^(?:[1-9]\d{0,8}|[1-9]\d{0,8},(?:0|[1-9]\d{0,8}))$/u;
const WHOLE = /^([+-]?\d{1,9})(?:位|字符|个字符|字节|字|个|bytes?|chars?|b)?$/iu;
const PAIR = /^([+-]?\d{1,9})[,、;]([+-]?\d{1,9})$/u;
const POINT = /^([1-9]\d{0,8})\.(\d{1,9})$/u;
/** A type (varchar), or bytes, which are no characters: what the length alone does not say is not written over. */
const SAYS_MORE = /[a-zａ-ｚ]|字节/iu;
/** As a database has it: varchar(50), number(10,2). */
const TYPED = /^[a-z][a-z0-9_]{0,30}\((.{1,30})\)$/iu;

/** A length `n` (its value a number) or precision and scale `p,s` (its value that text); parts `length` and `scale`. */
export const readLength: Reader<LengthType> = (cell) => {
  const early = withoutType(cell);
  if (early) return early;
  const text = textOf(cell.value);
  if (isNothing(text)) return blank(cell.value, text);
  const folded = text.normalize('NFKC').replace(/\s/gu, '');
  const bare = TYPED.exec(folded)?.[1] ?? insideBrackets(folded) ?? folded;
  return readBare(cell.value, text, bare);
};

function readBare(raw: CellValue, text: string, bare: string): Reading {
  const fail = (...problem: Parameters<typeof remark>): Reading => unreadable(raw, text, [remark(...problem)]);
  const pointed = POINT.exec(bare);
  if (pointed) {
    const [, precision = '', scale = ''] = pointed;
    if (Number(scale) === 0) return wholeLength(raw, text, Number(precision));
    if (Number(scale) > Number(precision)) return fail('not-a-length', { text });
    const normal = `${precision},${String(Number(scale))}`;
    return unreadable(raw, text, [remark('length-with-point', { text, normal })]);
  }
  const pair = PAIR.exec(bare);
  if (pair) return pairOf(raw, text, Number(pair[1]), Number(pair[2]));
  const whole = WHOLE.exec(bare);
  if (whole) return wholeLength(raw, text, Number(whole[1]));
  return /^-\d+(?:\.\d+)?$/u.test(bare) || /^0\.\d+$/u.test(bare)
    ? fail('length-not-positive', { text })
    : fail('not-a-length', { text });
}

function wholeLength(raw: CellValue, text: string, length: number): Reading {
  if (length <= 0) return unreadable(raw, text, [remark('length-not-positive', { text })]);
  const parts = { length };
  if (typeof raw === 'number' || TIDY.test(text)) return read(raw, text, length, [], { parts });
  const more = SAYS_MORE.test(text.normalize('NFKC')) ? {} : { normal: length };
  const tidied = remark('length-tidied', { text, normal: String(length) }, more);
  return read(raw, text, length, [tidied], { parts });
}

function pairOf(raw: CellValue, text: string, precision: number, scale: number): Reading {
  if (precision <= 0 || scale < 0) return unreadable(raw, text, [remark('length-not-positive', { text })]);
  if (scale > precision) return unreadable(raw, text, [remark('scale-above-precision', { text, precision, scale })]);
  const normal = `${String(precision)},${String(scale)}`;
  const more = SAYS_MORE.test(text) ? {} : { normal };
  const remarks = text === normal ? [] : [remark('length-tidied', { text, normal }, more)];
  return read(raw, text, normal, remarks, { parts: { length: precision, scale } });
}
