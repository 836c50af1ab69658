import assert from 'node:assert/strict';
import { checkForms } from '../../src/check/check-forms.ts';
import type { CellValue } from '../../src/sheets/grid.ts';
import { DEVICES, locateIn } from './small-form.ts';

const HEADER = ['序号', '部门', '设备名称', '类别', '数量', '金额（元）'];
const LENGTH = 150_000;

describe('a table with very many rows', () => {
  const rows: [of: string, row: readonly CellValue[]][] = [
    ['examples', ['示例', '办公室', '打印机', '新增', 2, 3000]],
    ['nothing but a preset choice', [null, null, null, '新增', null, null]],
    ['totals', ['合计', null, null, null, null, 3000]],
    ['“as above”', [1, '同上', '同上', '同上', '同上', '同上']],
    ['errors in every cell', ['甲', '', '', '旧', '二百多', '未知']],
  ];
  for (const [of, row] of rows) {
    it(`of ${of} is checked`, function () {
      this.timeout(20_000);
      const first = [1, '办公室', '打印机', '新增', 2, 3000];
      const sheet = [HEADER, first, ...Array.from({ length: LENGTH }, () => row)];
      const { findings } = checkForms([locateIn(DEVICES, sheet)]);
      assert.ok(Array.isArray(findings));
    });
  }
});
