import type { Form } from '../forms/form.ts';
import { requiredSeverity } from '../forms/required-uses.ts';
import type { Range } from '../sheets/address.ts';
import type { Grid } from '../sheets/grid.ts';
import type { Workbook } from '../sheets/workbook.ts';
import { append, greatestOf, leastOf } from '../sheets/lists.ts';
import { wordsOf } from './answers.ts';
import { findFields } from './fields.ts';
import { hiddenParts } from './hidden-parts.ts';
import type { LocatedField, LocatedForm, LocatedTable, Oddity } from './located.ts';
import type { NotLocated } from './match-form.ts';
import { findWords, type SheetWords } from './occurrences.ts';
import { findLandmarks, type Landmarks } from './sections.ts';
import { partsOf, type SheetPart } from './sheet-parts.ts';
import { tableEnds } from './table-ends.ts';
import { findHeaders, readTable } from './tables.ts';
import { uncheckedRows } from './unchecked-rows.ts';
import { Vocabulary } from './vocabulary.ts';

export type { NotLocated } from './match-form.ts';

export interface LocateOptions {
  /** Only this form is looked for (its id). */
  readonly only?: string;
}

export type LocateResult =
  | { readonly located: readonly LocatedForm[]; readonly problem?: undefined }
  | { readonly located?: undefined; readonly problem: NotLocated };

/** The custom document property in which our own blank forms carry their id. */
export const FORM_PROPERTY = 'tianbao:form';
/** That with the form's version, a date. */
export const VERSION_PROPERTY = 'tianbao:version';

/**
 * Finds the forms of a workbook by their words: titles, labels and headings, wherever they stand. A form may stand on
 * several sheets; sheets without a form are left alone.
 */
export function locateForms(workbook: Workbook, forms: readonly Form[], options: LocateOptions = {}): LocateResult {
  const wanted = options.only === undefined ? forms : forms.filter((form) => form.id === options.only);
  const vocabulary = new Vocabulary(wanted);
  const hint = workbook.properties.get(FORM_PROPERTY);
  const sheets = workbook.sheets.map((grid) => (isEmpty(grid) ? undefined : findWords(grid, vocabulary)));
  const located: LocatedForm[] = [];
  const problems: (NotLocated & { readonly sheet: number })[] = [];
  sheets.forEach((words, sheet) => {
    if (!words) return;
    const { parts, problem, withoutTables } = partsOf(words, sheet, wanted, hint);
    const whole = withoutTables && readForm(withoutTables, sheets);
    if (whole && whole.tables.size > 0) located.push(whole);
    else if (problem) problems.push({ ...problem, sheet });
    for (const part of parts) located.push(readForm(part, sheets));
  });
  located.sort((a, b) => b.score - a.score || a.sheet - b.sheet || a.range.top - b.range.top);
  const [best, ...others] = located.filter((form) => !isAnnexed(form, located));
  if (!best) return { problem: problems[0] ?? { code: 'no-form', forms: [] } };
  // A sheet that could not be checked is told of with the form that could: nothing is passed over in silence.
  const unchecked = problems.filter(({ sheet }) => holdsRows(workbook.sheets[sheet]));
  const oddities = [...best.oddities, ...unchecked.map(uncheckedSheet), ...olderVersion(workbook, best.form)];
  return { located: [{ ...best, oddities }, ...others] };
}

/**
 * Nothing but tables, all read already with the rest of their form, which stands on another sheet; outlines by
 * themselves may look like those of another form.
 */
function isAnnexed({ form, score, sheet, fields, tables }: LocatedForm, located: readonly LocatedForm[]): boolean {
  if (fields.size > 0 || tables.size === 0) return false;
  return located.some((other) => {
    if (other.sheet === sheet || other.fields.size === 0) return false;
    if (other.form.id !== form.id && other.score <= score) return false;
    const read = [...other.tables.values()].filter((table) => table.sheet === sheet).map(({ header }) => header.top);
    return [...tables.values()].every((table) => table.sheet === sheet && read.includes(table.header.top));
  });
}

/** Rows with fewer cells are a cover or notes under the form's title, not data that somebody expects to be checked. */
const CELLS_OF_A_ROW = 3;

function holdsRows(grid: Grid | undefined): boolean {
  if (!grid) return false;
  const { rowStarts } = grid;
  return rowStarts.some((start, row) => row > 0 && start - (rowStarts[row - 1] ?? 0) >= CELLS_OF_A_ROW);
}

function uncheckedSheet({ code, forms, sheet }: NotLocated & { readonly sheet: number }): Oddity {
  const titles = forms.map(({ title }) => `《${title}》`);
  return code === 'ambiguous-form'
    ? { case: 'ambiguous-sheet', severity: 'warning', sheet, at: null, field: null, params: { titles } }
    : {
        case: 'unchecked-sheet',
        severity: 'error',
        sheet,
        at: null,
        field: null,
        params: { title: forms[0]?.title ?? '' },
      };
}

/** A file of our own making that is older than the definition; versions are dates, and sort as texts. */
function olderVersion({ properties }: Workbook, form: Form): Oddity[] {
  const version = properties.get(VERSION_PROPERTY);
  if (properties.get(FORM_PROPERTY) !== form.id || version === undefined || version >= form.version) return [];
  const params = { found: version, current: form.version };
  return [{ case: 'older-version', severity: 'info', sheet: 0, at: null, field: null, params }];
}

function isEmpty(grid: Grid): boolean {
  return grid.columns.length === 0;
}

/** Reads the tables and fields of a form that has been recognised; a table that its sheet lacks is sought on the others. */
function readForm(part: SheetPart, sheets: readonly (SheetWords | undefined)[]): LocatedForm {
  const { best: match, runnerUp } = part;
  const { form, sheet, words, landmarks, headers } = match;
  const tables = new Map<string, LocatedTable>();
  const oddities: Oddity[] = [];
  const take = (read: ReturnType<typeof readTable>): void => {
    tables.set(read.table.table.key, read.table);
    append(oddities, read.oddities);
  };
  const ends = tableEnds(words, form, landmarks, headers);
  for (const header of headers.values()) take(readTable(words, sheet, form, header, ends));
  for (const table of form.tables) {
    // Printed here with nothing but “见附页” below its header, it stands on another sheet too.
    if ((tables.get(table.key)?.rows.length ?? 0) === 0) takeAnnexed(table.key);
  }
  const fields = findFields(words, sheet, form, landmarks, tableBlocks(tables, sheet));
  takeAnnexedFields();
  const range = rangeOf(sheet, tables, fields, landmarks);
  append(oddities, missingParts(form, sheet, tables, fields));
  append(oddities, uncheckedRows(part, tables, range));
  append(oddities, hiddenParts(words.grid, sheet, fields.values(), tables.values()));
  return {
    form,
    sheet,
    range,
    score: match.score,
    ...(runnerUp ? { runnerUp: { form: runnerUp.form, score: runnerUp.score } } : {}),
    fields,
    tables,
    oddities,
  };

  function takeAnnexed(key: string): void {
    for (const [other, all] of sheets.entries()) {
      if (!all || other === sheet) continue;
      const annex = wordsOf(all, form);
      const there = findLandmarks(annex, form);
      if (there.titles.some(({ official }) => official)) continue;
      const header = findHeaders(annex, form, there).get(key);
      if (!header || header.likeness < 0.75) continue;
      take(readTable(annex, other, form, header, tableEnds(annex, form, there, new Map([[key, header]]))));
      return;
    }
  }

  /** What stands beside a table on another sheet, and not here: 申请IP地址数量 below the table of the network. */
  function takeAnnexedFields(): void {
    const others = new Set([...tables.values()].map((table) => table.sheet).filter((other) => other !== sheet));
    for (const other of others) {
      const all = sheets[other];
      if (!all) continue;
      const annex = wordsOf(all, form);
      const there = findFields(annex, other, form, findLandmarks(annex, form), tableBlocks(tables, other));
      for (const [key, field] of there) {
        const isHere = fields.has(key) || (field.field.after !== null && fields.has(field.field.after));
        if (!isHere) fields.set(key, field);
      }
    }
  }
}

/** Where labels are headings or values. A row of totals may hold labels: 合计 | 大写：… 小写：… */
function tableBlocks(tables: ReadonlyMap<string, LocatedTable>, sheet: number): Range[] {
  return [...tables.values()]
    .filter((table) => table.sheet === sheet)
    .flatMap(({ header, rows, totals, printed }) => {
      const bottom = Math.max(header.bottom, rows.at(-1) ?? 0, printed.at(-1) ?? 0);
      const tops = [header.top, ...totals.map((row) => row + 1)];
      return tops.map((top, i) => ({
        top,
        bottom: Math.min(bottom, (totals[i] ?? Infinity) - 1),
        left: 0,
        right: header.right,
      }));
    });
}

/** Parts of the form that are nowhere: told once each. */
function missingParts(
  form: Form,
  sheet: number,
  tables: ReadonlyMap<string, LocatedTable>,
  fields: ReadonlyMap<string, LocatedField>,
): Oddity[] {
  return [
    ...form.tables
      .filter((table) => !table.optional && !tables.has(table.key))
      .map((table): Oddity => {
        const headings = table.columns.map((column) => column.labels[0] ?? column.key);
        const about = { severity: 'error', sheet, at: null, field: null } as const;
        return table.section === null
          ? { ...about, case: 'missing-table', params: { headings } }
          : { ...about, case: 'missing-table-of-section', params: { headings, section: table.section } };
      }),
    ...form.fields
      .filter(
        (field) =>
          !field.optional && !fields.has(field.key) && (field.labels.length > 0 || field.paragraph !== undefined),
      )
      .map((field): Oddity => ({
        case: field.paragraph === undefined ? 'missing-field' : 'missing-paragraph',
        severity: requiredSeverity(form, { field: field.key }) ?? 'info',
        sheet,
        at: null,
        field: field.key,
        params: { label: field.labels[0] ?? field.key },
      })),
  ];
}

function rangeOf(
  sheet: number,
  tables: ReadonlyMap<string, LocatedTable>,
  fields: ReadonlyMap<string, LocatedField>,
  landmarks: Landmarks,
): Range {
  const corners = [
    ...landmarks.titles.map(({ at }) => at),
    ...[...fields.values()]
      .filter((field) => field.sheet === sheet)
      .flatMap(({ label, cells }) => (label ? [label, ...cells] : cells)),
    ...[...tables.values()]
      .filter((table) => table.sheet === sheet)
      .flatMap(({ header, rows, totals, printed }) => [
        { row: header.top, column: header.left },
        {
          row: greatestOf([rows, totals, printed].map((some) => some.at(-1) ?? header.bottom)),
          column: header.right,
        },
      ]),
  ];
  const rows = corners.map(({ row }) => row);
  const columns = corners.map(({ column }) => column);
  return { top: leastOf(rows), left: leastOf(columns), bottom: greatestOf(rows), right: greatestOf(columns) };
}
