import assert from 'node:assert/strict';
import { changedSince, type BasisCheck, type PresentSheet } from '../../src/hosts/changed.ts';
import type { CellName } from '../../src/hosts/host.ts';
import type { CellValue } from '../../src/sheets/grid.ts';

/** A plan that leans on A1 and B1 of a sheet of two cells. */
const BASIS = {
  sheetId: '1',
  rowCount: 1,
  columnCount: 2,
  cells: [
    { row: 0, column: 0, value: '部门' },
    { row: 0, column: 1, value: null },
  ],
};

function sheet(values: readonly CellValue[], rowCount = 1, name = '表1'): PresentSheet {
  return {
    name: () => name,
    valueAt: ({ column }) => values[column] ?? null,
    hasSizeOf: (basis) => basis.rowCount === rowCount,
  };
}

describe('what a plan was made from', () => {
  const cases: readonly (readonly [string, readonly (PresentSheet | null)[], readonly CellName[] | undefined])[] = [
    ['is there as it was', [sheet(['部门', null])], undefined],
    ['is there where nothing has become an empty text', [sheet(['部门', ''])], undefined],
    [
      'has cells that hold something else',
      [sheet(['单位', 1])],
      [
        { sheet: '表1', cell: 'A1' },
        { sheet: '表1', cell: 'B1' },
      ],
    ],
    ['has grown', [sheet(['部门', null], 2)], []],
    ['has grown and changed', [sheet(['单位', null], 2)], [{ sheet: '表1', cell: 'A1' }]],
    ['is gone', [null], []],
    ['has changed on one sheet of two', [sheet(['部门']), sheet(['单位'], 1, '表2')], [{ sheet: '表2', cell: 'A1' }]],
  ];
  for (const [what, sheets, cells] of cases) {
    it(what, () => {
      const checks = sheets.map((one): BasisCheck => ({ basis: BASIS, sheet: one }));
      assert.deepEqual(changedSince(checks), cells && { status: 'changed', cells });
    });
  }
});
