import assert from 'node:assert/strict';
import type { Host } from '../../../src/hosts/host.ts';
import { WpsHost } from '../../../src/hosts/wps/wps-host.ts';
import { MARK_COLOURS } from '../../../src/marks/signature.ts';
import type { Mark } from '../../../src/marks/plan.ts';
import { cellAt, type CellValue } from '../../../src/sheets/grid.ts';
import { BookModel, SheetModel } from './stand-in/model.ts';
import { UOS, WINDOWS_12, type Profile } from './stand-in/profile.ts';
import { StandInWps } from './stand-in/stand-in-wps.ts';

/* A call over the bridge takes some 0.2 ms (Kingsoft's own figure): what these bounds say in calls, five thousand of are a second. */

const COLUMNS = 11;

/** A catalogue: a title across all columns, headings in row 2, a date in the last column, blanks here and there. */
function catalogue(profile: Profile, rows: number): { wps: StandInWps; host: Host; sheet: SheetModel } {
  const book = new BookModel('目录.xlsx');
  const sheet = new SheetModel(book, '目录', 'Sheet1');
  book.sheets.push(sheet);
  sheet.rows.push(
    ['信息资源目录'],
    Array.from({ length: COLUMNS }, (_, column) => `列${String(column)}`),
  );
  for (let row = 0; row < rows; row++) {
    const cells: CellValue[] = [`部门${String(row % 50)}`, row, row % 3 === 0 ? null : `说明${String(row % 7)}`];
    for (let column = cells.length; column < COLUMNS - 1; column++) cells.push(`值${String(column)}`);
    cells.push(45_292 + (row % 300));
    sheet.rows.push(cells);
  }
  sheet.merges = [{ top: 0, left: 0, bottom: 0, right: COLUMNS - 1 }];
  sheet.format = (row, column) => (row > 1 && column === COLUMNS - 1 ? 'yyyy/m/d' : 'General');
  const wps = new StandInWps(profile, book);
  const host = WpsHost.start(wps.globals);
  assert.ok(host);
  return { wps, host, sheet };
}

async function counted<T>(wps: StandInWps, act: () => Promise<T>): Promise<{ calls: number; answer: T }> {
  wps.calls = 0;
  const answer = await act();
  return { calls: wps.calls, answer };
}

const basisOf = (rows: number): { rowCount: number; columnCount: number } => ({
  rowCount: rows + 2,
  columnCount: COLUMNS,
});

for (const profile of [WINDOWS_12, UOS]) {
  describe(`calls over the bridge of ${profile.name} (a stand-in)`, function () {
    this.timeout(60_000);

    it('read 100,000 rows in under 150, and ten thousand in not many fewer', async () => {
      const few = catalogue(profile, 10_000);
      const many = catalogue(profile, 100_000);
      const less = await counted(few.wps, () => few.host.read());
      const { calls, answer } = await counted(many.wps, () => many.host.read());
      const [grid] = answer?.workbook.sheets ?? [];
      assert.ok(grid);
      assert.deepEqual([grid.rowCount, grid.columnCount, grid.merges.length], [100_002, COLUMNS, 1]);
      assert.deepEqual(cellAt(grid, 100_001, COLUMNS - 1), { value: 45_292 + (99_999 % 300), format: 'yyyy/m/d' });
      assert.ok(calls < 150, `${String(calls)} calls`);
      // Two for each block of 50,000 cells; what a large sheet is asked beside does not grow with it.
      assert.ok(calls - less.calls <= 2 * 21 + 12, `${String(calls)} and ${String(less.calls)}`);
    });

    it('put 1,000 marks far from one another in under 2,500, and take them away in under 5,500', async () => {
      const rows = 20_000;
      const { wps, host } = catalogue(profile, rows);
      const marks = Array.from({ length: 1000 }, (_, at): Mark => {
        const severity = at % 3 === 0 ? 'warning' : 'error';
        return {
          row: 5 + at * 17,
          column: at % COLUMNS,
          severity,
          colour: MARK_COLOURS[severity],
          note: `第${String(at)}条`,
        };
      });
      const [sheet] = await host.listSheets();
      const cells = [{ row: 1, column: 0, value: '列0' }];
      const plan = { sheets: [{ basis: { sheetId: sheet?.id ?? '', ...basisOf(rows), cells }, marks }] };
      const placed = await counted(wps, () => host.mark(plan));
      assert.deepEqual(placed.answer, { status: 'done', marked: 1000, withoutNote: 0 });
      assert.ok(placed.calls < 2500, `${String(placed.calls)} calls`);
      const cleared = await counted(wps, () => host.clearMarks());
      assert.equal(cleared.answer, 1000);
      assert.ok(cleared.calls < 5500, `${String(cleared.calls)} calls`);
    });

    it('colour a whole column of 20,000 cells in under 120', async () => {
      const { wps, host } = catalogue(profile, 20_000);
      const marks = Array.from({ length: 20_000 }, (_, at): Mark => {
        return { row: 2 + at, column: 3, severity: 'error', colour: MARK_COLOURS.error, note: null };
      });
      const [sheet] = await host.listSheets();
      const basis = { sheetId: sheet?.id ?? '', ...basisOf(20_000), cells: [] };
      const { calls, answer } = await counted(wps, () => host.mark({ sheets: [{ basis, marks }] }));
      assert.deepEqual(answer, { status: 'done', marked: 20_000, withoutNote: 0 });
      assert.ok(calls < 120, `${String(calls)} calls`);
    });

    it('write a column of 5,000 cells in under 120', async () => {
      const { wps, host } = catalogue(profile, 5000);
      const [sheet] = await host.listSheets();
      const writes = Array.from({ length: 5000 }, (_, at) => ({ row: 2 + at, column: 3, value: `新值${String(at)}` }));
      const cells = writes.map(({ row, column }) => ({ row, column, value: '值3' }));
      const basis = { sheetId: sheet?.id ?? '', ...basisOf(5000), cells };
      const { calls, answer } = await counted(wps, () => host.write({ sheets: [{ basis, writes }] }));
      assert.equal(answer.status, 'done');
      assert.ok(calls < 120, `${String(calls)} calls`);
    });

    it('find nothing behind a sheet that is formatted to its end', async () => {
      const { wps, host, sheet } = catalogue(profile, 2000);
      sheet.formatted = { rows: 1_048_576, columns: 12 };
      const { calls, answer } = await counted(wps, () => host.read());
      assert.equal(answer?.workbook.sheets[0]?.rowCount, 2002);
      assert.ok(calls < 200, `${String(calls)} calls`);
    });
  });
}
