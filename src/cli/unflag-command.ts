import path from 'node:path';
import { nodeCodec } from '../files/codec-node.ts';
import { FileError } from '../files/file-error.ts';
import { OfficePackage } from '../files/package.ts';
import { packageKind } from '../files/package-kind.ts';
import { sniff } from '../files/sniff.ts';
import { unflagXlsx } from '../files/xlsx-flag.ts';
import type { Language } from '../forms/language.ts';
import type { UnflagRequest } from './arguments.ts';
import { tellFault, type Console } from './console.ts';
import { openCopyFolder, writeWhole, type CopyFolder } from './copies.ts';
import type { FailedEntry } from './entry.ts';
import { emptyFolder, notWritten, unreadable } from './failures.ts';
import { findInputs, type Input } from './inputs.ts';
import { Output } from './output.ts';
import { Progress } from './progress.ts';
import { readInput } from './read-input.ts';
import { visible } from './terminal.ts';
import { say } from './texts.ts';

/** What became of one file. */
type Result = FailedEntry | { readonly status: 'unflagged' | 'not-flagged'; readonly copy: string };

/**
 * `tianbao unflag`: writes each file without our flags into a folder; one that has none is copied as it is.
 * @returns the exit code: 2 where a file could not be read or its copy not be written.
 * @throws {UsageError} for an output folder that would harm the input.
 */
export async function unflag({ inputs: args, output, language }: UnflagRequest, console: Console): Promise<0 | 2> {
  const inputs = await findInputs(args);
  const folder = await openCopyFolder('-o', output, inputs, language);
  const out = new Output(console.stdout);
  const progress = new Progress(console.stderr, inputs.files.length);
  const counts = { files: inputs.files.length, unflagged: 0, notFlagged: 0, failed: 0 };
  for (const [done, input] of inputs.files.entries()) {
    progress.show(done, input.file);
    const result = await unflagFile(input, folder, language, (error) => tellFault(error, console));
    counts[!('copy' in result) ? 'failed' : result.status === 'unflagged' ? 'unflagged' : 'notFlagged']++;
    progress.clear();
    await out.write(`${lineOf(input, result, language)}\n`);
  }
  await out.write(`${say(language, 'unflag-summary', counts)}\n`);
  await out.finish();
  return counts.failed > 0 ? 2 : 0;
}

async function unflagFile(
  input: Input,
  folder: CopyFolder,
  language: Language,
  onFault: (error: unknown) => void,
): Promise<Result> {
  const empty = emptyFolder(input, language);
  if (empty) return empty;
  try {
    const bytes = await readInput(input);
    const unflagged = withoutFlags(bytes);
    const target = folder.claim(input, '');
    const copy = path.sep === '\\' ? target.replaceAll('\\', '/') : target;
    try {
      await writeWhole(target, unflagged ?? bytes);
    } catch (error) {
      return { file: input.file, status: 'unreadable', error: notWritten(copy, error, language) };
    }
    return { status: unflagged ? 'unflagged' : 'not-flagged', copy };
  } catch (error) {
    if (!(error instanceof FileError)) onFault(error);
    return unreadable(input, error, language);
  }
}

/**
 * The bytes of a workbook without our flags; `undefined` where it has none, and for formats that never have any.
 * @throws FileError where it is no sound workbook.
 */
function withoutFlags(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length === 0) throw new FileError('empty-file');
  const kind = sniff(bytes);
  if (kind === 'text' || kind === 'ole2') return undefined;
  if (kind !== 'zip') throw new FileError('not-a-workbook', { looksLike: kind });
  const isXlsx = packageKind(new OfficePackage(bytes, nodeCodec)) === 'xlsx';
  return isXlsx ? unflagXlsx(bytes, nodeCodec) : undefined;
}

function lineOf(input: Input, result: Result, language: Language): string {
  const file = visible(input.file);
  if ('copy' in result) return say(language, result.status, { file, copy: visible(result.copy) });
  const { error } = result;
  const failure = say(language, 'failure', { message: error.message, code: error.code });
  return `${file}\n  ✗ ${failure}\n    ${say(language, 'next', { next: error.next })}`;
}
