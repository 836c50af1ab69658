import assert from 'node:assert/strict';
import { personAt } from './person.ts';
import { samplePath, WorkbenchBrowser } from './workbench-page.ts';

const SAMPLE = samplePath('jinzhai-pc-purchase/faulty-tiantangzhai.xlsx');

describe('the workbench by keyboard alone', function () {
  this.timeout(60_000);
  // A busy machine may lose a key stroke.
  this.retries(2);
  let browser: WorkbenchBrowser | undefined;

  before(async function () {
    browser = await WorkbenchBrowser.start();
    if (!browser) this.skip();
  });

  after(async () => await browser?.close());

  it('goes from the sheet to the pane and back, and keeps its place when it checks and mends', async () => {
    assert.ok(browser);
    const workbench = await browser.open();
    const { page } = workbench;
    await workbench.openFile(SAMPLE);
    await personAt(workbench).select('D6');
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const element = document.activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
      });
    const inGrid = (): Promise<boolean> => page.evaluate(() => document.activeElement?.closest('main') !== null);

    await page.keyboard.press('F6');
    assert.equal(await focused(), '校验');
    await page.keyboard.press('Enter');
    await page.locator('[data-rule]').first().waitFor();
    assert.equal(await focused(), '校验');

    await page.getByRole('button', { name: /^修复.*D4/ }).focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-cell="D4"][data-rule]').waitFor({ state: 'detached' });
    await page.waitForTimeout(500);
    assert.equal(await page.evaluate(() => document.activeElement?.closest('[role="list"]') !== null), true);

    await page.keyboard.press('F6');
    await page.waitForTimeout(300);
    assert.equal(await inGrid(), true);
    await page.keyboard.type('2', { delay: 100 });
    await page.keyboard.press('Enter');
    await page.locator('[data-cell="D6"][data-rule]').waitFor({ state: 'detached' });
    await page.keyboard.press('F6');
    await page.waitForTimeout(300);
    assert.equal(await focused(), '校验');
    assert.deepEqual(workbench.complaints, []);
    await workbench.close();
  });
});
