import type { Expression } from '../forms/expressions/expression.ts';
import { referencesOf } from '../forms/expressions/references.ts';
import type { Form, RuleUse } from '../forms/form.ts';
import { computed } from '../rules/computed.ts';
import type { ColumnPlace, Rule } from '../rules/rule.ts';
import { apart } from './form-scope.ts';
import { columnsIn, expressionsIn, keysRead, type Application } from './rule-uses.ts';

/** What the verdicts of one application of a rule depend on. */
export interface UseReads {
  /** Columns of its own table of which each row's verdict needs that row's value only. */
  readonly ofRow: ReadonlySet<string>;
  /** Whether a column is read throughout. */
  readonly readsColumn: (table: string, column: string) => boolean;
}

/** What an application of a rule reads of a form's tables. */
export function readsOf({ use, rule }: Application, form: Form): UseReads {
  const condition = use.when ? [use.when] : [];
  const formulas = [...condition, ...expressionsIn(use.options)];
  const columns = new Set(columnsRead(formulas, form).map(nameOf));
  const ofRow = new Set(condition.flatMap(columnsIn));
  let isAny = false;
  if (rule.scope === 'cell') {
    if (use.column !== undefined) ofRow.add(use.column);
  } else if (rule.scope === 'row') {
    const own = keysRead(rule, use);
    const table = use.table ?? '';
    // A verdict on the table as a whole, or on a field, has no row.
    const whole = rule.oncePerTable?.(use) === true;
    for (const column of own) {
      if (whole) columns.add(nameOf({ table, column }));
      else ofRow.add(column);
    }
  } else {
    const places = rule.reads?.(use);
    isAny = places === undefined;
    for (const place of withComputed(places ?? [], form)) columns.add(nameOf(place));
    for (const column of ofRow) columns.add(nameOf({ table: use.table ?? '', column }));
  }
  return { ofRow, readsColumn: (table, column) => isAny || columns.has(nameOf({ table, column })) };
}

/** The columns that formulas read throughout, and those that the computed values of these follow from. */
export function columnsRead(formulas: readonly Expression[], form: Form): readonly ColumnPlace[] {
  const references = formulas.map(referencesOf);
  const columns = references.flatMap((each) =>
    each.columns.map(({ table, column }) => ({ table, column: apart(column).key })),
  );
  const ofFields = references.flatMap(({ fields }) => fields.flatMap((field) => sourcesOf(form, { field })));
  return withComputed([...columns, ...ofFields], form);
}

function withComputed(places: readonly ColumnPlace[], form: Form): readonly ColumnPlace[] {
  const found = new Map<string, ColumnPlace>();
  const take = (place: ColumnPlace): void => {
    const name = nameOf(place);
    if (found.has(name)) return;
    found.set(name, place);
    for (const source of sourcesOf(form, place)) take(source);
  };
  places.forEach(take);
  return [...found.values()];
}

/** The columns that a field or column follows from, by the rule for that. */
function sourcesOf(form: Form, place: Pick<RuleUse, 'field' | 'table' | 'column'>): readonly ColumnPlace[] {
  return form.rules
    .filter(
      ({ rule, field, table, column }) =>
        rule === computed.id &&
        field === place.field &&
        (field !== undefined || (table === place.table && column === place.column)),
    )
    .flatMap(({ options }) => {
      const formula = computed.follows?.(options);
      if (!formula) return [];
      const { cells, columns } = referencesOf(formula);
      const own = cells.map((name) => ({ table: place.table ?? '', column: apart(name).key }));
      return [...own, ...columns.map(({ table, column }) => ({ table, column: apart(column).key }))];
    });
}

function nameOf({ table, column }: ColumnPlace): string {
  return `${table}\n${column}`;
}

/** The columns by which a rule compares rows: those that differ in one of them have nothing to do with each other. */
export function groupingOf(rule: Rule, use: RuleUse, form: Form): readonly string[] {
  if (rule.scope === 'cell' || rule.scope === 'row') return [];
  const table = form.tables.find(({ key }) => key === use.table);
  return (table && rule.within?.(use, table)) ?? [];
}
