import { parseExpression } from '../../src/forms/expressions/parse-expression.ts';
import type { Clause, Column, Field, Figure, Form, RuleUse, Table, ValueType } from '../../src/forms/form.ts';
import type { EntryDefinition } from '../../src/forms/definition.ts';
import { loadEntries } from '../../src/forms/entries.ts';
import { Faults } from '../../src/forms/faults.ts';
import { readValue } from '../../src/forms/values/read-value.ts';
import { entryRows } from '../../src/locate/fill-form.ts';
import type { FilledColumn, FilledField, FilledForm, FilledTable } from '../../src/locate/filled.ts';
import type { LocatedForm, LocatedTable, Oddity } from '../../src/locate/located.ts';
import { GridBuilder, StringTable } from '../../src/sheets/grid-builder.ts';
import { cellAt, type CellValue, type Font, type Grid } from '../../src/sheets/grid.ts';

/** What somebody wrote in a cell. */
export type Written =
  | CellValue
  | {
      readonly value: CellValue;
      readonly formula?: string;
      readonly format?: string;
      readonly font?: Font;
      /** A blank of one sentence: it stands in the cell of the field above it. */ readonly shares?: true;
    };

/** A column: its type, or more of it. */
export type ColumnSpec = ValueType | (Partial<Column> & { readonly type: ValueType });

/** A row of cells; `null` for a row that is no data, `totals` for one that states totals, a word in its first cell. */
export type Row = readonly Written[] | null | { readonly totals: readonly Written[] };

/** A use as a definition writes it: formulas as text. */
export interface UseSpec {
  readonly rule: string;
  /** `字段`, `表[列]` or `表`; left out: the form. */
  readonly at?: string;
  readonly when?: string;
  readonly severity?: RuleUse['severity'];
  readonly basis?: string;
  readonly message?: RuleUse['message'];
  readonly options?: Readonly<Record<string, unknown>>;
}

/** As a definition has them. */
export interface PrintedEntries {
  readonly column: string;
  readonly list: readonly EntryDefinition[];
}

/** A form and what somebody filled in. */
export interface Sheet {
  readonly id?: string;
  readonly name?: string;
  readonly fields?: Readonly<Record<string, readonly [type: ValueType, written: Written]>>;
  readonly columns?: Readonly<Record<string, Readonly<Record<string, ColumnSpec>>>>;
  /** The entries that tables print in their rows. */
  readonly entries?: Readonly<Record<string, PrintedEntries>>;
  /** Columns of the definition that the sheet does not have, as `表[列]`. */
  readonly missing?: readonly string[];
  readonly rows?: Readonly<Record<string, readonly Row[]>>;
  readonly rules?: readonly UseSpec[];
  readonly figures?: readonly Figure[];
  readonly lists?: Form['lists'];
  readonly clauses?: Readonly<Record<string, Clause>>;
  readonly oddities?: readonly Oddity[];
}

export const text: ValueType = { kind: 'text', lines: 'join' };
export const integer: ValueType = { kind: 'integer', units: [] };
export const number: ValueType = { kind: 'number', units: [] };
export const money: ValueType = { kind: 'money', unit: '元', decimals: 2 };
export const ports: ValueType = { kind: 'ports' };

export function choiceOf(...options: readonly string[]): ValueType {
  const listed = options.map((value) => ({ value, same: [], synonyms: [], not: [] }));
  return { kind: 'choice', options: listed, open: false, multiple: false, doubtful: [] };
}

/**
 * Fills a form as a locator would have found it, for rules to judge. The fields stand below each other, labels in A
 * and values in B; each table follows with one row of headings, columns from A on.
 */
export function filledForms(...sheets: readonly Sheet[]): readonly FilledForm[] {
  const strings = new StringTable();
  const grids = sheets.map((sheet, index) => gridOfSheet(sheet, sheet.name ?? `Sheet${String(index + 1)}`, strings));
  const workbook = { sheets: grids, date1904: false, properties: new Map<string, string>() };
  return sheets.map((sheet, index) => {
    const form = formOf(sheet);
    const grid = grids[index];
    if (!grid) throw new Error('one grid a sheet');
    const fields = form.fields.map((field, row): [string, FilledField] => [
      field.key,
      filledField(field, grid, index, row, rowOfField(sheet, row)),
    ]);
    let top = firstTableRow(sheet);
    const tables = form.tables.map((table): [string, FilledTable] => {
      const rows = sheet.rows?.[table.key] ?? [];
      const filled = filledTable(table, sheet, grid, index, top);
      top += rows.length + 2;
      return [table.key, filled];
    });
    const located: LocatedForm = {
      form,
      sheet: index,
      range: { top: 0, left: 0, bottom: grid.rowCount - 1, right: grid.columnCount - 1 },
      score: 1,
      fields: new Map(fields.map(([key, { located }]) => [key, located])),
      tables: new Map(tables.map(([key, { located }]) => [key, located])),
      oddities: [],
    };
    return { workbook, located, fields: new Map(fields), tables: new Map(tables), oddities: sheet.oddities ?? [] };
  });
}

export function filledForm(sheet: Sheet): FilledForm {
  const [form] = filledForms(sheet);
  if (!form) throw new Error('a sheet gives a form');
  return form;
}

function firstTableRow(sheet: Sheet): number {
  const fields = Object.keys(sheet.fields ?? {}).length;
  return fields > 0 ? fields + 1 : 0;
}

function gridOfSheet(sheet: Sheet, name: string, strings: StringTable): Grid {
  const builder = new GridBuilder(name, strings);
  const write = (row: number, column: number, written: Written): void => {
    if (typeof written === 'object' && written !== null && 'value' in written) {
      builder.addValue(row, column, written.value, written.format, written.formula, written.font);
    } else builder.addValue(row, column, written);
  };
  Object.entries(sheet.fields ?? {}).forEach(([label, [, written]], row) => {
    write(row, 0, label);
    write(row, 1, written);
  });
  let top = firstTableRow(sheet);
  for (const [key, columns] of Object.entries(sheet.columns ?? {})) {
    Object.keys(columns).forEach((heading, column) => write(top, column, heading));
    (sheet.rows?.[key] ?? []).forEach((row, index) => {
      const cells = row === null ? [] : 'totals' in row ? row.totals : row;
      cells.forEach((written, column) => write(top + 1 + index, column, written));
    });
    top += (sheet.rows?.[key] ?? []).length + 2;
  }
  return builder.finish();
}

function formOf(sheet: Sheet): Form {
  return {
    id: sheet.id ?? 'test/form',
    version: '2024-01-01',
    county: '某县',
    title: '试表',
    otherTitles: [],
    source: { document: '某府发〔2024〕1号', name: '办法', annex: '附件1' },
    clauses: sheet.clauses ?? {},
    sections: [],
    sentences: [],
    fields: Object.entries(sheet.fields ?? {}).map(([key, [type]]) => ({
      key,
      labels: [key],
      after: null,
      section: null,
      optional: false,
      hints: [],
      type,
    })),
    tables: Object.entries(sheet.columns ?? {}).map(([key, columns]) => ({
      key,
      section: null,
      columns: Object.entries(columns).map(([name, spec]) => columnOf(name, spec)),
      ignoreIfOnly: [],
      printedRows: 0,
      optional: false,
      ...entriesOf(sheet.entries?.[key]),
    })),
    rules: (sheet.rules ?? []).map(useOf),
    figures: sheet.figures ?? [],
    ...(sheet.lists === undefined ? {} : { lists: sheet.lists }),
    printed: [],
  };
}

function entriesOf(written: PrintedEntries | undefined): Pick<Table, 'entries'> {
  if (!written) return {};
  return { entries: { column: written.column, list: loadEntries(written.list, [], new Faults()) } };
}

function columnOf(key: string, spec: ColumnSpec): Column {
  const more = 'type' in spec ? spec : { type: spec };
  return { key, labels: [key], groups: [], carryDown: false, optional: false, ...more };
}

/** A use as the loader makes it of what a definition says. */
export function useOf({ rule, at, when, severity, basis, message, options = {} }: UseSpec): RuleUse {
  const [, table, column] = /^([^[\]]+)\[([^[\]]+)\]$/.exec(at ?? '') ?? [];
  const target = table !== undefined && column !== undefined ? { table, column } : placeOf(at);
  return {
    rule,
    basis: basis ?? null,
    ...target,
    ...(severity === undefined ? {} : { severity }),
    ...(message === undefined ? {} : { message }),
    ...(when === undefined ? {} : { when: parseExpression(when) }),
    options: parsed(options) as RuleUse['options'],
  };
}

/** Tables are named in English in these tests, fields in Chinese. */
function placeOf(at: string | undefined): Pick<RuleUse, 'field' | 'table'> {
  if (at === undefined) return {};
  return /^[a-z]/.test(at) ? { table: at } : { field: at };
}

function parsed(options: unknown): unknown {
  if (typeof options === 'string' && options.startsWith('=')) return parseExpression(options);
  if (Array.isArray(options)) return options.map(parsed);
  if (typeof options !== 'object' || options === null) return options;
  return Object.fromEntries(Object.entries(options).map(([key, value]) => [key, parsed(value)]));
}

/** The row of the cell that a field stands in. */
function rowOfField(sheet: Sheet, row: number): number {
  const [, written] = Object.values(sheet.fields ?? {})[row] ?? [];
  const shares = typeof written === 'object' && written !== null && 'value' in written && written.shares === true;
  return shares ? rowOfField(sheet, row - 1) : row;
}

function filledField(field: Field, grid: Grid, sheet: number, row: number, shown: number): FilledField {
  const cell = cellAt(grid, row, 1);
  const at = { row: shown, column: 1 };
  return {
    field,
    located: { field, sheet, label: { row, column: 0 }, at, cells: [at] },
    cell,
    reading: readValue(cell, field.type, { date1904: false }),
  };
}

function filledTable(table: Table, sheet: Sheet, grid: Grid, index: number, top: number): FilledTable {
  const written = sheet.rows?.[table.key] ?? [];
  const own = table.columns.findIndex(({ key }) => key === table.entries?.column);
  const isPrinted = (row: readonly Written[]): boolean => row.every((cell, at) => at === own || cell === null);
  const given = written.flatMap((row, at) => (isCells(row) ? [{ row, at: top + 1 + at }] : []));
  const rows = given.filter(({ row }) => own < 0 || !isPrinted(row)).map(({ at }) => at);
  const printed = given.filter(({ row }) => own >= 0 && isPrinted(row)).map(({ at }) => at);
  const totals = written.flatMap((row, at) => (row !== null && 'totals' in row ? [top + 1 + at] : []));
  const present = table.columns.filter(({ key }) => !(sheet.missing ?? []).includes(`${table.key}[${key}]`));
  const columns = present.map((column): [string, FilledColumn] => [
    column.key,
    filledColumn(column, table.columns.indexOf(column), grid, top, rows),
  ]);
  const located: LocatedTable = {
    table,
    sheet: index,
    header: { top, left: 0, bottom: top, right: table.columns.length - 1 },
    columns: new Map(columns.map(([key, { located }]) => [key, located])),
    rows: Uint32Array.from(rows),
    printed,
    totals,
    carrying: [],
  };
  return { table, rows: located.rows, columns: new Map(columns), entries: entryRows(grid, located), located };
}

function isCells(row: Row): row is readonly Written[] {
  return Array.isArray(row);
}

function filledColumn(column: Column, at: number, grid: Grid, top: number, rows: readonly number[]): FilledColumn {
  const read = (row: number): FilledColumn['readings'][number] =>
    readValue(cellAt(grid, row, at), column.type, { date1904: false });
  const readings = [readValue({ value: null, format: 'General' }, column.type, { date1904: false })];
  const ids = new Map<string, number>();
  let above = 0;
  let aboveRow = -1;
  const writtenIn = new Uint32Array(rows.length);
  const own = new Uint8Array(rows.length);
  const idOfRow = rows.map((row, index) => {
    const cell = cellAt(grid, row, at);
    const isEmpty = cell.value === null && cell.formula === undefined;
    if (isEmpty && column.carryDown && aboveRow >= 0) {
      writtenIn[index] = aboveRow;
      return above;
    }
    writtenIn[index] = row;
    own[index] = isEmpty ? 0 : 1;
    if (isEmpty) return 0;
    const key = JSON.stringify(cell);
    above = ids.get(key) ?? readings.push(read(row)) - 1;
    aboveRow = row;
    ids.set(key, above);
    return above;
  });
  return {
    column,
    located: { column, at, heading: { row: top, column: at } },
    readings,
    ids: Uint32Array.from(idOfRow),
    writtenIn,
    own,
  };
}
