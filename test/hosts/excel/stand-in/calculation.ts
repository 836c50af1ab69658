import { fromA1, rangeFromA1 } from '../../../../src/sheets/address.ts';
import type { CellValue } from '../../../../src/sheets/grid.ts';
import type { StandInSheet } from './sheet.ts';

type SheetByName = (name: string) => StandInSheet | undefined;

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"]|"")*)"|(SUM|N)\(|(?:('(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_]*)!)?(\$?[A-Z]{1,3}\$?\d+)(?::(\$?[A-Z]{1,3}\$?\d+))?|([-+*/()=,]))/uy;

/**
 * Computes a sheet's formulas, as far as they are sums, products and references: enough for a workbook whose formulas
 * follow what is written. A formula with anything else keeps the result that it has.
 */
export function calculated(sheet: StandInSheet, sheetByName: SheetByName): void {
  for (const [row, column] of sheet.formulaCells()) {
    const cell = sheet.cell(row, column);
    const value = new Formula(cell.formula ?? '', sheet, sheetByName).result();
    if (value !== undefined && value !== cell.value) sheet.put(row, column, { ...cell, value });
  }
}

class Formula {
  readonly #text: string;
  readonly #sheet: StandInSheet;
  readonly #sheetByName: SheetByName;
  #at = 0;

  constructor(text: string, sheet: StandInSheet, sheetByName: SheetByName) {
    this.#text = text;
    this.#sheet = sheet;
    this.#sheetByName = sheetByName;
  }

  result(): CellValue | undefined {
    try {
      const value = this.#sum();
      return this.#at === this.#text.length ? value : undefined;
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  #next(): RegExpExecArray | undefined {
    TOKEN.lastIndex = this.#at;
    const token = TOKEN.exec(this.#text);
    if (!token) return undefined;
    this.#at = TOKEN.lastIndex;
    return token;
  }

  #operator(...allowed: readonly string[]): string | undefined {
    const before = this.#at;
    const operator = this.#next()?.[7];
    if (operator !== undefined && allowed.includes(operator)) return operator;
    this.#at = before;
    return undefined;
  }

  #sum(): number {
    let sum = this.#product();
    for (let sign = this.#operator('+', '-'); sign; sign = this.#operator('+', '-')) {
      const term = this.#product();
      sum += sign === '+' ? term : -term;
    }
    return sum;
  }

  #product(): number {
    let product = this.#operand();
    for (let sign = this.#operator('*', '/'); sign; sign = this.#operator('*', '/')) {
      const factor = this.#operand();
      product = sign === '*' ? product * factor : product / factor;
    }
    return product;
  }

  #operand(): number {
    const token = this.#next();
    if (!token) throw new RangeError('no operand');
    const [, number, , call, sheetName, first, last, operator] = token;
    if (number !== undefined) return Number(number);
    if (call === 'SUM') return this.#sumOf();
    if (operator === '-') return -this.#operand();
    if (operator === '(') {
      const inner = this.#sum();
      if (!this.#operator(')')) throw new RangeError('no )');
      return inner;
    }
    if (first === undefined || last !== undefined) throw new RangeError('not known here');
    const at = fromA1(first.replaceAll('$', ''));
    const value = at && this.#sheetOf(sheetName).cell(at.row, at.column).value;
    if (value === null) return 0;
    if (typeof value !== 'number') throw new RangeError('no number');
    return value;
  }

  #sumOf(): number {
    let sum = 0;
    do {
      const [, , , , sheetName, first, last] = this.#next() ?? [];
      const area = first === undefined ? undefined : rangeFromA1(`${first}:${last ?? first}`.replaceAll('$', ''));
      if (!area) throw new RangeError('not known here');
      for (const [, , cell] of this.#sheetOf(sheetName).kept(area))
        if (typeof cell.value === 'number') sum += cell.value;
    } while (this.#operator(','));
    if (!this.#operator(')')) throw new RangeError('no )');
    return sum;
  }

  #sheetOf(name: string | undefined): StandInSheet {
    const sheet =
      name === undefined ? this.#sheet : this.#sheetByName(name.replace(/^'|'$/g, '').replaceAll("''", "'"));
    if (!sheet) throw new RangeError('no such sheet');
    return sheet;
  }
}
