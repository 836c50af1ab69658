import { columnName, rangeToA1, toA1 } from '../../sheets/address.ts';
import type { Codec } from '../codec.ts';
import { OFFICE_RELATIONSHIPS } from '../relationships.ts';
import { escapeAttribute, escapeXstring, spaceAttribute } from '../xml-escape.ts';
import { writeZip } from '../zip-write.ts';
import type { Condition, DrawnCell, DrawnRow, DrawnSheet, Drawing, Page, Validation } from './drawing.ts';
import { colourId, StyleList } from './style-list.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VARIANTS = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
const CORE = `${PACKAGE}/metadata/core-properties`;
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SHEET_MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** The one format id of custom properties (ECMA-376 part 1, 22.3.2.2). */
const PROPERTY_SET = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** A drawing as the bytes of an .xlsx; the same drawing always gives the same bytes. */
export function writeDrawing(drawing: Drawing, codec: Codec): Uint8Array {
  const styles = new StyleList();
  const sheets = drawing.sheets.map((sheet, index) => sheetXml(sheet, index === 0, styles));
  const encoder = new TextEncoder();
  const parts: [name: string, xml: string][] = [
    ['[Content_Types].xml', contentTypesXml(sheets.length)],
    ['_rels/.rels', packageRelationships()],
    ['docProps/core.xml', coreXml(drawing)],
    ['docProps/custom.xml', propertiesXml(drawing.properties)],
    ['xl/workbook.xml', workbookXml(drawing)],
    ['xl/_rels/workbook.xml.rels', workbookRelationships(sheets.length)],
    ['xl/styles.xml', styles.xml()],
    ...sheets.map((xml, at): [string, string] => [`xl/worksheets/sheet${String(at + 1)}.xml`, xml]),
  ];
  return writeZip(
    parts.map(([name, xml]) => ({ name, data: encoder.encode(DECLARATION + xml) })),
    codec,
  );
}

function contentTypesXml(sheets: number): string {
  const overrides: [part: string, type: string][] = [
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'],
    ['/xl/workbook.xml', `${SHEET_MAIN}.sheet.main+xml`],
    ['/xl/styles.xml', `${SHEET_MAIN}.styles+xml`],
    ...Array.from({ length: sheets }, (_, at): [string, string] => [
      `/xl/worksheets/sheet${String(at + 1)}.xml`,
      `${SHEET_MAIN}.worksheet+xml`,
    ]),
  ];
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join('') +
    '</Types>'
  );
}

function packageRelationships(): string {
  return relationshipsXml([
    [`${OFFICE_RELATIONSHIPS}/officeDocument`, 'xl/workbook.xml'],
    [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    [`${OFFICE_RELATIONSHIPS}/custom-properties`, 'docProps/custom.xml'],
  ]);
}

function workbookRelationships(sheets: number): string {
  return relationshipsXml([
    ...Array.from({ length: sheets }, (_, at): [string, string] => [
      `${OFFICE_RELATIONSHIPS}/worksheet`,
      `worksheets/sheet${String(at + 1)}.xml`,
    ]),
    [`${OFFICE_RELATIONSHIPS}/styles`, 'styles.xml'],
  ]);
}

function relationshipsXml(targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(
    ([type, target], at) => `<Relationship Id="rId${String(at + 1)}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function coreXml({ title, date }: Drawing): string {
  const at = `${date}T00:00:00Z`;
  const dated = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return (
    `<cp:coreProperties xmlns:cp="${CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXstring(title)}</dc:title><dc:creator>填报助手</dc:creator>${dated('created')}${dated('modified')}</cp:coreProperties>`
  );
}

function propertiesXml(properties: ReadonlyMap<string, string>): string {
  // Identifiers 0 and 1 are reserved.
  const items = [...properties].map(
    ([name, value], at) =>
      `<property fmtid="${PROPERTY_SET}" pid="${String(at + 2)}" name="${escapeAttribute(name)}">` +
      `<vt:lpwstr>${escapeXstring(value)}</vt:lpwstr></property>`,
  );
  return `<Properties xmlns="${PROPERTIES}" xmlns:vt="${VARIANTS}">${items.join('')}</Properties>`;
}

function workbookXml({ sheets, names }: Drawing): string {
  const items = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escapeAttribute(name)}" sheetId="${String(at + 1)}"${hidden ? ' state="hidden"' : ''} r:id="rId${String(at + 1)}"/>`,
  );
  const defined = [
    ...sheets.flatMap(({ name, page }, at) => (page ? printNames(page, name, at) : [])),
    ...[...names].map(
      ([name, refersTo]) => `<definedName name="${escapeAttribute(name)}">${escapeXstring(refersTo)}</definedName>`,
    ),
  ];
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONSHIPS}"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${items.join('')}</sheets>` +
    (defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : '') +
    '<calcPr fullCalcOnLoad="1"/></workbook>'
  );
}

function printNames({ area, header }: Page, sheet: string, index: number): string[] {
  const name = (what: string, reference: string): string =>
    `<definedName name="_xlnm.${what}" localSheetId="${String(index)}">${escapeXstring(`${sheetReference(sheet)}!${reference}`)}</definedName>`;
  const names = [name('Print_Area', absolute(area.top, area.left, area.bottom, area.right))];
  if (header) names.push(name('Print_Titles', `$${String(header.first + 1)}:$${String(header.last + 1)}`));
  return names;
}

/** The name of a sheet as formulas have it. */
export function sheetReference(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function absolute(top: number, left: number, bottom: number, right: number): string {
  return `$${columnName(left)}$${String(top + 1)}:$${columnName(right)}$${String(bottom + 1)}`;
}

/** Children in the order of CT_Worksheet (ECMA-376 part 1, 18.3.1.99). */
function sheetXml(sheet: DrawnSheet, isFirst: boolean, styles: StyleList): string {
  const { page, merges } = sheet;
  return [
    `<worksheet xmlns="${MAIN}">`,
    page ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<dimension ref="${dimensionOf(sheet)}"/>`,
    viewXml(sheet, isFirst),
    '<sheetFormatPr defaultRowHeight="14.25"/>',
    `<cols>${sheet.widths.map(columnXml).join('')}</cols>`,
    `<sheetData>${sheet.rows.map((row, at) => rowXml(row, at, styles)).join('')}</sheetData>`,
    // In these attributes 0 means allowed. Objects are not protected: seals are put onto the form.
    sheet.isProtected
      ? '<sheetProtection sheet="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0" sort="0" autoFilter="0"/>'
      : '',
    merges.length > 0
      ? counted(
          'mergeCells',
          merges.map((range) => `<mergeCell ref="${rangeToA1(range)}"/>`),
        )
      : '',
    ...sheet.conditions.map(conditionXml),
    sheet.validations.length > 0 ? counted('dataValidations', sheet.validations.map(validationXml)) : '',
    page ? pageXml(page) : '',
    '</worksheet>',
  ].join('');
}

function dimensionOf({ rows, widths }: DrawnSheet): string {
  return rangeToA1({ top: 0, left: 0, bottom: Math.max(0, rows.length - 1), right: Math.max(0, widths.length - 1) });
}

function viewXml({ frozenRows, page }: DrawnSheet, isFirst: boolean): string {
  const top = toA1(frozenRows, 0);
  const pane =
    frozenRows > 0
      ? `<pane ySplit="${String(frozenRows)}" topLeftCell="${top}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${top}" sqref="${top}"/>`
      : '';
  const attributes = `${page ? ' showGridLines="0"' : ''}${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0"`;
  return `<sheetViews><sheetView${attributes}${pane === '' ? '/>' : `>${pane}</sheetView>`}</sheetViews>`;
}

function columnXml(width: number, at: number): string {
  return `<col min="${String(at + 1)}" max="${String(at + 1)}" width="${String(width)}" customWidth="1"/>`;
}

function rowXml({ height, grows, unlocked, cells }: DrawnRow, at: number, styles: StyleList): string {
  const first = cells.at(-1);
  const style =
    unlocked && first
      ? ` s="${String(styles.id({ ...first.style, borders: NO_BORDERS, unlocked: true }))}" customFormat="1"`
      : '';
  const attributes = `r="${String(at + 1)}"${style} ht="${String(height)}"${grows ? '' : ' customHeight="1"'}`;
  return `<row ${attributes}>${cells.map((cell) => cellXml(cell, at, styles)).join('')}</row>`;
}

const NO_BORDERS = { left: false, right: false, top: false, bottom: false };

function cellXml({ column, style, value, formula }: DrawnCell, row: number, styles: StyleList): string {
  const cell = `r="${toA1(row, column)}" s="${String(styles.id(style))}"`;
  if (formula !== undefined) return `<c ${cell} t="str"><f>${escapeXstring(formula)}</f><v></v></c>`;
  if (typeof value === 'number') return `<c ${cell}><v>${String(value)}</v></c>`;
  if (value === undefined || value === '') return `<c ${cell}/>`;
  return `<c ${cell} t="inlineStr"><is><t${spaceAttribute(value)}>${escapeXstring(value)}</t></is></c>`;
}

function conditionXml({ range, formula, colour }: Condition, at: number): string {
  const rule = `type="expression" dxfId="${String(colourId(colour))}" priority="${String(at + 1)}"`;
  return `<conditionalFormatting sqref="${rangeToA1(range)}"><cfRule ${rule}><formula>${escapeXstring(formula)}</formula></cfRule></conditionalFormatting>`;
}

const LONGEST_TITLE = 32;
const LONGEST_PROMPT = 255;
const LONGEST_MESSAGE = 225;

function validationXml({ range, check, prompt }: Validation): string {
  const attributes: [name: string, value: string][] = [];
  if (check) {
    attributes.push(['type', check.type]);
    if (check.alert === 'warning') attributes.push(['errorStyle', 'warning']);
    if (check.operator !== undefined && check.operator !== 'between') attributes.push(['operator', check.operator]);
  }
  attributes.push(['allowBlank', '1']);
  if (prompt) attributes.push(['showInputMessage', '1']);
  if (check && check.alert !== 'none') {
    attributes.push(['showErrorMessage', '1'], ['errorTitle', '请核对']);
    attributes.push(['error', shortened(check.message, LONGEST_MESSAGE)]);
  }
  if (prompt) {
    attributes.push(['promptTitle', shortened(prompt.title, LONGEST_TITLE)]);
    attributes.push(['prompt', shortened(prompt.text, LONGEST_PROMPT)]);
  }
  attributes.push(['sqref', rangeToA1(range)]);
  const written = attributes.map(([name, value]) => `${name}="${escapeAttribute(value)}"`).join(' ');
  if (!check) return `<dataValidation ${written}/>`;
  const second = check.second === undefined ? '' : `<formula2>${escapeXstring(check.second)}</formula2>`;
  return `<dataValidation ${written}><formula1>${escapeXstring(check.formula)}</formula1>${second}</dataValidation>`;
}

/** A text of at most so many UTF-16 units, as Excel counts; one that is longer ends in an ellipsis. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const kept = text.slice(0, longest - 1);
  return `${/[\ud800-\udbff]$/u.test(kept) ? kept.slice(0, -1) : kept}…`;
}

/** Margins in inches; paper 9 is A4. */
function pageXml({ orientation, isNumbered, breaks }: Page): string {
  // Excel does as the fit says, WPS and LibreOffice begin pages here.
  const lines = breaks.map((row) => `<brk id="${String(row)}" max="16383" man="1"/>`);
  const rowBreaks = `<rowBreaks count="${String(lines.length)}" manualBreakCount="${String(lines.length)}">${lines.join('')}</rowBreaks>`;
  return (
    '<printOptions horizontalCentered="1"/>' +
    '<pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.35"/>' +
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>` +
    (isNumbered ? '<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>' : '') +
    (lines.length > 0 ? rowBreaks : '')
  );
}

function counted(element: string, items: readonly string[]): string {
  return `<${element} count="${String(items.length)}">${items.join('')}</${element}>`;
}
