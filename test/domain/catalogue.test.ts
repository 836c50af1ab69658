import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { messageOf } from '../../src/rules/messages.ts';
import { CATALOGUE_HEADINGS } from '../right-catalogue.ts';
import { figuresOf, judge, verdicts } from './judge.ts';

type Heading = (typeof CATALOGUE_HEADINGS)[number];
type Row = Partial<Record<Heading, CellValue>>;

const RIGHT: Record<Heading, CellValue> = {
  部门名称: '县民政局',
  信息资源名称: '低保对象信息',
  格式分类: '数据库类',
  格式类型: 'oracle',
  信息项名称: '姓名',
  数据类型: '字符型C',
  数据长度: 50,
  共享类型: '有条件共享',
  共享方式: '接口',
  是否向社会开放: '否',
  开放条件: null,
  数据更新周期: '每月',
};

function rowsOf(changes: readonly Row[]): CellValue[][] {
  return [
    [...CATALOGUE_HEADINGS],
    ...changes.map((change) => CATALOGUE_HEADINGS.map((heading) => ({ ...RIGHT, ...change })[heading] ?? null)),
  ];
}

function judged(...changes: readonly Row[]): string[] {
  return verdicts(judge('yunyang/catalogue', rowsOf(changes)));
}

/** Each change to a row that is right in every way, and what is said of it. */
type Cases = readonly (readonly [string, Row, ...string[]])[];

function table(title: string, cases: Cases): void {
  describe(`catalogue: ${title}`, () => {
    for (const [says, change, ...expected] of cases) it(says, () => assert.deepEqual(judged(change), expected));
  });
}

const FILE: Row = { 格式分类: '电子文件', 格式类型: 'pdf', 数据类型: null, 数据长度: null };

table('what an item row must have', [
  ['all of it is there', {}],
  ['信息资源名称', { 信息资源名称: null }, 'E 信息资源名称 required/missing'],
  ['格式分类', { 格式分类: null }, 'E 格式分类 required/missing'],
  ['格式类型', { 格式类型: null }, 'E 格式类型 required/missing'],
  ['信息项名称', { 信息项名称: null }, 'E 信息项名称 required/missing'],
  ['共享类型', { 共享类型: null }, 'E 共享类型 required/missing'],
  ['是否向社会开放', { 是否向社会开放: null }, 'E 是否向社会开放 required/missing'],
  ['数据更新周期', { 数据更新周期: null }, 'E 数据更新周期 required/missing'],
  ['部门名称 once at least', { 部门名称: null }, 'E 部门名称 required/missing-throughout'],
  ['无, / or a dash is nothing', { 数据更新周期: '/' }, 'E 数据更新周期 required/missing'],
  ['a blank of any width is nothing', { 共享类型: '\u3000\u200b' }, 'E 共享类型 required/missing'],
]);

table('格式分类 is closed', [
  ...['电子文件', '电子表格', '图形图像类', '流媒体类'].map((format, i): Cases[number] => [
    `${format} is listed`,
    {
      ...FILE,
      格式分类: format,
      格式类型: ['pdf', 'xlsx', 'jpg', 'rm'][i] ?? '',
      ...(i === 1 ? { 数据类型: 'C', 数据长度: 5 } : {}),
    },
  ]),
  ['自表述格式 takes any type', { ...FILE, 格式分类: '自表述格式', 格式类型: 'json' }],
  [
    'the national guide’s 自描述格式 is a synonym',
    { ...FILE, 格式分类: '自描述格式', 格式类型: 'json' },
    'N 格式分类 choice/choice-tidied',
  ],
  ['anything else is an error', { 格式分类: '纸质' }, 'E 格式分类 choice/not-listed'],
]);

const GROUPS: Readonly<Record<string, string>> = {
  电子文件: 'OFD wps xml txt doc docx html pdf ppt',
  电子表格: 'et xls xlsx',
  数据库类: 'Dm KingbaseES access dbf dbase sysbase oracle db2',
  图形图像类: 'jpg gif bmp',
  流媒体类: 'swf rm mpg',
};

table('格式类型 belongs to a 格式分类', [
  ...Object.entries(GROUPS).flatMap(([format, types]) =>
    types
      .split(' ')
      .map((type): Cases[number] => [`${type} is a type of ${format}`, { 格式分类: format, 格式类型: type }]),
  ),
  ['sql server is one', { 格式类型: 'sql server' }],
  ['several in one cell', { 格式分类: '电子表格', 格式类型: 'xls/xlsx' }],
  ['letter case and a leading dot do not matter', { 格式分类: '电子表格', 格式类型: '.XLSX' }],
  ['sysbase is Sybase', { 格式类型: 'Sybase' }],
  ...['人大金仓V8', 'KingbaseES V8R6', '金仓数据库 V8', 'DM8', '达梦V8'].map((text): Cases[number] => [
    `${text} says the version, too`,
    { 格式类型: text },
    'N 格式类型 multiple-choice/choice-tidied',
  ]),
  ['KingbaseES is 人大金仓', { 格式类型: '人大金仓' }, 'N 格式类型 multiple-choice/choice-tidied'],
  ['Dm is 达梦', { 格式类型: '达梦' }, 'N 格式类型 multiple-choice/choice-tidied'],
  [
    'a listed type under another 分类 is an error',
    { ...FILE, 格式分类: '电子表格', 数据类型: 'C', 数据长度: 5 },
    'E 格式类型 dependent-choice/other-group',
  ],
  [
    'an unlisted type is a warning, for the list ends in 等',
    { 格式类型: 'mysql' },
    'W 格式类型 multiple-choice/not-listed-open',
  ],
]);

const TYPES = [
  '字符型C',
  '数值型N',
  '货币型Y',
  '日期型D',
  '日期时间型T',
  '逻辑型L',
  '备注型M',
  '通用型G',
  '双精度型B',
  '整型I',
  '浮点型F',
];

table('数据类型: name, letter or both', [
  ...TYPES.flatMap((type): Cases[number][] => {
    const [name, letter] = [type.slice(0, -1), type.slice(-1)];
    return [type, name, letter, `${name} ${letter}`, `${name}（${letter}）`, letter.toLowerCase()].map((text) => [
      `${text} is ${type}`,
      { 数据类型: text },
    ]);
  }),
  ['a name with another type’s letter is an error', { 数据类型: '字符型 N' }, 'E 数据类型 choice/option-contradiction'],
  ['a database’s own word is a synonym', { 数据类型: 'varchar(50)' }, 'N 数据类型 choice/choice-tidied'],
  ['int is 整型I', { 数据类型: 'int' }, 'N 数据类型 choice/choice-tidied'],
  ['decimal is 数值型N', { 数据类型: 'decimal' }, 'N 数据类型 choice/choice-tidied'],
  ['an unlisted type is a warning', { 数据类型: '几何型' }, 'W 数据类型 choice/not-listed-open'],
]);

table('数据长度', [
  ...['数值型N', '双精度型B', '浮点型F'].map((type): Cases[number] => [
    `precision and scale for ${type}`,
    { 数据类型: type, 数据长度: '10,2' },
  ]),
  ['precision and scale for no other type', { 数据长度: '10,2' }, 'E 数据长度 formula/broken'],
  ['not for amounts of money either', { 数据类型: '货币型Y', 数据长度: '16,2' }, 'E 数据长度 formula/broken'],
  ['a scale above the precision', { 数据类型: '数值型N', 数据长度: '2,10' }, 'E 数据长度 type/scale-above-precision'],
  ['zero', { 数据长度: 0 }, 'E 数据长度 type/length-not-positive'],
  ['words', { 数据长度: '五十' }, 'E 数据长度 type/not-a-length'],
  ['missing under 数据库类', { 数据长度: null }, 'E 数据长度 required/missing'],
  ['missing under 电子表格', { 格式分类: '电子表格', 格式类型: 'xls', 数据长度: null }, 'W 数据长度 required/missing'],
  ['missing elsewhere', FILE],
  ...['日期型D', '日期时间型T', '逻辑型L', '备注型M', '通用型G'].map((type): Cases[number] => [
    `absent for ${type}`,
    { 数据类型: type, 数据长度: null },
  ]),
  [
    'both missing under 数据库类',
    { 数据类型: null, 数据长度: null },
    'E 数据类型 required/missing',
    'E 数据长度 required/missing',
  ],
  [
    '数据类型 missing under 电子表格',
    { 格式分类: '电子表格', 格式类型: 'xls', 数据类型: null },
    'W 数据类型 required/missing',
  ],
]);

table('共享类型 and 共享方式', [
  ['无条件共享', { 共享类型: '无条件共享' }],
  ['有条件 stands for 有条件共享', { 共享类型: '有条件' }, 'N 共享类型 choice/choice-tidied'],
  ['a remark in brackets', { 共享类型: '有条件共享（需审批）' }, 'N 共享类型 choice/choice-with-remark'],
  ['traditional characters', { 共享类型: '無條件共享' }, 'N 共享类型 choice/choice-tidied'],
  ...['共享', '可以共享', '部分共享', '视情况', '暂不共享', '待定'].map((text): Cases[number] => [
    `${text} is none of the three`,
    { 共享类型: text },
    'E 共享类型 choice/not-listed',
  ]),
  ...['共享交换平台', '接口', '数据库', '电子文档'].map((text): Cases[number] => [
    `by ${text}`,
    { ...(text === '电子文档' ? FILE : {}), 共享方式: text },
  ]),
  ...['、', '，', ',', '/', ';', '；', '\n'].map((separator): Cases[number] => [
    `two ways separated by ${JSON.stringify(separator)}`,
    { 共享方式: `接口${separator}数据库` },
  ]),
  ['an unlisted way', { 共享方式: '电子邮件' }, 'E 共享方式 multiple-choice/not-listed'],
  ['no way, though it is shared', { 共享方式: null }, 'E 共享方式 required/missing'],
  ['不予共享 needs none', { 共享类型: '不予共享', 共享方式: null }],
  ['不予共享 should have none', { 共享类型: '不予共享' }, 'W 共享方式 empty-when/should-be-empty'],
  [
    'what should not be there need not be a listed way',
    { 共享类型: '不予共享', 共享方式: '不共享' },
    'W 共享方式 empty-when/should-be-empty',
  ],
  ['an interface by its kind', { 共享方式: 'API接口' }, 'N 共享方式 multiple-choice/choice-tidied'],
  ['two ways joined by a word', { 共享方式: '接口和数据库' }],
  ['two ways, numbered', { 共享方式: '1.接口 2.数据库' }],
  ['one way by another', { 共享方式: '共享交换平台（接口）' }, 'N 共享方式 multiple-choice/choice-tidied'],
]);

table('是否向社会开放 and 开放条件', [
  ['是 with a condition', { 是否向社会开放: '是', 开放条件: '实名注册' }],
  ['是 with 无: there is no condition', { 是否向社会开放: '是', 开放条件: '无' }],
  ['是 without a condition', { 是否向社会开放: '是' }, 'E 开放条件 required/missing'],
  ['否 with a condition', { 开放条件: '实名注册' }, 'W 开放条件 empty-when/should-be-empty'],
  ['否 with 无', { 开放条件: '无' }],
  ['不开放 is 否', { 是否向社会开放: '不开放' }, 'N 是否向社会开放 choice/choice-tidied'],
  ['a tick is 是', { 是否向社会开放: '√', 开放条件: '无' }, 'N 是否向社会开放 choice/choice-tidied'],
  ['有条件开放 leaves it open', { 是否向社会开放: '有条件开放' }, 'W 是否向社会开放 choice/doubtful-answer'],
  ['neither', { 是否向社会开放: '也许' }, 'E 是否向社会开放 choice/not-listed'],
  [
    '不予共享, yet open',
    { 共享类型: '不予共享', 共享方式: null, 是否向社会开放: '是', 开放条件: '无' },
    'W 是否向社会开放 formula/broken',
  ],
  [
    'only for particular enterprises',
    { 是否向社会开放: '是', 开放条件: '仅限本地企业使用' },
    'W 开放条件 avoid/wording',
  ],
  ['not only for enterprises', { 是否向社会开放: '是', 开放条件: '不仅限于企业，个人也可申请' }],
]);

table('数据更新周期 is open', [
  ...['实时', '每日', '每周', '每月', '每季度', '每年'].map((text): Cases[number] => [
    `${text} is listed`,
    { 数据更新周期: text },
  ]),
  ...[
    '每天',
    '日',
    '日更新',
    '按月',
    '季度',
    '年',
    '每3個月',
    '每3个月',
    '每季',
    '按季',
    '每一年',
    '每年度',
    '1年',
    '年度更新',
    '每年一次',
    '准实时',
  ].map((text): Cases[number] => [
    `${text} is another word`,
    { 数据更新周期: text },
    'N 数据更新周期 choice/choice-tidied',
  ]),
  ...['每半年', '半年', '不定期', '5分钟', '每学期'].map((text): Cases[number] => [
    `${text} is not listed`,
    { 数据更新周期: text },
    'W 数据更新周期 choice/not-listed-open',
  ]),
  ['two at once', { 数据更新周期: '每日/每月' }, 'W 数据更新周期 choice/several-options'],
]);

table('names', [
  ['an example left in from the notes', { 信息资源名称: 'XX处罚信息' }, 'W 信息资源名称 example/placeholder'],
  ['an example that says so', { 信息项名称: '如：处罚依据' }, 'W 信息项名称 example/left-in'],
  ['a resource named like a system', { 信息资源名称: '婚姻登记系统' }, 'W 信息资源名称 formula/broken'],
  ['a resource named like a platform', { 信息资源名称: '数据共享平台' }, 'W 信息资源名称 formula/broken'],
  ['several items in one cell', { 信息项名称: '姓名、性别、住址' }, 'N 信息项名称 formula/broken'],
  ['files shared as 数据库', { ...FILE, 共享方式: '数据库' }, 'W 共享方式 formula/broken'],
  ['a database shared as 电子文档', { 共享方式: '电子文档' }, 'W 共享方式 formula/broken'],
]);

describe('catalogue: what rests on no clause', () => {
  it('which types may have precision and scale is our own check', () => {
    const { findings } = judge('yunyang/catalogue', rowsOf([{ 数据类型: '货币型Y', 数据长度: '16,2' }]));
    assert.deepEqual(
      findings.map(({ basis }) => basis),
      [null],
    );
  });
});

describe('catalogue: rows together', () => {
  const item = (name: string, more: Row = {}): Row => ({ 信息项名称: name, ...more });

  it('the same item twice is an error on the later row, naming the first', () => {
    const result = judge('yunyang/catalogue', rowsOf([item('姓名'), item('住址'), item('姓名')]));
    assert.deepEqual(verdicts(result), ['E 信息项名称 unique/duplicate']);
    assert.deepEqual([result.findings[0]?.cell, result.findings[0]?.params.first], ['E4', 'E2']);
  });

  it('the same item in another spacing or width is the same, and told once', () => {
    for (const name of ['住 址', '住址 ', 'ＩＤ']) {
      const found = judged(item('住址'), item('ID'), item(name)).filter((verdict) => !verdict.startsWith('N'));
      assert.deepEqual(found, ['E 信息项名称 unique/duplicate'], name);
    }
  });

  it('the same item in another resource or office is not', () => {
    const other = { 信息资源名称: '婚姻登记信息' };
    assert.deepEqual(judged(item('姓名'), item('姓名', other), item('姓名', { 部门名称: '县教育局' })), []);
  });

  it('one resource with two 格式分类 is a warning', () => {
    const sheet = { 格式分类: '电子表格', 格式类型: 'xls' };
    assert.deepEqual(judged(item('姓名'), item('住址', sheet)), ['W 格式分类 same/differs']);
  });

  it('names dragged down are a warning', () => {
    const names = ['低保信息1', '低保信息2'].map((name) => ({ 信息资源名称: name }));
    assert.deepEqual(judged(...names), ['W 信息资源名称 similar/number-only']);
  });

  it('names that differ only in punctuation and spaces are a warning', () => {
    const names = ['行政处罚信息', '行政处罚信息。'].map((name) => ({ 信息资源名称: name }));
    assert.deepEqual(judged(...names), ['W 信息资源名称 similar/punctuation-only']);
  });

  it('office and resource written once, blank below: as above, offered to be filled down', () => {
    const below = { 部门名称: null, 信息资源名称: null };
    const found = judged(item('姓名'), item('住址', below), item('电话号码', below));
    assert.deepEqual(found, ['N 部门名称 layout/carried-down', 'N 信息资源名称 layout/carried-down']);
  });

  it('a row with nothing but carried-down cells is no row', () => {
    const rows = [...rowsOf([item('姓名')]), ['县民政局', '低保对象信息', ...new Array<null>(10).fill(null)]];
    assert.deepEqual(verdicts(judge('yunyang/catalogue', rows)), []);
  });

  it('figures: offices, resources, items, splits, share rate', () => {
    const result = judge(
      'yunyang/catalogue',
      rowsOf([
        item('姓名', { 共享类型: '无条件共享' }),
        item('住址', { 是否向社会开放: '是', 开放条件: '无' }),
        item('姓名', { 信息资源名称: '婚姻登记信息', 共享类型: '不予共享', 共享方式: null, 数据更新周期: '每年' }),
        item('姓名', { 部门名称: '县教育局' }),
      ]),
    );
    assert.deepEqual(figuresOf(result), {
      departments: 2,
      resources: 3,
      items: 4,
      shareRate: 0.75,
      sharing: 4,
      updating: 4,
      open: 4,
    });
    const parts = Object.values(result.forms[0].figures)
      .map((figure) => figure.parts)
      .filter((one) => one !== undefined);
    assert.deepEqual(parts, [
      { 无条件共享: 1, 有条件共享: 2, 不予共享: 1 },
      { 每月: 3, 每年: 1 },
      { 否: 3, 是: 1 },
    ]);
  });
});

describe('catalogue: what the messages say', () => {
  for (const [says, change, expected] of [
    ['a way for what is not shared', { 共享类型: '不予共享', 共享方式: '接口' }, /共享类型是“不予共享”/u],
    ['no way for what is shared', { 共享方式: null }, /共享类型不是“不予共享”/u],
    ['a condition for what is not open', { 是否向社会开放: '否', 开放条件: '实名' }, /是否向社会开放填了“否”/u],
    ['no condition for what is open', { 是否向社会开放: '是', 开放条件: null }, /没有条件请填“无”/u],
  ] as const) {
    it(`of ${says} say why`, () => {
      const { findings } = judge('yunyang/catalogue', rowsOf([change]));
      assert.match(findings.map((finding) => messageOf(finding, 'zh')).join(), expected);
    });
  }
});
