import { fromA1, toA1, type Address } from '../sheets/address.ts';
import { cellAt, cellIndex, CellKind, valueAt, type Cell, type Grid } from '../sheets/grid.ts';
import { addressOf, type FilledColumn, type FilledForm, type FilledTable } from '../locate/filled.ts';
import { columnOf } from './filled-columns.ts';
import { columnsOf, formRule, noOptions, type PlacedProblem, type Problem } from './rule.ts';

/**
 * Formulas whose result is an error or was never stored, and those whose result changes with the day or with another
 * file. Pictures that WPS keeps in cells (DISPIMG) are no formulas of the form's.
 */
export const formulaError = formRule({
  id: 'formula-error',
  scope: 'column',
  summary: {
    zh: '公式有结果、不出错、不随时间或其他文件变化',
    en: 'Formulas have results that are no errors and stay as they are',
  },
  targets: { on: ['field', 'column'] },
  messages: {
    'error-value': {
      severity: 'error',
      zh: '公式 ={formula} 的结果是错误值 {error}。请改正公式，或直接填写结果。',
      en: 'The formula ={formula} results in the error {error}. Correct the formula, or type the result.',
    },
    'error-of-source': {
      severity: 'error',
      zh: '公式 ={formula} 的结果是错误值 {error}，因为 {source} 的内容是“{text}”。请先改正 {source}。',
      en: 'The formula ={formula} results in the error {error} because {source} says “{text}”. Correct {source} first.',
    },
    'error-typed': {
      severity: 'error',
      zh: '单元格的内容是错误值 {error}。请填写实际内容。',
      en: 'The cell holds the error {error}. Enter the actual content.',
    },
    'not-calculated': {
      severity: 'warning',
      zh: '公式 ={formula} 还没有计算结果。请用 Excel 或 WPS 打开、重新计算并保存，或直接填写结果。',
      en: 'The formula ={formula} has no stored result. Open the file in Excel or WPS, recalculate and save it, or type the result.',
    },
    'changes-by-itself': {
      severity: 'warning',
      zh: '公式 ={formula} 的结果会随打开的时间变化；已按保存时的“{text}”检查。请改为固定的内容。',
      en: 'The result of the formula ={formula} changes whenever the file is opened; “{text}” as saved was checked. Enter a fixed value.',
    },
    'other-file': {
      severity: 'warning',
      zh: '公式 ={formula} 取自另一个文件；已按保存时的“{text}”检查。请改为固定的内容。',
      en: 'The formula ={formula} takes its value from another file; “{text}” as saved was checked. Enter a fixed value.',
    },
  },
  outweighs: { cases: ['error-value', 'error-of-source', 'error-typed', 'not-calculated'], within: 'cell' },
  options: noOptions,
  reads: (use) => columnsOf(use, [use.column]),
  *check(form, use) {
    if (use.field !== undefined) {
      const field = form.fields.get(use.field);
      const grid = field && form.workbook.sheets[field.located.sheet];
      const problem = grid && judge(field.cell, grid);
      if (problem) yield { ...problem, at: { field: use.field } };
      return;
    }
    const found = columnOf(form, use);
    if (found) yield* problemsInColumn(form, found.table, found.column);
  },
});

type Case = 'error-value' | 'error-of-source' | 'error-typed' | 'other-file' | 'changes-by-itself';

function* problemsInColumn(form: FilledForm, table: FilledTable, column: FilledColumn): Iterable<PlacedProblem<Case>> {
  const grid = form.workbook.sheets[table.located.sheet];
  const errors = column.readings.map(({ raw }) => typeof raw === 'object' && raw !== null);
  if (!grid || (grid.formulas.size === 0 && !errors.includes(true))) return;
  let last = -1;
  for (let row = 0; row < table.rows.length; row++) {
    const address = addressOf(column, row);
    if (address.row === last) continue;
    last = address.row;
    const index = cellIndex(grid, address.row, address.column);
    if (index < 0 || (grid.kinds[index] !== CellKind.error && !grid.formulas.has(index))) continue;
    const problem = judge(cellAt(grid, address.row, address.column), grid);
    if (problem) yield { ...problem, at: { table: table.table.key, column: column.column.key, row } };
  }
}

const CHANGES = /\b(?:TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY)\s*\(/i;
const OTHER_FILE = /\[[^[\]]+\][^![]*!/;
const PICTURE = /\bDISPIMG\s*\(/i;
const TEXT = /"(?:[^"]|"")*"/g;

function judge({ value, formula }: Cell, grid: Grid): Problem<Case> | undefined {
  if (formula === undefined) {
    return isError(value) ? { case: 'error-typed', params: { error: value.error } } : undefined;
  }
  const words = formula.replace(TEXT, '""');
  if (PICTURE.test(words)) return undefined;
  if (isError(value)) {
    const source = sourceOf(words, grid);
    if (!source) return { case: 'error-value', params: { formula, error: value.error } };
    return { case: 'error-of-source', params: { formula, error: value.error, ...source } };
  }
  if (value === null) return { case: 'not-calculated', params: { formula } };
  const params = { formula, text: String(value) };
  if (OTHER_FILE.test(words)) return { case: 'other-file', params };
  return CHANGES.test(words) ? { case: 'changes-by-itself', params } : undefined;
}

function isError(value: Cell['value']): value is { readonly error: string } {
  return typeof value === 'object' && value !== null;
}

const REFERENCE = /(?<![\p{L}\p{N}_.!'$])\$?[A-Z]{1,3}\$?\d{1,7}(?![\p{L}\p{N}_(!:])/giu;
/** A formula refers to more cells than this only by machine. */
const MOST_REFERENCES = 50;

/** The cell of the same sheet that brings an error into a formula: one with an error itself, or a text in arithmetic. */
function sourceOf(formula: string, grid: Grid): { readonly source: string; readonly text: string } | undefined {
  const references = (formula.match(REFERENCE) ?? []).slice(0, MOST_REFERENCES);
  const cells = references.map(fromA1).filter((address): address is Address => address !== undefined);
  const named = ({ row, column }: Address, text: string): { source: string; text: string } => ({
    source: toA1(row, column),
    text,
  });
  for (const address of cells) {
    const value = valueAt(grid, address.row, address.column);
    if (isError(value)) return named(address, value.error);
  }
  for (const address of cells) {
    const value = valueAt(grid, address.row, address.column);
    if (typeof value === 'string' && value.trim() !== '' && !Number.isFinite(Number(value)))
      return named(address, value);
  }
  return undefined;
}
