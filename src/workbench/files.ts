import { FileError, type FileErrorCode, type FileErrorParams } from '../files/file-error.ts';
import { WorkerCaller, WorkerError } from '../pane/worker-calls.ts';
import { startWorker } from '../pane/worker-port.ts';
import type { FileCalls, OldFileCalls, OpenedFile, SavedFile, SaveRequest } from './file-calls.ts';

/** Milliseconds that an old file may take to read; the largest honest one takes some five seconds. */
const OLD_FILE_LIMIT = 60_000;

/** Opens and saves files in workers, so that a large or hostile one holds up nothing. */
export class Files {
  readonly #files = new WorkerCaller<FileCalls>(() => startWorker('files'));

  /** @throws FileError with the reason. */
  async open(bytes: Uint8Array, name: string): Promise<OpenedFile> {
    try {
      const opened = await this.#files.call('open', { bytes, name });
      if (!('forSheetJs' in opened)) return opened;
      const old = await readOldFile(opened.forSheetJs);
      const again = await this.#files.call('open', { bytes, name, old });
      if ('forSheetJs' in again) throw new FileError('damaged', { detail: 'SheetJS' });
      return again;
    } catch (error) {
      throw fileErrorOf(error);
    }
  }

  async tryRows(request: FileCalls['tryRows'][0]): Promise<FileCalls['tryRows'][1]> {
    try {
      return await this.#files.call('tryRows', request);
    } catch (error) {
      throw fileErrorOf(error);
    }
  }

  /** @throws FileError as `flagXlsx`. */
  async save(request: SaveRequest): Promise<SavedFile> {
    try {
      return await this.#files.call('save', request);
    } catch (error) {
      throw fileErrorOf(error);
    }
  }
}

/** Reads an old file in a worker of its own, which is ended with its work or when its time is up. */
async function readOldFile(bytes: Uint8Array): Promise<OldFileCalls['read'][1]> {
  const reader = new WorkerCaller<OldFileCalls>(() => startWorker('old-files'));
  const seconds = OLD_FILE_LIMIT / 1000;
  const timer = setTimeout(() => reader.stop(new FileError('timeout', { seconds })), OLD_FILE_LIMIT);
  try {
    return await reader.call('read', bytes);
  } finally {
    clearTimeout(timer);
    reader.stop();
  }
}

/** Errors come over from a worker as data. */
function fileErrorOf(error: unknown): unknown {
  if (!(error instanceof WorkerError)) return error;
  const { name, code, params } = error.fault;
  if (name !== 'FileError' || code === undefined) return error;
  return new FileError(code as FileErrorCode, (params ?? {}) as FileErrorParams, { cause: error });
}
