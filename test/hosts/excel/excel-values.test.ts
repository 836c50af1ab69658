import assert from 'node:assert/strict';
import { countsFrom1904, formulaOf, valueOf } from '../../../src/hosts/excel/excel-values.ts';
import { cellsOf, editOf } from '../../../src/hosts/excel/edit-events.ts';
import { addressesOf } from '../../../src/hosts/excel/coloured-marks.ts';
import { joinedParts } from '../../../src/hosts/excel/sheet-shape.ts';
import { BlockPlan } from '../../../src/hosts/excel/block-plan.ts';
import { rangeFromA1, rangeToA1, type Range } from '../../../src/sheets/address.ts';

function area(address: string): Range {
  const range = rangeFromA1(address);
  assert.ok(range);
  return range;
}

describe('values of Excel', () => {
  it('are what a grid holds', () => {
    const cases: readonly (readonly [value: unknown, formula: unknown, type: string | undefined, expected: unknown])[] =
      [
        [5, 5, undefined, 5],
        [45292, 45292, undefined, 45292],
        ['5', '5', undefined, '5'],
        [true, true, undefined, true],
        ['', '', undefined, null],
        ['', '=""', undefined, ''],
        ['#N/A', '#N/A', undefined, { error: '#N/A' }],
        ['#N/A', '#N/A', 'Error', { error: '#N/A' }],
        ['#N/A', '#N/A', 'String', '#N/A'],
        ['#1', '#1', undefined, '#1'],
        [null, null, undefined, null],
      ];
    for (const [value, formula, type, expected] of cases) {
      assert.deepEqual(valueOf(value, formulaOf(formula, value) !== undefined, type), expected, String(formula));
    }
  });

  it('come from formulas, but for texts that begin with =', () => {
    assert.equal(formulaOf('=A1+1', 3), 'A1+1');
    assert.equal(formulaOf('=A1+1', '=A1+1'), undefined);
    assert.equal(formulaOf('=', '='), undefined);
    assert.equal(formulaOf(5, 5), undefined);
  });

  it('tell the calendar by the text of a date', () => {
    assert.equal(countsFrom1904(45292, '2024/1/1'), false);
    assert.equal(countsFrom1904(43830, '2024年1月1日'), true);
    assert.equal(countsFrom1904(45292, '1月1日'), undefined);
    assert.equal(countsFrom1904(45292, '1999/1/1'), undefined);
    assert.equal(countsFrom1904(366, '1900/12/31'), false);
    assert.equal(countsFrom1904(45657, '2024/12/31'), false);
  });
});

describe('changes that Excel tells of', () => {
  it('name cells, unless they are too many or whole rows', () => {
    assert.deepEqual(cellsOf('B2'), [{ row: 1, column: 1 }]);
    assert.deepEqual(cellsOf('$A$1:B1,C3')?.length, 3);
    assert.deepEqual(cellsOf("'a,b'!A1"), null);
    assert.equal(cellsOf('A:A'), null);
    assert.equal(cellsOf('1:1'), null);
    assert.equal(cellsOf('A1:A2001'), null);
    assert.equal(cellsOf(''), null);
  });

  it('are of the layout where rows or columns come and go', () => {
    const change = { worksheetId: 's', address: '3:3', triggerSource: 'Unknown' } as const;
    assert.deepEqual(editOf({ ...change, changeType: 'RowInserted' }), { sheetId: 's', cells: null, ours: false });
    assert.deepEqual(editOf({ ...change, address: 'A1', changeType: 'RangeEdited', triggerSource: 'ThisLocalAddin' }), {
      sheetId: 's',
      cells: [{ row: 0, column: 0 }],
      ours: true,
    });
  });
});

describe('addresses for Excel', () => {
  it('are no longer than it takes, and name each range once', () => {
    const ranges = Array.from({ length: 5000 }, (_, row): Range => ({
      top: 2 * row,
      left: 3,
      bottom: 2 * row,
      right: 4,
    }));
    const addresses = addressesOf(ranges);
    assert.ok(addresses.every((address) => address.length <= 8192 && address.split(',').length <= 1000));
    assert.deepEqual(addresses.join(',').split(','), ranges.map(rangeToA1));
    assert.deepEqual(addressesOf([]), []);
  });
});

describe('merged blocks told in parts', () => {
  it('are put together where parts share a row; neighbours stay apart', () => {
    const parts = ['A1:A5', 'A5:A9', 'B1:B4', 'B5:B8', 'C1:D1', 'C1:D1'].map(area);
    assert.deepEqual(joinedParts(parts).map(rangeToA1), ['A1:A9', 'B1:B4', 'C1:D1', 'B5:B8']);
  });
});

describe('blocks of rows', () => {
  const taken = (plan: BlockPlan<string>): string[] => {
    const blocks = plan.next();
    plan.took(blocks, 60 * blocks.reduce((sum, { range }) => sum + (range.bottom - range.top + 1) * 10, 0));
    return blocks.map(({ of, range }) => `${of} ${rangeToA1(range)}`);
  };

  it('hold several small sheets at once', () => {
    const plan = new BlockPlan([
      { of: 'a', range: area('A1:J100') },
      { of: 'b', range: area('C3:D9') },
    ]);
    assert.deepEqual(taken(plan), ['a A1:J100', 'b C3:D9']);
    assert.ok(plan.isDone);
  });

  it('cover a large sheet, row after row, and no row twice', () => {
    const plan = new BlockPlan([
      { of: 'a', range: area('A1:J100000') },
      { of: 'b', range: area('A1:A5') },
    ]);
    const blocks: string[] = [];
    while (!plan.isDone) blocks.push(...taken(plan));
    assert.equal(blocks[0], 'a A1:J6666');
    assert.equal(blocks[1], 'a A6667:J13332');
    assert.equal(blocks.at(-1), 'b A1:A5');
  });

  it('become smaller where Excel refuses them, down to a row', () => {
    const plan = new BlockPlan([{ of: 'a', range: area('A1:J8') }]);
    assert.equal(plan.refused(plan.next()), true);
    assert.deepEqual(
      plan.next().map(({ range }) => rangeToA1(range)),
      ['A1:J2'],
    );
    assert.equal(plan.refused(plan.next()), true);
    assert.deepEqual(
      plan.next().map(({ range }) => rangeToA1(range)),
      ['A1:J1'],
    );
    assert.equal(plan.refused(plan.next()), false);
  });
});
