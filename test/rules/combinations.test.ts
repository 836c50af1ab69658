import assert from 'node:assert/strict';
import fc from 'fast-check';
import { combine } from '../../src/rules/combinations.ts';

describe('combine', () => {
  it('numbers the combinations in the order of the rows', () => {
    const combined = combine(
      [
        { ids: Uint32Array.of(0, 1, 0, 1), count: 2 },
        { ids: Uint32Array.of(2, 2, 2, 0), count: 3 },
      ],
      4,
    );
    assert.deepEqual({ ids: [...Array.from(combined.ids)], count: combined.count }, { ids: [0, 1, 0, 2], count: 3 });
  });

  it('of no columns is one class', () => {
    assert.deepEqual(Array.from(combine([], 3).ids), [0, 0, 0]);
  });

  // The second range makes more pairs than a plain table of them would hold.
  for (const count of [4, 5000]) {
    it(`tells rows apart exactly where a column does (of ${count} values)`, () => {
      const column = fc.array(fc.nat(count - 1), { minLength: 20, maxLength: 20 });
      fc.assert(
        fc.property(fc.array(column, { minLength: 1, maxLength: 4 }), (columns) => {
          const { ids, count: classes } = combine(
            columns.map((values) => ({ ids: Uint32Array.from(values), count })),
            20,
          );
          for (let a = 0; a < 20; a++) {
            assert.ok((ids[a] ?? -1) < classes);
            for (let b = 0; b < a; b++) {
              assert.equal(
                ids[a] === ids[b],
                columns.every((values) => values[a] === values[b]),
              );
            }
          }
        }),
      );
    });
  }
});
