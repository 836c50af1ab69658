import { fromA1, rangeFromA1, toA1, type Range } from '../../../../src/sheets/address.ts';
import { areaToA1 } from './references.ts';
import type { StandInSheet } from './sheet.ts';
import type { StandInWorkbook } from './stand-in-workbook.ts';
import type { Author } from './excel-document.ts';

/** Somebody at the keyboard, in the first sheet: the person themself, or another one in the same workbook. */
export class PersonAtExcel {
  readonly #workbook: StandInWorkbook;
  readonly #author: Author;

  constructor(workbook: StandInWorkbook, author: 'person' | 'other' = 'person') {
    this.#workbook = workbook;
    this.#author = author;
  }

  /** Everything that Excel shows of the workbook. Equal texts, equal looks. */
  looks(): Promise<string> {
    return Promise.resolve(JSON.stringify(this.#workbook.document.sheets.map(looksOf), null, 1));
  }

  async type(cell: string, text: string): Promise<void> {
    const at = fromA1(cell);
    if (!at) throw new Error(`no cell: ${cell}`);
    const sheet = this.#workbook.document.firstSheet();
    // Whoever clicks into a merged block stands in its first cell.
    const { top: row, left: column } = sheet.mergeAt(at.row, at.column) ?? { top: at.row, left: at.column };
    await this.#enter({ top: row, left: column, bottom: row, right: column }, () => text);
  }

  async paste(cell: string, text: string): Promise<void> {
    const at = fromA1(cell);
    if (!at) throw new Error(`no cell: ${cell}`);
    const lines = text.split('\n').map((line) => line.split('\t'));
    const width = Math.max(...lines.map((line) => line.length));
    const area = { top: at.row, left: at.column, bottom: at.row + lines.length - 1, right: at.column + width - 1 };
    await this.#enter(area, (row, column) => lines[row - at.row]?.[column - at.column] ?? '');
  }

  async fillDown(first: string, last: string): Promise<void> {
    const area = rangeFromA1(`${first}:${last}`);
    if (!area) throw new Error(`no cells: ${first}:${last}`);
    const sheet = this.#workbook.document.firstSheet();
    const from = sheet.cell(area.top, area.left).value;
    const filled = { ...area, top: area.top + 1 };
    await this.#enter(filled, () => (typeof from === 'object' ? (from?.error ?? '') : from));
  }

  async undo(): Promise<void> {
    this.#workbook.document.undo();
    await this.#workbook.settled();
  }

  /** Inserts empty rows above the row with this number, counted from 1. */
  async insertRows(above: number, count: number): Promise<void> {
    const { document } = this.#workbook;
    document.insertRows(document.firstSheet(), above - 1, count, this.#author);
    document.endStep();
    await this.#workbook.settled();
  }

  async deleteSheet(name: string): Promise<void> {
    const { document } = this.#workbook;
    const sheet = document.sheets.find((one) => one.name === name);
    if (!sheet) throw new Error(`no sheet: ${name}`);
    document.deleteSheet(sheet, this.#author);
    await this.#workbook.settled();
  }

  async #enter(area: Range, inputAt: (row: number, column: number) => string | number | boolean): Promise<void> {
    const { document } = this.#workbook;
    document.enter(document.firstSheet(), area, inputAt, this.#author);
    document.endStep();
    await this.#workbook.settled();
  }
}

function looksOf(sheet: StandInSheet): unknown {
  const cells: Record<string, unknown> = {};
  for (const [row, column, { value, formula, style }] of sheet.kept()) {
    const { format, fill, font } = style;
    if (value !== null || formula !== undefined || fill !== null || format !== 'General')
      cells[toA1(row, column)] = [value, formula, format, fill, font];
  }
  const byKey = <V>(kept: ReadonlyMap<string, V>): unknown => [...kept].sort(([a], [b]) => a.localeCompare(b));
  return {
    ...{ name: sheet.name, visibility: sheet.visibility, isProtected: sheet.isProtected, cells },
    merges: sheet.merges.map(areaToA1),
    marks: sheet.conditionalFormats.map(({ id, areas, ...format }) => [areas.map(areaToA1), format]),
    notes: byKey(new Map([...sheet.notes].map(([key, { author, content }]) => [key, [author, content]]))),
    comments: byKey(new Map([...sheet.comments].map(([key, { id, ...comment }]) => [key, comment]))),
  };
}
