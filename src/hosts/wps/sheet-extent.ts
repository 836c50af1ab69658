import { toA1, type Range } from '../../sheets/address.ts';
import { HostError } from '../host.ts';
import type { JsapiObject } from './jsapi.ts';
import { readBlock, rangeOn, sizeOf, type WpsSheet } from './wps-ranges.ts';

/** So many cells are read without a question whether there is anything in them. */
const FEW_CELLS = 400_000;

/** More cells are not read: a program that says that it has them has formatted its sheet to the end. */
const MOST_CELLS = 8_000_000;

/** With so many cells counting is tried out. */
const SAMPLE_ROWS = 20;
const SAMPLE_COLUMNS = 40;

/**
 * The rectangle from the first to the last used cell; an empty sheet's is A1. Formatting alone makes cells used: where
 * that goes far beyond what the sheet holds, the rest is cut off, if the program's counting can be trusted.
 * @throws HostError where too much is left to be read
 */
export function usedExtent(application: JsapiObject<'Application'>, sheet: WpsSheet): Range {
  const used = sheet.object('Range', 'UsedRange');
  const top = Math.max(0, used.number('Row') - 1);
  const left = Math.max(0, used.number('Column') - 1);
  const bottom = top + Math.max(1, used.object('Range', 'Rows').number('Count')) - 1;
  const right = left + Math.max(1, used.object('Range', 'Columns').number('Count')) - 1;
  const whole = { top, left, bottom, right };
  if (sizeOf(whole) <= FEW_CELLS) return whole;
  const counting = trustedCounting(application, sheet, whole);
  const extent = counting ? cutOff(counting, whole) : whole;
  if (sizeOf(extent) > MOST_CELLS) {
    throw new HostError('failed', `used cells up to ${toA1(extent.bottom, extent.right)}`);
  }
  return extent;
}

/** Whether a range holds anything. */
export type IsBlank = (range: Range) => boolean;

/** Asks the program to count, once it has counted rightly what can be counted here. */
function trustedCounting(application: JsapiObject<'Application'>, sheet: WpsSheet, whole: Range): IsBlank | undefined {
  const { top, left } = whole;
  const sample = {
    top,
    left,
    bottom: Math.min(whole.bottom, top + SAMPLE_ROWS - 1),
    right: Math.min(whole.right, left + SAMPLE_COLUMNS - 1),
  };
  try {
    const functions = application.object('WorksheetFunction', 'WorksheetFunction');
    const count = (range: Range): number => {
      const counted = functions.call('CountA', rangeOn(sheet, range));
      if (typeof counted !== 'number') throw new HostError('failed', 'CountA');
      return counted;
    };
    const block = readBlock(sheet, sample, 'Value2');
    let held = 0;
    for (let row = 0; row <= sample.bottom - top; row++)
      for (let column = 0; column <= sample.right - left; column++) if ((block(row, column) ?? null) !== null) held++;
    return held > 0 && count(sample) === held ? (range) => count(range) === 0 : undefined;
  } catch {
    return undefined;
  }
}

/** The last row and column with anything in them, found by halving. */
function cutOff(isBlank: IsBlank, whole: Range): Range {
  const bottom = lastOf(whole.top, whole.bottom, (row) => isBlank({ ...whole, top: row + 1 }));
  const right = lastOf(whole.left, whole.right, (column) => isBlank({ ...whole, bottom, left: column + 1 }));
  return { ...whole, bottom, right };
}

/** The least number behind which there is nothing. */
function lastOf(first: number, last: number, nothingBehind: (at: number) => boolean): number {
  let low = first;
  let high = last;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nothingBehind(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
