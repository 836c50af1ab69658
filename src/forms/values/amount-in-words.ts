import type { Cell } from '../../sheets/grid.ts';
import type { Reader, Reading, Remark } from '../reading.ts';
import { LARGEST_FEN, plainSpellings, writeAmountInWords } from './amount-spellings.ts';
import { isHint, isNothingWord } from './blank.ts';
import { blank, read, textOf, unreadable, withoutType } from './outcomes.ts';
import { parseWords } from './words-parser.ts';

export { plainSpellings, spellingsOf, writeAmountInWords } from './amount-spellings.ts';

/** What {@link readAmountInWords} has to say of a cell, by case; `text` is what stands in it, `normal` the right spelling. */
export interface AmountInWordsCases {
  /** The amount is clear, its spelling is not one of those allowed (missing or superfluous 零 or 整, 一二三, 拾万 …). */
  'faulty-spelling': { readonly text: string; readonly normal: string };
  /** The amount in figures (5500, 5,500元) where words are asked. */
  'figures-for-words': { readonly text: string; readonly normal: string };
  /** Figures stand behind the words and say the same. */
  'figures-beside-words': { readonly text: string; readonly normal: string };
  /** Figures stand behind the words and say something else; both in 元. */
  'figures-disagree': { readonly text: string; readonly words: number; readonly figures: number };
  /** Characters that belong to no amount; `guess` is the spelling that may have been meant, `''` where there is none. */
  'unreadable-words': { readonly text: string; readonly characters: readonly string[]; readonly guess: string };
  /** The words say no amount, or more than one (三千五), or one too large or finer than 分. */
  'senseless-words': { readonly text: string };
}

/** Longer texts are no amounts. */
const LONGEST = 200;

/** 人民币, and what else of the label people repeat in the cell. */
const PREFIX = /^(?:人民币|合计|总计|共计|金额|\(大写\)|大写|:)+/u;

/** Signs that fill the blanks before an amount, so that nothing can be put in: ⊗伍仟元整, ⊗拾⊗万伍仟元整. */
const GUARDS = /^[⊗⨂⊕⨁⊙※×✕✖xX#*]+/u;
const GUARDED_PLACES = /^(?:[⊗⨂⊕⨁⊙※×✕✖xX#*]+[亿仟佰拾万]?)+/u;

/** Figures behind the words: （¥5,500.00）, 小写：5500元. */
const FIGURES_BEHIND = /[([]?(?:小写|[¥$:])+(\d[\d,]*(?:\.\d+)?)元?[)\]]?$|[([](\d[\d,]*(?:\.\d+)?)元?[)\]]$/u;

/** Traditional characters and other shapes that the rule accepts. */
const ACCEPTED_SHAPES: ReadonlyMap<string, string> = new Map([
  ['萬', '万'],
  ['億', '亿'],
  ['圓', '圆'],
  ['貳', '贰'],
  ['參', '叁'],
  ['叄', '叁'],
  ['陸', '陆'],
  ['幣', '币'],
]);

/** Characters taken for one another by their shape: never read as such, only guessed. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ['贷', '贰'],
  ['货', '贰'],
  ['貸', '贰'],
  ['式', '贰'],
  ['肄', '肆'],
  ['仵', '伍'],
  ['染', '柒'],
  ['漆', '柒'],
  ['别', '捌'],
  ['扒', '捌'],
  ['玫', '玖'],
  ['伯', '佰'],
  ['任', '仟'],
  ['什', '拾'],
  ['合', '拾'],
  ['园', '圆'],
  ['園', '圆'],
  ['员', '圆'],
  ['甬', '角'],
  ['恪', '整'],
]);

/**
 * Reads an amount in capitals (大写金额). The value is the amount in 元, exact to the fen. Every spelling that
 * 《支付结算办法》附一 allows is taken without a word; the right amount in another spelling is a warning with the right one;
 * a character that cannot be read is an error, never left out, for the rest would be another amount.
 */
export const readAmountInWords: Reader = (cell) => {
  const { value } = cell;
  if (typeof value === 'number') return readNumber(cell, value);
  if (typeof value !== 'string') return withoutType(cell) ?? senseless(cell, textOf(value));
  const text = textOf(value);
  if (text === '' || isNothingWord(text)) return blank(value, text);
  const reading = readText(cell, text);
  // A remark in brackets is a printed hint, unless the amount itself stands in them.
  return reading.state === 'unreadable' && isHint(text) ? blank(value, text) : reading;
};

function readNumber(cell: Cell, value: number): Reading {
  const text = textOf(value);
  const fen = Math.round(value * 100);
  const isAmount = fen >= 0 && fen <= LARGEST_FEN && Math.abs(value * 100 - fen) < 1e-3;
  return isAmount ? figures(cell, text, fen) : senseless(cell, text);
}

function readText(cell: Cell, text: string): Reading {
  if (text.length > LONGEST) return senseless(cell, text);
  const folded = withoutGuards(fold(text).replace(PREFIX, ''));
  // What ends the printed line (预算：伍仟元整；) is no part of the amount.
  const words = folded.replace(PREFIX, '').replace(/[。.,;、]+$/u, '');
  const behind = FIGURES_BEHIND.exec(words);
  if (behind !== null && behind.index > 0) {
    return withFigures(cell, text, words.slice(0, behind.index), behind[1] ?? behind[2] ?? '');
  }
  const parsed = parseWords(withoutTrifles(words));
  switch (parsed.kind) {
    case 'printed':
      return blank(cell.value, text);
    case 'unknown':
      return unknown(cell, text, words, parsed.characters);
    case 'senseless':
      return senseless(cell, text);
    case 'amount':
      if (parsed.fen > LARGEST_FEN) return senseless(cell, text);
      if (/^[¥$]?\d[\d,.]*[万亿元圆整正]*$/u.test(words)) return figures(cell, text, parsed.fen);
      return judged(cell, text, words, parsed.fen);
  }
}

/** An amount that is clear: silent if its spelling is allowed. */
function judged(cell: Cell, text: string, words: string, fen: number): Reading {
  const isAllowed = plainSpellings(fen).includes(words.replace('圆', '元').replace(/正$/u, '整'));
  return read(cell.value, text, fen / 100, isAllowed ? [] : [mended('faulty-spelling', 'warning', text, fen)]);
}

function figures(cell: Cell, text: string, fen: number): Reading {
  return read(cell.value, text, fen / 100, [mended('figures-for-words', 'warning', text, fen)]);
}

function withFigures(cell: Cell, text: string, words: string, written: string): Reading {
  const reading = readText({ ...cell, value: words }, words);
  const said = Number(written.replaceAll(',', ''));
  if (reading.state !== 'read' || typeof reading.value !== 'number') return { ...reading, raw: cell.value, text };
  const fen = Math.round(reading.value * 100);
  if (Math.round(said * 100) !== fen) {
    const params = { text, words: reading.value, figures: said };
    return read(cell.value, text, reading.value, [{ case: 'figures-disagree', severity: 'error', params }]);
  }
  const isFaulty = reading.remarks.length > 0;
  const remark = isFaulty
    ? mended('faulty-spelling', 'warning', text, fen)
    : mended('figures-beside-words', 'info', text, fen);
  return read(cell.value, text, reading.value, [remark]);
}

function unknown(cell: Cell, text: string, words: string, characters: readonly string[]): Reading {
  const guess = guessOf(words);
  const params = { text, characters, guess: guess ?? '' };
  const remark: Remark = { case: 'unreadable-words', severity: 'error', params };
  return unreadable(cell.value, text, [guess === undefined ? remark : { ...remark, expected: [guess] }]);
}

/** The right spelling of what the words say once characters are taken for those they look like. */
function guessOf(words: string): string | undefined {
  const parsed = parseWords(Array.from(words, (character) => LOOK_ALIKES.get(character) ?? character).join(''));
  return parsed.kind === 'amount' && parsed.fen <= LARGEST_FEN ? writeAmountInWords(parsed.fen) : undefined;
}

function senseless(cell: Cell, text: string): Reading {
  return unreadable(cell.value, text, [{ case: 'senseless-words', severity: 'error', params: { text } }]);
}

function mended(name: keyof AmountInWordsCases, severity: Remark['severity'], text: string, fen: number): Remark {
  const normal = writeAmountInWords(fen);
  return { case: name, severity, params: { text, normal }, normal };
}

/** Without spaces, half-width, traditional characters as the simplified ones the rule lists. */
function fold(text: string): string {
  const narrow = text.normalize('NFKC').replace(/\s+/gu, '');
  return Array.from(narrow, (character) => ACCEPTED_SHAPES.get(character) ?? character).join('');
}

function withoutGuards(folded: string): string {
  const bare = folded.replace(GUARDS, '');
  const isAmount = bare !== folded && parseWords(withoutTrifles(bare.replace(PREFIX, ''))).kind === 'amount';
  return bare === folded || isAmount ? bare : folded.replace(GUARDED_PLACES, '');
}

/** Marks that change nothing about the amount, though they do not belong there. */
function withoutTrifles(words: string): string {
  return words.replace(/^[¥$(]+|[。.,;!)]+$/gu, '');
}
