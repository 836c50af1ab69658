import { foldLabel, foldTitle } from '../forms/fold.ts';
import type { Form } from '../forms/form.ts';
import type { Address } from '../sheets/address.ts';
import type { Grid } from '../sheets/grid.ts';
import { greatestOf, leastOf } from '../sheets/lists.ts';
import { isAlone } from './answers.ts';
import { EntryFinder } from './entry-finder.ts';
import { Title } from './form-words.ts';
import { chooseForm, matchForm, type Choice, type NotLocated } from './match-form.ts';
import type { Match } from './match-form.ts';
import type { Occurrence, SheetWords } from './occurrences.ts';
import { repeatedHeaders } from './tables.ts';

/** A form, and the rows of a sheet in which it stands. */
export interface SheetPart {
  readonly best: Match;
  readonly runnerUp: Match | undefined;
  /** Rows below it that look like a form, too, but cannot be checked. */
  readonly unchecked: readonly number[];
}

/** The forms of a sheet, one below the other; usually one. */
export interface SheetParts {
  readonly parts: readonly SheetPart[];
  /** Why there is none. */
  readonly problem?: NotLocated;
  /** One that lacks nothing but its tables, which may stand on another sheet. */
  readonly withoutTables?: SheetPart;
}

/** A sheet with more forms than this is no sheet that people fill in. */
const MOST_PARTS = 200;
/** So many labels or headings make a body of a form; less than that between two titles is a heading said twice. */
const BODY = 3;
/** What may stand in the cell of a title beside it: （第二份）. */
const AROUND = 12;

/** A title has its row to itself, but for a number or a date; a chapter of an outline has its state and page beside it. */
const MOST_BESIDE_TITLE = 2;

/** Finds the forms of a sheet. A new one begins with a title, or where labels and header come once more. */
export function partsOf(
  words: SheetWords,
  sheet: number,
  forms: readonly Form[],
  hint: string | undefined,
): SheetParts {
  const finder = new PartFinder(words, (part) => {
    const matches = forms.map((form) => matchForm(part, sheet, form, hint));
    return chooseForm(matches.sort((a, b) => b.rank - a.rank));
  });
  const starts = [0, ...titleStarts(words, forms)];
  starts.forEach((from, i) => {
    finder.take(from, starts[i + 1] ?? words.grid.rowCount);
  });
  return finder;
}

interface Draft extends Choice {
  readonly from: number;
  readonly to: number;
  readonly unchecked: number[];
  /** Rows in which its title stands once more, on its next pages. */
  readonly pages: readonly number[];
}

class PartFinder implements SheetParts {
  readonly parts: Draft[] = [];
  problem?: NotLocated;
  withoutTables?: SheetPart;
  /** Where a part begins that has the title of a form and not its tables. */
  #cover: number | undefined;
  readonly #words: SheetWords;
  readonly #choose: (part: SheetWords) => ReturnType<typeof chooseForm>;

  constructor(words: SheetWords, choose: (part: SheetWords) => ReturnType<typeof chooseForm>) {
    this.#words = words;
    this.#choose = choose;
  }

  take(from: number, to: number): void {
    const alone = this.#choose(wordsIn(this.#words, from, to));
    const result = this.#withCover(alone, to) ?? alone;
    const above = this.parts.at(-1);
    if (!result) {
      if (above) this.#goOn(above, to);
      return;
    }
    if ('problem' in result) {
      if (above) this.#goOn(above, to, from);
      else {
        this.problem ??= result.problem;
        if (result.withoutTables) this.withoutTables ??= { ...result.withoutTables, unchecked: [] };
        this.#cover ??= from;
      }
      return;
    }
    if (above && isOtherPage(above.best, result.best)) {
      this.#goOn(above, to);
      return;
    }
    if (above && isNextPage(above.best, result.best, from)) {
      const pages = [...above.pages, from];
      const whole = this.#choose(wordsIn(this.#words, above.from, to, pages));
      if (whole && 'best' in whole) {
        this.parts.splice(-1, 1, { ...above, ...whole, to, pages });
        return;
      }
    }
    const again = this.parts.length < MOST_PARTS ? secondStart(result.best) : undefined;
    if (again === undefined || again <= from) {
      this.parts.push({ ...result, from, to, unchecked: [], pages: [] });
      return;
    }
    this.take(from, again);
    this.take(again, to);
  }

  /** A form with the cover above it, where that has its title too, and fields that it lacks itself. */
  #withCover(alone: ReturnType<typeof chooseForm>, to: number): Choice | undefined {
    const cover = this.#cover;
    if (cover === undefined || !alone || 'problem' in alone) return undefined;
    this.#cover = undefined;
    const whole = this.#choose(wordsIn(this.#words, cover, to));
    if (!whole || 'problem' in whole || whole.best.form.id !== alone.best.form.id) return undefined;
    if (whole.best.fields.size <= alone.best.fields.size) return undefined;
    delete this.problem;
    delete this.withoutTables;
    return whole;
  }

  /**
   * Rows in which no form begins belong to the one above.
   * @param title Where they begin, if it is with a title: then they must add to the form above, or are not checked.
   */
  #goOn(above: Draft, to: number, title?: number): void {
    const result = this.#choose(wordsIn(this.#words, above.from, to, above.pages));
    const adds =
      result && 'best' in result && (title === undefined || result.best.fields.size > above.best.fields.size);
    if (adds) this.parts.splice(-1, 1, { ...above, ...result, to });
    else if (title !== undefined) above.unchecked.push(title);
  }
}

/** Whether a part has only what the one above lacks: the title was printed once more on the form's next page. */
function isOtherPage(above: Match, part: Match): boolean {
  if (above.form.id !== part.form.id) return false;
  const shared = [...part.fields].filter((key) => above.fields.has(key)).length;
  return shared * 4 <= part.fields.size && ![...part.headers.keys()].some((key) => above.headers.has(key));
}

/**
 * Whether the last table of a form goes on below its title and header, printed once more on the next page: nothing has
 * closed the form above, and nothing opens one below.
 */
function isNextPage(above: Match, part: Match, title: number): boolean {
  if (above.form.id !== part.form.id || [...part.fields].some((key) => above.fields.has(key))) return false;
  const headers = [...above.headers.values()].sort((a, b) => b.top - a.top);
  const [last] = headers;
  if (!last || !part.headers.has(last.table.key)) return false;
  if ([...part.headers.keys()].some((key) => key !== last.table.key && above.headers.has(key))) return false;
  const labels = new Set(above.form.fields.flatMap((field) => field.labels.map(foldLabel)));
  return !above.words.occurrences.some(({ label, row }) => row > last.bottom && row < title && labels.has(label));
}

/** The words of a sheet in some rows; `to` is the first row no longer among them. */
function wordsIn(words: SheetWords, from: number, to: number, pages: readonly number[] = []): SheetWords {
  if (from === 0 && to >= words.grid.rowCount && pages.length === 0) return words;
  const isIn = ({ row }: { readonly row: number }): boolean => row >= from && row < to;
  return {
    ...words,
    grid: gridUpTo(words.grid, to),
    occurrences: words.occurrences.filter(isIn),
    byRow: new Map([...words.byRow].filter(([row]) => isIn({ row }))),
    lines: words.lines.filter(({ at }) => isIn(at) && !pages.includes(at.row)),
    pages: new Set(pages),
  };
}

function gridUpTo(grid: Grid, rowCount: number): Grid {
  return rowCount >= grid.rowCount ? grid : { ...grid, rowCount, rowStarts: grid.rowStarts.subarray(0, rowCount + 1) };
}

/** Rows with the title of a form that have the body of another one above them. */
function titleStarts(words: SheetWords, forms: readonly Form[]): readonly number[] {
  const titles = forms.flatMap(({ title, otherTitles }) => [title, ...otherTitles].map((words) => new Title(words)));
  const isTitle = (text: string): boolean => {
    const folded = foldTitle(text);
    return titles.some((title) => title.is(folded) || (title.isIn(folded) && folded.length <= title.length + AROUND));
  };
  const entries = new EntryFinder(forms.flatMap((form) => form.tables.flatMap((table) => table.entries?.list ?? [])));
  const starts: number[] = [];
  // A text that stands in many cells is looked at once.
  const others = new Set<number>();
  let above = 0;
  let before = 0;
  for (const { at, text, id } of words.lines) {
    if (others.has(id)) continue;
    if (!isTitle(text) || entries.hasNumbered(text)) {
      others.add(id);
      continue;
    }
    if (cellsIn(words.grid, at.row) > MOST_BESIDE_TITLE || isAnswer(words, at)) continue;
    while ((words.occurrences[above]?.row ?? Infinity) < at.row) above++;
    if (above - before < BODY) continue;
    starts.push(at.row);
    before = above;
  }
  return starts.slice(0, MOST_PARTS);
}

/** Whether a label has a cell of its own left of a text, or right above it over the same columns: 购置依据 | ×局关于申请…的函. */
function isAnswer({ byRow, merges }: SheetWords, { row, column }: Address): boolean {
  if (byRow.get(row)?.some((one) => one.column < column && isAlone(one)) === true) return true;
  const { left, right, top } = merges.blockAt(row, column);
  const isAbove = ({ block }: Occurrence): boolean =>
    block.bottom === top - 1 && block.left === left && block.right === right && right > left;
  return byRow.get(top - 1)?.some((one) => isAlone(one) && isAbove(one)) === true;
}

function cellsIn({ rowStarts }: Grid, row: number): number {
  return (rowStarts[row + 1] ?? 0) - (rowStarts[row] ?? 0);
}

/**
 * The row in which a form begins once more, without a title: where the first of its labels stands again above a
 * repeated header, or the header itself below labels that close the form. A header repeated right below data is that of
 * the next printed page.
 */
function secondStart({ words, form, headers }: Match): number | undefined {
  const again = repeatedHeaders(words, headers);
  if (again.length === 0) return undefined;
  const tops = [...headers.values()].map(({ top }) => top);
  const fieldsOf = new Map<string, readonly string[]>();
  for (const { label } of words.occurrences) {
    const named = form.fields.filter(({ labels }) => labels.some((one) => foldLabel(one) === label));
    if (named.length > 0)
      fieldsOf.set(
        label,
        named.map(({ key }) => key),
      );
  }
  const labels = words.occurrences.filter(({ label }) => fieldsOf.has(label));
  const firstTop = leastOf(tops);
  const opening = labels.find(({ row }) => row < firstTop);
  const openingFields = fieldsOf.get(opening?.label ?? '') ?? [];
  let above = greatestOf(tops.filter((top) => top < (again[0] ?? 0)));
  for (const header of again) {
    const between = labels.filter(({ row }) => row > above && row < header);
    const opens = between.filter(({ label }) => fieldsOf.get(label)?.some((key) => openingFields.includes(key)));
    if (between.length > 0) return opens.at(-1)?.row ?? header;
    above = header;
  }
  return undefined;
}
