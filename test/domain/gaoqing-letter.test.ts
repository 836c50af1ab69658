import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { judge, verdicts } from './judge.ts';

type Row = readonly CellValue[];

/** The parts of a letter. */
interface Letter {
  readonly head: readonly Row[];
  readonly title: string;
  readonly addressee: string;
  readonly body: readonly Row[];
  readonly annexes: readonly Row[];
  readonly end: readonly Row[];
}

const FIRST =
  '为提升全县水旱灾害防御能力，依据《高青县智慧城市总体规划》，拟建设智慧水利综合管理平台，包括水情监测、闸坝调度和预警发布三个模块。项目建成后将实现水情信息汇聚共享。';
const SECOND = '项目建设周期为12个月，资金来源为县级财政资金，资金概算为120万元。';

const RIGHT: Letter = {
  head: [['高青县水利局'], [null], ['高水〔2026〕12号                     签发人：孙建国']],
  title: '关于申请智慧水利综合管理平台建设项目的函',
  addressee: '县大数据局：',
  body: [[`    ${FIRST}`], [`    ${SECOND}`]],
  annexes: [['附件：1.电子政务建设项目申请表'], ['      2.智慧水利综合管理平台项目建设方案'], ['      3.其他材料']],
  end: [['高青县水利局（公章)'], ['2026年9月20日'], ['（联系人：李晓燕  联系电话：13805332716）']],
};

const DATES: readonly (readonly [date: string, ...fixed: string[]])[] = [
  ['2026年9月20日'],
  ['2026-09-20'],
  ['二〇二六年九月二十日', '2026年9月20日'],
  ['2026.9.20', '2026年9月20日'],
];

describe('letters: the date, as the annex prints it', () => {
  for (const [date, ...fixed] of DATES) {
    it(date, () => {
      const { findings } = judge(
        'gaoqing/letter',
        letter({ end: [['高青县水利局（公章)'], [date], RIGHT.end[2] ?? []] }),
      );
      assert.deepEqual(
        findings.flatMap(({ fix }) => fix.map(({ value }) => value)),
        fixed,
      );
    });
  }
});

function letter(change: Partial<Letter> = {}): Row[] {
  const { head, title, addressee, body, annexes, end } = { ...RIGHT, ...change };
  return [...head, [null], [title], [null], [addressee], ...body, [null], ...annexes, ...end];
}

function told(change: Partial<Letter>): string[] {
  return verdicts(judge('gaoqing/letter', letter(change)));
}

describe('letters of application: right ones give no finding', () => {
  const rights: readonly [says: string, change: Partial<Letter>][] = [
    ['as it is printed', {}],
    ['both paragraphs in one cell', { body: [[`    ${FIRST}\n    ${SECOND}`]] }],
    [
      'typed line by line',
      { body: [[`    ${FIRST.slice(0, 30)}`], [FIRST.slice(30)], [`    ${SECOND.slice(0, 20)}`], [SECOND.slice(20)]] },
    ],
    ['the first in several paragraphs', { body: [['    为提升防御能力。'], [`    ${FIRST}`], [`    ${SECOND}`]] }],
    ['with the usual last words', { body: [...RIGHT.body, ['    妥否，请批复。']] }],
    ['the sender before the title', { title: '高青县水利局关于申请智慧水利综合管理平台建设项目的函' }],
    ['another title', { title: '关于智慧水利综合管理平台立项的请示' }],
    ['a title broken in its cell', { title: '关于申请智慧水利综合管理平台\n建设项目的函' }],
    [
      'the signer in a cell of its own',
      { head: [['高青县水利局文件'], ['高水字〔2026〕12号', null, '签发人：孙建国']] },
    ],
    ['the whole name of the addressee', { addressee: '高青县大数据局：' }],
    ['the annexes in one cell', { annexes: [['附件：1.电子政务建设项目申请表\n2.项目建设方案']] }],
    ['each annex with its number', { annexes: [['附件1：电子政务建设项目申请表'], ['附件2：项目建设方案']] }],
    [
      'date and sender to the right, the contact in cells',
      {
        end: [
          [null, null, '高青县水利局'],
          [null, null, '2026年9月20日'],
          ['联系人', '李晓燕', '联系电话', '0533-6967218'],
        ],
      },
    ],
    ['copies to others', { end: [...RIGHT.end, ['抄送：县财政局']] }],
  ];
  for (const [says, change] of rights) {
    it(says, () => {
      assert.deepEqual(told(change), []);
    });
  }
});

describe('letters of application: the first paragraph at most 250 characters, the second 150', () => {
  const lengths: readonly [first: string, second: string, expected: readonly string[]][] = [
    ['水'.repeat(250), `资金概算120万元${'水'.repeat(141)}`, []],
    ['水'.repeat(251), SECOND, ['E 正文第一段 character-limit/too-long']],
    [FIRST, `资金概算120万元${'水'.repeat(142)}`, ['E 正文第二段 character-limit/too-long']],
    [`${'水'.repeat(100)} \n    ${'水'.repeat(150)}`, SECOND, []],
    [`${'水'.repeat(100)}，${'A1'.repeat(75)}`, SECOND, ['E 正文第一段 character-limit/too-long']],
  ];
  for (const [first, second, expected] of lengths) {
    it(`${String(first.length)}, ${String(second.length)}`, () => {
      assert.deepEqual(told({ body: [[first], [second]] }), expected);
    });
  }
});

describe('letters of application: what is missing', () => {
  const faults: readonly [says: string, change: Partial<Letter>, expected: readonly string[]][] = [
    ['the first paragraph', { body: [[SECOND]] }, ['E 正文第一段 layout/missing-paragraph']],
    ['the second paragraph', { body: [[FIRST]] }, ['E 正文第二段 layout/missing-paragraph']],
    ['all annexes', { annexes: [] }, ['E 附件 layout/missing-paragraph']],
    ['the application form', { annexes: [['附件：项目建设方案']] }, ['E 附件 formula/broken']],
    ['the plan', { annexes: [['附件：1.电子政务建设项目申请表'], ['2.其他材料']] }, ['E 附件 formula/broken']],
    [
      'number and signer',
      { head: [['高青县水利局']] },
      ['E 文号 layout/missing-paragraph', 'E 签发人 layout/missing-field'],
    ],
    [
      'the sender',
      { end: [['2026年9月20日'], ['联系人：李晓燕 联系电话：13805332716']] },
      ['E 单位名称 layout/missing-paragraph'],
    ],
    [
      'the date',
      { end: [['高青县水利局'], ['年   月   日'], ['联系人：李晓燕 联系电话：13805332716']] },
      ['E 日期 required/missing'],
    ],
    [
      'the one to ask',
      { end: [['高青县水利局'], ['2026年9月20日'], ['（联系人：×××  联系电话：×××）']] },
      ['E 联系人 required/missing', 'E 联系电话 required/missing'],
    ],
    ['the name of the project', { title: '关于申请××××××建设项目的函' }, ['E 项目名称 required/missing']],
    [
      'an amount',
      { body: [[FIRST], ['项目建设周期为12个月，资金来源为县级财政资金。']] },
      ['W 正文第二段 formula/broken'],
    ],
    ['the brackets of the number', { head: [['高水[2026]12号  签发人：孙建国']] }, ['N 文号 formula/broken']],
    ['the year of the number', { head: [['高水〔20  〕12号  签发人：孙建国']] }, ['E 文号 pattern/pattern-mismatch']],
  ];
  for (const [says, change, expected] of faults) {
    it(says, () => {
      assert.deepEqual(told(change), expected);
    });
  }

  it('a missing annex rests on the article on applications', () => {
    const { findings } = judge('gaoqing/letter', letter({ annexes: [['附件：项目建设方案']] }));
    assert.ok(findings[0]?.basis?.endsWith('三（一）'), findings[0]?.basis ?? '');
  });

  it('another addressee is a warning', () => {
    assert.deepEqual(told({ addressee: '县政府办公室：' }), ['W 主送机关 formula/broken']);
  });

  it('a telephone number that is none', () => {
    const end = [['高青县水利局'], ['2026年9月20日'], ['（联系人：李晓燕  联系电话：1380533271）']];
    assert.deepEqual(told({ end }), ['E 联系电话 pattern/phone-digit-count']);
  });

  it('nothing written into the printed letter is told once', () => {
    const blank = letter({
      head: [['××××××××'], ['×××〔20  〕××号                     签发人：×××']],
      title: '关于申请××××××建设项目的函',
      body: [
        ['××××××××××（简述建设需求、建设依据、建设内容、建设意义，要求250字以内）。'],
        ['××××××××××（简述建设周期、资金来源、资金概算值，要求150字以内）。'],
      ],
      annexes: [['附件：1.电子政务建设项目申请表'], ['      2.×××××项目建设方案'], ['      3.其他材料']],
      end: [['单位名称（公章)'], ['年   月   日'], ['（联系人：×××  联系电话：×××）']],
    });
    assert.deepEqual(verdicts(judge('gaoqing/letter', blank)), ['W – not-filled/blank']);
  });
});
