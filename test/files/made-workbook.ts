import { nodeCodec } from '../../src/files/codec-node.ts';
import { writeZip } from '../../src/files/zip-write.ts';
import { textBytes } from './zip-bytes.ts';

const TRANSITIONAL = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  office: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

export interface MadeSheet {
  readonly name?: string;
  readonly state?: string;
  /** What stands in the `sheetData` element. */
  readonly rows?: string;
  /** What stands in front of and behind it. */
  readonly before?: string;
  readonly after?: string;
  /** The whole part instead. */
  readonly xml?: string;
}

export interface MadeWorkbook {
  readonly sheets?: readonly MadeSheet[];
  /** The contents of `sst`, `styleSheet` and `Properties`. */
  readonly strings?: string;
  readonly styles?: string;
  readonly properties?: string;
  readonly workbookPr?: string;
  readonly strict?: boolean;
}

/** The parts of a workbook as some program may write them: no usual names, no usual places. */
export function madeParts(made: MadeWorkbook): Map<string, string> {
  const { main, office } = made.strict ? STRICT : TRANSITIONAL;
  const relationships = (list: readonly (readonly [string, string, string])[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
      .map(([id, type, target]) => `<Relationship Target="${target}" Type="${office}/${type}" Id="${id}"/>`)
      .join('')}</Relationships>`;
  const sheets = made.sheets ?? [{}];
  const parts = new Map<string, string>();
  parts.set('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  parts.set(
    '_rels/.rels',
    relationships([
      ['a', 'officeDocument', '/book/main.xml'],
      ['b', 'custom-properties', 'custom.xml'],
    ]),
  );
  parts.set(
    'book/main.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}">${made.workbookPr ?? ''}<sheets>${sheets
      .map(
        (sheet, i) =>
          `<sheet name="${sheet.name ?? `S${i}`}" sheetId="${i + 1}" r:id="s${i}" ${sheet.state ? `state="${sheet.state}"` : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
  );
  const own: (readonly [string, string, string])[] = sheets.map((_, i) => [`s${i}`, 'worksheet', `../tables/${i}.xml`]);
  if (made.strings !== undefined) {
    own.push(['strings', 'sharedStrings', 'texts.xml']);
    parts.set('book/texts.xml', `<sst xmlns="${main}">${made.strings}</sst>`);
  }
  if (made.styles !== undefined) {
    own.push(['styles', 'styles', 'looks.xml']);
    parts.set('book/looks.xml', `<styleSheet xmlns="${main}">${made.styles}</styleSheet>`);
  }
  parts.set('book/_rels/main.xml.rels', relationships(own));
  sheets.forEach((sheet, i) => {
    const data = `${sheet.before ?? ''}<sheetData>${sheet.rows ?? ''}</sheetData>${sheet.after ?? ''}`;
    parts.set(`tables/${i}.xml`, sheet.xml ?? `<worksheet xmlns="${main}">${data}</worksheet>`);
  });
  if (made.properties !== undefined)
    parts.set('custom.xml', `<Properties xmlns:vt="vt">${made.properties}</Properties>`);
  return parts;
}

export function zipOf(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  return writeZip(
    Array.from(parts, ([name, data]) => ({ name, data: typeof data === 'string' ? textBytes(data) : data })),
    nodeCodec,
  );
}

/** The workbook as a file. */
export function madeWorkbook(made: MadeWorkbook): Uint8Array {
  return zipOf(madeParts(made));
}
