import { contains, fromA1, rangeFromA1, toA1, type Address, type Range } from '../sheets/address.ts';
import { append } from '../sheets/lists.ts';
import { ArrayBlocks } from './array-blocks.ts';
import type { OfficePackage } from './package.ts';
import { Splices } from './splices.ts';
import { TagKind, TagScanner } from './tags.ts';
import type { SheetPart, WorkbookParts } from './workbook-parts.ts';
import { escapeXstring } from './xml-escape.ts';
import { worksheetOutline } from './worksheet-outline.ts';

/** Cells that were written, by the folded name of their sheet, as formulas speak of it: two of one name are one to them. */
export type WrittenCells = ReadonlyMap<string, readonly Address[]>;

/** What a formula comes to now. */
export interface NewResult {
  /** The sheet by its place among the workbook's worksheets. */
  readonly sheetIndex: number;
  /** Plain A1. */
  readonly cell: string;
  readonly value: string | number | boolean;
}

/** A stored result of a formula, and what the formula looks at. */
interface StoredResult {
  readonly sheet: SheetPart;
  readonly at: Address;
  /** `undefined`: something that cannot be told from its text alone. */
  readonly references: readonly Reference[] | undefined;
  /** Its `v` element, by offsets of the sheet's part. */
  readonly from: number;
  readonly to: number;
  /** The value of the cell's `t`, by offsets; without one, twice the place behind the cell's name. */
  readonly type: readonly [from: number, to: number];
}

interface Reference {
  readonly sheet: string;
  readonly range: Range;
}

/** Past so many comparisons every result is thrown away instead: right as well, and never slow. */
const MOST_COMPARISONS = 20_000_000;

/**
 * Renews the stored results of formulas that may depend on written cells, directly or through others, so that nobody is
 * shown a result of the old values. Where no new one is known there is none any more, and programs that do not compute on
 * load show none. Where a formula's
 * text does not tell all it looks at (names, tables, INDIRECT, shared formulas), it counts as dependent.
 * Answers whether the workbook has formulas at all.
 * @param written `null`: all results may have changed
 */
export function renewResults(
  parts: OfficePackage,
  workbook: WorkbookParts,
  written: WrittenCells | null,
  known: readonly NewResult[] = [],
): boolean {
  const results: StoredResult[] = [];
  let hasFormulas = false;
  for (const sheet of workbook.sheets) {
    const bytes = parts.part(sheet.part) ?? new Uint8Array(0);
    if (!holdsFormula(bytes)) continue;
    hasFormulas = true;
    append(results, storedResults(bytes, sheet));
  }
  const renewed = new Map(known.map(({ sheetIndex, cell, value }) => [`${String(sheetIndex)} ${cell}`, value]));
  const stale = new Map<SheetPart, StoredResult[]>();
  for (const result of written ? staleAmong(results, written) : results) listAt(stale, result.sheet).push(result);
  for (const [sheet, here] of stale) {
    const bytes = parts.part(sheet.part);
    if (!bytes) continue;
    const index = String(workbook.sheets.indexOf(sheet));
    const splices = new Splices();
    for (const result of here) {
      const value = renewed.get(`${index} ${toA1(result.at.row, result.at.column)}`);
      if (value === undefined) splices.remove(result.from, result.to);
      else putResult(bytes, result, value, splices);
    }
    parts.set(sheet.part, splices.apply(bytes));
  }
  return hasFormulas;
}

/** The type of a cell by its result (ECMA-376 part 1, 18.18.11). */
const RESULT_TYPES = { number: 'n', string: 'str', boolean: 'b' } as const;

function putResult(
  bytes: Uint8Array,
  { from, to, type: [typeFrom, typeTo] }: StoredResult,
  value: string | number | boolean,
  splices: Splices,
): void {
  const opening = new TextDecoder().decode(bytes.subarray(from, bytes.indexOf(GREATER, from)));
  const prefix = /^<((?:[\w.-]+:)?)v/.exec(opening)?.[1] ?? '';
  const type = RESULT_TYPES[typeof value as keyof typeof RESULT_TYPES];
  if (typeFrom < typeTo) splices.replace(typeFrom, typeTo, type);
  else if (type !== 'n') splices.insert(typeFrom, ` t="${type}"`);
  const text = typeof value === 'boolean' ? String(Number(value)) : escapeXstring(String(value));
  splices.replace(from, to, `<${prefix}v>${text}</${prefix}v>`);
}

const GREATER = 0x3e;

function staleAmong(results: readonly StoredResult[], written: WrittenCells): readonly StoredResult[] {
  let changed: WrittenCells = written;
  let rest = [...results];
  const stale: StoredResult[] = [];
  let comparisons = 0;
  while (rest.length > 0) {
    for (const result of rest) {
      for (const { sheet } of result.references ?? []) comparisons += changed.get(foldedName(sheet))?.length ?? 0;
    }
    if (comparisons > MOST_COMPARISONS) return results;
    const hit = new Set(rest.filter((result) => looksAt(result, changed)));
    if (hit.size === 0) break;
    append(stale, hit);
    rest = rest.filter((result) => !hit.has(result));
    const next = new Map<string, Address[]>();
    for (const { sheet, at } of hit) listAt(next, foldedName(sheet.name)).push(at);
    changed = next;
  }
  return stale;
}

function looksAt(result: StoredResult, changed: WrittenCells): boolean {
  if (!result.references) return true;
  return result.references.some(({ sheet, range }) =>
    changed.get(foldedName(sheet))?.some((cell) => contains(range, cell.row, cell.column)),
  );
}

/** Sheets are named without regard to case. */
export function foldedName(sheet: string): string {
  return sheet.toLowerCase();
}

/** The list that a map has under a key, a new one where it has none. */
export function listAt<K, T>(lists: Map<K, T[]>, key: K): T[] {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}

function storedResults(bytes: Uint8Array, sheet: SheetPart): StoredResult[] {
  const child = worksheetOutline(bytes).children.find((one) => one.name === 'sheetData');
  if (!child) return [];
  const results: StoredResult[] = [];
  const blocks = new ArrayBlocks();
  const scanner = new TagScanner(bytes.subarray(child.start, child.end));
  let row = -1;
  let column = -1;
  while (scanner.next()) {
    if (scanner.opens('row')) {
      row = Number(scanner.attribute('r') ?? row + 2) - 1;
      column = -1;
    } else if (scanner.opens('c')) {
      const at = fromA1(scanner.attribute('r') ?? '') ?? { row, column: column + 1 };
      column = at.column;
      const result = storedResult(scanner, sheet, at, child.start, blocks);
      if (result) results.push(result);
    }
  }
  return results;
}

/**
 * Reads a cell to its end. `blocks` are those of array formulas and data tables met so far: their other cells hold
 * results without a formula of their own.
 */
function storedResult(
  scanner: TagScanner,
  sheet: SheetPart,
  at: Address,
  base: number,
  blocks: ArrayBlocks,
): StoredResult | undefined {
  if (scanner.kind === TagKind.empty) return undefined;
  const { depth } = scanner;
  const typeIndex = scanner.attributeIndex('t');
  const type: StoredResult['type'] =
    typeIndex < 0
      ? [base + scanner.nameEnd, base + scanner.nameEnd]
      : [base + (scanner.attributes[4 * typeIndex + 2] ?? 0), base + (scanner.attributes[4 * typeIndex + 3] ?? 0)];
  let formula: string | undefined;
  let from = 0;
  let to = 0;
  while (scanner.next() && scanner.depth > depth) {
    if (scanner.opens('f')) {
      const block = rangeFromA1(scanner.attribute('ref') ?? '');
      if (block && scanner.attribute('t') !== 'shared') blocks.add(block);
      const plain = (scanner.attribute('t') ?? 'normal') === 'normal' && scanner.kind === TagKind.open;
      if (scanner.kind === TagKind.open) scanner.next();
      formula = plain ? scanner.text() : '';
    } else if (scanner.opens('v')) {
      from = base + scanner.start;
      scanner.skip();
      to = base + scanner.end;
    }
  }
  if (formula === undefined && blocks.covers(at.row, at.column)) formula = '';
  if (formula === undefined || to === 0) return undefined;
  return { sheet, at, references: referencesOf(formula, sheet.name), from, to, type };
}

const TOKENS = new RegExp(
  [
    '("(?:[^"]|"")*")', // 1 text
    "(?:((?:'(?:[^']|'')*'|[\\p{L}_][\\p{L}\\d_.]*))!)?(\\$?[A-Z]{1,3}\\$?\\d{1,7}(?::\\$?[A-Z]{1,3}\\$?\\d{1,7})?)(?![\\p{L}\\d_.(!:\\[])", // 2 sheet, 3 cells
    '(?:_xl(?:fn|ws)\\.){0,2}([A-Z][A-Z\\d.]*)\\(', // 4 function, also one newer than the file format
    '(\\d+(?:\\.\\d*)?(?:E[+-]?\\d+)?%?)', // 5 number
    '(TRUE|FALSE)(?![\\p{L}\\d_.])', // 6
    '([\\s()+\\-*/^&=<>,%{};])', // 7 the rest of what is plain
  ].join('|'),
  'uy',
);

/** Functions whose result depends on more than the cells they name. */
const OPAQUE = new Set(['INDIRECT', 'OFFSET', 'CELL', 'INFO', 'GETPIVOTDATA']);

/** The cells a formula looks at; `undefined` where its text does not tell. */
function referencesOf(formula: string, sheet: string): Reference[] | undefined {
  if (formula === '') return undefined;
  const references: Reference[] = [];
  TOKENS.lastIndex = 0;
  while (TOKENS.lastIndex < formula.length) {
    const match = TOKENS.exec(formula);
    if (!match) return undefined;
    const [, , named, cells, called] = match;
    if (called !== undefined && OPAQUE.has(called)) return undefined;
    if (cells === undefined) continue;
    const range = rangeFromA1(cells.replaceAll('$', ''));
    if (!range) return undefined;
    const own = named?.startsWith("'") === true ? named.slice(1, -1).replaceAll("''", "'") : named;
    references.push({ sheet: own ?? sheet, range });
  }
  return references;
}

/** Whether a cell has a formula: looked for byte by byte, as the sheet may be large and need not be read. */
function holdsFormula(sheet: Uint8Array): boolean {
  const cells = worksheetOutline(sheet).children.find((one) => one.name === 'sheetData');
  const bytes = sheet.subarray(cells?.start, cells?.end);
  const [less, letter, colon] = [0x3c, 0x66, 0x3a];
  for (let at = bytes.indexOf(letter, 1); at >= 0; at = bytes.indexOf(letter, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0x3e && next !== 0x20 && next !== 0x2f) continue;
    let start = at - 1;
    if (bytes[start] === colon) {
      start--;
      while (start > 0 && bytes[start] !== less && (bytes[start] ?? 0) > 0x2f) start--;
    }
    if (bytes[start] === less) return true;
  }
  return false;
}
