import assert from 'node:assert/strict';
import { samplePath, WorkbenchBrowser, type WorkbenchPage } from './workbench-page.ts';

/** The forms in the gallery, by their ids. */
async function shown({ page }: WorkbenchPage): Promise<readonly string[]> {
  return await page
    .locator('li[data-form]')
    .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset.form ?? ''));
}

async function opened({ page }: WorkbenchPage, name: string): Promise<void> {
  await page.locator('[data-opened]', { hasText: name }).waitFor();
}

describe('the story of staff who need a blank form', function () {
  this.timeout(60_000);
  let browser: WorkbenchBrowser | undefined;

  before(async function () {
    browser = await WorkbenchBrowser.start();
    if (!browser) this.skip();
  });

  after(async () => await browser?.close());

  it('finds it by its county, looks at its picture, and opens it, all by keyboard', async () => {
    assert.ok(browser);
    const workbench = await browser.open();
    const { page } = workbench;
    await page.getByRole('tab', { name: '问题' }).focus();
    for (let tab = 0; tab < 3; tab++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('li[data-form]').first().waitFor();
    assert.equal((await shown(workbench)).length, 18);
    await workbench.picture('gallery');
    const pictures = await page.locator('li[data-form] img').evaluateAll(async (images) =>
      Promise.all(
        images.map(async (image) => {
          const picture = image as HTMLImageElement;
          picture.loading = 'eager';
          await picture.decode();
          return picture.naturalWidth;
        }),
      ),
    );
    assert.equal(pictures.length, 18);
    assert.ok(pictures.every((width) => width > 0));

    await page.keyboard.press('Tab');
    await page.keyboard.type('jzx dn');
    await page.getByText('1 份表单').first().waitFor();
    assert.deepEqual(await shown(workbench), ['jinzhai/pc-purchase']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await opened(workbench, '金寨县行政事业单位办公电脑采购申报表.xlsx');
    // It is there to be filled in: the pane goes back to the findings, and the form is recognised.
    await workbench.check();
    await page.locator('[data-form="jinzhai/pc-purchase"]').waitFor();
    assert.deepEqual(workbench.complaints, []);
    await workbench.close();
  });

  it('is asked before changes not saved are discarded', async () => {
    assert.ok(browser);
    const workbench = await browser.open();
    const { page } = workbench;
    await workbench.openFile(samplePath('jinzhai-pc-purchase/faulty-tiantangzhai.xlsx'));
    await workbench.check();
    await page
      .getByRole('button', { name: /^修复 / })
      .first()
      .click();
    await page.getByText('已改 1 处。').waitFor();
    await page.getByRole('tab', { name: '模板' }).click();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void (asked.length === 1 ? dialog.dismiss() : dialog.accept());
    });
    const open = page.locator('li[data-form="yunyang/catalogue"]').getByRole('button');
    await open.click();
    assert.match(asked[0] ?? '', /faulty-tiantangzhai\.xlsx.*还没有保存/);
    await opened(workbench, 'faulty-tiantangzhai.xlsx');
    await open.click();
    await opened(workbench, '云阳县政务信息化项目信息资源目录.xlsx');
    assert.equal(asked.length, 2);
    assert.deepEqual(workbench.complaints, []);
    await workbench.close();
  });

  it('is told where nothing is found, and gets all forms back', async () => {
    assert.ok(browser);
    const workbench = await browser.open({ viewport: { width: 320, height: 700 } });
    const { page } = workbench;
    await page.getByRole('button', { name: '校验结果' }).click();
    await page.getByRole('tab', { name: '模板' }).click();
    await page.getByRole('searchbox', { name: '查找表单' }).fill('没有这样的');
    await page.getByText('没有这样的表单').waitFor();
    await workbench.picture('gallery-none-320');
    await page.getByRole('button', { name: '显示全部表单' }).click();
    assert.equal((await shown(workbench)).length, 18);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.equal(overflow, 0);
    assert.deepEqual(workbench.complaints, []);
    await workbench.close();
  });
});
