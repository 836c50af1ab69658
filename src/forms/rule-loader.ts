import { PARTS } from './definition.ts';
import type { DefinitionPath } from './definition-error.ts';
import type { DefinitionNames, Target } from './definition-names.ts';
import { schemaErrors, unknownKey, withNearest } from './definition-wording.ts';
import type { Expression } from './expressions/expression.ts';
import { referencesOf } from './expressions/references.ts';
import type { Faults } from './faults.ts';
import type { RuleUse, Wording } from './form.ts';
import type { KnownRule, RuleRegistry, TargetKind } from './known-rule.ts';
import { messageFaults } from './message-faults.ts';
import { nearestName } from './nearest-name.ts';
import { optionWords } from './option-words.ts';
import type { WrittenUse } from './shorthand.ts';

const COMMON_KEYS = Object.keys(PARTS.use.shape);

/** Takes in applications of rules, each held to the rule's own schema, whether written out or in shorthand. */
export class RuleLoader {
  readonly #rules: RuleRegistry;
  readonly #names: DefinitionNames;
  readonly #faults: Faults;
  readonly uses: RuleUse[] = [];
  /** Columns with the serial numbers of their rows. */
  readonly numberings: Target[] = [];
  readonly #known = new Set<string>();
  /** Formulas that values follow from, by the name of the value as formulas have it. */
  readonly #follows = new Map<string, { readonly from: readonly string[]; readonly path: DefinitionPath }>();

  constructor(rules: RuleRegistry, names: DefinitionNames, faults: Faults) {
    this.#rules = rules;
    this.#names = names;
    this.#faults = faults;
  }

  /** An entry of `rules`. */
  addOwn(written: unknown, path: DefinitionPath): void {
    const entries = isMapping(written) ? Object.entries(written) : undefined;
    const common = entries ? Object.fromEntries(entries.filter(([key]) => COMMON_KEYS.includes(key))) : written;
    const parsed = this.#faults.parse(PARTS.use, common, path, COMMON_KEYS);
    const id = entries ? new Map(entries).get('rule') : undefined;
    if (!entries) return;
    if (typeof id !== 'string') {
      const others = entries.filter(
        ([key]) => nearestName(key, COMMON_KEYS) !== undefined && !COMMON_KEYS.includes(key),
      );
      for (const [key] of others) this.#faults.add([...path, key], unknownKey(key, COMMON_KEYS));
      return;
    }
    const rule = this.#rules.get(id);
    if (!rule) {
      const wording = { zh: `没有“${id}”这条规则`, en: `there is no rule "${id}"` };
      this.#faults.add([...path, 'rule'], withNearest(wording, id, this.#rules.keys()));
      return;
    }
    const at = new Map(entries).get('at');
    const target = this.#targetOf(typeof at === 'string' ? at : undefined, [...path, 'at']);
    if (!target) return;
    const says = Object.fromEntries(entries.filter(([key]) => !['rule', 'at', 'enabled'].includes(key)));
    const targetPath = at === undefined ? path : [...path, 'at'];
    if (this.#faults.add(targetPath, this.#targetFault(id, rule, target))) return;
    const use = this.#useOf(id, says, rule, target, (key) => [...path, key]);
    if (use && parsed?.enabled !== false) this.#add(use, rule, path);
  }

  /** Shorthand of a field or column. */
  addShorthand(written: WrittenUse, target: Target): void {
    const rule = this.#rules.get(written.rule);
    if (!rule) throw new RangeError(`no rule ${written.rule}`);
    if (this.#faults.add(written.path, this.#targetFault(written.rule, rule, target))) return;
    const { path, places = {} } = written;
    const use = this.#useOf(written.rule, written.says, rule, target, (key) => places[key] ?? path);
    if (use) this.#add(use, rule, path);
  }

  /** Values that follow from themselves, directly or through others. */
  findCircles(): void {
    const reaches = (from: string, goal: string, seen: Set<string>): boolean =>
      (this.#follows.get(from)?.from ?? []).some((next) => {
        if (next === goal) return true;
        if (seen.has(next)) return false;
        seen.add(next);
        return reaches(next, goal, seen);
      });
    for (const [name, { path }] of this.#follows) {
      if (!reaches(name, name, new Set())) continue;
      const wording = {
        zh: `“${name}”的公式绕了一圈又用到它自己`,
        en: `the formula of "${name}" comes round to itself`,
      };
      this.#faults.add(path, wording);
    }
  }

  /** @param at Where an entry stands. */
  #useOf(
    id: string,
    says: WrittenUse['says'],
    rule: KnownRule,
    target: Target,
    at: (key: string) => DefinitionPath,
  ): RuleUse | undefined {
    const { when, severity, basis, message, ...given } = says as Partial<RuleUse> & Record<string, unknown>;
    const words = optionWords({ names: this.#names, target, byRow: rule.scope === 'row' });
    const whenSchema = optionWords({ names: this.#names, target, byRow: true }).formula();
    const parsed = rule.options(words).safeParse(given, { reportInput: true });
    const keys = [...COMMON_KEYS, ...optionKeys(rule.options(words))];
    for (const error of parsed.success ? [] : schemaErrors(parsed.error, [], keys)) {
      const [key = '', ...rest] = error.path;
      this.#faults.add([...at(String(key)), ...rest], error.message);
    }
    const condition = when === undefined ? undefined : whenSchema.safeParse(when, { reportInput: true });
    for (const error of condition?.error ? schemaErrors(condition.error, at('when'), []) : []) {
      this.#faults.add(error.path, error.message);
    }
    if (typeof basis === 'string') this.#faults.add(at('basis'), this.#names.clause(basis));
    if (!parsed.success || condition?.success === false) return undefined;
    const options = parsed.data as RuleUse['options'];
    for (const [key, fault] of messageFaults(rule, options, { message, severity })) this.#faults.add(at(key), fault);
    return {
      rule: id,
      ...target,
      ...(condition === undefined ? {} : { when: condition.data }),
      ...(severity === undefined ? {} : { severity }),
      basis: basis ?? null,
      ...(message === undefined ? {} : { message }),
      options,
    };
  }

  #add(use: RuleUse, rule: KnownRule, path: DefinitionPath): void {
    const { rule: id, field, table, column, when, options } = use;
    const key = JSON.stringify([id, field, table, column, when?.source, options]);
    if (this.#known.has(key)) {
      const wording = {
        zh: `这里已有同样的检查（${id}），不必再写`,
        en: `the same check (${id}) is made here already`,
      };
      this.#faults.add(path, wording);
      return;
    }
    this.#known.add(key);
    this.uses.push(use);
    if (rule.numbersRows) this.numberings.push(use);
    const expression = rule.follows?.(options);
    if (expression) this.#follows.set(nameOf(use), { from: namesIn(expression, table), path });
  }

  #targetOf(at: string | undefined, path: DefinitionPath): Target | undefined {
    if (at === undefined) return {};
    const reference = columnReference(at);
    if (reference) {
      return this.#faults.add(path, this.#names.column(reference.table, reference.column)) ? undefined : reference;
    }
    if (this.#names.tables.has(at)) return { table: at };
    if (this.#names.fields.has(at)) return { field: at };
    const { fields, tables } = this.#names;
    const columns = [...tables].flatMap(([table, values]) => [...values.keys()].map((name) => `${table}[${name}]`));
    const same = columns.find((column) => columnReference(column)?.column === at);
    const wording = { zh: `没有名为“${at}”的字段或表`, en: `there is no field or table "${at}"` };
    this.#faults.add(
      path,
      same === undefined
        ? withNearest(wording, at, [...fields.keys(), ...tables.keys(), ...columns])
        : { zh: `${wording.zh}；列写作 ${same}`, en: `${wording.en}; a column is written ${same}` },
    );
    return undefined;
  }

  #targetFault(id: string, { targets }: KnownRule, target: Target): Wording | undefined {
    const kind = kindOf(target);
    if (!targets.on.includes(kind)) {
      const each = (language: keyof Wording): string[] => targets.on.map((one) => TARGETS[one][language]);
      return {
        zh: `规则 ${id} 用于${each('zh').join('或')}，不能用于${TARGETS[kind].zh}`,
        en: `the rule ${id} is for ${each('en').join(' or ')}, not for ${TARGETS[kind].en}`,
      };
    }
    const type = this.#names.typeOf(target);
    if (!type || !targets.kinds || targets.kinds.includes(type.kind)) return undefined;
    const kinds = targets.kinds;
    return {
      zh: `规则 ${id} 只检查类型为 ${kinds.join('、')} 的内容，这里是 ${type.kind}`,
      en: `the rule ${id} is for values of type ${kinds.join(', ')}, not ${type.kind}`,
    };
  }
}

const TARGETS: Readonly<Record<TargetKind, Wording>> = {
  field: { zh: '字段', en: 'a field' },
  column: { zh: '列（表[列]）', en: 'a column (表[列])' },
  table: { zh: '表', en: 'a table' },
  form: { zh: '整份表单（不写 at）', en: 'the form (without `at`)' },
};

function kindOf({ field, table, column }: Target): TargetKind {
  if (field !== undefined) return 'field';
  if (table === undefined) return 'form';
  return column === undefined ? 'table' : 'column';
}

/** `表[列]` taken apart; `undefined` for anything else. */
export function columnReference(text: string): { readonly table: string; readonly column: string } | undefined {
  const match = /^([^[\]]+)\[([^[\]]+)\]$/.exec(text);
  return match?.[1] && match[2] ? { table: match[1], column: match[2] } : undefined;
}

function nameOf({ field = '', table, column = '' }: Target): string {
  return table === undefined ? field : `${table}[${column}]`;
}

function namesIn(expression: Expression, table = ''): readonly string[] {
  const { fields, cells, columns } = referencesOf(expression);
  return [...fields, ...cells.map((column) => `${table}[${column}]`), ...columns.map(nameOf)];
}

function optionKeys(schema: ReturnType<KnownRule['options']>): readonly string[] {
  const { def } = schema._zod;
  return 'shape' in def && isMapping(def.shape) ? Object.keys(def.shape) : [];
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
