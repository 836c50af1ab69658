import assert from 'node:assert/strict';
import { markFormula, severityOfFormula } from '../../src/marks/signature.ts';

describe('the signature of our conditional formats', () => {
  const cases: [formula: string, severity: string | undefined][] = [
    [markFormula('error'), 'error'],
    [markFormula('warning'), 'warning'],
    ['N("tianbao:error")=0', 'error'],
    ['=N("tianbao:warning")=0', 'warning'],
    [' =n( "TIANBAO:ERROR" ) = 0 ', 'error'],
    ['N("tianbao:info")=0', undefined],
    ['N("tianbao:error")=1', undefined],
    ['AND(N("tianbao:error")=0,A1>1)', undefined],
    ['LEN(A1)=0', undefined],
    ['', undefined],
    [`N(${' '.repeat(50_000)}`, undefined],
  ];
  for (const [formula, severity] of cases) {
    it(`${formula.slice(0, 40)} → ${String(severity)}`, () => assert.equal(severityOfFormula(formula), severity));
  }
});
