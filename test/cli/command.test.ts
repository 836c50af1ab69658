import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { unflagXlsx } from '../../src/files/xlsx-flag.ts';
import { allForms } from '../check-file.ts';
import { notesIn } from '../files/read-back.ts';
import { type Run, runTianbao } from './run-tianbao.ts';
import { TemporaryFolder } from './temporary-folder.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const SAMPLES = path.join(ROOT, 'test/samples');
const CLEAN = readFileSync(path.join(SAMPLES, 'jinzhai-pc-purchase/clean-education.xlsx'));
const FAULTY = readFileSync(path.join(SAMPLES, 'jinzhai-pc-purchase/faulty-forestry.xlsx'));
const UNTIDY = readFileSync(path.join(SAMPLES, 'jinzhai-pc-purchase/faulty-tiantangzhai.xlsx'));

interface JsonEntry {
  readonly file: string;
  readonly status: string;
  readonly template?: string;
  readonly counts?: { readonly error: number };
  readonly countsAfterFix?: { readonly error: number };
  readonly error?: { readonly code: string; readonly message: string; readonly next: string };
  readonly copies?: readonly {
    readonly kind: string;
    readonly file: string;
    readonly error?: { readonly message: string };
  }[];
  readonly changes?: readonly object[];
  readonly findings?: readonly object[];
}

/** The built command line, as a user runs it. */
describe('tianbao', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => folder.remove());

  const tianbao = (...args: string[]): Run => runTianbao(folder.path, args);

  function json(...args: string[]): { code: number | null; files: readonly JsonEntry[]; skipped?: readonly string[] } {
    const { code, out, err } = tianbao('check', '--format', 'json', ...args);
    assert.equal(err, '');
    const report = JSON.parse(out) as { version: number; files: readonly JsonEntry[]; skipped?: readonly string[] };
    assert.equal(report.version, 1);
    const { files, skipped } = report;
    return { code, files, ...(skipped ? { skipped } : {}) };
  }

  it('says its version and its usage on stdout', () => {
    const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
    assert.deepEqual(tianbao('--version'), { code: 0, out: `${version}\n`, err: '' });
    assert.match(tianbao('--help').out, /用法/);
    assert.match(tianbao('--help', '--lang', 'en').out, /exit codes: 0/i);
  });
  it('lists every form with its title', () => {
    const { code, out } = tianbao('forms');
    assert.equal(code, 0);
    const forms = allForms();
    for (const { id, title } of forms) {
      const line = out.split('\n').find((one) => one.startsWith(`${id} `));
      assert.ok(line?.includes(title), id);
    }
    assert.equal(forms.length, 18);
  });
  it('answers wrong usage with 2 and the usage on stderr', () => {
    for (const args of [[], ['chek'], ['check'], ['check', '.', '--form', 'no/such']]) {
      const { code, out, err } = tianbao(...args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, /用法/);
      assert.ok(err.trim().split('\n').length === 2, 'what is wrong, and a hint');
    }
  });

  it('exits 0 for a clean file, 1 for a faulty one, 2 where one cannot be read', () => {
    folder.add({ 'clean.xlsx': CLEAN, 'faulty.xlsx': FAULTY });
    assert.equal(tianbao('check', 'clean.xlsx').code, 0);
    assert.equal(tianbao('check', 'clean.xlsx', 'faulty.xlsx').code, 1);
    assert.equal(tianbao('check', 'faulty.xlsx', 'gone.xlsx').code, 2);
  });
  it('prints no colours and no progress where nobody looks', () => {
    folder.add({ 'a.xlsx': CLEAN, 'b.xlsx': FAULTY });
    const { out, err } = tianbao('check', '.');
    assert.equal(err, '');
    assert.doesNotMatch(out, /\u001b/);
    assert.match(out, /^\.\/b\.xlsx$/m);
  });
  it('gives JSON the same findings as the text', () => {
    folder.add({ 'b.xlsx': FAULTY });
    const { files } = json('b.xlsx');
    assert.equal(
      files[0]?.findings?.length,
      (tianbao('check', 'b.xlsx').out.match(/^ {6}(?:错误|警告|提示) /gm) ?? []).length,
    );
  });
  it('names each bad file with a code and a next step, and does the others', () => {
    folder.add({
      'in/a-empty.xlsx': '',
      'in/b-junk.xlsx': Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]),
      'in/c-truncated.xlsx': CLEAN.subarray(0, CLEAN.length >> 1),
      'in/d-no-form.csv': '姓名,年龄\n张三,30\n',
      'in/e-good.xlsx': CLEAN,
    });
    const { code, files } = json('in', 'missing');
    assert.equal(code, 2);
    assert.deepEqual(
      files.map(({ file, status, error }) => [file, status, error?.code]),
      [
        ['in/a-empty.xlsx', 'unreadable', 'empty-file'],
        ['in/b-junk.xlsx', 'unreadable', 'not-a-workbook'],
        ['in/c-truncated.xlsx', 'unreadable', 'damaged'],
        ['in/d-no-form.csv', 'unrecognised', 'no-form'],
        ['in/e-good.xlsx', 'checked', undefined],
        ['missing', 'unreadable', 'not-found'],
      ],
    );
    for (const { error } of files) if (error) assert.ok(error.message !== '' && error.next !== '');
  });
  it('checks as the form named only', () => {
    folder.add({ 'a.xlsx': CLEAN });
    assert.equal(json('a.xlsx', '--form', 'jinzhai/pc-purchase').files[0]?.status, 'checked');
    assert.equal(json('a.xlsx', '--form', 'yunyang/catalogue').files[0]?.error?.code, 'no-form');
  });
  it('says which form a file plainly is where another one is named', () => {
    folder.add({
      'a.xlsx': CLEAN,
      'b.xlsx': readFileSync(path.join(SAMPLES, 'gaoqing-cloud-migration/clean-natural-resources.xlsx')),
    });
    const [no] = json('a.xlsx', '--form', 'yunyang/catalogue').files;
    assert.match(no?.error?.message ?? '', /不是《云阳县政务信息化项目信息资源目录》.*jinzhai\/pc-purchase/);
    assert.match(no?.error?.next ?? '', /--form jinzhai\/pc-purchase/);
    assert.match(
      tianbao('check', 'b.xlsx', '--form', 'gaoqing/cloud-new').out,
      /更像《政务云资源需求审批表（迁移系统）》/,
    );
    assert.doesNotMatch(tianbao('check', 'b.xlsx', '--form', 'gaoqing/cloud-migration').out, /更像/);
  });
  it('names files that are no workbooks, and fails where a folder has nothing to check', () => {
    folder.add({ 'in/a.xlsx': CLEAN, 'in/b.docx': 'x', 'in/c.pdf': 'x', 'word/b.docx': 'x' });
    const { code, out } = tianbao('check', 'in');
    assert.equal(code, 0);
    assert.match(out, /已跳过 2 个非表格文件（docx、pdf）。\n$/);
    const nothing = json('in', 'word');
    assert.equal(nothing.code, 2);
    assert.deepEqual(nothing.skipped, ['in/b.docx', 'in/c.pdf', 'word/b.docx']);
    assert.deepEqual(
      nothing.files.map(({ file, error }) => [file, error?.code]),
      [
        ['in/a.xlsx', undefined],
        ['word', 'no-workbooks'],
      ],
    );
    assert.match(tianbao('check', 'word').out, /Word、PDF.*\n\n已跳过 1 个非表格文件（docx）。\n$/);
  });
  it('exits 2 and says so where the report cannot be written', function () {
    if (!existsSync('/dev/full')) this.skip();
    folder.add({ 'a.xlsx': CLEAN });
    const full = openSync('/dev/full', 'w');
    for (const args of [['check', 'a.xlsx'], ['check', 'a.xlsx', '--format', 'json'], ['forms'], ['--help']]) {
      const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'bin/tianbao.js'), ...args], {
        cwd: folder.path,
        encoding: 'utf8',
        stdio: ['ignore', full, 'pipe'],
      });
      assert.deepEqual([status, stderr], [2, '结果没有写完：磁盘空间不足（ENOSPC）。\n'], args.join(' '));
    }
    closeSync(full);
  });
  it('is content with a reader who has seen enough', function () {
    if (process.platform === 'win32') this.skip();
    folder.add({ 'a.xlsx': FAULTY });
    const command = `"${process.execPath}" "${path.join(ROOT, 'bin/tianbao.js')}" check a.xlsx; echo "code $?" >&2`;
    const { stderr } = spawnSync('sh', ['-c', `( ${command} ) | true`], { cwd: folder.path, encoding: 'utf8' });
    assert.equal(stderr, 'code 1\n');
  });
  it('says of plain text under the name of a workbook what it is, and reads it where it is a form', () => {
    const csv = readFileSync(path.join(SAMPLES, 'yunyang-catalogue/faulty-agriculture.csv'));
    folder.add({ 'a.xlsx': '以后再发。', 'b.csv': '姓名,年龄\n', 'c.xlsx': csv });
    const [text, other, form] = json('a.xlsx', 'b.csv', 'c.xlsx').files;
    assert.deepEqual([text?.error?.code, other?.error?.code, form?.status], ['no-form', 'no-form', 'checked']);
    assert.match(text?.error?.message ?? '', /\.xlsx 结尾，内容却是纯文本/);
    assert.doesNotMatch(other?.error?.message ?? '', /纯文本/);
  });
  it('says in words, with the path asked for, why a copy could not be written', () => {
    folder.add({ 'a.xlsx': FAULTY, 'out/a.xlsx/x': '' });
    const { code, files } = json('a.xlsx', '--annotate', 'out');
    assert.equal(code, 2);
    const [copy] = files[0]?.copies ?? [];
    assert.match(copy?.error?.message ?? '', /^副本 out\/a\.xlsx 没有写成：同名的文件夹已经存在（E[A-Z]+）。$/);
  });

  it('writes flagged copies of what has an error or a warning, and leaves the files alone', () => {
    folder.add({ 'in/clean.xlsx': CLEAN, 'in/sub/faulty.xlsx': FAULTY });
    const { code, files } = json('in', '--annotate', 'out');
    assert.equal(code, 1);
    assert.deepEqual(readdirSync(folder.at('out'), { recursive: true }).map(String).sort(), [
      'sub',
      path.join('sub', 'faulty.xlsx'),
    ]);
    assert.deepEqual(files[1]?.copies, [{ kind: 'annotated', file: 'out/sub/faulty.xlsx', remarks: [] }]);
    assert.deepEqual(readFileSync(folder.at('in/sub/faulty.xlsx')), FAULTY);
    assert.notDeepEqual(readFileSync(folder.at('out/sub/faulty.xlsx')), FAULTY);
    assert.deepEqual(json('out/sub/faulty.xlsx').files[0]?.counts, files[1].counts, 'flags change no verdict');
  });
  it('writes fixed copies that have nothing left to fix, and lists the changes', () => {
    folder.add({ 'a.xlsx': UNTIDY });
    const { files } = json('a.xlsx', '--fix', 'fixed');
    assert.ok((files[0]?.changes?.length ?? 0) > 0);
    const again = json('fixed/a.xlsx', '--fix', 'again');
    assert.equal(again.files[0]?.changes, undefined);
    assert.ok(!existsSync(folder.at('again')));
    assert.match(tianbao('check', 'a.xlsx', '--fix', 'fixed').out, /D4：3台 → 3\n/);
  });
  it('flags only what is still wrong where it fixes too, in one copy where the folder is one', () => {
    folder.add({ 'a.xlsx': UNTIDY });
    const { files } = json('a.xlsx', '--fix', 'out', '--annotate', 'out');
    assert.deepEqual(
      files[0]?.copies?.map(({ kind, file }) => [kind, file]),
      [['annotated', 'out/a.xlsx']],
    );
    assert.equal(json('out/a.xlsx', '--fix', 'more').files[0]?.changes, undefined);
  });
  it('notes at each changed cell of the flagged copy what it was and why it was changed', () => {
    folder.add({ 'a.xlsx': UNTIDY });
    tianbao('check', 'a.xlsx', '--fix', 'fixed', '--annotate', 'out');
    const notes = notesIn(readFileSync(folder.at('out/a.xlsx')), '采购申报');
    assert.match(notes.D4 ?? '', /^【填报助手】\n已改动：原为“3台”，现为“3”。\n原因：“3台”已按 3 读取/);
    const bare = unflagXlsx(readFileSync(folder.at('out/a.xlsx')), nodeCodec);
    assert.ok(bare);
    assert.deepEqual(notesIn(bare, '采购申报'), {}, 'taken away with the flags');
  });
  it('counts what is found before the changes and after them', () => {
    folder.add({ 'a.xlsx': UNTIDY });
    const before = json('a.xlsx').files[0]?.counts;
    const [fixed] = json('a.xlsx', '--fix', 'fixed').files;
    assert.deepEqual(fixed?.counts, before);
    assert.deepEqual(fixed?.countsAfterFix, json('fixed/a.xlsx').files[0]?.counts);
    assert.match(tianbao('check', 'a.xlsx', '--fix', 'fixed').out, /\n {2}改动前：.*\n {2}已改 [^]*\n {2}改动后：/);
  });
  it('gives copies of a csv as new workbooks, and says so', () => {
    folder.add({ 'a.csv': readFileSync(path.join(SAMPLES, 'yunyang-catalogue/faulty-agriculture.csv')) });
    const { files } = json('a.csv', '--annotate', 'out', '--fix', 'fixed');
    assert.deepEqual(
      files[0]?.copies?.map(({ kind, file }) => [kind, file]),
      [
        ['fixed', 'fixed/a.csv.xlsx'],
        ['annotated', 'out/a.csv.xlsx'],
      ],
    );
    const again = json('out/a.csv.xlsx').files[0];
    assert.equal(again?.counts?.error, files[0].counts?.error);
    assert.match(tianbao('check', 'a.csv', '--annotate', 'out').out, /新的 \.xlsx/);
  });
  it('says where a flagged copy has no flag, because no cell is to blame', () => {
    const blank = readFileSync(path.join(SAMPLES, 'jinzhai-pc-purchase/faulty-not-filled.xlsx'));
    folder.add({ 'in/a.xlsx': blank });
    assert.match(tianbao('check', 'in', '--annotate', 'flagged').out, /没有具体的单元格可标注/);
  });

  it('takes its flags away again, and copies what has none', () => {
    folder.add({ 'in/a.xlsx': FAULTY });
    tianbao('check', 'in', '--annotate', 'flagged');
    folder.add({ 'flagged/b.csv': '甲,乙', 'flagged/c.xlsx': CLEAN, 'flagged/d.xlsx': 'PK\x03\x04' });
    const { code, out } = tianbao('unflag', 'flagged', '-o', 'out');
    assert.equal(code, 2);
    assert.match(out, /a\.xlsx：已去掉标注[^]*b\.csv：没有标注[^]*c\.xlsx：没有标注[^]*d\.xlsx\n {2}✗ .*damaged/);
    assert.deepEqual(readdirSync(folder.at('out')), ['a.xlsx', 'b.csv', 'c.xlsx']);
    assert.deepEqual(readFileSync(folder.at('out/c.xlsx')), CLEAN);
    assert.equal(unflagXlsx(readFileSync(folder.at('out/a.xlsx')), nodeCodec), undefined);
    assert.match(tianbao('unflag', 'flagged', '-o', 'flagged/new').err, /在要检查的文件夹 flagged 之内/);
  });

  it('refuses an output folder inside the input before anything is written', () => {
    folder.add({ 'in/a.xlsx': FAULTY });
    const { code, out, err } = tianbao('check', 'in', '--annotate', 'in/out');
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /in\/out/);
    assert.ok(!existsSync(folder.at('in/out')));
  });

  it('runs as one file anywhere', () => {
    copyFileSync(path.join(ROOT, 'dist/tianbao.mjs'), folder.at('tianbao.mjs'));
    folder.add({ 'b.xlsx': FAULTY });
    const { status, stdout } = spawnSync(process.execPath, ['tianbao.mjs', 'check', 'b.xlsx'], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stdout, /[1-9]\d* 个错误/);
  });
  it('says how to build it where the bundle is missing', () => {
    folder.add({
      'bin/tianbao.js': readFileSync(path.join(ROOT, 'bin/tianbao.js')),
      'package.json': '{"type":"module"}',
    });
    const { status, stderr } = spawnSync(process.execPath, ['bin/tianbao.js'], { cwd: folder.path, encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /npm run build/);
    assert.doesNotMatch(stderr, /Error|at /);
  });
});
