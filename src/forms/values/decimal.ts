/**
 * A number by its decimal digits: `digits` × 10^-`scale`. Units are powers of ten, so moving the point is all the
 * arithmetic that reading needs, and 0.55 万 is 5500 exactly.
 */
export interface Decimal {
  readonly negative: boolean;
  /** Digits only, at least one, without leading zeros (`0` itself excepted). */
  readonly digits: string;
  /** How many of the digits stand behind the point; negative for zeros to be added. */
  readonly scale: number;
}

const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/iu;
/** What Excel keeps and shows of a number; digits beyond are noise of binary fractions. */
const SIGNIFICANT = 15;

/** Reads `1`, `-0.5`, `.5`, `5.`, `1e-7`; `undefined` for anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = PLAIN.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return undefined;
  const digits = (whole + fraction).replace(/^0+(?=\d)/u, '');
  return trimmed({ negative: sign === '-' && digits !== '0', digits, scale: fraction.length - Number(exponent) });
}

/** A finite number's decimal digits, without the noise of binary fractions. */
export function decimalOf(value: number): Decimal {
  const text = Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(SIGNIFICANT)));
  return parseDecimal(text) ?? { negative: false, digits: '0', scale: 0 };
}

/** The digits that a cell can keep as a number. */
export function significant(decimal: Decimal): Decimal {
  return decimal.digits.length <= SIGNIFICANT ? decimal : decimalOf(toNumber(decimal));
}

/** Times 10^powers. */
export function shift(decimal: Decimal, powers: number): Decimal {
  return powers === 0 ? decimal : trimmed({ ...decimal, scale: decimal.scale - powers });
}

/** How many digits stand behind the point. */
export function decimalsOf(decimal: Decimal): number {
  return Math.max(decimal.scale, 0);
}

export function toNumber(decimal: Decimal): number {
  return Number(`${decimal.negative ? '-' : ''}${decimal.digits}e${String(-decimal.scale)}`);
}

/** Without exponent: `0.055`, `-1200`. */
export function decimalText(decimal: Decimal): string {
  const { negative, digits, scale } = decimal;
  const sign = negative ? '-' : '';
  if (scale <= 0) return sign + digits + '0'.repeat(Math.min(-scale, 400));
  const padded = digits.padStart(scale + 1, '0');
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

/** Without zeros at the end of the fraction. */
function trimmed(decimal: Decimal): Decimal {
  let { digits, scale } = decimal;
  while (scale > 0 && digits.length > 1 && digits.endsWith('0')) {
    digits = digits.slice(0, -1);
    scale--;
  }
  if (/^0*$/u.test(digits)) return { negative: false, digits: '0', scale: 0 };
  return { negative: decimal.negative, digits, scale };
}
