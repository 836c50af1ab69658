import type { Scalar } from '../reading.ts';
import type { Node } from './expression.ts';
import type { Outcome, Unknown } from './outcome.ts';

/** What an expression is evaluated over: a row, and the form around it. */
export interface Scope {
  /** The cell of this row; `列.部分` asks for a component. */
  readonly cell: (column: string) => Scalar | Unknown;
  readonly field: (key: string) => Scalar | Unknown;
  /** A column's values, from the first row to the last; always as many as there are rows. */
  readonly column: (table: string, column: string) => Iterable<Scalar | Unknown>;
  /** How many rows a table has. */
  readonly rows: (table: string) => number;
  /** One for all rows of a form as long as nothing in it changes: a column's sum is then taken once, not once a row. */
  readonly memory?: Memory;
}

/** What evaluations over the same form remember; made empty, filled by the evaluator. */
export class Memory {
  /** Results that do not depend on the row. */
  readonly results = new Map<Node, Outcome>();
  /** Results of a search by what was sought. */
  readonly searches = new Map<Node, Map<string, Outcome>>();
  /** Columns by their values. */
  readonly indexes = new Map<Node, ColumnIndex>();
}

/** Where in a column each value stands. */
export interface ColumnIndex {
  /** The column itself. */
  readonly values: readonly Outcome[];
  /** Rows by the key of their value, ascending. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
  /** Rows that cannot be read. */
  readonly unknown: readonly number[];
}

/** One evaluation. */
export interface Run {
  readonly scope: Scope;
  /** Given when unreadable values are to be left out and counted, absent when they make the result unknown. */
  readonly skips?: Skips;
}

/** The unreadable values left out: a table's row counts once, however many of its columns are unreadable. */
export class Skips {
  readonly #rows = new Map<string, Set<number>>();
  readonly #nodes = new Set<Node>();

  addRow(table: string, row: number): void {
    const rows = this.#rows.get(table) ?? new Set<number>();
    this.#rows.set(table, rows.add(row));
  }

  addValue(node: Node): void {
    this.#nodes.add(node);
  }

  get count(): number {
    let count = this.#nodes.size;
    for (const rows of this.#rows.values()) count += rows.size;
    return count;
  }
}
