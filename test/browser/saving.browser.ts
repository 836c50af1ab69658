import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { OfficePackage } from '../../src/files/package.ts';
import { readXlsx } from '../../src/files/xlsx.ts';
import { fromA1 } from '../../src/sheets/address.ts';
import { cellAt } from '../../src/sheets/grid.ts';
import type { Workbook } from '../../src/sheets/workbook.ts';
import { richWorkbook, unzipped, zipped } from '../files/rich-workbook.ts';
import { personAt, type PersonAtGrid } from './person.ts';
import { WorkbenchBrowser, type WorkbenchPage } from './workbench-page.ts';

/** A column of numbers with their sum, a shared formula, a text that looks like a formula. */
function sums(): Map<string, string> {
  const parts = richWorkbook();
  const name = 'xl/worksheets/sheet1.xml';
  const row = (number: number, cells: string): string => `<row r="${String(number)}">${cells}</row>`;
  const value = (cell: string, text: string): string => `<c r="${cell}"><v>${text}</v></c>`;
  const rows = [
    row(8, `${value('A8', '1')}<c r="B8"><f t="shared" ref="B8:B10" si="0">A8*2</f><v>2</v></c>`),
    row(9, `${value('A9', '2')}<c r="B9"><f t="shared" si="0"/><v>4</v></c>`),
    row(10, `${value('A10', '3')}<c r="B10"><f t="shared" si="0"/><v>6</v></c>`),
    row(11, '<c r="A11"><f>SUM(A8:A10)</f><v>6</v></c><c r="B11"><f>SUM(B8:B10)</f><v>12</v></c>'),
    row(12, '<c r="A12" t="inlineStr"><is><t>=1+1</t></is></c>'),
  ];
  parts.set(name, (parts.get(name) ?? '').replace('</sheetData>', `${rows.join('')}</sheetData>`));
  return parts;
}

describe('what is edited in the grid, saved', function () {
  this.timeout(60_000);
  this.retries(2);
  let browser: WorkbenchBrowser | undefined;
  let folder = '';
  let workbench: WorkbenchPage;
  let person: PersonAtGrid;

  before(async function () {
    browser = await WorkbenchBrowser.start();
    if (!browser) return this.skip();
    folder = await mkdtemp(path.join(os.tmpdir(), 'tianbao-'));
    await writeFile(path.join(folder, 'sums.xlsx'), zipped(sums()));
    workbench = await browser.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    workbench.page.on('dialog', (dialog) => void dialog.accept());
    person = personAt(workbench);
  });

  beforeEach(async () => {
    await workbench.openFile(path.join(folder, 'sums.xlsx'));
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
  const workbookOf = (bytes: Uint8Array): Workbook => readXlsx(new OfficePackage(bytes, nodeCodec));
  /** `=formula → value` of cells of the first sheet. */
  const shown = (workbook: Workbook, ...cells: string[]): string[] => {
    const [grid] = workbook.sheets;
    assert.ok(grid);
    return cells.map((name) => {
      const { row, column } = fromA1(name) ?? { row: 0, column: 0 };
      const { value, formula } = cellAt(grid, row, column);
      return `${formula === undefined ? '' : `=${formula} → `}${JSON.stringify(value)}`;
    });
  };
  const copy = async (from: string, to: string): Promise<void> => {
    await person.select(from);
    await workbench.page.keyboard.press('Control+C');
    await workbench.page.waitForTimeout(200);
    await person.select(to);
    await person.seen(() => workbench.page.keyboard.press('Control+V'));
  };

  it('a typed formula with its result, and results that follow from an edit', async () => {
    await person.type('C8', '=A8+B8');
    await person.type('A8', '5');
    const workbook = workbookOf(await saved());
    assert.deepEqual(shown(workbook, 'C8', 'A11', 'B8', 'B9', 'B11'), [
      '=A8+B8 → 15',
      '=SUM(A8:A10) → 10',
      '=A8*2 → 10',
      '=A9*2 → 4',
      '=SUM(B8:B10) → 20',
    ]);
  });

  it('a number in place of a formula that others share, and a formula in place of a number', async () => {
    await person.type('B8', '7');
    await person.type('A9', '=A10*3');
    const workbook = workbookOf(await saved());
    assert.deepEqual(shown(workbook, 'B8', 'B9', 'B10', 'A9', 'A11'), [
      '7',
      '=A9*2 → 18',
      '=A10*2 → 6',
      '=A10*3 → 9',
      '=SUM(A8:A10) → 13',
    ]);
  });

  it('a formula filled down and one copied within the grid', async () => {
    await person.type('C8', '=A8+1');
    await person.fillDown('C8', 'C10');
    await copy('A11', 'C11');
    const workbook = workbookOf(await saved());
    assert.deepEqual(shown(workbook, 'C8', 'C9', 'C10', 'C11'), [
      '=A8+1 → 2',
      '=A9+1 → 3',
      '=A10+1 → 4',
      '=SUM(C8:C10) → 9',
    ]);
  });

  it('what comes from elsewhere as text, whatever it begins with', async () => {
    await person.paste('C8', '=1+1');
    await person.paste('C9', '=1+1\t=A8\n+3\t@x');
    await copy('A12', 'C12');
    const workbook = workbookOf(await saved());
    assert.deepEqual(shown(workbook, 'C8', 'C9', 'D9', 'C12', 'A12'), [
      '"=1+1"',
      '"=1+1"',
      '"=A8"',
      '"=1+1"',
      '"=1+1"',
    ]);
  });

  it('nothing that was undone, and what was redone', async () => {
    const before = unzipped(zipped(sums()));
    await person.type('A8', '5');
    await person.type('C8', '=A8');
    await person.undo();
    await person.undo();
    assert.deepEqual([...unzipped(await saved())], [...before]);
    await person.seen(() => workbench.page.getByRole('button', { name: '重做', exact: true }).first().click());
    assert.deepEqual(shown(workbookOf(await saved()), 'A8', 'A11', 'C8'), ['5', '=SUM(A8:A10) → 10', 'null']);
  });

  it('not a formula with which the file might not open; the cell is named', async () => {
    await person.type('C8', '=SUM(A8');
    await person.type('C9', '=没有!A1');
    await saved();
    const message = await workbench.page.locator('[data-message]').textContent();
    assert.match(message ?? '', /C9 的公式有误/);
  });

  it('edits of several sheets, each in its own', async () => {
    const second = await workbench.page.evaluate(async () => {
      const host = globalThis.tianbao?.host;
      const [, sheet] = (await host?.listSheets()) ?? [];
      return sheet?.id ?? '';
    });
    await person.type('A8', '5');
    await workbench.page.evaluate((id) => globalThis.tianbao?.host.reveal(id, { row: 4, column: 1 }), second);
    await workbench.page.waitForTimeout(300);
    const box = await workbench.page.evaluate(() => globalThis.tianbao?.cellBox({ row: 4, column: 1 }));
    assert.ok(box);
    await workbench.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await person.seen(async () => {
      await workbench.page.keyboard.type('=');
      await workbench.page.waitForTimeout(400);
      await workbench.page.keyboard.type('目录!A8*2', { delay: 30 });
      await workbench.page.keyboard.press('Enter');
    });
    const workbook = workbookOf(await saved());
    assert.deepEqual(shown(workbook, 'A8'), ['5']);
    const [, other] = workbook.sheets;
    assert.ok(other);
    assert.deepEqual(cellAt(other, 4, 1), { value: 10, format: 'General', formula: '目录!A8*2' });
  });

  it('asks before the page goes away with edits that are not', async () => {
    const mayLeave = async (): Promise<boolean> =>
      await workbench.page.evaluate(() => dispatchEvent(new Event('beforeunload', { cancelable: true })));
    assert.equal(await mayLeave(), true);
    await person.type('A8', '5');
    assert.equal(await mayLeave(), false);
    await saved();
    await workbench.page.locator('[data-message]').waitFor();
    assert.equal(await mayLeave(), true);
  });

  it('without a complaint of the page', () => {
    // The grid says so of itself.
    const own = 'Component univer.sheet.cell-alert already exists';
    assert.deepEqual(
      workbench.complaints.filter((one) => !one.includes(own)),
      [],
    );
  });
});
