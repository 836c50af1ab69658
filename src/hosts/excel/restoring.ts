import { toA1 } from '../../sheets/address.ts';
import type { CellValue } from '../../sheets/grid.ts';
import type { CellName, Undone, WrittenCell } from '../host.ts';
import { CellWriting, type CellToWrite } from './cell-writing.ts';
import type { PacedBatch } from './excel-batch.ts';
import type { ExcelSheet } from './excel-sheets.ts';
import { needsTextFormat, sameValue } from './excel-values.ts';
import { SheetCells } from './read-cells.ts';

/** A sheet and what was written on it. */
export interface WrittenSheet {
  readonly sheet: Pick<ExcelSheet, 'name' | 'proxy'>;
  readonly cells: readonly WrittenCell[];
}

/** Puts back what a write replaced, but for cells that hold something else since. */
export async function restoreCells(batch: PacedBatch, written: readonly WrittenSheet[]): Promise<Undone> {
  const read: (WrittenSheet & { readonly present: SheetCells })[] = [];
  for (const { sheet, cells } of written) {
    const present = new SheetCells();
    await present.ask(batch, sheet.proxy, cells);
    read.push({ sheet, cells, present });
  }
  await batch.sync();
  const kept: CellName[] = [];
  let restored = 0;
  for (const { sheet, cells, present } of read) {
    const back: CellToWrite[] = [];
    for (const cell of cells) {
      const { value, formula, format } = present.at(cell);
      const isOurs = formula === undefined && sameValue(value, cell.after === '' ? null : cell.after);
      if (isOurs) back.push(writeBack(cell, format));
      else kept.push({ sheet: sheet.name, cell: toA1(cell.row, cell.column) });
    }
    restored += back.length;
    await new CellWriting().ask(batch, sheet.proxy, back);
  }
  await batch.sync();
  return { restored, kept };
}

/** @param present the number format that the cell has now */
function writeBack({ row, column, before, formula, format }: WrittenCell, present: string): CellToWrite {
  const value = formula === undefined ? asText(before, format ?? present) : `=${formula}`;
  return { row, column, value, ...(format === undefined ? {} : { format }) };
}

/** A value as it is written so that it is that very value, in a cell of this number format. */
function asText(value: CellValue, format: string): CellToWrite['value'] {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value !== 'string') return value;
  return format !== '@' && needsTextFormat(value) ? `'${value}` : value;
}
