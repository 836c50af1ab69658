import { placeholderIn, saysExample } from '../forms/values/placeholder.ts';
import type { Merges } from '../sheets/merges.ts';
import { cellIndex, CellKind, type Grid } from '../sheets/grid.ts';
import type { Workbook } from '../sheets/workbook.ts';
import { BLANK, ColumnReader } from './column-reader.ts';
import { isDitto } from './ditto.ts';
import type { KeepReader } from './fill-form.ts';
import type { FilledColumn } from './filled.ts';
import { readingContext } from './reading-context.ts';
import type { LocatedColumn, LocatedTable, Oddity } from './located.ts';

/** A column whose blanks are filled in from above offers to write so many values; more are left to a person. */
const MOST_FIXES = 1000;

/** What the columns of one table share while they are read, from left to right as the form has them. */
export interface TableReading {
  readonly grid: Grid;
  readonly merges: Merges;
  readonly located: LocatedTable;
  readonly workbook: Workbook;
  /** Sheet columns of the table. */
  readonly ours: ReadonlySet<number>;
  /** For each data row 1 where a column that is carried down begins a new value: those after it begin anew, too. */
  readonly begins: Uint8Array;
  readonly oddities: Oddity[];
}

/** Reads one column of a table: merged blocks, values carried down and ditto marks resolved. */
export function fillColumn(table: TableReading, located: LocatedColumn, keep?: KeepReader): FilledColumn {
  const context = readingContext(table.workbook, located.unit);
  const reader = new ColumnReader(table.grid, located.column.type, context);
  const { rows } = table.located;
  const ids = new Uint32Array(rows.length);
  const own = new Uint8Array(rows.length);
  const writtenIn = rows.slice();
  const filled = new ColumnFiller(table, located, reader);
  fillRows(filled, rows, { ids, writtenIn, own });
  filled.tellCarried();
  keep?.(located, reader);
  return { column: located.column, located, readings: reader.readings, ids, writtenIn, own };
}

/** The loop by itself: an engine compiles it once for all columns, and need not give up what it compiled at its end. */
function fillRows(
  filler: ColumnFiller,
  rows: Uint32Array,
  { ids, writtenIn, own }: { readonly ids: Uint32Array; readonly writtenIn: Uint32Array; readonly own: Uint8Array },
): void {
  for (let i = 0; i < rows.length; i++) {
    const cell = filler.next(i, rows[i] ?? 0);
    ids[i] = cell.id;
    own[i] = cell.own ? 1 : 0;
    writtenIn[i] = cell.row;
  }
}

/** What was read in a cell: the reading's number, the row it was written in, whether the cell itself is filled. */
interface CellRead {
  id: number;
  row: number;
  own: boolean;
}

/** Goes down a column row by row and keeps what a blank below would mean. */
class ColumnFiller {
  readonly #table: TableReading;
  readonly #located: LocatedColumn;
  readonly #reader: ColumnReader;
  readonly #breaks: readonly number[];
  #break = 0;
  #cellsBefore = 0;
  #carrying = 0;
  /** The value above, and the row it was written in. */
  #aboveId = BLANK;
  #aboveRow = -1;
  readonly #carried: { readonly row: number; readonly id: number }[] = [];
  #carriedCount = 0;
  /** The cell read last; made anew for each would be garbage for every cell of a large sheet. */
  readonly #cell: CellRead = { id: BLANK, row: 0, own: false };

  constructor(table: TableReading, located: LocatedColumn, reader: ColumnReader) {
    this.#table = table;
    this.#located = located;
    this.#reader = reader;
    this.#breaks = located.column.carryDown ? table.located.totals : [];
  }

  next(i: number, row: number): Readonly<CellRead> {
    const { carryDown } = this.#located.column;
    if (carryDown) this.#passRowsBefore(row);
    const cell = this.#cell;
    cell.row = row;
    const index = this.#indexIn(row);
    if (row <= this.#table.merges.lastRow && this.#readMerged(row)) return cell;
    cell.id = this.#reader.read(index);
    if (this.#reader.isDitto(cell.id)) {
      const text = this.#textOf(index) ?? '';
      if (!this.#reader.isBlank(this.#aboveId)) return this.#ditto(row, text);
      if (this.#reader.readings[cell.id]?.state !== 'blank') return this.#dittoOfNothing(row, text);
    }
    cell.own = !this.#reader.isBlank(cell.id);
    if (cell.own) this.#begin(i, cell.id, row);
    else if (carryDown) this.#carry(i, row);
    else this.#setAbove(cell.id, row);
    return cell;
  }

  /** The cell's index; most rows of a table have as many cells before it as the row above. */
  #indexIn(row: number): number {
    const { grid } = this.#table;
    const start = grid.rowStarts[row] ?? 0;
    const likely = start + this.#cellsBefore;
    if (likely < (grid.rowStarts[row + 1] ?? 0) && grid.columns[likely] === this.#located.at) return likely;
    const index = cellIndex(grid, row, this.#located.at);
    if (index >= 0) this.#cellsBefore = index - start;
    return index;
  }

  /** One remark for all the blanks that were read as the value above. */
  tellCarried(): void {
    const [first] = this.#carried;
    if (!first) return;
    const at = { row: first.row, column: this.#located.at };
    const complete = this.#carriedCount === this.#carried.length;
    this.#table.oddities.push({
      case: 'carried-down',
      severity: 'info',
      sheet: this.#table.located.sheet,
      at,
      field: this.#located.column.key,
      params: { heading: this.#located.column.labels[0] ?? this.#located.column.key, count: this.#carriedCount },
      fixes: complete
        ? this.#carried
            .filter(({ id }) => this.#isSound(id))
            .map(({ row, id }) => ({ at: { row, column: this.#located.at }, value: this.#textFor(id) }))
        : [],
    });
  }

  /** Totals end what is carried down; rows with nothing but such values begin it. */
  #passRowsBefore(row: number): void {
    for (let next = this.#breaks[this.#break]; next !== undefined && next < row; next = this.#breaks[++this.#break]) {
      this.#setAbove(BLANK, -1);
    }
    const { carrying } = this.#table.located;
    for (let next = carrying[this.#carrying]; next !== undefined && next < row; next = carrying[++this.#carrying]) {
      const id = this.#reader.read(cellIndex(this.#table.grid, next, this.#located.at));
      if (!this.#reader.isBlank(id)) this.#setAbove(id, next);
    }
  }

  #setAbove(id: number, row: number): void {
    this.#aboveId = id;
    this.#aboveRow = row;
  }

  #begin(i: number, id: number, row: number): void {
    if (this.#located.column.carryDown && id !== this.#aboveId) this.#table.begins[i] = 1;
    this.#setAbove(id, row);
  }

  #carry(i: number, row: number): void {
    // A new office begins: what the office above called its resource is not meant.
    if (this.#table.begins[i] === 1) this.#setAbove(BLANK, row);
    const cell = this.#cell;
    if (this.#reader.isBlank(this.#aboveId)) return;
    cell.id = this.#aboveId;
    cell.row = this.#aboveRow;
    this.#carriedCount++;
    if (this.#carried.length < MOST_FIXES) this.#carried.push({ row, id: cell.id });
  }

  /** 同上 in the first row. More of them below it mean the same: that is told once. */
  #dittoOfNothing(row: number, text: string): CellRead {
    const cell = this.#cell;
    cell.id = this.#reader.unknown();
    cell.own = true;
    this.#setAbove(cell.id, row);
    this.#table.oddities.push({
      case: 'ditto-of-nothing',
      severity: 'error',
      sheet: this.#table.located.sheet,
      at: { row, column: this.#located.at },
      field: this.#located.column.key,
      params: { text },
    });
    return cell;
  }

  #ditto(row: number, text: string): CellRead {
    const cell = this.#cell;
    cell.id = this.#aboveId;
    cell.row = this.#aboveRow;
    cell.own = true;
    if (cell.id === this.#reader.unknown()) return cell;
    const normal = this.#textFor(cell.id);
    this.#table.oddities.push({
      case: 'ditto',
      severity: 'info',
      sheet: this.#table.located.sheet,
      at: { row, column: this.#located.at },
      field: this.#located.column.key,
      params: { text, normal },
      fixes: this.#isSound(cell.id) ? [{ at: { row, column: this.#located.at }, value: normal }] : [],
    });
    return cell;
  }

  /** A cell inside a merged block: the value above it stands for it too; one merged from the left is not its own. */
  #readMerged(row: number): boolean {
    const { grid, merges, ours, located, oddities } = this.#table;
    const block = merges.at(row, this.#located.at);
    const cell = this.#cell;
    if (!block) return false;
    cell.own = false;
    if (block.left < this.#located.at && ours.has(block.left)) {
      cell.id = this.#reader.unknown();
      return true;
    }
    const master = cellIndex(grid, block.top, block.left);
    if (block.top === row) {
      const across = [...ours].some((column) => column > block.left && column <= block.right);
      const text = this.#textOf(master);
      if (!across || text === undefined) return false;
      oddities.push({
        case: isDitto(text) ? 'merged-ditto' : 'merged-across',
        severity: 'warning',
        sheet: located.sheet,
        at: { row, column: block.left },
        field: this.#located.column.key,
        params: { text },
      });
      cell.id = isDitto(text) ? this.#reader.unknown() : this.#reader.read(master);
      return true;
    }
    // An amount written once over several rows counts once.
    const kind = this.#located.column.type.kind;
    const counts = kind === 'money' || kind === 'integer' || kind === 'number';
    cell.id = counts ? this.#reader.unknown() : this.#reader.read(master);
    cell.row = block.top;
    // What 同上 at the top of the block stands for was found there.
    if (this.#reader.isDitto(cell.id) && !this.#reader.isBlank(this.#aboveId)) cell.id = this.#aboveId;
    this.#setAbove(cell.id, block.top);
    return true;
  }

  #textOf(index: number): string | undefined {
    const { grid } = this.#table;
    return index >= 0 && grid.kinds[index] === CellKind.text ? grid.strings[grid.values[index] ?? 0] : undefined;
  }

  /** Whether a value is worth being written once more: nothing is wrong with it, and it is no example left in. */
  #isSound(id: number): boolean {
    const { text = '', remarks = [] } = this.#reader.readings[id] ?? {};
    return (
      remarks.every(({ severity }) => severity === 'info') && !saysExample(text) && placeholderIn(text) === undefined
    );
  }

  #textFor(id: number): string {
    return this.#reader.readings[id]?.text ?? '';
  }
}
