import { foldLabel, foldTitle } from '../forms/fold.ts';

/** Stands in a title or heading for words that each copy has of its own: 关于申请…建设项目的函. */
const GAP = '…';
/** A longer text is a paragraph that happens to begin and end like a title. */
const LONGEST_FILLED = 120;

/** A title of a form. */
export class Title {
  readonly length: number;
  /** The words between the gaps, folded; one where the title is said whole. */
  readonly #parts: readonly string[];

  constructor(words: string) {
    this.#parts = words.split(GAP).map(foldTitle);
    this.length = this.#parts.join('').length;
  }

  /** @param folded By {@link foldTitle}. */
  is(folded: string): boolean {
    const [first = '', ...others] = this.#parts;
    const last = others.pop();
    if (last === undefined) return folded === first;
    if (folded.length > LONGEST_FILLED || !folded.startsWith(first) || !folded.endsWith(last)) return false;
    // Nothing need stand before the first words (×局关于申请…), something must between others.
    let at = first.length;
    for (const [i, part] of others.entries()) {
      at = folded.indexOf(part, i === 0 && first === '' ? 0 : at + 1);
      if (at < 0) return false;
      at += part.length;
    }
    return at < folded.length - last.length;
  }

  /** Whether a longer text has the title in it: 附件1 with the title below, a title with （第二份） behind it; no sentence. */
  isIn(folded: string): boolean {
    const [words = ''] = this.#parts;
    if (this.#parts.length !== 1 || this.length < 8) return false;
    const at = folded.indexOf(words);
    if (at < 0) return false;
    // 《…》 speaks of the form, as a sentence does.
    const around = folded.slice(0, at) + folded.slice(at + words.length);
    return !/[《“"「『]$/u.test(folded.slice(0, at)) && !/[。，；,;]/u.test(around);
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

  /**
   * Whether a line is a paragraph that only begins as the section does: 附件：可行性研究报告已于上月报送。 No line of a list is
   * closed by a full stop.
   */
  isSaidIn(line: string): boolean {
    return this.#opens !== undefined && line.trimEnd().endsWith('。') && compact(line).startsWith(this.#opens);
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
