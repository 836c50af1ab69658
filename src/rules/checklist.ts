import { readingAt, type FilledTable } from '../locate/filled.ts';
import { columnOf } from './filled-columns.ts';
import { EntryStates } from './entry-states.ts';
import { formRule, type PlacedProblem } from './rule.ts';

/** Each entry that the form prints in a table (a chapter, a paper) is there and says how it stands. */
export const checklist = formRule({
  id: 'checklist',
  scope: 'table',
  summary: {
    zh: '清单中印好的每一项（章节、材料）都在，并写明了情况',
    en: 'Each entry printed in a list (chapters, papers) is there, and says how it stands',
  },
  targets: { on: ['column'] },
  messages: {
    'missing-entries': {
      severity: 'error',
      zh: '清单中缺少 {count} 项：{entries}。请补上；不涉及的也请列出，并写明“{notApplicable}”。',
      en: 'Entries that the list lacks: {count} ({entries}). Add them; where one does not apply, list it and say “{notApplicable}”.',
    },
    'no-state': {
      severity: 'error',
      zh: '“{entry}”没有写明{field}。请填写；不涉及的请写“{notApplicable}”。',
      en: 'Nothing is said under “{field}” of “{entry}”. Fill it in; where it does not apply, say “{notApplicable}”.',
    },
    'no-states': {
      severity: 'error',
      zh: '有 {count} 项没有写明{names}（第 {rows} 行）。请逐项填写；不涉及的也请写明。',
      en: 'Entries of which nothing is said under “{names}”: {count} (rows {rows}). Fill it in for each; say so where one does not apply.',
    },
    'no-pages': {
      severity: 'warning',
      zh: '有 {count} 项没有写明{names}（第 {rows} 行）。请补填，便于查阅。',
      en: 'Entries without their “{names}”: {count} (rows {rows}). Fill it in, so that they can be found.',
    },
    'no-page': {
      severity: 'warning',
      zh: '“{entry}”没有写明{page}。请填写，便于查阅。',
      en: '“{entry}” lacks its “{page}”. Fill it in, so that it can be found.',
    },
  },
  together: {
    'no-state': { fields: 'no-states', cells: 'no-states' },
    'no-page': { fields: 'no-pages', cells: 'no-pages' },
  },
  options: (z) =>
    z.strictObject({
      notApplicable: z
        .optional(z.string())
        .check(z.describe('The choice that says that an entry does not apply; left out: 不适用.')),
      page: z
        .optional(z.beside())
        .check(z.describe('The column that says where to find what is given (页码): then it is filled in.')),
    }),
  *check(form, use) {
    const found = columnOf(form, use);
    const list = found?.table.table.entries?.list;
    if (!found || !list) return;
    const { notApplicable = '不适用', page } = use.options;
    const { table, column } = found;
    const states = new EntryStates(table, column, notApplicable);
    const missing = missingEntries(table, states);
    if (missing.length > 0) {
      const at = { table: table.table.key, column: table.table.entries?.column ?? column.column.key };
      const params = { entries: missing, count: missing.length, notApplicable };
      yield { at, case: 'missing-entries', params };
    }
    for (const [entry, { text }] of list.entries()) {
      const row = table.entries[entry];
      if (!row) continue;
      const state = states.stateOf(entry);
      if (state === 'blank' && !hasPartsIn(table, entry)) {
        yield { at: states.placeOf(row), case: 'no-state', params: { entry: text, notApplicable } };
      }
      if (state === 'given' && page !== undefined && row.row !== undefined) yield* noPage(table, page, text, row.row);
    }
  },
});

/** The entries without a row that should have one; a heading stands for its parts where all are missing, and they for it. */
function missingEntries(table: FilledTable, states: EntryStates): readonly string[] {
  const list = table.table.entries?.list ?? [];
  const isMissing = list.map(({ optional }, entry) => !optional && states.stateOf(entry) === 'absent');
  return list.flatMap(({ text, heading }, entry) => {
    if (!isMissing[entry] || hasPartsIn(table, entry)) return [];
    return heading !== null && isMissing[heading] && !hasPartsIn(table, heading) ? [] : [text];
  });
}

/** Whether any of the parts that an entry heads has a row: then they say how it stands. */
function hasPartsIn(table: FilledTable, entry: number): boolean {
  const list = table.table.entries?.list ?? [];
  return list.some(
    ({ heading }, part) => heading === entry && (table.entries[part] !== undefined || hasPartsIn(table, part)),
  );
}

function* noPage(table: FilledTable, page: string, entry: string, row: number): Iterable<PlacedProblem<'no-page'>> {
  const column = table.columns.get(page);
  if (!column || readingAt(column, row).state !== 'blank') return;
  const params = { entry, page: column.column.labels[0] ?? page };
  yield { at: { table: table.table.key, column: page, row }, case: 'no-page', params };
}
