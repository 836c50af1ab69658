import { groupsOf } from '../forms/pattern-groups.ts';
import type { Reading } from '../forms/reading.ts';
import { readingAt, type FilledForm } from '../locate/filled.ts';
import { columnOf } from './filled-columns.ts';
import { columnsOf, formRule, type Place, type UseOf } from './rule.ts';

/** Longer texts are descriptions, not entries run together. */
const LONGEST = 200;

/**
 * One cell holds what belongs into several: 8核16G under CPU, 张三（处长） under a name. Told only where the other cells
 * are blank, so that what stands there is never written over.
 */
export const split = formRule({
  id: 'split',
  scope: 'column',
  summary: { zh: '一格只填一项，不把几项写在一起', en: 'A cell holds one entry, not several run together' },
  targets: { on: ['field', 'column'] },
  messages: {
    'run-together': {
      severity: 'info',
      zh: '“{text}”把几项写在了一格，建议分开填写：{parts}。',
      en: '“{text}” holds several entries; better give each its own cell: {parts}.',
    },
  },
  // What cannot be read as one entry is readable once it is taken apart.
  outweighs: { cases: ['run-together'], within: 'cell' },
  options: (z) =>
    z.strictObject({
      pattern: z
        .groups()
        .check(
          z.maxLength(500),
          z.describe(
            'What the whole text looks like; its named groups are columns (fields): `(?<CPU>\\d+)核(?<内存>\\d+)G`.',
          ),
        ),
    }),
  reads: (use) => columnsOf(use, [use.column, ...groupsOf(use.options.pattern)]),
  *check(form, use) {
    const pattern = new RegExp(`^(?:${use.options.pattern})$`, 'iu');
    const own = use.column ?? use.field ?? '';
    const others = groupsOf(use.options.pattern).filter((key) => key !== own);
    for (const { reading, place, isBlank } of cellsOf(form, use)) {
      const parts = partsOf(reading, pattern);
      const filled = others.filter((key) => parts?.has(key));
      if (!parts || filled.length === 0 || !filled.every(isBlank)) continue;
      const mine = parts.get(own);
      yield {
        at: place(own),
        case: 'run-together',
        params: { text: reading.text, parts: [...parts].map(([key, value]) => `${key} ${String(value)}`) },
        ...(mine === undefined ? {} : { fix: mine }),
        fixes: filled.map((key) => ({ at: place(key), value: parts.get(key) ?? '' })),
      };
    }
  },
});

/** A cell that the rule is applied to, and the others of its row or form. */
interface AppliedCell {
  readonly reading: Reading;
  readonly place: (key: string) => Place;
  /** Whether there is such a cell, and nothing in it. */
  readonly isBlank: (key: string) => boolean;
}

function* cellsOf(form: FilledForm, use: UseOf<unknown>): Iterable<AppliedCell> {
  if (use.field !== undefined) {
    const reading = form.fields.get(use.field)?.reading;
    const isBlank = (key: string): boolean => form.fields.get(key)?.reading.state === 'blank';
    if (reading) yield { reading, place: (field) => ({ field }), isBlank };
    return;
  }
  const { table, column } = columnOf(form, use) ?? {};
  if (!table || !column) return;
  for (let row = 0; row < table.rows.length; row++) {
    if (column.own[row] !== 1) continue;
    const place = (key: string): Place => ({ table: table.table.key, column: key, row });
    const isBlank = (key: string): boolean => {
      const other = table.columns.get(key);
      return other !== undefined && readingAt(other, row).state === 'blank';
    };
    yield { reading: readingAt(column, row), place, isBlank };
  }
}

/** The parts of a text by the name of their group, numbers as such; `undefined` where it does not look like that. */
function partsOf({ state, text }: Reading, pattern: RegExp): ReadonlyMap<string, string | number> | undefined {
  if (state === 'blank' || text.length > LONGEST) return undefined;
  const match = pattern.exec(text.normalize('NFKC'));
  if (!match) return undefined;
  const parts = new Map<string, string | number>();
  for (const [key, part] of Object.entries(match.groups ?? {}) as [string, string | undefined][]) {
    const bare = part?.trim() ?? '';
    if (bare !== '') parts.set(key, /^(?:0|[1-9]\d{0,14})(?:\.\d+)?$/u.test(bare) ? Number(bare) : bare);
  }
  return parts;
}
