import assert from 'node:assert/strict';
import type { CellValue } from '../../src/sheets/grid.ts';
import { judge, verdicts } from './judge.ts';

type Row = readonly CellValue[];

/** A purchase of 62,499.00, with these rows between the items and the reason. */
function judged(rows: readonly Row[]): string[] {
  return verdicts(
    judge('jinzhai/pc-purchase', [
      ['金寨县行政事业单位办公电脑采购申报表'],
      ['申请单位名称', '县教育局', null, '日期', '2024-01-15'],
      ['序号', '采购品目', '规格型号', '数量', '单价（元）', '金额（元）'],
      [1, '台式计算机', '浪潮CE520F', 12, 5000, 60000],
      [2, '台式计算机', '浪潮CE720F', 1, 2499, 2499],
      ...rows,
      ['购置依据或理由', '现有电脑已使用八年。'],
      ['预算安排资金', 62499, '财政专项资金', null, '其他资金', null],
    ]),
  );
}

const WORDS = '陆万贰仟肆佰玖拾玖元整';

describe('pc-purchase: the total in words and in figures', () => {
  for (const [says, rows, ...expected] of [
    ['words alone', [['合计金额（大写）', WORDS]]],
    ['words under a label without the remark', [['合计金额', WORDS]]],
    ['words first, in one cell', [[`合计金额（大写）：${WORDS}  小写：62499.00`]]],
    ['words first, in one cell, without blanks', [[`合计金额（大写）：${WORDS}（小写）：¥62,499.00`]]],
    ['figures first, in one cell', [[`合计金额（小写）：62499.00元   （大写）：${WORDS}`]]],
    ['in one cell beside the label', [['合计金额', `大写：${WORDS}  （小写）：62499.00`]]],
    ['in one cell beside the official label', [['合计金额（大写）', `大写：${WORDS} 小写：62499.00`]]],
    ['in one cell beside the label, figures first', [['合计金额', `小写：62499.00  大写：${WORDS}`]]],
    ['in a row of totals', [['合计', `小写：62499.00  大写：${WORDS}`]]],
    ['in a row of totals, words first', [['合计', `大写：${WORDS}  小写：62499.00`, null, 13, null, 62499]]],
    ['in a row of totals, a cell each', [['合计', '大写', WORDS, '小写', 62499]]],
    ['in cells of their own', [['合计金额（大写）', WORDS, null, '（小写）', 62499]]],
    [
      'in rows of their own',
      [
        ['合计金额（小写）', 62499],
        ['合计金额（大写）', WORDS],
      ],
    ],
    [
      'in rows of their own, words first',
      [
        ['合计金额（大写）', WORDS],
        ['合计金额（小写）', 62499],
      ],
    ],
    [
      'figures under a label without the remark',
      [
        ['合计金额', 62499],
        ['合计金额（大写）', WORDS],
      ],
    ],
    ['figures with a sign of the currency', [['合计金额（大写）', WORDS, null, '小写', '¥62,499.00']]],
    [
      'other figures',
      [
        ['合计金额（小写）', 62500],
        ['合计金额（大写）', WORDS],
      ],
      'E 合计小写 equal/differs',
    ],
    ['other figures in one cell', [[`合计金额（大写）：${WORDS}  小写：62,500.00`]], 'E 合计小写 equal/differs'],
    [
      'words in the place of figures',
      [
        ['合计金额（小写）', WORDS],
        ['合计金额（大写）', WORDS],
      ],
      'N 合计小写 type/number-tidied',
    ],
    ['figures alone: the words are missing', [['合计金额（小写）', 62499]], 'W 合计大写 layout/missing-field'],
    ['figures alone, without the remark', [['合计金额', 62499]], 'W 合计大写 layout/missing-field'],
    [
      'a row of totals called 合计金额',
      [
        ['合计金额', null, null, 13, null, 62499],
        ['合计金额（大写）', WORDS],
      ],
    ],
    ['blank figures beside words', [['合计金额（大写）', WORDS, null, '（小写）', null]]],
  ] as const) {
    it(says, () => assert.deepEqual(judged(rows as readonly Row[]), expected));
  }
});
