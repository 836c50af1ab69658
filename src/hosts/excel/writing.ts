import { toA1 } from '../../sheets/address.ts';
import type { CellContent } from '../../sheets/editable-grid.ts';
import { append } from '../../sheets/lists.ts';
import { Merges } from '../../sheets/merges.ts';
import { staysText } from '../../sheets/typed-text.ts';
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
import { changedSince } from '../changed.ts';
import { BasisReading } from './basis.ts';
import { carryOut, type CellExchange } from './carrying-out.ts';
import { keyOf } from './cell-writing.ts';
import { PacedBatch } from './excel-batch.ts';
import { askSheets, sheetsWithCells, type ExcelSheet } from './excel-sheets.ts';
import { SheetCells } from './read-cells.ts';
import { SheetLocks } from './sheet-locks.ts';
import { SheetShape, withShapes } from './sheet-shape.ts';

/** A sheet that a plan writes to, in the making. */
interface Target {
  readonly plan: WriteSheet;
  readonly sheet: ExcelSheet;
  readonly shape: SheetShape;
  readonly basis: BasisReading;
  readonly locks: SheetLocks;
  /** The cells that show what is written, in place of those in merged blocks. */
  readonly writes: CellWrite[];
  readonly present: SheetCells;
}

/** What is written on one sheet. */
interface Step {
  readonly target: Target;
  readonly cells: readonly WrittenCell[];
  readonly exchanges: readonly CellExchange[];
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
  const changed = changedSince(targets.map(({ basis }) => basis));
  if (changed) return changed;

  const steps = targets.map(stepOf);
  const isAllLocked = steps.every(({ cells }) => cells.length === 0) && targets.some(isLockedThroughout);
  if (isAllLocked) throw new HostError('protected');
  const written = await carryOut(
    batch,
    steps.map(({ target, exchanges }) => ({ sheetId: target.sheet.id, cells: exchanges })),
  );
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
      const locks = new SheetLocks(sheet.proxy);
      const basis = new BasisReading(one.basis, sheet, shape);
      return [{ plan: one, sheet, shape, locks, basis, writes: [], present: new SheetCells() }];
    }),
  );
  for (const { shape } of targets) await shape.askMerges(batch);
  await batch.sync();
  for (const target of targets) await askPresent(batch, target);
  await batch.sync();
  return targets;
}

async function askPresent(batch: PacedBatch, target: Target): Promise<void> {
  const { plan, sheet, shape, basis, writes, present, locks } = target;
  const merges = new Merges(shape.merges);
  const byPlace = new Map<number, CellWrite>();
  for (const write of plan.writes) {
    const { top: row, left: column } = merges.blockAt(write.row, write.column);
    byPlace.set(keyOf(row, column), { ...write, row, column });
  }
  append(writes, byPlace.values());
  await basis.ask(batch);
  await present.ask(batch, sheet.proxy, writes);
  await locks.ask(batch, writes);
}

function isLockedThroughout({ writes, locks }: Target): boolean {
  return writes.length > 0 && writes.every((write) => locks.isLocked(write));
}

function stepOf(target: Target): Step {
  const { sheet, writes, present, locks } = target;
  const cells: WrittenCell[] = [];
  const exchanges: CellExchange[] = [];
  const skipped: CellName[] = [];
  for (const { row, column, value } of writes) {
    const content = present.at({ row, column });
    const write = writeFor(content, value, locks.mayFormat);
    if (content.formula !== undefined || locks.isLocked({ row, column }) || !write) {
      skipped.push({ sheet: sheet.name, cell: toA1(row, column) });
      continue;
    }
    const formatted = write.format === undefined ? {} : { format: content.format };
    cells.push({ row, column, before: content.value, after: value, ...formatted });
    exchanges.push({ row, column, present: content, write, expected: value === '' ? null : value });
  }
  return { target, cells, exchanges, skipped };
}

/** How a value is written so that it is that very value; `undefined` where that cannot be done. */
function writeFor(
  { format }: CellContent,
  value: string | number,
  mayFormat: boolean,
): CellExchange['write'] | undefined {
  const isAmongTexts = format === TEXT;
  if (typeof value === 'number') {
    // Among texts a number becomes a text.
    if (isAmongTexts && !mayFormat) return undefined;
    return isAmongTexts ? { value, format: 'General' } : { value };
  }
  if (value === '' || isAmongTexts || staysText(value)) return { value };
  return mayFormat ? { value, format: TEXT } : { value: `'${value}` };
}
