import type { FormName } from '../check-calls.ts';
import { pinyinInitials } from './pinyin-initials.ts';

/** What a form is found by. */
export interface FormIndexEntry {
  readonly form: FormName;
  /** Its titles, county, purpose and id, folded, one behind the other. */
  readonly words: string;
  /** The first letters of its Chinese titles and county. */
  readonly initials: string;
}

const BETWEEN = '\n';

/** Forms made ready to be looked for. */
export function formIndex(forms: readonly FormName[]): readonly FormIndexEntry[] {
  return forms.map((form) => {
    const { id, county, title, otherTitles, englishTitle, purpose, source } = form;
    const titles = [county, title, ...otherTitles, county + title];
    const others = [id, englishTitle, purpose?.zh ?? '', purpose?.en ?? '', source.annex];
    return {
      form,
      words: [...titles, ...others].map(folded).join(BETWEEN),
      initials: titles.map((text) => pinyinInitials(folded(text))).join(BETWEEN),
    };
  });
}

/** The forms in which each word of the query stands, in their order; those of a blank query are all. */
export function findForms(index: readonly FormIndexEntry[], query: string): readonly FormName[] {
  const wanted = query
    .split(/\s+/u)
    .map(folded)
    .filter((word) => word !== '');
  return index
    .filter(({ words, initials }) =>
      wanted.every((word) => words.includes(word) || (isLetters(word) && initials.includes(word))),
    )
    .map(({ form }) => form);
}

/** Forms under their counties, in the order in which these come up. */
export function byCounty(
  forms: readonly FormName[],
): readonly (readonly [county: string, forms: readonly FormName[]])[] {
  const counties = new Map<string, FormName[]>();
  for (const form of forms) {
    const known = counties.get(form.county);
    if (known) known.push(form);
    else counties.set(form.county, [form]);
  }
  return [...counties];
}

/** Width and case make no difference, nor do spaces and brackets within a title. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()“”"'《》]/gu, '');
}

function isLetters(word: string): boolean {
  return /^[a-z]+$/.test(word);
}
