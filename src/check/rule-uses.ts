import type { Expression } from '../forms/expressions/expression.ts';
import { referencesOf } from '../forms/expressions/references.ts';
import type { Form, RuleUse } from '../forms/form.ts';
import { RULES } from '../rules/index.ts';
import type { Rule, RowRule } from '../rules/rule.ts';
import { apart } from './form-scope.ts';

/** An application of a rule together with the rule. */
export interface Application {
  readonly use: RuleUse;
  readonly rule: Rule;
}

/**
 * The rules a form applies, those first that make others superfluous: for the form, then for a row.
 * @throws RangeError for a rule that does not exist; the loader lets none pass.
 */
export function applicationsOf(form: Form): readonly Application[] {
  const applications = form.rules.map((use) => {
    const rule = RULES.get(use.rule);
    if (!rule) throw new RangeError(`${form.id}: no rule ${use.rule}`);
    return { use, rule };
  });
  return applications.sort((a, b) => turnOf(a.rule) - turnOf(b.rule));
}

function turnOf(rule: Rule): number {
  if (rule.outweighs?.within === 'form') return 0;
  return rule.outweighs?.within === 'row' ? 1 : 2;
}

/** The columns of its table (or the fields) that a row rule's verdict depends on. */
export function keysRead(rule: RowRule, use: RuleUse): readonly string[] {
  const own = use.column ?? use.field;
  const named = [...(own === undefined ? [] : [own]), ...(rule.reads?.(use) ?? [])];
  return [...new Set([...named, ...expressionsIn(use.options).flatMap(columnsIn)])];
}

/** The columns of its own row that a formula reads. */
export function columnsIn(expression: Expression): readonly string[] {
  return [...new Set(referencesOf(expression).cells.map((name) => apart(name).key))];
}

export function expressionsIn(options: unknown): readonly Expression[] {
  if (typeof options !== 'object' || options === null) return [];
  if (isExpression(options)) return [options];
  return Object.values(options).flatMap(expressionsIn);
}

function isExpression(options: object): options is Expression {
  return 'source' in options && 'tree' in options;
}
