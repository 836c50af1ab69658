import { MAX_COLUMNS, MAX_ROWS, rangeFromA1, type Range } from '../../../../src/sheets/address.ts';
import { toA1 } from '../../../../src/sheets/address.ts';
import type { CellValue } from '../../../../src/sheets/grid.ts';
import { BridgeObject, refuse } from './bridge.ts';
import type { CommentModel, ConditionModel, SheetModel } from './model.ts';
import type { StandInWps } from './stand-in-wps.ts';
import { SheetObject } from './workbook-objects.ts';

const ERRORS: Readonly<Record<string, number>> = {
  '#NULL!': -2146826288,
  '#DIV/0!': -2146826281,
  '#VALUE!': -2146826273,
  '#REF!': -2146826265,
  '#NAME?': -2146826259,
  '#NUM!': -2146826252,
  '#N/A': -2146826246,
};

/** An address of one or more areas; whole rows (`5:7`) and columns (`A:C`) too. */
export function areasOf(address: string): Range[] {
  return address.split(',').map((part) => {
    const range = rangeFromA1(part.replace(/\$/g, ''));
    if (range) return range;
    const rows = /^(\d+):(\d+)$/.exec(part.replace(/\$/g, ''));
    if (rows) return { top: Number(rows[1]) - 1, left: 0, bottom: Number(rows[2]) - 1, right: MAX_COLUMNS - 1 };
    const columns = /^([A-Z]+):([A-Z]+)$/i.exec(part.replace(/\$/g, ''));
    const cells = columns && rangeFromA1(`${columns[1] ?? ''}1:${columns[2] ?? ''}${String(MAX_ROWS)}`);
    return cells ?? refuse(`对象不支持该地址 ${part}`);
  });
}

function shown(value: CellValue): unknown {
  return typeof value === 'object' && value !== null ? (ERRORS[value.error] ?? -2146826246) : value;
}

export class RangeObject extends BridgeObject {
  readonly kind = 'Range';
  readonly wps: StandInWps;
  readonly sheet: SheetModel;
  readonly areas: readonly Range[];
  readonly unit: 'cell' | 'row' | 'column';

  constructor(wps: StandInWps, sheet: SheetModel, areas: readonly Range[], unit: 'cell' | 'row' | 'column' = 'cell') {
    super();
    this.wps = wps;
    this.sheet = sheet;
    this.areas = areas;
    this.unit = unit;
  }

  get first(): Range {
    return this.areas[0] ?? refuse('空区域');
  }

  #other(areas: readonly Range[], unit: 'cell' | 'row' | 'column' = 'cell'): RangeObject {
    return new RangeObject(this.wps, this.sheet, areas, unit);
  }

  *#cells(): Generator<readonly [row: number, column: number]> {
    for (const { top, left, bottom, right } of this.areas) {
      for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) yield [row, column];
    }
  }

  /** What all cells have in common; something else where they differ. */
  #common(of: (row: number, column: number) => unknown): unknown {
    let known: unknown;
    let seen = false;
    for (const [row, column] of this.#cells()) {
      const value = of(row, column);
      if (seen && value !== known) return this.wps.profile.mixed;
      known = value;
      seen = true;
    }
    return known;
  }

  get #isProtected(): boolean {
    return this.sheet.protectedContents && !this.sheet.openToPrograms;
  }

  #mayChange(): void {
    for (const [row, column] of this.#cells()) {
      if (this.#isProtected && this.sheet.extra(row, column).unlocked !== true)
        refuse('您试图更改的单元格或图表位于受保护的工作表中。');
    }
    if (this.sheet.book.readOnly && this.wps.refusesReadOnly) refuse('文档以只读方式打开，不能修改。');
  }

  #mayFormat(): void {
    if (this.#isProtected) refuse('您试图更改的单元格或图表位于受保护的工作表中。');
    if (this.sheet.book.readOnly && this.wps.refusesReadOnly) refuse('文档以只读方式打开，不能修改。');
  }

  get Row(): number {
    return this.first.top + 1;
  }
  get Column(): number {
    return this.first.left + 1;
  }
  get Rows(): RangeObject {
    return this.#other(this.areas, 'row');
  }
  get Columns(): RangeObject {
    return this.#other(this.areas, 'column');
  }
  get Cells(): RangeObject {
    return this.#other(this.areas);
  }
  get EntireRow(): RangeObject {
    return this.#other(
      this.areas.map(({ top, bottom }) => ({ top, bottom, left: 0, right: MAX_COLUMNS - 1 })),
      'row',
    );
  }
  get EntireColumn(): RangeObject {
    return this.#other(
      this.areas.map(({ left, right }) => ({ left, right, top: 0, bottom: MAX_ROWS - 1 })),
      'column',
    );
  }
  get Count(): number {
    const { top, left, bottom, right } = this.first;
    if (this.unit === 'row') return bottom - top + 1;
    if (this.unit === 'column') return right - left + 1;
    return this.areas.reduce((sum, one) => sum + (one.bottom - one.top + 1) * (one.right - one.left + 1), 0);
  }
  get Areas(): AreasObject {
    return new AreasObject(this);
  }
  get Worksheet(): SheetObject {
    return new SheetObject(this.wps, this.sheet);
  }
  get Parent(): SheetObject {
    return new SheetObject(this.wps, this.sheet);
  }

  /** An address longer than 255 characters is cut, as in every program of this kind. */
  Address(rowAbsolute: unknown = true, columnAbsolute: unknown = true): string {
    const corner = (row: number, column: number): string => {
      const plain = toA1(row, column);
      const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(plain) ?? [];
      return (columnAbsolute === false ? letters : `$${letters}`) + (rowAbsolute === false ? digits : `$${digits}`);
    };
    const text = this.areas.map(({ top, left, bottom, right }) => {
      const a = corner(top, left);
      const b = corner(bottom, right);
      if (left === 0 && right === MAX_COLUMNS - 1) return `${a.replace(/^\$?A/, '')}:${b.replace(/^\$?XFD/, '')}`;
      return a === b ? a : `${a}:${b}`;
    });
    return text.join(',').slice(0, 255);
  }
  Resize(rows: unknown, columns: unknown): RangeObject {
    const { top, left } = this.first;
    return this.#other([
      {
        top,
        left,
        bottom: top + (typeof rows === 'number' ? rows : this.first.bottom - top + 1) - 1,
        right: left + (typeof columns === 'number' ? columns : this.first.right - left + 1) - 1,
      },
    ]);
  }
  Item(row: number, column?: number): RangeObject {
    if (row < 1) refuse('下标从 1 起');
    const { top, left, right } = this.first;
    const width = right - left + 1;
    const [r, c] = column === undefined ? [Math.floor((row - 1) / width), (row - 1) % width] : [row - 1, column - 1];
    return this.#other([{ top: top + r, left: left + c, bottom: top + r, right: left + c }]);
  }

  #read(of: (row: number, column: number) => unknown): unknown {
    const { top, left, bottom, right } = this.first;
    if (top === bottom && left === right) return of(top, left);
    if ((bottom - top + 1) * (right - left + 1) > this.wps.mostAtOnce) refuse('WPS 没有响应');
    const rows: unknown[][] = [];
    for (let row = top; row <= bottom; row++) {
      const cells: unknown[] = [];
      for (let column = left; column <= right; column++) cells.push(of(row, column));
      rows.push(cells);
    }
    if (this.wps.profile.lines === 'nested') return rows;
    if (rows.length === 1) return rows[0];
    return left === right ? rows.map(([cell]) => cell) : rows;
  }

  #write(values: unknown): void {
    this.#mayChange();
    const { top, left } = this.first;
    for (const [row, column] of this.#cells()) {
      const line: unknown = Array.isArray(values) ? values[row - top] : undefined;
      const value: unknown = Array.isArray(line) ? line[column - left] : Array.isArray(values) ? line : values;
      this.sheet.enter(row, column, value);
    }
    this.wps.changed(this.sheet, this.areas, true);
  }

  get Value2(): unknown {
    return this.#read((row, column) => shown(this.sheet.value(row, column)));
  }
  set Value2(values: unknown) {
    this.#write(values);
  }
  get Formula(): unknown {
    return this.#read((row, column) => {
      const { formula } = this.sheet.extra(row, column);
      if (formula !== undefined) return `=${formula}`;
      const value = this.sheet.value(row, column);
      return value === null ? '' : typeof value === 'object' ? value.error : String(value);
    });
  }
  set Formula(formulas: unknown) {
    this.#write(formulas);
  }
  Value(): unknown {
    return this.Value2;
  }
  get HasFormula(): unknown {
    return this.#common((row, column) => this.sheet.extra(row, column).formula !== undefined);
  }
  get NumberFormat(): unknown {
    return this.#common((row, column) => this.sheet.format(row, column));
  }
  set NumberFormat(format: unknown) {
    this.#mayFormat();
    for (const [row, column] of this.#cells())
      this.sheet.setExtra(row, column, { format: format === 'General' ? undefined : format } as { format: string });
  }
  get Text(): unknown {
    return this.#common((row, column) => {
      const value = this.sheet.value(row, column);
      return value === null ? '' : typeof value === 'object' ? value.error : String(value);
    });
  }
  get MergeCells(): unknown {
    const { merges } = this.sheet;
    const meets = (area: Range): boolean =>
      merges.some((m) => m.top <= area.bottom && m.bottom >= area.top && m.left <= area.right && m.right >= area.left);
    return this.areas.some(meets)
      ? this.#common((row, column) => this.sheet.mergeAt(row, column) !== undefined)
      : false;
  }
  get MergeArea(): RangeObject {
    const { top, left } = this.first;
    return this.#other([this.sheet.mergeAt(top, left) ?? { top, left, bottom: top, right: left }]);
  }
  get Hidden(): unknown {
    const hidden = this.unit === 'column' ? this.sheet.hiddenColumns : this.sheet.hiddenRows;
    const { top, left, bottom, right } = this.first;
    const [from, to] = this.unit === 'column' ? [left, right] : [top, bottom];
    let count = 0;
    for (const one of hidden) if (one >= from && one <= to) count++;
    if (count === 0) return false;
    return count === to - from + 1 ? true : this.wps.profile.mixed;
  }
  get AllowEdit(): boolean {
    if (!this.sheet.protectedContents) return true;
    for (const [row, column] of this.#cells()) if (this.sheet.extra(row, column).unlocked !== true) return false;
    return true;
  }
  get Interior(): InteriorObject {
    return new InteriorObject(this.wps, {
      get: () => this.#common((row, column) => this.sheet.extra(row, column).fill ?? 16_777_215),
      set: (fill) => {
        for (const [row, column] of this.#cells()) this.sheet.setExtra(row, column, { fill } as { fill: number });
      },
    });
  }

  ClearContents(): boolean {
    for (const [row, column] of this.#cells()) {
      const merge = this.sheet.mergeAt(row, column);
      const { top, left, bottom, right } = this.first;
      const holds = merge && merge.top >= top && merge.bottom <= bottom && merge.left >= left && merge.right <= right;
      if (merge && holds !== true) refuse('不能对合并单元格作部分更改。');
    }
    this.#write(null);
    return true;
  }
  Select(): boolean {
    if (this.wps.book?.sheets[this.wps.book.active] !== this.sheet) refuse('类 Range 的 Select 方法无效');
    this.sheet.selected = this.first;
    return true;
  }
  Activate(): boolean {
    return this.Select();
  }

  get Comment(): CommentObject | null {
    const { top, left } = this.first;
    const comment = this.sheet.commentAt(top, left);
    return comment ? new CommentObject(this.wps, this.sheet, comment) : null;
  }
  AddComment(text: unknown): CommentObject {
    this.#mayFormat();
    const { top, left } = this.first;
    if (this.Count !== 1 || this.sheet.commentAt(top, left)) refuse('应用程序定义或对象定义错误 1004');
    const comment = { row: top, column: left, text: typeof text === 'string' ? text : '', author: '用户' };
    this.sheet.comments.push(comment);
    return new CommentObject(this.wps, this.sheet, comment);
  }
  get Validation(): ValidationObject {
    return new ValidationObject(this);
  }
  get FormatConditions(): FormatConditionsObject {
    return new FormatConditionsObject(this);
  }

  mayFormat(): void {
    this.#mayFormat();
  }
}

class AreasObject extends BridgeObject {
  readonly kind = 'Areas';
  readonly range: RangeObject;
  constructor(range: RangeObject) {
    super();
    this.range = range;
  }
  get Count(): number {
    return this.range.areas.length;
  }
  Item(index: number): RangeObject {
    const area = this.range.areas[index - 1] ?? refuse('下标越界');
    return new RangeObject(this.range.wps, this.range.sheet, [area]);
  }
}

class InteriorObject extends BridgeObject {
  readonly kind = 'Interior';
  readonly wps: StandInWps;
  readonly colour: { get(): unknown; set(colour: number | undefined): void };
  constructor(wps: StandInWps, colour: { get(): unknown; set(colour: number | undefined): void }) {
    super();
    this.wps = wps;
    this.colour = colour;
  }
  get Color(): unknown {
    return this.colour.get();
  }
  set Color(colour: unknown) {
    this.colour.set(Number(colour));
  }
  set ColorIndex(index: unknown) {
    if (index === -4142) this.colour.set(undefined);
  }
}

class CommentObject extends BridgeObject {
  readonly kind = 'Comment';
  readonly wps: StandInWps;
  readonly sheet: SheetModel;
  readonly comment: CommentModel;
  constructor(wps: StandInWps, sheet: SheetModel, comment: CommentModel) {
    super();
    this.wps = wps;
    this.sheet = sheet;
    this.comment = comment;
  }
  get #range(): RangeObject {
    const { row, column } = this.comment;
    return new RangeObject(this.wps, this.sheet, [{ top: row, left: column, bottom: row, right: column }]);
  }
  get Parent(): RangeObject {
    return this.#range;
  }
  get Author(): string {
    return this.comment.author;
  }
  Text(text?: unknown): string {
    if (typeof text === 'string') {
      this.#range.mayFormat();
      this.comment.text = text;
    }
    return this.comment.text;
  }
  Delete(): void {
    this.#range.mayFormat();
    this.sheet.comments = this.sheet.comments.filter((one) => one !== this.comment);
  }
}

export class CommentsObject extends BridgeObject {
  readonly kind = 'Comments';
  readonly wps: StandInWps;
  readonly sheet: SheetModel;
  constructor(wps: StandInWps, sheet: SheetModel) {
    super();
    this.wps = wps;
    this.sheet = sheet;
  }
  get Count(): number {
    return this.sheet.comments.length;
  }
  Item(index: number): CommentObject {
    const comment = this.sheet.comments[index - 1] ?? refuse('下标越界');
    return new CommentObject(this.wps, this.sheet, comment);
  }
}

class ValidationObject extends BridgeObject {
  readonly kind = 'Validation';
  readonly range: RangeObject;
  constructor(range: RangeObject) {
    super();
    this.range = range;
  }
  Add(): void {
    const { sheet, first } = this.range;
    if (sheet.extra(first.top, first.left).validated === true) refuse('应用程序定义或对象定义错误 1004');
    sheet.setExtra(first.top, first.left, { validated: true });
  }
  Delete(): void {
    const { sheet, first } = this.range;
    sheet.setExtra(first.top, first.left, { validated: undefined } as unknown as { validated: true });
  }
}

function meet(a: Range, b: Range): boolean {
  return a.top <= b.bottom && a.bottom >= b.top && a.left <= b.right && a.right >= b.left;
}

class FormatConditionsObject extends BridgeObject {
  readonly kind = 'FormatConditions';
  readonly range: RangeObject;
  constructor(range: RangeObject) {
    super();
    this.range = range;
  }
  get #here(): ConditionModel[] {
    const { sheet, areas } = this.range;
    return sheet.conditions.filter(({ ranges }) => ranges.some((one) => areas.some((area) => meet(one, area))));
  }
  get Count(): number {
    return this.#here.length;
  }
  Item(index: number): FormatConditionObject {
    const condition = this.#here[index - 1] ?? refuse('下标越界');
    return new FormatConditionObject(this.range, condition);
  }
  Add(type: unknown, _operator: unknown, formula: unknown): FormatConditionObject {
    this.range.mayFormat();
    if (this.range.sheet.book.shared) refuse('不能在共享工作簿中添加条件格式。');
    const condition: ConditionModel = {
      type: Number(type),
      formula: String(formula),
      colour: null,
      ranges: this.range.areas,
      stopIfTrue: true,
    };
    this.range.sheet.conditions.push(condition);
    return new FormatConditionObject(this.range, condition);
  }
  Delete(): void {
    this.range.mayFormat();
    const here = this.#here;
    this.range.sheet.conditions = this.range.sheet.conditions.filter((one) => !here.includes(one));
  }
}

class FormatConditionObject extends BridgeObject {
  readonly kind = 'FormatCondition';
  readonly range: RangeObject;
  readonly condition: ConditionModel;
  constructor(range: RangeObject, condition: ConditionModel) {
    super();
    this.range = range;
    this.condition = condition;
  }
  get Type(): number {
    return this.condition.type;
  }
  get Formula1(): string {
    // Other kinds of conditions have none.
    return this.condition.type === 2 || this.condition.type === 1 ? this.condition.formula : refuse('无此属性');
  }
  get Interior(): InteriorObject {
    return new InteriorObject(this.range.wps, {
      get: () => this.condition.colour,
      set: (colour) => (this.condition.colour = colour ?? null),
    });
  }
  get AppliesTo(): RangeObject {
    return new RangeObject(this.range.wps, this.range.sheet, this.condition.ranges);
  }
  get StopIfTrue(): boolean {
    return this.condition.stopIfTrue;
  }
  set StopIfTrue(stop: unknown) {
    this.condition.stopIfTrue = stop === true;
  }
  SetFirstPriority(): void {
    const { sheet } = this.range;
    sheet.conditions = [this.condition, ...sheet.conditions.filter((one) => one !== this.condition)];
  }
  Delete(): void {
    this.range.mayFormat();
    this.range.sheet.conditions = this.range.sheet.conditions.filter((one) => one !== this.condition);
  }
}
