import type { Expression } from '../forms/expressions/expression.ts';
import { referencesOf } from '../forms/expressions/references.ts';
import type { RuleUse } from '../forms/form.ts';
import { readingAt, type FilledColumn, type FilledForm, type FilledTable } from '../locate/filled.ts';
import { readingClasses } from '../rules/column-classes.ts';
import { combine, type RowClasses } from '../rules/combinations.ts';
import {
  NO_PROBLEMS,
  type CellRule,
  type FormRule,
  type PlacedProblem,
  type Problem,
  type RowRule,
  type RowView,
  type Rule,
} from '../rules/rule.ts';
import type { FindingSink } from './finding-list.ts';
import { FindingWriter } from './finding-writer.ts';
import { FormScope } from './form-scope.ts';
import { either, firstRows, marksOfRows, rowsOf } from './row-loops.ts';
import { columnsIn, keysRead, type Application } from './rule-uses.ts';

/** The rule that speaks of the form's layout, which holds however little is filled in. */
const LAYOUT = 'layout';

/** For each row of a table 1 where a condition does not hold. */
interface Exempt {
  readonly condition: Expression;
  readonly of: FilledTable;
  readonly rows: Uint8Array;
}

/** Whether a row's value stands in a cell that is also that of a row beside it. */
export function isShared({ writtenIn }: FilledColumn, row: number): boolean {
  return writtenIn[row - 1] === writtenIn[row] || writtenIn[row + 1] === writtenIn[row];
}

/**
 * The rules of one form being run. A cell rule is asked once for each distinct reading of a column, a row rule once for
 * each distinct combination of the readings it depends on, however many rows there are.
 */
export class FormRun {
  readonly form: FilledForm;
  #scope: FormScope;
  readonly #index: number;
  readonly #list: FindingSink;
  readonly #classes = new Map<string, RowClasses>();
  /** The first row of each class, where no row is to be skipped. */
  readonly #firstRows = new Map<RowClasses, Int32Array>();
  /** For each condition the rows in which it does not hold. */
  readonly #exempt = new Map<string, Exempt>();
  /** Rows and fields of which all has been said (an example left in). */
  readonly #doneRows = new Map<string, Uint8Array>();
  readonly #doneFields = new Set<string>();
  #done = false;

  constructor(form: FilledForm, index: number, list: FindingSink) {
    this.form = form;
    this.#scope = new FormScope(form);
    this.#index = index;
    this.#list = list;
  }

  run({ use, rule }: Application): void {
    if (this.#done && rule.id !== LAYOUT) return;
    if (rule.scope === 'cell') this.#runCellRule(rule, use);
    else if (rule.scope === 'row') this.#runRowRule(rule, use);
    else if (rule.scope !== 'workbook') this.#runFormRule(rule, use);
  }

  /** Whether a rule that compares forms has anything to compare here. */
  get isOpen(): boolean {
    return !this.#done;
  }

  /** Whether all has been said of a row (an example left in). */
  isDoneRow(table: FilledTable, row: number): boolean {
    return this.#doneRows.get(table.table.key)?.[row] === 1;
  }

  /** A cell of a column was read again: what was made of it is forgotten. */
  forget(table: FilledTable, column: FilledColumn, row: number): void {
    this.#scope = new FormScope(this.form);
    this.#classes.clear();
    this.#firstRows.clear();
    for (const [name, { condition, of, rows }] of this.#exempt) {
      if (referencesOf(condition).columns.length > 0) this.#exempt.delete(name);
      else if (of === table && columnsIn(condition).includes(column.column.key)) {
        rows[row] = this.#isExempt(condition, table, row) ? 1 : 0;
      }
    }
  }

  /**
   * Judges one row by a rule for cells or rows, as running the rule does for all rows.
   * @returns false where a value is shared by several rows, of which only one tells what is wrong.
   */
  judgeRow({ use, rule }: Application, row: number): boolean {
    const found = this.#columnOf(use);
    if (!found || this.#done || (rule.scope !== 'cell' && rule.scope !== 'row')) return true;
    const { table, column } = found;
    if (isShared(column, row)) return false;
    if (this.isDoneRow(table, row) || (use.when && this.#isExempt(use.when, table, row))) return true;
    const writer = this.#writer(rule, use);
    if (rule.scope === 'cell') {
      for (const problem of rule.check(readingAt(column, row), use, column.column.type)) {
        this.#writeRow(writer, rule, table, column, row, problem);
      }
      return true;
    }
    if (!this.#columnsOf(table, keysRead(rule, use))) return true;
    for (const problem of rule.check(this.#scope.moveTo(table, row), use)) {
      const other = problem.column === undefined ? undefined : table.columns.get(problem.column);
      if (other && isShared(other, row)) return false;
      this.#writeRow(writer, rule, table, other ?? column, row, problem);
    }
    return true;
  }

  /** Runs a rule for forms on one that has only some of its rows: what it finds there, by the rows of the form itself. */
  judgeRows(rule: FormRule, use: RuleUse, narrowed: FilledForm): Iterable<PlacedProblem> {
    return rule.check(
      narrowed,
      use,
      (...asked) => this.#scope.moveTo(undefined).evaluate(...asked),
      this.#scope.computed,
    );
  }

  /** Takes in the problems that a rule found by looking at several forms. */
  take(rule: Rule, use: RuleUse, problems: readonly PlacedProblem[]): void {
    this.#takePlaced(rule, use, problems);
  }

  #runCellRule(rule: CellRule, use: RuleUse): void {
    const writer = this.#writer(rule, use);
    const field = this.#fieldOf(use);
    if (field && this.#holdsForForm(use.when)) {
      for (const problem of rule.check(field.reading, use, field.field.type)) {
        writer.atField(field, problem);
        this.#settleField(rule, problem, field.field.key);
      }
    }
    const found = this.#columnOf(use);
    if (!found) return;
    const { table, column } = found;
    const classes = readingClasses(column);
    const judge = (row: number): ReturnType<CellRule['check']> =>
      rule.check(readingAt(column, row), use, column.column.type);
    this.#judgeRows(table, classes, use.when, judge, (row, problem) =>
      this.#writeRow(writer, rule, table, column, row, problem),
    );
  }

  #runRowRule(rule: RowRule, use: RuleUse): void {
    const writer = this.#writer(rule, use);
    const field = this.#fieldOf(use);
    if (field && this.#holdsForForm(use.when)) {
      for (const problem of rule.check(this.#scope.moveTo(undefined), use)) writer.atField(field, problem);
    }
    const found = this.#columnOf(use);
    if (!found) return;
    const { table, column } = found;
    const classes = this.#classesOf(table, keysRead(rule, use));
    if (!classes) return;
    const judge = (row: number): ReturnType<RowRule['check']> => rule.check(this.#scope.moveTo(table, row), use);
    const write = (row: number, problem: ReturnType<RowRule['check']>[number]): void => {
      const other = problem.column === undefined ? undefined : table.columns.get(problem.column);
      this.#writeRow(writer, rule, table, other ?? column, row, problem);
    };
    if (rule.oncePerTable?.(use) === true) {
      const row = this.#skippedRows(table, use.when)?.indexOf(0) ?? 0;
      if (row >= 0 && row < table.rows.length) for (const problem of judge(row)) write(row, problem);
    } else this.#judgeRows(table, classes, use.when, judge, write);
  }

  /** Judges one row of each class, and writes what is wrong with it for all of them. */
  #judgeRows<P>(
    table: FilledTable,
    classes: RowClasses,
    when: Expression | undefined,
    judge: (row: number) => readonly P[],
    write: (row: number, problem: P) => void,
  ): void {
    const skip = this.#skippedRows(table, when);
    const { ids, count } = classes;
    const first = this.#firstRowsOf(classes, skip);
    const marked = new Uint8Array(count);
    const verdicts = new Map<number, readonly P[]>();
    for (let id = 0; id < count; id++) {
      const row = first[id] ?? -1;
      const problems = row < 0 ? NO_PROBLEMS : judge(row);
      if (problems.length === 0) continue;
      marked[id] = 1;
      verdicts.set(id, problems);
    }
    if (verdicts.size === 0) return;
    for (const row of rowsOf(ids, marked, skip)) {
      for (const problem of verdicts.get(ids[row] ?? 0) ?? NO_PROBLEMS) write(row, problem);
    }
  }

  #firstRowsOf(classes: RowClasses, skip: Uint8Array | undefined): Int32Array {
    const known = skip === undefined ? this.#firstRows.get(classes) : undefined;
    if (known) return known;
    const first = firstRows(classes.ids, classes.count, skip);
    if (skip === undefined) this.#firstRows.set(classes, first);
    return first;
  }

  #runFormRule(rule: FormRule, use: RuleUse): void {
    // A check may be lazy, and conditions be judged row by row between its steps: it looks at the form each time anew.
    const evaluate: RowView['evaluate'] = (expression, values) =>
      this.#scope.moveTo(undefined).evaluate(expression, values);
    this.#takePlaced(rule, use, rule.check(this.form, use, evaluate, this.#scope.computed));
  }

  #takePlaced(rule: Rule, use: RuleUse, problems: Iterable<PlacedProblem>): void {
    const table = this.form.tables.get(use.table ?? '');
    const exempt = table && this.#exemptRows(use.when, table);
    // What is said of the form as a whole holds for all its rows, and for what is none of them.
    const isOfForm = !table || (use.when !== undefined && columnsIn(use.when).length === 0);
    if (isOfForm && !this.#holdsForForm(use.when)) return;
    const writer = this.#writer(rule, use);
    for (const problem of problems) {
      if (this.#isDone(problem)) continue;
      const { at } = problem;
      if (exempt && typeof at === 'object' && 'row' in at && at.table === use.table && exempt[at.row] === 1) continue;
      writer.atPlace(problem);
      if (rule.outweighs?.within === 'form' && rule.outweighs.cases.includes(problem.case)) this.#done = true;
    }
  }

  #isDone({ at }: PlacedProblem): boolean {
    if (typeof at !== 'object') return false;
    if ('field' in at) return this.#doneFields.has(at.field);
    return 'row' in at && this.#doneRows.get(at.table)?.[at.row] === 1;
  }

  #writeRow(
    writer: FindingWriter,
    rule: Rule,
    table: FilledTable,
    column: FilledColumn,
    row: number,
    problem: Problem,
  ): void {
    writer.atRow(table, column, row, problem);
    if (rule.outweighs?.within !== 'row' || !rule.outweighs.cases.includes(problem.case)) return;
    const { key } = table.table;
    const done = this.#doneRows.get(key) ?? new Uint8Array(table.rows.length);
    done[row] = 1;
    this.#doneRows.set(key, done);
  }

  #settleField(rule: Rule, problem: Problem, key: string): void {
    if (rule.outweighs?.within === 'row' && rule.outweighs.cases.includes(problem.case)) this.#doneFields.add(key);
  }

  #fieldOf(use: RuleUse): ReturnType<FilledForm['fields']['get']> {
    if (use.field === undefined || this.#doneFields.has(use.field)) return undefined;
    return this.form.fields.get(use.field);
  }

  #columnOf(use: RuleUse): { readonly table: FilledTable; readonly column: FilledColumn } | undefined {
    const table = this.form.tables.get(use.table ?? '');
    const column = table?.columns.get(use.column ?? '');
    return table && column && { table, column };
  }

  #holdsForForm(condition: Expression | undefined): boolean {
    return condition === undefined || this.#scope.moveTo(undefined).holds(condition);
  }

  /** Rows of which all has been said, or in which the condition of a use does not hold; `undefined` for none. */
  #skippedRows(table: FilledTable, condition: Expression | undefined): Uint8Array | undefined {
    const done = this.#doneRows.get(table.table.key);
    const exempt = this.#exemptRows(condition, table);
    return done && exempt ? either(done, exempt) : (done ?? exempt);
  }

  /** For each row 1 where a condition does not hold; `undefined` where there is none. */
  #exemptRows(condition: Expression | undefined, table: FilledTable): Uint8Array | undefined {
    if (!condition) return undefined;
    const name = JSON.stringify([table.table.key, condition.source]);
    let exempt = this.#exempt.get(name);
    if (!exempt) {
      exempt = { condition, of: table, rows: this.#judgeCondition(condition, table) };
      this.#exempt.set(name, exempt);
    }
    return exempt.rows;
  }

  #isExempt(condition: Expression, table: FilledTable, row: number): boolean {
    const isThere = this.#columnsOf(table, columnsIn(condition)) !== undefined;
    return !isThere || !this.#scope.moveTo(table, row).holds(condition);
  }

  #judgeCondition(condition: Expression, table: FilledTable): Uint8Array {
    const classes = this.#classesOf(table, columnsIn(condition));
    if (!classes) return new Uint8Array(table.rows.length).fill(1);
    const { ids, count } = classes;
    const first = this.#firstRowsOf(classes, undefined);
    const fails = new Uint8Array(count);
    for (let id = 0; id < count; id++) {
      const row = first[id] ?? -1;
      fails[id] = row >= 0 && this.#scope.moveTo(table, row).holds(condition) ? 0 : 1;
    }
    return marksOfRows(ids, fails);
  }

  /**
   * The rows that agree in all of some columns; `undefined` where one is missing that the form must have: its heading
   * has been told of, and what leans on it cannot be judged.
   */
  #classesOf(table: FilledTable, keys: readonly string[]): RowClasses | undefined {
    const columns = this.#columnsOf(table, keys);
    if (!columns) return undefined;
    const name = JSON.stringify([table.table.key, ...columns.map(({ column }) => column.key).sort()]);
    let classes = this.#classes.get(name);
    if (!classes) {
      classes = combine(columns.map(readingClasses), table.rows.length);
      this.#classes.set(name, classes);
    }
    return classes;
  }

  #columnsOf(table: FilledTable, keys: readonly string[]): readonly FilledColumn[] | undefined {
    const columns: FilledColumn[] = [];
    for (const key of keys) {
      const column = table.columns.get(key);
      if (column) columns.push(column);
      else if (!table.table.columns.some((each) => each.key === key && each.optional)) return undefined;
    }
    return columns;
  }

  #writer(rule: Rule, use: RuleUse): FindingWriter {
    return new FindingWriter(this.form, this.#index, rule, use, this.#list);
  }
}
