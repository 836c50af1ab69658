import type { Visibility } from '../sheets/grid.ts';
import { FileError, damaged, inPart } from './file-error.ts';
import { mainPart, packageKind } from './package-kind.ts';
import type { OfficePackage } from './package.ts';
import { partOfKind, relationshipsOf, type Relationship } from './relationships.ts';
import { TagScanner } from './tags.ts';

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
  const existing = (part: string | undefined): string | undefined =>
    part !== undefined && parts.has(part) ? part : undefined;
  return inPart(workbook, () => {
    const sheets: SheetPart[] = [];
    let date1904 = false;
    const tag = new TagScanner(parts.required(workbook));
    tag.next();
    if (!tag.opens('workbook')) throw otherKind(parts);
    while (tag.next()) {
      if (tag.opens('workbookPr')) {
        const value = tag.attribute('date1904');
        date1904 = value === '1' || value === 'true';
      } else if (tag.opens('sheet') && tag.depth === 2) {
        const sheet = readSheetPart(tag, relationships);
        if (sheet) sheets.push(sheet);
      }
    }
    const strings = partOfKind(relationships, 'sharedStrings');
    return { workbook, sheets, date1904, strings, styles: existing(partOfKind(relationships, 'styles')) };
  });
}

/** The worksheets' parts by their names. */
export function sheetPartsByName({ sheets }: WorkbookParts): ReadonlyMap<string, string> {
  return new Map(sheets.map(({ name, part }) => [name, part]));
}

function readSheetPart(tag: TagScanner, relationships: readonly Relationship[]): SheetPart | undefined {
  const id = tag.attribute('id');
  const relationship = relationships.find((candidate) => candidate.id === id);
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
