import type { Expression } from '../forms/expressions/expression.ts';
import type { FilledForm, FilledTable } from '../locate/filled.ts';
import type { EntryStates } from './entry-states.ts';
import type { RowView } from './rule.ts';

/** Entries of a checklist that are asked for only on a condition, or never. */
export interface EntryConditions {
  /** `asks`: the field that decides; without one its being blank is an answer. */
  readonly conditional: readonly {
    readonly entries: readonly string[];
    readonly when: Expression;
    readonly asks?: string | undefined;
  }[];
  readonly free: readonly string[];
}

/** Whether an entry is asked for; `open`: the field that decides is blank. */
type Demand = 'asked' | 'not-asked' | { readonly open: string };

/** Which entries of a checklist must say how they stand: what the form's own answers rule out need not. */
export class AskedEntries {
  readonly #table: FilledTable;
  readonly #states: EntryStates;
  readonly #own: readonly Demand[];

  constructor(
    form: FilledForm,
    table: FilledTable,
    states: EntryStates,
    { conditional, free }: EntryConditions,
    evaluate: RowView['evaluate'],
  ) {
    this.#table = table;
    this.#states = states;
    const demands = conditional.map(({ when, asks }): Demand => {
      if (asks !== undefined && (form.fields.get(asks)?.reading.state ?? 'blank') === 'blank') return { open: asks };
      return evaluate(when) === true ? 'asked' : 'not-asked';
    });
    this.#own = this.#list.map(({ text }): Demand => {
      if (free.includes(text)) return 'not-asked';
      return demands[conditional.findIndex(({ entries }) => entries.includes(text))] ?? 'asked';
    });
  }

  /** Whether an entry has a row that should say how it stands, and does not; a heading does by its parts. */
  isUnanswered(entry: number): boolean {
    if (this.#states.stateOf(entry) !== 'blank' || this.#demandOf(entry) !== 'asked') return false;
    return !hasPartsIn(this.#table, entry) || !this.#partsSpeak(entry);
  }

  /** The blank entries of which nobody can say whether they are needed, by their headings, and the fields that decide. */
  open(): { readonly entries: readonly string[]; readonly fields: readonly string[] } {
    const entries = new Set<string>();
    const fields = new Set<string>();
    for (const at of this.#list.keys()) {
      const demand = this.#demandOf(at);
      if (typeof demand !== 'object' || hasPartsIn(this.#table, at) || this.#states.stateOf(at) !== 'blank') continue;
      entries.add(this.#list[this.#openedBy(at)]?.text ?? '');
      fields.add(demand.open);
    }
    return { entries: [...entries], fields: [...fields] };
  }

  get #list(): NonNullable<FilledTable['table']['entries']>['list'] {
    return this.#table.table.entries?.list ?? [];
  }

  /** What holds for a heading holds for its parts: none of them is needed where it is not. */
  #demandOf(entry: number): Demand {
    const heading = this.#list[entry]?.heading ?? null;
    const above = heading === null ? 'asked' : this.#demandOf(heading);
    return above === 'asked' ? (this.#own[entry] ?? 'asked') : above;
  }

  /** The highest heading of an open entry that is open as well, or the entry itself. */
  #openedBy(entry: number): number {
    const heading = this.#list[entry]?.heading ?? null;
    return heading === null || this.#demandOf(heading) === 'asked' ? entry : this.#openedBy(heading);
  }

  /** Whether any part of a heading says how it stands, or is told that it does not. */
  #partsSpeak(entry: number): boolean {
    return this.#list.some(({ heading }, part) => {
      if (heading !== entry) return false;
      const state = this.#states.stateOf(part);
      if (state === 'given' || state === 'not-applicable') return true;
      return (state === 'blank' && this.isUnanswered(part)) || this.#partsSpeak(part);
    });
  }
}

/** Whether any of the parts that an entry heads has a row: then they say how it stands. */
export function hasPartsIn(table: FilledTable, entry: number): boolean {
  const list = table.table.entries?.list ?? [];
  return list.some(
    ({ heading }, part) => heading === entry && (table.entries[part] !== undefined || hasPartsIn(table, part)),
  );
}
