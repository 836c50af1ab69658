import type { Counts } from '../check/check-forms.ts';
import type { CheckedWorkbook } from '../check/check-workbook.ts';
import type { Finding } from '../check/finding.ts';
import type { IgnoredFinding } from '../check/ignored.ts';
import type { Checked } from './check-file.ts';

/** What became of one file. */
export type Entry = CheckedEntry | FailedEntry;

export interface CheckedEntry {
  readonly file: string;
  readonly status: 'checked';
  /** The best match first. */
  readonly forms: CheckedWorkbook['forms'];
  /** Of all forms, sorted, without those ignored; as data, worded only when they are printed. */
  readonly findings: readonly Finding[];
  /** What the sender ignores, with the reasons. */
  readonly ignored: readonly IgnoredFinding[];
  /** Whether these are left out of the counts. */
  readonly acceptsIgnored: boolean;
  /** With `--annotate` or `--fix`: the copies written, and those that could not be. */
  readonly copies: readonly Copy[];
  /** With `--fix`: what the fixed copy has other than the file. */
  readonly changes: readonly Change[];
  /** What is still found in the fixed copy; `null` where nothing was changed. */
  readonly left: Counts | null;
}

export interface FailedEntry {
  readonly file: string;
  readonly status: 'unreadable' | 'unrecognised';
  readonly error: EntryError;
}

/** Already in the user's language. */
export interface EntryError {
  readonly code: string;
  readonly message: string;
  /** What to do about it. */
  readonly next: string;
}

export interface Copy {
  readonly kind: 'annotated' | 'fixed' | 'report';
  /** Where it is, with `/`. */
  readonly file: string;
  /** What the user should know of it, in words: that it is a new workbook, that the file is signed. */
  readonly remarks: readonly string[];
  /** Why it could not be written. */
  readonly error?: EntryError;
}

export interface Change {
  /** The sheet's name, for people. */
  readonly sheet: string;
  readonly cell: string;
  /** The text of the cell before; empty for a blank one. */
  readonly from: string;
  readonly to: string | number;
}

/** What of a checked file is told before its copies are made. */
export function entryOf(
  file: string,
  { result, ignored }: Checked,
  acceptsIgnored: boolean,
): Omit<CheckedEntry, 'copies' | 'changes' | 'left'> {
  const apart = new Set(ignored.map(({ finding }) => finding));
  const findings = apart.size === 0 ? result.findings : result.findings.filter((finding) => !apart.has(finding));
  return { file, status: 'checked', forms: result.forms, findings, ignored, acceptsIgnored };
}

export function sumOfCounts(all: readonly Counts[]): Counts {
  const sum = { error: 0, warning: 0, info: 0 };
  for (const counts of all) {
    sum.error += counts.error;
    sum.warning += counts.warning;
    sum.info += counts.info;
  }
  return sum;
}

/** The exit code that a run amounts to: 2 when a file could not be judged (or copied), else 1 with errors, else 0. */
export function exitCodeOf(entries: Iterable<Entry>): 0 | 1 | 2 {
  let code: 0 | 1 | 2 = 0;
  for (const entry of entries) {
    if (entry.status !== 'checked' || entry.copies.some((copy) => copy.error)) return 2;
    if (entry.forms.some((form) => form.counts.error > 0)) code = 1;
  }
  return code;
}
