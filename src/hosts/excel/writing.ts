import { toA1, type Address } from '../../sheets/address.ts';
import type { CellContent } from '../../sheets/editable-grid.ts';
import { append } from '../../sheets/lists.ts';
import { Merges } from '../../sheets/merges.ts';
import {
  HostError,
  type CellName,
  type CellWrite,
  type Changed,
  type WritePlan,
  type WriteSheet,
  type Written,
  type WrittenCell,
} from '../host.ts';
import { BasisReading, changedOf } from './basis.ts';
import { CellWriting, keyOf, type CellToWrite } from './cell-writing.ts';
import { PacedBatch, REQUEST_BYTES } from './excel-batch.ts';
import { hostErrorOf } from './excel-errors.ts';
import { askSheets, sheetsWithCells, type ExcelSheet } from './excel-sheets.ts';
import { needsTextFormat } from './excel-values.ts';
import { SheetCells } from './read-cells.ts';
import { restoreCells } from './restoring.ts';
import { SheetShape, withShapes } from './sheet-shape.ts';

/** A sheet that a plan writes to, in the making. */
interface Target {
  readonly plan: WriteSheet;
  readonly sheet: ExcelSheet;
  readonly shape: SheetShape;
  readonly basis: BasisReading;
  readonly protection: Excel.WorksheetProtection;
  /** The cells that show what is written, in place of those in merged blocks. */
  readonly writes: CellWrite[];
  readonly present: SheetCells;
  /** Of a protected sheet, which cells are locked. */
  readonly locks: { readonly cell: Address; readonly proxy: Excel.FormatProtection }[];
}

/** What is written on one sheet. */
interface Step {
  readonly target: Target;
  readonly cells: readonly WrittenCell[];
  readonly writes: readonly CellToWrite[];
  readonly skipped: readonly CellName[];
}

const TEXT = '@';

/**
 * Writes values. What the plan was made from is read in the step before, and where Excel refuses something in the middle
 * of it, what was written so far is put back.
 */
export async function writeCells(
  context: Excel.RequestContext,
  withoutCells: ReadonlySet<string>,
  plan: WritePlan,
): Promise<Written | Changed> {
  const batch = new PacedBatch(context);
  const targets = await readTargets(batch, withoutCells, plan);
  if (!targets) return { status: 'changed', cells: [] };
  const changed = changedOf(targets.map(({ basis }) => basis));
  if (changed) return changed;

  const steps = targets.map(stepOf);
  const isAllLocked = steps.every(({ cells }) => cells.length === 0) && targets.some(isLockedThroughout);
  if (isAllLocked) throw new HostError('protected');
  const written = await carryOut(batch, steps);
  return {
    status: 'done',
    sheets: steps.map(({ target, cells }, at) => ({
      sheetId: target.sheet.id,
      cells: cells.map((cell) => {
        const holds = written[at]?.get(keyOf(cell.row, cell.column));
        return typeof holds === 'string' || typeof holds === 'number' ? { ...cell, after: holds } : cell;
      }),
    })),
    skipped: steps.flatMap(({ skipped }) => skipped),
  };
}

/** The sheets as they stand; `undefined` where one is gone. */
async function readTargets(
  batch: PacedBatch,
  withoutCells: ReadonlySet<string>,
  plan: WritePlan,
): Promise<readonly Target[] | undefined> {
  const listed = askSheets(batch.context);
  await batch.sync();
  const sheets = new Map(sheetsWithCells(listed, withoutCells).map((sheet) => [sheet.id, sheet]));
  if (plan.sheets.some(({ basis }) => !sheets.has(basis.sheetId))) return undefined;
  const targets = await withShapes(batch, (mergesAtOnce) =>
    plan.sheets.flatMap((one): Target[] => {
      const sheet = sheets.get(one.basis.sheetId);
      if (!sheet) return [];
      const shape = new SheetShape(sheet.proxy, mergesAtOnce);
      const { protection } = sheet.proxy;
      protection.load('protected,options');
      const basis = new BasisReading(one.basis, sheet, shape);
      return [{ plan: one, sheet, shape, protection, basis, writes: [], present: new SheetCells(), locks: [] }];
    }),
  );
  for (const { shape } of targets) await shape.askMerges(batch);
  await batch.sync();
  for (const target of targets) await askPresent(batch, target);
  await batch.sync();
  return targets;
}

async function askPresent(batch: PacedBatch, target: Target): Promise<void> {
  const { plan, sheet, shape, basis, protection, writes, present, locks } = target;
  const merges = new Merges(shape.merges);
  const byPlace = new Map<number, CellWrite>();
  for (const write of plan.writes) {
    const { top: row, left: column } = merges.blockAt(write.row, write.column);
    byPlace.set(keyOf(row, column), { ...write, row, column });
  }
  append(writes, byPlace.values());
  await basis.ask(batch);
  await present.ask(batch, sheet.proxy, writes);
  if (!protection.protected) return;
  for (const { row, column } of writes) {
    await batch.makeRoom(REQUEST_BYTES);
    const { protection: proxy } = sheet.proxy.getCell(row, column).format;
    proxy.load('locked');
    locks.push({ cell: { row, column }, proxy });
  }
}

function isLockedThroughout({ locks }: Target): boolean {
  return locks.length > 0 && locks.every(({ proxy }) => proxy.locked);
}

function stepOf(target: Target): Step {
  const { sheet, writes, present, protection, locks } = target;
  const locked = new Set(locks.filter(({ proxy }) => proxy.locked).map(({ cell }) => keyOf(cell.row, cell.column)));
  const mayFormat = !protection.protected || protection.options.allowFormatCells === true;
  const cells: WrittenCell[] = [];
  const toWrite: CellToWrite[] = [];
  const skipped: CellName[] = [];
  for (const { row, column, value } of writes) {
    const content = present.at({ row, column });
    const write = writeFor(content, value, mayFormat);
    if (content.formula !== undefined || locked.has(keyOf(row, column)) || !write) {
      skipped.push({ sheet: sheet.name, cell: toA1(row, column) });
      continue;
    }
    const formatted = write.format === undefined ? {} : { format: content.format };
    cells.push({ row, column, before: content.value, after: value, ...formatted });
    toWrite.push({ row, column, ...write });
  }
  return { target, cells, writes: toWrite, skipped };
}

/** How a value is written so that it is that very value; `undefined` where that cannot be done. */
function writeFor(
  { format }: CellContent,
  value: string | number,
  mayFormat: boolean,
): Omit<CellToWrite, 'row' | 'column'> | undefined {
  const isAmongTexts = format === TEXT;
  if (typeof value === 'number') {
    // Among texts a number becomes a text.
    if (isAmongTexts && !mayFormat) return undefined;
    return isAmongTexts ? { value, format: 'General' } : { value };
  }
  if (value === '' || isAmongTexts || !needsTextFormat(value)) return { value };
  return mayFormat ? { value, format: TEXT } : { value: `'${value}` };
}

/** Answers what the cells of each step hold since. */
async function carryOut(batch: PacedBatch, steps: readonly Step[]): Promise<readonly ReadonlyMap<number, unknown>[]> {
  try {
    return await writeSteps(batch, steps, false);
  } catch (error) {
    await putBack(batch, steps);
    if (hostErrorOf(error).code !== 'filtered') throw error;
  }
  try {
    return await writeSteps(batch, steps, true);
  } catch (error) {
    await putBack(batch, steps);
    throw error;
  }
}

async function writeSteps(
  batch: PacedBatch,
  steps: readonly Step[],
  singly: boolean,
): Promise<readonly ReadonlyMap<number, unknown>[]> {
  const writings: CellWriting[] = [];
  for (const { target, writes } of steps) {
    const writing = new CellWriting();
    await writing.ask(batch, sheetOf(batch, target), writes, singly);
    writings.push(writing);
  }
  await batch.sync();
  const written = writings.map((writing) => writing.written());
  return mended(batch, steps, written);
}

/** Texts of which Excel has made something else all the same are written once more, as texts by force. */
async function mended(
  batch: PacedBatch,
  steps: readonly Step[],
  written: readonly ReadonlyMap<number, unknown>[],
): Promise<readonly ReadonlyMap<number, unknown>[]> {
  const writings: CellWriting[] = [];
  let isMended = false;
  for (const [at, { target, cells }] of steps.entries()) {
    const other = cells.filter(
      ({ row, column, after }) =>
        typeof after === 'string' && after !== '' && !isText(written[at]?.get(keyOf(row, column)), after),
    );
    const writing = new CellWriting();
    if (other.length > 0) {
      isMended = true;
      await writing.ask(
        batch,
        sheetOf(batch, target),
        other.map(({ row, column, after }) => ({ row, column, value: `'${String(after)}` })),
      );
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

/** After a refusal in the middle: nothing of a plan is left. What cannot be put back is reported by the refusal itself. */
async function putBack(batch: PacedBatch, steps: readonly Step[]): Promise<void> {
  try {
    await restoreCells(
      batch,
      steps.map(({ target, cells }) => ({
        sheet: { name: target.sheet.name, proxy: sheetOf(batch, target) },
        cells: cells.filter(({ before, after }) => before !== (after === '' ? null : after)),
      })),
    );
  } catch {
    // Excel refuses this too: the sheet is gone, or somebody has begun to type.
  }
}

/** The sheet, asked for anew: what belongs to a request that failed is of no use. */
function sheetOf({ context }: PacedBatch, { sheet }: Target): Excel.Worksheet {
  return context.workbook.worksheets.getItem(sheet.id);
}
