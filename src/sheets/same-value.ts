import type { CellValue } from './grid.ts';

/**
 * Whether two cells hold the same. Nothing and a text without letters are the same: programs tell them apart each in its
 * own way, and a plan does not.
 */
export function sameValue(a: CellValue, b: CellValue): boolean {
  if (a === b) return true;
  if ((a === null || a === '') && (b === null || b === '')) return true;
  return typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && a.error === b.error;
}
