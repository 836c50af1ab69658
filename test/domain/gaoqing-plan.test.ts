import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { GAOQING_OUTLINE } from '../samples/make/outlines.ts';
import { judge, verdicts } from './judge.ts';

type Row = readonly CellValue[];

const COVER: readonly Row[] = [
  ['申报单位(盖章):高青县水利局'],
  ['项目名称:智慧水利综合管理平台'],
  ['项目起止日期:2027年1月至2027年12月'],
];
const HEAD: Row = ['章节', '编制情况', '页码', '备注'];

/** The outline, each entry written on its page; some of them otherwise. */
function filled(changes: Readonly<Record<string, Row>> = {}): Row[] {
  return GAOQING_OUTLINE.map((entry, at) => [entry, ...(changes[entry] ?? ['已编制', at + 1])]);
}

function told(rows: readonly Row[]): string[] {
  return verdicts(judge('gaoqing/plan', rows));
}

describe('project plans: right ones give no finding', () => {
  const rights: readonly [says: string, rows: readonly Row[]][] = [
    ['one title', [['电子政务建设项目建设方案编写提纲'], ...COVER, HEAD, ...filled()]],
    [
      'a cover with the title above the outline with its own',
      [['电子政务建设项目建设方案'], ...COVER, ['电子政务建设项目建设方案编写提纲'], HEAD, ...filled()],
    ],
    [
      'some do not apply',
      [
        ['电子政务建设项目建设方案编写提纲'],
        ...COVER,
        HEAD,
        ...filled({ '3.终端系统及接口设计': ['不适用'], '2.系统拓扑图': ['不适用', null, '纯软件项目'] }),
      ],
    ],
    [
      'chapters with sections say how they stand by these',
      [
        ['电子政务建设项目建设方案编写提纲'],
        ...COVER,
        HEAD,
        ...filled({ '第六章  项目设计方案': [null], '第七章  项目组织管理': [null], '第八章  项目投资': [null] }),
      ],
    ],
    [
      'retyped without numbers and remarks, with a column of its own for them, backwards',
      [
        ['项目建设方案'],
        ['申报单位', '高青县水利局', '项目名称', '智慧水利综合管理平台'],
        ['项目起止日期', '2027年1月至2027年12月'],
        ['序号', '编制内容', '页码', '是否编制'],
        ...GAOQING_OUTLINE.map((entry, at): Row => [
          at + 1,
          entry.replace(/^(?:第.章|\d\.)\s*/u, '').replace(/\(.*\)/u, ''),
          at + 3,
          '√',
        ]).reverse(),
      ],
    ],
  ];
  for (const [says, rows] of rights) {
    it(says, () => {
      assert.deepEqual(told(rows), []);
    });
  }
});

describe('project plans: every chapter and section, written or not applicable, with its page', () => {
  const entries: readonly Row[] = filled();
  const faults: readonly [says: string, rows: readonly Row[], expected: readonly string[]][] = [
    ['one is left out', entries.filter(([entry]) => entry !== '2.系统拓扑图'), ['E 章节 checklist/missing-entries']],
    ['half of them are left out: told once', entries.slice(0, 11), ['E 章节 checklist/missing-entries']],
    ['nothing is said of one', filled({ '第九章  效益分析': [null, 30] }), ['E 编制情况 checklist/no-state']],
    ['one has no page', filled({ '第九章  效益分析': ['已编制'] }), ['W 页码 checklist/no-page']],
    ['something else', filled({ '第九章  效益分析': ['编制中', 30] }), ['E 编制情况 choice/not-listed']],
  ];
  for (const [says, rows, expected] of faults) {
    it(says, () => {
      assert.deepEqual(told([['电子政务建设项目建设方案编写提纲'], ...COVER, HEAD, ...rows]), expected);
    });
  }

  it('each of the outline, one at a time', () => {
    for (const entry of GAOQING_OUTLINE) {
      const isHeading = /^第[六七八]章/u.test(entry);
      const rows = [['电子政务建设项目建设方案编写提纲'], ...COVER, HEAD, ...filled({ [entry]: [null] })];
      assert.deepEqual(told(rows), isHeading ? [] : ['E 编制情况 checklist/no-state'], entry);
    }
  });

  it('what the cover lacks', () => {
    const cover: Row[] = [['申报单位(盖章):'], ['项目名称:'], ['项目起止日期:       年    月至       年    月']];
    assert.deepEqual(told([['电子政务建设项目建设方案编写提纲'], ...cover, HEAD, ...filled()]), [
      'E 申报单位 required/missing',
      'E 项目名称 required/missing',
      'E 项目起止日期 required/missing',
    ]);
  });

  it('a span that ends before it begins', () => {
    const cover = [...COVER.slice(0, 2), ['项目起止日期:2027年12月至2027年1月']];
    assert.deepEqual(told([['电子政务建设项目建设方案编写提纲'], ...cover, HEAD, ...filled()]), [
      'E 项目起止日期 type/period-reversed',
    ]);
  });

  it('nothing filled in is told once', () => {
    const rows: Row[] = [
      ['电子政务建设项目建设方案编写提纲'],
      ['申报单位(盖章):'],
      ['项目名称:'],
      ['项目起止日期:'],
      HEAD,
    ];
    assert.deepEqual(told([...rows, ...GAOQING_OUTLINE.map((entry) => [entry])]), ['W – not-filled/blank']);
  });
});
