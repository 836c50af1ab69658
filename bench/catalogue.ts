import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { catalogueRows, HEADINGS, TITLE, type Faults, type Row } from './catalogue-rows.ts';
import { ZipStream } from './zip-stream.ts';

export type Format = 'xlsx' | 'csv';

export interface Catalogue {
  readonly rows: number;
  readonly format: Format;
  readonly faults: Faults;
}

const FOLDER = path.join(import.meta.dirname, '..', '.bench');

/** The file of a catalogue, made if it is not there yet. Its name says what made it: other code, another file. */
export async function catalogueFile({ rows, format, faults }: Catalogue): Promise<string> {
  const file = path.join(FOLDER, `${version()}-${String(rows)}-${faults.replace('%', 'pc')}.${format}`);
  if (existsSync(file)) return file;
  mkdirSync(FOLDER, { recursive: true });
  const unfinished = `${file}.part`;
  if (format === 'csv') writeCsv(unfinished, catalogueRows(rows, faults));
  else await writeXlsx(unfinished, rows, catalogueRows(rows, faults));
  renameSync(unfinished, file);
  return file;
}

function version(): string {
  const hash = createHash('sha256');
  for (const name of ['catalogue.ts', 'catalogue-rows.ts', 'zip-stream.ts']) {
    hash.update(readFileSync(path.join(import.meta.dirname, name)));
  }
  return `catalogue-${hash.digest('hex').slice(0, 8)}`;
}

/** As Excel saves "CSV UTF-8": with a byte order mark, CR LF, and quotes only where they are needed. */
function writeCsv(to: string, rows: Iterable<Row>): void {
  const file = openSync(to, 'w');
  let text = '\ufeff';
  for (const row of concat([[TITLE, ...Array<string>(11).fill('')], ...HEADINGS], rows)) {
    text += `${row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
    if (text.length < 0xffff) continue;
    writeSync(file, text);
    text = '';
  }
  writeSync(file, text);
  closeSync(file);
}

function* concat<T>(...lists: readonly Iterable<T>[]): Generator<T> {
  for (const list of lists) yield* list;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** As Excel saves a workbook: texts in the shared strings, which stand behind the sheet, and every cell with a style. */
async function writeXlsx(to: string, count: number, rows: Iterable<Row>): Promise<void> {
  const zip = new ZipStream(to);
  const texts = new SharedTexts();
  await zip.part('[Content_Types].xml', [
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`,
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>`,
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`,
  ]);
  await zip.part('_rels/.rels', [relationships([['officeDocument', 'xl/workbook.xml']])]);
  await zip.part('xl/workbook.xml', [
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="信息资源目录" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ]);
  await zip.part('xl/_rels/workbook.xml.rels', [
    relationships([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
  ]);
  await zip.part('xl/worksheets/sheet1.xml', sheet(count, rows, texts));
  await zip.part('xl/styles.xml', [STYLES]);
  await zip.part('xl/sharedStrings.xml', texts.part());
  zip.end();
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"/></cellXfs></styleSheet>`;

const LETTERS = 'ABCDEFGHIJKL'.split('');
const FIRST_ROW = 4;

function* sheet(count: number, rows: Iterable<Row>, texts: SharedTexts): Generator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1:L${count + FIRST_ROW - 1}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="14.25"/><sheetData>`;
  yield `<row r="1" spans="1:12"><c r="A1" s="1" t="s"><v>${texts.index(TITLE)}</v></c></row>`;
  let number = 2;
  for (const row of concat(HEADINGS, rows)) {
    const cells = row.map((text, at) => cell(`${LETTERS[at] ?? ''}${number}`, text, texts));
    yield `<row r="${number}" spans="1:12">${cells.join('')}</row>`;
    number++;
  }
  const merges = [
    'A1:L1',
    'C2:D2',
    ...LETTERS.filter((letter) => !'CD'.includes(letter)).map((each) => `${each}2:${each}3`),
  ];
  const refs = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  yield `</sheetData><mergeCells count="${merges.length}">${refs}</mergeCells></worksheet>`;
}

/** Plain whole numbers are numbers, as when they are typed; all else is text. */
function cell(reference: string, text: string, texts: SharedTexts): string {
  if (text === '') return `<c r="${reference}" s="2"/>`;
  if (/^\d{1,9}$/.test(text)) return `<c r="${reference}" s="2"><v>${text}</v></c>`;
  return `<c r="${reference}" s="2" t="s"><v>${texts.index(text)}</v></c>`;
}

/** The distinct texts of a workbook, numbered as they come. */
class SharedTexts {
  readonly #indexes = new Map<string, number>();
  #uses = 0;

  index(text: string): number {
    this.#uses++;
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    this.#indexes.set(text, this.#indexes.size);
    return this.#indexes.size - 1;
  }

  *part(): Generator<string> {
    yield `${XML}<sst xmlns="${MAIN}" count="${this.#uses}" uniqueCount="${this.#indexes.size}">`;
    for (const text of this.#indexes.keys())
      yield `<si><t>${escaped(text)}</t><phoneticPr fontId="0" type="noConversion"/></si>`;
    yield '</sst>';
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
