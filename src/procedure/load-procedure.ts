import type * as z from 'zod';
import type { DefinitionError, DefinitionPath } from '../forms/definition-error.ts';
import { withNearest } from '../forms/definition-wording.ts';
import { Faults } from '../forms/faults.ts';
import type { Clause } from '../forms/form.ts';
import { ConditionLoader } from './condition-loader.ts';
import { loadDeadline } from './deadline-loader.ts';
import { PARTS, type CategoryDefinition, type StepDefinition } from './definition.ts';
import { STAGES, type Category, type Condition, type Event, type Procedure, type Step } from './procedure.ts';

export type ProcedureResult =
  | { readonly procedure: Procedure; readonly errors?: undefined }
  | { readonly procedure?: undefined; readonly errors: readonly DefinitionError[] };

/**
 * Makes a procedure of a definition: validates it, reads its ranges, and makes sure that every name in it exists, that
 * words said to be the text's stand in the clauses quoted, and that nothing waits for itself. Faults are told all together.
 * @param data The parsed YAML or JSON.
 * @param forms The ids of the forms there are.
 */
export function loadProcedure(data: unknown, forms: ReadonlySet<string>): ProcedureResult {
  const faults = new Faults();
  const whole = faults.parse(PARTS.procedure, data, [], Object.keys(PARTS.procedure.shape));
  const procedure = whole && new Loader(whole, forms, faults).procedure();
  return procedure && faults.list.length === 0 ? { procedure } : { errors: faults.list };
}

type Whole = z.infer<typeof PARTS.procedure>;

class Loader {
  readonly #whole: Whole;
  readonly #forms: ReadonlySet<string>;
  readonly #faults: Faults;
  readonly #events: ReadonlyMap<string, Event>;
  readonly #eventsUsed = new Set<string>();
  /** The words for categories so far, each with its category. */
  readonly #words: Map<string, string>;
  /** The steps with a yearly deadline so far. */
  readonly #rounds = new Set<string>();

  constructor(whole: Whole, forms: ReadonlySet<string>, faults: Faults) {
    this.#whole = whole;
    this.#forms = forms;
    this.#faults = faults;
    this.#words = new Map(Object.keys(whole.categories ?? {}).map((key) => [key, key]));
    this.#events = this.#parts('events', PARTS.event, (key, wording) => ({ key, wording }));
  }

  procedure(): Procedure {
    const { county, version, name, source } = this.#whole;
    const facts = this.#parts('facts', PARTS.fact, (key, { zh, en, not }) => ({
      key,
      wording: { zh, en },
      negation: not,
    }));
    const measures = this.#parts('measures', PARTS.measure, (key, { zh, en, unit, withinTotal = false }) => ({
      key,
      wording: { zh, en },
      unit,
      withinTotal,
    }));
    const written = this.#whole.steps.map((step, at) =>
      this.#faults.parse(PARTS.step, step, ['steps', at], Object.keys(PARTS.step.shape)),
    );
    const titles = new Map(written.flatMap((step) => (step ? [[step.id, step.step] as const] : [])));
    const writtenCategories = this.#parts('categories', PARTS.category, (_, part) => part);
    const categories = new Map(
      [...writtenCategories].map(([key, { en, zh = key }]) => [key, { key, wording: { zh, en } }] as const),
    );
    const conditions = new ConditionLoader({ categories, facts, measures, steps: titles }, this.#faults);
    const procedure: Procedure = {
      ...{ county, version, name, source },
      categories: [...writtenCategories].map(([key, part]) => this.#category(key, part, conditions)),
      facts: [...facts.values()],
      measures: [...measures.values()],
      events: [...this.#events.values()],
      steps: written.flatMap((step, at) => (step ? [this.#step(step, ['steps', at], conditions)] : [])),
      excluded: (this.#whole.excluded ?? []).flatMap((excluded, at) => {
        const part = this.#faults.parse(PARTS.excluded, excluded, ['excluded', at], ['what', 'clause']);
        return part ? [{ what: part.what, clause: this.#clause(part.clause) }] : [];
      }),
    };
    this.#findDisorder(written);
    this.#findCircles(procedure);
    this.#findUnused('facts', facts.keys(), conditions.used);
    this.#findUnused('measures', measures.keys(), conditions.used);
    this.#findUnused('events', this.#events.keys(), this.#eventsUsed);
    return procedure;
  }

  #parts<T, R>(
    name: 'categories' | 'facts' | 'measures' | 'events',
    schema: z.ZodObject & z.ZodType<T>,
    make: (key: string, part: T) => R,
  ): ReadonlyMap<string, R> {
    const parts = new Map<string, R>();
    for (const [key, written] of Object.entries(this.#whole[name] ?? {})) {
      const part = this.#faults.parse(schema, written, [name, key], Object.keys(schema.shape));
      if (part) parts.set(key, make(key, part));
    }
    return parts;
  }

  #category(key: string, definition: CategoryDefinition, conditions: ConditionLoader): Category {
    const { en, zh = key, also = [], of = null, counts } = definition;
    const path = ['categories', key];
    also.forEach((word, at) => {
      const other = this.#words.get(word);
      this.#words.set(word, other ?? key);
      if (other === undefined) return;
      this.#faults.add([...path, 'also', at], {
        zh: `“${word}”已是类别“${other}”的说法`,
        en: `"${word}" is a word for the category "${other}" already`,
      });
    });
    if (counts && counts.as === counts.otherwise) {
      this.#faults.add([...path, 'counts', 'otherwise'], {
        zh: '与 as 相同：金额和事实决定不了什么',
        en: 'the same as `as`: amount and facts decide nothing',
      });
    }
    for (const [entry, name] of Object.entries({ of, as: counts?.as, otherwise: counts?.otherwise })) {
      if (typeof name !== 'string') continue;
      const known = Object.keys(this.#whole.categories ?? {}).filter((other) => other !== key);
      if (known.includes(name)) continue;
      const wording = { zh: `categories 里没有“${name}”`, en: `there is no other "${name}" in categories` };
      this.#faults.add([...path, ...(entry === 'of' ? [] : ['counts']), entry], withNearest(wording, name, known));
    }
    return {
      ...{ key, wording: { zh, en }, also, of },
      counts: counts
        ? {
            as: counts.as,
            when: conditions.load(
              counts.when,
              [...path, 'counts', 'when'],
              counts.clauses.map(({ text }) => text),
            ),
            otherwise: counts.otherwise,
          }
        : null,
    };
  }

  #step(definition: StepDefinition, path: DefinitionPath, conditions: ConditionLoader): Step {
    const { id, stage, step, by, to, decides, when, documents = [], deadline, clauses, note } = definition;
    const quoted = clauses.map(({ text }) => text);
    const place = { events: this.#events, used: this.#eventsUsed, quoted, rounds: this.#rounds };
    const until = deadline && loadDeadline(deadline, [...path, 'deadline'], place, this.#faults);
    if (until?.kind === 'yearly') this.#rounds.add(id);
    return {
      ...{ id, stage, step, by, to: to ?? null, decides: decides ?? null },
      when: when ? conditions.load(when, [...path, 'when'], quoted) : null,
      documents: documents.map((document, at) => this.#document(document, [...path, 'documents', at])),
      deadline: until ?? null,
      clauses: clauses.map((clause) => this.#clause(clause)),
      note: note ?? null,
    };
  }

  #document(
    definition: NonNullable<StepDefinition['documents']>[number],
    path: DefinitionPath,
  ): Step['documents'][number] {
    if (typeof definition === 'string') return { name: definition, form: null };
    const { name, form } = definition;
    if (!this.#forms.has(form)) {
      const wording = { zh: `没有编号为“${form}”的表单`, en: `there is no form "${form}"` };
      this.#faults.add([...path, 'form'], withNearest(wording, form, this.#forms));
    }
    return { name, form };
  }

  #clause({ document, place, text }: StepDefinition['clauses'][number]): Clause {
    return { document: document ?? this.#whole.source.document, place, text };
  }

  /** Steps with one id, and stages out of their order. */
  #findDisorder(steps: readonly (StepDefinition | undefined)[]): void {
    const seen = new Set<string>();
    let stage = 0;
    steps.forEach((step, at) => {
      if (!step) return;
      if (seen.has(step.id)) {
        this.#faults.add(['steps', at, 'id'], {
          zh: `已有步骤“${step.id}”`,
          en: `there is a step "${step.id}" already`,
        });
      }
      seen.add(step.id);
      if (STAGES.indexOf(step.stage) < stage) {
        const order = STAGES.join('、');
        this.#faults.add(['steps', at, 'stage'], {
          zh: `步骤应按阶段的先后排列：${order}`,
          en: `steps stand in the order of their stages: ${order}`,
        });
      }
      stage = Math.max(stage, STAGES.indexOf(step.stage));
    });
  }

  /** Steps that wait for each other, and categories that belong to each other. */
  #findCircles({ steps, categories }: Procedure): void {
    const waits = new Map(steps.map(({ id, when }) => [id, when ? stepsIn(when) : []]));
    steps.forEach(({ id }, at) => {
      if (!reaches(id, id, waits)) return;
      this.#faults.add(['steps', at, 'when'], {
        zh: '步骤的条件绕回了自己',
        en: 'the condition of the step leads back to it',
      });
    });
    const above = new Map(
      categories.map(({ key, of, counts }) => [key, [of, counts?.as, counts?.otherwise].flatMap((one) => one ?? [])]),
    );
    for (const { key } of categories) {
      if (!reaches(key, key, above)) continue;
      this.#faults.add(['categories', key], { zh: '类别绕回了自己', en: 'the category belongs to itself' });
    }
  }

  #findUnused(part: string, keys: Iterable<string>, used: ReadonlySet<string>): void {
    for (const key of keys) {
      if (used.has(key)) continue;
      this.#faults.add([part, key], { zh: `没有任何内容用到“${key}”`, en: `nothing refers to "${key}"` });
    }
  }
}

/** The steps that a condition waits for. */
function stepsIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'otherwise':
      return condition.steps.map(({ id }) => id);
    case 'all':
    case 'any':
      return condition.of.flatMap(stepsIn);
    case 'not':
      return stepsIn(condition.of);
    default:
      return [];
  }
}

function reaches(
  from: string,
  to: string,
  next: ReadonlyMap<string, readonly string[]>,
  seen = new Set<string>(),
): boolean {
  return (next.get(from) ?? []).some((each) => {
    if (each === to) return true;
    if (seen.has(each)) return false;
    seen.add(each);
    return reaches(each, to, next, seen);
  });
}
