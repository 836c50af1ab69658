import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../src/check/finding.ts';
import { FindingIds } from '../../src/pane/finding-ids.ts';

function finding(row: number, version = 0): Finding {
  const place = { sheet: '目录', sheetIndex: 0, cell: `A${String(row + 1)}`, field: null };
  return { rule: 'type', severity: 'error', ...place, case: 'x', params: { version }, fix: [], basis: null };
}

describe('FindingIds', () => {
  const rows = fc.uniqueArray(fc.tuple(fc.nat(12), fc.nat(1)), { selector: ([row]) => row });
  const list = rows.map((all) => [...all].sort(([a], [b]) => a - b));

  it('tells what of a list is replaced, and keeps the numbers of what stays', () => {
    fc.assert(
      fc.property(fc.array(list, { minLength: 2, maxLength: 5 }), fc.nat(12), (lists, told) => {
        const ids = new FindingIds();
        const [first = [], ...later] = lists.map((each) => each.map(([row, version]) => finding(row, version)));
        ids.reset(first);
        let shown = first.map((each, at) => ({ id: at, content: JSON.stringify(each) }));
        for (const findings of later) {
          const before = new Map(shown.map(({ id, content }) => [content, id]));
          const hunks = ids.update(findings, (each) => each.cell === `A${String(told + 1)}`);
          const next = [];
          let at = 0;
          for (const { from, removed, added } of hunks) {
            next.push(...shown.slice(at, from));
            for (let to = added.from; to < added.to; to++) {
              next.push({ id: ids.idAt(to), content: JSON.stringify(findings[to]) });
            }
            at = from + removed;
          }
          shown = [...next, ...shown.slice(at)];
          assert.deepEqual(
            shown.map(({ content }) => content),
            findings.map((each) => JSON.stringify(each)),
          );
          for (const { id, content } of shown) {
            assert.equal(JSON.stringify(ids.finding(id)), content);
            assert.equal(before.get(content) ?? id, id);
          }
          assert.equal(new Set(shown.map(({ id }) => id)).size, shown.length);
        }
      }),
    );
  });
});
