import type { ZodMiniType } from 'zod/mini';
import type { RuleUse, Severity, ValueType, Wording } from '../forms/form.ts';
import type { Params, Reading, Scalar } from '../forms/reading.ts';
import type { Expression } from '../forms/expressions/expression.ts';
import type { FilledForm } from '../locate/filled.ts';

/**
 * A rule: one kind of check, applied by definitions with options. It says what is wrong as data; the runner adds
 * place and order, a shell the sentence. One file a rule, named after it; `docs/rules/<id>.md` is made from it.
 */
export type Rule = CellRule | RowRule | FormRule | WorkbookRule;

interface RuleFacts {
  readonly id: string;
  /** One line: what it makes sure of. */
  readonly summary: Wording;
  /** By case; the severity is the usual one, a definition or a problem may state another. */
  readonly messages: Readonly<Record<string, Wording & { readonly severity: Severity }>>;
  /** What a definition may say; an empty strict object where there is nothing. */
  readonly options: ZodMiniType;
}

/** Something wrong, as a rule reports it. */
export interface Problem {
  readonly case: string;
  readonly params?: Params;
  readonly severity?: Severity;
  readonly expected?: readonly string[];
  /** The value that should stand in the cell instead, where there is one right answer. */
  readonly fix?: string | number;
}

/** Judges one value by itself: a field, or each distinct value of a column once. */
export interface CellRule extends RuleFacts {
  readonly scope: 'cell';
  readonly check: (reading: Reading, use: RuleUse, type: ValueType) => readonly Problem[];
}

/** Judges one row (or the fields) by a few of its columns; asked once for each distinct combination of them. */
export interface RowRule extends RuleFacts {
  readonly scope: 'row';
  /** The columns of its table that the verdict depends on. */
  readonly reads: (use: RuleUse) => readonly string[];
  /** Problems stand at the use's own column or field unless they name another column of the row. */
  readonly check: (row: RowView, use: RuleUse) => readonly (Problem & { readonly column?: string })[];
}

/** A row as a {@link RowRule} sees it. For a use on a field the "row" is the form's fields. */
export interface RowView {
  /** The reading of a column of this row, or of the field of that key for a use on a field; a blank one where it is absent. */
  readonly reading: (key: string) => Reading;
  /** Evaluates a parsed formula of the options over this row and the form; `undefined` when unknown. */
  readonly evaluate: (expression: Expression) => Scalar | undefined;
  readonly form: FilledForm;
}

/** Where a wide rule's problem belongs. `row` counts the table's data rows. */
export type Place =
  | { readonly field: string }
  | { readonly table: string; readonly column: string; readonly row: number }
  /** The heading of a column, or the first heading of the table. */
  | { readonly table: string; readonly column?: string }
  /** A cell that is neither field nor data (a total row's). */
  | { readonly sheet: number; readonly cell: { readonly row: number; readonly column: number }; readonly name: string }
  /** The form as a whole. */
  | 'form';

export interface PlacedProblem extends Problem {
  readonly at: Place;
  /** Other cells the problem is about (the first of two equal rows). */
  readonly related?: readonly Place[];
  /** Fixes for other cells than `at`. */
  readonly fixes?: readonly { readonly at: Place; readonly value: string | number }[];
}

/** Judges a whole form: sums, sequences, references between tables. */
export interface FormRule extends RuleFacts {
  readonly scope: 'column' | 'table' | 'form';
  readonly check: (form: FilledForm, use: RuleUse, evaluate: RowView['evaluate']) => Iterable<PlacedProblem>;
}

/** Judges all copies of one form in a workbook together: uniqueness across sheets. */
export interface WorkbookRule extends RuleFacts {
  readonly scope: 'workbook';
  readonly check: (
    forms: readonly FilledForm[],
    use: RuleUse,
  ) => Iterable<{ readonly form: FilledForm; readonly problem: PlacedProblem }>;
}
