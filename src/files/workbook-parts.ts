import type { Visibility } from '../sheets/grid.ts';
import { contentTypeOf, partOfType } from './content-types.ts';
import { FileError, damaged, inPart } from './file-error.ts';
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
  const workbook = findWorkbook(parts);
  const relationships = relationshipsOf(parts, workbook);
  const existing = (part: string | undefined): string | undefined =>
    part !== undefined && parts.has(part) ? part : undefined;
  return inPart(workbook, () => {
    const sheets: SheetPart[] = [];
    let date1904 = false;
    const tag = new TagScanner(parts.required(workbook));
    tag.next();
    if (!tag.opens('workbook')) throw new FileError('not-a-workbook', { looksLike: otherPackage(parts) });
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

/** The main part of a workbook, by relationship, else by content type. */
function findWorkbook(parts: OfficePackage): string {
  const isWorkbook = (type: string): boolean => /(?:sheet|template|macroenabled)\.main\+xml$/i.test(type);
  const part = partOfKind(relationshipsOf(parts, ''), 'officeDocument') ?? partOfType(parts, isWorkbook);
  if (part === undefined || !parts.has(part) || contentTypeOf(parts, part)?.includes('sheet.binary')) {
    throw new FileError('not-a-workbook', { looksLike: otherPackage(parts) });
  }
  return part;
}

/** What a zip without a workbook is, by the parts it has. */
function otherPackage(parts: OfficePackage): string {
  const known: readonly (readonly [string, string])[] = [
    ['word/document.xml', 'docx'],
    ['ppt/presentation.xml', 'pptx'],
    ['xl/workbook.bin', 'xlsb'],
    ['OFD.xml', 'ofd'],
  ];
  const found = known.find(([part]) => parts.has(part));
  if (found) return found[1];
  const mimetype = (parts.sizeOf('mimetype') ?? Infinity) > 200 ? undefined : parts.part('mimetype');
  return new TextDecoder().decode(mimetype).includes('opendocument.spreadsheet') ? 'ods' : 'zip';
}
