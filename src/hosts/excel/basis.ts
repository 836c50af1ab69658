import { toA1 } from '../../sheets/address.ts';
import type { CellName, Changed, PlanBasis } from '../host.ts';
import type { PacedBatch } from './excel-batch.ts';
import type { ExcelSheet } from './excel-sheets.ts';
import { sameValue } from './excel-values.ts';
import { SheetCells } from './read-cells.ts';
import type { SheetShape } from './sheet-shape.ts';

/** Reads again what a plan was made from. */
export class BasisReading {
  readonly #basis: PlanBasis;
  readonly #sheet: ExcelSheet;
  readonly #shape: SheetShape;
  readonly #cells = new SheetCells();

  constructor(basis: PlanBasis, sheet: ExcelSheet, shape: SheetShape) {
    this.#basis = basis;
    this.#sheet = sheet;
    this.#shape = shape;
  }

  async ask(batch: PacedBatch): Promise<void> {
    await this.#cells.ask(batch, this.#sheet.proxy, this.#basis.cells);
  }

  /** Where the sheet is not what the plan was made from; `undefined` where it is, an empty list where its size differs. */
  get differences(): readonly CellName[] | undefined {
    const { rowCount, columnCount, cells } = this.#basis;
    const differing = cells.filter((cell) => !sameValue(this.#cells.at(cell).value, cell.value));
    const { extent } = this.#shape;
    if (differing.length === 0 && extent.rowCount === rowCount && extent.columnCount === columnCount) return undefined;
    return differing.map(({ row, column }) => ({ sheet: this.#sheet.name, cell: toA1(row, column) }));
  }
}

/** What to answer where anything differs. */
export function changedOf(readings: readonly BasisReading[]): Changed | undefined {
  const differing = readings.map((reading) => reading.differences);
  if (differing.every((one) => one === undefined)) return undefined;
  return { status: 'changed', cells: differing.flatMap((one) => one ?? []) };
}
