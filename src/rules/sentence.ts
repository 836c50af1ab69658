import type { Wording } from '../forms/form.ts';
import type { Language } from '../forms/language.ts';
import type { Params } from '../forms/reading.ts';
import { hasOwn } from '../sheets/own.ts';
import { replaceUnsafe } from '../sheets/unsafe-characters.ts';

/** What a sentence is made of; a finding has it all. */
export interface Sayable {
  readonly rule: string;
  readonly case: string;
  readonly params: Params;
  readonly field: string | null;
  /** What the form prints for it, where that is not its key. */
  readonly label?: string;
  readonly expected?: readonly string[];
  readonly wording?: Wording;
}

/**
 * A wording with its places filled in: plain text on one line. They are filled with the finding's parameters, `{field}`
 * with the name that the form prints for the field and `{expected}` with the values that would be right; what a form says is quoted, never translated.
 */
export function sentenceOf(wording: Wording, finding: Sayable, language: Language): string {
  let sentence = '';
  piecesOf(wording[language]).forEach((piece, at, all) => {
    const value = at % 2 === 0 ? undefined : valueOf(finding, piece);
    if (at % 2 === 0) sentence += piece;
    else
      sentence +=
        value === undefined ? `{${piece}}` : inWords(piece, value, language, all[at - 1]?.endsWith('“') === true);
  });
  return sentence;
}

const pieces = new Map<string, readonly string[]>();

/** A wording taken apart: words and names of places in turn, beginning and ending with words. A form has few wordings, a report many findings. */
function piecesOf(wording: string): readonly string[] {
  let known = pieces.get(wording);
  if (!known) pieces.set(wording, (known = wording.split(PLACE)));
  return known;
}

const PLACE = /\{([^{}]+)\}/;
/** Longer quotations are cut: a message is read at a glance. */
const LONGEST_QUOTATION = 60;
/** More values than this are not listed in a sentence. */
const LONGEST_LIST = 20;

/** Our own words among the parameters. */
const WORDS: ReadonlyMap<string, Wording> = new Map([
  ['wanted day', { zh: '日', en: 'day' }],
  ['wanted month', { zh: '月', en: 'month' }],
]);

function valueOf(finding: Sayable, name: string): Params[string] | undefined {
  if (hasOwn(finding.params, name)) return finding.params[name];
  if (name === 'expected') return finding.expected;
  return name === 'field' ? (finding.label ?? finding.field ?? '') : undefined;
}

/** @param isQuoted The wording has quotation marks around it. */
function inWords(name: string, value: Params[string], language: Language, isQuoted: boolean): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return WORDS.get(`${name} ${value}`)?.[language] ?? quotable(value);
  const listed = value.slice(0, LONGEST_LIST).map(quotable);
  const more = value.length > LONGEST_LIST;
  const separator = language === 'zh' ? '、' : ', ';
  // Names that have a separator in themselves could not be told apart.
  const isApart = listed.some((one) => /[、，,]/u.test(one));
  // No 等 here: the sentence around may say so itself, of an open list.
  const words = listed.join(isApart ? `”${separator}“` : separator);
  return (isApart && !isQuoted ? `“${words}”` : words) + (more ? '…' : '');
}

/** On one line, without control characters, and not too long. */
function quotable(text: string): string {
  const line = replaceUnsafe(text, () => ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (line.length <= LONGEST_QUOTATION) return line;
  const characters = Array.from(line.slice(0, 4 * LONGEST_QUOTATION));
  return characters.length > LONGEST_QUOTATION ? `${characters.slice(0, LONGEST_QUOTATION).join('')}…` : line;
}
