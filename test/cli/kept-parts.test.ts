import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipped, zipped } from '../files/rich-workbook.ts';
import { TemporaryFolder } from './temporary-folder.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const FAULTY = unzipped(readFileSync(path.join(ROOT, 'test/samples/jinzhai-pc-purchase/faulty-tiantangzhai.xlsx')));
const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const MACROS = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';

/** The built command line on files with parts that a copy must not lose, or not lose without a word. */
describe('tianbao check --annotate', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => folder.remove());

  const check = (...args: string[]): { stdout: string; status: number | null } =>
    spawnSync(process.execPath, [path.join(ROOT, 'bin/tianbao.js'), 'check', ...args], {
      cwd: folder.path,
      encoding: 'utf8',
    });

  const signed = zipped(new Map([...FAULTY, ['_xmlsignatures/origin.sigs', '']]));

  it('writes the report of a signed file in place of a copy, and says so', () => {
    folder.add({ 'in/部门/a.xlsx': signed });
    const said = check('in', '--annotate', 'out').stdout;
    assert.match(said, /检查报告：out\/部门\/a\.xlsx\.txt\n.*数字签名/);
    assert.deepEqual(readdirSync(folder.at('out/部门')), ['a.xlsx.txt']);
    const report = readFileSync(folder.at('out/部门/a.xlsx.txt'), 'utf8');
    assert.ok(report.startsWith('\ufeffin/部门/a.xlsx\r\n'));
    assert.doesNotMatch(report, /[^\r]\n/);
    const findings = check('in').stdout;
    assert.equal(report.slice(1).replaceAll('\r\n', '\n'), findings);
    assert.match(check('in', '--annotate', 'out', '--lang', 'en').stdout, /Report: out.*\n.*digitally signed/);
    assert.doesNotMatch(findings, /签名/);
  });

  it('tells programs of the report as one of the copies', () => {
    folder.add({ 'a.xlsx': signed });
    const { stdout, status } = check('a.xlsx', '--annotate', 'out', '--format', 'json');
    assert.match(
      stdout,
      /"copies":\[\{"kind":"report","file":"out\/a.xlsx.txt","remarks":\["原件有数字签名[^"]*"\]\}\]/,
    );
    assert.equal(status, 1);
  });

  it('fixes no signed file, and says so', () => {
    folder.add({ 'a.xlsx': signed });
    const { stdout, status } = check('a.xlsx', '--fix', 'out');
    assert.match(stdout, /副本 out\/a\.xlsx 没有写成：文件有数字签名.*（signed）\n.*重新签名/);
    assert.equal(existsSync(folder.at('out')), false);
    assert.equal(status, 2);
    const { stdout: json } = check('a.xlsx', '--fix', 'out', '--format', 'json');
    assert.match(json, /"kind":"fixed","file":"out\/a.xlsx","remarks":\[\],"error":\{"code":"signed"/);
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
