import assert from 'node:assert/strict';
import { DEVICES, locateIn, odditiesOf, rowsOf, smallForm } from './small-form.ts';

const HEADER = ['序号', '部门', '设备名称', '类别', '数量', '金额（元）'];
const ROW = [1, '办公室', '打印机', '新增', 2, 3000];
const NAMES = ['部门', '设备名称', '数量', '金额'];
const FOUND = ['办公室', '打印机', 2, 3000];

describe('locate: the header of a table', () => {
  for (const [title, rows, expected] of [
    ['stands in the first row', [HEADER, ROW], [2, ...FOUND]],
    [
      'stands below an annex number, a title and a line for the office',
      [['附件1：'], ['设备登记表'], ['填报单位：县统计局　　填报日期：2024年3月'], HEADER, ROW],
      [5, ...FOUND],
    ],
    [
      'has its columns in another order',
      [
        ['金额（元）', '数量', '类别', '设备名称', '部门'],
        [3000, 2, '新增', '打印机', '办公室'],
      ],
      [2, ...FOUND],
    ],
    [
      'has line breaks, spaces, asterisks, full-width letters and remarks in brackets',
      [['序 号', '部门\n名称', '*设备 名称', '类别（新增、更新）', '数 量', '金　额\n（元）'], ROW],
      [2, ...FOUND],
    ],
    [
      'has further columns',
      [
        [...HEADER, '备注'],
        [...ROW, '无'],
      ],
      [2, ...FOUND],
    ],
    ['has a column named almost alike', [['序号', '部门', '设备名称明细', '类别', '数量', '金额'], ROW], [2, ...FOUND]],
  ] as const) {
    it(title, () => {
      const filled = locateIn(DEVICES, rows);
      assert.deepEqual(rowsOf(filled, NAMES), [expected]);
    });
  }

  const PAYMENTS = smallForm(`
tables:
  items:
    columns:
      项目: { required: true }
      收款全称: { label: 全称, group: 收款人 }
      收款账号: { label: 账号, group: 收款人 }
      付款全称: { label: 全称, group: 付款人 }
      付款账号: { label: 账号, group: 付款人 }
`);
  const TWO_ROWS = [
    ['项目', '付款人', null, '收款人', null],
    [null, '全称', '账号', '全称', '账号'],
    ['宽带', '县财政局', '001', '电信公司', '002'],
  ] as const;
  const payment = [3, '电信公司', '002', '县财政局', '001'];

  it('has two rows, the upper one merged over its group', () => {
    const filled = locateIn(PAYMENTS, TWO_ROWS, ['A1:A2', 'B1:C1', 'D1:E1']);
    assert.deepEqual(rowsOf(filled, ['收款全称', '收款账号', '付款全称', '付款账号']), [payment]);
    assert.deepEqual(odditiesOf(filled), []);
  });

  it('has the official word of a column behind another one for it', () => {
    const filled = locateIn(DEVICES, [
      ['部门名称', '部门', '设备名称', '类别', '数量', '金额'],
      ['代码01', '办公室', '打印机', '新增', 2, 3000],
    ]);
    assert.deepEqual(rowsOf(filled, ['部门']), [[2, '办公室']]);
  });

  it('has two rows, the upper one written once and not merged', () => {
    const filled = locateIn(PAYMENTS, TWO_ROWS);
    assert.deepEqual(rowsOf(filled, ['收款全称', '收款账号', '付款全称', '付款账号']), [payment]);
  });

  it('is repeated on the next printed page', () => {
    const filled = locateIn(DEVICES, [HEADER, ROW, HEADER, [2, '办公室', '扫描仪', '更新', 1, 500]]);
    assert.deepEqual(rowsOf(filled, ['设备名称']), [
      [2, '打印机'],
      [4, '扫描仪'],
    ]);
  });
});

describe('locate: a header with two rows', () => {
  const form = smallForm(`
tables:
  items:
    columns:
      名称: { required: true }
      分类: { label: 分类, group: 格式 }
      类型: { label: 类型, group: 格式 }
      数量: { type: integer }
      周期: {}
`);
  const top = ['名称', '格式', null, '数量', '周期'];
  const low = [null, '分类', '类型'];
  const row = ['甲', '电子', 'pdf', 1, '每年'];

  for (const [says, heads] of [
    ['in brackets', ['格式（分类）', '格式（类型）']],
    ['behind a dash', ['格式-分类', '格式—类型']],
    ['behind a stroke', ['格式/分类', '格式 / 类型']],
    ['behind a colon', ['格式：分类', '格式:类型']],
    ['on a line below', ['格式\n分类', '格式\n类型']],
  ] as const) {
    it(`may be written in one, the lower ${says}`, () => {
      const joined = smallForm(`
tables:
  items:
    columns:
      名称: { required: true }
      分类: { label: [分类, 格式分类], group: 格式 }
      类型: { label: [类型, 格式类型], group: 格式 }
      数量: { type: integer }
      周期: {}
`);
      const filled = locateIn(joined, [['名称', ...heads, '数量', '周期'], row]);
      assert.deepEqual(rowsOf(filled, ['分类', '类型']), [[2, '电子', 'pdf']]);
      assert.deepEqual(odditiesOf(filled), []);
    });
  }

  it('is repeated on the next printed page with both of them', () => {
    const merges = ['A1:A2', 'B1:C1', 'D1:D2', 'E1:E2', 'A4:A5', 'B4:C4', 'D4:D5', 'E4:E5'];
    const filled = locateIn(form, [top, low, row, top, low, row], merges);
    assert.deepEqual(rowsOf(filled, []).flat(), [3, 6]);
    assert.deepEqual(odditiesOf(filled), []);
  });

  it('is repeated on a hundred pages', () => {
    const page = [top, low, row];
    const filled = locateIn(
      form,
      Array.from({ length: 300 }, (_, i) => page[i % 3] ?? []),
    );
    assert.equal(filled.tables.get('items')?.rows.length, 100);
  });
});

describe('locate: what a header has wrong is told once', () => {
  for (const [title, rows, expected] of [
    [
      'a required column is missing',
      [
        ['序号', '部门', '设备名称', '类别', '金额'],
        [1, '办公室', '打印机', '新增', 3000],
        [2, '办公室', '扫描仪', '新增', 1],
      ],
      ['missing-column A1 数量'],
    ],
    [
      'two columns have one heading',
      [
        ['部门', '设备名称', '类别', '数量', '数量', '金额'],
        ['办公室', '打印机', '新增', 2, 3, 3000],
      ],
      ['doubled-column E1 数量'],
    ],
    [
      'another word for a column beside the official one heads a column of somebody’s own',
      [
        ['部门名称', '部门', '设备名称', '类别', '数量', '金额'],
        ['代码01', '办公室', '打印机', '新增', 2, 3000],
      ],
      [],
    ],
    [
      'a column with values has no heading',
      [
        ['部门', '设备名称', null, '类别', '数量', '金额'],
        ['办公室', '打印机', 'A', '新增', 2, 3000],
      ],
      ['unnamed-column C1 –'],
    ],
    [
      'the first column has lost its heading',
      [
        [null, '设备名称', '类别', '数量', '金额'],
        ['办公室', '打印机', '新增', 2, 3000],
      ],
      ['missing-column A1 部门', 'unnamed-column A1 –'],
    ],
    [
      'remarks left of a table that is complete',
      [
        [null, '部门', '设备名称', '类别', '数量', '金额'],
        ['已核', '办公室', '打印机', '新增', 2, 3000],
      ],
      [],
    ],
    [
      'a heading is known only by likeness',
      [
        ['部门', '设备名称明细', '类别', '数量', '金额'],
        ['办公室', '打印机', '新增', 2, 3000],
      ],
      ['renamed-column B1 设备名称'],
    ],
    [
      'remarks beside the table are nobody’s business',
      [
        ['部门', '设备名称', '类别', '数量', '金额', null],
        ['办公室', '打印机', '新增', 2, 3000, '已核'],
      ],
      [],
    ],
  ] as const) {
    it(title, () => {
      assert.deepEqual(odditiesOf(locateIn(DEVICES, rows)), expected);
    });
  }
});

describe('locate: the rows of a table', () => {
  const second = [2, '财务科', '扫描仪', '更新', 1, 500];
  for (const [title, below, rows, oddities, merges] of [
    ['end with a total', [second, ['合计', null, null, null, 3, 3500]], [2, 3], []],
    ['end with a total written wide', [second, [null, '合      计：', null, null, 3, 3500]], [2, 3], []],
    [
      'are broken by subtotals',
      [['小计', null, null, null, 2, 3000], second, ['总计（元）', null, null, null, 3, 3500]],
      [2, 4],
      [],
    ],
    [
      'end with notes',
      [second, ['注：本表一式三份。'], ['填表说明：'], ['1. 设备名称写全称；'], ['2.数量填整数。']],
      [2, 3],
      [],
    ],
    ['end with lines for signatures', [second, [], ['填表人：张三', null, null, '联系电话：8888']], [2, 3], []],
    ['go on below blank rows, which is told', [[], [], second], [2, 5], ['blank-rows A3 –']],
    [
      'may be merged over two rows each',
      [[], second, []],
      [2, 4],
      [],
      ['B2:B3', 'C2:C3', 'D2:D3', 'B4:B5', 'C4:C5', 'D4:D5'],
    ],
    [
      'do not go on in lines for signatures spread over cells',
      [
        second,
        [],
        ['审核人：王五', null, '填表人：张三', '联系电话：8888', '日期：2024年3月'],
        ['经办人', '李四', '联系电话', '13812345678', '日期', '2024年3月5日'],
        ['制表：', '李四', '复核：', '王五', '填报日期：', '2024年3月5日'],
        ['填表人', '李四'],
        [null, null, '负责人签字', null, '联系电话'],
      ],
      [2, 3],
      [],
    ],
    [
      'do not go on in the name of the office and the date, as below a letter',
      [second, [], [null, null, null, null, '县统计局'], [null, null, null, null, '2024年3月5日']],
      [2, 3],
      [],
    ],
    [
      'nor in a place for the seal',
      [second, [null, null, null, '填报单位（盖章）'], [null, null, null, '年    月    日']],
      [2, 3],
      [],
    ],
    [
      'are not lines for signatures because of a word',
      [
        [2, '办公室', '联系电话', '新增', 1, 5],
        [null, null, '联系电话', '更新', 1, 5],
        [null, null, '负责人', null, 2],
      ],
      [2, 3, 4, 5],
      ['carried-down B4 部门'],
    ],
    ['do not count rows with nothing but 序号', [second, [3], [4], [5]], [2, 3], []],
    [
      'do not count rows with nothing but a value that goes on from above',
      [second, [3, '财务科'], [4, '财务科'], [5, '同上']],
      [2, 3],
      [],
    ],
    ['count a numbered row with nothing but an office of its own', [second, [3, '总务科']], [2, 3, 4], []],
    [
      'count each such row, also between others and before a total',
      [
        [2, '总务科'],
        [3, '财务科', '扫描仪', '更新', 1, 500],
        [4, '信息科'],
        ['合计', null, null, null, 3, 3500],
      ],
      [2, 3, 4, 5],
      [],
    ],
    [
      'do not count a row whose office is that of the rows below it',
      [
        [2, '财务科'],
        [3, null, '扫描仪', '更新', 1, 500],
      ],
      [2, 4],
      ['carried-down B4 部门'],
    ],
    ['do not count a word at the left that may be anything', [second, [], ['以上情况属实']], [2, 3], []],
    ...(
      [
        ['0', 0],
        ['nothing', ''],
        ['no result', null],
        ['a division by nothing', { error: '#DIV/0!' }],
        ['no match', { error: '#N/A' }],
        ['0 as text', '0.00'],
      ] as const
    ).map(
      ([says, value]) =>
        [
          `do not count numbered rows with a formula that gives ${says}`,
          [
            second,
            ...[4, 5, 6].map((row) => [row - 1, null, null, null, null, { formula: `E${String(row)}*1`, value }]),
          ],
          [2, 3],
          [],
        ] as const,
    ),
    [
      'count a row whose formulas give something',
      [second, [3, null, { formula: 'B9', value: '投影仪' }, null, null, { formula: 'E4*1', value: 0 }]],
      [2, 3, 4],
      ['carried-down B4 部门'],
    ],
    [
      'count a row with a broken reference',
      [second, [3, null, null, null, null, { formula: 'E9*1', value: { error: '#REF!' } }]],
      [2, 3, 4],
      ['carried-down B4 部门'],
    ],
    [
      'do not count rows with nothing but a choice made beforehand, which is told once',
      [second, [3, null, null, '新增'], [4, null, null, '新增'], [5, null, null, '新增']],
      [2, 3],
      ['preset-rows A4 –'],
    ],
    [
      'nor where a formula beside the choice gives 0',
      [second, ...[4, 5].map((row) => [row, null, null, '新增', null, { formula: `E${String(row)}*1`, value: 0 }])],
      [2, 3],
      ['preset-rows A4 –'],
    ],
    [
      'nor rows with nothing but a 0',
      [second, [3, null, null, null, null, 0], [4, null, null, null, null, 0]],
      [2, 3],
      ['preset-rows A4 –'],
    ],
    [
      'do not count an example left in, which is told',
      [['示例', '××局', '电脑', '新增', 1, 5000], second],
      [2, 4],
      ['example-row A3 –'],
    ],
    [
      'count a row that is only half filled',
      [[null, null, '扫描仪', null, null, null]],
      [2, 3],
      ['carried-down B3 部门'],
    ],
    ['do not count cells with nothing but blanks', [second, [' ', '　', '\u200b', '\n']], [2, 3], []],
  ] as const) {
    it(title, () => {
      const filled = locateIn(DEVICES, [HEADER, ROW, ...below], merges);
      assert.deepEqual(rowsOf(filled, []).flat(), rows);
      assert.deepEqual(odditiesOf(filled), oddities);
    });
  }

  it('are told of by their numbers where they are blank', () => {
    const filled = locateIn(DEVICES, [HEADER, ROW, [], [], [], [], [], [], second, [], second]);
    assert.deepEqual(
      filled.oddities.map(({ params }) => params),
      [{ count: 7, rows: ['3–8', '10'] }],
    );
  });

  it('are not broken by a group’s name merged across', () => {
    const filled = locateIn(DEVICES, [HEADER, ['机关（2台）'], ROW, ['下属单位（1台）'], second], ['A2:F2', 'A4:F4']);
    assert.deepEqual(rowsOf(filled, ['设备名称']), [
      [3, '打印机'],
      [5, '扫描仪'],
    ]);
    assert.deepEqual(odditiesOf(filled), []);
  });
});

describe('locate: values that stand elsewhere', () => {
  it('a merged block stands for all its rows, written where it begins', () => {
    const filled = locateIn(
      DEVICES,
      [HEADER, ROW, [2, null, '扫描仪', '更新', 1, 500], [3, null, '投影仪', '更新', 1, 900]],
      ['B2:B4'],
    );
    assert.deepEqual(rowsOf(filled, ['部门']), [
      [2, '办公室'],
      [3, '办公室'],
      [4, '办公室'],
    ]);
    assert.deepEqual([...(filled.tables.get('items')?.columns.get('部门')?.writtenIn ?? [])], [1, 1, 1]);
    assert.deepEqual(odditiesOf(filled), []);
  });

  it('a blank below means as above, until something else or a total begins', () => {
    const filled = locateIn(DEVICES, [
      HEADER,
      ROW,
      [2, null, '扫描仪', '更新', 1, 500],
      [3, '财务科', '投影仪', '更新', 1, 900],
      ['小计', null, null, null, 4, 4400],
      [4, null, '一体机', '更新', 1, 900],
    ]);
    assert.deepEqual(rowsOf(filled, ['部门']), [
      [2, '办公室'],
      [3, '办公室'],
      [4, '财务科'],
      [6, null],
    ]);
  });

  it('filling down is offered once, for all blanks', () => {
    const filled = locateIn(DEVICES, [
      HEADER,
      ROW,
      [2, null, '扫描仪', '更新', 1, 500],
      [3, null, '投影仪', '更新', 1, 9],
    ]);
    const [oddity] = filled.oddities;
    assert.deepEqual(odditiesOf(filled), ['carried-down B3 部门']);
    assert.deepEqual(oddity?.fixes, [
      { at: { row: 2, column: 1 }, value: '办公室' },
      { at: { row: 3, column: 1 }, value: '办公室' },
    ]);
  });

  it('a placeholder or example is not filled down', () => {
    for (const left of ['XX局', '××科', '如：办公室', '例如办公室']) {
      const filled = locateIn(DEVICES, [
        HEADER,
        [1, left, '打印机', '新增', 1, 900],
        [2, null, '扫描仪', '更新', 1, 500],
      ]);
      assert.deepEqual(odditiesOf(filled), ['carried-down B3 部门'], left);
      assert.deepEqual(filled.oddities[0]?.fixes, [], left);
    }
  });

  it('a new value in one carried column ends what is carried in the next', () => {
    const form = smallForm(`
tables:
  items:
    columns:
      部门: { carryDown: true }
      资源: { carryDown: true }
      项: { required: true }
      数量: { type: integer }
`);
    const filled = locateIn(form, [
      ['部门', '资源', '项', '数量'],
      ['办公室', '文件', '标题', 1],
      [null, null, '文号', 1],
      ['财务科', null, '账号', 1],
    ]);
    assert.deepEqual(rowsOf(filled, ['部门', '资源', '项']), [
      [2, '办公室', '文件', '标题'],
      [3, '办公室', '文件', '文号'],
      [4, '财务科', null, '账号'],
    ]);
  });

  for (const mark of ['同上', '〃', '"', '″', '--']) {
    it(`${mark} takes the value above and offers to write it`, () => {
      const filled = locateIn(DEVICES, [HEADER, ROW, [2, '办公室', '扫描仪', mark, 1, 500]]);
      assert.deepEqual(rowsOf(filled, ['类别']).at(-1), [3, '新增']);
      assert.deepEqual(odditiesOf(filled), ['ditto D3 类别']);
      assert.deepEqual(filled.oddities[0]?.fixes, [{ at: { row: 2, column: 3 }, value: '新增' }]);
    });
  }

  for (const mark of ['同上', '〃', '"', '″']) {
    it(`${mark} with nothing above it is told once, and taken for no value`, () => {
      const rows = [HEADER, [1, mark, '打印机', '新增', 2, 3000], [2, mark, '扫描仪', '更新', 1, 500]];
      const filled = locateIn(DEVICES, rows);
      assert.deepEqual(rowsOf(filled, ['部门']), [
        [2, null],
        [3, null],
      ]);
      assert.deepEqual(odditiesOf(filled), ['ditto-of-nothing B2 部门']);
      assert.equal(filled.oddities[0]?.fixes, undefined);
    });
  }

  it('同上 merged over several rows is what stands above, in each of them', () => {
    const rows = [HEADER, ROW, [2, '同上', '扫描仪', '更新', 1, 500], [3, null, '键盘', '更新', 1, 50]];
    assert.deepEqual(rowsOf(locateIn(DEVICES, rows, ['B3:B4']), ['部门']), [
      [2, '办公室'],
      [3, '办公室'],
      [4, '办公室'],
    ]);
    const first = [HEADER, [1, '同上', '扫描仪', '更新', 1, 500], [2, null, '键盘', '更新', 1, 50]];
    assert.deepEqual(odditiesOf(locateIn(DEVICES, first, ['B2:B3'])), ['ditto-of-nothing B2 部门']);
  });

  it('同上 below a blank cell is told, -- says that there is nothing', () => {
    const rows = (mark: string): readonly (readonly (string | number | null)[])[] => [
      [...HEADER],
      [1, '办公室', '打印机', null, 2, 3000],
      [2, '办公室', '扫描仪', mark, 1, 500],
    ];
    assert.deepEqual(odditiesOf(locateIn(DEVICES, rows('同上'))), ['ditto-of-nothing D3 类别']);
    assert.deepEqual(odditiesOf(locateIn(DEVICES, rows('--'))), []);
  });

  it('同上 merged over several columns is told, and taken for none of them', () => {
    const filled = locateIn(DEVICES, [HEADER, ROW, [2, '同上', null, null, 1, 500]], ['B3:D3']);
    assert.deepEqual(odditiesOf(filled), ['merged-ditto B3 部门']);
    assert.deepEqual(rowsOf(filled, ['部门', '设备名称', '类别']).at(-1), [3, null, null, null]);
  });

  it('a merged choice stands for all its rows, a blank below one for none', () => {
    const rows = [HEADER, ROW, [2, '办公室', '扫描仪', null, 1, 500]];
    assert.deepEqual(rowsOf(locateIn(DEVICES, rows, ['D2:D3']), ['类别']), [
      [2, '新增'],
      [3, '新增'],
    ]);
    assert.deepEqual(rowsOf(locateIn(DEVICES, rows), ['类别']), [
      [2, '新增'],
      [3, null],
    ]);
  });

  it('an amount merged over two rows counts once', () => {
    const filled = locateIn(DEVICES, [HEADER, ROW, [2, '办公室', '扫描仪', '更新', 1, null]], ['F2:F3']);
    assert.deepEqual(rowsOf(filled, ['金额']), [
      [2, 3000],
      [3, null],
    ]);
  });
});

describe('locate: the unit of money', () => {
  for (const [title, rows, value] of [
    [
      'is that of the definition where nothing is said',
      [
        ['部门', '设备名称', '类别', '数量', '金额'],
        ['办公室', '打印机', '新增', 2, 3000],
      ],
      3000,
    ],
    [
      'is the heading’s',
      [
        ['部门', '设备名称', '类别', '数量', '金额（万元）'],
        ['办公室', '打印机', '新增', 2, 0.3],
      ],
      3000,
    ],
    [
      'is that of a line above',
      [
        ['填报单位：县统计局　单位：万元'],
        ['部门', '设备名称', '类别', '数量', '金额'],
        ['办公室', '打印机', '新增', 2, 0.3],
      ],
      3000,
    ],
    [
      'is not the name of the office that fills the form in',
      [
        ['填报单位：万元镇人民政府'],
        ['部门', '设备名称', '类别', '数量', '金额'],
        ['办公室', '打印机', '新增', 2, 3000],
      ],
      3000,
    ],
  ] as const) {
    it(title, () => {
      assert.equal(rowsOf(locateIn(DEVICES, rows), ['金额'])[0]?.[1], value);
    });
  }
});
