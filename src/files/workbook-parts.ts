import type { Visibility } from '../sheets/grid.ts';
import { FileError, damaged, inPart } from './file-error.ts';
import { mainPart, packageKind } from './package-kind.ts';
import type { OfficePackage } from './package.ts';
import { existingPartOfKind, partOfKind, relationshipsOf, type Relationship } from './relationships.ts';
import { TagScanner } from './tags.ts';
import { entryKey } from './zip.ts';

/** A worksheet as the workbook part lists it. */
export interface SheetPart {
  readonly name: string;
  readonly visibility: Visibility;
  readonly part: string;
}

/** Where a workbook's parts are, and what the workbook part itself says. */
export interface WorkbookParts {
  readonly workbook: string;
  /** Worksheets in the order of their tabs; chart and macro sheets hold no cells and are left out. */
  readonly sheets: readonly SheetPart[];
  readonly date1904: boolean;
  /** The shared strings' part; `undefined` where the workbook names none. */
  readonly strings: string | undefined;
  /** `undefined` where the workbook has none. */
  readonly styles: string | undefined;
}

/**
 * The sheets of a workbook and where they are.
 * @throws FileError `not-a-workbook` (with what it is instead) where the package holds no workbook.
 */
export function workbookPartsOf(parts: OfficePackage): WorkbookParts {
  const workbook = mainPart(parts);
  if (workbook === undefined || !parts.has(workbook)) throw otherKind(parts);
  const relationships = relationshipsOf(parts, workbook);
  // Of two with one id the first counts.
  const byId = new Map([...relationships].reverse().map((one) => [one.id, one]));
  return inPart(workbook, () => {
    const sheets: SheetPart[] = [];
    const taken = new Set<string>();
    let date1904 = false;
    const tag = new TagScanner(parts.required(workbook));
    tag.next();
    if (!tag.opens('workbook')) throw otherKind(parts);
    while (tag.next()) {
      if (tag.opens('workbookPr')) {
        const value = tag.attribute('date1904');
        date1904 = value === '1' || value === 'true';
      } else if (tag.opens('sheet') && tag.depth === 2) {
        const sheet = readSheetPart(tag, byId);
        if (!sheet) continue;
        // A small file could else say that it has one large sheet a million times.
        if (taken.has(entryKey(sheet.part))) throw damaged('two sheets with one part');
        taken.add(entryKey(sheet.part));
        sheets.push(sheet);
      }
    }
    const strings = partOfKind(relationships, 'sharedStrings');
    const styles = existingPartOfKind(parts, relationships, 'styles');
    return { workbook, sheets, date1904, strings, styles };
  });
}

function readSheetPart(tag: TagScanner, relationships: ReadonlyMap<string, Relationship>): SheetPart | undefined {
  const relationship = relationships.get(tag.attribute('id') ?? '');
  if (!relationship) throw damaged('sheet without a part');
  if (relationship.kind !== 'worksheet' || relationship.external) return undefined;
  const state = tag.attribute('state');
  return {
    name: tag.attribute('name') ?? '',
    visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
    part: relationship.target,
  };
}

function otherKind(parts: OfficePackage): FileError {
  const kind = packageKind(parts);
  return new FileError('not-a-workbook', { looksLike: kind === 'xlsx' ? 'zip' : kind });
}
