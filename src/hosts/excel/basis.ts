import type { BasisCheck, PresentSheet } from '../changed.ts';
import type { PlanBasis } from '../host.ts';
import type { PacedBatch } from './excel-batch.ts';
import type { ExcelSheet } from './excel-sheets.ts';
import { SheetCells } from './read-cells.ts';
import type { SheetShape } from './sheet-shape.ts';

/** Reads again what a plan was made from. */
export class BasisReading implements BasisCheck {
  readonly basis: PlanBasis;
  readonly #sheet: ExcelSheet;
  readonly #shape: SheetShape;
  readonly #cells = new SheetCells();

  constructor(basis: PlanBasis, sheet: ExcelSheet, shape: SheetShape) {
    this.basis = basis;
    this.#sheet = sheet;
    this.#shape = shape;
  }

  async ask(batch: PacedBatch): Promise<void> {
    await this.#cells.ask(batch, this.#sheet.proxy, this.basis.cells);
  }

  /** The sheet as Excel has answered. */
  get sheet(): PresentSheet {
    return {
      name: () => this.#sheet.name,
      valueAt: (at) => this.#cells.at(at).value,
      hasSizeOf: ({ rowCount, columnCount }) => {
        const { extent } = this.#shape;
        return extent.rowCount === rowCount && extent.columnCount === columnCount;
      },
    };
  }
}
