import { MAX_COLUMNS, MAX_ROWS } from '../sheets/address.ts';
import { GridBuilder, StringTable } from '../sheets/grid-builder.ts';
import { CellKind } from '../sheets/grid.ts';
import type { Workbook } from '../sheets/workbook.ts';
import { findSeparator } from './csv-separator.ts';
import { FileError } from './file-error.ts';
import { plainBytes } from './plain-bytes.ts';
import { holdTo, READING_LIMITS } from './reading-limits.ts';
import { textToUtf8 } from './text-encoding.ts';
import { TextPool } from './text-pool.ts';

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/** A text file above this size (bytes) is refused. */
const MAX_CSV = 256 * 1024 * 1024;

/** A field and what ends it, about: Chinese characters take three bytes each, and many fields are empty. */
const BYTES_OF_FIELD = 16;

/**
 * Reads comma-separated values (RFC 4180; also semicolons, tabs, bars, and `sep=`) as a workbook of one sheet with this name.
 * Every field stays text: identity numbers keep their digits, 0571 its zero. An empty field is no cell. Rows are records:
 * a line break within quotes begins no new row, an empty line is a row.
 * @throws FileError `not-a-workbook` for bytes that are no text, `damaged` for a quote that is never closed, `too-large`.
 */
export function readCsv(bytes: Uint8Array, name: string): Workbook {
  if (bytes.length > MAX_CSV) throw new FileError('too-large', { what: 'file', limit: MAX_CSV });
  const text = textToUtf8(plainBytes(bytes));
  const table = new StringTable();
  const builder = new GridBuilder(name, table, text.length / BYTES_OF_FIELD);
  new CsvReader(text, builder, table).read();
  return { sheets: [builder.finish()], date1904: false, textOnly: true, properties: new Map() };
}

class CsvReader {
  readonly #bytes: Uint8Array;
  readonly #builder: GridBuilder;
  readonly #table: StringTable;
  readonly #pool: TextPool;
  readonly #separator: number;
  /** The last field of each column that stood without quotes: where it begins, its length, its text's index. */
  readonly #starts = new Uint32Array(MAX_COLUMNS);
  readonly #lengths = new Uint32Array(MAX_COLUMNS);
  readonly #ids = new Uint32Array(MAX_COLUMNS);
  #at: number;
  #row = 0;
  #column = 0;

  constructor(bytes: Uint8Array, builder: GridBuilder, table: StringTable) {
    this.#bytes = bytes;
    this.#builder = builder;
    this.#table = table;
    this.#pool = new TextPool(table, bytes);
    const { separator, at } = findSeparator(bytes);
    this.#separator = separator;
    this.#at = at;
  }

  read(): void {
    const bytes = this.#bytes;
    while (this.#at < bytes.length) {
      if (this.#row >= MAX_ROWS) throw new FileError('too-large', { what: 'rows', limit: MAX_ROWS });
      if (this.#column >= MAX_COLUMNS) throw new FileError('too-large', { what: 'columns', limit: MAX_COLUMNS });
      if (bytes[this.#at] === QUOTE) this.#readQuoted();
      else this.#readPlain();
      this.#passEnd();
    }
    this.#pool.finish();
  }

  /** Passes what ends a field: a separator, or a line break of any kind, which ends the record too. */
  #passEnd(): void {
    const byte = this.#bytes[this.#at++];
    if (byte === this.#separator) {
      this.#column++;
      return;
    }
    if (byte === RETURN && this.#bytes[this.#at] === LINE_FEED) this.#at++;
    this.#row++;
    this.#column = 0;
  }

  #readPlain(): void {
    const start = this.#at;
    const column = this.#column;
    if (this.#repeatsAbove(start)) {
      this.#at = start + (this.#lengths[column] ?? 0);
      this.#add(this.#ids[column] ?? 0);
      return;
    }
    this.#at = this.#endOfField(start);
    if (this.#at === start) return;
    const id = this.#pool.intern(start, this.#at);
    this.#starts[column] = start;
    this.#lengths[column] = this.#at - start;
    this.#ids[column] = id;
    this.#add(id);
  }

  /** Whether a field has the very bytes of the last one in its column: in a long table most have, and nothing is looked up. */
  #repeatsAbove(start: number): boolean {
    const bytes = this.#bytes;
    const length = this.#lengths[this.#column] ?? 0;
    const above = this.#starts[this.#column] ?? 0;
    if (length === 0 || !this.#endsField(start + length)) return false;
    for (let i = 0; i < length; i++) if (bytes[start + i] !== bytes[above + i]) return false;
    return true;
  }

  #endOfField(from: number): number {
    let at = from;
    while (!this.#endsField(at)) at++;
    return at;
  }

  #endsField(at: number): boolean {
    const byte = this.#bytes[at];
    return byte === this.#separator || byte === LINE_FEED || byte === RETURN || byte === undefined;
  }

  /** A field in quotes; what stands between the closing quote and the field's end belongs to it, as Excel has it. */
  #readQuoted(): void {
    const bytes = this.#bytes;
    const start = this.#at + 1;
    let plain = true;
    let at = start;
    for (; at < bytes.length; at++) {
      const byte = bytes[at];
      if (byte === RETURN) plain = false;
      if (byte !== QUOTE) continue;
      if (bytes[at + 1] !== QUOTE) break;
      plain = false;
      at++;
    }
    if (at >= bytes.length) throw new FileError('damaged', { detail: 'quote not closed', row: this.#row + 1 });
    this.#at = this.#endOfField(at + 1);
    if (plain && this.#at === at + 1) {
      if (at > start) this.#add(this.#pool.intern(start, at));
      return;
    }
    const text = unquoted(bytes.subarray(start, at)) + decoder.decode(bytes.subarray(at + 1, this.#at)).trimEnd();
    holdTo('text', text.length);
    if (text !== '') this.#add(this.#table.intern(text));
  }

  #add(text: number): void {
    if (this.#builder.length >= READING_LIMITS.cells) holdTo('cells', this.#builder.length + 1);
    if (text >= READING_LIMITS.texts) holdTo('texts', text + 1);
    this.#builder.add(this.#row, this.#column, CellKind.text, text);
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text within quotes: doubled quotes stand for one, line breaks become `\n` as in every other format. */
function unquoted(bytes: Uint8Array): string {
  return decoder.decode(bytes).replaceAll('""', '"').replaceAll(/\r\n?/g, '\n');
}
