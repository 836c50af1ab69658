import type { Category, Condition, Procedure, Range } from './procedure.ts';
import type { Project } from './project.ts';
import { liesIn } from './range.ts';

/** What is left of a condition once what is known of a project is put in: it holds, it does not, or it depends on the rest. */
export type Simplified = true | false | Condition;

/** Puts what is known of a project into conditions. What is not known stays open, it is never guessed. */
export class Judge {
  readonly #project: Project;
  readonly #categories: ReadonlyMap<string, Category>;
  readonly #conditions: ReadonlyMap<string, Condition | null>;
  readonly #steps = new Map<string, Simplified>();

  constructor(procedure: Procedure, project: Project) {
    this.#project = project;
    this.#categories = new Map(procedure.categories.map((category) => [category.key, category]));
    this.#conditions = new Map(procedure.steps.map(({ id, when }) => [id, when]));
  }

  /** Whether a step is to be taken. The loader has made sure that no step waits for itself. */
  step(id: string): Simplified {
    const known = this.#steps.get(id);
    if (known !== undefined) return known;
    const condition = this.#conditions.get(id) ?? null;
    const result = condition === null || this.simplify(condition);
    this.#steps.set(id, result);
    return result;
  }

  simplify(condition: Condition): Simplified {
    switch (condition.kind) {
      case 'category':
        return this.#project.category === undefined ? condition : this.#isA(this.#project.category, condition);
      case 'range': {
        const value = this.valueOf(condition.measure?.key ?? null);
        return value === undefined ? !this.#isOutOfReach(condition) && condition : liesIn(condition.range, value);
      }
      case 'fact':
        return this.#project.facts?.get(condition.fact.key) ?? condition;
      case 'not':
        return negated(this.simplify(condition.of));
      case 'all':
        return allOf(condition.of.map((each) => this.simplify(each)));
      case 'any':
        return anyOf(condition.of.map((each) => this.simplify(each)));
      case 'otherwise': {
        const open = condition.steps.filter(({ id }) => this.step(id) !== false);
        if (open.some(({ id }) => this.step(id) === true)) return false;
        return open.length === 0 || { kind: 'otherwise', steps: open };
      }
    }
  }

  /** What of a condition that does not hold is lacking. */
  lacking(condition: Condition): Condition {
    if (condition.kind !== 'all') return condition;
    const lacking = condition.of.filter((each) => this.simplify(each) === false).map((each) => this.lacking(each));
    return lacking.length === 1 && lacking[0] ? lacking[0] : { kind: 'all', of: lacking };
  }

  /** The ranges of a condition that a value of the project lies in. */
  ranges(condition: Condition): readonly Range[] {
    if (condition.kind === 'range') return this.simplify(condition) === true ? [condition.range] : [];
    return condition.kind === 'all' || condition.kind === 'any'
      ? condition.of.flatMap((each) => this.ranges(each))
      : [];
  }

  /** The total (`null`) or a measure, where it is known. */
  valueOf(measure: string | null): number | undefined {
    return measure === null ? this.#project.total : this.#project.measures?.get(measure);
  }

  /** A part of the total cannot reach what the total itself does not. */
  #isOutOfReach({ measure, range }: Condition & { readonly kind: 'range' }): boolean {
    const { total } = this.#project;
    if (!measure?.withinTotal || total === undefined || !range.from) return false;
    return range.from.included ? total < range.from.value : total <= range.from.value;
  }

  /** Whether a project of a category is one of the categories asked for; of a group that has such members it is open. */
  #isA(key: string, { categories }: Condition & { readonly kind: 'category' }): Simplified {
    const category = this.#categories.get(key);
    const asked = categories.map((one) => one.key);
    if (!category || asked.includes(key)) return category !== undefined;
    const { of, counts } = category;
    if (counts) {
      const when = this.simplify(counts.when);
      return anyOf([
        allOf([when, this.#isAbove(counts.as, asked)]),
        allOf([negated(when), this.#isAbove(counts.otherwise, asked)]),
      ]);
    }
    if (of !== null && this.#isAbove(of, asked)) return true;
    const open = categories.filter((one) => this.#categories.get(one.key)?.of === key);
    return open.length > 0 && { kind: 'category', categories: open };
  }

  /** Whether a category, or one it belongs to, is asked for. */
  #isAbove(key: string, asked: readonly string[]): boolean {
    if (asked.includes(key)) return true;
    const above = this.#categories.get(key)?.of ?? null;
    return above !== null && this.#isAbove(above, asked);
  }
}

function negated(condition: Simplified): Simplified {
  if (typeof condition === 'boolean') return !condition;
  return condition.kind === 'not' ? condition.of : { kind: 'not', of: condition };
}

function allOf(conditions: readonly Simplified[]): Simplified {
  if (conditions.includes(false)) return false;
  return combined('all', conditions.filter(isOpen), true);
}

function anyOf(conditions: readonly Simplified[]): Simplified {
  if (conditions.includes(true)) return true;
  return combined('any', conditions.filter(isOpen), false);
}

function isOpen(condition: Simplified): condition is Condition {
  return typeof condition !== 'boolean';
}

function combined(kind: 'all' | 'any', open: readonly Condition[], otherwise: boolean): Simplified {
  const [only, ...others] = open;
  if (!only) return otherwise;
  return others.length === 0 ? only : { kind, of: open };
}
