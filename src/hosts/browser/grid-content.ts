import type { ICellData, Nullable, Worksheet } from '@univerjs/core';
import type { Address } from '../../sheets/address.ts';
import type { PresentSheet } from '../changed.ts';
import type { CellName, CellWrite, WrittenCell } from '../host.ts';
import { toA1 } from '../../sheets/address.ts';
import type { CellValue } from '../../sheets/grid.ts';
import { sameValue } from '../../sheets/same-value.ts';
import type { GridStep } from './grid-steps.ts';
import { hasFormula, univerCell, valueOfCell } from './univer-cells.ts';

export const SET_VALUES = 'sheet.mutation.set-range-values';

/** The cell that shows what stands at a place: the top-left one of a merged block. */
export function topLeft(sheet: Worksheet, { row, column }: Address): Address {
  const block = sheet.getMergedCell(row, column);
  return block ? { row: block.startRow, column: block.startColumn } : { row, column };
}

export function valueInGrid(sheet: Worksheet, { row, column }: Address): CellValue {
  return valueOfCell(sheet.getCellRaw(row, column));
}

/** A sheet as it stands. */
export function presentSheet(sheet: Worksheet): PresentSheet {
  return {
    name: () => sheet.getName(),
    valueAt: (at) => valueInGrid(sheet, at),
    hasSizeOf: (basis) => {
      const { rowCount, columnCount } = extentOf(sheet);
      return rowCount === basis.rowCount && columnCount === basis.columnCount;
    },
  };
}

/** One more than the last row and column in which something stands or a merged block begins, as `Grid` counts them. */
function extentOf(sheet: Worksheet): { readonly rowCount: number; readonly columnCount: number } {
  let rowCount = 0;
  let columnCount = 0;
  const matrix: Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>>>> = sheet
    .getCellMatrix()
    .getMatrix();
  for (const [rowKey, row] of Object.entries(matrix)) {
    let last = -1;
    for (const [columnKey, cell] of Object.entries(row)) if (holdsSomething(cell)) last = Number(columnKey);
    if (last < 0) continue;
    rowCount = Math.max(rowCount, Number(rowKey) + 1);
    columnCount = Math.max(columnCount, last + 1);
  }
  for (const { startRow, startColumn } of sheet.getMergeData()) {
    rowCount = Math.max(rowCount, startRow + 1);
    columnCount = Math.max(columnCount, startColumn + 1);
  }
  return { rowCount, columnCount };
}

function holdsSomething(cell: Nullable<ICellData>): boolean {
  return hasFormula(cell) || valueOfCell(cell) !== null;
}

/** Adds writes to a step; answers what they replace, and the cells that keep their formula. */
export function addWrites(
  step: GridStep,
  unitId: string,
  sheet: Worksheet,
  writes: readonly CellWrite[],
): { readonly cells: readonly WrittenCell[]; readonly skipped: readonly CellName[] } {
  const cells: WrittenCell[] = [];
  const skipped: CellName[] = [];
  const contents = new Contents();
  for (const write of writes) {
    const at = topLeft(sheet, write);
    const present = sheet.getCellRaw(at.row, at.column);
    if (hasFormula(present)) {
      skipped.push({ sheet: sheet.getName(), cell: toA1(at.row, at.column) });
      continue;
    }
    cells.push({ ...at, before: valueOfCell(present), after: write.value });
    contents.replace(at, present, write.value === '' ? null : write.value);
  }
  contents.addTo(step, unitId, sheet.getSheetId());
  return { cells, skipped };
}

/** Adds to a step the way back of what {@link addWrites} did; answers the cells that hold something else by now. */
export function addRestores(
  step: GridStep,
  unitId: string,
  sheet: Worksheet,
  written: readonly WrittenCell[],
): { readonly restored: number; readonly kept: readonly CellName[] } {
  const kept: CellName[] = [];
  const contents = new Contents();
  let restored = 0;
  for (const cell of written) {
    const present = sheet.getCellRaw(cell.row, cell.column);
    const isOurs = !hasFormula(present) && sameValue(valueOfCell(present), cell.after === '' ? null : cell.after);
    if (isOurs) {
      contents.replace(cell, present, cell.before, cell.formula);
      restored++;
    } else kept.push({ sheet: sheet.getName(), cell: toA1(cell.row, cell.column) });
  }
  contents.addTo(step, unitId, sheet.getSheetId());
  return { restored, kept };
}

type CellMatrix = Record<number, Record<number, ICellData>>;

/** New contents of cells, and those they replace. */
class Contents {
  readonly #next: CellMatrix = {};
  readonly #before: CellMatrix = {};
  #count = 0;

  replace({ row, column }: Address, present: Nullable<ICellData>, value: CellValue, formula?: string): void {
    (this.#next[row] ??= {})[column] = contentOf(univerCell(value, formula));
    (this.#before[row] ??= {})[column] ??= contentOf(present ?? {});
    this.#count++;
  }

  addTo(step: GridStep, unitId: string, subUnitId: string): void {
    if (this.#count === 0) return;
    step.add(
      SET_VALUES,
      { unitId, subUnitId, cellValue: this.#next },
      { id: SET_VALUES, params: { unitId, subUnitId, cellValue: this.#before } },
    );
  }
}

/** All that a cell says of its content, spelled out so that nothing of another content stays; its style is left alone. */
function contentOf({ v = null, t = null, f = null, si = null, p = null, custom = null }: ICellData): ICellData {
  return { v, t, f, si, p, custom };
}
