import assert from 'node:assert/strict';
import { openStandIn, sheetOf } from './opened-workbook.ts';

describe('the stand-in workbook, asked by office.js', () => {
  it('reads the used range', async () => {
    const { client } = openStandIn(
      sheetOf([
        ['部门', '数量'],
        ['公安局', 3],
      ]),
    );
    const read = await client.run(async (context) => {
      const used = context.workbook.worksheets.getItem('表1').getUsedRange(true).load('values,address');
      await context.sync();
      return [used.address, used.values];
    });
    assert.deepEqual(read, [
      '表1!A1:B2',
      [
        ['部门', '数量'],
        ['公安局', 3],
      ],
    ]);
  });

  it('writes values', async () => {
    const { client } = openStandIn(sheetOf([['部门', '数量']]));
    const read = await client.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange('A2:B2').values = [['教育局', '007']];
      await context.sync();
      const used = sheet.getUsedRange(true).load('values');
      await context.sync();
      return used.values;
    });
    assert.deepEqual(read, [
      ['部门', '数量'],
      ['教育局', 7],
    ]);
  });
});
