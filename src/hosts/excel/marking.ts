import { placedMarks } from '../../marks/placed-marks.ts';
import { Merges } from '../../sheets/merges.ts';
import { toA1, type Address } from '../../sheets/address.ts';
import { HostError, type Changed, type Marked, type MarkPlan, type MarkSheet } from '../host.ts';
import { changedSince } from '../changed.ts';
import { BasisReading } from './basis.ts';
import { CellComments } from './cell-comments.ts';
import { CellNotes } from './cell-notes.ts';
import { ColouredMarks } from './coloured-marks.ts';
import { PacedBatch } from './excel-batch.ts';
import { askSheets, sheetsWithCells, type ExcelSheet } from './excel-sheets.ts';
import { cellCount } from './read-cells.ts';
import type { Supports } from './requirement-sets.ts';
import { SheetShape, withShapes } from './sheet-shape.ts';
import { SheetTexts } from './sheet-texts.ts';

/** What marking needs to know of a workbook and of Excel. */
export interface Marking {
  readonly context: Excel.RequestContext;
  readonly withoutCells: ReadonlySet<string>;
  readonly supports: Supports;
}

/** A sheet with the marks that are there. */
interface MarkedSheet {
  readonly sheet: ExcelSheet;
  readonly colours: ColouredMarks;
  readonly texts: SheetTexts;
  readonly protection: Excel.WorksheetProtection;
}

interface PlannedSheet extends MarkedSheet {
  readonly plan: MarkSheet;
  readonly shape: SheetShape;
  readonly basis: BasisReading;
}

/**
 * Puts marks in place of all that are there, in four round trips: the sheets, what is on them, what that says and
 * whether the document is the one planned for, and the marks.
 */
export async function markSheets(marking: Marking, plan: MarkPlan): Promise<Marked | Changed> {
  const batch = new PacedBatch(marking.context);
  const sheets = await listedSheets(batch, marking);
  const ids = new Set(sheets.map(({ id }) => id));
  if (plan.sheets.some(({ basis }) => !ids.has(basis.sheetId))) return { status: 'changed', cells: [] };
  const plans = new Map(plan.sheets.map((one) => [one.basis.sheetId, one]));

  const asked = await withShapes(batch, (mergesAtOnce) =>
    sheets.map((sheet) => {
      const present = presentOn(marking, sheet);
      const planned = plans.get(sheet.id);
      if (!planned) return present;
      const shape = new SheetShape(sheet.proxy, mergesAtOnce);
      return { ...present, plan: planned, shape, basis: new BasisReading(planned.basis, sheet, shape) };
    }),
  );
  const planned = asked.filter((one): one is PlannedSheet => 'plan' in one);
  const others = asked.filter((one) => !('plan' in one));
  for (const one of asked) {
    await one.colours.askFormulas(batch);
    await one.texts.askCells(batch, 'plan' in one ? 'all' : 'ours');
  }
  for (const { shape } of planned) await shape.askMerges(batch);
  // Last, so that little can happen between reading and marking.
  for (const { basis } of planned) await basis.ask(batch);
  await batch.sync();

  const changed = changedSince(planned.map(({ basis }) => basis));
  if (changed) return changed;
  const placed = planned.map((one) => {
    const merges = new Merges(one.shape.merges);
    return { ...one, marks: placedMarks(one.plan.marks, (at) => firstCellOf(merges, at)) };
  });
  const touched = [...placed.filter(({ marks }) => marks.length > 0), ...asked.filter(bearsMarks)];
  for (const one of touched) refuseProtected(one);

  let marked = 0;
  let withoutNote = 0;
  for (const { colours, texts, protection, marks } of placed) {
    await colours.clear(batch);
    await colours.add(batch, marks);
    const noted = marks.flatMap(({ row, column, note }) => (note === null ? [] : [{ row, column, text: note }]));
    if (allowsTexts(protection)) withoutNote += await texts.replace(batch, noted);
    else withoutNote += noted.length;
    marked += marks.length;
  }
  for (const one of others) await clearOn(batch, one);
  await batch.sync();
  return { status: 'done', marked, withoutNote };
}

/** Takes away our marks, and answers how many cells had one. */
export async function clearSheets(marking: Marking): Promise<number> {
  const batch = new PacedBatch(marking.context);
  const present = await presentMarks(batch, marking);
  const bearing = present.filter(bearsMarks);
  for (const one of bearing) refuseProtected(one);
  let count = 0;
  for (const one of bearing) {
    count += countOf(one);
    await clearOn(batch, one);
  }
  await batch.sync();
  return count;
}

export async function hasMarks(marking: Marking): Promise<boolean> {
  return (await presentMarks(new PacedBatch(marking.context), marking)).some(bearsMarks);
}

async function listedSheets(batch: PacedBatch, { withoutCells }: Marking): Promise<readonly ExcelSheet[]> {
  const listed = askSheets(batch.context);
  await batch.sync();
  return sheetsWithCells(listed, withoutCells);
}

async function presentMarks(batch: PacedBatch, marking: Marking): Promise<readonly MarkedSheet[]> {
  const present = (await listedSheets(batch, marking)).map((sheet) => presentOn(marking, sheet));
  await batch.sync();
  for (const { colours, texts } of present) {
    await colours.askFormulas(batch);
    await texts.askCells(batch, 'ours');
  }
  await batch.sync();
  return present;
}

function presentOn({ supports }: Marking, sheet: ExcelSheet): MarkedSheet {
  const { protection } = sheet.proxy;
  protection.load('protected,options');
  // A copy of office.js on a server of one's own may be older than Excel, and know no notes.
  const notes = supports.notes && 'notes' in sheet.proxy ? new CellNotes(sheet.proxy) : undefined;
  const comments = supports.comments ? new CellComments(sheet.proxy) : undefined;
  return { sheet, colours: new ColouredMarks(sheet.proxy), texts: new SheetTexts(notes, comments), protection };
}

function bearsMarks({ colours, texts }: MarkedSheet): boolean {
  return colours.areThere || texts.areThere;
}

async function clearOn(batch: PacedBatch, { colours, texts }: MarkedSheet): Promise<void> {
  await colours.clear(batch);
  await texts.clear(batch);
}

/** More coloured cells are counted without looking whether one is coloured twice: somebody has stretched a format of ours. */
const MOST_COUNTED = 200_000;

function countOf({ colours, texts }: MarkedSheet): number {
  const coloured = colours.ranges.reduce((sum, range) => sum + cellCount(range), 0);
  if (coloured > MOST_COUNTED) return coloured;
  const cells = new Set(texts.ours.map(({ row, column }) => toA1(row, column)));
  for (const { top, left, bottom, right } of colours.ranges) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) cells.add(toA1(row, column));
    }
  }
  return cells.size;
}

/** Before anything is changed: Excel would stop in the middle. */
function refuseProtected({ protection, texts }: MarkedSheet): void {
  if (!protection.protected) return;
  const keepsTexts = texts.areThere && !allowsTexts(protection);
  if (protection.options.allowFormatCells !== true || keepsTexts) throw new HostError('protected');
}

function allowsTexts({ protected: isProtected, options }: Excel.WorksheetProtection): boolean {
  return !isProtected || options.allowEditObjects === true;
}

function firstCellOf(merges: Merges, { row, column }: Address): Address {
  const { top, left } = merges.blockAt(row, column);
  return { row: top, column: left };
}
