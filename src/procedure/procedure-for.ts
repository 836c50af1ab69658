import { dueOf } from './due.ts';
import type { Condition, Procedure, Range, Step } from './procedure.ts';
import type { Answer, Due, Overlap, Project, StepNotToTake, StepToTake } from './project.ts';
import { sharedEdge } from './range.ts';
import { Judge } from './simplify.ts';
import type { WorkingDays } from './work-calendar.ts';

/**
 * What follows from a project in a county: the steps in order, on what they still depend, and where texts overlap.
 * @param workingDays For deadlines that run from the project's dates; nothing where it has none.
 */
export function procedureFor(procedure: Procedure, project: Project, workingDays?: WorkingDays): Answer {
  const judge = new Judge(procedure, project);
  const steps: StepToTake[] = [];
  const others: StepNotToTake[] = [];
  const dues = new Map<string, Due | null>();
  for (const step of procedure.steps) {
    const judged = judge.step(step.id);
    if (judged === false) {
      if (step.when) others.push({ step, lacks: judge.lacking(step.when) });
      continue;
    }
    const { deadline } = step;
    const round = deadline?.kind === 'yearly' ? deadline.round : null;
    const due = deadline && dueOf(deadline, project, workingDays, round === null ? null : dues.get(round));
    dues.set(step.id, due);
    steps.push({
      step,
      condition: judged === true ? null : judged,
      ranges: step.when ? judge.ranges(step.when) : [],
      due,
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

/** Where steps of one place in the text are to be taken because the ranges of both include the very total. */
function overlapsAt(total: number, steps: readonly StepToTake[]): readonly Overlap[] {
  const ranged = steps.flatMap(({ step }) => totalRanges(step.when).map((range) => ({ step, range })));
  const uppers = ranged.filter(({ range }) => range.from?.value === total);
  const lowers = ranged.filter(({ range }) => range.to?.value === total);
  const places = new Set(uppers.flatMap(({ step }) => step.clauses.map(({ place }) => place)));
  return [...places].flatMap((place): Overlap[] => {
    const isThere = ({ step }: { readonly step: Step }): boolean =>
      step.clauses.some((clause) => clause.place === place);
    const [above, below] = [uppers.filter(isThere), lowers.filter(isThere)];
    const [upper, lower] = [above[0]?.range, below[0]?.range];
    if (!upper || !lower || sharedEdge(upper, lower) !== total) return [];
    return [
      {
        at: total,
        upper: { range: upper, steps: above.map(({ step }) => step) },
        lower: { range: lower, steps: below.map(({ step }) => step) },
      },
    ];
  });
}

function totalRanges(condition: Condition | null): readonly Range[] {
  if (condition?.kind === 'range') return condition.measure === null ? [condition.range] : [];
  return condition?.kind === 'all' ? condition.of.flatMap(totalRanges) : [];
}
