import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { workbooksIn } from '../check-file.ts';
import { foreignWorkbook } from '../files/foreign-workbook.ts';
import * as XLSX from 'xlsx';
import { TemporaryFolder } from './temporary-folder.ts';

const PROGRAM = path.join(import.meta.dirname, '../../dist/tianbao.mjs');
const SAMPLES = path.join(import.meta.dirname, '../samples');

const KILLS = 100;
/** Runs that go on in what killed ones have left; the others begin with empty folders. */
const KEEPS = (run: number): boolean => run % 2 === 1;

/** Hashes of the files below a folder by their paths; none where there is no folder. */
function hashesIn(folder: string): Map<string, string> {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

const UNFINISHED = /^\.tianbao-\d+\.part$/;

describe('a run that is killed', () => {
  const folder = new TemporaryFolder();
  after(() => folder.remove());
  const args = ['check', 'in', '--format', 'json', '--annotate', 'flagged', '--fix', 'fixed'];
  const outputs = ['flagged', 'fixed'];

  /** As the samples, and in formats that are written anew or read by another process. */
  function fill(): void {
    for (const name of workbooksIn(SAMPLES).filter((one) => one.startsWith('jinzhai') || one.endsWith('.csv'))) {
      folder.add({ [`in/${name}`]: readFileSync(path.join(SAMPLES, name)) });
    }
    const book = XLSX.readFile(path.join(SAMPLES, 'jinzhai-pc-purchase/faulty-tiantangzhai.xlsx'));
    for (const [bookType, ending] of [
      ['biff8', 'xls'],
      ['ods', 'ods'],
    ] as const) {
      const bytes = new Uint8Array(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer);
      folder.add({ [`in/other/a.${ending}`]: bytes });
    }
    folder.add({ 'in/other/empty.xls': foreignWorkbook([['x']], 'biff8') });
  }

  /** Kills the run at this moment (milliseconds from its start), unless it ends before. */
  async function killedAfter(milliseconds: number): Promise<boolean> {
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder.path, stdio: 'ignore' });
    return await new Promise((resolve) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
      child.on('exit', (_, signal) => {
        clearTimeout(timer);
        resolve(signal !== null);
      });
    });
  }

  it(`at ${String(KILLS)} moments leaves whole copies or none, and its input as it was`, async () => {
    fill();
    const input = hashesIn(folder.at('in'));
    const start = performance.now();
    spawnSync(process.execPath, [PROGRAM, ...args], { cwd: folder.path });
    const length = performance.now() - start;
    // Equal inputs give equal copies.
    const whole = new Map(outputs.map((name) => [name, hashesIn(folder.at(name))]));
    assert.ok([...whole.values()].every((files) => files.size >= 3));

    let killed = 0;
    let left = 0;
    for (let run = 0; killed < KILLS; run++) {
      assert.ok(run < 5 * KILLS, `only ${String(killed)} runs could be killed`);
      if (!KEEPS(run)) for (const name of outputs) rmSync(folder.at(name), { recursive: true, force: true });
      if (await killedAfter((0.1 + 0.9 * Math.random()) * length)) killed++;
      for (const name of outputs) {
        for (const [file, hash] of hashesIn(folder.at(name))) {
          if (UNFINISHED.test(path.basename(file))) left++;
          else assert.equal(hash, whole.get(name)?.get(file), `${name}/${file}`);
        }
      }
      assert.deepEqual(hashesIn(folder.at('in')), input);
    }
    if (process.env.SHOW) console.log(`      ${String(left)} unfinished files left`);

    for (const name of outputs) folder.add({ [`${name}/other/.tianbao-999999999.part`]: 'half' });
    spawnSync(process.execPath, [PROGRAM, ...args], { cwd: folder.path });
    for (const name of outputs) assert.deepEqual(hashesIn(folder.at(name)), whole.get(name));
  }).timeout(600_000);
});
