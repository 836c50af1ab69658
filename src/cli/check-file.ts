import path from 'node:path';
import { checkForms, type CheckResult } from '../check/check-forms.ts';
import { FileError } from '../files/file-error.ts';
import { openWorkbook, type Platform, type WorkbookFormat } from '../files/open.ts';
import type { Form } from '../forms/form.ts';
import { fillForm } from '../locate/fill-form.ts';
import type { FilledForm } from '../locate/filled.ts';
import { locateForms, type NotLocated } from '../locate/locate-forms.ts';
import type { LocatedForm, Oddity } from '../locate/located.ts';
import { rangeToA1 } from '../sheets/address.ts';
import type { Workbook } from '../sheets/workbook.ts';
import type { EntryError, FailedEntry, FormEntry } from './entry.ts';
import { emptyFolder, unreadable } from './failures.ts';
import type { Input } from './inputs.ts';
import type { Language } from './language.ts';
import { readInput } from './read-input.ts';
import { say } from './texts.ts';

export interface CheckOptions {
  readonly forms: readonly Form[];
  /** The id of the only form looked for. */
  readonly only: string | null;
  readonly language: Language;
  readonly platform: Platform;
  /** Told of faults of the program itself, for those who mend it. */
  readonly onFault?: (error: unknown) => void;
}

/** A file read and judged, with its bytes for copies. */
export interface Checked {
  readonly status: 'checked';
  readonly bytes: Uint8Array;
  readonly format: WorkbookFormat;
  readonly workbook: Workbook;
  readonly result: CheckResult;
  readonly forms: readonly [FormEntry, ...FormEntry[]];
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
  const { workbook, format } = await openWorkbook(bytes, path.basename(input.path), options.platform);
  const { located, problem } = locateForms(
    workbook,
    options.forms,
    options.only === null ? {} : { only: options.only },
  );
  const unasked = options.only === null ? [] : (locateForms(workbook, options.forms).located ?? []);
  if (problem) {
    const error =
      otherForm(unasked, options) ?? notLocated(problem, textUnderOtherName(input, format), options.language);
    return { file: input.file, status: 'unrecognised', error };
  }
  const result = checkForms(located.map((form) => withOtherForm(fillForm(workbook, form), unasked)));
  const [best, ...others] = result.forms.map(({ form, counts, figures }): FormEntry => {
    const { located: at } = form;
    return {
      form: at.form,
      sheet: workbook.sheets[at.sheet]?.name ?? '',
      range: rangeToA1(at.range),
      counts,
      figures: Object.fromEntries(figures),
      ...(at.runnerUp ? { runnerUp: at.runnerUp.form } : {}),
    };
  });
  if (!best) throw new Error('no form was filled');
  return { status: 'checked', bytes, format, workbook, result, forms: [best, ...others] };
}

/** What to say of a file that is plainly another form than the one asked for. */
function otherForm(others: readonly LocatedForm[], { forms, only, language }: CheckOptions): EntryError | undefined {
  const [other] = others;
  const asked = forms.find(({ id }) => id === only);
  if (!other || !asked) return undefined;
  const params = { title: asked.title, other: other.form.title, id: other.form.id };
  return {
    code: 'no-form',
    message: say(language, 'other-form', params),
    next: say(language, 'other-form.next', params),
  };
}

/** A form checked because it was asked for, with the remark that its sheet looks more like another. */
function withOtherForm(filled: FilledForm, others: readonly LocatedForm[]): FilledForm {
  const { form, sheet } = filled.located;
  const here = others.filter((each) => each.sheet === sheet).map((each) => each.form);
  const [other] = here;
  if (!other || here.some(({ id }) => id === form.id)) return filled;
  const params = { title: form.title, other: other.title, id: other.id };
  const oddity: Oddity = { case: 'other-form', severity: 'warning', sheet, at: null, field: null, params };
  return { ...filled, oddities: [oddity, ...filled.oddities] };
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
