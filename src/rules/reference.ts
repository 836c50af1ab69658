import * as z from 'zod/mini';
import type { FilledColumn } from '../locate/filled.ts';
import type { Reading } from '../forms/reading.ts';
import { columnOf } from './filled-columns.ts';
import { nameKey } from './name-keys.ts';
import { nearestName } from './nearest-name.ts';
import { formRule, type PlacedProblem } from './rule.ts';

/** A name must be one of those that another table gives. */
export const reference = formRule({
  id: 'reference',
  scope: 'column',
  summary: { zh: '引用的名称在另一张表中', en: 'A name that refers to another table is there' },
  messages: {
    unknown: {
      severity: 'error',
      zh: '“{text}”不在“{target}”所填的名称中（{names}）。请改为其中之一，或先在那里补填。',
      en: '“{text}” is not among the names given under “{target}” ({names}). Use one of them, or add it there.',
    },
    'unknown-near': {
      severity: 'error',
      zh: '“{text}”不在“{target}”所填的名称中，是否应为“{near}”？请改为一致的写法。',
      en: '“{text}” is not among the names given under “{target}”; is “{near}” meant? Write them alike.',
    },
    'not-covered': {
      severity: 'warning',
      zh: '“{text}”在“{source}”中没有对应的行。请补填，或删去不用的。',
      en: '“{text}” has no row under “{source}”. Add one, or delete what is not used.',
    },
  },
  options: z.strictObject({
    table: z.string().check(z.describe('The table that gives the names.')),
    column: z.string().check(z.describe('Its column.')),
    covers: z.optional(z.boolean()).check(z.describe('Each of those names must be referred to.')),
  }),
  *check(form, use): Iterable<PlacedProblem> {
    const source = columnOf(form, use);
    const target = columnOf(form, use.options);
    if (!source || !target) return;
    const names = textsByKey(target.column);
    if (names.size === 0) return;
    const verdicts = source.column.readings.map((reading) => unknownNames(reading, names));
    const label = target.column.column.key;
    for (let row = 0; row < source.table.rows.length; row++) {
      for (const text of verdicts[source.column.ids[row] ?? 0] ?? []) {
        const at = { table: source.table.table.key, column: source.column.column.key, row };
        const near = nearestName(text, [...names.values()]);
        const alone = near !== undefined && text === source.column.readings[source.column.ids[row] ?? 0]?.text;
        yield near === undefined
          ? { at, case: 'unknown', params: { text, target: label, names: [...names.values()] } }
          : { at, case: 'unknown-near', params: { text, target: label, near }, ...(alone ? { fix: near } : {}) };
      }
    }
    if (use.options.covers === true) yield* notCovered(target, source.column);
  },
});

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
  const parts = namesIn(reading.text);
  const unknown = parts.filter((part) => !names.has(nameKey(part)));
  // Where none is known the separators may belong to the name.
  return unknown.length === parts.length ? [reading.text] : unknown;
}

function namesIn(text: string): readonly string[] {
  return text
    .split(/[、，,;；\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function* notCovered(target: NonNullable<ReturnType<typeof columnOf>>, source: FilledColumn): Iterable<PlacedProblem> {
  const covered = new Set([...textsByKey(source).values()].flatMap((text) => [text, ...namesIn(text)]).map(nameKey));
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
    yield { at, case: 'not-covered', params: { text: reading.text, source: source.column.key } };
  }
}
