import { MARK_SEVERITIES, severityOfFormula, type MarkSeverity } from '../marks/signature.ts';
import { fromA1, MAX_COLUMNS, MAX_ROWS, rangeFromA1, type Range } from '../sheets/address.ts';
import type { ColumnLook, DropDown, NoteAt, RowLook, SheetAppearance } from './appearance.ts';
import { holdTo } from './reading-limits.ts';
import { TagScanner } from './tags.ts';
import { decodeEscapes } from './text-pool.ts';

/** Excel's own: 8.43 characters, 15 points. */
const DEFAULT_WIDTH = 8.43;
const DEFAULT_HEIGHT = 15;

/** What a screen could show of ranges; a file that names more means harm. */
const MAX_RANGES = 200_000;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * How a worksheet looks (ECMA-376 part 1, 18.3.1). Of conditional formats only ours are read, of data validations only
 * lists.
 * @param looks how many cell formats there are; a cell that names another looks as usual
 */
export function readSheetAppearance(xml: Uint8Array, looks: number, notes: readonly NoteAt[]): SheetAppearance {
  return new AppearanceReader(xml, looks).read(notes);
}

class AppearanceReader {
  readonly #tag: TagScanner;
  readonly #looks: number;
  readonly #columns: ColumnLook[] = [];
  readonly #rows: RowLook[] = [];
  readonly #styled = new StyledCells();
  readonly #lists: DropDown[] = [];
  readonly #marks = new Map<MarkSeverity, Range[]>();
  #width = DEFAULT_WIDTH;
  #height = DEFAULT_HEIGHT;
  #frozen = { rows: 0, columns: 0 };
  #gridLines = true;
  #ranges = 0;

  constructor(xml: Uint8Array, looks: number) {
    this.#tag = new TagScanner(xml);
    this.#looks = looks;
  }

  read(notes: readonly NoteAt[]): SheetAppearance {
    const tag = this.#tag;
    tag.next();
    while (tag.next()) {
      if (tag.opens('sheetData')) this.#readRows();
      else if (tag.opens('col')) this.#readColumns();
      else if (tag.opens('sheetFormatPr')) this.#readDefaults();
      else if (tag.opens('sheetView')) this.#gridLines = this.#gridLines && !this.#isOff('showGridLines');
      else if (tag.opens('pane')) this.#readPane();
      else if (tag.opens('conditionalFormatting')) this.#readConditionalFormat();
      else if (tag.opens('dataValidation')) this.#readValidation();
      else if (!['cols', 'sheetViews', 'dataValidations'].some((name) => tag.named(name))) tag.skip();
    }
    return {
      defaultColumnWidth: this.#width,
      defaultRowHeight: this.#height,
      columns: this.#columns,
      rows: this.#rows,
      ...this.#styled.finish(),
      frozen: this.#frozen,
      gridLines: this.#gridLines,
      lists: this.#lists,
      notes,
      marks: MARK_SEVERITIES.flatMap((severity) => {
        const ranges = this.#marks.get(severity) ?? [];
        return ranges.length > 0 ? [{ severity, ranges }] : [];
      }),
    };
  }

  #isOff(attribute: string): boolean {
    const value = this.#tag.attribute(attribute);
    return value === '0' || value === 'false';
  }

  #readDefaults(): void {
    const tag = this.#tag;
    const base = Number(tag.attribute('baseColWidth') ?? NaN);
    const width = Number(tag.attribute('defaultColWidth') ?? (base > 0 ? base + 0.43 : NaN));
    const height = Number(tag.attribute('defaultRowHeight') ?? NaN);
    if (width > 0 && width <= 255) this.#width = width;
    if (height > 0 && height <= 409) this.#height = height;
    tag.skip();
  }

  #readPane(): void {
    const tag = this.#tag;
    const state = tag.attribute('state');
    if (state !== 'frozen' && state !== 'frozenSplit') return;
    const rows = Math.trunc(Number(tag.attribute('ySplit') ?? 0));
    const columns = Math.trunc(Number(tag.attribute('xSplit') ?? 0));
    this.#frozen = {
      rows: rows > 0 && rows < MAX_ROWS ? rows : 0,
      columns: columns > 0 && columns < MAX_COLUMNS ? columns : 0,
    };
  }

  #readColumns(): void {
    const tag = this.#tag;
    const first = Number(tag.attribute('min')) - 1;
    const last = Math.min(Number(tag.attribute('max')), MAX_COLUMNS) - 1;
    if (!(first >= 0 && first <= last) || this.#columns.length >= MAX_COLUMNS) return;
    const column: Mutable<ColumnLook> = { first, last };
    const width = Number(tag.attribute('width') ?? NaN);
    if (width >= 0 && width <= 255) column.width = width;
    const look = this.#look();
    if (look > 0) column.look = look;
    this.#columns.push(column);
  }

  /** The look that the present element's style names. */
  #look(attribute = 'style'): number {
    const style = Number(this.#tag.attribute(attribute) ?? 0);
    return Number.isInteger(style) && style > 0 && style < this.#looks ? style : 0;
  }

  #readRows(): void {
    const tag = this.#tag;
    if (tag.isEmpty) return;
    const { depth } = tag;
    let row = -1;
    let column = -1;
    while (tag.next() && tag.depth > depth) {
      if (tag.opens('row')) {
        row = Number(tag.attribute('r') ?? row + 2) - 1;
        column = -1;
        this.#readRow(row);
      } else if (tag.opens('c')) {
        const at = fromA1(tag.attribute('r') ?? '');
        column = at?.column ?? column + 1;
        const look = this.#look('s');
        if (look > 0 && row >= 0 && row < MAX_ROWS) this.#styled.add(at?.row ?? row, column, look);
        tag.skip();
      }
    }
  }

  #readRow(row: number): void {
    const tag = this.#tag;
    if (!(row >= 0 && row < MAX_ROWS)) return;
    const height = Number(tag.attribute('ht') ?? NaN);
    const look = tag.attribute('customFormat') === undefined || this.#isOff('customFormat') ? 0 : this.#look('s');
    if (!(height > 0 && height <= 409) && look === 0) return;
    this.#rows.push({ row, ...(height > 0 && height <= 409 ? { height } : {}), ...(look > 0 ? { look } : {}) });
  }

  #readConditionalFormat(): void {
    const tag = this.#tag;
    const ranges = tag.attribute('sqref') ?? '';
    if (tag.isEmpty) return;
    const { depth } = tag;
    while (tag.next() && tag.depth > depth) {
      if (!tag.closes('formula')) continue;
      const severity = severityOfFormula(tag.text());
      if (!severity) continue;
      const known = this.#marks.get(severity) ?? [];
      this.#marks.set(severity, known);
      for (const range of this.#rangesOf(ranges)) known.push(range);
    }
  }

  #readValidation(): void {
    const tag = this.#tag;
    const isList = tag.attribute('type') === 'list';
    const where = tag.attribute('sqref') ?? '';
    // The attribute's name says the opposite of what it does (18.3.1.32).
    const shown = tag.attribute('showDropDown') !== '1' && tag.attribute('showDropDown') !== 'true';
    if (tag.isEmpty) return;
    const { depth } = tag;
    let formula: string | undefined;
    while (tag.next() && tag.depth > depth) {
      if (!tag.closes('formula1')) continue;
      formula = decodeEscapes(tag.text()).trim();
    }
    if (!isList || !shown || !formula) return;
    const ranges = this.#rangesOf(where);
    if (ranges.length === 0) return;
    const written = /^"(.*)"$/s.exec(formula)?.[1];
    if (written === undefined) this.#lists.push({ ranges, reference: formula.replace(/^=/, '') });
    else {
      const options = written
        .replaceAll('""', '"')
        .split(',')
        .map((option) => option.trim());
      this.#lists.push({ ranges, options: options.filter((option) => option !== '') });
    }
  }

  #rangesOf(list: string): Range[] {
    const ranges = list.split(/\s+/).flatMap((ref) => rangeFromA1(ref) ?? []);
    this.#ranges += ranges.length;
    return this.#ranges > MAX_RANGES ? [] : ranges;
  }
}

const FIRST_ROOM = 1024;

/** Cells and their looks in three growing columns of numbers. */
class StyledCells {
  #rows = new Uint32Array(FIRST_ROOM);
  #columns = new Uint16Array(FIRST_ROOM);
  #looks = new Uint16Array(FIRST_ROOM);
  #length = 0;

  add(row: number, column: number, look: number): void {
    if (this.#length === this.#rows.length) this.#grow();
    // Cells that only look like something cost a hostile file few bytes each.
    holdTo('cells', this.#length + 1);
    this.#rows[this.#length] = row;
    this.#columns[this.#length] = column;
    this.#looks[this.#length] = look;
    this.#length++;
  }

  finish(): Pick<SheetAppearance, 'styledRows' | 'styledColumns' | 'styledLooks'> {
    return {
      styledRows: this.#rows.slice(0, this.#length),
      styledColumns: this.#columns.slice(0, this.#length),
      styledLooks: this.#looks.slice(0, this.#length),
    };
  }

  #grow(): void {
    const room = 2 * this.#rows.length;
    const rows = new Uint32Array(room);
    const columns = new Uint16Array(room);
    const looks = new Uint16Array(room);
    rows.set(this.#rows);
    columns.set(this.#columns);
    looks.set(this.#looks);
    this.#rows = rows;
    this.#columns = columns;
    this.#looks = looks;
  }
}
