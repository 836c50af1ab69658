import type { Severity, Wording } from '../forms/form.ts';
import type { Params } from '../forms/reading.ts';

/** One violation or remark, as data; its sentence is made when it is printed (`rules/messages.ts`). */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The sheet's name, for people: a broken file may have two of one name. */
  readonly sheet: string;
  /** The sheet by its place in `Workbook.sheets`. */
  readonly sheetIndex: number;
  /** Plain A1 of the cell that holds the value (the top-left one of a merged block); `null`: the sheet as a whole. */
  readonly cell: string | null;
  /** The field's or column's key; `null` for the form as a whole. */
  readonly field: string | null;
  /** What the form prints for it, where that is not its key. */
  readonly label?: string;
  readonly case: string;
  readonly params: Params;
  /** A definition's own message, instead of the rule's for this case. */
  readonly wording?: Wording;
  readonly expected?: readonly string[];
  /** What to write where to mend it; empty where there is no one right answer. */
  readonly fix: readonly { readonly cell: string; readonly value: string | number }[];
  /** The clause it rests on, by document and place; `null`: a check of ours. */
  readonly basis: string | null;
  /** Other cells of the same sheet that it is about. */
  readonly related?: readonly string[];
  /** The related cells have the same wrong, and are marked like its own. */
  readonly isSpread?: true;
}

/** A number the form amounts to. */
export interface FigureValue {
  readonly value: number;
  readonly unit: string;
  /** How many rows, or fields, could not be read and are left out, where any. */
  readonly skipped?: number;
  /** How the rows split, by value; how a sum splits, by part or field. */
  readonly parts?: Readonly<Record<string, number>>;
}
