import { foldJoined, foldLabel } from '../forms/fold.ts';
import type { Form } from '../forms/form.ts';
import { joinedLabels } from './label-fields.ts';
import { Phrases } from './phrases.ts';

/** A label may be numbered: 一、申请单位. */
const NUMERALS = Array.from('一二三四五六七八九十');
/** No label of a form, with all that may be written around it, is longer. */
const LONGEST = 80;

/** The labels, headings and titles of some forms, folded, with a quick look whether a text can hold one. */
export class Vocabulary {
  /** Folded labels of fields and headings of columns. */
  readonly labels: ReadonlySet<string>;
  /** Titles, section lines, sentences and printed notes. */
  readonly landmarks: Phrases;
  /** Those that definitions state; not those made of two (项目负责人联系电话). */
  readonly #stated: ReadonlySet<string>;
  readonly #first: ReadonlySet<string>;
  readonly #last: ReadonlySet<string>;

  constructor(forms: readonly Form[]) {
    const stated = forms.flatMap((form) => [
      ...form.fields.flatMap((field) => field.labels),
      ...form.tables.flatMap((table) => table.columns.flatMap((column) => [...column.labels, ...column.groups])),
    ]);
    this.#stated = new Set(stated.map(foldLabel));
    const labels = new Set(this.#stated);
    for (const form of forms) {
      for (const field of form.fields) for (const label of joinedLabels(form, field)) labels.add(label);
    }
    this.labels = labels;
    this.landmarks = new Phrases(forms.flatMap(landmarkPhrases));
    this.#first = new Set([...NUMERALS, ...[...labels].map((label) => label.charAt(0))]);
    this.#last = new Set([...labels].map((label) => label.charAt(label.length - 1)));
  }

  /** The label that a whole text is, folded; `undefined` where it is none. */
  labelOf(text: string): string | undefined {
    if (text.length > LONGEST || text.length === 0) return undefined;
    // Most texts of a large table begin with a character that no label begins with; what is not Chinese is folded first.
    const first = text.charCodeAt(0);
    if (first >= 0x4e00 && first <= 0x9fff && !this.#first.has(text.charAt(0))) return undefined;
    return this.#known(text);
  }

  /**
   * A text as a label: what its brackets say may be part of it (信息资源格式（分类）), or only a remark. In
   * 项目负责人（联系电话） it is a remark: the number goes with the name.
   */
  #known(text: string): string | undefined {
    const folded = foldLabel(text);
    const joined = foldJoined(text);
    if (joined !== folded && this.#stated.has(joined)) return joined;
    return this.labels.has(folded) ? folded : undefined;
  }

  /**
   * The longest label that ends just before `end`, with the place where it begins.
   * @param from Where the search may begin: behind the label before it.
   */
  labelEndingAt(text: string, from: number, end: number): { label: string; start: number } | undefined {
    let tail = end;
    while (tail > from && /[\s）)】\]]/u.test(text.charAt(tail - 1))) tail--;
    const last = /[）)】\]]\s*$/u.exec(text.slice(from, end)) ? undefined : text.charAt(tail - 1);
    if (last !== undefined && last < '\u{ff00}' && last >= '\u{4e00}' && !this.#last.has(last)) return undefined;
    let found: { label: string; start: number } | undefined;
    for (let start = end - 1; start >= Math.max(from, end - 40); start--) {
      const label = this.#known(text.slice(start, end));
      if (label !== undefined && label.length > 1) found = { label, start };
    }
    return found;
  }
}

/** Of a sentence its longest stretch of printed words, which must be there. */
function landmarkPhrases(form: Form): string[] {
  const sentences = form.sentences.map(({ words }) => words.reduce((a, b) => (b.length > a.length ? b : a), ''));
  return [
    form.title,
    ...form.otherTitles,
    ...form.sections.flatMap(({ headings }) => headings),
    ...form.printed,
    ...sentences,
  ];
}
