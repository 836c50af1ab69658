import type { Expression } from '../forms/expressions/expression.ts';
import type { Form } from '../forms/form.ts';
import type { ColumnReader } from '../locate/column-reader.ts';
import type { FilledForm } from '../locate/filled.ts';
import type { LocatedColumn } from '../locate/located.ts';
import { SteadyEdits, type CellEdit, type RowCell } from '../locate/steady-edits.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { forgetClasses } from '../rules/column-classes.ts';
import { cellAt, cellIndex, fontAt, type Grid } from '../sheets/grid.ts';
import { EditableGrid, type CellContent } from '../sheets/editable-grid.ts';
import type { Workbook } from '../sheets/workbook.ts';
import { resultOf } from './check-forms.ts';
import { fillForms, summarised, type CheckedWorkbook, type FormSummary, type WorkbookCheck } from './check-workbook.ts';
import { figuresAfter, figuresOf } from './figures.ts';
import type { FigureValue } from './finding.ts';
import { formProcedure } from './form-procedure.ts';
import { KeptRuns } from './kept-runs.ts';
import { columnsRead } from './use-reads.ts';

/** An edit with all that a reader would find in the cell. */
export interface ContentEdit extends CellEdit {
  readonly content: CellContent;
}

/** More edits at once are cheaper checked as a whole. */
const MOST_EDITS = 40;

/**
 * A workbook that stays checked while it is edited: where an edit changes nothing but the value of a cell in a row of data,
 * what leans on that value is judged anew; otherwise all is. What it finds is at every moment what
 * `checkWorkbook` finds in the workbook as it stands.
 */
export class KeptCheck {
  readonly #forms: readonly Form[];
  readonly #only: string | null;
  readonly #procedures: readonly Procedure[];
  readonly #sheets: readonly EditableGrid[];
  readonly workbook: Workbook;
  #check: WorkbookCheck;
  #wholeChecks = 0;
  /** What is kept of the forms found; absent where there are none. */
  #kept: Kept | undefined;

  /** @param workbook Is taken over: nobody else may read its sheets any more. */
  constructor(
    workbook: Workbook,
    forms: readonly Form[],
    only: string | null = null,
    procedures: readonly Procedure[] = [],
  ) {
    const strings = [...(workbook.sheets[0]?.strings ?? [])];
    this.#sheets = workbook.sheets.map((grid) => new EditableGrid(grid, strings));
    this.workbook = { ...workbook, sheets: this.#sheets };
    this.#forms = forms;
    this.#only = only;
    this.#procedures = procedures;
    this.#check = this.#checkAll();
  }

  /** How often all was judged. */
  get wholeChecks(): number {
    return this.#wholeChecks;
  }

  /** What was found last. */
  get check(): WorkbookCheck {
    return this.#check;
  }

  /** Takes in what was written into cells; answers what is found from now on. */
  edit(edits: readonly ContentEdit[]): WorkbookCheck {
    const changes = edits.filter(({ sheet, row, column, content }) => {
      const grid = this.#sheets[sheet];
      return grid !== undefined && !isSame(grid, row, column, content);
    });
    if (changes.length === 0) return this.#check;
    let kept = changes.length > MOST_EDITS ? undefined : this.#kept;
    for (const edit of changes) {
      const cell = kept?.steady.cellOf(edit);
      this.#sheets[edit.sheet]?.set(edit.row, edit.column, edit.content);
      if (!kept || !cell || !this.#reread(kept, cell)) kept = undefined;
    }
    this.#check = kept && this.#check.checked ? { checked: this.#told(kept, this.#check.checked) } : this.#checkAll();
    return this.#check;
  }

  #checkAll(): WorkbookCheck {
    this.#wholeChecks++;
    const readers = new Map<LocatedColumn, ColumnReader>();
    const { filled, unrecognised } = fillForms(this.workbook, this.#forms, this.#only, (column, reader) =>
      readers.set(column, reader),
    );
    this.#kept = undefined;
    if (unrecognised) return { unrecognised };
    const runs = new KeptRuns(filled);
    const figures = filled.map(figuresOf);
    this.#kept = {
      readers,
      filled,
      runs,
      figures,
      changed: filled.map(() => new Set<string>()),
      steady: new SteadyEdits(this.workbook, filled, this.#forms),
    };
    const result = resultOf(runs.told(), filled, figures);
    return { checked: summarised(result, this.workbook, this.#procedures) };
  }

  /** Reads a cell of a data row again, and judges what leans on it; false where that may be more than can be told. */
  #reread({ readers, runs, changed }: Kept, cell: RowCell): boolean {
    const { form, table, row, column } = cell;
    if (!column) return true;
    const grid = this.#sheets[table.located.sheet];
    const reader = readers.get(column.located);
    if (!grid || !reader) return false;
    const before = column.ids[row] ?? 0;
    const id = reader.read(cellIndex(grid, table.rows[row] ?? 0, column.located.at));
    if (reader.isDitto(id) || reader.isDitto(before)) return false;
    column.ids[row] = id;
    column.own[row] = reader.isBlank(id) ? 0 : 1;
    forgetClasses(column);
    changed[form]?.add(JSON.stringify([table.table.key, column.column.key]));
    return runs.edited(form, table, column, row, before);
  }

  /** What is found after the rules have been run again that have to be. */
  #told({ filled, runs, figures, changed }: Kept, before: CheckedWorkbook): CheckedWorkbook {
    const isChanged = (form: number, { table, column }: { table: string; column: string }): boolean =>
      changed[form]?.has(JSON.stringify([table, column])) === true;
    const result = resultOf(
      runs.told(),
      filled,
      filled.map((form, at) =>
        changed[at]?.size === 0
          ? (figures[at] ?? NO_FIGURES)
          : figuresAfter(form, figures[at] ?? NO_FIGURES, (place) => isChanged(at, place)),
      ),
    );
    const summaries = result.forms.map(({ form, counts, figures: now }, at): FormSummary => {
      figures[at] = now;
      const known = before.forms[at];
      if (!known) throw new RangeError(`no form ${String(at)}`);
      const { procedure: _, ...others } = known;
      const leansOnIt = columnsRead(linkOf(form), form.located.form).some((place) => isChanged(at, place));
      const procedure = leansOnIt ? formProcedure(form, this.#procedures) : known.procedure;
      return { ...others, counts, figures: Object.fromEntries(now), ...(procedure ? { procedure } : {}) };
    });
    for (const columns of changed) columns.clear();
    const [best, ...others] = summaries;
    if (!best) throw new Error('no form was filled');
    return { forms: [best, ...others], findings: result.findings, formOf: result.formOf };
  }
}

const NO_FIGURES: ReadonlyMap<string, FigureValue> = new Map();

interface Kept {
  readonly readers: ReadonlyMap<LocatedColumn, ColumnReader>;
  readonly filled: readonly FilledForm[];
  readonly runs: KeptRuns;
  readonly figures: ReadonlyMap<string, FigureValue>[];
  /** By form the columns of which a cell was read again. */
  readonly changed: readonly Set<string>[];
  readonly steady: SteadyEdits;
}

/** What the procedure is asked by. */
function linkOf({ located: { form } }: FilledForm): readonly Expression[] {
  const { total, category } = form.procedure ?? {};
  return [...(total ? [total] : []), ...(typeof category === 'object' ? [category] : [])];
}

function isSame(grid: Grid, row: number, column: number, content: CellContent): boolean {
  const font = fontAt(grid, row, column);
  const before = { ...cellAt(grid, row, column), ...(font ? { font } : {}) };
  return JSON.stringify(parts(before)) === JSON.stringify(parts(content));
}

function parts({ value, format, formula, font }: CellContent): readonly unknown[] {
  return value === null && formula === undefined ? [null] : [value, format, formula, font?.name, font?.size];
}
