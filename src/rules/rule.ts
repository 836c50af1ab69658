import type { ZodMiniType } from 'zod/mini';
import type { RuleUse, Severity, Table, ValueType, Wording } from '../forms/form.ts';
import type { RuleTargets } from '../forms/known-rule.ts';
import type { OptionWords } from '../forms/option-words.ts';
import type { Params, Reading, RemarkCase, Scalar } from '../forms/reading.ts';
import type { Expression } from '../forms/expressions/expression.ts';
import type { FilledForm } from '../locate/filled.ts';

/**
 * A rule: one kind of check, applied by definitions with options. It says what is wrong as data; the runner adds
 * place and order, a shell the sentence. One file a rule, named after it; `docs/rules/<id>.md` is made from it.
 */
export type Rule = CellRule | RowRule | FormRule | WorkbookRule;

/** The wordings of a rule, by case; the severity is the usual one, a definition or a problem may state another. */
export type Messages<Case extends string = string> = Readonly<Record<Case, Wording & { readonly severity: Severity }>>;

/** Makes the schema of a rule's options; its words are handed in, for who runs rules with valid options needs none. */
export type OptionsSchema<Options = unknown> = (z: OptionWords) => ZodMiniType<Options>;

interface RuleFacts<Options = unknown, Case extends string = string> {
  readonly id: string;
  /** One line: what it makes sure of. */
  readonly summary: Wording;
  readonly targets: RuleTargets;
  readonly messages: Messages<Case>;
  /** What a definition may say; an empty strict object where there is nothing. */
  readonly options: OptionsSchema<Options>;
  /** Places that a definition's own message fills beside those of the messages here; such a message must have them. */
  quotes?(options: Options): readonly string[];
  /** It holds the serial numbers of rows: a number alone makes no row. */
  readonly numbersRows?: true;
  /** The formula that the value of the cell follows from: formulas that come round to themselves are refused. */
  follows?(options: Options): Expression;
  /**
   * Cases that tell of something missing, with those that tell of many of them at once: in half of a form's fields, or
   * throughout columns of a table.
   */
  readonly together?: Together<Case>;
  /**
   * One cause, one finding: where one of these cases is reported, nothing else is said of the same cell, of the same
   * row (for a field: the same field), or of the form (but for its layout). With `rules` only these are silent.
   */
  readonly outweighs?:
    | { readonly cases: readonly Case[]; readonly within: 'row' | 'form' }
    | { readonly cases: readonly Case[]; readonly within: 'cell'; readonly rules?: readonly string[] };
}

/** By a case that tells of something missing: the cases that tell of many at once, by `names`, `count` and `rows`. */
export type Together<Case extends string = string> = Readonly<
  Partial<Record<Case, { readonly fields: Case; readonly cells: Case }>>
>;

/** Something wrong, as a rule reports it: a case of its own messages, or of those of the readers of values. */
export interface Problem<Case extends string = string> {
  readonly case: Case | RemarkCase;
  readonly params?: Params;
  readonly severity?: Severity;
  /** Instead of the rule's message, where its words depend on the definition (a pattern's hint). */
  readonly wording?: Wording;
  readonly expected?: readonly string[];
  /** The value that should stand in the cell instead, where there is one right answer. */
  readonly fix?: string | number;
}

/** Nothing wrong; shared, so that a clean cell costs no allocation. */
export const NO_PROBLEMS: readonly never[] = [];

/** Judges one value by itself: a field, or each distinct value of a column once. */
export interface CellRule<Options = unknown, Case extends string = string> extends RuleFacts<unknown, Case> {
  readonly scope: 'cell';
  check(reading: Reading, use: UseOf<Options>, type: ValueType): readonly Problem<Case>[];
}

/** Judges one row (or the fields) by a few of its columns; asked once for each distinct combination of them. */
export interface RowRule<Options = unknown, Case extends string = string> extends RuleFacts<unknown, Case> {
  readonly scope: 'row';
  /** The columns of its table that the verdict depends on, beside its own and those that formulas in its options name. */
  reads?(use: UseOf<Options>): readonly string[];
  /** Whether the table is judged as a whole, once, the problem standing in its first row. */
  oncePerTable?(use: UseOf<Options>): boolean;
  /** Problems stand at the use's own column or field unless they name another column of the row. */
  check(row: RowView, use: UseOf<Options>): readonly (Problem<Case> & { readonly column?: string })[];
}

/**
 * What formulas read: values as written, or `computed` what should stand in place of those that follow from others
 * (by the rule `computed`). A sum that is right for the latter has its cause in the wrong cell, which has a finding.
 */
export type Values = 'written' | 'computed';

/** A row as a {@link RowRule} sees it. For a use on a field the "row" is the form's fields. */
export interface RowView {
  /** The reading of a column of this row, or of the field of that key for a use on a field; a blank one where it is absent. */
  readonly reading: (key: string) => Reading;
  /** Evaluates a parsed formula of the options over this row and the form; `undefined` when unknown. */
  readonly evaluate: (expression: Expression, values?: Values) => Scalar | undefined;
  readonly form: FilledForm;
}

/** Where a wide rule's problem belongs. `row` counts the table's data rows. */
export type Place =
  | { readonly field: string }
  | { readonly table: string; readonly column: string; readonly row: number }
  /** The heading of a column, or the first heading of the table. */
  | { readonly table: string; readonly column?: string }
  /** A cell that is neither field nor data (a total row's). */
  | {
      readonly sheet: number;
      readonly cell: { readonly row: number; readonly column: number } | null;
      readonly name: string | null;
    }
  /** The form as a whole. */
  | 'form';

export interface PlacedProblem<Case extends string = string> extends Problem<Case> {
  readonly at: Place;
  /** Other cells the problem is about (the first of two equal rows). */
  readonly related?: readonly Place[];
  /** Fixes for other cells than `at`. */
  readonly fixes?: readonly { readonly at: Place; readonly value: string | number }[];
}

/** A column of one of a form's tables. */
export interface ColumnPlace {
  readonly table: string;
  readonly column: string;
}

/** The columns of a use's own table by their keys. */
export function columnsOf(
  { table = '' }: Pick<RuleUse, 'table'>,
  keys: readonly (string | undefined)[],
): ColumnPlace[] {
  return keys.flatMap((column) => (column === undefined ? [] : [{ table, column }]));
}

/** Judges a whole form: sums, sequences, references between tables. */
export interface FormRule<Options = unknown, Case extends string = string> extends RuleFacts<unknown, Case> {
  readonly scope: 'column' | 'table' | 'form';
  /** The columns that the verdict depends on, beside those that formulas in its options name; left out: any of the form. */
  reads?(use: UseOf<Options>): readonly ColumnPlace[] | undefined;
  /** Columns of its own table; a row is compared only with rows that name the same in all of them. */
  within?(use: UseOf<Options>, table: Table): readonly string[];
  /** `computed`: the values of a column by row, those that follow from others as they should be. */
  check(
    form: FilledForm,
    use: UseOf<Options>,
    evaluate: RowView['evaluate'],
    computed: (table: string, column: string) => readonly (Scalar | undefined)[],
  ): Iterable<PlacedProblem<Case>>;
}

/** Judges all copies of one form in a workbook together: uniqueness across sheets. */
export interface WorkbookRule<Options = unknown, Case extends string = string> extends RuleFacts<unknown, Case> {
  readonly scope: 'workbook';
  /** As those of a {@link FormRule}. */
  reads?(use: UseOf<Options>): readonly ColumnPlace[] | undefined;
  within?(use: UseOf<Options>, table: Table): readonly string[];
  check(
    forms: readonly FilledForm[],
    use: UseOf<Options>,
  ): Iterable<{ readonly form: FilledForm; readonly problem: PlacedProblem<Case> }>;
}

/** No options at all. */
export const noOptions: OptionsSchema<Record<string, never>> = (z) => z.strictObject({});

/** An application of a rule whose options its schema has validated. */
export type UseOf<Options> = Omit<RuleUse, 'options'> & { readonly options: Options };

/** A rule as it is written: what it may report are the cases that it has messages for. */
type Written<R, Options, Case extends string> = Omit<R, 'scope' | 'options' | 'messages' | 'quotes' | 'follows'> &
  Pick<RuleFacts<Options>, 'options' | 'quotes' | 'follows'> & { readonly messages: Messages<Case> };

// Each of the four gives `check` the type of its options, which the loader has validated with the same schema, and of
// its cases.

export function cellRule<O, C extends string>(rule: Written<CellRule<O, NoInfer<C>>, O, C>): CellRule {
  return { ...rule, scope: 'cell' };
}

export function rowRule<O, C extends string>(rule: Written<RowRule<O, NoInfer<C>>, O, C>): RowRule {
  return { ...rule, scope: 'row' };
}

export function formRule<O, C extends string>(
  rule: Written<FormRule<O, NoInfer<C>>, O, C> & Pick<FormRule, 'scope'>,
): FormRule {
  return rule;
}

export function workbookRule<O, C extends string>(rule: Written<WorkbookRule<O, NoInfer<C>>, O, C>): WorkbookRule {
  return { ...rule, scope: 'workbook' };
}
