import { read, set_cptable, type CellObject, type WorkBook, type WorkSheet } from 'xlsx';
import { MAX_COLUMNS, MAX_ROWS } from '../sheets/address.ts';
import { GridBuilder, StringTable } from '../sheets/grid-builder.ts';
import type { CellValue, Grid, Visibility } from '../sheets/grid.ts';
import type { Workbook } from '../sheets/workbook.ts';
import { FileError, damaged } from './file-error.ts';
import { holdTo } from './reading-limits.ts';

/** The formats that SheetJS reads for us: BIFF5 and BIFF8 (Excel 5 to 2003, WPS .et) and the binary one of Excel 2007. */
export type SheetJsFormat = 'xls' | 'xlsb';

/** Reads such a workbook somewhere where a file that makes the reader fail, hang or swell does no harm. */
export type SheetJsReader = (bytes: Uint8Array, format: SheetJsFormat) => Promise<Workbook>;

/**
 * Reads a workbook through SheetJS, which trusts what it reads: to be called only where time and memory are limited
 * from outside, and after the checks of `readWorkbook`.
 * @throws FileError `encrypted`, `damaged`, `too-large`.
 */
export function readWithSheetJs(bytes: Uint8Array): Workbook {
  const book = open(bytes);
  const table = new StringTable();
  holdTo('sheets', book.SheetNames.length);
  let cells = 0;
  const sheets = book.SheetNames.map((name, at) => {
    const grid = gridOf(sheetNamed(book, name), name, visibilityOf(book, at), table);
    cells += grid.columns.length;
    holdTo('cells', cells);
    return grid;
  });
  if (sheets.length === 0) throw damaged('no worksheet');
  return { sheets, date1904: book.Workbook?.WBProps?.date1904 === true, properties: propertiesOf(book) };
}

/** Texts of old files are in the code page that they name; 936 is GBK, which the decoder knows as part of GB18030. */
const ENCODINGS = new Map([
  [1200, 'utf-16le'],
  [1201, 'utf-16be'],
  [65001, 'utf-8'],
  [936, 'gb18030'],
  [54936, 'gb18030'],
  [950, 'big5'],
  [932, 'shift_jis'],
  [949, 'euc-kr'],
]);

function decode(codepage: number, bytes: readonly number[] | Uint8Array): string {
  const encoding =
    ENCODINGS.get(codepage) ?? (codepage >= 1250 && codepage <= 1258 ? `windows-${codepage}` : 'gb18030');
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes));
}

// The decoder is the platform's: SheetJS's own tables would be half a megabyte.
set_cptable({ utils: { decode } });

function open(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellStyles: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    if (/password|encrypt/i.test(reason)) throw new FileError('encrypted', {}, { cause: error });
    throw new FileError('damaged', { detail: 'SheetJS' }, { cause: error });
  }
}

/** Its sheets are an object by name; a sheet may be called `__proto__`. */
function sheetNamed(book: WorkBook, name: string): WorkSheet {
  const own = Object.getOwnPropertyDescriptor(book.Sheets, name)?.value as WorkSheet | undefined;
  return own ?? {};
}

function visibilityOf(book: WorkBook, at: number): Visibility {
  const hidden = book.Workbook?.Sheets?.[at]?.Hidden;
  return hidden === 2 ? 'veryHidden' : hidden === 1 ? 'hidden' : 'visible';
}

function propertiesOf({ Custprops }: WorkBook): ReadonlyMap<string, string> {
  return new Map(Object.entries(Custprops ?? {}).map(([name, value]) => [name, String(value)]));
}

function gridOf(sheet: WorkSheet, name: string, visibility: Visibility, table: StringTable): Grid {
  const builder = new GridBuilder(name, table);
  const rows = (sheet['!data'] ?? []) as readonly (readonly (CellObject | undefined)[] | undefined)[];
  // Sparse: a far row must not cost a walk through all before it.
  rows.forEach((row, r) =>
    row?.forEach((cell, c) => {
      if (cell && r < MAX_ROWS && c < MAX_COLUMNS) addCell(builder, r, c, cell);
    }),
  );
  const merges = sheet['!merges'] ?? [];
  holdTo('merges', merges.length);
  return builder.finish({
    visibility,
    merges: merges.map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
    hiddenRows: hiddenOf(sheet['!rows']),
    hiddenColumns: hiddenOf(sheet['!cols']),
  });
}

function hiddenOf(parts: readonly ({ readonly hidden?: boolean } | null | undefined)[] = []): number[] {
  const hidden: number[] = [];
  parts.forEach((part, at) => {
    if (part?.hidden) hidden.push(at);
  });
  return hidden;
}

function addCell(builder: GridBuilder, row: number, column: number, cell: CellObject): void {
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  builder.addValue(row, column, valueOf(cell), format, cell.f === undefined || cell.f === '' ? undefined : cell.f);
}

/** The errors of BIFF by their codes ([MS-XLS] 2.5.10). */
const ERRORS = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
]);

function valueOf({ t, v }: CellObject): CellValue {
  if (t === 'e') return { error: ERRORS.get(Number(v)) ?? '#N/A' };
  if (typeof v === 'boolean') return v;
  if (typeof v === 'number') return Number.isFinite(v) ? v : null;
  if (typeof v !== 'string') return null;
  // Texts of old files may have their terminator with them.
  const text = v.replace(/\0+$/, '');
  return text === '' ? null : text;
}
