import { readFile } from 'node:fs/promises';
import { FileError } from '../files/file-error.ts';
import { MAX_FILE } from '../files/open.ts';
import { problemOf, type Input } from './inputs.ts';

/**
 * The bytes of a file that was asked for.
 * @throws FileError where it is not there, may not be read, or is too large.
 */
export async function readInput(input: Input): Promise<Uint8Array> {
  if (input.problem !== undefined && input.problem !== 'no-workbooks')
    throw new FileError(input.problem, input.isFolder ? { what: 'folder' } : {});
  // Before it is read: a file that is too large must not fill the memory first.
  if (input.size > MAX_FILE) throw new FileError('too-large', { what: 'file', limit: MAX_FILE });
  try {
    return await readFile(input.path);
  } catch (error) {
    throw new FileError(problemOf(error), {}, { cause: error });
  }
}
