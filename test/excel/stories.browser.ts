import assert from 'node:assert/strict';
import forms from '#forms' with { type: 'json' };
import { checkWorkbook } from '../../src/check/check-workbook.ts';
import { readXlsx } from '../../src/files/xlsx.ts';
import { ExcelBrowser, packageOf } from './excel-pane.ts';

const SAMPLE = 'jinzhai-pc-purchase/faulty-tiantangzhai.xlsx';

/** Excel 2021, Excel 2024, Microsoft 365. */
const VERSIONS = ['1.14', '1.17', '1.21'];

let browser: ExcelBrowser | undefined;

before(async function () {
  this.timeout(60_000);
  browser = await ExcelBrowser.start();
});

after(async () => await browser?.close());

for (const excelApi of VERSIONS) {
  describe(`the pane in Excel with ExcelApi ${excelApi}`, function () {
    this.timeout(60_000);

    const open = async (sample = SAMPLE): ReturnType<ExcelBrowser['open']> => {
      assert.ok(browser);
      return await browser.open(sample, { excelApi });
    };

    before(function () {
      if (!browser) this.skip();
    });

    it('checks, lists what the command line finds, locates, fixes one and takes it back', async () => {
      const pane = await open();
      await pane.check();
      const { checked } = checkWorkbook(readXlsx(packageOf(SAMPLE)), forms);
      assert.ok(checked);
      for (const severity of ['error', 'warning', 'info'] as const) {
        const count: number = checked.findings.filter((finding) => finding.severity === severity).length;
        const told: string | null = await pane.frame.locator(`[data-count="${severity}"]`).textContent();
        assert.equal(Number(/\d+$/.exec(told ?? '')?.[0]), count, severity);
      }

      const card = pane.frame.locator('[data-cell="D4"][data-rule]').first();
      await card.getByRole('button', { name: /^定位/ }).click();
      await pane.workbook.settled();
      await card.getByRole('button', { name: /^修复/ }).click();
      await pane.says('已改 1 处。');
      assert.equal(pane.value(3, 3), 3);
      await card.waitFor({ state: 'detached' });
      await pane.frame.locator('[data-notice]').getByRole('button', { name: '撤销' }).click();
      await pane.says('已还原 1 处。');
      assert.equal(pane.value(3, 3), '3台');
      await card.waitFor();
      await pane.picture(`${excelApi}-checked`);
      await pane.close();
    });

    it('fixes all after a look at the changes', async () => {
      const pane = await open();
      await pane.check();
      await pane.press(/^全部修复/);
      const changes = pane.frame.locator('[data-change]');
      await changes.first().waitFor();
      const count = await changes.count();
      assert.ok(count > 1);
      await pane.press(/^改这/);
      await pane.says(`已改 ${String(count)} 处。`);
      assert.equal(pane.value(3, 3), 3);
      await pane.close();
    });

    it('marks, clears, and leaves no trace of it', async () => {
      const pane = await open();
      const before = await pane.person.looks();
      await pane.check();
      await pane.press('标记到表格');
      await pane.says(/^已标记 \d+ 个单元格/);
      const marked = await pane.person.looks();
      assert.match(marked, /tianbao:error/);
      if (excelApi === '1.21') assert.match(marked, /【填报助手】/);
      await pane.picture(`${excelApi}-marked`);
      await pane.press('清除标记');
      await pane.says(/^已清除 \d+ 个单元格的标记/);
      assert.equal(await pane.person.looks(), before);
      await pane.close();
    });

    it('ignores with a reason, which the workbook carries', async () => {
      const pane = await open();
      await pane.check();
      const card = pane.frame.locator('[data-severity="error"][data-rule]').first();
      await card.getByRole('button', { name: /^忽略/ }).click();
      await pane.frame.getByRole('dialog').getByRole('textbox').fill('已电话请示');
      await pane.frame.getByRole('dialog').getByRole('button', { name: '忽略' }).click();
      await pane.frame.locator('[data-count="ignored"]').waitFor();
      await pane.workbook.settled();
      assert.match([...pane.workbook.document.customXml.values()].join(''), /已电话请示/);
      await pane.close();
    });

    it('checks again while somebody types', async () => {
      const pane = await open();
      await pane.check();
      const card = pane.frame.locator('[data-cell="D4"][data-rule]').first();
      await card.waitFor();
      await pane.person.type('D4', '3');
      await card.waitFor({ state: 'detached' });
      await pane.person.type('D4', '三台半');
      await card.waitFor();
      await pane.close();
    });

    it('opens a blank form from the gallery', async () => {
      const pane = await open();
      const sheets = pane.workbook.document.sheets.length;
      await pane.frame.getByRole('tab', { name: '模板' }).click();
      const button = pane.frame.getByRole('button', { name: /^打开空白表/ }).first();
      await button.waitFor();
      await button.click();
      for (let tries = 0; tries < 100 && pane.workbook.document.sheets.length === sheets; tries++) {
        await pane.page.waitForTimeout(50);
      }
      assert.ok(pane.workbook.document.sheets.length > sheets);
      await pane.close();
    });
  });
}
