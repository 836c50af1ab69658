import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { samplePath } from '../browser/workbench-page.ts';
import { WpsEngine, type ProfileName, type Served, type WpsPane } from './wps-page.ts';

const SAMPLE = samplePath('yunyang-catalogue/faulty-market-regulation.xlsx');

interface Expected {
  readonly findings: readonly { readonly severity: 'error' | 'warning' | 'info' }[];
}

const { findings } = JSON.parse(readFileSync(SAMPLE.replace('.xlsx', '.expected.json'), 'utf8')) as Expected;

function expected(severity: 'error' | 'warning' | 'info'): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** Waits for something; the pages let no text be run as a script, which playwright's own waiting needs. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail('it did not come');
}

/** In the page: the cell that is selected, of the first columns. */
function selectedCell(): string {
  const { top, left } = globalThis.standIn.activeSheet?.selected ?? { top: -1, left: -1 };
  return `${String.fromCharCode(65 + left)}${String(top + 1)}`;
}

/** Each engine with the WPS that was seen with it, from a server and from a folder. */
const PLACES: readonly (readonly ['103' | '92', Served, ProfileName])[] = [
  ['103', 'http', 'windows'],
  ['103', 'file', 'windows'],
  ['92', 'http', 'uos'],
  ['92', 'file', 'uos'],
];

for (const version of ['103', '92'] as const) {
  describe(`the pane in the engine of WPS, Chromium ${version} (WPS is a stand-in)`, function () {
    this.timeout(180_000);
    let engine: WpsEngine | undefined;

    before(async function () {
      engine = await WpsEngine.start(version);
      if (!engine) this.skip();
    });

    after(async () => {
      await engine?.close();
    });

    it('is the engine that it is called', () => {
      assert.equal(engine?.browser.version().split('.')[0], version);
    });

    for (const [of, served, profile] of PLACES) {
      if (of !== version) continue;
      describe(`over ${served}`, () => {
        let pane: WpsPane;

        before(async function () {
          if (!engine) return this.skip();
          pane = await engine.openPane(served, profile, SAMPLE);
        });

        it('checks when the ribbon asks for it, in a worker', async () => {
          await pane.order('check');
          await pane.checked();
          assert.deepEqual(await pane.counts(), {
            error: expected('error'),
            warning: expected('warning'),
            info: expected('info'),
          });
          assert.equal(pane.page.workers().length, 1);
        });

        it('shows the cell of a finding', async () => {
          const card = pane.page.locator('[data-rule]').first();
          const cell = await card.getAttribute('data-cell');
          await card.getByRole('button', { name: /^定位/ }).click();
          await until(async () => (await pane.page.evaluate(selectedCell)) === cell);
        });

        it('marks and clears when the ribbon asks for it', async () => {
          const conditions = (): Promise<number> =>
            pane.page.evaluate(() => globalThis.standIn.activeSheet?.conditions.length ?? 0);
          await pane.order('mark');
          await pane.page.getByText(/^已标记/).waitFor();
          assert.ok((await conditions()) > 0);
          await pane.order('clear');
          await pane.page.getByText(/^已清除/).waitFor();
          assert.equal(await conditions(), 0);
        });

        it('hears of an edit, and checks again', async () => {
          const before = await pane.counts();
          await pane.page.evaluate(() => globalThis.standIn.type(0, [['C19', '看情况共享']]));
          await until(async () => (await pane.counts()).error !== before.error);
          assert.equal((await pane.counts()).error, (before.error ?? 0) + 1);
        });

        it('opens a blank form as a workbook of its own', async () => {
          await pane.order('form yunyang/catalogue');
          await until(() => pane.page.evaluate(() => globalThis.standIn.books.length === 2));
          assert.match(await pane.page.evaluate(() => globalThis.standIn.book?.name ?? ''), /信息资源目录/);
        });

        it('puts itself away by the button at its bottom', async () => {
          const told = await pane.page.evaluate(() => {
            globalThis.standIn.panes.set(7, { url: 'taskpane.html', visible: true });
            globalThis.standIn.storage.set('tianbao.et.id.1', '7');
            return (document.querySelector('#foot')?.getBoundingClientRect().bottom ?? 0) - window.innerHeight;
          });
          assert.ok(Math.abs(told) <= 1, 'the button is at the bottom');
          await pane.page.getByRole('button', { name: '收起', exact: true }).click();
          await until(() => pane.page.evaluate(() => globalThis.standIn.panes.get(7)?.visible === false));
        });

        it('finds out how this WPS is when it is told to, and leaves no trace in it', async () => {
          const { page } = pane;
          const books = (): Promise<number> => page.evaluate(() => globalThis.standIn.books.length);
          const before = await books();
          await page.getByRole('button', { name: 'WPS 诊断', exact: true }).click();
          assert.equal(await books(), before);
          await page.getByRole('button', { name: '开始诊断' }).click();
          await page.getByText('诊断完成。').waitFor();
          assert.equal(await books(), before);
          const text = await page.getByLabel('诊断结果').inputValue();
          const report = JSON.parse(text) as { readonly report: string; readonly page: { readonly address: string } };
          assert.deepEqual([report.report, report.page.address], ['tianbao-wps', `${served}:`]);
          assert.equal(text.includes('目录'), false);
          await page.getByRole('button', { name: '保存到桌面' }).click();
          await page.getByText(/^(?:已保存|没能保存)/).waitFor();
          await page.getByRole('button', { name: '返回' }).click();
          await page.getByRole('button', { name: '收起', exact: true }).waitFor();
        });

        it('complains of nothing', () => {
          assert.deepEqual(pane.complaints, []);
        });
      });
    }

    it('says what to do where no workbook is open', async () => {
      if (!engine) return;
      const pane = await engine.openPane('http', 'windows', null);
      await pane.page.getByText(/打开/).first().waitFor();
      assert.deepEqual(pane.complaints, []);
    });
  });
}
