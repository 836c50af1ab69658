import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { findInputs, type Input } from '../../src/cli/inputs.ts';
import { TemporaryFolder } from './temporary-folder.ts';

describe('cli/inputs', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => folder.remove());

  async function found(...args: string[]): Promise<readonly Input[]> {
    return (await findInputs(args.map((name) => folder.at(name)))).files;
  }
  const names = (inputs: readonly Input[]): string[] =>
    inputs.map(({ file, problem }) => file.replace(folder.path, '').slice(1) + (problem ? ` ${problem}` : ''));

  it('walks folders, sorted, and takes workbooks by their ending in any case', async () => {
    folder.add({ 'b.xlsx': '', 'a/z.CSV': '', 'a/b/c.et': '', 'x.xls': '', 'x.xlsm': '', 'x.ods': '', 'x.tsv': '' });
    folder.add({ 'notes.txt': '', 'x.docx': '', empty: null });
    assert.deepEqual(
      names(await found('.')).map((name) => name.replace(/^\.\//, '')),
      ['a/b/c.et', 'a/z.CSV', 'b.xlsx', 'x.ods', 'x.tsv', 'x.xls', 'x.xlsm'],
    );
  });
  it('skips what Excel, WPS and macOS leave beside a workbook', async () => {
    folder.add({ 'a.xlsx': '', '~$a.xlsx': '', '._a.xlsx': '' });
    assert.deepEqual(names(await found('')), ['a.xlsx']);
  });
  it('names the files of a folder that are no workbooks, but for what programs leave there', async () => {
    folder.add({ 'in/b.docx': '', 'in/a/c.PDF': '', 'in/a/ok.xlsx': '', 'in/说明': '' });
    folder.add({ 'in/.DS_Store': '', 'in/Thumbs.db': '', 'in/~$b.docx': '', 'in/desktop.ini': '' });
    const { skipped } = await findInputs([folder.at('in'), folder.at('in/b.docx')]);
    assert.deepEqual(
      skipped.map((name) => name.slice(folder.path.length + 1)),
      ['in/a/c.PDF', 'in/b.docx', 'in/说明'],
    );
  });
  it('gives a folder without a workbook as an entry', async () => {
    folder.add({ 'in/b.docx': '', 'in/~$a.xlsx': '', none: null, 'some/a.xlsx': '' });
    assert.deepEqual(names(await found('in', 'none', 'some')), ['in no-workbooks', 'none no-workbooks', 'some/a.xlsx']);
  });
  it('sorts by code units, the same on every machine and in every order of arguments', async () => {
    const sorted = ['B.csv', 'a 10.csv', 'a 2.csv', 'a.csv', 'b.csv', '乙.csv', '甲.csv'];
    folder.add(Object.fromEntries(sorted.map((name) => [name, ''])));
    assert.deepEqual(names(await found(...[...sorted].reverse())), sorted);
    assert.deepEqual(names(await found('')), sorted);
  });
  it('names a file by its argument joined with the path below it', async () => {
    folder.add({ 'in/sub/a.xlsx': '' });
    const [slashed] = (await findInputs([folder.at('in') + '/'])).files;
    assert.equal(slashed?.file, `${folder.path}/in/sub/a.xlsx`);
    assert.equal(slashed.below, 'sub/a.xlsx');
  });
  it('takes a file given by name whatever its ending', async () => {
    folder.add({ 'form.dat': 'x' });
    assert.deepEqual(
      (await found('form.dat')).map(({ below, size, problem }) => [below, size, problem]),
      [['form.dat', 1, undefined]],
    );
  });
  it('keeps a missing file or folder as an entry', async () => {
    folder.add({ 'a.xlsx': '' });
    assert.deepEqual(names(await found('gone.xlsx', 'a.xlsx')), ['a.xlsx', 'gone.xlsx not-found']);
  });
  it('takes a file once that two arguments reach', async () => {
    folder.add({ 'in/a.xlsx': '' });
    assert.deepEqual(names(await found('in', 'in/a.xlsx')), ['in/a.xlsx']);
  });
  it('does not follow links inside a folder, but does follow an argument', async function () {
    folder.add({ 'outside/a.xlsx': '', 'in/b.xlsx': '' });
    try {
      symlinkSync(folder.at('outside'), folder.at('in/link'));
      symlinkSync(folder.at('outside/a.xlsx'), folder.at('in/a.xlsx'));
      symlinkSync(folder.at('in'), folder.at('named'));
      symlinkSync('.', folder.at('in/self'));
    } catch {
      this.skip(); // Windows lets only some users make links.
    }
    assert.deepEqual(names(await found('in')), ['in/b.xlsx']);
    assert.deepEqual(names(await found('named')), ['named/b.xlsx']);
  });
});
