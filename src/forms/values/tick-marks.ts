import type { Option } from '../form.ts';
import { withoutBrackets } from '../fold.ts';
import { append } from '../../sheets/lists.ts';
import { matchOption, optionIndex, type OptionIndex } from './options.ts';
import { tickedBesideBoxes } from './ticks-beside-boxes.ts';

/** What the marks of a text say. */
export type Ticks =
  | {
      readonly kind: 'chosen';
      readonly options: readonly Option[];
      /** Ticked options that say "other" and have no word on what. */
      readonly unexplained: readonly Option[];
    }
  /** The marks cannot be given to options for certain. */
  | { readonly kind: 'ambiguous' }
  /** Neither an option nor a box. */
  | { readonly kind: 'nothing' };

/** A mark, or the words between two marks that are one option or none. */
export interface Token {
  readonly kind: 'box' | 'item';
  readonly ticked: boolean;
  /** A tick by itself (√), which may stand beside a printed box as well as in its place. */
  readonly bare: boolean;
  readonly option: Option | undefined;
  /** Words behind an option that say more (其他：____ with something filled in). */
  readonly note: string;
  /** Blanks or punctuation stand before it. */
  readonly apart: boolean;
  /** The line of the text that it stands on. */
  readonly line: number;
}

const LONGEST = 4000;
/** ☒ is what Office's own check box shows when ticked. £ ¨ (empty), þ ü (ticked) are Wingdings letters. */
const BOX = /[□☐◻▢○◯◇￡£¨]|[☑☒■√✓✔●◆◼▣🗹þü]|[[［(（【] *(?:[xX×√✓✔vV☑●■*])? *[\]］)）】]/gu;
const BARE = /[√✓✔]/u;
const FILLED = /[☑☒■√✓✔●◆◼▣🗹þüxX×vV*]/u;
/** R is ☑ in Wingdings 2; without the font it is only a letter. */
const WINGDINGS_TICK = /(^|[^\w])R(?=\s?\p{Script=Han}|$)/gu;
const WINGDINGS_BOX = /[£￡]/u;
const OTHER = /^其[他它]/u;
/** Other alone wants a word on what; 其他资金 says it. */
const BARE_OTHER = /^其[他它]$/u;
const GAP = /[\s、，,;；|/／]+/u;

/** Reads marks and options out of a text: boxes before or behind their options, whichever fits the whole of it. */
export function tickedIn(text: string, options: readonly Option[]): Ticks {
  if (text.length > LONGEST) return { kind: 'nothing' };
  // Beside £, the empty box of the same font, R is no letter.
  const isWingdings = WINGDINGS_BOX.test(text);
  const marked = isWingdings ? text.replace(WINGDINGS_TICK, '$1☑') : text;
  const isDoubtful = !isWingdings && text.search(WINGDINGS_TICK) >= 0;
  const tokens = tokensOf(marked, optionIndex(options));
  const items = tokens.filter(({ kind }) => kind === 'item');
  const boxes = tokens.filter(({ kind }) => kind === 'box');
  const own = items.filter(({ option }) => option);
  if (boxes.length === 0) return withoutBoxes(own, items, options, isDoubtful);
  if (own.length === 0) {
    if (boxes.every(({ ticked }) => !ticked)) return chosen([]);
    return options.length === 1 && items.length === 0 ? chosen(options.map(bare)) : { kind: 'nothing' };
  }
  if (boxes.every(({ ticked }) => !ticked)) return isDoubtful ? { kind: 'ambiguous' } : chosen([]);
  const beside = tickedBesideBoxes(tokens);
  const ticked = beside === undefined ? tickedItems(tokens) : beside === 'unclear' ? undefined : beside;
  return ticked ? chosen(ticked) : { kind: 'ambiguous' };
}

function withoutBoxes(
  own: readonly Token[],
  items: readonly Token[],
  options: readonly Option[],
  isDoubtful: boolean,
): Ticks {
  if (isDoubtful && own.length > 0) return { kind: 'ambiguous' };
  if (own.length === 0 || (own.length < items.length && own.every(({ note }) => note === '')))
    return { kind: 'nothing' };
  // Every option without a mark is the printed list, not an answer.
  const distinct = new Set(own.map(({ option }) => option));
  return options.length > 1 && distinct.size === options.length ? { kind: 'ambiguous' } : chosen(own);
}

function bare(option: Option): Token {
  return { kind: 'item', ticked: true, bare: false, option, note: '', apart: false, line: 0 };
}

function chosen(tokens: readonly Token[]): Ticks {
  const options = [...new Set(tokens.flatMap(({ option }) => (option ? [option] : [])))];
  const unexplained = options.filter(
    (option) => BARE_OTHER.test(option.value) && tokens.every((token) => token.option !== option || token.note === ''),
  );
  return { kind: 'chosen', options, unexplained };
}

/** The ticked items, with the boxes read as standing before or behind; `undefined` where that stays open. */
function tickedItems(tokens: readonly Token[]): readonly Token[] | undefined {
  const before = assigned(withoutDoubles(tokens), 1);
  const behind = assigned(tokens, -1);
  if (!before || !behind) return (before ?? behind)?.items;
  if (sameItems(before.items, behind.items)) return before.items;
  if (before.closeness !== behind.closeness) return before.closeness > behind.closeness ? before.items : behind.items;
  if (before.known !== behind.known) return before.known > behind.known ? before.items : behind.items;
  return undefined;
}

function sameItems(a: readonly Token[], b: readonly Token[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

/** □√是: the printed box and the tick beside it are one, where boxes stand before. */
function withoutDoubles(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter((token, at) => {
    const next = tokens[at + 1];
    return !(token.kind === 'box' && !token.ticked && next?.kind === 'box' && next.ticked && !next.apart);
  });
}

/** Gives each box to the item next to it; `undefined` where a box has none. */
function assigned(
  tokens: readonly Token[],
  step: 1 | -1,
): { readonly items: readonly Token[]; readonly closeness: number; readonly known: number } | undefined {
  const items: Token[] = [];
  let closeness = 0;
  let known = 0;
  for (const [at, box] of tokens.entries()) {
    if (box.kind !== 'box') continue;
    const item = tokens[at + step];
    if (item?.kind !== 'item') return undefined;
    if (!(step === 1 ? item : box).apart) closeness++;
    if (item.option) known++;
    if (box.ticked) items.push(item);
  }
  return { items, closeness, known };
}

function tokensOf(text: string, index: OptionIndex): readonly Token[] {
  const tokens: Token[] = [];
  let from = 0;
  let apart = false;
  let line = 0;
  const words = (segment: string): void => {
    const found = itemsOf(segment, index, apart, line);
    append(tokens, found);
    apart = found.length > 0 ? /[\s、，,;；|/／:：]$/u.test(segment) : apart || segment !== '';
  };
  const lines = (segment: string): void => {
    // An option may itself be broken by a line break.
    const isBroken = segment.trim().includes('\n') && matchOption(segment, index) !== undefined;
    const pieces = isBroken ? segment.split(/^(?:\s*\n)|\n\s*$/u) : segment.split('\n');
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) {
        line++;
        apart = true;
      }
      words(piece);
    }
  };
  for (const match of text.matchAll(BOX)) {
    lines(text.slice(from, match.index));
    const [mark] = match;
    const ticked = FILLED.test(mark);
    tokens.push({ kind: 'box', ticked, bare: BARE.test(mark), option: undefined, note: '', apart, line });
    apart = false;
    from = match.index + mark.length;
  }
  lines(text.slice(from));
  return tokens;
}

/** The options and other words between two boxes. */
function itemsOf(segment: string, index: OptionIndex, apartFirst: boolean, line: number): readonly Token[] {
  const text = segment.replace(/[_＿]+/gu, ' ').trim();
  if (text === '') return [];
  const startsApart = apartFirst || /^[\s_＿、，,;；|/／:：]/u.test(segment);
  const item = (option: Option | undefined, note: string, apart: boolean): Token => ({
    kind: 'item',
    ticked: false,
    bare: false,
    option,
    note,
    apart,
    line,
  });
  const whole = matchOption(text, index);
  if (whole) return [item(whole.option, '', startsApart)];
  const tokens: Token[] = [];
  for (const word of text.split(GAP)) {
    if (word === '' || /^[:：。.]+$/u.test(word)) continue;
    const apart = tokens.length > 0 || startsApart;
    const found = optionsOf(word, index);
    const last = tokens.at(-1);
    if (found.length === 0 && last?.option && OTHER.test(last.option.value)) {
      tokens[tokens.length - 1] = { ...last, note: last.note + word };
    } else if (found.length === 0) tokens.push(item(undefined, '', apart));
    else
      append(
        tokens,
        found.map(({ option, note }, at) => item(option, note, at === 0 && apart)),
      );
  }
  return tokens;
}

/** One word as an option, an option with a note behind a colon or in brackets, or several options run together. */
function optionsOf(word: string, index: OptionIndex): readonly { readonly option: Option; readonly note: string }[] {
  const whole = matchOption(word, index);
  if (whole) return [{ option: whole.option, note: '' }];
  const [head = '', ...tail] = word.split(/[:：]/u);
  const named = matchOption(head, index);
  if (named) return [{ option: named.option, note: tail.join(':').trim() }];
  const folded = word.replace(/（/gu, '(').replace(/）/gu, ')');
  const plain = withoutBrackets(folded);
  const remarked = plain === folded ? undefined : matchOption(plain, index);
  if (remarked) return [{ option: remarked.option, note: noteIn(folded, plain) }];
  return runTogether(word, index);
}

/** What the brackets of 其他（视频专网） say; （请注明） is printed. */
function noteIn(word: string, plain: string): string {
  const inner = word.slice(plain.length).replace(/[()_\s]/gu, '');
  return /^请?(?:注明|说明|填写|具体)/u.test(inner) ? '' : inner;
}

/** 是否 as 是 and 否: only where options cover all of the word, the longest first. */
function runTogether(word: string, index: OptionIndex): readonly { readonly option: Option; readonly note: string }[] {
  const spellings = [...index.right.keys()].filter((key) => key.length > 0).sort((a, b) => b.length - a.length);
  const found: { option: Option; note: string }[] = [];
  let rest = word.replace(/\s/gu, '').toLowerCase();
  while (rest !== '') {
    const next = rest;
    const spelling = spellings.find((key) => next.startsWith(key));
    const option = spelling === undefined ? undefined : index.right.get(spelling);
    if (spelling === undefined || !option) {
      // 其他视频专网: what follows "other" says what it is.
      const last = found.at(-1);
      if (!last || !OTHER.test(last.option.value)) return [];
      last.note = rest;
      return found;
    }
    found.push({ option, note: '' });
    rest = rest.slice(spelling.length);
  }
  return found;
}
