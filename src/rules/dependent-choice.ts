import type { Reading } from '../forms/reading.ts';
import { NO_PROBLEMS, rowRule, type Problem } from './rule.ts';
import { hasOwn } from '../sheets/own.ts';

/** A value belongs to the group that another column names; what no group lists is not this rule's matter. */
export const dependentChoice = rowRule({
  id: 'dependent-choice',
  summary: { zh: '下级选项属于所填的上级分类', en: 'A value belongs to the group chosen beside it' },
  targets: { on: ['field', 'column'], kinds: ['choice', 'text'] },
  messages: {
    'other-group': {
      severity: 'error',
      zh: '“{value}”属于“{groups}”，不属于本行所填的“{group}”。请改正其中一个。',
      en: '“{value}” belongs to “{groups}”, not to “{group}” as this row says. Correct one of them.',
    },
  },
  options: (z) =>
    z.strictObject({
      by: z.beside().check(z.describe('The column (field) that names the group.')),
      groups: z
        .record(z.string(), z.array(z.string()))
        .check(z.describe('The values of each group; a group not listed, or with none, takes any.')),
    }),
  reads: ({ options }) => [options.by],
  check(row, { column, field, options: { by, groups } }) {
    const group = row.reading(by).value;
    if (typeof group !== 'string') return NO_PROBLEMS;
    const own = hasOwn(groups, group) ? (groups[group] ?? []) : [];
    if (own.length === 0) return NO_PROBLEMS;
    const problems: Problem<'other-group'>[] = [];
    for (const value of valuesOf(row.reading(column ?? field ?? ''))) {
      if (lists(own, value)) continue;
      const right = Object.keys(groups).filter((name) => lists(groups[name] ?? [], value));
      if (right.length > 0) {
        problems.push({ case: 'other-group', params: { value, groups: right, group }, expected: own });
      }
    }
    return problems.length > 0 ? problems : NO_PROBLEMS;
  },
});

function valuesOf(reading: Reading): readonly string[] {
  return reading.list ?? (typeof reading.value === 'string' ? [reading.value] : []);
}

/** Letter case and a leading dot do not matter. */
function lists(group: readonly string[], value: string): boolean {
  const wanted = value.toLowerCase().replace(/^\./, '');
  return group.some((listed) => listed.toLowerCase() === wanted);
}
