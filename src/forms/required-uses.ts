import type { Form, RuleUse } from './form.ts';

/** The applications of the rule `required` to a field or column: what tells where it is blank. */
export function requiredUses(form: Form, place: Pick<RuleUse, 'field' | 'table' | 'column'>): readonly RuleUse[] {
  return form.rules.filter(
    (use) =>
      use.rule === 'required' && use.field === place.field && use.table === place.table && use.column === place.column,
  );
}

/** How grave it is that a field or column is not on the sheet at all. */
export function graveWithout(form: Form, place: Pick<RuleUse, 'field' | 'table' | 'column'>): boolean {
  return requiredUses(form, place).some((use) => use.severity === undefined);
}
