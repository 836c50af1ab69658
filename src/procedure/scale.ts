import type { Condition, Procedure, Range, Step } from './procedure.ts';
import { procedureFor } from './procedure-for.ts';
import type { Project, StepToTake } from './project.ts';
import { Judge } from './simplify.ts';

/** The numbers at which the total of a project decides something, and what holds between them. */
export interface Scale {
  /** Ascending. */
  readonly edges: readonly Edge[];
  /** Below, between and above the edges: one more than there are of them. */
  readonly bands: readonly Band[];
}

export interface Edge {
  /** In whole fen. */
  readonly at: number;
  /** To which side the number itself belongs: by the texts of a county that words both with 以上 and 以下, to both. */
  readonly belongs: 'below' | 'above' | 'both';
  /** The ranges that end here, and those that begin. */
  readonly below: readonly Range[];
  readonly above: readonly Range[];
}

export interface Band {
  /** In whole fen; `null`: there is no edge on that side. */
  readonly from: number | null;
  readonly to: number | null;
  /** The steps that are to be taken here and depend on the total by their own clauses. */
  readonly steps: readonly StepToTake[];
}

/** Where a total stands: in one band, or on an edge whose number belongs to both its bands. */
export interface ScalePlace {
  /** By their places in {@link Scale.bands}. */
  readonly bands: readonly number[];
  /** The edge it is exactly at; `null` for none. */
  readonly edge: number | null;
}

/** The scale of a county for a project, whatever its total: only numbers that matter to its category and facts. */
export function scaleOf(procedure: Procedure, project: Project): Scale {
  const rest = withoutTotal(project);
  const judge = new Judge(procedure, rest);
  const ranges = new Map<string, readonly Range[]>();
  const rangesOfStep = ({ id }: Pick<Step, 'id'>): readonly Range[] => {
    const known = ranges.get(id);
    if (known) return known;
    const open = judge.step(id);
    const found = typeof open === 'boolean' ? [] : totalRanges(open, rangesOfStep);
    ranges.set(id, found);
    return found;
  };
  const named = new Set(procedure.steps.flatMap((step) => (namesTotal(step, procedure) ? [step.id] : [])));
  const all = procedure.steps.flatMap(rangesOfStep);
  const numbers = [...new Set(all.flatMap(({ from, to }) => [from, to].flatMap((bound) => bound?.value ?? [])))];
  const edges = numbers.sort((a, b) => a - b).map((at) => edgeAt(at, all));
  const bands = [null, ...edges].map((edge, index): Band => {
    const [from, to] = [edge?.at ?? null, edges[index]?.at ?? null];
    const inside = from === null ? Math.max((to ?? 2) - 1, 0) : from + 1;
    const { steps } = procedureFor(procedure, { ...rest, total: inside });
    return { from, to, steps: steps.filter(({ step }) => named.has(step.id) && rangesOfStep(step).length > 0) };
  });
  return { edges, bands };
}

/** Where a total (fen) stands on a scale. */
export function placeOn(
  { edges }: { readonly edges: readonly Pick<Edge, 'at' | 'belongs'>[] },
  total: number,
): ScalePlace {
  const above = edges.findIndex(({ at }) => total <= at);
  const band = above < 0 ? edges.length : above;
  const edge = edges[band];
  if (edge?.at !== total) return { bands: [band], edge: null };
  const bands = { below: [band], above: [band + 1], both: [band, band + 1] };
  return { bands: bands[edge.belongs], edge: band };
}

function withoutTotal({ total: _, ...rest }: Project): Project {
  return rest;
}

/** All ranges of the total that a condition asks for; where steps must not be taken, theirs. */
function totalRanges(condition: Condition, ofStep: (step: Pick<Step, 'id'>) => readonly Range[]): readonly Range[] {
  switch (condition.kind) {
    case 'range':
      return condition.measure === null ? [condition.range] : [];
    case 'not':
      return totalRanges(condition.of, ofStep);
    case 'all':
    case 'any':
      return condition.of.flatMap((each) => totalRanges(each, ofStep));
    case 'otherwise':
      return condition.steps.flatMap(ofStep);
    case 'category':
    case 'fact':
      return [];
  }
}

/** Whether a step names amounts itself, or stands in for one that does; others depend on them only by what a project counts as. */
function namesTotal({ when }: Step, procedure: Procedure): boolean {
  if (when === null) return false;
  const own = (step: Pick<Step, 'id'>): readonly Range[] => {
    const other = procedure.steps.find(({ id }) => id === step.id);
    return other?.when ? totalRanges(other.when, own) : [];
  };
  return totalRanges(when, own).length > 0;
}

function edgeAt(at: number, ranges: readonly Range[]): Edge {
  const below = distinct(ranges.filter(({ to }) => to?.value === at));
  const above = distinct(ranges.filter(({ from }) => from?.value === at));
  const isBelow = below.some(({ to }) => to?.included) || above.every(({ from }) => !from?.included);
  const isAbove = above.some(({ from }) => from?.included) || below.every(({ to }) => !to?.included);
  const belongs = isBelow && isAbove ? 'both' : isAbove ? 'above' : 'below';
  return { at, belongs, below, above };
}

function distinct(ranges: readonly Range[]): readonly Range[] {
  return ranges.filter((range, index) => ranges.findIndex(({ words }) => words === range.words) === index);
}
