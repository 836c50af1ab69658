import assert from 'node:assert/strict';
import type { Host, MarkPlan } from '../../../src/hosts/host.ts';
import { WpsHost } from '../../../src/hosts/wps/wps-host.ts';
import type { Mark } from '../../../src/marks/plan.ts';
import { MARK_COLOURS } from '../../../src/marks/signature.ts';
import type { CellValue } from '../../../src/sheets/grid.ts';
import { BookModel, SheetModel } from './stand-in/model.ts';
import type { Profile } from './stand-in/profile.ts';
import { StandInWps } from './stand-in/stand-in-wps.ts';

export const COLUMNS = 11;

/** A catalogue: a title across all columns, headings in row 2, a date in the last column, blanks here and there. */
export function catalogue(profile: Profile, rows: number): { wps: StandInWps; host: Host; sheet: SheetModel } {
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

export async function counted<T>(wps: StandInWps, act: () => Promise<T>): Promise<{ calls: number; answer: T }> {
  wps.calls = 0;
  const answer = await act();
  return { calls: wps.calls, answer };
}

export const basisOf = (rows: number): { rowCount: number; columnCount: number } => ({
  rowCount: rows + 2,
  columnCount: COLUMNS,
});

/** A plan for marks far from one another, each with a note, in a {@link catalogue} of so many rows. */
export async function scatteredMarks(host: Host, rows: number, count: number): Promise<MarkPlan> {
  const apart = Math.floor(rows / count);
  const marks = Array.from({ length: count }, (_, at): Mark => {
    const severity = at % 3 === 0 ? 'warning' : 'error';
    const note = `第${String(at)}条`;
    return { row: 5 + at * apart, column: at % COLUMNS, severity, colour: MARK_COLOURS[severity], note };
  });
  const [sheet] = await host.listSheets();
  const cells = [{ row: 1, column: 0, value: '列0' }];
  return { sheets: [{ basis: { sheetId: sheet?.id ?? '', ...basisOf(rows), cells }, marks }] };
}
