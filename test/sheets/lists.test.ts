import assert from 'node:assert/strict';
import { append, greatestOf, leastOf } from '../../src/sheets/lists.ts';

describe('lists as long as a sheet', () => {
  const long = Array.from({ length: 1_000_000 }, (_, i) => (i * 7919) % 1_000_003);

  it('are appended', () => {
    const list = [1, 2];
    append(list, new Set([3, 4]));
    append(list, []);
    assert.deepEqual(list, [1, 2, 3, 4]);
    append(list, long);
    assert.equal(list.length, 1_000_004);
    assert.equal(list.at(-1), long.at(-1));
  });

  it('have a least and a greatest element', () => {
    assert.deepEqual([leastOf([3, -1, 2]), greatestOf([3, -1, 2])], [-1, 3]);
    assert.deepEqual([leastOf([]), greatestOf([])], [Infinity, -Infinity]);
    assert.deepEqual([leastOf(long), greatestOf([...long, 2_000_000])], [0, 2_000_000]);
  });
});
