/**
 * Lists as long as a sheet has rows: handed to a function one argument each (`push(...rows)`, `Math.max(...rows)`), they
 * overflow the stack from some hundred thousand on.
 */

/** Adds elements at the end of a list. */
export function append<T>(list: T[], elements: Iterable<T>): void {
  for (const element of elements) list.push(element);
}

/** The least of numbers; `Infinity` of none. */
export function leastOf(numbers: Iterable<number>): number {
  let least = Infinity;
  for (const number of numbers) if (number < least) least = number;
  return least;
}

/** The greatest of numbers; `-Infinity` of none. */
export function greatestOf(numbers: Iterable<number>): number {
  let greatest = -Infinity;
  for (const number of numbers) if (number > greatest) greatest = number;
  return greatest;
}
