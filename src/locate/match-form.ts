import type { Form, Table } from '../forms/form.ts';
import { type Grid, textAt } from '../sheets/grid.ts';
import { wordsOf } from './answers.ts';
import { EntryFinder } from './entry-finder.ts';
import { findFields } from './fields.ts';
import type { HeaderCandidate } from './headings.ts';
import type { SheetWords } from './occurrences.ts';
import { findLandmarks, type Landmarks } from './sections.ts';
import { headerBlocks } from './table-ends.ts';
import { findHeaders } from './tables.ts';

/** Why no form was found: a code of the error messages, with what a person needs to go on. */
export interface NotLocated {
  readonly code: 'no-form' | 'ambiguous-form' | 'no-header';
  /** The forms it is about: those that fit equally, or the one whose header is missing. */
  readonly forms: readonly Form[];
}

/** Less of a form's wording than this is somebody else's form. */
const ENOUGH = 0.5;
/** With the form's title above it, less will do: people leave out what they think does not concern them. */
const ENOUGH_WITH_TITLE = 0.3;
/** Matches nearer to each other than this cannot be told apart. */
const EQUAL = 0.004;
/** A form that fits almost as well is named beside the one that is checked. */
const NEAR = 0.15;

/** The entries that a table prints speak for it as so many headings for each of its own. */
const ENTRIES_PER_COLUMN = 2;
/** They are looked for in the first rows; no form prints more. */
const MOST_ENTRY_ROWS = 500;

/** How well one form fits one sheet, before its tables are read. */
export interface Match {
  readonly form: Form;
  readonly sheet: number;
  readonly words: SheetWords;
  readonly landmarks: Landmarks;
  readonly headers: ReadonlyMap<string, HeaderCandidate>;
  /** The keys of the fields found. */
  readonly fields: ReadonlySet<string>;
  /** The form's own words found, beside all that it has; 0 to 1. */
  readonly score: number;
  /** The score with what else speaks for it; only for comparing. */
  readonly rank: number;
  readonly titled: boolean;
}

/** How well a form fits a sheet, or a part of it. `hint`: the id that the file itself gives. */
export function matchForm(all: SheetWords, sheet: number, form: Form, hint: string | undefined): Match {
  const words = wordsOf(all, form);
  const landmarks = findLandmarks(words, form);
  const headers = findHeaders(words, form, landmarks);
  const fields = findFields(words, sheet, form, landmarks, headerBlocks(headers));
  let sought = 0;
  let found = 0;
  for (const table of form.tables) {
    const header = headers.get(table.key);
    if (!header && table.optional) continue;
    for (const column of table.columns) {
      if (column.optional && !header?.columns.has(column.key)) continue;
      sought++;
      if (header?.columns.has(column.key)) found++;
    }
    if (!header || !table.entries) continue;
    // Outlines have headings alike: what tells them apart is what they print below.
    const weight = ENTRIES_PER_COLUMN * table.columns.length;
    sought += weight;
    found += weight * printedShare(words.grid, table.entries, header);
  }
  for (const field of form.fields) {
    if (field.optional && !fields.has(field.key)) continue;
    sought++;
    if (fields.has(field.key)) found++;
  }
  const score = sought === 0 ? 0 : found / sought;
  const title = landmarks.titles.some(({ official }) => official)
    ? 0.3
    : landmarks.titles.some(({ exact }) => exact)
      ? 0.2
      : landmarks.titles.length > 0
        ? 0.1
        : 0;
  const rank = found < 2 ? 0 : score + found * 0.005 + title + (hint === form.id ? 0.1 : 0);
  return { form, sheet, words, landmarks, headers, fields: new Set(fields.keys()), score, rank, titled: title > 0 };
}

/** How many of the entries that a table prints stand in its rows, of all that it has. */
function printedShare(grid: Grid, { column, list }: NonNullable<Table['entries']>, header: HeaderCandidate): number {
  const at = header.columns.get(column)?.at;
  if (at === undefined || list.length === 0) return 0;
  const texts: string[] = [];
  const last = Math.min(grid.rowCount, header.bottom + 1 + MOST_ENTRY_ROWS);
  for (let row = header.bottom + 1; row < last; row++) texts.push(textAt(grid, row, at));
  const places = new EntryFinder(list).assign(texts);
  return places.filter((place) => place !== undefined).length / list.length;
}

export interface Choice {
  readonly best: Match;
  readonly runnerUp: Match | undefined;
}

/** A form is there but cannot be checked. */
export interface Unusable {
  readonly problem: NotLocated;
  /** The form of which only the tables are missing: they may stand on another sheet. */
  readonly withoutTables?: Choice;
}

/**
 * The best match of a sheet; nothing where no form is there, a problem where one is but cannot be checked.
 * @param matches The best one first.
 */
export function chooseForm(matches: readonly Match[]): Choice | Unusable | undefined {
  const fitting = matches.filter(isEnough);
  const [best, runnerUp] = fitting;
  if (!best) {
    const titled = matches.find(
      (match) => match.landmarks.titles.some(({ exact }) => exact) && match.form.tables.length > 0,
    );
    return titled && { problem: { code: 'no-header', forms: [titled.form] } };
  }
  const choice = { best, runnerUp: runnerUp && best.rank - runnerUp.rank < NEAR ? runnerUp : undefined };
  if (best.form.tables.some(({ optional }) => !optional) && best.headers.size === 0)
    return { problem: { code: 'no-header', forms: [best.form] }, withoutTables: choice };
  if (runnerUp && best.rank - runnerUp.rank < EQUAL) {
    return { problem: { code: 'ambiguous-form', forms: [best.form, runnerUp.form] } };
  }
  return choice;
}

function isEnough({ score, titled, rank }: Match): boolean {
  return rank > 0 && (score >= ENOUGH || (titled && score >= ENOUGH_WITH_TITLE));
}
