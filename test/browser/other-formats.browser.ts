import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as XLSX from 'xlsx';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { OfficePackage } from '../../src/files/package.ts';
import { readXlsx } from '../../src/files/xlsx.ts';
import { unflagXlsx } from '../../src/files/xlsx-flag.ts';
import { cellAt } from '../../src/sheets/grid.ts';
import { fromA1 } from '../../src/sheets/address.ts';
import { personAt } from './person.ts';
import { samplePath, WorkbenchBrowser } from './workbench-page.ts';

const SAMPLE = samplePath('jinzhai-pc-purchase/faulty-tiantangzhai.xlsx');

/** The sample as another program has it, with a sum and a text that begins like a formula far below. */
async function sampleAs(format: 'xls' | 'et' | 'ods' | 'csv'): Promise<Uint8Array> {
  const book = XLSX.read(await readFile(SAMPLE));
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  assert.ok(sheet);
  XLSX.utils.sheet_add_aoa(sheet, [['=1+1'], [3], [4]], { origin: 'H20' });
  sheet.H23 = { t: 'n', v: 7, f: 'SUM(H21:H22)' };
  sheet['!ref'] = 'A1:H23';
  const bookType = format === 'et' ? 'xls' : format;
  const written: unknown = XLSX.write(book, { type: 'array', bookType });
  assert.ok(written instanceof ArrayBuffer);
  return new Uint8Array(written);
}

/** What the sum comes to after the edit: SheetJS writes formulas into .ods only, and else what they came to. */
const SUM = { xls: 7, et: 7, ods: 9, csv: '7' } as const;

describe('files of other formats in the workbench', function () {
  this.timeout(60_000);
  this.retries(2);
  let browser: WorkbenchBrowser | undefined;
  let folder = '';

  before(async function () {
    browser = await WorkbenchBrowser.start();
    if (!browser) return this.skip();
    folder = await mkdtemp(path.join(os.tmpdir(), 'tianbao-'));
  });

  after(async () => {
    await browser?.close();
    if (folder !== '') await rm(folder, { recursive: true });
  });

  for (const format of ['xls', 'et', 'ods', 'csv'] as const) {
    it(`.${format}: an edit, a fix and marks, saved as a new .xlsx without anything becoming a formula`, async () => {
      assert.ok(browser);
      const name = `form.${format}`;
      await writeFile(path.join(folder, name), await sampleAs(format));
      const workbench = await browser.open();
      const { page } = workbench;
      const person = personAt(workbench);
      await workbench.openFile(path.join(folder, name));
      await workbench.check();
      await person.type('H21', '5');
      await person.type('B2', '金寨县某某镇人民政府');
      const card = page.locator('[data-cell="D4"][data-rule]');
      await card.getByRole('button', { name: /^修复/ }).click();
      await card.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: '标记到表格' }).click();
      await page.getByText(/^已标记 \d+ 个单元格/).waitFor();
      const download = await workbench.save();
      assert.equal(download.suggestedFilename(), `${name}.xlsx`);
      const file = path.join(folder, `${name}.xlsx`);
      await download.saveAs(file);
      assert.match((await page.locator('[data-message]').textContent()) ?? '', /另存成了新的 \.xlsx/);
      await workbench.close();

      const unflagged = unflagXlsx(new Uint8Array(await readFile(file)), nodeCodec);
      assert.ok(unflagged, 'it bears marks');
      const [grid] = readXlsx(new OfficePackage(unflagged, nodeCodec)).sheets;
      assert.ok(grid);
      const value = (cell: string): unknown => {
        const { row, column } = fromA1(cell) ?? { row: 0, column: 0 };
        return cellAt(grid, row, column).value;
      };
      assert.equal(grid.formulas.size, 0);
      assert.deepEqual([value('B2'), value('D4'), value('H20'), value('H21')], ['金寨县某某镇人民政府', 3, '=1+1', 5]);
      assert.equal(value('H23'), SUM[format]);
    });
  }
});
