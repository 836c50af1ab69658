import { toA1, type Address } from '../sheets/address.ts';
import type { CellValue } from '../sheets/grid.ts';
import { sameValue } from '../sheets/same-value.ts';
import type { CellName, Changed, PlanBasis } from './host.ts';

/** A sheet as it stands, as far as a plan leans on it. */
export interface PresentSheet {
  /** Its name; asked for only where something differs. */
  readonly name: () => string;
  /** What a cell of the basis holds. */
  readonly valueAt: (at: Address) => CellValue;
  /** Whether a grid that is read now would have the size of the basis; asked for only where no cell differs. */
  readonly hasSizeOf: (basis: PlanBasis) => boolean;
}

/** What a plan was made from, and the sheet as it stands; `null` where that is gone. */
export interface BasisCheck {
  readonly basis: PlanBasis;
  readonly sheet: PresentSheet | null;
}

/** What to answer where anything is not what a plan was made from; `undefined` where all is. */
export function changedSince(checks: readonly BasisCheck[]): Changed | undefined {
  const differing = checks.map(differences);
  if (differing.every((one) => one === undefined)) return undefined;
  return { status: 'changed', cells: differing.flatMap((one) => one ?? []) };
}

/** The cells that differ: none where the size or the sheet itself does; `undefined` where nothing does. */
function differences({ basis, sheet }: BasisCheck): readonly CellName[] | undefined {
  if (!sheet) return [];
  const differing = basis.cells.filter((cell) => !sameValue(sheet.valueAt(cell), cell.value));
  if (differing.length === 0) return sheet.hasSizeOf(basis) ? undefined : [];
  const name = sheet.name();
  return differing.map(({ row, column }) => ({ sheet: name, cell: toA1(row, column) }));
}
