import { toA1, type Range } from '../../sheets/address.ts';
import { HostError } from '../host.ts';
import type { CellValue } from '../../sheets/grid.ts';
import { cellValue, type Block, type JsapiObject } from './jsapi.ts';
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
  const extent = counting ? cutOff(counting, whole) : readUntilBlank(sheet, whole);
  if (sizeOf(extent) > MOST_CELLS) {
    throw new HostError('too-large', `used cells up to ${toA1(extent.bottom, extent.right)}`);
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
  // As a rule nothing is formatted in vain.
  if (!isBlank({ ...whole, top: whole.bottom }) && !isBlank({ ...whole, left: whole.right })) return whole;
  const bottom = lastOf(whole.top, whole.bottom, (row) => isBlank({ ...whole, top: row + 1 }));
  const right = lastOf(whole.left, whole.right, (column) => isBlank({ ...whole, bottom, left: column + 1 }));
  return { ...whole, bottom, right };
}

/** Behind so many blank rows nothing is looked for. */
const BLANK_ROWS = 20_000;

/** So many first rows say how far to the right a sheet goes. */
const FIRST_ROWS = 200;

const CELLS_AT_ONCE = 50_000;

/** Where the program does not count: the first rows tell the last column, and rows are read until there are but blank ones. */
function readUntilBlank(sheet: WpsSheet, whole: Range): Range {
  const lastRow = lastHeld(sheet, { ...whole, top: whole.bottom }).row;
  const head = { ...whole, left: whole.right, bottom: Math.min(whole.bottom, whole.top + FIRST_ROWS - 1) };
  if (lastRow >= 0 && lastHeld(sheet, head).row >= 0) return whole;
  const first = lastHeld(sheet, { ...whole, bottom: Math.min(whole.bottom, whole.top + FIRST_ROWS - 1) });
  const right = Math.max(whole.left, first.column);
  const { row } = lastHeld(sheet, { ...whole, right });
  return { ...whole, right, bottom: Math.max(whole.top, row) };
}

function lastHeld(sheet: WpsSheet, { top, left, bottom, right }: Range): { row: number; column: number } {
  const held = { row: -1, column: -1 };
  const atOnce = Math.max(1, Math.floor(CELLS_AT_ONCE / (right - left + 1)));
  for (let from = top; from <= bottom; from += atOnce) {
    if (from - Math.max(held.row, top) > BLANK_ROWS) break;
    const to = Math.min(bottom, from + atOnce - 1);
    const { value, formula } = blocksOf(sheet, { top: from, left, bottom: to, right });
    for (let row = from; row <= to; row++) {
      for (let column = left; column <= right; column++) {
        if (value(row - from, column - left) === null && formula(row - from, column - left) === '') continue;
        held.row = row;
        held.column = Math.max(held.column, column);
      }
    }
  }
  return held;
}

function blocksOf(
  sheet: WpsSheet,
  range: Range,
): { value: (row: number, column: number) => CellValue; formula: Block } {
  const values = readBlock(sheet, range, 'Value2');
  const hasFormulas = rangeOn(sheet, range).tryRead('HasFormula') !== false;
  const formula: Block = hasFormulas ? readBlock(sheet, range, 'Formula') : () => '';
  return { value: (row, column) => cellValue(values(row, column)), formula };
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
