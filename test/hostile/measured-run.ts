import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { TemporaryFolder } from '../cli/temporary-folder.ts';

const PROGRAM = path.join(import.meta.dirname, '../../dist/tianbao.mjs');

/** What a run of the command line over one file came to. */
export interface MeasuredRun {
  /** `checked`, or the code of the refusal. */
  readonly end: string;
  /** What is said of copies that could not be written. */
  readonly copies: readonly string[];
  /** What the program says of faults of its own. */
  readonly faults: string;
  /** Seconds, user and system. */
  readonly cpu: number;
  /** MiB at the most. */
  readonly memory: number;
}

/** Writes down at the end what the process has used; its reader of old workbooks has a channel to it, and stays silent. */
const METER = `import { readFileSync, writeFileSync } from 'node:fs';
// What the system reports for a process includes the peak of the one that started it; Linux knows better.
const peak = (fallback) => {
  try { return Number(/VmHWM:\\s+(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]); } catch { return fallback; }
};
process.on('exit', () => {
  if (process.connected) return;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeFileSync(new URL('usage.json', import.meta.url), JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, memory: peak(maxRSS) / 1024 }));
});`;

interface Report {
  readonly files: readonly {
    readonly status: string;
    readonly error?: { readonly code: string };
    readonly copies?: readonly { readonly error?: { readonly message: string } }[];
  }[];
}

/** Checks the file with all copies asked for, in a process with a heap of `heap` MiB. */
export function runMeasured(name: string, bytes: Uint8Array, heap: number): MeasuredRun {
  const folder = new TemporaryFolder();
  try {
    folder.add({ [name]: bytes });
    const meter = folder.at('meter.mjs');
    writeFileSync(meter, METER);
    const args = ['check', name, '--format', 'json', '--annotate', 'flagged', '--fix', 'fixed'];
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [`--max-old-space-size=${String(heap)}`, '--import', pathToFileURL(meter).href, PROGRAM, ...args],
      { cwd: folder.path, maxBuffer: 1 << 29, timeout: 300_000 },
    );
    const usage = folder.at('usage.json');
    if (!existsSync(usage)) throw new Error(`the process died: ${stderr.toString().slice(0, 2000)}`);
    const { cpu, memory } = JSON.parse(readFileSync(usage, 'utf8')) as { cpu: number; memory: number };
    const [entry] = (JSON.parse(stdout.toString()) as Report).files;
    return {
      end: entry?.error?.code ?? entry?.status ?? 'nothing',
      copies: (entry?.copies ?? []).flatMap(({ error }) => (error ? [error.message] : [])),
      faults: stderr.toString(),
      cpu,
      memory,
    };
  } finally {
    folder.remove();
  }
}
