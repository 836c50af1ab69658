import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import webpack from 'webpack';
import excel from '../../webpack.excel.js';
import { ADDIN } from './office-frame.ts';
import { ExcelBrowser } from './excel-pane.ts';

const SAMPLE = 'jinzhai-pc-purchase/faulty-tiantangzhai.xlsx';

/** Excel's own page, which is made by the test. */
const EXCEL = 'https://excel.officeapps.live.com/';

/** Builds the add-in with office.js beside it, as a county does whose network has no internet. */
async function build(folder: string): Promise<void> {
  const before = process.env.OFFICE_JS;
  process.env.OFFICE_JS = 'local';
  try {
    const mode = process.env.TIANBAO_PRODUCTION ? 'production' : 'development';
    const configurations = excel({}, { mode }).map((one) => ({
      ...one,
      cache: false,
      output: { ...one.output, path: folder },
    }));
    await new Promise<void>((resolve, reject) => {
      webpack(configurations, (error, stats) => {
        if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString('errors-only')));
        else resolve();
      });
    });
  } finally {
    if (before === undefined) delete process.env.OFFICE_JS;
    else process.env.OFFICE_JS = before;
  }
}

/** What the example for nginx in the deployment guide adds to every answer. */
function exampleHeaders(): Readonly<Record<string, string>> {
  const guide = readFileSync(path.join(import.meta.dirname, '../../docs/deploy.md'), 'utf8');
  const found = [...guide.matchAll(/^\s*add_header (\S+) "([^"]+)" always;$/gm)];
  assert.ok(found.length > 3);
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value]));
}

describe('the add-in on a network without internet', function () {
  this.timeout(180_000);
  let folder = '';
  let browser: ExcelBrowser | undefined;

  before(async function () {
    folder = mkdtempSync(path.join(os.tmpdir(), 'tianbao-'));
    await build(folder);
    browser = await ExcelBrowser.start(folder, exampleHeaders());
    if (!browser) this.skip();
  });

  after(async () => {
    await browser?.close();
    if (folder !== '') rmSync(folder, { recursive: true });
  });

  it('opens the pane and checks without one request to anywhere but its own server', async () => {
    assert.ok(browser);
    const pane = await browser.open(SAMPLE, { excelApi: '1.14' });
    await pane.check();
    const outside = pane.requests.filter((url) => url !== EXCEL && !url.startsWith(ADDIN) && !url.startsWith('blob:'));
    assert.deepEqual(outside, []);
    assert.ok(pane.requests.includes(`${ADDIN}office-js/office.js`));
    await pane.close();
  });

  it('has the library as Microsoft made it, with its licence and the notice that this asks for', () => {
    const original = path.join(import.meta.dirname, '../../node_modules/@microsoft/office-js');
    for (const name of ['office.js', 'excel-win32-16.01.js', 'zh-cn/office_strings.js']) {
      const copied = readFileSync(path.join(folder, 'office-js', name));
      assert.ok(copied.equals(readFileSync(path.join(original, 'dist', name))), name);
    }
    assert.ok(existsSync(path.join(folder, 'office-js', 'LICENSE.md')));
    assert.match(
      readFileSync(path.join(folder, 'office-js', 'NOTICE.txt'), 'utf8'),
      /Microsoft does not support this app/,
    );
  });
});
