import { MAX_COLUMNS, MAX_ROWS, rangeFromA1, type Range } from '../sheets/address.ts';
import { GridBuilder, type StringTable } from '../sheets/grid-builder.ts';
import { CellKind, type Grid, type Visibility } from '../sheets/grid.ts';
import { damaged } from './file-error.ts';
import { serialOfIso } from './iso-date.ts';
import { parseNumber } from './parse-number.ts';
import { QuickCell } from './quick-cell.ts';
import { holdTo, READING_LIMITS } from './reading-limits.ts';
import { joinRuns, readRichText } from './rich-text.ts';
import { SharedFormulas } from './shared-formulas.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { CellStyle } from './styles.ts';
import { decodeSymbols } from './symbol-fonts.ts';
import { TagScanner, sameAscii } from './tags.ts';
import { TextPool, decodeEscapes } from './text-pool.ts';
import { decodeXml } from './xml-text.ts';

/** What the sheets of a workbook share. */
export interface SheetContext {
  readonly table: StringTable;
  readonly shared: SharedStrings | undefined;
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
  /** What the sheets have so far. */
  readonly counts: { cells: number; merges: number; formulas: number };
}

/** A cell with a value, about, and its share of those without. */
const BYTES_OF_CELL = 40;

const CellType = { number: 0, shared: 1, text: 2, inline: 3, boolean: 4, error: 5, date: 6 } as const;

const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;

/**
 * Reads a worksheet part (ECMA-376 part 1, 18.3.1.99 worksheet). Cells without a value or formula are passed over, the
 * part's own statements about its size are not believed, rows and cells may come in any order and without addresses.
 * A cell that shares another's formula has the text that it would have alone.
 */
export function readSheet(xml: Uint8Array, name: string, visibility: Visibility, context: SheetContext): Grid {
  return new SheetReader(xml, name, context).read(visibility);
}

class SheetReader {
  readonly #tag: TagScanner;
  readonly #builder: GridBuilder;
  readonly #pool: TextPool;
  readonly #context: SheetContext;
  readonly #merges: Range[] = [];
  readonly #hiddenRows: number[] = [];
  readonly #hiddenColumns = new HiddenColumns();
  /** The builder's number format of each style, -1 where not asked for yet. */
  readonly #formats: Int32Array;
  /** Shared formulas by their `si`. */
  readonly #sharedFormulas = new SharedFormulas();
  readonly #quick = new QuickCell();
  /** The place of the cell read last. */
  #row = -1;
  #column = -1;

  constructor(xml: Uint8Array, name: string, context: SheetContext) {
    this.#tag = new TagScanner(xml);
    this.#builder = new GridBuilder(name, context.table, xml.length / BYTES_OF_CELL);
    this.#pool = new TextPool(context.table, xml);
    this.#context = context;
    this.#formats = new Int32Array(context.styles.length).fill(-1);
  }

  read(visibility: Visibility): Grid {
    const tag = this.#tag;
    tag.next();
    if (!tag.opens('worksheet')) throw damaged('not a worksheet');
    while (tag.next()) {
      if (tag.opens('sheetData')) this.#readRows();
      else if (tag.opens('mergeCell')) this.#readMerge();
      else if (tag.opens('col')) this.#hiddenColumns.read(tag);
      else if (!tag.opens('cols') && !tag.opens('mergeCells')) tag.skip();
    }
    this.#pool.finish();
    return this.#builder.finish({
      visibility,
      merges: this.#merges,
      hiddenRows: this.#hiddenRows,
      hiddenColumns: this.#hiddenColumns.list(),
    });
  }

  #readRows(): void {
    const tag = this.#tag;
    if (tag.isEmpty) return;
    const { depth } = tag;
    while (tag.next() && tag.depth > depth) {
      if (tag.opens('row')) this.#readRow();
      else tag.skip();
    }
  }

  #readRow(): void {
    const tag = this.#tag;
    const at = tag.attributeIndex('r');
    this.#row = at < 0 ? this.#row + 1 : this.#wholeNumber(at) - 1;
    this.#column = -1;
    const row = this.#row;
    if (!(Number.isInteger(row) && row >= 0 && row < MAX_ROWS)) throw damaged('row number');
    if (isOn(tag, 'hidden') && this.#hiddenRows[this.#hiddenRows.length - 1] !== row) this.#hiddenRows.push(row);
    if (tag.isEmpty) return;
    const { depth } = tag;
    this.#readQuickCells();
    while (tag.next() && tag.depth > depth) {
      if (tag.opens('c')) this.#readCell();
      else tag.skip();
      this.#readQuickCells();
    }
    // Cells may name another row than their row element does; the next row still follows this one.
    this.#row = row;
  }

  /** Cells of the commonest kind that follow the present tag. */
  #readQuickCells(): void {
    const tag = this.#tag;
    const cell = this.#quick;
    let found = false;
    while (cell.match(tag.bytes, found ? cell.end : tag.end)) {
      found = true;
      if (cell.row < 0 || cell.row >= MAX_ROWS || cell.column >= MAX_COLUMNS) throw damaged('cell address');
      this.#row = cell.row;
      this.#column = cell.column;
      this.#addValue(
        cell.shared ? CellType.shared : CellType.number,
        cell.style,
        cell.valueStart,
        cell.valueEnd,
        false,
      );
    }
    if (found) tag.resume(cell.end);
  }

  #readCell(): void {
    const tag = this.#tag;
    const { bytes, attributes } = tag;
    let style = 0;
    let type: number = CellType.number;
    this.#column++;
    for (let i = 0; i < 4 * tag.attributeCount; i += 4) {
      const nameAt = attributes[i] ?? 0;
      if ((attributes[i + 1] ?? 0) !== nameAt + 1) continue;
      const start = attributes[i + 2] ?? 0;
      const end = attributes[i + 3] ?? 0;
      const letter = bytes[nameAt];
      if (letter === LETTER_R) this.#readAddress(start, end);
      else if (letter === LETTER_S) style = parseNumber(bytes, start, end);
      else if (letter === LETTER_T) type = cellType(bytes, start, end);
    }
    if (this.#column >= MAX_COLUMNS) throw damaged('cell address');
    if (tag.isEmpty) return;
    if (tag.leaf('v')) this.#addValue(type, style, tag.leafStart, tag.leafEnd, false);
    else this.#readContent(type, style);
  }

  #readContent(type: number, style: number): void {
    const tag = this.#tag;
    const { depth } = tag;
    const before = this.#builder.length;
    let formula: string | undefined;
    while (tag.next() && tag.depth > depth) {
      if (tag.opens('v') && !tag.isEmpty) {
        tag.next();
        if (tag.depth !== depth + 1) throw damaged('cell value');
        if (this.#builder.length > before) continue;
        if (tag.textIsPlain) this.#addValue(type, style, tag.textStart, tag.start, formula !== undefined);
        else this.#addOddValue(type, style, tag.text());
      } else if (tag.opens('is')) {
        this.#addInline(style);
      } else if (tag.opens('f')) formula = this.#readFormula();
      else tag.skip();
    }
    if (formula === undefined) return;
    holdTo('formulas', ++this.#context.counts.formulas);
    if (this.#builder.length === before) this.#add(CellKind.none, 0, style);
    this.#builder.setFormula(formula);
  }

  /** The value that stands as plain text between two offsets. */
  #addValue(type: number, style: number, start: number, end: number, hasFormula: boolean): void {
    const { bytes } = this.#tag;
    if (type === CellType.shared) this.#addShared(parseNumber(bytes, start, end), style);
    else if (type === CellType.number) {
      if (start === end) return;
      const number = parseNumber(bytes, start, end);
      if (Number.isFinite(number)) this.#add(CellKind.number, number, style);
      else this.#addText(decodeXml(bytes, start, end), style);
    } else if (type === CellType.text || type === CellType.inline) this.#addPlainText(style, start, end, hasFormula);
    else this.#addOddValue(type, style, decodeXml(bytes, start, end));
  }

  /** Text between two offsets; an empty one is a value only where a formula has made it. */
  #addPlainText(style: number, start: number, end: number, hasFormula: boolean): void {
    const symbols = this.#context.styles[style]?.symbols;
    if (symbols) this.#addText(decodeSymbols(decodeEscapes(decodeXml(this.#tag.bytes, start, end)), symbols), style);
    else if (hasFormula || start < end) this.#add(CellKind.text, this.#pool.internXml(start, end), style);
  }

  /** Values that are rare, or stand between comments: by way of a string. */
  #addOddValue(type: number, style: number, written: string): void {
    const { table, date1904 } = this.#context;
    const text = written.trim();
    const number = text === '' ? NaN : Number(text);
    if (type === CellType.boolean) {
      this.#add(CellKind.boolean, text === '1' || text.toLowerCase() === 'true' ? 1 : 0, style);
    } else if (type === CellType.error) this.#add(CellKind.error, table.intern(text), style);
    else if (type === CellType.shared) this.#addShared(number, style);
    else if (type === CellType.number && Number.isFinite(number)) this.#add(CellKind.number, number, style);
    else {
      const serial = type === CellType.date ? serialOfIso(text, date1904) : undefined;
      if (serial === undefined) this.#addText(decodeEscapes(written), style);
      else this.#addDate(serial, style);
    }
  }

  #addShared(index: number, style: number): void {
    const { shared, styles } = this.#context;
    if (!shared || !Number.isInteger(index) || index < 0 || index >= shared.count) throw damaged('shared string index');
    const id = shared.first + index;
    const symbols = styles[style]?.symbols;
    if (symbols) this.#add(CellKind.text, shared.inFont(id, symbols), style);
    else if (!shared.isEmpty(id)) this.#add(CellKind.text, id, style);
  }

  #addInline(style: number): void {
    const { start, end, runs } = readRichText(this.#tag);
    if (runs) this.#addText(joinRuns(runs, this.#context.styles[style]?.symbols), style);
    else this.#addPlainText(style, start, end, false);
  }

  #addText(text: string, style: number): void {
    holdTo('text', text.length);
    if (text !== '') this.#add(CellKind.text, this.#context.table.intern(text), style);
  }

  /** A date written as text of ISO 8601 has a serial number here like every other; one without a format gets one. */
  #addDate(serial: number, style: number): void {
    const { format = 'General', font } = this.#context.styles[style] ?? {};
    const dated = format === 'General' ? this.#builder.numberFormat('yyyy-mm-dd', font) : this.#format(style);
    this.#addFormatted(CellKind.number, serial, dated);
  }

  #add(kind: number, value: number, style: number): void {
    this.#addFormatted(kind, value, this.#format(style));
  }

  #addFormatted(kind: number, value: number, format: number): void {
    if (++this.#context.counts.cells > READING_LIMITS.cells) holdTo('cells', this.#context.counts.cells);
    if (kind === CellKind.text && value >= READING_LIMITS.texts) holdTo('texts', value + 1);
    this.#builder.add(this.#row, this.#column, kind, value, format);
  }

  #format(style: number): number {
    const known = this.#formats[style];
    if (known === undefined || known >= 0) return known ?? 0;
    const { format = 'General', font } = this.#context.styles[style] ?? {};
    return (this.#formats[style] = this.#builder.numberFormat(format, font));
  }

  /** The present `f` element's text; goes to its closing tag. `undefined` where it says nothing. */
  #readFormula(): string | undefined {
    const tag = this.#tag;
    const shared = tag.attribute('t') === 'shared' ? tag.attribute('si') : undefined;
    let text = '';
    if (!tag.isEmpty) {
      const { depth } = tag;
      tag.next();
      text = decodeEscapes(tag.text());
      while (tag.depth > depth && tag.next()) tag.skip();
    }
    if (shared === undefined) return text === '' ? undefined : text;
    if (text === '') return this.#sharedFormulas.at(shared, this.#row, this.#column) ?? '';
    this.#sharedFormulas.add(shared, text, this.#row, this.#column);
    return text;
  }

  /** Reads plain A1 from the bytes into row and column. */
  #readAddress(start: number, end: number): void {
    const { bytes } = this.#tag;
    let column = 0;
    let at = start;
    for (; at < end; at++) {
      const letter = ((bytes[at] ?? 0) & 0xdf) - 0x40;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    let row = 0;
    const digitsAt = at;
    for (; at < end; at++) {
      const digit = (bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) break;
      row = row * 10 + digit;
    }
    const whole = at === end && digitsAt > start && at > digitsAt;
    if (!whole || column > MAX_COLUMNS || row < 1 || row > MAX_ROWS) throw damaged('cell address');
    this.#row = row - 1;
    this.#column = column - 1;
  }

  #readMerge(): void {
    const range = rangeFromA1(this.#tag.attribute('ref') ?? '');
    if (!range) return;
    holdTo('merges', ++this.#context.counts.merges);
    this.#merges.push(range);
  }

  #wholeNumber(index: number): number {
    const { attributes, bytes } = this.#tag;
    return parseNumber(bytes, attributes[4 * index + 2] ?? 0, attributes[4 * index + 3] ?? 0);
  }
}

/** Collects hidden columns in constant time a `col` element, however many and wide these are. */
class HiddenColumns {
  /** +1 where a hidden stretch begins, -1 behind its end. */
  readonly #steps = new Int32Array(MAX_COLUMNS + 1);

  read(tag: TagScanner): void {
    if (!isOn(tag, 'hidden')) return;
    const min = Number(tag.attribute('min'));
    const max = Math.min(Number(tag.attribute('max')), MAX_COLUMNS);
    if (!(min >= 1 && min <= max)) return;
    this.#steps[min - 1] = (this.#steps[min - 1] ?? 0) + 1;
    this.#steps[max] = (this.#steps[max] ?? 0) - 1;
  }

  list(): number[] {
    const hidden: number[] = [];
    let open = 0;
    for (let column = 0; column < MAX_COLUMNS; column++) {
      open += this.#steps[column] ?? 0;
      if (open > 0) hidden.push(column);
    }
    return hidden;
  }
}

function isOn(tag: TagScanner, attribute: string): boolean {
  const index = tag.attributeIndex(attribute);
  if (index < 0) return false;
  const value = tag.attributeValue(index);
  return value === '1' || value === 'true';
}

/** The cell type of `t` (ECMA-376 part 1, 18.18.11 ST_CellType); an unknown one reads as a number. */
function cellType(bytes: Uint8Array, start: number, end: number): number {
  if (sameAscii(bytes, start, end, 's')) return CellType.shared;
  if (sameAscii(bytes, start, end, 'str')) return CellType.text;
  if (sameAscii(bytes, start, end, 'inlineStr')) return CellType.inline;
  if (sameAscii(bytes, start, end, 'b')) return CellType.boolean;
  if (sameAscii(bytes, start, end, 'e')) return CellType.error;
  if (sameAscii(bytes, start, end, 'd')) return CellType.date;
  return CellType.number;
}
