import type { Form } from '../../forms/form.ts';
import type { Language } from '../../forms/language.ts';
import { dayOf } from '../../procedure/day.ts';
import type { Condition, Procedure, Step } from '../../procedure/procedure.ts';
import { procedureFor } from '../../procedure/procedure-for.ts';
import type { Answer, Day, Project } from '../../procedure/project.ts';
import { saidOverlaps, saidSteps } from '../../procedure/said.ts';
import { scaleOf } from '../../procedure/scale.ts';
import { Judge } from '../../procedure/simplify.ts';
import { conditionInWords, rangeInWords, reasonOf } from '../../procedure/words.ts';
import { WorkingDays, type WorkCalendar } from '../../procedure/work-calendar.ts';
import type { FormProject } from './project-input.ts';
import type { County, ProcedureQuestion, ToldProcedure, ToldScale } from './procedure-calls.ts';

/** What the procedures of the counties ask of a project. */
export function countiesOf(procedures: readonly Procedure[]): readonly County[] {
  return procedures.map(({ county, name, categories, facts, measures, events }) => ({
    id: county,
    name,
    categories: categories.map(({ key, wording, of }) => ({ key, wording, isPart: of !== null })),
    facts: facts.map(({ key, wording }) => ({ key, wording })),
    measures: measures.map(({ key, wording, unit }) => ({ key, wording, unit })),
    events: events.map(({ key, wording }) => ({ key, wording })),
  }));
}

/**
 * What a form says of its project; `null` where no procedure is known for its county.
 * @param answer what follows from its amount, where that can be relied on
 */
export function formProjectOf(
  form: Form,
  answer: Answer | undefined,
  procedures: readonly Procedure[],
): FormProject | null {
  const procedure = procedures.find(({ county }) => form.id.startsWith(`${county}/`));
  if (!procedure) return null;
  return {
    county: procedure.county,
    total: answer?.total ?? null,
    unit: form.procedure?.unit ?? null,
    category: answer?.category ?? null,
  };
}

/** The scale and the steps for a project; `null` where there is no such county. */
export function tellProcedure(
  question: ProcedureQuestion,
  procedures: readonly Procedure[],
  calendar: WorkCalendar,
): ToldProcedure | null {
  const procedure = procedures.find(({ county }) => county === question.county);
  if (!procedure) return null;
  const { language } = question;
  const project = projectOf(question, procedure);
  const answer = procedureFor(procedure, project, new WorkingDays(calendar));
  const counts = answer.steps.some(({ step }) => isInWorkingDays(step));
  return {
    question,
    source: procedure.source,
    scale: toldScale(procedure, project, language),
    steps: saidSteps(answer, language),
    overlaps: saidOverlaps(answer, language).map(({ why }) => why),
    asks: {
      ...asksOf(procedure, project),
      events: procedure.events
        .map(({ key }) => key)
        .filter((key) => answer.steps.some(({ step }) => eventOf(step) === key)),
    },
    calendar: counts ? { from: calendar.from, to: calendar.to } : null,
  };
}

function projectOf(question: ProcedureQuestion, { categories }: Procedure): Project {
  const { total, category, facts, measures, dates, today } = question;
  const day = dayOf(today);
  const days = Object.entries(dates).flatMap(([event, iso]): [string, Day][] => {
    const on = dayOf(iso);
    return on === undefined ? [] : [[event, on]];
  });
  return {
    ...(total === null ? {} : { total }),
    ...(categories.some(({ key }) => key === category) && category !== null ? { category } : {}),
    ...(day === undefined ? {} : { today: day }),
    facts: new Map(Object.entries(facts)),
    measures: new Map(Object.entries(measures)),
    dates: new Map(days),
  };
}

function toldScale(procedure: Procedure, project: Project, language: Language): ToldScale {
  const { edges, bands } = scaleOf(procedure, project);
  const separator = language === 'zh' ? '：' : ': ';
  return {
    edges: edges.map(({ at, belongs, below, above }) => {
      const words = (ranges: typeof below): string[] =>
        ranges.map((range) => `${rangeInWords(range, language)}${separator}${reasonOf(range, language)}`);
      return { at, belongs, below: words(below), above: words(above) };
    }),
    bands: bands.map(({ from, to, steps }) => ({
      from,
      to,
      steps: steps.map(({ step, condition }) => ({
        id: step.id,
        step: step.step[language],
        condition: condition && conditionInWords(condition, language),
      })),
    })),
  };
}

/** The facts and measures that something depends on, whether they have been answered or not. */
function asksOf(procedure: Procedure, { total, category }: Project): { facts: string[]; measures: string[] } {
  const open = new Judge(procedure, {
    ...(total === undefined ? {} : { total }),
    ...(category === undefined ? {} : { category }),
  });
  const asked = { fact: new Set<string>(), measure: new Set<string>() };
  const look = (condition: Condition): void => {
    if (condition.kind === 'fact') asked.fact.add(condition.fact.key);
    else if (condition.kind === 'range' && condition.measure) asked.measure.add(condition.measure.key);
    else if (condition.kind === 'not') look(condition.of);
    else if (condition.kind === 'all' || condition.kind === 'any') condition.of.forEach(look);
  };
  for (const { id } of procedure.steps) {
    const condition = open.step(id);
    if (typeof condition !== 'boolean') look(condition);
  }
  const keys = (all: readonly { readonly key: string }[], some: ReadonlySet<string>): string[] =>
    all.map(({ key }) => key).filter((key) => some.has(key));
  return { facts: keys(procedure.facts, asked.fact), measures: keys(procedure.measures, asked.measure) };
}

/** The event from which a step's deadline is counted. */
function eventOf({ deadline }: Step): string | undefined {
  return deadline && 'after' in deadline ? deadline.after.key : undefined;
}

function isInWorkingDays({ deadline }: Step): boolean {
  return deadline !== null && 'period' in deadline && 'workingDays' in deadline.period;
}
