import type { Reading } from '../forms/reading.ts';
import type { FilledColumn } from '../locate/filled.ts';
import type { RowClasses } from './combinations.ts';
import { nameKey } from './name-keys.ts';

const byReading = new WeakMap<FilledColumn, RowClasses>();
const byName = new WeakMap<FilledColumn, RowClasses>();

/** The rows of a column by what stands in them, one class a reading; made once, for many rules ask for the same columns. */
export function readingClasses(column: FilledColumn): RowClasses {
  let classes = byReading.get(column);
  if (!classes) byReading.set(column, (classes = { ids: column.ids, count: column.readings.length }));
  return classes;
}

/**
 * The rows of a column by what they name: spellings of one name are one class, whatever is blank is class 0. Where
 * nothing has two spellings these are the {@link readingClasses} themselves, so that what is made of them is shared too.
 */
export function nameClasses(column: FilledColumn): RowClasses {
  let classes = byName.get(column);
  if (!classes) byName.set(column, (classes = makeNameClasses(column)));
  return classes;
}

const names = new WeakMap<readonly Reading[], string[]>();

/** What each reading of a column names; `''` for a blank one. */
export function namesOf({ readings }: FilledColumn): readonly string[] {
  const known = names.get(readings) ?? [];
  names.set(readings, known);
  for (let id = known.length; id < readings.length; id++) {
    const { state = 'blank', value = null, text = '' } = readings[id] ?? {};
    known.push(state === 'blank' ? '' : nameKey(String(value ?? text)));
  }
  return known;
}

/** The rows that name in each of some columns one of the names sought there. */
export function rowsNaming(
  sought: readonly { readonly column: FilledColumn; readonly names: readonly string[] }[],
  rows: number,
): readonly number[] {
  const [first, ...others] = sought.map(({ column, names: wanted }) => ({
    ids: column.ids,
    isOne: marksOf(column, wanted),
  }));
  const found = first ? rowsMarked(first.ids, first.isOne) : Array.from({ length: rows }, (_, row) => row);
  return others.reduce((left, { ids, isOne }) => left.filter((row) => isOne[ids[row] ?? 0] === 1), found);
}

/** 1 for each reading that names one of these. */
function marksOf(column: FilledColumn, wanted: readonly string[]): Uint8Array {
  const all = namesOf(column);
  const marks = new Uint8Array(all.length);
  for (let id = 0; id < all.length; id++) if (wanted.includes(all[id] ?? '')) marks[id] = 1;
  return marks;
}

/** A loop by itself, for an engine to compile it soon. */
function rowsMarked(ids: Uint32Array, marks: Uint8Array): number[] {
  const found: number[] = [];
  for (let row = 0; row < ids.length; row++) if (marks[ids[row] ?? 0] === 1) found.push(row);
  return found;
}

/** A row of a column was read again: what was made of the column holds no longer. */
export function forgetClasses(column: FilledColumn): void {
  byReading.delete(column);
  byName.delete(column);
}

function makeNameClasses(column: FilledColumn): RowClasses {
  const names = new NameNumbers();
  const numbers = names.numbersOf(column);
  if (numbers.every((number, id) => number === id)) return readingClasses(column);
  return { ids: mapped(column.ids, numbers), count: names.count };
}

/** Numbers names in the order of their first mention, over several columns; 0 is blank. */
export class NameNumbers {
  readonly #known = new Map<string, number>();

  /** One more than there are names: blank counts. */
  get count(): number {
    return this.#known.size + 1;
  }

  /** For each reading of a column the number of its name. */
  numbersOf(column: FilledColumn): Uint32Array {
    const { readings } = column;
    const numbers = new Uint32Array(readings.length);
    namesOf(column).forEach((name, id) => {
      if (readings[id]?.state !== 'blank') numbers[id] = this.#numberOf(name);
    });
    return numbers;
  }

  #numberOf(name: string): number {
    let number = this.#known.get(name);
    if (number === undefined) this.#known.set(name, (number = this.#known.size + 1));
    return number;
  }
}

/** For each row what its reading's number is mapped to. */
export function mapped(ids: Uint32Array, to: Uint32Array): Uint32Array {
  const result = new Uint32Array(ids.length);
  for (let row = 0; row < ids.length; row++) result[row] = to[ids[row] ?? 0] ?? 0;
  return result;
}
