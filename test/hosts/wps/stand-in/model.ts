import type { Address, Range } from '../../../../src/sheets/address.ts';
import type { CellValue } from '../../../../src/sheets/grid.ts';

/** A workbook as the stand-in keeps it: what is in it, without a word of how a program hands it out. */
export class BookModel {
  name: string;
  path: string;
  readonly sheets: SheetModel[] = [];
  active = 0;
  readOnly = false;
  shared = false;
  structureProtected = false;
  date1904 = false;
  saved = true;
  /** Custom XML parts, by id. */
  readonly parts = new Map<string, string>();
  readonly properties = new Map<string, string>();
  /** What is added to a document beside its sheets is refused. */
  refuses: { parts?: boolean; properties?: boolean } = {};

  constructor(name: string, path = 'C:\\表\\') {
    this.name = name;
    this.path = path;
  }
}

export interface CommentModel extends Address {
  text: string;
  author: string;
}

export interface ConditionModel {
  type: number;
  formula: string;
  /** BGR. */
  colour: number | null;
  ranges: readonly Range[];
  stopIfTrue: boolean;
}

/** A cell's formula, number format and the like: what most cells have not. */
export interface CellExtra {
  formula?: string;
  format?: string;
  unlocked?: boolean;
  validated?: boolean;
  fill?: number;
}

const COLUMNS = 16_384;

export class SheetModel {
  readonly book: BookModel;
  name: string;
  codeName: string;
  /** -1 visible, 0 hidden, 2 very hidden. */
  visible = -1;
  protectedContents = false;
  /** Protected against people only. */
  openToPrograms = false;
  readonly rows: CellValue[][] = [];
  readonly extras = new Map<number, CellExtra>();
  merges: Range[] = [];
  comments: CommentModel[] = [];
  conditions: ConditionModel[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  /** Rows and columns that are formatted without holding anything. */
  formatted: { rows: number; columns: number } = { rows: 0, columns: 0 };
  /** Which cell is selected. */
  selected: Range = { top: 0, left: 0, bottom: 0, right: 0 };

  constructor(book: BookModel, name: string, codeName: string) {
    this.book = book;
    this.name = name;
    this.codeName = codeName;
  }

  value(row: number, column: number): CellValue {
    return this.rows[row]?.[column] ?? null;
  }

  extra(row: number, column: number): CellExtra {
    return this.extras.get(row * COLUMNS + column) ?? {};
  }

  setExtra(row: number, column: number, extra: CellExtra): void {
    const key = row * COLUMNS + column;
    const merged: CellExtra = { ...this.extras.get(key), ...extra };
    const kept = Object.entries(merged).filter(([, value]) => value !== undefined);
    if (kept.length === 0) this.extras.delete(key);
    else this.extras.set(key, Object.fromEntries(kept));
  }

  format(row: number, column: number): string {
    return this.extra(row, column).format ?? 'General';
  }

  setValue(row: number, column: number, value: CellValue): void {
    const cells = (this.rows[row] ??= []);
    for (let at = cells.length; at < column; at++) cells[at] = null;
    cells[column] = value;
  }

  /** Puts a text into a cell as if it were typed: it becomes a number, a date or a formula where it looks like one. */
  enter(row: number, column: number, entered: unknown): void {
    const isText = this.format(row, column) === '@';
    const given: unknown = isText && typeof entered === 'number' ? String(entered) : entered;
    if (typeof given !== 'string') {
      this.setExtra(row, column, { formula: undefined } as unknown as CellExtra);
      this.setValue(row, column, typeof given === 'number' || typeof given === 'boolean' ? given : null);
      return;
    }
    if (given.startsWith('=') && given.length > 1 && !isText) {
      this.setExtra(row, column, { formula: given.slice(1) });
      this.setValue(row, column, 0);
      return;
    }
    this.setExtra(row, column, { formula: undefined } as unknown as CellExtra);
    const { value, format } = isText ? { value: given === '' ? null : given } : recognised(given);
    this.setValue(row, column, value);
    if (format !== undefined && this.format(row, column) === 'General') this.setExtra(row, column, { format });
  }

  /** The rectangle of all that is used or formatted; an empty sheet's is A1. */
  used(): Range {
    const used = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
    const take = (row: number, column: number): void => {
      used.top = Math.min(used.top, row);
      used.left = Math.min(used.left, column);
      used.bottom = Math.max(used.bottom, row);
      used.right = Math.max(used.right, column);
    };
    this.rows.forEach((cells, row) => {
      for (let column = 0; column < cells.length; column++) if ((cells[column] ?? null) !== null) take(row, column);
    });
    for (const key of this.extras.keys()) take(Math.floor(key / COLUMNS), key % COLUMNS);
    for (const merge of this.merges) {
      take(merge.top, merge.left);
      take(merge.bottom, merge.right);
    }
    if (this.formatted.rows > 0) take(this.formatted.rows - 1, Math.max(0, this.formatted.columns - 1));
    return used.top === Infinity ? { top: 0, left: 0, bottom: 0, right: 0 } : used;
  }

  mergeAt(row: number, column: number): Range | undefined {
    return this.merges.find((one) => row >= one.top && row <= one.bottom && column >= one.left && column <= one.right);
  }

  commentAt(row: number, column: number): CommentModel | undefined {
    return this.comments.find((one) => one.row === row && one.column === column);
  }

  /** Everything that is to be seen, as a text. */
  looks(): unknown {
    const cells: unknown[] = [];
    const used = this.used();
    for (let row = used.top; row <= used.bottom; row++) {
      for (let column = used.left; column <= used.right; column++) {
        const value = this.value(row, column);
        const extra = this.extra(row, column);
        if (value !== null || Object.keys(extra).length > 0) cells.push([row, column, value, extra]);
      }
    }
    const comments = [...this.comments].sort((a, b) => a.row - b.row || a.column - b.column);
    const { name, visible, merges, conditions } = this;
    return { name, visible, cells, merges, conditions, comments };
  }
}

/** What a program takes a typed text for. */
export function recognised(text: string): { readonly value: CellValue; readonly format?: string } {
  if (text === '') return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (/^\s*[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?(?:E[+-]?\d+)?\s*$/i.test(text))
    return { value: Number(text.replace(/,/g, '')) };
  const percent = /^\s*(\d+(?:\.\d+)?)%\s*$/.exec(text);
  if (percent) return { value: Number(percent[1]) / 100, format: '0%' };
  if (/^(?:true|false)$/i.test(text)) return { value: text.toLowerCase() === 'true' };
  if (/^#(?:N\/A|REF!|DIV\/0!|NAME\?|NULL!|NUM!|VALUE!)$/.test(text)) return { value: { error: text } };
  const date = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(text);
  if (date) {
    const days = Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) / 86_400_000;
    return { value: days + 25_569, format: 'yyyy/m/d' };
  }
  const day = /^(\d{1,2})[-/月](\d{1,2})日?$/.exec(text);
  if (day) return { value: 46_000 + Number(day[1]) * 30 + Number(day[2]), format: 'm"月"d"日"' };
  return { value: text };
}
