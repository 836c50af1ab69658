import { foldLabel } from '../forms/fold.ts';
import type { Field, Form } from '../forms/form.ts';
import { requiredSeverity } from '../forms/required-uses.ts';
import type { Range } from '../sheets/address.ts';
import { CellKind, type Grid } from '../sheets/grid.ts';
import type { Workbook } from '../sheets/workbook.ts';
import { findFields } from './fields.ts';
import type { HeaderCandidate } from './headings.ts';
import type { LocatedField, LocatedForm, LocatedTable, Oddity } from './located.ts';
import { findWords, type SheetWords } from './occurrences.ts';
import { findLandmarks, type Landmarks } from './sections.ts';
import { findHeaders, readTable } from './tables.ts';
import { Vocabulary } from './vocabulary.ts';

export interface LocateOptions {
  /** Only this form is looked for (its id). */
  readonly only?: string;
}

/** Why no form was found: a code of the error messages, with what a person needs to go on. */
export interface NotLocated {
  readonly code: 'no-form' | 'ambiguous-form' | 'no-header';
  /** The forms it is about: those that fit equally, or the one whose header is missing. */
  readonly forms: readonly Form[];
}

export type LocateResult =
  | { readonly located: readonly LocatedForm[]; readonly problem?: undefined }
  | { readonly located?: undefined; readonly problem: NotLocated };

/** The custom document property in which our own blank forms carry their id. */
export const FORM_PROPERTY = 'tianbao:form';

/** Less of a form's wording than this is somebody else's form. */
const ENOUGH = 0.5;
/** With the form's title above it, less will do: people leave out what they think does not concern them. */
const ENOUGH_WITH_TITLE = 0.3;
/** Matches nearer to each other than this cannot be told apart. */
const EQUAL = 0.004;
/** A form that fits almost as well is named beside the one that is checked. */
const NEAR = 0.15;

/** How well one form fits one sheet, before its tables are read. */
interface Match {
  readonly form: Form;
  readonly sheet: number;
  readonly words: SheetWords;
  readonly landmarks: Landmarks;
  readonly headers: ReadonlyMap<string, HeaderCandidate>;
  /** The form's own words found, beside all that it has; 0 to 1. */
  readonly score: number;
  /** The score with what else speaks for it; only for comparing. */
  readonly rank: number;
  readonly titled: boolean;
}

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
  let problem: NotLocated | undefined;
  sheets.forEach((words, sheet) => {
    if (!words) return;
    const matches = wanted.map((form) => matchForm(words, sheet, form, hint)).sort((a, b) => b.rank - a.rank);
    const result = chooseForm(matches);
    if (!result) return;
    if ('problem' in result) problem ??= result.problem;
    else located.push(readForm(result.best, result.runnerUp, sheets));
  });
  if (located.length === 0) return { problem: problem ?? { code: 'no-form', forms: [] } };
  return { located: located.sort((a, b) => b.score - a.score || a.sheet - b.sheet) };
}

function isEmpty(grid: Grid): boolean {
  return grid.columns.length === 0;
}

function matchForm(words: SheetWords, sheet: number, form: Form, hint: string | undefined): Match {
  const landmarks = findLandmarks(words, form);
  const headers = findHeaders(words, form, landmarks);
  const fields = findFields(words, sheet, form, landmarks, headerBlocks(headers));
  let all = 0;
  let found = 0;
  for (const table of form.tables) {
    const header = headers.get(table.key);
    if (!header && table.optional) continue;
    for (const column of table.columns) {
      if (column.optional && !header?.columns.has(column.key)) continue;
      all++;
      if (header?.columns.has(column.key)) found++;
    }
  }
  for (const field of form.fields) {
    if (field.optional && !fields.has(field.key)) continue;
    all++;
    if (fields.has(field.key)) found++;
  }
  const score = all === 0 ? 0 : found / all;
  const title = landmarks.titles.some(({ official }) => official)
    ? 0.3
    : landmarks.titles.some(({ exact }) => exact)
      ? 0.2
      : landmarks.titles.length > 0
        ? 0.1
        : 0;
  const rank = found < 2 ? 0 : score + found * 0.005 + title + (hint === form.id ? 0.1 : 0);
  return { form, sheet, words, landmarks, headers, score, rank, titled: title > 0 };
}

function headerBlocks(headers: ReadonlyMap<string, HeaderCandidate>): Range[] {
  return [...headers.values()].map((header) => ({
    top: header.top,
    bottom: header.bottom,
    left: 0,
    right: Math.max(...header.headed),
  }));
}

/** The best match of a sheet; nothing where no form is there, a problem where one is but cannot be checked. */
function chooseForm(
  matches: readonly Match[],
): { readonly best: Match; readonly runnerUp: Match | undefined } | { readonly problem: NotLocated } | undefined {
  const fitting = matches.filter(isEnough);
  const [best, runnerUp] = fitting;
  if (!best) {
    const titled = matches.find(
      (match) => match.landmarks.titles.some(({ exact }) => exact) && match.form.tables.length > 0,
    );
    return titled && { problem: { code: 'no-header', forms: [titled.form] } };
  }
  if (best.form.tables.length > 0 && best.headers.size === 0)
    return { problem: { code: 'no-header', forms: [best.form] } };
  if (runnerUp && best.rank - runnerUp.rank < EQUAL) {
    return { problem: { code: 'ambiguous-form', forms: [best.form, runnerUp.form] } };
  }
  return { best, runnerUp: runnerUp && best.rank - runnerUp.rank < NEAR ? runnerUp : undefined };
}

function isEnough({ score, titled, rank }: Match): boolean {
  return rank > 0 && (score >= ENOUGH || (titled && score >= ENOUGH_WITH_TITLE));
}

/** Reads the tables and fields of a form that has been recognised; a table that its sheet lacks is sought on the others. */
function readForm(match: Match, runnerUp: Match | undefined, sheets: readonly (SheetWords | undefined)[]): LocatedForm {
  const { form, sheet, words, landmarks, headers } = match;
  const tables = new Map<string, LocatedTable>();
  const oddities: Oddity[] = [];
  const take = (read: ReturnType<typeof readTable>): void => {
    tables.set(read.table.table.key, read.table);
    oddities.push(...read.oddities);
  };
  const ends = tableEnds(words, form, landmarks, headers);
  for (const header of headers.values()) take(readTable(words, sheet, form, header, ends));
  for (const table of form.tables) {
    if (!tables.has(table.key)) takeAnnexed(table.key);
  }
  const fields = findFields(words, sheet, form, landmarks, tableBlocks(tables, sheet));
  oddities.push(...missingParts(form, sheet, tables, fields));
  return {
    form,
    sheet,
    range: rangeOf(sheet, tables, fields, landmarks),
    score: match.score,
    ...(runnerUp ? { runnerUp: { form: runnerUp.form, score: runnerUp.score } } : {}),
    fields,
    tables,
    oddities,
  };

  function takeAnnexed(key: string): void {
    for (const [other, annex] of sheets.entries()) {
      if (!annex || other === sheet) continue;
      const there = findLandmarks(annex, form);
      if (there.titles.some(({ official }) => official)) continue;
      const header = findHeaders(annex, form, there).get(key);
      if (!header || header.likeness < 0.75) continue;
      take(readTable(annex, other, form, header, tableEnds(annex, form, there, new Map([[key, header]]))));
      return;
    }
  }
}

/** Rows at which a table is over: another header, a label of a field, a section line, a title. */
function tableEnds(
  words: SheetWords,
  form: Form,
  landmarks: Landmarks,
  headers: ReadonlyMap<string, HeaderCandidate>,
): (row: number) => boolean {
  const ends = new Set<number>(landmarks.printedRows);
  for (const header of headers.values()) {
    ends.add(header.top);
    const caption = captionAbove(words, header.top);
    if (caption !== undefined) ends.add(caption);
  }
  for (const row of landmarks.sections.values()) ends.add(row);
  for (const { at } of [...landmarks.sentences, ...landmarks.titles]) ends.add(at.row);
  const headings = headerBlocks(headers);
  for (const { field, label } of findFields(words, 0, form, landmarks, headings).values()) {
    if (label === null) continue;
    const first = firstFilledColumn(words.grid, label.row);
    if (first === label.column || isNamedAt(words, field, label.row, first)) ends.add(label.row);
  }
  return (row) => ends.has(row);
}

function isNamedAt({ byRow }: SheetWords, { labels }: Field, row: number, column: number): boolean {
  const here = (byRow.get(row) ?? []).filter((one) => one.column === column);
  return here.length > 0 && labels.some((label) => here.some((one) => one.label === foldLabel(label)));
}

/** The line with nothing but a heading of its own (网络资源需求) right above a header, blank lines between let pass. */
function captionAbove({ grid, byRow }: SheetWords, top: number): number | undefined {
  let row = top - 1;
  while (row > top - 3 && row >= 0 && firstFilledColumn(grid, row) < 0) row--;
  if (row < 0 || byRow.has(row)) return undefined;
  const filled = (grid.rowStarts[row + 1] ?? 0) - (grid.rowStarts[row] ?? 0);
  return filled === 1 ? row : undefined;
}

function firstFilledColumn(grid: Grid, row: number): number {
  for (let index = grid.rowStarts[row] ?? 0; index < (grid.rowStarts[row + 1] ?? 0); index++) {
    const isBlank = grid.kinds[index] === CellKind.text && (grid.strings[grid.values[index] ?? 0] ?? '').trim() === '';
    if (!isBlank && grid.kinds[index] !== CellKind.none) return grid.columns[index] ?? 0;
  }
  return -1;
}

/** Where labels are headings or values. A row of totals may hold labels: 合计 | 大写：… 小写：… */
function tableBlocks(tables: ReadonlyMap<string, LocatedTable>, sheet: number): Range[] {
  return [...tables.values()]
    .filter((table) => table.sheet === sheet)
    .flatMap(({ header, rows, totals }) => {
      const bottom = Math.max(header.bottom, rows.at(-1) ?? 0);
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
        return { case: 'missing-table', severity: 'error', sheet, at: null, field: null, params: { headings } };
      }),
    ...form.fields
      .filter((field) => !field.optional && field.labels.length > 0 && !fields.has(field.key))
      .map((field): Oddity => ({
        case: 'missing-field',
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
      .flatMap(({ header, rows, totals }) => [
        { row: header.top, column: header.left },
        { row: Math.max(header.bottom, rows.at(-1) ?? 0, ...totals), column: header.right },
      ]),
  ];
  const rows = corners.map(({ row }) => row);
  const columns = corners.map(({ column }) => column);
  return { top: Math.min(...rows), left: Math.min(...columns), bottom: Math.max(...rows), right: Math.max(...columns) };
}
