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
  numbersOf({ readings }: FilledColumn): Uint32Array {
    const numbers = new Uint32Array(readings.length);
    readings.forEach(({ state, value, text }, id) => {
      if (state !== 'blank') numbers[id] = this.#numberOf(nameKey(String(value ?? text)));
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
