import { columnName, toA1 } from '../sheets/address.ts';
import { cellIndex, textAt, type Grid } from '../sheets/grid.ts';
import type { RuleUse, Severity } from '../forms/form.ts';
import { printedNames } from '../forms/printed-names.ts';
import { addressOf, type FilledColumn, type FilledField, type FilledForm, type FilledTable } from '../locate/filled.ts';
import { basisOf } from '../rules/messages.ts';
import type { Place, PlacedProblem, Problem, Rule } from '../rules/rule.ts';
import type { FindingSink } from './finding-list.ts';
import type { Finding } from './finding.ts';

const NO_PARAMS: Finding['params'] = {};
const NO_FIX: Finding['fix'] = [];

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Where a problem is shown. Row and column are -1 for the sheet as a whole. */
interface Spot {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly field: string | null;
}

/** Makes findings of the problems of one application of a rule to one form. */
export class FindingWriter {
  readonly #form: FilledForm;
  readonly #formIndex: number;
  readonly #rule: Rule;
  readonly #use: RuleUse;
  readonly #list: FindingSink;
  readonly #basis: string | null;
  readonly #names: ReadonlyMap<string, string>;
  /** Cases told of a value that several rows share, by its cell, with the row: it is told once, not once a row. */
  readonly #told = new Map<string, number>();

  constructor(form: FilledForm, formIndex: number, rule: Rule, use: RuleUse, list: FindingSink) {
    this.#form = form;
    this.#formIndex = formIndex;
    this.#rule = rule;
    this.#use = use;
    this.#list = list;
    this.#basis = basisOf(form.located.form, use.basis);
    this.#names = printedNames(form.located.form);
  }

  atField(field: FilledField, problem: Problem): void {
    const { sheet, at } = field.located;
    const spot = { sheet, row: at.row, column: at.column, field: field.field.key };
    this.#write(spot, problem, this.#fixOfField(field, problem.fix));
  }

  atRow(table: FilledTable, column: FilledColumn, row: number, problem: Problem): void {
    if (this.#isTold(column, row, problem.case)) return;
    const spot = this.#spotOfRow(table, column, row);
    this.#write(spot, problem, this.#fixOfCell(spot, problem.fix));
  }

  atPlace(problem: PlacedProblem): void {
    const { at } = problem;
    if (typeof at === 'object' && 'field' in at) {
      const field = this.#form.fields.get(at.field);
      if (field) {
        this.#write(this.#spotOf(at), problem, this.#fixOfField(field, problem.fix), problem);
        return;
      }
    }
    const column = columnAt(this.#form, at);
    if (column && typeof at === 'object' && 'row' in at && this.#isTold(column, at.row, problem.case)) return;
    const spot = this.#spotOf(at);
    this.#write(spot, problem, this.#fixOfCell(spot, problem.fix), problem);
  }

  #isTold({ column, writtenIn }: FilledColumn, row: number, name: string): boolean {
    const written = writtenIn[row];
    if (writtenIn[row - 1] !== written && writtenIn[row + 1] !== written) return false;
    const key = `${column.key} ${String(written)} ${name}`;
    const told = this.#told.get(key);
    if (told === undefined) this.#told.set(key, row);
    return told !== undefined && told !== row;
  }

  #write(spot: Spot, problem: Problem, fix: Finding['fix'], placed?: PlacedProblem): void {
    const finding: Mutable<Finding> = {
      rule: this.#rule.id,
      severity: this.#severityOf(problem),
      sheet: this.#grid(spot.sheet)?.name ?? '',
      sheetIndex: spot.sheet,
      cell: spot.row < 0 ? null : columnName(spot.column) + String(spot.row + 1),
      field: spot.field,
      case: problem.case,
      params: problem.params ?? NO_PARAMS,
      fix: placed?.fixes
        ? [...fix, ...placed.fixes.flatMap(({ at, value }) => this.#fixOfCell(this.#spotOf(at), value))]
        : fix,
      basis: this.#basis,
    };
    const label = spot.field === null ? undefined : this.#names.get(spot.field);
    if (label !== undefined) finding.label = label;
    const wording = (isAdvice(this.#rule, problem) ? undefined : this.#use.message) ?? problem.wording;
    if (wording) finding.wording = wording;
    if (problem.expected) finding.expected = problem.expected;
    if (placed?.related) {
      finding.related = placed.related
        .map((place) => this.#spotOf(place))
        .filter(({ sheet, row }) => sheet === spot.sheet && row >= 0)
        .map(({ row, column }) => toA1(row, column));
    }
    this.#list.add(finding, this.#formIndex, spot.sheet, spot.row, spot.column);
  }

  /** A definition may make a check graver or milder; advice on spelling stays advice. */
  #severityOf(problem: Problem): Severity {
    const usual = usualSeverity(this.#rule, problem);
    return usual === 'info' ? usual : (this.#use.severity ?? usual);
  }

  #spotOf(place: Place): Spot {
    const { located, fields, tables } = this.#form;
    const whole = { sheet: located.sheet, row: -1, column: -1 };
    if (place === 'form') return { ...whole, field: this.#use.field ?? null };
    if ('field' in place) {
      const field = fields.get(place.field);
      return field
        ? { sheet: field.located.sheet, ...field.located.at, field: place.field }
        : { ...whole, field: place.field };
    }
    if ('sheet' in place) {
      return { sheet: place.sheet, ...(place.cell ?? { row: -1, column: -1 }), field: place.name };
    }
    const table = tables.get(place.table);
    const column = table?.columns.get(place.column ?? '');
    if (!table) return { ...whole, field: place.column ?? null };
    if (column && 'row' in place) return this.#spotOfRow(table, column, place.row);
    const { top, left } = table.located.header;
    const heading = column?.located.heading ?? { row: top, column: left };
    return { sheet: table.located.sheet, ...heading, field: place.column ?? null };
  }

  #spotOfRow(table: FilledTable, column: FilledColumn, row: number): Spot {
    return { sheet: table.located.sheet, ...addressOf(column, row), field: column.column.key };
  }

  #grid(sheet: number): Grid | undefined {
    return this.#form.workbook.sheets[sheet];
  }

  /** Formulas are never replaced by a value. */
  #fixOfCell({ sheet, row, column }: Spot, value: string | number | undefined): Finding['fix'] {
    const grid = this.#grid(sheet);
    if (value === undefined || row < 0 || !grid) return NO_FIX;
    if (grid.formulas.size > 0 && grid.formulas.has(cellIndex(grid, row, column))) return NO_FIX;
    return [{ cell: toA1(row, column), value }];
  }

  /** A value that shares its cell with its label is replaced within the cell's text, where it can be told from it. */
  #fixOfField({ located }: FilledField, value: string | number | undefined): Finding['fix'] {
    const spot = { sheet: located.sheet, ...located.at, field: null };
    if (value === undefined || located.cells.length > 1) return NO_FIX;
    if (located.inline === undefined) return this.#fixOfCell(spot, value);
    const grid = this.#grid(located.sheet);
    const pieces = grid ? textAt(grid, spot.row, spot.column).split(located.inline) : [];
    return pieces.length === 2 ? this.#fixOfCell(spot, pieces.join(String(value))) : NO_FIX;
  }
}

function usualSeverity(rule: Rule, problem: Problem): Severity {
  return problem.severity ?? rule.messages[problem.case]?.severity ?? 'error';
}

/** Whether it is advice on spelling, which a definition's message does not speak of; a check made mild is none. */
function isAdvice(rule: Rule, problem: Problem): boolean {
  return usualSeverity(rule, problem) === 'info';
}

function columnAt(form: FilledForm, place: Place): FilledColumn | undefined {
  if (place === 'form' || !('table' in place)) return undefined;
  return form.tables.get(place.table)?.columns.get(place.column ?? '');
}
