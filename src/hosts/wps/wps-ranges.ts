import { contains, MAX_COLUMNS, rangeFromA1, rangeToA1, type Address, type Range } from '../../sheets/address.ts';
import { append } from '../../sheets/lists.ts';
import { HostError } from '../host.ts';
import { blockOf, type Block, type JsapiObject } from './jsapi.ts';

export type WpsSheet = JsapiObject<'Worksheet'>;
export type WpsRange = JsapiObject<'Range'>;

export function rangeOn(sheet: WpsSheet, range: Range): WpsRange {
  return sheet.object('Range', 'Range', rangeToA1(range));
}

/** A range's own words for where it is: `A1:B2,C3`, `5:7`; an empty list where they are none that we know. */
export function areasOf(address: string): readonly Range[] {
  const areas = address
    .replace(/\$/g, '')
    .split(',')
    .map((part) => {
      const rows = /^(\d+):(\d+)$/.exec(part);
      if (!rows) return rangeFromA1(part.slice(part.lastIndexOf('!') + 1));
      return { top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1, left: 0, right: MAX_COLUMNS - 1 };
    });
  return areas.every((area): area is Range => area !== undefined) ? areas : [];
}

/** Addresses of more characters are cut by WPS, and refused where they are handed over. */
export const LONGEST_ADDRESS = 255;

/** The areas of a range; an address is asked for each where all together is too long to be told. */
export function areasOfRange(range: WpsRange): readonly Range[] {
  const address = range.text('Address', false, false);
  if (address !== '' && address.length < LONGEST_ADDRESS) return areasOf(address);
  const areas = range.object('Areas', 'Areas');
  const count = areas.number('Count');
  const all: Range[] = [];
  for (let at = 1; at <= count; at++)
    append(all, areasOf(areas.object('Range', 'Item', at).text('Address', false, false)));
  return all;
}

/** Ranges in groups whose addresses together are short enough to be handed over. */
export function addressGroups(
  ranges: readonly Range[],
): { readonly address: string; readonly ranges: readonly Range[] }[] {
  const groups: { address: string; ranges: Range[] }[] = [];
  for (const range of ranges) {
    const address = rangeToA1(range);
    const last = groups[groups.length - 1];
    if (last && last.address.length + 1 + address.length < LONGEST_ADDRESS) {
      last.address += `,${address}`;
      last.ranges.push(range);
    } else groups.push({ address, ranges: [range] });
  }
  return groups;
}

export function sizeOf({ top, left, bottom, right }: Range): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** How often a block is read again in halves where the bridge lost it. */
const MOST_HALVINGS = 6;

/**
 * Reads a block; where the bridge answers nothing of the right size its halves are read. It never takes for empty what
 * could not be read.
 * @throws HostError `failed`
 */
export function readBlock(sheet: WpsSheet, range: Range, property: 'Value2' | 'Formula', halvings = 0): Block {
  const { top, left, bottom, right } = range;
  const rows = bottom - top + 1;
  const block = blockOf(rangeOn(sheet, range).read(property), rows, right - left + 1);
  if (block) return block;
  if (halvings === MOST_HALVINGS || rows === 1) throw new HostError('failed', `${property} of ${rangeToA1(range)}`);
  const middle = top + (rows >> 1);
  const upper = readBlock(sheet, { ...range, bottom: middle - 1 }, property, halvings + 1);
  const lower = readBlock(sheet, { ...range, top: middle }, property, halvings + 1);
  return (row, column) => (row < middle - top ? upper(row, column) : lower(row - (middle - top), column));
}

/** How many calls may be spent on something. */
export interface Budget {
  left: number;
}

export interface UniformReading {
  readonly sheet: WpsSheet;
  readonly read: (range: WpsRange) => unknown;
  /** The part of a range that matters; `null`: nothing of it. */
  readonly wanted: (range: Range) => Range | null;
  /** Whether an answer holds for the whole range; what differs within it is no answer. */
  readonly isAnswer: (value: unknown) => boolean;
  readonly found: (range: Range, value: unknown) => void;
  readonly budget: Budget;
}

/**
 * Reads a property of many cells in few calls: of the whole, and where it differs of its halves, the upper or left one
 * first. Where there is no budget left the first cell of what is left speaks for all of it.
 */
export function readUniform(reading: UniformReading, whole: Range): void {
  const range = reading.wanted(whole);
  if (!range) return;
  const { top, left, bottom, right } = range;
  const isSingle = top === bottom && left === right;
  if (reading.budget.left > 0 || isSingle) {
    reading.budget.left--;
    const value = reading.read(rangeOn(reading.sheet, range));
    if (reading.isAnswer(value)) {
      reading.found(range, value);
      return;
    }
    if (isSingle) return;
  }
  if (reading.budget.left <= 0) {
    const value = reading.read(rangeOn(reading.sheet, { top, left, bottom: top, right: left }));
    if (reading.isAnswer(value)) reading.found(range, value);
    return;
  }
  if (bottom - top >= right - left) {
    const middle = (top + bottom) >> 1;
    readUniform(reading, { ...range, bottom: middle });
    readUniform(reading, { ...range, top: middle + 1 });
  } else {
    const middle = (left + right) >> 1;
    readUniform(reading, { ...range, right: middle });
    readUniform(reading, { ...range, left: middle + 1 });
  }
}

/** For {@link UniformReading.wanted}: the part of a range that holds any of the given cells. */
export function holding(cells: readonly Address[]): (range: Range) => Range | null {
  return (range) => {
    let held: Range | null = null;
    for (const { row, column } of cells) {
      if (!contains(range, row, column)) continue;
      held = held
        ? {
            top: Math.min(held.top, row),
            left: Math.min(held.left, column),
            bottom: Math.max(held.bottom, row),
            right: Math.max(held.right, column),
          }
        : { top: row, left: column, bottom: row, right: column };
    }
    return held;
  };
}
