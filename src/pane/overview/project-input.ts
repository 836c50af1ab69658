import type { Language } from '../../forms/language.ts';
import { decimal } from '../../procedure/money.ts';
import { FEN } from '../../procedure/range.ts';
import { readTotal, type ReadTotal, type TotalUnit } from '../../procedure/read-total.ts';
import type { County, ProcedureQuestion } from './procedure-calls.ts';

/** What a checked form says of its project. */
export interface FormProject {
  /** {@link County.id} */
  readonly county: string;
  /** In whole fen; `null`: it carries none, or none that can be relied on. */
  readonly total: number | null;
  /** In which the form counts; `null`: it carries no amount. */
  readonly unit: TotalUnit | null;
  readonly category: string | null;
}

/** What somebody has typed or chosen. An entry that is absent is not touched: what the form says holds. */
export interface TypedProject {
  readonly county: string | null;
  /** What the form said when amount and category were typed ({@link markOf}): where it says something else, that holds. */
  readonly of: string | null;
  readonly amount?: string;
  readonly unit?: TotalUnit | null;
  readonly category?: string | null;
  readonly facts: Readonly<Record<string, boolean>>;
  /** As typed. */
  readonly measures: Readonly<Record<string, string>>;
  readonly dates: Readonly<Record<string, string>>;
}

/** What stands in the entries. */
export interface ProjectInput {
  readonly county: string | null;
  readonly amount: string;
  readonly unit: TotalUnit | null;
  readonly category: string | null;
  readonly facts: Readonly<Record<string, boolean>>;
  readonly measures: Readonly<Record<string, string>>;
  readonly dates: Readonly<Record<string, string>>;
  /** Amount or category are not what the form says. */
  readonly differs: boolean;
}

/** The entries: what the form says, but for what was typed about the same project. */
export function inputOf(form: FormProject | null, typed: TypedProject): ProjectInput {
  const county = form?.county ?? typed.county;
  const isSame = county !== null && typed.county === county;
  const { facts, measures, dates } = isSame ? typed : { facts: {}, measures: {}, dates: {} };
  const holds = isSame && typed.of === markOf(form);
  const said = amountOf(form);
  const { amount = said.amount, unit = said.unit, category = form?.category ?? null } = holds ? typed : {};
  const differs = hasTotal(form) && (amount !== said.amount || unit !== said.unit || category !== form.category);
  return { county, amount, unit, category, facts, measures, dates, differs };
}

/** What was typed, and something more; `county` is the one shown. */
export function typedMore(
  form: FormProject | null,
  typed: TypedProject,
  more: Partial<Omit<TypedProject, 'of'>>,
): TypedProject {
  const { county, facts, measures, dates } = inputOf(form, typed);
  const holds = typed.county === county && typed.of === markOf(form);
  const own = holds ? typed : { county, facts, measures, dates };
  const next = more.county === undefined || more.county === county ? own : { facts: {}, measures: {}, dates: {} };
  return { ...next, county, ...more, of: markOf(form) };
}

/** An entry added to some, or (`undefined`) taken from them. */
export function withEntry<T>(
  entries: Readonly<Record<string, T>>,
  key: string,
  value: T | undefined,
): Readonly<Record<string, T>> {
  const others = Object.entries(entries).filter(([name]) => name !== key);
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
}

function hasTotal(form: FormProject | null): form is FormProject & { readonly total: number } {
  return form !== null && form.total !== null;
}

/** What amount and category typed beside it are about; `null` where the form says no amount. */
function markOf(form: FormProject | null): string | null {
  return !hasTotal(form) ? null : `${form.county} ${String(form.total)} ${form.category ?? ''}`;
}

/**
 * The amount of a form as if it had been typed. In 万元 its unit is left open: a number so large that 元 may be meant is
 * asked about, wherever it was written.
 */
function amountOf(form: FormProject | null): { readonly amount: string; readonly unit: TotalUnit | null } {
  if (!hasTotal(form) || form.unit === null) return { amount: '', unit: null };
  return { amount: decimal(form.total, FEN[form.unit]), unit: form.unit === '元' ? '元' : null };
}

/** The amount read; `null` where nothing is typed. */
export function totalOf({ amount, unit }: Pick<ProjectInput, 'amount' | 'unit'>): ReadTotal | null {
  return amount.trim() === '' ? null : readTotal(amount, unit);
}

/** A measure read, in whole fen or percent; `undefined` for what cannot be read. */
export function measureOf(text: string, unit: 'money' | 'percent'): number | undefined {
  if (unit === 'money') return readTotal(text, null).fen;
  const match = /^(\d{1,4}(?:\.\d{1,6})?)%?$/u.exec(text.normalize('NFKC').replace(/\s+/gu, ''));
  return match ? Number(match[1]) : undefined;
}

/** What the procedure is to be asked; `null` without a county. */
export function questionOf(
  input: ProjectInput,
  county: County | undefined,
  today: string,
  language: Language,
): ProcedureQuestion | null {
  if (!county) return null;
  const measures = county.measures.flatMap(({ key, unit }): [string, number][] => {
    const value = measureOf(input.measures[key] ?? '', unit);
    return value === undefined ? [] : [[key, value]];
  });
  return {
    county: county.id,
    total: totalOf(input)?.fen ?? null,
    category: county.categories.some(({ key }) => key === input.category) ? input.category : null,
    facts: input.facts,
    measures: Object.fromEntries(measures),
    dates: Object.fromEntries(Object.entries(input.dates).filter(([, day]) => day !== '')),
    today,
    language,
  };
}
