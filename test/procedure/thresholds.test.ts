import assert from 'node:assert/strict';
import { ask, COUNTIES, procedureOf, stateOf, type Asked, type County } from './ask.ts';

/**
 * What follows from an amount, at, just below and just above each number of the five regulations. `says`: words of the
 * clause that the steps must quote.
 */
const ROWS: readonly {
  readonly row: string;
  readonly county: County;
  readonly steps: readonly string[];
  readonly says: string;
  readonly cases: readonly (readonly [Asked, ...('yes' | 'no' | 'if')[]])[];
}[] = [
  {
    row: '丰都：总体方案和申报表报备',
    county: 'fengdu',
    steps: ['overall-plan', 'demand'],
    says: '3—5年的整合建设总体方案',
    cases: [
      [{ total: '1' }, 'yes', 'yes'],
      [{ total: '5000', category: '运行维护项目' }, 'yes', 'yes'],
    ],
  },
  {
    row: '丰都：3000万元，一步到位或先可研后初设',
    county: 'fengdu',
    steps: ['approval-in-one-step', 'approval-of-feasibility', 'approval-of-design'],
    says: '总投资在3000万元（含）以上的，应先行编制项目可行性研究报告',
    cases: [
      [{ total: '2999.999999', category: '新建' }, 'yes', 'no', 'no'],
      [{ total: '3000', category: '新建' }, 'no', 'yes', 'yes'],
      [{ total: '3000.000001', category: '改扩建' }, 'no', 'yes', 'yes'],
      [{ total: '2999.99' }, 'if', 'no', 'no'],
      [{ total: '3000', category: '运行维护项目' }, 'no', 'no', 'no'],
    ],
  },
  {
    row: '丰都：升级改造50万元以下且主体功能未变，作为运维',
    county: 'fengdu',
    steps: ['upgrade-as-operation', 'upgrade-as-construction', 'approval-in-one-step', 'performance-goals'],
    says: '升级改造金额在50万元以下的，作为运维项目处理，否则纳入建设项目范围',
    cases: [
      [{ total: '49.999999', category: '升级改造', facts: { 主体功能未改变: true } }, 'yes', 'no', 'no', 'no'],
      [{ total: '50', category: '升级改造', facts: { 主体功能未改变: true } }, 'yes', 'no', 'no', 'no'],
      [{ total: '50.000001', category: '升级改造', facts: { 主体功能未改变: true } }, 'no', 'yes', 'yes', 'yes'],
      [{ total: '50', category: '升级改造', facts: { 主体功能未改变: false } }, 'no', 'yes', 'yes', 'yes'],
      [{ total: '50', category: '升级改造' }, 'if', 'if', 'if', 'if'],
      [{ total: '50', category: '新建' }, 'no', 'no', 'yes', 'yes'],
    ],
  },
  {
    row: '丰都：简单报废更替、扩容扩能作为运维',
    county: 'fengdu',
    steps: ['replacement-as-operation', 'performance-goals'],
    says: '简单报废更替、扩容扩能的项目',
    cases: [
      [{ total: '80', category: '报废更替、扩容扩能' }, 'yes', 'no'],
      [{ total: '80', category: '升级改造', facts: { 主体功能未改变: true } }, 'no', 'yes'],
      [{ total: '40', category: '升级改造', facts: { 主体功能未改变: true } }, 'no', 'no'],
    ],
  },
  {
    row: '丰都：年度投资计划的绩效目标表，运维除外',
    county: 'fengdu',
    steps: ['performance-goals'],
    says: '项目绩效目标表',
    cases: [
      [{ total: '1', category: '续建' }, 'yes'],
      [{ total: '1', category: '运行维护项目' }, 'no'],
      [{ total: '1' }, 'if'],
    ],
  },
  {
    row: '丰都：3000万元，县发展改革委或单位组织竣工验收',
    county: 'fengdu',
    steps: ['acceptance-by-commission', 'acceptance-by-unit', 'acceptance-postponed'],
    says: '建成后半年内',
    cases: [
      [{ total: '2999.999999', category: '新建' }, 'no', 'yes', 'if'],
      [{ total: '3000', category: '新建' }, 'yes', 'no', 'if'],
      [{ total: '3000.000001', category: '新建', facts: { 不能按期验收: true } }, 'yes', 'no', 'yes'],
    ],
  },
  ...(['fengdu', 'yunyang'] as const).map((county) => ({
    row: `${county === 'fengdu' ? '丰都' : '云阳'}：建设内容调整，不超过15%`,
    county,
    steps: ['change-by-unit', 'change-with-approval'],
    says: '确需调整',
    cases: [
      [changed('14.99'), 'yes', 'no'],
      [changed('15'), 'yes', 'no'],
      [changed('15.01'), 'no', 'yes'],
      [changed('15', { 目标不变: false }), 'no', 'yes'],
      [changed('15', { 未超概算且不增加总投资: false }), 'no', 'yes'],
      [changed('15', { 三种情形之一: false }), 'no', 'yes'],
      [{ total: '100', facts: { 调整内容: false } }, 'no', 'no'],
      [{ total: '100', facts: { 调整内容: true } }, 'if', 'if'],
    ] as const,
  })),
  ...(['fengdu', 'yunyang'] as const).map((county) => ({
    row: `${county === 'fengdu' ? '丰都' : '云阳'}：自评价、监理、安全可靠、绩效评价、档案`,
    county,
    steps: ['self-evaluation', 'supervision', 'product-safety', 'performance-report', 'archives'],
    says: '12—24个月内',
    cases: [[{ total: '1', category: '新建' }, 'yes', 'yes', 'yes', 'yes', 'yes']] as const,
  })),
  {
    row: '丰都：跨部门，公共视频另经县公安局',
    county: 'fengdu',
    steps: ['joint-framework', 'joint-framework-video'],
    says: '县公安局应当出具审核意见',
    cases: [
      [{ total: '9' }, 'if', 'if'],
      [{ total: '9', facts: { 跨部门: false } }, 'no', 'no'],
      [{ total: '9', facts: { 跨部门: true } }, 'yes', 'if'],
      [{ total: '9', facts: { 跨部门: true, 公共视频: true } }, 'yes', 'yes'],
    ],
  },
  {
    row: '云阳：跨部门',
    county: 'yunyang',
    steps: ['joint-framework'],
    says: '联合报县大数据发展局审核',
    cases: [
      [{ total: '9', facts: { 跨部门: false } }, 'no'],
      [{ total: '9', facts: { 跨部门: true } }, 'yes'],
    ],
  },
  ...(['fengdu', 'yunyang'] as const).map((county) => ({
    row: `${county === 'fengdu' ? '丰都' : '云阳'}：数据不能共享，经县政府批准`,
    county,
    steps: ['data-not-shared'],
    says: '报县政府批准后方可建设或者保留',
    cases: [
      [{ total: '9', facts: { 不能共享: true } }, 'yes'],
      [{ total: '9', facts: { 不能共享: false } }, 'no'],
      [{ total: '9' }, 'if'],
    ] as const,
  })),
  {
    row: '云阳：50万元，报清单或报备；正好50万元两条都适用',
    county: 'yunyang',
    steps: ['next-years-list', 'next-years-list-of-schools', 'filing-of-small-projects'],
    says: '投资额度50万元以上的第二年度政务信息化项目清单',
    cases: [
      [{ total: '49.999999' }, 'no', 'no', 'yes'],
      [{ total: '50' }, 'if', 'if', 'yes'],
      [{ total: '50', facts: { '学校、医院': false } }, 'yes', 'no', 'yes'],
      [{ total: '50.000001', facts: { '学校、医院': true } }, 'no', 'yes', 'no'],
      [{ total: '50.000001', facts: { '学校、医院': false } }, 'yes', 'no', 'no'],
    ],
  },
  {
    row: '云阳：一步到位，技术审查、决策、投资评审',
    county: 'yunyang',
    steps: ['application', 'technical-review', 'approval-in-one-step', 'decision', 'investment-review'],
    says: '县财政局负责对项目进行投资评审',
    cases: [[{ total: '1' }, 'yes', 'yes', 'yes', 'yes', 'yes']],
  },
  {
    row: '云阳：500万元，申请验收或单位自行验收',
    county: 'yunyang',
    steps: ['acceptance-on-application', 'acceptance-by-unit', 'acceptance-postponed'],
    says: '总投资在 500 万元（含）以上',
    cases: [
      [{ total: '499.999999' }, 'no', 'yes', 'if'],
      [{ total: '500' }, 'yes', 'no', 'if'],
      [{ total: '500.000001' }, 'yes', 'no', 'if'],
    ],
  },
  {
    row: '渝中：每年申报；新建另有项目建议书',
    county: 'yuzhong',
    steps: ['application', 'proposal'],
    says: '编制《项目建议书》',
    cases: [
      [{ total: '1', category: '新建' }, 'yes', 'yes'],
      [{ total: '1', category: '续建' }, 'yes', 'no'],
      [{ total: '1', category: '建设类项目' }, 'yes', 'if'],
      [{ total: '1', category: '运维类项目' }, 'yes', 'no'],
    ],
  },
  {
    row: '渝中：升级改造20万元以下且功能用途未变，运维类',
    county: 'yuzhong',
    steps: ['upgrade-as-operation', 'upgrade-as-construction', 'funds-of-operation', 'approval-in-one-step'],
    says: '20 万元以下且未改变系统功能用途的升级改造项目',
    cases: [
      [{ total: '19.999999', category: '升级改造', facts: { 功能用途未改变: true } }, 'yes', 'no', 'yes', 'no'],
      [{ total: '20', category: '升级改造', facts: { 功能用途未改变: true } }, 'yes', 'no', 'yes', 'no'],
      [{ total: '20.000001', category: '升级改造', facts: { 功能用途未改变: true } }, 'no', 'yes', 'no', 'yes'],
      [{ total: '20', category: '升级改造', facts: { 功能用途未改变: false } }, 'no', 'yes', 'no', 'yes'],
    ],
  },
  {
    row: '渝中：区级投资项目或政府采购，由有资质的第三方编制',
    county: 'yuzhong',
    steps: ['design-by-qualified-party'],
    says: '委托具有资质的第三方专业机构',
    cases: [
      [{ total: '1', facts: { 区级投资项目: true } }, 'yes'],
      [{ total: '1', facts: { 政府采购: true } }, 'yes'],
      [{ total: '1', facts: { 区级投资项目: false, 政府采购: false } }, 'no'],
      [{ total: '1', facts: { 区级投资项目: false } }, 'if'],
    ],
  },
  {
    row: '渝中：建设类1000万元（含）一步到位，以上先可研后初设',
    county: 'yuzhong',
    steps: ['approval-in-one-step', 'approval-of-feasibility', 'approval-of-design', 'review-of-services'],
    says: '区大数据发展局审核初步设计内容',
    cases: [
      [{ total: '999.999999', category: '新建' }, 'yes', 'no', 'no', 'no'],
      [{ total: '1000', category: '新建' }, 'yes', 'no', 'no', 'no'],
      [{ total: '1000.000001', category: '新建' }, 'no', 'yes', 'yes', 'no'],
      [{ total: '1000.000001', category: '购买服务类项目' }, 'no', 'no', 'no', 'yes'],
      [{ total: '1000' }, 'if', 'no', 'no', 'if'],
    ],
  },
  {
    row: '渝中：数据资源目录清单，不共享的依据',
    county: 'yuzhong',
    steps: ['data-catalogue', 'ground-for-not-sharing'],
    says: '须提供相应依据',
    cases: [
      [{ total: '1' }, 'yes', 'if'],
      [{ total: '1', facts: { 不予共享: true } }, 'yes', 'yes'],
      [{ total: '1', facts: { 不予共享: false } }, 'yes', 'no'],
    ],
  },
  {
    row: '渝中：100万元以上监理',
    county: 'yuzhong',
    steps: ['supervision', 'contract-copy'],
    says: '原则上 100 万元以上的政务信息化项目',
    cases: [
      [{ total: '99.999999' }, 'no', 'yes'],
      [{ total: '100' }, 'yes', 'yes'],
      [{ total: '100.000001' }, 'yes', 'yes'],
    ],
  },
  {
    row: '渝中：软件需求变更超出10%',
    county: 'yuzhong',
    steps: ['change-of-requirements'],
    says: '超出批准的软件系统总金额 10%',
    cases: [
      [{ total: '100', measures: { 需求变更金额: '9.99' } }, 'no'],
      [{ total: '100', measures: { 需求变更金额: '10' } }, 'no'],
      [{ total: '100', measures: { 需求变更金额: '10.01' } }, 'yes'],
      [{ total: '100' }, 'if'],
    ],
  },
  {
    row: '渝中：建设类、购买服务类的合规性审查和终验',
    county: 'yuzhong',
    steps: ['compliance-review', 'final-acceptance'],
    says: '委托第三方机构进行终验',
    cases: [
      [{ total: '1', category: '建设类项目' }, 'yes', 'yes'],
      [{ total: '1', category: '购买服务类项目' }, 'yes', 'yes'],
      [{ total: '1', category: '运维类项目' }, 'no', 'no'],
    ],
  },
  {
    row: '金寨：每年申报，县智慧办审核，县政府批准',
    county: 'jinzhai',
    steps: ['application', 'review', 'approval', 'computers'],
    says: '报县政府批准后',
    cases: [
      [{ total: '1', category: '新建' }, 'yes', 'yes', 'yes', 'no'],
      [{ total: '1', category: '办公电脑采购' }, 'no', 'no', 'no', 'yes'],
      [{ total: '1' }, 'if', 'if', 'if', 'if'],
    ],
  },
  {
    row: '金寨：调整',
    county: 'jinzhai',
    steps: ['change'],
    says: '向县政府申请调整，同时向县智慧办备案',
    cases: [
      [{ total: '1', category: '扩建', facts: { 项目调整: true } }, 'yes'],
      [{ total: '1', category: '扩建', facts: { 项目调整: false } }, 'no'],
    ],
  },
  {
    row: '金寨：初验、终验、自评价',
    county: 'jinzhai',
    steps: ['first-acceptance', 'final-acceptance', 'self-evaluation'],
    says: '初验合格且试运行3个月后',
    cases: [[{ total: '1', category: '政务信息化项目' }, 'yes', 'yes', 'yes']],
  },
  {
    row: '高青：每年申报、联合评审、年度计划',
    county: 'gaoqing',
    steps: ['application', 'joint-review', 'yearly-plan'],
    says: '每年12月底前',
    cases: [[{ total: '1' }, 'yes', 'yes', 'yes']],
  },
  {
    row: '高青：100万元（含）以上或技术复杂，委托咨询单位',
    county: 'gaoqing',
    steps: ['plan-by-consultant'],
    says: '计划投资100万元（含）以上或技术设计较为复杂的项目',
    cases: [
      [{ total: '99.999999', facts: { 技术设计较为复杂: false } }, 'no'],
      [{ total: '99.999999' }, 'if'],
      [{ total: '99.999999', facts: { 技术设计较为复杂: true } }, 'yes'],
      [{ total: '100', facts: { 技术设计较为复杂: false } }, 'yes'],
      [{ total: '100.000001' }, 'yes'],
    ],
  },
  {
    row: '高青：100万元，书面评审或现场评审',
    county: 'gaoqing',
    steps: ['written-review', 'on-site-review'],
    says: '总投资100万元以下的项目可进行书面评审；总投资100万元（含）以上的项目须组织现场评审',
    cases: [
      [{ total: '99.999999' }, 'yes', 'no'],
      [{ total: '100' }, 'no', 'yes'],
      [{ total: '100.000001' }, 'no', 'yes'],
    ],
  },
  {
    row: '高青：八类项目不再批准单独建设',
    county: 'gaoqing',
    steps: ['not-for-one-unit'],
    says: '（8）其他跨部门、跨行业的应用系统建设',
    cases: [
      [{ total: '1', facts: { 单独建设限制项目: true } }, 'yes'],
      [{ total: '1', facts: { 单独建设限制项目: false } }, 'no'],
      [{ total: '1' }, 'if'],
    ],
  },
  {
    row: '高青：信息化工程200万元（含）以上监理',
    county: 'gaoqing',
    steps: ['supervision'],
    says: '投资200万元（含）以上的电子政务建设项目中的信息化工程项目',
    cases: [
      [{ total: '199.999999', category: '信息化工程项目' }, 'no'],
      [{ total: '200', category: '信息化工程项目' }, 'yes'],
      [{ total: '200.000001', category: '信息化工程项目' }, 'yes'],
      [{ total: '200', category: '信息化服务项目' }, 'no'],
      [{ total: '200' }, 'if'],
    ],
  },
  {
    row: '高青：新开发软件试运行',
    county: 'gaoqing',
    steps: ['trial-run'],
    says: '试运行期原则上不少于3个月',
    cases: [
      [{ total: '1', facts: { 新开发软件: true } }, 'yes'],
      [{ total: '1', facts: { 新开发软件: false } }, 'no'],
    ],
  },
  {
    row: '高青：初验和竣工验收，目录进交换平台',
    county: 'gaoqing',
    steps: ['first-acceptance', 'final-acceptance', 'catalogue-in-platform', 'acceptance-postponed'],
    says: '20个工作日内完成验收工作',
    cases: [
      [{ total: '1' }, 'yes', 'yes', 'yes', 'if'],
      [{ total: '1', facts: { 不能按时申请验收: true } }, 'yes', 'yes', 'yes', 'yes'],
    ],
  },
  {
    row: '高青：单个软件系统100万元以上，另有概要设计说明书',
    county: 'gaoqing',
    steps: ['outline-design'],
    says: '还需提供概要设计说明书',
    cases: [
      [{ total: '300', measures: { 单个软件系统价值: '99.999999' } }, 'no'],
      [{ total: '300', measures: { 单个软件系统价值: '100' } }, 'yes'],
      [{ total: '300', measures: { 单个软件系统价值: '100.000001' } }, 'yes'],
      [{ total: '300' }, 'if'],
      [{ total: '99.999999' }, 'no'],
      [{ total: '100' }, 'if'],
    ],
  },
];

function changed(share: string, facts: Readonly<Record<string, boolean>> = {}): Asked {
  return {
    total: '100',
    facts: { 调整内容: true, 未超概算且不增加总投资: true, 目标不变: true, 三种情形之一: true, ...facts },
    measures: { 资金调整数额: share },
  };
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

describe('procedure: each threshold, at, just below and just above its number', () => {
  for (const { row, county, steps, says, cases } of ROWS) {
    for (const [asked, ...expected] of cases) {
      it(`${row}: ${JSON.stringify(asked)}`, () => {
        const answer = ask(county, asked);
        assert.deepEqual(
          steps.map((id) => stateOf(answer, id)),
          expected,
        );
      });
    }
    it(`${row}: quotes its clause`, () => {
      const quotes = procedureOf(county)
        .steps.filter(({ id }) => steps.includes(id))
        .flatMap(({ clauses }) => clauses.map(({ text }) => bare(text)));
      assert.ok(
        quotes.some((quote) => quote.includes(bare(says))),
        says,
      );
    });
  }
  it('has a row for each step that depends on an amount or a share', () => {
    const inTable = new Set(ROWS.flatMap(({ county, steps }) => steps.map((id) => `${county} ${id}`)));
    const depending = COUNTIES.flatMap((county) =>
      procedureOf(county)
        .steps.filter(({ when }) => JSON.stringify(when).includes('"range"'))
        .map(({ id }) => `${county} ${id}`),
    );
    assert.deepEqual(
      depending.filter((name) => !inTable.has(name)),
      [],
    );
  });
  it('quotes, for every step, a clause with its place', () => {
    for (const county of COUNTIES) {
      for (const { id, clauses } of procedureOf(county).steps) {
        assert.ok(clauses.length > 0 && clauses.every(({ place, text }) => place !== '' && text.length > 10), id);
      }
    }
  });
});

describe('procedure: 以上 and 以下 meeting at a number', () => {
  const overlaps = (county: County, total: string): readonly string[] =>
    ask(county, { total }).overlaps.map(
      ({ upper, lower }) =>
        `${upper.range.words}${upper.steps.map(({ id }) => id).join()}|${lower.range.words}${lower.steps.map(({ id }) => id).join()}`,
    );
  it('overlap in Yunyang at exactly 500,000, and only there', () => {
    assert.deepEqual(overlaps('yunyang', '50'), [
      '50万元以上next-years-list,next-years-list-of-schools|50万元以下filing-of-small-projects',
    ]);
    for (const total of ['49.999999', '50.000001', '500']) assert.deepEqual(overlaps('yunyang', total), []);
  });
  it('do not where a written 含 settles it', () => {
    for (const [county, total] of [
      ['fengdu', '3000'],
      ['fengdu', '50'],
      ['yuzhong', '1000'],
      ['yuzhong', '100'],
      ['gaoqing', '100'],
      ['gaoqing', '200'],
    ] as const) {
      assert.deepEqual(overlaps(county, total), [], `${county} ${total}`);
    }
  });
});
