import type { Form, Table } from '../forms/form.ts';
import { fillForm, type KeepReader } from '../locate/fill-form.ts';
import type { FilledForm } from '../locate/filled.ts';
import { locateForms, type NotLocated } from '../locate/locate-forms.ts';
import type { LocatedForm, LocatedTable, Oddity } from '../locate/located.ts';
import type { Procedure } from '../procedure/procedure.ts';
import type { Answer } from '../procedure/project.ts';
import { rangeToA1, type Address } from '../sheets/address.ts';
import type { Workbook } from '../sheets/workbook.ts';
import { checkForms, type CheckedForm, type CheckResult, type Counts } from './check-forms.ts';
import type { FigureValue, Finding } from './finding.ts';
import { formProcedure } from './form-procedure.ts';

/** What was found in a workbook, without the workbook: plain data, small enough to be posted from a worker. */
export interface CheckedWorkbook {
  /** The forms it holds, the best match first. */
  readonly forms: readonly [FormSummary, ...FormSummary[]];
  /** Of all forms; by sheet, row, column and rule; without doubles. */
  readonly findings: readonly Finding[];
  /** The form of each finding, by its place in `forms`. */
  readonly formOf: readonly number[];
}

export interface FormSummary {
  readonly form: Form;
  /** The sheet's name. */
  readonly sheet: string;
  /** Its place in `Workbook.sheets`. */
  readonly sheetIndex: number;
  /** 0 to 1: how much of the form's own wording was found. */
  readonly score: number;
  /** The cells of its labels and headings: where one of them changes, the form is to be found anew. */
  readonly landmarks: readonly Landmark[];
  readonly tables: readonly TablePlace[];
  /** All it covers on that sheet, as A1:B2. */
  readonly range: string;
  readonly counts: Counts;
  readonly figures: Readonly<Record<string, FigureValue>>;
  /** What follows from its amount, where it carries one that can be relied on. */
  readonly procedure?: Answer;
  /** The next best form for the same place, where there is one. */
  readonly runnerUp?: Form;
}

/** A cell on one of the workbook's sheets (by its place). */
export interface Landmark extends Address {
  readonly sheetIndex: number;
}

/** Where the data of a table stand, and by which columns its rows are told apart. */
export interface TablePlace {
  readonly sheetIndex: number;
  /** The first and last row of data. */
  readonly top: number;
  readonly bottom: number;
  readonly key: readonly { readonly column: string; readonly at: number; readonly carryDown: boolean }[];
}

/** Why a workbook was not checked; `instead`: the form that it plainly is, where another one was asked for. */
export interface Unrecognised extends NotLocated {
  readonly instead?: Form;
}

export type WorkbookCheck =
  | { readonly checked: CheckedWorkbook; readonly unrecognised?: undefined }
  | { readonly checked?: undefined; readonly unrecognised: Unrecognised };

/**
 * The whole of checking: finds the forms of a workbook, reads them and runs their rules.
 * @param only the id of the only form looked for; `null` for any
 * @param procedures of the counties, for what follows from a form's amount
 */
export function checkWorkbook(
  workbook: Workbook,
  forms: readonly Form[],
  only: string | null = null,
  procedures: readonly Procedure[] = [],
): WorkbookCheck {
  const { filled, unrecognised } = fillForms(workbook, forms, only);
  return unrecognised ? { unrecognised } : { checked: summarised(checkForms(filled), workbook, procedures) };
}

/** The forms of a workbook with every cell read, the best match first. */
export type FilledForms =
  | { readonly filled: readonly FilledForm[]; readonly unrecognised?: undefined }
  | { readonly filled?: undefined; readonly unrecognised: Unrecognised };

/** Finds the forms of a workbook and reads them. */
export function fillForms(
  workbook: Workbook,
  forms: readonly Form[],
  only: string | null,
  keep?: KeepReader,
): FilledForms {
  const { located, problem } = locateForms(workbook, forms, only === null ? {} : { only });
  const anyForm = only === null ? [] : (locateForms(workbook, forms).located ?? []);
  if (problem) {
    const [instead] = anyForm;
    return { unrecognised: instead ? { ...problem, instead: instead.form } : problem };
  }
  return { filled: located.map((form) => withOtherForm(fillForm(workbook, form, keep), anyForm)) };
}

/** What was found, without the workbook. */
export function summarised(
  { forms, findings, formOf }: CheckResult,
  workbook: Workbook,
  procedures: readonly Procedure[],
): CheckedWorkbook {
  const [best, ...others] = forms.map((form) => summaryOf(form, workbook, procedures));
  if (!best) throw new Error('no form was filled');
  return { forms: [best, ...others], findings, formOf };
}

function summaryOf(
  { form, counts, figures }: CheckedForm,
  workbook: Workbook,
  procedures: readonly Procedure[],
): FormSummary {
  const { located } = form;
  const procedure = formProcedure(form, procedures);
  return {
    form: located.form,
    sheet: workbook.sheets[located.sheet]?.name ?? '',
    sheetIndex: located.sheet,
    score: located.score,
    landmarks: landmarksOf(located),
    tables: [...located.tables.values()].flatMap((table) => placeOf(table, located.form)),
    range: rangeToA1(located.range),
    counts,
    figures: Object.fromEntries(figures),
    ...(procedure ? { procedure } : {}),
    ...(located.runnerUp ? { runnerUp: located.runnerUp.form } : {}),
  };
}

function landmarksOf({ fields, tables }: LocatedForm): Landmark[] {
  const labels = [...fields.values()].flatMap(({ label, sheet }) => (label ? [{ ...label, sheetIndex: sheet }] : []));
  const headings = [...tables.values()].flatMap(({ columns, sheet }) =>
    [...columns.values()].map(({ heading }) => ({ ...heading, sheetIndex: sheet })),
  );
  return [...labels, ...headings];
}

function placeOf({ table, sheet, rows, columns }: LocatedTable, form: Form): TablePlace[] {
  const [top] = rows;
  const bottom = rows.at(-1);
  if (top === undefined || bottom === undefined) return [];
  const names = keyColumns(table, form);
  const key = [...columns.values()]
    .filter(({ column }) => names.includes(column.key))
    .map(({ column, at }) => ({ column: column.key, at, carryDown: column.carryDown }));
  return [{ sheetIndex: sheet, top, bottom, key }];
}

/** The columns that must be unique together; where a form asks for nothing of the kind, its texts. */
function keyColumns({ key, columns, ignoreIfOnly }: Table, form: Form): readonly string[] {
  const unique = form.rules.find(
    ({ rule, table, options }) => rule === 'unique' && table === key && isNames(options.columns),
  );
  if (isNames(unique?.options.columns)) return unique.options.columns;
  return columns
    .filter((column) => column.type.kind === 'text' && !ignoreIfOnly.includes(column.key))
    .map((column) => column.key);
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string');
}

/** A form checked because it was asked for, with the remark that its sheet looks more like another. */
function withOtherForm(filled: FilledForm, others: readonly LocatedForm[]): FilledForm {
  const { form, sheet } = filled.located;
  const here = others.filter((each) => each.sheet === sheet).map((each) => each.form);
  const [other] = here;
  if (!other || here.some(({ id }) => id === form.id)) return filled;
  const params = { title: form.title, other: other.title, id: other.id };
  const oddity: Oddity = { case: 'other-form', severity: 'warning', sheet, at: null, field: null, params };
  return { ...filled, oddities: [oddity, ...filled.oddities] };
}
