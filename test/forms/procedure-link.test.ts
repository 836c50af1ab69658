import assert from 'node:assert/strict';
import { readDefinition } from '../../scripts/read-definition.ts';
import { RULES } from '../../src/rules/index.ts';
import { COUNTIES, procedureOf } from '../procedure/ask.ts';

const PROCEDURES = COUNTIES.map(procedureOf);

function complaintsOf(procedure: string, id = 'fengdu/form'): readonly string[] {
  const yaml = [
    `id: ${id}`,
    'version: 2026-01-01',
    'county: 某县',
    'title: 某表',
    'source: { document: 某政〔2026〕1号, name: 某办法, annex: 附件1 }',
    'fields: { 投资: { type: money, unit: 万元 }, 类型: {}, 性质: { type: ticks, choices: [新建, 续建, 其他] }, 类别: { choices: [新建, 新健] } }',
    `procedure: ${procedure}`,
  ];
  return readDefinition(yaml.join('\n'), `${id}.yaml`, RULES, PROCEDURES).complaints ?? [];
}

describe('forms: the link to the procedure of the county', () => {
  for (const procedure of [
    "{ total: '=fields[投资]', unit: 万元 }",
    "{ total: '=fields[投资]*10000', unit: 元, category: 新建 }",
    "{ total: '=fields[投资]', unit: 万元, category: 运维 }",
    "{ total: '=fields[投资]', unit: 万元, category: '=fields[类型]' }",
    "{ total: '=fields[投资]', unit: 万元, category: '=fields[性质]' }",
  ]) {
    it(`may be ${procedure}`, () => assert.deepEqual(complaintsOf(procedure), []));
  }
  for (const [procedure, ...complaints] of [
    ['{}', 'procedure.total: 缺少这一项：应为文字', 'procedure.unit: 缺少这一项：应为元、万元 之一'],
    ['{ total: 投资, unit: 万元 }', 'procedure.total: 应为公式，以 = 开头，而不是“投资”'],
    ["{ total: '=fields[投姿]', unit: 万元 }", 'procedure.total: 没有名为“投姿”的字段；是否应为“投资”？'],
    ["{ total: '=fields[投资]', unit: 千元 }", 'procedure.unit: 应为元、万元 之一，而不是“千元”；是否应为“元”？'],
    [
      "{ total: '=fields[投资]', unit: 元, category: '=fields[类形]' }",
      'procedure.category: 没有名为“类形”的字段；是否应为“类型”？',
    ],
    [
      "{ total: '=fields[投资]', unit: 元, category: '=fields[类别]' }",
      'procedure.category: 丰都县的办理程序没有类别“新健”；是否应为“新建”？',
    ],
    [
      "{ total: '=fields[投资]', unit: 元, category: 改扩健 }",
      'procedure.category: 丰都县的办理程序没有类别“改扩健”；是否应为“改扩建”？',
    ],
    [
      "{ total: '=fields[投资]', unit: 元, categry: 新建 }",
      'procedure.categry: 这里没有“categry”这一项；是否应为“category”？',
    ],
  ] as const) {
    it(`may not be ${procedure}`, () => {
      assert.deepEqual(
        complaintsOf(procedure).map((complaint) =>
          complaint.replace(/^templates\/fengdu\/form\.yaml:7:\d+: /, '').replace(/ \/ .*$/, ''),
        ),
        complaints,
      );
    });
  }
  it('leads to a procedure that is there', () => {
    assert.deepEqual(complaintsOf("{ total: '=fields[投资]', unit: 元 }", 'elsewhere/form'), [
      'templates/elsewhere/form.yaml:7:1: procedure: 没有 templates/elsewhere/procedure.yaml / there is no templates/elsewhere/procedure.yaml',
    ]);
  });
});
