import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Run, runTianbao } from './run-tianbao.ts';
import { TemporaryFolder } from './temporary-folder.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/** The built command line, as a user runs it. */
describe('tianbao new', () => {
  let folder: TemporaryFolder;
  beforeEach(() => {
    folder = new TemporaryFolder();
  });
  afterEach(() => folder.remove());

  const tianbao = (...args: string[]): Run => runTianbao(folder.path, args);

  const written = (): Buffer => readFileSync(path.join(folder.path, '空白表.xlsx'));

  it('writes the blank form, which is then known as itself and told to be blank', () => {
    const { code, out, err } = tianbao('new', 'jinzhai/pc-purchase', '-o', '空白表.xlsx');
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^已写出 空白表\.xlsx：金寨县行政事业单位办公电脑采购申报表（\d{4}-\d\d-\d\d 版）\n$/);
    const report = JSON.parse(tianbao('check', '--format', 'json', '空白表.xlsx').out) as {
      files: { template: string; findings: { rule: string }[] }[];
    };
    assert.deepEqual(
      report.files.map(({ template, findings }) => [template, findings.map(({ rule }) => rule)]),
      [['jinzhai/pc-purchase', ['not-filled']]],
    );
  });

  it('gives the same bytes each time, those of dist/templates', () => {
    tianbao('new', 'jinzhai/pc-purchase', '-o', '空白表.xlsx');
    assert.ok(written().equals(readFileSync(path.join(ROOT, 'dist/templates/jinzhai/pc-purchase.xlsx'))));
  });

  it('replaces a file only when asked to', () => {
    writeFileSync(path.join(folder.path, '空白表.xlsx'), '填好的表');
    const refused = tianbao('new', 'jinzhai/pc-purchase', '-o', '空白表.xlsx');
    assert.deepEqual([refused.code, refused.out], [2, '']);
    assert.match(refused.err, /file-exists/);
    assert.equal(written().toString(), '填好的表');
    assert.equal(tianbao('new', 'jinzhai/pc-purchase', '-o', '空白表.xlsx', '--force').code, 0);
    assert.equal(written().subarray(0, 2).toString(), 'PK');
  });

  it('takes the official title for the id, where one form has it', () => {
    assert.equal(tianbao('new', '金寨县行政事业单位办公电脑采购申报表', '-o', '按标题.xlsx').code, 0);
  });

  for (const [title, args, said] of [
    [
      'a form that does not exist',
      ['new', 'jinzhai/pc-purchas', '-o', 'a.xlsx'],
      /no-such-form.*\n.*jinzhai\/pc-purchase/,
    ],
    [
      'a form that none is like',
      ['new', '不知所云', '-o', 'a.xlsx'],
      /no-such-form.*\n.*全部表单的编号见 tianbao forms/,
    ],
    ['a folder that does not exist', ['new', 'jinzhai/pc-purchase', '-o', 'nowhere/a.xlsx'], /no-such-folder/],
    ['a folder in place of a file', ['new', 'jinzhai/pc-purchase', '-o', '.'], /is-folder/],
    ['another ending', ['new', 'jinzhai/pc-purchase', '-o', 'a.xls'], /not-xlsx/],
    ['no form', ['new', '-o', 'a.xlsx'], /请给出表单编号/],
    ['no file', ['new', 'jinzhai/pc-purchase'], /请用 -o 给出要写的文件/],
    ['two forms', ['new', 'jinzhai/pc-purchase', 'yunyang/catalogue', '-o', 'a.xlsx'], /yunyang\/catalogue/],
    ['an option of another command', ['new', 'jinzhai/pc-purchase', '-o', 'a.xlsx', '--fix', 'b'], /--fix/],
    [
      'in English',
      ['new', 'jinzhai/pc', '-o', 'a.xlsx', '--lang', 'en'],
      /There is no form "jinzhai\/pc" \(no-such-form\)/,
    ],
  ] as const) {
    it(`refuses ${title}`, () => {
      const { code, out, err } = tianbao(...args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(err, said);
      assert.ok(!existsSync(path.join(folder.path, 'a.xlsx')));
    });
  }
});
