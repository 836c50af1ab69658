import type { Address, Range } from '../sheets/address.ts';
import type { Column, Field, Form, MoneyUnit, Severity, Table } from '../forms/form.ts';
import type { Params } from '../forms/reading.ts';

/** A form found in a workbook: which cell is which field, where each table begins and ends. */
export interface LocatedForm {
  readonly form: Form;
  /** The sheet (index in the workbook) that holds its title or most of its labels. */
  readonly sheet: number;
  /** All it covers on that sheet. */
  readonly range: Range;
  /** 0 to 1: how much of the form's own wording was found. */
  readonly score: number;
  /** The next best form for the same place, where it fits almost as well. */
  readonly runnerUp?: { readonly form: Form; readonly score: number };
  /** By the field's key; what was not found is absent. */
  readonly fields: ReadonlyMap<string, LocatedField>;
  readonly tables: ReadonlyMap<string, LocatedTable>;
  /** What the layout itself has wrong: columns missing or doubled, values under no heading … */
  readonly oddities: readonly Oddity[];
}

export interface LocatedField {
  readonly field: Field;
  readonly sheet: number;
  /** The label's cell; `null` for a blank in a sentence. */
  readonly label: Address | null;
  /** Where a finding on it is shown: the value's cell, or the label's own where both share it. */
  readonly at: Address;
  /** The cells that hold the value; usually one, several for options spread over cells. */
  readonly cells: readonly Address[];
  /** The value's text where it shares its cell with the label or with other fields. */
  readonly inline?: string;
  /** The unit that the label states (投资概算（万元）). */
  readonly unit?: MoneyUnit;
}

export interface LocatedTable {
  readonly table: Table;
  readonly sheet: number;
  readonly header: Range;
  /** By the column's key; what was not found is absent. */
  readonly columns: ReadonlyMap<string, LocatedColumn>;
  /** Sheet rows that hold data, top to bottom: no titles, totals, groups, notes, blank or 序号-only rows. */
  readonly rows: Uint32Array;
  /** Sheet rows between them that hold nothing but values to be carried down, or 序号. */
  readonly carrying: readonly number[];
  /** Sheet rows with one of the entries that the form prints, and nothing filled in. */
  readonly printed: readonly number[];
  /** Sheet rows that state totals (合计, 小计). */
  readonly totals: readonly number[];
}

export interface LocatedColumn {
  readonly column: Column;
  /** The sheet column. */
  readonly at: number;
  readonly heading: Address;
  /** The unit that the heading, or a line above the table, states. */
  readonly unit?: MoneyUnit;
}

/** What can be odd in a form's layout; the sentences are the rule `layout`'s. */
export type LayoutCase =
  | 'missing-column'
  | 'missing-field'
  | 'missing-paragraph'
  | 'missing-table'
  | 'missing-table-of-section'
  | 'doubled-column'
  | 'renamed-column'
  | 'unnamed-column'
  | 'blank-rows'
  | 'unchecked-rows'
  | 'preset-rows'
  | 'example-row'
  | 'ditto'
  | 'ditto-of-nothing'
  | 'merged-ditto'
  | 'merged-across'
  | 'carried-down'
  | 'hidden-sheet'
  | 'hidden-fields'
  | 'hidden-rows'
  | 'hidden-columns'
  | 'unchecked-sheet'
  | 'ambiguous-sheet'
  | 'recalculated'
  | 'older-version'
  | 'other-form';

/** A remark on the layout, told by the rule `layout`. */
export interface Oddity {
  readonly case: LayoutCase;
  readonly severity: Severity;
  readonly sheet: number;
  /** `null`: the sheet as a whole. */
  readonly at: Address | null;
  readonly field: string | null;
  readonly params: Params;
  /** Values that would mend it, by cell of the same sheet. */
  readonly fixes?: readonly { readonly at: Address; readonly value: string | number }[];
}
