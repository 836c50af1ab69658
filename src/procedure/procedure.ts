import type { Clause, Wording } from '../forms/form.ts';

/**
 * The procedure of a county or district as the rest of the core uses it: what the loader makes of
 * `templates/<county>/procedure.yaml`. Plain data, so it can be stored as JSON.
 */
export interface Procedure {
  /** The folder below `templates/` (`fengdu`). */
  readonly county: string;
  /** The date of this edition of the definition, `YYYY-MM-DD`. */
  readonly version: string;
  /** The county or district, in Chinese. */
  readonly name: string;
  readonly source: { readonly document: string; readonly name: string };
  readonly categories: readonly Category[];
  readonly facts: readonly Fact[];
  readonly measures: readonly Measure[];
  readonly events: readonly Event[];
  /** In the order in which they are taken. */
  readonly steps: readonly Step[];
  /** What the regulation says is no such project. */
  readonly excluded: readonly { readonly what: Wording; readonly clause: Clause }[];
}

/** A kind of project that the text tells apart (新建), or a group of kinds (建设项目). */
export interface Category {
  /** The text's word for it. */
  readonly key: string;
  readonly wording: Wording;
  /** Other words for it. */
  readonly also: readonly string[];
  /** The group it belongs to; `null` for none. */
  readonly of: string | null;
  /** Where amount and facts decide what it counts as: `as` where `when` holds, else `otherwise`. */
  readonly counts: { readonly as: string; readonly when: Condition; readonly otherwise: string } | null;
}

/** A category as a condition names it. */
export type CategoryName = Pick<Category, 'key' | 'wording'>;

/** Something that is so of a project or not (跨部门). */
export interface Fact {
  readonly key: string;
  readonly wording: Wording;
  /** How it is said that it is not so. */
  readonly negation: Wording;
}

/** A quantity beside the total on which something depends (资金调整比例). */
export interface Measure {
  readonly key: string;
  readonly wording: Wording;
  readonly unit: RangeUnit;
  /** It is a part of the total, and so never more. */
  readonly withinTotal: boolean;
}

/** Something that happens on a day from which deadlines run (建成). */
export interface Event {
  readonly key: string;
  readonly wording: Wording;
}

/** Amounts are counted in whole fen, shares in percent. */
export type RangeUnit = 'money' | 'percent';

/** A range of amounts or shares as the text words it. */
export interface Range {
  /** The text's words, word for word: `50万元以上`. */
  readonly words: string;
  readonly unit: RangeUnit;
  readonly from: Bound | null;
  readonly to: Bound | null;
  /** The text's words for the other side, where their 含 settles to which side the number belongs. */
  readonly beside: string | null;
}

/** `value` in fen or percent; `included` by a written 含, or by article 1259 of the Civil Code. */
export interface Bound {
  readonly value: number;
  readonly included: boolean;
}

export type Condition =
  | { readonly kind: 'category'; readonly categories: readonly CategoryName[] }
  /** `measure`: `null` for the total. */
  | { readonly kind: 'range'; readonly measure: Measure | null; readonly range: Range }
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  /** Where none of these steps is to be taken. */
  | { readonly kind: 'otherwise'; readonly steps: readonly { readonly id: string; readonly step: Wording }[] };

/** The stages of a project, in their order. */
export const STAGES = ['规划', '申报', '审批', '建设', '变更', '验收', '运行'] as const;
export type Stage = (typeof STAGES)[number];

export interface Step {
  readonly id: string;
  readonly stage: Stage;
  /** What is to be done. */
  readonly step: Wording;
  /** Who does it, in the words of the text; likewise the next two. */
  readonly by: string;
  /** Where it goes. */
  readonly to: string | null;
  /** Who decides. */
  readonly decides: string | null;
  /** `null`: always. */
  readonly when: Condition | null;
  readonly documents: readonly Document[];
  readonly deadline: Deadline | null;
  /** What it rests on, word for word; at least one. */
  readonly clauses: readonly Clause[];
  /** What else is to be known. */
  readonly note: Wording | null;
}

/** A paper to be handed in, in the words of the text; `form`: the id of ours that it is, else `null`. */
export interface Document {
  readonly name: string;
  readonly form: string | null;
}

export type Period = { readonly months: number } | { readonly workingDays: number };

/** Until when, or from when on; `words`: as the text has it. */
export type Deadline = { readonly words: string } &
  /** By the end of this month, every year; `round`: the step with which the year's round begins, `null` for this one. */
  (
    | { readonly kind: 'yearly'; readonly month: number; readonly round: string | null }
    | { readonly kind: 'within'; readonly period: Period; readonly after: Event }
    | { readonly kind: 'between'; readonly from: Period; readonly to: Period; readonly after: Event }
    | { readonly kind: 'at-least'; readonly period: Period; readonly after: Event }
    | { readonly kind: 'before'; readonly event: Event }
  );
