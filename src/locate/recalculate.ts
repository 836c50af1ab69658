import { compileExpression, Unknown, type Scope } from '../forms/expressions/evaluate.ts';
import { ExpressionError, parseExpression } from '../forms/expressions/parse-expression.ts';
import type { Scalar } from '../forms/reading.ts';
import type { Address, Range } from '../sheets/address.ts';
import { cellIndex, CellKind, valueAtIndex, type Grid } from '../sheets/grid.ts';
import type { Workbook } from '../sheets/workbook.ts';
import { cellFormula, operandAt, type CellFormula } from './cell-formula.ts';

/** Cells that formulas may read in all; sums over everything above, row by row, grow with the square of the rows. */
const MOST_READS = 2_000_000;
/** Formulas that lean on formulas further down are followed so far. */
const DEEPEST = 200;

/**
 * A workbook in which formulas without a stored result (some programs store none) have the one that they come to, as far
 * as they are plain enough: arithmetic, sums, conditions over cells of their own sheet. The others stay as they are. For
 * workbooks read from files: a spreadsheet program has computed its own.
 */
export function recalculated(workbook: Workbook): Workbook {
  if (!workbook.sheets.some(lacksResults)) return workbook;
  const strings = [...(workbook.sheets[0]?.strings ?? [])];
  const done = new Map<number, Address & { readonly count: number }>();
  const sheets = workbook.sheets.map((grid, sheet): Grid => {
    if (!lacksResults(grid)) return { ...grid, strings };
    const { results, first, count } = new SheetResults(grid).all();
    if (first) done.set(sheet, { ...first, count });
    return withResults({ ...grid, strings }, results, strings);
  });
  return { ...workbook, sheets, recalculated: done };
}

function lacksResults({ formulas, kinds }: Grid): boolean {
  for (const index of formulas.keys()) if (kinds[index] === CellKind.none) return true;
  return false;
}

type Result = Exclude<Scalar, null>;

function withResults(grid: Grid, results: ReadonlyMap<number, Result>, strings: string[]): Grid {
  const kinds = grid.kinds.slice();
  const values = grid.values.slice();
  const known = new Map<string, number>();
  for (const [index, result] of results) {
    if (typeof result === 'string') {
      let at = known.get(result);
      if (at === undefined) known.set(result, (at = strings.push(result) - 1));
      kinds[index] = CellKind.text;
      values[index] = at;
    } else {
      kinds[index] = typeof result === 'number' ? CellKind.number : CellKind.boolean;
      values[index] = Number(result);
    }
  }
  return { ...grid, kinds, values };
}

type Outcome = Scalar | typeof Unknown;

/** What the formulas of one sheet come to. */
class SheetResults {
  readonly #grid: Grid;
  readonly #outcomes = new Map<number, Outcome>();
  /** By its words, which rows filled down share; `undefined` for what cannot be computed here. */
  readonly #compiled = new Map<string, ((scope: Scope) => Outcome) | undefined>();
  readonly #underWay = new Set<number>();
  #reads = 0;

  constructor(grid: Grid) {
    this.#grid = grid;
  }

  all(): { results: ReadonlyMap<number, Result>; first: Address | undefined; count: number } {
    const { rowStarts, columns, formulas, rowCount } = this.#grid;
    const results = new Map<number, Result>();
    let first: Address | undefined;
    let count = 0;
    for (let row = 0; row < rowCount; row++) {
      for (let index = rowStarts[row] ?? 0; index < (rowStarts[row + 1] ?? 0); index++) {
        if (this.#grid.kinds[index] !== CellKind.none || !formulas.has(index)) continue;
        const outcome = this.#outcomeOf(index, row);
        if (outcome === Unknown || outcome === null) continue;
        results.set(index, outcome);
        if (outcome === '') continue;
        first ??= { row, column: columns[index] ?? 0 };
        count++;
      }
    }
    return { results, first, count };
  }

  #outcomeOf(index: number, row: number): Outcome {
    const known = this.#outcomes.get(index);
    if (known !== undefined) return known;
    if (this.#underWay.has(index) || this.#underWay.size > DEEPEST || this.#reads > MOST_READS) return Unknown;
    const formula = cellFormula(this.#grid.formulas.get(index) ?? '', row);
    const evaluate = formula && this.#compile(formula);
    if (!evaluate) return Unknown;
    this.#underWay.add(index);
    const outcome = evaluate(this.#scopeAt(row));
    this.#underWay.delete(index);
    this.#outcomes.set(index, outcome);
    return outcome;
  }

  #compile({ source }: CellFormula): ((scope: Scope) => Outcome) | undefined {
    if (!this.#compiled.has(source)) this.#compiled.set(source, compiledFrom(source));
    return this.#compiled.get(source);
  }

  #scopeAt(row: number): Scope {
    return {
      cell: () => Unknown,
      rows: () => 0,
      field: (name) => {
        const operand = operandAt(name, row);
        if (typeof operand === 'number') return operand;
        return operand ? this.#valueAt(operand.top, operand.left) : Unknown;
      },
      column: (_, name) => {
        const operand = operandAt(name, row);
        return typeof operand === 'object' ? [...this.#valuesIn(operand)] : [Unknown];
      },
    };
  }

  *#valuesIn({ top, left, bottom, right }: Range): Iterable<Outcome> {
    for (let row = top; row <= Math.min(bottom, this.#grid.rowCount - 1); row++) {
      for (let column = left; column <= right; column++) {
        if (this.#reads > MOST_READS) {
          yield Unknown;
          return;
        }
        yield this.#valueAt(row, column);
      }
    }
  }

  #valueAt(row: number, column: number): Outcome {
    this.#reads++;
    const index = cellIndex(this.#grid, row, column);
    const value = valueAtIndex(this.#grid, index);
    if (value === null) return this.#grid.formulas.has(index) ? this.#outcomeOf(index, row) : null;
    return typeof value === 'object' ? Unknown : value;
  }
}

function compiledFrom(source: string): ((scope: Scope) => Outcome) | undefined {
  try {
    return compileExpression(parseExpression(source));
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}
