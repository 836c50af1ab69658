import { greatestOf } from '../../sheets/lists.ts';
import { elementsIn, Failed, isSeries } from './outcome.ts';
import type { Outcome, Value } from './outcome.ts';

/**
 * Makes a function of single values one of columns and arrays as well, element by element: a single value goes with every
 * element, a shorter array has no partner (#N/A) for the rest of a longer one.
 */
export function lift(apply: (outcomes: readonly Outcome[]) => Outcome): (values: readonly Value[]) => Value {
  return (values) => {
    if (values.every((value): value is Outcome => !isSeries(value))) return apply(values);
    const sequences = values.map(elementsIn);
    const length = greatestOf(sequences.map((sequence) => sequence.length));
    const table = values.filter(isSeries).find((series) => series.table !== null)?.table ?? null;
    const results: Outcome[] = [];
    for (let index = 0; index < length; index++) {
      results.push(apply(sequences.map((sequence) => elementAt(sequence, index))));
    }
    return { table, values: results };
  };
}

function elementAt(sequence: readonly Outcome[], index: number): Outcome {
  const element = sequence.length === 1 ? sequence[0] : sequence[index];
  return element === undefined ? Failed : element;
}
