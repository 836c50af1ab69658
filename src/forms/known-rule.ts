import type * as z from 'zod/mini';
import type { Expression } from './expressions/expression.ts';
import type { Severity, ValueType, Wording } from './form.ts';
import type { OptionWords } from './option-words.ts';

/** What a rule can be applied to; elsewhere it would do nothing, and is refused. */
export interface RuleTargets {
  readonly on: readonly TargetKind[];
  /** The kinds of value that it has anything to say of; left out: any. */
  readonly kinds?: readonly ValueType['kind'][];
}

export type TargetKind = 'field' | 'column' | 'table' | 'form';

/** What the loader needs to know of a rule. */
export interface KnownRule {
  readonly scope: string;
  readonly targets: RuleTargets;
  readonly messages: Readonly<Record<string, Wording & { readonly severity: Severity }>>;
  readonly options: (z: OptionWords) => z.ZodMiniType;
  /** Places that a message of the definition's own may have beside those of the rule's messages; it must have them. */
  quotes?(options: object): readonly string[];
  /** It holds the serial numbers of rows: a number alone makes no row. */
  readonly numbersRows?: true;
  /** The formula that the value of the cell follows from. */
  follows?(options: object): Expression;
}

/** The rules a definition may use, by id. */
export type RuleRegistry = ReadonlyMap<string, KnownRule>;
