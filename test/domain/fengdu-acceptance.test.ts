import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { judge, verdicts } from './judge.ts';

interface Acceptance {
  readonly year: string;
  readonly unit: string;
  readonly date: string;
  readonly project: CellValue;
  readonly contact: CellValue;
  readonly phone: CellValue;
  readonly contractor: CellValue;
  readonly supervisor: CellValue;
  readonly tester: CellValue;
  readonly about: string;
  readonly resources: string;
}

const RIGHT: Acceptance = {
  ...{ year: '2024', unit: '丰都县水利局', date: '2024年12月12日', project: '丰都县智慧水利平台' },
  ...{ contact: '周敏', phone: '023-70701234', contractor: '重庆智水科技有限公司' },
  ...{ supervisor: '重庆信达监理有限公司', tester: '重庆软件评测中心' },
  about: '2024年3月开工，9月建成，试运行三个月，运行稳定。',
  resources: '归集数据12类，已编目8项，共享6项，目录附后。',
};

type Rows = readonly (readonly CellValue[])[];

/** As the annex is printed: the texts stand in the cells of their labels. */
function rowsOf(change: Partial<Acceptance> = {}): Rows {
  const facts = { ...RIGHT, ...change };
  return [
    ['附件4'],
    ['丰都县政务信息化项目验收申请表'],
    [`（${facts.year}年度）`],
    [`项目实施单位（盖章）：${facts.unit}                        填表日期：${facts.date}`],
    ['项目名称', facts.project],
    ['项目联络员', facts.contact, '联系电话', facts.phone],
    ['项目承建单位', facts.contractor],
    ['项目监理单位', facts.supervisor],
    ['项目评测单位', facts.tester],
    [`项目建设和试运行情况说明（附验收材料）：${facts.about}`],
    [`项目信息资源归集、编目、共享等情况说明（附项目信息资源目录）：${facts.resources}`],
    ['监理单位意见', '签字（盖章）                       日期：'],
    ['测评单位意见', '签字（盖章）                       日期：'],
    ['备注：本表一式三份，项目实施单位、县发展改革委、县财政局各一份。'],
  ];
}

const GIVEN: Rows = [
  ['验收材料', '提供情况', '页码'],
  ['项目建设总结', '已提供', 3],
  ['财务报告', '已提供', 12],
  ['审计报告', '已提供', 20],
  ['安全风险评估报告', '已提供', 31],
  ['非涉密信息系统网络安全等级保护测评报告', '已提供', 31],
  ['网络安全等级保护备案情况', '已提供', 60],
  ['密码应用安全性评估报告', '已提供', 66],
  ['数据字典', '已提供', 80],
];

/** The papers with other states, by name; `null` leaves the row out. */
function papers(change: Readonly<Record<string, string | null>>, secret?: string): Rows {
  const head: Rows = secret === undefined ? [] : [['是否涉密', secret]];
  const rows = GIVEN.flatMap((row) => {
    const [name] = row;
    const state = typeof name === 'string' ? change[name] : undefined;
    if (state === undefined) return [row];
    return state === null ? [] : [[name ?? null, state]];
  });
  const known = new Set(GIVEN.map(([name]) => name));
  const added = Object.entries(change).flatMap(([name, state]) => (known.has(name) ? [] : [[name, state, 90]]));
  return [...rowsOf(), ...head, ...rows, ...added];
}

function judged(rows: Rows): string[] {
  return verdicts(judge('fengdu/acceptance', rows));
}

function table(title: string, cases: readonly (readonly [string, Partial<Acceptance>, ...string[]])[]): void {
  describe(`fengdu/acceptance: ${title}`, () => {
    for (const [says, change, ...expected] of cases) it(says, () => assert.deepEqual(judged(rowsOf(change)), expected));
  });
}

table('what must be filled in', [
  ['all of it is; seals and opinions come later', {}],
  ['the year above the form', { year: '        ' }, 'E 年度 required/missing'],
  ['项目实施单位', { unit: '' }, 'E 项目实施单位 required/missing'],
  ['填表日期', { date: '    年   月   日' }, 'E 填表日期 required/missing'],
  ['项目名称', { project: null }, 'E 项目名称 required/missing'],
  ['项目联络员', { contact: null }, 'E 项目联络员 required/missing'],
  ['联系电话', { phone: '1389601234' }, 'E 联系电话 pattern/phone-digit-count'],
  ['项目承建单位', { contractor: null }, 'E 项目承建单位 required/missing'],
  ['项目监理单位: there is none without', { supervisor: '无' }, 'E 项目监理单位 required/missing'],
  ['项目评测单位', { tester: null }, 'E 项目评测单位 required/missing'],
  ['a project that nobody tests', { tester: '无' }],
  ['项目建设和试运行情况说明', { about: '' }, 'E 建设和试运行情况 required/missing'],
  ['项目信息资源情况说明', { resources: '' }, 'E 信息资源情况 required/missing'],
]);

describe('fengdu/acceptance: the papers of 第二十八条', () => {
  const STATE = '提供情况';
  const SECRECY = '涉密信息系统安全保密测评报告';
  const LEVEL = '非涉密信息系统网络安全等级保护测评报告';
  const cases: readonly (readonly [string, Rows, ...string[]])[] = [
    ['all are given', papers({})],
    ['one is left out', papers({ 审计报告: null }), 'E 验收材料 checklist/missing-entries'],
    ['one does not apply', papers({ 数据字典: '不适用' }), `E ${STATE} needed-entries/not-applicable`],
    ['one says nothing', papers({ 财务报告: '' }), `E ${STATE} checklist/no-state`],
    ['a secret system needs the report of its secrecy', papers({}, '☑是 □否'), 'E 验收材料 needed-entries/left-out'],
    [
      'and with it neither the protection level nor its filing',
      papers(
        {
          涉密信息系统安全保密测评报告: '已提供',
          非涉密信息系统网络安全等级保护测评报告: '不适用',
          网络安全等级保护备案情况: '不适用',
        },
        '☑是 □否',
      ),
    ],
    [
      'one that is not secret needs the report of its level',
      papers({ 非涉密信息系统网络安全等级保护测评报告: '不适用' }, '□是 ☑否'),
      `E ${STATE} needed-entries/not-applicable`,
    ],
    [
      'and its filing',
      papers({ 网络安全等级保护备案情况: '不适用' }, '□是 ☑否'),
      `E ${STATE} needed-entries/not-applicable`,
    ],
    [
      'where nobody says which, one of the two reports',
      papers({ 非涉密信息系统网络安全等级保护测评报告: '不适用' }),
      `E ${STATE} needed-entries/none-given`,
    ],
    ['of a system that is not secret, the report of its secrecy is blank', papers({ [SECRECY]: '' }, '□是 ☑否')],
    [
      'of a secret one, its level and its filing',
      papers({ [SECRECY]: '已提供', [LEVEL]: '', 网络安全等级保护备案情况: '' }, '☑是 □否'),
    ],
    ['what applies is blank', papers({ [LEVEL]: '', [SECRECY]: '' }, '□是 ☑否'), `E ${STATE} checklist/no-state`],
    [
      'nobody says which, and all of them are blank',
      papers({ 安全风险评估报告: '', [SECRECY]: '', [LEVEL]: '', 网络安全等级保护备案情况: '' }, '□是 □否'),
      `E ${STATE} checklist/no-state`,
      'N 是否涉密 checklist/depends-on',
    ],
    ['nobody says which, and one is given', papers({ [SECRECY]: '' }, '□是 □否'), 'N 是否涉密 checklist/depends-on'],
  ];
  for (const [says, rows, ...expected] of cases) {
    it(says, () => assert.deepEqual(judged(rows).sort(), [...expected].sort()));
  }
});
