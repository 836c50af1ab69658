import { column, fields, rows } from './small-definition.ts';

// Purchases with more columns than the form at hand: brand, processor, source of money, users, headcount.

column('how many', '{ type: integer, min: 1, units: [台, 套] }', [
  [10],
  ['10台', 'N number-tidied: 10'],
  ['10套', 'N number-tidied: 10'],
  ['拾', 'N number-tidied: 10'],
  [1.5, 'E not-whole'],
  [12.0000000001],
]);

column('a price', '{ type: money }', [
  [5000],
  ['5,000', 'N number-tidied: 5000'],
  // The heading says nothing of 元: there it stays.
  ['5,000元'],
  ['5000元/台'],
  ['0.55万', 'N unit-converted'],
  ['5.500', 'W ambiguous-number'],
  ['无'],
]);

column(
  'a price in 万元',
  '{ label: [内容, 内容（万元）], type: money }',
  [[0.5], ['550元', 'N unit-converted'], ['0.5万元', 'N number-tidied: 0.5']],
  '内容（万元）',
);

column('new or in place of an old one', '{ type: ticks, single: true, required: true, choices: [新增, 更新] }', [
  ['□新增 ☑更新'],
  ['■新增□更新'],
  ['新增（√）'],
  ['更新√'],
  ['更新'],
  ['□新增 □更新', 'E missing'],
  ['☑新增 ☑更新', 'E several-ticked'],
]);

column(
  'processors made at home',
  `
    open: true
    choices:
      - { value: 飞腾D2000, synonyms: ['FT-D2000*', '飞腾腾锐D2000*', '飞腾 D2000*'] }
      - { value: 兆芯KX-6780A, synonyms: [KX-6780A] }
      - { value: 龙芯3A5000, synonyms: [3A5000] }
  `,
  [
    ...['飞腾D2000', '兆芯KX-6780A', '龙芯3A5000', '龙芯 3A5000'].map((text) => [text] as const),
    ['FT-D2000/8', 'N choice-tidied'],
    ['飞腾腾锐D2000', 'N choice-tidied: 飞腾D2000'],
    ['Intel i5', 'W not-listed-open'],
  ],
);

fields(
  'a brand and its model',
  `
fields:
  采购品目: { required: true }
  品牌型号: { required: true }
rules:
  - rule: avoid
    at: 品牌型号
    words: [或同等档次, 同等档次, ^不限$, ^国产$]
    severity: warning
    message: { zh: 品牌型号没有写明, en: No definite model }
`,
  { 采购品目: '台式计算机', 品牌型号: '联想启天M445' },
  [
    ['stated', {}],
    ['or the like', { 品牌型号: '联想或同等档次' }, 'W 品牌型号 avoid/wording'],
    ['any', { 品牌型号: '不限' }, 'W 品牌型号 avoid/wording'],
    ['any made at home', { 品牌型号: '国产' }, 'W 品牌型号 avoid/wording'],
    ['none', { 品牌型号: '无' }, 'E 品牌型号 required/missing'],
  ],
);

column(
  'sources of money',
  `
    choices:
      - { value: 财政拨款, synonyms: [财政资金, 一般公共预算, 财政] }
      - { value: 自筹, synonyms: [单位自有, 自有资金] }
    doubtful: [财政50%自筹50%, 部分自筹]
  `,
  [
    ['财政拨款'],
    ['财政资金', 'N choice-tidied: 财政拨款'],
    ['一般公共预算', 'N choice-tidied: 财政拨款'],
    ['自筹'],
    ['单位自有', 'N choice-tidied: 自筹'],
    ['财政50%自筹50%', 'W doubtful-answer'],
    ['财政拨款、自筹', 'E several-options'],
  ],
);

fields(
  'no more than the headcount allows',
  `
fields:
  编制人数: { type: integer, units: [人], required: true }
  现有数量: { type: integer, units: [台] }
  新增数量: { type: integer, units: [台], required: true }
rules:
  - rule: formula
    at: 新增数量
    condition: '=fields[现有数量]+fields[新增数量]<=fields[编制人数]'
    severity: warning
    message: { zh: 现有与新增之和超过编制人数, en: More machines than people }
`,
  { 编制人数: 30, 现有数量: 20, 新增数量: 10 },
  [
    ['as many as people', {}],
    ['more', { 新增数量: 15 }, 'W 新增数量 formula/broken'],
    ['none so far', { 现有数量: null, 新增数量: 30 }],
  ],
);

rows(
  'as many users as machines',
  `
tables:
  items:
    columns:
      采购品目: { required: true }
      数量: { type: integer, min: 1, required: true }
      使用人: { required: true }
rules:
  - rule: formula
    at: items[使用人]
    condition: '=LEN([@使用人])-LEN(SUBSTITUTE([@使用人],"、",""))+1=[@数量]'
    severity: warning
    message: { zh: 使用人数与数量不符, en: Not as many users as machines }
  - rule: avoid
    at: items[使用人]
    words: [待定, 暂定]
`,
  ['采购品目', '数量', '使用人'],
  [
    [
      'one each',
      [
        ['台式计算机', 1, '张三'],
        ['台式计算机', 2, '李四、王五'],
      ],
    ],
    ['two for one', [['台式计算机', 1, '张三、李四']], 'W 使用人 formula/broken'],
    ['two for three', [['台式计算机', 3, '张三、李四']], 'W 使用人 formula/broken'],
    ['nobody yet', [['台式计算机', 1, '待定']], 'W 使用人 avoid/wording'],
    ['nobody', [['台式计算机', 1, null]], 'E 使用人 required/missing'],
  ],
);
