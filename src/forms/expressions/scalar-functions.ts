import type { Scalar } from '../reading.ts';
import { civilFromSerial, LAST_SERIAL, serialFromCivil } from '../values/calendar.ts';
import type { CivilDate } from '../values/calendar.ts';
import { toNumber, toText, toTruth } from './coercion.ts';
import { add, divide, multiply, roundDown, roundHalfUp, roundUp, toFifteenDigits } from './decimal.ts';
import { Failed } from './outcome.ts';
import { parseWildcard, searchWildcard } from './wildcard.ts';

/** A function of single, known values; its arguments are as many as its signature says. */
export type ScalarFunction = (values: readonly Scalar[]) => Scalar | Failed;

/** The longest text a cell can hold; Excel answers a longer one with #VALUE!. */
export const LONGEST_TEXT = 32_767;

/** The functions that know their result only when they know all their arguments, by name in capitals. */
export const SCALAR_FUNCTIONS: ReadonlyMap<string, ScalarFunction> = new Map<string, ScalarFunction>([
  ['ABS', ofNumbers((x) => Math.abs(x))],
  ['INT', ofNumbers((x) => Math.floor(toFifteenDigits(x)))],
  ['ROUND', ofNumbers((x, places) => roundHalfUp(x, places))],
  ['ROUNDUP', ofNumbers((x, places) => roundUp(x, places))],
  ['ROUNDDOWN', ofNumbers((x, places) => roundDown(x, places))],
  ['MOD', ofNumbers(modulo)],
  ['VALUE', ofNumbers((x) => x)],
  ['DATE', ofNumbers(date)],
  ['YEAR', ofNumbers((serial) => datePart(serial, 'year'))],
  ['MONTH', ofNumbers((serial) => datePart(serial, 'month'))],
  ['DAY', ofNumbers((serial) => datePart(serial, 'day'))],
  ['NOT', ([value = null]) => negate(toTruth(value))],
  ['LEN', ([text = null]) => lengthOf(toText(text))],
  ['TRIM', ([text = null]) => toText(text).split(' ').filter(Boolean).join(' ')],
  ['UPPER', ([text = null]) => toText(text).toUpperCase()],
  ['LOWER', ([text = null]) => toText(text).toLowerCase()],
  ['EXACT', ([a = null, b = null]) => toText(a) === toText(b)],
  ['LEFT', ([text = null, count = 1]) => slice(toText(text), () => 0, toNumber(count))],
  [
    'RIGHT',
    ([text = null, count = 1]) => slice(toText(text), (length, taken) => Math.max(0, length - taken), toNumber(count)),
  ],
  ['MID', mid],
  ['SEARCH', (values) => seek(values, (sought, text, from) => searchWildcard(parseWildcard(sought), text, from))],
  ['FIND', (values) => seek(values, findExactly)],
  ['SUBSTITUTE', substitute],
  ['TEXT', inFigures],
]);

/** A 0 for a figure, or words in quotation marks. */
const FIGURES = /0|"[^"]*"/gu;
const ONLY_FIGURES = /^(?:0|"[^"]*"){1,100}$/u;

/** TEXT of a whole number by a format of zeros and words (`0"万"0"仟"`): the one use made of it. Others fail. */
function inFigures([value = null, format = null]: readonly Scalar[]): string | Failed {
  const number = toNumber(value);
  const code = toText(format);
  if (number === Failed || number < 0 || number >= 1e15 || !ONLY_FIGURES.test(code)) return Failed;
  const pieces = code.match(FIGURES) ?? [];
  const places = pieces.filter((piece) => piece === '0').length;
  const figures = String(roundHalfUp(number, 0)).padStart(places, '0');
  // The first place takes all figures that there is no other for.
  let next = figures.length - places;
  let text = '';
  let isFirst = true;
  for (const piece of pieces) {
    if (piece !== '0') text += piece.slice(1, -1);
    else {
      text += isFirst ? figures.slice(0, next + 1) : (figures[next] ?? '');
      next++;
      isFirst = false;
    }
  }
  return text;
}

/** Adapts a function of numbers: arguments are coerced, and what is no number in the end is an error. */
function ofNumbers(calculate: (...numbers: [number, number, number]) => number | Failed): ScalarFunction {
  return (values) => {
    const numbers: [number, number, number] = [0, 0, 0];
    for (const [index, value] of values.entries()) {
      const number = toNumber(value);
      if (number === Failed) return Failed;
      numbers[index] = number;
    }
    const result = calculate(...numbers);
    if (result === Failed || !Number.isFinite(result)) return Failed;
    return result + 0;
  };
}

/** The remainder with the divisor's sign. */
function modulo(value: number, divisor: number): number | Failed {
  if (divisor === 0) return Failed;
  return add(value, -multiply(divisor, Math.floor(divide(value, divisor))));
}

function date(year: number, month: number, day: number): number | Failed {
  const whole = Math.trunc(year);
  if (whole < 0 || whole > 9999) return Failed;
  // Excel takes a year below 1900 as one after 1900.
  const serial = serialFromCivil(whole < 1900 ? whole + 1900 : whole, Math.trunc(month), Math.trunc(day));
  return serial >= 0 && serial <= LAST_SERIAL ? serial : Failed;
}

function datePart(serial: number, part: keyof CivilDate): number | Failed {
  return civilFromSerial(serial)?.[part] ?? Failed;
}

function negate(truth: boolean | Failed): boolean | Failed {
  return truth === Failed ? Failed : !truth;
}

/** Characters, not UTF-16 units: one for 𠮷, as Excel's present LEN, LEFT, MID and SEARCH count. */
function charactersOf(text: string): readonly string[] {
  return Array.from(text);
}

/** Most texts have none, and their characters are their units. */
const SURROGATE = /[\uD800-\uDFFF]/;

function lengthOf(text: string): number {
  return SURROGATE.test(text) ? charactersOf(text).length : text.length;
}

function slice(
  text: string,
  startOf: (length: number, taken: number) => number,
  count: number | Failed,
): string | Failed {
  if (count === Failed || count < 0) return Failed;
  const taken = Math.trunc(count);
  if (!SURROGATE.test(text)) {
    const start = startOf(text.length, taken);
    return text.slice(start, start + taken);
  }
  const characters = charactersOf(text);
  const start = startOf(characters.length, taken);
  return characters.slice(start, start + taken).join('');
}

function mid([text = null, from = null, count = null]: readonly Scalar[]): string | Failed {
  const start = toNumber(from);
  if (start === Failed || start < 1) return Failed;
  return slice(toText(text), () => Math.trunc(start) - 1, toNumber(count));
}

/** The place (from 1) of one text in another, from a place on. */
function seek(
  [sought = null, within = null, from = 1]: readonly Scalar[],
  find: (sought: string, text: string, from: number) => number | undefined,
): number | Failed {
  const text = toText(within);
  const start = toNumber(from);
  if (start === Failed || start < 1 || start > lengthOf(text) + 1) return Failed;
  const place = find(toText(sought), text, Math.trunc(start) - 1);
  return place === undefined ? Failed : place + 1;
}

function findExactly(sought: string, text: string, from: number): number | undefined {
  const skipped = charactersOf(text).slice(0, from).join('').length;
  const place = text.indexOf(sought, skipped);
  return place < 0 ? undefined : lengthOf(text.slice(0, place));
}

function substitute([value = null, from = null, to = null, nth]: readonly Scalar[]): string | Failed {
  const [text, old, replacement] = [toText(value), toText(from), toText(to)];
  const which = nth === undefined ? undefined : toNumber(nth);
  if (which === Failed || (which !== undefined && which < 1)) return Failed;
  if (old === '') return text;
  const pieces = text.split(old);
  if (which !== undefined) {
    const at = Math.trunc(which);
    if (at >= pieces.length) return text;
    return limited(`${pieces.slice(0, at).join(old)}${replacement}${pieces.slice(at).join(old)}`);
  }
  const length = text.length + (pieces.length - 1) * (replacement.length - old.length);
  return length > LONGEST_TEXT ? Failed : pieces.join(replacement);
}

function limited(text: string): string | Failed {
  return text.length > LONGEST_TEXT ? Failed : text;
}
