import type { Option } from '../form.ts';
import { foldValue } from '../fold.ts';
import { isExcluded } from './options.ts';

/** Longer texts are no misspelt options. */
const LONGEST_JUDGED = 64;
/** Words that turn an option into its opposite: a text and an option must have the same number of them. */
const NEGATIONS = /[不无非未否没勿免禁]/gu;

/**
 * The one option that a text is a slip of, and `undefined` wherever that is not certain: the distance allowed grows
 * with the option's length, two options alike leave it open, and neither a negation nor a digit may differ.
 */
export function nearestOption(text: string, options: readonly Option[]): Option | undefined {
  if (text.length > LONGEST_JUDGED) return undefined;
  const folded = foldValue(text);
  const length = Array.from(folded).length;
  if (length < 2) return undefined;
  let best: Option | undefined;
  let bestDistance = Infinity;
  let isTied = false;
  for (const option of options) {
    if (isExcluded(folded, option)) return undefined;
    const distance = distanceTo(folded, option);
    if (distance === undefined) continue;
    if (distance < bestDistance) {
      best = option;
      bestDistance = distance;
      isTied = false;
    } else if (distance === bestDistance) isTied = true;
  }
  if (!best || isTied || opposes(folded, best)) return undefined;
  // Where an opposite lies as near (元条件共享: 有条件共享 or 无条件共享?) nobody can tell.
  const rival = options.some(
    (option) => option !== best && opposes(folded, option) && isNear(folded, option, bestDistance),
  );
  return rival ? undefined : best;
}

function isNear(folded: string, option: Option, limit: number): boolean {
  const distance = editDistance(folded, foldValue(option.value), limit);
  return distance <= limit;
}

/** The least distance to a spelling of an option that is within what its length allows. */
function distanceTo(folded: string, option: Option): number | undefined {
  let least: number | undefined;
  for (const spelling of [option.value, ...option.same, ...option.synonyms]) {
    if (spelling.endsWith('*')) continue;
    const target = foldValue(spelling);
    if (digitsOf(target) !== digitsOf(folded) || negations(target) !== negations(folded)) continue;
    const distance = isCutOff(folded, target) ? 1 : editDistance(folded, target, allowed(target));
    if (distance <= allowed(target) && (least === undefined || distance < least)) least = distance;
  }
  return least;
}

/** 有条件 of 有条件共享: the beginning, at least half of it. */
function isCutOff(folded: string, target: string): boolean {
  return (
    /\p{Script=Han}/u.test(target) &&
    target.startsWith(folded) &&
    folded.length * 2 >= target.length &&
    allowed(target) > 0
  );
}

/** How many slips a spelling of this length may have; Latin names are short and close to one another (xls, xlsx). */
function allowed(target: string): number {
  const length = Array.from(target).length;
  if (!/\p{Script=Han}/u.test(target)) return length < 6 ? 0 : length <= 10 ? 1 : 2;
  if (length < 3) return 0;
  return length <= 6 ? 1 : length <= 12 ? 2 : 3;
}

function opposes(folded: string, option: Option): boolean {
  return negations(folded) !== negations(foldValue(option.value));
}

function negations(text: string): number {
  return text.match(NEGATIONS)?.length ?? 0;
}

function digitsOf(text: string): string {
  return text.replace(/\D+/gu, ' ').trim();
}

/**
 * Edits that make one text of the other: a character put in, left out, exchanged, or two neighbours swapped (optimal
 * string alignment). Gives up above the limit, with any number greater than it.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const from = Array.from(a);
  const to = Array.from(b);
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? limit + 1;
}
