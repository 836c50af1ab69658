import { fromA1, type Range } from '../sheets/address.ts';

/** A cell's formula in the words of definitions: each reference is a name that says where it leads from the row. */
export interface CellFormula {
  /** The same for all rows that a formula was filled down. */
  readonly source: string;
}

const TEXT = /("(?:[^"]|"")*")/u;
/** Other sheets, other files, names of tables, arrays, errors. */
const FOREIGN = /[![\]{}#@]/u;
/** What asks how large a range is: the empty rows below a sheet's last are not looked at. */
const COUNTS_BLANKS = /\b(?:COUNTBLANK|ROWS)\s*\(/iu;
const REFERENCE =
  /(?<![\p{L}\p{N}_.$[])\$?([A-Z]{1,3})(\$?)(\d{1,7})(?::\$?([A-Z]{1,3})(\$?)(\d{1,7}))?(?![\p{L}\p{N}_(.:])/giu;
const ROW_OF = /\bROW\s*\(\s*(?:\$?[A-Z]{1,3}(\$?)(\d{1,7}))?\s*\)/giu;
/** The one kind of format that TEXT is computed by: zeros and words. */
const FIGURES = /^"(?:0|""[^"]*""){1,100}"$/u;
const TEXT_OF = /\bTEXT\s*\(/giu;
const LONGEST = 2_000;

/** A formula (without `=`) that stands in a row (from 0); `undefined` where it leans on more than its own sheet. */
export function cellFormula(formula: string, row: number): CellFormula | undefined {
  if (formula.length > LONGEST || COUNTS_BLANKS.test(formula)) return undefined;
  const pieces = formula.split(TEXT);
  if (pieces.some((piece, at) => at % 2 === 0 && FOREIGN.test(piece))) return undefined;
  const formats = pieces.filter((piece) => FIGURES.test(piece)).length;
  if ((formula.match(TEXT_OF) ?? []).length > formats) return undefined;
  const words = pieces.map((piece, at) => {
    if (at % 2 === 1) return piece;
    // ROW() first: the cell in its brackets is not read.
    const numbered = piece.replace(ROW_OF, (_, fixed?: string, line?: string) => {
      return `fields[n${line === undefined ? 'p0' : rowWord(fixed, line, row)}]`;
    });
    return numbered.replace(
      REFERENCE,
      (_, column: string, fixed: string, line: string, ...to: (string | undefined)[]) =>
        named(row, [column, fixed, line], to),
    );
  });
  return { source: `=${words.join('')}` };
}

type Corner = readonly [column: string, fixed: string, line: string];

function named(row: number, [column, fixed, line]: Corner, to: readonly (string | undefined)[]): string {
  const [toColumn, toFixed, toLine] = to;
  const from = rowWord(fixed, line, row) + columnWord(column);
  return typeof toColumn !== 'string' || typeof toLine !== 'string'
    ? `fields[${from}]`
    : `cells[${from}${rowWord(toFixed, toLine, row)}${columnWord(toColumn)}]`;
}

/** `a4`: the row 4 (from 0) wherever the formula stands; `p2`, `m2`: two rows further down or up. */
function rowWord(fixed: string | undefined, line: string | undefined, row: number): string {
  const target = Number(line) - 1;
  if (fixed === '$') return `a${String(target)}`;
  return target >= row ? `p${String(target - row)}` : `m${String(row - target)}`;
}

function columnWord(column: string): string {
  return `c${String(fromA1(`${column}1`)?.column ?? 0)}`;
}

const NAME = /^([apm])(\d+)c(\d+)(?:([apm])(\d+)c(\d+))?$/u;
const ROW_NUMBER = /^n([apm])(\d+)$/u;

/** Where a name leads from a row: a range of cells, or the number of a row as people count it. */
export function operandAt(name: string, row: number): Range | number | undefined {
  const number = ROW_NUMBER.exec(name);
  if (number) return rowFrom(number[1], number[2], row) + 1;
  const match = NAME.exec(name);
  if (!match) return undefined;
  const [, kind, line, column, toKind = kind, toLine = line, toColumn = column] = match;
  const [top, bottom] = [rowFrom(kind, line, row), rowFrom(toKind, toLine, row)];
  const [left, right] = [Number(column), Number(toColumn)];
  if (top < 0 || bottom < 0) return undefined;
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

function rowFrom(kind: string | undefined, line: string | undefined, row: number): number {
  const distance = Number(line);
  if (kind === 'a') return distance;
  return kind === 'p' ? row + distance : row - distance;
}
