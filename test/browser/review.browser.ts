import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import papaparse from 'papaparse';
import { samplePath, WorkbenchBrowser, type WorkbenchPage } from './workbench-page.ts';

const SAMPLE = samplePath('jinzhai-pc-purchase/faulty-tiantangzhai.xlsx');

async function ignoreFirstError({ page }: WorkbenchPage, reason: string): Promise<string> {
  const card = page.locator('[data-severity="error"][data-rule]').first();
  const cell = (await card.getAttribute('data-cell')) ?? '';
  await card.getByRole('button', { name: /^忽略/ }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(reason);
  await page.getByRole('dialog').getByRole('button', { name: '忽略' }).click();
  await page.locator('[data-count="ignored"]').waitFor();
  return cell;
}

async function download({ page }: WorkbenchPage, button: RegExp): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

describe('the story of a reviewer with a returned form', function () {
  this.timeout(60_000);
  let browser: WorkbenchBrowser | undefined;

  before(async function () {
    browser = await WorkbenchBrowser.start();
    if (!browser) this.skip();
  });

  after(async () => await browser?.close());

  it('reads what is ignored and why, edits the opinion, copies and saves it, and the findings', async () => {
    assert.ok(browser);
    const workbench = await browser.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = workbench;
    await workbench.openFile(SAMPLE);
    await page.getByRole('tab', { name: '审阅' }).click();
    await page.getByText('还没有可审阅的').waitFor();
    await page.getByRole('tab', { name: '问题' }).click();
    await workbench.check();
    const count = (await workbench.findings()).length;
    const cell = await ignoreFirstError(workbench, '=已电话请示县智慧办');
    await page.getByRole('tab', { name: '审阅' }).click();
    const opinion = page.getByRole('textbox', { name: '审核意见的正文' });
    await page.getByText('建议结论：退回修改').waitFor();
    assert.match(await opinion.inputValue(), /^关于《金寨县行政事业单位办公电脑采购申报表》的审核意见\n/);
    assert.match(await opinion.inputValue(), /填报时说明：=已电话请示县智慧办/);
    const listed = page.locator(`[data-ignored-cell="${cell}"]`);
    assert.match((await listed.textContent()) ?? '', /理由：=已电话请示县智慧办/);
    await workbench.picture('review');

    // The reasons are accepted: the draft follows.
    await page.getByRole('checkbox', { name: /^采纳填报人的理由/ }).click();
    assert.match(await opinion.inputValue(), /已说明理由、予以采纳的问题（1 处）/);

    // It is edited, copied, saved.
    await opinion.fill('请于周五前改好。\n谢谢！');
    await page.getByRole('button', { name: '复制' }).click();
    await page.getByText('已复制。').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '请于周五前改好。\n谢谢！');
    const text = await download(workbench, /存为 \.txt/);
    assert.equal(text.name, '审核意见-faulty-tiantangzhai.txt');
    assert.equal(text.text, '\ufeff请于周五前改好。\r\n谢谢！');

    const list = await download(workbench, /存为 \.csv/);
    assert.equal(list.name, '问题清单-faulty-tiantangzhai.csv');
    assert.ok(list.text.startsWith('\ufeff"序号"'));
    const { data } = papaparse.parse<string[]>(list.text.slice(1).trimEnd());
    assert.equal(data.length, count + 1);
    const record = data.find((one) => one[3] === cell && one[9] === '已忽略');
    assert.equal(record?.[10], "'=已电话请示县智慧办", 'no formula');
    assert.deepEqual(workbench.complaints, []);
    await workbench.close();
  });

  it('keeps the edited opinion over another tab, another check and another language, and asks before it goes', async () => {
    assert.ok(browser);
    const workbench = await browser.open({ viewport: { width: 1280, height: 1000 } });
    const { page } = workbench;
    await workbench.openFile(SAMPLE);
    await workbench.check();
    await page.getByRole('tab', { name: '审阅' }).click();
    const opinion = page.locator('textarea');
    const drafted = await opinion.inputValue();
    await opinion.fill('我改过的意见');
    await page.getByRole('tab', { name: '问题' }).click();
    await page
      .getByRole('button', { name: /^修复 / })
      .first()
      .click();
    await page.getByText('已改 1 处。').waitFor();
    await workbench.checked();
    await page.getByRole('tab', { name: '审阅' }).click();
    await page.locator('[data-outdated]').waitFor();
    assert.equal(await opinion.inputValue(), '我改过的意见');
    await workbench.picture('review-outdated');

    await page.getByRole('button', { name: '保留我的' }).click();
    await page.locator('[data-outdated]').waitFor({ state: 'detached' });
    assert.equal(await opinion.inputValue(), '我改过的意见');

    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('[data-outdated]').waitFor();
    await page.getByRole('button', { name: 'Draft anew' }).click();
    assert.match(await opinion.inputValue(), /^Opinion on /);
    await page.getByRole('button', { name: 'Back to my text' }).click();
    assert.equal(await opinion.inputValue(), '我改过的意见');
    assert.notEqual(drafted, '我改过的意见');

    // Nothing of it is left for another file.
    page.on('dialog', (dialog) => void dialog.accept());
    await workbench.openFile(samplePath('jinzhai-pc-purchase/clean-education.xlsx'));
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByRole('tab', { name: 'Review' }).click();
    await page.getByText('Proposed: approve').waitFor();
    assert.match(await opinion.inputValue(), /Conclusion: approved\./);
    assert.deepEqual(workbench.complaints, []);
    await workbench.close();
  });

  it('copies where the web view has no clipboard of its own', async () => {
    assert.ok(browser);
    const workbench = await browser.open({
      permissions: ['clipboard-read'],
      before: "Object.defineProperty(Clipboard.prototype, 'writeText', { value: undefined });",
    });
    const { page } = workbench;
    await workbench.openFile(SAMPLE);
    await workbench.check();
    await page.getByRole('tab', { name: '审阅' }).click();
    await page.locator('textarea').fill('旧的网页视图');
    const copy = page.getByRole('button', { name: '复制' });
    await copy.click();
    await page.getByText('已复制。').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '旧的网页视图');
    assert.ok(await copy.evaluate((button) => button === document.activeElement), 'the focus stays');
    assert.deepEqual(workbench.complaints, []);
    await workbench.close();
  });
});
