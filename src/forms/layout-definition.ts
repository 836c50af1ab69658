import * as z from 'zod';

/** What an author writes below `layout`: the blank official form as its annex prints it, in rows from top to bottom. */

const text = z.string().min(1);
const span = z.number().int().min(1).max(60);

const rows = span.optional().describe('How many rows the cell takes; the rows below leave its columns out.');
const lines = span.optional().describe('At least so many lines high.');
const wording = text
  .optional()
  .describe('The label as the annex prints it, where it has more than the first label says (remarks in brackets).');
const printed = text
  .optional()
  .describe('What the annex prints in the empty cell (（公章） 年 月 日). It becomes one of the hints of the field.');
const suffix = text.optional().describe('A unit shown behind the number (万元), by its number format.');
const boxes = z.literal('behind').optional().describe('Ticks: the boxes stand behind their options (建设类 □).');
const blanks = z
  .record(z.string(), text)
  .optional()
  .describe('What is printed in a blank, by field (XXXX年XX月XX日); spaces where it is left out.');

const cells = {
  field: z
    .strictObject({
      field: text.describe('A field: its label and, to the right of it, its value.'),
      label: span.optional().describe('How many columns the label takes; 1.'),
      value: span.optional().describe('How many columns the value takes; 1, at the end of a row what is left.'),
      ...{ rows, lines, wording, printed, suffix, boxes },
      below: z.literal(true).optional().describe('The value stands below its label; the field has the row to itself.'),
      inline: z
        .literal(true)
        .optional()
        .describe('Label and value share one cell, the value behind a colon; `value` columns wide.'),
    })
    .describe('A field: label and value.'),
  label: z
    .strictObject({
      label: text.describe('The field whose label is printed here.'),
      span: span.optional(),
      ...{ rows, wording },
    })
    .describe('The label of a field whose value stands apart.'),
  value: z
    .strictObject({
      value: text.describe('The field that is filled in here.'),
      span: span.optional(),
      ...{ rows, lines, printed, suffix, boxes },
      align: z.enum(['left', 'center', 'right']).optional(),
      title: z
        .literal(true)
        .optional()
        .describe('It is filled in within the title, which `printed` has; no other title is drawn.'),
    })
    .describe('The value of a field whose label stands apart, or above for both (one label over two groups of ticks).'),
  text: z
    .strictObject({
      text: text.describe(
        'Printed words; {字段} for a blank that is filled in among them, {条款} for the words of one of the clauses.',
      ),
      span: span.optional(),
      ...{ rows, lines, printed: blanks },
      align: z.enum(['left', 'center', 'right']).optional(),
      bold: z.literal(true).optional(),
    })
    .describe('Printed words.'),
  sentence: z
    .strictObject({
      sentence: text.describe('One of the blanks of the sentence in `sentences` that is printed here.'),
      span: span.optional(),
      before: text.optional().describe('What is printed before it in its cell (需求说明：).'),
      behind: text.optional().describe('What is printed behind it (：).'),
      ...{ rows, lines, printed: blanks },
    })
    .describe('A sentence with blanks.'),
};

const cell = z
  .union([
    text.describe('A field: its label, and its value to the right.'),
    cells.field,
    cells.label,
    cells.value,
    cells.text,
    cells.sentence,
  ])
  .meta({ id: 'layout-cell' });
const row = z.array(cell).min(1);

const table = z
  .strictObject({
    table: text,
    columns: z
      .record(z.string(), span)
      .optional()
      .describe('Its columns from left to right, and how many of the columns of the sheet each takes; all, each 1.'),
    rows: span.max(1000).optional().describe('Rows to be filled in; as many as `rows.printed` of the table says.'),
    numbered: z
      .number()
      .int()
      .min(0)
      .optional()
      .describe('How many rows have their number printed; the others are numbered as they are filled in.'),
    total: text.optional().describe('The words of a row of totals (合计) below.'),
    lines,
  })
  .describe('A table, with its headings.');

const list = z
  .strictObject({
    list: text,
    columns: z
      .record(z.string(), span)
      .describe('Its columns from left to right, and how many of the columns of the sheet each takes.'),
  })
  .describe('One of the `lists` as a table in borders: reference data that the annex prints.');
const line = z
  .strictObject({
    line: row.describe('Cells without borders, labels with a colon.'),
    lines,
  })
  .describe('A line outside the frame (单位名称：… 日期：…).');
const box = z
  .strictObject({
    box: z.union([row, z.array(row).min(1)]).describe('Cells, or rows of cells, with no lines between them.'),
    lines,
  })
  .describe('A frame around cells with no lines between them, labels with a colon.');
const words = z
  .strictObject({
    text: cells.text.shape.text,
    printed: blanks,
    align: cells.text.shape.align,
    bold: cells.text.shape.bold,
    lines,
  })
  .describe('A printed line outside the frame; {字段} for a blank.');

const page = z.enum(['portrait', 'landscape']);
const widths = z
  .array(z.number().positive())
  .min(1)
  .max(60)
  .describe('The columns of the sheet, as shares of the width of the page.');

/** The layout as a whole, for editors. */
export const layoutSchema = z
  .strictObject({
    page: page.optional().describe('A4 upright, or landscape; portrait.'),
    columns: widths,
    rows: z
      .array(
        z
          .union([
            text.describe(
              'A printed line outside the frame (a note, 单位：万元); `title` for the title, else above all.',
            ),
            row.describe('Cells in borders: a name stands for a field.'),
            table,
            list,
            line,
            box,
            words,
          ])
          .meta({ id: 'layout-row' }),
      )
      .min(1),
  })
  .meta({ id: 'layout', description: 'The blank official form, in rows from top to bottom, as its annex prints it.' });

/** The parts of a layout, so that a fault in one does not hide those of the others. */
export const LAYOUT_PARTS = {
  layout: z.strictObject({ page: page.optional(), columns: widths, rows: z.array(z.unknown()).min(1) }),
  rows: {
    table,
    list,
    line: line.extend({ line: z.array(z.unknown()).min(1) }),
    box: box.extend({ box: z.array(z.unknown()).min(1) }),
    text: words,
  },
  cells,
};

export type TableBlockDefinition = z.infer<typeof table>;
export type ListBlockDefinition = z.infer<typeof list>;
export type FieldCellDefinition = z.infer<typeof cells.field>;
export type SentenceCellDefinition = z.infer<typeof cells.sentence>;
