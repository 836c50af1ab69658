import type { Scalar } from '../reading.ts';
import { compare } from './coercion.ts';
import { keyOf, keyOfCriterion, parseCriterion } from './criterion.ts';
import { Sum } from './decimal.ts';
import type { Node } from './expression.ts';
import { lift } from './lift.ts';
import { elementsIn, Failed, isScalar, isSeries, Unknown } from './outcome.ts';
import type { Outcome, Value } from './outcome.ts';
import { skip } from './aggregate-functions.ts';
import type { ColumnIndex, Run } from './scope.ts';

type Call = Extract<Node, { kind: 'call' }>;
type Evaluate = (run: Run) => Value;

/** COUNTIF, SUMIF and XLOOKUP; `undefined` for every other call. `given` are the compiled arguments. */
export function compileSearch(node: Call, given: readonly Evaluate[]): Evaluate | undefined {
  switch (node.name) {
    case 'COUNTIF':
      return compileConditional(node, given, false);
    case 'SUMIF':
      return compileConditional(node, given, true);
    case 'XLOOKUP':
      return compileLookup(node, given);
    default:
      return undefined;
  }
}

/** COUNTIF and SUMIF. The third argument of SUMIF may be missing: the column searched is summed then. */
function compileConditional(node: Call, given: readonly Evaluate[], isSum: boolean): Evaluate {
  const [searched, criterion, summed = searched] = given;
  const [searchedNode, criterionNode, summedNode = searchedNode] = node.arguments;
  if (searched === undefined || criterion === undefined || summed === undefined) return () => Failed;
  if (searchedNode === undefined || criterionNode === undefined || summedNode === undefined) return () => Failed;
  const isLiteral = criterionNode.kind === 'cell' || criterionNode.kind === 'field';
  const column = { evaluate: searched, node: searchedNode };
  const total = isSum ? { evaluate: summed, node: summedNode } : undefined;
  return (run) =>
    lift(([sought = null]) => {
      if (!isScalar(sought)) return sought;
      if (!isLiteral) return addUp(run, column, total, rowsMeeting(run, column, sought));
      return searchOnce(run, node, keyOfCriterion(sought), () => {
        const index = indexOf(run, column);
        const matching = index.rows.get(keyOfCriterion(sought)) ?? [];
        return addUp(run, column, total, { matching, unknown: index.unknown });
      });
    })([criterion(run)]);
}

interface ColumnArgument {
  readonly evaluate: Evaluate;
  readonly node: Node;
}

interface Rows {
  readonly matching: readonly number[];
  readonly unknown: readonly number[];
}

function rowsMeeting(run: Run, column: ColumnArgument, criterion: Scalar): Rows {
  const meets = parseCriterion(criterion);
  // A long column says the same few things over and over.
  const verdicts = new Map<Scalar, boolean>();
  const matching: number[] = [];
  const unknown: number[] = [];
  const values = valuesOf(run, column);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? null;
    if (!isScalar(value)) {
      if (value === Unknown) unknown.push(row);
      continue;
    }
    let verdict = verdicts.get(value);
    if (verdict === undefined) verdicts.set(value, (verdict = meets(value)));
    if (verdict) matching.push(row);
  }
  return { matching, unknown };
}

/** How many rows match, or what they add up to; rows whose match is unknown make it unknown or are left out. */
function addUp(run: Run, column: ColumnArgument, total: ColumnArgument | undefined, rows: Rows): Outcome {
  if (rows.unknown.length > 0) {
    if (run.skips === undefined) return Unknown;
    const searched = column.evaluate(run);
    for (const row of rows.unknown) skip(run, searched, column.node, row);
  }
  if (total === undefined) return rows.matching.length;
  const series = total.evaluate(run);
  const values = elementsIn(series);
  const sum = new Sum();
  for (const row of rows.matching) {
    const value = values[row] ?? null;
    if (value === Failed || (value === Unknown && run.skips === undefined)) return value;
    if (value === Unknown) skip(run, series, total.node, row);
    else if (typeof value === 'number') sum.add(value);
  }
  return Number.isFinite(sum.total) ? sum.total : Failed;
}

/** XLOOKUP by equality (its default): the first row, ignoring case, texts and numbers kept apart. */
function compileLookup(node: Call, given: readonly Evaluate[]): Evaluate {
  const [sought, searched, returned, otherwise] = given;
  const [, searchedNode] = node.arguments;
  if (sought === undefined || searched === undefined || returned === undefined || searchedNode === undefined)
    return () => Failed;
  const column = { evaluate: searched, node: searchedNode };
  const find = (run: Run, value: Scalar): Outcome => {
    const index = indexOf(run, column);
    const row = index.rows.get(keyOf(value))?.find((at) => isSame(index.values[at], value));
    // An unreadable row above might be the one.
    if (index.unknown.some((at) => row === undefined || at < row)) return Unknown;
    if (row !== undefined) {
      const series = returned(run);
      return elementsIn(series)[row] ?? null;
    }
    const instead: Value = otherwise === undefined ? Failed : otherwise(run);
    return isSeries(instead) ? Failed : instead;
  };
  return (run) =>
    lift(([value = null]) => {
      if (!isScalar(value)) return value;
      // What stands for "nothing found" may differ from row to row.
      if (otherwise !== undefined) return find(run, value);
      return searchOnce(run, node, `${typeof value} ${keyOf(value)}`, () => find(run, value));
    })([sought(run)]);
}

function isSame(found: Outcome | undefined, sought: Scalar): boolean {
  if (found === undefined || !isScalar(found)) return false;
  return typeof (found ?? '') === typeof (sought ?? '') && compare('=', found, sought);
}

function searchOnce(run: Run, node: Node, key: string, search: () => Outcome): Outcome {
  const memory = run.skips === undefined ? run.scope.memory : undefined;
  if (memory === undefined) return search();
  const results = memory.searches.get(node) ?? new Map<string, Outcome>();
  memory.searches.set(node, results);
  const known = results.get(key);
  if (known !== undefined) return known;
  const result = search();
  results.set(key, result);
  return result;
}

function indexOf(run: Run, column: ColumnArgument): ColumnIndex {
  const known = run.scope.memory?.indexes.get(column.node);
  if (known !== undefined) return known;
  const values = valuesOf(run, column);
  const rows = new Map<string, number[]>();
  const unknown: number[] = [];
  for (const [row, value] of values.entries()) {
    if (!isScalar(value)) {
      unknown.push(row);
      continue;
    }
    const key = keyOf(value);
    const same = rows.get(key);
    if (same === undefined) rows.set(key, [row]);
    else same.push(row);
  }
  const index = { values, rows, unknown };
  run.scope.memory?.indexes.set(column.node, index);
  return index;
}

function valuesOf(run: Run, column: ColumnArgument): readonly Outcome[] {
  return elementsIn(column.evaluate(run));
}
