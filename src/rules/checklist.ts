import { readingAt, type FilledForm, type FilledTable } from '../locate/filled.ts';
import { columnOf } from './filled-columns.ts';
import { AskedEntries, hasPartsIn } from './asked-entries.ts';
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
    'depends-on': {
      severity: 'info',
      zh: '{entries}是否需要，要看“{fields}”，而这里没有填写。请先填写；不需要的各项可以空着。',
      en: 'Whether these are needed depends on “{fields}”, which is blank: {entries}. Fill it in; what is not needed may stay blank.',
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
      conditional: z
        .optional(
          z.array(
            z.strictObject({
              entries: z.array(z.entry()).check(z.minLength(1)),
              when: z.formula(),
              asks: z.optional(z.field()),
            }),
          ),
        )
        .check(
          z.describe(
            'Entries that are asked for, with their parts, only where `when` holds; elsewhere they may stay blank. `asks`: the field that decides; while it is blank too, that is said once. Left out: its being blank is an answer.',
          ),
        ),
      free: z
        .optional(z.array(z.entry()))
        .check(z.describe('Entries of which nothing need be said (其他需要说明的材料).')),
    }),
  *check(form, use, evaluate) {
    const found = columnOf(form, use);
    const list = found?.table.table.entries?.list;
    if (!found || !list) return;
    const { notApplicable = '不适用', page, conditional = [], free = [] } = use.options;
    const { table, column } = found;
    const states = new EntryStates(table, column, notApplicable);
    const missing = missingEntries(table, states);
    if (missing.length > 0) {
      const at = { table: table.table.key, column: table.table.entries?.column ?? column.column.key };
      const params = { entries: missing, count: missing.length, notApplicable };
      yield { at, case: 'missing-entries', params };
    }
    const asked = new AskedEntries(form, table, states, { conditional, free }, evaluate);
    for (const [entry, { text }] of list.entries()) {
      const row = table.entries[entry];
      if (!row) continue;
      const state = states.stateOf(entry);
      if (asked.isUnanswered(entry)) {
        yield { at: states.placeOf(row), case: 'no-state', params: { entry: text, notApplicable } };
      }
      if (state === 'given' && page !== undefined && row.row !== undefined) yield* noPage(table, page, text, row.row);
    }
    const open = asked.open();
    const [decider] = open.fields;
    if (decider !== undefined) {
      const at = form.fields.has(decider) ? { field: decider } : { table: table.table.key, column: column.column.key };
      yield { at, case: 'depends-on', params: { entries: open.entries, fields: open.fields.map(labelIn(form)) } };
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

/** What the form prints before a field. */
function labelIn({ located }: FilledForm): (key: string) => string {
  return (key) => located.form.fields.find((field) => field.key === key)?.labels[0] ?? key;
}

function* noPage(table: FilledTable, page: string, entry: string, row: number): Iterable<PlacedProblem<'no-page'>> {
  const column = table.columns.get(page);
  if (!column || readingAt(column, row).state !== 'blank') return;
  const params = { entry, page: column.column.labels[0] ?? page };
  yield { at: { table: table.table.key, column: page, row }, case: 'no-page', params };
}
