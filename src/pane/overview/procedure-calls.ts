import type { Wording } from '../../forms/form.ts';
import type { Language } from '../../forms/language.ts';
import type { RangeUnit } from '../../procedure/procedure.ts';
import type { SaidStep } from '../../procedure/said.ts';
import type { Edge } from '../../procedure/scale.ts';

/** A county, and what its procedure asks of a project, for people to choose from. */
export interface County {
  /** The folder of its definitions (`fengdu`). */
  readonly id: string;
  readonly name: string;
  /** Groups of categories come before what belongs to them. */
  readonly categories: readonly (Named & { readonly isPart: boolean })[];
  readonly facts: readonly Named[];
  readonly measures: readonly (Named & { readonly unit: RangeUnit })[];
  readonly events: readonly Named[];
}

export interface Named {
  readonly key: string;
  readonly wording: Wording;
}

/** What the procedure is told for; what is not known stays open. */
export interface ProcedureQuestion {
  /** {@link County.id} */
  readonly county: string;
  /** In whole fen; `null`: not known. */
  readonly total: number | null;
  readonly category: string | null;
  readonly facts: Readonly<Record<string, boolean>>;
  /** In whole fen or percent. */
  readonly measures: Readonly<Record<string, number>>;
  /** Days as `2026-09-30`, by the event. */
  readonly dates: Readonly<Record<string, string>>;
  /** As `2026-09-30`. */
  readonly today: string;
  readonly language: Language;
}

export interface ToldProcedure {
  readonly question: ProcedureQuestion;
  readonly source: { readonly document: string; readonly name: string };
  readonly scale: ToldScale;
  readonly steps: readonly SaidStep[];
  /** That texts overlap at the very total, and why. */
  readonly overlaps: readonly string[];
  /** What of a project it still depends on, or did before that was answered; by keys. */
  readonly asks: {
    readonly facts: readonly string[];
    readonly measures: readonly string[];
    readonly events: readonly string[];
  };
  /** The years whose working days are known; `null` where none are counted. */
  readonly calendar: { readonly from: number; readonly to: number } | null;
}

/** The numbers at which something changes, and what holds between them, in words. */
export interface ToldScale {
  readonly edges: readonly ToldEdge[];
  readonly bands: readonly ToldBand[];
}

/** `below`, `above`: the texts' words for the two sides and how they are read. */
export interface ToldEdge extends Pick<Edge, 'at' | 'belongs'> {
  readonly below: readonly string[];
  readonly above: readonly string[];
}

/** In whole fen; `null`: without an end on that side. */
export interface ToldBand {
  readonly from: number | null;
  readonly to: number | null;
  readonly steps: readonly Pick<SaidStep, 'id' | 'step' | 'condition'>[];
}

/** What the worker can be asked of procedures. */
export interface ProcedureCalls {
  counties: readonly [null, readonly County[]];
  procedure: readonly [ProcedureQuestion, ToldProcedure | null];
}
