import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { messageOf } from '../../src/rules/messages.ts';
import { figuresOf, judge, verdicts } from './judge.ts';

type Item = readonly CellValue[];
interface Purchase {
  readonly office?: string;
  readonly date?: CellValue;
  readonly items: readonly Item[];
  readonly words?: CellValue;
  readonly reason?: string;
  /** 预算安排资金, 财政专项资金, 其他资金. */
  readonly funds?: readonly [CellValue, CellValue, CellValue];
}

const PC: Item = [1, '台式计算机', '浪潮CE520F', 2, 5000, 10000];
const RIGHT: Required<Purchase> = {
  office: '县教育局',
  date: '2024-01-15',
  items: [PC],
  words: '壹万元整',
  reason: '现有电脑已使用八年。',
  funds: [6000, 4000, null],
};

function rowsOf(change: Partial<Purchase>): CellValue[][] {
  const { office, date, items, words, reason, funds } = { ...RIGHT, ...change };
  return [
    ['金寨县行政事业单位办公电脑采购申报表'],
    ['申请单位名称', office, null, '日期', date],
    ['序号', '采购品目', '规格型号', '数量', '单价（元）', '金额（元）'],
    ...items.map((item) => [...item]),
    ['合计金额（大写）', null, words],
    ['购置依据或理由', reason],
    ['预算安排资金', funds[0], '财政专项资金', funds[1], '其他资金', funds[2]],
    ['经办人签名（联系电话）', null, '单位意见（盖章）', null, '单位负责人签名'],
    ['项目主管部门意见（盖章）'],
  ];
}

function judged(change: Partial<Purchase>): string[] {
  return verdicts(judge('jinzhai/pc-purchase', rowsOf(change)));
}

/** One item of this amount, with its words and all of it from the budget. */
function amounting(amount: number, words: CellValue): Partial<Purchase> {
  return { items: [[1, '台式计算机', '浪潮CE520F', 1, amount, amount]], words, funds: [amount, null, null] };
}

function item(change: Readonly<Record<number, CellValue>>): Item {
  return PC.map((value, column) => (column in change ? (change[column] ?? null) : value));
}

function table(title: string, cases: readonly (readonly [string, Partial<Purchase>, ...string[]])[]): void {
  describe(`pc-purchase: ${title}`, () => {
    for (const [says, change, ...expected] of cases) it(says, () => assert.deepEqual(judged(change), expected));
  });
}

table('what must be filled in', [
  ['all of it is; seals and signatures are nobody’s fault', {}],
  ['购置依据或理由', { reason: '' }, 'E 购置依据或理由 required/missing'],
  ['采购品目 of a row with anything in it', { items: [item({ 1: null })] }, 'E 采购品目 required/missing'],
  ['规格型号', { items: [item({ 2: null })] }, 'E 规格型号 required/missing'],
  ['数量', { items: [item({ 3: null })] }, 'E 数量 required/missing'],
  ['单价', { items: [item({ 4: null })] }, 'E 单价 required/missing'],
  ['nothing of a row with nothing but its number', { items: [PC, [2], [3], [4], [5], [6]] }],
  ['the office', { office: '' }, 'E 申请单位 required/missing'],
  ['the date', { date: '    年  月  日' }, 'E 日期 required/missing'],
  ['a date with points', { date: '2026.11.18' }, 'N 日期 type/date-tidied'],
  ['an empty 大写 beside amounts is told as a warning', { words: null }, 'W 合计大写 required/missing'],
]);

table('数量 and 单价', [
  [
    'more rows than the six printed',
    {
      items: Array.from({ length: 8 }, (_, i) => [
        i + 1,
        '台式计算机',
        `型号${'甲乙丙丁戊己庚辛'.charAt(i)}`,
        1,
        1250,
        1250,
      ]),
    },
  ],
  ['10台 is 10', { items: [item({ 3: '2台' })] }, 'N 数量 type/number-tidied'],
  ['a number as text', { items: [item({ 3: '2' })] }, 'N 数量 type/number-as-text'],
  [
    'half a computer',
    { items: [[1, '台式计算机', '浪潮', 1.5, 5000, 7500]], words: '柒仟伍佰元整', funds: [7500, null, null] },
    'E 数量 type/not-whole',
  ],
  ['none', { items: [[1, '台式计算机', '浪潮', 0, 5000, 0], PC.with(0, 2)] }, 'E 数量 type/below-minimum'],
  ['with thousands separators and unit', { items: [item({ 4: '5,000.00元' })] }, 'N 单价 type/number-tidied'],
  [
    'three decimals',
    {
      items: [[1, '台式计算机', '浪潮', 2, 4999.995, 9999.99]],
      words: '玖仟玖佰玖拾玖元玖角玖分',
      funds: [9999.99, null, null],
    },
    'E 单价 type/too-many-decimals',
  ],
  ['a price of 0', { items: [[1, '台式计算机', '浪潮', 1, 0, 0], PC.with(0, 2)] }, 'E 单价 type/below-minimum'],
  ['no definite model', { items: [item({ 2: '联想或同等档次' })] }, 'W 规格型号 avoid/wording'],
]);

table('序号', [
  ['runs 1, 2, 3', { items: [PC, PC.with(0, 2).with(2, '另一型号')], words: '贰万元整', funds: [20000, null, null] }],
  [
    'leaves one out',
    { items: [PC, PC.with(0, 3).with(2, '另一型号')], words: '贰万元整', funds: [20000, null, null] },
    'W 序号 sequence/broken',
  ],
  [
    'comes twice',
    { items: [PC, PC.with(2, '另一型号')], words: '贰万元整', funds: [20000, null, null] },
    'W 序号 sequence/repeated',
  ],
]);

table('sums', [
  [
    '金额 is 数量 × 单价',
    { items: [item({ 5: 9000 })], words: '玖仟元整', funds: [9000, null, null] },
    'E 金额 computed/differs',
  ],
  [
    '金额 is 数量 × 单价 to the fen',
    { items: [[1, '台式计算机', '浪潮', 3, 19.99, 59.97]], words: '伍拾玖元玖角柒分', funds: [59.97, null, null] },
  ],
  ['the three funds make up the total', { funds: [6000, 3000, 1000] }],
  ['the funds fall short', { funds: [6000, 3000, null] }, 'E 预算安排资金 equal/differs'],
  [
    'a blank 金额 is told, and is not 0 in the total',
    { items: [PC, item({ 0: 2, 2: '另一型号', 5: null })] },
    'W 金额 computed/missing',
  ],
  [
    'a blank 数量 with a blank 金额',
    { items: [PC, item({ 0: 2, 2: '另一型号', 3: null, 5: null })] },
    'E 数量 required/missing',
  ],
  [
    'a blank 金额 beside totals in figures',
    {
      items: [PC, item({ 0: 2, 2: '另一型号', 5: null }), ['合计', null, null, 4, null, 20000]],
      words: '贰万元整',
      funds: [20000, null, null],
    },
    'W 金额 computed/missing',
  ],
  [
    'a wrong 金额 is the cause, where all else says the amount that 数量 × 单价 gives',
    {
      items: [PC, item({ 0: 2, 2: '另一型号', 5: 9000 }), ['合计', null, null, 4, null, 20000]],
      words: '贰万元整',
      funds: [20000, null, null],
    },
    'E 金额 computed/differs',
  ],
  ['a 金额 in 万元 is the cause, too', { items: [item({ 5: 1 })] }, 'E 金额 computed/unit-mixed'],
  [
    'two wrong 金额, and a total that neither of the sums gives',
    { items: [PC, item({ 0: 2, 2: '另一型号', 5: 9000 })], words: '壹万捌仟元整', funds: [19000, null, null] },
    'E 金额 computed/differs',
    'E 合计大写 amount-in-words/differs',
  ],
  ['no fund at all', { funds: [null, null, null] }, 'E 预算安排资金 equal/differs'],
]);

/** Amounts and every spelling that 《支付结算办法》附一 allows, or is named with it. */
const ALLOWED: readonly (readonly [number, ...string[]])[] = [
  [1409.5, '壹仟肆佰零玖元伍角', '壹仟肆佰零玖元伍角整'],
  [6007.14, '陆仟零柒元壹角肆分'],
  [1680.32, '壹仟陆佰捌拾元零叁角贰分', '壹仟陆佰捌拾元叁角贰分'],
  [107000.53, '壹拾万柒仟元零伍角叁分', '壹拾万零柒仟元伍角叁分'],
  [325.04, '叁佰贰拾伍元零肆分'],
  [16409.02, '壹万陆仟肆佰零玖元零贰分'],
  [123400.5, '壹拾贰万叁仟肆佰元伍角', '壹拾贰万叁仟肆佰元零伍角', '壹拾贰万叁仟肆佰元伍角整'],
  [5500, '伍仟伍佰元整', '伍仟伍佰圆整', '伍仟伍佰元正', '人民币伍仟伍佰元整', '人民币：伍仟伍佰圆整'],
  [62000, '陸萬貳仟圓整'],
  [3005000, '叁佰万零伍仟元整', '叁佰万伍仟元整'],
];

const FAULTY: readonly (readonly [number, string])[] = [
  [1409.5, '壹仟肆佰玖元伍角'],
  [16409.02, '壹万陆仟肆佰零玖元贰分'],
  [5500, '伍仟伍佰元'],
  [5500, '五千五百元整'],
  [20000, '两万元整'],
  [100000, '拾万元整'],
  [20, '念元整'],
  [1409.5, '壹仟肆佰另玖元伍角'],
  [0.5, '伍毛'],
];

table('the total in capitals', [
  ...ALLOWED.flatMap(([amount, ...spellings]) =>
    spellings.map((words) => [`${words} is ${String(amount)}`, amounting(amount, words)] as const),
  ),
  ...FAULTY.map(
    ([amount, words]) =>
      [
        `${words} is ${String(amount)}, spelled wrongly`,
        amounting(amount, words),
        'W 合计大写 amount-in-words/faulty-spelling',
      ] as const,
  ),
  ['another amount', { words: '壹万壹仟元整' }, 'E 合计大写 amount-in-words/differs'],
  ['characters that are no numerals', { words: '贷万元整' }, 'E 合计大写 amount-in-words/unreadable-words'],
]);

describe('pc-purchase: what is said of a total', () => {
  it('another amount is stated beside the right one', () => {
    const { findings } = judge('jinzhai/pc-purchase', rowsOf({ words: '壹万壹仟元整' }));
    assert.match(JSON.stringify(findings[0]?.params), /11000.*10000|10000.*11000/);
  });

  it('a faulty spelling is mended by the right one', () => {
    const { findings } = judge('jinzhai/pc-purchase', rowsOf(amounting(1409.5, '壹仟肆佰玖元伍角')));
    assert.deepEqual(findings[0]?.fix, [{ cell: 'C5', value: '壹仟肆佰零玖元伍角' }]);
  });

  it('is told by the label that the form prints', () => {
    const { findings } = judge('jinzhai/pc-purchase', rowsOf({ words: null }));
    assert.deepEqual(
      findings.map(({ field, label }) => [field, label]),
      [['合计大写', '合计金额（大写）']],
    );
    assert.match(messageOf(findings[0] ?? assert.fail(), 'zh'), /^“合计金额（大写）”未填写/u);
  });

  it('the figure is the sum of 金额 as written', () => {
    const figures = figuresOf(judge('jinzhai/pc-purchase', rowsOf({ items: [PC, PC.with(5, 9000)] })));
    assert.equal(figures.total, 19000);
  });
});

describe('pc-purchase: where the total in capitals stands', () => {
  for (const [says, line] of [
    ['beside its label', ['合计金额（大写）', '壹万元整']],
    ['behind an empty cell', ['合计金额（大写）', null, '壹万元整']],
    ['behind its label said again', ['合计金额（大写）', '大写：壹万元整']],
    ['behind its label said again, behind an empty cell', ['合计金额（大写）', null, '大写：壹万元整']],
    ['with the figures in the same cell', ['合计金额（大写）', null, '壹万元整 小写：10000元']],
    [
      'with the figures in the same cell, both with their labels',
      ['合计金额（大写）', null, '大写：壹万元整  小写：10000元'],
    ],
    ['with the figures in a cell of their own', ['合计金额（大写）', null, '壹万元整', '小写：10000元']],
  ] as const) {
    it(says, () => {
      const rows = rowsOf({}).map((row) => (row[0] === '合计金额（大写）' ? [...line] : row));
      assert.deepEqual(verdicts(judge('jinzhai/pc-purchase', rows)), []);
      const wrong = rows.map((row) =>
        row.map((cell) => (typeof cell === 'string' ? cell.replace('壹万', '贰万') : cell)),
      );
      assert.deepEqual(verdicts(judge('jinzhai/pc-purchase', wrong)), ['E 合计大写 amount-in-words/differs']);
    });
  }
});
