import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { readProcedure } from '../../scripts/read-definition.ts';
import { pathText } from '../../src/forms/definition-error.ts';
import { loadProcedure } from '../../src/procedure/load-procedure.ts';

const HEAD = `county: moudi
version: 2026-01-01
name: 某地
source: { document: 某政〔2026〕1号, name: 某办法 }
`;

const STEP = `{ id: a, stage: 申报, step: { zh: 甲, en: A }, by: 单位, clauses: [{ place: 第一条, text: 50万元以上的，每年9月底前报送；50万元以下的报备。 }]`;

function faultsOf(yaml: string): readonly string[] {
  const { errors } = loadProcedure(parse(HEAD + yaml), new Set(['moudi/form']));
  return (errors ?? []).map(({ path, message }) => {
    assert.notEqual(message.en, '');
    return `${pathText(path)}: ${message.zh}`;
  });
}

describe('procedure/load-procedure: a definition that cannot be used names the place and what is expected there', () => {
  for (const [title, yaml, ...faults] of [
    ['one that can', `steps: [${STEP} }]`],
    ['no steps', 'steps: []', 'steps: 至少 1 项'],
    ['nothing at all', '', 'steps: 缺少这一项：应为列表 [ … ]'],
    ['a key that does not exist', `steps: [${STEP}, wen: {} }]`, 'steps[1].wen: 这里没有“wen”这一项；是否应为“when”？'],
    [
      'an unknown stage',
      `steps: [${STEP.replace('申报', '申请')} }]`,
      'steps[1].stage: 应为规划、申报、审批、建设、变更、验收、运行 之一，而不是“申请”；是否应为“申报”？',
    ],
    [
      'no clause',
      'steps: [{ id: a, stage: 申报, step: { zh: 甲, en: A }, by: 单位, clauses: [] }]',
      'steps[1].clauses: 至少 1 项',
    ],
    [
      'a range that is none',
      `steps: [${STEP}, when: { total: 五十万 } }]`,
      'steps[1].when.total: 看不出范围：应写作 50万元以上、3000万元（含）以上、不超过15％',
      'steps[1].when.total: 所引条文里没有“五十万”',
    ],
    [
      'a range that the clause does not say',
      `steps: [${STEP}, when: { total: 60万元以上 } }]`,
      'steps[1].when.total: 所引条文里没有“60万元以上”',
    ],
    [
      'another side that settles nothing',
      `steps: [${STEP}, when: { total: { range: 50万元以下, beside: 50万元以上 } } }]`,
      'steps[1].when.total: beside 应是另一边、同一数字、写明“含”的原文',
    ],
    [
      'a deadline that the clause does not say',
      `steps: [${STEP}, deadline: { words: 每年8月底前, yearly: 8 } }]`,
      'steps[1].deadline.words: 所引条文里没有“每年8月底前”',
    ],
    [
      'two deadlines in one',
      `steps: [${STEP}, deadline: { words: 每年9月底前, yearly: 9, within: { months: 1 }, after: 建成 } }]`,
      'steps[1].deadline: yearly, within, between, atLeast, before 中应有且只有一项',
    ],
    [
      'a deadline from nowhere',
      `steps: [${STEP}, deadline: { words: 每年9月底前, within: { months: 1 } } }]`,
      'steps[1].deadline: 缺少 after：从什么时候算起',
    ],
    [
      'a period of two kinds',
      `events: { 建成: { zh: 建成, en: completion } }\nsteps: [${STEP}, deadline: { words: 每年9月底前, within: { months: 1, workingDays: 2 }, after: 建成 } }]`,
      'steps[1].deadline.within: months、workingDays 中应有且只有一项',
    ],
    [
      'a month that there is not',
      `steps: [${STEP}, deadline: { words: 每年9月底前, yearly: 13 } }]`,
      'steps[1].deadline.yearly: 应为至多 12 的数字',
    ],
    [
      'names that do not exist',
      `categories: { 新建: { en: new } }\nfacts: { 跨部门: { zh: 跨部门, en: cross, not: { zh: 不跨部门, en: single } } }\nsteps: [${STEP}, when: { category: 新见, facts: [跨部门, 跨单位], not: 涉密, otherwise: b, measures: { 比例: 不超过5% } } }]`,
      'steps[1].when.category: categories 里没有“新见”；是否应为“新建”？',
      'steps[1].when.facts: facts 里没有“跨单位”',
      'steps[1].when.not: facts 里没有“涉密”',
      'steps[1].when.measures.比例: measures 里没有“比例”',
      'steps[1].when.otherwise: steps 里没有“b”',
    ],
    [
      'a form that does not exist',
      `steps: [${STEP}, documents: [{ name: 表, form: moudi/from }] }]`,
      'steps[1].documents[1].form: 没有编号为“moudi/from”的表单；是否应为“moudi/form”？',
    ],
    [
      'what nothing refers to',
      `facts: { 跨部门: { zh: 跨部门, en: cross, not: { zh: 不跨部门, en: single } } }\nevents: { 建成: { zh: 建成, en: completion } }\nmeasures: { 比例: { zh: 比例, en: share, unit: percent } }\nsteps: [${STEP} }]`,
      'facts.跨部门: 没有任何内容用到“跨部门”',
      'measures.比例: 没有任何内容用到“比例”',
      'events.建成: 没有任何内容用到“建成”',
    ],
    [
      'a round that no step before begins',
      `steps: [${STEP}, deadline: { words: 每年9月底前, yearly: 9, round: b } }]`,
      'steps[1].deadline.round: 前面没有每年有期限的步骤“b”',
    ],
    [
      'what a yearly deadline has no use for',
      `events: { 建成: { zh: 建成, en: completion } }\nsteps: [${STEP}, deadline: { words: 每年9月底前, yearly: 9, after: 建成 } }, ${STEP.replace('id: a', 'id: b')}, deadline: { words: 每年9月底前, within: { months: 1 }, after: 建成, round: a } }]`,
      'steps[1].deadline.after: 这里 after 不起作用',
      'steps[2].deadline.round: 这里 round 不起作用',
    ],
    [
      'a word for two categories',
      `categories: { 运维: { en: operation }, 新建: { en: new, also: [运维, 新增] }, 扩建: { en: extension, also: [新增] } }\nsteps: [${STEP} }]`,
      'categories.新建.also[1]: “运维”已是类别“运维”的说法',
      'categories.扩建.also[1]: “新增”已是类别“新建”的说法',
    ],
    [
      'what a category counts as, without a clause that says so',
      `categories: { 运维: { en: operation }, 改造: { en: upgrade, counts: { as: 运维, when: { total: 60万元以下 }, otherwise: 运维, clauses: [{ place: 第一条, text: 50万元以下的 }] } } }\nsteps: [${STEP} }]`,
      'categories.改造.counts.otherwise: 与 as 相同：金额和事实决定不了什么',
      'categories.改造.counts.when.total: 所引条文里没有“60万元以下”',
    ],
    ['one id twice', `steps: [${STEP} }, ${STEP} }]`, 'steps[2].id: 已有步骤“a”'],
    [
      'stages out of order',
      `steps: [${STEP.replace('申报', '验收')} }, ${STEP.replace('id: a', 'id: b')} }]`,
      'steps[2].stage: 步骤应按阶段的先后排列：规划、申报、审批、建设、变更、验收、运行',
    ],
    [
      'steps that wait for each other',
      `steps: [${STEP}, when: { otherwise: b } }, ${STEP.replace('id: a', 'id: b')}, when: { otherwise: a } }]`,
      'steps[1].when: 步骤的条件绕回了自己',
      'steps[2].when: 步骤的条件绕回了自己',
    ],
    [
      'a category of itself',
      `categories: { 甲: { en: a, of: 乙 }, 乙: { en: b, of: 甲 }, 丙: { en: c, of: 丙 } }\nsteps: [${STEP} }]`,
      'categories.丙.of: categories 里没有“丙”',
      'categories.甲: 类别绕回了自己',
      'categories.乙: 类别绕回了自己',
      'categories.丙: 类别绕回了自己',
    ],
    ['an empty condition', `steps: [${STEP}, when: {} }]`, 'steps[1].when: 条件是空的'],
    [
      'an amount for a share',
      `measures: { 比例: { zh: 比例, en: share, unit: percent } }\nsteps: [${STEP}, when: { measures: { 比例: 50万元以上 } } }]`,
      'steps[1].when.measures.比例: 单位不是这个量的单位',
    ],
  ] as const) {
    it(title, () => assert.deepEqual(faultsOf(yaml), faults));
  }
  it('is told by file, line and column, in Chinese and English', () => {
    const { complaints } = readProcedure(
      `${HEAD}steps:\n  - id: a\n    stage: 申报\n    step: { zh: 甲, en: A }\n    by: 单位\n    when: { total: 60万元以上 }\n    clauses: [{ place: 第一条, text: 五十万元以上 }]\n`,
      'moudi/procedure.yaml',
      new Set(),
    );
    assert.deepEqual(complaints, [
      'templates/moudi/procedure.yaml:10:20: steps[1].when.total: 所引条文里没有“60万元以上” / the clauses quoted do not say "60万元以上"',
    ]);
  });
  it('stands in the folder of its county', () => {
    const { complaints } = readProcedure(`${HEAD}steps: [${STEP} }]`, 'other/procedure.yaml', new Set());
    assert.deepEqual(complaints, [
      'templates/other/procedure.yaml:1:9: county: 应与文件夹一致：other / must be the folder below templates: other',
    ]);
  });
});
