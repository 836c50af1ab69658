import type { Address } from '../../sheets/address.ts';
import type { CellContent } from '../../sheets/editable-grid.ts';
import type { CellValue } from '../../sheets/grid.ts';
import { sameValue } from '../../sheets/same-value.ts';
import { staysText } from '../../sheets/typed-text.ts';
import { CellWriting, keyOf, type CellToWrite } from './cell-writing.ts';
import type { PacedBatch } from './excel-batch.ts';
import { hostErrorOf } from './excel-errors.ts';
import { SheetCells } from './read-cells.ts';

/** A cell that is to hold something else. */
export interface CellExchange extends Address {
  /** What it holds until then. */
  readonly present: CellContent;
  /** How Excel is told what it is to hold. */
  readonly write: Omit<CellToWrite, keyof Address>;
  /** What it is to hold; missing for a formula, for what that comes to is not known before. */
  readonly expected?: CellValue;
}

export interface SheetExchange {
  readonly sheetId: string;
  readonly cells: readonly CellExchange[];
}

/** What cells hold, by `keyOf` their places. */
export type HeldValues = ReadonlyMap<number, unknown>;

/**
 * Writes cells, each by itself where a filter hides rows among them. Where Excel refuses something in the middle of it,
 * what was written so far is put back. Answers what the cells of each sheet hold since.
 */
export async function carryOut(batch: PacedBatch, sheets: readonly SheetExchange[]): Promise<readonly HeldValues[]> {
  try {
    return await writeSheets(batch, sheets, false);
  } catch (error) {
    if (hostErrorOf(error).code !== 'filtered') {
      await putBack(batch, sheets, false);
      throw error;
    }
  }
  try {
    return await writeSheets(batch, sheets, true);
  } catch (error) {
    await putBack(batch, sheets, true);
    throw error;
  }
}

/** A value as it is written so that it is that very value, in a cell of this number format. */
export function entryFor(value: CellValue, format: string): CellToWrite['value'] {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value !== 'string') return value;
  return format !== '@' && !staysText(value) ? `'${value}` : value;
}

async function writeSheets(
  batch: PacedBatch,
  sheets: readonly SheetExchange[],
  singly: boolean,
): Promise<readonly HeldValues[]> {
  const writings: CellWriting[] = [];
  for (const { sheetId, cells } of sheets) {
    const writing = new CellWriting();
    const writes = cells.map(({ row, column, write }) => ({ row, column, ...write }));
    await writing.ask(batch, sheetOf(batch, sheetId), writes, singly);
    writings.push(writing);
  }
  await batch.sync();
  const written = writings.map((writing) => writing.written());
  return mended(batch, sheets, written);
}

/** Texts of which Excel has made something else all the same are written once more, as texts by force. */
async function mended(
  batch: PacedBatch,
  sheets: readonly SheetExchange[],
  written: readonly HeldValues[],
): Promise<readonly HeldValues[]> {
  const writings: CellWriting[] = [];
  let isMended = false;
  for (const [at, { sheetId, cells }] of sheets.entries()) {
    const other: CellToWrite[] = [];
    for (const { row, column, expected } of cells) {
      if (typeof expected !== 'string' || expected === '') continue;
      if (!isText(written[at]?.get(keyOf(row, column)), expected)) other.push({ row, column, value: `'${expected}` });
    }
    const writing = new CellWriting();
    if (other.length > 0) {
      isMended = true;
      await writing.ask(batch, sheetOf(batch, sheetId), other, true);
    }
    writings.push(writing);
  }
  if (!isMended) return written;
  await batch.sync();
  return written.map((values, at) => new Map([...values, ...(writings[at]?.written() ?? [])]));
}

/** Whether Excel holds the very text; line breaks it spells as it likes. */
function isText(holds: unknown, text: string): boolean {
  return typeof holds === 'string' && holds.replaceAll('\r', '') === text.replaceAll('\r', '');
}

/**
 * After a refusal in the middle: nothing of a plan is left. What cannot be put back (the sheet is gone, somebody has begun
 * to type) is reported by the refusal itself.
 */
async function putBack(batch: PacedBatch, sheets: readonly SheetExchange[], singly: boolean): Promise<void> {
  for (const { sheetId, cells } of sheets) {
    try {
      const sheet = sheetOf(batch, sheetId);
      const held = new SheetCells();
      await held.ask(batch, sheet, cells);
      await batch.sync();
      const back = cells.flatMap((cell) => backOf(cell, held.at(cell)) ?? []);
      await new CellWriting().ask(batch, sheet, back, singly);
      await batch.sync();
    } catch {
      // The others may still be put back.
    }
  }
}

/** How a cell comes to hold again what it held; `undefined` where it does, or where somebody else has written to it. */
function backOf({ row, column, present, write, expected }: CellExchange, held: CellContent): CellToWrite | undefined {
  const isAsBefore = held.formula === present.formula && sameValue(held.value, present.value);
  const hasOurFormat = held.format !== present.format && (!isAsBefore || write.format !== undefined);
  if (isAsBefore ? !hasOurFormat : !isOurs(held, expected)) return undefined;
  const { value, formula, format } = present;
  const entry = formula === undefined ? entryFor(value, format) : `=${formula}`;
  return { row, column, value: entry, ...(hasOurFormat ? { format } : {}) };
}

/** Whether a cell holds what was to be written, or what Excel has made of it: of a text a number, a date, a truth value. */
function isOurs(held: CellContent, expected: CellValue | undefined): boolean {
  if (expected === undefined) return held.formula !== undefined;
  if (held.formula !== undefined) return false;
  if (sameValue(held.value, expected)) return true;
  return typeof expected === 'string' && expected !== '' && held.value !== null && typeof held.value !== 'string';
}

/** The sheet, asked for anew: what belongs to a request that failed is of no use. */
function sheetOf({ context }: PacedBatch, sheetId: string): Excel.Worksheet {
  return context.workbook.worksheets.getItem(sheetId);
}
