import type { Counts } from '../check/check-forms.ts';
import type { Form, Severity, Wording } from '../forms/form.ts';
import type { Language } from '../forms/language.ts';
import type { NotLocated } from '../locate/locate-forms.ts';
import type { HostCell, MarkPlan, WritePlan } from '../hosts/host.ts';
import type { Workbook } from '../sheets/workbook.ts';
import type { NamedFigure } from './overview/figures.ts';
import type { ProcedureCalls } from './overview/procedure-calls.ts';
import type { FormProject } from './overview/project-input.ts';

export interface CheckRequest {
  readonly workbook: Workbook;
  /** The host's ids of its sheets, in order. */
  readonly sheetIds: readonly string[];
  /** The id of the only form looked for; `null` for any. */
  readonly only: string | null;
  readonly language: Language;
  /** What the document carries of ignored findings, as XML; `null` for nothing. */
  readonly ignored: string | null;
  /** The present day, as `2026-09-30`. */
  readonly today: string;
}

/** A form as the pane names it. */
export interface FormName {
  readonly id: string;
  readonly title: string;
  readonly englishTitle: string;
  readonly county: string;
  readonly otherTitles: readonly string[];
  /** In one line what it is for. */
  readonly purpose: Wording | null;
  /** The regulation that it is an annex of. */
  readonly source: Form['source'];
}

export interface FormOnSheet {
  readonly form: FormName;
  readonly sheet: string;
  readonly sheetId: string;
  readonly range: string;
  /** 0 to 1. */
  readonly score: number;
  readonly counts: Counts;
  readonly figures: readonly NamedFigure[];
  /** Its definition has figures, whether they could be told or not. */
  readonly countsFigures: boolean;
  /** What it says of its project; `null` where no procedure is known for its county. */
  readonly project: FormProject | null;
  readonly runnerUp: FormName | null;
  /** The first and the last row of each table's data, and on which sheet. */
  readonly tables: readonly { readonly sheetId: string; readonly top: number; readonly bottom: number }[];
}

/** A value that mends a cell, and what stands there now. */
export interface Fix {
  readonly cell: string;
  readonly before: string;
  readonly after: string;
}

/** A finding with all that the pane shows of it. */
export interface ListedFinding {
  /** A number that it keeps as long as it is told. */
  readonly id: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly sheetId: string;
  readonly sheet: string;
  /** Plain A1; `null`: the sheet as a whole. */
  readonly cell: string | null;
  readonly field: string | null;
  readonly message: string;
  readonly expected: readonly string[];
  readonly fix: readonly Fix[];
  readonly basis: string | null;
  /** Why the sender ignores it; `null` where nobody does. */
  readonly ignored: string | null;
}

/** How many findings there are, ignored ones apart. */
export interface ListCounts extends Counts {
  readonly ignored: number;
}

export interface CheckSummary {
  readonly status: 'checked';
  readonly forms: readonly FormOnSheet[];
  readonly counts: ListCounts;
  /** What each rule makes sure of, by its id, in the language asked for. */
  readonly rules: Readonly<Record<string, string>>;
  /** The words of the clauses that findings rest on. */
  readonly clauses: Readonly<Record<string, string>>;
}

export interface NotChecked {
  readonly status: 'unrecognised';
  readonly code: NotLocated['code'];
  /** The forms in question. */
  readonly forms: readonly FormName[];
  /** The form that it plainly is, where another one was asked for. */
  readonly instead: FormName | null;
}

/** One change that fixes would make, for people to look at first. */
export interface PlannedChange {
  readonly finding: number;
  readonly sheet: string;
  readonly cell: string;
  readonly before: string;
  readonly after: string;
}

export interface FixPlan {
  readonly plan: WritePlan;
  readonly changes: readonly PlannedChange[];
}

/** A cell as it stands since an edit. */
export interface EditedCell extends HostCell {
  readonly sheetId: string;
}

/** What became of the list of findings since it was told last. */
export interface ListChanges {
  readonly summary: CheckSummary;
  /** Stretches of the list that are replaced, from its beginning to its end, by their place in the list before. */
  readonly splices: readonly {
    readonly from: number;
    readonly removed: number;
    readonly added: readonly ListedFinding[];
  }[];
}

/** What the worker that checks can be asked; it keeps what it checked last. */
export interface CheckCalls extends ProcedureCalls {
  forms: readonly [null, readonly FormName[]];
  /** Findings come in pieces, each a list of {@link ListedFinding}. */
  check: readonly [CheckRequest, CheckSummary | NotChecked];
  /** Takes in edits of what was checked last; `null`: what they change cannot be told by cells, all is to be read anew. */
  edit: readonly [{ readonly cells: readonly EditedCell[]; readonly language: Language }, ListChanges | null];
  /** The same findings in another language. */
  reword: readonly [Language, CheckSummary | NotChecked];
  marks: readonly [Language, MarkPlan];
  /** Ignores a finding for a reason, or (`null`) no longer; answers what the document is to carry from now on. */
  ignore: readonly [{ readonly finding: number; readonly reason: string | null }, string | null];
  /** What mends these findings. */
  fixes: readonly [readonly number[], FixPlan];
}
