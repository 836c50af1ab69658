import { foldCase } from './coercion.ts';

/** A pattern's stretch between two `*`; `null` stands for `?`, any one character. */
type Stretch = readonly (string | null)[];

/** A text with wildcards (`*` any characters, `?` any one, `~` before one of them takes it literally), case ignored. */
export interface Wildcard {
  readonly stretches: readonly Stretch[];
  /** The pattern in lower case where it has no wildcards and its characters are plain: most are, and need no pattern. */
  readonly literal: string | undefined;
}

/** Characters of two units, or which change their number in lower case: these go the slow way. */
const NOT_PLAIN = /[\u0130\u03a3\ud800-\udfff]/;

export function parseWildcard(pattern: string): Wildcard {
  const characters = Array.from(pattern, foldCase);
  const stretches: (string | null)[][] = [[]];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    const next = characters[at + 1];
    if (character === '~' && (next === '*' || next === '?' || next === '~')) {
      stretches.at(-1)?.push(next);
      at++;
    } else if (character === '*') stretches.push([]);
    else stretches.at(-1)?.push(character === '?' ? null : character);
  }
  const isLiteral = stretches.length === 1 && !stretches[0]?.includes(null);
  const literal = isLiteral ? stretches[0]?.join('') : undefined;
  return { stretches, literal: literal === undefined || NOT_PLAIN.test(literal) ? undefined : literal };
}

/**
 * Whether the whole text matches. Each stretch is taken at its first place, which is enough: a later one leaves less room for the rest.
 * So time grows with text × pattern and never faster, whatever the pattern.
 */
export function matchesWildcard(wildcard: Wildcard, text: string): boolean {
  const { literal } = wildcard;
  if (literal !== undefined && !NOT_PLAIN.test(text)) {
    return text.length === literal.length && (text === literal || foldCase(text) === literal);
  }
  const characters = Array.from(text, foldCase);
  const first = wildcard.stretches[0] ?? [];
  if (wildcard.stretches.length === 1) return first.length === characters.length && standsAt(first, characters, 0);
  const last = wildcard.stretches.at(-1) ?? [];
  const end = characters.length - last.length;
  if (end < first.length || !standsAt(first, characters, 0) || !standsAt(last, characters, end)) return false;
  const after = firstPlaces(wildcard.stretches.slice(1, -1), characters.slice(0, end), first.length);
  return after !== undefined;
}

/** Where (counted in characters from 0) the pattern first begins to match, `undefined` if nowhere. */
export function searchWildcard(wildcard: Wildcard, text: string, from: number): number | undefined {
  const { literal } = wildcard;
  if (literal !== undefined && !NOT_PLAIN.test(text)) {
    const place = foldCase(text).indexOf(literal, from);
    return place < 0 ? undefined : place;
  }
  const characters = Array.from(text, foldCase);
  const [first = [], ...others] = wildcard.stretches;
  const start = placeOf(first, characters, from);
  if (start === undefined) return undefined;
  return firstPlaces(others, characters, start + first.length) === undefined ? undefined : start;
}

/** The place behind the last stretch when each is put at its first place after the one before. */
function firstPlaces(stretches: readonly Stretch[], characters: readonly string[], from: number): number | undefined {
  let at = from;
  for (const stretch of stretches) {
    const place = placeOf(stretch, characters, at);
    if (place === undefined) return undefined;
    at = place + stretch.length;
  }
  return at;
}

function placeOf(stretch: Stretch, characters: readonly string[], from: number): number | undefined {
  for (let at = from; at + stretch.length <= characters.length; at++) {
    if (standsAt(stretch, characters, at)) return at;
  }
  return undefined;
}

function standsAt(stretch: Stretch, characters: readonly string[], at: number): boolean {
  return stretch.every((character, index) => character === null || character === characters[at + index]);
}
