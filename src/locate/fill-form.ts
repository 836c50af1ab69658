import { tidy } from '../forms/fold.ts';
import type { Reading } from '../forms/reading.ts';
import { readValue } from '../forms/values/read-value.ts';
import type { Address } from '../sheets/address.ts';
import { type Cell, cellAt, type Grid, textAt } from '../sheets/grid.ts';
import { mergesOf } from '../sheets/merges.ts';
import type { Workbook } from '../sheets/workbook.ts';
import { EntryFinder } from './entry-finder.ts';
import { isHint } from './fields.ts';
import type { ColumnReader } from './column-reader.ts';
import { fillColumn, type TableReading } from './fill-column.ts';
import type { FilledColumn, FilledField, FilledForm, FilledTable } from './filled.ts';
import { readingContext } from './reading-context.ts';
import type { LocatedColumn, LocatedField, LocatedForm, LocatedTable, Oddity } from './located.ts';

/** Takes the reader of each column of tables, for who reads single cells again later. */
export type KeepReader = (column: LocatedColumn, reader: ColumnReader) => void;

/** Reads every cell of a located form by its type. */
export function fillForm(workbook: Workbook, located: LocatedForm, keep?: KeepReader): FilledForm {
  const oddities: Oddity[] = [...located.oddities];
  const computed = workbook.recalculated?.get(located.sheet);
  if (computed) oddities.push(recalculation(computed, located.sheet));
  const fields = new Map<string, FilledField>();
  for (const [key, field] of located.fields) fields.set(key, fillField(workbook, field));
  const tables = new Map<string, FilledTable>();
  for (const [key, table] of located.tables) tables.set(key, fillTable(workbook, table, oddities, keep));
  return { workbook, located, fields, tables, oddities };
}

function recalculation({ row, column, count }: Address & { readonly count: number }, sheet: number): Oddity {
  return { case: 'recalculated', severity: 'info', sheet, at: { row, column }, field: null, params: { count } };
}

function fillTable(
  workbook: Workbook,
  located: LocatedTable,
  oddities: Oddity[],
  keep: KeepReader | undefined,
): FilledTable {
  const grid = workbook.sheets[located.sheet];
  if (!grid) throw new RangeError(`no sheet ${String(located.sheet)}`);
  const table: TableReading = {
    grid,
    merges: mergesOf(grid),
    located,
    workbook,
    ours: new Set([...located.columns.values()].map((column) => column.at)),
    begins: new Uint8Array(located.rows.length),
    oddities,
  };
  const columns = new Map<string, FilledColumn>();
  for (const [key, column] of located.columns) columns.set(key, fillColumn(table, column, keep));
  return { table: located.table, located, rows: located.rows, columns, entries: entryRows(grid, located) };
}

/** For each entry that the form prints the row that has it. */
export function entryRows(grid: Grid, { table, columns, rows, printed }: LocatedTable): FilledTable['entries'] {
  const at = columns.get(table.entries?.column ?? '')?.at;
  if (!table.entries || at === undefined) return [];
  const all = [
    ...Array.from(rows, (sheetRow, row) => ({ sheetRow, row })),
    ...printed.map((sheetRow) => ({ sheetRow, row: undefined })),
  ].sort((a, b) => a.sheetRow - b.sheetRow);
  const places = new EntryFinder(table.entries.list).assign(all.map(({ sheetRow }) => textAt(grid, sheetRow, at)));
  return places.map((place) => (place === undefined ? undefined : all[place]));
}

function fillField(workbook: Workbook, located: LocatedField): FilledField {
  const grid = workbook.sheets[located.sheet];
  if (!grid) throw new RangeError(`no sheet ${String(located.sheet)}`);
  const { field } = located;
  const stored = cellAt(grid, located.at.row, located.at.column);
  const cell: Cell = located.inline === undefined ? stored : { value: located.inline, format: 'General' };
  const given = withoutHint(located, cell);
  // Beside what is printed (（万元）) a number can only be text.
  const context = readingContext(given === cell ? workbook : { ...workbook, textOnly: true }, located.unit);
  const reading = readValue(given, field.type, context);
  return { field, located, cell, reading: sharesCell(located) ? withoutFixes(reading) : reading };
}

/** The cell without the words that the form has printed in it. */
function withoutHint({ field }: LocatedField, cell: Cell): Cell {
  if (typeof cell.value !== 'string' || field.hints.length === 0) return cell;
  const text = tidy(cell.value);
  if (isHint(field, text)) return { ...cell, value: null };
  // People write in front of what is printed, or behind it.
  const behind = field.hints.find((printed) => text.startsWith(printed));
  if (behind !== undefined) return { ...cell, value: text.slice(behind.length) };
  const before = field.hints.find((printed) => text.endsWith(printed));
  return before === undefined ? cell : { ...cell, value: text.slice(0, -before.length) };
}

/**
 * A value that shares its cell with its label or other values, or is spread over cells: it is text of necessity and
 * cannot be replaced by writing the cell, so that tidying it is not offered.
 */
function sharesCell(located: LocatedField): boolean {
  return located.inline !== undefined;
}

function withoutFixes(reading: Reading): Reading {
  if (reading.remarks.length === 0) return reading;
  const grave = reading.remarks.filter((remark) => remark.severity !== 'info');
  return { ...reading, remarks: grave.map(({ normal: _, ...remark }) => remark) };
}
