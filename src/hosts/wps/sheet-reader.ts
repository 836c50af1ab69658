import { toA1, type Address, type Range } from '../../sheets/address.ts';
import { GridBuilder, type StringTable } from '../../sheets/grid-builder.ts';
import type { CellValue, Grid, Visibility } from '../../sheets/grid.ts';
import { groupCells } from '../../marks/refs.ts';
import { cellValue, type Block, type JsapiObject } from './jsapi.ts';
import { mergedBlocks } from './merged-blocks.ts';
import { usedExtent } from './sheet-extent.ts';
import { holding, rangeOn, readBlock, readUniform, type Budget, type WpsSheet } from './wps-ranges.ts';

/** Cells that are read at once: WPS hangs for long where it hands over tens of thousands of rows. */
const CELLS_AT_ONCE = 50_000;

/** How many calls a sheet's number formats, and its hidden rows and columns, may take. */
const FORMAT_CALLS = 300;
const HIDDEN_CALLS = 300;

/** A merged block that reaches further beyond the last value is none that matters. */
const BEYOND = 60;

export const GENERAL = 'General';

/** A number format as files have it; a Chinese program may have a word of its own for none. */
export function formatCode(answer: unknown): string {
  return typeof answer !== 'string' || answer === '' || answer === 'G/通用格式' ? GENERAL : answer;
}

/** What a cell holds, beside its format. */
export interface Content {
  readonly value: CellValue;
  /** Without `=`. */
  readonly formula?: string;
}

/** The contents of a block of cells, by their places on the sheet. */
export interface Contents {
  readonly range: Range;
  at(row: number, column: number): Content;
  value(row: number, column: number): CellValue;
}

/** Reads a block of cells; formulas only where there are some. */
export function readContents(
  sheet: WpsSheet,
  range: Range,
  formulas: 'some' | 'none' | 'unknown' = 'unknown',
): Contents {
  const { top, left } = range;
  const values = readBlock(sheet, range, 'Value2');
  const hasSome =
    formulas === 'some' || (formulas === 'unknown' && rangeOn(sheet, range).tryRead('HasFormula') !== false);
  const texts: Block | undefined = hasSome ? readBlock(sheet, range, 'Formula') : undefined;
  const value = (row: number, column: number): CellValue => cellValue(values(row - top, column - left));
  return {
    range,
    value,
    at: (row, column) => {
      const text = texts?.(row - top, column - left);
      const held = value(row, column);
      // A text that begins with = is its own formula.
      if (typeof text !== 'string' || text.length < 2 || !text.startsWith('=') || text === held) return { value: held };
      return { value: held, formula: text.slice(1) };
    },
  };
}

export interface SheetReading {
  readonly application: JsapiObject<'Application'>;
  readonly sheet: WpsSheet;
  readonly visibility: Visibility;
  readonly table: StringTable;
  /** Lets WPS do something else. */
  readonly pause: () => Promise<void>;
}

/** Reads a sheet as the core sees it, in a number of calls that grows only with blocks of {@link CELLS_AT_ONCE}. */
export async function readSheet({ application, sheet, visibility, table, pause }: SheetReading): Promise<Grid> {
  const extent = usedExtent(application, sheet);
  const name = sheet.text('Name');
  const formulas = formulasIn(rangeOn(sheet, extent).tryRead('HasFormula'));
  const blocks: Contents[] = [];
  const rowsAtOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / (extent.right - extent.left + 1)));
  for (let top = extent.top; top <= extent.bottom; top += rowsAtOnce) {
    if (top > extent.top) await pause();
    const bottom = Math.min(extent.bottom, top + rowsAtOnce - 1);
    blocks.push(readContents(sheet, { ...extent, top, bottom }, formulas));
  }
  const valueAt = (row: number, column: number): CellValue =>
    blocks[Math.floor((row - extent.top) / rowsAtOnce)]?.value(row, column) ?? null;

  const numbers = new NumberPlaces(extent);
  const last = { row: -1, column: -1 };
  for (let row = extent.top; row <= extent.bottom; row++) {
    for (let column = extent.left; column <= extent.right; column++) {
      const value = valueAt(row, column);
      if (value === null) continue;
      if (typeof value === 'number') numbers.add(row, column);
      last.row = row;
      last.column = Math.max(last.column, column);
    }
  }
  await pause();
  const formats = numbers.formatsOf(sheet);
  const builder = new GridBuilder(name, table, blocks.length * 1024);
  for (const block of blocks) {
    for (let row = block.range.top; row <= block.range.bottom; row++) {
      for (let column = extent.left; column <= extent.right; column++) {
        const { value, formula } = block.at(row, column);
        if (value === null && formula === undefined) continue;
        builder.addValue(row, column, value, typeof value === 'number' ? formats(row, column) : GENERAL, formula);
      }
    }
  }
  const area = {
    ...extent,
    bottom: Math.min(extent.bottom, last.row + BEYOND),
    right: Math.min(extent.right, last.column + BEYOND),
  };
  return builder.finish({
    visibility,
    merges: last.row < 0 ? [] : mergedBlocks(sheet, area, (row, column) => valueAt(row, column) === null),
    hiddenRows: last.row < 0 ? [] : hidden(sheet, area, 'EntireRow'),
    hiddenColumns: last.row < 0 ? [] : hidden(sheet, area, 'EntireColumn'),
  });
}

function formulasIn(answer: unknown): 'some' | 'none' | 'unknown' {
  return answer === false ? 'none' : 'unknown';
}

/** Where the numbers of a sheet are: only their formats say anything. */
class NumberPlaces {
  readonly #extent: Range;
  /** By column, a 1 for each row with a number. */
  readonly #columns = new Map<number, Uint8Array>();

  constructor(extent: Range) {
    this.#extent = extent;
  }

  add(row: number, column: number): void {
    let rows = this.#columns.get(column);
    if (!rows) {
      rows = new Uint8Array(this.#extent.bottom - this.#extent.top + 1);
      this.#columns.set(column, rows);
    }
    rows[row - this.#extent.top] = 1;
  }

  /** The number formats, read column by column: mostly a column has one for all its numbers. */
  formatsOf(sheet: WpsSheet): (row: number, column: number) => string {
    const { top, bottom } = this.#extent;
    const codes: string[] = [GENERAL];
    const formats = new Map<number, Uint16Array>();
    const budget: Budget = { left: FORMAT_CALLS };
    for (const [column, rows] of this.#columns) {
      const known = new Uint16Array(rows.length);
      formats.set(column, known);
      readUniform(
        {
          sheet,
          budget,
          read: (range) => range.tryRead('NumberFormat'),
          isAnswer: (value) => typeof value === 'string',
          wanted: (range) => {
            const first = rows.indexOf(1, range.top - top);
            const last = rows.lastIndexOf(1, range.bottom - top);
            return first < 0 || first > last ? null : { ...range, top: top + first, bottom: top + last };
          },
          found: (range, value) => {
            const code = formatCode(value);
            let id = codes.indexOf(code);
            if (id < 0) id = codes.push(code) - 1;
            known.fill(id, range.top - top, range.bottom - top + 1);
          },
        },
        { top, left: column, bottom, right: column },
      );
    }
    return (row, column) => codes[formats.get(column)?.[row - top] ?? 0] ?? GENERAL;
  }
}

/** The hidden rows or columns of an area. */
function hidden(sheet: WpsSheet, area: Range, of: 'EntireRow' | 'EntireColumn'): number[] {
  const found: number[] = [];
  const isRows = of === 'EntireRow';
  const line = isRows ? { ...area, right: area.left } : { ...area, bottom: area.top };
  readUniform(
    {
      sheet,
      budget: { left: HIDDEN_CALLS },
      read: (range) => range.object('Range', of).tryRead('Hidden'),
      wanted: (range) => range,
      isAnswer: (value) => typeof value === 'boolean',
      found: (range, isHidden) => {
        if (isHidden !== true) return;
        const [from, to] = isRows ? [range.top, range.bottom] : [range.left, range.right];
        for (let at = from; at <= to; at++) found.push(at);
      },
    },
    line,
  );
  return found;
}

/** Rows that lie closer together are read at once. */
const NEAR = 32;
const PATCH_CELLS = 20_000;

/** Reads single cells, those near one another together. */
export function readPatches(sheet: WpsSheet, cells: readonly Address[]): (row: number, column: number) => Content {
  const sorted = [...cells].sort((a, b) => a.row - b.row);
  const patches: Range[] = [];
  for (const { row, column } of sorted) {
    const last = patches[patches.length - 1];
    if (last) {
      const left = Math.min(last.left, column);
      const right = Math.max(last.right, column);
      const isNear = row - last.bottom <= NEAR && (row - last.top + 1) * (right - left + 1) <= PATCH_CELLS;
      if (isNear) {
        patches[patches.length - 1] = { top: last.top, left, bottom: row, right };
        continue;
      }
    }
    patches.push({ top: row, left: column, bottom: row, right: column });
  }
  const read = patches.map((patch) => readContents(sheet, patch));
  const known = new Map<string, Content>();
  let at = 0;
  for (const { row, column } of sorted) {
    while (at < read.length - 1 && row > (read[at]?.range.bottom ?? 0)) at++;
    // Patches that were cut by size share no row with the one before, or lie in front of it.
    const holds = (one: Contents): boolean =>
      row >= one.range.top && row <= one.range.bottom && column >= one.range.left && column <= one.range.right;
    const near = read[at];
    const patch = near && holds(near) ? near : read.find(holds);
    if (patch) known.set(toA1(row, column), patch.at(row, column));
  }
  return (row, column) => known.get(toA1(row, column)) ?? { value: null };
}

/** The number formats of single cells. */
export function readFormats(sheet: WpsSheet, cells: readonly Address[]): (row: number, column: number) => string {
  const known = new Map<string, string>();
  const wanted = holding(cells);
  const budget: Budget = { left: 4 * cells.length };
  for (const range of groupCells(cells)) {
    readUniform(
      {
        sheet,
        budget,
        wanted,
        read: (one) => one.tryRead('NumberFormat'),
        isAnswer: (value) => typeof value === 'string',
        found: ({ top, left, bottom, right }, value) => {
          for (let row = top; row <= bottom; row++)
            for (let column = left; column <= right; column++) known.set(toA1(row, column), formatCode(value));
        },
      },
      range,
    );
  }
  return (row, column) => known.get(toA1(row, column)) ?? GENERAL;
}
