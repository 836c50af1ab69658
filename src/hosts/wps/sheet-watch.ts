import { toA1, type Address, type Range } from '../../sheets/address.ts';
import type { CellValue } from '../../sheets/grid.ts';
import { sameValue } from '../../sheets/same-value.ts';
import type { Edit } from '../host.ts';
import { cellValue, type JsapiObject } from './jsapi.ts';
import { areasOfRange, readBlock, sizeOf, type WpsSheet } from './wps-ranges.ts';

/** A sheet with more used cells is watched only where it is in sight. */
const MOST_CELLS = 20_000;

/** More cells at once are told of as a change of layout. */
const MOST_CHANGES = 2000;

interface Look {
  readonly id: string;
  readonly used: Range;
  readonly seen: Range;
  readonly values: ReadonlyMap<string, CellValue>;
}

/** Finds out by looking what has changed on the sheet in front. */
export class SheetWatch {
  readonly #application: JsapiObject<'Application'>;
  readonly #idOf: (sheet: WpsSheet) => string | null;
  #last: Look | null = null;

  constructor(application: JsapiObject<'Application'>, idOf: (sheet: WpsSheet) => string | null) {
    this.#application = application;
    this.#idOf = idOf;
  }

  /** What has changed since the last look; `null`: nothing, or another sheet is in front. */
  look(): Edit | null {
    const last = this.#last;
    const now = this.#see();
    this.#last = now;
    if (!now || last?.id !== now.id) return null;
    if (last.used.top !== now.used.top || last.used.left !== now.used.left) return layout(now.id);
    const cells: Address[] = [];
    const { seen } = now;
    for (let row = seen.top; row <= seen.bottom; row++) {
      for (let column = seen.left; column <= seen.right; column++) {
        const key = toA1(row, column);
        const before = last.values.get(key);
        if (before === undefined && !isBeyond(last.used, row, column)) continue;
        if (!sameValue(before ?? null, now.values.get(key) ?? null)) cells.push({ row, column });
      }
    }
    // What was taken away at the end is no longer among the used cells.
    for (let row = last.seen.top; row <= last.seen.bottom; row++) {
      for (let column = last.seen.left; column <= last.seen.right; column++) {
        if (isBeyond(now.used, row, column) && (last.values.get(toA1(row, column)) ?? null) !== null)
          cells.push({ row, column });
      }
    }
    if (cells.length > MOST_CHANGES) return layout(now.id);
    return cells.length === 0 ? null : { sheetId: now.id, cells, ours: false };
  }

  #see(): Look | null {
    const workbook = this.#application.find('Workbook', 'ActiveWorkbook');
    const sheet = workbook?.find('Worksheet', 'ActiveSheet');
    const id = sheet && this.#idOf(sheet);
    if (!sheet || id === null || id === undefined) return null;
    const [used] = areasOfRange(sheet.object('Range', 'UsedRange'));
    if (!used) return null;
    const seen = sizeOf(used) <= MOST_CELLS ? used : this.#inSight(used);
    const values = new Map<string, CellValue>();
    if (seen) {
      const block = readBlock(sheet, seen, 'Value2');
      for (let row = seen.top; row <= seen.bottom; row++)
        for (let column = seen.left; column <= seen.right; column++)
          values.set(toA1(row, column), cellValue(block(row - seen.top, column - seen.left)));
    }
    return { id, used, values, seen: seen ?? { top: 0, left: 0, bottom: -1, right: -1 } };
  }

  #inSight(used: Range): Range | null {
    const window = this.#application.find('Window', 'ActiveWindow');
    const visible = window?.find('Range', 'VisibleRange');
    const [area] = visible ? areasOfRange(visible) : [];
    if (!area) return null;
    const seen = {
      top: Math.max(used.top, area.top),
      left: Math.max(used.left, area.left),
      bottom: Math.min(used.bottom, area.bottom),
      right: Math.min(used.right, area.right),
    };
    return seen.top > seen.bottom || seen.left > seen.right || sizeOf(seen) > MOST_CELLS ? null : seen;
  }
}

function layout(sheetId: string): Edit {
  return { sheetId, cells: null, ours: false };
}

/** Outside the cells that were used: they were empty. */
function isBeyond({ bottom, right }: Range, row: number, column: number): boolean {
  return row > bottom || column > right;
}
