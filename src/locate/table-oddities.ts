import type { Form, Table } from '../forms/form.ts';
import { requiredSeverity } from '../forms/required-uses.ts';
import { columnName, toA1 } from '../sheets/address.ts';
import { leastOf } from '../sheets/lists.ts';
import type { HeaderCandidate } from './headings.ts';
import type { LocatedTable, Oddity } from './located.ts';
import type { SheetWords } from './occurrences.ts';
import type { TableRows } from './table-rows.ts';

/** Columns that are missing, doubled, known only by likeness, or without a heading. */
export function columnOddities(
  words: SheetWords,
  form: Form,
  located: LocatedTable,
  header: HeaderCandidate,
): Oddity[] {
  const { table, sheet } = located;
  const unnamed = unnamedColumns(words, located, header);
  // The heading of the first column may be what was lost.
  const first = leastOf([located.header.left, ...unnamed.flatMap(({ at }) => (at ? [at.column] : []))]);
  const firstHeading = { row: header.top, column: first };
  const missing = table.columns.filter((column) => !column.optional && !header.columns.has(column.key));
  return [
    ...missing.map((column): Oddity => ({
      case: 'missing-column',
      severity: requiredSeverity(form, { table: table.key, column: column.key }) ?? 'warning',
      sheet,
      at: firstHeading,
      field: column.key,
      params: { heading: column.labels[0] ?? column.key },
    })),
    ...header.doubled.map(({ key, at, row }): Oddity => ({
      case: 'doubled-column',
      severity: 'warning',
      sheet,
      at: { row, column: at },
      field: key,
      params: { heading: headingOf(table, key), used: usedCell(header, key) },
    })),
    ...header.renamed.map(({ key, at, row, text }): Oddity => ({
      case: 'renamed-column',
      severity: 'info',
      sheet,
      at: { row, column: at },
      field: key,
      params: { found: text.trim(), heading: headingOf(table, key) },
    })),
    ...unnamed,
  ];
}

function headingOf(table: Table, key: string): string {
  return table.columns.find((column) => column.key === key)?.labels[0] ?? key;
}

function usedCell(header: HeaderCandidate, key: string): string {
  const used = header.columns.get(key);
  return used ? toA1(used.row, used.at) : '';
}

/**
 * Columns with values under no heading. Those beside the table are people's own remarks, unless a column is missing: then
 * its heading may have been lost.
 */
function unnamedColumns(words: SheetWords, located: LocatedTable, header: HeaderCandidate): Oddity[] {
  const { grid } = words;
  const complete = located.table.columns.every((column) => column.optional || header.columns.has(column.key));
  const { left, right } = located.header;
  const skipped = new Uint8Array(grid.columnCount);
  if (complete) skipped.fill(1, 0, left).fill(1, right + 1);
  for (const column of header.headed) skipped[column] = 1;
  const counts = new Map<number, number>();
  for (const row of located.rows) {
    for (let index = grid.rowStarts[row] ?? 0; index < (grid.rowStarts[row + 1] ?? 0); index++) {
      const column = grid.columns[index] ?? 0;
      if (skipped[column] === 1) continue;
      counts.set(column, (counts.get(column) ?? 0) + 1);
    }
  }
  return [...counts].map(([column, values]) => ({
    case: 'unnamed-column',
    severity: 'warning',
    sheet: located.sheet,
    at: { row: header.bottom, column },
    field: null,
    params: { column: columnName(column), count: values },
  }));
}

/** So many runs of rows are named. */
const MOST_RUNS = 5;

/** Blank rows between the data, rows with nothing but preset values, examples left in. */
export function rowOddities({ sheet, header }: LocatedTable, found: TableRows): Oddity[] {
  const oddity = (about: Pick<Oddity, 'case'> & Partial<Oddity>, row: number): Oddity => ({
    severity: 'warning',
    sheet,
    at: { row, column: header.left },
    field: null,
    params: {},
    ...about,
  });
  const { gaps, presets, examples } = found;
  const oddities = examples.map((row) => oddity({ case: 'example-row' }, row));
  const [firstGap] = gaps;
  if (firstGap) {
    const count = gaps.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    oddities.push(
      oddity({ case: 'blank-rows', params: { count, rows: gaps.slice(0, MOST_RUNS).map(runOf) } }, firstGap.from),
    );
  }
  // A table with nothing else is blank, of which there is a rule.
  const [firstPreset] = presets.rows;
  if (firstPreset !== undefined && found.data.length > 0) {
    const params = { count: presets.rows.length, columns: presets.columns };
    oddities.push(oddity({ case: 'preset-rows', params }, firstPreset));
  }
  return oddities;
}

function runOf({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? String(from + 1) : `${String(from + 1)}–${String(to + 1)}`;
}
