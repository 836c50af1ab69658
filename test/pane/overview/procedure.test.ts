import assert from 'node:assert/strict';
import { nextForm } from '../../../src/pane/overview/next-form.ts';
import type { ProcedureQuestion, ToldProcedure } from '../../../src/pane/overview/procedure-calls.ts';
import { placeOnPicture, scalePicture } from '../../../src/pane/overview/scale-picture.ts';
import { tellProcedure } from '../../../src/pane/overview/tell-procedure.ts';
import { CALENDAR, COUNTIES, procedureOf, type County } from '../../procedure/ask.ts';

const WAN = 1_000_000;

function tell(county: County, asked: Partial<ProcedureQuestion> = {}): ToldProcedure {
  const question: ProcedureQuestion = {
    ...{ county, total: null, category: null, facts: {}, measures: {}, dates: {} },
    ...{ today: '2026-08-31', language: 'zh' },
    ...asked,
  };
  const told = tellProcedure(question, COUNTIES.map(procedureOf), CALENDAR);
  assert.ok(told);
  return told;
}

describe('tellProcedure', () => {
  it('counts deadlines from the day given, and from days typed', () => {
    const due = (told: ToldProcedure, id: string): string | null | undefined =>
      told.steps.find((step) => step.id === id)?.due?.until;
    assert.equal(due(tell('yuzhong', { total: WAN }), 'application'), '2026-09-30');
    assert.equal(due(tell('yuzhong', { total: WAN, today: '2026-10-01' }), 'application'), '2027-09-30');
    assert.equal(due(tell('yuzhong', { dates: { 签订合同: '2026-08-31' } }), 'contract-copy'), '2026-09-09');
  });

  it('asks for what something depends on, also when that is answered already', () => {
    const asked = { category: '升级改造', total: 15 * WAN };
    const { facts } = tell('yuzhong', asked).asks;
    assert.ok(facts.includes('功能用途未改变'));
    assert.deepEqual(tell('yuzhong', { ...asked, facts: { 功能用途未改变: true } }).asks.facts, facts);
    assert.ok(!tell('yuzhong', { category: '新建' }).asks.facts.includes('功能用途未改变'));
    assert.deepEqual(tell('gaoqing', { total: 99 * WAN }).asks.measures, []);
    assert.deepEqual(tell('gaoqing', { total: 100 * WAN }).asks.measures, ['单个软件系统价值']);
  });

  it('knows no other county', () => {
    assert.equal(tellProcedure({ ...tell('fengdu').question, county: 'x' }, COUNTIES.map(procedureOf), CALENDAR), null);
  });
});

describe('scalePicture', () => {
  it('says of each band to which side its numbers belong', () => {
    const names = (county: County, language: 'zh' | 'en' = 'zh'): string[] =>
      scalePicture(tell(county).scale, null, language).bands.map(({ name }) => name);
    assert.deepEqual(names('yunyang'), ['至多 50 万元', '50 万元以上，不足 500 万元', '500 万元以上']);
    assert.deepEqual(names('yuzhong'), [
      '至多 20 万元',
      '超过 20 万元，不足 100 万元',
      '100 万元以上，至多 1000 万元',
      '超过 1000 万元',
    ]);
    assert.deepEqual(names('gaoqing', 'en'), [
      'less than CNY 1,000,000',
      'at least CNY 1,000,000, less than CNY 2,000,000',
      'at least CNY 2,000,000',
    ]);
    assert.deepEqual(names('jinzhai'), ['任何金额']);
  });

  it('has a sentence for those who do not see it', () => {
    const { scale } = tell('yunyang');
    assert.equal(scalePicture(scale, null, 'zh').sentence, '金额界限：50 万元、500 万元。');
    assert.equal(
      scalePicture(scale, 50 * WAN, 'zh').sentence,
      '金额界限：50 万元、500 万元。本项目 50 万元，属于：至多 50 万元；50 万元以上，不足 500 万元。',
    );
  });

  it('draws a total on an edge only where it is exactly there', () => {
    const { scale } = tell('yunyang');
    const places = [1, 50 * WAN - 1, 50 * WAN, 50 * WAN + 1, 500 * WAN, 1_000_000 * WAN].map((total) =>
      placeOnPicture(scale, total),
    );
    const [edge, second] = [1 / 3, 2 / 3];
    assert.deepEqual([places[2], places[4]], [edge, second]);
    const [lowest = 1, below = 1, , above = 0, , highest = 0] = places;
    assert.ok(lowest > 0.03 && lowest < below && below < edge - 0.03);
    assert.ok(above > edge + 0.03 && above < second - 0.03);
    assert.ok(highest > second + 0.03 && highest < 0.97);
    assert.equal(placeOnPicture(tell('jinzhai').scale, 5 * WAN), 0.5);
  });
});

describe('nextForm', () => {
  it('is the first form of a county, or that of a step behind the present one', () => {
    const steps = tell('gaoqing', { total: 150 * WAN, category: '信息化工程项目' }).steps;
    const next = (present: string | null): string | undefined => nextForm(steps, present)?.form;
    assert.equal(next('gaoqing/letter'), 'gaoqing/application');
    assert.equal(next('gaoqing/application'), 'gaoqing/plan');
    assert.equal(next('gaoqing/acceptance'), undefined);
    assert.notEqual(next(null), undefined);
  });

  it('is one that is certain rather than one that depends on something', () => {
    const { steps } = tell('yuzhong', { total: 150 * WAN, category: '建设类项目' });
    assert.equal(nextForm(steps, 'yuzhong/application')?.form, 'yuzhong/design');
    assert.equal(nextForm(steps.slice(0, 2), 'yuzhong/application')?.form, 'yuzhong/proposal');
  });
});
