import assert from 'node:assert/strict';
import { madeWorkbook } from '../files/made-workbook.ts';
import { bombs, heavyFiles } from './heavy-files.ts';
import { runMeasured, type MeasuredRun } from './measured-run.ts';

/** MiB of heap that the program is given; what a small office machine has by itself is more. */
const HEAP = 1024;
/** What no file may take: seconds of CPU and MiB in all. */
const MOST_CPU = 60;
const MOST_MEMORY = 1536;
/** What refusing a bomb may take beyond an empty workbook, on a machine that is busy with other things. */
const BOMB = { cpu: 0.15, memory: 40 };

const shown = (run: MeasuredRun): string =>
  `${run.end} ${run.copies.join()}, ${run.cpu.toFixed(2)} s, ${run.memory.toFixed(0)} MiB`;

describe('hostile files of weight', () => {
  for (const { what, name, make, ends } of heavyFiles) {
    it(`${what}: ${String(ends)}`, function () {
      const run = runMeasured(name, make(), HEAP);
      if (process.env.SHOW) console.log(`      ${shown(run)}`);
      assert.match(run.end, ends, shown(run));
      assert.ok(run.cpu <= MOST_CPU && run.memory <= MOST_MEMORY, shown(run));
      // A copy may be refused, with a reason of the file's; never because the program failed.
      assert.equal(run.faults, '');
    }).timeout(600_000);
  }
});

describe('bombs', () => {
  for (const { what, name, make, ends } of bombs) {
    it(`cost next to nothing: ${what}`, () => {
      const bytes = make();
      const empty = best(() => runMeasured('a.xlsx', madeWorkbook({}), HEAP));
      const bomb = best(() => runMeasured(name, bytes, HEAP));
      if (process.env.SHOW) console.log(`      ${shown(bomb)} against ${shown(empty)}`);
      assert.match(bomb.end, ends);
      assert.ok(bomb.cpu - empty.cpu <= BOMB.cpu, `${shown(bomb)} against ${shown(empty)}`);
      assert.ok(bomb.memory - empty.memory <= BOMB.memory, `${shown(bomb)} against ${shown(empty)}`);
    }).timeout(600_000);
  }
});

/** The least of three: what the machine does beside it only ever adds. */
function best(run: () => MeasuredRun): MeasuredRun {
  const [first, ...others] = [run(), run(), run()].sort((a, b) => a.cpu - b.cpu);
  assert.ok(first);
  return { ...first, memory: Math.min(first.memory, ...others.map(({ memory }) => memory)) };
}
