import { contains, type Range } from '../sheets/address.ts';
import { FileError } from './file-error.ts';

/** Blocks of a sound sheet lie side by side and end; past this many looks the sheet is no sound one. */
const MOST_LOOKS = 100_000_000;

/** The blocks of array formulas and data tables of a sheet whose rows are gone through from top to bottom. */
export class ArrayBlocks {
  #open: Range[] = [];
  #looks = 0;
  #row = 0;

  add(block: Range): void {
    this.#open.push(block);
  }

  /**
   * Whether the cell lies in a block added so far.
   * @throws FileError `too-large` where so many blocks lie over one another that looking would not end.
   */
  covers(row: number, column: number): boolean {
    if (row !== this.#row) this.#open = this.#open.filter(({ bottom }) => bottom >= row);
    this.#row = row;
    this.#looks += this.#open.length;
    if (this.#looks > MOST_LOOKS) throw new FileError('too-large', { what: 'blocks', limit: MOST_LOOKS });
    return this.#open.some((block) => contains(block, row, column));
  }
}
