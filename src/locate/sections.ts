import { foldLabel, foldTitle } from '../forms/fold.ts';
import type { Form, Sentence } from '../forms/form.ts';
import type { Address } from '../sheets/address.ts';
import { greatestOf } from '../sheets/lists.ts';
import { Heading, Title } from './form-words.ts';
import type { SheetWords } from './occurrences.ts';

/** The words of a form that are neither labels nor headings, found in a sheet. */
export interface Landmarks {
  /** Cells with one of the form's titles; `exact` where nothing else stands in the cell. */
  readonly titles: readonly {
    readonly at: Address;
    readonly text: string;
    readonly exact: boolean;
    readonly official: boolean;
  }[];
  /** First row of each section, by key; from there to the next section's first row. */
  readonly sections: ReadonlyMap<string, number>;
  /** Those of them whose first line may be a sentence: none opens them better. */
  readonly doubtful: ReadonlySet<string>;
  readonly sentences: readonly FoundSentence[];
  /** Rows that begin with printed wording of the form. */
  readonly printedRows: ReadonlySet<number>;
}

export interface FoundSentence {
  readonly sentence: Sentence;
  readonly at: Address;
  /** What fills each blank, without spaces, in the order of {@link Sentence.blanks}. */
  readonly filled: readonly string[];
}

/** Finds the titles, section lines and sentences of a form among the lines of a sheet. */
export function findLandmarks(words: SheetWords, form: Form): Landmarks {
  const finder = new LandmarkFinder(form);
  // A line that is none of this form's, and stands in many cells, is looked at once.
  const others = new Set<number>();
  for (const { at, text, id } of words.lines) {
    if (!others.has(id) && !finder.take(text, at)) others.add(id);
  }
  return finder;
}

class LandmarkFinder implements Landmarks {
  readonly titles: Landmarks['titles'][number][] = [];
  readonly sections = new Map<string, number>();
  readonly doubtful = new Set<string>();
  readonly sentences: FoundSentence[] = [];
  readonly printedRows = new Set<number>();
  readonly #form: Form;
  readonly #titles: readonly Title[];
  readonly #headings: readonly Heading[];
  readonly #printed: readonly string[];

  constructor(form: Form) {
    this.#form = form;
    this.#titles = titlesOf(form);
    this.#headings = headingsOf(form);
    this.#printed = printedOf(form);
  }

  /** Takes in what the text of a cell holds; whether that was anything. */
  take(text: string, at: Address): boolean {
    let holds = false;
    const title = foldTitle(text);
    const official = this.#titles.findIndex((one) => one.is(title));
    const held = official >= 0 ? official : this.#titles.findIndex((one) => one.isIn(title));
    if (held >= 0) {
      this.titles.push({ at, text, exact: official >= 0, official: official === 0 });
      holds = true;
    }
    const label = foldLabel(text);
    for (const heading of this.#headings) {
      if (!heading.isIn(text, label)) continue;
      this.#openSection(heading, text, at);
      holds = true;
    }
    if (isPrinted(label, this.#printed)) {
      this.printedRows.add(at.row);
      holds = true;
    }
    for (const sentence of this.#form.sentences) {
      const filled = fillOf(text, sentence);
      if (!filled) continue;
      this.sentences.push({ sentence, at, filled });
      holds = true;
    }
    return holds;
  }

  /** The first line opens a section; one that may be a sentence only where no other does. */
  #openSection(heading: Heading, text: string, { row }: Address): void {
    const { key } = heading;
    const isSentence = text.split('\n').some((line) => heading.isSaidIn(line));
    if (this.sections.has(key) && (isSentence || !this.doubtful.has(key))) return;
    if (isSentence) this.doubtful.add(key);
    else this.doubtful.delete(key);
    this.sections.set(key, row + (beginsWith(text, heading) ? 0 : 1));
  }
}

/** What a form says itself beside its labels: titles, section lines, sentences, printed notes. */
export class OwnWords {
  readonly #form: Form;
  readonly #titles: readonly Title[];
  readonly #headings: ReadonlySet<string>;
  readonly #printed: readonly string[];

  constructor(form: Form) {
    this.#form = form;
    this.#titles = titlesOf(form);
    this.#headings = new Set(form.sections.flatMap(({ headings }) => headings.map(foldLabel)));
    this.#printed = printedOf(form);
  }

  /** Whether a text is nothing but that. */
  isWhole(text: string): boolean {
    const label = foldLabel(text);
    if (this.#headings.has(label) || isPrinted(label, this.#printed)) return true;
    const title = foldTitle(text);
    return (
      this.#titles.some((one) => one.is(title)) || this.#form.sentences.some((one) => fillOf(text, one) !== undefined)
    );
  }
}

function titlesOf({ title, otherTitles }: Form): Title[] {
  return [title, ...otherTitles].map((words) => new Title(words));
}

export function headingsOf(form: Form): Heading[] {
  return form.sections.flatMap(({ key, headings }) => headings.map((heading) => new Heading(key, heading)));
}

/** The printed wording of a form, folded; what is too short to tell is left out. */
export function printedOf(form: Form): string[] {
  return form.printed.map(foldLabel).filter((words) => words.length >= 4);
}

/** Whether a folded text is printed wording, or begins with it. */
export function isPrinted(label: string, printed: readonly string[]): boolean {
  return printed.some((words) => label === words || (words.length >= 8 && label.startsWith(words)));
}

/**
 * Whether the first line of a cell has the heading. A cell with whole paragraphs may end one section, with labels of its
 * own, before it opens the next.
 */
function beginsWith(text: string, heading: Heading): boolean {
  const [first = ''] = text.trimStart().split('\n', 1);
  return heading.isIn(first, foldLabel(first)) || heading.isFilled(text);
}

/** What fills the blank that a sentence begins with, without a label or other sentences before it: 需求说明：甲系统. */
function withoutLead(text: string): string {
  return text.slice(greatestOf(['：', ':', '。', '；', ';'].map((mark) => text.lastIndexOf(mark))) + 1);
}

/** What stands in the blanks of a sentence, if a text is that sentence (spaces do not count). */
function fillOf(text: string, sentence: Sentence): string[] | undefined {
  const compact = text.replace(/\s+/gu, '');
  const filled: string[] = [];
  let from = 0;
  for (const [i, words] of sentence.words.entries()) {
    const sought = words.replace(/\s+/gu, '');
    const at = i === 0 ? (compact.startsWith(sought) ? 0 : -1) : compact.indexOf(sought, from);
    if (at < 0) return undefined;
    if (i > 0) filled.push(i === 1 && from === 0 ? withoutLead(compact.slice(0, at)) : compact.slice(from, at));
    from = at + sought.length;
  }
  return filled;
}

/** The section that a row lies in; `null` above the first one. */
export function sectionAt(landmarks: Landmarks, row: number): string | null {
  let found: { key: string; from: number } | undefined;
  for (const [key, from] of landmarks.sections) {
    if (from <= row && (!found || from > found.from)) found = { key, from };
  }
  return found?.key ?? null;
}
