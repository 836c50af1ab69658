import { columnOf } from './filled-columns.ts';
import { EntryStates } from './entry-states.ts';
import { formRule } from './rule.ts';

/** Some entries of a checklist apply in any case, or where the use's condition holds. */
export const neededEntries = formRule({
  id: 'needed-entries',
  scope: 'table',
  summary: {
    zh: '清单中必须有的项没有填“不适用”，也没有略去',
    en: 'Entries of a list that are needed are neither left out nor said not to apply',
  },
  targets: { on: ['column'] },
  messages: {
    'not-applicable': {
      severity: 'error',
      zh: '“{entry}”是必须有的，不能填“{notApplicable}”。请补齐后改填。',
      en: '“{entry}” is needed; it cannot be said not to apply (“{notApplicable}”). Supply it.',
    },
    'left-out': {
      severity: 'error',
      zh: '清单中没有“{entry}”，这一项是必须有的。请补齐并列出。',
      en: '“{entry}” is not in the list, but is needed. Supply and list it.',
    },
    'none-given': {
      severity: 'error',
      zh: '{entries}至少应有一项。请补齐。',
      en: 'At least one of these is needed: {entries}. Supply it.',
    },
  },
  options: (z) =>
    z.strictObject({
      entries: z.array(z.entry()).check(z.minLength(1), z.describe('As `entries` of the table has them.')),
      any: z.optional(z.boolean()).check(z.describe('One of them is enough.')),
      notApplicable: z
        .optional(z.string())
        .check(z.describe('The choice that says that an entry does not apply; left out: 不适用.')),
    }),
  *check(form, use) {
    const found = columnOf(form, use);
    const list = found?.table.table.entries?.list;
    if (!found || !list) return;
    const { table, column } = found;
    const { notApplicable = '不适用', entries, any = false } = use.options;
    const states = new EntryStates(table, column, notApplicable);
    const needed = list.flatMap(({ text, optional }, at) =>
      entries.includes(text) ? [{ text, optional, state: states.stateOf(at), row: table.entries[at] }] : [],
    );
    // What is blank, or missing though it must be listed, is told by the checklist itself.
    const refused = needed.filter(
      ({ state, optional }) => state === 'not-applicable' || (state === 'absent' && optional),
    );
    const heading = { table: table.table.key, column: table.table.entries?.column ?? column.column.key };
    if (any) {
      const row = refused.find(({ row }) => row !== undefined)?.row;
      if (refused.length === needed.length) {
        yield { at: row ? states.placeOf(row) : heading, case: 'none-given', params: { entries } };
      }
      return;
    }
    for (const { text, state, row } of refused) {
      yield row && state === 'not-applicable'
        ? { at: states.placeOf(row), case: 'not-applicable', params: { entry: text, notApplicable } }
        : { at: heading, case: 'left-out', params: { entry: text } };
    }
  },
});
