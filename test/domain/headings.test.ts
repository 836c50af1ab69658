import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { CATALOGUE_HEADINGS, CATALOGUE_ROW } from '../right-catalogue.ts';
import { judge, verdicts } from './judge.ts';

type Row = readonly CellValue[];

/** A right form of each kind, to be retyped with other words for its headings and labels. */
const CATALOGUE: readonly Row[] = [
  CATALOGUE_HEADINGS.map((heading) => heading.replace(/^格式(.+)$/u, '信息资源格式（$1）')),
  CATALOGUE_ROW,
];
const PURCHASE: readonly Row[] = [
  ['金寨县行政事业单位办公电脑采购申报表'],
  ['申请单位名称', '县教育局', null, '日期', '2024-01-15'],
  ['序号', '采购品目', '规格型号', '数量', '单价（元）', '金额（元）'],
  [1, '台式计算机', '浪潮CE520F', 2, 5000, 10000],
  ['合计金额（大写）', '壹万元整'],
  ['购置依据或理由', '现有电脑已使用八年。'],
  ['预算安排资金', 10000, '财政专项资金', null, '其他资金', null],
];

const CASES: readonly (readonly [string, readonly Row[], readonly (readonly [string, readonly string[]])[]])[] = [
  [
    'yunyang/catalogue',
    CATALOGUE,
    [
      ['部门名称', ['责任部门', '责任单位', '提供单位', '部 门', '信息资源提供方']],
      ['信息资源名称', ['资源名称', '数据资源名称', '信息资源目录名称', '*信息资源名称']],
      [
        '信息资源格式（分类）',
        ['信息资源格式-分类', '信息资源格式/分类', '信息资源格式分类', '格式分类', '分类', '信息资源格式（类）'],
      ],
      [
        '信息资源格式（类型）',
        ['信息资源格式-类型', '信息资源格式：类型', '信息资源格式类型', '格式类型', '类型', '信息资源格式（型）'],
      ],
      ['信息项名称', ['信息项', '数据项名称', '字段名称', '信息项（数据项）名称', '字段中文名']],
      ['数据类型', ['字段类型', '数据项类型', '数据类型（见说明5）']],
      ['数据长度', ['数据度', '字段长度', '长度']],
      ['共享类型', ['共享属性', '共享类型（无条件、有条件、不予）']],
      ['共享方式', ['共享途径']],
      ['是否向社会开放', ['否向社会开放', '是否开放', '是否对外开放', '是否向社会开放（是/否）']],
      ['开放条件', ['向社会开放条件']],
      ['数据更新周期', ['更新周期', '更新频率', '数据更新频率']],
    ],
  ],
  [
    'jinzhai/pc-purchase',
    PURCHASE,
    [
      ['申请单位名称', ['申请单位', '申报单位', '采购单位', '填报单位', '申报单位（盖章）']],
      ['日期', ['申请日期', '填表日期', '申报时间']],
      ['采购品目', ['品目', '设备名称', '品名']],
      ['规格型号', ['型号规格', '品牌型号', '规格及型号', '主要配置']],
      ['数量', ['台数', '数量（台）', '采购数量', '购置台数', '数量（台/套）']],
      ['单价（元）', ['单价', '采购单价', '预算单价（元）']],
      ['金额（元）', ['金额', '总价', '小计（元）', '预算金额（元）']],
      ['合计金额（大写）', ['合计（大写）', '大写金额', '总计（大写）', '金额合计（大写）', '合计金额（人民币大写）']],
      ['购置依据或理由', ['采购理由', '购置理由', '采购依据', '购置依据及理由', '采购原因']],
      ['预算安排资金', ['预算资金', '财政预算资金（元）']],
      ['财政专项资金', ['专项资金']],
      ['其他资金', ['其它资金']],
    ],
  ],
];

for (const [id, rows, names] of CASES) {
  describe(`${id}: other words for headings and labels`, () => {
    it('the official ones', () => assert.deepEqual(verdicts(judge(id, rows)), []));
    for (const [name, others] of names) {
      for (const other of others) {
        it(`${other} for ${name}`, () => {
          const retyped = rows.map((row) => row.map((value) => (value === name ? other : value)));
          assert.deepEqual(verdicts(judge(id, retyped)), []);
        });
      }
    }
  });
}
