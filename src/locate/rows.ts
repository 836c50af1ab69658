import { foldLabel, tidy } from '../forms/fold.ts';
import type { Table } from '../forms/form.ts';
import { isDitto } from './ditto.ts';
import { CellKind, type Grid, textAt, valueAtIndex } from '../sheets/grid.ts';
import type { HeaderCandidate } from './headings.ts';
import type { SheetWords } from './occurrences.ts';

/** What a row below a table's header is. */
export type RowKind =
  | 'data'
  /** Nothing in the table's columns. */
  | 'blank'
  /** Nothing but 序号, or nothing but values that are carried down. */
  | 'ignored'
  | 'total'
  /** A heading over a group of rows (an office's name across the table). */
  | 'group'
  /** A note under the table, or a caption of what follows. */
  | 'note'
  | 'example'
  /** The header once more, as on each printed page. */
  | 'header';

const TOTAL = /^(?:[^\d]{0,12})?(?:合计|总计|小计|共计|累计|总合计)(?:金额|数量|数)?(?:小写)?$/u;
const NOTE = /^(?:注|备注|说明|填表说明|填报说明|填写说明|附注|注意事项|提示)\s*(?:[:：]|\d|[（(])/u;
const CAPTION =
  /^(?:\d{1,2}\s*[.．、]\s*\S|[（(][一二三四五六七八九十\d]{1,3}[）)]\s*\S|[一二三四五六七八九十]{1,3}\s*、|附(?:件|页|表))/u;
/** 填表人：…, 审核：…: lines for signatures under a table. */
const LABEL = /^[\u4e00-\u9fff]{2,8}(?:[（(][^（()）]{1,8}[）)])?[:：]/u;
const EXAMPLE = /^(?:示例|样例|举例|例\s*\d*|填写示例|填报示例|填写样例)(?:[:：]|$)/u;

/** Reads the rows of one table, each by its cells in the table's columns. */
export class RowReader {
  readonly #grid: Grid;
  readonly #words: SheetWords;
  readonly #header: HeaderCandidate;
  readonly #role: Uint8Array;
  readonly #lastColumn: number;
  /** How many cells of the row asked about last belong to the table and make it a row. */
  ownCells = 0;
  /** Verdicts on a text that stands first in its row, by string id: 0 not known yet. */
  readonly #firstWords: Uint8Array;
  /** Whether a text is nothing but blanks, by string id: 0 not known yet, 1 it is not, 2 it is. */
  readonly #blanks: Uint8Array;

  constructor(words: SheetWords, header: HeaderCandidate) {
    this.#grid = words.grid;
    this.#words = words;
    this.#header = header;
    this.#lastColumn = Math.max(...[...header.columns.values()].map(({ at }) => at), ...header.headed);
    this.#role = rolesOf(header.table, header, this.#lastColumn);
    this.#firstWords = new Uint8Array(words.grid.strings.length);
    this.#blanks = new Uint8Array(words.grid.strings.length);
  }

  kindOf(row: number): RowKind {
    const grid = this.#grid;
    const start = grid.rowStarts[row] ?? 0;
    const end = grid.rowStarts[row + 1] ?? 0;
    let filled = 0;
    let own = 0;
    let first = -1;
    let outside = 0;
    for (let index = start; index < end; index++) {
      if (this.#isBlankText(index)) continue;
      const column = grid.columns[index] ?? 0;
      const role = column <= this.#lastColumn ? (this.#role[column] ?? OTHER) : OTHER;
      if (first < 0) first = index;
      if (role === OTHER) {
        outside++;
        continue;
      }
      filled++;
      if (role === OWN) own++;
    }
    this.ownCells = own;
    if (first < 0) return 'blank';
    const word = this.#firstWord(first);
    if (word === TOTAL_WORD) return 'total';
    if (word === EXAMPLE_WORD) return 'example';
    const alone = filled + outside === 1;
    if (alone && (word === NOTE_WORD || word === CAPTION_WORD)) return 'note';
    if (word === NOTE_WORD && own <= 1) return 'note';
    if (word === LABEL_WORD && filled <= 3) return 'note';
    if (alone && this.#isAcross(row, grid.columns[first] ?? 0)) return 'group';
    if (filled === 0) return 'blank';
    if (filled >= 2 && this.#words.byRow.has(row) && this.#repeatsHeader(row)) return 'header';
    return own === 0 ? 'ignored' : 'data';
  }

  /** Whether the row's filled cells are only choices that a template may have chosen beforehand. */
  presetOf(row: number): { readonly column: string; readonly value: string } | undefined {
    const grid = this.#grid;
    const found: { column: string; value: string }[] = [];
    for (let index = grid.rowStarts[row] ?? 0; index < (grid.rowStarts[row + 1] ?? 0); index++) {
      const column = grid.columns[index] ?? 0;
      if ((column <= this.#lastColumn ? this.#role[column] : OTHER) !== OWN || this.#isBlankText(index)) continue;
      const key = [...this.#header.columns].find(([, heading]) => heading.at === column)?.[0];
      const own = this.#header.table.columns.find((one) => one.key === key);
      if (own?.type.kind !== 'choice') return undefined;
      found.push({ column: own.key, value: JSON.stringify(valueAtIndex(grid, index)) });
    }
    return found.length === 1 ? found[0] : undefined;
  }

  #isBlankText(index: number): boolean {
    if (this.#grid.kinds[index] !== CellKind.text) return false;
    const id = this.#grid.values[index] ?? 0;
    let blank = this.#blanks[id] ?? 0;
    if (blank === 0) this.#blanks[id] = blank = tidy(this.#grid.strings[id] ?? '') === '' ? 2 : 1;
    return blank === 2;
  }

  #firstWord(index: number): number {
    if (this.#grid.kinds[index] !== CellKind.text) return PLAIN_WORD;
    const id = this.#grid.values[index] ?? 0;
    let word = this.#firstWords[id] ?? 0;
    if (word === 0) {
      word = firstWordOf(this.#grid.strings[id] ?? '');
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

  #repeatsHeader(row: number): boolean {
    let same = 0;
    for (const { at, text } of this.#header.columns.values()) {
      if (foldLabel(textAt(this.#grid, row, at)) === foldLabel(text)) same++;
      else if (same === 0) return false;
    }
    return same >= 2 && same >= this.#header.columns.size / 2;
  }
}

const OTHER = 0;
const OWN = 1;
const IGNORED = 2;

/** By sheet column: a column of ours, one that alone makes no row, or another. */
function rolesOf(table: Table, header: HeaderCandidate, lastColumn: number): Uint8Array {
  const roles = new Uint8Array(lastColumn + 1);
  for (const [key, { at }] of header.columns) {
    const column = table.columns.find((one) => one.key === key);
    roles[at] = table.ignoreIfOnly.includes(key) || column?.carryDown ? IGNORED : OWN;
  }
  return roles;
}

const PLAIN_WORD = 1;
const TOTAL_WORD = 2;
const NOTE_WORD = 3;
const CAPTION_WORD = 4;
const EXAMPLE_WORD = 5;
const LABEL_WORD = 6;

function firstWordOf(text: string): number {
  const words = tidy(text);
  if (words.length <= 24 && TOTAL.test(foldLabel(words))) return TOTAL_WORD;
  if (EXAMPLE.test(words)) return EXAMPLE_WORD;
  if (NOTE.test(words)) return NOTE_WORD;
  if (LABEL.test(words)) return LABEL_WORD;
  if (CAPTION.test(words) || /[:：]$/u.test(words)) return CAPTION_WORD;
  return PLAIN_WORD;
}
