import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipped, zipped } from '../files/rich-workbook.ts';
import { TemporaryFolder } from './temporary-folder.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const FAULTY = unzipped(readFileSync(path.join(ROOT, 'test/samples/jinzhai-pc-purchase/faulty-forestry.xlsx')));
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const MACROS = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';

/** The built command line on files with parts that a copy must not lose, or not lose without a word. */
describe('tianbao check --annotate', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => folder.remove());

  const check = (...args: string[]): string =>
    spawnSync(process.execPath, [path.join(ROOT, 'bin/tianbao.js'), 'check', ...args], {
      cwd: folder.path,
      encoding: 'utf8',
    }).stdout;

  it('says that the signature of a signed file does not hold for the copy', () => {
    folder.add({ 'a.xlsx': zipped(new Map([...FAULTY, ['_xmlsignatures/origin.sigs', '']])) });
    assert.match(check('a.xlsx', '--annotate', 'out'), /原件有数字签名，副本的签名不再有效/);
    assert.match(check('a.xlsx', '--annotate', 'out', '--lang', 'en'), /signature does not hold for the copy/);
    assert.doesNotMatch(check('a.xlsx'), /签名/);
  });

  it('keeps the macros of an xlsm, and its name', () => {
    const types = FAULTY.get('[Content_Types].xml')?.replace(MAIN, MACROS) ?? '';
    const parts = new Map([...FAULTY, ['[Content_Types].xml', types], ['xl/vbaProject.bin', 'VBA']]);
    folder.add({ 'a.xlsm': zipped(parts) });
    check('a.xlsm', '--annotate', 'out');
    const copy = unzipped(readFileSync(folder.at('out/a.xlsm')));
    assert.equal(copy.get('xl/vbaProject.bin'), 'VBA');
    assert.ok(copy.get('[Content_Types].xml')?.includes(MACROS));
  });
});
