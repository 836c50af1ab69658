import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FindingList } from '../../src/check/finding-list.ts';
import type { Finding } from '../../src/check/finding.ts';
import { toA1 } from '../../src/sheets/address.ts';

interface At {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly rule: string;
}

function listed(places: readonly At[]): readonly Finding[] {
  const list = new FindingList();
  places.forEach(({ sheet, row, column, rule }, number) => {
    const cell = row < 0 ? null : toA1(row, column);
    const finding: Finding = {
      rule,
      severity: 'error',
      sheet: String(sheet),
      sheetIndex: sheet,
      cell,
      field: null,
      case: 'x',
      params: { number },
      fix: [],
      basis: null,
    };
    list.add(finding, 0, sheet, row, column);
  });
  return list.inOrder().findings;
}

describe('FindingList', () => {
  const place = fc.record({
    sheet: fc.nat(2),
    row: fc.integer({ min: -1, max: 6 }),
    column: fc.nat(4),
    rule: fc.constantFrom('choice', 'required', 'type'),
  });

  it('is in the order that a plain sort gives', () => {
    fc.assert(
      fc.property(fc.array(place), (drawn) => {
        const places = drawn.map((at) => (at.row < 0 ? { ...at, column: -1 } : at));
        const sorted = places
          .map((at, number) => ({ ...at, number }))
          .sort(
            (a, b) =>
              a.sheet - b.sheet ||
              a.row - b.row ||
              a.column - b.column ||
              (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
          );
        assert.deepEqual(
          listed(places).map(({ params }) => params.number),
          sorted.map(({ number }) => number),
        );
      }),
    );
  });

  it('is empty without findings', () => assert.deepEqual(listed([]), []));
});
