import type { Form, Table } from '../forms/form.ts';
import { foldLabel } from '../forms/fold.ts';
import { headerAt, unitIn, type HeaderCandidate } from './headings.ts';
import type { LocatedColumn, LocatedTable, Oddity } from './located.ts';
import type { SheetWords } from './occurrences.ts';
import { RowReader } from './rows.ts';
import { type Landmarks, sectionAt } from './sections.ts';
import { unitAbove } from './sheet-unit.ts';
import { columnOddities, unnamedColumns } from './table-oddities.ts';

/** No sheet has more rows than this that name two or more columns and yet are no header. */
const MOST_CANDIDATES = 2000;

/** The headers of a form's tables in a sheet: each table its best row, each row one table. */
export function findHeaders(words: SheetWords, form: Form, landmarks: Landmarks): Map<string, HeaderCandidate> {
  const candidates = form.tables.flatMap((table, order) =>
    rowsNaming(words, table).flatMap((row) => {
      const header = headerAt(words, table, row);
      return header && fitsSection(table, row, landmarks) ? [{ ...header, order }] : [];
    }),
  );
  candidates.sort(
    (a, b) =>
      b.likeness - a.likeness ||
      b.columns.size - a.columns.size ||
      b.grouped - a.grouped ||
      a.bottom - a.top - (b.bottom - b.top) ||
      a.top - b.top ||
      a.order - b.order,
  );
  const found = new Map<string, HeaderCandidate>();
  for (const candidate of candidates) {
    const overlaps = [...found.values()].some(
      (other) => candidate.top <= other.bottom && other.top <= candidate.bottom,
    );
    if (!overlaps && !found.has(candidate.table.key)) found.set(candidate.table.key, candidate);
  }
  return found;
}

function rowsNaming(words: SheetWords, table: Table): number[] {
  const labels = new Set(table.columns.flatMap((column) => [...column.labels, ...column.groups].map(foldLabel)));
  const rows: number[] = [];
  for (const [row, occurrences] of words.byRow) {
    if (occurrences.length < 2) continue;
    const named = new Set(occurrences.filter(({ label }) => labels.has(label)).map(({ column }) => column));
    if (named.size >= 2) rows.push(row);
    if (rows.length >= MOST_CANDIDATES) break;
  }
  return rows;
}

function fitsSection(table: Table, row: number, landmarks: Landmarks): boolean {
  if (table.section === null || !landmarks.sections.has(table.section)) return true;
  return sectionAt(landmarks, row) === table.section;
}

/** A table with its rows. `isEnd` tells the rows that no longer belong to it. */
export function readTable(
  words: SheetWords,
  sheet: number,
  form: Form,
  header: HeaderCandidate,
  isEnd: (row: number) => boolean,
): { readonly table: LocatedTable; readonly oddities: readonly Oddity[] } {
  const reader = new RowReader(words, header);
  const rows: number[] = [];
  const carrying: number[] = [];
  const totals: number[] = [];
  const presets = new Map<string, { readonly column: string; readonly rows: number[] }>();
  const examples: number[] = [];
  const gaps: number[] = [];
  let blank = -1;
  for (let row = header.bottom + 1; row < words.grid.rowCount && !isEnd(row); row++) {
    const kind = reader.kindOf(row);
    if (kind === 'blank') {
      if (blank < 0) blank = row;
      continue;
    }
    if (kind === 'data') {
      if (blank >= 0 && rows.length > 0) gaps.push(blank);
      const preset = reader.ownCells === 1 ? reader.presetOf(row) : undefined;
      if (preset) {
        const same = `${preset.column}=${preset.value}`;
        const rowsAlike = presets.get(same)?.rows ?? [];
        rowsAlike.push(row);
        presets.set(same, { column: preset.column, rows: rowsAlike });
      }
      rows.push(row);
    } else if (kind === 'total') totals.push(row);
    else if (kind === 'ignored') carrying.push(row);
    else if (kind === 'example') examples.push(row);
    blank = -1;
  }
  const unfilledPresets = [...presets.values()].filter((same) => same.rows.length > 1);
  const unfilled = new Set(unfilledPresets.flatMap((same) => same.rows));
  const presetColumns = [...new Set(unfilledPresets.map((same) => same.column))];
  const data = Uint32Array.from(rows.filter((row) => !unfilled.has(row)));
  const located: LocatedTable = {
    table: header.table,
    sheet,
    header: {
      top: header.top,
      bottom: header.bottom,
      left: Math.min(...header.headed),
      right: Math.max(...header.headed),
    },
    columns: locatedColumns(words, header),
    rows: data,
    carrying,
    totals,
  };
  const left = located.header.left;
  const oddity = (about: Partial<Oddity> & Pick<Oddity, 'case' | 'severity'>, row: number): Oddity => ({
    sheet,
    at: { row, column: left },
    field: null,
    params: {},
    ...about,
  });
  const firstGap = gaps[0];
  const firstPreset = Math.min(...unfilled);
  return {
    table: located,
    oddities: [
      ...columnOddities(form, located, header),
      ...unnamedColumns(words, located, header),
      ...(firstGap === undefined
        ? []
        : [oddity({ case: 'blank-rows', severity: 'warning', params: { count: gaps.length } }, firstGap)]),
      ...(unfilled.size === 0
        ? []
        : [
            oddity(
              { case: 'preset-rows', severity: 'warning', params: { count: unfilled.size, columns: presetColumns } },
              firstPreset,
            ),
          ]),
      ...examples.map((row) => oddity({ case: 'example-row', severity: 'warning' }, row)),
    ],
  };
}

function locatedColumns(words: SheetWords, header: HeaderCandidate): Map<string, LocatedColumn> {
  const above = unitAbove(words.grid, header.top);
  const columns = new Map<string, LocatedColumn>();
  for (const column of header.table.columns) {
    const heading = header.columns.get(column.key);
    if (!heading) continue;
    const unit = column.type.kind === 'money' ? (unitIn(heading.text) ?? above) : undefined;
    columns.set(column.key, {
      column,
      at: heading.at,
      heading: { row: heading.row, column: heading.at },
      ...(unit === undefined ? {} : { unit }),
    });
  }
  return columns;
}
