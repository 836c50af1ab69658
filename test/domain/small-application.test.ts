import { column, fields, sheets } from './small-definition.ts';

// What forms of application ask: names that must agree, people, terms, opinions, amounts of money.

const MAIN = [['一、基本情况'], ['项目名称', '智慧水利平台'], ['负责人', '张三']];
sheets(
  'a name given twice',
  `
sections: { 封面: [申报书封面], 正文: [一、基本情况] }
fields:
  封面名称: { label: 项目名称, section: 封面, required: true }
  项目名称: { section: 正文, required: true }
  负责人: { section: 正文, required: true }
rules:
  - rule: formula
    at: 项目名称
    condition: '=EXACT(fields[项目名称],fields[封面名称])'
    severity: warning
    message: { zh: 项目名称与封面不一致, en: Not the name on the cover }
`,
  [
    ['the same', [['申报书封面'], ['项目名称', '智慧水利平台'], ...MAIN]],
    ['not quite', [['申报书封面'], ['项目名称', '智慧水利平台（一期）'], ...MAIN], 'W 项目名称 formula/broken'],
  ],
);

column(
  'offices that apply, by their full names',
  `
    open: true
    choices:
      - { value: 某县教育局, synonyms: [县教育局, 教育局] }
      - { value: 某县卫生健康委员会, synonyms: [县卫健委, 卫健委] }
  `,
  [['某县教育局'], ['教育局', 'N choice-tidied: 某县教育局'], ['某县教育局、某县卫生健康委员会', 'W several-options']],
);

fields(
  'who is in charge',
  `
fields:
  项目名称: { required: true }
  负责人: { required: true, doubtful: [待定] }
  职务: { optional: true }
rules:
  - rule: split
    at: 负责人
    pattern: '(?<负责人>\\p{Script=Han}{2,3})[( ]?(?<职务>\\p{Script=Han}*(?:长|主任|书记|工程师))\\)?'
`,
  { 项目名称: '排课', 负责人: '张三', 职务: null },
  [
    ['a name', {}],
    ['a name and a post in brackets', { 负责人: '张三（处长）' }, 'N 负责人 split/run-together'],
    ['a name and a post', { 负责人: '张三 处长' }, 'N 负责人 split/run-together'],
    ['a name, and the post in its own place', { 负责人: '张三', 职务: '处长' }],
    ['nobody yet', { 负责人: '待定' }, 'W 负责人 type/left-open'],
  ],
);

const MEMBERS = [
  ['姓名', '单位'],
  ['李四', '县教育局'],
  ['王五', '县教育局'],
  ['赵六', '县教育局'],
];
sheets(
  'how many take part',
  `
fields:
  参与人数: { type: integer, units: [人], required: true }
tables:
  成员: { columns: { 姓名: { required: true }, 单位: {} } }
rules:
  - rule: formula
    at: 参与人数
    condition: '=OR(fields[参与人数]=COUNTA(成员[姓名]),fields[参与人数]=COUNTA(成员[姓名])+1)'
    severity: warning
    message: { zh: 与成员栏的人数不符, en: Not as many as are named }
`,
  [
    ['those who are named', [['参与人数', 3], ...MEMBERS]],
    ['those and the head', [['参与人数', '4人'], ...MEMBERS], 'N 参与人数 type/number-tidied'],
    ['neither', [['参与人数', 6], ...MEMBERS], 'W 参与人数 formula/broken'],
  ],
);

fields(
  'money by source and by year, in 万元',
  `
fields:
  总投资: { label: 总投资（万元）, type: money, unit: 万元, required: true }
  财政资金: { type: money, unit: 万元 }
  自筹资金: { type: money, unit: 万元 }
  第一年: { type: money, unit: 万元 }
  第二年: { type: money, unit: 万元 }
  第三年: { type: money, unit: 万元 }
rules:
  - { rule: equal, at: 总投资, left: '=fields[总投资]', right: '=SUM(fields[财政资金],fields[自筹资金])' }
  - rule: equal
    at: 第一年
    left: '=SUM(fields[第一年],fields[第二年],fields[第三年])'
    right: '=fields[总投资]'
`,
  { '总投资（万元）': 500, 财政资金: 300, 自筹资金: 200, 第一年: 200, 第二年: 300, 第三年: null },
  [
    ['all agree; a year left blank is 0', {}],
    ['the sources fall short', { 自筹资金: 150 }, 'E 总投资 equal/differs'],
    [
      'exactly ten thousand times too much',
      { '总投资（万元）': 5000000, 第一年: 5000000, 第二年: null },
      'E 总投资 equal/unit-mixed',
    ],
    ['the years fall short', { 第二年: 200 }, 'E 第一年 equal/differs'],
    ...['500万', '500万元'].map((text) => [text, { '总投资（万元）': text }, 'N 总投资 type/number-tidied'] as const),
    ...['伍佰万元', '￥5000000'].map(
      (text) => [text, { '总投资（万元）': text }, 'N 总投资 type/unit-converted'] as const,
    ),
  ],
);

fields(
  'an amount under a label without a unit',
  `
fields:
  项目名称: { required: true }
  申请金额: { type: money, unit: 万元, required: true }
rules:
  - rule: formula
    at: 申请金额
    condition: '=fields[申请金额]<1000'
    severity: warning
    message: { zh: 金额超出同类项目，请注明单位, en: More than such projects cost; state the unit }
`,
  { 项目名称: '大学生创新训练', 申请金额: 0.3 },
  [
    ['as usual', {}],
    ['rather in 元', { 申请金额: 3000 }, 'W 申请金额 formula/broken'],
    ['with its unit', { 申请金额: '3000元' }, 'N 申请金额 type/unit-converted'],
  ],
);

column(
  'kinds of projects',
  `
    choices:
      - { value: 创新训练项目, synonyms: [创新训练, 创新类] }
      - { value: 创业训练项目, synonyms: [创业训练, 创业类] }
    doubtful: [A类/B类]
  `,
  [
    ['创新训练项目'],
    ['创新训练', 'N choice-tidied: 创新训练项目'],
    ['创新类', 'N choice-tidied: 创新训练项目'],
    ['创新类/创业类', 'E several-options'],
    ['A类/B类', 'W doubtful-answer'],
  ],
);

fields(
  'beginning and end',
  `
fields:
  开始日期: { type: month, required: true }
  结束日期: { type: month, required: true }
rules:
  - rule: formula
    at: 结束日期
    condition: '=fields[结束日期]>=fields[开始日期]'
    message: { zh: 结束早于开始, en: It ends before it begins }
`,
  { 开始日期: '2024-03', 结束日期: '2024-06' },
  [
    ['one after the other', {}],
    ['the wrong way round', { 结束日期: '2024-01' }, 'E 结束日期 formula/broken'],
    ['one that cannot be read is told by itself', { 结束日期: '年底' }, 'E 结束日期 type/not-a-month'],
    ['an empty value that became a date', { 结束日期: 0 }, 'E 结束日期 type/zero-date'],
  ],
);

fields(
  'a term, and beginning and end',
  `
fields:
  建设周期: { type: period, required: true }
  起止时间: { type: period, required: true }
rules:
  - rule: formula
    at: 建设周期
    condition: '=fields[建设周期]=fields[起止时间]'
    severity: warning
    message: { zh: 建设周期与起止时间不符, en: The term is not that between beginning and end }
  - rule: formula
    at: 起止时间
    condition: '=fields[起止时间.from]>=DATE(2020,1,1)'
    severity: warning
    message: { zh: 开始时间过早, en: It begins too early }
`,
  { 建设周期: '12个月', 起止时间: '2024年1月至2024年12月' },
  [
    ['they agree', {}],
    ['1年', { 建设周期: '1年' }, 'N 建设周期 type/period-tidied'],
    ['两年期', { 建设周期: '两年期', 起止时间: '2024年1月至2025年12月' }, 'N 建设周期 type/period-tidied'],
    ['other spellings of beginning and end', { 起止时间: '2024.1—2024.12' }, 'N 起止时间 type/period-tidied'],
    ['the same twice', { 建设周期: '2024年1月至2024年12月' }],
    ['they differ', { 建设周期: '6个月' }, 'W 建设周期 formula/broken'],
    ['the wrong way round', { 起止时间: '2024年6月至2024年3月' }, 'E 起止时间 type/period-reversed'],
    ['still as printed', { 起止时间: '202X年XX月至202X年XX月' }, 'W 起止时间 type/placeholder-left'],
    ['too early', { 起止时间: '2014年1月至2014年12月' }, 'W 起止时间 formula/broken'],
  ],
);

column(
  'whether it is secret',
  '{ required: true, choices: [{ value: 是, synonyms: [涉密] }, { value: 否, synonyms: [不涉密, 非密, 公开] }] }',
  [
    ['否'],
    ...['不涉密', '非密', '公开'].map((text) => [text, 'N choice-tidied: 否'] as const),
    ['涉密', 'N choice-tidied: 是'],
    [null, 'E missing'],
  ],
);

column('what is annexed', '{ required: true }', [['有'], ['见附件'], ['附件3']]);

column(
  'an opinion',
  '{ required: { severity: warning }, choices: [{ value: 同意推荐, synonyms: [√, 同意, 拟推荐] }, 不同意推荐] }',
  [['同意推荐'], ['√', 'N choice-tidied: 同意推荐'], ['拟推荐', 'N choice-tidied: 同意推荐'], [null, 'W missing']],
);

column('phone numbers', '{ type: phone, doubtful: [待定] }', [
  ['13800138000'],
  [13800138000],
  ['138-0013-8000', 'N phone-tidied: 13800138000'],
  ['0571-87052114'],
  ['057187052114', 'N phone-tidied: 0571-87052114'],
  ['87052114', 'N phone-no-area-code'],
  ['13800138000/0571-87052114', 'N several-phones'],
  ['张工 13800138000', 'N phone-with-words'],
  ['1380013800', 'E phone-digit-count'],
  ['138OO138000', 'E phone-letters'],
  ['23800138000', 'E phone-beginning'],
  [57187052114, 'W phone-zero-lost: 0571-87052114'],
  ['待定', 'W left-open'],
]);
