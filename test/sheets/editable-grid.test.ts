import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EditableGrid, type CellContent } from '../../src/sheets/editable-grid.ts';
import { GridBuilder, StringTable } from '../../src/sheets/grid-builder.ts';
import { cellAt, fontAt, type Grid } from '../../src/sheets/grid.ts';

interface Placed extends CellContent {
  readonly row: number;
  readonly column: number;
}

const merges = [{ top: 1, left: 2, bottom: 2, right: 3 }];

function gridOf(cells: Iterable<Placed>): { readonly grid: Grid; readonly strings: string[] } {
  const table = new StringTable();
  const builder = new GridBuilder('目录', table);
  for (const { row, column, value, format, formula, font } of cells) {
    builder.addValue(row, column, value, format, formula, font);
  }
  return { grid: builder.finish({ merges }), strings: table.strings };
}

/** What readers of a grid see of it. */
function seen(grid: Grid): unknown {
  const cells = [];
  for (let row = 0; row < 10; row++) {
    for (let column = 0; column < 8; column++) {
      cells.push([cellAt(grid, row, column), fontAt(grid, row, column)]);
    }
  }
  const { rowCount, columnCount, rowStarts } = grid;
  return { rowCount, columnCount, rowStarts: [...rowStarts], columns: [...grid.columns], cells };
}

describe('EditableGrid', () => {
  const content = fc.record<CellContent>(
    {
      value: fc.oneof(
        fc.constant(null),
        fc.constantFrom('甲', '乙', '', 'text'),
        fc.integer(),
        fc.boolean(),
        fc.constant({ error: '#REF!' }),
      ),
      format: fc.constantFrom('General', '0.00', 'yyyy-mm-dd'),
      formula: fc.constantFrom('A1+1', 'SUM(A1:A3)'),
      font: fc.constantFrom({ name: '宋体', size: 12 }, { name: '宋体', size: 16 }, { name: '仿宋', size: 16 }),
    },
    { requiredKeys: ['value', 'format'] },
  );
  const placed = fc
    .record({ row: fc.nat(6), column: fc.nat(5), content })
    .map(({ row, column, content }): Placed => ({ row, column, ...content }));

  it('is after each edit what is read of the sheet as it stands', () => {
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 30 }), fc.array(placed, { maxLength: 20 }), (first, edits) => {
        const cells = new Map(first.map((cell) => [cell.row * 10 + cell.column, cell]));
        const { grid, strings } = gridOf(cells.values());
        const edited = new EditableGrid(grid, strings);
        for (const edit of edits) {
          edited.set(edit.row, edit.column, edit);
          cells.set(edit.row * 10 + edit.column, edit);
          assert.deepEqual(seen(edited), seen(gridOf(cells.values()).grid));
        }
      }),
    );
  });
});
