import type { Form, Table } from '../../forms/form.ts';
import type { Layout, LayoutCell, LayoutRows, LayoutTable } from '../../forms/layout.ts';
import type { Range } from '../../sheets/address.ts';

/** Which rows of the sheet a layout takes: where each cell, each field and each table stands. */
export interface Arrangement {
  readonly rows: number;
  readonly cells: readonly ArrangedCell[];
  readonly tables: readonly ArrangedTable[];
}

export interface ArrangedCell {
  readonly range: Range;
  readonly cell: LayoutCell;
  readonly frame: LayoutRows['frame'];
  /** The block that the cell belongs to: a box is drawn around all of it. */
  readonly block: Range;
}

export interface ArrangedTable {
  readonly table: Table;
  readonly layout: LayoutTable;
  /** Rows of headings: two where columns have a heading above theirs. */
  readonly headings: number;
  readonly firstHeading: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly totalRow: number | null;
}

/** @param first The row of the sheet that the layout begins in. */
export function arrange(form: Form, layout: Layout, first: number): Arrangement {
  const cells: ArrangedCell[] = [];
  const tables: ArrangedTable[] = [];
  let row = first;
  for (const block of layout.blocks) {
    if (block.kind === 'rows') {
      const { frame } = block;
      const whole = { top: row, left: 0, bottom: row + block.rows.length - 1, right: layout.widths.length - 1 };
      block.rows.forEach((line, at) => {
        for (const cell of line) cells.push({ range: rangeOf(cell, row + at), cell, frame, block: whole });
      });
      row += block.rows.length;
    } else {
      const table = form.tables.find(({ key }) => key === block.table);
      if (!table) continue;
      const arranged = arrangeTable(table, block, row);
      tables.push(arranged);
      row = (arranged.totalRow ?? arranged.lastRow) + 1;
    }
  }
  return { rows: row, cells, tables };
}

function rangeOf({ column, columns, rows }: LayoutCell, row: number): Range {
  return { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 };
}

function arrangeTable(table: Table, layout: LayoutTable, row: number): ArrangedTable {
  const headings = table.columns.some(({ groups }) => groups.length > 0) ? 2 : 1;
  const firstRow = row + headings;
  const lastRow = firstRow + layout.rows - 1;
  return {
    ...{ table, layout, headings, firstHeading: row, firstRow, lastRow },
    totalRow: layout.total === null ? null : lastRow + 1,
  };
}
