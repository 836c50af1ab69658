import { toA1, type Address } from '../../sheets/address.ts';
import type { CellValue } from '../../sheets/grid.ts';

/** A cell and what we have put there. */
export interface OurValue extends Address {
  readonly value: CellValue;
}

/** What we wrote in this sitting, to know it again where WPS tells of it. */
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
}
