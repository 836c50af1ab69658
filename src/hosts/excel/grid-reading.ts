import type { Address, Range } from '../../sheets/address.ts';
import { GridBuilder, type StringTable } from '../../sheets/grid-builder.ts';
import type { Grid } from '../../sheets/grid.ts';
import type { HostSheet } from '../host.ts';
import { rangeOn } from './excel-batch.ts';
import { formulaOf, readsLikeError, valueOf } from './excel-values.ts';
import type { SheetShape } from './sheet-shape.ts';

/** A number whose format shows a year of four digits. */
export interface DatedCell extends Address {
  readonly serial: number;
}

type Loaded = Pick<Excel.Range, 'values' | 'formulas' | 'numberFormat'>;

/** Makes a grid of one sheet, block by block. */
export class GridReading {
  readonly sheet: HostSheet;
  readonly shape: SheetShape;
  readonly #builder: GridBuilder;
  readonly #hiddenRows: number[] = [];
  readonly #hiddenColumns: number[] = [];
  /** Cells that read like errors: only their types tell whether they are texts. */
  readonly #doubtful: (Address & { readonly text: string; readonly format: string; readonly formula?: string })[] = [];
  #dated: DatedCell | undefined;

  constructor(sheet: HostSheet, shape: SheetShape, table: StringTable) {
    this.sheet = sheet;
    this.shape = shape;
    this.#builder = new GridBuilder(sheet.name, table);
  }

  get doubtful(): readonly Address[] {
    return this.#doubtful;
  }

  /** The first date, by which the workbook's calendar can be told. */
  get dated(): DatedCell | undefined {
    return this.#dated;
  }

  /** Asks for a block; the proxy of the sheet is taken anew, for one of a request that failed is of no use. */
  ask(context: Excel.RequestContext, range: Range): Loaded {
    const proxy = rangeOn(context.workbook.worksheets.getItem(this.sheet.id), range);
    proxy.load('values,formulas,numberFormat');
    return proxy;
  }

  /** Takes a block that was loaded; answers about how many bytes it took. */
  take({ top, left }: Range, loaded: Loaded): number {
    const values: readonly (readonly unknown[])[] = loaded.values;
    const formulas: readonly (readonly unknown[])[] = loaded.formulas;
    const formats: readonly (readonly unknown[])[] = loaded.numberFormat;
    let bytes = 0;
    for (let r = 0; r < values.length; r++) {
      const row = values[r] ?? [];
      for (let c = 0; c < row.length; c++) {
        const given = row[c];
        const written = formulas[r]?.[c];
        const format = formats[r]?.[c];
        bytes += bytesOf(given) + bytesOf(written) + bytesOf(format);
        if (given === '' && (written === '' || written === undefined)) continue;
        this.#add(top + r, left + c, given, formulaOf(written, given), typeof format === 'string' ? format : 'General');
      }
    }
    return bytes;
  }

  #add(row: number, column: number, given: unknown, formula: string | undefined, format: string): void {
    const value = valueOf(given, formula !== undefined);
    this.#builder.addValue(row, column, value, format, formula);
    if (readsLikeError(given)) {
      this.#doubtful.push({ row, column, text: given, format, ...(formula === undefined ? {} : { formula }) });
    }
    if (!this.#dated && typeof value === 'number' && value > 366 && /yyyy/i.test(format)) {
      this.#dated = { row, column, serial: value };
    }
  }

  /** Says of the doubtful cells whether they are errors. */
  settle(isError: (cell: Address) => boolean): void {
    for (const { row, column, text, format, formula } of this.#doubtful) {
      if (!isError({ row, column })) this.#builder.addValue(row, column, text, format, formula);
    }
  }

  hideRow(row: number): void {
    this.#hiddenRows.push(row);
  }

  hideColumn(column: number): void {
    this.#hiddenColumns.push(column);
  }

  finish(): Grid {
    return this.#builder.finish({
      visibility: this.sheet.visibility,
      merges: this.shape.merges,
      hiddenRows: this.#hiddenRows,
      hiddenColumns: this.#hiddenColumns,
    });
  }
}

/** About what a value takes in an answer: UTF-8, quotes and a comma. */
function bytesOf(value: unknown): number {
  if (typeof value === 'string') {
    let bytes = value.length + 3;
    // Of a long text its beginning tells what letters it is made of.
    const seen = Math.min(value.length, 64);
    let wide = 0;
    for (let at = 0; at < seen; at++) if (value.charCodeAt(at) > 0x7f) wide++;
    if (seen > 0) bytes += Math.ceil((wide / seen) * value.length) * 2;
    return bytes;
  }
  return typeof value === 'number' ? (Number.isInteger(value) ? 7 : 12) : 6;
}
