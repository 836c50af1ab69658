import { toA1 } from '../../sheets/address.ts';
import type { CellContent } from '../../sheets/editable-grid.ts';
import { sameValue } from '../../sheets/same-value.ts';
import { HostError, type CellName, type Undone, type WrittenCell } from '../host.ts';
import { carryOut, entryFor, type CellExchange, type SheetExchange } from './carrying-out.ts';
import type { PacedBatch } from './excel-batch.ts';
import type { ExcelSheet } from './excel-sheets.ts';
import { SheetCells } from './read-cells.ts';
import { SheetLocks } from './sheet-locks.ts';

/** A sheet and what was written on it. */
export interface WrittenSheet {
  readonly sheet: ExcelSheet;
  readonly cells: readonly WrittenCell[];
}

interface PresentSheet extends WrittenSheet {
  readonly present: SheetCells;
  readonly locks: SheetLocks;
}

/**
 * Puts back what a write replaced, but for cells that hold something else since, or that are locked by now.
 * @throws HostError protected where all that could be put back is locked
 */
export async function restoreCells(batch: PacedBatch, written: readonly WrittenSheet[]): Promise<Undone> {
  const sheets = await readPresent(batch, written);
  const kept: CellName[] = [];
  const exchanges: SheetExchange[] = [];
  let restored = 0;
  let locked = 0;
  for (const { sheet, cells, present, locks } of sheets) {
    const back: CellExchange[] = [];
    for (const cell of cells) {
      const content = present.at(cell);
      const isOurs = content.formula === undefined && sameValue(content.value, cell.after === '' ? null : cell.after);
      const isLocked = locks.isLocked(cell) || (cell.format !== undefined && !locks.mayFormat);
      if (isOurs && !isLocked) {
        back.push(exchangeBack(cell, content));
        continue;
      }
      if (isOurs) locked++;
      kept.push({ sheet: sheet.name, cell: toA1(cell.row, cell.column) });
    }
    restored += back.length;
    exchanges.push({ sheetId: sheet.id, cells: back });
  }
  if (restored === 0 && locked > 0) throw new HostError('protected');
  await carryOut(batch, exchanges);
  return { restored, kept };
}

async function readPresent(batch: PacedBatch, written: readonly WrittenSheet[]): Promise<readonly PresentSheet[]> {
  const sheets: PresentSheet[] = [];
  for (const { sheet, cells } of written) {
    const present = new SheetCells();
    const locks = new SheetLocks(sheet.proxy);
    await present.ask(batch, sheet.proxy, cells);
    sheets.push({ sheet, cells, present, locks });
  }
  await batch.sync();
  if (!sheets.some(({ locks }) => locks.isProtected)) return sheets;
  for (const { locks, cells } of sheets) await locks.ask(batch, cells);
  await batch.sync();
  return sheets;
}

/** @param present what the cell holds now */
function exchangeBack({ row, column, before, formula, format }: WrittenCell, present: CellContent): CellExchange {
  const formatted = format === undefined ? {} : { format };
  if (formula !== undefined) return { row, column, present, write: { value: `=${formula}`, ...formatted } };
  const value = entryFor(before, format ?? present.format);
  return { row, column, present, write: { value, ...formatted }, expected: before };
}
