import { fromA1, type Range } from '../../../../src/sheets/address.ts';
import type { CellValue } from '../../../../src/sheets/grid.ts';
import { handedOver, refuse, type Bridge } from './bridge.ts';
import { BookModel, SheetModel, type CellExtra } from './model.ts';
import type { Profile } from './profile.ts';
import { RangeObject } from './range-object.ts';
import { ApplicationObject, SheetObject, WorkbookObject } from './workbook-objects.ts';

type Listener = (...parameters: readonly unknown[]) => void;

interface CellBefore {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly extra: CellExtra;
}

/**
 * Something that answers as WPS Spreadsheets does to its add-ins, with all the oddities that are known of it, and counts
 * the calls over its bridge. Nothing is computed: a formula keeps the result that it came with. It is no WPS.
 */
export class StandInWps implements Bridge {
  readonly profile: Profile;
  calls = 0;
  readonly books: BookModel[] = [];
  book: BookModel | null = null;
  readonly switches: Record<'ScreenUpdating' | 'EnableEvents' | 'DisplayAlerts' | 'Calculation', unknown> = {
    ScreenUpdating: true,
    EnableEvents: true,
    DisplayAlerts: true,
    Calculation: -4105,
  };
  /** Files by path, as binary strings. */
  readonly files = new Map<string, string>();
  /** What a file holds, where one is opened. */
  readBook: (data: string, name: string) => BookModel = (_, name) => new BookModel(name);
  readonly storage = new Map<string, string>();
  readonly panes = new Map<number, { url: string; visible: boolean }>();
  /** What the program calls itself; no help in telling what it is. */
  readonly programName = 'Microsoft Excel';
  nextId = 1;
  scrollRow = 1;
  /** Reading more cells at once takes so long that nobody waits for it. */
  mostAtOnce = 100_000;
  /** A workbook that was opened for reading only does not even let itself be changed. */
  refusesReadOnly = false;
  readonly #listeners = new Map<string, Listener[]>();
  readonly #steps: { readonly sheet: SheetModel; readonly cells: readonly CellBefore[] }[] = [];

  constructor(profile: Profile, book: BookModel | null = null) {
    this.profile = profile;
    if (book) this.books.push(book);
    this.book = book;
  }

  /** What a page in a pane has as `window.Application` and `window.wps`. */
  get globals(): { readonly Application: object; readonly wps: object } {
    return {
      Application: handedOver(new ApplicationObject(this, 'Application'), this),
      wps: handedOver(new ApplicationObject(this, 'wps'), this),
    };
  }

  has(kind: string, member: string): boolean {
    const { without, onlyOnWps } = this.profile;
    if (kind === 'Application' && onlyOnWps.includes(member)) return false;
    const path = `${kind === 'wps' ? 'Application' : kind}.${member}`;
    return !without.includes(path);
  }

  isFunction(kind: string, member: string): boolean {
    return this.profile.asFunctions.includes(`${kind === 'wps' ? 'Application' : kind}.${member}`);
  }

  get activeSheet(): SheetModel | null {
    return this.book?.sheets[this.book.active] ?? null;
  }

  listen(name: string, listener: unknown): void {
    if (typeof listener !== 'function') refuse('回调无效');
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener as Listener]);
  }

  unlisten(name: string, listener: unknown): void {
    const kept = listener === undefined ? [] : (this.#listeners.get(name) ?? []).filter((one) => one !== listener);
    this.#listeners.set(name, kept);
  }

  /** How many listeners there are. */
  get listening(): number {
    return [...this.#listeners.values()].reduce((sum, listeners) => sum + listeners.length, 0);
  }

  #raise(name: string, ...parameters: (SheetObject | RangeObject | WorkbookObject)[]): void {
    if (this.profile.silentEvents.includes(name)) return;
    for (const listener of this.#listeners.get(name) ?? []) listener(...parameters.map((one) => handedOver(one, this)));
  }

  /** Something was written. */
  changed(sheet: SheetModel, areas: readonly Range[], byAddIn: boolean): void {
    sheet.book.saved = false;
    if (byAddIn && this.switches.EnableEvents !== true && !this.profile.eventsDespiteSwitch) return;
    this.#raise('SheetChange', new SheetObject(this, sheet), new RangeObject(this, sheet, areas));
  }

  activate(book: BookModel): void {
    if (this.book === book) return;
    this.book = book;
    this.#raise('WorkbookActivate', new WorkbookObject(this, book));
    this.#raise('WindowActivate', new WorkbookObject(this, book));
  }

  newBook(): BookModel {
    const book = new BookModel(`工作簿${String(this.nextId++)}`, '');
    book.sheets.push(new SheetModel(book, 'Sheet1', 'Sheet1'));
    this.books.push(book);
    this.#raise('NewWorkbook', new WorkbookObject(this, book));
    this.activate(book);
    return book;
  }

  openFile(path: string, asTemplate: boolean): BookModel {
    const plain = path.replace(/\\/g, '/');
    const data = this.files.get(plain) ?? refuse(`找不到文件 ${path}`);
    const name = plain.slice(plain.lastIndexOf('/') + 1);
    const book = this.readBook(data, name);
    book.name = asTemplate ? name.replace(/\.xlsx$/, '1') : name;
    book.path = asTemplate ? '' : `${plain.slice(0, plain.lastIndexOf('/'))}/`;
    this.books.push(book);
    this.#raise('WorkbookOpen', new WorkbookObject(this, book));
    this.activate(book);
    return book;
  }

  /** Saves the workbook in front under another name. */
  saveAs(path: string, name: string): void {
    const book = this.book ?? refuse('没有工作簿');
    Object.assign(book, { path, name, saved: true });
    this.#raise('WorkbookAfterSave', new WorkbookObject(this, book));
  }

  close(book: BookModel): void {
    this.#raise('WorkbookBeforeClose', new WorkbookObject(this, book));
    this.books.splice(this.books.indexOf(book), 1);
    if (this.book === book) {
      this.book = null;
      const [next] = this.books;
      if (next) this.activate(next);
    }
  }

  // What a person does.

  /** Everything that is to be seen of the workbook in front. */
  looks(): string {
    return JSON.stringify(this.book?.sheets.map((sheet) => sheet.looks()) ?? null);
  }

  /** Enters texts into cells of a sheet of the workbook in front, as one step of the program's undo. */
  type(sheetIndex: number, cells: readonly (readonly [cell: string, text: string])[]): void {
    const sheet = this.book?.sheets[sheetIndex] ?? refuse('没有工作表');
    const places = cells.map(([cell, text]) => ({ ...(fromA1(cell) ?? refuse(cell)), text }));
    this.#remember(sheet, places);
    for (const { row, column, text } of places) sheet.enter(row, column, text);
    this.#tellOf(sheet, places);
  }

  /** Enters whole rows of text, tabs between cells. */
  paste(sheetIndex: number, cell: string, text: string): void {
    const at = fromA1(cell) ?? refuse(cell);
    const letters = (column: number): string => String.fromCharCode(65 + column);
    const cells = text
      .split('\n')
      .flatMap((line, down) =>
        line.split('\t').map((one, right) => [letters(at.column + right) + String(at.row + down + 1), one] as const),
      );
    this.type(sheetIndex, cells);
  }

  /** Fills a cell's value down. */
  fillDown(sheetIndex: number, first: string, last: string): void {
    const sheet = this.book?.sheets[sheetIndex] ?? refuse('没有工作表');
    const from = fromA1(first) ?? refuse(first);
    const to = fromA1(last) ?? refuse(last);
    const cells = Array.from({ length: to.row - from.row }, (_, at) => ({
      row: from.row + at + 1,
      column: from.column,
    }));
    this.#remember(sheet, cells);
    for (const { row, column } of cells) sheet.setValue(row, column, sheet.value(from.row, from.column));
    this.#tellOf(sheet, cells);
  }

  /** Puts rows into a sheet, as somebody does by its menu. */
  insertRows(sheetIndex: number, row: number, count: number): void {
    const sheet = this.book?.sheets[sheetIndex] ?? refuse('没有工作表');
    sheet.rows.splice(row, 0, ...Array.from({ length: count }, (): CellValue[] => []));
    this.changed(sheet, [{ top: row, left: 0, bottom: row + count - 1, right: 16_383 }], false);
  }

  /** The program's own undo, which knows of no add-in's writes. */
  undo(): void {
    const step = this.#steps.pop();
    if (!step) return;
    for (const { row, column, value, extra } of step.cells) {
      step.sheet.setValue(row, column, value);
      step.sheet.setExtra(row, column, { formula: undefined, format: undefined, ...extra } as CellExtra);
    }
    this.#tellOf(step.sheet, step.cells);
  }

  #remember(sheet: SheetModel, cells: readonly { readonly row: number; readonly column: number }[]): void {
    this.#steps.push({
      sheet,
      cells: cells.map(({ row, column }) => ({
        row,
        column,
        value: sheet.value(row, column),
        extra: sheet.extra(row, column),
      })),
    });
  }

  #tellOf(sheet: SheetModel, cells: readonly { readonly row: number; readonly column: number }[]): void {
    const rows = cells.map(({ row }) => row);
    const columns = cells.map(({ column }) => column);
    const range = {
      top: Math.min(...rows),
      left: Math.min(...columns),
      bottom: Math.max(...rows),
      right: Math.max(...columns),
    };
    this.changed(sheet, [range], false);
  }
}
