import type { CellValue } from '../../../src/sheets/grid.ts';
import type { ExcelHost } from '../../../src/hosts/excel/excel-host.ts';
import type { Mark } from '../../../src/marks/plan.ts';
import { MARK_COLOURS } from '../../../src/marks/signature.ts';
import { valueAt } from '../../../src/sheets/grid.ts';
import { hostOf } from './host-of.ts';
import { openStandIn, sheetOf } from './opened-workbook.ts';
import type { Counts } from './stand-in/stand-in-workbook.ts';

/** What passes between the add-in and Excel for one thing that the pane does. */
export interface Traffic extends Counts {
  readonly what: 'read' | 'mark' | 'clear marks';
}

const COLUMNS = 11;

/** The rows of a catalogue: texts that recur, texts that do not, and numbers. */
export function catalogue(rows: number): readonly (readonly CellValue[])[] {
  const heading = [
    '序号',
    '部门',
    '资源名称',
    '信息项',
    '类型',
    '长度',
    '共享类型',
    '共享方式',
    '开放',
    '周期',
    '备注',
  ];
  return Array.from({ length: rows }, (_, row) =>
    row === 0
      ? heading
      : [
          row,
          `县第${String(row % 300)}局`,
          `第${String(Math.floor(row / 6))}号业务信息`,
          `信息项${String(row)}`,
          row % 2 === 0 ? '字符型' : '数值型',
          (row * 7) % 250,
          row % 3 === 0 ? '无条件共享' : '有条件共享',
          '共享平台',
          row % 5 === 0 ? '是' : '否',
          '每年',
          null,
        ],
  );
}

/** Marks spread over the rows: one cell in each of so many, each with a note. */
export function spreadMarks(count: number, rows: number): readonly Mark[] {
  return Array.from({ length: count }, (_, index): Mark => {
    const severity = index % 3 === 0 ? 'warning' : 'error';
    const row = 1 + Math.floor((index * (rows - 1)) / count);
    const column = 1 + (index % (COLUMNS - 1));
    const note = `错误：“共享类型”应为下列之一。\n可填：无条件共享、有条件共享、不予共享（${String(row + 1)}）`;
    return { row, column, severity, colour: MARK_COLOURS[severity], note };
  });
}

/** Reads a sheet of so many rows, marks so many of its cells, and takes the marks away, counting what is sent. */
export async function trafficOf(excelApi: string, rows: number, marks: number): Promise<readonly Traffic[]> {
  const { workbook, client } = openStandIn(sheetOf(catalogue(rows)), { excelApi });
  const host: ExcelHost = hostOf(client);
  const traffic: Traffic[] = [];
  const count = async <T>(what: Traffic['what'], act: () => Promise<T>): Promise<T> => {
    workbook.resetCounts();
    const done = await act();
    traffic.push({ what, ...workbook.counts });
    return done;
  };
  const document = await count('read', () => host.read());
  const grid = document?.workbook.sheets[0];
  if (!grid) throw new Error('nothing was read');
  const { rowCount, columnCount } = grid;
  const sheetId = document.sheets[0]?.id ?? '';
  const cells = [{ row: 0, column: 1, value: valueAt(grid, 0, 1) }];
  const plan = { sheets: [{ basis: { sheetId, rowCount, columnCount, cells }, marks: spreadMarks(marks, rows) }] };
  const marked = await count('mark', () => host.mark(plan));
  if (marked.status !== 'done' || marked.marked !== marks) throw new Error('not all cells were marked');
  const cleared = await count('clear marks', () => host.clearMarks());
  if (cleared !== marks) throw new Error(`${String(cleared)} cells were cleared`);
  return traffic;
}
