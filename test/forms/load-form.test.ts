import assert from 'node:assert/strict';
import { parse } from 'yaml';
import type { Form, RuleUse } from '../../src/forms/form.ts';
import { pathText } from '../../src/forms/definition-error.ts';
import { loadForm } from '../../src/forms/load-form.ts';
import { RULES } from '../../src/rules/index.ts';
import { allForms } from '../check-file.ts';

const HEAD = {
  id: 'test/form',
  title: '设备登记表',
  version: '2026-01-01',
  county: '测试县',
  source: { document: '测政〔2026〕1号', name: '测试办法', annex: '附件1' },
};

function load(yaml: string): ReturnType<typeof loadForm> {
  return loadForm({ ...HEAD, ...(parse(yaml) as object) }, RULES);
}

function loaded(yaml: string): Form {
  const { form, errors } = load(yaml);
  assert.ok(form, JSON.stringify(errors));
  return form;
}

/** `path: what is wrong`, of each fault. */
function faultsOf(yaml: string): readonly string[] {
  return (load(yaml).errors ?? []).map(({ path, message }) => {
    assert.notEqual(message.en, '');
    return `${pathText(path)}: ${message.zh}`;
  });
}

function usesOf(form: Form, column: string): Partial<RuleUse>[] {
  return form.rules.filter((use) => use.column === column).map(({ rule, options }) => ({ rule, options }));
}

describe('forms: a date is written as the form prints its gap', () => {
  for (const [says, yaml, expected] of [
    ['nowhere printed', 'fields: { 日期: { type: date } }', undefined],
    ['in its hint', 'fields: { 日期: { type: date, hints: [年月日] } }', true],
    [
      'in the cell of the blank',
      '{ fields: { 日期: { type: date } }, layout: { columns: [10, 10], rows: [[{ field: 日期, printed: 　　年　　月　　日 }]] } }',
      true,
    ],
    [
      'in a sentence of the blank',
      "{ fields: { 日期: { type: date } }, sentences: [{ text: '于{日期}申请' }], layout: { columns: [10], rows: [{ text: '于{日期}申请', printed: { 日期: XX年XX月XX日 } }] } }",
      true,
    ],
  ] as const) {
    it(says, () => {
      const { type } = loaded(yaml).fields[0] ?? {};
      assert.equal(type?.kind === 'date' ? type.inCharacters : null, expected);
    });
  }
});

describe('forms: a definition that cannot be used names the place and what is expected there', () => {
  for (const [title, yaml, ...faults] of [
    ['a value of another type', 'fields: { 甲: { type: integer, min: 一 } }', 'fields.甲.min: 应为数字，而不是“一”'],
    [
      'a word that is no type',
      'fields: { 日期: { type: dat } }',
      'fields.日期.type: 应为text、lines、integer、number、money、date、month、year、period、choice、ticks、phone、email、ports、specification、length、amount-in-words、pattern 之一，而不是“dat”；是否应为“date”？',
    ],
    [
      'a key that does not exist',
      'fields: { 甲: { typ: date } }',
      'fields.甲.typ: 这里没有“typ”这一项；是否应为“type”？',
    ],
    [
      'a key of the whole form that does not exist',
      '{ fields: { 甲: {} }, ruls: [] }',
      'ruls: 这里没有“ruls”这一项；是否应为“rules”？',
    ],
    ['nothing behind a key', 'fields: { 甲: { min: } }', 'fields.甲.min: 没有填写：应为数字'],
    [
      'a number for a text',
      'fields: { 甲: { choices: [乙, 2024] } }',
      'fields.甲.choices[2]: 应为文字，或 一组“名称: 内容”，而不是 2024',
    ],
    [
      'a condition that is no formula',
      "fields: { 甲: { required: { when: '乙' } } }",
      'fields.甲.required.when: 应为公式，以 = 开头，而不是“乙”',
    ],
    ['an unknown rule', 'rules: [{ rule: sequenc }]', 'rules[1].rule: 没有“sequenc”这条规则；是否应为“sequence”？'],
    ['a rule without a name', 'rules: [{ at: 甲 }]', 'rules[1].rule: 缺少这一项：应为文字'],
    ['an option that is missing', "rules: [{ rule: equal, left: '=1' }]", 'rules[1].right: 缺少这一项：应为文字'],
    [
      'an option that the rule lacks',
      "rules: [{ rule: equal, left: '=1', right: '=2', decimal: 2 }]",
      'rules[1].decimal: 这里没有“decimal”这一项；是否应为“decimals”？',
    ],
    [
      'a formula broken off',
      "rules: [{ rule: equal, left: '=SUM(', right: '=1' }]",
      'rules[1].left: 公式第 6 个字符处：从这里起看不懂',
    ],
    [
      'an unknown function',
      "fields: { 甲: { type: integer, computed: '=FOO(1)' } }",
      'fields.甲.computed: 公式第 2 个字符处：没有 FOO 这个函数',
    ],
    [
      'a column of this row for a rule that sees no row',
      "{ fields: { 总: {} }, tables: { t: { columns: { 甲: { type: integer } } } }, rules: [{ rule: equal, at: 总, left: '=1+[@甲]', right: '=1' }] }",
      'rules[1].left: [@甲] 指本行的列，而这里不逐行计算；请写作 表[甲]，字段写作 fields[甲]',
    ],
    [
      'an unknown clause',
      '{ clauses: { 说明1: 按此填写 }, fields: { 甲: { type: integer, basis: 说明9 } } }',
      'fields.甲.basis: 没有名为“说明9”的clauses 中的项；是否应为“说明1”？',
    ],
    [
      'an unknown column in a formula',
      "tables: { t: { columns: { 单价: {}, 甲: { type: integer, computed: '=[@单介]' } } } }",
      'tables.t.columns.甲.computed: 没有名为“单介”的表“t”的列；是否应为“单价”？',
    ],
    [
      'an unknown component of a column',
      "{ tables: { t: { columns: { 配置: { type: specification } } } }, figures: { n: { label: { zh: 数, en: N }, formula: '=SUM(t[配置.vcpus])' } } }",
      'figures.n.formula: “配置”没有“vcpus”这一部分；是否应为“vcpu”？',
    ],
    [
      'an unknown table in a figure',
      "{ fields: { 甲: {} }, figures: { n: { label: { zh: 数, en: N }, formula: '=SUM(t[甲])' } } }",
      'figures.n.formula: 没有名为“t”的表',
    ],
    [
      'an unknown field at a rule',
      "rules: [{ rule: formula, at: 丙, condition: '=1' }]",
      'rules[1].at: 没有名为“丙”的字段或表',
    ],
    [
      'a column at a rule without its table',
      '{ tables: { items: { columns: { 序号: { type: integer } } } }, rules: [{ rule: sequence, at: 序号 }] }',
      'rules[1].at: 没有名为“序号”的字段或表；列写作 items[序号]',
    ],
    ['an unknown section', 'fields: { 甲: { section: 前 } }', 'fields.甲.section: 没有名为“前”的sections 中的项'],
    [
      'a column that only an option names',
      '{ tables: { t: { columns: { 名称: {}, 地区: {} } } }, rules: [{ rule: unique, at: t, columns: [名城, 地区] }] }',
      'rules[1].columns[1]: 没有名为“名城”的表“t”的列；是否应为“名称”？',
    ],
    [
      'a column of another table that only an option names',
      '{ tables: { t: { columns: { 名称: {} } }, u: { columns: { 服务器: {} } } }, rules: [{ rule: reference, at: "t[名称]", table: u, column: 服务 }] }',
      'rules[1].column: 没有名为“服务”的表“u”的列；是否应为“服务器”？',
    ],
    [
      'a group of a pattern that is no column',
      "{ tables: { t: { columns: { CPU: {}, 内存: {} } } }, rules: [{ rule: split, at: 't[CPU]', pattern: '(?<CPU>\\d+)核(?<内在>\\d+)G' }] }",
      'rules[1].pattern: 没有名为“内在”的表“t”的列；是否应为“内存”？',
    ],
    [
      'values computed in a circle',
      "tables: { t: { columns: { 甲: { type: integer, computed: '=[@乙]' }, 乙: { type: integer, computed: '=[@甲]' } } } }",
      'tables.t.columns.甲.computed: “t[甲]”的公式绕了一圈又用到它自己',
      'tables.t.columns.乙.computed: “t[乙]”的公式绕了一圈又用到它自己',
    ],
    [
      'one label for two fields',
      'fields: { 甲: { label: 电话 }, 乙: { label: 电话 } }',
      'fields.乙.label: 标签“电话”与字段“甲”相同；请用 after 或 section 说明是哪一个',
    ],
    [
      'one heading for two columns',
      'tables: { t: { columns: { 甲: { label: [单价, 价格] }, 乙: { label: 单价（元） } } } }',
      'tables.t.columns.乙.label: 标签“单价（元）”与列“甲”相同；请用 group 说明是哪一个',
    ],
    [
      'one key for a field and a table',
      '{ fields: { 甲: {} }, tables: { 甲: { columns: { 乙: {} } } } }',
      'tables.甲: 已有名为“甲”的字段，表请另取名称',
    ],
    [
      'a key that no formula could name',
      "fields: { '甲[1]': {} }",
      'fields.甲[1]: 名称不能为空，首尾不能有空格，也不能含 [ ] { } . @ # ! 和引号',
    ],
    [
      'a pattern that may run for ever',
      "fields: { 甲: { type: pattern, pattern: '(\\d+)*x' } }",
      'fields.甲.pattern: 正则表达式里的“\\d+”遇到某些内容会几乎停不下来（重复里又有重复），请改写',
    ],
    [
      'paragraphs known by such a pattern',
      "fields: { 甲: { paragraph: { like: '(.+)*号' } } }",
      'fields.甲.paragraph.like: 正则表达式里的“.+”遇到某些内容会几乎停不下来（重复里又有重复），请改写',
    ],
    [
      'a blank in a sentence that is a paragraph, too',
      "{ fields: { 甲: { paragraph: rest } }, sentences: [{ text: '由{甲}负责' }] }",
      'fields.甲.paragraph: 空格在句子里，paragraph 不起作用',
    ],
    [
      'a pattern that is none',
      "fields: { 甲: { type: pattern, pattern: '(' } }",
      'fields.甲.pattern: 不是有效的正则表达式（Unterminated group）',
    ],
    [
      'an id that is no path',
      '{ id: Test, fields: { 甲: {} } }',
      'id: 应为县/表单，用小写拼音或英文，例如 jinzhai/pc-purchase，而不是“Test”',
    ],
    [
      'a version that is no date',
      '{ version: 第一版, fields: { 甲: {} } }',
      'version: 应为日期，写作 2026-01-31，而不是“第一版”',
    ],
    ['neither fields nor tables', '{}', ': 既没有 fields 也没有 tables'],
  ] as const) {
    it(title, () => assert.deepEqual(faultsOf(yaml), faults));
  }
});

describe('forms: what would do nothing is refused', () => {
  for (const [title, yaml, fault] of [
    [
      'a limit of a text',
      'fields: { 甲: { min: 1 } }',
      'fields.甲.min: min 只用于类型 integer、number、money，这里的类型是 text',
    ],
    [
      'options of a text',
      'fields: { 甲: { type: text, choices: [乙] } }',
      'fields.甲.choices: choices 只用于类型 choice、ticks，这里的类型是 text',
    ],
    [
      'a pattern of a number',
      'fields: { 甲: { type: integer, pattern: a } }',
      'fields.甲.pattern: pattern 只用于类型 pattern，这里的类型是 integer',
    ],
    [
      'a unit of money of a number',
      'fields: { 甲: { type: integer, unit: 元 } }',
      'fields.甲.unit: unit 只用于类型 money，这里的类型是 integer',
    ],
    [
      'an amount for a text',
      "fields: { 甲: { of: '=1' } }",
      'fields.甲.of: of 只用于类型 amount-in-words，这里的类型是 text',
    ],
    [
      'one tick of a choice',
      'fields: { 甲: { choices: [乙], single: true } }',
      'fields.甲.single: single 只用于类型 ticks，这里的类型是 choice',
    ],
    ['ticks without options', 'fields: { 甲: { type: ticks } }', 'fields.甲: 类型 ticks 需要 choices'],
    ['a choice without options', 'fields: { 甲: { type: choice } }', 'fields.甲: 类型 choice 需要 choices'],
    ['a pattern that is missing', 'fields: { 甲: { type: pattern } }', 'fields.甲: 类型 pattern 需要 pattern'],
    [
      'limits the wrong way round',
      'fields: { 甲: { type: integer, min: 2, max: 1 } }',
      'fields.甲.min: min 2 大于 max 1',
    ],
    ['an option given twice', 'fields: { 甲: { choices: [乙, 丙, 乙] } }', 'fields.甲.choices[3]: “乙”已是选项“乙”'],
    [
      'a spelling right for two options',
      'fields: { 甲: { choices: [{ value: 乙, same: [丙] }, 丙] } }',
      'fields.甲.choices[2]: “丙”已是选项“乙”',
    ],
    [
      'a label given twice',
      'fields: { 甲: { label: [乙, 乙] } }',
      'fields.甲.label[2]: “乙”与“乙”视为同一写法，不必再写',
    ],
    ['an empty list', 'fields: { 甲: { hints: [] } }', 'fields.甲.hints: 至少 1 项'],
    ['a table without columns', 'tables: { t: { columns: {} } }', 'tables.t.columns: 表没有列'],
    [
      'a section that nothing is in',
      '{ sections: { 前: [变更前] }, fields: { 甲: {} } }',
      'sections.前: 没有任何内容用到“前”',
    ],
    [
      'a sentence without blanks',
      '{ fields: { 甲: {} }, sentences: [{ text: 申请如下 }] }',
      'sentences[1].text: 句子里没有空格 {字段}',
    ],
    [
      'the label of a blank in a sentence',
      "{ fields: { 甲: { label: 乙 } }, sentences: [{ text: '于{甲}申请' }] }",
      'fields.甲.label: 空格在句子里，label 不起作用',
    ],
    ['a field behind itself', 'fields: { 甲: { after: 甲 } }', 'fields.甲.after: 不能是它自己'],
    [
      'a total of a text',
      'tables: { t: { columns: { 甲: { total: true } } } }',
      'tables.t.columns.甲.total: 规则 total 只检查类型为 integer、number、money 的内容，这里是 text',
    ],
    [
      'lists that say other columns from row to row',
      '{ lists: { 表: [{ 名: 甲, 值: 1 }, { 名: 乙, 数: 2 }] }, fields: { 栏: { choicesFrom: "表[名]" } } }',
      'lists.表[2]: 缺少“值”，第一行有这一列',
      'lists.表[2].数: 第一行没有这一列',
    ],
    [
      'a list that nothing refers to',
      '{ lists: { 表: [{ 名: 甲 }] }, fields: { 栏: {} } }',
      'lists.表: 没有任何内容用到“表”',
    ],
    [
      'a list with the name of a table',
      '{ lists: { 表: [{ 名: 甲 }] }, tables: { 表: { columns: { 栏: { choicesFrom: "表[名]" } } } } }',
      'lists.表: “表”已是表的名称，请另取名称',
    ],
    [
      'a column that a list does not have',
      '{ lists: { 单价: [{ 名: 甲, 值: 1 }] }, fields: { 栏: { choicesFrom: "单价[各]" }, 价: { type: money, computed: "=XLOOKUP(fields[栏],单价[名],单价[价值])" } } }',
      'fields.栏.choicesFrom: 没有名为“各”的列表“单价”的列',
      'fields.价.computed: 没有名为“价值”的列表“单价”的列；是否应为“值”？',
    ],
    [
      'choices twice',
      '{ lists: { 单价: [{ 名: 甲 }] }, fields: { 栏: { choicesFrom: "单价[名]", choices: [乙] } } }',
      'fields.栏.choicesFrom: 已有 choices，choicesFrom 不起作用',
    ],
    [
      'a sum that is not split, and a split without a sum',
      '{ tables: { t: { columns: { 类: {}, 数: { type: money } } } }, figures: { a: { label: { zh: 甲, en: A }, sum: "t[数]" }, b: { label: { zh: 乙, en: B }, formula: "=SUM(t[数])", by: "=[@类]" } } }',
      'figures.a: sum 需要 by；只求和请用 formula',
      'figures.b.by: by 只用于 sum',
    ],
    [
      'choices where there are none',
      '{ fields: { 甲: {} }, rules: [{ rule: choice, at: 甲 }] }',
      'rules[1].at: 规则 choice 只检查类型为 choice 的内容，这里是 text',
    ],
    [
      'a rule of columns without a place',
      'rules: [{ rule: sequence }]',
      'rules[1]: 规则 sequence 用于列（表[列]），不能用于整份表单（不写 at）',
    ],
    [
      'a rule of columns at a table',
      '{ tables: { t: { columns: { 甲: {} } } }, rules: [{ rule: required, at: t }] }',
      'rules[1].at: 规则 required 用于字段或列（表[列]），不能用于表',
    ],
    [
      'a rule of tables without a place',
      'rules: [{ rule: unique }]',
      'rules[1]: 规则 unique 用于表或列（表[列]），不能用于整份表单（不写 at）',
    ],
    [
      'a check made already',
      '{ fields: { 甲: { required: true } }, rules: [{ rule: required, at: 甲 }] }',
      'rules[1]: 这里已有同样的检查（required），不必再写',
    ],
    [
      'columns to ignore beside columns to look at',
      '{ tables: { t: { columns: { 甲: {}, 乙: {} } } }, rules: [{ rule: unique, at: t, columns: [甲], ignore: [乙] }] }',
      'rules[1].ignore: 有 columns 时，ignore 不起作用',
    ],
    [
      'a message with what is not known there',
      "{ fields: { 甲: {} }, rules: [{ rule: formula, at: 甲, condition: '=1=2', message: { zh: '“{text}”错，应为{wanted}', en: wrong } }] }",
      'rules[1].message: 这里没有可填入 {wanted} 的内容；可用的有 {field}、{text}',
    ],
    [
      'a quotation that the message lacks',
      "{ fields: { 甲: {}, 乙: {} }, rules: [{ rule: formula, at: 甲, condition: '=1=2', quotes: [乙], message: { zh: 错, en: wrong } }] }",
      'rules[1].quotes: message 中没有用到 {乙}',
    ],
    [
      'the severity of advice',
      '{ tables: { t: { columns: { 甲: {} } }, u: { columns: { 甲: {} } } }, rules: [{ rule: unchanged, at: t, table: u, severity: error }] }',
      'rules[1].severity: 这条规则只作提示，这一项不起作用',
    ],
    [
      'a figure of two kinds',
      "{ tables: { t: { columns: { 甲: {} } } }, figures: { n: { label: { zh: 数, en: N }, formula: '=ROWS(t)', distinct: 't[甲]' } } }",
      'figures.n: formula、distinct、parts、sum、fields 中应有且只有一项',
    ],
    [
      'a figure of no kind',
      '{ fields: { 甲: {} }, figures: { n: { label: { zh: 数, en: N } } } }',
      'figures.n: formula、distinct、parts、sum、fields 中应有且只有一项',
    ],
    [
      'fields that add up to nothing',
      '{ fields: { 甲: {}, 乙: { type: money }, 丙: { type: money, unit: 万元 } }, figures: { n: { label: { zh: 数, en: N }, unit: 元, fields: [甲, 乙, 丙, 丁] } } }',
      'figures.n.fields[1]: “甲”不是数',
      'figures.n.fields[3]: “丙”的单位是万元，这里是元',
      'figures.n.fields[4]: 没有名为“丁”的字段；是否应为“甲”？',
    ],
    [
      'changes that are none',
      "{ tables: { t: { columns: { 甲: { type: integer } } } }, figures: { a: { label: { zh: 甲, en: A }, formula: '=SUM(t[甲])', change: aChanges }, aChange: { label: { zh: 乙, en: B }, formula: '=SUM(t[甲])', change: aChange }, b: { label: { zh: 丙, en: C }, parts: 't[甲]', change: a } } }",
      'figures.b.change: change 只用于 formula',
      'figures.a.change: 没有名为“aChanges”的统计；是否应为“aChange”？',
      'figures.aChange.change: “aChange”应是另一个、单位相同的 formula',
    ],
    [
      'a percentage that is none',
      "{ tables: { t: { columns: { 甲: {} } } }, figures: { n: { label: { zh: 数, en: N }, percent: true, parts: 't[甲]' } } }",
      'figures.n.percent: percent 只用于 formula',
    ],
    [
      'a rule that is off, and wrong',
      '{ fields: { 甲: {} }, rules: [{ rule: sequence, at: 甲, enabled: false }] }',
      'rules[1].at: 规则 sequence 用于列（表[列]），不能用于字段',
    ],
  ] as const) {
    it(title, () => assert.ok(faultsOf(yaml).includes(fault), faultsOf(yaml).join('\n')));
  }
});

describe('forms: the faults of a definition are told together', () => {
  it('those of the schema and those of names', () => {
    const yaml = `{ fields: { 甲: { type: x }, 乙: { after: 丙 } }, rules: [{ rule: unique }, { rul: 1 }], figures: { n: 1 } }`;
    assert.deepEqual(
      faultsOf(yaml).map((fault) => fault.slice(0, fault.indexOf(':'))),
      ['fields.甲.type', 'fields.乙.after', 'rules[1]', 'rules[2].rule', 'rules[2].rul', 'figures.n'],
    );
  });

  it('a part with a fault is still known by its name', () => {
    const yaml =
      '{ tables: { t: { columns: { 甲: { typ: x } }, row: {} } }, rules: [{ rule: unique, at: t, columns: [甲] }] }';
    assert.deepEqual(faultsOf(yaml), [
      'tables.t.row: 这里没有“row”这一项；是否应为“rows”？',
      'tables.t.columns.甲.typ: 这里没有“typ”这一项；是否应为“type”？',
    ]);
  });

  it('what is wrong with the head of a form hides nothing below', () => {
    assert.deepEqual(faultsOf('{ county: 1, fields: { 甲: { min: 1 } } }').length, 2);
  });

  it('anything but a mapping is refused', () => {
    for (const data of [null, 1, 'form', [], undefined]) assert.ok(loadForm(data, RULES).errors);
  });
});

describe('forms: shorthand is spelled out as rules', () => {
  for (const [title, column, rules] of [
    ['a text', '{}', ['formula-error', 'type', 'example']],
    ['a number', '{ type: integer }', ['formula-error', 'type']],
    ['choices', '{ choices: [甲, 乙] }', ['formula-error', 'choice', 'example']],
    ['several choices', '{ choices: [甲, 乙], multiple: true }', ['formula-error', 'multiple-choice', 'example']],
    ['ticks', '{ type: ticks, choices: [甲, 乙] }', ['formula-error', 'ticks']],
    ['a phone number', '{ type: phone, required: true }', ['formula-error', 'pattern', 'required']],
    [
      'conditions',
      "{ type: integer, required: { when: '=1=1' }, emptyWhen: { when: '=1=2' } }",
      ['formula-error', 'type', 'required', 'empty-when'],
    ],
    ['a limit', '{ type: lines, maxCharacters: 200 }', ['formula-error', 'type', 'example', 'character-limit']],
    [
      'a computed value with totals',
      "{ type: money, computed: '=1', total: true }",
      ['formula-error', 'type', 'computed', 'total'],
    ],
    ['capitals', "{ type: amount-in-words, of: '=1' }", ['formula-error', 'amount-in-words']],
  ] as const) {
    it(title, () => {
      const form = loaded(`tables: { t: { columns: { 甲: ${column} } } }`);
      assert.deepEqual(
        usesOf(form, '甲').map(({ rule }) => rule),
        rules,
      );
    });
  }

  it('a rule switched off is not there; switched on it is', () => {
    const rule = (enabled: boolean): string =>
      `{ fields: { 甲: {} }, rules: [{ rule: formula, at: 甲, condition: '=1=1', enabled: ${String(enabled)} }] }`;
    const has = (form: Form): boolean => form.rules.some((use) => use.rule === 'formula');
    assert.deepEqual([has(loaded(rule(false))), has(loaded(rule(true)))], [false, true]);
  });

  it('formulas in options are parsed, their source kept', () => {
    const form = loaded(
      "{ fields: { 甲: { type: integer } }, rules: [{ rule: equal, at: 甲, left: '=1+1', right: '=2' }] }",
    );
    const equal = form.rules.find((use) => use.rule === 'equal');
    assert.deepEqual(equal?.options.left, {
      source: '=1+1',
      tree: {
        kind: 'binary',
        operator: '+',
        left: { kind: 'constant', value: 1 },
        right: { kind: 'constant', value: 1 },
      },
    });
  });
});

describe('forms: serial numbers', () => {
  it('make no row by themselves', () => {
    const form = loaded(
      '{ tables: { items: { columns: { 序号: { type: integer, optional: true }, 名称: {} } } }, rules: [{ rule: sequence, at: "items[序号]" }] }',
    );
    assert.deepEqual(form.tables[0]?.ignoreIfOnly, ['序号']);
  });
  it('need not be said to', () => {
    const form = loaded(
      '{ tables: { items: { rows: { ignoreIfOnly: [名称, 序号] }, columns: { 序号: { type: integer }, 名称: {} } } }, rules: [{ rule: sequence, at: "items[序号]" }] }',
    );
    assert.deepEqual(form.tables[0]?.ignoreIfOnly, ['名称', '序号']);
  });
});

describe('forms: the definitions of templates/', () => {
  const forms = allForms();

  it('are plain data: stored as JSON they come back the same', () => {
    for (const form of forms) assert.deepEqual(JSON.parse(JSON.stringify(form)), form);
  });

  it('quote every clause that they cite, with document and place', () => {
    for (const form of forms) {
      for (const use of form.rules) {
        if (use.basis === null) continue;
        const clause = form.clauses[use.basis];
        assert.ok(
          clause && clause.text.length > 4 && clause.document !== '' && clause.place !== '',
          `${form.id} ${use.basis}`,
        );
      }
    }
  });

  it('leave no form’s id and no field’s name in the code', async () => {
    const { readdirSync, readFileSync } = await import('node:fs');
    const path = await import('node:path');
    const root = path.join(import.meta.dirname, '..', '..', 'src');
    const code = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ name, text: withoutComments(readFileSync(path.join(root, name), 'utf8')) }));
    const names = new Set(
      forms.flatMap((form) => [
        form.id,
        ...form.fields.map((field) => field.key),
        ...form.tables.flatMap((table) => table.columns.map((column) => column.key)),
      ]),
    );
    for (const generic of ['序号', '日期', '金额', '数量', '编号', '网络', '单价', '云']) names.delete(generic);
    for (const name of names) {
      for (const file of code)
        assert.ok(!file.text.includes(`'${name}'`) && !file.text.includes(`"${name}"`), `${file.name} names ${name}`);
    }
  });
});

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}
