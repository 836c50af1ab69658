import { parseExpression } from './expressions/parse-expression.ts';
import type { ColumnDefinition, FieldDefinition, RequiredDefinition } from './definition.ts';
import type { RuleUse, ValueType } from './form.ts';

/** What a rule is applied to. */
export type Target = Pick<RuleUse, 'field' | 'table' | 'column'>;

/** Spells out the shorthand of a field or column (its type, `required`, `computed` …) as applications of rules. */
export function shorthandRules(
  target: Target,
  definition: FieldDefinition | ColumnDefinition,
  type: ValueType,
): RuleUse[] {
  const basis = definition.basis ?? null;
  const use = (rule: string, options: RuleUse['options'] = {}, about: Partial<RuleUse> = {}): RuleUse => ({
    rule,
    ...target,
    basis: null,
    options,
    ...about,
  });
  const uses: RuleUse[] = [use('formula-error')];
  if (type.kind === 'amount-in-words') {
    uses.push(use('amount-in-words', definition.of ? { of: parseExpression(definition.of) } : {}, { basis }));
  } else {
    const rule = READING_RULES[type.kind === 'choice' && type.multiple ? 'choices' : type.kind];
    const when = definition.anyWhen && parseExpression(`=NOT(${definition.anyWhen.slice(1)})`);
    uses.push(use(rule, {}, { basis, ...(when ? { when } : {}) }));
  }
  if (type.kind === 'text' || type.kind === 'choice') uses.push(use('example'));
  for (const required of listOf(definition.required)) uses.push(...requiredRule(required, use));
  for (const empty of listOf(definition.emptyWhen)) {
    uses.push(use('empty-when', {}, { when: parseExpression(empty.when), ...severityAndBasis(empty) }));
  }
  if (definition.maxCharacters !== undefined) {
    uses.push(use('character-limit', { max: definition.maxCharacters }, { basis }));
  }
  if (definition.computed !== undefined) uses.push(use('computed', { value: parseExpression(definition.computed) }));
  if ('total' in definition && definition.total) uses.push(use('total'));
  return uses;
}

/** The rule that tells what the reader of a kind of value found. */
const READING_RULES: Readonly<Record<Exclude<ValueType['kind'], 'amount-in-words'> | 'choices', string>> = {
  text: 'type',
  integer: 'type',
  number: 'type',
  money: 'type',
  date: 'type',
  period: 'type',
  length: 'type',
  choice: 'choice',
  choices: 'multiple-choice',
  ticks: 'ticks',
  phone: 'pattern',
  email: 'pattern',
  ports: 'pattern',
  pattern: 'pattern',
  specification: 'specification',
};

function requiredRule(
  required: RequiredDefinition,
  use: (rule: string, options: RuleUse['options'], about: Partial<RuleUse>) => RuleUse,
): RuleUse[] {
  if (required === false) return [];
  if (required === true) return [use('required', {}, {})];
  if (required === 'once') return [use('required', { once: true }, {})];
  return [
    use('required', required.once ? { once: true } : {}, {
      ...(required.when === undefined ? {} : { when: parseExpression(required.when) }),
      ...severityAndBasis(required),
    }),
  ];
}

function severityAndBasis(given: {
  severity?: RuleUse['severity'] | undefined;
  basis?: string | undefined;
}): Pick<RuleUse, 'severity' | 'basis'> {
  return { basis: given.basis ?? null, ...(given.severity === undefined ? {} : { severity: given.severity }) };
}

function listOf<T>(given: T | readonly T[] | undefined): readonly T[] {
  if (given === undefined) return [];
  return Array.isArray(given) ? (given as readonly T[]) : [given as T];
}
