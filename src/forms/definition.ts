import * as z from 'zod';
import { layoutSchema } from './layout-definition.ts';

/**
 * What an author writes: the schema of the files in `templates/`. It is published as JSON Schema
 * (`npm run docs`), so that an editor completes and checks a definition while it is typed.
 * {@link loadForm} turns a definition into a {@link Form}.
 */

const text = z.string().min(1);
const texts = z.array(text).min(1);

const formula = z.string().regex(/^=./s).meta({
  id: 'formula',
  description: 'An Excel formula with structured references: [@列] of this row, 表[列] a whole column, fields[字段].',
});
const columnName = z
  .string()
  .regex(/^[^[\]]+\[[^[\]]+\]$/)
  .meta({ id: 'column-name', description: '表[列]' });
const words = z.union([text, texts]).meta({ id: 'words', description: 'One spelling, or several.' });
const severity = z.enum(['error', 'warning', 'info']).meta({ id: 'severity' });
const basis = z
  .string()
  .meta({ id: 'basis', description: 'A key of `clauses`: what the check rests on. Without it the check is ours.' });
const wording = z.strictObject({ zh: text, en: text }).meta({ id: 'wording', description: 'Chinese and English.' });

const namedOption = z.strictObject({
  value: text.describe('The listed value.'),
  code: text.optional().describe('The letter that stands for it and ends the value (字符型C: C).'),
  same: texts.optional().describe('Spellings as right as the listed one.'),
  synonyms: texts
    .optional()
    .describe('Other words for it; the listed value is offered. A * at the end stands for anything.'),
  like: texts
    .optional()
    .describe('Words that say more or a little else (DM8, 准实时): read as it, but never written over. A * as above.'),
  not: texts.optional().describe('Words that look like it but are never taken for it.'),
});
const option = z.union([text, namedOption]).meta({ id: 'option' });

const unit = z.union([
  text,
  z.strictObject({
    unit: text,
    times: z.number().positive().describe('One of it is so many of the column.'),
  }),
  z.strictObject({
    unit: text,
    per: z.number().positive().describe('So many of it are one of the column.'),
  }),
]);

const condition = {
  when: formula.optional(),
  severity: severity.optional(),
  basis: basis.optional(),
  message: wording.optional().describe("Instead of the rule's own; it can say what `when` rests on."),
};
const required = {
  ...condition,
  notApplicable: z.boolean().optional().describe('That it does not apply (/, 无, —, 不涉及) is an answer, too.'),
};
const fieldRequired = z.union([z.boolean(), z.strictObject(required)]);
const columnRequired = z.union([
  z.boolean(),
  z.literal('once').describe('At least one row has it.'),
  z.strictObject({ ...required, once: z.boolean().optional().describe('At least one row has it.') }),
]);
const emptyWhen = z.strictObject({ ...condition, when: formula });

/** The types of value, as definitions name them. */
export const TYPES = [
  'text',
  'lines',
  'integer',
  'number',
  'money',
  'date',
  'month',
  'year',
  'period',
  'choice',
  'ticks',
  'phone',
  'email',
  'ports',
  'specification',
  'length',
  'amount-in-words',
  'pattern',
] as const;
export type TypeName = (typeof TYPES)[number];

const NUMBERS: readonly TypeName[] = ['integer', 'number', 'money'];

/** Entries that only some types take any notice of; with others they would do nothing, and are refused. */
export const TYPES_WITH: Readonly<Record<string, readonly TypeName[]>> = {
  choices: ['choice', 'ticks'],
  choicesFrom: ['choice', 'ticks'],
  open: ['choice'],
  anyWhen: ['choice'],
  multiple: ['choice', 'pattern'],
  single: ['ticks'],
  min: NUMBERS,
  max: NUMBERS,
  units: ['integer', 'number'],
  before: ['integer', 'number'],
  unitInCell: ['integer', 'number'],
  decimals: ['money'],
  unit: ['money'],
  inText: ['money', 'period'],
  none: ['text', 'lines'],
  range: ['period'],
  begins: ['date', 'month', 'year'],
  pattern: ['pattern'],
  hint: ['pattern'],
  checksum: ['pattern'],
  of: ['amount-in-words'],
};

/** Entries that a type cannot do without. */
export const NEEDED_BY: Readonly<Partial<Record<TypeName, string>>> = {
  choice: 'choices',
  ticks: 'choices',
  pattern: 'pattern',
};

const value = {
  label: words
    .optional()
    .describe('The spellings of the label or heading, the official one first; the key where it is left out.'),
  optional: z.boolean().optional().describe('A copy without it is still complete.'),
  type: z
    .enum(TYPES)
    .optional()
    .describe(
      '`text` where it is left out, `choice` where there are choices. `lines`: a text that may have line breaks.',
    ),
  emptyWhen: z.union([emptyWhen, z.array(emptyWhen).min(1)]).optional(),
  basis: basis.optional(),
  choices: z.array(option).min(1).optional(),
  choicesFrom: columnName.optional().describe('Instead of `choices`: a column of one of the `lists`.'),
  open: z.boolean().optional().describe('The list ends in 等: another value is a warning.'),
  anyWhen: formula.optional().describe('Where this holds any value is right, listed or not.'),
  multiple: z.boolean().optional().describe('Several options (with `pattern`: codes) may stand in one cell.'),
  single: z.boolean().optional().describe('Ticks: only one may be ticked.'),
  doubtful: texts.optional().describe('Answers that leave open what is meant (待定, 长期): a warning.'),
  min: z.number().optional(),
  max: z.number().optional(),
  decimals: z.number().int().min(0).max(6).optional(),
  unit: z.enum(['元', '万元', '亿元']).optional(),
  inText: z
    .boolean()
    .optional()
    .describe(
      'With `money`: the cell is a text with the amount and its unit in it (总投资300万元，其中…). With `period`: any words will do (合同签订后半年), but an end before the beginning.',
    ),
  units: z
    .array(unit)
    .min(1)
    .optional()
    .describe('Units that may stand behind the number (台, 个); other sizes are converted ({ unit: MB, per: 1024 }).'),
  before: texts.optional().describe('Words that may stand before the number (独享).'),
  unitInCell: z
    .boolean()
    .optional()
    .describe('The form prints no unit beside the cell, so that one belongs into it (64GB) and is never taken away.'),
  pattern: text.max(500).optional().describe('A regular expression for the whole text.'),
  range: z
    .union([z.boolean(), z.literal('months')])
    .optional()
    .describe('With `period`: from when to when must be said, not only how long; `months`: to the month.'),
  begins: z
    .boolean()
    .optional()
    .describe('With `date`: the day from which on. From when to when may be said; the first day counts.'),
  hint: wording.optional().describe('With `pattern`: what is expected, in words.'),
  checksum: z
    .enum(['GB 32100', 'GB 11643'])
    .optional()
    .describe('With `pattern`: the standard of its check character (统一社会信用代码, 公民身份号码).'),
  none: z.literal('value').optional().describe('无 is an answer here, not an empty cell.'),
  maxCharacters: z.number().int().min(1).optional(),
  computed: formula.optional().describe('The value that follows from others.'),
  of: formula.optional().describe('With `amount-in-words`: the amount that the words must say.'),
};

const fieldSchema = z.strictObject({
  ...value,
  required: z.union([fieldRequired, z.array(fieldRequired).min(1)]).optional(),
  after: z
    .string()
    .optional()
    .describe('The field whose label stands before this one, where the label stands several times.'),
  beside: text
    .optional()
    .describe(
      'Where the form prints no label before this date: the field that it stands behind, in its cell or row or just below.',
    ),
  paragraph: z
    .union([
      z.literal('rest'),
      z.strictObject({
        like: text
          .max(500)
          .describe('A regular expression for the whole paragraph; its first group, where it has one, is the value.'),
        last: z.boolean().optional().describe('The last one of those, not the first.'),
      }),
    ])
    .optional()
    .describe(
      'Where the form prints no label, as in a letter: which paragraph of its `section` (without one, above the first section) it is; `rest`: all that are no other field’s.',
    ),
  section: text.optional(),
  hints: texts.optional().describe('Printed words that mean nothing has been filled in yet.'),
});

const columnSchema = z.strictObject({
  ...value,
  required: z.union([columnRequired, z.array(columnRequired).min(1)]).optional(),
  group: words.optional().describe('The heading above it in a two-row header.'),
  carryDown: z.boolean().optional().describe('A blank below a value means "as above".'),
  total: z.boolean().optional().describe('A total row, where there is one, must agree with the sum of the column.'),
});

const list = z
  .array(z.record(z.string(), z.union([text, z.number(), namedOption])))
  .min(1)
  .describe('Rows that say the same columns each; formulas look them up as 列表[列].');

/** A printed entry of a table, as an author writes it. */
export type EntryDefinition =
  | string
  | {
      readonly text: string;
      readonly note?: string | undefined;
      readonly same?: readonly string[] | undefined;
      readonly optional?: boolean | undefined;
      readonly parts?: readonly EntryDefinition[] | undefined;
    };

const entry: z.ZodType<EntryDefinition, EntryDefinition> = z
  .union([
    text,
    z.strictObject({
      text: text.describe('As the form prints it, with its number.'),
      note: text
        .max(150)
        .optional()
        .describe('What the form prints below it in its cell: what is to be written there.'),
      same: texts.optional().describe('Other words for it.'),
      optional: z.boolean().optional().describe('Its row may be left out without a word (可选择, 按需).'),
      parts: z
        .array(z.lazy(() => entry))
        .min(1)
        .optional()
        .describe('The entries that it heads (the sections of a chapter).'),
    }),
  ])
  .meta({ id: 'entry' });

const tableSchema = z.strictObject({
  section: text.optional(),
  optional: z.boolean().optional().describe('It may be annexed or absent.'),
  rows: z
    .strictObject({
      printed: z.number().int().min(0).optional(),
      ignoreIfOnly: texts.optional().describe('Columns that alone do not make a row (序号).'),
    })
    .optional(),
  entries: z
    .strictObject({
      column: text.describe('The column that they stand in.'),
      list: z.array(entry).min(1),
    })
    .optional()
    .describe(
      'The rows that the form prints (chapters of an outline, papers to hand in): a row with its printed words alone is not filled in. See the rules checklist and needed-entries.',
    ),
  columns: z.record(z.string(), columnSchema),
});

/** What every application of a rule may say; the rule's own options stand beside. */
const useSchema = z.strictObject({
  rule: z.string().describe('A rule of docs/rules; its options stand beside.'),
  at: text.optional().describe('字段, 表[列] or 表; nothing: the form.'),
  when: formula.optional().describe('Only where this holds.'),
  severity: severity.optional().describe("Instead of the rule's own."),
  basis: basis.optional(),
  message: wording.optional().describe("Instead of the rule's own; {text} and the like are filled in as there."),
  enabled: z.boolean().optional().describe('false: advice that a county may switch on.'),
});

const figureSchema = z
  .strictObject({
    label: wording,
    unit: text.optional(),
    percent: z.boolean().optional().describe('With `formula`: a rate from 0 to 1, shown to people as a percentage.'),
    formula: formula.optional(),
    distinct: z
      .union([columnName, z.array(columnName).min(1)])
      .optional()
      .describe('How many different combinations of these columns there are.'),
    parts: columnName.optional().describe('How the rows split by the value of a column.'),
    sum: columnName.optional().describe('What the numbers of a column add up to, split `by` a formula.'),
    by: formula.optional().describe('With `sum`: the part that a row belongs to.'),
    fields: z.array(text).min(2).optional().describe('What these fields add up to, and how that splits among them.'),
    change: text
      .optional()
      .describe('With `formula`: the figure that says by how much it changes. It is drawn before and after.'),
  })
  .describe('A number the form amounts to: exactly one of `formula`, `distinct`, `parts`, `sum` and `fields`.');

const procedureLink = z
  .strictObject({
    total: formula.describe('The total that the procedure is told for.'),
    unit: z.enum(['元', '万元']),
    category: text.optional().describe("The kind of project: a word of the county's procedure.yaml, or a formula."),
  })
  .describe('What follows from the form: the steps of the procedure of its county.');

const clause = z.union([
  text.describe('The words of the clause, in the annex of the form.'),
  z.strictObject({ document: text.optional(), place: text, text }),
]);

/** What a definition says of the form itself. */
const head = {
  id: z
    .string()
    .regex(/^[a-z]+\/[a-z]+(-[a-z]+)*$/)
    .describe('county/form: the path of this file below templates/.'),
  version: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .describe('The date of this edition of the definition.'),
  county: text,
  title: text,
  otherTitles: texts.optional(),
  englishTitle: text.optional().describe("The form's name in English, for lists; its own words are never translated."),
  purpose: wording.optional().describe('In one line what the form is for.'),
  source: z
    .strictObject({ document: text, name: text, annex: text })
    .describe('The regulation that the form is annexed to.'),
  clauses: z.record(z.string(), clause).optional().describe('What checks rest on, by a short name.'),
  sections: z
    .record(z.string(), texts)
    .optional()
    .describe('Parts of the form that repeat labels of another part, by the line above them.'),
  sentences: z
    .array(
      z.strictObject({ text: text.describe('Printed words with {字段} for each blank.'), section: text.optional() }),
    )
    .optional(),
  printed: texts.optional().describe('Other wording printed on the form: notes, seals, opinions.'),
};

export const definitionSchema = z.strictObject({
  ...head,
  fields: z.record(z.string(), fieldSchema).optional(),
  tables: z.record(z.string(), tableSchema).optional(),
  rules: z.array(useSchema).optional().describe('Further checks.'),
  lists: z
    .record(z.string(), list)
    .optional()
    .describe('Reference data that the regulation gives: who is who, what is allowed.'),
  figures: z.record(z.string(), figureSchema).optional(),
  layout: layoutSchema.optional(),
  procedure: procedureLink.optional(),
});

/** The parts of a definition, so that a fault in one does not hide those of the others. */
export const PARTS = {
  form: z.strictObject({
    ...head,
    fields: z.record(z.string(), z.unknown()).optional(),
    tables: z.record(z.string(), z.unknown()).optional(),
    rules: z.array(z.unknown()).optional(),
    lists: z.record(z.string(), list).optional(),
    figures: z.record(z.string(), z.unknown()).optional(),
    layout: z.unknown().optional(),
    procedure: z.unknown().optional(),
  }),
  field: fieldSchema,
  table: tableSchema.extend({ columns: z.record(z.string(), z.unknown()) }),
  column: columnSchema,
  use: useSchema,
  figure: figureSchema,
  procedure: procedureLink,
};

export type FieldDefinition = z.infer<typeof fieldSchema>;
export type ListDefinition = z.infer<typeof list>;
export type TableDefinition = z.infer<typeof tableSchema>;
export type ColumnDefinition = z.infer<typeof columnSchema>;
export type RequiredDefinition = z.infer<typeof columnRequired>;
