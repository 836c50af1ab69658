import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contains, fromA1, rangeFromA1, rangeToA1, type Range } from '../../src/sheets/address.ts';
import { Merges, mergesOf } from '../../src/sheets/merges.ts';
import { GridBuilder, StringTable } from '../../src/sheets/grid-builder.ts';

function ranges(...texts: string[]): Range[] {
  return texts.map((text) => rangeFromA1(text) ?? assert.fail(text));
}

function blockOf(merges: Merges, cell: string): string | undefined {
  const at = fromA1(cell) ?? assert.fail(cell);
  const block = merges.at(at.row, at.column);
  return block && rangeToA1(block);
}

describe('merged blocks', () => {
  const merges = new Merges(ranges('A1:C1', 'A2:A5', 'B2:C2', 'D1:D1048576', 'A7:C9', 'A10:XFD10', 'B3:C5'));
  const cases: [cell: string, block: string | undefined][] = [
    ['A1', 'A1:C1'],
    ['C1', 'A1:C1'],
    ['D1', 'D1:D1048576'],
    ['D500000', 'D1:D1048576'],
    ['E1', undefined],
    ['A2', 'A2:A5'],
    ['A5', 'A2:A5'],
    ['A6', undefined],
    ['C2', 'B2:C2'],
    ['B4', 'B3:C5'],
    ['B8', 'A7:C9'],
    ['D8', 'D1:D1048576'],
    ['XFD10', 'A10:XFD10'],
    ['A11', undefined],
  ];
  for (const [cell, block] of cases) {
    it(`${cell}: ${block ?? 'by itself'}`, () => assert.equal(blockOf(merges, cell), block));
  }

  it('answers the cell itself where nothing is merged', () => {
    assert.deepEqual(merges.blockAt(5, 0), { top: 5, left: 0, bottom: 5, right: 0 });
    assert.deepEqual(merges.blockAt(4, 0), { top: 1, left: 0, bottom: 4, right: 0 });
  });

  it('tells the last row that any block covers', () => {
    assert.equal(new Merges([]).lastRow, -1);
    assert.equal(new Merges(ranges('A1:C1', 'A2:A5', 'B2:C2')).lastRow, 4);
  });

  it('finds in blocks that do not overlap what looking through all of them finds', () => {
    const cell = fc.record({ row: fc.nat(40), column: fc.nat(12) });
    const block = fc.tuple(cell, fc.nat(12), fc.nat(4)).map(([{ row, column }, height, width]) => ({
      top: row,
      left: column,
      bottom: row + height,
      right: column + width,
    }));
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), fc.array(cell, { minLength: 1, maxLength: 40 }), (all, cells) => {
        const apart: Range[] = [];
        for (const one of all) if (!apart.some((other) => overlaps(one, other))) apart.push(one);
        const found = new Merges(apart);
        for (const { row, column } of cells) {
          assert.deepEqual(
            found.at(row, column),
            apart.find((one) => contains(one, row, column)),
          );
        }
      }),
    );
  });

  it('keeps one of blocks that overlap in the same rows, as no program lets them', () => {
    const broken = new Merges(ranges('A1:C3', 'A1:C3', 'B1:D3', 'F1:G3'));
    assert.deepEqual(
      ['A1', 'C2', 'D2', 'F3'].map((cell) => blockOf(broken, cell)),
      ['A1:C3', 'A1:C3', undefined, 'F1:G3'],
    );
  });

  it('holds each block once, however many cells it covers and however often it is listed', () => {
    const same = new Merges(Array.from({ length: 40_000 }, () => ({ top: 0, left: 0, bottom: 63, right: 63 })));
    assert.equal(same.size, 1);
    const sliding = Array.from({ length: 4_500 }, (_, i) => ({ top: i, left: 0, bottom: i + 63, right: 63 }));
    assert.ok(new Merges(sliding).size <= sliding.length);
  });

  it('are made once for a sheet', () => {
    const grid = new GridBuilder('表', new StringTable()).finish({ merges: ranges('A1:B2') });
    assert.equal(mergesOf(grid), mergesOf(grid));
  });
});

function overlaps(a: Range, b: Range): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}
