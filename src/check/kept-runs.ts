import type { RuleUse } from '../forms/form.ts';
import type { FilledColumn, FilledForm, FilledTable } from '../locate/filled.ts';
import { namesOf, rowsNaming } from '../rules/column-classes.ts';
import type { Place, PlacedProblem, Rule } from '../rules/rule.ts';
import { perform, tasksOf, type Task } from './check-forms.ts';
import { EntrySink, FindingBook } from './finding-book.ts';
import { tellMissingTogether, type Told } from './missing-together.ts';
import { narrowedForm } from './narrowed.ts';
import { FormRun, isShared } from './run-rules.ts';
import { groupingOf, readsOf, type UseReads } from './use-reads.ts';

/** Where more rows, and more than this part of all, are alike, a rule is run on the whole table. */
const FEW_ROWS = 1000;
const PART_OF_ROWS = 4;

/** The rules of all forms as they were run, so that what leans on one cell can be run again. */
export class KeptRuns {
  readonly #sink = new EntrySink();
  readonly #runs: readonly FormRun[];
  readonly #tasks: readonly Task[];
  readonly #reads: readonly UseReads[];
  readonly #book: FindingBook;
  readonly #forms: readonly FilledForm[];
  /** Whether some findings are told together. */
  #isTogether = true;
  /** Tasks to be run as a whole before anything is told. */
  readonly #due = new Set<number>();

  constructor(forms: readonly FilledForm[]) {
    this.#forms = forms;
    this.#runs = forms.map((form, index) => new FormRun(form, index, this.#sink));
    this.#tasks = tasksOf(this.#runs);
    this.#reads = this.#tasks.flatMap((task) => {
      const form = (task.run ?? task.copies[0])?.form.located.form;
      return form ? [readsOf(task, form)] : [];
    });
    this.#tasks.forEach((task, at) => this.#perform(task, at));
    this.#book = new FindingBook(this.#sink.take());
  }

  /** All that was found, in order. */
  told(): Told {
    for (const at of this.#due) {
      const task = this.#tasks[at];
      if (!task) continue;
      this.#perform(task, at);
      this.#book.replace(at, 'all', this.#sink.take());
    }
    this.#due.clear();
    const told = this.#book.told();
    // Where nothing is told together, only something more that is missing, or less, can make a difference.
    if (!this.#book.takeMissingChanged() && !this.#isTogether) return told;
    const together = tellMissingTogether(told, this.#forms);
    this.#isTogether = together !== told;
    return together;
  }

  /**
   * Judges anew what leans on a cell that was read again.
   * @param before the number of the reading that was there
   * @returns false where all is to be judged anew.
   */
  edited(form: number, table: FilledTable, column: FilledColumn, row: number, before: number): boolean {
    const run = this.#runs[form];
    if (!run || run.isDoneRow(table, row)) return false;
    run.forget(table, column, row);
    const { key } = column.column;
    for (const [at, task] of this.#tasks.entries()) {
      const reads = this.#reads[at];
      if (!reads || !(task.run ? task.run === run : task.copies.includes(run)) || this.#due.has(at)) continue;
      const isWhole = reads.readsColumn(table.table.key, key);
      const { rule, use } = task;
      if (rule.scope !== 'cell' && rule.scope !== 'row') {
        if (isWhole && !this.#judgeGroup(at, task, { run, table, column, row, before })) this.#due.add(at);
      } else if (isWhole) this.#due.add(at);
      else if (use.table === table.table.key && reads.ofRow.has(key) && !this.#judgeRow(at, task, run, table, row)) {
        this.#due.add(at);
      }
      if (run.isDoneRow(table, row)) return false;
    }
    return true;
  }

  #perform(task: Task, at: number): void {
    this.#sink.task = at;
    perform(task);
  }

  #judgeRow(at: number, task: Task, run: FormRun, { located, rows }: FilledTable, row: number): boolean {
    this.#sink.task = at;
    const isJudged = run.judgeRow(task, row);
    const entries = this.#sink.take();
    if (!isJudged) return false;
    this.#book.replace(at, { sheet: located.sheet, rows: [rows[row] ?? 0] }, entries);
    return true;
  }

  /** Runs a rule that compares rows on those only that the edited one was alike, or is now. */
  #judgeGroup(at: number, { use, rule, run, copies }: Task, edited: EditedRow): boolean {
    const { table } = use;
    const within = groupingOf(rule, use, edited.run.form.located.form);
    const place = use.column ?? within.at(-1);
    if (within.length === 0 || place === undefined || table !== edited.table.table.key) return false;
    const runs = run ? [run] : copies.filter((copy) => copy.isOpen);
    const parts = runs.flatMap((each) => partOf(each, { table, within, place }, edited) ?? []);
    if (parts.length < runs.length) return false;
    const found = problemsIn(rule, use, parts);
    if (![...found.values()].flat().every(({ at: there }) => isIn(there, table, place))) return false;
    this.#sink.task = at;
    for (const part of parts) {
      part.run.take(
        rule,
        use,
        (found.get(part) ?? []).map((problem) => inWhole(problem, part)),
      );
      const entries = this.#sink.take();
      const whole = part.run.form.tables.get(table);
      if (!whole) continue;
      const rows = part.rows.map((row) => whole.rows[row] ?? 0);
      this.#book.replace(at, { sheet: whole.located.sheet, rows }, entries);
    }
    return true;
  }
}

/** A row of which one cell was read again; `before`: the number of the reading that was there. */
interface EditedRow {
  readonly run: FormRun;
  readonly table: FilledTable;
  readonly column: FilledColumn;
  readonly row: number;
  readonly before: number;
}

/** A form with only those rows of a table that have to do with an edited one. */
interface Part {
  readonly run: FormRun;
  readonly form: FilledForm;
  /** The data rows of the form itself. */
  readonly rows: readonly number[];
}

/** The part of a form that names what the edited row named, or names now; absent where the form is as well run as a whole. */
function partOf(
  run: FormRun,
  { table: key, within, place }: { readonly table: string; readonly within: readonly string[]; readonly place: string },
  edited: EditedRow,
): Part | undefined {
  const table = run.form.tables.get(key);
  if (!table) return { run, form: run.form, rows: [] };
  const sought = within.flatMap((name) => {
    const column = table.columns.get(name);
    const own = edited.table.columns.get(name);
    if (!column || !own) return [];
    const ids = own === edited.column ? [edited.before, own.ids[edited.row] ?? 0] : [own.ids[edited.row] ?? 0];
    return [{ column, names: ids.map((id) => namesOf(own)[id] ?? '') }];
  });
  const rows = rowsNaming(sought, table.rows.length);
  if (rows.length > FEW_ROWS && rows.length * PART_OF_ROWS > table.rows.length) return undefined;
  const column = table.columns.get(place);
  if (column && rows.some((row) => isShared(column, row))) return undefined;
  return { run, form: narrowedForm(run.form, table, rows), rows };
}

function problemsIn(rule: Rule, use: RuleUse, parts: readonly Part[]): ReadonlyMap<Part, readonly PlacedProblem[]> {
  const found = new Map<Part, PlacedProblem[]>(parts.map((part) => [part, []]));
  if (rule.scope === 'workbook') {
    const forms = parts.map(({ form }) => form);
    for (const { form, problem } of rule.check(forms, use)) {
      const part = parts.find((each) => each.form === form);
      if (part) found.get(part)?.push(problem);
    }
  } else if (rule.scope !== 'cell' && rule.scope !== 'row') {
    for (const part of parts) found.set(part, [...part.run.judgeRows(rule, use, part.form)]);
  }
  return found;
}

function isIn(place: Place, table: string, column: string): boolean {
  return typeof place === 'object' && 'row' in place && place.table === table && place.column === column;
}

/** A problem of a part as one of the whole form. */
function inWhole(problem: PlacedProblem, { rows }: Part): PlacedProblem {
  const inForm = (place: Place): Place =>
    typeof place === 'object' && 'row' in place ? { ...place, row: rows[place.row] ?? 0 } : place;
  const { at, related } = problem;
  return { ...problem, at: inForm(at), ...(related ? { related: related.map(inForm) } : {}) };
}
