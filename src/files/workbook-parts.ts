import { damaged } from './file-error.ts';
import type { PackagePatch } from './package-patch.ts';
import { isOfKind, relationshipsOf } from './package-relationships.ts';
import { TagScanner } from './tags.ts';

/** Where a workbook's parts are; only worksheets, no chart or dialog sheets. */
export interface WorkbookParts {
  readonly workbook: string;
  /** By the sheet's name, in the workbook's order. */
  readonly sheets: ReadonlyMap<string, string>;
  /** `undefined` where the workbook has none. */
  readonly styles: string | undefined;
}

/** @throws FileError `not-a-workbook`-like damage: no workbook part, or one that cannot be read. */
export function workbookPartsOf(parts: PackagePatch): WorkbookParts {
  const workbook = relationshipsOf(parts, '').find((one) => isOfKind(one, 'officeDocument'))?.target;
  const bytes = workbook === undefined ? undefined : parts.part(workbook);
  if (workbook === undefined || !bytes) throw damaged('no workbook part');
  const relationships = relationshipsOf(parts, workbook);
  const worksheets = new Map<string, string>();
  for (const one of relationships) if (isOfKind(one, 'worksheet')) worksheets.set(one.id, one.target);
  const sheets = new Map<string, string>();
  const scanner = new TagScanner(bytes);
  while (scanner.next()) {
    if (!scanner.opens('sheet')) continue;
    const part = worksheets.get(relationshipId(scanner) ?? '');
    const name = scanner.attribute('name');
    if (part !== undefined && name !== undefined && parts.has(part)) sheets.set(name, part);
  }
  const styles = relationships.find((one) => isOfKind(one, 'styles') && parts.has(one.target))?.target;
  return { workbook, sheets, styles };
}

/** The `r:id` of the present tag, whatever its prefix. */
function relationshipId(scanner: TagScanner): string | undefined {
  return scanner.attribute('id');
}
