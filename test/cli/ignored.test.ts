import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import forms from '#forms' with { type: 'json' };
import { checkWorkbook } from '../../src/check/check-workbook.ts';
import { subjectOf } from '../../src/check/ignored.ts';
import { IGNORED_NAMESPACE, ignoredXml } from '../../src/check/ignored-xml.ts';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { writeDocumentData } from '../../src/files/document-data.ts';
import { OfficePackage } from '../../src/files/package.ts';
import { readXlsx } from '../../src/files/xlsx.ts';
import { type Run, runTianbao } from './run-tianbao.ts';
import { TemporaryFolder } from './temporary-folder.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const FAULTY = readFileSync(path.join(ROOT, 'test/samples/jinzhai-pc-purchase/faulty-forestry.xlsx'));
const UNTIDY = readFileSync(path.join(ROOT, 'test/samples/jinzhai-pc-purchase/faulty-tiantangzhai.xlsx'));

/** A copy whose sender ignores all of what is found in it, or of one severity. */
function ignoring(bytes: Uint8Array, reason: string, only?: string): Uint8Array {
  const file = new OfficePackage(bytes, nodeCodec);
  const workbook = readXlsx(file);
  const { checked } = checkWorkbook(workbook, forms);
  assert.ok(checked);
  const entries = checked.findings
    .filter(({ severity }) => only === undefined || severity === only)
    .map((finding) => ({ ...subjectOf(finding, workbook, checked.forms), reason }));
  assert.ok(entries.length > 0);
  writeDocumentData(file, IGNORED_NAMESPACE, ignoredXml(entries));
  return file.toBytes();
}

interface Entry {
  readonly counts: Readonly<Record<'error' | 'warning' | 'info', number>>;
  readonly forms: readonly { readonly counts: object }[];
  readonly findings: readonly { readonly severity: string }[];
  readonly ignored: readonly { readonly severity: string; readonly reason: string }[];
  readonly changes?: readonly object[];
  readonly copies?: readonly object[];
}

/** The built command line on workbooks whose sender has ignored findings, for reasons kept in the file. */
describe('tianbao check with ignored findings', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => folder.remove());

  const run = (...args: string[]): Run => runTianbao(folder.path, ['check', ...args]);

  function json(...args: string[]): { code: number | null; entry: Entry } {
    const { code, out } = run('--format', 'json', ...args);
    const [entry] = (JSON.parse(out) as { files: readonly Entry[] }).files;
    assert.ok(entry);
    return { code, entry };
  }

  it('lists them apart and counts them as before: a sender cannot silence the reviewer', () => {
    folder.add({ 'plain.xlsx': FAULTY, 'a.xlsx': ignoring(FAULTY, '已电话请示', 'error') });
    const plain = json('plain.xlsx');
    const { code, entry } = json('a.xlsx');
    assert.deepEqual([plain.code, code], [1, 1]);
    assert.deepEqual(plain.entry.ignored, []);
    assert.deepEqual(entry.counts, plain.entry.counts);
    assert.equal(entry.ignored.length, entry.counts.error);
    assert.ok(entry.ignored.every(({ severity, reason }) => severity === 'error' && reason === '已电话请示'));
    assert.ok(entry.findings.every(({ severity }) => severity !== 'error'));
    assert.equal(entry.ignored.length + entry.findings.length, plain.entry.findings.length);
    assert.match(run('a.xlsx').out, /填报人忽略了 \d+ 条（照样计入[^]*忽略的理由：已电话请示/);
  });

  it('leaves them out of counts and exit code where the reasons are accepted', () => {
    folder.add({ 'plain.xlsx': FAULTY, 'a.xlsx': ignoring(FAULTY, '已电话请示', 'error') });
    const { code, entry } = json('a.xlsx', '--accept-ignored');
    const counts = { ...json('plain.xlsx').entry.counts, error: 0 };
    assert.equal(code, 0);
    assert.deepEqual(entry.counts, counts);
    assert.deepEqual(entry.forms[0]?.counts, counts);
    assert.ok(entry.ignored.length > 0);
    assert.match(run('a.xlsx', '--accept-ignored').out, /理由已采纳，不计入数目/);
    assert.equal(run('plain.xlsx', '--accept-ignored').code, 1);
  });

  it('flags and fixes them all the same, and not where the reasons are accepted', () => {
    folder.add({ 'a.xlsx': ignoring(UNTIDY, '就这样写') });
    const copies = ['a.xlsx', '--annotate', 'flagged', '--fix', 'fixed'];
    const { entry } = json(...copies, '--accept-ignored');
    assert.deepEqual([entry.changes, entry.copies], [undefined, undefined]);
    assert.ok(!existsSync(folder.at('flagged')) && !existsSync(folder.at('fixed')));
    assert.ok((json(...copies).entry.changes?.length ?? 0) > 0);
    assert.ok(existsSync(folder.at('flagged/a.xlsx')) && existsSync(folder.at('fixed/a.xlsx')));
  });

  it('reads a file all the same whose part for them is broken, too large, or of somebody else', () => {
    const parts: Record<string, string> = {
      'broken.xlsx': '<ignored xmlns="urn:tianbao:ignored:1"><finding rule="choice"',
      'large.xlsx': `<ignored xmlns="urn:tianbao:ignored:1">${' '.repeat(5_000_000)}</ignored>`,
      'other.xlsx': '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
    };
    for (const [name, xml] of Object.entries(parts)) {
      const file = new OfficePackage(FAULTY, nodeCodec);
      writeDocumentData(file, IGNORED_NAMESPACE, xml);
      folder.add({ [name]: file.toBytes() });
    }
    folder.add({ 'plain.xlsx': FAULTY });
    const plain = json('plain.xlsx').entry;
    for (const name of Object.keys(parts)) assert.deepEqual({ ...json(name).entry, file: 'plain.xlsx' }, plain, name);
  });
});
