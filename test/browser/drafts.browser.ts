import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { samplePath, WorkbenchBrowser, type OpenOptions, type WorkbenchPage } from './workbench-page.ts';

const NAME = 'faulty-tiantangzhai.xlsx';
const SAMPLE = samplePath(`jinzhai-pc-purchase/${NAME}`);

describe('drafts of what is not saved', function () {
  this.timeout(60_000);
  let browser: WorkbenchBrowser | undefined;
  let folder = '';

  before(async function () {
    browser = await WorkbenchBrowser.start();
    if (!browser) this.skip();
    folder = await mkdtemp(path.join(os.tmpdir(), 'tianbao-'));
  });

  after(async () => {
    await browser?.close();
    if (folder !== '') await rm(folder, { recursive: true });
  });

  /** Opens the sample and has one cell fixed. */
  const withOneFix = async (options: OpenOptions = {}): Promise<WorkbenchPage> => {
    assert.ok(browser);
    const workbench = await browser.open(options);
    await workbench.openFile(SAMPLE);
    await workbench.check();
    const card = workbench.page.locator('[data-cell="D4"][data-rule]');
    await card.getByRole('button', { name: /^修复/ }).click();
    await workbench.page.getByText('已改 1 处。').waitFor();
    await card.waitFor({ state: 'detached' });
    return workbench;
  };

  const saved = async (workbench: WorkbenchPage, name: string): Promise<Buffer> => {
    const file = path.join(folder, name);
    await (await workbench.save()).saveAs(file);
    return readFileSync(file);
  };

  it('bring everything back after a crash, to the byte; saving ends them', async () => {
    const crashed = await withOneFix();
    await untilDrafts(crashed, 1);
    const workbench = await crashed.crashAndReopen();
    const { page } = workbench;
    await page.locator(`[data-draft="${NAME}"]`).waitFor();
    await workbench.picture('draft-offered');
    await page.getByRole('button', { name: `恢复 ${NAME}` }).click();
    await page.getByText('已恢复').waitFor();
    assert.match((await page.locator('[data-opened]').textContent()) ?? '', /未保存/);
    await workbench.check();
    await page.locator('[data-cell="D4"][data-rule]').waitFor({ state: 'detached' });
    assert.equal(await countDrafts(workbench), 1);

    const restored = await saved(workbench, 'restored.xlsx');
    await untilDrafts(workbench, 0);
    assert.deepEqual(workbench.complaints, []);
    await workbench.close();

    const undisturbed = await withOneFix();
    assert.ok(restored.equals(await saved(undisturbed, 'undisturbed.xlsx')));
    await undisturbed.close();
  });

  it('have marks among them: put in and taken away they are not saved yet', async () => {
    assert.ok(browser);
    const workbench = await browser.open();
    const { page } = workbench;
    const opened = page.locator('[data-opened]');
    const unsaved = page.locator('[data-opened]', { hasText: '未保存' });
    await workbench.openFile(SAMPLE);
    await workbench.check();
    assert.doesNotMatch((await opened.textContent()) ?? '', /未保存/);
    await page.getByRole('button', { name: '标记到表格' }).click();
    await unsaved.waitFor();
    const marked = await saved(workbench, 'marked.xlsx');
    await unsaved.waitFor({ state: 'detached' });
    assert.ok(!marked.equals(readFileSync(SAMPLE)));
    await page.getByRole('button', { name: '清除标记' }).click();
    await unsaved.waitFor();
    await workbench.close();
  });

  it('are offered again until they are deleted, all with one button', async () => {
    const crashed = await withOneFix();
    await untilDrafts(crashed, 1);
    const workbench = await (await crashed.crashAndReopen()).crashAndReopen();
    await workbench.page.getByRole('button', { name: '删除全部草稿' }).click();
    await workbench.page.locator('[data-draft]').waitFor({ state: 'detached' });
    await untilDrafts(workbench, 0);
    await workbench.close();
  });

  it('are gone after seven days', async () => {
    const crashed = await withOneFix();
    await untilDrafts(crashed, 1);
    await makeOlder(crashed, 8);
    const workbench = await crashed.crashAndReopen();
    await untilDrafts(workbench, 0);
    assert.equal(await workbench.page.locator('[data-draft]').count(), 0);
    await workbench.close();
  });

  it('of a window that is still open are not offered in another', async () => {
    const first = await withOneFix();
    await untilDrafts(first, 1);
    const second = await first.openBeside();
    await second.page.waitForTimeout(500);
    assert.equal(await second.page.locator('[data-draft]').count(), 0);
    await first.close();
  });

  it('are missed by nobody where the browser keeps none', async () => {
    const before = "Object.defineProperty(globalThis, 'indexedDB', { get() { throw new Error('denied'); } });";
    const workbench = await withOneFix({ before });
    await workbench.page.waitForTimeout(2500);
    await workbench.save();
    assert.deepEqual(workbench.complaints, []);
    await workbench.close();
  });
});

async function countDrafts({ page }: WorkbenchPage): Promise<number> {
  return await page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('tianbao-drafts');
        opening.onerror = () => reject(new Error('no database'));
        opening.onsuccess = () => {
          const database = opening.result;
          const counting = database.transaction('bytes').objectStore('bytes').count();
          counting.onsuccess = () => {
            database.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

async function untilDrafts(workbench: WorkbenchPage, count: number): Promise<void> {
  for (let tries = 0; (await countDrafts(workbench)) !== count; tries++) {
    assert.ok(tries < 200, `there are not ${String(count)} drafts`);
    await workbench.page.waitForTimeout(100);
  }
}

/** Sets back when the drafts were kept. */
async function makeOlder({ page }: WorkbenchPage, days: number): Promise<void> {
  await page.evaluate(
    (earlier) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('tianbao-drafts');
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('changes', 'readwrite');
          const store = transaction.objectStore('changes');
          const reading = store.getAll();
          reading.onsuccess = () => {
            for (const draft of reading.result as { keptAt: number }[]) {
              store.put({ ...draft, keptAt: draft.keptAt - earlier });
            }
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    days * 24 * 3600 * 1000,
  );
}
