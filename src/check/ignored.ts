import type { Finding } from './finding.ts';
import { fromA1 } from '../sheets/address.ts';
import { valueAt, type Grid } from '../sheets/grid.ts';
import type { Workbook } from '../sheets/workbook.ts';
import type { CheckedWorkbook, FormSummary, TablePlace } from './check-workbook.ts';

/**
 * A finding that the sender ignores, with a reason. It is known again by what it is about, not by its address: rows are
 * sorted and inserted. Another value in the cell, and the finding is back.
 */
export interface IgnoredEntry {
  readonly rule: string;
  readonly case: string;
  readonly field: string | null;
  /** What the row has in the columns that tell rows of its table apart; empty for a finding outside a table. */
  readonly key: readonly KeyText[];
  /** The value judged, as text. */
  readonly value: string;
  readonly reason: string;
}

export interface KeyText {
  readonly column: string;
  readonly text: string;
}

/** What a finding is about, as an entry without its reason. */
export function subjectOf(
  finding: Finding,
  workbook: Workbook,
  forms: readonly FormSummary[],
): Omit<IgnoredEntry, 'reason'> {
  const grid = workbook.sheets[finding.sheetIndex];
  const at = finding.cell === null ? undefined : fromA1(finding.cell);
  const value = grid && at ? textOf(grid, at.row, at.column) : '';
  const table = at ? tableAt(finding.sheetIndex, at.row, forms) : undefined;
  const key = grid && at && table ? keyOf(grid, at.row, table) : [];
  return { rule: finding.rule, case: finding.case, field: finding.field, key, value };
}

/** Tells of findings whether they are ignored, and why. */
export class Ignored {
  readonly #reasons: ReadonlyMap<string, string>;
  /** Most findings are of a kind that nobody ignores: what they are about need not be found out. */
  readonly #kinds: ReadonlySet<string>;
  readonly #workbook: Workbook;
  readonly #forms: readonly FormSummary[];

  constructor(entries: readonly IgnoredEntry[], workbook: Workbook, forms: readonly FormSummary[]) {
    this.#reasons = new Map(entries.map((entry) => [identity(entry), entry.reason]));
    this.#kinds = new Set(entries.map(kind));
    this.#workbook = workbook;
    this.#forms = forms;
  }

  /** The reason why a finding is ignored; `undefined` where it is not. */
  reasonFor(finding: Finding): string | undefined {
    if (this.#kinds.size === 0 || !this.#kinds.has(kind(finding))) return undefined;
    return this.#reasons.get(identity(subjectOf(finding, this.#workbook, this.#forms)));
  }
}

/** A finding and why its sender ignores it. */
export interface IgnoredFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** Those findings of a workbook that these entries ignore, in order. */
export function ignoredFindings(
  { findings, forms }: CheckedWorkbook,
  workbook: Workbook,
  entries: readonly IgnoredEntry[],
): IgnoredFinding[] {
  if (entries.length === 0) return [];
  const ignored = new Ignored(entries, workbook, forms);
  return findings.flatMap((finding) => {
    const reason = ignored.reasonFor(finding);
    return reason === undefined ? [] : [{ finding, reason }];
  });
}

/** What a check comes to where the reasons are accepted: without those findings, in the list and in the counts. */
export function acceptIgnored(check: CheckedWorkbook, ignored: readonly IgnoredFinding[]): CheckedWorkbook {
  if (ignored.length === 0) return check;
  const gone = new Set(ignored.map(({ finding }) => finding));
  const counts = check.forms.map((form) => ({ ...form.counts }));
  const kept: number[] = [];
  check.findings.forEach((finding, at) => {
    const count = counts[check.formOf[at] ?? 0];
    if (!gone.has(finding)) kept.push(at);
    else if (count) count[finding.severity]--;
  });
  const counted = (form: FormSummary, at: number): FormSummary => ({ ...form, counts: counts[at] ?? form.counts });
  const [best, ...others] = check.forms;
  return {
    forms: [counted(best, 0), ...others.map((form, at) => counted(form, at + 1))],
    findings: check.findings.filter((finding) => !gone.has(finding)),
    formOf: kept.map((at) => check.formOf[at] ?? 0),
  };
}

/** Entries with one more; an earlier one of the same subject is replaced. */
export function withIgnored(entries: readonly IgnoredEntry[], entry: IgnoredEntry): IgnoredEntry[] {
  return [...withoutIgnored(entries, entry), entry];
}

/** Entries without those of this subject. */
export function withoutIgnored(
  entries: readonly IgnoredEntry[],
  subject: Omit<IgnoredEntry, 'reason'>,
): IgnoredEntry[] {
  const gone = identity(subject);
  return entries.filter((entry) => identity(entry) !== gone);
}

function kind(finding: Pick<Finding, 'rule' | 'case' | 'field'>): string {
  return JSON.stringify([finding.rule, finding.case, finding.field]);
}

function identity({ rule, case: name, field, key, value }: Omit<IgnoredEntry, 'reason'>): string {
  return JSON.stringify([rule, name, field, value, key.map(({ column, text }) => [column, text])]);
}

function tableAt(sheetIndex: number, row: number, forms: readonly FormSummary[]): TablePlace | undefined {
  return forms
    .flatMap(({ tables }) => tables)
    .find((table) => table.sheetIndex === sheetIndex && row >= table.top && row <= table.bottom);
}

/** So many rows above a blank are looked through for the value that goes on in it. */
const FARTHEST = 10_000;

/** A row's texts in the key columns; in one whose values carry down a blank is what stands above. */
function keyOf(grid: Grid, row: number, table: TablePlace): KeyText[] {
  return table.key.map(({ column, at, carryDown }) => {
    let text = textOf(grid, row, at);
    const first = Math.max(table.top, row - FARTHEST);
    for (let above = row - 1; carryDown && text === '' && above >= first; above--) text = textOf(grid, above, at);
    return { column, text };
  });
}

function textOf(grid: Grid, row: number, column: number): string {
  const value = valueAt(grid, row, column);
  if (value === null) return '';
  return typeof value === 'object' ? value.error : String(value).trim();
}
