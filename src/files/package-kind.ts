import { contentTypeOf, partOfType } from './content-types.ts';
import type { OfficePackage } from './package.ts';
import { partOfKind, relationshipsOf } from './relationships.ts';

/** What a zip holds; `zip` is one that is no document of any kind known here. */
export type PackageKind = 'xlsx' | 'xlsb' | 'ods' | 'docx' | 'pptx' | 'ofd' | 'zip';

/** Parts that only one kind of document has. */
const TELLING: readonly (readonly [string, PackageKind])[] = [
  ['word/document.xml', 'docx'],
  ['ppt/presentation.xml', 'pptx'],
  ['OFD.xml', 'ofd'],
];

/** No media type is longer (bytes). */
const LONGEST_TYPE = 200;

/** Judges a package by its parts, never by the file's name. */
export function packageKind(parts: OfficePackage): PackageKind {
  if (mimetype(parts).includes('opendocument.spreadsheet')) return 'ods';
  const main = mainPart(parts);
  if (main !== undefined && parts.has(main)) {
    const type = contentTypeOf(parts, main) ?? '';
    if (type.includes('sheet.binary') || main.endsWith('.bin')) return 'xlsb';
    if (isWorkbook(type)) return 'xlsx';
  }
  const known = TELLING.find(([part]) => parts.has(part));
  if (known) return known[1];
  // A main part whose type is missing or odd may still be a workbook: its first element tells.
  return main !== undefined && parts.has(main) ? 'xlsx' : 'zip';
}

/** The part that the package is about, by relationship, else by content type; it need not exist. */
export function mainPart(parts: OfficePackage): string | undefined {
  return partOfKind(relationshipsOf(parts, ''), 'officeDocument') ?? partOfType(parts, isWorkbook);
}

function isWorkbook(type: string): boolean {
  return /(?:sheet|template|macroenabled)\.main\+xml$/i.test(type);
}

/** OpenDocument files begin with a part that is nothing but their media type (ODF 1.3 part 2, 3.3). */
function mimetype(parts: OfficePackage): string {
  const size = parts.sizeOf('mimetype');
  return size === undefined || size > LONGEST_TYPE ? '' : new TextDecoder().decode(parts.part('mimetype'));
}
