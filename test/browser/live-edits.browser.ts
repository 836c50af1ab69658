import assert from 'node:assert/strict';
import { personAt } from './person.ts';
import { samplePath, WorkbenchBrowser, type WorkbenchPage } from './workbench-page.ts';

const SAMPLE = samplePath('yunyang-catalogue/faulty-market-regulation.xlsx');

describe('edits while the list stands', function () {
  this.timeout(120_000);
  let browser: WorkbenchBrowser | undefined;
  let workbench: WorkbenchPage;

  before(async function () {
    browser = await WorkbenchBrowser.start();
    if (!browser) return this.skip();
    workbench = await browser.open();
    await workbench.openFile(SAMPLE);
    await workbench.check();
  });

  after(async () => {
    await browser?.close();
  });

  it('are told in the list at once, which stays where it was; a check of all finds the same', async () => {
    const { page } = workbench;
    const list = page.getByRole('list', { name: '发现的问题' });
    const before = await workbench.findings();
    await list.evaluate((element) => (element.scrollTop = 120));
    await page.waitForTimeout(200);
    const scrolled = await list.evaluate((element) => element.scrollTop);
    assert.ok(scrolled > 0);

    // Below all that is in sight: nothing above it may move.
    await personAt(workbench).type('C19', '看情况共享');
    await page.getByText(/^校验完成：/).waitFor({ state: 'attached' });
    await page.waitForTimeout(1500);
    assert.equal(await list.evaluate((element) => element.scrollTop), scrolled);
    const kept = await workbench.findings();
    assert.ok(kept.some(({ cell, rule }) => cell === 'C19' && rule === 'choice'));
    await workbench.check();
    assert.deepEqual(await workbench.findings(), kept);
    await personAt(workbench).undo();
    await page.waitForTimeout(1500);
    assert.deepEqual(await workbench.findings(), before);
    assert.deepEqual(workbench.complaints, []);
  });

  it('do not end the next one: who goes on typing finds each text in its cell', async () => {
    const blank = await browser?.open();
    assert.ok(blank);
    const { page } = blank;
    await page.getByRole('tab', { name: '模板' }).click();
    await page.locator('li[data-form="jinzhai/pc-purchase"]').getByRole('button', { name: '打开空白表' }).click();
    await page.locator('[data-opened]', { hasText: '金寨县' }).waitFor();
    await page.getByRole('tab', { name: '问题' }).click();
    await blank.check();
    await personAt(blank).select('B5');
    await page.waitForTimeout(500);
    await page.keyboard.type('PC', { delay: 90 });
    await page.keyboard.press('Tab');
    // Typed for longer than the check of what went before waits.
    await page.keyboard.type('Lenovo M90h with a long name', { delay: 90 });
    await page.keyboard.press('Enter');
    await page.waitForTimeout(1500);
    const texts = await page.evaluate(async () => {
      const document = await globalThis.tianbao?.host.read();
      const [grid] = document?.workbook.sheets ?? [];
      return [...(grid?.strings ?? [])];
    });
    assert.ok(texts.includes('PC'));
    assert.ok(texts.includes('Lenovo M90h with a long name'));
    assert.deepEqual(blank.complaints, []);
  });
});
