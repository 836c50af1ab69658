import type { Scalar } from '../reading.ts';
import type { BinaryOperator } from './expression.ts';
import { isSameNumber, toFifteenDigits } from './decimal.ts';
import { Failed } from './outcome.ts';

const NUMBER_TEXT = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d{1,3})?%?$/;

/** A number as Excel's arithmetic takes it: blank is 0, TRUE is 1, text that is a number counts as one. */
export function toNumber(value: Scalar): number | Failed {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return numberFromText(value) ?? Failed;
}

/** The number a text says (`1,234.5`, `5%`, `1e3`), `undefined` for any other text and for the empty one. */
export function numberFromText(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed.length > 40 || !NUMBER_TEXT.test(trimmed) || !/^[+-]?\.?\d/.test(trimmed)) return undefined;
  const isPercent = trimmed.endsWith('%');
  const number = Number((isPercent ? trimmed.slice(0, -1) : trimmed).replaceAll(',', ''));
  if (!Number.isFinite(number)) return undefined;
  return isPercent ? toFifteenDigits(number / 100) : number;
}

/** Text as Excel joins it: blank is empty, numbers in the General format. */
export function toText(value: Scalar): string {
  if (typeof value === 'string') return value;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return textFromNumber(value);
}

/** A truth as IF takes it: any number but 0, and the words TRUE and FALSE. */
export function toTruth(value: Scalar): boolean | Failed {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (typeof value === 'number') return value !== 0;
  const upper = value.toUpperCase();
  return upper === 'TRUE' ? true : upper === 'FALSE' ? false : Failed;
}

export type Comparison = Extract<BinaryOperator, '=' | '<>' | '<' | '<=' | '>' | '>='>;

/** Compares as Excel does: numbers below texts below truths, text without regard to case, a blank as the other side's nothing. */
export function compare(operator: Comparison, left: Scalar, right: Scalar): boolean {
  const order = orderOf(left ?? nothingLike(right), right ?? nothingLike(left));
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Text for comparing without regard to case. */
export function foldCase(text: string): string {
  return text.toLowerCase();
}

type Present = number | string | boolean;

function nothingLike(other: Scalar): Present {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}

function orderOf(left: Present, right: Present): number {
  if (left === right) return 0;
  if (typeof left === 'number' && typeof right === 'number') return isSameNumber(left, right) ? 0 : left - right;
  if (typeof left === 'string' && typeof right === 'string') {
    const [a, b] = [foldCase(left), foldCase(right)];
    return a === b ? 0 : a < b ? -1 : 1;
  }
  return rankOf(left) - rankOf(right) || Number(left) - Number(right);
}

function rankOf(value: Present): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

/** Excel's General format as text has it: 15 digits, an exponent from 1E+15 up and below 0.0001. */
function textFromNumber(value: number): string {
  const number = toFifteenDigits(value);
  const magnitude = Math.abs(number);
  if (magnitude === 0 || (magnitude >= 1e-4 && magnitude < 1e15)) return String(number + 0);
  const [mantissa = '', exponent = ''] = number.toExponential().split('e');
  return `${mantissa}E${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, '0')}`;
}
