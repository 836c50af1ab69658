import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { mock } from 'node:test';
import { CopyFolder, refuseFolder, writeWhole } from '../../src/cli/copies.ts';
import { findInputs } from '../../src/cli/inputs.ts';
import { TemporaryFolder } from './temporary-folder.ts';

describe('cli/copies', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder().add({
      'in/a.xlsx': 'a',
      'in/sub/a.xlsx': 'a',
      'in/b.xls': 'b',
      'other/a.xlsx': 'a',
    });
  });
  afterEach(() => folder.remove());

  async function names(rebuilt: (file: string) => boolean, ...args: string[]): Promise<string[]> {
    const inputs = await findInputs(args.map((name) => folder.at(name)));
    const copies = new CopyFolder(folder.at('out'), inputs);
    return inputs.files.map((input) =>
      path.relative(folder.at('out'), copies.claim(input, rebuilt(input.file) ? '.xlsx' : '')).replaceAll('\\', '/'),
    );
  }

  it('keeps the path below the folder given, and the name', async () => {
    assert.deepEqual(await names(() => false, 'in'), ['a.xlsx', 'b.xls', 'sub/a.xlsx']);
  });
  it('puts .xlsx behind the name of what is rebuilt', async () => {
    assert.deepEqual(await names((file) => file.endsWith('.xls'), 'in'), ['a.xlsx', 'b.xls.xlsx', 'sub/a.xlsx']);
  });
  it('numbers a name that another argument has taken', async () => {
    assert.deepEqual(await names(() => false, 'in/a.xlsx', 'in/sub/a.xlsx', 'other'), [
      'a.xlsx',
      'a (2).xlsx',
      'a (3).xlsx',
    ]);
  });
  it('sees names that differ only in case as one', async () => {
    folder.add({ 'upper/A.xlsx': '' });
    assert.deepEqual(await names(() => false, 'in/a.xlsx', 'upper'), ['a.xlsx', 'A (2).xlsx']);
  });

  const verdicts: [args: string[], output: string, key: string | undefined][] = [
    [['in'], 'out', undefined],
    [['in'], 'in-flagged', undefined],
    [['in'], 'in', 'output-in-input'],
    [['in'], 'in/out', 'output-in-input'],
    [['in'], 'out/../in/new/deep', 'output-in-input'],
    [['in/a.xlsx'], 'in', 'output-overwrites'],
    [['in/a.xlsx'], 'in/flagged', undefined],
    [['in/b.xls'], 'in/sub', undefined],
    [['in/a.xlsx', 'other/a.xlsx'], 'other', 'output-overwrites'],
    [['.'], 'out', 'output-in-input'],
    [['in', 'other'], 'other', 'output-in-input'],
    [['in'], 'other/a.xlsx', 'output-is-file'],
  ];
  for (const [args, output, key] of verdicts) {
    it(`${key ?? 'accepts'}: check ${args.join(' ')} --annotate ${output}`, async () => {
      const inputs = await findInputs(args.map((name) => folder.at(name)));
      assert.equal((await refuseFolder(folder.at(output), inputs))?.key, key);
    });
  }
  it('refuses a folder that holds the input folder under a name that copies would take', async () => {
    folder.add({ 'in/in/c.xlsx': '' });
    const inputs = await findInputs([folder.at('in')]);
    assert.equal((await refuseFolder(folder.path, inputs))?.key, 'output-overwrites');
  });
  it('sees through links', async function () {
    try {
      symlinkSync(folder.at('in'), folder.at('link'));
    } catch {
      this.skip();
    }
    const inputs = await findInputs([folder.at('in')]);
    assert.equal((await refuseFolder(folder.at('link'), inputs))?.key, 'output-in-input');
    assert.equal((await refuseFolder(folder.at('link/new'), inputs))?.key, 'output-in-input');
  });

  it('writes whole files, makes folders, replaces an earlier copy and leaves nothing beside it', async () => {
    const target = folder.at('out/deep/a.xlsx');
    await writeWhole(target, Buffer.from('one'));
    await writeWhole(target, Buffer.from('two'));
    assert.equal(readFileSync(target, 'utf8'), 'two');
    assert.deepEqual(readdirSync(folder.at('out/deep')), ['a.xlsx']);
  });
  it('gives a file its name once its bytes are on the disk', async () => {
    const handle = await open(folder.at('other/a.xlsx'));
    const prototype = Object.getPrototypeOf(handle) as FileHandle;
    await handle.close();
    const synced: string[] = [];
    const sync = mock.method(prototype, 'sync', () => {
      synced.push(...readdirSync(folder.at('out')).map((name) => readFileSync(folder.at(`out/${name}`), 'utf8')));
      synced.push(existsSync(folder.at('out/a.xlsx')) ? 'too late' : 'in time');
      return Promise.resolve();
    });
    await writeWhole(folder.at('out/a.xlsx'), Buffer.from('one'));
    sync.mock.restore();
    assert.deepEqual(synced, ['one', 'in time']);
  });
  it('takes away what a killed run has left in the folder, and nothing of a run that goes on', async () => {
    const { pid: ended } = spawnSync(process.execPath, ['--version']);
    folder.add({
      [`left/.tianbao-${String(ended)}.part`]: 'half',
      [`left/.tianbao-${String(process.ppid)}.part`]: 'half',
      'left/.tianbao-x.part': '',
    });
    await writeWhole(folder.at('left/a.xlsx'), Buffer.from('one'));
    assert.deepEqual(readdirSync(folder.at('left')).sort(), [
      `.tianbao-${String(process.ppid)}.part`,
      '.tianbao-x.part',
      'a.xlsx',
    ]);
  });
  it('leaves neither a copy nor a remainder where writing fails', async () => {
    mkdirSync(folder.at('out/a.xlsx/taken'), { recursive: true });
    await assert.rejects(writeWhole(folder.at('out/a.xlsx'), Buffer.from('one')));
    assert.deepEqual(readdirSync(folder.at('out')), ['a.xlsx']);
    assert.ok(existsSync(folder.at('out/a.xlsx/taken')));
  });
});
