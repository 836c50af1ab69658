import type { County, ToldProcedure } from './procedure-calls.ts';
import type { TypedProject } from './project-input.ts';

/** What the overview knows beside what a check found. It outlives a document: who opens the next form means the same project. */
export interface OverviewState {
  readonly counties: readonly County[];
  /** The sheet's form that is shown, by its place among those found. */
  readonly form: number;
  readonly typed: TypedProject;
  /** The last answer; while a newer one is on its way it stays, so that nothing jumps. */
  readonly told: ToldProcedure | null;
  /** The last question could not be answered. */
  readonly failed: boolean;
}

export const FIRST_OVERVIEW: OverviewState = {
  counties: [],
  form: 0,
  typed: { county: null, of: null, facts: {}, measures: {}, dates: {} },
  told: null,
  failed: false,
};
