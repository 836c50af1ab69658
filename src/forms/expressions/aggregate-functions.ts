import type { Scalar } from '../reading.ts';
import { toNumber, toTruth } from './coercion.ts';
import { divide, multiply, Sum } from './decimal.ts';
import type { Node } from './expression.ts';
import { elementsIn, Failed, isSeries, outcomesIn, Unknown } from './outcome.ts';
import type { Outcome, Value } from './outcome.ts';
import type { Run } from './scope.ts';

/** An argument as it was evaluated, and the node it came from: references are treated differently from values. */
export interface Argument {
  readonly value: Value;
  readonly node: Node;
}

/** A function that makes one value of many. */
export type AggregateFunction = (given: readonly Argument[], run: Run) => Outcome;

/** By name in capitals. */
export const AGGREGATE_FUNCTIONS: ReadonlyMap<string, AggregateFunction> = new Map<string, AggregateFunction>([
  ['SUM', sum],
  ['AVERAGE', average],
  ['COUNT', count],
  ['MIN', (given, run) => extreme(given, run, (a, b) => a < b)],
  ['MAX', (given, run) => extreme(given, run, (a, b) => a > b)],
  ['COUNTA', countPresent],
  ['COUNTBLANK', countBlank],
  ['SUMPRODUCT', sumProduct],
  ['AND', (given, run) => decide(given, run, false)],
  ['OR', (given, run) => decide(given, run, true)],
]);

/** A reason to have no result; `undefined` when all is well. */
type Trouble = Unknown | Failed | undefined;

/**
 * Visits all known values; unreadable ones are left out and counted, or end the visit.
 * `isDirect`: written as a value rather than read from a cell, so that text in it counts as the number it says.
 */
function visitKnown(
  given: readonly Argument[],
  run: Run,
  visit: (value: Scalar, isDirect: boolean) => Trouble,
): Trouble {
  for (const { value, node } of given) {
    const isDirect = !isSeries(value) && !isReference(node);
    let row = -1;
    for (const element of outcomesIn(value)) {
      row++;
      if (element === Unknown) {
        if (run.skips === undefined) return Unknown;
        skip(run, value, node, row);
        continue;
      }
      const trouble = element === Failed ? Failed : visit(element, isDirect);
      if (trouble !== undefined) return trouble;
    }
  }
  return undefined;
}

/** Notes an unreadable value as left out. */
export function skip(run: Run, value: Value, node: Node, row: number): void {
  if (isSeries(value) && value.table !== null) run.skips?.addRow(value.table, row);
  else run.skips?.addValue(node);
}

function isReference(node: Node): boolean {
  return node.kind === 'cell' || node.kind === 'field';
}

/** Numbers as SUM sees them: cells only if they hold a number, values also if they can be taken for one. */
function visitNumbers(given: readonly Argument[], run: Run, visit: (value: number) => void): Trouble {
  return visitKnown(given, run, (value, isDirect) => {
    if (typeof value === 'number') visit(value);
    else if (isDirect) {
      const number = toNumber(value);
      if (number === Failed) return Failed;
      visit(number);
    }
    return undefined;
  });
}

function sum(given: readonly Argument[], run: Run): Outcome {
  const total = new Sum();
  return visitNumbers(given, run, (value) => total.add(value)) ?? finite(total.total);
}

function average(given: readonly Argument[], run: Run): Outcome {
  const total = new Sum();
  let numbers = 0;
  const trouble = visitNumbers(given, run, (value) => {
    total.add(value);
    numbers++;
  });
  return trouble ?? finite(divide(total.total, numbers));
}

function extreme(given: readonly Argument[], run: Run, isBetter: (a: number, b: number) => boolean): Outcome {
  let best: number | undefined;
  const trouble = visitNumbers(given, run, (value) => {
    if (best === undefined || isBetter(value, best)) best = value;
  });
  return trouble ?? best ?? 0;
}

/** Leaves errors out, where the others fail. */
function count(given: readonly Argument[], run: Run): Outcome {
  let numbers = 0;
  for (const argument of given) {
    // One by one, so that an error ends its own argument only.
    const trouble = visitKnown([argument], run, (value, isDirect) => {
      if (typeof value === 'number' || (isDirect && toNumber(value) !== Failed)) numbers++;
      return undefined;
    });
    if (trouble === Unknown) return Unknown;
  }
  return numbers;
}

/** A value nobody can read is still one. */
function countPresent(given: readonly Argument[]): Outcome {
  let present = 0;
  for (const { value, node } of given) {
    if (!isSeries(value)) present += value === null && isReference(node) ? 0 : 1;
    else for (const element of value.values) if (element !== null) present++;
  }
  return present;
}

function countBlank(given: readonly Argument[]): Outcome {
  let blank = 0;
  for (const { value } of given) {
    for (const element of outcomesIn(value)) if (element === null || element === '') blank++;
  }
  return blank;
}

function sumProduct(given: readonly Argument[], run: Run): Outcome {
  const factors = given.map(({ value }) => elementsIn(value));
  const rows = factors[0]?.length ?? 0;
  if (factors.some((factor) => factor.length !== rows)) return Failed;
  const total = new Sum();
  for (let row = 0; row < rows; row++) {
    const product = productOf(factors, row);
    if (product === Failed || (product === Unknown && run.skips === undefined)) return product;
    if (product !== Unknown) total.add(product);
    else for (const { value, node } of given) skipIfUnknown(run, value, node, row);
  }
  return finite(total.total);
}

/** What is no number counts as 0 in a product. */
function productOf(factors: readonly (readonly Outcome[])[], row: number): number | Unknown | Failed {
  let product = 1;
  let isUnknown = false;
  for (const factor of factors) {
    const value = factor[row] ?? null;
    if (value === Failed) return Failed;
    if (value === Unknown) isUnknown = true;
    else product = multiply(product, typeof value === 'number' ? value : 0);
  }
  return isUnknown ? Unknown : product;
}

function skipIfUnknown(run: Run, value: Value, node: Node, row: number): void {
  if (elementsIn(value)[row] === Unknown) skip(run, value, node, row);
}

/**
 * AND (`decisive` false) and OR (`decisive` true): one decisive value settles it, whatever the unreadable ones may be.
 * Text and blanks in cells count for neither.
 */
function decide(given: readonly Argument[], run: Run, decisive: boolean): Outcome {
  let isSettled = false;
  let isUnknown = false;
  let truths = 0;
  for (const { value, node } of given) {
    const isDirect = !isSeries(value) && !isReference(node);
    let row = -1;
    for (const element of outcomesIn(value)) {
      row++;
      if (element === Failed) return Failed;
      if (element === Unknown) {
        // Of a column's values one may be left out; a condition of its own may not.
        if (isSeries(value) && run.skips !== undefined) skip(run, value, node, row);
        else isUnknown = true;
        continue;
      }
      if (!isDirect && (element === null || typeof element === 'string')) continue;
      const truth = toTruth(element);
      if (truth === Failed) return Failed;
      truths++;
      if (truth === decisive) isSettled = true;
    }
  }
  if (isSettled) return decisive;
  if (isUnknown) return Unknown;
  return truths === 0 ? Failed : !decisive;
}

function finite(value: number): number | Failed {
  return Number.isFinite(value) ? value + 0 : Failed;
}
