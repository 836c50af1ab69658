import assert from 'node:assert/strict';
import { shownFormula, typedFormula } from '../../src/files/typed-formula.ts';

describe('a formula that somebody has typed', () => {
  const cases: [typed: string, written: string | undefined][] = [
    ['SUM(A1:A3)', 'SUM(A1:A3)'],
    ['sum(a1:a3)*1.5%', 'SUM(a1:a3)*1.5%'],
    ['IF(A1="",""" ",-1)', 'IF(A1="",""" ",-1)'],
    ["目录!A1+'目录'!B2", "目录!A1+'目录'!B2"],
    ['合计*2', '合计*2'],
    ['xlookup(A1,B:B,C:C)', '_xlfn.XLOOKUP(A1,B:B,C:C)'],
    ['_xlfn.XLOOKUP(A1,B:B,C:C)', '_xlfn.XLOOKUP(A1,B:B,C:C)'],
    ['IFS(A1>1,1)+NoSuch(1)', '_xlfn.IFS(A1>1,1)+NOSUCH(1)'],
    ['IF(A1,,2)+ROW()+PI()+COUNTIFS(A1:A3,1,B1:B3,2)', 'IF(A1,,2)+ROW()+PI()+COUNTIFS(A1:A3,1,B1:B3,2)'],
    ['SUM()', undefined],
    ['ROUND(A1)', undefined],
    ['1+IF(ROUND(A1,2,3)>1,"是","否")', undefined],
    ['-(A1&LEFT(A2,1,1))%', undefined],
    ['TODAY(1)', undefined],
    ['_xlfn.XLOOKUP(A1,B:B)', undefined],
    ['A1+', undefined],
    ['SUM(A1', undefined],
    ['SUM（A1）', undefined],
    ['A1)(', undefined],
    ['', undefined],
    ['没有!A1', undefined],
    ['[1]目录!A1', undefined],
    ["'[a.xlsx]目录'!A1", undefined],
    ['目录:说明!A1', undefined],
    ['表1[部门]', undefined],
    ['FILTER(A1:A9,A1:A9>1)', undefined],
    ['LET(x,A1,x)', undefined],
    ['A1#', undefined],
  ];
  for (const [typed, written] of cases) {
    it(`${typed} is ${written === undefined ? 'not written' : `written ${written}`}`, () => {
      assert.equal(typedFormula(typed, ['目录', '说明']), written);
    });
  }

  it('is shown without the prefixes that files have', () => {
    assert.equal(shownFormula('_xlfn._xlws.SORT(A1)+_xlfn.IFS(B1)&"_xl"'), 'SORT(A1)+IFS(B1)&"_xl"');
  });
});
