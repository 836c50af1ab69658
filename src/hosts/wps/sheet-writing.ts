import { groupCells } from '../../marks/refs.ts';
import { toA1, type Address, type Range } from '../../sheets/address.ts';
import type { CellValue } from '../../sheets/grid.ts';
import { sameValue } from '../../sheets/same-value.ts';
import { staysText } from '../../sheets/typed-text.ts';
import { HostError, type CellWrite, type WrittenCell } from '../host.ts';
import { firstCells } from './merged-places.ts';
import { GENERAL, readFormats, readPatches } from './sheet-reader.ts';
import { rangeOn, type WpsRange, type WpsSheet } from './wps-ranges.ts';

const TEXT = '@';

/** A cell to be set: its number format is changed only where that is said. */
interface Setting extends Address {
  readonly value: CellValue;
  readonly formula?: string | undefined;
  /** The number format while the value is set. */
  readonly format?: string | undefined;
  /** The number format after it. */
  readonly formatAfter?: string | undefined;
}

/** What writing some cells of a sheet comes to, looked up before anything is written. */
export interface SheetWrites {
  readonly cells: readonly WrittenCell[];
  /** Cells that keep their formula. */
  readonly skipped: readonly Address[];
  readonly settings: readonly Setting[];
  /** What takes them back again. */
  readonly back: readonly Setting[];
}

/** Plans writes: reads what is there, and says how each cell is to be set. */
export function planWrites(sheet: WpsSheet, writes: readonly CellWrite[]): SheetWrites {
  const first = firstCells(sheet, writes);
  const wanted = new Map<string, CellWrite>();
  for (const write of writes) {
    const at = first(write);
    wanted.set(toA1(at.row, at.column), { ...at, value: write.value });
  }
  const list = [...wanted.values()];
  const contents = readPatches(sheet, list);
  const formats = readFormats(sheet, list);
  const cells: WrittenCell[] = [];
  const skipped: Address[] = [];
  const settings: Setting[] = [];
  const back: Setting[] = [];
  for (const { row, column, value } of list) {
    const { value: present, formula } = contents(row, column);
    if (formula !== undefined) {
      skipped.push({ row, column });
      continue;
    }
    const own = formats(row, column);
    const format = formatFor(value, own);
    const was = format === undefined ? {} : { format: own };
    cells.push({ row, column, before: present, ...was, after: value });
    settings.push({ row, column, value: value === '' ? null : value, format, formatAfter: format });
    back.push(restoring({ row, column, before: present, after: value, ...was }, format ?? own));
  }
  return { cells, skipped, settings, back };
}

/**
 * How a cell is set to what it held before.
 * @param present the number format it has; the one it had is the cell's own, where it was another
 */
export function restoring(cell: WrittenCell, present: string): Setting {
  const { row, column, before, formula, format: own = present } = cell;
  const during = formula === undefined ? formatWhile(before, own) : undefined;
  if (during !== undefined) return { row, column, value: before, formula, format: during, formatAfter: own };
  const format = own === present ? undefined : own;
  return { row, column, value: before, formula, format, formatAfter: format };
}

/**
 * The number format that makes a value what it is while it is set, where the cell's own would make something else of it;
 * afterwards the format no longer matters to the value.
 */
function formatWhile(value: CellValue, own: string): string | undefined {
  if (typeof value === 'number') return own === TEXT ? GENERAL : undefined;
  return typeof value === 'string' && own !== TEXT && !staysText(value) ? TEXT : undefined;
}

/** The number format that a value needs in a cell; `undefined`: the one it has will do. */
function formatFor(value: string | number, own: string): string | undefined {
  if (typeof value === 'number') return own === TEXT ? GENERAL : undefined;
  return own === TEXT || value === '' || staysText(value) ? undefined : TEXT;
}

/**
 * Sets cells, neighbours alike together, and reads them back: WPS may lose a write without a word. Where one cannot be
 * set to what it should hold, those before it are put back.
 * @throws HostError `failed`, and whatever WPS throws
 */
export function carryOut(sheet: WpsSheet, settings: readonly Setting[], back: readonly Setting[]): void {
  try {
    set(sheet, settings);
    const lost = unlike(sheet, settings);
    if (lost.length > 0) {
      // Once more, one by one.
      for (const one of lost) setRun(sheet, cellRange(one), [one]);
      if (unlike(sheet, lost).length > 0) throw new HostError('failed', 'a value that was written is not there');
    }
  } catch (error) {
    try {
      set(sheet, back);
    } catch {
      // What was refused once is refused again; the first reason is the one to tell.
    }
    throw error;
  }
}

/** The cells that do not hold what they were set to. */
function unlike(sheet: WpsSheet, settings: readonly Setting[]): Setting[] {
  const present = readPatches(sheet, settings);
  return settings.filter(({ row, column, value, formula }) => {
    const cell = present(row, column);
    return formula === undefined ? !sameValue(cell.value, value) : cell.formula === undefined;
  });
}

function set(sheet: WpsSheet, settings: readonly Setting[]): void {
  const groups = new Map<string, Setting[]>();
  for (const setting of settings) {
    const { value, formula, format = '', formatAfter = '' } = setting;
    const kind =
      formula !== undefined ? 'formula' : value === null ? 'empty' : typeof value === 'object' ? 'error' : 'value';
    const key = JSON.stringify([kind, format, formatAfter]);
    const group = groups.get(key);
    if (group) group.push(setting);
    else groups.set(key, [setting]);
  }
  for (const group of groups.values()) {
    const byCell = new Map(group.map((setting) => [toA1(setting.row, setting.column), setting]));
    for (const range of groupCells(group)) {
      const run: Setting[] = [];
      for (let row = range.top; row <= range.bottom; row++) {
        for (let column = range.left; column <= range.right; column++) {
          const setting = byCell.get(toA1(row, column));
          if (setting) run.push(setting);
        }
      }
      setRun(sheet, range, run);
    }
  }
}

/** Sets a rectangle of cells of one kind and format; `run` has them row by row. */
function setRun(sheet: WpsSheet, range: Range, run: readonly Setting[]): void {
  const [first] = run;
  if (!first) return;
  const cells = rangeOn(sheet, range);
  const formatted = first.format === undefined || setFormat(cells, first.format);
  if (first.formula === undefined && first.value === null) empty(cells, range);
  else {
    const isFormula = first.formula !== undefined || typeof first.value === 'object';
    cells.set(
      isFormula ? 'Formula' : 'Value2',
      shaped(
        range,
        run.map((one) => written(one, formatted)),
      ),
    );
  }
  if (formatted && first.formatAfter !== undefined && first.formatAfter !== first.format) {
    cells.set('NumberFormat', first.formatAfter);
  }
}

/** False: a protected sheet lets itself be filled in where it is not locked, and not formatted. */
function setFormat(cells: WpsRange, format: string): boolean {
  try {
    cells.set('NumberFormat', format);
    return true;
  } catch (error) {
    if (format !== TEXT) throw error;
    return false;
  }
}

function empty(cells: WpsRange, range: Range): void {
  // Of a merged block only all of it can be emptied.
  if (cells.tryRead('MergeCells') === false || range.top !== range.bottom || range.left !== range.right) {
    cells.call('ClearContents');
  } else cells.object('Range', 'MergeArea').call('ClearContents');
}

/** @param formatted whether the cells have the number format they need: a text needs a quote before it where they have not */
function written({ value, formula, format }: Setting, formatted: boolean): string | number | boolean {
  if (formula !== undefined) return `=${formula}`;
  if (value === null) return '';
  if (typeof value === 'string' && format === TEXT && !formatted) return `'${value}`;
  return typeof value === 'object' ? value.error : value;
}

function shaped(range: Range, values: readonly (string | number | boolean)[]): unknown {
  if (values.length === 1) return values[0];
  const width = range.right - range.left + 1;
  return Array.from({ length: range.bottom - range.top + 1 }, (_, row) => values.slice(row * width, (row + 1) * width));
}

function cellRange({ row, column }: Address): Range {
  return { top: row, left: column, bottom: row, right: column };
}
