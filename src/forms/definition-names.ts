import type { Expression } from './expressions/expression.ts';
import { referencesOf } from './expressions/references.ts';
import { withNearest } from './definition-wording.ts';
import type { RuleUse, ValueType, Wording } from './form.ts';

/** What a rule is applied to; nothing: the form. */
export type Target = Pick<RuleUse, 'field' | 'table' | 'column'>;

/** The type of each value by its key; `undefined` where the definition of it has a fault of its own. */
type Values = ReadonlyMap<string, ValueType | undefined>;

/** Components that formulas may name behind a point: 产品配置.vcpu. */
const COMPONENTS: Readonly<Partial<Record<ValueType['kind'], readonly string[]>>> = {
  specification: ['vcpu', 'memoryGiB', 'diskGiB'],
  length: ['length', 'scale'],
  period: ['from', 'to'],
};

/** The names that a definition gives to its parts. The methods say what is wrong with a name used elsewhere in it. */
export class DefinitionNames {
  readonly fields = new Map<string, ValueType | undefined>();
  readonly tables = new Map<string, Map<string, ValueType | undefined>>();
  /** The printed entries of tables that have any. */
  readonly entries = new Map<string, ReadonlySet<string>>();
  /** The columns of each list of reference data. */
  readonly lists = new Map<string, ReadonlySet<string>>();
  /** Lists that something refers to. */
  readonly listsUsed = new Set<string>();
  readonly sections: ReadonlySet<string>;
  readonly clauses: ReadonlySet<string>;
  /** Sections that something refers to. */
  readonly sectionsUsed = new Set<string>();

  constructor(sections: Iterable<string>, clauses: Iterable<string>) {
    this.sections = new Set(sections);
    this.clauses = new Set(clauses);
  }

  field(name: string): Wording | undefined {
    return this.fields.has(name) ? undefined : unknown(name, this.fields.keys(), FIELD);
  }

  table(name: string): Wording | undefined {
    return this.tables.has(name) ? undefined : unknown(name, this.tables.keys(), { zh: '表', en: 'table' });
  }

  column(table: string, name: string): Wording | undefined {
    const columns = this.tables.get(table);
    if (!columns) return this.table(table);
    return columns.has(name) ? undefined : unknown(name, columns.keys(), columnOf(table));
  }

  /** A column of a list. */
  listed(list: string, name: string): Wording | undefined {
    const columns = this.lists.get(list);
    if (!columns) return unknown(list, this.lists.keys(), LIST);
    this.listsUsed.add(list);
    return columns.has(name)
      ? undefined
      : unknown(name, columns, { zh: `列表“${list}”的列`, en: `column of "${list}"` });
  }

  /** A printed entry of the table that a rule is applied to. */
  entry({ table = '' }: Target, name: string): Wording | undefined {
    const entries = this.entries.get(table) ?? new Set<string>();
    const what = { zh: `表“${table}”的 entries 中的项`, en: `entry of "${table}"` };
    return entries.has(name) ? undefined : unknown(name, entries, what);
  }

  section(name: string): Wording | undefined {
    this.sectionsUsed.add(name);
    return this.sections.has(name) ? undefined : unknown(name, this.sections, { zh: 'sections 中的项', en: 'section' });
  }

  clause(name: string): Wording | undefined {
    return this.clauses.has(name) ? undefined : unknown(name, this.clauses, { zh: 'clauses 中的项', en: 'clause' });
  }

  /** A column of the table that a rule is applied to; of a rule applied to a field, another field. */
  beside(target: Target, name: string): Wording | undefined {
    if (target.table !== undefined) return this.column(target.table, name);
    return this.field(name);
  }

  /** The type of what a rule is applied to; `undefined` for tables and the form. */
  typeOf(target: Target): ValueType | undefined {
    if (target.field !== undefined) return this.fields.get(target.field);
    return this.tables.get(target.table ?? '')?.get(target.column ?? '');
  }

  /** `table`: the one whose row `[@列]` is of; `undefined` where there is no row. */
  formula(expression: Expression, table: string | undefined): Wording | undefined {
    const { cells, columns, tables, fields } = referencesOf(expression);
    for (const column of cells) {
      const fault =
        table === undefined ? noRow(column) : this.#operand(column, this.tables.get(table), columnOf(table));
      if (fault) return fault;
    }
    for (const { table: name, column } of columns) {
      const fault = this.lists.has(name)
        ? this.listed(name, column)
        : (this.table(name) ?? this.#operand(column, this.tables.get(name), columnOf(name)));
      if (fault) return fault;
    }
    for (const fault of [
      ...tables.map((name) => this.table(name)),
      ...fields.map((name) => this.#operand(name, this.fields, FIELD)),
    ]) {
      if (fault) return fault;
    }
    return undefined;
  }

  /** What a formula reads: a value, or a component of one. */
  #operand(name: string, among: Values = new Map(), what: Wording): Wording | undefined {
    const point = name.indexOf('.');
    const key = point < 0 ? name : name.slice(0, point);
    if (!among.has(key)) return unknown(key, among.keys(), what);
    const type = among.get(key);
    if (point < 0 || !type) return undefined;
    const component = name.slice(point + 1);
    const components = COMPONENTS[type.kind] ?? [];
    if (components.includes(component)) return undefined;
    const wording = { zh: `“${key}”没有“${component}”这一部分`, en: `"${key}" has no part "${component}"` };
    return withNearest(wording, component, components);
  }
}

const LIST: Wording = { zh: '列表', en: 'list' };
const FIELD: Wording = { zh: '字段', en: 'field' };

function columnOf(table: string): Wording {
  return { zh: `表“${table}”的列`, en: `column of "${table}"` };
}

function unknown(name: string, known: Iterable<string>, what: Wording): Wording {
  return withNearest({ zh: `没有名为“${name}”的${what.zh}`, en: `there is no ${what.en} "${name}"` }, name, known);
}

function noRow(column: string): Wording {
  return {
    zh: `[@${column}] 指本行的列，而这里不逐行计算；请写作 表[${column}]，字段写作 fields[${column}]`,
    en: `[@${column}] is a column of the same row, but nothing is computed row by row here; write 表[${column}], or fields[${column}] for a field`,
  };
}
