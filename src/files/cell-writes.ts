import { fromA1, MAX_COLUMNS, rangeFromA1, toA1, type Address } from '../sheets/address.ts';
import { greatestOf, leastOf } from '../sheets/lists.ts';
import { ArrayBlocks } from './array-blocks.ts';
import { selfCloseStart, type ElementOutline } from './element-outline.ts';
import { damaged } from './file-error.ts';
import type { Splices } from './splices.ts';
import { sameAscii, TagKind, TagScanner } from './tags.ts';
import { escapeXstring, spaceAttribute } from './xml-escape.ts';

export interface CellWrite extends Address {
  /** Of a formula: its result, `''` for none yet. */
  readonly value: string | number | boolean;
  /** Without `=`. */
  readonly formula?: string;
  /** Takes the place of a formula that stands there, but of an array formula. */
  readonly overFormula?: boolean;
}

/**
 * Writes values into a sheet's cells (ECMA-376 part 1, 18.3.1.4): changes those that are there, puts missing cells and
 * rows in where they belong. Each place at most once in `writes`. Answers those that met a formula that stays. Formulas that
 * other cells share must not be written over (`unshareFormulas`).
 */
export function writeCells(
  bytes: Uint8Array,
  outline: ElementOutline,
  writes: readonly CellWrite[],
  splices: Splices,
): CellWrite[] {
  const [child, another] = outline.children.filter((one) => one.name === 'sheetData');
  // Readers take the cells of both, and of two at one place the later one.
  if (!child || another) throw damaged('not one sheetData');
  return new CellWriter(bytes, outline, child.start, splices).write(writes, child);
}

class CellWriter {
  readonly #scanner: TagScanner;
  readonly #base: number;
  readonly #prefix: string;
  readonly #splices: Splices;
  readonly #columnStyles: readonly { readonly from: number; readonly to: number; readonly style: string }[];
  /** Blocks of array formulas and data tables: their other cells have no formula of their own. */
  readonly #blocks = new ArrayBlocks();
  readonly #refused: CellWrite[] = [];

  constructor(bytes: Uint8Array, outline: ElementOutline, base: number, splices: Splices) {
    this.#base = base;
    this.#prefix = outline.prefix;
    this.#splices = splices;
    this.#columnStyles = readColumnStyles(bytes, outline);
    const child = outline.children.find((one) => one.start === base);
    this.#scanner = new TagScanner(bytes.subarray(base, child?.end));
  }

  write(writes: readonly CellWrite[], child: { readonly end: number }): CellWrite[] {
    const rows = groupByRow(writes);
    const scanner = this.#scanner;
    scanner.next();
    if (scanner.kind === TagKind.empty) {
      const at = this.#base + selfCloseStart(scanner.bytes, scanner.end);
      const xml = rows.map(([row, cells]) => this.#newRow(row, cells)).join('');
      this.#splices.replace(at, child.end, `>${xml}</${scanner.qualifiedName()}>`);
      return [];
    }
    let next = 0;
    let row = -1;
    while (scanner.next() && scanner.depth > 0) {
      if (!scanner.opens('row')) continue;
      const before = row;
      row = Number(scanner.attribute('r') ?? row + 2) - 1;
      if (!(row > before)) throw damaged('rows out of order');
      const start = scanner.start;
      for (let at = rows[next]; at && at[0] < row; at = rows[++next]) this.#insertRow(start, at);
      const here = rows[next];
      if (here?.[0] === row) {
        this.#writeRow(here[0], here[1]);
        next++;
      } else this.#passRow(row);
    }
    for (let at = rows[next]; at; at = rows[++next]) this.#insertRow(scanner.start, at);
    return this.#refused;
  }

  #insertRow(at: number, [row, cells]: RowWrites): void {
    this.#splices.insert(this.#base + at, this.#newRow(row, cells));
  }

  #newRow(row: number, cells: readonly CellWrite[]): string {
    const p = this.#prefix;
    const free = cells.filter((cell) => !this.#refuse(cell));
    const xml = free.map((cell) => this.#newCell(cell, undefined)).join('');
    return xml === '' ? '' : `<${p}row r="${String(row + 1)}">${xml}</${p}row>`;
  }

  /** A row that nothing is written in: its array formulas matter, and no cell of it may stand for one elsewhere. */
  #passRow(row: number): void {
    const scanner = this.#scanner;
    if (scanner.kind !== TagKind.open) return;
    const depth = scanner.depth;
    while (scanner.next() && scanner.depth > depth) {
      if (scanner.opens('f')) this.#noteBlock();
      else if (scanner.opens('c')) this.#placeOf(row);
    }
  }

  /** Where a cell says it stands. What is written must be what is read: of two cells at one place readers take either. */
  #placeOf(row: number): Address | undefined {
    const named = fromA1(this.#scanner.attribute('r') ?? '');
    if (named && named.row !== row) throw damaged('cells out of order');
    return named;
  }

  #writeRow(row: number, cells: readonly CellWrite[]): void {
    const scanner = this.#scanner;
    const depth = scanner.depth;
    const custom = scanner.attribute('customFormat');
    const style = custom === '1' || custom === 'true' ? scanner.attribute('s') : undefined;
    this.#extendSpans(cells);
    if (scanner.kind === TagKind.empty) {
      const at = this.#base + selfCloseStart(scanner.bytes, scanner.end);
      const xml = cells.filter((cell) => !this.#refuse(cell)).map((cell) => this.#newCell(cell, style));
      this.#splices.replace(at, this.#base + scanner.end, `>${xml.join('')}</${scanner.qualifiedName()}>`);
      return;
    }
    let next = 0;
    let column = -1;
    const insertBefore = (limit: number): void => {
      for (let cell = cells[next]; cell && cell.column < limit; cell = cells[++next]) {
        if (!this.#refuse(cell)) this.#splices.insert(this.#base + scanner.start, this.#newCell(cell, style));
      }
    };
    while (scanner.next() && scanner.depth > depth) {
      if (!scanner.opens('c')) continue;
      const before = column;
      column = this.#placeOf(row)?.column ?? column + 1;
      if (column <= before) throw damaged('cells out of order');
      insertBefore(column);
      const write = cells[next];
      const wanted = write?.column === column && write.row === row;
      this.#readCell(wanted ? write : undefined);
      if (wanted) next++;
    }
    insertBefore(Infinity);
  }

  /** Reads a cell to its end and, unless it has a formula, gives it the value. */
  #readCell(write: CellWrite | undefined): void {
    const scanner = this.#scanner;
    const { start, depth } = scanner;
    const opening = write ? keptAttributes(scanner) : '';
    let formula = false;
    if (scanner.kind === TagKind.open) {
      while (scanner.next() && scanner.depth > depth) {
        if (!scanner.opens('f')) continue;
        formula = true;
        this.#noteBlock();
      }
    }
    if (!write) return;
    if (formula && !write.overFormula) this.#refused.push(write);
    else if (!this.#refuse(write)) {
      const xml = `<${this.#prefix}c${opening}${this.#contents(write)}`;
      this.#splices.replace(this.#base + start, this.#base + scanner.end, xml);
    }
  }

  #noteBlock(): void {
    const block = rangeFromA1(this.#scanner.attribute('ref') ?? '');
    const type = this.#scanner.attribute('t');
    if (block && (type === 'array' || type === 'dataTable')) this.#blocks.add(block);
  }

  /** Refuses a cell within the block of an array formula above or left of it. */
  #refuse(cell: CellWrite): boolean {
    const inside = this.#blocks.covers(cell.row, cell.column);
    if (inside) this.#refused.push(cell);
    return inside;
  }

  /** A cell has the format of its row, else of its column. */
  #newCell(cell: CellWrite, rowStyle: string | undefined): string {
    if (cell.value === '' && cell.formula === undefined) return '';
    const own = this.#columnStyles.find((span) => cell.column >= span.from && cell.column <= span.to)?.style;
    const style = rowStyle ?? own;
    const attribute = style !== undefined && /^\d{1,6}$/.test(style) ? ` s="${style}"` : '';
    return `<${this.#prefix}c r="${toA1(cell.row, cell.column)}"${attribute}${this.#contents(cell)}`;
  }

  /** The rest of a cell behind its place and format. */
  #contents({ value, formula }: CellWrite): string {
    const p = this.#prefix;
    const f = formula === undefined ? '' : `<${p}f>${escapeXstring(formula)}</${p}f>`;
    if (value === '') return f === '' ? '/>' : `>${f}</${p}c>`;
    if (typeof value === 'number') return `>${f}<${p}v>${String(value)}</${p}v></${p}c>`;
    if (typeof value === 'boolean') return ` t="b">${f}<${p}v>${value ? '1' : '0'}</${p}v></${p}c>`;
    if (f !== '') return ` t="str">${f}<${p}v>${escapeXstring(value)}</${p}v></${p}c>`;
    return ` t="inlineStr"><${p}is><${p}t${spaceAttribute(value)}>${escapeXstring(value)}</${p}t></${p}is></${p}c>`;
  }

  /** `spans` tells readers how wide a row is; a cell outside must not be lost to those who believe it. */
  #extendSpans(cells: readonly CellWrite[]): void {
    const scanner = this.#scanner;
    const index = scanner.attributeIndex('spans');
    const match = index < 0 ? null : /^(\d{1,5}):(\d{1,5})$/.exec(scanner.attributeValue(index));
    if (!match) return;
    const columns = cells.map((cell) => cell.column + 1);
    const first = Math.min(Number(match[1]), leastOf(columns));
    const last = Math.max(Number(match[2]), greatestOf(columns));
    const spans = `${String(first)}:${String(last)}`;
    if (spans === match[0]) return;
    const from = this.#base + (scanner.attributes[4 * index + 2] ?? 0);
    this.#splices.replace(from, this.#base + (scanner.attributes[4 * index + 3] ?? 0), spans);
  }
}

type RowWrites = readonly [row: number, cells: CellWrite[]];

function groupByRow(writes: readonly CellWrite[]): RowWrites[] {
  const sorted = [...writes].sort((a, b) => a.row - b.row || a.column - b.column);
  const rows: RowWrites[] = [];
  for (const write of sorted) {
    const last = rows.at(-1);
    if (last?.[0] === write.row) last[1].push(write);
    else rows.push([write.row, [write]]);
  }
  return rows;
}

/** The present cell's attributes as written, but for those that belong to its old value. */
function keptAttributes(scanner: TagScanner): string {
  let kept = '';
  for (let i = 0; i < scanner.attributeCount; i++) {
    const from = scanner.attributes[4 * i] ?? 0;
    const nameEnd = scanner.attributes[4 * i + 1] ?? 0;
    if (['t', 'vm', 'cm'].some((name) => sameAscii(scanner.bytes, from, nameEnd, name))) continue;
    kept += ` ${new TextDecoder().decode(scanner.bytes.subarray(from, (scanner.attributes[4 * i + 3] ?? 0) + 1))}`;
  }
  return kept;
}

function readColumnStyles(bytes: Uint8Array, outline: ElementOutline): { from: number; to: number; style: string }[] {
  const child = outline.children.find((one) => one.name === 'cols');
  const styles: { from: number; to: number; style: string }[] = [];
  if (!child) return styles;
  const scanner = new TagScanner(bytes.subarray(child.start, child.end));
  // No sheet has more stretches of columns than columns.
  while (styles.length < MAX_COLUMNS && scanner.next()) {
    const style = scanner.opens('col') ? scanner.attribute('style') : undefined;
    if (style === undefined) continue;
    styles.push({ from: Number(scanner.attribute('min')) - 1, to: Number(scanner.attribute('max')) - 1, style });
  }
  return styles;
}
