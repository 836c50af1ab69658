import { sheets } from './small-definition.ts';

const ITEMS = `
tables:
  items:
    columns:
      名称: { required: true }
      数量: { type: integer, required: true, total: true }
      单价: { type: money, required: true }
      总价: { type: money, computed: '=ROUND([@数量]*[@单价],2)', total: true }
`;
const IN_YUAN = ['名称', '数量', '单价', '总价（元）'];
const PRINTER = ['打印机', 10, 5500, 55000];
const SCANNER = ['扫描仪', 1, 100, 100];

sheets('products', ITEMS, [
  ['quantity times price', [IN_YUAN, PRINTER]],
  [
    'prices in 元, totals in 万元',
    [
      ['名称', '数量', '单价', '总价（万元）'],
      ['打印机', 10, 5500, 5.5],
    ],
  ],
  ['a wrong product', [IN_YUAN, ['打印机', 10, 5500, 50000]], 'E 总价 computed/differs'],
  [
    'a product in another unit than its heading says',
    [IN_YUAN, ['打印机', 10, 5500, 5.5]],
    'E 总价 computed/unit-mixed',
  ],
  [
    'a result shown with fewer decimals than it has',
    [IN_YUAN, ['打印机', 3, 33.33, { value: 99.99, formula: 'B2*C2', format: '0.0' }]],
  ],
  [
    'a formula without a result',
    [IN_YUAN, ['打印机', 10, 5500, { value: null, formula: 'B2*C2' }]],
    'W 总价 formula-error/not-calculated',
  ],
  [
    'a formula that fails because of a text',
    [IN_YUAN, ['打印机', '12台', 5500, { value: { error: '#VALUE!' }, formula: 'B2*C2' }]],
    'W 数量 type/unknown-unit',
    'E 总价 formula-error/error-of-source',
  ],
  [
    'a price from another file',
    [IN_YUAN, ['打印机', 10, { value: 5500, formula: '[1]预算!B3' }, 55000]],
    'W 单价 formula-error/other-file',
  ],
]);

sheets('rows of totals', ITEMS, [
  ['one that agrees', [IN_YUAN, PRINTER, ['合计', 10, null, 55000]]],
  ['one that counts one too many', [IN_YUAN, PRINTER, ['合计', 11, null, 55000]], 'E 数量 total/differs'],
  [
    'subtotals and a total',
    [IN_YUAN, PRINTER, ['小计', 10, null, 55000], SCANNER, ['小计', 1, null, 100], ['总计', 11, null, 55100]],
  ],
  [
    'a total with the subtotals in it',
    [IN_YUAN, PRINTER, ['小计', 10, null, 55000], SCANNER, ['小计', 1, null, 100], ['总计', 22, null, 110200]],
    'E 数量 total/subtotals-added',
    'E 总价 total/subtotals-added',
  ],
  ['a total ten thousand times too small', [IN_YUAN, PRINTER, ['合计', 10, null, 5.5]], 'E 总价 total/unit-mixed'],
  [
    'a formula that leaves out rows added below',
    [IN_YUAN, PRINTER, SCANNER, ['赠品', 1, 0, 0], ['合计', 12, null, { value: 55100, formula: 'SUM(D2:D3)' }]],
    'W 总价 total/rows-left-out',
  ],
]);
