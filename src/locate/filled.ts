import type { Address } from '../sheets/address.ts';
import type { Cell } from '../sheets/grid.ts';
import type { Workbook } from '../sheets/workbook.ts';
import type { Column, Field, Table } from '../forms/form.ts';
import type { Reading } from '../forms/reading.ts';
import type { LocatedColumn, LocatedField, LocatedForm, LocatedTable, Oddity } from './located.ts';

/** A located form with every cell read by its type. A column's distinct cells are read once, not once a row. */
export interface FilledForm {
  readonly workbook: Workbook;
  readonly located: LocatedForm;
  readonly fields: ReadonlyMap<string, FilledField>;
  readonly tables: ReadonlyMap<string, FilledTable>;
  /** What the layout has wrong: the locator's oddities, and those seen while reading the cells. */
  readonly oddities: readonly Oddity[];
}

export interface FilledField {
  readonly field: Field;
  readonly located: LocatedField;
  readonly cell: Cell;
  readonly reading: Reading;
}

export interface FilledTable {
  readonly table: Table;
  readonly located: LocatedTable;
  /** As {@link LocatedTable.rows}: the sheet row of each data row. */
  readonly rows: Uint32Array;
  /** By column key; columns not found are absent. */
  readonly columns: ReadonlyMap<string, FilledColumn>;
  /** For each entry that the form prints in this table the row that has it; `undefined` where there is none. */
  readonly entries: readonly (EntryRow | undefined)[];
}

/** A row with a printed entry. */
export interface EntryRow {
  /** The row of the sheet. */
  readonly sheetRow: number;
  /** The data row; `undefined` where nothing is filled in. */
  readonly row: number | undefined;
}

export interface FilledColumn {
  readonly column: Column;
  readonly located: LocatedColumn;
  /** The distinct readings of the column; entry 0 is the blank one. */
  readonly readings: readonly Reading[];
  /** For each data row the index into `readings`, carried-down values and ditto marks resolved. */
  readonly ids: Uint32Array;
  /** For each data row the sheet row in which its value was written (another one where it was carried down). */
  readonly writtenIn: Uint32Array;
  /** For each data row 1 where the cell itself is filled, also with a ditto mark; 0 where blank or carried down. */
  readonly own: Uint8Array;
}

/** The reading of a column in the given data row; the blank one where the column was not found. */
export function readingAt(column: FilledColumn, row: number): Reading {
  const reading = column.readings[column.ids[row] ?? 0];
  if (!reading) throw new RangeError(`column ${column.column.key} has no row ${String(row)}`);
  return reading;
}

/** The sheet cell that holds the value of a column in the given data row: where a carried-down one was written. */
export function addressOf(column: FilledColumn, row: number): Address {
  return { row: column.writtenIn[row] ?? 0, column: column.located.at };
}
