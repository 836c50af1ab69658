import assert from 'node:assert/strict';
import { findCategory, findEvent, findProcedure } from '../../src/procedure/find.ts';
import { amountInChinese, amountInEnglish, fenOf } from '../../src/procedure/money.ts';
import { FEN } from '../../src/procedure/range.ts';
import { saidOthers, saidOverlaps, saidSteps } from '../../src/procedure/said.ts';
import { ask, COUNTIES, procedureOf, type Asked, type County } from './ask.ts';

function said(county: County, id: string, asked: Asked, language: 'zh' | 'en' = 'zh') {
  const step = saidSteps(ask(county, asked), language).find((each) => each.id === id);
  assert.ok(step, id);
  return step;
}

describe('procedure/words: conditions that are still open', () => {
  for (const [county, id, asked, zh, en] of [
    [
      'fengdu',
      'performance-goals',
      { total: '1' },
      '项目类别为建设项目',
      'the project is: 建设项目 (construction project)',
    ],
    ['fengdu', 'joint-framework', { total: '1' }, '项目跨部门共建共享', 'the project is shared by several departments'],
    [
      'fengdu',
      'performance-goals',
      { total: '50', category: '升级改造' },
      '政务信息系统主体功能发生改变',
      'the main function of the system changes',
    ],
    [
      'yuzhong',
      'design-by-qualified-party',
      { total: '1' },
      '纳入区级投资项目，或需进行政府采购',
      'it is among the investments of the district, or government procurement is needed',
    ],
    [
      'fengdu',
      'change-with-approval',
      { total: '1' },
      '建设过程中主要建设内容确需调整，且不符合“由项目建设单位自行调整，同时备案”的条件',
      'the main contents have to be changed while it is built, and the conditions of "The unit makes the change itself and files it" are not met',
    ],
    [
      'yuzhong',
      'change-of-requirements',
      { total: '1' },
      '软件系统功能需求变更部分占批准的软件系统总金额的比例“超出批准的软件系统总金额10%”（不含 10%）',
      'share of the software total that changed requirements come to is more than 10% (“超出批准的软件系统总金额10%”)',
    ],
  ] as const) {
    it(`${county} ${id}`, () => {
      assert.equal(said(county, id, asked).condition, zh);
      assert.equal(said(county, id, asked, 'en').condition, en);
    });
  }
});

describe('procedure/words: why an amount belongs there', () => {
  for (const [county, id, total, zh, en] of [
    [
      'yuzhong',
      'supervision',
      '100',
      '“100万元以上”（含 100 万元）：《民法典》第一千二百五十九条',
      'at least CNY 1,000,000 (“100万元以上”): Civil Code, article 1259',
    ],
    [
      'fengdu',
      'acceptance-by-unit',
      '2999.99',
      '“3000万元以下”（不含 3000 万元）：同条写明“3000万元（含）以上”',
      'less than CNY 30,000,000 (“3000万元以下”): the same article says “3000万元（含）以上”',
    ],
    [
      'yuzhong',
      'approval-in-one-step',
      '1000',
      '“1000万以下（含1000万）”（含 1000 万元）：条文写明“含”',
      'at most CNY 10,000,000 (“1000万以下（含1000万）”): the article says so (含)',
    ],
  ] as const) {
    it(`${county} ${id} at ${total}`, () => {
      assert.deepEqual(said(county, id, { total }).because, [zh]);
      assert.deepEqual(said(county, id, { total }, 'en').because, [en]);
    });
  }
});

describe('procedure/said', () => {
  it('says of an overlap which rules meet, why, and what to do, and at each step concerned', () => {
    const answer = ask('yunyang', { total: '50', facts: { '学校、医院': false } });
    const [overlap, ...others] = saidOverlaps(answer, 'zh');
    assert.ok(overlap);
    assert.deepEqual(others, []);
    assert.deepEqual(overlap.steps, ['next-years-list', 'filing-of-small-projects']);
    assert.equal(
      overlap.why,
      '总投资正好是 50 万元：“50万元以上”和“50万元以下”都包括本数（《民法典》第一千二百五十九条），因此“报送第二年度政务信息化项目清单”与“向县大数据发展局报备”都适用，条文没有说以哪一条为准。请问明县大数据发展局；稳妥起见两项都办。',
    );
    const concerned = saidSteps(answer, 'zh').filter((step) => step.overlap !== null);
    assert.deepEqual(
      concerned.map(({ id }) => id),
      overlap.steps,
    );
    assert.match(saidOverlaps(answer, 'en')[0]?.why ?? '', /exactly CNY 500,000.*Civil Code, article 1259.*do both/);
  });
  it('says of what does not apply where it would', () => {
    const others = saidOthers(ask('gaoqing', { total: '99.999999' }), 'zh');
    assert.equal(
      others.find(({ id }) => id === 'on-site-review')?.reason,
      '只适用于：总投资“100万元（含）以上”（含 100 万元）',
    );
    assert.equal(
      saidOthers(ask('yuzhong', { total: '1', category: '运维类项目' }), 'en').find(({ id }) => id === 'proposal')
        ?.reason,
      'only where the project is: 新建 (new system)',
    );
  });
  it('names document and places once', () => {
    assert.equal(said('fengdu', 'approval-in-one-step', { total: '1' }).basis, '丰都府办发〔2022〕11号 第九条、第四条');
  });
  it('has Chinese and English for every step of every county', () => {
    for (const county of COUNTIES) {
      const [zh, en] = (['zh', 'en'] as const).map((language) => saidSteps(ask(county, { total: '50' }), language));
      for (const step of zh ?? []) assert.match(step.step, /\p{Script=Han}/u);
      for (const { step, id } of en ?? []) assert.match(step.replace(/[\p{Script=Han}]+/gu, ''), /[A-Za-z]{3}/, id);
    }
  });
});

describe('procedure/money', () => {
  for (const [wan, zh, en] of [
    ['480', '480 万元', 'CNY 4,800,000'],
    ['49.999999', '49.999999 万元', 'CNY 499,999.99'],
    ['0.5', '5000 元', 'CNY 5,000'],
    ['0.00001', '0.1 元', 'CNY 0.10'],
    ['500000', '50 亿元', 'CNY 5,000,000,000'],
  ] as const) {
    it(`${wan} 万元: ${zh}, ${en}`, () => {
      const fen = fenOf(wan, FEN.万元) ?? Number.NaN;
      assert.equal(amountInChinese(fen), zh);
      assert.equal(amountInEnglish(fen), en);
    });
  }
});

describe('procedure/find', () => {
  const all = COUNTIES.map(procedureOf);
  it('knows counties by folder and name', () => {
    for (const words of ['fengdu', 'FENGDU', '丰都县', '丰都', ' 丰 都 '])
      assert.equal(findProcedure(all, words)?.county, 'fengdu');
    assert.equal(findProcedure(all, '渝中')?.county, 'yuzhong');
    for (const words of ['', '县', '巫山县']) assert.equal(findProcedure(all, words), undefined);
  });
  it('knows categories and events by their words', () => {
    const [fengdu] = all;
    assert.ok(fengdu);
    for (const [words, key] of [
      ['运维', '运行维护项目'],
      ['扩建', '改扩建'],
      ['新建', '新建'],
    ] as const) {
      assert.equal(findCategory(fengdu, words)?.key, key);
    }
    assert.equal(findCategory(fengdu, '别的'), undefined);
    assert.equal(findEvent(fengdu, '项目建成')?.key, '建成');
    assert.equal(findEvent(fengdu, '建'), undefined);
  });
  it('has no word for two categories of one county', () => {
    for (const { categories, county } of all) {
      const words = categories.flatMap(({ key, also }) => [key, ...also]);
      assert.equal(new Set(words).size, words.length, county);
    }
  });
});
