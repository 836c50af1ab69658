import { TagKind, TagScanner } from '../../src/files/tags.ts';
import { toA1 } from '../../src/sheets/address.ts';

/** A sheet as LibreOffice understood it, from its flat XML (OpenDocument 1.3, section 9). */
export interface FlatSheet {
  /** By cell: what is shown, or the note. Empty cells are absent. */
  readonly values: Record<string, string>;
  readonly notes: Record<string, string>;
  /** By our formula: the ranges it colours, and the fill. */
  readonly colours: { readonly formula: string; readonly ranges: string; readonly fill: string | undefined }[];
  readonly validations: string[];
  readonly merges: string[];
  readonly printRanges: string | undefined;
  readonly isProtected: boolean;
}

export function readFlatDocument(bytes: Uint8Array): Map<string, FlatSheet> {
  const fills = new Map<string, string>();
  const sheets = new Map<string, FlatSheet>();
  const scanner = new TagScanner(bytes);
  let style = '';
  while (scanner.next()) {
    if (scanner.opens('style')) style = scanner.attribute('display-name') ?? scanner.attribute('name') ?? '';
    else if (scanner.opens('table-cell-properties')) fills.set(style, scanner.attribute('background-color') ?? '');
    else if (scanner.opens('table')) {
      const name = scanner.attribute('name') ?? '';
      sheets.set(name, readSheet(scanner, name, fills));
    }
  }
  return sheets;
}

function readSheet(scanner: TagScanner, name: string, fills: ReadonlyMap<string, string>): FlatSheet {
  const { depth } = scanner;
  const printRanges = scanner.attribute('print-ranges');
  const isProtected = scanner.attribute('protected') === 'true';
  const sheet = { values: {}, notes: {}, colours: [], validations: [], merges: [], printRanges, isProtected };
  const filled: FlatSheet = sheet;
  let row = 0;
  let column = 0;
  let rowsRepeated = 1;
  let ranges = '';
  while (scanner.next() && scanner.depth > depth) {
    if (scanner.opens('table-row')) {
      rowsRepeated = Number(scanner.attribute('number-rows-repeated') ?? 1);
      column = 0;
    } else if (scanner.opens('table-cell') || scanner.opens('covered-table-cell')) {
      const repeated = Number(scanner.attribute('number-columns-repeated') ?? 1);
      readCell(scanner, filled, row, column);
      column += repeated;
    } else if (scanner.opens('conditional-format')) {
      ranges = shortened(scanner.attribute('target-range-address') ?? '', name);
    } else if (scanner.opens('condition')) {
      const fill = fills.get(scanner.attribute('apply-style-name') ?? '');
      filled.colours.push({ formula: scanner.attribute('value') ?? '', ranges, fill });
    }
    if (scanner.closes('table-row') || (scanner.kind === TagKind.empty && scanner.named('table-row')))
      row += rowsRepeated;
  }
  return filled;
}

/** `目录.A2:目录.A2` as `A2`. */
function shortened(ranges: string, sheet: string): string {
  return ranges
    .replaceAll(`${sheet}.`, '')
    .split(' ')
    .map((range) => (range.split(':')[0] === range.split(':')[1] ? (range.split(':')[0] ?? '') : range))
    .join(' ');
}

function readCell(scanner: TagScanner, sheet: FlatSheet, row: number, column: number): void {
  const { depth } = scanner;
  const at = toA1(row, column);
  const validation = scanner.attribute('content-validation-name');
  if (validation !== undefined) sheet.validations.push(`${at} ${validation}`);
  const columns = scanner.attribute('number-columns-spanned');
  if (columns !== undefined) sheet.merges.push(`${at} ${columns}×${scanner.attribute('number-rows-spanned') ?? '1'}`);
  if (scanner.kind === TagKind.empty) return;
  const value: string[] = [];
  const note: string[] = [];
  while (scanner.next() && scanner.depth > depth) {
    if (scanner.opens('annotation')) readParagraphs(scanner, note);
    else if (scanner.opens('p')) value.push(readParagraph(scanner));
  }
  if (value.length > 0) sheet.values[at] = value.join('\n');
  if (note.length > 0) sheet.notes[at] = note.join('\n');
}

function readParagraphs(scanner: TagScanner, into: string[]): void {
  const { depth } = scanner;
  while (scanner.next() && scanner.depth > depth) if (scanner.opens('p')) into.push(readParagraph(scanner));
}

function readParagraph(scanner: TagScanner): string {
  if (scanner.kind === TagKind.empty) return '';
  const { depth } = scanner;
  let text = '';
  while (scanner.next()) {
    text += scanner.text();
    if (scanner.opens('s')) text += ' '.repeat(Number(scanner.attribute('c') ?? 1));
    if (scanner.depth <= depth) return text;
  }
  return text;
}
