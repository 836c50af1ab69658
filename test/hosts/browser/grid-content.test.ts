import assert from 'node:assert/strict';
import {
  CellValueType,
  type ICellData,
  type IRange,
  type Workbook as UniverWorkbook,
  type Worksheet,
} from '@univerjs/core';
import { presentSheet } from '../../../src/hosts/browser/grid-content.ts';
import { readGrid } from '../../../src/hosts/browser/grid-reader.ts';
import { StringTable } from '../../../src/sheets/grid-builder.ts';

/** As much of a sheet of the grid as is asked of one. */
function sheetOf(cells: Readonly<Record<number, Record<number, ICellData>>>, merges: readonly IRange[]): Worksheet {
  return {
    getName: () => '表',
    getCellMatrix: () => ({ getMatrix: () => cells }),
    getCellRaw: (row: number, column: number) => cells[row]?.[column],
    getMergeData: () => merges,
    getConfig: () => ({ rowData: {}, columnData: {} }),
  } as unknown as Worksheet;
}

const text = (v: string): ICellData => ({ v, t: CellValueType.STRING });

describe('a plan made from a sheet as it was read', () => {
  const reading = {
    workbook: { getStyles: () => ({ get: () => undefined }) } as unknown as UniverWorkbook,
    table: new StringTable(),
    visibility: 'visible',
    formulaAt: () => undefined,
    resultAt: () => null,
    pause: () => Promise.resolve(),
  } as const;
  const sheets: readonly [name: string, sheet: Worksheet][] = [
    ['of values', sheetOf({ 0: { 0: text('部门') }, 3: { 2: text('人口库') } }, [])],
    [
      'that ends in a merged block with a value',
      sheetOf({ 2: { 1: text('意见：') } }, [{ startRow: 2, endRow: 6, startColumn: 1, endColumn: 5 }]),
    ],
    [
      'that ends in an empty merged block',
      sheetOf({ 0: { 0: text('部门') } }, [{ startRow: 4, endRow: 6, startColumn: 3, endColumn: 5 }]),
    ],
    ['with nothing in it', sheetOf({}, [])],
  ];
  for (const [name, sheet] of sheets) {
    it(`holds for a sheet ${name}`, async () => {
      const { rowCount, columnCount } = await readGrid(sheet, reading);
      assert.equal(presentSheet(sheet).hasSizeOf({ sheetId: '1', rowCount, columnCount, cells: [] }), true);
      assert.equal(
        presentSheet(sheet).hasSizeOf({ sheetId: '1', rowCount: rowCount + 1, columnCount, cells: [] }),
        false,
      );
    });
  }
});
