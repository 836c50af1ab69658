import { saysNotApplicable } from '../forms/values/blank.ts';
import { cellNameOf, firstFilledRow } from './filled-columns.ts';
import { NO_PROBLEMS, rowRule } from './rule.ts';

/** The cell is filled in: in every data row, or with `once` in one of them at least. */
export const required = rowRule({
  id: 'required',
  summary: { zh: '必填的内容已填写', en: 'What must be filled in is filled in' },
  targets: { on: ['field', 'column'] },
  messages: {
    missing: {
      severity: 'error',
      zh: '“{field}”未填写。请补填。',
      en: '“{field}” is not filled in. Fill it in.',
    },
    'missing-fields': {
      severity: 'error',
      zh: '还有 {count} 栏必填的内容没有填写：{names}。请补填后再检查一次。',
      en: 'Required entries are still blank: {count} ({names}). Fill them in, and check again.',
    },
    'missing-cells': {
      severity: 'error',
      zh: '“{names}”有 {count} 格没有填写（第 {rows} 行）。请逐行补填后再检查一次。',
      en: 'Cells under “{names}” are still blank: {count} (rows {rows}). Fill them in, and check again.',
    },
    'missing-throughout': {
      severity: 'error',
      zh: '“{field}”一行也没有填写。请至少在第一行填写。',
      en: '“{field}” is not filled in on any row. Fill it in on the first row at least.',
    },
    'missing-at-first': {
      severity: 'warning',
      zh: '“{field}”从这一行起没有填写，到下面 {cell} 才有；前面的行不知属于谁。请补填。',
      en: '“{field}” is not filled in from this row on, and only {cell} further down has it; whose the rows above are is not known. Fill it in.',
    },
  },
  together: { missing: { fields: 'missing-fields', cells: 'missing-cells' } },
  options: (z) =>
    z.strictObject({
      once: z.optional(z.boolean()).check(z.describe('One row at least has it.')),
      notApplicable: z
        .optional(z.boolean())
        .check(z.describe('That it does not apply (/, 无, —, 不涉及) is an answer, too.')),
    }),
  oncePerTable: ({ options }) => options.once === true,
  check(row, use) {
    const key = use.column ?? use.field;
    if (key === undefined) return NO_PROBLEMS;
    const { state, text } = row.reading(key);
    if (state !== 'blank' || (use.options.notApplicable === true && saysNotApplicable(text))) return NO_PROBLEMS;
    if (use.options.once !== true || use.column === undefined) {
      const isTicks = use.field !== undefined && row.form.fields.get(use.field)?.field.type.kind === 'ticks';
      return isTicks && text !== '' ? NOT_TICKED : MISSING;
    }
    const column = row.form.tables.get(use.table ?? '')?.columns.get(use.column);
    if (!column) return NO_PROBLEMS;
    const first = firstFilledRow(column);
    return first < 0 ? MISSING_THROUGHOUT : [{ case: 'missing-at-first', params: { cell: cellNameOf(column, first) } }];
  },
});

/** Of printed boxes nobody says that they are not filled in. */
const NOT_TICKED = [
  {
    case: 'missing',
    wording: {
      zh: '“{field}”未勾选。请在所选项前的□中打勾。',
      en: 'Nothing is ticked under “{field}”. Tick the box before what applies.',
    },
  },
] as const;
const MISSING = [{ case: 'missing' }] as const;
const MISSING_THROUGHOUT = [{ case: 'missing-throughout' }] as const;
