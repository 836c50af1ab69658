import * as z from 'zod';

/**
 * What an author writes: the schema of the files in `templates/`. It is published as JSON Schema
 * (`npm run docs`), so that an editor completes and checks a definition while it is typed.
 * {@link loadForm} turns a definition into a {@link Form}.
 */

const formula = z
  .string()
  .regex(/^=./s, 'a formula, beginning with =')
  .describe('An Excel formula with structured references: [@列] of this row, 表[列] a whole column, fields[字段].');

const words = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const severity = z.enum(['error', 'warning', 'info']);
const basis = z.string().describe('A key of `clauses`: what the check rests on. Without it the check is ours.');
const wording = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const option = z.union([
  z.string().min(1),
  z.strictObject({
    value: z.string().min(1).describe('The listed value.'),
    code: z.string().optional().describe('The letter that stands for it and ends the value (字符型C: C).'),
    same: z.array(z.string()).optional().describe('Spellings as right as the listed one.'),
    synonyms: z
      .array(z.string())
      .optional()
      .describe('Other words for it; the listed value is offered. A * at the end stands for anything.'),
    not: z.array(z.string()).optional().describe('Words that look like it but are never taken for it.'),
  }),
]);

const unit = z.union([
  z.string().min(1),
  z.strictObject({
    unit: z.string().min(1),
    times: z.number().positive().describe('One of it is so many of the column.'),
  }),
  z.strictObject({
    unit: z.string().min(1),
    per: z.number().positive().describe('So many of it are one of the column.'),
  }),
]);

const required = z.union([
  z.boolean(),
  z.literal('once').describe('At least one row has it.'),
  z.strictObject({
    when: formula.optional(),
    once: z.boolean().optional(),
    severity: severity.optional(),
    basis: basis.optional(),
  }),
]);

const emptyWhen = z.strictObject({ when: formula, severity: severity.optional(), basis: basis.optional() });

const value = {
  label: words
    .optional()
    .describe('The spellings of the label or heading, the official one first; the key where it is left out.'),
  optional: z.boolean().optional().describe('A copy without it is still complete.'),
  type: z
    .enum([
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
    ])
    .optional()
    .describe(
      '`text` where it is left out, `choice` where there are choices. `lines`: a text that may have line breaks.',
    ),
  required: z.union([required, z.array(required)]).optional(),
  emptyWhen: z.union([emptyWhen, z.array(emptyWhen)]).optional(),
  basis: basis.optional(),
  choices: z.array(option).min(1).optional(),
  open: z.boolean().optional().describe('The list ends in 等: another value is a warning.'),
  anyWhen: formula.optional().describe('Where this holds any value is right, listed or not.'),
  multiple: z.boolean().optional().describe('Several options (with `pattern`: codes) may stand in one cell.'),
  single: z.boolean().optional().describe('Ticks: only one may be ticked.'),
  doubtful: z.array(z.string()).optional().describe('Answers that leave open what is meant (待定, 长期): a warning.'),
  min: z.number().optional(),
  max: z.number().optional(),
  decimals: z.number().int().min(0).max(6).optional(),
  unit: z.enum(['元', '万元', '亿元']).optional(),
  units: z
    .array(unit)
    .optional()
    .describe('Units that may stand behind the number (台, 个); other sizes are converted ({ unit: MB, per: 1024 }).'),
  before: z.array(z.string().min(1)).optional().describe('Words that may stand before the number (独享).'),
  pattern: z.string().max(500).optional(),
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

const field = z.strictObject({
  ...value,
  after: z
    .string()
    .optional()
    .describe('The field whose label stands before this one, where the label stands several times.'),
  section: z.string().optional(),
  hints: z.array(z.string()).optional().describe('Printed words that mean nothing has been filled in yet.'),
});

const column = z.strictObject({
  ...value,
  group: words.optional().describe('The heading above it in a two-row header.'),
  carryDown: z.boolean().optional().describe('A blank below a value means "as above".'),
  total: z.boolean().optional().describe('A total row, where there is one, must agree with the sum of the column.'),
});

const table = z.strictObject({
  section: z.string().optional(),
  optional: z.boolean().optional().describe('It may be annexed or absent.'),
  rows: z
    .strictObject({
      printed: z.number().int().min(0).optional(),
      ignoreIfOnly: z.array(z.string()).optional().describe('Columns that alone do not make a row (序号).'),
    })
    .optional(),
  columns: z.record(z.string(), column),
});

const rule = z
  .looseObject({
    rule: z.string().describe('A rule of docs/rules; its options stand beside.'),
    at: z.string().optional().describe('字段, 表[列] or 表; nothing: the form.'),
    when: formula.optional(),
    severity: severity.optional(),
    basis: basis.optional(),
    message: wording.optional(),
    enabled: z.boolean().optional().describe('false: advice a county may switch on.'),
  })
  .describe('One more check: a rule of docs/rules with its options.');

const figure = z.strictObject({
  label: wording,
  unit: z.string().optional(),
  percent: z.boolean().optional().describe('A rate from 0 to 1, shown to people as a percentage.'),
  formula: formula.optional(),
  distinct: words.optional().describe('表[列]: how many different combinations of these columns there are.'),
  parts: z.string().optional().describe('表[列]: how the rows split by value.'),
});

const clause = z.union([
  z.string().min(1).describe('The words of the clause, in the annex of the form.'),
  z.strictObject({ document: z.string().optional(), place: z.string(), text: z.string() }),
]);

export const definitionSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+\/[a-z]+(-[a-z]+)*$/, 'county/form in lower case'),
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date, YYYY-MM-DD'),
  county: z.string().min(1),
  title: z.string().min(1),
  otherTitles: z.array(z.string()).optional(),
  source: z.strictObject({ document: z.string(), name: z.string(), annex: z.string() }),
  clauses: z.record(z.string(), clause).optional(),
  sections: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  sentences: z.array(z.strictObject({ text: z.string(), section: z.string().optional() })).optional(),
  fields: z.record(z.string(), field).optional(),
  tables: z.record(z.string(), table).optional(),
  rules: z.array(rule).optional(),
  figures: z.record(z.string(), figure).optional(),
  printed: z.array(z.string()).optional().describe('Other wording printed on the form: notes, seals, opinions.'),
});

export type Definition = z.infer<typeof definitionSchema>;
export type FieldDefinition = z.infer<typeof field>;
export type ColumnDefinition = z.infer<typeof column>;
export type RequiredDefinition = z.infer<typeof required>;
