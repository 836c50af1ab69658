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
  /** Those of them that are given for several options. */
  readonly shared: ReadonlySet<string>;
  /** Folded names and codes in every combination. */
  readonly codes: ReadonlyMap<string, Option>;
  /** Folded beginnings (`varchar*`), longest first. */
  readonly beginnings: readonly (readonly [string, Option])[];
}

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
  const beginnings: [string, Option][] = [];
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
    for (const spelling of option.synonyms) {
      if (spelling.endsWith('*')) beginnings.push([foldValue(spelling.slice(0, -1)), option]);
      else {
        const folded = foldValue(spelling);
        if ((known.get(folded) ?? option) !== option) shared.add(folded);
        add(known, folded, option);
      }
    }
  }
  beginnings.sort(([a], [b]) => b.length - a.length);
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
  for (const [beginning, option] of index.beginnings) {
    if (beginning === '' || !folded.startsWith(beginning) || isExcluded(folded, option)) continue;
    return { option, tidy: false, loose: folded !== beginning };
  }
  return undefined;
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
