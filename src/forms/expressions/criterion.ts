import type { Scalar } from '../reading.ts';
import { compare, foldCase, numberFromText } from './coercion.ts';
import type { Comparison } from './coercion.ts';
import { isSameNumber, toFifteenDigits } from './decimal.ts';
import { matchesWildcard, parseWildcard } from './wildcard.ts';

/** Whether a cell meets the condition of COUNTIF or SUMIF. */
export type Criterion = (value: Scalar) => boolean;

/** `>=5`, `<>不予共享`, `无条件*`, a number; as Excel reads the second argument of COUNTIF. */
export function parseCriterion(criterion: Scalar): Criterion {
  if (typeof criterion !== 'string') return equals(criterion ?? 0);
  const operator = operatorOf(criterion);
  if (operator === undefined) return criterion === '' ? isEmptyOrText : equals(fromText(criterion));
  const rest = criterion.slice(operator.length);
  if (rest === '' && (operator === '=' || operator === '<>')) {
    return (value) => (value === null) === (operator === '=');
  }
  const operand = fromText(rest);
  if (operator === '=') return equals(operand);
  if (operator === '<>') {
    const isEqual = equals(operand);
    return (value) => !isEqual(value);
  }
  // Only values of the operand's own kind are ordered: ">5" never counts a text or a blank.
  return (value) => typeof value === typeof operand && compare(operator, value, operand);
}

/**
 * What two values must share to be the same for COUNTIF: used where the criterion is a cell's own content, which means that
 * value and no pattern (a `*` or `>` somebody typed is no wildcard), and which can be looked up instead of searched.
 */
export function keyOf(value: Scalar): string {
  if (value === null || value === '') return 'blank';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const number = typeof value === 'number' ? value : numberFromText(value);
  return number === undefined ? `text ${foldCase(String(value))}` : `number ${String(toFifteenDigits(number) + 0)}`;
}

/** The key a criterion looks for; a blank one counts as 0, as in COUNTIF. */
export function keyOfCriterion(criterion: Scalar): string {
  return keyOf(criterion ?? 0);
}

/** Texts that are numbers count as these, as in COUNTIF. */
function equals(operand: number | string | boolean): Criterion {
  if (typeof operand === 'boolean') return (value) => value === operand;
  if (typeof operand === 'number') {
    return (value) => {
      const number = typeof value === 'string' ? numberFromText(value) : value;
      return typeof number === 'number' && isSameNumber(number, operand);
    };
  }
  const wildcard = parseWildcard(operand);
  return (value) => typeof value === 'string' && matchesWildcard(wildcard, value);
}

function isEmptyOrText(value: Scalar): boolean {
  return value === null || value === '';
}

function fromText(text: string): number | string | boolean {
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return upper === 'TRUE';
  return numberFromText(text) ?? text;
}

function operatorOf(text: string): Comparison | undefined {
  const operators: readonly Comparison[] = ['>=', '<=', '<>', '=', '>', '<'];
  return operators.find((operator) => text.startsWith(operator));
}
