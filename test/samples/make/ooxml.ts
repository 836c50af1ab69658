import { fromA1, rangeFromA1, toA1, type Range } from '../../../src/sheets/address.ts';

/** One run of a text with several fonts; `font` where it is not the cell's own. */
export interface Run {
  readonly text: string;
  readonly font?: string;
}

/** A formula with the result that was stored with it; `value: null` where it never was. */
export interface Formula {
  readonly formula: string;
  readonly value: string | number | null;
}

/** An Excel error, as a formula left it. */
export interface Failure {
  readonly formula: string;
  readonly error: string;
}

export type Content = null | string | number | readonly Run[] | Formula | Failure;

/** The looks a cell can have; what they are is in {@link LOOKS}. */
export type Look = keyof typeof LOOKS;

export interface SheetOptions {
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  readonly landscape?: boolean;
  /** The first rows stay in view. */
  readonly frozenRows?: number;
  readonly hidden?: boolean;
}

interface CellSpec {
  content: Content;
  look: Look;
}

const BORDER = 1;

/** Font (by {@link FONTS}), border, alignment and number format of each look. */
const LOOKS = {
  plain: { font: 0, border: 0, align: '', format: 0 },
  annex: { font: 1, border: 0, align: 'vertical="center"', format: 0 },
  title: { font: 2, border: 0, align: 'horizontal="center" vertical="center"', format: 0 },
  line: { font: 0, border: 0, align: 'vertical="center"', format: 0 },
  note: { font: 4, border: 0, align: 'vertical="top" wrapText="1"', format: 0 },
  head: { font: 3, border: BORDER, align: 'horizontal="center" vertical="center" wrapText="1"', format: 0 },
  cell: { font: 0, border: BORDER, align: 'horizontal="center" vertical="center" wrapText="1"', format: 0 },
  left: { font: 0, border: BORDER, align: 'horizontal="left" vertical="center" wrapText="1"', format: 0 },
  box: { font: 0, border: BORDER, align: 'horizontal="left" vertical="top" wrapText="1"', format: 0 },
  text: { font: 0, border: BORDER, align: 'horizontal="center" vertical="center"', format: 49 },
  date: { font: 0, border: BORDER, align: 'horizontal="center" vertical="center"', format: 164 },
  money: { font: 0, border: BORDER, align: 'horizontal="right" vertical="center"', format: 4 },
  count: { font: 0, border: BORDER, align: 'horizontal="center" vertical="center"', format: 1 },
} as const;

const FONTS: readonly (readonly [name: string, size: number, bold: boolean])[] = [
  ['宋体', 11, false],
  ['黑体', 14, false],
  ['方正小标宋简体', 18, false],
  ['宋体', 11, true],
  ['仿宋_GB2312', 10.5, false],
];

/** Cells of one sheet, as somebody would set them out by hand. */
export class Sheet {
  readonly cells = new Map<number, Map<number, CellSpec>>();
  readonly merges: string[] = [];
  readonly heights = new Map<number, number>();

  readonly name: string;
  readonly options: SheetOptions;

  constructor(name: string, options: SheetOptions) {
    this.name = name;
    this.options = options;
  }

  /** Writes one cell, or a merged block with its value at the top left. */
  put(where: string, content: Content, look: Look = 'cell'): this {
    const range = areaOf(where);
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) {
        const first = row === range.top && column === range.left;
        this.#set(row, column, { content: first ? content : null, look });
      }
    }
    if (range.top < range.bottom || range.left < range.right) this.merges.push(where);
    return this;
  }

  /** Writes neighbouring cells from `first` to the right. */
  row(first: string, contents: readonly Content[], look: Look | readonly Look[] = 'cell'): this {
    const start = fromA1(first);
    if (!start) throw new RangeError(first);
    contents.forEach((content, at) => {
      const own = typeof look === 'string' ? look : (look[at] ?? 'cell');
      this.#set(start.row, start.column + at, { content, look: own });
    });
    return this;
  }

  /** Writes a row whose cells span several columns each: `spans` are their first and last columns, as `A:B`. */
  spans(row: number, spans: readonly string[], contents: readonly Content[], look: Look = 'cell'): this {
    spans.forEach((span, at) => {
      const [from = '', to = from] = span.split(':');
      this.put(from === to ? `${from}${row}` : `${from}${row}:${to}${row}`, contents[at] ?? null, look);
    });
    return this;
  }

  /** Rows with borders and nothing else, as printed forms end. */
  blanks(range: string, look: Look = 'cell'): this {
    const { top, bottom, left, right } = areaOf(range);
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) this.#set(row, column, { content: null, look });
    }
    return this;
  }

  height(row: number, points: number): this {
    this.heights.set(row - 1, points);
    return this;
  }

  #set(row: number, column: number, cell: CellSpec): void {
    const cells = this.cells.get(row) ?? new Map<number, CellSpec>();
    cells.set(column, cell);
    this.cells.set(row, cells);
  }
}

/** A date as the serial day that a sheet stores (1900 system). */
export function serial(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;
}

/** The parts of an .xlsx (ECMA-376 Part 1, transitional) by name, as `producer` would leave them. */
export function workbookParts(sheets: readonly Sheet[], producer: string): Map<string, string> {
  const strings: string[] = [];
  const ids = new Map<string, number>();
  const intern = (xml: string): number => {
    const known = ids.get(xml);
    if (known !== undefined) return known;
    ids.set(xml, strings.length);
    return strings.push(xml) - 1;
  };
  const bodies = sheets.map((sheet) => sheetXml(sheet, intern));
  const parts = new Map<string, string>();
  parts.set('[Content_Types].xml', contentTypes(sheets.length));
  parts.set('_rels/.rels', ROOT_RELS);
  parts.set(
    'docProps/app.xml',
    `${XML}<Properties xmlns="${OFFICE}/extended-properties"><Application>${escape(producer)}</Application></Properties>`,
  );
  parts.set('xl/workbook.xml', workbookXml(sheets));
  parts.set('xl/_rels/workbook.xml.rels', workbookRels(sheets.length));
  parts.set('xl/styles.xml', stylesXml());
  parts.set(
    'xl/sharedStrings.xml',
    `${XML}<sst xmlns="${MAIN}" uniqueCount="${strings.length}">${strings.join('')}</sst>`,
  );
  bodies.forEach((body, at) => parts.set(`xl/worksheets/sheet${at + 1}.xml`, body));
  return parts;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const ROOT_RELS =
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/relationships/officeDocument" Target="xl/workbook.xml"/>` +
  `<Relationship Id="rId2" Type="${OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>`;

function contentTypes(sheets: number): string {
  const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`;
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('/xl/workbook.xml', `${SHEET_ML}.sheet.main+xml`) +
    each(sheets, (n) => override(`/xl/worksheets/sheet${n}.xml`, `${SHEET_ML}.worksheet+xml`)) +
    override('/xl/styles.xml', `${SHEET_ML}.styles+xml`) +
    override('/xl/sharedStrings.xml', `${SHEET_ML}.sharedStrings+xml`) +
    override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml') +
    '</Types>'
  );
}

function workbookXml(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    (sheet, at) =>
      `<sheet name="${escape(sheet.name)}" sheetId="${at + 1}"${sheet.options.hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets>${list.join('')}</sheets></workbook>`;
}

function workbookRels(sheets: number): string {
  const rel = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`;
  return (
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">` +
    each(sheets, (n) => rel(n, 'worksheet', `worksheets/sheet${n}.xml`)) +
    rel(sheets + 1, 'styles', 'styles.xml') +
    rel(sheets + 2, 'sharedStrings', 'sharedStrings.xml') +
    '</Relationships>'
  );
}

function stylesXml(): string {
  const fonts = FONTS.map(
    ([name, size, bold]) =>
      `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="${name}"/><charset val="134"/></font>`,
  );
  const sides = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`);
  const formats = Object.values(LOOKS).map(
    ({ font, border, align, format }) =>
      `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment ${align}/></xf>`,
  );
  return (
    `${XML}<styleSheet xmlns="${MAIN}">` +
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>' +
    `<fonts count="${fonts.length}">${fonts.join('')}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    `<borders count="2"><border><left/><right/><top/><bottom/></border><border>${sides.join('')}</border></borders>` +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs></styleSheet>`
  );
}

function sheetXml(sheet: Sheet, intern: (xml: string) => number): string {
  const { widths, landscape, frozenRows = 0 } = sheet.options;
  const pane = `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const rows = [...sheet.cells.keys()].sort((a, b) => a - b).map((row) => rowXml(sheet, row, intern));
  const merges = sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`);
  return (
    `${XML}<worksheet xmlns="${MAIN}">` +
    (frozenRows > 0 ? `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` : '') +
    `<sheetFormatPr defaultRowHeight="14.25"/><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>` +
    (merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '') +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}"/></worksheet>`
  );
}

function rowXml(sheet: Sheet, row: number, intern: (xml: string) => number): string {
  const cells = [...(sheet.cells.get(row) ?? [])].sort(([a], [b]) => a - b);
  const height = sheet.heights.get(row);
  const attributes = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  const body = cells.map(([column, cell]) => cellXml(toA1(row, column), cell, intern));
  return `<row r="${row + 1}"${attributes}>${body.join('')}</row>`;
}

function cellXml(ref: string, { content, look }: CellSpec, intern: (xml: string) => number): string {
  const start = `<c r="${ref}" s="${Object.keys(LOOKS).indexOf(look)}"`;
  if (content === null) return `${start}/>`;
  if (typeof content === 'number') return `${start}><v>${content}</v></c>`;
  if (typeof content === 'string') return `${start} t="s"><v>${intern(`<si>${textXml(content)}</si>`)}</v></c>`;
  if ('error' in content) return `${start} t="e"><f>${escape(content.formula)}</f><v>${content.error}</v></c>`;
  if ('formula' in content) {
    const formula = `<f>${escape(content.formula)}</f>`;
    if (content.value === null) return `${start}>${formula}</c>`;
    const type = typeof content.value === 'string' ? ' t="str"' : '';
    return `${start}${type}>${formula}<v>${escape(String(content.value))}</v></c>`;
  }
  return `${start} t="s"><v>${intern(`<si>${content.map(runXml).join('')}</si>`)}</v></c>`;
}

function runXml({ text, font }: Run): string {
  const name = font ?? '宋体';
  const charset = name.startsWith('Wingdings') ? 2 : 134;
  return `<r><rPr><sz val="11"/><rFont val="${name}"/><charset val="${charset}"/></rPr>${textXml(text)}</r>`;
}

function textXml(text: string): string {
  return `<t xml:space="preserve">${escape(text)}</t>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function each(count: number, make: (n: number) => string): string {
  return Array.from({ length: count }, (_, at) => make(at + 1)).join('');
}

function areaOf(where: string): Range {
  const range = rangeFromA1(where);
  if (!range) throw new RangeError(`not a range: ${where}`);
  return range;
}
