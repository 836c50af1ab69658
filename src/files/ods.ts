import { MAX_COLUMNS, MAX_ROWS, type Range } from '../sheets/address.ts';
import { GridBuilder, StringTable } from '../sheets/grid-builder.ts';
import type { CellValue, Grid } from '../sheets/grid.ts';
import type { Workbook } from '../sheets/workbook.ts';
import { FileError, damaged, inPart } from './file-error.ts';
import { serialOfIso } from './iso-date.ts';
import { openFormula } from './ods-formula.ts';
import { readOdsStyles, type OdsStyles } from './ods-styles.ts';
import { readOdsText } from './ods-text.ts';
import type { OfficePackage } from './package.ts';
import { holdTo } from './reading-limits.ts';
import { decodeSymbols } from './symbol-fonts.ts';
import { TagScanner } from './tags.ts';

/** The part with all sheets of an OpenDocument spreadsheet (ODF 1.3 part 2, 3.1). */
const CONTENT = 'content.xml';

/**
 * Reads an OpenDocument spreadsheet (.ods, ODF 1.3 part 3), as LibreOffice and WPS write it. Dates become serial numbers
 * with a date's format, formulas Excel's notation; notes, shapes and empty cells are passed over.
 * @throws FileError `damaged`, `dtd`, `too-large`, `encrypted`.
 */
export function readOds(parts: OfficePackage): Workbook {
  if (isEncrypted(parts)) throw new FileError('encrypted');
  const content = parts.required(CONTENT);
  return inPart(CONTENT, () => {
    const sheets = new OdsReader(content).read();
    if (sheets.length === 0) throw damaged('no worksheet');
    return { sheets, date1904: false, properties: new Map() };
  });
}

/** The manifest has a key to every encrypted part (ODF 1.3 part 2, 3.4). */
function isEncrypted(parts: OfficePackage): boolean {
  const manifest = parts.part('META-INF/manifest.xml');
  if (!manifest) return false;
  const tag = new TagScanner(manifest);
  while (tag.next()) if (tag.opens('encryption-data')) return true;
  return false;
}

class OdsReader {
  readonly #tag: TagScanner;
  readonly #table = new StringTable();
  #styles: OdsStyles = { hiddenTables: new Set(), symbols: new Map() };
  #builder = new GridBuilder('', this.#table);
  #merges: Range[] = [];
  #hiddenRows: number[] = [];
  #hiddenColumns: number[] = [];
  #row = 0;
  #column = 0;
  #cells = 0;
  #repeated = 0;
  #hidden = 0;
  #mergeCount = 0;
  #formulas = 0;
  readonly #made = { spaces: 0 };

  constructor(content: Uint8Array) {
    this.#tag = new TagScanner(content);
  }

  read(): Grid[] {
    const tag = this.#tag;
    const sheets: Grid[] = [];
    while (tag.next()) {
      if (tag.opens('automatic-styles')) this.#styles = readOdsStyles(tag);
      else if (tag.opens('table') && tag.depth === 3) {
        holdTo('sheets', sheets.length + 1);
        sheets.push(this.#readTable());
      } else if (tag.depth >= 3) tag.skip();
    }
    return sheets;
  }

  #readTable(): Grid {
    const tag = this.#tag;
    const name = tag.attribute('name') ?? '';
    const isHidden = this.#styles.hiddenTables.has(tag.attribute('style-name') ?? '');
    this.#builder = new GridBuilder(name, this.#table);
    this.#merges = [];
    this.#hiddenRows = [];
    this.#hiddenColumns = [];
    this.#row = 0;
    this.#column = 0;
    if (!tag.isEmpty) this.#readRows();
    return this.#builder.finish({
      visibility: isHidden ? 'hidden' : 'visible',
      merges: this.#merges,
      hiddenRows: this.#hiddenRows,
      hiddenColumns: this.#hiddenColumns,
    });
  }

  /** Rows and columns stand in groups and headers of their own, one in the other; everything else is no cell. */
  #readRows(): void {
    const tag = this.#tag;
    const { depth } = tag;
    while (tag.next() && tag.depth > depth) {
      if (tag.opens('table-row')) this.#readRow();
      else if (tag.opens('table-column')) this.#readColumn();
      else if (!isGroup(tag)) tag.skip();
    }
  }

  #readColumn(): void {
    const count = this.#repeats('number-columns-repeated', MAX_COLUMNS);
    const end = Math.min(this.#column + count, MAX_COLUMNS);
    if (isHiddenTag(this.#tag)) this.#hide(this.#hiddenColumns, this.#column, end);
    this.#column = end;
    this.#tag.skip();
  }

  #readRow(): void {
    const tag = this.#tag;
    const count = this.#repeats('number-rows-repeated', MAX_ROWS);
    const first = this.#row;
    this.#row += count;
    if (first >= MAX_ROWS) throw new FileError('too-large', { what: 'rows', limit: MAX_ROWS });
    if (isHiddenTag(tag)) this.#hide(this.#hiddenRows, first, Math.min(this.#row, MAX_ROWS));
    if (tag.isEmpty) return;
    const { depth } = tag;
    let column = 0;
    while (tag.next() && tag.depth > depth) {
      if (tag.opens('table-cell') || tag.opens('covered-table-cell')) column = this.#readCell(first, count, column);
      else tag.skip();
    }
  }

  #hide(list: number[], from: number, to: number): void {
    holdTo('hidden', (this.#hidden += to - from));
    for (let at = from; at < to; at++) list.push(at);
  }

  /** Reads a cell, repeated over columns and `rows` rows, and answers the column behind it. */
  #readCell(row: number, rows: number, column: number): number {
    const tag = this.#tag;
    const columns = this.#repeats('number-columns-repeated', MAX_COLUMNS);
    this.#readSpan(row, column);
    const symbols = this.#styles.symbols.get(tag.attribute('style-name') ?? '');
    const type = officeAttribute(tag, 'value-type');
    const written = writtenValue(tag, type);
    const formula = openFormula(tag.attribute('formula'));
    const text = tag.isEmpty ? '' : readOdsText(tag, this.#made);
    const { value, format } = valueOf(type, written, symbols ? decodeSymbols(text, symbols) : text);
    if (value === null && formula === undefined) return column + columns;
    this.#count(rows * columns);
    if (formula !== undefined) holdTo('formulas', (this.#formulas += rows * columns));
    holdTo('texts', this.#table.strings.length);
    for (let r = row; r < row + rows; r++) {
      for (let c = column; c < column + columns; c++) {
        if (r >= MAX_ROWS || c >= MAX_COLUMNS) throw damaged('cell address');
        this.#builder.addValue(r, c, value, format, formula);
      }
    }
    return column + columns;
  }

  #readSpan(row: number, column: number): void {
    const tag = this.#tag;
    const columns = spanOf(tag.attribute('number-columns-spanned'));
    const rows = spanOf(tag.attribute('number-rows-spanned'));
    if (columns === 1 && rows === 1) return;
    const bottom = Math.min(row + rows, MAX_ROWS) - 1;
    const right = Math.min(column + columns, MAX_COLUMNS) - 1;
    holdTo('merges', ++this.#mergeCount);
    this.#merges.push({ top: row, left: column, bottom, right });
  }

  #repeats(attribute: string, most: number): number {
    const count = Number(this.#tag.attribute(attribute) ?? 1);
    if (!Number.isInteger(count) || count < 1) throw damaged('repetition');
    return Math.min(count, most);
  }

  #count(cells: number): void {
    this.#cells += cells;
    if (cells > 1) this.#repeated += cells;
    holdTo('cells', this.#cells);
    holdTo('repeated', this.#repeated);
  }
}

const GROUPS = [
  ...['table-row-group', 'table-header-rows', 'table-rows'],
  ...['table-column-group', 'table-header-columns', 'table-columns'],
];

function isGroup(tag: TagScanner): boolean {
  return GROUPS.some((name) => tag.named(name));
}

/** `filter`: hidden by a filter. */
function isHiddenTag(tag: TagScanner): boolean {
  const visibility = tag.attribute('visibility');
  return visibility === 'collapse' || visibility === 'filter';
}

/** The value that a cell of this type has beside its text (ODF 1.3 part 3, 19.385). */
function writtenValue(tag: TagScanner, type: string | undefined): string | undefined {
  const isNumber = type === 'float' || type === 'percentage' || type === 'currency';
  return type === undefined ? undefined : officeAttribute(tag, isNumber ? 'value' : `${type}-value`);
}

/** Extensions repeat attributes of this namespace in theirs (`calcext:value-type`). */
function officeAttribute(tag: TagScanner, name: string): string | undefined {
  return tag.attribute(`office:${name}`) ?? tag.attribute(name);
}

interface Typed {
  readonly value: CellValue;
  readonly format: string;
}

const ERROR_TEXT = /^(?:#(?:N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!)|Err:\d{3})$/;

function valueOf(type: string | undefined, written: string | undefined, text: string): Typed {
  const general = (value: CellValue): Typed => ({ value, format: 'General' });
  if (type === undefined) return general(text === '' ? null : text);
  if (ERROR_TEXT.test(text)) return general({ error: text.startsWith('Err:') ? '#VALUE!' : text });
  if (type === 'boolean') return general(written === 'true');
  const day =
    type === 'date' ? serialOfIso(written ?? '', false) : type === 'time' ? serialOfDuration(written ?? '') : undefined;
  if (day !== undefined) return { value: day, format: formatOf(type, written ?? '') };
  const number = type === 'string' || written === undefined ? NaN : Number(written);
  if (Number.isFinite(number)) return { value: number, format: type === 'percentage' ? '0%' : 'General' };
  const shown = type === 'string' ? (written ?? text) : text;
  return general(shown === '' ? null : shown);
}

function formatOf(type: string, written: string): string {
  if (type === 'time') return '[h]:mm:ss';
  return written.includes('T') ? 'yyyy-mm-dd hh:mm:ss' : 'yyyy-mm-dd';
}

/** `PT08H30M00S` as a part of a day. */
function serialOfDuration(text: string): number | undefined {
  const match = /^PT(\d{1,9})H(\d{1,9})M(\d{1,9}(?:[.,]\d{1,9})?)S$/.exec(text);
  if (!match) return undefined;
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part.replace(',', '.')));
  return ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) / 86_400;
}

/** How many rows or columns a cell is merged over; one where that is no number of them. */
function spanOf(written: string | undefined): number {
  const count = Number(written ?? 1);
  return Number.isInteger(count) && count >= 1 ? count : 1;
}
