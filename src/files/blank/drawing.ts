import type { Range } from '../../sheets/address.ts';

/**
 * A new workbook as it is to look: plain data that {@link writeDrawing} turns into an .xlsx. Rows and columns count
 * from 0; formulas are Excel's, without the leading `=`.
 */
export interface Drawing {
  readonly title: string;
  /** The day it is dated, `YYYY-MM-DD`; there is no other clock in it. */
  readonly date: string;
  /** Custom document properties. */
  readonly properties: ReadonlyMap<string, string>;
  readonly sheets: readonly DrawnSheet[];
  /** Defined names of the workbook. */
  readonly names: ReadonlyMap<string, string>;
}

export interface DrawnSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** In characters of the usual font, as the file has them. */
  readonly widths: readonly number[];
  readonly rows: readonly DrawnRow[];
  readonly merges: readonly Range[];
  readonly validations: readonly Validation[];
  readonly conditions: readonly Condition[];
  /** Rows that stay in view. */
  readonly frozenRows: number;
  readonly page: Page | null;
  /** Locked cells cannot be changed; no password. */
  readonly isProtected: boolean;
}

export interface Page {
  readonly orientation: 'portrait' | 'landscape';
  readonly area: Range;
  /** Rows repeated on every page. */
  readonly header: { readonly first: number; readonly last: number } | null;
  /** The rows that begin a page, but for the first. */
  readonly breaks: readonly number[];
  /** Whether pages have their number at the foot. */
  readonly isNumbered: boolean;
}

export interface DrawnRow {
  /** In points. */
  readonly height: number;
  /** Whether it grows with what is typed; otherwise it stays as high as it is. */
  readonly grows: boolean;
  /** Of the cells right of those drawn. */
  readonly unlocked: boolean;
  readonly cells: readonly DrawnCell[];
}

export interface DrawnCell {
  readonly column: number;
  readonly style: CellStyle;
  readonly value?: string | number;
  /** Its result in the blank workbook is an empty text. */
  readonly formula?: string;
}

export interface CellStyle {
  readonly font: string;
  /** In points. */
  readonly size: number;
  readonly bold: boolean;
  readonly horizontal: 'left' | 'center' | 'right';
  readonly vertical: 'top' | 'center' | 'bottom';
  readonly borders: Borders;
  readonly numberFormat: string;
  readonly unlocked: boolean;
}

export interface Borders {
  readonly left: boolean;
  readonly right: boolean;
  readonly top: boolean;
  readonly bottom: boolean;
}

/** What a cell takes, and what is said when it is chosen (ECMA-376 part 1, 18.3.1.32). */
export interface Validation {
  readonly range: Range;
  readonly check: ValidationCheck | null;
  /** What is said as the cell is chosen: at most 32 and 255 characters. */
  readonly prompt: { readonly title: string; readonly text: string } | null;
}

export interface ValidationCheck {
  readonly type: 'list' | 'whole' | 'decimal' | 'date' | 'custom';
  readonly operator?: 'between' | 'greaterThanOrEqual' | 'lessThanOrEqual';
  readonly formula: string;
  readonly second?: string;
  /** What happens to another entry: refused, asked about, or taken without a word (a list to choose from). */
  readonly alert: 'stop' | 'warning' | 'none';
  /** At most 225 characters. */
  readonly message: string;
}

/** A colour where a formula, written for the range's first cell, is true. */
export interface Condition {
  readonly range: Range;
  readonly formula: string;
  readonly colour: 'missing' | 'contradictory';
}
