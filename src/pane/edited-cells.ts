import type { Address } from '../sheets/address.ts';

/** More cells than these are not read one by one. */
const MOST_CELLS = 1000;

/** The cells that were edited since the last check; `null` in place of cells where too many were. */
export class EditedCells {
  readonly #sheets = new Map<string, Map<string, Address>>();
  #count = 0;
  #isMuch = false;

  add(sheetId: string, cells: readonly Address[] | null): void {
    if (cells === null || this.#count + cells.length > MOST_CELLS) {
      this.addAll();
      return;
    }
    if (cells.length === 0) return;
    const known = this.#sheets.get(sheetId) ?? new Map<string, Address>();
    this.#sheets.set(sheetId, known);
    for (const { row, column } of cells) known.set(`${String(row)} ${String(column)}`, { row, column });
    this.#count += cells.length;
  }

  /** From now on all is to be read. */
  addAll(): void {
    this.#isMuch = true;
  }

  get isEmpty(): boolean {
    return this.#count === 0 && !this.#isMuch;
  }

  /** The cells by their sheets, which are forgotten; `null` where all is to be read. */
  take(): readonly { readonly sheetId: string; readonly at: readonly Address[] }[] | null {
    const sheets = [...this.#sheets].map(([sheetId, cells]) => ({ sheetId, at: [...cells.values()] }));
    const isMuch = this.#isMuch;
    this.clear();
    return isMuch ? null : sheets;
  }

  clear(): void {
    this.#sheets.clear();
    this.#count = 0;
    this.#isMuch = false;
  }
}
