import type { Address } from '../sheets/address.ts';
import { cellIndex, type Grid } from '../sheets/grid.ts';
import type { LocatedField, LocatedTable, Oddity } from './located.ts';

type Hidden = 'hidden-sheet' | 'hidden-fields' | 'hidden-rows' | 'hidden-columns';

/**
 * What of a form nobody sees who opens the workbook; it is checked like the rest, and told once for its fields and once for
 * each table. A field without a value is nothing to see.
 */
export function hiddenParts(
  grid: Grid,
  sheet: number,
  fields: Iterable<LocatedField>,
  tables: Iterable<LocatedTable>,
): Oddity[] {
  const remark = (name: Hidden, params: Oddity['params']): Oddity => ({
    case: name,
    severity: 'warning',
    sheet,
    at: null,
    field: null,
    params,
  });
  const oddities = grid.visibility === 'visible' ? [] : [remark('hidden-sheet', {})];
  const hiddenRows = new Set(grid.hiddenRows);
  const hiddenColumns = new Set(grid.hiddenColumns);
  if (hiddenRows.size === 0 && hiddenColumns.size === 0) return oddities;
  const isHidden = ({ row, column }: Address): boolean => hiddenRows.has(row) || hiddenColumns.has(column);
  const unseen = [...fields].filter(({ sheet: on, cells, inline }) => {
    const filled = cells.filter(({ row, column }) => cellIndex(grid, row, column) >= 0);
    return on === sheet && inline !== '' && filled.length > 0 && filled.every(isHidden);
  });
  if (unseen.length > 0) {
    oddities.push(remark('hidden-fields', { labels: unseen.map(({ field }) => field.labels[0] ?? field.key) }));
  }
  for (const table of tables) {
    if (table.sheet !== sheet) continue;
    const rows = Array.from(table.rows).filter((row) => hiddenRows.has(row));
    const first = rows[0];
    if (first !== undefined) oddities.push(remark('hidden-rows', { count: rows.length, row: first + 1 }));
    const columns = [...table.columns.values()].filter(({ at }) => hiddenColumns.has(at));
    if (columns.length > 0 && table.rows.length > 0) {
      oddities.push(
        remark('hidden-columns', { headings: columns.map(({ column }) => column.labels[0] ?? column.key) }),
      );
    }
  }
  return oddities;
}
