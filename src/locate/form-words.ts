import { foldLabel, foldTitle } from '../forms/fold.ts';

/** Stands in a title or heading for words that each copy has of its own: 关于申请…建设项目的函. */
const GAP = '…';
/** A longer text is a paragraph that happens to begin and end like a title. */
const LONGEST_FILLED = 120;

/** A title of a form. */
export class Title {
  readonly length: number;
  readonly #begins: string;
  /** `undefined` where the title is said whole. */
  readonly #ends: string | undefined;

  constructor(words: string) {
    const [begins = '', ends] = words.split(GAP);
    this.#begins = foldTitle(begins);
    this.#ends = ends === undefined ? undefined : foldTitle(ends);
    this.length = this.#begins.length + (this.#ends?.length ?? 0);
  }

  /** @param folded By {@link foldTitle}. */
  is(folded: string): boolean {
    if (this.#ends === undefined) return folded === this.#begins;
    return (
      folded.length > this.length &&
      folded.length <= LONGEST_FILLED &&
      folded.startsWith(this.#begins) &&
      folded.endsWith(this.#ends)
    );
  }

  /** Whether a longer text has the title in it: 附件1 with the title below, a title with （第二份） behind it. */
  isIn(folded: string): boolean {
    return this.#ends === undefined && this.length >= 8 && folded.includes(this.#begins);
  }
}

/** A line that opens a section of a form. */
export class Heading {
  readonly key: string;
  readonly #words: string;
  readonly #filled: Title | undefined;
  /** 附件：, which only opens its section at the beginning of a line, and may have the first words of it behind. */
  readonly #opens: string | undefined;

  constructor(key: string, words: string) {
    this.key = key;
    this.#words = foldLabel(words);
    this.#filled = words.includes(GAP) ? new Title(words) : undefined;
    this.#opens = /[:：.．]$/u.test(words) ? compact(words) : undefined;
  }

  /**
   * Whether a text has the heading.
   * @param label The text by {@link foldLabel}.
   */
  isIn(text: string, label: string): boolean {
    if (this.#filled) return this.#filled.is(foldTitle(text));
    const opens = this.#opens;
    if (opens === undefined) return label.includes(this.#words);
    return text.split('\n').some((line) => compact(line).startsWith(opens));
  }

  /** Whether a text is the heading with words of its own in the middle; then its lines are one. */
  isFilled(text: string): boolean {
    return this.#filled?.is(foldTitle(text)) ?? false;
  }

  /** What stands behind the heading in its line, where it may: `''` for nothing, the line itself for other headings. */
  restOf(line: string): string {
    if (this.#opens === undefined) return line;
    let end = 0;
    while (end < line.length && compact(line.slice(0, end)).length < this.#opens.length) end++;
    return line.slice(end).trim();
  }
}

function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}
