import type { Form, Table } from '../forms/form.ts';
import { foldLabel } from '../forms/fold.ts';
import { greatestOf, leastOf } from '../sheets/lists.ts';
import { headerAt, unitIn, type HeaderCandidate } from './headings.ts';
import type { LocatedColumn, LocatedTable, Oddity } from './located.ts';
import type { SheetWords } from './occurrences.ts';
import { type Landmarks, sectionAt } from './sections.ts';
import { unitAbove } from './sheet-unit.ts';
import { columnOddities, rowOddities } from './table-oddities.ts';
import { readRows } from './table-rows.ts';

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

/** The rows that name two columns of a table or more. */
export function rowsNaming(words: SheetWords, table: Table): number[] {
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

/** The rows that have the header of one of the tables once more, below its own; ascending. */
export function repeatedHeaders(words: SheetWords, headers: ReadonlyMap<string, HeaderCandidate>): readonly number[] {
  const all = [...headers.values()];
  const rows = all.flatMap((header) =>
    rowsNaming(words, header.table).filter(
      (row) =>
        row > header.bottom &&
        !all.some(({ top, bottom }) => row >= top && row <= bottom) &&
        isLike(header, headerAt(words, header.table, row)),
    ),
  );
  return [...new Set(rows)].sort((a, b) => a - b);
}

function isLike(header: HeaderCandidate, other: HeaderCandidate | undefined): boolean {
  return other !== undefined && other.likeness >= 0.75 && other.columns.size >= header.columns.size - 1;
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
  const found = readRows(words, header, isEnd);
  const located: LocatedTable = {
    table: header.table,
    sheet,
    header: {
      top: header.top,
      bottom: header.bottom,
      left: leastOf(header.headed),
      right: greatestOf(header.headed),
    },
    columns: locatedColumns(words, header),
    rows: found.data,
    carrying: found.carrying,
    printed: found.printed,
    totals: found.totals,
  };
  return {
    table: located,
    oddities: [...columnOddities(words, form, located, header), ...rowOddities(located, found)],
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
