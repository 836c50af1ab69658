import { withNearest } from '../forms/definition-wording.ts';
import type { DefinitionPath } from '../forms/definition-error.ts';
import type { Faults } from '../forms/faults.ts';
import { quotationFault } from './condition-loader.ts';
import type { DeadlineDefinition, PeriodDefinition } from './definition.ts';
import type { Deadline, Event, Period } from './procedure.ts';

const KINDS = ['yearly', 'within', 'between', 'atLeast', 'before'] as const;

/** What stands around a deadline. */
export interface DeadlinePlace {
  readonly events: ReadonlyMap<string, Event>;
  /** Takes the events that are named. */
  readonly used: Set<string>;
  /** The words of the step's clauses. */
  readonly quoted: readonly string[];
  /** The yearly steps before this one, by their ids. */
  readonly rounds: ReadonlySet<string>;
}

/** A deadline of what an author wrote; `undefined` where it has a fault. */
export function loadDeadline(
  definition: DeadlineDefinition,
  path: DefinitionPath,
  place: DeadlinePlace,
  faults: Faults,
): Deadline | undefined {
  faults.add([...path, 'words'], quotationFault(definition.words, place.quoted));
  const given = KINDS.filter((kind) => definition[kind] !== undefined);
  if (given.length !== 1) {
    const all = KINDS.join(', ');
    faults.add(path, { zh: `${all} 中应有且只有一项`, en: `exactly one of ${all} is expected` });
    return undefined;
  }
  return new DeadlineLoader(definition, path, place, faults).deadline();
}

class DeadlineLoader {
  readonly #definition: DeadlineDefinition;
  readonly #path: DefinitionPath;
  readonly #place: DeadlinePlace;
  readonly #faults: Faults;

  constructor(definition: DeadlineDefinition, path: DefinitionPath, place: DeadlinePlace, faults: Faults) {
    this.#definition = definition;
    this.#path = path;
    this.#place = place;
    this.#faults = faults;
  }

  deadline(): Deadline | undefined {
    const { words, yearly, within, between, atLeast, before, after, round } = this.#definition;
    if (yearly === undefined && round !== undefined) this.#useless('round');
    if ((yearly ?? before) !== undefined && after !== undefined) this.#useless('after');
    if (yearly !== undefined) return { kind: 'yearly', words, month: yearly, round: this.#round(round) };
    if (before !== undefined) {
      const event = this.#event(before, 'before');
      return event && { kind: 'before', words, event };
    }
    if (after === undefined) {
      this.#faults.add(this.#path, { zh: '缺少 after：从什么时候算起', en: 'after is missing: what it runs from' });
      return undefined;
    }
    const event = this.#event(after, 'after');
    if (within) {
      const period = this.#period(within, 'within');
      return event && period && { kind: 'within', words, period, after: event };
    }
    if (atLeast) {
      const period = this.#period(atLeast, 'atLeast');
      return event && period && { kind: 'at-least', words, period, after: event };
    }
    const [from, to] = [between?.from, between?.to].map((period) => this.#period(period ?? {}, 'between'));
    return event && from && to && { kind: 'between', words, from, to, after: event };
  }

  #useless(entry: 'after' | 'round'): void {
    this.#faults.add([...this.#path, entry], { zh: `这里 ${entry} 不起作用`, en: `${entry} does nothing here` });
  }

  #round(step: string | undefined): string | null {
    if (step === undefined) return null;
    if (!this.#place.rounds.has(step)) {
      const wording = {
        zh: `前面没有每年有期限的步骤“${step}”`,
        en: `there is no step "${step}" before this one with a yearly deadline`,
      };
      this.#faults.add([...this.#path, 'round'], withNearest(wording, step, this.#place.rounds));
    }
    return step;
  }

  #event(key: string, entry: string): Event | undefined {
    const { events, used } = this.#place;
    used.add(key);
    const found = events.get(key);
    if (!found) {
      const wording = { zh: `events 里没有“${key}”`, en: `there is no "${key}" in events` };
      this.#faults.add([...this.#path, entry], withNearest(wording, key, events.keys()));
    }
    return found;
  }

  #period({ months, workingDays }: PeriodDefinition, entry: string): Period | undefined {
    if (months !== undefined && workingDays === undefined) return { months };
    if (workingDays !== undefined && months === undefined) return { workingDays };
    this.#faults.add([...this.#path, entry], {
      zh: 'months、workingDays 中应有且只有一项',
      en: 'exactly one of months and workingDays is expected',
    });
    return undefined;
  }
}
