import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readDefinition } from '../../scripts/read-definition.ts';
import { checkWorkbook } from '../../src/check/check-workbook.ts';
import { drawForm } from '../../src/files/blank/draw-form.ts';
import { writeBlankForm } from '../../src/files/blank/write-blank.ts';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { openWorkbook } from '../../src/files/open.ts';
import type { Form } from '../../src/forms/form.ts';
import { RULES } from '../../src/rules/index.ts';
import { textAt } from '../../src/sheets/grid.ts';
import { readingPlatform } from '../files/reading-platform.ts';
import type { Written } from '../rules/filled-form.ts';
import { verdicts } from './judge.ts';
import { findingsIn } from './small-definition.ts';

// The page on definitions shows a whole form: it is read from there.
const PAGE = readFileSync(new URL('../../docs/definitions.md', import.meta.url), 'utf8');
const [, name = '', definition = ''] =
  /<!-- example: templates\/(\S+) -->\s+```yaml\n(.*?)\n```/su.exec(PAGE.replaceAll('\r\n', '\n')) ?? [];

function documented(): Form {
  const { value, complaints = [] } = readDefinition(definition, name, RULES);
  assert.deepEqual(complaints, []);
  assert.ok(value);
  return value;
}

const RIGHT = {
  days: 30 as Written,
  purpose: '培训' as Written,
  delivery: '☑自取 □送达' as Written,
  phone: '13800138000' as Written,
  quantity: 2 as Written,
  amount: 7000 as Written,
};

function rowsOf({ days, purpose, delivery, phone, quantity, amount }: typeof RIGHT): readonly (readonly Written[])[] {
  return [
    ['设备借用申请表'],
    ['申请单位', '县教委', '申请日期', '2026年3月5日'],
    ['联系电话', phone, '借用天数', days],
    ['用途', purpose, '交付方式', delivery],
    ['说明', '全县教师培训用。'],
    ['序号', '设备名称', '数量', '单价（元）', '金额（元）'],
    [1, '投影仪', quantity, 3500, amount],
    [2],
    [3],
  ];
}

describe('the form that the page on definitions shows', () => {
  it('is one', () => {
    assert.equal(documented().id, 'example/loan');
  });

  const cases: readonly [says: string, change: Partial<typeof RIGHT>, expected: readonly string[]][] = [
    ['filled in rightly, with numbers printed ahead', {}, []],
    ['for too long', { days: 91 }, ['E 借用天数 formula/broken']],
    ['a purpose that is not listed', { purpose: '出租' }, ['E 用途 choice/not-listed']],
    ['a synonym', { purpose: '授课' }, ['N 用途 choice/choice-tidied']],
    ['nothing ticked', { delivery: '□自取 □送达' }, ['E 交付方式 required/missing']],
    ['no telephone number', { phone: '王芳' }, ['E 联系电话 pattern/not-a-phone']],
    ['no quantity', { quantity: null }, ['E 数量 required/missing']],
    ['another amount', { amount: 7500 }, ['E 金额 computed/differs']],
  ];
  for (const [says, change, expected] of cases) {
    it(says, () => {
      assert.deepEqual(verdicts({ findings: findingsIn(documented(), rowsOf({ ...RIGHT, ...change })) }), expected);
    });
  }

  it('has a blank that is known as it, with formulas that do not depend on themselves', async () => {
    const form = documented();
    const bytes = writeBlankForm(form, nodeCodec);
    assert.ok(bytes && form.layout);
    const { workbook } = await openWorkbook(bytes, 'blank.xlsx', readingPlatform);
    const [sheet] = workbook.sheets;
    assert.ok(sheet);
    assert.deepEqual(
      [textAt(sheet, 0, 0), textAt(sheet, 1, 0), textAt(sheet, 2, 0)],
      ['附件1', '设备借用申请表', '申请单位：'],
    );
    const { checked } = checkWorkbook(workbook, [form]);
    assert.deepEqual(
      checked?.findings.map(({ rule, case: found }) => `${rule}/${found}`),
      ['not-filled/blank'],
    );
    const [drawn] = drawForm(form, form.layout, new Map()).sheets;
    const formulas = (drawn?.rows ?? []).flatMap(({ cells }, row) =>
      cells.flatMap(({ column, formula }) => (formula === undefined ? [] : [{ row, column, formula }])),
    );
    assert.ok(formulas.length > 5);
    for (const { row, column, formula } of formulas) {
      const own = new RegExp(`(?<![A-Z])\\$?${String.fromCharCode(65 + column)}\\$?${String(row + 1)}(?!\\d)`, 'u');
      assert.doesNotMatch(formula, own);
    }
  });
});
