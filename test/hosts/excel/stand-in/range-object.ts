import type { Range } from '../../../../src/sheets/address.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../../../../src/sheets/address.ts';
import { shownText, valueType, wireValue } from './entry.ts';
import type { HeldArea } from './excel-document.ts';
import type { Program } from './program.ts';
import {
  areaToA1,
  cellCount,
  intersection,
  isEntireColumn,
  isEntireRow,
  isWholeSheet,
  quotedName,
} from './references.ts';
import { Refusal } from './refusal.ts';
import { countArgument, ServerObject, textArgument, type Argument } from './server-object.ts';
import type { StandInCell, StandInSheet } from './sheet.ts';
import { RangeFormatObject, rangeFormatOf } from './format-objects.ts';
import { ConditionalFormatCollectionObject } from './conditional-format-objects.ts';
import { RangeAreasObject } from './range-areas-object.ts';
import { WorksheetObject } from './worksheet-objects.ts';

/** `get` of larger ranges answers `null` for what is told cell by cell. */
const MOST_CELLS_READ = 5_000_000;

/** How many merged blocks are told at once. */
const MOST_MERGED = 512;

/** The longest text of a cell. */
const LONGEST_TEXT = 32_767;

/** Excel.Range: one rectangle of a sheet. */
export class RangeObject extends ServerObject implements HeldArea {
  readonly type = 'Range';
  override readonly isKept = true;
  readonly program: Program;
  readonly sheet: StandInSheet;
  area: Range;

  /** @throws Refusal where the area leaves the sheet, or the sheet has no cells */
  constructor(program: Program, sheet: StandInSheet, area: Range) {
    super();
    program.document.assertCells(sheet);
    const { top, left, bottom, right } = area;
    if (top < 0 || left < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS || top > bottom || left > right)
      throw new Refusal('InvalidArgument', 'outside the sheet');
    this.program = program;
    this.sheet = sheet;
    this.area = area;
  }

  get #size(): readonly [rows: number, columns: number] {
    return [this.area.bottom - this.area.top + 1, this.area.right - this.area.left + 1];
  }

  get address(): string {
    const name = quotedName(this.sheet.name);
    return isWholeSheet(this.area) ? `${name}!1:${String(MAX_ROWS)}` : `${name}!${areaToA1(this.area)}`;
  }

  override get(member: string): unknown {
    this.program.document.assertCells(this.sheet);
    const [rows, columns] = this.#size;
    switch (member) {
      case 'address':
      case 'addressLocal':
        return this.address;
      case 'rowIndex':
        return this.area.top;
      case 'columnIndex':
        return this.area.left;
      case 'rowCount':
        return rows;
      case 'columnCount':
        return columns;
      case 'cellCount':
        return cellCount(this.area) > 2 ** 31 - 1 ? -1 : cellCount(this.area);
      case 'isEntireRow':
        return isEntireRow(this.area);
      case 'isEntireColumn':
        return isEntireColumn(this.area);
      case 'rowHidden':
        return this.#alike(rows, (row) => this.isHiddenRow(this.area.top + row));
      case 'columnHidden':
        return this.#alike(columns, (column) => this.sheet.hiddenColumns.has(this.area.left + column));
      case 'hidden':
        return this.get('rowHidden') === true || this.get('columnHidden') === true;
      case 'values':
        return this.#each(({ value }) => wireValue(value));
      case 'formulas':
      case 'formulasLocal':
        return this.#each(({ value, formula }) => (formula === undefined ? wireValue(value) : `=${formula}`));
      case 'text':
        return this.#each(({ value, style }) => shownText(value, style.format));
      case 'numberFormat':
      case 'numberFormatLocal':
        return this.#each(({ style }) => style.format);
      case 'valueTypes':
        return this.#each(({ value }) => valueType(value));
      case 'format':
        return new RangeFormatObject(this.program, this.sheet, () => [this.area]);
      case 'conditionalFormats':
        return new ConditionalFormatCollectionObject(this.program, this.sheet, () => [this.area]);
      case 'worksheet':
        return new WorksheetObject(this.program, this.sheet);
      default:
        return super.get(member);
    }
  }

  isHiddenRow(row: number): boolean {
    return this.sheet.hiddenRows.has(row) || this.sheet.filtered.has(row);
  }

  #alike(count: number, of: (index: number) => boolean): boolean | null {
    const first = of(0);
    for (let index = 1; index < count; index++) if (of(index) !== first) return null;
    return first;
  }

  #each<T>(of: (cell: StandInCell) => T): T[][] | null {
    const { top, left, bottom, right } = this.area;
    if (cellCount(this.area) > MOST_CELLS_READ || isEntireColumn(this.area) || isEntireRow(this.area)) return null;
    const told: T[][] = [];
    for (let row = top; row <= bottom; row++) {
      const line: T[] = [];
      for (let column = left; column <= right; column++) line.push(of(this.sheet.cell(row, column)));
      told.push(line);
    }
    return told;
  }

  override set(member: string, value: unknown): void {
    const { document } = this.program;
    switch (member) {
      case 'values':
      case 'formulas': {
        const input = this.#block(value, isEntry);
        document.enter(this.sheet, this.area, input, 'add-in');
        return;
      }
      case 'numberFormat': {
        const formatAt = this.#block(value, (one) => typeof one === 'string');
        document.restyle(this.sheet, this.area, (cell, row, column) => {
          const format = formatAt(row, column);
          return format === undefined
            ? cell
            : { ...cell, style: { ...cell.style, format: format === '' ? 'General' : format } };
        });
        return;
      }
      case 'rowHidden':
      case 'columnHidden': {
        if (typeof value !== 'boolean') throw new Refusal('InvalidArgument');
        document.assertMayWrite(this.sheet, this.area, false);
        const hidden = member === 'rowHidden' ? this.sheet.hiddenRows : this.sheet.hiddenColumns;
        const [from, to] =
          member === 'rowHidden' ? [this.area.top, this.area.bottom] : [this.area.left, this.area.right];
        for (let index = from; index <= to; index++) {
          if (value) hidden.add(index);
          else hidden.delete(index);
        }
        return;
      }
      default:
        super.set(member, value);
    }
  }

  /**
   * What was given for the whole range (one value) or for each cell (rows of values, as many as the range has; `null`
   * leaves a cell). @throws Refusal InvalidArgument for anything else
   */
  #block<T>(given: unknown, isOne: (value: unknown) => value is T): (row: number, column: number) => T | undefined {
    const [rows, columns] = this.#size;
    const { top, left } = this.area;
    if (isEntireColumn(this.area) || isEntireRow(this.area))
      throw new Refusal('InvalidArgument', 'the range is unbounded');
    if (isOne(given)) return () => given;
    if (!isList(given) || given.length !== rows) throw new Refusal('InvalidArgument', 'not as many rows as the range');
    for (const line of given) {
      if (!isList(line) || line.length !== columns)
        throw new Refusal('InvalidArgument', 'not as many columns as the range');
      if (line.some((value) => value !== null && !isOne(value))) throw new Refusal('InvalidArgument');
    }
    return (row, column) => {
      const line = given[row - top];
      const value: unknown = isList(line) ? line[column - left] : null;
      return isOne(value) ? value : undefined;
    };
  }

  override call(member: string, given: readonly Argument[]): unknown {
    const { program, sheet, area } = this;
    const range = (of: Range): RangeObject => new RangeObject(program, sheet, of);
    program.document.assertCells(sheet);
    switch (member) {
      case 'getCell': {
        const [row, column] = [countArgument(given[0]), countArgument(given[1])];
        return range(oneCell(area.top + row, area.left + column));
      }
      case 'getRow':
        return range({ ...area, ...rowsOf(area, countArgument(given[0])) });
      case 'getColumn': {
        const column = area.left + countArgument(given[0]);
        return range({ ...area, left: column, right: column });
      }
      case 'getResizedRange':
        return range({ ...area, bottom: area.bottom + signed(given[0]), right: area.right + signed(given[1]) });
      case 'getAbsoluteResizedRange':
        return range({
          ...area,
          bottom: area.top + countArgument(given[0], 1) - 1,
          right: area.left + countArgument(given[1], 1) - 1,
        });
      case 'getOffsetRange': {
        const [rows, columns] = [signed(given[0]), signed(given[1])];
        return range({
          top: area.top + rows,
          bottom: area.bottom + rows,
          left: area.left + columns,
          right: area.right + columns,
        });
      }
      case 'getEntireRow':
        return range({ ...area, left: 0, right: MAX_COLUMNS - 1 });
      case 'getEntireColumn':
        return range({ ...area, top: 0, bottom: MAX_ROWS - 1 });
      case 'getLastCell':
        return range(oneCell(area.bottom, area.right));
      case 'getUsedRange':
      case 'getUsedRangeOrNullObject': {
        const used = sheet.usedArea(given[0] === true, area);
        if (used) return range(used);
        return member === 'getUsedRange' ? range(oneCell(area.top, area.left)) : null;
      }
      case 'getIntersection':
      case 'getIntersectionOrNullObject': {
        const shared = intersection(area, rangeArgument(given[0], this).area);
        if (shared) return range(shared);
        if (member === 'getIntersection') throw new Refusal('ItemNotFound');
        return null;
      }
      case 'getBoundingRect': {
        const other = rangeArgument(given[0], this).area;
        return range({
          top: Math.min(area.top, other.top),
          left: Math.min(area.left, other.left),
          bottom: Math.max(area.bottom, other.bottom),
          right: Math.max(area.right, other.right),
        });
      }
      // office.js asks this before it sends a large block in parts.
      case '_ValidateArraySize': {
        const [rows, columns] = this.#size;
        if (given[0] !== rows || given[1] !== columns) throw new Refusal('InvalidArgument');
        return undefined;
      }
      case 'getMergedAreasOrNullObject': {
        const merged = sheet.merges.filter((merge) => intersection(merge, area));
        // As documented: the method fails where there are more.
        if (merged.length > MOST_MERGED) throw new Refusal('GeneralException', 'too many merged blocks');
        return merged.length === 0 ? null : new RangeAreasObject(program, sheet, merged);
      }
      case 'getSpecialCells':
      case 'getSpecialCellsOrNullObject': {
        const found = this.#specialCells(textArgument(given[0]));
        if (found.length > 0) return new RangeAreasObject(program, sheet, found);
        if (member === 'getSpecialCells') throw new Refusal('ItemNotFound');
        return null;
      }
      case 'getRowProperties':
        return this.#lineProperties(given[0], 'row');
      case 'getColumnProperties':
        return this.#lineProperties(given[0], 'column');
      case 'getCellProperties':
        return this.#cellProperties(given[0]);
      case 'select': {
        program.document.select(sheet, [area]);
        return;
      }
      case 'clear': {
        this.#clear(given[0]);
        return;
      }
      case 'insert':
      case 'delete':
        return this.#shift(member);
      case 'merge':
      case 'unmerge': {
        this.#merge(member === 'merge');
        return;
      }
      case 'setDirty':
      case 'calculate': {
        program.document.calculate();
        return;
      }
      default:
        return super.call(member, given);
    }
  }

  #specialCells(kind: string): readonly Range[] {
    const found: Range[] = [];
    const { area, sheet } = this;
    if (kind === 'Visible') {
      for (let row = area.top; row <= area.bottom; row++) {
        if (this.isHiddenRow(row)) continue;
        const last = found.at(-1);
        if (last?.bottom === row - 1) found[found.length - 1] = { ...last, bottom: row };
        else found.push({ ...area, top: row, bottom: row });
      }
      return found;
    }
    if (kind !== 'Formulas' && kind !== 'Constants') return super.call(`getSpecialCells(${kind})`, []) as never;
    for (const [row, column, { value, formula }] of sheet.kept(area)) {
      const holds = kind === 'Formulas' ? formula !== undefined : formula === undefined && value !== null;
      if (!holds) continue;
      const last = found.at(-1);
      if (last?.top === row && last.right === column - 1) found[found.length - 1] = { ...last, right: column };
      else found.push(oneCell(row, column));
    }
    return found;
  }

  #lineProperties(options: unknown, what: 'row' | 'column'): unknown {
    const wanted = isRecord(options) ? Object.keys(options) : [];
    const [from, to] = what === 'row' ? [this.area.top, this.area.bottom] : [this.area.left, this.area.right];
    const known = `${what}Hidden`;
    if (wanted.some((name) => name !== known)) super.get(`get${what}Properties(${wanted.join()})`);
    return Array.from({ length: to - from + 1 }, (_, index) => ({
      [known]: what === 'row' ? this.isHiddenRow(from + index) : this.sheet.hiddenColumns.has(from + index),
    }));
  }

  #cellProperties(options: unknown): unknown {
    const { format, address, ...others } = isRecord(options) ? options : {};
    if (Object.keys(others).length > 0) super.get(`getCellProperties(${Object.keys(others).join()})`);
    const { top, left } = this.area;
    let row = top;
    let column = left - 1;
    return this.#each((cell) => {
      if (++column > this.area.right) [row, column] = [row + 1, left];
      return {
        ...(address === true ? { address: `${quotedName(this.sheet.name)}!${areaToA1(oneCell(row, column))}` } : {}),
        ...(isRecord(format) ? { format: rangeFormatOf(cell, format) } : {}),
      };
    });
  }

  #clear(applyTo: Argument): void {
    const what = applyTo ?? 'All';
    const { document } = this.program;
    if (what === 'All' || what === 'Contents') document.enter(this.sheet, this.area, () => '', 'add-in');
    if (what === 'All' || what === 'Formats')
      document.restyle(this.sheet, this.area, (cell) => ({
        ...cell,
        style: { ...cell.style, format: 'General', fill: null, font: undefined },
      }));
    else if (what !== 'Contents') super.call('clear in part', []);
  }

  #shift(member: 'insert' | 'delete'): unknown {
    if (!isEntireRow(this.area)) return super.call(`${member} of part of a row`, []);
    const { sheet, area, program } = this;
    const count = area.bottom - area.top + 1;
    if (member === 'delete') {
      program.document.deleteRows(sheet, area.top, count, 'add-in');
      return;
    }
    program.document.insertRows(sheet, area.top, count, 'add-in');
    return new RangeObject(program, sheet, area);
  }

  #merge(merged: boolean): void {
    const { sheet, area, program } = this;
    program.document.assertMayWrite(sheet, area, false);
    const before = sheet.merges;
    program.document.changed({ takeBack: () => (sheet.merges = before) });
    const others = before.filter((merge) => !intersection(merge, area));
    sheet.merges = merged ? [...others, area] : others;
  }
}

function isEntry(value: unknown): value is string | number | boolean {
  if (typeof value === 'string' && value.length > LONGEST_TEXT)
    throw new Refusal('InvalidArgument', 'the text is too long');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function oneCell(row: number, column: number): Range {
  return { top: row, left: column, bottom: row, right: column };
}

function rowsOf(area: Range, row: number): Pick<Range, 'top' | 'bottom'> {
  return { top: area.top + row, bottom: area.top + row };
}

function signed(value: Argument): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new Refusal('InvalidArgument');
  return value;
}

/** A range given as a proxy, or as an address on the same sheet. */
function rangeArgument(value: Argument, beside: RangeObject): RangeObject {
  if (value instanceof RangeObject) return value;
  const found = new WorksheetObject(beside.program, beside.sheet).call('getRange', [textArgument(value)]);
  if (found instanceof RangeObject) return found;
  throw new Refusal('InvalidArgument');
}
