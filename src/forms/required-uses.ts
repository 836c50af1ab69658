import type { Form, RuleUse, Severity } from './form.ts';

/** The applications of the rule `required` to a field or column: what tells where it is blank. */
export function requiredUses(form: Form, place: Pick<RuleUse, 'field' | 'table' | 'column'>): readonly RuleUse[] {
  return form.rules.filter(
    (use) =>
      use.rule === 'required' && use.field === place.field && use.table === place.table && use.column === place.column,
  );
}

/** How grave it is that a field or column is not on the sheet at all; `undefined` where it is not required. */
export function requiredSeverity(form: Form, place: Pick<RuleUse, 'field' | 'table' | 'column'>): Severity | undefined {
  const uses = requiredUses(form, place);
  if (uses.length === 0) return undefined;
  return uses.some((use) => use.severity === undefined) ? 'error' : 'warning';
}
