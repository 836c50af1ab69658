import type { Condition, Event, Procedure, Range, Step } from './procedure.ts';

/** A day as the serial number of the 1900 system (`forms/values/calendar.ts`). */
export type Day = number;

/** What is known of a project; what is not stated stays open. */
export interface Project {
  /** In whole fen. */
  readonly total?: number;
  /** A key of the procedure's categories. */
  readonly category?: string;
  readonly facts?: ReadonlyMap<string, boolean>;
  /** In whole fen or percent, by the key of the measure. */
  readonly measures?: ReadonlyMap<string, number>;
  /** By the key of the event. */
  readonly dates?: ReadonlyMap<string, Day>;
  /** From which "by the end of September" is counted. */
  readonly today?: Day;
  /** The day on which an event is taken to happen of which no date is stated: "if it is today". */
  readonly supposed?: Day;
}

/** What follows from a project. Plain data; its sentences are made when it is printed (`words.ts`). */
export interface Answer {
  readonly county: string;
  readonly source: Procedure['source'];
  /** In whole fen; `null` where none was stated. */
  readonly total: number | null;
  readonly category: string | null;
  /** What is to be done, in order. */
  readonly steps: readonly StepToTake[];
  /** What is not, with the reason. */
  readonly others: readonly StepNotToTake[];
  readonly overlaps: readonly Overlap[];
}

export interface StepToTake {
  readonly step: Step;
  /** On what it still depends; `null`: nothing. */
  readonly condition: Condition | null;
  /** The ranges it rests on that the project lies in. */
  readonly ranges: readonly Range[];
  /** `null`: the text sets no date, or the day it runs from is not known. */
  readonly due: Due | null;
}

export interface StepNotToTake {
  readonly step: Step;
  /** What would have to hold. */
  readonly lacks: Condition;
}

/** Steps of one text whose ranges meet, and both include the project's total. */
export interface Overlap {
  /** In whole fen. */
  readonly at: number;
  /** From the number on, and the steps to be taken there. */
  readonly upper: { readonly range: Range; readonly steps: readonly Step[] };
  /** Up to the number. */
  readonly lower: { readonly range: Range; readonly steps: readonly Step[] };
}

export interface Due {
  /** The first day on which it may be done; `null`: any. */
  readonly from: Day | null;
  /** The last day; `null` for none. */
  readonly until: Day | null;
  /** The first working day after `until`, where that is no working day and the period ends with it (Civil Code, article 203). */
  readonly extended: Day | null;
  /** What it runs from, and when that is; `null` for a day of every year. */
  readonly after: { readonly event: Event; readonly day: Day; readonly supposed: boolean } | null;
  /** Years whose holidays the calendar does not know, where working days were counted: Monday to Friday were. */
  readonly estimated: readonly number[];
}
