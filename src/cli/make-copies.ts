import path from 'node:path';
import type { Counts } from '../check/check-forms.ts';
import type { Finding } from '../check/finding.ts';
import { nodeCodec } from '../files/codec-node.ts';
import { OfficePackage } from '../files/package.ts';
import { isSigned } from '../files/signature.ts';
import { flagXlsx } from '../files/xlsx-flag.ts';
import { writeFlaggedXlsx, writeXlsx } from '../files/xlsx-write.ts';
import { writeXlsxValues } from '../files/xlsx-values.ts';
import { planMarks, type MarksPlan } from '../marks/plan.ts';
import { messageOf } from '../rules/messages.ts';
import { fromA1 } from '../sheets/address.ts';
import { valueAt, type CellValue } from '../sheets/grid.ts';
import type { Workbook } from '../sheets/workbook.ts';
import { FileError } from '../files/file-error.ts';
import { checkBytes, type Checked, type CheckOptions } from './check-file.ts';
import { writeWhole, type AddedEnding, type CopyFolder, type CopyFolders } from './copies.ts';
import { entryOf, sumOfCounts, type Change, type Copy } from './entry.ts';
import { notWritten } from './failures.ts';
import type { Input } from './inputs.ts';
import { reportFile } from './report-file.ts';
import { systemCode } from './system-reason.ts';
import { say } from './texts.ts';

/** A copy before it is written. */
interface Draft {
  readonly bytes: Uint8Array;
  /** Behind the name: `.xlsx` for a new workbook, because the file's own format cannot be patched. */
  readonly added: AddedEnding;
  readonly remarks: readonly string[];
}

/** A change and the finding that asks for it. */
interface WantedChange extends Change {
  readonly sheetIndex: number;
  readonly finding: Finding;
}

/** What became of the copies of a file. */
export interface CopiesMade {
  readonly copies: readonly Copy[];
  readonly changes: readonly Change[];
  /** What is still found where changes were made; `null` without any. */
  readonly left: Counts | null;
}

/**
 * Writes the copies of a checked file that the user asked for: the fixed one where there is something to fix, the
 * flagged one where there is an error or a warning, or in its place a report where the file is signed. Given both, the
 * flagged copy carries the fixes, its flags are those of what is still wrong then, and a note at each changed cell says
 * what it was.
 */
export async function makeCopies(
  input: Input,
  checked: Checked,
  folders: CopyFolders,
  options: CheckOptions,
): Promise<CopiesMade> {
  const copies: Copy[] = [];
  const wanted = folders.fix ? changesOf(checked) : [];
  let changes: readonly WantedChange[] = [];
  let left: Counts | null = null;
  const isFlagged = folders.annotate !== null && checked.result.findings.some(({ severity }) => severity !== 'info');
  // Into one folder goes one copy: the flagged one, which carries the fixes too.
  const isShared = isFlagged && sameFolder(folders.annotate, folders.fix);
  let current = checked;
  if (folders.fix && wanted.length > 0) {
    // Read again before it is written: a copy that we could not read is none.
    const draft = await attempt(async () => {
      const made = fixedCopy(checked, wanted, options);
      return { ...made, again: await checkBytes(made.bytes, input, options) };
    });
    const failed = draft instanceof Error;
    if (failed || (!isShared && draft.changes.length > 0)) {
      copies.push(await save(draft, 'fixed', folders.fix, input, options));
    }
    if (!failed) {
      const { again } = draft;
      ({ changes } = draft);
      if (again.status === 'checked') {
        current = again;
        if (changes.length > 0) left = sumOfCounts(again.result.forms.map(({ counts }) => counts));
      }
    }
  }
  if (folders.annotate && isFlagged && isSignedXlsx(checked)) {
    copies.push(await saveReport(checked, folders.annotate, input, options));
  } else if (folders.annotate && isFlagged) {
    const rebuilt = !isPatchable(checked);
    const made = current === checked ? [] : changes;
    const draft = await attempt(() => flaggedCopy(current, made, rebuilt, options));
    copies.push(await save(draft, 'annotated', folders.annotate, input, options));
  }
  return { copies, changes: changes.map(({ sheet, cell, from, to }) => ({ sheet, cell, from, to })), left };
}

/** What the fixes of all findings come to: one change a cell; of two the graver finding's. */
function changesOf({ result, workbook }: Checked): WantedChange[] {
  const gravity = { error: 0, warning: 1, info: 2 };
  const byCell = new Map<string, WantedChange>();
  for (const finding of result.findings) {
    for (const { cell, value } of finding.fix) {
      const { sheet, sheetIndex } = finding;
      const key = keyOf(sheetIndex, cell);
      const known = byCell.get(key);
      if (known && gravity[known.finding.severity] <= gravity[finding.severity]) continue;
      const from = textOf(workbook, sheetIndex, cell);
      byCell.set(key, { sheet, sheetIndex, cell, from, to: value, finding });
    }
  }
  return [...byCell.values()];
}

function keyOf(sheetIndex: number, cell: string): string {
  return `${cell} ${String(sheetIndex)}`;
}

function textOf(workbook: Workbook, sheetIndex: number, cell: string): string {
  const grid = workbook.sheets[sheetIndex];
  const at = fromA1(cell);
  const value: CellValue = grid && at ? valueAt(grid, at.row, at.column) : null;
  if (value === null) return '';
  return typeof value === 'object' ? value.error : String(value);
}

/** The copy with the changes that its cells can take: formulas stay as they are. */
function fixedCopy(
  { bytes, format, workbook }: Checked,
  wanted: readonly WantedChange[],
  { language }: CheckOptions,
): Draft & { readonly changes: readonly WantedChange[] } {
  const rebuilt = !isPatchable({ format });
  const writes = wanted.map(({ sheetIndex, cell, to }) => ({ sheetIndex, cell, value: to }));
  const fixed = writeXlsxValues(rebuilt ? writeXlsx(workbook, nodeCodec) : bytes, writes, nodeCodec);
  const skipped = new Set(fixed.skipped.map(({ sheetIndex, cell }) => keyOf(sheetIndex, cell)));
  const changes = wanted.filter(({ sheetIndex, cell }) => !skipped.has(keyOf(sheetIndex, cell)));
  return {
    bytes: fixed.bytes,
    added: rebuilt ? '.xlsx' : '',
    remarks: rebuilt ? [say(language, 'new-workbook')] : [],
    changes,
  };
}

function flaggedCopy(
  { bytes, format, workbook, result }: Checked,
  changes: readonly WantedChange[],
  rebuilt: boolean,
  { language }: CheckOptions,
): Draft {
  const sentence = (finding: Finding): string => messageOf(finding, language);
  const changed = changes.map(({ sheet, sheetIndex, cell, from, to, finding }) => ({
    sheet,
    sheetIndex,
    cell,
    note: say(language, 'change-note', {
      from: from === '' ? say(language, 'blank') : from,
      to: to === '' ? say(language, 'blank') : to,
      reason: sentence(finding),
    }),
  }));
  const plan: MarksPlan = planMarks(result.findings, language, sentence, changed);
  const { bytes: flagged, withoutNote } = isPatchable({ format })
    ? flagXlsx(bytes, plan, nodeCodec)
    : writeFlaggedXlsx(workbook, plan, nodeCodec);
  const bare =
    withoutNote.reduce((sum, { cells }) => sum + cells.length, 0) +
    plan.sheets.reduce((sum, sheet) => sum + sheet.withoutNote, 0);
  const remarks = [
    ...(rebuilt ? [say(language, 'new-workbook')] : []),
    ...(plan.sheets.length === 0 ? [say(language, 'no-cell-to-flag')] : []),
    ...(bare > 0 ? [say(language, 'notes-left-out', { count: bare })] : []),
  ];
  return { bytes: flagged, added: rebuilt ? '.xlsx' : '', remarks };
}

/** An .xlsx of any kind is patched; every other format comes back as a new workbook. */
function isPatchable({ format }: Pick<Checked, 'format'>): boolean {
  return format === 'xlsx';
}

/** A signed workbook is never changed. */
function isSignedXlsx({ format, bytes }: Checked): boolean {
  return isPatchable({ format }) && isSigned(new OfficePackage(bytes, nodeCodec));
}

async function attempt<T>(make: () => T | Promise<T>): Promise<T | Error> {
  try {
    return await make();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function save(
  draft: Draft | Error,
  kind: Copy['kind'],
  folder: CopyFolder,
  input: Input,
  { language, onFault }: CheckOptions,
): Promise<Copy> {
  const target = folder.claim(input, draft instanceof Error ? '' : draft.added);
  const file = path.sep === '\\' ? target.replaceAll('\\', '/') : target;
  try {
    if (draft instanceof Error) throw draft;
    await writeWhole(target, draft.bytes);
    return { kind, file, remarks: draft.remarks };
  } catch (error) {
    if (!(error instanceof FileError) && systemCode(error) === undefined) onFault?.(error);
    return { kind, file, remarks: [], error: notWritten(file, error, language) };
  }
}

/** The report of a file that is not to be changed, in place of its flagged copy. */
async function saveReport(checked: Checked, folder: CopyFolder, input: Input, options: CheckOptions): Promise<Copy> {
  const { language } = options;
  const entry = { ...entryOf(input.file, checked, options.acceptIgnored), copies: [], changes: [], left: null };
  const bytes = await reportFile(entry, { language, sentence: messageOf });
  return await save(
    { bytes, added: '.txt', remarks: [say(language, 'signed-report')] },
    'report',
    folder,
    input,
    options,
  );
}

function sameFolder(a: CopyFolder | null, b: CopyFolder | null): boolean {
  return a !== null && b !== null && path.resolve(a.folder) === path.resolve(b.folder);
}
