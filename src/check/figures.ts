import { evaluateFigure } from '../forms/expressions/evaluate.ts';
import { Sum } from '../forms/expressions/decimal.ts';
import type { Expression } from '../forms/expressions/expression.ts';
import { referencesOf } from '../forms/expressions/references.ts';
import type { Figure, Form } from '../forms/form.ts';
import type { FilledColumn, FilledForm, FilledTable } from '../locate/filled.ts';
import { nameClasses } from '../rules/column-classes.ts';
import { combine } from '../rules/combinations.ts';
import type { ColumnPlace } from '../rules/rule.ts';
import type { FigureValue } from './finding.ts';
import { apart, FormScope, isAccepted } from './form-scope.ts';
import { columnsIn } from './rule-uses.ts';
import { columnsRead } from './use-reads.ts';

/**
 * The figures of a form by their keys, of values with which nothing is wrong in themselves; one that cannot be told (its column is missing)
 * is absent.
 */
export function figuresOf(form: FilledForm): ReadonlyMap<string, FigureValue> {
  return figuresAfter(form, new Map(), () => true);
}

/**
 * The figures after columns have changed; those that do not follow from one of these are as they were.
 * @param before the figures before that
 */
export function figuresAfter(
  form: FilledForm,
  before: ReadonlyMap<string, FigureValue>,
  hasChanged: (place: ColumnPlace) => boolean,
): ReadonlyMap<string, FigureValue> {
  const scope = new FormScope(form, 'accepted');
  const figures = new Map<string, FigureValue>();
  for (const figure of form.located.form.figures) {
    const isNew = before.size === 0 || columnsOf(figure, form.located.form).some(hasChanged);
    const value = isNew ? figureOf(figure, form, scope) : before.get(figure.key);
    if (value) figures.set(figure.key, value);
  }
  return figures;
}

/** The columns that a figure follows from. */
function columnsOf(figure: Figure, form: Form): readonly ColumnPlace[] {
  if ('formula' in figure) return columnsRead([figure.formula], form);
  if ('sum' in figure) {
    const { table } = figure.sum;
    const own = columnsIn(figure.by).map((column) => ({ table, column }));
    return [figure.sum, ...own, ...columnsRead([figure.by], form)];
  }
  if ('distinct' in figure) {
    const { table, columns } = figure.distinct;
    return columns.map((column) => ({ table, column }));
  }
  return 'parts' in figure ? [figure.parts] : [];
}

function figureOf(figure: Figure, form: FilledForm, scope: FormScope): FigureValue | undefined {
  const { unit } = figure;
  if ('formula' in figure) {
    if (!isThere(figure.formula, form)) return undefined;
    const { value, skipped } = evaluateFigure(figure.formula, scope.moveTo(undefined));
    return typeof value === 'number' ? { value, unit, ...skippedPart(skipped) } : undefined;
  }
  if ('sum' in figure) {
    const value = sumByParts(form, figure, scope);
    return value && { ...value, unit };
  }
  if ('distinct' in figure) {
    const table = form.tables.get(figure.distinct.table);
    const columns = table && foundColumns(table, figure.distinct.columns);
    return columns && { ...distinct(table, columns), unit };
  }
  if ('fields' in figure) {
    const value = sumOfFields(form, figure.fields);
    return value && { ...value, unit };
  }
  const table = form.tables.get(figure.parts.table);
  const column = table?.columns.get(figure.parts.column);
  return column && { ...split(column), unit };
}

/** Whether the columns a formula reads are on the sheet: a sum over nothing is no figure. */
function isThere(formula: Expression, form: FilledForm): boolean {
  const { columns, tables } = referencesOf(formula);
  return (
    tables.every((table) => form.tables.has(table) || isList(form, table)) &&
    columns.every(
      ({ table, column }) => isList(form, table) || form.tables.get(table)?.columns.has(apart(column).key) === true,
    )
  );
}

function isList(form: FilledForm, key: string): boolean {
  return form.located.form.lists?.some((list) => list.key === key) === true;
}

/** What a column adds up to, by what a formula says of each row; rows that it says nothing of are left out. */
function sumByParts(
  form: FilledForm,
  { sum, by }: Extract<Figure, { readonly sum: unknown }>,
  scope: FormScope,
): Omit<FigureValue, 'unit'> | undefined {
  const table = form.tables.get(sum.table);
  if (!table?.columns.has(sum.column) || !isThere(by, form)) return undefined;
  const whole = new Sum();
  const parts = new Map<string, Sum>();
  let skipped = 0;
  for (const [row, amount] of scope.column(sum.table, sum.column).entries()) {
    if (amount === null) continue;
    const part = scope.moveTo(table, row).evaluate(by);
    if (typeof amount !== 'number' || part === undefined || part === null) {
      skipped++;
      continue;
    }
    const name = String(part);
    const known = parts.get(name) ?? new Sum();
    known.add(amount);
    parts.set(name, known);
    whole.add(amount);
  }
  const totals = [...parts].map(([name, { total }]): [string, number] => [name, total]);
  return { value: whole.total, ...skippedPart(skipped), parts: Object.fromEntries(totals) };
}

/** What fields add up to, and what each has; `undefined` where none is filled in. */
function sumOfFields(form: FilledForm, keys: readonly string[]): Omit<FigureValue, 'unit'> | undefined {
  const whole = new Sum();
  const parts: [string, number][] = [];
  let skipped = 0;
  for (const key of keys) {
    const reading = form.fields.get(key)?.reading;
    if (!reading || reading.state === 'blank') continue;
    if (reading.state !== 'read' || !isAccepted(reading) || typeof reading.value !== 'number') {
      skipped++;
      continue;
    }
    whole.add(reading.value);
    parts.push([key, reading.value]);
  }
  if (parts.length === 0) return undefined;
  return { value: whole.total, ...skippedPart(skipped), parts: Object.fromEntries(parts) };
}

function skippedPart(skipped: number): { readonly skipped?: number } {
  return skipped > 0 ? { skipped } : {};
}

function foundColumns(table: FilledTable, keys: readonly string[]): readonly FilledColumn[] | undefined {
  const columns = keys.flatMap((key) => table.columns.get(key) ?? []);
  return columns.length === keys.length ? columns : undefined;
}

/** How many combinations there are of rows in which the last column, the one counted, is filled. */
function distinct(table: FilledTable, columns: readonly FilledColumn[]): { value: number; skipped?: number } {
  const rows = table.rows.length;
  const { ids, count } = combine(columns.map(nameClasses), rows);
  const counted = new Uint8Array(count);
  const last = columns.at(-1);
  let value = 0;
  let skipped = 0;
  for (let row = 0; row < rows; row++) {
    const state = last?.readings[last.ids[row] ?? 0]?.state;
    if (state === 'unreadable') skipped++;
    const id = ids[row] ?? 0;
    if (state !== 'read' || counted[id] === 1) continue;
    counted[id] = 1;
    value++;
  }
  return { value, ...skippedPart(skipped) };
}

/** How the rows split by value; a row with several values counts for each. */
function split({ readings, ids }: FilledColumn): Omit<FigureValue, 'unit'> {
  const counts = new Uint32Array(readings.length);
  // In the order of the rows: the readings may be in another after edits.
  const order: number[] = [];
  for (const id of ids) {
    const count = counts[id] ?? 0;
    if (count === 0) order.push(id);
    counts[id] = count + 1;
  }
  const parts = new Map<string, number>();
  let value = 0;
  let skipped = 0;
  for (const id of order) {
    const reading = readings[id];
    const count = counts[id] ?? 0;
    if (!reading || reading.state === 'blank') continue;
    if (reading.state === 'unreadable' || !isAccepted(reading)) {
      skipped += count;
      continue;
    }
    value += count;
    for (const part of reading.list ?? [String(reading.value)]) parts.set(part, (parts.get(part) ?? 0) + count);
  }
  return { value, ...skippedPart(skipped), parts: Object.fromEntries(parts) };
}
