import { foldLabel, foldTitle } from '../forms/fold.ts';
import type { Form, Sentence } from '../forms/form.ts';
import type { Address } from '../sheets/address.ts';
import { CellKind, type Grid } from '../sheets/grid.ts';

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

/** No title, section heading or sentence is looked for below this many rows with texts of its own. */
const LONGEST = 400;

/** Finds titles, section lines and sentences; each distinct text is looked at once. */
export function findLandmarks(grid: Grid, form: Form): Landmarks {
  const titles = [form.title, ...form.otherTitles].map(foldTitle);
  const sectionHeadings = form.sections.flatMap(({ key, headings }) =>
    headings.map((heading) => ({ key, words: foldLabel(heading) })),
  );
  const printed = form.printed.map(foldLabel).filter((words) => words.length >= 4);
  const found = {
    titles: [] as Landmarks['titles'][number][],
    sections: new Map<string, number>(),
    sentences: [] as FoundSentence[],
    printedRows: new Set<number>(),
  };
  const wordEndings = new Set(
    [...titles, ...sectionHeadings.map(({ words }) => words), ...printed].map((words) => words.slice(-2)),
  );
  const seen = new Uint8Array(grid.strings.length);
  for (let row = 0; row < grid.rowCount; row++) {
    for (let index = grid.rowStarts[row] ?? 0; index < (grid.rowStarts[row + 1] ?? 0); index++) {
      if (grid.kinds[index] !== CellKind.text) continue;
      const id = grid.values[index] ?? 0;
      if (seen[id] === 1) continue;
      const text = grid.strings[id] ?? '';
      if (text.length < 4 || text.length > LONGEST || !mayHold(text, wordEndings, form.sentences.length > 0)) {
        seen[id] = 1;
        continue;
      }
      const at = { row, column: grid.columns[index] ?? 0 };
      const title = foldTitle(text);
      const official = titles.findIndex((one) => title === one);
      const held = official >= 0 ? official : titles.findIndex((one) => one.length >= 8 && title.includes(one));
      if (held >= 0) found.titles.push({ at, text, exact: official >= 0, official: official === 0 });
      const label = foldLabel(text);
      for (const { key, words } of sectionHeadings) {
        if (label.includes(words) && !found.sections.has(key)) found.sections.set(key, row);
      }
      if (printed.some((words) => label === words || (words.length >= 8 && label.startsWith(words))))
        found.printedRows.add(row);
      for (const sentence of form.sentences) {
        const filled = fillOf(text, sentence);
        if (filled) found.sentences.push({ sentence, at, filled });
      }
    }
  }
  return found;
}

/** A quick look: the last two characters of what is sought stand somewhere in the text. */
function mayHold(text: string, endings: ReadonlySet<string>, anySentence: boolean): boolean {
  if (anySentence && text.length > 10) return true;
  if (/[\s\uff01-\uff5e()]/u.test(text)) return true;
  for (let i = 0; i + 1 < text.length; i++) if (endings.has(text.slice(i, i + 2))) return true;
  return false;
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
    if (i > 0) filled.push(compact.slice(from, at));
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
