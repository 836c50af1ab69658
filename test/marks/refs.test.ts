import assert from 'node:assert/strict';
import fc from 'fast-check';
import { groupCells } from '../../src/marks/refs.ts';
import { rangeFromA1, rangeToA1, type Address } from '../../src/sheets/address.ts';

/** The cells of some ranges, in order. */
function cellsOf(...refs: string[]): Address[] {
  return refs.flatMap((ref) => {
    const range = rangeFromA1(ref);
    assert.ok(range);
    const cells: Address[] = [];
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) cells.push({ row, column });
    }
    return cells;
  });
}

describe('cells grouped into rectangles', () => {
  const cases: [what: string, cells: string[], refs: string][] = [
    ['none', [], ''],
    ['one', ['B2'], 'B2'],
    ['a row', ['A1', 'B1', 'C1'], 'A1:C1'],
    ['a column', ['A1', 'A2', 'A3'], 'A1:A3'],
    ['a block', ['A1:C3'], 'A1:C3'],
    ['two columns apart', ['A1:A9', 'C1:C9'], 'A1:A9 C1:C9'],
    ['an L, by rows', ['A1:A3', 'B3:D3'], 'A1:A2 A3:D3'],
    ['a comb, by columns', ['A1:E1', 'A2:A9', 'C2:C9', 'E2:E9'], 'A1:E1 A2:A9 C2:C9 E2:E9'],
    ['teeth of different length, by columns', ['A1:A9', 'B2:B8', 'C3:C7'], 'A1:A9 B2:B8 C3:C7'],
    ['a gap of one row', ['A1:B2', 'A4:B5'], 'A1:B2 A4:B5'],
    ['doubles', ['A1', 'A1', 'A2', 'A1'], 'A1:A2'],
    ['corners only', ['A1', 'B2', 'C3'], 'A1 B2 C3'],
  ];
  for (const [what, cells, refs] of cases) {
    it(what, () =>
      assert.equal(
        groupCells(cellsOf(...cells))
          .map(rangeToA1)
          .join(' '),
        refs,
      ),
    );
  }

  it('cover each cell once and no other', () => {
    const cell = fc.record({ row: fc.nat(6), column: fc.nat(6) });
    const key = (at: Address): string => `${String(at.row)},${String(at.column)}`;
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const covered = groupCells(cells)
          .flatMap((range) => cellsOf(rangeToA1(range)))
          .map(key);
        assert.deepEqual(covered.sort(), [...new Set(cells.map(key))].sort());
      }),
    );
  });
});
