import type { Option } from '../form.ts';
import { foldValue, tidy } from '../fold.ts';

/** How a spelling stands to the listed one: as right as it, or better replaced by it. */
export interface OptionMatch {
  readonly option: Option;
  readonly tidy: boolean;
  /** The spelling says more than the option (varchar(50), DM8), or may stand for another one too (word: doc or docx). */
  readonly loose: boolean;
}

/** The spellings of a list of options, prepared for looking up. */
export interface OptionIndex {
  readonly options: readonly Option[];
  /** By lower case without spaces and leading dot: spellings that need no word. */
  readonly right: ReadonlyMap<string, Option>;
  /** By {@link foldValue}: spellings to be replaced by the listed one. */
  readonly known: ReadonlyMap<string, Option>;
  /** Those of them that are given for several options, or say more than theirs. */
  readonly shared: ReadonlySet<string>;
  /** Folded names and codes in every combination. */
  readonly codes: ReadonlyMap<string, Option>;
  /** Folded beginnings (`varchar*`), longest first. */
  readonly beginnings: readonly Beginning[];
}

interface Beginning {
  readonly text: string;
  readonly option: Option;
  /** It says more than the option also as it stands. */
  readonly loose: boolean;
}

/** A version behind a name: V8, v8r6, V10 SP1; without the V behind a Latin name and a blank: Oracle 19c. */
const VERSION = /^(.*?\S)\s*(?:v\s*\d[\w.]*(?:\s*sp\s*\d+)?|(?<=[a-z]{2})\s+\d[\w.]*)版?$/isu;
/** Longer texts are no names with a version. */
const LONGEST_NAME = 40;

const excluded = new WeakMap<Option, ReadonlySet<string>>();
const indexes = new WeakMap<readonly Option[], OptionIndex>();

/** The index of a list of options, made once for each list. */
export function optionIndex(options: readonly Option[]): OptionIndex {
  let index = indexes.get(options);
  if (!index) {
    index = makeIndex(options);
    indexes.set(options, index);
  }
  return index;
}

function makeIndex(options: readonly Option[]): OptionIndex {
  const right = new Map<string, Option>();
  const known = new Map<string, Option>();
  const shared = new Set<string>();
  const codes = new Map<string, Option>();
  const beginnings: Beginning[] = [];
  const add = (map: Map<string, Option>, key: string, option: Option): void => {
    if (key !== '' && !map.has(key)) map.set(key, option);
  };
  for (const option of options) {
    add(right, lightFold(option.value), option);
    add(known, foldValue(option.value), option);
  }
  for (const option of options) {
    for (const spelling of option.same) {
      add(right, lightFold(spelling), option);
      add(known, foldValue(spelling), option);
    }
    for (const spelling of codeSpellings(option)) add(codes, spelling, option);
  }
  for (const option of options) {
    const { synonyms, like = [] } = option;
    for (const spelling of [...synonyms, ...like]) {
      const loose = !synonyms.includes(spelling);
      if (spelling.endsWith('*')) beginnings.push({ text: foldValue(spelling.slice(0, -1)), option, loose });
      else {
        const folded = foldValue(spelling);
        if (loose || (known.get(folded) ?? option) !== option) shared.add(folded);
        add(known, folded, option);
      }
    }
  }
  beginnings.sort((a, b) => b.text.length - a.text.length);
  return { options, right, known, shared, codes, beginnings };
}

/** The option that a text spells out, as a whole; `undefined` where it is none, or one of the words that are not it. */
export function matchOption(text: string, index: OptionIndex): OptionMatch | undefined {
  const right = index.right.get(lightFold(text));
  if (right) return { option: right, tidy: true, loose: false };
  const coded = index.codes.size > 0 ? index.codes.get(codeFold(text)) : undefined;
  if (coded) return { option: coded, tidy: !/[Ａ-Ｚａ-ｚ]/u.test(text), loose: false };
  const folded = foldValue(text);
  const known = index.known.get(folded);
  if (known) return { option: known, tidy: false, loose: index.shared.has(folded) };
  for (const { text: beginning, option, loose } of index.beginnings) {
    if (beginning === '' || !folded.startsWith(beginning) || isExcluded(folded, option)) continue;
    return { option, tidy: false, loose: loose || folded !== beginning };
  }
  return matchVersioned(text, folded, index);
}

/** An option's name with a version behind it, which the listed spelling does not have. */
function matchVersioned(text: string, folded: string, index: OptionIndex): OptionMatch | undefined {
  if (text.length > LONGEST_NAME || !/\d/u.test(folded)) return undefined;
  const name = VERSION.exec(text.normalize('NFKC'))?.[1] ?? '';
  const option = name.length < 2 ? undefined : (index.right.get(lightFold(name)) ?? index.known.get(foldValue(name)));
  return option && !isExcluded(folded, option) ? { option, tidy: false, loose: true } : undefined;
}

/** The two options that a text names, one by name and another by code (字符型 N). */
export function contradiction(text: string, index: OptionIndex): readonly [Option, Option] | undefined {
  if (index.codes.size === 0) return undefined;
  const folded = codeFold(text);
  for (const byCode of index.options) {
    const code = byCode.code === undefined ? '' : codeFold(byCode.code);
    if (code === '' || folded.length <= code.length) continue;
    for (const name of [endWithout(folded, code), startWithout(folded, code)]) {
      const byName = name === undefined ? undefined : (index.codes.get(name) ?? index.known.get(name));
      if (byName && byName !== byCode && name !== codeFold(byName.code ?? '')) return [byName, byCode];
    }
  }
  return undefined;
}

/** An option by a synonym of its name with its own code behind it (字符串 C). */
export function matchWithOwnCode(text: string, index: OptionIndex): Option | undefined {
  if (index.codes.size === 0) return undefined;
  const folded = codeFold(text);
  return index.options.find((option) => {
    const code = option.code === undefined ? '' : codeFold(option.code);
    const name = code === '' ? undefined : endWithout(folded, code);
    return name !== undefined && name !== '' && index.known.get(name) === option;
  });
}

/** Whether a folded text is one of the words that are never taken for an option. */
export function isExcluded(folded: string, option: Option): boolean {
  let words = excluded.get(option);
  if (!words) {
    words = new Set(option.not.map(foldValue));
    excluded.set(option, words);
  }
  return words.has(folded);
}

/** Lower case without spaces, a leading dot, and what ends a sentence: differences that nobody minds. */
function lightFold(text: string): string {
  const bare = tidy(text)
    .replace(/\s+/gu, '')
    .replace(/(?<=.)[;；,，、。]+$/u, '')
    .toLowerCase();
  return bare.length > 1 && bare.startsWith('.') ? bare.slice(1) : bare;
}

function codeFold(text: string): string {
  return foldValue(text).replace(/[()\-:：_·.、,，/]/gu, '');
}

/** The option's name, its code, and both in either order. */
function codeSpellings(option: Option): readonly string[] {
  if (option.code === undefined) return [];
  const code = codeFold(option.code);
  const value = codeFold(option.value);
  const name = endWithout(value, code) ?? value;
  return [name, code, name + code, code + name];
}

function endWithout(text: string, end: string): string | undefined {
  return text.endsWith(end) ? text.slice(0, -end.length) : undefined;
}

function startWithout(text: string, start: string): string | undefined {
  return text.startsWith(start) ? text.slice(start.length) : undefined;
}
