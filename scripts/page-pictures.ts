/**
 * Writes the pictures of the README, docs/pictures/*.png, as the tests in Chromium drive the workbench: a faulty catalogue
 * checked and marked, and a project's place among its county's thresholds. Needs `npm run build:workbench-dev` and Chromium.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { samplePath, WorkbenchBrowser, type WorkbenchPage } from '../test/browser/workbench-page.ts';

const PICTURES = path.join(import.meta.dirname, '..', 'docs', 'pictures');

const browser = await WorkbenchBrowser.start();
if (!browser) throw new Error('no Chromium was found');
mkdirSync(PICTURES, { recursive: true });

await draw('workbench.png', 'yunyang-catalogue/faulty-market-regulation.xlsx', async ({ page }) => {
  await page.getByRole('button', { name: '标记到表格' }).click();
  await page.getByText(/^已标记 \d+ 个单元格/).waitFor();
  const locate = page.locator('[data-severity="error"]').first().getByRole('button', { name: /^定位/ });
  await locate.click();
});
await draw('procedure-scale.png', 'yuzhong-application/clean-culture.xlsx', async ({ page }) => {
  await page.getByRole('tab', { name: '概览' }).click();
  const place = page.locator('[data-place]');
  await place.waitFor();
  await place.scrollIntoViewIfNeeded();
});
await browser.close();

async function draw(name: string, sample: string, arrange: (workbench: WorkbenchPage) => Promise<void>): Promise<void> {
  const workbench = await browser?.open();
  if (!workbench) return;
  await workbench.openFile(samplePath(sample));
  await workbench.check();
  await arrange(workbench);
  // The grid draws its colours in its own time.
  await workbench.page.waitForTimeout(1000);
  await workbench.page.screenshot({ path: path.join(PICTURES, name) });
  await workbench.close();
}
