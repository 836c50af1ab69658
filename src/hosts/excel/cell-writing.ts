import { groupCells } from '../../marks/refs.ts';
import type { Address, Range } from '../../sheets/address.ts';
import { cellCount } from './read-cells.ts';
import { type PacedBatch, rangeOn, REQUEST_BYTES } from './excel-batch.ts';

/** What is to stand in a cell. */
export interface CellToWrite extends Address {
  /** As Excel takes it: a formula begins with =, `''` empties the cell. */
  readonly value: string | number | boolean;
  /** The number format it is to have before; missing: it keeps its own. */
  readonly format?: string;
}

/** Of a text in a request: up to so many bytes for each of its characters. */
const TEXT_BYTES = 3;

/** Cells written as the ranges that they form, and what Excel has made of them. */
export class CellWriting {
  readonly #read: { readonly range: Range; readonly proxy: Excel.Range }[] = [];

  /**
   * Asks Excel to write cells: number formats first, for what a value becomes depends on them.
   * @param singly each cell by itself: a range must not span rows that a filter hides
   */
  async ask(batch: PacedBatch, sheet: Excel.Worksheet, cells: readonly CellToWrite[], singly = false): Promise<void> {
    const group = singly ? eachAlone : groupCells;
    const formats = new Map<string, CellToWrite[]>();
    for (const cell of cells) {
      if (cell.format === undefined) continue;
      const same = formats.get(cell.format);
      if (same) same.push(cell);
      else formats.set(cell.format, [cell]);
    }
    for (const [format, formatted] of formats) {
      for (const range of group(formatted)) {
        await batch.makeRoom(REQUEST_BYTES + cellCount(range) * (format.length + 3) * TEXT_BYTES);
        rangeOn(sheet, range).numberFormat = filled(range, () => format);
      }
    }
    const values = new Map(cells.map((cell) => [keyOf(cell.row, cell.column), cell.value]));
    for (const range of group(cells)) {
      const content = filled(range, (row, column) => values.get(keyOf(row, column)) ?? '');
      await batch.makeRoom(REQUEST_BYTES + sizeOf(content));
      const proxy = rangeOn(sheet, range);
      proxy.values = content;
      proxy.load('values');
      this.#read.push({ range, proxy });
    }
  }

  /** What Excel holds now in the cells that were written, once it has answered. */
  written(): ReadonlyMap<number, unknown> {
    const values = new Map<number, unknown>();
    for (const { range, proxy } of this.#read) {
      const rows: readonly (readonly unknown[])[] = proxy.values;
      rows.forEach((row, r) => row.forEach((value, c) => values.set(keyOf(range.top + r, range.left + c), value)));
    }
    return values;
  }
}

/** A number for a cell's place. */
export function keyOf(row: number, column: number): number {
  return row * 16_384 + column;
}

function eachAlone(cells: readonly Address[]): Range[] {
  return cells.map(({ row, column }) => ({ top: row, left: column, bottom: row, right: column }));
}

function filled<T>({ top, left, bottom, right }: Range, at: (row: number, column: number) => T): T[][] {
  return Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (__, c) => at(top + r, left + c)),
  );
}

function sizeOf(content: readonly (readonly (string | number | boolean)[])[]): number {
  let bytes = 0;
  for (const row of content) for (const value of row) bytes += (String(value).length + 3) * TEXT_BYTES;
  // It comes back in the answer.
  return 2 * bytes;
}
