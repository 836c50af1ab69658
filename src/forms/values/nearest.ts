import type { Option } from '../form.ts';
import { foldValue } from '../fold.ts';
import { leastOf } from '../../sheets/lists.ts';
import { isExcluded } from './options.ts';

/** Longer texts are no misspelt options. */
const LONGEST_JUDGED = 64;
/** Words that turn an option into its opposite: a text and an option must have the same number of them. */
const NEGATIONS = /[不无非未否没勿免禁]/gu;

/** A spelling of an option, prepared for being compared with many texts. */
interface Target {
  readonly option: Option;
  readonly characters: readonly string[];
  readonly folded: string;
  readonly digits: string;
  readonly negations: number;
  /** How many slips it may have. */
  readonly allowed: number;
  readonly isHan: boolean;
  /** Whether it is the listed spelling itself. */
  readonly isListed: boolean;
}

const targetLists = new WeakMap<readonly Option[], readonly Target[]>();

/**
 * The one option that a text is a slip of, and `undefined` wherever that is not certain: the distance allowed grows
 * with the option's length, two options alike leave it open, and neither a negation nor a digit may differ.
 */
export function nearestOption(text: string, options: readonly Option[]): Option | undefined {
  if (text.length > LONGEST_JUDGED) return undefined;
  const folded = foldValue(text);
  const characters = Array.from(folded);
  if (characters.length < 2) return undefined;
  const digits = numeralsIn(folded);
  const negated = negationsIn(folded);
  let best: Option | undefined;
  let bestDistance = Infinity;
  let isTied = false;
  let opposite = Infinity;
  for (const target of targetsOf(options)) {
    const isOpposite = target.negations !== negated;
    if (target.digits !== digits || (isOpposite && !target.isListed)) continue;
    const distance = distanceTo(target, folded, characters);
    if (distance > target.allowed) continue;
    if (isOpposite) opposite = Math.min(opposite, distance);
    else if (distance < bestDistance) {
      isTied = false;
      best = target.option;
      bestDistance = distance;
    } else if (distance === bestDistance && target.option !== best) isTied = true;
  }
  // Where an opposite lies as near (元条件共享: 有条件共享 or 无条件共享?) nobody can tell.
  if (isTied || opposite <= bestDistance) return undefined;
  return options.some((option) => isExcluded(folded, option)) ? undefined : best;
}

/** More than `allowed` where it is too far. */
function distanceTo(target: Target, folded: string, characters: readonly string[]): number {
  const { length } = target.characters;
  // 有条件 of 有条件共享: the beginning, at least half of it.
  if (target.isHan && characters.length * 2 >= length && target.folded.startsWith(folded)) return 1;
  if (Math.abs(length - characters.length) > target.allowed) return Infinity;
  let missing = 0;
  for (const character of target.characters) {
    if (!folded.includes(character) && ++missing > target.allowed) return Infinity;
  }
  return alignmentDistance(characters, target.characters, target.allowed);
}

function targetsOf(options: readonly Option[]): readonly Target[] {
  let targets = targetLists.get(options);
  if (!targets) {
    targets = options.flatMap((option) =>
      [option.value, ...option.same, ...option.synonyms]
        .filter((spelling) => !spelling.endsWith('*'))
        .map((spelling) => targetOf(option, spelling))
        .filter(({ allowed }) => allowed > 0),
    );
    targetLists.set(options, targets);
  }
  return targets;
}

function targetOf(option: Option, spelling: string): Target {
  const folded = foldValue(spelling);
  const characters = Array.from(folded);
  const isHan = /\p{Script=Han}/u.test(folded);
  return {
    option,
    characters,
    folded,
    digits: numeralsIn(folded),
    negations: negationsIn(folded),
    allowed: allowedSlips(characters.length, isHan, spelling === option.value),
    isHan,
    isListed: spelling === option.value,
  };
}

/**
 * Latin names are short and close to one another (xls, xlsx): they may have fewer slips. So are the short words that
 * stand for an option: 每学期 is no slip of 每星期.
 */
function allowedSlips(length: number, isHan: boolean, isListed: boolean): number {
  if (!isHan) return length < 6 ? 0 : length <= 10 ? 1 : 2;
  if (length < (isListed ? 3 : 4)) return 0;
  return length <= 6 ? 1 : length <= 12 ? 2 : 3;
}

function negationsIn(text: string): number {
  return text.match(NEGATIONS)?.length ?? 0;
}

/** Numbers in figures or characters: 一期 and 二期, 每年一次 and 每年两次 are different things. */
function numeralsIn(text: string): string {
  return text.replace(/[^\d一二三四五六七八九十百两双半]+/gu, ' ').trim();
}

/**
 * Edits that make one text of the other: a character put in, left out, exchanged, or two neighbours swapped (optimal
 * string alignment). Gives up above the limit, with a number greater than it.
 */
export function alignmentDistance(from: readonly string[], to: readonly string[], limit: number): number {
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
    if (leastOf(current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? limit + 1;
}
