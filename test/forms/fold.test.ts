import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldLabel, foldTitle, foldValue, tidy } from '../../src/forms/fold.ts';

function table(fold: (text: string) => string, rows: readonly (readonly [string, string])[]): void {
  assert.deepEqual(
    rows.map(([text]) => [text, fold(text)]),
    rows,
  );
}

describe('folding words', () => {
  it('tidies what a person does not see', () => {
    table(tidy, [
      ['接口', '接口'],
      ['  接口\u3000', '接口'],
      ['\u00a0接口\u200b\n', '接口'],
      ['\ufeff接\u200b口', '接口'],
      ['第一行\r\n第二行', '第一行\n第二行'],
      ['a\u000bb', 'ab'],
      ['\u3000\u00a0\u200b\n', ''],
      ['SQL Server', 'SQL Server'],
      ['', ''],
    ]);
  });

  it('folds labels', () => {
    table(foldLabel, [
      ['申请单位', '申请单位'],
      ['申 请 单 位', '申请单位'],
      ['申请\n单位', '申请单位'],
      ['*申请单位：', '申请单位'],
      ['＊ 申请单位:', '申请单位'],
      ['1.申请单位', '申请单位'],
      ['1、申请单位', '申请单位'],
      ['（1）申请单位', '申请单位'],
      ['（一）申请单位', '申请单位'],
      ['一、申请单位', '申请单位'],
      ['①申请单位', '申请单位'],
      ['单价（元）', '单价'],
      ['单价(元)', '单价'],
      ['单价【元】', '单价'],
      ['单价（元', '单价(元'],
      ['申请单位（盖章）：', '申请单位'],
      ['项目负责人（签字）（盖章）', '项目负责人'],
      ['合计金额（大写）', '合计金额大写'],
      ['合计金额（人民币大写）（元）', '合计金额大写'],
      ['合计金额（小写）：', '合计金额小写'],
      ['（小写）', '小写'],
      ['合计金额（大小写）', '合计金额'],
      ['（见附页）', '(见附页)'],
      ['資料類型', '资料类型'],
      ['數據庫', '数据库'],
      ['ＣＰＵ数量', 'cpu数量'],
      ['E-mail', 'e-mail'],
      ['2.5G带宽', '2.5g带宽'],
      ['一', '一'],
      ['', ''],
    ]);
  });

  it('keeps the brackets of titles', () => {
    table(foldTitle, [
      ['政务云资源需求审批表（新建系统）', '政务云资源需求审批表(新建系统)'],
      ['政务云资源需求审批表(新建系统)', '政务云资源需求审批表(新建系统)'],
      ['附件 4', '附件4'],
    ]);
  });

  it('folds values', () => {
    table(foldValue, [
      ['無條件共享', '无条件共享'],
      ['有條件 共享', '有条件共享'],
      ['資料庫', '数据库'],
      ['ＳＱＬ　Ｓｅｒｖｅｒ', 'sqlserver'],
      ['.XLSX', 'xlsx'],
      ['字符型（C）', '字符型(c)'],
      ['字符型【C】', '字符型(c)'],
      ['每3個月', '每3个月'],
      ['.', '.'],
    ]);
  });

  it('changes nothing that is already folded', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...Array.from('（一）1.、:：*  無条\n[]()资a')) }),
    );
    fc.assert(
      fc.property(text, (given) => {
        for (const fold of [tidy, foldValue]) assert.equal(fold(fold(given)), fold(given));
        for (const fold of [foldLabel, foldTitle]) assert.equal(typeof fold(given), 'string');
      }),
    );
  });
});
