import type { Expression } from '../forms/expressions/expression.ts';
import { compileExpression, Memory, Unknown, type Scope } from '../forms/expressions/evaluate.ts';
import type { RuleUse } from '../forms/form.ts';
import type { Reading, Scalar } from '../forms/reading.ts';
import type { FilledForm, FilledTable } from '../locate/filled.ts';
import { computed, computedValue } from '../rules/computed.ts';
import type { RowView, Values } from '../rules/rule.ts';
import { hasOwn } from '../sheets/own.ts';

/** A column or field that is not on the sheet, as a reading. */
const ABSENT: Reading = { raw: null, text: '', state: 'blank', value: null, remarks: [] };

type Outcome = Scalar | Unknown;

/**
 * A form as formulas and row rules see it: the row set last, and the form around it. One serves all rows, so that
 * judging a row allocates nothing.
 */
export class FormScope implements Scope, RowView {
  readonly form: FilledForm;
  readonly memory = new Memory();
  readonly #columns = new Map<string, readonly Outcome[]>();
  #table: FilledTable | undefined;
  #row = 0;

  readonly #outcomeOf: typeof outcomeOf;
  readonly #isComputed: boolean;
  #computed: FormScope | undefined;

  /**
   * `values`: rules compare what is written, and with it what should be where one follows from others; a figure leaves
   * out what a person is told to correct.
   */
  constructor(form: FilledForm, values: Values | 'accepted' = 'written') {
    this.form = form;
    this.#outcomeOf = values === 'accepted' ? acceptedOutcomeOf : outcomeOf;
    this.#isComputed = values === 'computed';
  }

  /** Looks at a row of a table from now on; without a table at the fields. */
  moveTo(table: FilledTable | undefined, row = 0): this {
    this.#table = table;
    this.#row = row;
    return this;
  }

  readonly reading = (key: string): Reading => {
    if (!this.#table) return this.form.fields.get(key)?.reading ?? ABSENT;
    const column = this.#table.columns.get(key);
    return column?.readings[column.ids[this.#row] ?? 0] ?? ABSENT;
  };

  readonly evaluate = (expression: Expression, values: Values = 'written'): Scalar | undefined => {
    const scope = values === 'computed' ? this.#asComputed().moveTo(this.#table, this.#row) : this;
    const result = compileExpression(expression)(scope);
    return result === Unknown ? undefined : result;
  };

  /** The values of a column by row, those that follow from others as they should be. */
  readonly computed = (table: string, column: string): readonly (Scalar | undefined)[] =>
    this.#asComputed()
      .column(table, column)
      .map((value) => (value === Unknown ? undefined : value));

  #asComputed(): FormScope {
    return (this.#computed ??= new FormScope(this.form, 'computed'));
  }

  /** Whether a condition holds for the row; not where it is unknown. */
  holds(condition: Expression): boolean {
    const result = this.evaluate(condition);
    return result === true || (typeof result === 'number' && result !== 0);
  }

  readonly cell = (name: string): Outcome => {
    const { key, part } = apart(name);
    const column = this.#table?.columns.get(key);
    if (column) return this.#outcomeOf(column.readings[column.ids[this.#row] ?? 0] ?? ABSENT, part);
    return isOptional(this.#table?.table.columns, key) ? null : Unknown;
  };

  readonly field = (name: string): Outcome => {
    const { key, part } = apart(name);
    const field = this.form.fields.get(key);
    if (field) return this.#computedField(key) ?? this.#outcomeOf(field.reading, part);
    return isOptional(this.form.located.form.fields, key) ? null : Unknown;
  };

  readonly column = (table: string, name: string): readonly Outcome[] => {
    const id = JSON.stringify([table, name]);
    const known = this.#columns.get(id);
    if (known) return known;
    const values = this.#valuesOf(table, name);
    this.#columns.set(id, values);
    return values;
  };

  readonly rows = (table: string): number => this.form.tables.get(table)?.rows.length ?? this.#list(table)?.length ?? 0;

  /** A column of reference data; without a name any of them. */
  #list(key: string, name?: string): readonly Outcome[] | undefined {
    const columns = this.form.located.form.lists?.find((list) => list.key === key)?.columns;
    return columns && (name === undefined ? Object.values(columns)[0] : columns[name]);
  }

  #valuesOf(table: string, name: string): readonly Outcome[] {
    const listed = this.#list(table, name);
    if (listed) return listed;
    const { key, part } = apart(name);
    const filled = this.form.tables.get(table);
    // A table that is not there has no rows; that its sums are not 0 but unknown needs one value.
    if (!filled) return [Unknown];
    const column = filled.columns.get(key);
    if (!column) {
      return new Array<Outcome>(filled.rows.length).fill(isOptional(filled.table.columns, key) ? null : Unknown);
    }
    const outcomes = outcomesOfRows(
      column.ids,
      column.readings.map((reading) => this.#outcomeOf(reading, part)),
    );
    return this.#computedColumn(filled, key, outcomes);
  }

  /** What a field should say by the others, where this scope reads such values and that is known. */
  #computedField(key: string): number | undefined {
    const use = this.#isComputed ? computedUse(this.form, { field: key }) : undefined;
    return use && computedValue(new FormScope(this.form), use.use, use.value);
  }

  #computedColumn(table: FilledTable, column: string, written: readonly Outcome[]): readonly Outcome[] {
    const use = this.#isComputed ? computedUse(this.form, { table: table.table.key, column }) : undefined;
    if (!use) return written;
    const scope = new FormScope(this.form);
    return written.map((outcome, row) => computedValue(scope.moveTo(table, row), use.use, use.value) ?? outcome);
  }
}

/** A loop by itself: Array.from with a function takes several times as long. */
function outcomesOfRows(ids: Uint32Array, outcomes: readonly Outcome[]): readonly Outcome[] {
  const ofRows: Outcome[] = [];
  for (const id of ids) ofRows.push(outcomes[id] ?? null);
  return ofRows;
}

/** `产品配置.vcpu` names a component of the column 产品配置. */
export function apart(name: string): { readonly key: string; readonly part: string | undefined } {
  const dot = name.indexOf('.');
  return dot < 0 ? { key: name, part: undefined } : { key: name.slice(0, dot), part: name.slice(dot + 1) };
}

function outcomeOf(reading: Reading, part: string | undefined): Outcome {
  if (reading.state === 'blank') return null;
  if (reading.state === 'unreadable') return Unknown;
  if (part === undefined) return reading.value;
  // A component that is not stated is blank: a length without a scale, a server without a disk of its own.
  return reading.parts && hasOwn(reading.parts, part) ? (reading.parts[part] ?? null) : null;
}

function acceptedOutcomeOf(reading: Reading, part: string | undefined): Outcome {
  return isAccepted(reading) ? outcomeOf(reading, part) : Unknown;
}

/** Whether nothing is wrong with a value in itself: -1 and 2.5台 can be read, but are no numbers of computers. */
export function isAccepted({ remarks }: Reading): boolean {
  return remarks.every(({ severity }) => severity !== 'error');
}

/** The formula that a column or field follows by, where it does so always. */
function computedUse(
  form: FilledForm,
  place: Pick<RuleUse, 'field' | 'table' | 'column'>,
): { readonly use: RuleUse; readonly value: Expression } | undefined {
  const use = form.located.form.rules.find(
    ({ rule, when, field, table, column }) =>
      rule === computed.id && !when && field === place.field && table === place.table && column === place.column,
  );
  const value = use && computed.follows?.(use.options);
  return value && { use, value };
}

function isOptional(
  parts: readonly { readonly key: string; readonly optional: boolean }[] | undefined,
  key: string,
): boolean {
  return parts?.find((part) => part.key === key)?.optional ?? false;
}
