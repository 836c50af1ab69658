import type { Address, Range } from '../../sheets/address.ts';
import { groupCells } from '../../marks/refs.ts';
import { StringTable } from '../../sheets/grid-builder.ts';
import type { HostDocument } from '../host.ts';
import { BlockPlan } from './block-plan.ts';
import { PacedBatch, rangeOn, REQUEST_BYTES } from './excel-batch.ts';
import { isTooLarge } from './excel-errors.ts';
import { askSheets, hostSheet, sheetsWithCells } from './excel-sheets.ts';
import { countsFrom1904 } from './excel-values.ts';
import { GridReading } from './grid-reading.ts';
import { SheetShape, withShapes } from './sheet-shape.ts';

/** Above so many cells that read like errors each is taken for one. */
const MOST_DOUBTFUL = 50_000;

/** Endings of what Excel opens; a new workbook has none yet, and a point in its name may be its own. */
const FILE_ENDING = /\.(?:xl[a-z]{1,2}|xml|csv|txt|ods)$/i;

/** What the state of one row or column takes in an answer, in bytes. */
const STATE_BYTES = 24;

/**
 * Reads the document in four round trips: which sheets there are, where they have values, the values, and what the
 * values leave open. More only where the values, or the merged blocks, are more than Excel gives at once.
 */
export async function readDocument(
  context: Excel.RequestContext,
  withoutCells: ReadonlySet<string>,
): Promise<HostDocument> {
  const batch = new PacedBatch(context);
  const listed = askSheets(context);
  const { workbook } = context;
  workbook.load('name');
  const { custom } = workbook.properties;
  custom.load('items/key,items/value');
  await batch.sync();

  const table = new StringTable();
  const sheets = sheetsWithCells(listed, withoutCells);
  const readings = await withShapes(batch, (mergesAtOnce) =>
    sheets.map((sheet) => {
      const shape = new SheetShape(context.workbook.worksheets.getItem(sheet.id), mergesAtOnce);
      return new GridReading(sheet, shape, table);
    }),
  );
  await readValues(batch, readings);
  const date1904 = await settleDoubts(batch, readings);

  const properties = new Map<string, string>();
  for (const { key, value } of custom.items) if (typeof value === 'string') properties.set(key, value);
  const name = workbook.name.replace(FILE_ENDING, '');
  return {
    ...(name === '' ? {} : { name }),
    workbook: { sheets: readings.map((reading) => reading.finish()), date1904, properties },
    sheets: sheets.map(hostSheet),
  };
}

/** The values of all sheets, as many at once as Excel gives; merged blocks and what is hidden go along with the first. */
async function readValues(batch: PacedBatch, readings: readonly GridReading[]): Promise<void> {
  const plan = new BlockPlan(
    readings.flatMap((reading) => {
      const range = reading.shape.values;
      return range ? [{ of: reading, range }] : [];
    }),
  );
  let hidden: readonly (() => void)[] | undefined = await askMergesAndHidden(batch, readings);
  // Also where there are no values: merged blocks are asked for.
  if (plan.isDone) await batch.sync();
  while (!plan.isDone) {
    const blocks = plan.next();
    const loaded = blocks.map(({ of, range }) => ({ of, range, proxy: of.ask(batch.context, range) }));
    try {
      await batch.sync();
    } catch (error) {
      if (!isTooLarge(error) || !plan.refused(blocks)) throw error;
      if (hidden) {
        // What went along with the values was refused too.
        hidden = await askMergesAndHidden(batch, readings);
        await batch.sync();
        for (const take of hidden) take();
        hidden = undefined;
      }
      continue;
    }
    for (const take of hidden ?? []) take();
    hidden = undefined;
    let bytes = 0;
    for (const { of, range, proxy } of loaded) bytes += of.take(range, proxy);
    plan.took(blocks, bytes);
  }
}

/** Asks for merged blocks, and for hidden rows and columns: what is answered takes those over once they are there. */
async function askMergesAndHidden(
  batch: PacedBatch,
  readings: readonly GridReading[],
): Promise<readonly (() => void)[]> {
  const takes: (() => void)[] = [];
  for (const reading of readings) {
    const { shape } = reading;
    await shape.askMerges(batch);
    const { values } = shape;
    if (!values) continue;
    if (shape.rowsHidden !== false) takes.push(await askHiddenRows(batch, reading, values));
    if (shape.columnsHidden !== false) takes.push(await askHiddenColumns(batch, reading, values));
  }
  return takes;
}

async function askHiddenRows(batch: PacedBatch, reading: GridReading, values: Range): Promise<() => void> {
  const { top, left, bottom } = values;
  await batch.makeRoom(REQUEST_BYTES + (bottom - top + 1) * STATE_BYTES);
  const proxy = rangeOn(sheetOf(batch, reading), { ...values, right: left });
  const rows = proxy.getRowProperties({ rowHidden: true });
  return () => {
    for (const [at, { rowHidden }] of rows.value.entries()) if (rowHidden === true) reading.hideRow(top + at);
  };
}

async function askHiddenColumns(batch: PacedBatch, reading: GridReading, values: Range): Promise<() => void> {
  const { top, left, right } = values;
  await batch.makeRoom(REQUEST_BYTES + (right - left + 1) * STATE_BYTES);
  const proxy = rangeOn(sheetOf(batch, reading), { ...values, bottom: top });
  const columns = proxy.getColumnProperties({ columnHidden: true });
  return () => {
    for (const [at, { columnHidden }] of columns.value.entries()) {
      if (columnHidden === true) reading.hideColumn(left + at);
    }
  };
}

/** The sheet, asked for anew: what belongs to a request that failed is of no use. */
function sheetOf(batch: PacedBatch, { sheet }: GridReading): Excel.Worksheet {
  return batch.context.workbook.worksheets.getItem(sheet.id);
}

/**
 * Which texts that read like errors are errors, and from which year the dates count: Excel tells the calendar nowhere,
 * so the text of a date must. Answers the latter.
 */
async function settleDoubts(batch: PacedBatch, readings: readonly GridReading[]): Promise<boolean> {
  const settles: (() => void)[] = [];
  for (const reading of readings) {
    const { doubtful } = reading;
    if (doubtful.length === 0 || doubtful.length > MOST_DOUBTFUL) continue;
    const types = await askTypes(batch, sheetOf(batch, reading), doubtful);
    settles.push(() => reading.settle(types()));
  }
  const calendar = askCalendar(batch, readings);
  if (settles.length === 0 && !calendar) return false;
  await batch.sync();
  for (const settle of settles) settle();
  return calendar?.() ?? false;
}

/** Asks for the text of the first date; what is answered tells whether it counts from 1904. */
function askCalendar(batch: PacedBatch, readings: readonly GridReading[]): (() => boolean) | undefined {
  for (const reading of readings) {
    const { dated } = reading;
    if (!dated) continue;
    const cell = sheetOf(batch, reading).getCell(dated.row, dated.column);
    cell.load('text');
    return () => {
      const shown: unknown = cell.text[0]?.[0];
      return typeof shown === 'string' && countsFrom1904(dated.serial, shown) === true;
    };
  }
  return undefined;
}

async function askTypes(
  batch: PacedBatch,
  sheet: Excel.Worksheet,
  cells: readonly Address[],
): Promise<() => (cell: Address) => boolean> {
  const asked: { readonly range: Range; readonly proxy: Excel.Range }[] = [];
  for (const range of groupCells(cells)) {
    await batch.makeRoom(REQUEST_BYTES);
    const proxy = rangeOn(sheet, range);
    proxy.load('valueTypes');
    asked.push({ range, proxy });
  }
  return () => {
    const texts = new Set<number>();
    for (const { range, proxy } of asked) {
      const types: readonly (readonly string[])[] = proxy.valueTypes;
      types.forEach((row, r) =>
        row.forEach((type, c) => {
          if (type === 'String') texts.add((range.top + r) * 16_384 + range.left + c);
        }),
      );
    }
    return ({ row, column }) => !texts.has(row * 16_384 + column);
  };
}
