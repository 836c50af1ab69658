import type { Cell, CellValue } from '../sheets/grid.ts';
import type { MoneyUnit, Severity, ValueType } from './form.ts';
import type { AmountInWordsCases } from './values/amount-in-words.ts';
import type { ValueCase } from './values/cases.ts';

/** A value an expression can hold; dates are serial days (1900 system), `null` is blank. */
export type Scalar = number | string | boolean | null;

/** What a message's `{name}` places are filled with; lists are joined by the printer. */
export type Params = Readonly<Record<string, string | number | readonly string[]>>;

/** All that the readers may have to say. */
export type RemarkCase = ValueCase | keyof AmountInWordsCases;

/** What a reader has to say of a cell: a case of the message catalogue, never a sentence. */
export interface Remark {
  readonly case: RemarkCase;
  readonly severity: Severity;
  readonly params: Params;
  /** The values that would be right, where they can be listed. */
  readonly expected?: readonly string[];
  /** The one value that should stand in the cell instead; given only where there is one right answer. */
  readonly normal?: string | number;
}

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** A cell read by its type. */
export interface Reading {
  readonly raw: CellValue;
  /** What a person reads in the cell, without blanks around it; `''` when blank. */
  readonly text: string;
  /** `blank` also for 无, /, — and printed hints, where the type has them for "nothing". */
  readonly state: 'blank' | 'read' | 'unreadable';
  /** Canonical: the number, the serial day, the listed option, the tidy text (several options joined by 、); `null` unless `read`. */
  readonly value: Scalar;
  /** Several options (choice with `multiple`, ticks), canonical, in the order written. */
  readonly list?: readonly string[];
  /** Components by name: a specification's `vcpu`, `memoryGiB`, `diskGiB`; a length's `length`, `scale`. */
  readonly parts?: Readonly<Record<string, number>>;
  readonly ports?: readonly PortRange[];
  /** In the order they matter; empty for a cell that is right as it stands. */
  readonly remarks: readonly Remark[];
}

/** What a reader needs to know beside the cell and its type. */
export interface ReadingContext {
  readonly date1904: boolean;
  /** The day of reading, a serial of the 1900 system, where it is known. */
  readonly today?: number;
  /** The unit that the heading or the sheet states for this column, where it does. */
  readonly unit?: MoneyUnit;
  /** The value can only be text (csv, or a label's cell that it shares): a plain number as text is tidy then. */
  readonly textOnly?: boolean;
}

/** Reads one cell by its type. Pure; the same cell and type always give the same reading. */
export type Reader<T extends ValueType = ValueType> = (cell: Cell, type: T, context: ReadingContext) => Reading;
