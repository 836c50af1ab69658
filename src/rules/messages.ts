import type { Form, Wording } from '../forms/form.ts';
import type { Language } from '../forms/language.ts';
import type { Params } from '../forms/reading.ts';
import { replaceUnsafe } from '../sheets/unsafe-characters.ts';
import { RULES } from './index.ts';
import type { Messages } from './rule.ts';
import { VALUE_MESSAGES } from './value-messages.ts';
import { hasOwn } from '../sheets/own.ts';

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
 * The sentence of a finding: plain text on one line. Its places are filled with the finding's parameters, `{field}`
 * with the name that the form prints for the field and `{expected}` with the values that would be right; what a form says is quoted, never translated.
 */
export function messageOf(finding: Sayable, language: Language): string {
  const wording = finding.wording ?? messageFor(finding.rule, finding.case);
  // Never without a word, and never the end of a report half printed: no rule of ours has a case without a message.
  if (!wording) return finding.case;
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

/** The clause that a use rests on as findings cite it: document and place; `null` for a check of ours. */
export function basisOf(form: Form, key: string | null): string | null {
  if (key === null || !hasOwn(form.clauses, key)) return null;
  const clause = form.clauses[key];
  return clause ? `${clause.document} ${clause.place}` : null;
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

/** What the readers of values report may turn up under any rule that speaks for them. */
function messageFor(rule: string, name: string): Wording | undefined {
  const tables: readonly Messages[] = [RULES.get(rule)?.messages ?? {}, VALUE_MESSAGES];
  return tables.find((messages) => hasOwn(messages, name))?.[name];
}

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
