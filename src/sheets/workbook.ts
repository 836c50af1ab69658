import type { Address } from './address.ts';
import type { Grid } from './grid.ts';

/** A workbook as plain data; it can be posted to a worker. */
export interface Workbook {
  readonly sheets: readonly Grid[];
  /** Serial dates count from 1904-01-01 instead of 1899-12-30 (ECMA-376 workbookPr date1904). */
  readonly date1904: boolean;
  /** The format has no numbers, only texts (csv): a number written as text is no fault of the sender's. */
  readonly textOnly?: true;
  /** The day on which it is read, as a serial of the 1900 system, where the shell tells: a date years after it is a slip. */
  readonly today?: number;
  /** Where formulas had no stored result and were computed when the file was read, by the sheet's place: how many, from which cell on. */
  readonly recalculated?: ReadonlyMap<number, Address & { readonly count: number }>;
  /** Custom document properties (`docProps/custom.xml`), by name; ours name the form and its version. */
  readonly properties: ReadonlyMap<string, string>;
}
