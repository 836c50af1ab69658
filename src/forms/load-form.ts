import * as z from 'zod';
import * as mini from 'zod/mini';
import { definitionSchema, type Definition } from './definition.ts';
import type { DefinitionError } from './definition-error.ts';
import { wordingOf } from './expressions/expression-wording.ts';
import { ExpressionError, parseExpression } from './expressions/parse-expression.ts';
import { referencesOf } from './expressions/references.ts';
import type { Clause, Column, Field, Figure, Form, RuleUse, Section, Sentence, Table, Wording } from './form.ts';
import { expressionsIn, findNameErrors } from './form-names.ts';
import { shorthandRules, type Target } from './rule-uses.ts';
import { valueTypeOf } from './value-type.ts';

/** The rules a definition may use, by id, with what makes the schema of their options; `scope`: those of a `row` see one. */
export type RuleRegistry = ReadonlyMap<
  string,
  { readonly scope: string; readonly options: (z: typeof mini) => mini.ZodMiniType }
>;

export type LoadResult =
  | { readonly form: Form; readonly errors?: undefined }
  | { readonly form?: undefined; readonly errors: readonly DefinitionError[] };

/**
 * Makes a form of a definition: validates it, fills in defaults, spells out shorthand as rules, parses formulas and
 * makes sure that every name in it exists.
 * @param data The parsed YAML or JSON.
 * @param file The file's name, for error messages only.
 */
export function loadForm(data: unknown, file: string, rules: RuleRegistry): LoadResult {
  const parsed = definitionSchema.safeParse(data, { reportInput: true });
  if (!parsed.success) return { errors: zodErrors(parsed.error, file, []) };
  const errors: DefinitionError[] = [];
  const loader = new Loader(parsed.data, file, rules, errors);
  const form = loader.form();
  if (errors.length === 0) errors.push(...findNameErrors(form).map((error) => ({ file, ...error })));
  return errors.length > 0 ? { errors } : { form };
}

type RuleDefinition = NonNullable<Definition['rules']>[number];

class Loader {
  readonly #definition: Definition;
  readonly #file: string;
  readonly #rules: RuleRegistry;
  readonly #errors: DefinitionError[];

  constructor(definition: Definition, file: string, rules: RuleRegistry, errors: DefinitionError[]) {
    this.#definition = definition;
    this.#file = file;
    this.#rules = rules;
    this.#errors = errors;
  }

  form(): Form {
    const { id, version, county, title, otherTitles = [], source, printed = [] } = this.#definition;
    const fields: Field[] = [];
    const tables: Table[] = [];
    const rules: RuleUse[] = [];
    for (const [key, definition] of Object.entries(this.#definition.fields ?? {})) {
      const type = valueTypeOf(definition);
      const inSentence = (this.#definition.sentences ?? []).some(({ text }) => text.includes(`{${key}}`));
      fields.push({
        key,
        labels: inSentence ? [] : wordList(definition.label, key),
        after: definition.after ?? null,
        section: definition.section ?? null,
        optional: definition.optional ?? false,
        hints: definition.hints ?? [],
        type,
      });
      rules.push(...this.#shorthand({ field: key }, definition, type, `fields.${key}`));
    }
    for (const [key, definition] of Object.entries(this.#definition.tables ?? {})) {
      const columns: Column[] = [];
      for (const [name, column] of Object.entries(definition.columns)) {
        const type = valueTypeOf(column);
        columns.push({
          key: name,
          labels: wordList(column.label, name),
          groups: column.group === undefined ? [] : wordList(column.group, name),
          carryDown: column.carryDown ?? false,
          optional: column.optional ?? false,
          type,
        });
        const path = `tables.${key}.columns.${name}`;
        rules.push(...this.#shorthand({ table: key, column: name }, column, type, path));
      }
      tables.push({
        key,
        section: definition.section ?? null,
        columns,
        ignoreIfOnly: definition.rows?.ignoreIfOnly ?? [],
        printedRows: definition.rows?.printed ?? 0,
        optional: definition.optional ?? false,
      });
    }
    rules.push(...this.#ownRules());
    return {
      id,
      version,
      county,
      title,
      otherTitles,
      source,
      clauses: this.#clauses(),
      sections: this.#sections(),
      sentences: this.#sentences(),
      fields,
      tables,
      rules,
      figures: this.#figures(),
      printed,
    };
  }

  #shorthand(
    target: Target,
    definition: Parameters<typeof shorthandRules>[1],
    type: Field['type'],
    path: string,
  ): RuleUse[] {
    return this.#try(path, () => shorthandRules(target, definition, type)) ?? [];
  }

  /** The rules that hold for every form, then those that the definition states. */
  #ownRules(): RuleUse[] {
    const uses: RuleUse[] = ['layout', 'not-filled'].map((rule) => ({ rule, basis: null, options: {} }));
    (this.#definition.rules ?? []).forEach((definition, index) => {
      if (definition.enabled === false) return;
      const use = this.#try(`rules.${String(index)}`, () => this.#ruleUse(definition, `rules.${String(index)}`));
      if (use) uses.push(use);
    });
    return uses;
  }

  #ruleUse(definition: RuleDefinition, path: string): RuleUse | undefined {
    const { rule, at, when, severity, basis, message, enabled: _, ...options } = definition;
    const known = this.#rules.get(rule);
    if (!known) {
      this.#fail(`${path}.rule`, {
        zh: `没有名为“${rule}”的规则；可用的规则：${[...this.#rules.keys()].join('、')}`,
        en: `no rule "${rule}"; the rules are ${[...this.#rules.keys()].join(', ')}`,
      });
      return undefined;
    }
    const checked = known.options(mini).safeParse(options, { reportInput: true });
    if (!checked.success) {
      this.#errors.push(...zodErrors(checked.error, this.#file, [path]));
      return undefined;
    }
    const parsed = withExpressions(checked.data) as RuleUse['options'];
    if (known.scope !== 'row') this.#refuseCells(parsed, path);
    return {
      rule,
      ...targetOf(at, new Set(Object.keys(this.#definition.tables ?? {}))),
      ...(when === undefined ? {} : { when: parseExpression(when) }),
      ...(severity === undefined ? {} : { severity }),
      basis: basis ?? null,
      ...(message === undefined ? {} : { message }),
      options: parsed,
    };
  }

  /** A rule that does not judge rows evaluates its formulas over the whole form, where no row is this one. */
  #refuseCells(options: RuleUse['options'], path: string): void {
    for (const expression of expressionsIn(options)) {
      for (const column of referencesOf(expression).cells) {
        this.#fail(`${path} ${expression.source}`, {
          zh: `[@${column}] 指本行的列，而这条规则不逐行检查；请写作 表[${column}]`,
          en: `[@${column}] is a column of the same row, but this rule does not judge rows; write 表[${column}]`,
        });
      }
    }
  }

  #clauses(): Record<string, Clause> {
    const { source, clauses = {} } = this.#definition;
    return Object.fromEntries(
      Object.entries(clauses).map(([key, clause]) => [
        key,
        typeof clause === 'string'
          ? { document: source.document, place: source.annex + key, text: clause }
          : { document: clause.document ?? source.document, place: clause.place, text: clause.text },
      ]),
    );
  }

  #sections(): Section[] {
    return Object.entries(this.#definition.sections ?? {}).map(([key, headings]) => ({ key, headings }));
  }

  #sentences(): Sentence[] {
    return (this.#definition.sentences ?? []).map(({ text, section }) => {
      const pieces = text.split(/\{([^{}]*)\}/);
      return {
        section: section ?? null,
        words: pieces.filter((_, i) => i % 2 === 0),
        blanks: pieces.filter((_, i) => i % 2 === 1),
      };
    });
  }

  #figures(): Figure[] {
    return Object.entries(this.#definition.figures ?? {}).flatMap(
      ([key, { label, unit = '', percent, ...of }]): Figure[] => {
        const path = `figures.${key}`;
        const common = { key, label, unit, ...(percent === true ? { percent } : {}) };
        if (of.formula !== undefined) {
          const formula = this.#try(path, () => parseExpression(of.formula ?? ''));
          return formula ? [{ ...common, formula }] : [];
        }
        const columns = wordList(of.distinct ?? of.parts ?? [], '').map(columnReference);
        const [first] = columns;
        if (!first || columns.some((column) => column?.table !== first.table)) {
          this.#fail(path, {
            zh: '需要 formula，或写作 表[列] 的 distinct 或 parts',
            en: 'expected a formula, or distinct or parts as 表[列]',
          });
          return [];
        }
        const names = columns.flatMap((column) => (column ? [column.column] : []));
        if (of.distinct !== undefined) return [{ ...common, distinct: { table: first.table, columns: names } }];
        return [{ ...common, parts: first }];
      },
    );
  }

  #try<T>(path: string, make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      this.#fail(path, wordingOf(error));
      return undefined;
    }
  }

  #fail(path: string, message: Wording): void {
    this.#errors.push({ file: this.#file, path, message });
  }
}

function wordList(given: string | readonly string[] | undefined, otherwise: string): readonly string[] {
  if (given === undefined) return [otherwise];
  return typeof given === 'string' ? [given] : given;
}

/** `表[列]` taken apart; `undefined` for anything else. */
function columnReference(text: string): { table: string; column: string } | undefined {
  const match = /^([^[\]]+)\[([^[\]]+)\]$/.exec(text);
  return match?.[1] && match[2] ? { table: match[1], column: match[2] } : undefined;
}

function targetOf(at: string | undefined, tables: ReadonlySet<string>): Target {
  if (at === undefined) return {};
  return columnReference(at) ?? (tables.has(at) ? { table: at } : { field: at });
}

/** Formulas anywhere in a rule's options are parsed. */
function withExpressions(options: unknown): unknown {
  if (typeof options === 'string' && options.startsWith('=')) return parseExpression(options);
  if (Array.isArray(options)) return options.map(withExpressions);
  if (typeof options !== 'object' || options === null) return options;
  return Object.fromEntries(Object.entries(options).map(([key, value]) => [key, withExpressions(value)]));
}

const chinese = z.locales.zhCN().localeError;
const english = z.locales.en().localeError;

function zodErrors(error: z.core.$ZodError, file: string, before: readonly string[]): DefinitionError[] {
  return error.issues.map((issue) => {
    const say = (words: typeof chinese): string => {
      const said = words(issue as z.core.$ZodRawIssue);
      return typeof said === 'string' ? said : (said?.message ?? issue.message);
    };
    return { file, path: [...before, ...issue.path].join('.'), message: { zh: say(chinese), en: say(english) } };
  });
}
