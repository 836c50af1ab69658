import assert from 'node:assert/strict';
import { ExcelBrowser } from './excel-pane.ts';

const SAMPLE = 'jinzhai-pc-purchase/clean-education.xlsx';

describe('in place of the pane', function () {
  this.timeout(60_000);
  let browser: ExcelBrowser | undefined;

  before(async function () {
    browser = await ExcelBrowser.start();
    if (!browser) this.skip();
  });

  after(async () => await browser?.close());

  it('stands a sentence in Excel 2019, with what it has and what is needed', async () => {
    assert.ok(browser);
    const pane = await browser.open(SAMPLE, { excelApi: '1.7' });
    await pane.says('这个 Excel 太旧');
    await pane.says(/ExcelApi 1\.14；本机是 ExcelApi 1\.7/);
    await pane.picture('too-old');
    await pane.close();
  });

  it('stands a sentence where office.js cannot be reached, and a button to try again', async () => {
    assert.ok(browser);
    const pane = await browser.open(SAMPLE, { excelApi: '1.17', withoutOfficeJs: true });
    await pane.says('连不上 Office 的脚本库');
    await pane.frame.getByRole('button', { name: '再试一次' }).waitFor();
    // Of what the network does not give the browser complains by itself.
    const own = pane.complaints.filter((complaint) => !complaint.includes('ERR_FAILED'));
    assert.deepEqual(own, []);
  });

  it('stands a sentence in English in an English Office', async () => {
    assert.ok(browser);
    const pane = await browser.open(SAMPLE, { excelApi: '1.13', language: 'en-US' });
    await pane.says('This Excel is too old');
    await pane.close();
  });
});

describe('diagnostics in Excel', function () {
  this.timeout(60_000);
  let browser: ExcelBrowser | undefined;

  before(async function () {
    browser = await ExcelBrowser.start();
    if (!browser) this.skip();
  });

  after(async () => await browser?.close());

  it('name the program, its interfaces and timings; no content, file or person', async () => {
    assert.ok(browser);
    const pane = await browser.open('jinzhai-pc-purchase/faulty-tiantangzhai.xlsx', { excelApi: '1.17' });
    await pane.check();
    await pane.press('诊断');
    const report = await pane.frame.getByRole('textbox', { name: '诊断信息的正文' }).inputValue();
    assert.match(report, /Excel 16\.0\.19000\.41000 OfficeOnline/);
    assert.match(report, /ExcelApi 1\.17/);
    assert.match(report, /读取 \d+\.\d 秒，校验 \d+\.\d 秒/);
    const { document } = pane.workbook;
    const texts = document.sheets.flatMap((sheet) =>
      [...sheet.kept()].flatMap(([, , { value }]) => (typeof value === 'string' && value.length > 2 ? [value] : [])),
    );
    assert.ok(texts.length > 20);
    const secrets = [...texts, ...document.sheets.map(({ name }) => name), '秘密文件夹', '张三', '李四', '.xlsx'];
    for (const secret of secrets) assert.ok(!report.includes(secret), secret);
    await pane.picture('diagnostics');
    await pane.press('复制');
    await pane.says('已复制。');
    await pane.close();
  });
});
