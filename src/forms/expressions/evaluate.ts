import type { Scalar } from '../reading.ts';
import { AGGREGATE_FUNCTIONS } from './aggregate-functions.ts';
import type { AggregateFunction } from './aggregate-functions.ts';
import { compare, toNumber, toText, toTruth } from './coercion.ts';
import { add, divide, multiply, power } from './decimal.ts';
import type { BinaryOperator, Expression, Node } from './expression.ts';
import { lift } from './lift.ts';
import { Failed, isScalar, isSeries, Unknown } from './outcome.ts';
import type { Outcome, Series, Value } from './outcome.ts';
import { LONGEST_TEXT, SCALAR_FUNCTIONS } from './scalar-functions.ts';
import type { ScalarFunction } from './scalar-functions.ts';
import { Skips } from './scope.ts';
import type { Run, Scope } from './scope.ts';
import { compileSearch } from './search-functions.ts';

export { Unknown } from './outcome.ts';
export { Memory } from './scope.ts';
export type { Scope } from './scope.ts';

type Evaluate = (run: Run) => Value;

const compiled = new WeakMap<Node, Evaluate>();

/**
 * Makes a function of an expression; the same tree is compiled once. Its result is {@link Unknown} when it leans on a
 * value nobody could read, or where Excel would answer with an error value (1/0, a number in words, nothing found).
 */
export function compileExpression(expression: Expression): (scope: Scope) => Scalar | Unknown {
  const evaluate = compileOnce(expression.tree);
  return (scope) => settle(evaluate({ scope }));
}

/** A figure: unreadable values are left out of sums and counts, and `skipped` says how many rows (or single values) that were. */
export function evaluateFigure(
  expression: Expression,
  scope: Scope,
): { readonly value: Scalar | Unknown; readonly skipped: number } {
  const skips = new Skips();
  const value = settle(compileOnce(expression.tree)({ scope, skips }));
  return { value, skipped: skips.count };
}

function compileOnce(tree: Node): Evaluate {
  const known = compiled.get(tree);
  if (known !== undefined) return known;
  const evaluate = compile(tree);
  compiled.set(tree, evaluate);
  return evaluate;
}

function settle(value: Value): Scalar | Unknown {
  return isSeries(value) || value === Failed ? Unknown : value;
}

function compile(node: Node): Evaluate {
  switch (node.kind) {
    case 'constant':
      return () => node.value;
    case 'array': {
      const series = { table: null, values: node.values };
      return () => series;
    }
    case 'cell':
      return ({ scope }) => scope.cell(node.column);
    case 'field':
      return ({ scope }) => scope.field(node.field);
    case 'column':
      return ({ scope }) => ({ table: node.table, values: scope.column(node.table, node.column) });
    case 'table':
      // ROWS is the only place for it, and counts without evaluating it.
      return () => Failed;
    case 'unary': {
      const operand = compile(node.operand);
      const apply = lift(strict(UNARY[node.operator]));
      return (run) => apply([operand(run)]);
    }
    case 'binary': {
      const left = compile(node.left);
      const right = compile(node.right);
      const operate = BINARY[node.operator];
      const apply = lift(strict(([a = null, b = null]) => operate(a, b)));
      return (run) => {
        const a = left(run);
        const b = right(run);
        if (isKnown(a)) {
          if (isKnown(b)) return operate(a, b);
          // One value beside a list of them, as in [@列]={"甲","乙"}: the same as below, without its lists of lists.
          if (isSeries(b)) return eachOf(b, (value) => operate(a, value));
        }
        return apply([a, b]);
      };
    }
    case 'call':
      return remembered(node, compileCall(node));
  }
}

type Call = Extract<Node, { kind: 'call' }>;

function compileCall(node: Call): Evaluate {
  const [first, second] = node.arguments;
  if (node.name === 'ROWS' && (first?.kind === 'table' || first?.kind === 'column')) {
    return ({ scope }) => scope.rows(first.table);
  }
  const given = node.arguments.map((argument) => compile(argument));
  const aggregate = AGGREGATE_FUNCTIONS.get(node.name);
  if (aggregate !== undefined) return compileAggregate(node, aggregate, given);
  const search = compileSearch(node, given);
  if (search !== undefined) return search;
  if (node.name === 'IF' || node.name === 'IFS') return compileChoice(given, node.name === 'IF' ? false : Failed);
  const scalar = SCALAR_FUNCTIONS.get(node.name);
  const apply = lift(scalar === undefined ? lenient(node.name) : strict(scalar));
  if (second === undefined) {
    const [only = (): Value => Failed] = given;
    return (run) => apply([only(run)]);
  }
  return (run) => apply(given.map((evaluate) => evaluate(run)));
}

function compileAggregate(node: Call, aggregate: AggregateFunction, given: readonly Evaluate[]): Evaluate {
  const pairs = node.arguments.map((argument, index) => ({
    node: argument,
    evaluate: given[index] ?? ((): Value => Failed),
  }));
  return (run) =>
    aggregate(
      pairs.map((pair) => ({ node: pair.node, value: pair.evaluate(run) })),
      run,
    );
}

/** IF and IFS: condition and result in turn, an odd last one is the rest. */
function compileChoice(given: readonly Evaluate[], rest: Outcome): Evaluate {
  const [condition, result, ...others] = given;
  if (condition === undefined) return () => rest;
  if (result === undefined) return condition;
  const otherwise = compileChoice(others, rest);
  const choose = lift(([test = null, yes = null, no = null]) => chooseOne(test, yes, no));
  return (run) => {
    const test = condition(run);
    if (isSeries(test) || test === Unknown) return choose([test, result(run), otherwise(run)]);
    const truth = test === Failed ? Failed : toTruth(test);
    return truth === Failed ? Failed : truth ? result(run) : otherwise(run);
  };
}

/** An unknown condition does not matter where both ways lead to the same. */
function chooseOne(test: Outcome, yes: Outcome, no: Outcome): Outcome {
  if (test === Failed) return Failed;
  if (test !== Unknown) {
    const truth = toTruth(test);
    return truth === Failed ? Failed : truth ? yes : no;
  }
  const isSame = isScalar(yes) && isScalar(no) && typeof yes === typeof no && compare('=', yes, no);
  return isSame ? yes : Unknown;
}

/** A function that needs all its arguments known. */
function strict(apply: ScalarFunction): (outcomes: readonly Outcome[]) => Outcome {
  return (outcomes) => {
    if (outcomes.every(isScalar)) return apply(outcomes);
    return outcomes.includes(Failed) ? Failed : Unknown;
  };
}

/** What comes of each known value of a series; the others stay what they are. */
function eachOf({ table, values }: Series, apply: (value: Scalar) => Outcome): Series {
  const results: Outcome[] = [];
  for (const value of values) results.push(isScalar(value) ? apply(value) : value);
  return { table, values: results };
}

/** The common case, which needs no array. */
function isKnown(value: Value): value is Scalar {
  return value !== Unknown && value !== Failed && !isSeries(value);
}

/** The functions that ask what kind of value they are given. */
function lenient(name: string): (outcomes: readonly Outcome[]) => Outcome {
  switch (name) {
    case 'ISBLANK':
      return ([value]) => value === null;
    case 'ISNUMBER':
      return ([value]) => (value === Unknown ? Unknown : typeof value === 'number');
    case 'ISERROR':
      return ([value]) => (value === Unknown ? Unknown : value === Failed);
    case 'IFERROR':
      return ([value = null, instead = null]) => (value === Failed ? instead : value);
    default:
      return () => Failed;
  }
}

/** Keeps results that are the same for every row. */
function remembered(node: Call, evaluate: Evaluate): Evaluate {
  if (!readsColumns(node) || readsRow(node)) return evaluate;
  return (run) => {
    const results = run.skips === undefined ? run.scope.memory?.results : undefined;
    const known = results?.get(node);
    if (known !== undefined) return known;
    const value = evaluate(run);
    if (!isSeries(value)) results?.set(node, value);
    return value;
  };
}

function readsRow(node: Node): boolean {
  return node.kind === 'cell' || childrenOf(node).some(readsRow);
}

function readsColumns(node: Node): boolean {
  return node.kind === 'column' || childrenOf(node).some(readsColumns);
}

function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'unary') return [node.operand];
  if (node.kind === 'binary') return [node.left, node.right];
  return node.kind === 'call' ? node.arguments : [];
}

const UNARY: Readonly<Record<'+' | '-' | '%', ScalarFunction>> = {
  '+': ([value = null]) => value,
  '-': ([value = null]) => calculate((x) => -x, value, null),
  '%': ([value = null]) => calculate((x) => divide(x, 100), value, null),
};

const BINARY: Readonly<Record<BinaryOperator, (left: Scalar, right: Scalar) => Scalar | Failed>> = {
  '+': (a, b) => calculate(add, a, b),
  '-': (a, b) => calculate((x, y) => add(x, -y), a, b),
  '*': (a, b) => calculate(multiply, a, b),
  '/': (a, b) => calculate(divide, a, b),
  '^': (a, b) => calculate((x, y) => (x === 0 && y === 0 ? NaN : power(x, y)), a, b),
  '&': (a, b) => join(toText(a), toText(b)),
  '=': (a, b) => compare('=', a, b),
  '<>': (a, b) => compare('<>', a, b),
  '<': (a, b) => compare('<', a, b),
  '<=': (a, b) => compare('<=', a, b),
  '>': (a, b) => compare('>', a, b),
  '>=': (a, b) => compare('>=', a, b),
};

function calculate(operation: (x: number, y: number) => number, left: Scalar, right: Scalar): number | Failed {
  const x = toNumber(left);
  const y = toNumber(right);
  if (x === Failed || y === Failed) return Failed;
  const result = operation(x, y);
  return Number.isFinite(result) ? result + 0 : Failed;
}

function join(left: string, right: string): string | Failed {
  return left.length + right.length > LONGEST_TEXT ? Failed : left + right;
}
