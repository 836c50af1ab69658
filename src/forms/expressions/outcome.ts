import type { Scalar } from '../reading.ts';

/** The result of an expression that leans on a cell nobody could read; it yields no finding, the cell itself has one. */
export const Unknown: unique symbol = Symbol('unknown');
export type Unknown = typeof Unknown;

/** The result of an operation Excel answers with an error value (#VALUE!, #DIV/0!, #N/A, #NUM!); {@link Unknown} outside the evaluator. */
export const Failed: unique symbol = Symbol('failed');
export type Failed = typeof Failed;

/** What one value inside an expression can be. */
export type Outcome = Scalar | Unknown | Failed;

/** Several values: a whole column, an array constant, or what came of computing with them. */
export interface Series {
  /** The table whose rows these are; `null` for an array constant. */
  readonly table: string | null;
  readonly values: Iterable<Outcome>;
}

export type Value = Outcome | Series;

export function isSeries(value: Value): value is Series {
  return typeof value === 'object' && value !== null;
}

export function isScalar(outcome: Outcome): outcome is Scalar {
  return outcome !== Unknown && outcome !== Failed;
}

/** All values of a value: a series' own, or the one. */
export function outcomesIn(value: Value): Iterable<Outcome> {
  return isSeries(value) ? value.values : [value];
}

/** The same as an array; a column's iterable is walked once. */
export function elementsIn(value: Value): readonly Outcome[] {
  if (!isSeries(value)) return [value];
  return isArray(value.values) ? value.values : Array.from(value.values);
}

/** Array.isArray forgets what a readonly array holds. */
function isArray(values: Iterable<Outcome>): values is readonly Outcome[] {
  return Array.isArray(values);
}
