import assert from 'node:assert/strict';
import { MARK_COLOURS } from '../../../src/marks/signature.ts';
import type { Mark } from '../../../src/marks/plan.ts';
import { cellAt } from '../../../src/sheets/grid.ts';
import { basisOf, catalogue, COLUMNS, counted, scatteredMarks } from './bridge-calls.ts';
import { UOS, WINDOWS_12 } from './stand-in/profile.ts';

/* A call over the bridge takes some 0.2 ms (Kingsoft's own figure): what these bounds say in calls, five thousand of are a second. */

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
      const { wps, host } = catalogue(profile, 20_000);
      const plan = await scatteredMarks(host, 20_000, 1000);
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
