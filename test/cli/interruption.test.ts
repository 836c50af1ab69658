import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const CLI = pathToFileURL(path.join(import.meta.dirname, '../../src/cli/')).href;

/** Runs a few lines of a program that interrupt themselves, in a process of their own. */
function interrupted(lines: string, signal: 'SIGINT' | 'SIGTERM'): { status: number | null; out: string } {
  const program = `
    import { Progress } from '${CLI}progress.ts';
    import { beforeInterruption } from '${CLI}interruption.ts';
    const terminal = { isTTY: true, columns: 80, write: (text) => process.stdout.write(text) };
    ${lines}
    process.kill(process.pid, '${signal}');
    setTimeout(() => process.stdout.write('still there'), 5000);
  `;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', program];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  assert.equal(stderr, '');
  return { status, out: stdout };
}

describe('cli/interruption', function () {
  before(function () {
    if (process.platform === 'win32') this.skip(); // Nobody can send these signals there.
  });

  it('takes the bar away that is shown', () => {
    const { status, out } = interrupted(`new Progress(terminal, 3).show(1, 'a.xlsx');`, 'SIGINT');
    assert.match(out, /a\.xlsx\r\u001b\[K$/);
    assert.equal(status, 130);
  });
  it('puts everything in order before it ends, each once', () => {
    const lines = `
      beforeInterruption(() => process.stdout.write('one '));
      beforeInterruption(() => process.stdout.write('two '));
      beforeInterruption(() => process.stdout.write('three '))();`;
    assert.deepEqual(interrupted(lines, 'SIGTERM'), { status: 143, out: 'one two ' });
  });
  it('ends as any program does where there is nothing to put in order', () => {
    const lines = `
      const progress = new Progress(terminal, 3);
      progress.show(1, 'a.xlsx');
      progress.clear();`;
    assert.equal(interrupted(lines, 'SIGINT').status, null);
  });
});
