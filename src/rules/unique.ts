import type { Table } from '../forms/form.ts';
import { toA1 } from '../sheets/address.ts';
import { addressOf, type FilledColumn, type FilledForm, type FilledTable } from '../locate/filled.ts';
import { mapped, nameClasses, NameNumbers } from './column-classes.ts';
import { combine, type RowClasses } from './combinations.ts';
import { columnsOf, workbookRule, type PlacedProblem } from './rule.ts';

/** No two rows, on whichever sheet, have the same key; or, without a key, the same in everything. */
export const unique = workbookRule({
  id: 'unique',
  summary: { zh: '各行不重复（跨工作表比对）', en: 'No row is entered twice, on whichever sheet' },
  targets: { on: ['table', 'column'] },
  messages: {
    duplicate: {
      severity: 'error',
      zh: '“{text}”与 {first} 重复（{columns}相同）。请删除重复的一行，或改正。',
      en: '“{text}” repeats {first} (the same {columns}). Delete one of the rows, or correct it.',
    },
    'equal-rows': {
      severity: 'warning',
      zh: '这一行与 {first} 所在行的内容完全相同。请确认是否重复填写。',
      en: 'This row is the same as that of {first} in everything. Make sure that it is not entered twice.',
    },
  },
  outweighs: { cases: ['duplicate'], within: 'cell', rules: ['similar'] },
  options: (z) =>
    z
      .strictObject({
        columns: z
          .optional(z.array(z.beside()).check(z.minLength(1)))
          .check(z.describe('The columns that together must be unique; left out: all.')),
        ignore: z
          .optional(z.array(z.beside()).check(z.minLength(1)))
          .check(z.describe('Without `columns`: those that do not count (序号).')),
      })
      .check(z.without('ignore', 'columns')),
  reads: (use) => use.options.columns && columnsOf(use, [use.column, ...use.options.columns]),
  within: ({ options }, table) => keysOf(options, table),
  *check(forms, use) {
    const { columns: wanted } = use.options;
    const copies = forms.flatMap((form) => {
      const table = form.tables.get(use.table ?? '');
      return table && table.rows.length > 0 && (!wanted || isComplete(table, wanted)) ? [{ form, table }] : [];
    });
    const [{ table: model } = {}] = copies;
    if (!model) return;
    const keys = keysOf(use.options, model.table);
    const rows = copies.reduce((sum, { table }) => sum + table.rows.length, 0);
    const tables = copies.map(({ table }) => table);
    const classes = keys.map((key) => classesOf(tables, key, rows));
    // Of blank cells, the required ones are told as such; only in whole rows that are the same do they count as equal.
    const last = classes.at(-1);
    const compared = wanted ? classes.filter((each) => each === last || each.ids.some((id) => id !== 0)) : classes;
    const owner = ownerOf(copies);
    for (const [row, first] of repeats(combine(compared, rows), wanted ? rowsWithBlank(compared, rows) : undefined)) {
      const [original, later] = [owner(first), owner(row)];
      yield { form: later.form, problem: repeat(original, later, use.column ?? keys.at(-1) ?? '', wanted) };
    }
  },
});

/** The columns that are compared. */
function keysOf(
  {
    columns,
    ignore = [],
  }: { readonly columns?: readonly string[] | undefined; readonly ignore?: readonly string[] | undefined },
  table: Table,
): readonly string[] {
  return columns ?? table.columns.map(({ key }) => key).filter((key) => !ignore.includes(key));
}

/** 1 for each row that is blank (0) in one of the columns. */
function rowsWithBlank(columns: readonly RowClasses[], rows: number): Uint8Array {
  const blank = new Uint8Array(rows);
  for (const { ids } of columns) {
    for (let row = 0; row < rows; row++) if (ids[row] === 0) blank[row] = 1;
  }
  return blank;
}

/** Rows, but those to skip, of a class that an earlier row is of, each with the first. */
function repeats({ ids, count }: RowClasses, skip: Uint8Array | undefined): readonly (readonly [number, number])[] {
  const firstRows = new Int32Array(count).fill(-1);
  const found: [number, number][] = [];
  for (let row = 0; row < ids.length; row++) {
    if (skip?.[row] === 1) continue;
    const id = ids[row] ?? 0;
    const first = firstRows[id] ?? -1;
    if (first < 0) firstRows[id] = row;
    else found.push([row, first]);
  }
  return found;
}

interface Copy {
  readonly form: FilledForm;
  readonly table: FilledTable;
}

interface RowOfCopy extends Copy {
  readonly row: number;
}

/** Whether every column of a key is there; a missing one is told by the layout. */
function isComplete(table: FilledTable, keys: readonly string[]): boolean {
  return keys.every((key) => table.columns.has(key));
}

/** The rows of all copies, one after the other, by what they say in a column; 0: blank. */
function classesOf(tables: readonly FilledTable[], key: string, rows: number): RowClasses {
  const [only] = tables;
  const column = tables.length === 1 && only?.columns.get(key);
  if (column) return nameClasses(column);
  const ids = new Uint32Array(rows);
  const names = new NameNumbers();
  let at = 0;
  for (const table of tables) {
    const own = table.columns.get(key);
    if (own) ids.set(mapped(own.ids, names.numbersOf(own)), at);
    at += table.rows.length;
  }
  return { ids, count: names.count };
}

/** Finds the copy that a row of all copies belongs to. */
function ownerOf(copies: readonly Copy[]): (row: number) => RowOfCopy {
  return (row) => {
    let before = 0;
    for (const copy of copies) {
      if (row < before + copy.table.rows.length) return { ...copy, row: row - before };
      before += copy.table.rows.length;
    }
    throw new RangeError(`no row ${String(row)}`);
  };
}

function repeat(
  first: RowOfCopy,
  later: RowOfCopy,
  key: string,
  wanted: readonly string[] | undefined,
): PlacedProblem<'duplicate' | 'equal-rows'> {
  const column = columnAt(later.table, key);
  const original = columnAt(first.table, key);
  const address = original ? addressOf(original, first.row) : { row: first.table.rows[first.row] ?? 0, column: 0 };
  const cell = toA1(address.row, address.column);
  const sheets = first.form.workbook.sheets;
  const elsewhere = first.table.located.sheet !== later.table.located.sheet;
  const name = elsewhere ? `${sheets[first.table.located.sheet]?.name ?? ''}!${cell}` : cell;
  const columnKey = column?.column.key ?? key;
  const at = { table: later.table.table.key, column: columnKey, row: later.row };
  // The other row may be of another copy of the form.
  const place = { sheet: first.table.located.sheet, cell: address, name: null };
  const related = elsewhere ? {} : { related: [place] };
  if (!wanted) return { at, case: 'equal-rows', params: { first: name }, ...related };
  const text = column?.readings[column.ids[later.row] ?? 0]?.text ?? '';
  return { at, case: 'duplicate', params: { text, first: name, columns: wanted }, ...related };
}

/** The column of that key, else the first that the table has. */
function columnAt(table: FilledTable, key: string): FilledColumn | undefined {
  return table.columns.get(key) ?? table.columns.values().next().value;
}
