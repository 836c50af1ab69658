import type { BinaryOperator, Expression, Node } from '../../forms/expressions/expression.ts';
import type { ValueType } from '../../forms/form.ts';
import type { Places } from './places.ts';

/** The row that `[@列]` speaks of. */
export interface NativeRow {
  readonly table: string;
  /** Row of the sheet, from 0. */
  readonly row: number;
}

/** Excel's own functions among ours that Excel 2010, WPS and LibreOffice know; XLOOKUP and IFS are younger. */
const NATIVE: ReadonlySet<string> = new Set(
  (
    'SUM COUNT COUNTA MIN MAX AVERAGE SUMPRODUCT AND OR COUNTBLANK COUNTIF SUMIF ABS INT NOT LEN TRIM UPPER LOWER VALUE ' +
    'YEAR MONTH DAY ISNUMBER ISBLANK ISERROR ROUND ROUNDUP ROUNDDOWN MOD EXACT IFERROR LEFT RIGHT MID DATE SEARCH FIND ' +
    'SUBSTITUTE IF'
  ).split(' '),
);
const COMPARISONS: readonly BinaryOperator[] = ['=', '<>', '<', '<=', '>', '>='];
/** The longest text that a formula may have in it. */
const LONGEST_TEXT = 255;

/**
 * A formula of a definition as one that Excel, WPS and LibreOffice compute alike, without `=`; `undefined` where it says
 * more than cells do by themselves (parts of a value, what a blank takes from above, functions that are too young).
 */
export function nativeFormula(expression: Expression, places: Places, row?: NativeRow): string | undefined {
  try {
    return new Translation(places, row).write(expression.tree);
  } catch (error) {
    if (error instanceof Untranslatable) return undefined;
    throw error;
  }
}

/** Whether a cell is empty, as a formula: nothing in it, or what the form prints there. */
export function emptyCell(reference: string, printed = ''): string {
  const isEmpty = `LEN(TRIM(${reference}))=0`;
  if (printed === '' || printed.length > LONGEST_TEXT) return isEmpty;
  return `OR(${isEmpty},${reference}=${quoted(printed)})`;
}

/** A text as formulas have it. A line break is written as such: it is one everywhere. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

class Untranslatable extends Error {}

class Translation {
  readonly #places: Places;
  readonly #row: NativeRow | undefined;

  constructor(places: Places, row: NativeRow | undefined) {
    this.#places = places;
    this.#row = row;
  }

  write(node: Node): string {
    switch (node.kind) {
      case 'constant':
        return constant(node.value);
      case 'unary':
        return node.operator === '%'
          ? `(${this.write(node.operand)})%`
          : `${node.operator}(${this.write(node.operand)})`;
      case 'binary':
        return this.#binary(node.operator, node.left, node.right);
      case 'call':
        return this.#call(node.name, node.arguments);
      case 'cell':
      case 'field':
      case 'column':
        return this.#reference(node);
      case 'array':
      case 'table':
        throw new Untranslatable();
    }
  }

  #binary(operator: BinaryOperator, left: Node, right: Node): string {
    const ticks = operator === '=' || operator === '<>' ? this.#ticksEqual(left, right) : undefined;
    if (ticks !== undefined) return operator === '=' ? ticks : `NOT(${ticks})`;
    return `(${this.write(left)}${operator}${this.write(right)})`;
  }

  #call(name: string, args: readonly Node[]): string {
    if (!NATIVE.has(name)) throw new Untranslatable();
    const [first, second] = args;
    if (name === 'ISBLANK' && first) return this.#isBlank(first);
    if (name === 'SEARCH' && args.length === 2 && first && second && this.#isTicks(second)) {
      if (first.kind !== 'constant' || typeof first.value !== 'string') throw new Untranslatable();
      return `SEARCH(${constant(`☑${first.value}`)},${this.#raw(second)})`;
    }
    const isTruth = name === 'AND' || name === 'OR';
    return `${name}(${args.flatMap((arg) => (isTruth ? this.#each(arg) : [this.write(arg)])).join(',')})`;
  }

  /** `[@甲]={"a","b"}` in AND or OR: conditional formats may hold no arrays. */
  #each(node: Node): string[] {
    if (node.kind === 'binary' && COMPARISONS.includes(node.operator)) {
      const { operator, left, right } = node;
      if (right.kind === 'array')
        return right.values.map((value) => `(${this.write(left)}${operator}${constant(value)})`);
      if (left.kind === 'array')
        return left.values.map((value) => `(${constant(value)}${operator}${this.write(right)})`);
    }
    return [this.write(node)];
  }

  #isBlank(node: Node): string {
    if (node.kind === 'field') return emptyCell(this.#raw(node), this.#places.fields.get(node.field)?.printed);
    if (node.kind === 'cell') return emptyCell(this.#reference(node));
    throw new Untranslatable();
  }

  /** One ticked box, where just one may be. */
  #ticksEqual(left: Node, right: Node): string | undefined {
    const [ticks, value] = this.#isTicks(left) ? [left, right] : [right, left];
    if (!this.#isTicks(ticks)) return undefined;
    if (value.kind !== 'constant' || typeof value.value !== 'string') throw new Untranslatable();
    return `ISNUMBER(SEARCH(${constant(`☑${value.value}`)},${this.#raw(ticks)}))`;
  }

  #isTicks(node: Node): boolean {
    return node.kind === 'field' && this.#places.fields.get(node.field)?.field.type.kind === 'ticks';
  }

  #reference(node: Node): string {
    if (node.kind === 'field' && !isPlain(this.#places.fields.get(node.field)?.field.type)) throw new Untranslatable();
    return this.#raw(node);
  }

  #raw(node: Node): string {
    const reference = this.#referenceTo(node);
    if (reference === undefined) throw new Untranslatable();
    return reference;
  }

  #referenceTo(node: Node): string | undefined {
    if (node.kind === 'field') return this.#places.fieldCell(node.field);
    if (node.kind === 'column') return this.#places.columnCells(node.table, node.column);
    if (node.kind !== 'cell' || !this.#row) return undefined;
    const { table, row } = this.#row;
    const column = this.#places.table(table)?.columns.find(({ key }) => key === node.column);
    return column && !column.carryDown && isPlain(column.type)
      ? this.#places.rowCell(table, node.column, row)
      : undefined;
  }
}

/** Whether the value of a cell is what stands in it: not the ticked ones of printed options. */
function isPlain(type: ValueType | undefined): boolean {
  return type !== undefined && type.kind !== 'ticks' && type.kind !== 'period';
}

function constant(value: string | number | boolean): string {
  if (typeof value !== 'string') return typeof value === 'number' ? String(value) : value ? 'TRUE' : 'FALSE';
  if (value.length > LONGEST_TEXT) throw new Untranslatable();
  return quoted(value);
}
