import assert from 'node:assert/strict';
import { fieldOf, locateIn, odditiesOf, smallForm } from './small-form.ts';

const FACTS = smallForm(`
fields:
  申请单位: { label: [申请单位名称, 申请单位] }
  日期: { type: date }
  理由: { label: 购置依据或理由, type: lines, optional: true }
  地址数量: { label: 申请IP地址数量, type: integer, units: [个], hints: [（政务外网会自动分配固定IP）], optional: true }
`);
const CONTACTS = smallForm(`
fields:
  申请单位: { required: true }
  邮箱: { type: email }
  负责人: { label: 项目负责人 }
  负责人电话: { label: 联系电话, after: 负责人, type: phone }
  联系人: { label: 项目联系人 }
  联系人电话: { label: 联系电话, after: 联系人, type: phone }
`);
const [MANAGER, CONTACT] = ['13800138000', '0571-87052114'];

describe('locate: where the value of a label stands', () => {
  for (const [title, rows, merges, expected] of [
    [
      'right of it',
      [
        ['申请单位', '县教育局'],
        ['日期', '2024-01-15'],
      ],
      [],
      ['B1', '县教育局'],
    ],
    [
      'right of it, past merged cells',
      [
        ['申请单位', null, '县教育局'],
        ['日期', '2024-01-15'],
      ],
      ['A1:B1'],
      ['C1', '县教育局'],
    ],
    [
      'two cells right of it',
      [
        ['申请单位', null, '县教育局'],
        ['日期', '2024-01-15'],
      ],
      [],
      ['C1', '县教育局'],
    ],
    [
      'below it',
      [
        ['申请单位', '日期'],
        ['县教育局', '2024-01-15'],
      ],
      [],
      ['A2', '县教育局'],
    ],
    ['behind its colon', [['申请单位：县教育局'], ['日期：2024-01-15']], [], ['A1', '县教育局']],
    [
      'behind its colon, beside another label',
      [['申请单位名称：县教育局      日期：2024年1月15日']],
      [],
      ['A1', '县教育局'],
    ],
    ['behind a gap', [['申请单位　　县教育局'], ['日期', '2024-01-15']], [], ['A1', '县教育局']],
    [
      'right of a label with a colon',
      [
        ['申请单位：', '县教育局'],
        ['日期：', '2024-01-15'],
      ],
      [],
      ['B1', '县教育局'],
    ],
    [
      'nowhere: then in the empty cell beside',
      [
        ['申请单位', null],
        ['日期', '2024-01-15'],
      ],
      [],
      ['B1', null],
    ],
    [
      'nowhere: then behind the colon, where there is room',
      [['申请单位名称：            日期：    年  月  日']],
      [],
      ['A1', null],
    ],
    [
      'nowhere, a label follows right away',
      [
        ['申请单位', '日期', '2024-01-15'],
        ['日期', '2024-01-15'],
      ],
      [],
      ['A1', null],
    ],
  ] as const) {
    it(title, () => {
      assert.deepEqual(fieldOf(locateIn(FACTS, rows, merges), '申请单位'), expected);
    });
  }

  it('a long text stands below its label, or behind the colon', () => {
    for (const rows of [
      [['购置依据或理由：'], ['现有电脑超过六年。']],
      [['购置依据或理由：现有电脑超过六年。']],
    ] as const) {
      const filled = locateIn(FACTS, [['申请单位', '县教育局', '日期', '2024-01-15'], ...rows], ['A2:B2', 'A3:B3']);
      assert.equal(fieldOf(filled, '理由')[1], '现有电脑超过六年。');
    }
  });

  it('what follows below is no value when it begins another part of the form', () => {
    const filled = locateIn(
      FACTS,
      [['申请单位', '县教育局', '日期', '2024-01-15'], ['申请IP地址数量：'], ['注：本表一式三份。']],
      ['A2:B2', 'A3:B3'],
    );
    assert.deepEqual(fieldOf(filled, '地址数量'), ['A2', null]);
  });

  for (const [text, value] of [
    ['申请IP地址数量：2个（政务外网会自动分配固定IP）', 2],
    ['申请IP地址数量：（政务外网会自动分配固定IP）2', 2],
    ['申请IP地址数量：（政务外网会自动分配固定IP）2个', 2],
    ['申请IP地址数量：（政务外网会自动分配固定IP）', null],
  ] as const) {
    it(`${text} says ${String(value)}`, () => {
      assert.equal(
        fieldOf(locateIn(FACTS, [['申请单位', '县教育局', '日期', '2024-01-15'], [text]]), '地址数量')[1],
        value,
      );
    });
  }
});

describe('locate: a label that stands several times belongs to the label before it', () => {
  for (const [title, rows] of [
    [
      'in the same row',
      [
        ['申请单位', '县教育局'],
        ['项目负责人', '王丽', '联系电话', MANAGER],
        ['项目联系人', '李强', '联系电话', CONTACT],
      ],
    ],
    [
      'in one row for both',
      [
        ['申请单位', '县教育局'],
        ['项目负责人', '王丽', '联系电话', MANAGER, '项目联系人', '李强', '联系电话', CONTACT],
      ],
    ],
    [
      'in the row below',
      [
        ['申请单位', '县教育局'],
        ['项目负责人', '王丽'],
        ['联系电话', MANAGER],
        ['项目联系人', '李强'],
        ['联系电话', CONTACT],
      ],
    ],
    [
      'in one cell',
      [['申请单位：县教育局'], [`项目负责人：王丽  联系电话：${MANAGER}`], [`项目联系人：李强  联系电话：${CONTACT}`]],
    ],
    [
      'named in full',
      [
        ['申请单位', '县教育局'],
        ['项目联系人', '李强'],
        ['项目联系人联系电话', CONTACT],
        ['项目负责人', '王丽'],
        ['项目负责人联系电话', MANAGER],
      ],
    ],
  ] as const) {
    it(title, () => {
      const filled = locateIn(CONTACTS, rows);
      assert.deepEqual([fieldOf(filled, '负责人电话')[1], fieldOf(filled, '联系人电话')[1]], [MANAGER, CONTACT]);
    });
  }

  it('and is not taken from the next person when it is missing', () => {
    const filled = locateIn(CONTACTS, [
      ['申请单位', '县教育局'],
      ['项目负责人', '王丽'],
      ['项目联系人', '李强', '联系电话', CONTACT],
    ]);
    assert.deepEqual(fieldOf(filled, '负责人电话'), ['not found']);
    assert.equal(fieldOf(filled, '联系人电话')[1], CONTACT);
  });
});

describe('locate: options to tick', () => {
  const NETWORKS = smallForm(`
fields:
  申请单位: {}
  云: { label: 基于网络, type: ticks, choices: [智慧云, 公共云, 行政云] }
  网络: { label: 基于网络, type: ticks, choices: [互联网, 政务外网, 其他] }
`);
  for (const [title, rows, merges] of [
    ['in a cell for each group', [['基于网络', '□智慧云\n☑公共云\n□行政云', '□互联网 ☑政务外网 □其他']], []],
    ['in one cell', [['基于网络', '□智慧云 ☑公共云 □行政云 □互联网 ☑政务外网 □其他']], []],
    [
      'in rows of their own',
      [
        ['基于网络', '□智慧云 ☑公共云 □行政云'],
        [null, '□互联网 ☑政务外网 □其他'],
      ],
      ['A2:A3'],
    ],
    [
      'in a cell each',
      [
        ['基于网络', '□智慧云', '☑公共云', '□行政云'],
        [null, '□互联网', '☑政务外网', '□其他'],
      ],
      [],
    ],
    [
      'with the marks in cells of their own',
      [
        ['基于网络', '智慧云', '□', '公共云', '√', '行政云', '□'],
        [null, '互联网', '□', '政务外网', '√', '其他', '□'],
      ],
      [],
    ],
    [
      'with the marks in cells left of them',
      [
        ['基于网络', null, '智慧云', '√', '公共云', null, '行政云'],
        [null, null, '互联网', '√', '政务外网', null, '其他'],
      ],
      [],
    ],
    [
      'with boxes in cells left of them',
      [
        ['基于网络', '□', '智慧云', '√', '公共云', '□', '行政云'],
        [null, '□', '互联网', '☑', '政务外网', '□', '其他'],
      ],
      [],
    ],
    [
      'both groups in one row, with the marks right of them',
      [['基于网络', '智慧云', '□', '公共云', '√', '行政云', '□', '互联网', '□', '政务外网', '√', '其他', '□']],
      [],
    ],
    [
      'both groups in one row, with the marks left of them',
      [['基于网络', '□', '智慧云', '√', '公共云', '□', '行政云', '□', '互联网', '√', '政务外网', '□', '其他']],
      [],
    ],
    ['behind the colon of the label', [['基于网络：□智慧云 ☑公共云 □行政云 □互联网 ☑政务外网 □其他']], []],
    [
      'behind the colon, and in the row below',
      [['基于网络：□智慧云 ☑公共云 □行政云'], ['□互联网 ☑政务外网 □其他']],
      [],
    ],
    ['as plain words', [['基于网络', '公共云、政务外网']], []],
  ] as const) {
    it(title, () => {
      const filled = locateIn(NETWORKS, [['申请单位', '县教育局'], ...rows], merges);
      assert.deepEqual(
        [filled.fields.get('云')?.reading.list, filled.fields.get('网络')?.reading.list],
        [['公共云'], ['政务外网']],
      );
    });
  }

  it('one below the other, beside those of another label', () => {
    const form = smallForm(`
fields:
  申请单位: {}
  性质: { type: ticks, choices: [软件类, 硬件类] }
  网络: { type: ticks, choices: [互联网, 政务外网, 业务专网] }
`);
    const filled = locateIn(form, [
      ['申请单位', '县教育局'],
      ['性质', '网络'],
      ['☑软件类', '☑互联网'],
      ['□硬件类', '□政务外网'],
      [null, '☑业务专网'],
    ]);
    assert.deepEqual(
      [filled.fields.get('性质')?.reading.list, filled.fields.get('网络')?.reading.list],
      [['软件类'], ['互联网', '业务专网']],
    );
  });
});

describe('locate: a sentence with blanks', () => {
  const CHANGE = smallForm(`
sections: { 前: [申请政务云], 后: [变更如下] }
sentences: [{ section: 前, text: '{系统}系统于{日期}申请政务云{域}域资源如下' }]
fields:
  申请单位: {}
  系统: {}
  日期: { type: date }
  域: {}
  前数量: { label: IP地址数量, section: 前, type: integer, units: [个] }
  后数量: { label: IP地址数量, section: 后, type: integer }
tables:
  前: { section: 前, columns: { 服务器名称: {}, 数量: { type: integer } } }
  后: { section: 后, columns: { 服务器名称: {}, 数量: { type: integer } } }
`);
  const rows = [
    ['申请单位', '县教育局'],
    ['排课 系统于 2023年5月6日 申请政务云互联网域资源如下：'],
    ['服务器名称', '数量'],
    ['甲', 1],
    ['3.IP地址数量：', 2],
    ['本项目申请资源变更如下：'],
    ['服务器名称', '数量'],
    ['乙', 3],
    ['IP地址数量', 4],
  ];

  it('fills its fields, and the parts before and after keep their own', () => {
    const filled = locateIn(CHANGE, rows);
    assert.deepEqual(fieldOf(filled, '系统'), ['A2', '排课']);
    assert.deepEqual(fieldOf(filled, '日期'), ['A2', 45052]);
    assert.deepEqual(fieldOf(filled, '域'), ['A2', '互联网']);
    assert.deepEqual(
      [fieldOf(filled, '前数量'), fieldOf(filled, '后数量')],
      [
        ['B5', 2],
        ['B9', 4],
      ],
    );
    const names = ['前', '后'].map((key) => filled.tables.get(key)?.columns.get('服务器名称')?.readings.at(-1)?.value);
    assert.deepEqual(names, ['甲', '乙']);
  });

  it('leaves out what is printed before its first blank', () => {
    for (const lead of ['需求说明：', '一、需求说明\n变更前: ', '现有系统运行正常。']) {
      const filled = locateIn(CHANGE, rows.with(1, [`${lead}排课系统于2023年5月6日申请政务云互联网域资源如下：`]));
      assert.deepEqual(fieldOf(filled, '系统'), ['A2', '排课'], lead);
    }
  });

  it('a cell with whole paragraphs ends one part and opens the next', () => {
    const merged = ['3.IP地址数量：2个\n\n根据监控情况，本项目申请资源变更如下：\n1.信息系统资源：'];
    const filled = locateIn(
      CHANGE,
      rows.flatMap((row, i) => (i === 4 ? [merged] : i === 5 ? [] : [row])),
    );
    assert.deepEqual(
      [fieldOf(filled, '前数量'), fieldOf(filled, '后数量')],
      [
        ['A5', 2],
        ['B8', 4],
      ],
    );
  });

  it('is missing: the parts are told apart by their order', () => {
    const filled = locateIn(
      CHANGE,
      rows.filter((_, i) => i !== 1 && i !== 5),
    );
    const names = ['前', '后'].map((key) => filled.tables.get(key)?.columns.get('服务器名称')?.readings.at(-1)?.value);
    assert.deepEqual(names, ['甲', '乙']);
  });
});

describe('locate: a label that is nowhere is told once', () => {
  it('as an error where its value is required, else for information', () => {
    const filled = locateIn(CONTACTS, [
      ['项目负责人', '王丽', '联系电话', MANAGER],
      ['项目联系人', '李强', '联系电话', CONTACT],
    ]);
    assert.deepEqual(
      filled.oddities.map(({ case: name, severity, field }) => [name, severity, field]),
      [
        ['missing-field', 'error', '申请单位'],
        ['missing-field', 'info', '邮箱'],
      ],
    );
    assert.equal(odditiesOf(filled)[0], 'missing-field – 申请单位');
  });
});

describe('locate: a date without a label', () => {
  const UNDATED = smallForm(`
fields:
  单位: { label: [单位名称（盖章）, 单位名称] }
  填报日期: { label: [填报日期, 日期], type: date, beside: 单位 }
  项目名称: {}
`);
  const [PROJECT, DAY] = [['项目名称', '智慧水务'], 45058];
  for (const [where, rows, unit, date] of [
    ['behind a value', [['单位名称（盖章）：县水利局        2023年5月12日'], PROJECT], ['A1', '县水利局'], ['A1', DAY]],
    [
      'in the same row',
      [['单位名称（盖章）：县水利局', null, '2023年 5月 12日'], PROJECT],
      ['A1', '县水利局'],
      ['C1', DAY],
    ],
    [
      'right of the value',
      [['单位名称（盖章）：', '县水利局', '2023-05-12'], PROJECT],
      ['B1', '县水利局'],
      ['C1', DAY],
    ],
    ['right of nothing', [['单位名称（盖章）：', null, '2023-05-12'], PROJECT], ['B1', null], ['C1', DAY]],
    [
      'just below',
      [['单位名称（盖章）：县水利局'], [], [null, null, '2023年5月12日'], PROJECT],
      ['A1', '县水利局'],
      ['C3', DAY],
    ],
    [
      'with a label after all',
      [['单位名称', '县水利局', '日期', '2023-05-12'], PROJECT],
      ['B1', '县水利局'],
      ['D1', DAY],
    ],
    [
      'printed and not filled in',
      [['单位名称（盖章）：', null, '    年   月   日'], PROJECT],
      ['B1', null],
      ['C1', null],
    ],
    ['printed behind the label', [['单位名称（盖章）：        年   月   日'], PROJECT], ['A1', null], ['A1', null]],
    [
      'nowhere',
      [['单位名称（盖章）：县水利局'], ['项目名称', '2023年5月12日'], ['2023-05-12']],
      ['A1', '县水利局'],
      ['A1', null],
    ],
  ] as const) {
    it(where, () => {
      const filled = locateIn(UNDATED, rows);
      assert.deepEqual([fieldOf(filled, '单位'), fieldOf(filled, '填报日期')], [unit, date]);
    });
  }
});

describe('locate: a number beside its printed unit', () => {
  it('is as tidy as it can be', () => {
    const form = smallForm('fields:\n  投资额: { type: money, unit: 万元, hints: [（万元）] }\n  单位: {}');
    const filled = locateIn(form, [
      ['投资额', '298.5（万元）'],
      ['单位', '县水利局'],
    ]);
    assert.deepEqual([fieldOf(filled, '投资额'), filled.fields.get('投资额')?.reading.remarks], [['B1', 298.5], []]);
  });
});

describe('locate: labels side by side over their values', () => {
  const form = smallForm(
    'fields:\n  财政投资: { type: money }\n  自筹资金: { type: money }\n  合计: { type: money, required: true }',
  );

  it('the last one, too, where nothing is filled in', () => {
    const filled = locateIn(form, [
      ['资金构成', '财政投资', '自筹资金', '合计'],
      [null, 100, 20, null],
      ['备注', null, null, null],
    ]);
    assert.deepEqual(
      ['财政投资', '自筹资金', '合计'].map((key) => fieldOf(filled, key)),
      [
        ['B2', 100],
        ['C2', 20],
        ['D2', null],
      ],
    );
  });
});
