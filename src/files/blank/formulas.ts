import type { Expression, Node } from '../../forms/expressions/expression.ts';
import { referencesOf } from '../../forms/expressions/references.ts';
import type { Form, RuleUse } from '../../forms/form.ts';
import { amountInWordsFormula } from './amount-formula.ts';
import type { ArrangedTable } from './arrangement.ts';
import { anyNumber, isExpression, rowIsBegun } from './conditions.ts';
import { nativeFormula } from './native-formula.ts';
import type { Places } from './places.ts';

/** The fields of a form that a spreadsheet fills in by itself, by key: values that follow from others, amounts in capitals. */
export function fieldFormulas(form: Form, places: Places): ReadonlyMap<string, string> {
  const formulas = new Map<string, string>();
  for (const { field } of places.fields.values()) {
    const formula = fieldFormula(field.key, form, places);
    if (formula !== undefined) formulas.set(field.key, formula);
  }
  return formulas;
}

function fieldFormula(key: string, form: Form, places: Places): string | undefined {
  const uses = form.rules.filter(({ field }) => field === key);
  const words = uses.find(({ rule }) => rule === 'amount-in-words')?.options.of;
  if (isExpression(words)) {
    const amount = nativeFormula(words, places);
    const filled = anyNumber(words, places);
    return amount === undefined || filled === undefined ? undefined : amountInWordsFormula(amount, filled);
  }
  const value = uses.find(({ rule }) => rule === 'computed')?.options.value ?? sumOf(key, form);
  if (!isExpression(value)) return undefined;
  const formula = nativeFormula(value, places);
  const filled = anyNumber(value, places);
  return formula === undefined || filled === undefined ? undefined : `IFERROR(IF(${filled},${formula},""),"")`;
}

/** A field that a rule says to be the sum of others, as that sum. */
function sumOf(key: string, form: Form): Expression | undefined {
  for (const { rule, options, when } of form.rules) {
    const { left, right } = options;
    if (rule !== 'equal' || when || !isExpression(left) || !isExpression(right)) continue;
    for (const [one, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const { fields, columns } = referencesOf(other);
      if (isField(one.tree, key) && !fields.includes(key) && fields.length + columns.length > 1) return other;
    }
  }
  return undefined;
}

/** The field itself, or the sum of it alone. */
function isField(node: Node, key: string): boolean {
  if (node.kind === 'field') return node.field === key;
  const [only] = node.kind === 'call' && node.name === 'SUM' && node.arguments.length === 1 ? node.arguments : [];
  return only !== undefined && isField(only, key);
}

/** The formula of a column's cell in a row, `undefined` for one that is filled in. */
export function columnFormula(
  form: Form,
  places: Places,
  { table }: ArrangedTable,
  column: string,
  row: number,
): string | undefined {
  const value = form.rules.find((use) => use.rule === 'computed' && use.table === table.key && use.column === column)
    ?.options.value;
  if (!isExpression(value)) return undefined;
  const formula = nativeFormula(value, places, { table: table.key, row });
  const inputs = referencesOf(value).cells.flatMap((cell) => places.rowCell(table.key, cell, row) ?? []);
  if (formula === undefined || inputs.length === 0) return undefined;
  // A factor that is missing makes no product; of a sum one addend is enough.
  const combine = multiplies(value.tree) ? 'OR' : 'AND';
  const blank = `${combine}(${inputs.map((cell) => `${cell}=""`).join(',')})`;
  return `IFERROR(IF(${blank},"",${formula}),"")`;
}

function multiplies(node: Node): boolean {
  if (node.kind === 'binary') {
    return node.operator === '*' || node.operator === '/' || multiplies(node.left) || multiplies(node.right);
  }
  if (node.kind === 'unary') return multiplies(node.operand);
  return node.kind === 'call' && node.arguments.some(multiplies);
}

/** The number of a row, shown once something stands in it. */
export function numberFormula(place: ArrangedTable, places: Places, row: number): string {
  return `IF(${rowIsBegun(place, places, row)},ROW()-${String(place.firstRow)},"")`;
}

/** Whether the rows of a table are numbered by this column. */
export function isNumbering({ rules }: Form, table: string, column: string): boolean {
  return rules.some((use: RuleUse) => use.rule === 'sequence' && use.table === table && use.column === column);
}

/** The sum of a column in the row of totals. */
export function totalFormula(form: Form, places: Places, table: string, column: string): string | undefined {
  const isTotal = form.rules.some((use) => use.rule === 'total' && use.table === table && use.column === column);
  const cells = isTotal ? places.columnCells(table, column)?.replaceAll('$', '') : undefined;
  return cells === undefined ? undefined : `IF(COUNT(${cells})=0,"",SUM(${cells}))`;
}
