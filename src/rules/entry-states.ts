import { saysNotApplicable } from '../forms/values/blank.ts';
import type { Reading } from '../forms/reading.ts';
import { readingAt, type EntryRow, type FilledColumn, type FilledTable } from '../locate/filled.ts';
import type { Place } from './rule.ts';

/** What a checklist says of an entry. */
export type EntryState =
  /** The entry has no row. */
  | 'absent'
  /** It has a row, and nothing in it says how it stands. */
  | 'blank'
  | 'not-applicable'
  /** Anything else: it is there. */
  | 'given';

/** The entries of a checklist with what its column of states says of them. */
export class EntryStates {
  readonly #table: FilledTable;
  readonly #column: FilledColumn;
  readonly #notApplicable: string;

  constructor(table: FilledTable, column: FilledColumn, notApplicable: string) {
    this.#table = table;
    this.#column = column;
    this.#notApplicable = notApplicable;
  }

  /** What an entry's own row says; a part of what does not apply does not apply either, where nothing else is said. */
  stateOf(entry: number): EntryState {
    const own = this.#ownState(entry);
    const heading = this.#table.table.entries?.list[entry]?.heading ?? null;
    const isOpen = own === 'absent' || own === 'blank';
    return isOpen && heading !== null && this.stateOf(heading) === 'not-applicable' ? 'not-applicable' : own;
  }

  #ownState(entry: number): EntryState {
    const found = this.#table.entries[entry];
    if (!found) return 'absent';
    if (found.row === undefined) return 'blank';
    const reading = readingAt(this.#column, found.row);
    if (this.#saysNotApplicable(reading)) return 'not-applicable';
    return reading.state === 'blank' ? 'blank' : 'given';
  }

  #saysNotApplicable({ state, value, text }: Reading): boolean {
    return state === 'blank' ? saysNotApplicable(text) : value === this.#notApplicable;
  }

  /** Where a finding on an entry stands: its cell in the column of states. */
  placeOf({ sheetRow, row }: EntryRow): Place {
    const { key } = this.#column.column;
    if (row !== undefined) return { table: this.#table.table.key, column: key, row };
    const { sheet } = this.#table.located;
    return { sheet, cell: { row: sheetRow, column: this.#column.located.at }, name: key };
  }
}
