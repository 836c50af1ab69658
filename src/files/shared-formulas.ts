import { movableFormula } from '../sheets/formula-text.ts';
import { fromA1, type Address } from '../sheets/address.ts';
import { append } from '../sheets/lists.ts';
import { TagKind, TagScanner } from './tags.ts';
import { Splices } from './splices.ts';
import { escapeMarkup } from './xml-escape.ts';

/**
 * Formulas that several cells share (ECMA-376 part 1, 18.3.1.40): the first cell has the text, each other one only the
 * group's number, and reads as the first one's formula copied there.
 */
export class SharedFormulas {
  readonly #groups = new Map<string, Address & { readonly text: string; moved?: ReturnType<typeof movableFormula> }>();

  add(group: string, text: string, row: number, column: number): void {
    this.#groups.set(group, { text, row, column });
  }

  /** The formula as it reads in this cell; `undefined` where no cell so far has given the group a text. */
  at(group: string, row: number, column: number): string | undefined {
    const known = this.#groups.get(group);
    if (!known) return undefined;
    known.moved ??= movableFormula(known.text);
    return known.moved(row - known.row, column - known.column);
  }
}

interface SharedPlace extends Address {
  readonly group: string;
  /** The `f` element. */
  readonly start: number;
  readonly end: number;
  readonly qualifiedName: string;
  /** The text of the first cell, as it was written; of the others `''`. */
  readonly text: string;
}

/**
 * Gives cells that share a formula one each of their own.
 * @param isWanted whether the group of the cell that has the text is to be dissolved
 * @returns the part, the very same array where nothing was to be done
 */
export function unshareFormulas(
  bytes: Uint8Array,
  sheetData: { readonly start: number; readonly end: number },
  isWanted: (first: Address) => boolean,
): Uint8Array {
  const places = sharedPlaces(bytes, sheetData);
  const groups = new SharedFormulas();
  const wanted = new Set<string>();
  for (const { group, text, row, column } of places) {
    if (text === '') continue;
    groups.add(group, text, row, column);
    if (isWanted({ row, column })) wanted.add(group);
  }
  const splices = new Splices();
  for (const { group, start, end, qualifiedName: f, row, column } of places) {
    const text = wanted.has(group) ? groups.at(group, row, column) : undefined;
    if (text !== undefined) splices.replace(start, end, `<${f}>${escapeMarkup(text)}</${f}>`);
  }
  return splices.apply(bytes);
}

function sharedPlaces(bytes: Uint8Array, sheetData: { readonly start: number; readonly end: number }): SharedPlace[] {
  const places: SharedPlace[] = [];
  const scanner = new TagScanner(bytes.subarray(sheetData.start, sheetData.end));
  let row = -1;
  let column = -1;
  while (scanner.next()) {
    if (scanner.opens('row')) {
      row = Number(scanner.attribute('r') ?? row + 2) - 1;
      column = -1;
    } else if (scanner.opens('c')) {
      ({ row, column } = fromA1(scanner.attribute('r') ?? '') ?? { row, column: column + 1 });
    } else if (scanner.opens('f')) append(places, sharedPlace(scanner, row, column, sheetData.start));
  }
  return places;
}

function sharedPlace(scanner: TagScanner, row: number, column: number, base: number): SharedPlace[] {
  const group = scanner.attribute('t') === 'shared' ? scanner.attribute('si') : undefined;
  if (group === undefined) return [];
  const start = base + scanner.start;
  const qualifiedName = scanner.qualifiedName();
  let text = '';
  if (scanner.kind === TagKind.open) {
    scanner.next();
    text = scanner.text();
  }
  return [{ group, row, column, start, end: base + scanner.end, qualifiedName, text }];
}
