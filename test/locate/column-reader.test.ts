import assert from 'node:assert/strict';
import { ColumnReader } from '../../src/locate/column-reader.ts';
import { GridBuilder, StringTable } from '../../src/sheets/grid-builder.ts';
import { CellKind } from '../../src/sheets/grid.ts';

describe('locate: reading the cells of a column', () => {
  it('takes equal texts for one, also where the file has them twice', () => {
    const table = new StringTable();
    const builder = new GridBuilder('Sheet1', table);
    for (const [row, text] of ['学生学籍', '教师资格', '学生学籍', '学生学籍'].entries()) {
      builder.add(row, 0, CellKind.text, table.append(text));
    }
    const reader = new ColumnReader(builder.finish(), { kind: 'text', lines: 'keep' }, { date1904: false });
    assert.deepEqual(
      [0, 1, 2, 3].map((index) => reader.read(index)),
      [1, 2, 1, 1],
    );
    assert.deepEqual(
      reader.readings.map(({ text }) => text),
      ['', '学生学籍', '教师资格'],
    );
  });
});
