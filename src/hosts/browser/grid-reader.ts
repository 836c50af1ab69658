import {
  BooleanNumber,
  type ICellData,
  type IRange,
  type Nullable,
  type Workbook as UniverWorkbook,
  type Worksheet,
} from '@univerjs/core';
import type { Range } from '../../sheets/address.ts';
import { GridBuilder, type StringTable } from '../../sheets/grid-builder.ts';
import type { CellValue, Grid, Visibility } from '../../sheets/grid.ts';
import { hasFormula, valueOfCell } from './univer-cells.ts';

/** After so many cells the page may do something else. */
const CELLS_AT_ONCE = 40_000;

export interface GridReading {
  readonly workbook: UniverWorkbook;
  readonly table: StringTable;
  /** What the file said of the sheet: the grid knows only shown and hidden. */
  readonly visibility: Visibility;
  /** A formula as it reads in its cell, with `=`, also where it was filled down. */
  readonly formulaAt: (row: number, column: number) => string | undefined;
  /** What the file has as the result of a formula, where that still holds. */
  readonly resultAt: (row: number, column: number, computed: CellValue) => CellValue;
  readonly pause: () => Promise<void>;
}

/** Reads a sheet of the grid as the core sees it. */
export async function readGrid(sheet: Worksheet, reading: GridReading): Promise<Grid> {
  const builder = new GridBuilder(sheet.getName(), reading.table);
  const formats = new FormatReader(reading.workbook);
  const matrix: Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>>>> = sheet
    .getCellMatrix()
    .getMatrix();
  let done = 0;
  for (const [rowKey, row] of Object.entries(matrix)) {
    const r = Number(rowKey);
    for (const [columnKey, cell] of Object.entries(row)) {
      if (!cell) continue;
      if (++done % CELLS_AT_ONCE === 0) await reading.pause();
      const c = Number(columnKey);
      const value = valueOfCell(cell);
      if (!hasFormula(cell)) builder.addValue(r, c, value, formats.of(cell));
      else {
        const formula = reading.formulaAt(r, c)?.replace(/^=/, '');
        builder.addValue(r, c, reading.resultAt(r, c, value), formats.of(cell), formula === '' ? undefined : formula);
      }
    }
  }
  const { rowData, columnData } = sheet.getConfig();
  return builder.finish({
    visibility: reading.visibility,
    merges: sheet.getMergeData().map(rangeOf),
    hiddenRows: hiddenOf(rowData),
    hiddenColumns: hiddenOf(columnData),
  });
}

/** The number formats of cells, each style looked up once. */
export class FormatReader {
  readonly #workbook: UniverWorkbook;
  readonly #known = new Map<string, string>();

  constructor(workbook: UniverWorkbook) {
    this.#workbook = workbook;
  }

  of({ s: style }: ICellData): string {
    if (style === null || style === undefined) return 'General';
    if (typeof style !== 'string') return style.n?.pattern ?? 'General';
    let format = this.#known.get(style);
    if (format === undefined) {
      format = this.#workbook.getStyles().get(style)?.n?.pattern ?? 'General';
      this.#known.set(style, format);
    }
    return format;
  }
}

function hiddenOf(parts: Readonly<Record<number, { readonly hd?: BooleanNumber } | undefined>>): number[] {
  return Object.entries(parts).flatMap(([at, part]) => (part?.hd === BooleanNumber.TRUE ? [Number(at)] : []));
}

function rangeOf({ startRow, startColumn, endRow, endColumn }: IRange): Range {
  return { top: startRow, left: startColumn, bottom: endRow, right: endColumn };
}
