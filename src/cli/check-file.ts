import path from 'node:path';
import { checkWorkbook, type CheckedWorkbook, type Unrecognised } from '../check/check-workbook.ts';
import { acceptIgnored, ignoredFindings, type IgnoredFinding } from '../check/ignored.ts';
import { IGNORED_NAMESPACE, readIgnoredXml } from '../check/ignored-xml.ts';
import { FileError } from '../files/file-error.ts';
import { openWorkbook, type Platform, type WorkbookFormat } from '../files/open.ts';
import type { Form } from '../forms/form.ts';
import type { Language } from '../forms/language.ts';
import type { NotLocated } from '../locate/locate-forms.ts';
import { recalculated } from '../locate/recalculate.ts';
import type { Procedure } from '../procedure/procedure.ts';
import { dayOf } from '../procedure/day.ts';
import type { Workbook } from '../sheets/workbook.ts';
import type { EntryError, FailedEntry } from './entry.ts';
import { emptyFolder, unreadable } from './failures.ts';
import type { Input } from './inputs.ts';
import { readInput } from './read-input.ts';
import { say } from './texts.ts';

export interface CheckOptions {
  readonly forms: readonly Form[];
  /** Of the counties, for what follows from a form's amount. */
  readonly procedures: readonly Procedure[];
  /** The id of the only form looked for. */
  readonly only: string | null;
  readonly language: Language;
  readonly platform: Platform;
  /** Findings that the sender ignores for a reason do not count. */
  readonly acceptIgnored: boolean;
  /** The present day, as `2026-09-30`. */
  readonly today?: string;
  /** Told of faults of the program itself, for those who mend it. */
  readonly onFault?: (error: unknown) => void;
}

/** A file read and judged, with its bytes for copies. */
export interface Checked {
  readonly status: 'checked';
  readonly bytes: Uint8Array;
  readonly format: WorkbookFormat;
  readonly workbook: Workbook;
  /** Without what is ignored, where that is accepted. */
  readonly result: CheckedWorkbook;
  /** What the workbook says that its sender ignores, of what was found. */
  readonly ignored: readonly IgnoredFinding[];
}

/** Reads and judges one file; what goes wrong with it comes back as an entry, never as an exception. */
export async function checkFile(input: Input, options: CheckOptions): Promise<Checked | FailedEntry> {
  try {
    return emptyFolder(input, options.language) ?? (await checkBytes(await readInput(input), input, options));
  } catch (error) {
    if (!(error instanceof FileError)) options.onFault?.(error);
    return unreadable(input, error, options.language);
  }
}

/**
 * Judges a workbook's bytes.
 * @throws FileError where they cannot be read.
 */
export async function checkBytes(
  bytes: Uint8Array,
  input: Input,
  options: CheckOptions,
): Promise<Checked | FailedEntry> {
  const opened = await openWorkbook(bytes, path.basename(input.path), options.platform);
  const { format } = opened;
  const today = options.today === undefined ? undefined : dayOf(options.today);
  const calculated = recalculated(opened.workbook);
  const workbook = today === undefined ? calculated : { ...calculated, today };
  const { checked, unrecognised } = checkWorkbook(workbook, options.forms, options.only, options.procedures);
  if (checked) {
    const ignored = ignoredFindings(checked, workbook, readIgnoredXml(opened.data.get(IGNORED_NAMESPACE) ?? ''));
    const result = options.acceptIgnored ? acceptIgnored(checked, ignored) : checked;
    return { status: 'checked', bytes, format, workbook, result, ignored };
  }
  const error = wordsFor(unrecognised, textUnderOtherName(input, format), options);
  return { file: input.file, status: 'unrecognised', error };
}

/** What to say of a workbook without a form to check. */
function wordsFor(problem: Unrecognised, textNamed: string | undefined, options: CheckOptions): EntryError {
  const { forms, only, language } = options;
  const asked = forms.find(({ id }) => id === only);
  if (!problem.instead || !asked) return notLocated(problem, textNamed, language);
  const params = { title: asked.title, other: problem.instead.title, id: problem.instead.id };
  return {
    code: 'no-form',
    message: say(language, 'other-form', params),
    next: say(language, 'other-form.next', params),
  };
}

/** The ending of a file that holds plain text under the name of a workbook: what is in it was read as csv. */
function textUnderOtherName({ path: file }: Input, format: WorkbookFormat): string | undefined {
  const ending = path.extname(file);
  return format === 'csv' && !/^(?:\.(?:csv|tsv|txt))?$/i.test(ending) ? ending : undefined;
}

function notLocated({ code, forms }: NotLocated, textNamed: string | undefined, language: Language): EntryError {
  const params = {
    title: forms[0]?.title ?? '',
    forms: forms.map((form) => `《${form.title}》（${form.id}）`).join(language === 'zh' ? '、' : ', '),
  };
  if (code === 'no-form' && textNamed !== undefined) {
    const message = say(language, 'no-form-in-text', { ending: textNamed });
    return { code, message, next: say(language, 'no-form-in-text.next') };
  }
  return { code, message: say(language, code, params), next: say(language, `${code}.next`, params) };
}
