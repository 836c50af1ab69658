import type { FilledColumn } from '../locate/filled.ts';
import type { Reading } from '../forms/reading.ts';
import { nearestOption } from '../forms/values/nearest.ts';
import { columnOf } from './filled-columns.ts';
import { nameKey } from './name-keys.ts';
import { columnsOf, formRule, type PlacedProblem, type Problem } from './rule.ts';

/** A name must be one of those that another table gives. */
export const reference = formRule({
  id: 'reference',
  scope: 'column',
  summary: { zh: '引用的名称在另一张表中', en: 'A name that refers to another table is there' },
  targets: { on: ['column'] },
  messages: {
    unknown: {
      severity: 'error',
      zh: '“{text}”不在“{table}”表“{target}”列所填的名称中（{names}）。请改为其中之一，或先在那里补填。',
      en: '“{text}” is not among the names given under “{target}” of the table “{table}” ({names}). Use one of them, or add it there.',
    },
    'unknown-near': {
      severity: 'error',
      zh: '“{text}”不在“{table}”表“{target}”列所填的名称中，是否应为“{near}”？请改为一致的写法。',
      en: '“{text}” is not among the names given under “{target}” of the table “{table}”; is “{near}” meant? Write them alike.',
    },
    'not-covered': {
      severity: 'warning',
      zh: '“{text}”在“{table}”表的“{source}”列中没有对应的行。请补填，或删去不用的。',
      en: '“{text}” has no row under “{source}” of the table “{table}”. Add one, or delete what is not used.',
    },
  },
  options: (z) =>
    z
      .strictObject({
        table: z.table().check(z.describe('The table that gives the names.')),
        column: z.string().check(z.describe('Its column.')),
        covers: z.optional(z.boolean()).check(z.describe('Each of those names must be referred to.')),
      })
      .check(z.columnOf('table', 'column')),
  reads: (use) => [...columnsOf(use, [use.column]), { table: use.options.table, column: use.options.column }],
  *check(form, use) {
    const source = columnOf(form, use);
    const target = columnOf(form, use.options);
    if (!source || !target) return;
    const names = textsByKey(target.column);
    if (names.size === 0) return;
    const { key: table } = source.table.table;
    const { key: column } = source.column.column;
    const verdicts = source.column.readings.map((reading) => unknownNames(reading, names));
    const judge = judgeOf({ table: target.table.table.key, target: target.column.column.key }, names);
    for (const [row, id] of source.column.ids.entries()) {
      for (const text of verdicts[id] ?? []) {
        yield { ...judge(text), at: { table, column, row } };
      }
    }
    if (use.options.covers === true) yield* notCovered(target, source, names);
  },
});

/** A finding lists so many names at most, and one more to show that there are others. */
const MOST_NAMES = 20;
const JOINING = [/\s*[/／|+＋]\s*/u, /\s+/u, /\s*[和与及]\s*/u];
/** Beyond so many comparisons in one table no more guesses are made. */
const MOST_COMPARISONS = 1_000_000;

/** Tells what is wrong with an unknown name; each is compared with the others once. */
function judgeOf(
  place: { readonly table: string; readonly target: string },
  names: ReadonlyMap<string, string>,
): (text: string) => Problem<'unknown' | 'unknown-near'> {
  const options = [...names.values()].map((value) => ({ value, same: [], synonyms: [], not: [] }));
  const shown = [...names.values()].slice(0, MOST_NAMES + 1);
  const known = new Map<string, Problem<'unknown' | 'unknown-near'>>();
  return (text) => {
    let problem = known.get(text);
    if (!problem) {
      const near = known.size * names.size < MOST_COMPARISONS ? nearestOption(text, options)?.value : undefined;
      problem =
        near === undefined
          ? { case: 'unknown', params: { text, ...place, names: shown } }
          : { case: 'unknown-near', params: { text, ...place, near }, expected: [near] };
      known.set(text, problem);
    }
    return problem;
  };
}

/** The filled texts of a column by what is compared, in the order of first mention. */
function textsByKey(column: FilledColumn): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const id of column.ids) {
    const text = column.readings[id]?.text ?? '';
    if (column.readings[id]?.state !== 'blank' && !texts.has(nameKey(text))) texts.set(nameKey(text), text);
  }
  return texts;
}

/** What a cell names that is not there: the whole cell, or the parts of a list of names. */
function unknownNames(reading: Reading, names: ReadonlyMap<string, string>): readonly string[] {
  if (reading.state === 'blank' || names.has(nameKey(reading.text))) return [];
  const parts = namesIn(reading.text).flatMap((part) => (names.has(nameKey(part)) ? [part] : knownIn(part, names)));
  const unknown = parts.filter((part) => !names.has(nameKey(part)));
  // Where none is known the separators may belong to the name.
  return unknown.length === parts.length ? [reading.text] : unknown;
}

/** Names between slashes, blanks or words that join (A/B, A和B), where each is known: all these stand in names, too. */
function knownIn(text: string, names: ReadonlyMap<string, string>): readonly string[] {
  for (const separator of JOINING) {
    const parts = text.split(separator).filter((part) => part !== '');
    if (parts.length > 1 && parts.every((part) => names.has(nameKey(part)))) return parts;
  }
  return [text];
}

function namesIn(text: string): readonly string[] {
  return text
    .split(/[、，,;；\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function* notCovered(
  target: NonNullable<ReturnType<typeof columnOf>>,
  source: NonNullable<ReturnType<typeof columnOf>>,
  names: ReadonlyMap<string, string>,
): Iterable<PlacedProblem<'not-covered'>> {
  const covered = new Set(
    [...textsByKey(source.column).values()]
      .flatMap((text) => [text, ...namesIn(text).flatMap((part) => [part, ...knownIn(part, names)])])
      .map(nameKey),
  );
  // Nothing refers to anything: the other column is blank, and told so where it is required.
  if (covered.size === 0) return;
  const told = new Set<string>();
  for (const [row, id] of target.column.ids.entries()) {
    const reading = target.column.readings[id];
    if (!reading || reading.state === 'blank') continue;
    const key = nameKey(reading.text);
    if (covered.has(key) || told.has(key)) continue;
    told.add(key);
    const at = { table: target.table.table.key, column: target.column.column.key, row };
    yield {
      at,
      case: 'not-covered',
      params: { text: reading.text, table: source.table.table.key, source: source.column.column.key },
    };
  }
}
