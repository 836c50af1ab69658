import { FileError } from '../files/file-error.ts';
import { fileMessage } from '../files/file-messages.ts';
import type { Language } from '../forms/language.ts';
import type { EntryError, FailedEntry } from './entry.ts';
import type { Input } from './inputs.ts';
import { systemCode, systemReason } from './system-reason.ts';
import { say } from './texts.ts';

/** What to say of a folder without workbooks; `undefined` for every other input. */
export function emptyFolder(input: Input, language: Language): FailedEntry | undefined {
  if (input.problem !== 'no-workbooks') return undefined;
  const next = say(language, 'no-workbooks.next');
  const error = { code: 'no-workbooks', message: say(language, 'no-workbooks'), next };
  return { file: input.file, status: 'unreadable', error };
}

/**
 * What to say of a file that could not be dealt with. Anything but a FileError is a fault of ours: it is called so, and
 * costs the user this one file.
 */
export function unreadable(input: Input, error: unknown, language: Language): FailedEntry {
  return { file: input.file, status: 'unreadable', error: wordsFor(error, language) };
}

function wordsFor(error: unknown, language: Language): EntryError {
  if (!(error instanceof FileError)) {
    return { code: 'internal', message: say(language, 'internal'), next: say(language, 'internal.next') };
  }
  const { message, next } = fileMessage(error);
  return { code: error.code, message: message[language], next: next[language] };
}

/** What to say of a copy that could not be written to `file`. */
export function notWritten(file: string, error: unknown, language: Language): EntryError {
  const message = say(language, 'not-copied', { file, reason: reasonOf(error, language) });
  if (!(error instanceof FileError)) return { code: 'not-written', message, next: say(language, 'not-copied.next') };
  const code = error.code === 'signed' ? error.code : 'not-written';
  return { code, message, next: fileMessage(error).next[language] };
}

function reasonOf(error: unknown, language: Language): string {
  const code = systemCode(error);
  if (code !== undefined) return systemReason(code, language);
  if (error instanceof FileError) return fileMessage(error).message[language].replace(/[。.]$/, '');
  return say(language, 'internal').replace(/[。.]$/, '');
}
