import type { DefinitionPath } from './definition-error.ts';
import type { ColumnDefinition, FieldDefinition, RequiredDefinition } from './definition.ts';
import type { ValueType } from './form.ts';

/** An application of a rule as the loader takes it: as an author would write it below `rules`, without its place. */
export interface WrittenUse {
  readonly rule: string;
  /** When, severity, basis, and the rule's options. */
  readonly says: Readonly<Record<string, unknown>>;
  /** Where its entries stand in the definition; those not named at `path`. */
  readonly path: DefinitionPath;
  readonly places?: Readonly<Record<string, DefinitionPath>>;
}

/** Spells out the shorthand of a field or column (its type, `required`, `computed` …) as applications of rules. */
export function shorthandUses(
  definition: FieldDefinition | ColumnDefinition,
  type: ValueType,
  path: DefinitionPath,
): WrittenUse[] {
  const { basis, of, anyWhen, maxCharacters, computed } = definition;
  const cited = basis === undefined ? {} : { basis };
  const places = { basis: [...path, 'basis'] };
  const uses: WrittenUse[] = [{ rule: 'formula-error', says: {}, path }];
  if (type.kind === 'amount-in-words') {
    const says = { ...cited, ...(of === undefined ? {} : { of }) };
    uses.push({ rule: 'amount-in-words', says, path, places: { ...places, of: [...path, 'of'] } });
  } else {
    const rule = READING_RULES[type.kind === 'choice' && type.multiple ? 'choices' : type.kind];
    const when = anyWhen === undefined ? {} : { when: `=NOT(${anyWhen.slice(1)})` };
    uses.push({ rule, says: { ...cited, ...when }, path, places: { ...places, when: [...path, 'anyWhen'] } });
  }
  if (type.kind === 'text' || type.kind === 'choice') uses.push({ rule: 'example', says: {}, path });
  uses.push(
    ...listed(definition.required, [...path, 'required']).flatMap(([one, at]) => requiredUse(one, at)),
    ...listed(definition.emptyWhen, [...path, 'emptyWhen']).map(([says, at]) => useAt('empty-when', says, at)),
  );
  if (maxCharacters !== undefined) {
    const at = [...path, 'maxCharacters'];
    uses.push({ rule: 'character-limit', says: { ...cited, max: maxCharacters }, path: at, places });
  }
  if (computed !== undefined) uses.push({ rule: 'computed', says: { value: computed }, path: [...path, 'computed'] });
  if ('total' in definition && definition.total) uses.push({ rule: 'total', says: {}, path: [...path, 'total'] });
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

function requiredUse(required: RequiredDefinition, path: DefinitionPath): WrittenUse[] {
  if (required === false) return [];
  if (required === true) return [{ rule: 'required', says: {}, path }];
  if (required === 'once') return [{ rule: 'required', says: { once: true }, path }];
  return [useAt('required', required, path)];
}

/** A use of which every entry stands where its shorthand has it. */
function useAt(rule: string, says: Readonly<Record<string, unknown>>, path: DefinitionPath): WrittenUse {
  const places = Object.fromEntries(Object.keys(says).map((key): [string, DefinitionPath] => [key, [...path, key]]));
  return { rule, says, path, places };
}

/** One or several, each with its path. */
function listed<T>(
  given: T | readonly T[] | undefined,
  path: DefinitionPath,
): readonly (readonly [T, DefinitionPath])[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) return [[given as T, path]];
  return (given as readonly T[]).map((one, at): [T, DefinitionPath] => [one, [...path, at]]);
}
