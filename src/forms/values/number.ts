import type { Cell } from '../../sheets/grid.ts';
import type { MoneyUnit, ValueType } from '../form.ts';
import { tidy } from '../fold.ts';
import type { Reader, Reading, ReadingContext, Remark } from '../reading.ts';
import { civilFromSerial, isoDate } from './calendar.ts';
import { amountInText } from './amount-in-text.ts';
import { remark } from './cases.ts';
import { isDateFormat, showsAtMost, showsUnit } from './number-format.ts';
import { decimalOf, decimalsOf, decimalText, shift, significant, toNumber, type Decimal } from './decimal.ts';
import { isMoneyWord, readNumeral, type Numeral } from './numeral.ts';
import { blank, read, textOf, unreadable, withoutValue } from './outcomes.ts';

type CountType = Extract<ValueType, { readonly kind: 'integer' | 'number' }>;
type MoneyType = Extract<ValueType, { readonly kind: 'money' }>;

/** Powers of ten of 元. */
const MONEY_POWERS: Readonly<Record<MoneyUnit, number>> = { 元: 0, 万元: 4, 亿元: 8 };
const MONEY_UNITS: readonly string[] = [];
/** From here on a number cell cannot keep every whole number's digits as Excel shows them (15). */
const FIRST_LOSSY = 1e15;
const TOLERANCE = 1e-9;
const ANY_DECIMALS = Infinity;
const NO_REMARKS: readonly Remark[] = [];

/** What the two kinds of numbers have in common, once the number is known in the unit of the column. */
interface Measure {
  /** The heading's unit; `''` for counts. */
  readonly writtenUnit: MoneyUnit | '';
  /** The type's own unit, in which the value is. */
  readonly unit: MoneyUnit | '';
  /** value = written × 10^powers. */
  readonly powers: number;
  readonly whole: boolean;
  /** Most decimals of the number as written; `undefined`: any. */
  readonly decimals?: number;
  /** Neither the form nor the cell's format shows the unit: one that is written stays, or nobody knows it. */
  readonly keepsUnit: boolean;
}

/** Whole numbers and numbers, with the units that may stand behind them. The value is the number. */
export const readCount: Reader<CountType> = (cell, type, context) => {
  const measure: Measure = {
    writtenUnit: '',
    unit: '',
    powers: 0,
    whole: type.kind === 'integer',
    keepsUnit: type.unitInCell === true,
  };
  return readQuantity(cell, type, measure, context, type.units);
};

/**
 * Amounts of money. The value is in the type's unit; the cell itself is in the unit of its heading
 * ({@link ReadingContext.unit}), and so is what should be written there. Decimals are counted in 元: with 2 a 万元
 * amount may have six, for 550元 in such a column is 0.055.
 */
export const readMoney: Reader<MoneyType> = (cell, type, context) => {
  const writtenUnit = context.unit ?? type.unit;
  const measure: Measure = {
    writtenUnit,
    unit: type.unit,
    powers: MONEY_POWERS[writtenUnit] - MONEY_POWERS[type.unit],
    whole: false,
    decimals: type.decimals + MONEY_POWERS[writtenUnit],
    keepsUnit: context.unit === undefined && !showsUnit(cell.format, writtenUnit),
  };
  return type.inText
    ? readInText(cell, type, measure, context)
    : readQuantity(cell, type, measure, context, MONEY_UNITS);
};

/** A number in 万元 from here on is more likely one in 元 whose unit nobody has said. */
const FIRST_DOUBTFUL = 100_000;
const SAYS_UNIT = /[元圆万亿¥￥]|rmb|cny/iu;

/** An amount with words around it. The unit stands with it: 298.5万元 needs no tidying. */
function readInText(cell: Cell, type: MoneyType, measure: Measure, context: ReadingContext): Reading {
  const alone = readQuantity(cell, type, measure, context, MONEY_UNITS);
  const { text, value } = alone;
  if (alone.state === 'blank' || typeof cell.value === 'object' || typeof cell.value === 'boolean') return alone;
  if (typeof value === 'number') {
    const isBare = typeof cell.value === 'number' || !SAYS_UNIT.test(text);
    if (isBare && context.unit === undefined && measure.unit === '万元' && value >= FIRST_DOUBTFUL) {
      const readings = [`${decimalText(shift(decimalOf(value), -4))}万元`, `${decimalText(decimalOf(value))}万元`];
      return unreadable(cell.value, text, [remark('ambiguous-number', { text, readings })]);
    }
    return { ...alone, remarks: alone.remarks.filter(({ severity }) => severity !== 'info') };
  }
  if (typeof cell.value === 'number') return alone;
  const said = amountInText(text);
  if (said.kind === 'none') {
    const isDoubtful = alone.remarks.some(({ severity }) => severity === 'warning');
    return isDoubtful ? alone : unreadable(cell.value, text, [remark('no-amount-in-text', { text })]);
  }
  if (said.kind === 'unclear') return unreadable(cell.value, text, [remark('no-total-in-text', { text })]);
  return judged(
    cell.value,
    text,
    shift(decimalOf(said.yuan), -MONEY_POWERS[type.unit]),
    type,
    { ...measure, powers: 0 },
    [],
  );
}

function readQuantity(
  cell: Cell,
  type: CountType | MoneyType,
  measure: Measure,
  context: ReadingContext,
  units: readonly string[],
): Reading {
  const early = withoutValue(cell);
  if (early) return early;
  if (typeof cell.value === 'number') return readNumber(cell, cell.value, type, measure);
  const text = textOf(cell.value);
  if (typeof cell.value !== 'string') return unreadable(cell.value, text, [remark('not-a-number', { text })]);
  if (isUnitAlone(text, type)) return blank(cell.value, text);
  const sum = type.kind === 'integer' ? addedIn(text, units) : undefined;
  if (sum)
    return judged(cell.value, text, decimalOf(sum.sum), type, measure, [remark('numbers-added', { text, ...sum })]);
  const counted = withoutBefore(text, type);
  const numeral = readNumeral(counted, units);
  switch (numeral.kind) {
    case 'none':
      return unreadable(cell.value, text, [remark('not-a-number', { text })]);
    case 'unclear':
      return unreadable(cell.value, text, [remark('number-unclear', { text })]);
    case 'spaced':
      return unreadable(cell.value, text, [remark('number-with-blanks', { text, normal: numeral.reading })]);
    case 'ambiguous':
      return unreadable(cell.value, text, [remark('ambiguous-number', { text, readings: numeral.readings })]);
    case 'number': {
      const isWhole = counted === text;
      const kept = {
        ...numeral,
        decimal: significant(numeral.decimal),
        plain: numeral.plain && isWhole,
        saysMore: numeral.saysMore || !isWhole,
      };
      return type.kind === 'money'
        ? moneyOf(cell.value, text, kept, type, measure, context)
        : countOf(cell.value, text, kept, type, measure, context);
    }
  }
}

const LONGEST_LIST = 100;
/** Words and a count with its unit: 公网IP 2个. */
const COUNTED = /^(?:\p{Script=Han}|[A-Za-z])[^\d、，,;；+]{0,20}?\s*(\d{1,6})\s*(\p{Script=Han})$/u;

/** Counts of several kinds in one cell, each with its word and a unit of the column, added up: 公网IP 2个，内网IP 3个. */
function addedIn(text: string, units: readonly string[]): { numbers: string[]; sum: number } | undefined {
  if (text.length > LONGEST_LIST || !/[、，,;；+\n]/u.test(text)) return undefined;
  const parts = text.split(/[、，,;；+\n]/u).map((part) => COUNTED.exec(part.normalize('NFKC').trim()));
  const numbers = parts.flatMap((part) => (part && units.includes(part[2] ?? '') ? [part[1] ?? ''] : []));
  // A part with 共 before its number is the sum itself, or nobody knows of what.
  if (numbers.length < 2 || numbers.length < parts.length || /[共总合]/u.test(text)) return undefined;
  return { numbers, sum: numbers.reduce((sum, number) => sum + Number(number), 0) };
}

/** The text without a word that the column lets stand before the number (独享50M). */
function withoutBefore(text: string, type: CountType | MoneyType): string {
  const word = type.kind === 'money' ? undefined : type.before?.find((each) => text.startsWith(each));
  return word === undefined ? text : text.slice(word.length).replace(/^[\s:：]+/u, '');
}

/** A number with a unit of another size, in the column's own: 16384MB in a column of GB is 16. */
function converted(decimal: Decimal, unit: string, { conversions = [] }: CountType): Decimal {
  const times = conversions.find((other) => other.unit.toLowerCase() === unit)?.times;
  // Fifteen digits are what a cell keeps; more would only be what is left of a binary fraction.
  return times === undefined ? decimal : decimalOf(Number((toNumber(decimal) * times).toPrecision(15)));
}

type FoundNumeral = Extract<Numeral, { readonly kind: 'number' }>;

function readNumber(cell: Cell, value: number, type: CountType | MoneyType, measure: Measure): Reading {
  const text = textOf(value);
  if (!Number.isFinite(value)) return unreadable(value, text, [remark('not-a-number', { text })]);
  if (Math.abs(value) >= FIRST_LOSSY) return unreadable(value, text, [remark('digits-lost', { text })]);
  const remarks: Remark[] = [];
  if (cell.format !== 'General' && isDateFormat(cell.format)) {
    const date = civilFromSerial(value);
    if (date) remarks.push(remark('number-shown-as-date', { shown: isoDate(date), value }));
  }
  // A result (=100/3) shown as 33.33 is right for everyone who looks at it; a number entered so is not.
  const isResult = cell.formula !== undefined;
  const isShownRounded = type.kind === 'money' && isResult && showsAtMost(cell.format, measure.decimals ?? 0);
  const judgedBy = isShownRounded ? { ...measure, decimals: ANY_DECIMALS } : measure;
  return judged(cell.value, text, decimalOf(value), type, judgedBy, remarks);
}

function countOf(
  raw: string,
  text: string,
  numeral: FoundNumeral,
  type: CountType,
  measure: Measure,
  context: ReadingContext,
): Reading {
  const { unit } = numeral;
  const decimal = converted(shift(numeral.decimal, numeral.powers), unit, type);
  const known = type.units.find((one) => one.toLowerCase() === unit);
  if (unit !== '' && known === undefined) {
    // 10箱 where 台 is asked is still ten of something; 12kg or 详见附件 is no count at all.
    if (!/^\p{Script=Han}{1,2}$/u.test(unit)) return unreadable(raw, text, [remark('not-a-number', { text })]);
    const unknown = remark('unknown-unit', { text, unit, units: type.units });
    return judged(raw, text, decimal, type, measure, [unknown]);
  }
  return judged(
    raw,
    text,
    decimal,
    type,
    measure,
    tidied(text, { ...numeral, unit: known ?? unit }, decimal, measure, context),
  );
}

function moneyOf(
  raw: string,
  text: string,
  numeral: FoundNumeral,
  type: MoneyType,
  measure: Measure,
  context: ReadingContext,
): Reading {
  const { unit, saysWan, saysThousands } = numeral;
  const writtenUnit = measure.writtenUnit === '' ? type.unit : measure.writtenUnit;
  if (unit !== '' && !isMoneyWord(unit)) {
    return /^\p{Script=Han}{1,2}$/u.test(unit)
      ? unreadable(raw, text, [remark('unknown-unit', { text, unit, units: [writtenUnit] })])
      : unreadable(raw, text, [remark('not-a-number', { text })]);
  }
  const spoken = shift(numeral.decimal, numeral.powers);
  const headingPowers = MONEY_POWERS[writtenUnit];
  const fromYuan = shift(spoken, -headingPowers);
  const saysYuan = unit !== '' && !/^[/每]/u.test(unit);
  // 2千 in a 万元 column: 2000 元 or 2000 万元? ¥500: 500 元, or only the sign of money?
  const isDoubtful = saysThousands || (numeral.currency && !saysWan && toNumber(fromYuan) < 1);
  if (isDoubtful && !saysYuan && headingPowers > 0) {
    const readings = [decimalText(fromYuan), decimalText(spoken)];
    return unreadable(raw, text, [remark('ambiguous-number', { text, readings })]);
  }
  const inYuan = saysYuan || saysWan || saysThousands || numeral.currency;
  const written = inYuan ? fromYuan : spoken;
  return judged(raw, text, written, type, measure, tidied(text, numeral, written, measure, context));
}

/** The tidy spelling of a number that is right: in the cell's own unit; a conversion is for somebody to confirm. */
function tidied(
  text: string,
  numeral: FoundNumeral,
  written: Decimal,
  { writtenUnit: unit, keepsUnit }: Measure,
  context: ReadingContext,
): readonly Remark[] {
  const normal = toNumber(written);
  if (numeral.plain) return context.textOnly === true ? [] : [remark('number-as-text', { text, normal }, { normal })];
  const isSame = numeral.decimal.digits === written.digits && numeral.decimal.scale === written.scale;
  const saysUnit = numeral.unit !== '' || numeral.saysWan || numeral.saysThousands || numeral.currency;
  if (keepsUnit && saysUnit && (isSame || unit === '')) {
    if (/\d/u.test(text.normalize('NFKC'))) return NO_REMARKS;
    const figures = `${String(normal)}${unit === '' ? numeral.unit : unit}`;
    return [remark('number-tidied', { text, normal: figures }, numeral.saysMore ? {} : { normal: figures })];
  }
  return isSame
    ? [remark('number-tidied', { text, normal }, numeral.saysMore ? {} : { normal })]
    : [remark('unit-converted', { text, normal, unit })];
}

/** The value, and what its type forbids; a value that is wrong needs no tidying first. */
function judged(
  raw: Reading['raw'],
  text: string,
  exact: Decimal,
  type: CountType | MoneyType,
  measure: Measure,
  remarks: readonly Remark[],
): Reading {
  const { decimals, whole, unit } = measure;
  const places = whole ? 0 : decimals;
  const written = places === undefined ? exact : withoutNoise(exact, places);
  const value = toNumber(shift(written, measure.powers));
  if (Math.abs(toNumber(written)) >= FIRST_LOSSY) return unreadable(raw, text, [remark('not-a-number', { text })]);
  const wrong = (problem: Remark): Reading => read(raw, text, value, [problem]);
  if (places !== undefined && decimalsOf(written) > places) {
    if (whole) return wrong(remark('not-whole', { text }));
    return wrong(
      remark('too-many-decimals', { text, decimals: type.kind === 'money' ? type.decimals : places, unit: '元' }),
    );
  }
  if (type.min !== undefined && value < type.min) return wrong(remark('below-minimum', { text, min: type.min, unit }));
  if (type.max !== undefined && value > type.max) return wrong(remark('above-maximum', { text, max: type.max, unit }));
  return read(raw, text, value, remarks);
}

/** Rounds away what a sum of binary fractions leaves behind (12.0000000001), and nothing else. */
function withoutNoise(decimal: Decimal, places: number): Decimal {
  if (decimalsOf(decimal) <= places) return decimal;
  const value = toNumber(decimal);
  const rounded = Number(value.toFixed(Math.min(places, 20)));
  return Math.abs(value - rounded) < TOLERANCE ? decimalOf(rounded) : decimal;
}

/** A unit printed on the blank form with nothing before it. */
function isUnitAlone(text: string, type: CountType | MoneyType): boolean {
  const bare = tidy(text.replace(/^[_＿\s¥￥]+/u, ''));
  if (bare === '') return true;
  return type.kind === 'money' ? /^(?:[万亿]?元)$/u.test(bare) : type.units.includes(bare);
}
