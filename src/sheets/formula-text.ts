import { isReference, parseA1Ref, tokenize } from '@borgar/fx/xlsx';
import { columnName, MAX_COLUMNS, MAX_ROWS } from './address.ts';
import { rowsAfter, type RowChange } from './row-change.ts';

/*
 * Formulas as files have them (without `=`), changed as text: only the references to cells are touched, everything else
 * stays as it was written.
 */

/** A reference to cells in a formula. `null`: whole columns have no rows, whole rows no columns. */
interface CellReference {
  /** All in front of the cells: `''`, `目录!`, `'[1]a b'!`. */
  readonly prefix: string;
  /** The name of the sheet, `''` for the formula's own. */
  readonly sheet: string;
  /** Whether it points into another file. */
  readonly external: boolean;
  /** Written as a block, be it of one cell. */
  readonly block: boolean;
  readonly top: Edge | null;
  readonly bottom: Edge | null;
  readonly left: Edge | null;
  readonly right: Edge | null;
}

interface Edge {
  readonly at: number;
  /** Marked by `$`: does not move with the formula. */
  readonly fixed: boolean;
}

type Piece = string | { readonly text: string; readonly reference: CellReference };

/** A formula in pieces: references to cells, and the text between them. */
function piecesOf(formula: string): Piece[] {
  return tokenize(formula, { mergeRefs: true }).map((token): Piece => {
    const reference = isReference(token) ? referenceOf(token.value) : undefined;
    return reference ? { text: token.value, reference } : token.value;
  });
}

function referenceOf(text: string): CellReference | undefined {
  const parsed = parseA1Ref(text, { allowNamed: false });
  if (!parsed || !('range' in parsed)) return undefined;
  const { workbookName = '', sheetName = '', range } = parsed;
  const edge = (at: number | null | undefined, fixed: boolean | null | undefined): Edge | null =>
    at === null || at === undefined ? null : { at, fixed: fixed === true };
  return {
    prefix: text.slice(0, text.lastIndexOf('!') + 1),
    sheet: sheetName,
    external: workbookName !== '',
    block: text.includes(':', text.lastIndexOf('!') + 1),
    top: edge(range.top, range.$top),
    bottom: edge(range.bottom, range.$bottom),
    left: edge(range.left, range.$left),
    right: edge(range.right, range.$right),
  };
}

function textOf({ prefix, block, top, bottom, left, right }: CellReference): string {
  const corner = (column: Edge | null, row: Edge | null): string =>
    (column ? (column.fixed ? '$' : '') + columnName(column.at) : '') +
    (row ? (row.fixed ? '$' : '') + String(row.at + 1) : '');
  const first = corner(left, top);
  return prefix + (block ? `${first}:${corner(right, bottom)}` : first);
}

function mapReferences(formula: string, map: (reference: CellReference) => CellReference | null): string {
  return piecesOf(formula)
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const mapped = map(piece.reference);
      if (mapped === piece.reference) return piece.text;
      return mapped ? textOf(mapped) : '#REF!';
    })
    .join('');
}

/**
 * A formula after rows of a sheet were inserted or deleted: its references follow the cells they mean, ranges grow and
 * shrink, and one whose cells are all gone becomes `#REF!`, as spreadsheets do it. References across several sheets
 * (`甲:丙!A1`) and into other files stay.
 * @param isChanged whether a sheet of this name, `''` for the formula's own, is the one whose rows change
 * @param onlyFixed leaves rows without `$` alone: in a defined name they mean no certain ones
 */
export function formulaAfter(
  change: RowChange,
  formula: string,
  isChanged: (sheet: string) => boolean,
  onlyFixed = false,
): string {
  return mapReferences(formula, (reference) => {
    const { top, bottom, external, sheet } = reference;
    if (!top || !bottom || external || !isChanged(sheet)) return reference;
    if (onlyFixed && !(top.fixed && bottom.fixed)) return reference;
    const rows = rowsAfter(change, { top: Math.min(top.at, bottom.at), bottom: Math.max(top.at, bottom.at) });
    if (!rows) return null;
    if (rows.top === top.at && rows.bottom === bottom.at) return reference;
    return { ...reference, top: { ...top, at: rows.top }, bottom: { ...bottom, at: rows.bottom } };
  });
}

/**
 * A formula as it reads when it is copied so many rows down and columns right: what bears no `$` moves along. References
 * that would leave the sheet come in again at its other end, as in shared formulas (ECMA-376 part 1, 18.3.1.40).
 */
export function movableFormula(formula: string): (rows: number, columns: number) => string {
  const pieces = piecesOf(formula);
  return (rows, columns) => {
    const down = (edge: Edge | null): Edge | null => moved(edge, rows, MAX_ROWS);
    const right = (edge: Edge | null): Edge | null => moved(edge, columns, MAX_COLUMNS);
    return pieces
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        const { reference } = piece;
        const [top, bottom] = [down(reference.top), down(reference.bottom)];
        return textOf({ ...reference, top, bottom, left: right(reference.left), right: right(reference.right) });
      })
      .join('');
  };
}

function moved(edge: Edge | null, by: number, limit: number): Edge | null {
  return edge && !edge.fixed ? { ...edge, at: (((edge.at + by) % limit) + limit) % limit } : edge;
}

/** The sheets that a formula names; `''` stands for its own. */
export function sheetsNamed(formula: string): ReadonlySet<string> {
  return new Set(piecesOf(formula).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.reference.sheet])));
}
