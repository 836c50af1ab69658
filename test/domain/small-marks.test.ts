import { column, fields, rows } from './small-definition.ts';

// Marks in boxes, in columns of their own, and amounts in capitals beside figures.

column('yes or no with a mark', '{ type: ticks, single: true, required: true, choices: [是, 否] }', [
  ...['√是 □否', '是√ 否', '是☑否□', '■是□否', '□是■否', '☒是 □否', 'R是 £否', '[x]是 [ ]否', '（√）是（ ）否'].map(
    (text) => [text] as const,
  ),
  ['是'],
  ['是□ 否□√', 'W ticks-ambiguous'],
  ['R是 □否', 'W ticks-ambiguous'],
  ['□是 □否', 'E missing'],
  [null, 'E missing'],
]);

column('several with marks', '{ type: ticks, choices: [数据库, 中间件, 其他] }', [
  ['☑数据库 ☑中间件 □其他：____'],
  ['☑数据库 ☑其他：GIS平台'],
  ['☑数据库 ☑其他：____', 'W other-unexplained'],
]);

column('one box alone', '{ type: ticks, choices: [需要] }', [
  ...['☑', '☒', '√', '✓', '✔', '■', '●', '◆', '[x]', '[√]', '(√)', 'Y', '是', 1].map((mark) => [mark] as const),
  ['□'],
]);

rows(
  'a column for yes and a column for no',
  `
tables:
  items:
    columns:
      检查项: { required: true }
      是: { type: ticks, choices: [是] }
      否: { type: ticks, choices: [否] }
rules:
  - rule: formula
    at: items[检查项]
    condition: '=ISBLANK([@是])<>ISBLANK([@否])'
    message: { zh: 请在“是”“否”中勾一个, en: Tick one of 是 and 否 }
`,
  ['检查项', '是', '否'],
  [
    [
      'one of them',
      [
        ['机房', '√', null],
        ['专线', null, '✓'],
      ],
    ],
    ['both', [['机房', '√', '√']], 'E 检查项 formula/broken'],
    [
      'neither',
      [
        ['机房', null, null],
        ['专线', '√', null],
      ],
      'E 检查项 formula/broken',
    ],
  ],
);

fields(
  'an amount in figures and in capitals',
  `
fields:
  金额小写: { label: 金额（小写）, type: money, required: { when: '=NOT(ISBLANK(fields[金额大写]))', severity: warning } }
  金额大写:
    label: 金额（大写）
    type: amount-in-words
    of: '=fields[金额小写]'
    required: { when: '=NOT(ISBLANK(fields[金额小写]))', severity: warning }
  备注: { optional: true }
`,
  { '金额（小写）': 5500, '金额（大写）': '伍仟伍佰元整', 备注: null },
  [
    ['the same', {}],
    ['neither', { '金额（小写）': null, '金额（大写）': null, 备注: '不收费' }],
    ['capitals alone', { '金额（小写）': null }, 'W 金额小写 required/missing'],
    ['figures alone', { '金额（大写）': null }, 'W 金额大写 required/missing'],
    ['another amount', { '金额（大写）': '伍万伍仟元整' }, 'E 金额大写 amount-in-words/differs'],
    ['lower-case numerals', { '金额（大写）': '五千五百元整' }, 'W 金额大写 amount-in-words/faulty-spelling'],
    ['百 and 千 for 佰 and 仟', { '金额（大写）': '伍千伍百元整' }, 'W 金额大写 amount-in-words/faulty-spelling'],
    ['a digit among capitals', { '金额（大写）': '伍仟5佰元' }, 'W 金额大写 amount-in-words/faulty-spelling'],
    ...['贷万元整', '肄仟元整', '染佰元整', '伍仟伍佰园整'].map(
      (text) =>
        [`${text} is misspelt`, { '金额（大写）': text }, 'E 金额大写 amount-in-words/unreadable-words'] as const,
    ),
  ],
);
