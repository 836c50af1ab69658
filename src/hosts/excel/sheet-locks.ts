import type { Address } from '../../sheets/address.ts';
import { keyOf } from './cell-writing.ts';
import { type PacedBatch, REQUEST_BYTES } from './excel-batch.ts';

/** Which cells a sheet's protection locks. Asked for in two steps: whether it is protected, and, after a sync, of cells. */
export class SheetLocks {
  readonly #sheet: Excel.Worksheet;
  readonly #protection: Excel.WorksheetProtection;
  readonly #cells = new Map<number, Excel.FormatProtection>();

  /** Asks whether the sheet is protected. */
  constructor(sheet: Excel.Worksheet) {
    this.#sheet = sheet;
    this.#protection = sheet.protection;
    this.#protection.load('protected,options');
  }

  get isProtected(): boolean {
    return this.#protection.protected;
  }

  /** Whether number formats of its cells may be changed. */
  get mayFormat(): boolean {
    return !this.isProtected || this.#protection.options.allowFormatCells === true;
  }

  /** Asks which of these cells are locked; nothing where the sheet is not protected. */
  async ask(batch: PacedBatch, cells: readonly Address[]): Promise<void> {
    if (!this.isProtected) return;
    for (const { row, column } of cells) {
      await batch.makeRoom(REQUEST_BYTES);
      const { protection } = this.#sheet.getCell(row, column).format;
      protection.load('locked');
      this.#cells.set(keyOf(row, column), protection);
    }
  }

  /** Whether a cell that was asked for is locked. */
  isLocked({ row, column }: Address): boolean {
    return this.#cells.get(keyOf(row, column))?.locked === true;
  }
}
