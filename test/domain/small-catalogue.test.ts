import { column, fields, rows } from './small-definition.ts';

// Columns that other catalogues of information resources have: codes, conditions, amounts of data, dates.

column(
  'credit codes with their check character',
  `
    label: [内容, 统一社会信用代码]
    type: pattern
    pattern: '[0-9A-HJ-NPQRTUWXY]{18}'
    checksum: GB 32100
    hint: { zh: 18 位统一社会信用代码, en: the 18 characters of a unified social credit code }
  `,
  [
    ['11330100MB1A23456A'],
    ...['11330100mb1a23456a', '11330100 MB1A23456A', '11330100-MB1A23456A'].map(
      (text) => [text, 'N code-tidied: 11330100MB1A23456A'] as const,
    ),
    ['1133O100MB1A23456A', 'E code-letters'],
    ['11330100MB1A23456B', 'E check-character-wrong'],
    ['11330100MB1A2345', 'E pattern-mismatch'],
    [330100202400010000, 'E digits-lost'],
  ],
);

column('codes that begin with 0 or have a hyphen', "{ type: pattern, pattern: '\\d{4}|\\d{1,2}-\\d{1,2}' }", [
  ['0101'],
  ['1-2'],
  [101, 'W code-zero-lost: 0101'],
  [{ value: 45293, format: 'm"月"d"日"' }, 'W code-shown-as-date'],
]);

column('codes of related resources', "{ type: pattern, pattern: '\\d{6}/\\d{3}', multiple: true }", [
  ['307001/001'],
  ['307001/001、307001/002'],
  ['307001/001;307001/002'],
  ['307001/001、307001/002;307001/003', 'N code-tidied: 307001/001、307001/002、307001/003'],
  ['307001/001，307001/002\n307001/003', 'N code-tidied: 307001/001、307001/002、307001/003'],
  ['307001/001、307', 'E pattern-mismatch'],
]);

column('how many records', '{ type: integer, min: 0, units: [条] }', [
  [3000],
  ['3000条', 'N number-tidied: 3000'],
  ['3万条', 'N unit-converted'],
  // About so many: to drop 约 is for the writer to say.
  ['约3万条', 'N unit-converted'],
  ['3,000', 'N number-tidied: 3000'],
]);

column('how much data', '{ type: number, min: 0, units: [GB, { unit: MB, per: 1024 }, { unit: TB, times: 1024 }] }', [
  [1.2],
  ['1.2GB', 'N number-tidied: 1.2'],
  ['512MB', 'N unit-converted'],
  ['2TB', 'N unit-converted'],
]);

column(
  'offices by their short names',
  `
    open: true
    choices:
      - { value: 某市发展和改革委员会, synonyms: [发改委, 市发改委, 发展改革委] }
      - { value: 某市数据局, synonyms: [市数据局, 数据局, 大数据局] }
  `,
  [
    ['某市发展和改革委员会'],
    ['发改委', 'N choice-tidied: 某市发展和改革委员会'],
    ['市数据局', 'N choice-tidied: 某市数据局'],
    ['某市统计局', 'W not-listed-open'],
    ['市发改委、市数据局', 'W several-options'],
  ],
);

column('names broken by hand', '{}', [
  ['天津城市建设管理职业技术\n学院', 'N text-joined: 天津城市建设管理职业技术学院'],
  ['ＫｉｎｇｂａｓｅＥＳ　Ｖ８', 'N text-half-width: KingbaseES V8'],
  ['行政处罚_x000B_信息'.replace('_x000B_', '\u000b')],
]);

column('descriptions have lines', '{ type: lines }', [['一、现状\n二、需求']]);

fields(
  'the kind of sharing and its condition',
  `
fields:
  资源名称: { required: true }
  共享类型:
    required: true
    choices:
      - { value: 无条件共享, synonyms: [无条件], not: [共享, 可以共享] }
      - { value: 有条件共享, synonyms: [有条件] }
      - { value: 不予共享, not: [暂不共享] }
  共享条件:
    type: lines
    required: { when: '=fields[共享类型]="有条件共享"' }
    emptyWhen: { when: '=fields[共享类型]="无条件共享"', severity: warning }
`,
  { 资源名称: '低保对象信息', 共享类型: '有条件共享', 共享条件: '经县民政局审批' },
  [
    ['a condition stated', {}],
    ['none where none is needed', { 共享类型: '无条件共享', 共享条件: '无' }],
    ['no condition', { 共享条件: null }, 'E 共享条件 required/missing'],
    ['无 is no condition', { 共享条件: '无' }, 'E 共享条件 required/missing'],
    ['a stroke is no condition', { 共享条件: '/' }, 'E 共享条件 required/missing'],
    [
      'a condition on what has none',
      { 共享类型: '无条件共享', 共享条件: '需申请审批后使用' },
      'W 共享条件 empty-when/should-be-empty',
    ],
    ['the condition in brackets', { 共享类型: '有条件共享（需审批）' }, 'N 共享类型 choice/choice-with-remark'],
    [
      'the condition in brackets behind a short name',
      { 共享类型: '有条件（仅限公安部门）' },
      'N 共享类型 choice/choice-with-remark',
    ],
    ...['共享', '可以共享', '是', '部分共享', '视情况', '暂不共享', '待定'].map(
      (text) => [`${text} is none of the three`, { 共享类型: text }, 'E 共享类型 choice/not-listed'] as const,
    ),
  ],
);

fields(
  'when something was published',
  `
fields:
  填报日期: { type: date, required: true }
  发布日期: { type: date, required: { severity: warning }, doubtful: [待发布, 未发布] }
  数据日期: { type: month, optional: true }
rules:
  - rule: formula
    at: 发布日期
    condition: '=fields[发布日期]<=fields[填报日期]'
    severity: warning
    message: { zh: 发布日期晚于填报日期，请核对年份, en: Published after this was filled in; check the year }
`,
  { 填报日期: '2024-03-20', 发布日期: '2024-01-15', 数据日期: '2024-01' },
  [
    ['before this was filled in', {}],
    ['after: the year seems wrong', { 发布日期: '2034-01-15' }, 'W 发布日期 formula/broken'],
    ['not yet', { 发布日期: '待发布' }, 'W 发布日期 type/left-open'],
    ['not said', { 发布日期: null }, 'W 发布日期 required/missing'],
    ['an empty value that became a date', { 发布日期: 0 }, 'E 发布日期 type/zero-date'],
    ['a month where a month is asked', { 数据日期: '2024.1' }],
    ['a month where a day is asked', { 发布日期: '2024年1月' }, 'W 发布日期 type/date-incomplete'],
    ['a month that lost its last 0', { 数据日期: 2024.1 }, 'W 数据日期 type/ambiguous-date'],
    ['with a time of day', { 发布日期: '2024-01-15 00:00:00' }],
    ['eight digits', { 发布日期: 20240115 }, 'N 发布日期 type/date-tidied'],
    ['a serial day', { 发布日期: 45306 }, 'N 发布日期 type/date-unformatted'],
    ['in Chinese numerals', { 发布日期: '二O二四年一月十五日' }, 'N 发布日期 type/date-tidied'],
    ['a year of two digits', { 发布日期: '24.1.15' }, 'W 发布日期 type/ambiguous-date'],
  ],
);

rows(
  'codes that are not as long as the others',
  `
tables:
  items:
    columns:
      资源名称: { required: true }
      资源代码: { type: pattern, pattern: '[0-9/]{3,32}', required: true }
rules:
  - rule: formula
    at: items[资源代码]
    condition: '=SUMPRODUCT((LEN(items[资源代码])=LEN([@资源代码]))*1)*2>=COUNTA(items[资源代码])'
    severity: warning
    message: { zh: 代码的长短与多数不同，请核对, en: The code is shorter or longer than most }
`,
  ['资源名称', '资源代码'],
  [
    [
      'all alike',
      [
        ['甲', '307001000001'],
        ['乙', '307001000002'],
        ['丙', '307001000003'],
      ],
    ],
    [
      'a short one',
      [
        ['甲', '307001'],
        ['乙', '307001000002'],
        ['丙', '307001000003'],
      ],
      'W 资源代码 formula/broken',
    ],
    [
      'one with another part',
      [
        ['甲', '307001000001/000001'],
        ['乙', '307001000002'],
        ['丙', '307001000003'],
      ],
      'W 资源代码 formula/broken',
    ],
  ],
);
