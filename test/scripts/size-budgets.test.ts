import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import webpack from 'webpack';
import { codeOf, gzippedKilobytes, SizeBudgets } from '../../scripts/size-budgets.js';

describe('budgets for what the pane and the workbench weigh', () => {
  for (const [program, code] of [
    ['a=JSON.parse(\'[{"名称":"x\\\'y"}]\');b()', 'a=null;b()'],
    ['a=JSON.parse(`[{"名称":"\\`"}]`),c=JSON.parse(text)', 'a=null,c=JSON.parse(text)'],
    ['nothing()', 'nothing()'],
  ] as const) {
    it(`${program} has this code: ${code}`, () => assert.equal(codeOf(program), code));
  }

  it('count thousands of bytes as a server sends them', () => {
    const text = Array.from({ length: 1000 }, (_, index) => String(index * 7919)).join();
    assert.ok(gzippedKilobytes(text) > 2 && gzippedKilobytes(text) < text.length / 1000);
  });

  describe('in a build', () => {
    let folder = '';
    before(() => {
      folder = mkdtempSync(path.join(os.tmpdir(), 'tianbao-'));
      writeFileSync(path.join(folder, 'in.js'), 'globalThis.answer = 42;');
    });
    after(() => rmSync(folder, { recursive: true }));

    const complaints = async (file: string, limit: number): Promise<readonly string[]> =>
      await new Promise((resolve, reject) => {
        const compiler = webpack({
          mode: 'production',
          context: folder,
          entry: './in.js',
          output: { path: folder, filename: 'out.js' },
          plugins: [new SizeBudgets([{ name: 'the program', files: [file, 'there-is-none.css'], limit }])],
        });
        compiler.run((error, stats) => {
          if (error) reject(error);
          else resolve((stats?.compilation.errors ?? []).map(({ message }) => message));
        });
      });

    it('let through what keeps to them', async () => {
      assert.deepEqual(await complaints('out.js', 1), []);
    });

    it('fail it otherwise', async () => {
      assert.match(
        (await complaints('out.js', 0.01)).join(),
        /^over its budget: the program: 0\.\d of 0\.01 KB gzipped$/,
      );
    });

    it('fail it where the file is not there to be weighed', async () => {
      assert.deepEqual(await complaints('renamed.js', 1), ['the program: nothing was built']);
    });
  });
});
