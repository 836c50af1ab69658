import { readDateText } from '../forms/values/date-text.ts';
import { serialFromCivil } from '../forms/values/calendar.ts';
import { findCategory, findEvent, findProcedure } from '../procedure/find.ts';
import { amountInChinese, amountInEnglish } from '../procedure/money.ts';
import type { Procedure } from '../procedure/procedure.ts';
import type { Day, Project } from '../procedure/project.ts';
import { readTotal } from '../procedure/read-total.ts';
import { UsageError, type ProcedureRequest } from './arguments.ts';
import { visible } from './terminal.ts';

/** Days outside these years are slips. */
const YEARS = { first: 2000, last: 2100 };

/**
 * The procedure and the project that a request names.
 * @param today as `2026-09-30`; what deadlines are counted from where no date is given
 * @throws {UsageError} for whatever is missing, unknown or absurd: nothing is guessed.
 */
export function projectOf(
  request: ProcedureRequest,
  procedures: readonly Procedure[],
  today: string,
): { readonly procedure: Procedure; readonly project: Project } {
  const procedure = procedureOf(request, procedures);
  const total = totalOf(request);
  const { given, dates } = datesOf(request, procedure);
  const now = given ?? dayIn(today);
  return {
    procedure,
    project: {
      total,
      dates,
      ...categoryOf(request, procedure),
      ...(now === undefined ? {} : { today: now }),
      ...(given === undefined ? {} : { supposed: given }),
    },
  };
}

function procedureOf({ county, language }: ProcedureRequest, procedures: readonly Procedure[]): Procedure {
  const counties = procedures.map(({ county: id, name }) => `${id}（${name}）`).join(language === 'zh' ? '、' : ', ');
  if (county === null) throw new UsageError(language, 'no-county', { counties });
  const procedure = findProcedure(procedures, county);
  if (!procedure) throw new UsageError(language, 'unknown-county', { county, counties });
  return procedure;
}

function totalOf({ total, unit, language }: ProcedureRequest): number {
  if (total === null) throw new UsageError(language, 'no-total');
  const read = readTotal(total, unit);
  if (read.fault === undefined) return read.fen;
  const params = { value: total, unit: unit ?? '' };
  if (read.fault !== 'which-unit') throw new UsageError(language, `total-${read.fault}`, params);
  const said = (fen: number): string => (language === 'zh' ? amountInChinese(fen) : amountInEnglish(fen));
  throw new UsageError(language, 'total-which-unit', { ...params, yuan: said(read.yuan), wan: said(read.wan) });
}

function categoryOf({ category, language }: ProcedureRequest, procedure: Procedure): Pick<Project, 'category'> {
  if (category === null) return {};
  const found = findCategory(procedure, category);
  if (found) return { category: found.key };
  const categories = procedure.categories.map(({ key }) => key).join(' | ');
  throw new UsageError(language, 'unknown-category', { category, categories, name: procedure.name });
}

function datesOf(
  { date, language }: ProcedureRequest,
  procedure: Procedure,
): { readonly given: Day | undefined; readonly dates: ReadonlyMap<string, Day> } {
  const dates = new Map<string, Day>();
  let given: Day | undefined;
  for (const part of date?.split(/[,，;；]/u) ?? []) {
    const [name = '', value, ...rest] = part.split(/[=＝]/u);
    const day = rest.length > 0 ? undefined : dayIn(value ?? name);
    if (day === undefined) {
      const event = procedure.events[0]?.key ?? '';
      throw new UsageError(language, 'wrong-date', { value: part, event });
    }
    if (value === undefined) {
      if (given !== undefined) throw new UsageError(language, 'repeated-date', { value: part });
      given = day;
      continue;
    }
    const event = findEvent(procedure, name);
    if (!event) {
      const events = procedure.events.map(({ key }) => key).join(language === 'zh' ? '、' : ', ');
      throw new UsageError(language, 'unknown-event', { event: name, events, name: procedure.name });
    }
    if (dates.has(event.key)) throw new UsageError(language, 'repeated-date', { value: event.key });
    dates.set(event.key, day);
  }
  return { given, dates };
}

/** A day as people write it: 2026-09-28, 2026.9.28, 2026年9月28日. */
function dayIn(text: string): Day | undefined {
  const read = readDateText(visible(text).trim());
  if (read.kind !== 'date' || read.month === undefined || read.day === undefined) return undefined;
  if (read.year < YEARS.first || read.year > YEARS.last) return undefined;
  return serialFromCivil(read.year, read.month, read.day);
}
