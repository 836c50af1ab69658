import { CellKind, type Grid } from '../sheets/grid.ts';

/** What a formula gives that was filled in beforehand and finds its inputs blank; errors that say so. */
const IDLE_ERRORS: ReadonlySet<string> = new Set(['#N/A', '#DIV/0!', '#VALUE!', '#NUM!']);
const ZERO = /^[¥￥]?\s*-?0(?:\.0{1,6})?$/u;

/** Whether a cell is a formula without anything to compute, as in the printed rows of a template: 0, nothing, no match. */
export function isIdleResult(grid: Grid, index: number): boolean {
  if (!grid.formulas.has(index)) return false;
  const value = grid.values[index] ?? 0;
  switch (grid.kinds[index]) {
    case CellKind.text:
      return ZERO.test(grid.strings[value] ?? '');
    case CellKind.error:
      return IDLE_ERRORS.has(grid.strings[value] ?? '');
    case CellKind.none:
      return true;
    default:
      return value === 0;
  }
}
