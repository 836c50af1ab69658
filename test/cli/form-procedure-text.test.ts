import assert from 'node:assert/strict';
import { formProcedureLines } from '../../src/cli/form-procedure-text.ts';
import { ask, type Asked, type County } from '../procedure/ask.ts';

function lines(county: County, asked: Asked, language: 'zh' | 'en' = 'zh'): readonly string[] {
  return formProcedureLines(ask(county, asked), language);
}

describe('cli/form-procedure-text: what follows from a form, in a few lines', () => {
  it('is what depends on the amount, and how to have the rest', () => {
    assert.deepEqual(lines('gaoqing', { total: '230', category: '信息化工程项目' }), [
      '办理程序（230 万元，信息化工程项目）：',
      '· 提前委托具有相关资质的工程咨询单位编制项目建设方案：项目申报单位 → 县电子政务主管部门；高政办发〔2021〕1号 三（一）',
      '· 须组织现场评审：县电子政务主管部门联合县财政部门；高政办发〔2021〕1号 三（二）',
      '· 原则上实行项目监理制：确定监理单位，相关资料备案：项目建设单位 → 县电子政务主管部门；在项目开工建设前；高政办发〔2021〕1号 三（三）',
      '另有 15 步与金额无关；全部步骤和条文：tianbao procedure --county gaoqing --total 230 --unit 万元 --category 信息化工程项目',
    ]);
  });
  it('says on what a step still depends', () => {
    assert.ok(
      lines('fengdu', { total: '2999.999999' }).includes(
        '· 组织竣工验收，验收结果备案（条件：项目类别为建设项目）：项目建设单位 → 县发展改革委；建成后半年内；丰都府办发〔2022〕11号 第二十八条',
      ),
    );
  });
  it('is all that is certain where nothing depends on the amount', () => {
    assert.deepEqual(lines('jinzhai', { total: '10.076145', category: '办公电脑采购' }, 'en'), [
      'Procedure (CNY 100,761.45, 办公电脑采购):',
      '· Hand in the form for the purchase of office computers: 金寨县行政事业单位 → 县智慧办; 金政办秘〔2022〕46号 第五条',
      'The clauses: tianbao procedure --county jinzhai --total 10.076145 --unit 万元 --category 办公电脑采购',
    ]);
  });
  it('tells an overlap', () => {
    assert.ok(lines('yunyang', { total: '50' }).some((line) => line.startsWith('总投资正好是 50 万元：')));
    assert.ok(!lines('yunyang', { total: '50.000001' }).some((line) => line.startsWith('总投资正好是')));
  });
});
