import type { Clause, Field, Form, Table } from '../src/forms/form.ts';
import type { LayoutContent } from '../src/forms/layout.ts';
import type { Procedure } from '../src/procedure/procedure.ts';

/** Words that the project says stand in a document. */
export interface Quotation {
  /** The definition they are quoted in, and as what: `templates/fengdu/application.yaml title`. */
  readonly where: string;
  /** The number of the document. */
  readonly document: string;
  readonly text: string;
}

/** All that the definitions quote: clauses, and the wording of the official forms. */
export function quotationsOf(forms: readonly Form[], procedures: readonly Procedure[]): readonly Quotation[] {
  return [...forms.flatMap(ofForm), ...procedures.flatMap(ofProcedure)];
}

function ofForm(form: Form): readonly Quotation[] {
  const quote = quoting(`templates/${form.id}.yaml`, form.source.document);
  const laidOut = form.layout?.blocks ?? [];
  const cells = laidOut.flatMap((block) => (block.kind === 'rows' ? block.rows.flat() : []));
  const tables = form.tables.filter(
    ({ key }) => !form.layout || laidOut.some((block) => block.kind === 'table' && block.table === key),
  );
  const fields = form.fields.filter(
    ({ key }) =>
      !form.layout || cells.some(({ content }) => content.kind !== 'title' && fieldsIn(content).includes(key)),
  );
  return [
    ...Object.entries(form.clauses).map(([key, clause]) => quote(`clause ${key}`, clause.text, clause)),
    ...form.title.split('…').map((words) => quote('title', words)),
    quote('regulation', form.source.name),
    ...(form.layout
      ? cells.flatMap(({ content }) => wordsIn(content).map((words) => quote('layout', words)))
      : fields.flatMap(({ key, labels }) => labels.slice(0, 1).map((label) => quote(`label of ${key}`, label)))),
    ...fields.flatMap((field) => optionsOf(field).map((option) => quote(`option of ${field.key}`, option))),
    ...tables.flatMap((table) => ofTable(table, quote)),
    ...form.sentences.flatMap(({ words }) => words.map((each) => quote('sentence', each))),
    ...form.printed.map((words) => quote('printed', words)),
  ].filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

function ofTable(table: Table, quote: Quote): readonly Quotation[] {
  const { key, columns, entries } = table;
  return [
    ...columns.flatMap((column) => [
      ...column.labels.slice(0, 1).map((label) => quote(`heading of ${key}[${column.key}]`, label)),
      ...column.groups.slice(0, 1).map((group) => quote(`heading above ${key}[${column.key}]`, group)),
      ...optionsOf(column).map((option) => quote(`option of ${key}[${column.key}]`, option)),
    ]),
    ...(entries?.list ?? []).flatMap(({ text, note = '' }) =>
      [text, note].map((words) => quote(`entry of ${key}`, words)),
    ),
  ];
}

function ofProcedure(procedure: Procedure): readonly Quotation[] {
  const { county, source, steps, excluded } = procedure;
  const quote = quoting(`templates/${county}/procedure.yaml`, source.document);
  return [
    quote('regulation', source.name),
    ...steps.flatMap(({ id, clauses, documents, deadline, by, to, decides }) => [
      ...clauses.map((clause) => quote(`${id} clause ${clause.place}`, clause.text, clause)),
      ...documents.map(({ name }) => quote(`${id} document`, name)),
      ...(deadline ? [quote(`${id} deadline`, deadline.words)] : []),
      ...[by, to, decides].flatMap((who) => (who ?? '').split('、')).map((who) => quote(`${id} authority`, who)),
    ]),
    ...excluded.map(({ clause }) => quote(`excluded clause ${clause.place}`, clause.text, clause)),
  ].filter(({ text }) => text !== '');
}

type Quote = (as: string, text: string, clause?: Clause) => Quotation;

function quoting(file: string, document: string): Quote {
  return (as, text, clause) => ({ where: `${file} ${as}`, document: clause?.document ?? document, text });
}

function optionsOf({ type }: Pick<Field, 'type'>): readonly string[] {
  return type.kind === 'ticks' || type.kind === 'choice' ? type.options.map(({ value }) => value) : [];
}

function fieldsIn(content: LayoutContent): readonly string[] {
  if (content.kind === 'text') return content.blanks.map(({ field }) => field);
  return content.kind === 'title' ? [] : [content.field];
}

/** The words that a cell of the blank form prints. */
function wordsIn(content: LayoutContent): readonly string[] {
  switch (content.kind) {
    case 'title':
      return [];
    case 'label':
      // The colon before a value in the same cell is the writer's.
      return [content.text.replace(/[：:]$/u, '')];
    case 'value':
      return [content.printed, content.suffix];
    case 'text':
      return [...content.words, ...content.blanks.map(({ printed }) => printed)];
  }
}
