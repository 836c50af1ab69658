import { StringTable } from '../sheets/grid-builder.ts';
import type { Grid, Visibility } from '../sheets/grid.ts';
import type { Workbook } from '../sheets/workbook.ts';
import type { Codec } from './codec.ts';
import { FileError, damaged } from './file-error.ts';
import { OfficePackage, type Relationship } from './package.ts';
import { readSharedStrings } from './shared-strings.ts';
import { MAX_CELLS, readSheet, type SheetContext } from './sheet.ts';
import { readStyles } from './styles.ts';
import { TagKind, TagScanner } from './tags.ts';

/** A sheet as the workbook part lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly visibility: Visibility;
  /** The worksheet's part. */
  readonly part: string;
}

/** What the workbook part says, before any sheet is read. */
export interface WorkbookOutline {
  readonly part: string;
  /** Worksheets in the order of their tabs; chart and macro sheets hold no cells and are left out. */
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly relationships: readonly Relationship[];
}

/**
 * Reads an .xlsx, .xlsm, .xltx or .xltm, transitional or strict (ECMA-376 part 1 and 4), whoever wrote it.
 * @throws FileError `not-a-workbook`, `encrypted`, `damaged`, `dtd`, `too-large`.
 */
export function readXlsx(bytes: Uint8Array, codec: Codec): Workbook {
  const file = new OfficePackage(bytes, codec);
  const { part, sheets, date1904, relationships } = readOutline(file);
  if (sheets.length === 0) throw damaged('no worksheet', part);
  const table = new StringTable();
  const stringsPart = partOf(relationships, 'sharedStrings');
  const stylesPart = partOf(relationships, 'styles');
  const context: SheetContext = {
    table,
    shared:
      stringsPart === undefined
        ? undefined
        : inPart(stringsPart, () => readSharedStrings(file.xml(stringsPart), table)),
    styles: stylesPart === undefined ? [] : inPart(stylesPart, () => readStyles(file.xml(stylesPart))),
    date1904,
    cellsLeft: MAX_CELLS,
  };
  const grids: Grid[] = [];
  for (const { name, visibility, part: sheetPart } of sheets) {
    grids.push(inPart(sheetPart, () => readSheet(file.xml(sheetPart), name, visibility, context)));
  }
  return { sheets: grids, date1904, properties: readProperties(file) };
}

/**
 * The sheets of a workbook and where they are.
 * @throws FileError `not-a-workbook` (with what it is instead) where the package holds no workbook.
 */
function readOutline(file: OfficePackage): WorkbookOutline {
  const part = findWorkbook(file);
  const relationships = file.relationships(part);
  return inPart(part, () => {
    const sheets: SheetEntry[] = [];
    let date1904 = false;
    const tag = new TagScanner(file.xml(part));
    tag.next();
    if (!tag.opens('workbook')) throw new FileError('not-a-workbook', { looksLike: otherPackage(file) });
    while (tag.next()) {
      if (tag.opens('workbookPr')) {
        const value = tag.attribute('date1904');
        date1904 = value === '1' || value === 'true';
      } else if (tag.opens('sheet') && tag.depth === 2) {
        const sheet = readSheetEntry(tag, relationships);
        if (sheet) sheets.push(sheet);
      }
    }
    return { part, sheets, date1904, relationships };
  });
}

function readSheetEntry(tag: TagScanner, relationships: readonly Relationship[]): SheetEntry | undefined {
  const id = tag.attribute('id');
  const relationship = relationships.find((candidate) => candidate.id === id);
  if (!relationship) throw damaged('sheet without a part');
  if (relationship.type !== 'worksheet' || relationship.external) return undefined;
  const state = tag.attribute('state');
  return {
    name: tag.attribute('name') ?? '',
    visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
    part: relationship.target,
  };
}

/** The main part of a workbook, by relationship, else by content type. */
function findWorkbook(file: OfficePackage): string {
  const isWorkbook = (type: string): boolean => /(?:sheet|template|macroenabled)\.main\+xml$/i.test(type);
  const part = partOf(file.relationships(''), 'officeDocument') ?? file.partOfType(isWorkbook);
  if (part === undefined || !file.has(part) || file.contentType(part)?.includes('sheet.binary')) {
    throw new FileError('not-a-workbook', { looksLike: otherPackage(file) });
  }
  return part;
}

/** What a zip without a workbook is, by the parts it has. */
function otherPackage(file: OfficePackage): string {
  const known: readonly (readonly [string, string])[] = [
    ['word/document.xml', 'docx'],
    ['ppt/presentation.xml', 'pptx'],
    ['xl/workbook.bin', 'xlsb'],
    ['OFD.xml', 'ofd'],
  ];
  const found = known.find(([part]) => file.has(part));
  if (found) return found[1];
  const mimetype = file.archive.entry('mimetype');
  if (!mimetype || mimetype.size > 200) return 'zip';
  const type = new TextDecoder().decode(file.archive.read(mimetype));
  return type.includes('opendocument.spreadsheet') ? 'ods' : 'zip';
}

/** The part that the first relationship of this type points to. */
function partOf(relationships: readonly Relationship[], type: string): string | undefined {
  return relationships.find((candidate) => candidate.type === type && !candidate.external)?.target;
}

/** Names the part in a refusal that does not name one yet. */
function inPart<T>(part: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FileError) || 'part' in error.params) throw error;
    throw new FileError(error.code, { ...error.params, part }, { cause: error });
  }
}

/** Custom document properties (ECMA-376 part 1, 22.3), every value as its text. */
function readProperties(file: OfficePackage): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  const relationships = file.relationships('');
  const part = partOf(relationships, 'custom-properties') ?? partOf(relationships, 'customProperties');
  if (part === undefined || !file.has(part)) return properties;
  return inPart(part, () => {
    const tag = new TagScanner(file.xml(part));
    let name: string | undefined;
    while (tag.next()) {
      if (tag.opens('property')) name = tag.attribute('name');
      else if (tag.kind === TagKind.close && tag.depth === 2 && name !== undefined) {
        properties.set(name, tag.text());
        name = undefined;
      }
    }
    return properties;
  });
}
