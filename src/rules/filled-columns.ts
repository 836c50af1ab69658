import { toA1 } from '../sheets/address.ts';
import { addressOf, readingAt, type FilledColumn, type FilledForm, type FilledTable } from '../locate/filled.ts';

/** Whether no row has anything in a column. */
export function isBlankColumn(column: FilledColumn): boolean {
  return firstFilledRow(column) < 0;
}

/** The first data row that has something in a column; -1 where none has. */
export function firstFilledRow(column: FilledColumn): number {
  return column.ids.findIndex((_, row) => readingAt(column, row).state !== 'blank');
}

/** The table and column that a rule is applied to; `undefined` where the column was not found. */
export function columnOf(
  form: FilledForm,
  place: { readonly table?: string; readonly column?: string },
): { readonly table: FilledTable; readonly column: FilledColumn } | undefined {
  const table = form.tables.get(place.table ?? '');
  const column = table?.columns.get(place.column ?? '');
  return table && column && { table, column };
}

/** Whether the value of a row was written in another one and carried down. */
export function isCarried(table: FilledTable, column: FilledColumn, row: number): boolean {
  return column.writtenIn[row] !== table.rows[row];
}

/** A1 of the cell that holds a row's value. */
export function cellNameOf(column: FilledColumn, row: number): string {
  const address = addressOf(column, row);
  return toA1(address.row, address.column);
}
