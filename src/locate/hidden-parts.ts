import type { Grid } from '../sheets/grid.ts';
import type { LocatedTable, Oddity } from './located.ts';

/** What of a form nobody sees who opens the workbook; it is checked like the rest, and told once for each table. */
export function hiddenParts(grid: Grid, sheet: number, tables: Iterable<LocatedTable>): Oddity[] {
  const remark = (name: 'hidden-sheet' | 'hidden-rows' | 'hidden-columns', params: Oddity['params']): Oddity => ({
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
