import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkWorkbook } from '../../src/check/check-workbook.ts';
import { formProcedure } from '../../src/check/form-procedure.ts';
import { openWorkbook } from '../../src/files/open.ts';
import { parseExpression } from '../../src/forms/expressions/parse-expression.ts';
import type { ProcedureLink, ValueType } from '../../src/forms/form.ts';
import { decimal } from '../../src/procedure/money.ts';
import { FEN } from '../../src/procedure/range.ts';
import { allForms } from '../check-file.ts';
import { readingPlatform } from '../files/reading-platform.ts';
import { COUNTIES, procedureOf } from '../procedure/ask.ts';
import { filledForm, text, type Written } from '../rules/filled-form.ts';

const PROCEDURES = COUNTIES.map(procedureOf);
const SAMPLES = path.join(import.meta.dirname, '../samples');
const money = (unit: '元' | '万元', min: number): ValueType => ({ kind: 'money', unit, min, decimals: 2 });

/** The total in 万元 and the category that a form's procedure is told for; `null`: none is told. */
function told(
  amount: Written,
  {
    unit = '万元',
    min = 0,
    id = 'fengdu/form',
    kind = null,
    category,
  }: {
    readonly unit?: '元' | '万元';
    readonly min?: number;
    readonly id?: string;
    readonly kind?: Written;
    readonly category?: ProcedureLink['category'];
  } = {},
): string | null {
  const filled = filledForm({ fields: { 投资: [money(unit, min), amount], 类型: [text, kind] } });
  const procedure = { total: parseExpression('=fields[投资]'), unit, ...(category === undefined ? {} : { category }) };
  const { located } = filled;
  const form = { ...filled, located: { ...located, form: { ...located.form, id, procedure } } };
  const answer = formProcedure(form, PROCEDURES);
  return answer ? `${decimal(answer.total ?? 0, FEN.万元)} ${answer.category ?? '-'}` : null;
}

describe('check/form-procedure', () => {
  for (const [written, expected] of [
    [3000, '3000 -'],
    ['2999.999999', '2999.999999 -'],
    ['3000万元', '3000 -'],
    ['叁仟万元', '3000 -'],
    [null, null],
    ['待定', null],
    [-5, null],
    [0, null],
    [1e9, null],
  ] as const) {
    it(`tells ${JSON.stringify(written)} in 万元: ${String(expected)}`, () => assert.equal(told(written), expected));
  }
  it('reads 元 as 元, to the fen', () => {
    assert.equal(told(100_761.45, { unit: '元' }), '10.076145 -');
    assert.equal(told(0.29, { unit: '元' }), '0.000029 -');
  });
  it('takes the category from the form, where its words are known', () => {
    const category = parseExpression('=fields[类型]');
    assert.equal(told(50, { category, kind: '新建' }), '50 新建');
    assert.equal(told(50, { category, kind: '扩建项目' }), '50 -');
    assert.equal(told(50, { category }), '50 -');
    assert.equal(told(50, { category: '运维' }), '50 运行维护项目');
  });
  it('tells nothing of an amount that is still to be corrected', () => assert.equal(told(0.5, { min: 1 }), null));
  it('tells nothing for a county without a procedure', () => assert.equal(told(50, { id: 'elsewhere/form' }), null));

  const procedures = async (name: string): Promise<ReadonlyMap<string, readonly string[]>> => {
    const { workbook } = await openWorkbook(readFileSync(path.join(SAMPLES, name)), name, readingPlatform);
    const { checked } = checkWorkbook(workbook, allForms(), null, PROCEDURES);
    assert.ok(checked);
    return new Map(
      checked.forms.map(({ sheet, procedure }) => [sheet, procedure?.steps.map(({ step }) => step.id) ?? []]),
    );
  };
  it('follows the amount of a workbook, sheet by sheet', async () => {
    const bySheet = await procedures('fengdu-application/clean-edges.xlsx');
    const approvals = [...bySheet].map(([sheet, steps]) => [
      sheet,
      ...steps.filter((id) => id.startsWith('approval') || id.startsWith('acceptance-by')),
    ]);
    const below = ['approval-in-one-step', 'acceptance-by-unit'];
    const above = ['approval-of-feasibility', 'approval-of-design', 'acceptance-by-commission'];
    assert.deepEqual(approvals, [
      ...['49.999999', '50', '50.000001', '2999.999999'].map((sheet) => [sheet, ...below]),
      ...['3000', '3000.000001'].map((sheet) => [sheet, ...above]),
    ]);
  });
  it('of a purchase of computers is its one step', async () => {
    const bySheet = await procedures('jinzhai-pc-purchase/clean-education.xlsx');
    assert.deepEqual([...bySheet.values()], [['computers']]);
  });
  it('is linked from every form that carries the amount of a project', () => {
    assert.deepEqual(
      allForms().flatMap(({ id, procedure }) => (procedure ? [id] : [])),
      [
        'fengdu/application',
        'gaoqing/acceptance',
        'gaoqing/application',
        'jinzhai/application',
        'jinzhai/pc-purchase',
        'yunyang/application',
        'yuzhong/application',
      ],
    );
  });
});
