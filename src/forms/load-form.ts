import { PARTS, type ColumnDefinition, type FieldDefinition, type TableDefinition } from './definition.ts';
import type { DefinitionError, DefinitionPath } from './definition-error.ts';
import { DefinitionNames, type Target } from './definition-names.ts';
import { loadEntries } from './entries.ts';
import { Faults } from './faults.ts';
import { foldValue } from './fold.ts';
import { checkChanges, loadFigure } from './figure-loader.ts';
import type {
  Clause,
  Column,
  Field,
  Figure,
  Form,
  ParagraphPlace,
  Section,
  Sentence,
  Table,
  ValueType,
  Wording,
} from './form.ts';
import { Lists } from './load-lists.ts';
import { findKeyFaults, findSharedLabels } from './key-faults.ts';
import type { RuleRegistry } from './known-rule.ts';
import { loadLayout, printedHints, printedInSentences, printedWords } from './layout-loader.ts';
import { patternFault } from './patterns.ts';
import { loadProcedureLink } from './procedure-link.ts';
import { columnReference, RuleLoader } from './rule-loader.ts';
import { shorthandUses } from './shorthand.ts';
import { findValueFaults } from './value-faults.ts';
import { valueTypeOf } from './value-type.ts';

export type LoadResult =
  | { readonly form: Form; readonly errors?: undefined }
  | { readonly form?: undefined; readonly errors: readonly DefinitionError[] };

/** Rules that hold for every form as a whole. */
const FOR_EVERY_FORM = ['layout', 'not-filled'];

/**
 * Makes a form of a definition: validates it, fills in defaults, spells out shorthand as rules, parses formulas and
 * makes sure that every name in it exists and that nothing in it is without effect. Faults are told all together.
 * @param data The parsed YAML or JSON.
 */
export function loadForm(data: unknown, rules: RuleRegistry): LoadResult {
  const faults = new Faults();
  const form = new Loader(data, rules, faults).form();
  return form && faults.list.length === 0 ? { form } : { errors: faults.list };
}

/** A part of a definition and its type; the type alone is missing where the part has a fault. */
interface Value<T> {
  readonly key: string;
  readonly path: DefinitionPath;
  readonly definition: T;
  readonly type: ValueType;
}

type Whole = Partial<ReturnType<typeof PARTS.form.parse>>;

class Loader {
  readonly #whole: Whole;
  readonly #isWhole: boolean;
  readonly #faults: Faults;
  readonly #names: DefinitionNames;
  readonly #rules: RuleLoader;
  readonly #lists: Lists;

  constructor(data: unknown, rules: RuleRegistry, faults: Faults) {
    const whole = faults.parse(PARTS.form, data, [], Object.keys(PARTS.form.shape));
    this.#isWhole = whole !== undefined;
    this.#whole = whole ?? soundParts(data);
    this.#faults = faults;
    this.#names = new DefinitionNames(Object.keys(this.#whole.sections ?? {}), Object.keys(this.#whole.clauses ?? {}));
    this.#rules = new RuleLoader(rules, this.#names, faults);
    this.#lists = new Lists(this.#whole.lists ?? {}, this.#names, faults);
  }

  /** `undefined` where what every form must say is lacking; otherwise to be used only if there were no faults. */
  form(): Form | undefined {
    const { fields: writtenFields = {}, tables: writtenTables = {} } = this.#whole;
    findKeyFaults(writtenFields, writtenTables, this.#whole.lists ?? {}, this.#faults);
    const sentences = this.#sentences();
    const blanks = new Set(sentences.flatMap((sentence) => sentence.blanks));
    const values = Object.entries(writtenFields).flatMap(([key, written]) => this.#field(key, written));
    const tables = Object.entries(writtenTables).flatMap(([key, written]) => this.#table(key, written));
    const fields = values.map((value) => this.#fieldOf(value, blanks.has(value.key)));
    this.#checkSentences(sentences);
    findSharedLabels(
      fields,
      tables.map(({ table }) => table),
      this.#faults,
    );
    for (const rule of FOR_EVERY_FORM) this.#rules.addShorthand({ rule, says: {}, path: [] }, {});
    for (const { key, ...value } of values) this.#shorthand({ field: key }, value);
    for (const { table, columns } of tables) {
      for (const { key, ...value } of columns) this.#shorthand({ table: table.key, column: key }, value);
    }
    (this.#whole.rules ?? []).forEach((written, index) => this.#rules.addOwn(written, ['rules', index]));
    this.#rules.findCircles();
    const figures = Object.entries(this.#whole.figures ?? {}).flatMap(([key, written]): Figure[] => {
      const figure = loadFigure(key, written, this.#names, this.#faults);
      return figure ? [figure] : [];
    });
    checkChanges(figures, this.#faults);
    this.#findUnused();
    const { id, version, county, title, otherTitles = [], source, printed = [] } = this.#whole;
    const laidOut = {
      title: title ?? '',
      fields,
      tables: tables.map(({ table }) => withNumbers(table, this.#rules.numberings)),
      sentences,
      clauses: source ? this.#clauses(source) : {},
      lists: this.#lists.list,
    };
    const layout = loadLayout(this.#whole.layout, laidOut, this.#names, this.#faults);
    this.#findUnusedLists();
    const procedure = loadProcedureLink(this.#whole.procedure, this.#names, this.#faults);
    const hints = layout ? printedHints(layout) : new Map<string, string>();
    const { englishTitle, purpose } = this.#whole;
    if (!this.#isWhole || id === undefined || version === undefined || county === undefined) return undefined;
    if (title === undefined || source === undefined) return undefined;
    return {
      ...{ id, version, county, title, otherTitles, source },
      ...(englishTitle === undefined ? {} : { englishTitle }),
      ...(purpose === undefined ? {} : { purpose }),
      clauses: this.#clauses(source),
      sections: this.#sections(),
      sentences,
      fields: withPrintedDates(withHints(fields, hints), layout && printedInSentences(layout)),
      tables: laidOut.tables,
      ...(this.#lists.list.length > 0 ? { lists: this.#lists.list } : {}),
      rules: this.#rules.uses,
      figures,
      ...(procedure ? { procedure } : {}),
      printed: [...new Set([...printed, ...(layout ? printedWords(layout) : [])])],
      ...(layout ? { layout } : {}),
    };
  }

  #field(key: string, written: unknown): Value<FieldDefinition>[] {
    const path = ['fields', key];
    const definition = this.#value(
      this.#faults.parse(PARTS.field, written, path, Object.keys(PARTS.field.shape)),
      path,
    );
    const type = definition && valueTypeOf(definition);
    this.#names.fields.set(key, type);
    if (!definition || !type) return [];
    findValueFaults(definition, path, this.#faults);
    return [{ key, path, definition, type }];
  }

  /** A field's or column's definition with the options that it takes from a list. */
  #value<T extends FieldDefinition | ColumnDefinition>(definition: T | undefined, path: DefinitionPath): T | undefined {
    if (definition?.choicesFrom === undefined) return definition;
    const from = columnReference(definition.choicesFrom);
    if (from) this.#faults.add([...path, 'choicesFrom'], this.#names.listed(from.table, from.column));
    if (definition.choices) {
      const fault = { zh: '已有 choices，choicesFrom 不起作用', en: 'choicesFrom does nothing beside choices' };
      this.#faults.add([...path, 'choicesFrom'], fault);
    }
    return this.#lists.withOptions(definition);
  }

  #fieldOf({ key, path, definition, type }: Value<FieldDefinition>, inSentence: boolean): Field {
    const { label, after, beside, paragraph, section, optional = false, hints = [] } = definition;
    if (after !== undefined) this.#faults.add([...path, 'after'], this.#names.field(after) ?? itself(after, key));
    if (beside !== undefined) this.#faults.add([...path, 'beside'], this.#besideFault(beside, key, type));
    if (section !== undefined) this.#faults.add([...path, 'section'], this.#names.section(section));
    if (typeof paragraph === 'object') {
      this.#faults.add([...path, 'paragraph', 'like'], patternFault(paragraph.like));
    }
    for (const entry of ['label', 'after', 'beside', 'paragraph'] as const) {
      if (!inSentence || definition[entry] === undefined) continue;
      const fault = {
        zh: `空格在句子里，${entry} 不起作用`,
        en: `its blank is in a sentence, where ${entry} does nothing`,
      };
      this.#faults.add([...path, entry], fault);
    }
    const isUnlabelled = inSentence || (paragraph !== undefined && label === undefined);
    const labels = isUnlabelled ? [] : wordList(label, key);
    const place = {
      ...{ after: after ?? null, section: section ?? null },
      ...(beside === undefined ? {} : { beside }),
      ...(paragraph === undefined ? {} : { paragraph: paragraphPlace(paragraph) }),
    };
    return { key, labels, ...place, optional, hints, type };
  }

  #besideFault(beside: string, key: string, { kind }: ValueType): Wording | undefined {
    if (kind === 'date') return this.#names.field(beside) ?? itself(beside, key);
    return { zh: '只有日期可以没有标签', en: 'only a date can do without a label' };
  }

  #table(key: string, written: unknown): { table: Table; columns: Value<ColumnDefinition>[] }[] {
    const path = ['tables', key];
    const names = new Map<string, ValueType | undefined>();
    this.#names.tables.set(key, names);
    const definition = this.#faults.parse(PARTS.table, written, path, Object.keys(PARTS.table.shape));
    const columns = Object.entries(definition?.columns ?? columnsIn(written)).flatMap(
      ([name, part]): Value<ColumnDefinition>[] => {
        const place = [...path, 'columns', name];
        const column = this.#value(
          this.#faults.parse(PARTS.column, part, place, Object.keys(PARTS.column.shape)),
          place,
        );
        const type = column && valueTypeOf(column);
        names.set(name, type);
        if (!column || !type) return [];
        findValueFaults(column, place, this.#faults);
        return [{ key: name, path: place, definition: column, type }];
      },
    );
    if (!definition) return [];
    const { section, rows = {}, optional = false } = definition;
    const entries = definition.entries && this.#entries(key, definition.entries, path);
    const { ignoreIfOnly = [], printed = 0 } = rows;
    if (section !== undefined) this.#faults.add([...path, 'section'], this.#names.section(section));
    ignoreIfOnly.forEach((name, at) => {
      this.#faults.add([...path, 'rows', 'ignoreIfOnly', at], this.#names.column(key, name));
    });
    if (names.size === 0) this.#faults.add([...path, 'columns'], { zh: '表没有列', en: 'the table has no columns' });
    const table = {
      ...{ key, section: section ?? null, optional, ignoreIfOnly, printedRows: printed },
      columns: columns.map(columnOf),
      ...(entries ? { entries } : {}),
    };
    return [{ table, columns }];
  }

  #entries(
    table: string,
    { column, list }: NonNullable<TableDefinition['entries']>,
    path: DefinitionPath,
  ): NonNullable<Table['entries']> {
    const entries = loadEntries(list, [...path, 'entries', 'list'], this.#faults);
    this.#names.entries.set(table, new Set(entries.map(({ text }) => text)));
    this.#faults.add([...path, 'entries', 'column'], this.#names.column(table, column));
    return { column, list: entries };
  }

  #shorthand(target: Target, { definition, type, path }: Omit<Value<FieldDefinition | ColumnDefinition>, 'key'>): void {
    for (const use of shorthandUses(definition, type, path)) this.#rules.addShorthand(use, target);
  }

  #clauses(source: Form['source']): Record<string, Clause> {
    return Object.fromEntries(
      Object.entries(this.#whole.clauses ?? {}).map(([key, clause]) => [
        key,
        typeof clause === 'string'
          ? { document: source.document, place: source.annex + key, text: clause }
          : { document: clause.document ?? source.document, place: clause.place, text: clause.text },
      ]),
    );
  }

  #sections(): Section[] {
    return Object.entries(this.#whole.sections ?? {}).map(([key, headings]) => ({ key, headings }));
  }

  #sentences(): Sentence[] {
    return (this.#whole.sentences ?? []).map(({ text, section }) => {
      const pieces = text.split(/\{([^{}]*)\}/);
      return {
        section: section ?? null,
        words: pieces.filter((_, at) => at % 2 === 0),
        blanks: pieces.filter((_, at) => at % 2 === 1),
      };
    });
  }

  #checkSentences(sentences: readonly Sentence[]): void {
    const seen = new Set<string>();
    sentences.forEach(({ section, blanks }, index) => {
      const path = ['sentences', index, 'text'];
      if (section !== null) this.#faults.add(['sentences', index, 'section'], this.#names.section(section));
      if (blanks.length === 0) {
        this.#faults.add(path, { zh: '句子里没有空格 {字段}', en: 'the sentence has no blank {字段}' });
      }
      for (const blank of blanks) {
        this.#faults.add(path, this.#names.field(blank));
        if (seen.has(blank))
          this.#faults.add(path, { zh: `{${blank}} 出现了两次`, en: `{${blank}} stands there twice` });
        seen.add(blank);
      }
    });
  }

  /** What would be there for nothing. Clauses may stand for themselves: they are quotations. */
  #findUnused(): void {
    for (const key of this.#names.sections) {
      if (this.#names.sectionsUsed.has(key)) continue;
      this.#faults.add(['sections', key], { zh: `没有任何内容用到“${key}”`, en: `nothing refers to "${key}"` });
    }
    if (this.#faults.list.length === 0 && this.#names.fields.size + this.#names.tables.size === 0) {
      this.#faults.add([], { zh: '既没有 fields 也没有 tables', en: 'there are neither fields nor tables' });
    }
  }

  #findUnusedLists(): void {
    for (const key of this.#names.lists.keys()) {
      if (this.#names.listsUsed.has(key)) continue;
      this.#faults.add(['lists', key], { zh: `没有任何内容用到“${key}”`, en: `nothing refers to "${key}"` });
    }
  }
}

/** The X printed in the blanks of a sentence (XXX系统于XXXX年XX月XX日) is no hint: left there, it is told of. */
const PLACEHOLDER = /[Xx×]{2}/u;

/** The gap of a date, as a form prints it. */
const DATE_GAP = /年.{0,12}月/u;

/** A date is written as the form prints its gap. */
function withPrintedDates(
  fields: readonly Field[],
  printed: ReadonlyMap<string, string> | undefined,
): readonly Field[] {
  return fields.map((field) => {
    const words = [...field.hints, printed?.get(field.key) ?? ''];
    if (field.type.kind !== 'date' || !words.some((one) => DATE_GAP.test(one))) return field;
    return { ...field, type: { ...field.type, inCharacters: true as const } };
  });
}

/** What the blank form prints in a cell is no answer. */
function withHints(fields: readonly Field[], printed: ReadonlyMap<string, string>): readonly Field[] {
  return fields.map((field) => {
    const words = printed.get(field.key);
    if (words === undefined || (field.labels.length === 0 && PLACEHOLDER.test(words))) return field;
    if (field.hints.some((hint) => foldValue(hint) === foldValue(words))) return field;
    return { ...field, hints: [...field.hints, words] };
  });
}

function columnOf({ key, definition, type }: Value<ColumnDefinition>): Column {
  const { label, group, carryDown = false, optional = false } = definition;
  const groups = group === undefined ? [] : wordList(group, key);
  return { key, labels: wordList(label, key), groups, carryDown, optional, type };
}

/** What can be made of a definition that is not right as a whole. */
function soundParts(data: unknown): Whole {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
  const sound = Object.entries(data).filter(([key, part]) => {
    const schema = new Map(Object.entries(PARTS.form.shape)).get(key);
    return schema?.safeParse(part).success;
  });
  return Object.fromEntries(sound);
}

/** The columns of a table that is not right as a whole. */
function columnsIn(written: unknown): Readonly<Record<string, unknown>> {
  if (typeof written !== 'object' || written === null || !('columns' in written)) return {};
  const parsed = PARTS.table.shape.columns.safeParse(written.columns);
  return parsed.success ? parsed.data : {};
}

function paragraphPlace(given: NonNullable<FieldDefinition['paragraph']>): ParagraphPlace {
  return given === 'rest' ? { like: null, last: false } : { like: given.like, last: given.last ?? false };
}

function itself(name: string, key: string): { zh: string; en: string } | undefined {
  return name === key ? { zh: '不能是它自己', en: 'it cannot be itself' } : undefined;
}

function wordList(given: string | readonly string[] | undefined, otherwise: string): readonly string[] {
  if (given === undefined) return [otherwise];
  return typeof given === 'string' ? [given] : given;
}

/** Serial numbers alone, printed in advance or computed, make no row. */
function withNumbers(table: Table, numberings: readonly Target[]): Table {
  const numbers = numberings.flatMap((target) => (target.table === table.key ? (target.column ?? []) : []));
  return { ...table, ignoreIfOnly: [...new Set([...table.ignoreIfOnly, ...numbers])] };
}
