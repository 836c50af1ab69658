import { append } from '../sheets/lists.ts';
import type { Finding } from './finding.ts';
import { mayBeTogether } from './missing-together.ts';
import { tellingOf, type FindingSink, type FormFinding } from './finding-list.ts';

/** A finding as it was written, with what it came from. */
export interface Entry extends FormFinding {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  /** The task that it comes from, by its turn. */
  readonly task: number;
}

/** The findings of one row of a sheet. */
interface RowOfFindings {
  entries: readonly Entry[];
  told: readonly FormFinding[];
}

/** One more than a sheet can have rows, and a row for the sheet as a whole. */
const ROWS = 2 ** 21;

/**
 * Findings by the rows in which they stand, so that those of single rows can be replaced. What it tells is what a
 * `FindingList` of the same findings has.
 */
export class FindingBook {
  /** The keys of all rows with findings, ascending, and in the same order the rows. */
  readonly #keys: number[] = [];
  readonly #rows: RowOfFindings[] = [];
  #isMissingChanged = false;
  /** How many entries come from each task. */
  readonly #counts: number[] = [];

  constructor(entries: readonly Entry[]) {
    const rows = new Map<number, Entry[]>();
    for (const entry of entries) {
      const key = keyOf(entry.sheet, entry.row);
      const here = rows.get(key);
      if (here) here.push(entry);
      else rows.set(key, [entry]);
      this.#counts[entry.task] = (this.#counts[entry.task] ?? 0) + 1;
    }
    this.#keys = [...rows.keys()].sort((a, b) => a - b);
    this.#rows = this.#keys.map((key) => rowOf(rows.get(key) ?? []));
  }

  /** Whether since this was asked last findings came or went that may be told together. */
  takeMissingChanged(): boolean {
    const isChanged = this.#isMissingChanged;
    this.#isMissingChanged = false;
    return isChanged;
  }

  /** Puts entries in place of those of a task, all of them or only those in some rows of a sheet. */
  replace(
    task: number,
    where: { readonly sheet: number; readonly rows: readonly number[] } | 'all',
    entries: readonly Entry[],
  ): void {
    if ((this.#counts[task] ?? 0) === 0 && entries.length === 0) return;
    const left = new Map<number, Entry[]>();
    const keys = where === 'all' ? this.#keys : where.rows.map((row) => keyOf(where.sheet, row));
    for (const key of keys) {
      const here = this.#at(key);
      if (!here?.entries.some((entry) => entry.task === task)) continue;
      const others = here.entries.filter((entry) => entry.task !== task);
      this.#counts[task] = (this.#counts[task] ?? 0) - (here.entries.length - others.length);
      left.set(key, others);
    }
    for (const entry of entries) {
      const key = keyOf(entry.sheet, entry.row);
      const here = left.get(key) ?? [...(this.#at(key)?.entries ?? [])];
      here.push(entry);
      left.set(key, here);
      this.#counts[task] = (this.#counts[task] ?? 0) + 1;
    }
    for (const [key, here] of left) this.#set(key, here);
  }

  /** All findings in order, with the forms that they are of. */
  told(): { readonly findings: readonly Finding[]; readonly forms: readonly number[] } {
    const findings: Finding[] = [];
    const forms: number[] = [];
    for (const { told } of this.#rows) {
      for (const { finding, form } of told) {
        findings.push(finding);
        forms.push(form);
      }
    }
    return { findings, forms };
  }

  #set(key: number, entries: readonly Entry[]): void {
    const at = this.#indexOf(key);
    const before = this.#at(key);
    const row = entries.length === 0 ? undefined : rowOf(entries);
    const all = [...(before?.told ?? []), ...(row?.told ?? [])];
    if (all.some(({ finding }) => mayBeTogether(finding))) this.#isMissingChanged = true;
    if (!row) {
      this.#keys.splice(at, before ? 1 : 0);
      this.#rows.splice(at, before ? 1 : 0);
    } else if (before) this.#rows[at] = row;
    else {
      this.#keys.splice(at, 0, key);
      this.#rows.splice(at, 0, row);
    }
  }

  #at(key: number): RowOfFindings | undefined {
    const at = this.#indexOf(key);
    return this.#keys[at] === key ? this.#rows[at] : undefined;
  }

  #indexOf(key: number): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#keys[middle] ?? 0) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function keyOf(sheet: number, row: number): number {
  return sheet * ROWS + row + 1;
}

function rowOf(entries: readonly Entry[]): RowOfFindings {
  if (entries.length === 1) return { entries, told: entries };
  const sorted = [...entries].sort(compare);
  const told: FormFinding[] = [];
  for (let from = 0, to; from < sorted.length; from = to) {
    to = from + 1;
    while (to < sorted.length && sorted[to]?.column === sorted[from]?.column) to++;
    append(told, tellingOf(sorted.slice(from, to)));
  }
  return { entries: sorted, told };
}

function compare(a: Entry, b: Entry): number {
  if (a.column !== b.column) return a.column - b.column;
  if (a.finding.rule !== b.finding.rule) return a.finding.rule < b.finding.rule ? -1 : 1;
  return a.task - b.task;
}

/** Takes in findings as entries of the task at work. */
export class EntrySink implements FindingSink {
  task = 0;
  #entries: Entry[] = [];

  add(finding: Finding, form: number, sheet: number, row: number, column: number): void {
    this.#entries.push({ finding, form, sheet, row, column, task: this.task });
  }

  /** What was taken in since it was asked last. */
  take(): readonly Entry[] {
    const entries = this.#entries;
    this.#entries = [];
    return entries;
  }
}
