import assert from 'node:assert/strict';
import { drawForm } from '../../../src/files/blank/draw-form.ts';
import type { DrawnSheet } from '../../../src/files/blank/drawing.ts';
import { fromA1 } from '../../../src/sheets/address.ts';
import { allForms } from '../../check-file.ts';

const FORMS = allForms();

function sheetOf(id: string): DrawnSheet {
  const form = FORMS.find((one) => one.id === id);
  assert.ok(form?.layout);
  const [sheet] = drawForm(form, form.layout, new Map()).sheets;
  assert.ok(sheet);
  return sheet;
}

describe('blank form: what the annex prints in it', () => {
  const printed: readonly [form: string, words: readonly string[]][] = [
    ['gaoqing/application', ['        万元', '        个月']],
    [
      'gaoqing/cloud-change',
      ['需求说明：\nXXX系统于XXXX年XX月XX日申请政务云XXX域资源如下：', '1.信息系统资源：', '2.网络资源:'],
    ],
    ['gaoqing/cloud-new', ['申请IP地址数量：', '（政务外网会自动分配固定IP）']],
    ['gaoqing/cloud-migration', ['申请IP地址数量：', '（政务外网会自动分配固定IP）']],
    ['fengdu/scope', ['政务信息化项目分类', '政务信息化项目费用分类']],
    [
      'fengdu/feasibility',
      [
        '4.3系统集成方案\n【涉及软硬件集成工作的，需提供系统集成方案】',
        '七、项目绩效目标\n【提供可量化、可评估的绩效指标、指标目标值、指标计算方法等】',
      ],
    ],
  ];
  for (const [id, words] of printed) {
    it(id, () => {
      const texts = sheetOf(id).rows.flatMap(({ cells }) => cells.map(({ value }) => value));
      assert.deepEqual(
        words.filter((each) => !texts.includes(each)),
        [],
      );
    });
  }

  it('a number typed over a printed unit shows the unit, and its prompt asks for it', () => {
    const sheet = sheetOf('gaoqing/application');
    const cells: readonly [cell: string, format: string, prompt: RegExp][] = [
      ['B7', 'General"万元"', /^必填。填金额（万元），大于 0，只填数字。/u],
      ['B8', 'General"个月"', /^必填。填时长（个月），只填数字。/u],
      ['E8', 'General', /^必填。填起止时间，如 /u],
    ];
    for (const [cell, format, prompt] of cells) {
      const { row, column } = fromA1(cell) ?? { row: -1, column: -1 };
      const drawn = sheet.rows[row]?.cells.find((one) => one.column === column);
      assert.equal(drawn?.style.numberFormat, format, cell);
      const validation = sheet.validations.find(({ range }) => range.top === row && range.left === column);
      assert.match(validation?.prompt?.text ?? '', prompt, cell);
    }
  });
});
