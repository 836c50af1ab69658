import type { Expression } from '../forms/expressions/expression.ts';
import type { RuleUse } from '../forms/form.ts';
import { type FilledColumn, type FilledForm, type FilledTable } from '../locate/filled.ts';
import { combine, type RowClasses } from '../rules/combinations.ts';
import type { CellRule, FormRule, PlacedProblem, Problem, RowRule, Rule, WorkbookRule } from '../rules/rule.ts';
import type { FindingList } from './finding-list.ts';
import { FindingWriter } from './finding-writer.ts';
import { FormScope } from './form-scope.ts';
import { columnsIn, keysRead, type Application } from './rule-uses.ts';

/** The rule that speaks of the form's layout, which holds however little is filled in. */
const LAYOUT = 'layout';

const UNJUDGED = 0;
const CLEAN = 1;
const FAULTY = 2;

/**
 * The rules of one form being run. A cell rule is asked once for each distinct reading of a column, a row rule once for
 * each distinct combination of the readings it depends on, however many rows there are.
 */
export class FormRun {
  readonly form: FilledForm;
  readonly scope: FormScope;
  readonly #index: number;
  readonly #list: FindingList;
  readonly #classes = new Map<string, RowClasses>();
  readonly #masks = new Map<Expression, Uint8Array>();
  /** Rows and fields of which all has been said (an example left in). */
  readonly #doneRows = new Map<string, Uint8Array>();
  readonly #doneFields = new Set<string>();
  #done = false;

  constructor(form: FilledForm, index: number, list: FindingList) {
    this.form = form;
    this.scope = new FormScope(form);
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

  /** Takes in the problems that a rule found by looking at several forms. */
  take(rule: WorkbookRule, use: RuleUse, problems: readonly PlacedProblem[]): void {
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
    const verdicts = column.readings.map((reading) => rule.check(reading, use, column.column.type));
    if (verdicts.every((problems) => problems.length === 0)) return;
    const mask = this.#maskOf(use.when, table);
    const done = this.#doneRows.get(table.table.key);
    for (let row = 0; row < table.rows.length; row++) {
      const problems = verdicts[column.ids[row] ?? 0];
      if (!problems || problems.length === 0 || done?.[row] === 1 || mask?.[row] === 0) continue;
      for (const problem of problems) this.#writeRow(writer, rule, table, column, row, problem);
    }
  }

  #runRowRule(rule: RowRule, use: RuleUse): void {
    const writer = this.#writer(rule, use);
    const field = this.#fieldOf(use);
    if (field && this.#holdsForForm(use.when)) {
      for (const problem of rule.check(this.scope.moveTo(undefined), use)) writer.atField(field, problem);
    }
    const found = this.#columnOf(use);
    if (!found) return;
    const { table, column } = found;
    const classes = this.#classesOf(table, keysRead(rule, use));
    if (!classes) return;
    const states = new Uint8Array(classes.count);
    const faults = new Map<number, ReturnType<RowRule['check']>>();
    const mask = this.#maskOf(use.when, table);
    const done = this.#doneRows.get(table.table.key);
    const once = rule.oncePerTable?.(use) ?? false;
    for (let row = 0; row < table.rows.length; row++) {
      if (done?.[row] === 1 || mask?.[row] === 0) continue;
      const id = classes.ids[row] ?? 0;
      if (states[id] === UNJUDGED) {
        const problems = rule.check(this.scope.moveTo(table, row), use);
        states[id] = problems.length === 0 ? CLEAN : FAULTY;
        if (problems.length > 0) faults.set(id, problems);
      }
      if (states[id] === FAULTY) {
        for (const problem of faults.get(id) ?? []) {
          const other = problem.column === undefined ? undefined : table.columns.get(problem.column);
          this.#writeRow(writer, rule, table, other ?? column, row, problem);
        }
      }
      if (once) return;
    }
  }

  #runFormRule(rule: FormRule, use: RuleUse): void {
    this.scope.moveTo(undefined);
    this.#takePlaced(rule, use, rule.check(this.form, use, this.scope.evaluate));
  }

  #takePlaced(rule: Rule, use: RuleUse, problems: Iterable<PlacedProblem>): void {
    const table = this.form.tables.get(use.table ?? '');
    const mask = table && this.#maskOf(use.when, table);
    if (!table && !this.#holdsForForm(use.when)) return;
    const writer = this.#writer(rule, use);
    for (const problem of problems) {
      if (this.#isDone(problem)) continue;
      const { at } = problem;
      if (mask && typeof at === 'object' && 'row' in at && at.table === use.table && mask[at.row] === 0) continue;
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
    return condition === undefined || this.scope.moveTo(undefined).holds(condition);
  }

  /** For each row 1 where a condition holds; `undefined` where there is none. */
  #maskOf(condition: Expression | undefined, table: FilledTable): Uint8Array | undefined {
    if (!condition) return undefined;
    const known = this.#masks.get(condition);
    if (known) return known;
    const rows = table.rows.length;
    const mask = new Uint8Array(rows);
    const classes = this.#classesOf(table, columnsIn(condition));
    if (classes) {
      const states = new Uint8Array(classes.count);
      for (let row = 0; row < rows; row++) {
        const id = classes.ids[row] ?? 0;
        if (states[id] === UNJUDGED) states[id] = this.scope.moveTo(table, row).holds(condition) ? FAULTY : CLEAN;
        mask[row] = states[id] === FAULTY ? 1 : 0;
      }
    }
    this.#masks.set(condition, mask);
    return mask;
  }

  /**
   * The rows that agree in all of some columns; `undefined` where one is missing that the form must have: its heading
   * has been told of, and what leans on it cannot be judged.
   */
  #classesOf(table: FilledTable, keys: readonly string[]): RowClasses | undefined {
    const columns: FilledColumn[] = [];
    for (const key of keys) {
      const column = table.columns.get(key);
      if (column) columns.push(column);
      else if (!table.table.columns.some((each) => each.key === key && each.optional)) return undefined;
    }
    const name = JSON.stringify([table.table.key, ...columns.map(({ column }) => column.key).sort()]);
    let classes = this.#classes.get(name);
    if (!classes) {
      const parts = columns.map(({ ids, readings }) => ({ ids, count: readings.length }));
      classes = combine(parts, table.rows.length);
      this.#classes.set(name, classes);
    }
    return classes;
  }

  #writer(rule: Rule, use: RuleUse): FindingWriter {
    return new FindingWriter(this.form, this.#index, rule, use, this.#list);
  }
}
