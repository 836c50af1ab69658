import type { Language } from '../forms/language.ts';
import type { Answer, Day, Due, Overlap, StepToTake } from './project.ts';
import { isoOf } from './day.ts';
import type { Stage, Step } from './procedure.ts';
import { conditionInWords, deadlineInWords, overlapInWords, rangeInWords, reasonOf } from './words.ts';

/** A step in words, as reports print it. */
export interface SaidStep {
  readonly id: string;
  readonly stage: Stage;
  readonly step: string;
  readonly by: string;
  readonly to: string | null;
  readonly decides: string | null;
  /** On what it still depends; `null`: nothing. */
  readonly condition: string | null;
  /** The ranges the project lies in, and why. */
  readonly because: readonly string[];
  readonly documents: readonly { readonly name: string; readonly form: string | null }[];
  readonly deadline: string | null;
  readonly due: SaidDue | null;
  /** Document and places. */
  readonly basis: string;
  /** The clauses word for word. */
  readonly quotes: readonly { readonly document: string; readonly place: string; readonly text: string }[];
  readonly note: string | null;
  /** That another rule holds at the very same amount, and why. */
  readonly overlap: string | null;
}

/** The days a deadline comes to, as `2026-09-30`. */
export interface SaidDue {
  readonly from: string | null;
  readonly until: string | null;
  /** The next working day, where `until` is none. */
  readonly extended: string | null;
  /** What it runs from; `supposed`: that it happens that day is only supposed. `null` for a day of every year. */
  readonly after: { readonly event: string; readonly date: string; readonly supposed: boolean } | null;
}

/** The steps to be taken, in words. */
export function saidSteps(answer: Answer, language: Language): readonly SaidStep[] {
  return answer.steps.map((step) => saidStep(step, answer.overlaps, language));
}

function saidStep(
  { step, condition, ranges, due }: StepToTake,
  overlaps: readonly Overlap[],
  language: Language,
): SaidStep {
  const overlap = overlaps.find(({ upper, lower }) =>
    [...upper.steps, ...lower.steps].some(({ id }) => id === step.id),
  );
  return {
    ...{ id: step.id, stage: step.stage, step: step.step[language], by: step.by, to: step.to, decides: step.decides },
    condition: condition && conditionInWords(condition, language),
    because: ranges.map(
      (range) => `${rangeInWords(range, language)}${language === 'zh' ? '：' : ': '}${reasonOf(range, language)}`,
    ),
    documents: step.documents,
    deadline: step.deadline && deadlineInWords(step.deadline, due, language),
    due: due && saidDue(due),
    basis: basisOf(step),
    quotes: step.clauses,
    note: step.note?.[language] ?? null,
    overlap: overlap ? overlapInWords(overlap, language) : null,
  };
}

function saidDue({ from, until, extended, after }: Due): SaidDue {
  const iso = (day: Day | null): string | null => (day === null ? null : isoOf(day));
  return {
    ...{ from: iso(from), until: iso(until), extended: iso(extended) },
    after: after && { event: after.event.key, date: isoOf(after.day), supposed: after.supposed },
  };
}

/** What is not to be taken, each with what would have to hold. */
export function saidOthers(
  answer: Answer,
  language: Language,
): readonly { id: string; step: string; reason: string; basis: string }[] {
  return answer.others.map(({ step, lacks }) => ({
    id: step.id,
    step: step.step[language],
    reason: (language === 'zh' ? '只适用于：' : 'only where ') + conditionInWords(lacks, language),
    basis: basisOf(step),
  }));
}

export function saidOverlaps(
  answer: Answer,
  language: Language,
): readonly { at: number; steps: readonly string[]; why: string }[] {
  return answer.overlaps.map((overlap) => ({
    at: overlap.at,
    steps: [...overlap.upper.steps, ...overlap.lower.steps].map(({ id }) => id),
    why: overlapInWords(overlap, language),
  }));
}

/** The document with its places, each once: 丰都府办发〔2022〕11号 第九条、第四条. */
function basisOf({ clauses }: Step): string {
  const places = new Map<string, string[]>();
  for (const { document, place } of clauses) {
    const known = places.get(document) ?? [];
    if (!known.includes(place)) known.push(place);
    places.set(document, known);
  }
  return [...places].map(([document, of]) => `${document} ${of.join('、')}`).join('；');
}
