import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { sameValue } from '../../src/sheets/same-value.ts';

describe('values of cells', () => {
  const cases: readonly (readonly [CellValue, CellValue, boolean])[] = [
    [1, 1, true],
    [1, '1', false],
    [1, true, false],
    ['一', '一', true],
    ['一', '一 ', false],
    [null, null, true],
    [null, '', true],
    ['', null, true],
    [null, 0, false],
    ['', false, false],
    [{ error: '#N/A' }, { error: '#N/A' }, true],
    [{ error: '#N/A' }, { error: '#REF!' }, false],
    [{ error: '#N/A' }, '#N/A', false],
    [{ error: '#N/A' }, null, false],
  ];
  for (const [a, b, same] of cases) {
    it(`${JSON.stringify(a)} and ${JSON.stringify(b)} are ${same ? 'the same' : 'different'}`, () => {
      assert.equal(sameValue(a, b), same);
      assert.equal(sameValue(b, a), same);
    });
  }
});
