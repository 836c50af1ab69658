import {
  BooleanNumber,
  LocaleType,
  type ICellData,
  type IRange,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/core';
import type { Appearance, CellLook, SheetAppearance } from '../../files/appearance.ts';
import { noteStart } from '../../marks/note.ts';
import type { Range } from '../../sheets/address.ts';
import { valueAtIndex, type Grid } from '../../sheets/grid.ts';
import type { Workbook } from '../../sheets/workbook.ts';
import { markRule } from './grid-marks.ts';
import { univerCell } from './univer-cells.ts';
import { univerStyle } from './univer-styles.ts';

/** Room below and right of what a file holds. */
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 10;
const LEAST_ROWS = 100;
const LEAST_COLUMNS = 26;

const PIXELS_PER_POINT = 96 / 72;

/** After so many cells the page may do something else. */
const CELLS_AT_ONCE = 40_000;

/** Where nothing is known of how a file looks (csv, old workbooks). */
const PLAIN: SheetAppearance = {
  defaultColumnWidth: 12,
  defaultRowHeight: 18,
  columns: [],
  rows: [],
  styledRows: new Uint32Array(0),
  styledColumns: new Uint16Array(0),
  styledLooks: new Uint16Array(0),
  frozen: { rows: 0, columns: 0 },
  gridLines: true,
  lists: [],
  notes: [],
  marks: [],
};

/** The id of a sheet in the grid, by its place in the file. */
export function sheetId(index: number): string {
  return `sheet-${String(index)}`;
}

/**
 * A workbook as the grid's own data. Made in pieces, between which `pause` is awaited, for a large one would hold up
 * everything else on the page.
 */
export async function univerWorkbook(
  id: string,
  name: string,
  workbook: Workbook,
  appearance: Appearance | null,
  pause: () => Promise<void>,
): Promise<IWorkbookData> {
  const styles = new StyleTable(appearance?.styles ?? [{}]);
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  const looks = workbook.sheets.map((_, index) => appearance?.sheets[index] ?? PLAIN);
  for (const [index, grid] of workbook.sheets.entries()) {
    sheets[sheetId(index)] = await univerSheet(sheetId(index), grid, looks[index] ?? PLAIN, styles, pause);
  }
  // The grid needs a sheet to show; a file whose sheets are all hidden has its first one shown.
  const [first] = Object.values(sheets);
  if (first && !Object.values(sheets).some((sheet) => sheet.hidden === BooleanNumber.FALSE))
    first.hidden = BooleanNumber.FALSE;
  return {
    id,
    name,
    appVersion: '0.25.1',
    locale: LocaleType.ZH_CN,
    styles: styles.all,
    defaultStyle: styles.usual,
    sheetOrder: workbook.sheets.map((_, index) => sheetId(index)),
    sheets,
    resources: [
      { name: 'SHEET_NOTE_PLUGIN', data: JSON.stringify(bySheet(looks, notesOf)) },
      { name: 'SHEET_DATA_VALIDATION_PLUGIN', data: JSON.stringify(bySheet(looks, dropDownsOf)) },
      { name: 'SHEET_CONDITIONAL_FORMATTING_PLUGIN', data: JSON.stringify(bySheet(looks, marksOf)) },
    ],
  };
}

function bySheet(looks: readonly SheetAppearance[], make: (look: SheetAppearance) => unknown): Record<string, unknown> {
  return Object.fromEntries(looks.map((look, index) => [sheetId(index), make(look)]));
}

/** The styles in use: a look and a number format each. */
class StyleTable {
  readonly all: IWorkbookData['styles'] = {};
  readonly #looks: readonly CellLook[];
  readonly #ids = new Map<string, string>();

  constructor(looks: readonly CellLook[]) {
    this.#looks = looks;
  }

  get usual(): string {
    return this.id(0, 'General');
  }

  id(look: number, format: string): string {
    const key = `${String(look)} ${format}`;
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = `s${String(this.#ids.size)}`;
      this.#ids.set(key, id);
      this.all[id] = univerStyle(this.#looks[look] ?? {}, format);
    }
    return id;
  }
}

async function univerSheet(
  id: string,
  grid: Grid,
  look: SheetAppearance,
  styles: StyleTable,
  pause: () => Promise<void>,
): Promise<Partial<IWorksheetData>> {
  const cells = await cellsOf(grid, look, styles, pause);
  const { rows: frozenRows, columns: frozenColumns } = look.frozen;
  return {
    id,
    name: grid.name,
    hidden: grid.visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.max(grid.rowCount + SPARE_ROWS, LEAST_ROWS),
    columnCount: Math.max(grid.columnCount + SPARE_COLUMNS, LEAST_COLUMNS),
    defaultColumnWidth: widthInPixels(look.defaultColumnWidth),
    defaultRowHeight: Math.round(look.defaultRowHeight * PIXELS_PER_POINT),
    showGridlines: look.gridLines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    mergeData: grid.merges.map(univerRange),
    freeze: {
      xSplit: frozenColumns,
      ySplit: frozenRows,
      startRow: frozenRows === 0 ? -1 : frozenRows,
      startColumn: frozenColumns === 0 ? -1 : frozenColumns,
    },
    cellData: cells,
    rowData: rowsOf(grid, look, styles),
    columnData: columnsOf(grid, look, styles),
  };
}

async function cellsOf(
  grid: Grid,
  look: SheetAppearance,
  styles: StyleTable,
  pause: () => Promise<void>,
): Promise<Record<number, Record<number, ICellData>>> {
  const cells: Record<number, Record<number, ICellData>> = {};
  let done = 0;
  for (let i = 0; i < look.styledRows.length; i++) {
    if (++done % CELLS_AT_ONCE === 0) await pause();
    const row = (cells[look.styledRows[i] ?? 0] ??= {});
    row[look.styledColumns[i] ?? 0] = { s: styles.id(look.styledLooks[i] ?? 0, 'General') };
  }
  // Which look a cell has is known from above; a cell with a number format needs a style for the two.
  const lookOf = new LookCursor(look);
  for (let r = 0; r < grid.rowCount; r++) {
    const from = grid.rowStarts[r] ?? 0;
    const to = grid.rowStarts[r + 1] ?? 0;
    if (from === to) continue;
    const row = (cells[r] ??= {});
    for (let at = from; at < to; at++) {
      if (++done % CELLS_AT_ONCE === 0) await pause();
      const column = grid.columns[at] ?? 0;
      const cell = univerCell(valueAtIndex(grid, at), grid.formulas.get(at));
      const format = grid.numberFormats[grid.formats[at] ?? 0] ?? 'General';
      const own = lookOf.at(r, column);
      if (own > 0 || format !== 'General') cell.s = styles.id(own, format);
      row[column] = cell;
    }
  }
  return cells;
}

/** Finds the looks of cells that are asked for row by row, left to right. */
class LookCursor {
  readonly #look: SheetAppearance;
  readonly #odd = new Map<number, number>();
  #at = 0;

  constructor(look: SheetAppearance) {
    this.#look = look;
    let before = -1;
    for (let i = 0; i < look.styledRows.length; i++) {
      const place = placeOf(look, i);
      // A file whose cells are out of order: all are looked up by place.
      if (place <= before) this.#odd.set(place, look.styledLooks[i] ?? 0);
      else before = place;
    }
  }

  at(row: number, column: number): number {
    const wanted = row * 16_384 + column;
    while (this.#at < this.#look.styledRows.length && placeOf(this.#look, this.#at) < wanted) this.#at++;
    const found = this.#at < this.#look.styledRows.length && placeOf(this.#look, this.#at) === wanted;
    return found ? (this.#look.styledLooks[this.#at] ?? 0) : (this.#odd.get(wanted) ?? 0);
  }
}

function placeOf(look: SheetAppearance, index: number): number {
  return (look.styledRows[index] ?? 0) * 16_384 + (look.styledColumns[index] ?? 0);
}

function rowsOf(grid: Grid, look: SheetAppearance, styles: StyleTable): NonNullable<IWorksheetData['rowData']> {
  const rows: IWorksheetData['rowData'] = {};
  for (const { row, height, look: own } of look.rows) {
    rows[row] = {
      ...(height === undefined ? {} : { h: Math.round(height * PIXELS_PER_POINT), ia: BooleanNumber.FALSE }),
      ...(own === undefined ? {} : { s: styles.id(own, 'General') }),
    };
  }
  for (const row of grid.hiddenRows) rows[row] = { ...rows[row], hd: BooleanNumber.TRUE };
  return rows;
}

function columnsOf(grid: Grid, look: SheetAppearance, styles: StyleTable): NonNullable<IWorksheetData['columnData']> {
  const columns: IWorksheetData['columnData'] = {};
  const last = Math.max(grid.columnCount + SPARE_COLUMNS, LEAST_COLUMNS) - 1;
  for (const stretch of look.columns) {
    for (let column = stretch.first; column <= Math.min(stretch.last, last); column++) {
      columns[column] = {
        ...(stretch.width === undefined ? {} : { w: widthInPixels(stretch.width) }),
        ...(stretch.look === undefined ? {} : { s: styles.id(stretch.look, 'General') }),
      };
    }
  }
  for (const column of grid.hiddenColumns)
    if (column <= last) columns[column] = { ...columns[column], hd: BooleanNumber.TRUE };
  return columns;
}

/** @param characters of the usual font: seven pixels each, and five around them (ECMA-376 part 1, 18.3.1.13) */
function widthInPixels(characters: number): number {
  return Math.round(characters * 7 + 5);
}

export function univerRange({ top, left, bottom, right }: Range): IRange {
  return { startRow: top, startColumn: left, endRow: bottom, endColumn: right };
}

function notesOf({ notes }: SheetAppearance): unknown {
  const rows: Record<number, Record<number, unknown>> = {};
  for (const { row, column, text } of notes) {
    (rows[row] ??= {})[column] = univerNote(row, column, text);
  }
  return rows;
}

/** A note of the grid; ours are larger, for they are longer. */
export function univerNote(
  row: number,
  col: number,
  note: string,
): { id: string; row: number; col: number; width: number; height: number; note: string; show: boolean } {
  const ours = noteStart(note) >= 0;
  return {
    id: `note-${String(row)}-${String(col)}`,
    row,
    col,
    width: ours ? 280 : 200,
    height: ours ? 150 : 90,
    note,
    show: false,
  };
}

function dropDownsOf({ lists }: SheetAppearance): unknown {
  return lists.map(({ ranges, options, reference }, index) => ({
    uid: `list-${String(index)}`,
    type: 'list',
    ranges: ranges.map(univerRange),
    formula1: reference === undefined ? JSON.stringify(options) : `=${reference}`,
    allowBlank: true,
    showDropDown: true,
    // A value outside the list is for the check to judge: pasted ones pass by a drop-down anyway.
    showErrorMessage: false,
    renderMode: 1,
  }));
}

function marksOf({ marks }: SheetAppearance): unknown {
  return marks.map(({ severity, ranges }) => markRule(severity, ranges.map(univerRange)));
}
