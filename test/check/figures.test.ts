import assert from 'node:assert/strict';
import { figuresOf } from '../../src/check/figures.ts';
import type { FigureValue } from '../../src/check/finding.ts';
import type { Figure, ValueType } from '../../src/forms/form.ts';
import { parseExpression } from '../../src/forms/expressions/parse-expression.ts';
import { choiceOf, filledForm, integer, money, text, type Row, type Written } from '../rules/filled-form.ts';

const label = { zh: '数', en: 'Number' };
const columns = {
  items: {
    部门: { type: text, carryDown: true },
    资源: { type: text, carryDown: true },
    共享: choiceOf('无条件共享', '有条件共享', '不予共享'),
    数量: integer,
  },
};
const rows: readonly Row[] = [
  ['民政局', '低保', '无条件共享', 2],
  [null, null, '有条件共享', '3'],
  [null, '婚姻 登记', '无条件共享', '若干'],
  ['教育局', '低保', '随便', null],
  ['教育局', '婚姻登记', null, 1],
];

function figure(
  of:
    | { formula: string }
    | Pick<Extract<Figure, { parts: unknown }>, 'parts'>
    | Pick<Extract<Figure, { distinct: unknown }>, 'distinct'>,
  missing: readonly string[] = [],
): FigureValue | undefined {
  const about = 'formula' in of ? { formula: parseExpression(of.formula) } : of;
  const figures: Figure[] = [{ key: 'figure', label, unit: '项', ...about }];
  return figuresOf(filledForm({ columns, rows: { items: rows }, figures, missing })).get('figure');
}

describe('figuresOf', () => {
  it('computes formulas, leaving out and counting what cannot be read', () => {
    assert.deepEqual(figure({ formula: '=SUM(items[数量])' }), { value: 6, unit: '项', skipped: 1 });
    assert.deepEqual(figure({ formula: '=ROWS(items)' }), { value: 5, unit: '项' });
  });

  it('leaves out and counts what can be read, but is not accepted', () => {
    const servers = (...numbers: readonly (string | number)[]): FigureValue | undefined => {
      const figures: Figure[] = [
        { key: 'servers', label, unit: '台', formula: parseExpression('=SUM(items[数量])') },
        { key: 'cores', label, unit: '核', formula: parseExpression('=SUMPRODUCT(items[数量],items[数量])') },
      ];
      const form = filledForm({
        columns: { items: { 数量: { kind: 'integer', units: ['台'], min: 1 } } },
        rows: { items: numbers.map((value) => [value]) },
        figures,
      });
      const found = figuresOf(form);
      assert.equal(found.get('cores')?.skipped, found.get('servers')?.skipped);
      return found.get('servers');
    };
    assert.deepEqual(servers(2, -1, '2.5台', 0, 3), { value: 5, unit: '台', skipped: 3 });
    assert.deepEqual(servers(2, '3台'), { value: 5, unit: '台' });
  });

  it('counts different values, and combinations of them', () => {
    assert.deepEqual(figure({ distinct: { table: 'items', columns: ['部门'] } }), { value: 2, unit: '项' });
    assert.deepEqual(figure({ distinct: { table: 'items', columns: ['资源'] } }), { value: 2, unit: '项' });
    assert.deepEqual(figure({ distinct: { table: 'items', columns: ['部门', '资源'] } }), { value: 4, unit: '项' });
  });

  it('splits the sum of a column by a formula, leaving out what it says nothing of', () => {
    const lists = [{ key: '口径', columns: { 名称: ['无条件共享', '有条件共享'], 归类: ['共享', '共享'] } }];
    const sum = { table: 'items', column: '数量' };
    const split = (by: string): FigureValue | undefined => {
      const figures: Figure[] = [{ key: 'figure', label, unit: '项', sum, by: parseExpression(by) }];
      return figuresOf(filledForm({ columns, rows: { items: rows }, figures, lists })).get('figure');
    };
    assert.deepEqual(split('=[@资源]'), { value: 6, unit: '项', skipped: 1, parts: { 低保: 5, 婚姻登记: 1 } });
    assert.deepEqual(split('=XLOOKUP([@共享],口径[名称],口径[归类])'), {
      value: 5,
      unit: '项',
      skipped: 2,
      parts: { 共享: 5 },
    });
    assert.equal(split('=SUM(别表[数])'), undefined);
  });

  it('splits a column by value', () => {
    assert.deepEqual(figure({ parts: { table: 'items', column: '共享' } }), {
      value: 3,
      unit: '项',
      skipped: 1,
      parts: { 无条件共享: 2, 有条件共享: 1 },
    });
  });

  it('leaves out a figure whose column is missing', () => {
    assert.equal(figure({ parts: { table: 'items', column: '共享' } }, ['items[共享]']), undefined);
    assert.equal(figure({ distinct: { table: 'items', columns: ['部门'] } }, ['items[部门]']), undefined);
    assert.equal(figure({ formula: '=SUM(items[数量])' }, ['items[数量]']), undefined);
  });

  it('adds up fields that are filled in, and says what each has', () => {
    const funds = (...written: readonly Written[]): FigureValue | undefined => {
      const fields = Object.fromEntries(
        written.map((value, at): [string, [ValueType, Written]] => [`来源${String(at + 1)}`, [money, value]]),
      );
      const figures: Figure[] = [{ key: 'funds', label, unit: '元', fields: [...Object.keys(fields), '没有的'] }];
      return figuresOf(filledForm({ fields, figures })).get('funds');
    };
    assert.deepEqual(funds(0.1, null, '0.2元'), { value: 0.3, unit: '元', parts: { 来源1: 0.1, 来源3: 0.2 } });
    assert.deepEqual(funds(0, 8), { value: 8, unit: '元', parts: { 来源1: 0, 来源2: 8 } });
    assert.deepEqual(funds(5, '若干'), { value: 5, unit: '元', skipped: 1, parts: { 来源1: 5 } });
    assert.equal(funds(null, null), undefined);
  });
});
