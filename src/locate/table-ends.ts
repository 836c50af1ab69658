import { foldLabel } from '../forms/fold.ts';
import type { Field, Form } from '../forms/form.ts';
import type { Range } from '../sheets/address.ts';
import { CellKind, type Grid } from '../sheets/grid.ts';
import { greatestOf } from '../sheets/lists.ts';
import { findFields } from './fields.ts';
import type { HeaderCandidate } from './headings.ts';
import type { SheetWords } from './occurrences.ts';
import type { Landmarks } from './sections.ts';

/** Rows at which a table is over: another header, a label of a field, a section line, a title. */
export function tableEnds(
  words: SheetWords,
  form: Form,
  landmarks: Landmarks,
  headers: ReadonlyMap<string, HeaderCandidate>,
): (row: number) => boolean {
  const ends = new Set<number>(landmarks.printedRows);
  for (const header of headers.values()) {
    ends.add(header.top);
    const caption = captionAbove(words, header.top);
    if (caption !== undefined) ends.add(caption);
  }
  for (const row of landmarks.sections.values()) ends.add(row);
  for (const { at } of [...landmarks.sentences, ...landmarks.titles]) ends.add(at.row);
  const headings = headerBlocks(headers);
  for (const { field, label } of findFields(words, 0, form, landmarks, headings).values()) {
    if (label === null) continue;
    const first = firstFilledColumn(words.grid, label.row);
    if (first === label.column || isNamedAt(words, field, label.row, first)) ends.add(label.row);
  }
  return (row) => ends.has(row);
}

function isNamedAt({ byRow }: SheetWords, { labels }: Field, row: number, column: number): boolean {
  const here = (byRow.get(row) ?? []).filter((one) => one.column === column);
  return here.length > 0 && labels.some((label) => here.some((one) => one.label === foldLabel(label)));
}

/** The line with nothing but a heading of its own (网络资源需求) right above a header, blank lines between let pass. */
function captionAbove({ grid, byRow }: SheetWords, top: number): number | undefined {
  let row = top - 1;
  while (row > top - 3 && row >= 0 && firstFilledColumn(grid, row) < 0) row--;
  if (row < 0 || byRow.has(row)) return undefined;
  const filled = (grid.rowStarts[row + 1] ?? 0) - (grid.rowStarts[row] ?? 0);
  return filled === 1 ? row : undefined;
}

/** The first column of a row with anything in it; -1 for a blank row. */
export function firstFilledColumn(grid: Grid, row: number): number {
  for (let index = grid.rowStarts[row] ?? 0; index < (grid.rowStarts[row + 1] ?? 0); index++) {
    const isBlank = grid.kinds[index] === CellKind.text && (grid.strings[grid.values[index] ?? 0] ?? '').trim() === '';
    if (!isBlank && grid.kinds[index] !== CellKind.none) return grid.columns[index] ?? 0;
  }
  return -1;
}

/** Where words are headings. */
export function headerBlocks(headers: ReadonlyMap<string, HeaderCandidate>): Range[] {
  return [...headers.values()].map((header) => ({
    top: header.top,
    bottom: header.bottom,
    left: 0,
    right: greatestOf(header.headed),
  }));
}
