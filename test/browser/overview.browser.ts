import assert from 'node:assert/strict';
import { samplePath, WorkbenchBrowser, type WorkbenchPage } from './workbench-page.ts';

describe('the overview', function () {
  this.timeout(120_000);
  let browser: WorkbenchBrowser | undefined;

  before(async function () {
    browser = await WorkbenchBrowser.start();
    if (!browser) this.skip();
  });

  after(async () => await browser?.close());

  /** A workbench with a sample that is checked, if any, and its overview. */
  async function overviewOf(sample: string | null): Promise<WorkbenchPage> {
    assert.ok(browser);
    const workbench = await browser.open();
    if (sample !== null) {
      await workbench.openFile(samplePath(sample));
      await workbench.check();
    }
    await workbench.page.getByRole('tab', { name: '概览' }).click();
    return workbench;
  }

  async function close(workbench: WorkbenchPage): Promise<void> {
    // What the grid says of itself when a second document is opened.
    const own = 'Component univer.sheet.cell-alert already exists';
    assert.deepEqual(
      workbench.complaints.filter((complaint) => !complaint.includes(own)),
      [],
    );
    await workbench.close();
  }

  /** The bands that the project lies in, as they are named. */
  async function here({ page }: WorkbenchPage): Promise<string[]> {
    const bands = page.getByRole('list', { name: '各档金额要办的事' }).locator('> [aria-current="true"]');
    return (await bands.allTextContents()).map((words) => /^(.+?)本项目/.exec(words)?.[1] ?? words);
  }

  /** Whether nothing is cut off at the side. */
  async function isWhole({ page }: WorkbenchPage): Promise<boolean> {
    return await page.locator('[data-overview]').evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);
  }

  it('shows the figures of a catalogue as cards, and what it is made of as shares', async () => {
    const workbench = await overviewOf('yunyang-catalogue/faulty-health.xlsx');
    const { page } = workbench;
    assert.equal(await page.locator('[data-figure="resources"]').textContent(), '信息资源10项');
    assert.equal(await page.locator('[data-figure="shareRate"]').textContent(), '共享率89.5%');
    assert.deepEqual(await page.locator('[data-figure="sharing"] [data-part]').allTextContents(), [
      '有条件共享11 项 57.9%',
      '无条件共享6 项 31.6%',
      '不予共享2 项 10.5%',
    ]);
    await workbench.picture('overview-catalogue');
    await close(workbench);
  });

  it('shows what was asked for before a change and is after it', async () => {
    const workbench = await overviewOf('gaoqing-cloud-change/clean-medical-insurance.xlsx');
    const servers = workbench.page.locator('[data-figure="servers"]');
    assert.equal(await servers.textContent(), '服务器+1 台变更前3 台变更后4 台');
    assert.equal(await workbench.page.locator('[data-figure="serversChange"]').count(), 0);
    await workbench.picture('overview-change');
    await close(workbench);
  });

  it('shows where funds come from', async () => {
    const workbench = await overviewOf('jinzhai-application/clean-education.xlsx');
    assert.deepEqual(await workbench.page.locator('[data-figure="funding"] [data-part]').allTextContents(), [
      '财政资金218.5 万元 73.2%',
      '单位自筹80 万元 26.8%',
    ]);
    await workbench.picture('overview-funding');
    await close(workbench);
  });

  it('shows the place of amounts below, at and above the thresholds', async () => {
    const workbench = await overviewOf('yunyang-application/clean-edges.xlsx');
    const { page } = workbench;
    const chooser = page.getByRole('combobox', { name: '看哪一份表' });
    const seen: [amount: string, bands: string[]][] = [];
    for (const option of await chooser.locator('option').all()) {
      await chooser.selectOption({ value: (await option.getAttribute('value')) ?? '' });
      const amount = /[\d.]+/.exec((await page.locator('[data-figure="total"]').textContent()) ?? '')?.[0] ?? '';
      await page.locator('[data-place]').getByText(`${amount} 万元`, { exact: true }).waitFor();
      seen.push([amount, await here(workbench)]);
      const isAmbiguous = await page.getByText('条文没有说以哪一条为准').isVisible();
      assert.equal(isAmbiguous, amount === '50', amount);
      if (isAmbiguous) await workbench.picture('procedure-scale-edge');
    }
    const middle = '50 万元以上，不足 500 万元';
    assert.deepEqual(seen, [
      ['49.999999', ['至多 50 万元']],
      ['50', ['至多 50 万元', middle]],
      ['50.000001', [middle]],
      ['499.999999', [middle]],
      ['500', ['500 万元以上']],
      ['500.000001', ['500 万元以上']],
    ]);
    await close(workbench);
  });

  it('lists the steps with who, what and by when, the article on demand, and opens the next form', async () => {
    const workbench = await overviewOf('yuzhong-application/clean-culture.xlsx');
    const { page } = workbench;
    const step = page.locator('[data-step="application"]');
    await step.waitFor();
    await workbench.picture('procedure-scale');
    const words = (await step.textContent()) ?? '';
    for (const said of ['项目单位 → 区大数据发展局', '每年9月底前：最迟', '就是这份表', '第九条'])
      assert.ok(words.includes(said));
    await step.getByRole('button', { name: '看原文 第九条' }).click();
    await step.locator('blockquote').getByText('每年9月底前，对下一年度建设').waitFor();
    const next = page.locator('[data-next-form="yuzhong/design"]');
    await next.getByRole('button', { name: /^打开空白表/ }).click();
    await page.getByText('渝中区政务信息化项目初步设计编制大纲.xlsx', { exact: true }).last().waitFor();
    await close(workbench);
  });

  it('what if: another amount or kind, and back to what the form says', async () => {
    const workbench = await overviewOf('yuzhong-application/clean-culture.xlsx');
    const { page } = workbench;
    assert.deepEqual(await here(workbench), ['100 万元以上，至多 1000 万元']);
    await page.getByText('换个条件看看').click();
    await page.getByRole('textbox', { name: '项目总投资' }).fill('1000.01');
    await page.locator('[data-step="approval-of-feasibility"]').waitFor();
    assert.deepEqual(await here(workbench), ['超过 1000 万元']);
    // The tab left and come back to: what was typed is still there.
    await page.getByRole('tab', { name: '问题' }).click();
    await page.getByRole('tab', { name: '概览' }).click();
    assert.deepEqual(await here(workbench), ['超过 1000 万元']);
    await workbench.picture('overview-what-if');
    await page.getByRole('button', { name: '恢复为表中所填' }).click();
    await page.locator('[data-step="approval-in-one-step"]').waitFor();
    assert.deepEqual(await here(workbench), ['100 万元以上，至多 1000 万元']);
    await close(workbench);
  });

  it('without a document: a county, an amount whose unit is asked for, what it depends on besides', async () => {
    const workbench = await overviewOf(null);
    const { page } = workbench;
    await page.getByRole('combobox', { name: '区县' }).selectOption('gaoqing');
    await page.getByRole('img', { name: '金额界限：100 万元、200 万元。' }).waitFor();
    await page.getByText('填上总投资，这里就列出要走的步骤。').waitFor();
    const amount = page.getByRole('textbox', { name: '项目总投资' });
    await amount.fill('-3');
    await page.getByText('金额不能是负数').waitFor();
    await amount.fill('1500000');
    await page.getByText('这么大的数，先问清单位：').waitFor();
    assert.equal(await page.locator('[data-place]').count(), 0);
    await workbench.picture('overview-unit-asked');
    await workbench.switchLanguage();
    await workbench.showAt(280);
    await page.getByText(/^What it depends on besides/).click();
    assert.ok(await isWhole(workbench));
    await workbench.picture('overview-unit-asked-280-en');
    await page.getByText(/^What it depends on besides/).click();
    await workbench.switchLanguage();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: '1500000 元，即 150 万元' }).click();
    await page.getByRole('img', { name: /本项目 150 万元/ }).waitFor();
    await page.getByText('即 150 万元（1,500,000 元）').waitFor();
    assert.deepEqual(await here(workbench), ['100 万元以上，不足 200 万元']);
    await page.getByText(/^还取决于这些情况/).click();
    const cloud = page.getByRole('combobox', { name: '需使用政务云平台资源' });
    const steps = await page.locator('[data-step]').count();
    await cloud.selectOption('no');
    await page.getByText(/^还取决于这些情况（1\//).waitFor();
    await page.waitForFunction((before) => document.querySelectorAll('[data-step]').length < before, steps);
    await workbench.picture('overview-typed');
    await close(workbench);
  });

  it('looks as it should on narrow panes, in both themes and languages and in forced colours', async () => {
    const workbench = await overviewOf('yuzhong-application/clean-culture.xlsx');
    const { page } = workbench;
    await page.locator('[data-step]').first().waitFor();
    for (const width of [280, 320, 420]) {
      await workbench.showAt(width);
      assert.ok(await isWhole(workbench), `at ${String(width)} nothing is cut off`);
      await page.setViewportSize({ width, height: 2400 });
      await workbench.picture(`overview-${String(width)}`);
    }
    await workbench.switchLanguage();
    await page.getByRole('img', { name: /^Thresholds: CNY 1,000,000/ }).waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 320, height: 2400 });
    await workbench.picture('overview-320-en-dark');
    await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    await workbench.picture('overview-320-en-forced');
    await close(workbench);
  });
});
