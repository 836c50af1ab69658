import type { Expression } from '../forms/expressions/expression.ts';
import { referencesOf } from '../forms/expressions/references.ts';
import type { Form, RuleUse } from '../forms/form.ts';
import type { FilledColumn, FilledForm } from '../locate/filled.ts';

/**
 * Whether a formula adds up a column or field with a blank that should hold a number. What it comes to is then unknown
 * rather than less by nothing: the blank cell has its finding, and the sum has none.
 */
export function lacksAddend(form: FilledForm, expression: Expression): boolean {
  const { columns, fields } = referencesOf(expression);
  return (
    columns.some((place) => {
      const filled = form.tables.get(place.table)?.columns.get(place.column);
      return filled !== undefined && isToldWhenBlank(form.located.form, place) && hasBlank(filled);
    }) ||
    fields.some(
      (field) => form.fields.get(field)?.reading.state === 'blank' && isToldWhenBlank(form.located.form, { field }),
    )
  );
}

/** Whether a blank cell of a field or column gets a finding of its own: it is required, or follows from others. */
export function isToldWhenBlank(form: Form, place: Pick<RuleUse, 'field' | 'table' | 'column'>): boolean {
  return form.rules.some(
    (use) =>
      (use.rule === 'computed' || (use.rule === 'required' && use.when === undefined && use.options.once !== true)) &&
      use.field === place.field &&
      use.table === place.table &&
      use.column === place.column,
  );
}

function hasBlank({ readings, ids }: FilledColumn): boolean {
  return ids.some((id) => readings[id]?.state === 'blank');
}
