import type { Field, Form, Table } from '../../forms/form.ts';
import type { LayoutContent } from '../../forms/layout.ts';
import { columnName, type Range } from '../../sheets/address.ts';
import type { ArrangedTable, Arrangement } from './arrangement.ts';

/** Where a field is filled in. */
export interface FieldPlace {
  readonly field: Field;
  readonly range: Range;
  /** What stands in the empty cell, `''` for nothing. */
  readonly printed: string;
}

/** Where the values of a form stand on its sheet, for formulas. */
export class Places {
  /** Fields with a cell of their own; one that shares a cell with its label can be read by no formula. */
  readonly fields: ReadonlyMap<string, FieldPlace>;
  readonly tables: ReadonlyMap<string, ArrangedTable>;

  /** @param printed What stands in the empty cell of a field. */
  constructor(form: Form, arrangement: Arrangement, printed: (content: LayoutContent, range: Range) => string) {
    const fields = new Map<string, FieldPlace>();
    for (const { cell, range } of arrangement.cells) {
      const { content } = cell;
      if (content.kind !== 'value') continue;
      const field = form.fields.find(({ key }) => key === content.field);
      if (field) fields.set(field.key, { field, range, printed: printed(content, range) });
    }
    this.fields = fields;
    this.tables = new Map(arrangement.tables.map((table) => [table.table.key, table]));
  }

  /** The cell of a field: `$B$3`. */
  fieldCell(key: string): string | undefined {
    const place = this.fields.get(key);
    return place && cellReference(place.range.top, place.range.left);
  }

  /** A column's cells that are filled in: `$D$5:$D$10`. */
  columnCells(table: string, column: string): string | undefined {
    const range = this.columnRange(table, column);
    return range && `${cellReference(range.top, range.left)}:${cellReference(range.bottom, range.left)}`;
  }

  /** A column's cell in a row of the sheet, for formulas that are copied down: `$D5`. */
  rowCell(table: string, column: string, row: number): string | undefined {
    const range = this.columnRange(table, column);
    return range && `$${columnName(range.left)}${String(row + 1)}`;
  }

  columnRange(table: string, column: string): Range | undefined {
    const place = this.tables.get(table);
    const at = place?.layout.columns.find(({ key }) => key === column);
    return place && at && { top: place.firstRow, left: at.column, bottom: place.lastRow, right: at.column };
  }

  table(key: string): Table | undefined {
    return this.tables.get(key)?.table;
  }
}

function cellReference(row: number, column: number): string {
  return `$${columnName(column)}$${String(row + 1)}`;
}
