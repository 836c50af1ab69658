import assert from 'node:assert/strict';
import { WorkbenchBrowser } from './workbench-page.ts';
import { NO_FORM } from './pane-states.ts';

describe('a file in which no form is known', function () {
  this.timeout(60_000);
  let browser: WorkbenchBrowser | undefined;

  before(async function () {
    browser = await WorkbenchBrowser.start();
    if (!browser) this.skip();
  });

  after(async () => await browser?.close());

  it('is looked at for the form that somebody chooses, and the answer names it', async () => {
    assert.ok(browser);
    const workbench = await browser.open();
    const { page } = workbench;
    await workbench.openFile(NO_FORM);
    await page.getByRole('button', { name: '校验', exact: true }).click();
    await page.getByText('这份表里没有我们认识的表单').waitFor();
    await page.getByLabel('按哪种表单检查').selectOption('jinzhai/pc-purchase');
    await page.getByText('《金寨县行政事业单位办公电脑采购申报表》的标题和栏目在这份表里也没有找到').waitFor();
    assert.deepEqual(workbench.complaints, []);
    await workbench.close();
  });
});
