import type { Grid } from './grid.ts';

/** A workbook as plain data; it can be posted to a worker. */
export interface Workbook {
  readonly sheets: readonly Grid[];
  /** Serial dates count from 1904-01-01 instead of 1899-12-30 (ECMA-376 workbookPr date1904). */
  readonly date1904: boolean;
  /** Custom document properties (`docProps/custom.xml`), by name; ours name the form and its version. */
  readonly properties: ReadonlyMap<string, string>;
}
