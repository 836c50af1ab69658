import assert from 'node:assert/strict';
import { GridEdits } from '../../src/hosts/browser/grid-edits.ts';
import { fromA1, toA1, type Address } from '../../src/sheets/address.ts';
import type { RowChange } from '../../src/sheets/row-change.ts';

const SHEET = 'sheet-0';
const cells = (...names: string[]): Address[] => names.flatMap((name) => fromA1(name) ?? []);
const touched = (edits: GridEdits): string[] =>
  edits
    .touchedCells(SHEET)
    .map(({ row, column }) => toA1(row, column))
    .sort();
const insert = (at: number, count = 1): RowChange => ({ kind: 'insert', at, count });
const remove = (at: number, count = 1): RowChange => ({ kind: 'delete', at, count });

describe('what became of a file in the grid', () => {
  it('is nothing at first, and nothing again once all rows were given back', () => {
    const edits = new GridEdits();
    assert.equal(edits.areNone, true);
    edits.changeRows(SHEET, remove(4, 2), 'done');
    assert.equal(edits.areNone, false);
    edits.changeRows(SHEET, insert(4, 2), 'undone');
    assert.equal(edits.areNone, true);
  });

  it('keeps cells that were written to where they are now', () => {
    const edits = new GridEdits();
    edits.touch(SHEET, cells('A3', 'B5', 'C9'));
    edits.changeRows(SHEET, insert(3, 2), 'done');
    assert.deepEqual(touched(edits), ['A3', 'B7', 'C11']);
    edits.changeRows(SHEET, remove(6), 'done');
    assert.deepEqual(touched(edits), ['A3', 'C10']);
    edits.changeRows(SHEET, insert(6), 'undone');
    assert.deepEqual(touched(edits), ['A3', 'B7', 'C11']);
  });

  it('knows where a row stood in the file', () => {
    const edits = new GridEdits();
    edits.changeRows(SHEET, insert(3, 2), 'done');
    edits.changeRows('sheet-1', insert(0, 9), 'done');
    edits.changeRows(SHEET, remove(6), 'done');
    assert.deepEqual(
      [2, 3, 4, 5, 6, 7].map((row) => edits.rowInFile(SHEET, row)),
      [2, undefined, undefined, 3, 5, 6],
    );
  });

  it('takes rows put where others were deleted for new ones', () => {
    const edits = new GridEdits();
    edits.changeRows(SHEET, remove(3), 'done');
    edits.changeRows(SHEET, insert(3), 'done');
    assert.equal(edits.rowInFile(SHEET, 3), undefined);
    assert.equal(edits.rowSteps.length, 2);
  });

  it('holds again what was redone', () => {
    const edits = new GridEdits();
    edits.changeRows(SHEET, insert(3), 'done');
    edits.changeRows(SHEET, remove(3), 'undone');
    edits.changeRows(SHEET, insert(3), 'redone');
    assert.deepEqual(
      edits.rowSteps.map(({ change }) => change),
      [insert(3)],
    );
  });
});
