import type { Severity } from '../forms/form.ts';
import type { Language } from '../forms/language.ts';
import type { HostErrorCode, Written } from '../hosts/host.ts';
import { append } from '../sheets/lists.ts';
import type { CheckSummary, FixPlan, FormName, ListChanges, ListedFinding, NotChecked } from './check-calls.ts';
import { FIRST_OVERVIEW, type OverviewState } from './overview/overview-state.ts';
import type { TextKey, TextParams } from './texts.ts';

/** What the list is filtered by: the severities, and those ignored as a fourth kind. */
export type Shown = Severity | 'ignored';

export type Grouping = 'cell' | 'rule';

export const PANE_TABS = ['findings', 'overview', 'review', 'gallery'] as const;

/** What the pane shows: the findings, the form's figures and procedure, the reviewer's opinion, or the blank forms. */
export type PaneTab = (typeof PANE_TABS)[number];

/** What the pane knows of the document. Everything on the screen follows from it. */
export interface PaneState {
  readonly language: Language;
  readonly tab: PaneTab;
  /** All forms that can be checked. */
  readonly forms: readonly FormName[];
  readonly hasDocument: boolean;
  /** The name of the document checked last, without the ending; `null` where it is not known. */
  readonly documentName: string | null;
  /** The id of the only form looked for; `null` for any. */
  readonly only: string | null;
  readonly check: CheckState;
  readonly shown: ReadonlySet<Shown>;
  readonly grouping: Grouping;
  /** The finding gone to last. */
  readonly current: number | null;
  readonly dialog: DialogState | null;
  /** Something is being done to the document. */
  readonly busy: boolean;
  readonly notice: Notice | null;
  /** Checked again after every edit. */
  readonly live: boolean;
  readonly overview: OverviewState;
  /** The opinion as the reviewer has it; `null` as long as it is the one drafted. */
  readonly opinion: Opinion | null;
  /** Whether the opinion accepts the reasons for which findings are ignored. */
  readonly acceptsIgnored: boolean;
}

/** An opinion that somebody may have edited. */
export interface Opinion {
  readonly text: string;
  /** The draft that it was made from. */
  readonly draft: string;
  /** The edited text that a new draft took the place of. */
  readonly replaced: string | null;
}

export type CheckState =
  | { readonly status: 'none' }
  | { readonly status: 'running'; readonly step: 'reading' | 'checking'; readonly before: Checked | null }
  | Checked
  | NotChecked
  | Failed;

export interface Failed {
  readonly status: 'failed';
  /** `null`: the program that checks could not be started, or broke off. */
  readonly reason: string | null;
  /** What the spreadsheet program says stands in the way, where that is known. */
  readonly host: HostErrorCode | null;
}

export interface Checked extends CheckSummary {
  readonly findings: readonly ListedFinding[];
  /** The document was changed since. */
  readonly stale: boolean;
}

export type DialogState =
  { readonly kind: 'fixes'; readonly plan: FixPlan } | { readonly kind: 'ignore'; readonly finding: ListedFinding };

/** A line about what was done, with a way back where there is one. */
export interface Notice {
  readonly kind: 'done' | 'attention';
  readonly lines: readonly { readonly key: TextKey; readonly params?: TextParams }[];
  readonly undo?: Written;
}

export type PaneAction =
  | { readonly type: 'language'; readonly language: Language }
  | { readonly type: 'tab'; readonly tab: PaneTab }
  | { readonly type: 'forms'; readonly forms: readonly FormName[] }
  /** `isSame`: the document was open before, and its layout changed. */
  | { readonly type: 'document'; readonly isOpen: boolean; readonly isSame: boolean }
  | { readonly type: 'only'; readonly only: string | null }
  | { readonly type: 'started'; readonly step: 'reading' | 'checking' }
  | { readonly type: 'named'; readonly name: string | null }
  /** `isSame`: the findings are those that were told before, in other words or apart since one is ignored. */
  | {
      readonly type: 'checked';
      readonly summary: CheckSummary;
      readonly findings: readonly ListedFinding[];
      readonly isSame: boolean;
    }
  | { readonly type: 'relisted'; readonly changes: ListChanges }
  | { readonly type: 'unrecognised'; readonly answer: NotChecked }
  | { readonly type: 'failed'; readonly reason: string | null; readonly host: HostErrorCode | null }
  | { readonly type: 'cancelled' }
  | { readonly type: 'edited' }
  | { readonly type: 'toggle'; readonly shown: Shown }
  | { readonly type: 'group'; readonly by: Grouping }
  | { readonly type: 'current'; readonly finding: number | null }
  | { readonly type: 'dialog'; readonly dialog: DialogState | null }
  | { readonly type: 'busy'; readonly busy: boolean }
  | { readonly type: 'notice'; readonly notice: Notice | null }
  | { readonly type: 'live'; readonly live: boolean }
  | { readonly type: 'overview'; readonly more: Partial<OverviewState> }
  | { readonly type: 'opinion'; readonly opinion: Opinion | null }
  | { readonly type: 'accept-ignored'; readonly accepts: boolean };

export function firstState(language: Language): PaneState {
  return {
    language,
    tab: 'findings',
    forms: [],
    hasDocument: false,
    documentName: null,
    only: null,
    check: { status: 'none' },
    shown: new Set<Shown>(['error', 'warning', 'info']),
    grouping: 'cell',
    current: null,
    dialog: null,
    busy: false,
    notice: null,
    live: true,
    overview: FIRST_OVERVIEW,
    opinion: null,
    acceptsIgnored: false,
  };
}

/** The pane after something happened. */
export function nextState(state: PaneState, action: PaneAction): PaneState {
  switch (action.type) {
    case 'language':
      return { ...state, language: action.language };
    case 'tab':
      return { ...state, tab: action.tab };
    case 'forms':
      return { ...state, forms: action.forms };
    case 'document':
      // Of another document nothing holds; of one with another layout what was written about it.
      return {
        ...firstState(state.language),
        forms: state.forms,
        live: state.live,
        overview: { ...state.overview, form: 0 },
        hasDocument: action.isOpen,
        ...(action.isSame ? { tab: state.tab, opinion: state.opinion, acceptsIgnored: state.acceptsIgnored } : {}),
      };
    case 'only':
      return { ...state, only: action.only };
    case 'started':
      return { ...state, check: { status: 'running', step: action.step, before: checkedOf(state) }, dialog: null };
    case 'named':
      return { ...state, documentName: action.name };
    case 'checked':
      return {
        ...state,
        check: { ...action.summary, findings: action.findings, stale: false },
        current: action.isSame ? state.current : null,
      };
    case 'relisted':
      return relisted(state, action.changes);
    case 'unrecognised':
      return { ...state, check: action.answer, current: null };
    case 'failed':
      return { ...state, check: { status: 'failed', reason: action.reason, host: action.host } };
    case 'cancelled': {
      const before = checkedOf(state);
      return { ...state, check: before ? { ...before, stale: true } : { status: 'none' } };
    }
    case 'edited':
      return state.check.status === 'checked' ? { ...state, check: { ...state.check, stale: true } } : state;
    case 'toggle':
      return { ...state, shown: toggled(state.shown, action.shown) };
    case 'group':
      return { ...state, grouping: action.by };
    case 'current':
      return { ...state, current: action.finding };
    case 'dialog':
      return { ...state, dialog: action.dialog };
    case 'busy':
      return { ...state, busy: action.busy };
    case 'notice':
      return { ...state, notice: action.notice };
    case 'live':
      return { ...state, live: action.live };
    case 'overview':
      return { ...state, overview: { ...state.overview, ...action.more } };
    case 'opinion':
      return { ...state, opinion: action.opinion };
    case 'accept-ignored':
      return { ...state, acceptsIgnored: action.accepts };
  }
}

/** The findings on the screen: while a check runs those of the one before stay, so that nothing jumps. */
export function checkedOf({ check }: PaneState): Checked | null {
  if (check.status === 'checked') return check;
  return check.status === 'running' ? check.before : null;
}

/** The list after edits: what is not concerned is the very same, so that nothing moves. */
function relisted(state: PaneState, { summary, splices }: ListChanges): PaneState {
  const { check } = state;
  if (check.status !== 'checked') return state;
  const findings: ListedFinding[] = [];
  let from = 0;
  for (const splice of splices) {
    append(findings, check.findings.slice(from, splice.from));
    append(findings, splice.added);
    from = splice.from + splice.removed;
  }
  append(findings, check.findings.slice(from));
  const isThere = (id: number): boolean => findings.some((finding) => finding.id === id);
  const { current, dialog } = state;
  const isGone = dialog?.kind === 'ignore' && !isThere(dialog.finding.id);
  return {
    ...state,
    check: { ...summary, findings: splices.length === 0 ? check.findings : findings, stale: false },
    current: current !== null && isThere(current) ? current : null,
    dialog: isGone ? null : dialog,
  };
}

function toggled(shown: ReadonlySet<Shown>, one: Shown): ReadonlySet<Shown> {
  const next = new Set(shown);
  if (!next.delete(one)) next.add(one);
  return next;
}
