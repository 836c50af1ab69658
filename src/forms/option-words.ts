import * as z from 'zod/mini';
import type { DefinitionNames, Target } from './definition-names.ts';
import { wordingOf } from './expressions/expression-wording.ts';
import type { Expression } from './expressions/expression.ts';
import { ExpressionError, parseExpression } from './expressions/parse-expression.ts';
import type { Wording } from './form.ts';
import { groupsOf } from './pattern-groups.ts';
import { patternFault } from './patterns.ts';

/**
 * What the schema of a rule's options is written with: the library's words, and ours for what names parts of the form.
 * Ours look the names up, so that an option that leads nowhere is a fault at its place.
 */
export type OptionWords = typeof z & {
  /** A formula, written `=…`, and parsed. */
  readonly formula: () => z.ZodMiniType<Expression, string>;
  /** A column of the table that the rule is applied to, or a field where it is applied to one. */
  readonly beside: () => z.ZodMiniType<string, string>;
  /** A field. */
  readonly field: () => z.ZodMiniType<string, string>;
  /** A printed entry of the table that the rule is applied to. */
  readonly entry: () => z.ZodMiniType<string, string>;
  /** A table. */
  readonly table: () => z.ZodMiniType<string, string>;
  /** Of the whole options: one names a column of the table that another names. */
  readonly columnOf: (table: string, column: string) => z.core.CheckFn<Readonly<Record<string, unknown>>>;
  /** A regular expression whose named groups are columns (fields) beside, at least one. */
  readonly groups: () => z.ZodMiniType<string, string>;
  /** Of the whole options: one of them is given only where another is not. */
  readonly without: (given: string, other: string) => z.core.CheckFn<Readonly<Record<string, unknown>>>;
};

/** Where options stand: what names there are, and what the rule is applied to. */
export interface OptionPlace {
  readonly names: DefinitionNames;
  readonly target: Target;
  /** Whether the rule judges row by row, so that its formulas may say [@列]. */
  readonly byRow: boolean;
}

/** The words for options at a place; without one names are let pass (for documentation). */
export function optionWords(place?: OptionPlace): OptionWords {
  const checked = (fault: (name: string) => Wording | undefined): z.ZodMiniType<string, string> =>
    z.string().check(z.minLength(1), (context) => refuse(context, fault(context.value)));
  const names = place?.names;
  return {
    ...z,
    formula: () =>
      z.pipe(
        z.string().check(z.regex(/^=./s)),
        z.transform((source, context): Expression => {
          const { expression, fault } = formulaFrom(source);
          const row = place?.byRow === true ? place.target.table : undefined;
          const wording = fault ?? names?.formula(expression, row);
          if (wording) context.issues.push({ code: 'custom', input: source, params: { ...wording } });
          return expression ?? z.NEVER;
        }),
      ),
    beside: () => checked((name) => place?.names.beside(place.target, name)),
    field: () => checked((name) => names?.field(name)),
    entry: () => checked((name) => place?.names.entry(place.target, name)),
    table: () => checked((name) => names?.table(name)),
    columnOf: (table, column) => (context) => {
      const [of, name] = [context.value[table], context.value[column]];
      if (typeof of !== 'string' || typeof name !== 'string' || !names || names.table(of)) return;
      refuse(context, names.column(of, name), [column]);
    },
    groups: () => checked((source) => patternFault(source) ?? groupFault(source, place)),
    without: (given, other) => (context) => {
      if (context.value[given] === undefined || context.value[other] === undefined) return;
      const wording = { zh: `有 ${other} 时，${given} 不起作用`, en: `${given} does nothing beside ${other}` };
      refuse(context, wording, [given]);
    },
  };
}

/** The formula that a text is, or what is wrong with it. */
export function formulaFrom(
  source: string,
):
  | { readonly expression: Expression; readonly fault?: undefined }
  | { readonly expression?: undefined; readonly fault: Wording } {
  try {
    return { expression: parseExpression(source) };
  } catch (error) {
    if (error instanceof ExpressionError) return { fault: wordingOf(error) };
    throw error;
  }
}

function groupFault(source: string, place: OptionPlace | undefined): Wording | undefined {
  const groups = groupsOf(source);
  if (groups.length === 0)
    return { zh: '需要以列（字段）命名的组：(?<列>…)', en: 'groups named after columns (fields) are needed: (?<列>…)' };
  if (!place) return undefined;
  const own = place.target.column ?? place.target.field;
  if (groups.every((group) => group === own))
    return { zh: '各组都在本格，没有可分出去的', en: 'no group is for another cell' };
  return groups.map((group) => place.names.beside(place.target, group)).find((fault) => fault !== undefined);
}

function refuse(context: z.core.ParsePayload, wording: Wording | undefined, path: readonly string[] = []): void {
  if (!wording) return;
  context.issues.push({
    code: 'custom',
    input: context.value,
    path: [...path],
    params: { ...wording },
    continue: true,
  });
}
