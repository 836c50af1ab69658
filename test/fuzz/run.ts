import { fork } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { SheetJsProcess } from '../../src/cli/sheetjs-process.ts';
import { fuzzProperties } from './properties.ts';

/*
 * `npm run fuzz -- --runs N [--seed S]`: tries N files changed at random. The trying is done in a process of its own, so
 * that a file that makes it run on is noticed; a law that does not hold is told of with the seed that shows it again.
 */

const PROGRAM = path.join(import.meta.dirname, '../../dist/tianbao.mjs');

/** Milliseconds without a file done after which something hangs. */
const PATIENCE = 60_000;
/** Files between two signs of life. */
const EVERY = 20;

async function work(runs: number, seed: number): Promise<void> {
  const reader = new SheetJsProcess(PROGRAM, { seconds: 20, heap: 256 });
  for (const { what, share, property } of fuzzProperties(reader)) {
    const numRuns = Math.ceil(runs * share);
    let done = 0;
    const sign = fc.beforeEach(() => {
      if (done++ % EVERY === 0) process.send?.(what);
    });
    await fc.assert(property, { numRuns, seed, plugins: [sign] });
    console.log(`${String(numRuns).padStart(7)} ${what}`);
  }
  reader.close();
  const { user, system } = process.cpuUsage();
  console.log(`nothing found with seed ${String(seed)}; ${((user + system) / 1e6).toFixed(0)} s of CPU`);
  process.disconnect();
}

function watch(args: readonly string[], seed: number): void {
  const child = fork(fileURLToPath(import.meta.url), [...args, '--seed', String(seed), '--work'], {
    execArgv: ['--import', 'tsx'],
  });
  let current = '';
  const hangs = (): void => {
    console.error(`${current}: a file takes more than ${String(PATIENCE / 1000)} s; seed ${String(seed)}`);
    process.exitCode = 1;
    child.kill('SIGKILL');
  };
  let timer = setTimeout(hangs, PATIENCE);
  child.on('message', (what: string) => {
    clearTimeout(timer);
    timer = setTimeout(hangs, PATIENCE);
    current = what;
  });
  child.on('exit', (code) => {
    clearTimeout(timer);
    if (code !== 0) {
      console.error(`${current}: seed ${String(seed)}`);
      process.exitCode = 1;
    }
  });
}

const { values } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, work: { type: 'boolean' } },
});
const runs = Number(values.runs ?? 2000);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
if (!(runs > 0 && Number.isInteger(seed))) throw new RangeError('--runs N [--seed S]');
if (values.work === true) await work(runs, seed);
else watch(['--runs', String(runs)], seed);
