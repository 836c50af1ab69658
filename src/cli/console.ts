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
  /** The day it is there, as `2026-09-30`. */
  readonly today: () => string;
}

/** Whether to paint: on a terminal, and not where NO_COLOR is set (https://no-color.org: any value but the empty one). */
export function isColoured({ stdout, environment }: Pick<Console, 'stdout' | 'environment'>): boolean {
  return stdout.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb';
}

/** Prints where a fault of the program stands, only for those who have asked for it (`TIANBAO_DEBUG`). */
export function tellFault(error: unknown, { stderr, environment }: Console): void {
  if (!environment.TIANBAO_DEBUG) return;
  stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
