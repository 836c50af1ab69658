import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { ZipStream } from './zip-stream.ts';

const FOLDER = path.join(import.meta.dirname, '..', '.bench');

/** Rows and columns of the register: a sheet of 50 MB, with 430,000 different texts. */
export const REGISTER = { rows: 100_000, columns: 14 } as const;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许';
const GIVEN = '明华丽强芳敏静磊洋勇艳杰娟涛超霞平刚桂英';

/** A register of persons, as another department exports one: no form of ours, only cells to be read and flagged. */
export async function registerFile(): Promise<string> {
  return await made('register', (zip) => {
    const texts = new Map<string, number>();
    for (let row = 1; row <= REGISTER.rows; row++) {
      for (const value of valuesOf(row))
        if (typeof value === 'string' && !texts.has(value)) texts.set(value, texts.size);
    }
    return workbook(zip, sheet(texts), texts);
  });
}

/** A workbook whose one sheet is a gigabyte of blanks, packed into one megabyte. */
export async function bombFile(): Promise<string> {
  return await made('bomb', (zip) => workbook(zip, blanks()));
}

/** A workbook with nothing in it. */
export async function emptyFile(): Promise<string> {
  return await made('empty', (zip) => workbook(zip, [`<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`]));
}

async function made(name: string, write: (zip: ZipStream) => Promise<void>): Promise<string> {
  const file = path.join(FOLDER, `${name}-3.xlsx`);
  if (existsSync(file)) return file;
  mkdirSync(FOLDER, { recursive: true });
  const zip = new ZipStream(`${file}.part`);
  await write(zip);
  zip.end();
  renameSync(`${file}.part`, file);
  return file;
}

async function workbook(
  zip: ZipStream,
  sheetPart: Iterable<string>,
  texts?: ReadonlyMap<string, number>,
): Promise<void> {
  await zip.part('[Content_Types].xml', [
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`,
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>`,
    texts ? `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>` : '</Types>',
  ]);
  await zip.part('_rels/.rels', [relationships(['officeDocument', 'xl/workbook.xml'])]);
  await zip.part('xl/workbook.xml', [
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ]);
  const strings: readonly Link[] = texts ? [['sharedStrings', 'sharedStrings.xml']] : [];
  await zip.part('xl/_rels/workbook.xml.rels', [relationships(['worksheet', 'worksheets/sheet1.xml'], ...strings)]);
  await zip.part('xl/worksheets/sheet1.xml', sheetPart);
  if (texts) await zip.part('xl/sharedStrings.xml', sharedStrings(texts));
}

function* sharedStrings(texts: ReadonlyMap<string, number>): Generator<string> {
  yield `${XML}<sst xmlns="${MAIN}" uniqueCount="${texts.size}">`;
  for (const text of texts.keys()) yield `<si><t>${text}</t></si>`;
  yield '</sst>';
}

type Link = readonly [type: string, target: string];

function relationships(...links: readonly Link[]): string {
  const list = links.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function* blanks(): Generator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetData>`;
  const megabyte = ' '.repeat(1 << 20);
  for (let i = 0; i < 1024; i++) yield megabyte;
  yield '</sheetData></worksheet>';
}

const LETTERS = 'ABCDEFGHIJKLMN'.split('');

/** Texts are shared, as a spreadsheet itself saves them. */
function* sheet(texts: ReadonlyMap<string, number>): Generator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetData>`;
  for (let row = 1; row <= REGISTER.rows; row++) {
    const cells = valuesOf(row).map((value, at) => cell(`${LETTERS[at] ?? ''}${row}`, value, texts));
    yield `<row r="${row}">${cells.join('')}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function valuesOf(row: number): readonly (string | number)[] {
  const name = `${at(SURNAMES, row)}${at(GIVEN, row * 7)}${at(GIVEN, row * 13)}`;
  return [
    row,
    `${name}${row}`,
    row % 2 === 0 ? '男' : '女',
    `11010119${60 + (row % 40)}0101${String(row).padStart(4, '0')}`,
    `138${String(row * 97).padStart(8, '0')}`,
    `第${row}街道办事处`,
    `${row % 300}号院${row % 40}号楼`,
    '在册',
    row % 365,
    row * 1.25,
    `编号${row % 20_000}`,
    '无',
    row / 100,
    `备注${row % 1000}`,
  ];
}

function at(letters: string, index: number): string {
  return letters.charAt(index % letters.length);
}

function cell(reference: string, value: string | number, texts: ReadonlyMap<string, number>): string {
  return typeof value === 'number'
    ? `<c r="${reference}"><v>${value}</v></c>`
    : `<c r="${reference}" t="s"><v>${texts.get(value) ?? 0}</v></c>`;
}
