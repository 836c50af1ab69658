import { dueOf } from './due.ts';
import type { Condition, Procedure, Range, Step } from './procedure.ts';
import type { Answer, Overlap, Project, StepNotToTake, StepToTake } from './project.ts';
import { sharedEdge } from './range.ts';
import { Judge } from './simplify.ts';
import type { WorkingDays } from './work-calendar.ts';

/** What follows from a project in a county: the steps in order, on what they still depend, and where texts overlap. */
export function procedureFor(procedure: Procedure, project: Project, workingDays: WorkingDays): Answer {
  const judge = new Judge(procedure, project);
  const steps: StepToTake[] = [];
  const others: StepNotToTake[] = [];
  for (const step of procedure.steps) {
    const judged = judge.step(step.id);
    if (judged === false) {
      if (step.when) others.push({ step, lacks: judge.lacking(step.when) });
      continue;
    }
    steps.push({
      step,
      condition: judged === true ? null : judged,
      ranges: step.when ? judge.ranges(step.when) : [],
      due: step.deadline && dueOf(step.deadline, project, workingDays),
    });
  }
  return {
    county: procedure.county,
    source: procedure.source,
    total: project.total ?? null,
    category: project.category ?? null,
    steps,
    others,
    overlaps: project.total === undefined ? [] : overlapsAt(project.total, steps),
  };
}

/** Steps of one place in the text, to be taken both, because the ranges of both include the very total. */
function overlapsAt(total: number, steps: readonly StepToTake[]): readonly Overlap[] {
  const ranged = steps.flatMap(({ step }) => totalRanges(step.when).map((range) => ({ step, range })));
  return ranged.flatMap((one, at) =>
    ranged.slice(at + 1).flatMap((other): Overlap[] => {
      if (!isSamePlace(one.step, other.step) || sharedEdge(one.range, other.range) !== total) return [];
      return [{ at: total, steps: [one.step, other.step], ranges: [one.range, other.range] }];
    }),
  );
}

function totalRanges(condition: Condition | null): readonly Range[] {
  if (condition?.kind === 'range') return condition.measure === null ? [condition.range] : [];
  return condition?.kind === 'all' ? condition.of.flatMap(totalRanges) : [];
}

function isSamePlace(one: Step, other: Step): boolean {
  return one.clauses.some(({ place }) => other.clauses.some((clause) => clause.place === place));
}
