import type { Address, Range } from '../../sheets/address.ts';
import type { CellContent } from '../../sheets/editable-grid.ts';
import { groupCells } from '../../marks/refs.ts';
import { type PacedBatch, rangeOn, REQUEST_BYTES } from './excel-batch.ts';
import { formulaOf, valueOf } from './excel-values.ts';

/** What a cell of the answer takes, in bytes, where nothing else is known. */
export const CELL_BYTES = 60;

/** Single cells of a sheet: asked for as the ranges that they form, read after the next sync. */
export class SheetCells {
  readonly #ranges: { readonly range: Range; readonly proxy: Excel.Range }[] = [];
  #cells: Map<number, CellContent> | undefined;

  async ask(batch: PacedBatch, sheet: Excel.Worksheet, cells: readonly Address[]): Promise<void> {
    for (const whole of groupCells(cells)) {
      for (const range of pieces(whole)) {
        await batch.makeRoom(REQUEST_BYTES + cellCount(range) * CELL_BYTES);
        const proxy = rangeOn(sheet, range);
        proxy.load('values,valueTypes,formulas,numberFormat');
        this.#ranges.push({ range, proxy });
      }
    }
  }

  /** A cell that was asked for. */
  at({ row, column }: Address): CellContent {
    this.#cells ??= this.#read();
    return this.#cells.get(keyOf(row, column)) ?? { value: null, format: 'General' };
  }

  #read(): Map<number, CellContent> {
    const cells = new Map<number, CellContent>();
    for (const { range, proxy } of this.#ranges) {
      const values: readonly (readonly unknown[])[] = proxy.values;
      const formulas: readonly (readonly unknown[])[] = proxy.formulas;
      const formats: readonly (readonly unknown[])[] = proxy.numberFormat;
      const types: readonly (readonly string[])[] = proxy.valueTypes;
      for (let r = 0; r < values.length; r++) {
        for (let c = 0; c < (values[r]?.length ?? 0); c++) {
          const value = values[r]?.[c];
          const formula = formulaOf(formulas[r]?.[c], value);
          const format = formats[r]?.[c];
          const content = {
            value: valueOf(value, formula !== undefined, types[r]?.[c]),
            format: typeof format === 'string' ? format : 'General',
          };
          cells.set(keyOf(range.top + r, range.left + c), formula === undefined ? content : { ...content, formula });
        }
      }
    }
    return cells;
  }
}

/** Number formats are those of cells that hold something: an empty cell is as good as none, as in a grid. */
export function contentOf(content: CellContent): CellContent {
  return content.value === null && content.formula === undefined ? { value: null, format: 'General' } : content;
}

function keyOf(row: number, column: number): number {
  return row * 16_384 + column;
}

const CELLS_OF_PIECE = 20_000;

/** A range in pieces of rows that an answer can hold. */
function pieces(range: Range): Range[] {
  const rows = Math.max(1, Math.floor(CELLS_OF_PIECE / (range.right - range.left + 1)));
  const parts: Range[] = [];
  for (let { top } = range; top <= range.bottom; top += rows) {
    parts.push({ ...range, top, bottom: Math.min(top + rows - 1, range.bottom) });
  }
  return parts;
}

export function cellCount({ top, left, bottom, right }: Range): number {
  return (bottom - top + 1) * (right - left + 1);
}
