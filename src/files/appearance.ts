import type { Address, Range } from '../sheets/address.ts';
import type { MarkSeverity } from '../marks/signature.ts';

/** How a workbook looks, as far as a grid on a screen shows it; plain data that can be posted from a worker. */
export interface Appearance {
  /** In the order of the workbook's sheets. */
  readonly sheets: readonly SheetAppearance[];
  /** What the cells' style indexes stand for; entry 0 is the usual look. */
  readonly styles: readonly CellLook[];
}

export interface SheetAppearance {
  /** In characters of the usual font. */
  readonly defaultColumnWidth: number;
  /** In points. */
  readonly defaultRowHeight: number;
  readonly columns: readonly ColumnLook[];
  readonly rows: readonly RowLook[];
  /** The cells that do not look as usual, empty ones too: row, column and index into `styles`, side by side. */
  readonly styledRows: Uint32Array;
  readonly styledColumns: Uint16Array;
  readonly styledLooks: Uint16Array;
  /** How many rows and columns stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly gridLines: boolean;
  /** Drop-downs. */
  readonly lists: readonly DropDown[];
  readonly notes: readonly NoteAt[];
  /** Marks of ours that the file bears. */
  readonly marks: readonly { readonly severity: MarkSeverity; readonly ranges: readonly Range[] }[];
}

/** A stretch of columns, both ends included. */
export interface ColumnLook {
  readonly first: number;
  readonly last: number;
  /** In characters of the usual font. */
  readonly width?: number;
  readonly look?: number;
}

export interface RowLook {
  readonly row: number;
  /** In points. */
  readonly height?: number;
  readonly look?: number;
}

export interface NoteAt extends Address {
  readonly text: string;
}

/** Cells whose values are chosen from a list: its options, or where on the workbook they stand. */
export interface DropDown {
  readonly ranges: readonly Range[];
  readonly options?: readonly string[];
  /** A reference as Excel writes it, without `=`. */
  readonly reference?: string;
}

export type LineStyle =
  | 'thin'
  | 'hair'
  | 'dotted'
  | 'dashed'
  | 'dashDot'
  | 'dashDotDot'
  | 'double'
  | 'medium'
  | 'mediumDashed'
  | 'mediumDashDot'
  | 'mediumDashDotDot'
  | 'slantDashDot'
  | 'thick';

/** A line at a cell's edge; colours are RRGGBB. */
export interface BorderLine {
  readonly style: LineStyle;
  readonly colour: string;
}

/** How a cell looks; what is not said is as usual. Colours are RRGGBB. */
export interface CellLook {
  readonly font?: string;
  /** In points. */
  readonly size?: number;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  readonly struck?: true;
  readonly colour?: string;
  readonly fill?: string;
  readonly borders?: Readonly<Partial<Record<BorderSide, BorderLine>>>;
  readonly horizontal?: 'left' | 'center' | 'right' | 'justify';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wraps?: true;
  /** In degrees, upwards; `'stacked'`: letters below one another. */
  readonly rotation?: number | 'stacked';
}

export type BorderSide = 'left' | 'right' | 'top' | 'bottom';
