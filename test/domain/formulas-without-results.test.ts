import assert from 'node:assert/strict';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { writeBlankForm } from '../../src/files/blank/write-blank.ts';
import { writeXlsxValues } from '../../src/files/xlsx-values.ts';
import { allForms, checkBytes } from '../check-file.ts';
import { figuresOf, verdicts } from './judge.ts';

// Our own blank forms, filled in by a program that stores no results of formulas.

const FORMS = allForms();

type Checked = Awaited<ReturnType<typeof checkBytes>>;

async function filledIn(id: string, cells: Readonly<Record<string, string | number>>): Promise<Checked> {
  const form = FORMS.find((one) => one.id === id);
  const blank = form && writeBlankForm(form, nodeCodec);
  assert.ok(blank, id);
  const writes = Object.entries(cells).map(([cell, value]) => ({ sheetIndex: 0, cell, value }));
  const { bytes, skipped } = writeXlsxValues(blank, writes, nodeCodec);
  assert.deepEqual(skipped, []);
  return await checkBytes(bytes, 'filled.xlsx', FORMS);
}

describe('formulas of a blank form whose results nobody stored', () => {
  it('amounts, their total and its words in a purchase of computers', async () => {
    const items = {
      B5: '台式计算机',
      D5: '浪潮CE520F',
      F5: 2,
      G5: 5000.5,
      B6: '打印机',
      D6: '惠普M208',
      F6: 1,
      G6: 4000,
    };
    const checked = await filledIn('jinzhai/pc-purchase', { ...items, A14: 1 });
    assert.deepEqual(
      verdicts(checked).filter((told) => /recalculated|formula|金额|大写|序号/u.test(told)),
      ['N – layout/recalculated'],
    );
    assert.deepEqual(figuresOf(checked), { total: 14001, quantity: 3 });
  });

  it('the numbers of the rows in an application for the cloud', async () => {
    const row = (at: number, name: string): Record<string, string | number> => ({
      [`B${String(at)}`]: '水利平台',
      [`E${String(at)}`]: name,
      [`J${String(at)}`]: 2,
    });
    const checked = await filledIn('gaoqing/cloud-new', { ...row(18, '应用服务器'), ...row(19, '数据库服务器') });
    const told = verdicts(checked).filter((one) => /recalculated|formula|序号/u.test(one));
    assert.deepEqual(told, ['N – layout/recalculated']);
  });
});
