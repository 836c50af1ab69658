import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { checkWorkbook, type WorkbookCheck } from '../../src/check/check-workbook.ts';
import { KeptCheck, type ContentEdit } from '../../src/check/kept-check.ts';
import { openWorkbook } from '../../src/files/open.ts';
import { GridBuilder, StringTable } from '../../src/sheets/grid-builder.ts';
import { cellAtIndex, fontAt, type CellValue, type Grid } from '../../src/sheets/grid.ts';
import type { Workbook } from '../../src/sheets/workbook.ts';
import { readingPlatform } from '../files/reading-platform.ts';
import { allForms } from '../check-file.ts';

const SAMPLES = path.join(import.meta.dirname, '..', 'samples');
const forms = allForms();

async function sample(name: string): Promise<Workbook> {
  const bytes = new Uint8Array(readFileSync(path.join(SAMPLES, name)));
  return (await openWorkbook(bytes, name, readingPlatform)).workbook;
}

/** The workbook as a host reads it after edits: all of it anew. */
function readAfter(workbook: Workbook, edits: readonly ContentEdit[]): Workbook {
  const table = new StringTable();
  const sheets = workbook.sheets.map((grid, sheet) => {
    const builder = new GridBuilder(grid.name, table);
    const last = new Map(edits.filter((edit) => edit.sheet === sheet).map((edit) => [placeOf(edit), edit]));
    for (let row = 0; row < grid.rowCount; row++) {
      for (let index = grid.rowStarts[row] ?? 0; index < (grid.rowStarts[row + 1] ?? 0); index++) {
        const column = grid.columns[index] ?? 0;
        if (last.has(placeOf({ row, column }))) continue;
        const { value, format, formula } = cellAtIndex(grid, index);
        builder.addValue(row, column, value, format, formula, fontAt(grid, row, column));
      }
    }
    for (const { row, column, content } of last.values()) {
      builder.addValue(row, column, content.value, content.format, content.formula, content.font);
    }
    const { visibility, merges, hiddenRows, hiddenColumns } = grid;
    return builder.finish({ visibility, merges, hiddenRows, hiddenColumns });
  });
  return { ...workbook, sheets };
}

function placeOf({ row, column }: { readonly row: number; readonly column: number }): number {
  return row * 20_000 + column;
}

function assertSame(kept: WorkbookCheck, whole: WorkbookCheck): void {
  assert.deepEqual(kept.unrecognised, whole.unrecognised);
  assert.deepEqual(kept.checked?.findings, whole.checked?.findings);
  assert.deepEqual(kept.checked?.formOf, whole.checked?.formOf);
  assert.deepEqual(
    kept.checked?.forms.map(({ figures }) => JSON.stringify(figures)),
    whole.checked?.forms.map(({ figures }) => JSON.stringify(figures)),
  );
  assert.deepEqual(kept.checked?.forms, whole.checked?.forms);
}

/** What people, and those who want to break it, put into a cell. */
const ANYTHING: readonly CellValue[] = [
  null,
  '',
  '同上',
  '合计',
  '注：以上均为必填',
  '单位：万元',
  '共享类型',
  '申请单位名称：县教育局',
  '联系电话',
  '数据库',
  '示例',
  'XX',
  '无',
  '不予共享',
  '有条件',
  '是',
  '每日',
  '２０',
  '5000元',
  '人口信息1',
  '人口信息2',
  '2024年5月1日',
  0,
  3,
  12_000,
  45_000,
  { error: '#REF!' },
  '=',
];

/** Values that stand in the column of a cell. */
function valuesOf(grid: Grid, column: number): readonly CellValue[] {
  const values: CellValue[] = [];
  for (let index = 0; index < grid.columns.length; index++) {
    if (grid.columns[index] === column) values.push(cellAtIndex(grid, index).value);
  }
  return values;
}

/** Edits of cells that hold something or stand beside such, of a kind that people make more often than not. */
function editsOf(workbook: Workbook): fc.Arbitrary<ContentEdit> {
  const filled = workbook.sheets.flatMap((grid, sheet) => (grid.columns.length > 0 ? [{ grid, sheet }] : []));
  return fc.constantFrom(...filled).chain(({ grid, sheet }) =>
    fc
      .record({ row: fc.nat(grid.rowCount), column: fc.nat(grid.columnCount), kind: fc.nat(9), pick: fc.nat(9999) })
      .map(({ row, column, kind, pick }) => {
        const pool = kind < 6 ? valuesOf(grid, column) : ANYTHING;
        const value = pool[pick % Math.max(1, pool.length)] ?? null;
        return { sheet, row, column, content: { value, format: 'General' } };
      }),
  );
}

const TRIED = [
  'yunyang-catalogue/clean-transport.xlsx',
  'yunyang-catalogue/faulty-agriculture.csv',
  'yunyang-catalogue/faulty-health.xlsx',
  'yunyang-catalogue/faulty-market-regulation.xlsx',
  'jinzhai-pc-purchase/faulty-tiantangzhai.xlsx',
  'gaoqing-cloud-new/faulty-transport.xlsx',
];

describe('a check that is kept while the workbook is edited', () => {
  for (const name of TRIED) {
    it(`finds after each edit what a check of all finds: ${name}`, async function () {
      this.timeout(120_000);
      const workbook = await sample(name);
      fc.assert(
        fc.property(fc.array(editsOf(workbook), { minLength: 1, maxLength: 8 }), (edits) => {
          const kept = new KeptCheck(readAfter(workbook, []), forms);
          edits.forEach((edit, at) => {
            const whole = checkWorkbook(readAfter(workbook, edits.slice(0, at + 1)), forms);
            assertSame(kept.edit([edit]), whole);
          });
        }),
        { numRuns: Number(process.env.RUNS ?? 6) },
      );
    });
  }
});
