import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { withoutPlugin, withPlugin, type PublishChange } from './publish-xml.ts';
import { NAME, OURS, PUBLISH_CASES } from './publish-cases.ts';

const ROW = { name: NAME, version: '0.2.0', url: 'tianbao_0.2.0' };
const AWK = path.join(import.meta.dirname, '..', '..', 'src', 'wps', 'installers', 'publish-xml.awk');

type Edit = (before: string | null, mode: 'install' | 'remove') => PublishChange;

const ours: Edit = (before, mode) => (mode === 'install' ? withPlugin(before, ROW) : withoutPlugin(before, NAME));

const folder = mkdtempSync(path.join(tmpdir(), 'publish xml '));

const byAwk: Edit = (before, mode) => {
  const file = path.join(folder, 'publish.xml');
  writeFileSync(file, before ?? '');
  const variables = {
    mode,
    name: NAME,
    row: OURS,
    forced: '0',
    ended: before?.endsWith('\n') === true ? '1' : '0',
  };
  const given = Object.entries(variables).flatMap(([key, value]) => ['-v', `${key}=${value}`]);
  const { status, stdout, stderr } = spawnSync('awk', [...given, '-f', AWK, file], {
    env: { ...process.env, LC_ALL: 'C' },
  });
  assert.equal(stderr.toString(), '');
  if (status === 10) return { status: 'unchanged' };
  assert.ok(status === 0 || status === 11, `awk ended with ${String(status)}`);
  return { status: 'changed', broken: status === 11, xml: stdout.toString() };
};

after(() => rmSync(folder, { recursive: true, force: true }));

const hasAwk = process.platform !== 'win32' && spawnSync('awk', ['BEGIN { exit 0 }']).status === 0;

for (const [by, edit, there] of [
  ['the module', ours, true],
  ['the script for Linux', byAwk, hasAwk],
] as const) {
  describe(`publish.xml, by ${by}`, function () {
    if (!there) return;
    for (const { what, before, installed, broken = false, removed, removedBroken = false } of PUBLISH_CASES) {
      it(`install: ${what}`, () => {
        assert.deepEqual(
          edit(before, 'install'),
          installed === null ? { status: 'unchanged' } : { status: 'changed', broken, xml: installed },
        );
      });
      it(`install again: ${what}`, () => {
        assert.deepEqual(edit(installed ?? before, 'install'), { status: 'unchanged' });
      });
      it(`remove: ${what}`, () => {
        assert.deepEqual(
          edit(before, 'remove'),
          removed === undefined ? { status: 'unchanged' } : { status: 'changed', broken: removedBroken, xml: removed },
        );
      });
    }
  });
}

describe('publish.xml of any content', () => {
  const part = fc.constantFrom(
    ...['<jsplugins>', '</jsplugins>', '<jsplugins/>', '<!--', '-->', '<a b="c"/>', '\n', ' ', '<', '"', 'x'],
    ...[OURS, OURS.replace('tianbao"', 'other"'), '<?xml version="1.0"?>', '<jsplugin name="a"></jsplugin>'],
  );
  const any = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));

  it('has our row once when it is installed, and stays so', () => {
    fc.assert(
      fc.property(any, (before) => {
        const change = ours(before, 'install');
        const xml = change.status === 'changed' ? change.xml : before;
        assert.deepEqual(ours(xml, 'install'), { status: 'unchanged' });
      }),
    );
  });

  it('has none when it is removed', () => {
    fc.assert(
      fc.property(any, (before) => {
        const change = ours(before, 'remove');
        const xml = change.status === 'changed' ? change.xml : before;
        assert.deepEqual(ours(xml, 'remove'), { status: 'unchanged' });
      }),
    );
  });
});
