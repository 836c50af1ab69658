import { foldLabel, tidy } from '../forms/fold.ts';
import type { Form } from '../forms/form.ts';
import type { Address } from '../sheets/address.ts';
import {
  cellAt,
  CellKind,
  textAt,
  valueAt,
  valueAtIndex,
  type Cell,
  type CellValue,
  type Grid,
} from '../sheets/grid.ts';
import { mergesOf } from '../sheets/merges.ts';
import type { Workbook } from '../sheets/workbook.ts';
import { isDitto } from './ditto.ts';
import { EntryFinder } from './entry-finder.ts';
import type { FilledColumn, FilledForm, FilledTable } from './filled.ts';
import { isLine, labelsIn, MOST_LABELS } from './occurrences.ts';
import { RowWord, rowWordOf } from './row-words.ts';
import { findLandmarks } from './sections.ts';
import { unitStated } from './sheet-unit.ts';
import { isDateCell } from './unlabelled-date.ts';
import { Vocabulary } from './vocabulary.ts';

/** What somebody put into a cell. */
export interface CellEdit extends Address {
  /** The sheet by its place in the workbook. */
  readonly sheet: number;
  readonly content: Cell;
}

/** A cell of a table's row; `column` is absent beside the columns that are the form's. */
export interface RowCell {
  /** The form by its place. */
  readonly form: number;
  readonly table: FilledTable;
  /** The data row. */
  readonly row: number;
  readonly column?: FilledColumn;
}

/** Rows with fewer cells of their own may be taken for something else: a note, a preset, an office's name. */
const SURE_CELLS = 3;
/** A label's value, or the lower rows of a header, stand so many rows below at most. */
const ROWS_IN_SIGHT = 4;

/**
 * Tells of edits whether all forms stand where they stood, each row being what it was. It errs on the side of no: what is
 * doubtful is found out by looking for the forms anew.
 */
export class SteadyEdits {
  readonly #workbook: Workbook;
  readonly #forms: readonly FilledForm[];
  readonly #vocabulary: Vocabulary;
  readonly #entries: EntryFinder;
  readonly #hasParagraphs: boolean;
  readonly #known: readonly Form[];
  readonly #meanings = new Map<string, Meaning>();
  /** Labels of amounts in words, whose place depends on what stands there. */
  readonly #amounts: ReadonlySet<string>;

  /** @param known all forms that may be found in the workbook */
  constructor(workbook: Workbook, forms: readonly FilledForm[], known: readonly Form[]) {
    this.#workbook = workbook;
    this.#forms = forms;
    this.#vocabulary = new Vocabulary(known);
    this.#entries = new EntryFinder(known.flatMap((form) => form.tables.flatMap((table) => table.entries?.list ?? [])));
    this.#known = known;
    const amounts = known.flatMap(({ fields }) => fields.filter(({ type }) => type.kind === 'amount-in-words'));
    this.#amounts = new Set(amounts.flatMap(({ labels }) => labels.map(foldLabel)));
    this.#hasParagraphs = forms.some(({ located }) =>
      located.form.fields.some(({ paragraph }) => paragraph !== undefined),
    );
  }

  /** Where the cell stands, if an edit that is still to be made changes nothing but its value. */
  cellOf({ sheet, row, column, content }: CellEdit): RowCell | undefined {
    const grid = this.#workbook.sheets[sheet];
    if (!grid || this.#hasParagraphs || grid.formulas.size > 0 || content.formula !== undefined) return undefined;
    const before = cellAt(grid, row, column).value;
    const after = content.value;
    const cell = this.#rowCellAt(sheet, { row, column });
    if (!cell || mergesOf(grid).at(row, column)) return undefined;
    if (!this.#isPlain(before, grid, { row, column }) || !this.#isPlain(after, grid, { row, column })) return undefined;
    if (!isSureRow(grid, cell, column, before) || !isSureRow(grid, cell, column, after)) return undefined;
    if (isHeading(grid, cell.table, before) || isHeading(grid, cell.table, after)) return undefined;
    if (!(isWords(before) && isWords(after)) && this.#isInSight(grid, cell, row)) return undefined;
    if (!cell.column) return isBlank(before) === isBlank(after) && !isBlank(after) ? cell : undefined;
    if (!standsAlone(grid, cell.table, cell.column, cell.row)) return undefined;
    const { carryDown } = cell.column.column;
    return carryDown && (isBlank(before) || isBlank(after) || !isUncarried(grid, cell)) ? undefined : cell;
  }

  /** The one row of data that a cell belongs to, where no other part of a form is there. */
  #rowCellAt(sheet: number, at: Address): RowCell | undefined {
    const found: RowCell[] = [];
    for (const [form, { tables, fields }] of this.#forms.entries()) {
      for (const { located } of fields.values()) {
        const places = [located.at, ...located.cells, ...(located.label ? [located.label] : [])];
        if (located.sheet === sheet && places.some(({ row, column }) => row === at.row && column === at.column)) return;
      }
      for (const table of tables.values()) {
        if (table.located.sheet !== sheet || !covers(table, at.row)) continue;
        const row = indexOf(table.rows, at.row);
        const columns = [...table.columns.values()].filter(({ located }) => located.at === at.column);
        if (row < 0 || columns.length > 1 || table.table.entries) return undefined;
        const [column] = columns;
        found.push({ form, table, row, ...(column ? { column } : {}) });
      }
    }
    return found.length === 1 ? found[0] : undefined;
  }

  /** Whether a value says nothing of where a form, or a part of it, stands. */
  #isPlain(value: CellValue, grid: Grid, at: Address): boolean {
    if (typeof value !== 'string') return true;
    if (isDitto(value) || this.#entries.has(value) || unitStated(value) !== undefined) return false;
    const { isLandmark, labels } = this.#meaningOf(grid, value);
    return !isLandmark && (labels.length === 0 || isCommon(grid, value, at));
  }

  /**
   * Whether so near above a row, or in it, something stands that leans on what kind of value is in the row: a label of an
   * amount, which may be a table's, or labels that may be the header of another one.
   */
  #isInSight(grid: Grid, { table: { located } }: RowCell, row: number): boolean {
    for (let above = Math.max(0, row - ROWS_IN_SIGHT); above <= row; above++) {
      let labels = 0;
      for (const { column, value } of cellsOf(grid, above)) {
        const found = typeof value === 'string' ? this.#meaningOf(grid, value).labels : [];
        if (found.length === 0) continue;
        if (found.some((label) => this.#amounts.has(label) || label.includes('小写'))) return true;
        const isOwn = above >= located.header.top && above <= located.header.bottom;
        if (!isOwn && (typeof value !== 'string' || !isCommon(grid, value, { row: above, column }))) labels++;
      }
      if (labels >= 2) return true;
    }
    return false;
  }

  /** Whether a text is a title, a section line, a sentence or a printed note of some form. */
  #isLandmark(grid: Grid, text: string): boolean {
    const lines = [{ at: { row: 0, column: 0 }, text, id: 0 }];
    const words = { grid, merges: mergesOf(grid), occurrences: [], byRow: new Map<number, never>(), lines };
    return this.#known.some((form) => {
      const { titles, sections, sentences, printedRows } = findLandmarks(words, form);
      return titles.length + sections.size + sentences.length + printedRows.size > 0;
    });
  }

  /** What a text may mean to a form; each is looked at once. */
  #meaningOf(grid: Grid, text: string): Meaning {
    let meaning = this.#meanings.get(text);
    if (!meaning) {
      const isLandmark = isLine(text, this.#vocabulary) && this.#isLandmark(grid, text);
      meaning = { isLandmark, labels: labelsIn(text, this.#vocabulary) };
      if (this.#meanings.size >= MOST_MEANINGS) this.#meanings.clear();
      this.#meanings.set(text, meaning);
    }
    return meaning;
  }
}

interface Meaning {
  readonly isLandmark: boolean;
  readonly labels: readonly string[];
}

/** So many texts are remembered. */
const MOST_MEANINGS = 10_000;

/** Whether a text stands in so many cells before this one that it is no label there any more. */
function isCommon(grid: Grid, text: string, { row, column }: Address): boolean {
  const id = grid.strings.indexOf(text);
  const end = grid.rowStarts[row + 1] ?? grid.columns.length;
  let times = 0;
  for (let index = 0; id >= 0 && index < end && times < MOST_LABELS; index++) {
    if (grid.values[index] !== id || grid.kinds[index] !== CellKind.text) continue;
    if (index < (grid.rowStarts[row] ?? 0) || (grid.columns[index] ?? 0) < column) times++;
  }
  return times >= MOST_LABELS;
}

function* cellsOf(grid: Grid, row: number): Iterable<{ readonly column: number; readonly value: CellValue }> {
  for (let index = grid.rowStarts[row] ?? 0; index < (grid.rowStarts[row + 1] ?? 0); index++) {
    yield { column: grid.columns[index] ?? 0, value: valueAtIndex(grid, index) };
  }
}

/** Whether a row lies in what a table covers, from its header to its last row of any kind. */
function covers({ located: { header, rows, totals, printed, carrying } }: FilledTable, row: number): boolean {
  return (
    row >= header.top &&
    [rows, totals, printed, carrying].some((some) => row <= Math.max(header.bottom, some.at(-1) ?? 0))
  );
}

function indexOf(rows: Uint32Array, row: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = rows[middle] ?? 0;
    if (at === row) return middle;
    if (at < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Whether a row is data whatever else its cells say, with this value in one of them. */
function isSureRow(grid: Grid, { table, row }: RowCell, column: number, value: CellValue): boolean {
  const sheetRow = table.rows[row] ?? 0;
  const others = [...cellsOf(grid, sheetRow)].filter((cell) => cell.column !== column);
  const cells = [...others, { column, value }].filter((cell) => !isBlank(cell.value));
  const first = cells.reduce<CellValue>(
    (found, cell) => (cells.every((other) => other.column >= cell.column) ? cell.value : found),
    null,
  );
  if (typeof first === 'string' && rowWordOf(first) !== RowWord.plain) return false;
  // With two headings in it the row may be taken for the header once more.
  if (others.filter((cell) => isHeading(grid, table, cell.value)).length >= 2) return false;
  return ownCells(table, cells) >= SURE_CELLS;
}

/** How many cells make their row one: filled, in columns that are neither printed nor carried down. */
function ownCells({ table, columns }: FilledTable, cells: readonly { readonly column: number }[]): number {
  const own = new Set<number>();
  for (const { column, located } of columns.values()) {
    if (!column.carryDown && !table.ignoreIfOnly.includes(column.key)) own.add(located.at);
  }
  return cells.filter(({ column }) => own.has(column)).length;
}

function isBlank(value: CellValue): boolean {
  return value === null || (typeof value === 'string' && tidy(value) === '');
}

/** Words and nothing else: no number, no date. */
function isWords(value: CellValue): boolean {
  if (typeof value !== 'string' || isBlank(value) || /\d/u.test(value.normalize('NFKC'))) return false;
  return !isDateCell({ value, format: 'General' });
}

/** Whether a text is also that of a heading: then its row might be taken for the header once more. */
function isHeading(grid: Grid, { located: { header } }: FilledTable, value: CellValue): boolean {
  if (typeof value !== 'string') return false;
  const label = foldLabel(value);
  for (let row = header.top; row <= header.bottom; row++) {
    for (const { value: heading } of cellsOf(grid, row)) {
      if (typeof heading === 'string' && foldLabel(heading) === label) return true;
    }
  }
  return false;
}

/** Whether a cell's value is that of its own row only. */
function standsAlone(grid: Grid, { rows }: FilledTable, { located, writtenIn }: FilledColumn, row: number): boolean {
  const sheetRow = rows[row];
  const next = rows[row + 1];
  if (writtenIn[row] !== sheetRow || writtenIn[row + 1] === sheetRow || writtenIn[row - 1] === sheetRow) return false;
  return next === undefined || !isDitto(textAt(grid, next, located.at));
}

/** Whether neither a row nor those around it have a value that was carried down, or may begin one. */
function isUncarried(grid: Grid, { table, row }: RowCell): boolean {
  const { rows, columns, located } = table;
  const sheetRow = rows[row] ?? 0;
  const carried = [...columns.values()].filter(({ column }) => column.carryDown);
  const isFull = (at: number): boolean => {
    const own = carried.every((column) => !isBlank(valueAt(grid, rows[at] ?? 0, column.located.at)));
    return (
      own &&
      ownCells(
        table,
        [...cellsOf(grid, rows[at] ?? 0)].filter(({ value }) => !isBlank(value)),
      ) > 0
    );
  };
  const above = row === 0 ? sheetRow - 1 === located.header.bottom : rows[row - 1] === sheetRow - 1 && isFull(row - 1);
  const isLast = row === rows.length - 1;
  const below = isLast ? (located.carrying.at(-1) ?? 0) < sheetRow : rows[row + 1] === sheetRow + 1 && isFull(row + 1);
  return above && below && carried.every((column) => column.own[row] === 1 && (isLast || column.own[row + 1] === 1));
}
