import type { Writable } from 'node:stream';

/** An output as the command line sees it: a stream that may be a terminal. */
export type Stream = Writable & { readonly isTTY?: boolean | undefined; readonly columns?: number | undefined };

/** All that a command knows of the place it runs at, beside files; `process` is one. */
export interface Console {
  readonly stdout: Stream;
  readonly stderr: Stream;
  /** The program's own file, for a process of its own beside this one. */
  readonly program: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Prints where a fault of the program stands, only for those who have asked for it (`TIANBAO_DEBUG`). */
export function tellFault(error: unknown, { stderr, environment }: Console): void {
  if (!environment.TIANBAO_DEBUG) return;
  stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
