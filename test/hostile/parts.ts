import assert from 'node:assert/strict';
import { cellAtIndex, valueAt, type Grid } from '../../src/sheets/grid.ts';
import type { Workbook } from '../../src/sheets/workbook.ts';
import { madeParts, madeWorkbook, zipOf, type MadeWorkbook } from '../files/made-workbook.ts';
import { textBytes } from '../files/zip-bytes.ts';
import { read, refused, type HostileFile } from './hostile-file.ts';

const withSheet = (xml: string): Uint8Array => madeWorkbook({ sheets: [{ xml }] });
const withRows = (rows: string, more: MadeWorkbook = {}): Uint8Array => madeWorkbook({ ...more, sheets: [{ rows }] });
const sheet = (content: string): string => `<worksheet><sheetData>${content}</sheetData></worksheet>`;
const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;

const full: MadeWorkbook = {
  strings: '<si><t>甲</t></si>',
  styles: '<cellXfs><xf/></cellXfs>',
  properties: '<property name="a"><vt:lpwstr>b</vt:lpwstr></property>',
  sheets: [{ rows: '<row><c t="s"><v>0</v></c></row>' }],
};

/** The full workbook with one part changed. */
function changed(part: string, change: (xml: string) => string | Uint8Array): Uint8Array {
  const parts = new Map<string, string | Uint8Array>(madeParts(full));
  const before = parts.get(part);
  assert.ok(typeof before === 'string', part);
  parts.set(part, change(before));
  return zipOf(parts);
}

const DTD = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1:9/">]>';

function utf16(xml: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const characters = (mark ? '\ufeff' : '') + xml;
  const bytes = new Uint8Array(2 * characters.length);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < characters.length; at++) view.setUint16(2 * at, characters.charCodeAt(at), littleEndian);
  return bytes;
}

const bomb = sheet(`<row>${text('&x;&y;')}</row>`);

const dtds: readonly HostileFile[] = [
  ...[
    '[Content_Types].xml',
    '_rels/.rels',
    'book/main.xml',
    'book/_rels/main.xml.rels',
    'book/texts.xml',
    'book/looks.xml',
    'tables/0.xml',
    'custom.xml',
  ].map((part) => refused(`a document type in ${part}`, 'dtd', () => changed(part, (xml) => DTD + xml))),
  refused('a billion laughs', 'dtd', () => {
    const entities = Array.from(
      { length: 20 },
      (_, i) => `<!ENTITY a${String(i + 1)} "${`&a${String(i)};`.repeat(10)}">`,
    );
    return withSheet(`<!DOCTYPE r [<!ENTITY a0 "ha">${entities.join('')}]>${sheet(`<row>${text('&a20;')}</row>`)}`);
  }),
  refused('a document type behind a comment and an instruction', 'dtd', () =>
    withSheet(`<?xml version="1.0"?><!-- <a> --><?x?>\n${DTD}${bomb}`),
  ),
  refused('a document type inside the root', 'dtd', () => withSheet(`<worksheet>${DTD}</worksheet>`)),
  refused('a document type in lower case', 'damaged', () => withSheet(`<!doctype r>${bomb}`)),
  refused('an entity declared without a document type', 'damaged', () => withSheet(`<!ENTITY x "y">${bomb}`)),
  ...([true, false] as const).flatMap((little) =>
    ([true, false] as const).map((mark) =>
      refused(`a document type in UTF-16${little ? 'LE' : 'BE'}${mark ? ' with a mark' : ''}`, 'dtd', () =>
        changed('tables/0.xml', () => utf16(DTD + bomb, little, mark)),
      ),
    ),
  ),
  refused('a document type in UTF-7', 'damaged', () =>
    withSheet(`<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE r SYSTEM +ACI-file:///etc/passwd+ACIAPg-${bomb}`),
  ),
  refused('a document type in EBCDIC', 'damaged', () =>
    changed('tables/0.xml', () =>
      Uint8Array.from([0x4c, 0x5a, 0xc4, 0xd6, 0xc3, 0xe3, 0xe8, 0xd7, 0xc5, 0x40, 0xa7, 0x6e]),
    ),
  ),
  refused('a document type in UTF-32', 'damaged', () =>
    changed('tables/0.xml', () => {
      const bytes = new Uint8Array(4 * (DTD + bomb).length + 4);
      bytes.set([0xff, 0xfe, 0, 0]);
      Array.from(DTD + bomb).forEach((character, i) => (bytes[4 * i + 4] = character.charCodeAt(0)));
      return bytes;
    }),
  ),
  refused('a document type in single bytes that are said to be UTF-16', 'dtd', () =>
    withSheet(`<?xml version="1.0" encoding="UTF-16"?>${DTD}${bomb}`),
  ),
  read('entities that nobody has declared', () => withSheet(bomb), at(0, 0, '&x;&y;')),
];

const markup: readonly HostileFile[] = [
  refused('nesting without end', 'damaged', () =>
    withSheet(`<worksheet>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</worksheet>`),
  ),
  refused('nesting that never closes', 'damaged', () => withSheet(`<worksheet>${'<a>'.repeat(100_000)}`)),
  refused('a hundred thousand attributes', 'damaged', () =>
    withSheet(`<worksheet ${Array.from({ length: 100_000 }, (_, i) => `a${String(i)}=""`).join(' ')}/>`),
  ),
  read(
    'a thousand attributes',
    () =>
      withSheet(
        sheet(
          `<row><c ${Array.from({ length: 1000 }, (_, i) => `a${String(i)}=""`).join(' ')} r="B2"><v>1</v></c></row>`,
        ),
      ),
    at(1, 1, 1),
  ),
  refused('a comment that never ends', 'damaged', () => withSheet('<worksheet><!-- </worksheet>')),
  refused('a CDATA section that never ends', 'damaged', () => withSheet('<worksheet><![CDATA[ </worksheet>')),
  refused('an instruction that never ends', 'damaged', () => withSheet('<worksheet><?a </worksheet>')),
  refused('an attribute that never ends', 'damaged', () => withSheet('<worksheet a="></worksheet>')),
  refused('tags that cross', 'damaged', () => withSheet('<worksheet><a><b></a></b></worksheet>')),
  refused('a root behind the root', 'damaged', () => withSheet('<worksheet/></worksheet>')),
  refused('a second root', 'damaged', () => withSheet('<worksheet/><worksheet/>')),
  refused('a list of types beside the types', 'damaged', () =>
    changed('[Content_Types].xml', (xml) => `<Default Extension="xml" ContentType="x"/>${xml}`),
  ),
  refused('nothing at all', 'damaged', () => withSheet('')),
  refused('a sheet of NUL', 'damaged', () => withSheet('\0'.repeat(1000))),
  read('a sheet with text around its tags', () => withSheet(`<worksheet>x${'y'.repeat(99)}</worksheet>z`)),
];

function at(row: number, column: number, value: unknown): (workbook: Workbook) => void {
  return ({ sheets: [grid] }) => {
    assert.ok(grid);
    assert.deepEqual(valueAt(grid, row, column), value);
  };
}

const formulasOf = (grid: Grid | undefined): (string | undefined)[] =>
  grid ? Array.from(grid.columns, (_, i) => cellAtIndex(grid, i).formula) : [];

const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', ''];

const names: readonly HostileFile[] = NAMES.flatMap((name) => [
  read(
    `“${name}” as every name there is`,
    () => {
      const parts = madeParts({
        strings: `<si><t>${name}</t></si>`,
        styles: `<numFmts><numFmt numFmtId="170" formatCode="${name}"/></numFmts><fonts><font><name val="${name}"/></font></fonts><cellXfs><xf numFmtId="170" fontId="0"/></cellXfs><cellStyles><cellStyle name="${name}" xfId="0"/></cellStyles>`,
        properties: `<property name="${name}"><vt:lpwstr>${name}</vt:lpwstr></property>`,
        sheets: [
          {
            name,
            rows: `<row><c t="s" s="0"><v>0</v></c><c><f>${name}</f><v>1</v></c><c t="${name}"><v>2</v></c></row>`,
          },
        ],
      });
      const defined = `</sheets><definedNames><definedName name="${name}">${name}</definedName></definedNames>`;
      parts.set(
        'book/main.xml',
        (parts.get('book/main.xml') ?? '').replace('</sheets>', defined).replace('r:id="s0"', `r:id="${name}"`),
      );
      parts.set(
        'book/_rels/main.xml.rels',
        (parts.get('book/_rels/main.xml.rels') ?? '').replace('Id="s0"', `Id="${name}"`),
      );
      return zipOf(parts);
    },
    (workbook) => {
      const [grid] = workbook.sheets;
      assert.equal(grid?.name, name);
      assert.equal(valueAt(grid, 0, 0), name === '' ? null : name);
      assert.equal(valueAt(grid, 0, 1), 1);
      assert.deepEqual([...workbook.properties], [[name, name]]);
    },
  ),
]);

const DANGEROUS = [
  "=cmd|'/C calc'!A0",
  '+1+cmd',
  '-2+3',
  '@SUM(1)',
  '\t=1',
  '\r=1',
  '=HYPERLINK("http://127.0.0.1/","x")',
];

const contents: readonly HostileFile[] = [
  read(
    'texts that begin like formulas',
    () =>
      withRows(
        `<row>${DANGEROUS.map((value) => text(value.replace('\r', '_x000D_').replaceAll('"', '&quot;'))).join('')}</row>`,
      ),
    ({ sheets: [grid] }) => {
      assert.ok(grid);
      assert.deepEqual(
        DANGEROUS.map((_, column) => valueAt(grid, 0, column)),
        DANGEROUS,
      );
      assert.equal(grid.formulas.size, 0);
    },
  ),
  read(
    'formulas that reach out of the workbook',
    () =>
      withRows(
        '<row><c><f>cmd|\'/C calc\'!A0</f><v>1</v></c><c><f>WEBSERVICE("http://127.0.0.1/")</f><v>2</v></c><c><f>[1]Sheet1!A1</f></c></row>',
      ),
    ({ sheets: [grid] }) =>
      assert.deepEqual(formulasOf(grid), ["cmd|'/C calc'!A0", 'WEBSERVICE("http://127.0.0.1/")', '[1]Sheet1!A1']),
  ),
  read(
    'shared formulas by the hundred thousand',
    () =>
      withRows(
        Array.from(
          { length: 100 },
          (_, r) =>
            `<row>${Array.from({ length: 1000 }, (_, c) => (r + c === 0 ? '<c><f t="shared" ref="A1:ALL100" si="0">B2*2</f><v>1</v></c>' : '<c><f t="shared" si="0"/><v>1</v></c>')).join('')}</row>`,
        ).join(''),
      ),
    ({ sheets: [grid] }) => assert.equal(grid?.formulas.size, 100_000),
  ),
  read(
    'one far cell',
    () => withRows('<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'),
    at(1_048_575, 16_383, 2),
  ),
  read('a row of 16,384 cells', () => withRows(`<row>${'<c><v>1</v></c>'.repeat(16_384)}</row>`), at(0, 16_383, 1)),
  refused('a row of 16,385 cells', 'damaged', () => withRows(`<row>${'<c><v>1</v></c>'.repeat(16_385)}</row>`)),
  read(
    'rows and cells out of order, some twice',
    () =>
      withRows(
        '<row r="9"><c r="C9"><v>1</v></c><c r="A9"><v>2</v></c></row><row r="2"><c r="B2"><f>A1</f><v>3</v></c></row><row r="9"><c r="C9"><v>4</v></c></row>',
      ),
    ({ sheets: [grid] }) => {
      assert.ok(grid);
      assert.deepEqual([...grid.columns], [1, 0, 2]);
      assert.deepEqual([valueAt(grid, 1, 1), valueAt(grid, 8, 0), valueAt(grid, 8, 2)], [3, 2, 4]);
      assert.deepEqual(formulasOf(grid), ['A1', undefined, undefined]);
    },
  ),
  read(
    'numbers that no date can be',
    () =>
      withRows(
        `<row>${['1e308', '-1e308', '-1', '2958466', '99999999999', '0.5', '1e-300'].map((value) => `<c s="0"><v>${value}</v></c>`).join('')}<c t="d"><v>+275761-01-01</v></c><c t="d"><v>0000-00-00</v></c><c t="d"><v>9999-99-99T99:99:99</v></c></row>`,
        { styles: '<cellXfs><xf numFmtId="14"/></cellXfs>' },
      ),
    at(0, 0, 1e308),
  ),
  read(
    'numbers that are none',
    () =>
      withRows(
        '<row><c><v>1e999</v></c><c><v>NaN</v></c><c><v>Infinity</v></c><c><v>0x10</v></c><c><v>-</v></c></row>',
      ),
    ({ sheets: [grid] }) => {
      assert.ok(grid);
      assert.ok(Array.from(grid.values).every(Number.isFinite));
    },
  ),
  read(
    'styles that are not there',
    () =>
      withRows(
        '<row><c s="70000"><v>1</v></c><c s="-1"><v>1</v></c><c s="1e9"><v>1</v></c><c s="x"><v>1</v></c></row>',
      ),
    at(0, 3, 1),
  ),
  read(
    'more cell formats than Excel has',
    () =>
      withRows('<row><c s="69999"><v>1</v></c></row>', {
        styles: `<cellXfs>${'<xf numFmtId="14"/>'.repeat(70_000)}</cellXfs>`,
      }),
    at(0, 0, 1),
  ),
  read(
    'merged blocks over one another',
    () =>
      madeWorkbook({
        sheets: [
          {
            rows: '<row><c><v>1</v></c></row>',
            after: `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/><mergeCell ref="A1:C3"/><mergeCell ref="B2:D4"/>'.repeat(1000)}</mergeCells>`,
          },
        ],
      }),
    ({ sheets: [grid] }) => assert.equal(grid?.merges.length, 3000),
  ),
  refused('two sheets with one part', 'damaged', () =>
    changed('book/main.xml', (xml) => xml.replace(/<sheet name.*?\/>/, '$&$&')),
  ),
  refused('a text that no cell can hold', 'too-large text', () =>
    withRows(`<row>${text('甲'.repeat(1_000_001))}</row>`),
  ),
  refused('such a text in runs', 'too-large text', () =>
    withRows('', { strings: `<si>${`<r><t>${'a'.repeat(10_000)}</t></r>`.repeat(101)}</si>` }),
  ),
  refused('more relationships than anyone has', 'too-large relationships', () =>
    changed('book/_rels/main.xml.rels', (xml) =>
      xml.replace('</Relationships>', `${'<Relationship Id="" Type="" Target=""/>'.repeat(100_001)}$&`),
    ),
  ),
];

const outside: readonly HostileFile[] = [
  ...['http://127.0.0.1:9/sheet.xml', '\\\\127.0.0.1\\share\\sheet.xml', 'file:///etc/passwd'].flatMap((target) => [
    refused(`a sheet outside the file: ${target}`, 'damaged', () =>
      changed('book/_rels/main.xml.rels', (xml) =>
        xml.replace('Target="../tables/0.xml"', `Target="${target}" TargetMode="External"`),
      ),
    ),
    refused(`a sheet that is said to be inside: ${target}`, 'damaged', () =>
      changed('book/_rels/main.xml.rels', (xml) => xml.replace('../tables/0.xml', target)),
    ),
    read(`pictures, templates and links outside the file: ${target}`, () =>
      changed('book/_rels/main.xml.rels', (xml) =>
        xml.replace(
          '</Relationships>',
          ['image', 'attachedTemplate', 'externalLinkPath', 'hyperlink', 'oleObject', 'frame']
            .map((kind) => `<Relationship Id="${kind}" Type="x/${kind}" Target="${target}" TargetMode="External"/>`)
            .join('') + '</Relationships>',
        ),
      ),
    ),
  ]),
  refused('a sheet above the root', 'damaged', () =>
    changed('book/_rels/main.xml.rels', (xml) => xml.replace('../tables/0.xml', '../../../../etc/passwd')),
  ),
  refused('a sheet that is its own workbook', 'damaged', () =>
    changed('book/_rels/main.xml.rels', (xml) => xml.replace('../tables/0.xml', 'main.xml')),
  ),
  read('macros and controls', () => {
    const parts = new Map<string, string | Uint8Array>(madeParts(full));
    parts.set('book/vbaProject.bin', textBytes('Sub Auto_Open()'));
    parts.set('book/activeX/activeX1.bin', textBytes('x'));
    return zipOf(parts);
  }),
];

export const xlsxFiles: readonly HostileFile[] = [...dtds, ...markup, ...names, ...contents, ...outside];
