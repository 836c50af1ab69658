import { movableFormula, formulaAfter } from '../sheets/formula-text.ts';
import { rangeFromA1, rangeToA1, type Range } from '../sheets/address.ts';
import { leastOf } from '../sheets/lists.ts';
import { rangeAfter, rowAfter, rowBefore, type RowChange } from '../sheets/row-change.ts';

/** Rows that come or go on one sheet of a file. */
export interface RowEdit extends RowChange {
  /** The sheet by its place among the workbook's worksheets. */
  readonly sheetIndex: number;
  /** The row, beside the new ones and counted before the change, whose format, merged cells and validations they take. */
  readonly like?: number;
}

/** Why rows cannot come or go at a place: what stands there and would be torn. */
export type RowObstacle = 'protected' | 'array' | 'pivot' | 'table' | 'merge' | 'full' | 'mapping';

/** Nothing was changed: the rows cannot come or go there. */
export class RowsRefused extends Error {
  override readonly name = 'RowsRefused';
  readonly code: RowObstacle;

  constructor(code: RowObstacle) {
    super(code);
    this.code = code;
  }
}

/** What one change of rows does to the references that parts of a file have. */
export class RowShift {
  readonly change: RowChange;
  readonly like: number | undefined;
  /** The changed sheet's name as formulas compare it. */
  readonly #sheet: string;

  constructor({ like, ...change }: RowEdit, sheet: string) {
    this.change = change;
    this.like = like;
    this.#sheet = sheet.toLowerCase();
  }

  row(row: number): number | undefined {
    return rowAfter(this.change, row);
  }

  range(range: Range): Range | undefined {
    return rangeAfter(this.change, range);
  }

  /** `A1:B2` on the changed sheet; what is no range stays. */
  reference(text: string): string | undefined {
    const range = rangeFromA1(text);
    const after = range && this.range(range);
    if (range && !after) return undefined;
    return after && rangeToA1(after) !== rangeToA1(range) ? rangeToA1(after) : text;
  }

  /** @param own whether the formula stands on the changed sheet */
  formula(formula: string, own: boolean): string {
    return formulaAfter(this.change, formula, (sheet) => (sheet === '' ? own : sheet.toLowerCase() === this.#sheet));
  }

  /** Of a name: only what is fixed in it means certain rows. */
  nameFormula(formula: string): string {
    return formulaAfter(this.change, formula, (sheet) => sheet.toLowerCase() === this.#sheet, true);
  }

  /** Whether the change tears a block: rows put inside it, or some of its rows taken away. */
  tears({ top, bottom }: Pick<Range, 'top' | 'bottom'>): boolean {
    const { kind, at, count } = this.change;
    if (kind === 'insert') return top < at && at <= bottom;
    const isWhole = at <= top && bottom < at + count;
    return !isWhole && at <= bottom && top < at + count;
  }

  /** A list of ranges that share a format or a validation; new rows join those of the row they are like. */
  area(text: string): FormatArea | undefined {
    const ranges = text.split(/\s+/).flatMap((one) => rangeFromA1(one) ?? []);
    const after = ranges.flatMap((range) => this.#grown(range) ?? []);
    if (ranges.length === 0) return { references: text, formula: (formula) => this.formula(formula, true) };
    if (after.length === 0) return undefined;
    const references = after.map(rangeToA1).join(' ');
    const move = this.#mover(leastOf(ranges.map(({ top }) => top)), leastOf(after.map(({ top }) => top)));
    return { references: after.map(rangeToA1).join(' ') === text ? text : references, formula: move };
  }

  #grown(range: Range): Range | undefined {
    const after = this.range(range);
    const { kind, at, count } = this.change;
    if (!after || kind === 'delete' || this.like === undefined) return after;
    if (this.like < range.top || this.like > range.bottom) return after;
    return { ...after, top: Math.min(after.top, at), bottom: Math.max(after.bottom, at + count - 1) };
  }

  /** Formulas of formats and validations are written as for the top row of their ranges, which may be another now. */
  #mover(topBefore: number, topAfter: number): (formula: string) => string {
    const kept = rowBefore(this.change, topAfter) ?? this.like ?? topBefore;
    const last = topAfter - (this.row(kept) ?? topAfter);
    return (formula) => {
      const there = kept === topBefore ? formula : movableFormula(formula)(kept - topBefore, 0);
      const after = this.formula(there, true);
      return last === 0 ? after : movableFormula(after)(last, 0);
    };
  }
}

export interface FormatArea {
  readonly references: string;
  readonly formula: (formula: string) => string;
}
