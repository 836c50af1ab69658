import { removeOverride } from './content-types.ts';
import type { OfficePackage } from './package.ts';
import { relationshipsOf, removeRelationship } from './relationships.ts';
import type { WorkbookParts } from './workbook-parts.ts';

/**
 * Takes away the order in which formulas were last computed (ECMA-376 part 1, 18.6): one that names a cell without a
 * formula makes Excel call the file damaged, and every program makes a new one when it computes.
 */
export function removeCalcChain(parts: OfficePackage, { workbook }: WorkbookParts): void {
  for (const { kind, target, external } of relationshipsOf(parts, workbook)) {
    if (kind !== 'calcChain' || external) continue;
    removeRelationship(parts, workbook, target);
    removeOverride(parts, target);
    if (parts.has(target)) parts.remove(target);
  }
}
