import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import forms from '#forms' with { type: 'json' };
import { checkWorkbook } from '../../src/check/check-workbook.ts';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { readDocumentData } from '../../src/files/document-data.ts';
import { OfficePackage } from '../../src/files/package.ts';
import { readXlsx } from '../../src/files/xlsx.ts';
import { unflagXlsx } from '../../src/files/xlsx-flag.ts';
import { fromA1 } from '../../src/sheets/address.ts';
import { valueAt } from '../../src/sheets/grid.ts';
import { samplePath, WorkbenchBrowser } from './workbench-page.ts';

const SAMPLE = samplePath('jinzhai-pc-purchase/faulty-tiantangzhai.xlsx');

const read = (file: string): OfficePackage => new OfficePackage(new Uint8Array(readFileSync(file)), nodeCodec);

describe('the story of staff with a faulty form', function () {
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

  it('opens it, sees what is wrong, fixes, undoes, ignores, marks and saves; the file has these changes only', async () => {
    assert.ok(browser);
    const workbench = await browser.open();
    const { page } = workbench;
    await workbench.openFile(SAMPLE);
    await workbench.check();

    const before = readXlsx(read(SAMPLE));
    const { checked } = checkWorkbook(before, forms);
    assert.ok(checked);
    assert.deepEqual(
      await workbench.findings(),
      checked.findings.map(({ cell, severity, rule }) => ({ cell: cell ?? '', severity, rule })),
    );
    await workbench.picture('story-checked');

    // One fix, which the list shows beforehand, and its undo.
    const card = page.locator('[data-cell="D4"][data-rule]');
    assert.match((await card.textContent()) ?? '', /3台 → 3/);
    await card.getByRole('button', { name: /^修复/ }).click();
    await page.getByText('已改 1 处。').waitFor();
    await card.waitFor({ state: 'detached' });
    await page.locator('[data-notice]').getByRole('button', { name: '撤销' }).click();
    await page.getByText('已还原 1 处。').waitFor();
    await card.waitFor();

    // All fixes, looked over first.
    await page
      .getByRole('button', { name: /^全部修复/ })
      .first()
      .click();
    await page.locator('[data-change="D4"]').waitFor();
    const changes = await page
      .locator('[data-change]')
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.change ?? ''));
    assert.ok(changes.includes('D4') && changes.length > 1);
    await workbench.picture('story-preview');
    await page.getByRole('button', { name: /^改这/ }).click();
    await page.getByText(`已改 ${String(changes.length)} 处。`).waitFor();
    await card.waitFor({ state: 'detached' });

    // One finding is ignored, with a reason.
    const left = await workbench.findings();
    const [ignored] = left.filter(({ severity }) => severity === 'error');
    assert.ok(ignored);
    await page
      .locator(`[data-cell="${ignored.cell}"][data-rule="${ignored.rule}"]`)
      .getByRole('button', { name: /^忽略/ })
      .click();
    await page.getByRole('textbox').fill('已电话请示');
    await page.getByRole('dialog').getByRole('button', { name: '忽略' }).click();
    await page.locator('[data-count="ignored"]').waitFor();

    await page.getByRole('button', { name: '标记到表格' }).click();
    await page.getByText(/^已标记 \d+ 个单元格/).waitFor();
    await workbench.picture('story-marked');

    const saved = path.join(folder, 'saved.xlsx');
    await (await workbench.save()).saveAs(saved);
    assert.deepEqual(workbench.complaints, []);
    await workbench.close();

    const bytes = unflagXlsx(new Uint8Array(readFileSync(saved)), nodeCodec);
    assert.ok(bytes, 'the saved file bears marks');
    const file = new OfficePackage(bytes, nodeCodec);
    assert.match([...readDocumentData(file).values()].join(''), /已电话请示/);
    const after = readXlsx(file);
    const differing: string[] = [];
    before.sheets.forEach((grid, index) => {
      const other = after.sheets[index];
      assert.ok(other);
      for (let row = 0; row < Math.max(grid.rowCount, other.rowCount); row++) {
        for (let column = 0; column < Math.max(grid.columnCount, other.columnCount); column++) {
          const values = [valueAt(grid, row, column), valueAt(other, row, column)];
          if (JSON.stringify(values[0]) !== JSON.stringify(values[1]))
            differing.push(`${String(row)},${String(column)}`);
        }
      }
    });
    const wanted = changes.map((cell) => {
      const at = fromA1(cell);
      return `${String(at?.row)},${String(at?.column)}`;
    });
    assert.deepEqual(differing.sort(), wanted.sort());
  });

  it('works by a double click on index.html, from a folder without a server', async () => {
    assert.ok(browser);
    const workbench = await browser.open({ fromFile: true });
    await workbench.openFile(SAMPLE);
    await workbench.check();
    assert.notDeepEqual(await workbench.findings(), []);
    assert.deepEqual(workbench.complaints, []);
    await workbench.close();
  });
});
