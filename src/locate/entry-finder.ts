import { foldLabel } from '../forms/fold.ts';
import type { Entry } from '../forms/form.ts';

/** Longer texts are no entry that somebody has typed once more. */
const LONGEST = 200;
/** Of how many pairs of characters two texts with the same number must have half in common, without one nearly all. */
const ALIKE = 0.75;
const ALIKE_WITH_NUMBER = 0.5;

/** An entry's words or a cell's, ready to be compared. */
interface Words {
  /** The number, however it is written: 一、 第一章 and 1. are `1`, （一） is `(1)`, 1.2 is `1.2`; `''` without one. */
  readonly number: string;
  /** The rest, folded. */
  readonly name: string;
  readonly pairs: ReadonlySet<string>;
}

/** Finds the entries that a form prints in its rows, however they were typed once more. */
export class EntryFinder {
  readonly #spellings: readonly { readonly at: number; readonly words: Words }[];
  readonly #count: number;
  readonly #known = new Map<string, Candidates>();

  constructor(entries: readonly Entry[]) {
    this.#count = entries.length;
    this.#spellings = entries.flatMap(({ text, same }, at) =>
      [text, ...same].map((spelling) => ({ at, words: wordsOf(spelling) })),
    );
  }

  /** Whether a text is one of the entries. */
  has(text: string): boolean {
    const { exact, like } = this.#candidates(text);
    return exact.length > 0 || like !== undefined;
  }

  /** Whether a text has the words and the number of an entry: no title has both. */
  hasNumbered(text: string): boolean {
    if (text.length > LONGEST) return false;
    const { number, name } = wordsOf(text);
    return number !== '' && this.#spellings.some(({ words }) => words.number === number && words.name === name);
  }

  /**
   * For each entry the first of some texts that is it, by the text's place; `undefined` where none is. Where the same
   * words head two entries they are taken in turn; what is only like an entry stands back behind what is one.
   */
  assign(texts: readonly string[]): readonly (number | undefined)[] {
    const places = new Array<number | undefined>(this.#count).fill(undefined);
    const candidates = texts.map((text) => this.#candidates(text));
    candidates.forEach(({ exact }, place) => {
      const entry = exact.find((at) => places[at] === undefined);
      if (entry !== undefined) places[entry] = place;
    });
    candidates.forEach(({ like }, place) => {
      if (like !== undefined) places[like] ??= place;
    });
    return places;
  }

  #candidates(text: string): Candidates {
    if (text.length === 0 || text.length > LONGEST) return NONE;
    let found = this.#known.get(text);
    if (!found) this.#known.set(text, (found = this.#judge(wordsOf(text))));
    return found;
  }

  #judge(words: Words): Candidates {
    if (words.name === '') return NONE;
    const named = this.#spellings.filter((one) => one.words.name === words.name);
    const numbered = named.filter((one) => one.words.number === words.number);
    const exact = [...new Set([...numbered, ...named].map(({ at }) => at))];
    return exact.length > 0 ? { exact, like: undefined } : { exact, like: this.#likest(words) };
  }

  #likest(words: Words): number | undefined {
    let best: { readonly at: number; readonly likeness: number } | undefined;
    for (const one of this.#spellings) {
      const likeness = likenessOf(one.words, words);
      const sameNumber = words.number !== '' && one.words.number === words.number;
      if (likeness < (sameNumber ? ALIKE_WITH_NUMBER : ALIKE)) continue;
      if (!best || likeness > best.likeness) best = { at: one.at, likeness };
    }
    return best?.at;
  }
}

/** Entries by their place in the list: those that have a text's words, the likeliest first, or one that is only like it. */
interface Candidates {
  readonly exact: readonly number[];
  readonly like: number | undefined;
}

const NONE: Candidates = { exact: [], like: undefined };

const NUMBER =
  /^(?:第([一二三四五六七八九十百\d]+)[章节篇条部](?:分)?|\(([一二三四五六七八九十\d]+)\)|([一二三四五六七八九十]+)[、.．]|(\d+(?:\.\d+)*)[、.．)]?)/u;
/** More characters of a text than this are not compared. */
const LONGEST_NAME = 80;

function wordsOf(text: string): Words {
  const plain = text.replace(/\s+/gu, '').normalize('NFKC');
  const match = NUMBER.exec(plain);
  const rest = match ? plain.slice(match[0].length) : plain;
  const [, chapter, bracketed, listed, decimal] = match ?? [];
  const number = bracketed === undefined ? figures(chapter ?? listed ?? decimal ?? '') : `(${figures(bracketed)})`;
  const name = foldLabel(rest)
    .replace(/[、，,。.;；]+$/u, '')
    .slice(0, LONGEST_NAME);
  const characters = Array.from(name);
  return { number, name, pairs: new Set(characters.slice(1).map((one, i) => (characters[i] ?? '') + one)) };
}

const DIGITS = '零一二三四五六七八九';

/** Chinese numerals below a hundred in figures; anything else as it is. */
function figures(numeral: string): string {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u.exec(numeral);
  if (!match || numeral === '') return numeral;
  const [, tens, ten, ones = ''] = match;
  if (ten === undefined) return numeral.length === 1 ? String(DIGITS.indexOf(numeral)) : numeral;
  return String((tens === undefined ? 1 : DIGITS.indexOf(tens)) * 10 + Math.max(0, DIGITS.indexOf(ones || '零')));
}

/** How much two names have in common, by pairs of characters; 0 to 1. */
function likenessOf(a: Words, b: Words): number {
  if (a.pairs.size === 0 || b.pairs.size === 0) return 0;
  let shared = 0;
  for (const pair of b.pairs) if (a.pairs.has(pair)) shared++;
  return (2 * shared) / (a.pairs.size + b.pairs.size);
}
