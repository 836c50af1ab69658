import { columnName, rangeToA1 } from '../sheets/address.ts';
import { CellKind, type Grid } from '../sheets/grid.ts';
import { replaceUnsafe } from '../sheets/unsafe-characters.ts';
import type { Workbook } from '../sheets/workbook.ts';
import type { MarksPlan } from '../marks/plan.ts';
import type { Codec } from './codec.ts';
import { flagXlsx, type FlaggedCopy } from './xlsx-flag.ts';
import { OFFICE_RELATIONSHIPS } from './relationships.ts';
import { STYLES_TYPE } from './content-types.ts';
import { escapeAttribute, escapeXstring, spaceAttribute } from './xml-escape.ts';
import { writeZip } from './zip-write.ts';

/** How a new sheet looks beyond its values. */
export interface SheetLook {
  /** In characters of the usual font, by column; where nothing is said, as wide as the first rows need. */
  readonly columnWidths?: readonly (number | undefined)[];
  /** Rows (from 0) in bold: headings. */
  readonly boldRows?: readonly number[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET_MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook as a new .xlsx: values, number formats, merges, hidden rows and columns, nothing else. Formulas become
 * their values, and a text is a text whatever it begins with. The same workbook always gives the same bytes.
 * Sheet names that a workbook cannot have are mended ({@link sheetNames}).
 */
export function writeXlsx(
  workbook: Workbook,
  codec: Codec,
  looks: ReadonlyMap<string, SheetLook> = new Map(),
): Uint8Array {
  const names = sheetNames(workbook.sheets.map((sheet) => sheet.name));
  const texts = new TextList();
  const formats = new CellFormats();
  const sheets = workbook.sheets.map((sheet) => sheetXml(sheet, looks.get(sheet.name) ?? {}, texts, formats));
  const encoder = new TextEncoder();
  const parts: [name: string, xml: string][] = [
    ['[Content_Types].xml', contentTypesXml(sheets.length)],
    ['_rels/.rels', relationshipsXml([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(workbook, names)],
    [
      'xl/_rels/workbook.xml.rels',
      relationshipsXml([
        ...names.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${String(i + 1)}.xml`]),
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    ],
    ['xl/styles.xml', formats.xml()],
    ['xl/sharedStrings.xml', texts.xml()],
    ...sheets.map((xml, i): [string, string] => [`xl/worksheets/sheet${String(i + 1)}.xml`, xml]),
  ];
  return writeZip(
    parts.map(([name, xml]) => ({ name, data: encoder.encode(xml) })),
    codec,
  );
}

/** A new .xlsx with the flags of a plan: for files whose own format cannot be patched. */
export function writeFlaggedXlsx(
  workbook: Workbook,
  plan: MarksPlan,
  codec: Codec,
  looks?: ReadonlyMap<string, SheetLook>,
): FlaggedCopy {
  return flagXlsx(writeXlsx(workbook, codec, looks), plan, codec);
}

const LONGEST_NAME = 31;

/**
 * Names that sheets can have (at most 31 characters, none of `\ / ? * [ ] :`, no apostrophe at either end, no two the
 * same in other case), each as near to the wanted one as can be.
 */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const plain = replaceUnsafe(name, () => '_')
      .replace(/[\\/?*[\]:\ufffe\uffff]/g, '_')
      .replace(/^'|'$/g, '_');
    const base = plain.slice(0, LONGEST_NAME).trim() || `Sheet${String(index + 1)}`;
    let free = base;
    for (let number = 2; taken.has(free.toLowerCase()); number++) {
      const tail = ` (${String(number)})`;
      free = base.slice(0, LONGEST_NAME - tail.length) + tail;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}

/** The shared strings of a new workbook: the texts of its grids that are in use, in the order in which they come up. */
class TextList {
  /** By the grids' string tables, of which a workbook has one: one more than the new index of each text. */
  readonly #ids = new Map<readonly string[], Uint32Array>();
  readonly #texts: string[] = [];
  #uses = 0;

  /** The index of the text at `index` of a grid's string table. */
  id(strings: readonly string[], index: number): number {
    let ids = this.#ids.get(strings);
    if (!ids) this.#ids.set(strings, (ids = new Uint32Array(strings.length)));
    this.#uses++;
    const known = ids[index] ?? 0;
    if (known > 0) return known - 1;
    ids[index] = this.#texts.push(strings[index] ?? '');
    return this.#texts.length - 1;
  }

  xml(): string {
    const items = this.#texts.map((text) => `<si><t${spaceAttribute(text)}>${escapeXstring(text)}</t></si>`);
    const counts = `count="${String(this.#uses)}" uniqueCount="${String(items.length)}"`;
    return `${DECLARATION}<sst xmlns="${MAIN}" ${counts}>${items.join('')}</sst>`;
  }
}

/** Number formats of one's own are numbered from here on (ECMA-376 part 1, 18.8.30). */
const OWN_FORMATS = 164;

/** The cell formats of a new workbook: a number format, plain or bold. */
class CellFormats {
  readonly #formats: { readonly code: string; readonly bold: boolean }[] = [{ code: 'General', bold: false }];
  readonly #ids = new Map<string, number>([['General', 0]]);

  id(code: string, bold: boolean): number {
    const key = bold ? `${code}\0bold` : code;
    let id = this.#ids.get(key);
    if (id === undefined) {
      this.#ids.set(key, (id = this.#formats.length));
      this.#formats.push({ code, bold });
    }
    return id;
  }

  xml(): string {
    const codes = [...new Set(this.#formats.map((format) => format.code))].filter((code) => code !== 'General');
    const numbers = codes.map(
      (code, i) => `<numFmt numFmtId="${String(OWN_FORMATS + i)}" formatCode="${escapeAttribute(code)}"/>`,
    );
    const cells = this.#formats.map(({ code, bold }) => {
      const number = code === 'General' ? 0 : OWN_FORMATS + codes.indexOf(code);
      const applied = (number > 0 ? ' applyNumberFormat="1"' : '') + (bold ? ' applyFont="1"' : '');
      return `<xf numFmtId="${String(number)}" fontId="${bold ? '1' : '0'}" fillId="0" borderId="0" xfId="0"${applied}/>`;
    });
    const face = '<sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/>';
    return (
      `${DECLARATION}<styleSheet xmlns="${MAIN}">` +
      (numbers.length > 0 ? `<numFmts count="${String(numbers.length)}">${numbers.join('')}</numFmts>` : '') +
      `<fonts count="2"><font>${face}</font><font><b/>${face}</font></fonts>` +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${String(cells.length)}">${cells.join('')}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/></styleSheet>'
    );
  }
}

function sheetXml(grid: Grid, look: SheetLook, texts: TextList, formats: CellFormats): string {
  const merges = grid.merges.map((range) => `<mergeCell ref="${rangeToA1(range)}"/>`);
  return [
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetFormatPr defaultRowHeight="15"/>`,
    columnsXml(grid, look),
    `<sheetData>${rowsXml(grid, look, texts, formats)}</sheetData>`,
    merges.length > 0 ? `<mergeCells count="${String(merges.length)}">${merges.join('')}</mergeCells>` : '',
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>',
  ].join('');
}

function rowsXml(grid: Grid, look: SheetLook, texts: TextList, formats: CellFormats): string {
  const names = Array.from({ length: grid.columnCount }, (_, column) => columnName(column));
  const hidden = new Set(grid.hiddenRows);
  const bold = new Set(look.boldRows ?? []);
  const styleOf = (format: number, isBold: boolean): number =>
    formats.id(grid.numberFormats[format] ?? 'General', isBold);
  const rows: string[] = [];
  for (let row = 0; row < grid.rowCount; row++) {
    const from = grid.rowStarts[row] ?? 0;
    const to = grid.rowStarts[row + 1] ?? 0;
    if (from === to && !hidden.has(row)) continue;
    let xml = `<row r="${String(row + 1)}"${hidden.has(row) ? ' hidden="1"' : ''}>`;
    for (let at = from; at < to; at++) {
      const style = styleOf(grid.formats[at] ?? 0, bold.has(row));
      const place = `${names[grid.columns[at] ?? 0] ?? ''}${String(row + 1)}`;
      xml += cellXml(grid, at, place, style, texts);
    }
    rows.push(xml + '</row>');
  }
  return rows.join('');
}

function cellXml(grid: Grid, at: number, place: string, style: number, texts: TextList): string {
  const value = grid.values[at] ?? 0;
  const cell = style > 0 ? `<c r="${place}" s="${String(style)}"` : `<c r="${place}"`;
  switch (grid.kinds[at]) {
    case CellKind.number:
      return Number.isFinite(value) ? `${cell}><v>${String(value)}</v></c>` : '';
    case CellKind.text:
      return `${cell} t="s"><v>${String(texts.id(grid.strings, value))}</v></c>`;
    case CellKind.boolean:
      return `${cell} t="b"><v>${String(value)}</v></c>`;
    case CellKind.error:
      return `${cell} t="e"><v>${escapeXstring(grid.strings[value] ?? '#N/A')}</v></c>`;
    default:
      return `${cell}/>`;
  }
}

/** So many rows tell how wide a column should be. */
const ROWS_MEASURED = 200;
const NARROWEST = 8;
const WIDEST = 50;

function columnsXml(grid: Grid, look: SheetLook): string {
  const fitted = fittedWidths(grid);
  const hidden = new Set(grid.hiddenColumns);
  const columns = fitted.map((width, column) => {
    const number = String(column + 1);
    const chosen = String(look.columnWidths?.[column] ?? width);
    return `<col min="${number}" max="${number}" width="${chosen}"${hidden.has(column) ? ' hidden="1"' : ''} customWidth="1"/>`;
  });
  return columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '';
}

/**
 * The width of each column by its longest text. Texts that run over several columns do not count: merged blocks, and
 * what stands alone in its row, like a title.
 */
function fittedWidths(grid: Grid): number[] {
  const widths = Array.from({ length: grid.columnCount }, () => NARROWEST);
  const merged = new Set(grid.merges.map((range) => `${String(range.top)},${String(range.left)}`));
  for (let row = 0; row < Math.min(grid.rowCount, ROWS_MEASURED); row++) {
    const from = grid.rowStarts[row] ?? 0;
    const to = grid.rowStarts[row + 1] ?? 0;
    if (to - from === 1 && grid.columnCount > 1) continue;
    for (let at = from; at < to; at++) {
      const column = grid.columns[at] ?? 0;
      if (merged.has(`${String(row)},${String(column)}`)) continue;
      const value = grid.values[at] ?? 0;
      const text = grid.kinds[at] === CellKind.text ? (grid.strings[value] ?? '') : String(value);
      widths[column] = Math.max(widths[column] ?? NARROWEST, Math.min(WIDEST, textWidth(text) + 2));
    }
  }
  return widths;
}

/** In characters of Western width; a Chinese one counts two. Only as much as can matter is looked at. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text.slice(0, WIDEST)) {
    if (character === '\n') break;
    width += (character.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2;
  }
  return width;
}

function workbookXml(workbook: Workbook, names: readonly string[]): string {
  const sheets = workbook.sheets.map((sheet, i) => {
    const state = sheet.visibility === 'visible' ? '' : ` state="${sheet.visibility}"`;
    const id = String(i + 1);
    return `<sheet name="${escapeAttribute(names[i] ?? '')}" sheetId="${id}"${state} r:id="rId${id}"/>`;
  });
  const active = Math.max(
    0,
    workbook.sheets.findIndex((sheet) => sheet.visibility === 'visible'),
  );
  return (
    `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONSHIPS}">` +
    `<workbookPr${workbook.date1904 ? ' date1904="1"' : ''}/>` +
    `<bookViews><workbookView activeTab="${String(active)}"/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`
  );
}

function relationshipsXml(list: readonly (readonly [kind: string, target: string])[]): string {
  const items = list.map(
    ([kind, target], i) =>
      `<Relationship Id="rId${String(i + 1)}" Type="${OFFICE_RELATIONSHIPS}/${kind}" Target="${target}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypesXml(sheets: number): string {
  const overrides: [part: string, type: string][] = [
    ['/xl/workbook.xml', `${SHEET_MAIN}.sheet.main+xml`],
    ['/xl/styles.xml', STYLES_TYPE],
    ['/xl/sharedStrings.xml', `${SHEET_MAIN}.sharedStrings+xml`],
    ...Array.from({ length: sheets }, (_, i): [string, string] => [
      `/xl/worksheets/sheet${String(i + 1)}.xml`,
      `${SHEET_MAIN}.worksheet+xml`,
    ]),
  ];
  const items = overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`);
  return (
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${items.join('')}</Types>`
  );
}
