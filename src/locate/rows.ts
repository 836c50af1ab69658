import { foldLabel, tidy } from '../forms/fold.ts';
import type { Table } from '../forms/form.ts';
import { greatestOf, leastOf } from '../sheets/lists.ts';
import { isDitto } from './ditto.ts';
import { EntryFinder } from './entry-finder.ts';
import { cellIndex, CellKind, type Grid, textAt, valueAt, valueAtIndex } from '../sheets/grid.ts';
import type { HeaderCandidate } from './headings.ts';
import { isIdleResult } from './idle-results.ts';
import type { SheetWords } from './occurrences.ts';
import { RowWord, rowWordOf } from './row-words.ts';

/** What a row below a table's header is. */
export type RowKind =
  | 'data'
  /** Nothing in the table's columns. */
  | 'blank'
  /** Nothing but 序号, formulas without anything to compute, or values that go on from the row above. */
  | 'ignored'
  /** Nothing but 序号 and a new value of a column that is carried down: a row of its own, or the head of those below. */
  | 'opening'
  /** One of the entries that the form prints, and nothing filled in. */
  | 'printed'
  | 'total'
  /** A heading over a group of rows (an office's name across the table). */
  | 'group'
  /** A note under the table, or a caption of what follows. */
  | 'note'
  /** A seal's place or a date alone, below the table; the office's name alone right above is part of it. */
  | 'closing'
  | 'example'
  /** The header once more, as on each printed page. */
  | 'header';

/** Reads the rows of one table, each by its cells in the table's columns. */
export class RowReader {
  readonly #grid: Grid;
  readonly #words: SheetWords;
  readonly #header: HeaderCandidate;
  readonly #role: Uint8Array;
  readonly #lastColumn: number;
  /** Sheet columns that are carried down, from the widest to the narrowest. */
  readonly #carried: readonly number[];
  readonly #ownColumns: number;
  /** The header's texts as they stand. */
  readonly #headings: ReadonlySet<string>;
  /** How many cells of the row asked about last have anything in them. */
  cells = 0;
  /** How many cells of the row asked about last belong to the table and make it a row. */
  ownCells = 0;
  /** What the form prints in its rows, and in which sheet column; `undefined` where it prints none. */
  readonly #entries: { readonly finder: EntryFinder; readonly column: number } | undefined;
  /** Verdicts on a text that stands first in its row, by string id: 0 not known yet. */
  readonly #firstWords: Uint8Array;
  /** Whether a text is nothing but blanks, by string id: 0 not known yet, 1 it is not, 2 it is. */
  readonly #blanks: Uint8Array;

  constructor(words: SheetWords, header: HeaderCandidate) {
    this.#grid = words.grid;
    this.#words = words;
    this.#header = header;
    this.#lastColumn = greatestOf([...[...header.columns.values()].map(({ at }) => at), ...header.headed]);
    this.#role = rolesOf(header.table, header, this.#lastColumn);
    this.#carried = header.table.columns.flatMap(({ key }) => {
      const at = header.columns.get(key)?.at;
      return at !== undefined && this.#role[at] === CARRIED ? [at] : [];
    });
    this.#ownColumns = this.#role.filter((role) => role === OWN).length;
    this.#headings = new Set(
      header.headed.flatMap((column) =>
        Array.from({ length: header.bottom - header.top + 1 }, (_, i) => textAt(words.grid, header.top + i, column)),
      ),
    );
    this.#firstWords = new Uint8Array(words.grid.strings.length);
    this.#blanks = new Uint8Array(words.grid.strings.length);
    const { entries } = header.table;
    const column = header.columns.get(entries?.column ?? '')?.at;
    this.#entries = entries && column !== undefined ? { finder: new EntryFinder(entries.list), column } : undefined;
  }

  kindOf(row: number): RowKind {
    const grid = this.#grid;
    const start = grid.rowStarts[row] ?? 0;
    const end = grid.rowStarts[row + 1] ?? 0;
    let filled = 0;
    let own = 0;
    let carried = 0;
    let first = -1;
    let outside = 0;
    for (let index = start; index < end; index++) {
      if (this.#isBlankText(index)) continue;
      const role = this.#roleOf(index);
      if (first < 0) first = index;
      if (role === OTHER) {
        outside++;
        continue;
      }
      filled++;
      if (role === IGNORED || this.#isIdle(index)) continue;
      if (role === OWN) own++;
      else carried++;
    }
    this.cells = filled + outside;
    this.ownCells = own;
    if (this.isEntryRow(row)) return own > 0 ? 'data' : 'printed';
    if (first < 0) return this.#isCovered(row) ? 'ignored' : 'blank';
    const special = this.#specialKind(row, first, filled, outside);
    if (special) return special;
    if (filled === 0) return 'blank';
    if (own > 0) return 'data';
    return carried > 0 && this.#opens(row) ? 'opening' : 'ignored';
  }

  /** Whether a row has one of the entries that the form prints. */
  isEntryRow(row: number): boolean {
    if (!this.#entries) return false;
    return this.#entries.finder.has(textAt(this.#grid, row, this.#entries.column));
  }

  /** What the row's first words, or its looks, tell of it. */
  #specialKind(row: number, first: number, filled: number, outside: number): RowKind | undefined {
    const word = this.#firstWord(first);
    if (word === RowWord.total) return 'total';
    if (word === RowWord.example) return 'example';
    const alone = filled + outside === 1;
    if (alone && (word === RowWord.note || word === RowWord.caption)) return 'note';
    if (alone && word === RowWord.closing) return 'closing';
    if (word === RowWord.note && this.ownCells <= 1) return 'note';
    if (word === RowWord.label && filled <= 3) return 'note';
    if ((word === RowWord.label || word === RowWord.signer) && this.#isSignatureLine(row)) return 'note';
    if (alone && this.#isAcross(row, this.#grid.columns[first] ?? 0)) return 'group';
    return filled >= 2 && this.#mayRepeatHeader(row, first) && this.#repeatsHeader(row) ? 'header' : undefined;
  }

  /** The columns of the table that are carried down and have something in a row, from the widest to the narrowest. */
  carriedColumns(row: number): readonly number[] {
    return this.#carried.filter((column) => this.contentAt(row, column) !== '');
  }

  /** Whether a row is numbered (序号). */
  isNumbered(row: number): boolean {
    return this.#role.some((role, column) => role === IGNORED && this.contentAt(row, column) !== '');
  }

  /** What stands in a cell, as text, without a formula that has nothing to compute. */
  contentAt(row: number, column: number): string {
    const index = cellIndex(this.#grid, row, column);
    if (index < 0 || this.#isIdle(index)) return '';
    const value = valueAtIndex(this.#grid, index);
    return typeof value === 'string' ? tidy(value) : JSON.stringify(value);
  }

  /**
   * Whether the row's cells hold nothing but what a template may have put there beforehand: a choice or two, a 0.
   * Few columns of many: where they are half of the table, they are its content.
   */
  presetOf(row: number): { readonly columns: readonly string[]; readonly value: string } | undefined {
    const grid = this.#grid;
    if (this.ownCells > MOST_PRESETS || this.ownCells * 2 >= this.#ownColumns || this.isEntryRow(row)) return undefined;
    const columns: string[] = [];
    const values: unknown[] = [];
    for (let index = grid.rowStarts[row] ?? 0; index < (grid.rowStarts[row + 1] ?? 0); index++) {
      if (this.#roleOf(index) !== OWN || this.#isBlankText(index) || this.#isIdle(index)) continue;
      const key = [...this.#header.columns].find(([, heading]) => heading.at === grid.columns[index])?.[0];
      const own = this.#header.table.columns.find((one) => one.key === key);
      const value = valueAtIndex(grid, index);
      if (!own || (own.type.kind !== 'choice' && value !== 0)) return undefined;
      columns.push(own.key);
      values.push(value);
    }
    return columns.length > 0 ? { columns, value: JSON.stringify([columns, values]) } : undefined;
  }

  #roleOf(index: number): number {
    const column = this.#grid.columns[index] ?? 0;
    return column <= this.#lastColumn ? (this.#role[column] ?? OTHER) : OTHER;
  }

  #isIdle(index: number): boolean {
    return this.#grid.formulas.size > 0 && isIdleResult(this.#grid, index);
  }

  /** Whether a row without cells of its own is the lower part of one that is merged over several. */
  #isCovered(row: number): boolean {
    if (row > this.#words.merges.lastRow) return false;
    return [...this.#header.columns.values()].some(({ at }) => {
      if (this.#role[at] !== OWN) return false;
      const block = this.#words.merges.at(row, at);
      return block !== undefined && block.top < row && valueAt(this.#grid, block.top, block.left) !== null;
    });
  }

  /**
   * Whether a row with nothing but values to carry down has a new one of them, and was meant as a row: it is numbered,
   * or more is filled in than a word at the table's left, which may be anything.
   */
  #opens(row: number): boolean {
    const fresh = this.#carried.filter((column) => {
      const content = this.contentAt(row, column);
      return content !== '' && !isDitto(content) && content !== this.#contentAbove(row, column);
    });
    if (fresh.length === 0) return false;
    return fresh.length > 1 || fresh[0] !== leastOf(this.#header.headed) || this.isNumbered(row);
  }

  #contentAbove(row: number, column: number): string {
    for (let above = row - 1; above > this.#header.bottom; above--) {
      const content = this.contentAt(above, column);
      if (content !== '') return content;
    }
    return '';
  }

  /** A line with labels of those who sign, and their names: 填表人：张三 | 审核人：李四, or 经办人 | 李四 | 日期 | … */
  #isSignatureLine(row: number): boolean {
    const grid = this.#grid;
    let cells = 0;
    let labels = 0;
    let colons = 0;
    let firstColumn = -1;
    for (let index = grid.rowStarts[row] ?? 0; index < (grid.rowStarts[row + 1] ?? 0); index++) {
      if (this.#isBlankText(index)) continue;
      if (cells++ === 0) firstColumn = grid.columns[index] ?? 0;
      const word = this.#firstWord(index);
      if (word === RowWord.label) colons++;
      if (word === RowWord.label || word === RowWord.signer) labels++;
    }
    if (labels * 2 < cells) return false;
    return labels >= 2 || colons > 0 || firstColumn <= leastOf(this.#header.headed);
  }

  #isBlankText(index: number): boolean {
    if (this.#grid.kinds[index] !== CellKind.text) return false;
    const id = this.#grid.values[index] ?? 0;
    let blank = this.#blanks[id] ?? 0;
    if (blank === 0) this.#blanks[id] = blank = tidy(this.#grid.strings[id] ?? '') === '' ? 2 : 1;
    return blank === 2;
  }

  #firstWord(index: number): number {
    if (this.#grid.kinds[index] !== CellKind.text) return RowWord.plain;
    const id = this.#grid.values[index] ?? 0;
    let word = this.#firstWords[id] ?? 0;
    if (word === 0) {
      word = rowWordOf(this.#grid.strings[id] ?? '');
      this.#firstWords[id] = word;
    }
    return word;
  }

  /** Whether the block at a cell is merged over at least half of the table's columns. */
  #isAcross(row: number, column: number): boolean {
    const block = this.#words.merges.at(row, column);
    if (!block || isDitto(textAt(this.#grid, row, column))) return false;
    const covered = [...this.#header.columns.values()].filter(({ at }) => at >= block.left && at <= block.right);
    return covered.length >= Math.max(2, this.#header.columns.size / 2);
  }

  /** A quick look: a header repeated many times is no longer among the words of the sheet. */
  #mayRepeatHeader(row: number, first: number): boolean {
    if (this.#words.byRow.has(row)) return true;
    if (this.#grid.kinds[first] !== CellKind.text) return false;
    return this.#headings.has(this.#grid.strings[this.#grid.values[first] ?? 0] ?? '');
  }

  /** Whether a row says what one of the header's rows says; the lower one may name but a few columns (分类, 类型). */
  #repeatsHeader(row: number): boolean {
    const { top, bottom, headed } = this.#header;
    for (let like = top; like <= bottom; like++) {
      let same = 0;
      let other = 0;
      for (const column of headed) {
        const text = foldLabel(textAt(this.#grid, row, column));
        if (text === '') continue;
        if (text === foldLabel(textAt(this.#grid, like, column))) same++;
        else other++;
      }
      if (same >= 2 && (other === 0 || same >= this.#header.columns.size / 2)) return true;
    }
    return false;
  }
}

const OTHER = 0;
const OWN = 1;
const IGNORED = 2;
const CARRIED = 3;

/** A template sets so many choices beforehand at most. */
const MOST_PRESETS = 2;

/** By sheet column: a column of ours, one that alone makes no row (序号, printed words), one that is carried down, or another. */
function rolesOf(table: Table, header: HeaderCandidate, lastColumn: number): Uint8Array {
  const roles = new Uint8Array(lastColumn + 1);
  for (const [key, { at }] of header.columns) {
    const column = table.columns.find((one) => one.key === key);
    const isPrinted = table.ignoreIfOnly.includes(key) || table.entries?.column === key;
    roles[at] = isPrinted ? IGNORED : column?.carryDown ? CARRIED : OWN;
  }
  return roles;
}
