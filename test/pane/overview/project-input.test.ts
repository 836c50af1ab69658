import assert from 'node:assert/strict';
import type { County } from '../../../src/pane/overview/procedure-calls.ts';
import {
  inputOf,
  measureOf,
  questionOf,
  totalOf,
  typedMore,
  withEntry,
  type FormProject,
  type TypedProject,
} from '../../../src/pane/overview/project-input.ts';
import { FIRST_OVERVIEW } from '../../../src/pane/overview/overview-state.ts';

const NOTHING: TypedProject = FIRST_OVERVIEW.typed;
const WAN = 1_000_000;
const FORM: FormProject = { county: 'fengdu', total: 480 * WAN, unit: '万元', category: '新建' };
const WITHOUT: FormProject = { county: 'fengdu', total: null, unit: null, category: null };

const wording = { zh: '甲', en: 'A' };
const COUNTY: County = {
  id: 'fengdu',
  name: '丰都县',
  categories: [{ key: '新建', wording, isPart: false }],
  facts: [{ key: '跨部门', wording }],
  measures: [
    { key: '比例', wording, unit: 'percent' },
    { key: '价值', wording, unit: 'money' },
  ],
  events: [{ key: '建成', wording }],
};

describe('inputOf', () => {
  it('has what the form says', () => {
    const { amount, unit, category, county, differs } = inputOf(FORM, NOTHING);
    assert.deepEqual(
      { amount, unit, category, county, differs },
      { amount: '480', unit: null, category: '新建', county: 'fengdu', differs: false },
    );
    assert.equal(inputOf({ ...FORM, unit: '元', total: 1_050_050 }, NOTHING).amount, '10500.5');
  });

  it('has what was typed instead, as long as the form says the same', () => {
    const typed = typedMore(FORM, NOTHING, { amount: '600' });
    assert.equal(inputOf(FORM, typed).amount, '600');
    assert.equal(inputOf(FORM, typed).category, '新建');
    assert.equal(inputOf(FORM, typed).differs, true);
    assert.equal(inputOf({ ...FORM, total: 500 * WAN }, typed).amount, '500');
    assert.equal(inputOf({ ...FORM, county: 'yunyang' }, typed).amount, '480');
    assert.equal(inputOf(FORM, typedMore(FORM, typed, { amount: '480' })).differs, false);
  });

  it('a category taken away stays away', () => {
    const typed = typedMore(FORM, NOTHING, { category: null });
    assert.deepEqual([inputOf(FORM, typed).category, inputOf(FORM, typed).differs], [null, true]);
  });

  it('keeps a project without a form when a form of that county without an amount is opened', () => {
    const chosen = typedMore(null, NOTHING, { county: 'fengdu' });
    const typed = typedMore(null, chosen, { amount: '480', unit: '万元', facts: { 跨部门: true } });
    const input = inputOf(WITHOUT, typed);
    assert.deepEqual([input.amount, input.unit, input.facts], ['480', '万元', { 跨部门: true }]);
    assert.equal(inputOf({ ...WITHOUT, county: 'gaoqing' }, typed).amount, '');
    // What the form says of its amount holds; the facts are those of the same project.
    assert.deepEqual([inputOf(FORM, typed).amount, inputOf(FORM, typed).facts], ['480', { 跨部门: true }]);
    assert.equal(inputOf(FORM, typed).unit, null);
  });

  it('another county, another project', () => {
    const typed = typedMore(null, typedMore(null, NOTHING, { county: 'fengdu' }), { amount: '9', facts: { 甲: true } });
    const other = inputOf(null, typedMore(null, typed, { county: 'yunyang' }));
    assert.deepEqual([other.county, other.amount, other.facts], ['yunyang', '', {}]);
  });
});

describe('totalOf', () => {
  it('asks about six digits without a unit, also of a form in 万元', () => {
    assert.equal(totalOf({ amount: ' ', unit: null }), null);
    assert.deepEqual(totalOf({ amount: '480', unit: null }), { fen: 480 * WAN });
    assert.deepEqual(totalOf({ amount: '480000', unit: null }), {
      fault: 'which-unit',
      yuan: 48 * WAN,
      wan: 480_000 * WAN,
    });
    assert.deepEqual(totalOf({ amount: '480000', unit: '元' }), { fen: 48 * WAN });
    assert.equal(totalOf(inputOf({ ...FORM, total: 480_000 * WAN }, NOTHING))?.fault, 'which-unit');
    assert.equal(totalOf(inputOf({ ...FORM, unit: '元', total: 48 * WAN }, NOTHING))?.fen, 48 * WAN);
  });
});

describe('measureOf', () => {
  it('reads shares and amounts', () => {
    assert.deepEqual(
      ['15', '15%', '１２．５％', '15万', '-3', ''].map((text) => measureOf(text, 'percent')),
      [15, 15, 12.5, undefined, undefined, undefined],
    );
    assert.deepEqual(
      ['100', '99.5万元', '1000000元', '1000000', 'x'].map((text) => measureOf(text, 'money')),
      [100 * WAN, 99.5 * WAN, 100 * WAN, undefined, undefined],
    );
  });
});

describe('questionOf', () => {
  it('says only what can be read', () => {
    const input = {
      ...inputOf(null, NOTHING),
      amount: '-3',
      category: '没有的',
      facts: { 跨部门: false },
      measures: { 比例: '12', 价值: '?' },
      dates: { 建成: '' },
    };
    assert.deepEqual(questionOf(input, COUNTY, '2026-09-28', 'zh'), {
      county: 'fengdu',
      total: null,
      category: null,
      facts: { 跨部门: false },
      measures: { 比例: 12 },
      dates: {},
      today: '2026-09-28',
      language: 'zh',
    });
    assert.equal(questionOf(input, undefined, '2026-09-28', 'zh'), null);
  });
});

describe('withEntry', () => {
  it('adds, replaces and takes away', () => {
    assert.deepEqual(withEntry({ 甲: 1 }, '乙', 2), { 甲: 1, 乙: 2 });
    assert.deepEqual(withEntry({ 甲: 1 }, '甲', 2), { 甲: 2 });
    assert.deepEqual(withEntry({ 甲: 1, 乙: 2 }, '甲', undefined), { 乙: 2 });
  });
});
