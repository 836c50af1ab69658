import type { Expression } from '../../forms/expressions/expression.ts';
import { referencesOf } from '../../forms/expressions/references.ts';
import type { Form, RuleUse, Table } from '../../forms/form.ts';
import type { Range } from '../../sheets/address.ts';
import type { ArrangedTable } from './arrangement.ts';
import type { Condition } from './drawing.ts';
import { emptyCell, nativeFormula, quoted } from './native-formula.ts';
import type { Places } from './places.ts';

/**
 * The colours that show while a form is filled in what is missing and what contradicts: those of its rules that a
 * spreadsheet can judge by itself. A blank form has none.
 * @param computed The fields that formulas fill in.
 */
export function conditionsFor(form: Form, places: Places, computed: ReadonlySet<string>): Condition[] {
  const begun = formIsBegun(places, computed);
  const conditions = form.rules.flatMap((use) =>
    use.rule === 'needed-entries' ? neededEntries(use, places) : (conditionOf(use, begun, places) ?? []),
  );
  // Where both hold, what contradicts is the graver.
  return [...conditions].sort((a, b) => Number(a.colour === 'missing') - Number(b.colour === 'missing'));
}

function conditionOf(use: RuleUse, formIsBegun: string, places: Places): Condition | undefined {
  const cells = targetOf(use, places);
  if (!cells) return undefined;
  const { range, cell, printed } = cells;
  const when = use.when && native(use.when, use, places, range);
  if (use.when && when === undefined) return undefined;
  // Where a cell holds what cannot be computed with, nothing is said of it.
  const all = (...parts: readonly (string | undefined)[]): string =>
    `IFERROR(AND(${parts.filter((part) => part !== undefined).join(',')}),FALSE)`;
  switch (use.rule) {
    case 'required': {
      const missing = missingFormula(use, formIsBegun, places, range, emptyCell(cell, printed));
      return missing && { range, formula: all(...missing, when), colour: 'missing' };
    }
    case 'empty-when':
      return { range, formula: all(`NOT(${emptyCell(cell, printed)})`, when), colour: 'contradictory' };
    case 'formula': {
      const { condition } = use.options;
      if (use.severity === 'info' || !isExpression(condition)) return undefined;
      const holds = native(condition, use, places, range);
      if (holds === undefined) return undefined;
      return {
        range,
        formula: all(`NOT(${emptyCell(cell, printed)})`, when, `NOT(${holds})`),
        colour: 'contradictory',
      };
    }
    case 'equal': {
      const { left, right } = use.options;
      if (!isExpression(left) || !isExpression(right)) return undefined;
      const [a, b] = [nativeFormula(left, places), nativeFormula(right, places)];
      const [anyLeft, anyRight] = [anyNumber(left, places), anyNumber(right, places)];
      if (a === undefined || b === undefined || anyLeft === undefined || anyRight === undefined) return undefined;
      return { range, formula: all(anyLeft, anyRight, `ABS((${a})-(${b}))>0.005`, when), colour: 'contradictory' };
    }
    case 'reference': {
      const { table, column } = use.options;
      if (typeof table !== 'string' || typeof column !== 'string') return undefined;
      const listed = places.columnCells(table, column);
      if (listed === undefined) return undefined;
      const formula = all(`NOT(${emptyCell(cell)})`, `COUNTA(${listed})>0`, `COUNTIF(${listed},${cell})=0`);
      return { range, formula, colour: 'contradictory' };
    }
    case 'checklist':
      return { range, formula: all(emptyCell(cell), formIsBegun), colour: 'missing' };
    default:
      return undefined;
  }
}

/** Entries of a list that may not be said not to apply: the state of each. */
function neededEntries({ table, column, when, options }: RuleUse, places: Places): Condition[] {
  const { entries, any, notApplicable = '不适用' } = options;
  const place = places.tables.get(table ?? '');
  const list = place?.table.entries?.list;
  if (!place || !list || column === undefined || !Array.isArray(entries) || any === true) return [];
  if (typeof notApplicable !== 'string') return [];
  const holds = when && nativeFormula(when, places);
  if (when && holds === undefined) return [];
  const range = places.columnRange(place.table.key, column);
  return list.flatMap(({ text }, at): Condition[] => {
    const row = place.firstRow + at;
    const cell = places.rowCell(place.table.key, column, row);
    if (!range || cell === undefined || row > place.lastRow || !entries.includes(text)) return [];
    const isDenied = `TRIM(${cell})=${quoted(notApplicable)}`;
    const formula = holds === undefined ? isDenied : `IFERROR(AND(${isDenied},${holds}),FALSE)`;
    return [{ range: { ...range, top: row, bottom: row }, formula, colour: 'contradictory' }];
  });
}

interface Target {
  readonly range: Range;
  /** The first cell of the range, for a formula that is copied down. */
  readonly cell: string;
  readonly printed: string;
}

function targetOf({ field, table, column }: RuleUse, places: Places): Target | undefined {
  if (field !== undefined) {
    const place = places.fields.get(field);
    const cell = places.fieldCell(field);
    return place && cell !== undefined ? { range: place.range, cell, printed: place.printed } : undefined;
  }
  if (table === undefined || column === undefined) return undefined;
  const range = places.columnRange(table, column);
  const cell = range && places.rowCell(table, column, range.top);
  return range && cell !== undefined ? { range, cell, printed: '' } : undefined;
}

function native(expression: Expression, { table }: RuleUse, places: Places, range: Range): string | undefined {
  return nativeFormula(expression, places, table === undefined ? undefined : { table, row: range.top });
}

/** When a blank cell is missing: something else of its row, or of the form, has been filled in. */
function missingFormula(
  { field, table, column, options }: RuleUse,
  formIsBegun: string,
  places: Places,
  range: Range,
  isEmpty: string,
): string[] | undefined {
  if (field !== undefined) return [isEmpty, formIsBegun];
  const place = places.tables.get(table ?? '');
  if (!place || column === undefined) return undefined;
  const begun = rowIsBegun(place, places, range.top);
  const { carryDown = false } = place.table.columns.find(({ key }) => key === column) ?? {};
  if (!carryDown && options.once !== true) return [isEmpty, begun];
  const first = places.columnCells(place.table.key, column)?.split(':')[0];
  const here = places.rowCell(place.table.key, column, range.top);
  // Blank down to here: there is nothing above that it could be read from.
  return first === undefined || here === undefined ? undefined : [begun, `COUNTA(${first}:${here})=0`];
}

/** Something stands in the row but its number and what formulas put there. */
export function rowIsBegun({ table }: ArrangedTable, places: Places, row: number): string {
  const inputs = table.columns
    .filter(({ key }) => isInput(table, key))
    .flatMap(({ key }) => places.rowCell(table.key, key, row) ?? []);
  return `(${inputs.map((cell) => `LEN(${cell})`).join('+')})>0`;
}

/** Whether people fill in a column: not their number, nor what the form prints in it. */
function isInput({ ignoreIfOnly, entries }: Table, column: string): boolean {
  return !ignoreIfOnly.includes(column) && entries?.column !== column;
}

/** Something has been written into the form at all. */
function formIsBegun(places: Places, computed: ReadonlySet<string>): string {
  const inputs = [...places.fields.values()].filter(({ field }) => !computed.has(field.key));
  const fields = inputs
    .filter(({ printed }) => printed === '')
    .flatMap(({ field }) => places.fieldCell(field.key) ?? []);
  const columns = [...places.tables.values()].flatMap(({ table }) =>
    table.columns
      .filter(({ key }) => isInput(table, key))
      .slice(0, 1)
      .flatMap(({ key }) => places.columnCells(table.key, key) ?? []),
  );
  const cells = [...fields, ...columns];
  if (cells.length > 0) return `COUNTA(${cells.join(',')})>0`;
  // A letter has something printed everywhere.
  const written = inputs.flatMap(({ field, printed }) => {
    const cell = places.fieldCell(field.key);
    return cell === undefined ? [] : [`NOT(${emptyCell(cell, printed)})`];
  });
  return written.length > 0 ? `OR(${written.join(',')})` : 'FALSE';
}

/** Whether there is any number among what a formula reads. */
export function anyNumber(expression: Expression, places: Places): string | undefined {
  const { fields, columns } = referencesOf(expression);
  const cells = [
    ...fields.map((field) => places.fieldCell(field)),
    ...columns.map(({ table, column }) => places.columnCells(table, column)),
  ];
  if (cells.length === 0 || cells.includes(undefined)) return undefined;
  return `COUNT(${cells.join(',')})>0`;
}

/** A formula among the options of a rule. */
export function isExpression(option: unknown): option is Expression {
  return typeof option === 'object' && option !== null && 'source' in option && 'tree' in option;
}
