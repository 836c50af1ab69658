import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import forms from '#forms' with { type: 'json' };
import { checkWorkbook, type TablePlace } from '../../src/check/check-workbook.ts';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { OfficePackage } from '../../src/files/package.ts';
import { readXlsx } from '../../src/files/xlsx.ts';
import { changeXlsxRows } from '../../src/files/xlsx-rows.ts';
import { toA1 } from '../../src/sheets/address.ts';
import { valueAt, type Grid } from '../../src/sheets/grid.ts';
import { unzipped } from '../files/rich-workbook.ts';
import { personAt, type PersonAtGrid } from './person.ts';
import { samplePath, WorkbenchBrowser, type WorkbenchPage } from './workbench-page.ts';

const SAMPLE = samplePath('jinzhai-pc-purchase/faulty-tiantangzhai.xlsx');

function gridIn(bytes: Uint8Array): Grid {
  const [grid] = readXlsx(new OfficePackage(bytes, nodeCodec)).sheets;
  assert.ok(grid);
  return grid;
}

describe('rows of a form’s table in the grid', function () {
  this.timeout(60_000);
  this.retries(2);
  let browser: WorkbenchBrowser | undefined;
  let folder = '';
  let workbench: WorkbenchPage;
  let person: PersonAtGrid;
  let original: Uint8Array;
  let table: TablePlace;

  before(async function () {
    browser = await WorkbenchBrowser.start();
    if (!browser) return this.skip();
    folder = await mkdtemp(path.join(os.tmpdir(), 'tianbao-'));
    workbench = await browser.open();
    workbench.page.on('dialog', (dialog) => void dialog.accept());
    person = personAt(workbench);
    original = new Uint8Array(await readFile(SAMPLE));
    const { checked } = checkWorkbook(readXlsx(new OfficePackage(original, nodeCodec)), forms);
    const [place] = checked?.forms[0].tables ?? [];
    assert.ok(place && place.bottom > place.top + 1);
    table = place;
  });

  beforeEach(async () => {
    await workbench.openFile(SAMPLE);
  });

  after(async () => {
    await browser?.close();
    if (folder !== '') await rm(folder, { recursive: true });
  });

  const saved = async (): Promise<Uint8Array> => {
    const file = path.join(folder, 'saved.xlsx');
    await (await workbench.save()).saveAs(file);
    return new Uint8Array(await readFile(file));
  };
  const press = async (name: string): Promise<void> => {
    await person.seen(() => workbench.page.getByRole('button', { name }).click());
  };
  const message = async (): Promise<string> => (await workbench.page.locator('[data-message]').textContent()) ?? '';
  const rowOf = (grid: Grid, row: number): unknown[] =>
    Array.from({ length: grid.columnCount }, (_, column) => valueAt(grid, row, column));

  it('are inserted above the selected one, filled in and saved with all below in its place', async () => {
    const at = table.top + 1;
    await person.select(toA1(at, 1));
    await press('在上方插入行');
    await person.type(toA1(at, 1), '新的一行');
    await workbench.picture('table-rows-inserted');
    const grid = gridIn(await saved());
    const old = gridIn(original);
    assert.equal(valueAt(grid, at, 1), '新的一行');
    assert.deepEqual(rowOf(grid, at - 1), rowOf(old, at - 1));
    assert.deepEqual(rowOf(grid, at + 1), rowOf(old, at));
    const below = old.merges.filter(({ top }) => top > table.bottom);
    for (const merge of below) {
      const moved = { ...merge, top: merge.top + 1, bottom: merge.bottom + 1 };
      assert.ok(grid.merges.some((one) => JSON.stringify(one) === JSON.stringify(moved)));
    }
  });

  it('are inserted below the last one, and saved as rows of the table', async () => {
    const at = table.bottom + 1;
    await person.select(toA1(table.bottom, 1));
    await press('在下方插入行');
    await person.type(toA1(at, 1), '新的末行');
    const bytes = await saved();
    const grid = gridIn(bytes);
    const old = gridIn(original);
    assert.equal(valueAt(grid, at, 1), '新的末行');
    assert.deepEqual(rowOf(grid, table.bottom), rowOf(old, table.bottom));
    assert.deepEqual(rowOf(grid, at + 1)[0], rowOf(old, at)[0]);
    const { checked } = checkWorkbook(readXlsx(new OfficePackage(bytes, nodeCodec)), forms);
    assert.equal(checked?.forms[0].tables[0]?.bottom, at);
  });

  it('are deleted, as the file’s own rows are', async () => {
    await person.select(toA1(table.top + 1, 1));
    await press('删除行');
    const after = unzipped(await saved());
    const edit = { sheetIndex: table.sheetIndex, kind: 'delete', at: table.top + 1, count: 1 } as const;
    const wanted = gridIn(changeXlsxRows(original, [edit], nodeCodec));
    assert.ok(after.size > 0);
    const grid = gridIn(new Uint8Array(await readFile(path.join(folder, 'saved.xlsx'))));
    assert.equal(grid.rowCount, wanted.rowCount);
    assert.deepEqual(grid.merges, wanted.merges);
    assert.deepEqual(rowOf(grid, table.top + 1), rowOf(wanted, table.top + 1));
  });

  it('that were inserted or deleted and given back leave the file as it was', async () => {
    await person.select(toA1(table.top + 1, 1));
    await press('在上方插入行');
    await person.undo();
    await press('删除行');
    await person.undo();
    assert.deepEqual([...unzipped(await saved())], [...unzipped(original)]);
  });

  it('do not come or go elsewhere', async () => {
    await person.select('A1');
    await workbench.page.getByRole('button', { name: '在上方插入行' }).click();
    await workbench.page.locator('[data-message]').waitFor();
    assert.match(await message(), /只能在表单的明细行里增删行/);
    assert.deepEqual([...unzipped(await saved())], [...unzipped(original)]);
  });

  it('are checked where they are then', async () => {
    await workbench.check();
    const findings = await workbench.findings();
    await person.select(toA1(table.top, 1));
    await press('在上方插入行');
    await workbench.checked();
    const cells = (await workbench.findings()).map(({ cell }) => cell);
    const below = findings.filter(({ cell }) => Number(/\d+/.exec(cell)?.[0]) > table.bottom + 1);
    for (const { cell } of below) {
      assert.ok(cells.includes(cell.replace(/\d+/, (row) => String(Number(row) + 1))), cell);
    }
  });
});
