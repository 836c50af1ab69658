import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { checkForms } from '../../src/check/check-forms.ts';
import { loadForm } from '../../src/forms/load-form.ts';
import { RULES } from '../../src/rules/index.ts';
import { allForms } from '../check-file.ts';
import { locateIn } from '../locate/small-form.ts';
import { verdicts } from './judge.ts';

const FILE = path.join(import.meta.dirname, '..', '..', 'templates', 'jinzhai', 'pc-purchase.yaml');

function purchase(advised: boolean, item: string, price: number): string[] {
  const text = readFileSync(FILE, 'utf8');
  const { form } = loadForm(parse(advised ? text.replaceAll('enabled: false', 'enabled: true') : text), RULES);
  assert.ok(form);
  const filled = locateIn(form, [
    ['申请单位名称', '县教育局', null, '日期', '2024-01-15'],
    ['序号', '采购品目', '规格型号', '数量', '单价（元）', '金额（元）'],
    [1, item, '某型号', 1, price, price],
    [
      '合计金额（大写）',
      null,
      { 5000: '伍仟元整', 5001: '伍仟零壹元整', 7000: '柒仟元整', 7001: '柒仟零壹元整' }[price] ?? '',
    ],
    ['购置依据或理由', '更新'],
    ['预算安排资金', price, '财政专项资金', null, '其他资金', null],
  ]);
  return verdicts(checkForms([filled]));
}

describe('pc-purchase: price ceilings, advice that a county may switch on', () => {
  for (const [item, ceiling] of [
    ['台式计算机', 5000],
    ['便携式计算机', 7000],
  ] as const) {
    it(`${item}: off as delivered`, () => assert.deepEqual(purchase(false, item, ceiling + 1), []));
    it(`${item} at ${String(ceiling)} 元: within`, () => assert.deepEqual(purchase(true, item, ceiling), []));
    it(`${item} above it: a warning`, () => {
      assert.deepEqual(purchase(true, item, ceiling + 1), ['W 单价 formula/broken']);
    });
  }
});

describe('the articles on who decides', () => {
  const clauseOf = (id: string, key: string): string | undefined =>
    allForms().find((form) => form.id === id)?.clauses[key]?.text;

  it('附件4 and 附件6 are approved by 县电子政务主管部门; no article names 附件5', () => {
    assert.match(clauseOf('gaoqing/cloud-new', '项目实施') ?? '', /附件4.*报县电子政务主管部门审批/);
    assert.match(clauseOf('gaoqing/cloud-change', '项目实施') ?? '', /附件6.*报县电子政务主管部门审批/);
    assert.equal(clauseOf('gaoqing/cloud-migration', '项目实施'), undefined);
  });

  it('the purchase form goes to 县智慧办', () => {
    assert.match(clauseOf('jinzhai/pc-purchase', '第五条') ?? '', /报县智慧办审核/);
  });
});
