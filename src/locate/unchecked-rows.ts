import { foldLabel } from '../forms/fold.ts';
import type { Form } from '../forms/form.ts';
import type { Range } from '../sheets/address.ts';
import { textAt, valueAt } from '../sheets/grid.ts';
import { greatestOf, leastOf } from '../sheets/lists.ts';
import type { LocatedTable, Oddity } from './located.ts';
import type { Occurrence, SheetWords } from './occurrences.ts';
import { RowReader } from './rows.ts';
import type { SheetPart } from './sheet-parts.ts';
import { firstFilledColumn } from './table-ends.ts';
import { repeatedHeaders } from './tables.ts';

/** A table with fewer columns cannot be told from anything else that stands below it. */
const FEWEST_COLUMNS = 5;
/** One label below a form is a signature; two with values are more of a form. */
const LABELS = 2;

/**
 * What stands below a form, looks as if somebody had filled it in, and belongs to nothing that is checked: another copy
 * that could not be told from the first, rows of a table below its end. Told once, where it begins.
 */
export function uncheckedRows(
  { best, unchecked }: SheetPart,
  tables: ReadonlyMap<string, LocatedTable>,
  range: Range,
): readonly Oddity[] {
  const { words, form, sheet, headers } = best;
  const rows = [
    ...unchecked,
    ...repeatedHeaders(words, headers).filter((row) => row > range.bottom),
    ...moreLabels(words, form, range.bottom),
    ...[...tables.values()].filter((table) => table.sheet === sheet).flatMap((table) => moreData(best, tables, table)),
  ];
  if (rows.length === 0) return [];
  const row = rows.reduce((first, row) => Math.min(first, row));
  const at = { row, column: Math.max(0, firstFilledColumn(words.grid, row)) };
  const params = { row: row + 1 };
  return [{ case: 'unchecked-rows', severity: 'warning', sheet, at, field: null, params }];
}

/** The first row below a form that has labels of its fields with values once more. */
function moreLabels(words: SheetWords, form: Form, bottom: number): number[] {
  const labels = new Set(form.fields.flatMap((field) => field.labels.map(foldLabel)));
  const more = words.occurrences.filter(
    (one) => one.row > bottom && labels.has(one.label) && hasValue(words, one) && !isNote(words, one),
  );
  const [first] = more;
  return first && new Set(more.map(({ label }) => label)).size >= LABELS ? [first.row] : [];
}

function hasValue({ grid }: SheetWords, { inline, row, block }: Occurrence): boolean {
  if (inline !== undefined) return inline.trim() !== '';
  const value = valueAt(grid, row, block.right + 1);
  return value !== null && (typeof value !== 'string' || value.trim() !== '');
}

/** 注：1.购置依据或理由：… explains a label. */
function isNote({ grid }: SheetWords, { row, column }: Occurrence): boolean {
  return /^\s*(?:[（(]?\d|注|备注|说明|填)/u.test(textAt(grid, row, column));
}

/** The first row below the end of a table, and above the next one, that is filled in as its rows are. */
function moreData(
  { words, headers }: SheetPart['best'],
  tables: ReadonlyMap<string, LocatedTable>,
  { table, header, rows, totals, carrying, printed }: LocatedTable,
): number[] {
  const candidate = headers.get(table.key);
  if (!candidate || candidate.columns.size < FEWEST_COLUMNS) return [];
  const tops = [...tables.values()].map((other) => other.header.top).filter((top) => top > header.bottom);
  const last = greatestOf([rows, totals, carrying, printed].map((some) => some.at(-1) ?? header.bottom));
  const end = Math.min(words.grid.rowCount, leastOf(tops));
  if (last + 1 >= end) return [];
  const reader = new RowReader(words, candidate);
  for (let row = last + 1; row < end; row++) {
    const isData = reader.kindOf(row) === 'data' && !words.byRow.has(row);
    if (isData && reader.ownCells * 2 >= candidate.columns.size) return [row];
  }
  return [];
}
