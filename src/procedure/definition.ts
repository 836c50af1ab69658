import * as z from 'zod';
import { STAGES } from './procedure.ts';

/**
 * What an author writes: the schema of `templates/<county>/procedure.yaml`. It is published as JSON Schema
 * (`npm run docs`). {@link loadProcedure} turns a definition into a {@link Procedure}.
 */

const text = z.string().min(1);
const wording = z.strictObject({ zh: text, en: text }).meta({ id: 'wording', description: 'Chinese and English.' });
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const id = z
  .string()
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .meta({ id: 'step-id', description: 'A short name in lower case: final-acceptance.' });

const clause = z
  .strictObject({
    document: text.optional().describe('Another document than the regulation.'),
    place: text.describe('Where it stands: 第九条.'),
    text: text.describe('Its words, word for word.'),
  })
  .meta({ id: 'clause' });

const range = z
  .union([
    text,
    z.strictObject({
      range: text,
      beside: text.describe(
        'The words for the other side whose 含 settles where the number belongs: 3000万元（含）以上.',
      ),
    }),
  ])
  .meta({
    id: 'range',
    description:
      'An amount or share as the clause words it: 50万元以上. Article 1259 of the Civil Code says whether the number belongs to it.',
  });

const names = z.union([text, z.array(text).min(1)]);

const known = {
  total: range.optional(),
  measures: z.record(z.string(), range).optional().describe('Keys of `measures`, each with its range.'),
  facts: names.optional().describe('All of these keys of `facts` are so.'),
  not: names.optional().describe('None of these keys of `facts` is so.'),
};

const parts = {
  category: names.optional().describe('One of these keys of `categories`.'),
  ...known,
  otherwise: names.optional().describe('None of these steps is to be taken.'),
};

const condition = z
  .strictObject({
    ...parts,
    any: z.array(z.strictObject(parts)).min(2).optional().describe('One of these holds.'),
  })
  .meta({ id: 'condition', description: 'All entries must hold.' });

const period = {
  months: z.number().int().positive().optional(),
  workingDays: z.number().int().positive().optional(),
};

const deadline = z
  .strictObject({
    words: text.describe('As the clause has it: 每年9月底前.'),
    yearly: z.number().int().min(1).max(12).optional().describe('By the end of this month, every year.'),
    round: id.optional().describe('With `yearly`: the earlier step with whose deadline the yearly round begins.'),
    within: z.strictObject(period).optional().describe('At the latest so long after `after`.'),
    between: z
      .strictObject({ from: z.strictObject(period), to: z.strictObject(period) })
      .optional()
      .describe('Not before and not after so long after `after`.'),
    atLeast: z.strictObject(period).optional().describe('Not before so long after `after`.'),
    before: text.optional().describe('Before this key of `events`.'),
    after: text.optional().describe('The key of `events` it runs from.'),
  })
  .meta({ id: 'deadline' });

const document = z.union([text, z.strictObject({ name: text, form: text.describe('The id of our form.') })]);

const categorySchema = z.strictObject({
  en: text,
  zh: text.optional().describe('The words to show, where they are more than the key.'),
  also: z.array(text).min(1).optional().describe('Other words for it.'),
  of: text.optional().describe('The category it belongs to.'),
  counts: z
    .strictObject({ as: text, when: condition, otherwise: text, clauses: z.array(clause).min(1) })
    .optional()
    .describe('What it counts as, where amount and facts decide that.'),
});

const factSchema = z.strictObject({ zh: text, en: text, not: wording.describe('How its contrary is said.') });
const measureSchema = z.strictObject({
  zh: text,
  en: text,
  unit: z.enum(['money', 'percent']),
  withinTotal: z.boolean().optional().describe('It is a part of the total, and so never more.'),
});

const stepSchema = z.strictObject({
  id,
  stage: z.enum(STAGES),
  step: wording.describe('What is to be done.'),
  by: text.describe('Who does it, in the words of the text.'),
  to: text.optional().describe('Where it goes, in the words of the text.'),
  decides: text.optional().describe('Who decides, in the words of the text.'),
  when: condition.optional().describe('Nothing: always.'),
  documents: z.array(document).min(1).optional().describe('What is handed in, in the words of the text.'),
  deadline: deadline.optional(),
  clauses: z.array(clause).min(1).describe('What it rests on.'),
  note: wording.optional(),
});

const excludedSchema = z.strictObject({ what: wording, clause });

const head = {
  county: z
    .string()
    .regex(/^[a-z]+$/)
    .describe('The folder of this file below templates/.'),
  version: date.describe('The date of this edition of the definition.'),
  name: text.describe('The county or district, in Chinese.'),
  source: z.strictObject({ document: text, name: text }).describe('The regulation.'),
};

export const procedureSchema = z.strictObject({
  ...head,
  categories: z.record(z.string(), categorySchema).optional().describe('Kinds of projects the text tells apart.'),
  facts: z.record(z.string(), factSchema).optional().describe('What is so of a project or not.'),
  measures: z.record(z.string(), measureSchema).optional().describe('Quantities beside the total.'),
  events: z.record(z.string(), wording).optional().describe('What deadlines run from.'),
  steps: z.array(stepSchema).min(1).describe('In their order.'),
  excluded: z.array(excludedSchema).optional().describe('What the regulation says is no such project.'),
});

/** The parts of a definition, so that a fault in one does not hide those of the others. */
export const PARTS = {
  procedure: z.strictObject({
    ...head,
    categories: z.record(z.string(), z.unknown()).optional(),
    facts: z.record(z.string(), z.unknown()).optional(),
    measures: z.record(z.string(), z.unknown()).optional(),
    events: z.record(z.string(), z.unknown()).optional(),
    steps: z.array(z.unknown()).min(1),
    excluded: z.array(z.unknown()).optional(),
  }),
  category: categorySchema,
  fact: factSchema,
  measure: measureSchema,
  event: wording,
  step: stepSchema,
  excluded: excludedSchema,
};

export type CategoryDefinition = z.infer<typeof categorySchema>;
export type ConditionDefinition = z.infer<typeof condition>;
export type DeadlineDefinition = z.infer<typeof deadline>;
export type PeriodDefinition = { readonly [K in keyof typeof period]?: number | undefined };
export type RangeDefinition = z.infer<typeof range>;
export type StepDefinition = z.infer<typeof stepSchema>;
