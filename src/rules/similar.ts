import { readingClasses } from './column-classes.ts';
import { combine } from './combinations.ts';
import { cellNameOf, columnOf } from './filled-columns.ts';
import { keyWithoutNumber, looseNameKey, nameKey } from './name-keys.ts';
import { columnsOf, formRule } from './rule.ts';

/** Names that differ only in a number at the end (dragged down), or only in punctuation and blanks. */
export const similar = formRule({
  id: 'similar',
  scope: 'column',
  summary: {
    zh: '名称不只是末尾数字、标点或空格不同',
    en: 'Names differ in more than a number at the end, punctuation or blanks',
  },
  targets: { on: ['column'] },
  messages: {
    'number-only': {
      severity: 'warning',
      zh: '“{text}”与 {other} 的“{name}”只有末尾的数字不同，疑似向下拖动填充。请核对，确实不同请写清区别。',
      en: '“{text}” differs from “{name}” in {other} only in the number at its end, as if dragged down. Check it; if they are different things, say how.',
    },
    'punctuation-only': {
      severity: 'warning',
      zh: '“{text}”与 {other} 的“{name}”只有标点或空格不同，疑似同一名称。请统一写法。',
      en: '“{text}” differs from “{name}” in {other} only in punctuation or blanks, and seems to be the same. Write them alike.',
    },
  },
  options: (z) =>
    z.strictObject({
      within: z
        .optional(z.array(z.beside()).check(z.minLength(1)))
        .check(z.describe('Only names that agree in these columns are compared.')),
    }),
  reads: (use) => columnsOf(use, [use.column, ...(use.options.within ?? [])]),
  within: ({ options }) => options.within ?? [],
  *check(form, use) {
    const found = columnOf(form, use);
    if (!found) return;
    const { table, column } = found;
    const around = (use.options.within ?? []).flatMap((key) => {
      const other = table.columns.get(key);
      return other ? [readingClasses(other)] : [];
    });
    const rows = table.rows.length;
    const group = combine(around, rows);
    const loose = new Families(column.readings.map(({ text }) => (text === '' ? undefined : looseNameKey(text))));
    const numbered = new Families(numberlessKeys(column.readings.map(({ text }) => text)));
    if (!loose.any && !numbered.any) return;
    const seen = combine([group, readingClasses(column)], rows);
    const told = new Uint8Array(seen.count);
    for (let row = 0; row < rows; row++) {
      const combination = seen.ids[row] ?? 0;
      if (told[combination] === 1) continue;
      told[combination] = 1;
      const id = column.ids[row] ?? 0;
      const within = group.ids[row] ?? 0;
      const [same, family] = [loose.meet(id, within, row), numbered.meet(id, within, row)];
      const [first, problem] = same
        ? ([same, 'punctuation-only'] as const)
        : family?.second
          ? ([family, 'number-only'] as const)
          : [];
      if (!first || problem === undefined) continue;
      const place = { table: table.table.key, column: column.column.key };
      const name = column.readings[column.ids[first.row] ?? 0]?.text ?? '';
      const params = { text: column.readings[id]?.text ?? '', name, other: cellNameOf(column, first.row) };
      yield { at: { ...place, row }, case: problem, params, related: [{ ...place, row: first.row }] };
    }
  },
});

/** Keys without the number at the end; also of names without one, where another adds a number to it. */
function numberlessKeys(texts: readonly string[]): readonly (string | undefined)[] {
  const keys = texts.map(keyWithoutNumber);
  const bases = new Set(keys);
  bases.delete(undefined);
  return bases.size === 0 ? keys : keys.map((key, id) => key ?? existing(nameKey(texts[id] ?? ''), bases));
}

function existing(key: string, among: ReadonlySet<string | undefined>): string | undefined {
  return among.has(key) ? key : undefined;
}

/** Names that share a key; those that share it with none are left out, so that clean columns cost little. */
class Families {
  readonly #families: Int32Array;
  readonly #met = new Map<string, { row: number; count: number }>();
  readonly any: boolean;

  constructor(keys: readonly (string | undefined)[]) {
    const first = new Map<string, number>();
    this.#families = new Int32Array(keys.length).fill(-1);
    let any = false;
    keys.forEach((key, id) => {
      if (key === undefined) return;
      const known = first.get(key);
      if (known === undefined) {
        first.set(key, id);
        return;
      }
      this.#families[known] = this.#families[id] = known;
      any = true;
    });
    this.any = any;
  }

  /** The row in which the family of a name was met first, and whether this is its second name; `undefined` for the first. */
  meet(id: number, group: number, row: number): { readonly row: number; readonly second: boolean } | undefined {
    const family = this.#families[id] ?? -1;
    if (family < 0) return undefined;
    const key = `${String(group)} ${String(family)}`;
    const known = this.#met.get(key);
    if (!known) {
      this.#met.set(key, { row, count: 1 });
      return undefined;
    }
    known.count++;
    return { row: known.row, second: known.count === 2 };
  }
}
