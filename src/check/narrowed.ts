import type { FilledColumn, FilledForm, FilledTable } from '../locate/filled.ts';

/** A form of whose one table only some data rows are left, in order; all else is shared with the form itself. */
export function narrowedForm(form: FilledForm, table: FilledTable, rows: readonly number[]): FilledForm {
  const columns = [...table.columns].map(([key, column]): [string, FilledColumn] => [
    key,
    narrowedColumn(column, rows),
  ]);
  const narrowed = { ...table, rows: taken(table.rows, rows), columns: new Map(columns) };
  return { ...form, tables: new Map(form.tables).set(table.table.key, narrowed) };
}

function narrowedColumn(
  { readings, ids, writtenIn, own, ...rest }: FilledColumn,
  rows: readonly number[],
): FilledColumn {
  const numbers = new Map([[0, 0]]);
  for (const row of rows) {
    const id = ids[row] ?? 0;
    if (!numbers.has(id)) numbers.set(id, numbers.size);
  }
  return {
    ...rest,
    readings: [...numbers.keys()].flatMap((id) => readings[id] ?? []),
    ids: new Uint32Array(rows.map((row) => numbers.get(ids[row] ?? 0) ?? 0)),
    writtenIn: taken(writtenIn, rows),
    own: new Uint8Array(rows.map((row) => own[row] ?? 0)),
  };
}

function taken(values: Uint32Array, rows: readonly number[]): Uint32Array {
  return new Uint32Array(rows.map((row) => values[row] ?? 0));
}
