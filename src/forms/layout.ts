/**
 * The blank official form as its annex prints it, from top to bottom: what the loader makes of `layout` in a
 * definition, with every field and table placed once. Places are columns of the sheet, counted from 0.
 */
export interface Layout {
  readonly page: 'portrait' | 'landscape';
  /** The columns of the sheet, as shares of the width of the page. */
  readonly widths: readonly number[];
  readonly blocks: readonly LayoutBlock[];
}

export type LayoutBlock = LayoutRows | LayoutTable;

/** Rows of cells that fill the columns of the sheet without a gap, cells of several rows included. */
export interface LayoutRows {
  readonly kind: 'rows';
  /** Lines around each cell, around all of them together, or none. */
  readonly frame: 'grid' | 'box' | 'none';
  /** Reference data: what it says may stand elsewhere as a value, and is no wording of the form. */
  readonly isReference?: true;
  readonly rows: readonly (readonly LayoutCell[])[];
}

export interface LayoutCell {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  /** At least so many lines of text high. */
  readonly lines: number;
  readonly content: LayoutContent;
}

export type LayoutContent =
  | { readonly kind: 'title' }
  | { readonly kind: 'label'; readonly field: string; readonly text: string }
  | {
      readonly kind: 'value';
      readonly field: string;
      /** What the empty cell has printed in it. */
      readonly printed: string;
      /** A unit behind the number. */
      readonly suffix: string;
      /** Where the boxes of ticks stand. */
      readonly boxes: 'before' | 'behind';
      readonly align: 'left' | 'center' | 'right' | null;
      /** It is filled in within the title, which then stands nowhere else: 关于申请…建设项目的函. */
      readonly isTitle: boolean;
    }
  /** Words and blanks in turn; the first and last entries are words. */
  | {
      readonly kind: 'text';
      readonly words: readonly string[];
      readonly blanks: readonly { readonly field: string; readonly printed: string }[];
      readonly align: 'left' | 'center' | 'right' | null;
      readonly bold: boolean;
    };

export interface LayoutTable {
  readonly kind: 'table';
  readonly table: string;
  readonly columns: readonly { readonly key: string; readonly column: number; readonly columns: number }[];
  /** Rows to be filled in. */
  readonly rows: number;
  /** How many rows have their number printed; the others are numbered by formula. */
  readonly numbered: number;
  /** The words of the row of totals; `null` for none. */
  readonly total: string | null;
  /** At least so many lines of text high each row is. */
  readonly lines: number;
}
