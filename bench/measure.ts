import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';

/** What one process took from its start to its end. */
export interface Usage {
  /** User and system time of all its threads, in seconds. */
  readonly cpu: number;
  /** Peak resident memory, in MiB. */
  readonly peak: number;
}

const PRELOAD = path.join(import.meta.dirname, 'resources-at-exit.mjs');

/**
 * Runs `node` with a script and its arguments several times, standard output into a file.
 * @returns the medians, each by itself; no run is left out.
 * @throws Error where the process does not come to its end, or ends with another code than these.
 */
export function measure(args: readonly string[], output: string, runs: number, codes = [0]): Usage {
  const usages = Array.from({ length: runs }, () => runOnce(args, output, codes));
  return { cpu: median(usages.map(({ cpu }) => cpu)), peak: median(usages.map(({ peak }) => peak)) };
}

function runOnce(args: readonly string[], output: string, codes: readonly number[]): Usage {
  const stdout = openSync(output, 'w');
  try {
    const done = spawnSync(process.execPath, ['--import', PRELOAD, ...args], {
      stdio: ['ignore', stdout, 'pipe', 'pipe'],
      encoding: 'utf8',
      // Options for the process that measures are not those of the one that is measured.
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const report = done.output[3] ?? '';
    if (done.status === null || !codes.includes(done.status) || report === '') {
      throw new Error(`node ${args.join(' ')} ended with ${done.status ?? done.signal ?? 'nothing'}\n${done.stderr}`);
    }
    return asUsage(JSON.parse(report));
  } finally {
    closeSync(stdout);
  }
}

function asUsage(report: unknown): Usage {
  if (typeof report === 'object' && report !== null && 'cpu' in report && 'peak' in report) {
    const { cpu, peak } = report;
    if (typeof cpu === 'number' && typeof peak === 'number') return { cpu, peak };
  }
  throw new Error(`no usage was reported: ${JSON.stringify(report)}`);
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}
