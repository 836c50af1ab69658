import { readFileSync } from 'node:fs';
import { KeptCheck } from '../src/check/kept-check.ts';
import { nodeCodec } from '../src/files/codec-node.ts';
import { OfficePackage } from '../src/files/package.ts';
import { readXlsx } from '../src/files/xlsx.ts';
import type { Form } from '../src/forms/form.ts';
import { textAt } from '../src/sheets/grid.ts';

/** So many rows are edited, in each column; those first are not counted: an engine compiles what is hot. */
const ROWS = 20;
const FIRST = 3;

// What the worker does with an edit, without the messages: `edit-program FORMS FILE` prints milliseconds of CPU, one an edit.
const [, , definitions = '', file = ''] = process.argv;
const forms = JSON.parse(readFileSync(definitions, 'utf8')) as readonly Form[];
const workbook = readXlsx(new OfficePackage(new Uint8Array(readFileSync(file)), nodeCodec));
const kept = new KeptCheck(workbook, forms);
const [grid] = kept.workbook.sheets;
const times: { readonly column: number; readonly cpu: number; readonly whole: boolean }[] = [];
for (let at = 0; grid && at < ROWS + FIRST; at++) {
  const row = 10 + Math.floor(((grid.rowCount - 20) * at) / (ROWS + FIRST));
  for (let column = 0; column < grid.columnCount; column++) {
    const other = textAt(grid, 4 + ((row * 7) % (grid.rowCount - 8)), column);
    const value = other === textAt(grid, row, column) ? `${other}甲` : other;
    const wholes = kept.wholeChecks;
    const before = process.cpuUsage();
    kept.edit([{ sheet: 0, row, column, content: { value: value === '' ? null : value, format: 'General' } }]);
    const { user, system } = process.cpuUsage(before);
    if (at >= FIRST) times.push({ column, cpu: (user + system) / 1000, whole: kept.wholeChecks > wholes });
  }
}
process.stdout.write(JSON.stringify(times));
