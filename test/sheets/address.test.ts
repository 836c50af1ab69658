import assert from 'node:assert/strict';
import { fromA1, rangeFromA1, rangeToA1, toA1 } from '../../src/sheets/address.ts';

describe('sheets/address', () => {
  for (const [row, column, a1] of [
    [0, 0, 'A1'],
    [6, 25, 'Z7'],
    [0, 26, 'AA1'],
    [9, 701, 'ZZ10'],
    [1_048_575, 16_383, 'XFD1048576'],
  ] as const) {
    it(`row ${String(row)}, column ${String(column)} is ${a1}, and back`, () => {
      assert.equal(toA1(row, column), a1);
      assert.deepEqual(fromA1(a1), { row, column });
    });
  }

  it('reads absolute references', () => {
    assert.deepEqual(fromA1('$B$7'), { row: 6, column: 1 });
  });

  for (const text of ['', 'A', '7', 'A0', 'XFE1', 'A1048577', 'Sheet1!A1', 'A1:B2']) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.equal(fromA1(text), undefined);
    });
  }

  it('reads ranges with corners in any order', () => {
    assert.deepEqual(rangeFromA1('C3:A1'), { top: 0, left: 0, bottom: 2, right: 2 });
    assert.deepEqual(rangeFromA1('B2'), { top: 1, left: 1, bottom: 1, right: 1 });
    assert.equal(rangeFromA1('A1:B2:C3'), undefined);
  });

  it('writes a range of one cell as that cell', () => {
    assert.equal(rangeToA1({ top: 0, left: 0, bottom: 0, right: 0 }), 'A1');
    assert.equal(rangeToA1({ top: 0, left: 0, bottom: 1, right: 2 }), 'A1:C2');
  });
});
