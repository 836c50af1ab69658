import { foldJoined, foldLabel } from '../forms/fold.ts';
import type { Column, MoneyUnit, Table } from '../forms/form.ts';
import { valueAt } from '../sheets/grid.ts';
import type { SheetWords } from './occurrences.ts';

/** A heading's words, from the top row of the header down; blocks merged over several rows count once. */
interface Heading {
  /** The sheet column. */
  readonly at: number;
  readonly row: number;
  readonly text: string;
  /** Folded words of the rows above, and the lowest row's own. */
  readonly above: readonly string[];
  readonly own: string;
  /** The lowest row's words with what stands in brackets or behind a dash: 信息资源格式（分类）. */
  readonly joined: string;
}

/** A row (or two, or three) that reads like the header of a table. */
export interface HeaderCandidate {
  readonly table: Table;
  readonly top: number;
  readonly bottom: number;
  /** By column key. */
  readonly columns: ReadonlyMap<string, { readonly at: number; readonly row: number; readonly text: string }>;
  /** Headings that fit a column which another heading has already, by the key of that column. */
  readonly doubled: readonly { readonly key: string; readonly at: number; readonly row: number }[];
  /** Columns found only by likeness, with what their heading says. */
  readonly renamed: readonly {
    readonly key: string;
    readonly at: number;
    readonly row: number;
    readonly text: string;
  }[];
  /** All sheet columns that have a heading. */
  readonly headed: readonly number[];
  /** How many columns stand under the group that the form has above them. */
  readonly grouped: number;
  /** Found columns beside all columns of the table and all headings of the row; 0 to 1. */
  readonly likeness: number;
}

const MOST_HEADER_ROWS = 3;

/** The header of a table at a row, if enough of its columns are named there. */
export function headerAt(words: SheetWords, table: Table, row: number): HeaderCandidate | undefined {
  let best: HeaderCandidate | undefined;
  for (let height = 1; height <= MOST_HEADER_ROWS; height++) {
    const candidate = matchColumns(words, table, row, headingsOf(words, row, height), height);
    if (candidate && (!best || candidate.columns.size > best.columns.size)) best = candidate;
  }
  return best;
}

function headingsOf(words: SheetWords, top: number, height: number): Heading[] {
  const { grid, merges } = words;
  const headings: Heading[] = [];
  const width = Math.min(grid.columnCount, 256);
  const groups: string[] = new Array<string>(height).fill('');
  for (let at = 0; at < width; at++) {
    const path: { row: number; text: string }[] = [];
    let groupRow = -1;
    for (let level = 0; level < height; level++) {
      const block = merges.at(top + level, at);
      const row = block?.top ?? top + level;
      if (path.some((step) => step.row === row)) continue;
      const value = block && block.left !== at ? valueAt(grid, block.top, block.left) : valueAt(grid, row, at);
      const text = typeof value === 'string' ? value : '';
      if (text.trim() !== '') {
        path.push({ row, text });
        if (block === undefined || block.left === at) groups[level] = foldLabel(text);
      } else if (level < height - 1 && groupRow < 0) groupRow = level;
    }
    const last = path.at(-1);
    if (!last) continue;
    // A group written once over several columns, without merging: the blank beside it belongs to it.
    const carried = groupRow >= 0 && path.length === 1 ? [groups[groupRow] ?? ''] : [];
    headings.push({
      at,
      row: last.row,
      text: last.text,
      above: [...path.slice(0, -1).map((step) => foldLabel(step.text)), ...carried].filter((text) => text !== ''),
      own: foldLabel(last.text),
      joined: foldJoined(last.text),
    });
  }
  return headings;
}

function matchColumns(
  words: SheetWords,
  table: Table,
  top: number,
  headings: readonly Heading[],
  height: number,
): HeaderCandidate | undefined {
  const columns = new Map<string, { at: number; row: number; text: string }>();
  const doubled: { key: string; at: number; row: number }[] = [];
  const taken = new Set<number>();
  // The official words go before others, a heading with the right group above it before one with the right words alone.
  for (const [strict, official] of [
    [true, true],
    [true, false],
    [false, false],
  ] as const) {
    for (const heading of headings) {
      if (taken.has(heading.at)) continue;
      const column = table.columns.find((one) => fits(heading, one, strict, official) && !columns.has(one.key));
      if (column) {
        columns.set(column.key, heading);
        taken.add(heading.at);
      }
    }
  }
  for (const heading of headings) {
    if (taken.has(heading.at) || isContinued(words, heading, taken)) continue;
    // Another word for the same thing may head a column of somebody's own beside it (采购品目, 设备名称).
    const column = table.columns.find(
      (one) => fits(heading, one, true) && foldLabel(columns.get(one.key)?.text ?? '') === heading.own,
    );
    if (column) doubled.push({ key: column.key, at: heading.at, row: heading.row });
  }
  if (columns.size < Math.max(2, Math.ceil(table.columns.length * 0.4))) return undefined;
  const renamed = findRenamed(table, headings, columns, taken);
  for (const { key, ...heading } of renamed) columns.set(key, heading);
  let bottom = top + height - 1;
  for (const heading of columns.values())
    bottom = Math.max(bottom, words.merges.blockAt(heading.row, heading.at).bottom);
  const headed = headings.map((heading) => heading.at);
  const own = headings.filter((heading) => !isContinued(words, heading, new Set(headed))).length;
  return {
    table,
    top,
    bottom,
    columns,
    doubled,
    renamed,
    headed,
    grouped: [...columns].filter(([key, heading]) => isGrouped(headings, heading.at, table, key)).length,
    likeness: columns.size / Math.max(table.columns.length, own),
  };
}

/** Whether a heading is only the covered part of a block merged from the left. */
function isContinued(words: SheetWords, heading: Heading, others: ReadonlySet<number>): boolean {
  const block = words.merges.at(heading.row, heading.at);
  return block !== undefined && block.left < heading.at && others.has(block.left);
}

function fits(heading: Heading, column: Column, strict: boolean, official = false): boolean {
  const labels = (official ? column.labels.slice(0, 1) : column.labels).map(foldLabel);
  const groups = column.groups.map(foldLabel);
  const grouped = groups.some((group) => heading.above.includes(group));
  const joined = [...heading.above, heading.own].join('');
  if (heading.joined !== heading.own && labels.includes(heading.joined)) return true;
  if (labels.includes(joined) || heading.above.some((above) => labels.includes(above + heading.own))) return true;
  if (!labels.includes(heading.own)) return false;
  if (groups.length === 0) return !strict || heading.above.length === 0 || !isGroupOfOthers(heading);
  return grouped || !strict;
}

function isGrouped(headings: readonly Heading[], at: number, table: Table, key: string): boolean {
  const groups = table.columns.find((column) => column.key === key)?.groups.map(foldLabel) ?? [];
  return headings.some((heading) => heading.at === at && heading.above.some((above) => groups.includes(above)));
}

/** A plain column under a group heading is taken only when nothing better fits. */
function isGroupOfOthers(heading: Heading): boolean {
  return heading.above.some((above) => above !== heading.own);
}

/** Headings left over that are like exactly one column left over. */
function findRenamed(
  table: Table,
  headings: readonly Heading[],
  columns: ReadonlyMap<string, unknown>,
  taken: ReadonlySet<number>,
): { key: string; at: number; row: number; text: string }[] {
  const left = table.columns.filter((column) => !columns.has(column.key));
  const found: { key: string; at: number; row: number; text: string }[] = [];
  for (const heading of headings) {
    if (taken.has(heading.at) || heading.own.length < 2) continue;
    const alike = left.filter((column) => column.labels.some((label) => isAlike(heading.own, foldLabel(label))));
    const [only] = alike;
    if (only && alike.length === 1 && !found.some((other) => other.key === only.key)) {
      found.push({ key: only.key, at: heading.at, row: heading.row, text: heading.text });
    }
  }
  return found;
}

/** Whether two headings differ by a character in four or more, or one holds the other and little else. */
function isAlike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.includes(short) && long.length - short.length <= 3) return true;
  if (short.length < 4 || long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short[short.length - 1 - end] === long[long.length - 1 - end]) end++;
  return start + end >= long.length - 1;
}

/** The unit of money that a heading or label states in brackets: 单价（万元）. */
export function unitIn(text: string): MoneyUnit | undefined {
  const unit = /[（(【[][^（()）]*?(亿元|万元|元)[^（()）]*?[）)】\]]/u.exec(text.replace(/\s/gu, ''))?.[1];
  return unit === '元' || unit === '万元' || unit === '亿元' ? unit : undefined;
}
