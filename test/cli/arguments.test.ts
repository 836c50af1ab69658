import assert from 'node:assert/strict';
import { parseArguments, UsageError } from '../../src/cli/arguments.ts';

const CHECK = {
  name: 'check',
  language: 'zh',
  form: null,
  format: 'text',
  annotate: null,
  fix: null,
  acceptIgnored: false,
};

describe('cli/arguments', () => {
  const understood: [args: string, command: object][] = [
    ['forms', { name: 'forms', language: 'zh' }],
    ['forms --lang en', { name: 'forms', language: 'en' }],
    ['--help', { name: 'help', language: 'zh' }],
    ['-h --lang en', { name: 'help', language: 'en' }],
    ['check --help', { name: 'help', language: 'zh' }],
    ['--version', { name: 'version', language: 'zh' }],
    ['check a.xlsx', { ...CHECK, inputs: ['a.xlsx'] }],
    ['check a.xlsx b c.csv', { ...CHECK, inputs: ['a.xlsx', 'b', 'c.csv'] }],
    ['check --format json a.xlsx', { ...CHECK, inputs: ['a.xlsx'], format: 'json' }],
    ['check a --format=json --lang=en', { ...CHECK, inputs: ['a'], format: 'json', language: 'en' }],
    ['check a --annotate x --fix y', { ...CHECK, inputs: ['a'], annotate: 'x', fix: 'y' }],
    ['check a --fix=-y', { ...CHECK, inputs: ['a'], fix: '-y' }],
    ['check a --accept-ignored', { ...CHECK, inputs: ['a'], acceptIgnored: true }],
    ['check a --form county/form', { ...CHECK, inputs: ['a'], form: 'county/form' }],
    ['unflag a b -o out', { name: 'unflag', language: 'zh', inputs: ['a', 'b'], output: 'out' }],
    ['unflag a --output=out --lang en', { name: 'unflag', language: 'en', inputs: ['a'], output: 'out' }],
    ['check -- --odd.xlsx', { ...CHECK, inputs: ['--odd.xlsx'] }],
  ];
  for (const [args, command] of understood) {
    it(`understands: ${args}`, () => assert.deepEqual(parseArguments(args.split(' ')), command));
  }

  const refused: [args: string[], message: RegExp][] = [
    [[], /请给出命令/],
    [['--lang', 'en'], /command is missing/],
    [['chek', 'a'], /没有命令“chek”/],
    [['check'], /请给出文件或文件夹/],
    [['check', ''], /请给出文件或文件夹/],
    [['forms', 'a.xlsx'], /a\.xlsx/],
    [['check', 'a', '--colour'], /没有选项 --colour/],
    [['check', 'a', '-x'], /没有选项 -x/],
    [['check', 'a', '-o', 'b'], /没有选项 -o/],
    [['unflag', 'a'], /用 -o 给出/],
    [['unflag', '-o', 'a'], /请给出文件或文件夹/],
    [['unflag', 'a', '-o', 'b', '--fix', 'c'], /没有选项 --fix/],
    [['forms', '--format', 'json'], /没有选项 --format/],
    [['check', 'a', '--fix'], /--fix 后面缺少内容/],
    [['check', 'a', '--fix='], /--fix 后面缺少内容/],
    [['check', 'a', '--fix', '--lang', 'en'], /--fix 后面缺少内容/],
    [['check', 'a', '--format', 'xml'], /text, json/],
    [['check', 'a', '--lang', 'fr'], /zh, en/],
    [['check', 'a', '--accept-ignored=1'], /--accept-ignored 不带内容/],
    [['unflag', 'a', '-o', 'b', '--accept-ignored'], /没有选项 --accept-ignored/],
    [['check', 'a', '--help=1'], /--help 不带内容/],
    [['check', 'a', '--fix', 'x', '--fix', 'y'], /只能给一次/],
  ];
  for (const [args, message] of refused) {
    it(`refuses: ${args.join(' ')}`, () => {
      assert.throws(() => parseArguments(args), { name: 'UsageError', message });
      assert.throws(() => parseArguments(args), UsageError);
    });
  }
});
