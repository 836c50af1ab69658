import { toA1, type Address } from '../../sheets/address.ts';
import type { CellValue } from '../../sheets/grid.ts';

/** A cell and what we have put there. */
export interface OurValue extends Address {
  readonly value: CellValue;
}

/** What we wrote and WPS has not told of yet, to know it again when it does. */
export class OurWrites {
  readonly #sheets = new Map<string, Map<string, CellValue>>();

  remember(sheetId: string, cells: readonly OurValue[]): void {
    let known = this.#sheets.get(sheetId);
    if (!known) this.#sheets.set(sheetId, (known = new Map<string, CellValue>()));
    for (const { row, column, value } of cells) known.set(toA1(row, column), value);
  }

  /** What the cells hold if nobody else has touched them since; `undefined` where one of them is not ours. */
  echoed(sheetId: string, cells: readonly Address[]): readonly OurValue[] | undefined {
    const known = this.#sheets.get(sheetId);
    if (!known || cells.length === 0) return undefined;
    const expected: OurValue[] = [];
    for (const { row, column } of cells) {
      const value = known.get(toA1(row, column));
      if (value === undefined) return undefined;
      expected.push({ row, column, value });
    }
    return expected;
  }

  /**
   * The cells were told of, as ours or as somebody's: what they hold from now on is not of our writing, also where it is
   * the same again. `null`: all cells.
   */
  forget(sheetId: string | null, cells: readonly Address[] | null): void {
    if (sheetId === null) this.#sheets.clear();
    else if (!cells) this.#sheets.delete(sheetId);
    else for (const { row, column } of cells) this.#sheets.get(sheetId)?.delete(toA1(row, column));
  }
}
