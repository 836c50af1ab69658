import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

const cleanups = new Set<() => void>();

/**
 * Has something put in order before an interruption (Ctrl-C) ends the process; several are done in turn.
 * @returns takes it back: nothing needs to be put in order any more.
 */
export function beforeInterruption(cleanup: () => void): () => void {
  if (cleanups.size === 0) for (const signal of SIGNALS) process.on(signal, interrupt);
  cleanups.add(cleanup);
  return () => {
    if (!cleanups.delete(cleanup) || cleanups.size > 0) return;
    for (const signal of SIGNALS) process.off(signal, interrupt);
  };
}

function interrupt(signal: (typeof SIGNALS)[number]): void {
  for (const cleanup of cleanups) cleanup();
  // As a shell reports a program that a signal ended.
  process.exit(128 + constants.signals[signal]);
}
