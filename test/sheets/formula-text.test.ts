import assert from 'node:assert/strict';
import { formulaAfter, movableFormula } from '../../src/sheets/formula-text.ts';
import type { RowChange } from '../../src/sheets/row-change.ts';

const insert = (row: number, count = 1): RowChange => ({ kind: 'insert', at: row - 1, count });
const remove = (row: number, count = 1): RowChange => ({ kind: 'delete', at: row - 1, count });

describe('a formula after rows of 目录 were changed', () => {
  const cases: [formula: string, change: RowChange, after: string][] = [
    ['A5', insert(5), 'A6'],
    ['A4', insert(5), 'A4'],
    ['$A$5*B6', insert(5, 2), '$A$7*B8'],
    ['SUM(A3:A10)', insert(5), 'SUM(A3:A11)'],
    ['SUM(A3:A10)', insert(3), 'SUM(A4:A11)'],
    ['SUM(A3:A10)', insert(11), 'SUM(A3:A10)'],
    ['SUM(A$3:A$10)', insert(10), 'SUM(A$3:A$11)'],
    ['SUM(A:A)+SUM(3:5)', insert(4), 'SUM(A:A)+SUM(3:6)'],
    ['目录!A5+说明!A5', insert(5), '目录!A6+说明!A5'],
    ["'目录'!A5", insert(5), "'目录'!A6"],
    ["'[1]目录'!A5+[1]目录!A5", insert(5), "'[1]目录'!A5+[1]目录!A5"],
    ['说明:目录!A5', insert(5), '说明:目录!A5'],
    ['IF(A5="A5",表1[A5],LOG10(A5))', insert(5), 'IF(A6="A5",表1[A5],LOG10(A6))'],
    ['A5', remove(5), '#REF!'],
    ['目录!A5', remove(5), '#REF!'],
    ['A6', remove(5), 'A5'],
    ['SUM(A3:A10)', remove(5), 'SUM(A3:A9)'],
    ['SUM(A3:A10)', remove(1, 5), 'SUM(A1:A5)'],
    ['SUM(A3:A10)', remove(8, 9), 'SUM(A3:A7)'],
    ['SUM(A3:A4)', remove(4), 'SUM(A3:A3)'],
    ['SUM(A3:A10)', remove(2, 20), 'SUM(#REF!)'],
    ['A1048576', insert(5), '#REF!'],
    ['A5:A1048576', insert(3), 'A6:A1048576'],
    ['a5 * 2 ', insert(5), 'A6 * 2 '],
    ['ROW(A5:B5) A5#', insert(5), 'ROW(A6:B6) A6#'],
  ];
  for (const [formula, change, after] of cases) {
    it(`${formula}: ${change.kind} ${String(change.count)} at ${String(change.at + 1)}`, () => {
      assert.equal(
        formulaAfter(change, formula, (sheet) => sheet === '' || sheet === '目录'),
        after,
      );
    });
  }

  it('of another sheet leaves what is its own', () => {
    assert.equal(
      formulaAfter(insert(5), 'A5+目录!A5', (sheet) => sheet === '目录'),
      'A5+目录!A6',
    );
  });
});

describe('a formula copied elsewhere', () => {
  const cases: [formula: string, rows: number, columns: number, after: string][] = [
    ['A4*2', 1, 0, 'A5*2'],
    ['$A4+A$4+$A$4', 2, 1, '$A6+B$4+$A$4'],
    ['SUM(A$1:A4)', 1, 1, 'SUM(B$1:B5)'],
    ['SUM(A:A,3:4,$B:B)', 1, 1, 'SUM(B:B,4:5,$B:C)'],
    ['目录!A1&"A1"&表1[A1]', 1, 0, '目录!A2&"A1"&表1[A1]'],
    ['A1', -1, 0, 'A1048576'],
  ];
  for (const [formula, rows, columns, after] of cases) {
    it(`${formula} by ${String(rows)} rows and ${String(columns)} columns`, () => {
      assert.equal(movableFormula(formula)(rows, columns), after);
    });
  }
});
