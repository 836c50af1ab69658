import { withNearest } from '../forms/definition-wording.ts';
import type { DefinitionPath } from '../forms/definition-error.ts';
import type { Faults } from '../forms/faults.ts';
import type { Wording } from '../forms/form.ts';
import type { ConditionDefinition, RangeDefinition } from './definition.ts';
import type { CategoryName, Condition, Fact, Measure } from './procedure.ts';
import { readRange } from './range.ts';

/** What conditions may name. */
export interface ConditionNames {
  readonly categories: ReadonlyMap<string, CategoryName>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly steps: ReadonlyMap<string, Wording>;
}

/** Makes conditions of what an author wrote, and says what is wrong with it. */
export class ConditionLoader {
  /** Keys of facts and measures that something depends on. */
  readonly used = new Set<string>();
  readonly #names: ConditionNames;
  readonly #faults: Faults;

  constructor(names: ConditionNames, faults: Faults) {
    this.#names = names;
    this.#faults = faults;
  }

  /** @param quoted The clauses in which the words of ranges must stand; `null`: anywhere. */
  load(definition: ConditionDefinition, path: DefinitionPath, quoted: readonly string[] | null): Condition {
    const { any, ...parts } = definition;
    const conditions = this.#parts(parts, path, quoted);
    if (any) {
      const of = any.map((each, at) => allOf(this.#parts(each, [...path, 'any', at], quoted)));
      conditions.push({ kind: 'any', of });
    }
    if (Object.keys(definition).length === 0)
      this.#faults.add(path, { zh: '条件是空的', en: 'the condition is empty' });
    return allOf(conditions);
  }

  #parts(
    { category, total, measures, facts, not, otherwise }: Omit<ConditionDefinition, 'any'>,
    path: DefinitionPath,
    quoted: readonly string[] | null,
  ): Condition[] {
    const conditions: (Condition | undefined)[] = [];
    if (category !== undefined) {
      const categories = list(category).flatMap((name) => {
        this.#known(name, this.#names.categories.keys(), CATEGORY, [...path, 'category']);
        return this.#names.categories.get(name) ?? [];
      });
      conditions.push({ kind: 'category', categories });
    }
    if (total !== undefined) conditions.push(this.#range(total, null, [...path, 'total'], quoted));
    for (const name of list(facts)) conditions.push(this.#fact(name, [...path, 'facts']));
    for (const name of list(not)) {
      const of = this.#fact(name, [...path, 'not']);
      if (of) conditions.push({ kind: 'not', of });
    }
    for (const [key, range] of Object.entries(measures ?? {})) {
      const place = [...path, 'measures', key];
      this.#known(key, this.#names.measures.keys(), MEASURE, place);
      const measure = this.#names.measures.get(key);
      if (measure) conditions.push(this.#range(range, measure, place, quoted));
    }
    if (otherwise !== undefined) conditions.push(this.#otherwise(list(otherwise), [...path, 'otherwise']));
    return conditions.flatMap((condition) => condition ?? []);
  }

  #fact(name: string, path: DefinitionPath): Condition | undefined {
    this.#known(name, this.#names.facts.keys(), FACT, path);
    const fact = this.#names.facts.get(name);
    return fact && { kind: 'fact', fact };
  }

  #range(
    definition: RangeDefinition,
    measure: Measure | null,
    path: DefinitionPath,
    quoted: readonly string[] | null,
  ): Condition | undefined {
    const { range: words, beside = null } = typeof definition === 'string' ? { range: definition } : definition;
    const { range, fault } = readRange(words, beside);
    this.#faults.add(path, fault);
    for (const said of beside === null ? [words] : [words, beside]) {
      if (quoted) this.#faults.add(path, quotationFault(said, quoted));
    }
    if (measure) this.used.add(measure.key);
    if (range && range.unit !== (measure?.unit ?? 'money')) {
      this.#faults.add(path, { zh: '单位不是这个量的单位', en: 'the unit is not that of the quantity' });
    }
    return range && { kind: 'range', measure, range };
  }

  #otherwise(ids: readonly string[], path: DefinitionPath): Condition {
    const steps = ids.flatMap((id) => {
      this.#known(id, this.#names.steps.keys(), STEP, path);
      const step = this.#names.steps.get(id);
      return step ? [{ id, step }] : [];
    });
    return { kind: 'otherwise', steps };
  }

  #known(name: string, known: Iterable<string>, what: Wording, path: DefinitionPath): void {
    const names = new Set(known);
    this.used.add(name);
    if (names.has(name)) return;
    this.#faults.add(
      path,
      withNearest({ zh: `${what.zh}里没有“${name}”`, en: `there is no "${name}" in ${what.en}` }, name, names),
    );
  }
}

const CATEGORY: Wording = { zh: 'categories ', en: 'categories' };
const FACT: Wording = { zh: 'facts ', en: 'facts' };
const MEASURE: Wording = { zh: 'measures ', en: 'measures' };
const STEP: Wording = { zh: 'steps ', en: 'steps' };

/** That words said to be the text's are in none of the clauses quoted; blanks do not matter. */
export function quotationFault(words: string, clauses: readonly string[]): Wording | undefined {
  const sought = withoutBlanks(words);
  if (clauses.some((clause) => withoutBlanks(clause).includes(sought))) return undefined;
  return { zh: `所引条文里没有“${words}”`, en: `the clauses quoted do not say "${words}"` };
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/gu, '');
}

function allOf(conditions: readonly Condition[]): Condition {
  const [only, ...others] = conditions;
  return only && others.length === 0 ? only : { kind: 'all', of: conditions };
}

function list(names: string | readonly string[] | undefined): readonly string[] {
  if (names === undefined) return [];
  return typeof names === 'string' ? [names] : names;
}
