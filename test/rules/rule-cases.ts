import type { ValueType } from '../../src/forms/form.ts';
import type { Finding } from '../../src/check/finding.ts';
import type { ColumnSpec, Sheet, UseSpec, Written } from './filled-form.ts';

/** What a rule is silent about and what it tells: the test runs them, the rule's page shows them. */
export interface RuleCases {
  readonly rule: string;
  /** The form that is filled in. */
  readonly fields?: Readonly<Record<string, ValueType>>;
  readonly columns?: Readonly<Record<string, Readonly<Record<string, ColumnSpec>>>>;
  readonly entries?: Sheet['entries'];
  readonly uses: readonly Omit<UseSpec, 'rule'>[];
  readonly valid: readonly Filling[];
  readonly invalid: readonly (Filling & { readonly findings: readonly Told[] })[];
}

/** What somebody filled in; what is left out is blank. */
export interface Filling extends Pick<Sheet, 'rows' | 'missing' | 'oddities' | 'name'> {
  /** What it shows, for the test's title and the page. */
  readonly says: string;
  readonly fields?: Readonly<Record<string, Written>>;
  /** Instead of the uses above. */
  readonly uses?: RuleCases['uses'];
  /** Further sheets of the same form. */
  readonly also?: readonly Pick<Filling, 'rows' | 'fields' | 'name'>[];
}

/** A finding; what is left out is the first sheet, no parameters, no fix, and no clause. */
export type Told = Partial<Finding> & Pick<Finding, 'cell' | 'field' | 'case' | 'severity'>;

/** The sheets of a case, ready to be filled in. */
export function sheetsOf(cases: RuleCases, filling: Filling): readonly Sheet[] {
  const uses = filling.uses ?? cases.uses;
  const rules = uses.map((use): UseSpec => ({ ...use, rule: cases.rule }));
  const { missing, oddities } = filling;
  return [filling, ...(filling.also ?? [])].map(({ rows, fields, name }) => ({
    rules,
    columns: cases.columns ?? {},
    ...(cases.entries === undefined ? {} : { entries: cases.entries }),
    fields: Object.fromEntries(
      Object.entries(cases.fields ?? {}).map(([key, type]): [string, [ValueType, Written]] => [
        key,
        [type, fields?.[key] ?? null],
      ]),
    ),
    ...(rows === undefined ? {} : { rows }),
    ...(name === undefined ? {} : { name }),
    ...(missing === undefined ? {} : { missing }),
    ...(oddities === undefined ? {} : { oddities }),
  }));
}

/** The whole finding that a case expects. */
export function findingOf(rule: string, told: Told): Finding {
  return { rule, sheet: 'Sheet1', sheetIndex: 0, params: {}, fix: [], basis: null, ...told };
}
