import { TagKind, TagScanner } from '../../src/files/tags.ts';
import { toA1 } from '../../src/sheets/address.ts';

/** A sheet as LibreOffice understood it, from its flat XML (OpenDocument 1.3, section 9). */
export interface FlatSheet {
  /** By cell: what is shown, or the note. Empty cells are absent. */
  readonly values: Record<string, string>;
  readonly notes: Record<string, string>;
  readonly formulas: Record<string, string>;
  /** By our formula: the ranges it colours, and the fill. */
  readonly colours: { readonly formula: string; readonly ranges: string; readonly fill: string | undefined }[];
  /** `A2 condition`. */
  readonly validations: string[];
  /** Pictures, charts, shapes, controls, by kind. */
  readonly objects: string[];
  /** By cell, of the first rows and columns: the look of the cell, as XML. */
  readonly looks: Record<string, string>;
  readonly merges: string[];
  readonly printRanges: string | undefined;
  readonly isProtected: boolean;
}

/** What is said of styles and validations before the sheets that use them. */
interface Definitions {
  readonly fills: Map<string, string>;
  readonly looks: Map<string, string>;
  readonly conditions: Map<string, string>;
}

export function readFlatDocument(bytes: Uint8Array): Map<string, FlatSheet> {
  const known: Definitions = { fills: new Map(), looks: new Map(), conditions: new Map() };
  const sheets = new Map<string, FlatSheet>();
  const scanner = new TagScanner(bytes);
  while (scanner.next()) {
    if (scanner.opens('style')) readStyle(scanner, known);
    else if (scanner.opens('content-validation')) {
      known.conditions.set(scanner.attribute('name') ?? '', scanner.attribute('condition') ?? '');
    } else if (scanner.opens('table')) {
      const name = scanner.attribute('name') ?? '';
      sheets.set(name, readSheet(scanner, name, known));
    }
  }
  return sheets;
}

function readStyle(scanner: TagScanner, { fills, looks }: Definitions): void {
  const { depth } = scanner;
  const name = scanner.attribute('name') ?? '';
  const shown = scanner.attribute('display-name') ?? name;
  const parent = looks.get(scanner.attribute('parent-style-name') ?? '') ?? '';
  let look = parent;
  looks.set(name, look);
  if (scanner.kind === TagKind.empty) return;
  while (scanner.next() && scanner.depth > depth) {
    if (scanner.opens('table-cell-properties')) fills.set(shown, scanner.attribute('background-color') ?? '');
    // Conditions are told apart from the look itself.
    if (!scanner.named('map')) look += new TextDecoder().decode(scanner.bytes.subarray(scanner.start, scanner.end));
  }
  looks.set(name, look);
}

const LOOKED_AT = 40;

function readSheet(scanner: TagScanner, name: string, known: Definitions): FlatSheet {
  const { depth } = scanner;
  const printRanges = scanner.attribute('print-ranges');
  const isProtected = scanner.attribute('protected') === 'true';
  const sheet = {
    values: {},
    notes: {},
    formulas: {},
    colours: [],
    validations: [],
    objects: [],
    looks: {},
    merges: [],
    printRanges,
    isProtected,
  };
  const filled: FlatSheet = sheet;
  let row = 0;
  let column = 0;
  let rowsRepeated = 1;
  let ranges = '';
  const columns: string[] = [];
  while (scanner.next() && scanner.depth > depth) {
    if (scanner.opens('table-column')) {
      const repeated = Math.min(Number(scanner.attribute('number-columns-repeated') ?? 1), LOOKED_AT);
      for (let at = 0; at < repeated; at++) columns.push(scanner.attribute('default-cell-style-name') ?? '');
    } else if (isObject(scanner)) {
      filled.objects.push(readObject(scanner));
    } else if (scanner.opens('table-row')) {
      rowsRepeated = Number(scanner.attribute('number-rows-repeated') ?? 1);
      column = 0;
    } else if (scanner.opens('table-cell') || scanner.opens('covered-table-cell')) {
      const repeated = Number(scanner.attribute('number-columns-repeated') ?? 1);
      const style = scanner.attribute('style-name');
      for (let down = row; down < Math.min(row + rowsRepeated, LOOKED_AT); down++) {
        for (let right = column; right < Math.min(column + repeated, LOOKED_AT); right++) {
          filled.looks[toA1(down, right)] = known.looks.get(style ?? columns[right] ?? '') ?? '';
        }
      }
      readCell(scanner, filled, known, row, column, { rows: rowsRepeated, columns: repeated });
      column += repeated;
    } else if (scanner.opens('conditional-format')) {
      ranges = shortened(scanner.attribute('target-range-address') ?? '', name);
    } else if (scanner.opens('condition')) {
      const fill = known.fills.get(scanner.attribute('apply-style-name') ?? '');
      filled.colours.push({ formula: scanner.attribute('value') ?? '', ranges, fill });
    } else if (scanner.opens('data-bar') || scanner.opens('icon-set') || scanner.opens('color-scale')) {
      filled.colours.push({ formula: scanner.name(), ranges, fill: undefined });
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

const OBJECTS = ['frame', 'custom-shape', 'g', 'control', 'connector', 'line', 'rect'];

function isObject(scanner: TagScanner): boolean {
  return OBJECTS.some((name) => scanner.opens(name));
}

/** Reads an object to its end and answers what it is. */
function readObject(scanner: TagScanner): string {
  const { depth } = scanner;
  let kind = scanner.name();
  if (scanner.kind === TagKind.empty) return kind;
  while (scanner.next() && scanner.depth > depth) {
    if (scanner.depth > depth + 1) continue;
    if (scanner.opens('object')) kind = `chart of ${scanner.attribute('notify-on-update-of-ranges') ?? ''}`;
    else if (scanner.opens('image')) kind = kind.startsWith('chart') ? kind : 'picture';
  }
  return kind;
}

function readCell(
  scanner: TagScanner,
  sheet: FlatSheet,
  known: Definitions,
  row: number,
  column: number,
  repeated: { readonly rows: number; readonly columns: number },
): void {
  const { depth } = scanner;
  const at = toA1(row, column);
  const validation = scanner.attribute('content-validation-name');
  if (validation !== undefined) {
    // How cells that are alike are told together is LibreOffice's own affair.
    for (let down = row; down < Math.min(row + repeated.rows, Math.max(LOOKED_AT, row + 1)); down++) {
      for (let right = column; right < Math.min(column + repeated.columns, Math.max(LOOKED_AT, column + 1)); right++) {
        sheet.validations.push(`${toA1(down, right)} ${known.conditions.get(validation) ?? ''}`);
      }
    }
  }
  const columns = scanner.attribute('number-columns-spanned');
  const formula = scanner.attribute('formula');
  if (formula !== undefined) sheet.formulas[at] = formula;
  if (columns !== undefined) sheet.merges.push(`${at} ${columns}×${scanner.attribute('number-rows-spanned') ?? '1'}`);
  if (scanner.kind === TagKind.empty) return;
  const value: string[] = [];
  const note: string[] = [];
  while (scanner.next() && scanner.depth > depth) {
    if (isObject(scanner)) sheet.objects.push(readObject(scanner));
    else if (scanner.opens('annotation')) readParagraphs(scanner, note);
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
