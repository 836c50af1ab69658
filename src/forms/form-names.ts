import { referencesOf } from './expressions/references.ts';
import type { Expression } from './expressions/expression.ts';
import { foldLabel } from './fold.ts';
import type { DefinitionError } from './definition-error.ts';
import type { Form, RuleUse } from './form.ts';

type NameError = Omit<DefinitionError, 'file'>;

/** Names in a form that lead nowhere: unknown clauses, fields, tables and columns, and computed values in a circle. */
export function findNameErrors(form: Form): NameError[] {
  const names = new Names(form);
  return [
    ...form.fields.flatMap((field) => [
      ...names.field(field.after, `fields.${field.key}.after`),
      ...names.section(field.section, `fields.${field.key}.section`),
    ]),
    ...form.tables.flatMap((table) => [
      ...names.section(table.section, `tables.${table.key}.section`),
      ...table.ignoreIfOnly.flatMap((column) =>
        names.column(table.key, column, `tables.${table.key}.rows.ignoreIfOnly`),
      ),
    ]),
    ...form.sentences.flatMap((sentence) => sentence.blanks.flatMap((blank) => names.field(blank, 'sentences'))),
    ...form.rules.flatMap((use) => names.use(use)),
    ...form.figures.flatMap((figure) => {
      const path = `figures.${figure.key}`;
      if ('formula' in figure) return names.expression(figure.formula, undefined, path);
      if ('parts' in figure) return names.column(figure.parts.table, figure.parts.column, path);
      return figure.distinct.columns.flatMap((column) => names.column(figure.distinct.table, column, path));
    }),
    ...sharedLabels(form),
    ...patterns(form),
    ...circles(form),
  ];
}

class Names {
  readonly #form: Form;
  readonly #columns: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #fields: ReadonlySet<string>;

  constructor(form: Form) {
    this.#form = form;
    this.#fields = new Set(form.fields.map((field) => field.key));
    this.#columns = new Map(
      form.tables.map((table) => [table.key, new Set(table.columns.map((column) => column.key))]),
    );
  }

  use(use: RuleUse): NameError[] {
    const path = pathOf(use);
    return [
      ...this.field(use.field ?? null, path),
      ...(use.table === undefined ? [] : this.column(use.table, use.column, path)),
      ...(use.basis !== null && !Object.hasOwn(this.#form.clauses, use.basis)
        ? [unknown('clauses', use.basis, path)]
        : []),
      ...(use.when ? this.expression(use.when, use.table, `${path}.when`) : []),
      ...expressionsIn(use.options).flatMap((expression) => this.expression(expression, use.table, path)),
    ];
  }

  expression(expression: Expression, table: string | undefined, path: string): NameError[] {
    const references = referencesOf(expression);
    const where = `${path} ${expression.source}`;
    return [
      ...references.fields.flatMap((field) => this.field(field, where)),
      ...references.cells.flatMap((column) =>
        table === undefined ? [unknown('tables', `[@${column}]`, where)] : this.column(table, column, where),
      ),
      ...references.columns.flatMap((column) => this.column(column.table, column.column, where)),
      ...references.tables.flatMap((name) => this.column(name, undefined, where)),
    ];
  }

  field(key: string | null, path: string): NameError[] {
    return key === null || this.#fields.has(withoutComponent(key)) ? [] : [unknown('fields', key, path)];
  }

  section(key: string | null, path: string): NameError[] {
    return key === null || this.#form.sections.some((section) => section.key === key)
      ? []
      : [unknown('sections', key, path)];
  }

  column(table: string, column: string | undefined, path: string): NameError[] {
    const columns = this.#columns.get(table);
    if (!columns) return [unknown('tables', table, path)];
    return column === undefined || columns.has(withoutComponent(column))
      ? []
      : [unknown(`tables.${table}.columns`, column, path)];
  }
}

/** `产品配置.vcpu` names a component of the column 产品配置. */
function withoutComponent(key: string): string {
  return key.split('.')[0] ?? key;
}

function unknown(where: string, name: string, path: string): NameError {
  return {
    path,
    message: { zh: `“${name}”不在 ${where} 中`, en: `"${name}" is not among ${where}` },
  };
}

function pathOf(use: RuleUse): string {
  if (use.field !== undefined) return `fields.${use.field} (${use.rule})`;
  if (use.table === undefined) return `rules (${use.rule})`;
  return `tables.${use.table}${use.column === undefined ? '' : `.columns.${use.column}`} (${use.rule})`;
}

/** The formulas anywhere in a rule's options. */
export function expressionsIn(options: unknown): Expression[] {
  if (typeof options !== 'object' || options === null) return [];
  if ('source' in options && 'tree' in options) return [options as Expression];
  return Object.values(options).flatMap(expressionsIn);
}

/** Fields with one label between them, and nothing that says which is which. */
function sharedLabels(form: Form): NameError[] {
  const owners = new Map<string, string>();
  return form.fields.flatMap((field) =>
    field.labels.flatMap((label) => {
      // Groups of ticks are told apart by their options.
      const place = [foldLabel(label), field.after, field.section, field.type.kind === 'ticks' ? field.key : ''].join(
        '|',
      );
      const other = owners.get(place);
      owners.set(place, field.key);
      if (other === undefined || other === field.key) return [];
      return [
        {
          path: `fields.${field.key}.label`,
          message: {
            zh: `标签“${label}”与字段“${other}”相同；请用 after 或 section 说明是哪一个`,
            en: `the label "${label}" is that of "${other}", too; say with after or section which is meant`,
          },
        },
      ];
    }),
  );
}

function patterns(form: Form): NameError[] {
  const typed = [
    ...form.fields.map(({ key, type }) => ({ path: `fields.${key}.pattern`, type })),
    ...form.tables.flatMap((table) =>
      table.columns.map(({ key, type }) => ({ path: `tables.${table.key}.columns.${key}.pattern`, type })),
    ),
  ];
  return typed.flatMap(({ path, type }) => {
    if (type.kind !== 'pattern') return [];
    try {
      new RegExp(type.pattern, 'u');
      return type.pattern === ''
        ? [{ path, message: { zh: '需要正则表达式', en: 'a regular expression is expected' } }]
        : [];
    } catch (error) {
      const said = error instanceof Error ? error.message : '';
      return [{ path, message: { zh: `不是有效的正则表达式：${said}`, en: `no valid regular expression: ${said}` } }];
    }
  });
}

/** Computed columns that depend on themselves, directly or through others. */
function circles(form: Form): NameError[] {
  const sources = new Map<string, readonly string[]>();
  for (const use of form.rules) {
    if (use.rule !== 'computed') continue;
    const own = use.table === undefined ? (use.field ?? '') : `${use.table}[${use.column ?? ''}]`;
    sources.set(
      own,
      expressionsIn(use.options).flatMap((expression) => {
        const references = referencesOf(expression);
        return [
          ...references.fields,
          ...references.cells.map((column) => `${use.table ?? ''}[${column}]`),
          ...references.columns.map((column) => `${column.table}[${column.column}]`),
        ];
      }),
    );
  }
  const reaches = (from: string, goal: string, seen: Set<string>): boolean =>
    (sources.get(from) ?? []).some((next) => {
      if (next === goal) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, goal, seen);
    });
  return [...sources.keys()]
    .filter((key) => reaches(key, key, new Set()))
    .map((key) => ({
      path: key,
      message: { zh: `“${key}”的公式绕了一圈又用到它自己`, en: `the formula of "${key}" comes round to itself` },
    }));
}
