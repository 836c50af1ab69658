import assert from 'node:assert/strict';
import { recalculated } from '../../src/locate/recalculate.ts';
import { fromA1 } from '../../src/sheets/address.ts';
import { GridBuilder, StringTable } from '../../src/sheets/grid-builder.ts';
import { valueAt, type CellValue } from '../../src/sheets/grid.ts';
import type { Workbook } from '../../src/sheets/workbook.ts';

/** Cells by their address, row by row; a text that begins with `=` is a formula whose result nobody stored. */
type Cells = Readonly<Record<string, CellValue>>;

function workbookOf(cells: Cells): Workbook {
  const builder = new GridBuilder('表', new StringTable());
  for (const [name, value] of Object.entries(cells)) {
    const { row, column } = fromA1(name) ?? { row: 0, column: 0 };
    if (typeof value === 'string' && value.startsWith('=')) {
      builder.addValue(row, column, null, 'General', value.slice(1));
    } else builder.addValue(row, column, value);
  }
  return { sheets: [builder.finish()], date1904: false, properties: new Map<string, string>() };
}

function valueIn({ sheets: [grid] }: Workbook, name: string): CellValue {
  const at = fromA1(name);
  assert.ok(grid && at);
  return valueAt(grid, at.row, at.column);
}

/** What a formula in F2 comes to beside these cells of row 2: A 3, B 4000, C 台, D nothing, E #N/A. */
function resultOf(formula: string): CellValue {
  const row: Cells = { A1: 1, A2: 3, B2: 4000, C2: '台', E2: { error: '#N/A' }, F2: formula, A3: 5, B3: 0.5 };
  return valueIn(recalculated(workbookOf(row)), 'F2');
}

describe('formulas without a stored result', () => {
  const computed: readonly (readonly [formula: string, result: CellValue])[] = [
    ['=A2*B2', 12000],
    ['=$A2*$B$2', 12000],
    ['=ROUND(A2*B2/7,2)', 1714.29],
    ['=IFERROR(IF(OR($A2="",$B2=""),"",ROUND(($A2*$B2),2)),"")', 12000],
    ['=IF(D2="","",D2*A2)', ''],
    ['=SUM(A1:A3)', 9],
    ['=SUM($A$1:$A$3,B3)', 9.5],
    ['=SUM(A1:B1048576)', 4009.5],
    ['=COUNT(A2:D2)', 2],
    ['=IF((LEN($A2)+LEN($C2)+LEN($D2))>0,ROW()-1,"")', 1],
    ['=ROW(A1)', 1],
    ['=ROW()-ROW($A$1)', 1],
    ['=C2&"："&A2', '台：3'],
    ['="B2"&A2', 'B23'],
    ['=A2>2', true],
    ['=A2', 3],
    ['=D2', null],
    ['=sum(a1:a3)', 9],
    ['=TEXT(A2*B2,"0""万""0""仟""0""佰""0""拾""0""元""")', '1万2仟0佰0拾0元'],
  ];
  for (const [formula, result] of computed) it(`${formula} is computed`, () => assert.equal(resultOf(formula), result));

  const left = [
    '=Sheet2!A1',
    '=[1]预算!B3',
    '=TODAY()',
    '=RAND()',
    '=VLOOKUP(A2,A1:B3,2)',
    '=TEXT(A2,"0.00")',
    '=C2*2',
    '=E2+1',
    '=1/0',
    '=F2+1',
    '=G2',
    '=SUM(A:A)',
    '=A1 A2',
    '=SUM(',
    '=单价*数量',
    '={1,2}',
    '=ROWS(A1:A3)',
    '=A0',
  ];
  for (const formula of left) it(`${formula} is left as it is`, () => assert.equal(resultOf(formula), null));

  it('may lean on one another, in any order, but not in a circle', () => {
    const done = recalculated(workbookOf({ A1: '=B3+1', B1: '=B2', B2: '=B1', A2: 2, B3: '=A2*2', C3: '=SUM(A1:B3)' }));
    assert.deepEqual(
      ['A1', 'B1', 'B2', 'B3', 'C3'].map((name) => valueIn(done, name)),
      [5, null, null, 4, null],
    );
  });

  it('are told by sheet, those that have something to show', () => {
    const done = recalculated(workbookOf({ A1: '=IF(B1="","",1)', A2: '=1+1', A3: '=2+2' }));
    assert.deepEqual(done.recalculated, new Map([[0, { row: 1, column: 0, count: 2 }]]));
    assert.equal(valueIn(done, 'A1'), '');
  });

  it('and no other: what has a result keeps it, and its workbook stays what it is', () => {
    const builder = new GridBuilder('表', new StringTable());
    builder.addValue(0, 0, 5, 'General', '1+1');
    const workbook = { sheets: [builder.finish()], date1904: false, properties: new Map<string, string>() };
    assert.equal(recalculated(workbook), workbook);
  });

  it('take no time that grows with the square of the rows', () => {
    const rows = 5000;
    const cells = Array.from({ length: rows }, (_, row): [string, CellValue][] => [
      [`A${String(row + 1)}`, 1],
      [`B${String(row + 1)}`, `=SUM($A$1:A${String(row + 1)})`],
    ]);
    const done = recalculated(workbookOf(Object.fromEntries(cells.flat())));
    assert.equal(valueIn(done, 'B100'), 100);
    assert.equal(valueIn(done, `B${String(rows)}`), null);
  });

  it('that lean on a long chain further down are followed so far', () => {
    const cells = Array.from({ length: 3000 }, (_, row): [string, CellValue] => [
      `A${String(row + 1)}`,
      row === 2999 ? 1 : `=A${String(row + 2)}+1`,
    ]);
    assert.equal(valueIn(recalculated(workbookOf(Object.fromEntries(cells))), 'A1'), null);
    assert.equal(valueIn(recalculated(workbookOf(Object.fromEntries(cells))), 'A2999'), 2);
  });
});
