import { fork, type ChildProcess } from 'node:child_process';
import { Worker } from 'node:worker_threads';
import { FileError, type FileErrorCode, type FileErrorParams } from '../files/file-error.ts';
import type { Workbook } from '../sheets/workbook.ts';

/** The argument that makes the program a reader for another one, see {@link serveSheetJs}. */
export const SERVE_SHEETJS = '--serve-sheetjs';

/** What the parent asks for and what the child answers; sent as structured clones. */
export interface ReadRequest {
  readonly bytes: Uint8Array;
}
export type ReadAnswer =
  | { readonly workbook: Workbook }
  | { readonly error: { readonly code: FileErrorCode; readonly params: FileErrorParams } };

export interface SheetJsLimits {
  /** Seconds for one file. */
  readonly seconds: number;
  /** MiB of the child's heap. */
  readonly heap: number;
}

/** The largest honest .xls takes some five seconds and 700 MiB. */
const LIMITS: SheetJsLimits = { seconds: 60, heap: 1024 };

/**
 * Reads old workbooks in a child process, which may be killed when a file makes SheetJS run on or swell; a worker's
 * limits would not cover its buffers. One child serves file after file; {@link close} ends it.
 */
export class SheetJsProcess {
  readonly #program: string;
  readonly #limits: SheetJsLimits;
  #child: ChildProcess | undefined;

  /** @param program the program's own file, which becomes the child with {@link SERVE_SHEETJS} as its argument */
  constructor(program: string, limits: SheetJsLimits = LIMITS) {
    this.#program = program;
    this.#limits = limits;
  }

  /** @throws FileError what the reader found, `timeout`, or `too-large` where it ran out of memory. */
  async read(bytes: Uint8Array): Promise<Workbook> {
    const child = (this.#child ??= this.#start());
    try {
      const answer = await this.#ask(child, { bytes });
      if ('workbook' in answer) return answer.workbook;
      throw new FileError(answer.error.code, answer.error.params);
    } finally {
      if (child.exitCode !== null || child.signalCode !== null || child.killed) this.#child = undefined;
    }
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #start(): ChildProcess {
    const child = fork(this.#program, [SERVE_SHEETJS], {
      serialization: 'advanced',
      // What V8 says when it runs out of memory is for nobody.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [...process.execArgv, `--max-old-space-size=${String(this.#limits.heap)}`],
    });
    // The program may end while its reader is idle.
    child.unref();
    child.channel?.unref();
    return child;
  }

  async #ask(child: ChildProcess, request: ReadRequest): Promise<ReadAnswer> {
    return await new Promise<ReadAnswer>((resolve, reject) => {
      const timer = setTimeout(() => {
        child.kill('SIGKILL');
        settle(() => reject(new FileError('timeout', { seconds: this.#limits.seconds })));
      }, this.#limits.seconds * 1000);
      const onMessage = (answer: unknown): void => settle(() => resolve(answer as ReadAnswer));
      const onExit = (): void => settle(() => reject(new FileError('too-large', { what: 'memory' })));
      const onError = (error: Error): void => settle(() => reject(error));
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onExit).off('error', onError);
        finish();
      };
      child.on('message', onMessage).on('exit', onExit).on('error', onError);
      child.send(request, (error) => {
        if (error) onError(error);
      });
    });
  }
}

/** MiB that the child may take in all; its buffers are no part of its heap. */
const MOST_MEMORY = 1536;
/** Milliseconds between two looks at it. */
const EVERY = 50;

/** Ends this process when it swells; from a thread of its own, as reading does not come to rest in between. */
function watchMemory(): void {
  const code = `setInterval(() => {
    if (process.memoryUsage.rss() > ${String(MOST_MEMORY)} * 2 ** 20) process.kill(process.pid, 'SIGKILL');
  }, ${String(EVERY)})`;
  new Worker(code, { eval: true, execArgv: [] }).unref();
}

/** The child's side: answers each request until the parent is gone. */
export async function serveSheetJs(): Promise<void> {
  watchMemory();
  const { readWithSheetJs } = await import('../files/sheetjs.ts');
  const answerTo = (request: ReadRequest): ReadAnswer => {
    try {
      return { workbook: readWithSheetJs(request.bytes) };
    } catch (error) {
      const known = error instanceof FileError ? error : new FileError('damaged', { detail: 'SheetJS' });
      return { error: { code: known.code, params: known.params } };
    }
  };
  process.on('message', (request) => process.send?.(answerTo(request as ReadRequest)));
  process.on('disconnect', () => process.exit());
}
