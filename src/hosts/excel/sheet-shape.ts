import { MAX_COLUMNS, type Range } from '../../sheets/address.ts';
import { append } from '../../sheets/lists.ts';
import { HostError } from '../host.ts';
import { edgesOf, type PacedBatch, RANGE_EDGES, rangeOn, REQUEST_BYTES } from './excel-batch.ts';
import { isFinal } from './excel-errors.ts';

/**
 * Where a sheet has values, and its merged blocks. Asked for in two steps, between which there is a sync, so that the
 * shapes of all sheets take two syncs together, and other requests can go along.
 */
export class SheetShape {
  readonly #sheet: Excel.Worksheet;
  readonly #used: Excel.Range;
  /** Missing where Excel does not tell of all merged blocks at once. */
  readonly #merged: Excel.RangeAreas | undefined;
  /** Where there is anything at all, merged blocks without values too; asked for where they are asked for by rows. */
  readonly #formatted: Excel.Range | undefined;
  #merges: readonly Range[] = [];

  /** Asks for it. */
  constructor(sheet: Excel.Worksheet, mergesAtOnce: boolean) {
    this.#sheet = sheet;
    // Of values only: a sheet may be formatted down to its last row.
    this.#used = sheet.getUsedRangeOrNullObject(true);
    this.#used.load(`${RANGE_EDGES},rowHidden,columnHidden`);
    if (!mergesAtOnce) {
      this.#formatted = sheet.getUsedRangeOrNullObject(false);
      this.#formatted.load(RANGE_EDGES);
      return;
    }
    this.#merged = sheet.getRange().getMergedAreasOrNullObject();
    this.#merged.load('areaCount');
  }

  /** Asks for the merged blocks; they are there after the next sync. Syncs by itself only where they are too many. */
  async askMerges(batch: PacedBatch): Promise<void> {
    if (this.#merged && !this.#merged.isNullObject) {
      await batch.makeRoom(REQUEST_BYTES + this.#merged.areaCount * 100);
      this.#merged.areas.load(`items/rowIndex,items/columnIndex,items/rowCount,items/columnCount`);
    } else if (this.#formatted && !this.#formatted.isNullObject) {
      this.#merges = await mergesByRows(batch, this.#sheet, edgesOf(this.#formatted));
    }
  }

  /** The smallest range with all values; `null` for an empty sheet. */
  get values(): Range | null {
    return this.#used.isNullObject ? null : edgesOf(this.#used);
  }

  /** Whether rows of {@link values} are hidden: all, none, or (`null`) some. */
  get rowsHidden(): boolean | null {
    return this.#used.isNullObject ? false : this.#used.rowHidden;
  }

  get columnsHidden(): boolean | null {
    return this.#used.isNullObject ? false : this.#used.columnHidden;
  }

  get merges(): readonly Range[] {
    if (!this.#merged) return this.#merges;
    if (this.#merged.isNullObject) return [];
    return this.#merged.areas.items.map(edgesOf).sort(byPlace);
  }

  /** One more than the last row and column with a value or a merged block's first cell, as a grid counts them. */
  get extent(): { readonly rowCount: number; readonly columnCount: number } {
    const { values } = this;
    let rowCount = (values?.bottom ?? -1) + 1;
    let columnCount = (values?.right ?? -1) + 1;
    for (const { top, left } of this.merges) {
      rowCount = Math.max(rowCount, top + 1);
      columnCount = Math.max(columnCount, left + 1);
    }
    return { rowCount, columnCount };
  }
}

/**
 * Asks for something that needs the shapes of sheets, and syncs. Excel refuses to name more than 512 merged blocks at
 * once (Range.getMergedAreasOrNullObject); where anything is refused, all is asked for once more without them.
 */
export async function withShapes<T>(batch: PacedBatch, ask: (mergesAtOnce: boolean) => Promise<T> | T): Promise<T> {
  try {
    const asked = await ask(true);
    await batch.sync();
    return asked;
  } catch (error) {
    if (isFinal(error)) throw error;
    const asked = await ask(false);
    await batch.sync();
    return asked;
  }
}

/** How many rows are asked for their merged blocks at once, one try after another. */
const ROWS_AT_ONCE = [512, 64, 8];

/** @throws HostError too-large where the fewest rows have more merged blocks than Excel tells of */
async function mergesByRows(batch: PacedBatch, sheet: Excel.Worksheet, used: Range): Promise<readonly Range[]> {
  let refusal: unknown;
  for (const rows of ROWS_AT_ONCE) {
    try {
      return await mergesOfBlocks(batch, sheet, used, rows);
    } catch (error) {
      if (isFinal(error)) throw error;
      refusal = error;
    }
  }
  // To go on as if nothing were merged would put marks and values into cells that nobody sees.
  throw new HostError('too-large', 'merged blocks', { cause: refusal });
}

/** The blocks share a row with their neighbours, so that a merged block that is told in parts can be put together. */
async function mergesOfBlocks(
  batch: PacedBatch,
  sheet: Excel.Worksheet,
  used: Range,
  rows: number,
): Promise<readonly Range[]> {
  const blocks: Excel.RangeAreas[] = [];
  for (let { top } = used; top <= used.bottom; top += rows - 1) {
    await batch.makeRoom(REQUEST_BYTES);
    const whole = { top, left: 0, bottom: Math.min(top + rows - 1, used.bottom), right: MAX_COLUMNS - 1 };
    const merged = rangeOn(sheet, whole).getMergedAreasOrNullObject();
    merged.load('areaCount');
    blocks.push(merged);
  }
  await batch.sync();
  const areas: Excel.RangeCollection[] = [];
  for (const merged of blocks) {
    if (merged.isNullObject) continue;
    await batch.makeRoom(REQUEST_BYTES + merged.areaCount * 100);
    merged.areas.load(`items/rowIndex,items/columnIndex,items/rowCount,items/columnCount`);
    areas.push(merged.areas);
  }
  await batch.sync();
  const parts: Range[] = [];
  for (const { items } of areas) append(parts, items.map(edgesOf));
  return joinedParts(parts);
}

/** Merged blocks that were told in parts, or twice: two parts that share a cell are one block. */
export function joinedParts(parts: readonly Range[]): readonly Range[] {
  const byColumns = new Map<string, Range>();
  const blocks: Range[] = [];
  for (const part of [...parts].sort(byPlace)) {
    const key = `${String(part.left)}:${String(part.right)}`;
    const above = byColumns.get(key);
    if (above && part.top <= above.bottom) {
      byColumns.set(key, { ...above, bottom: Math.max(above.bottom, part.bottom) });
    } else {
      if (above) blocks.push(above);
      byColumns.set(key, part);
    }
  }
  append(blocks, byColumns.values());
  return blocks.filter(({ top, left, bottom, right }) => top < bottom || left < right).sort(byPlace);
}

function byPlace(a: Range, b: Range): number {
  return a.top - b.top || a.left - b.left;
}
