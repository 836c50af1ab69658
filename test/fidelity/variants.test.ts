import assert from 'node:assert/strict';
import { nodeCodec } from '../../src/files/codec-node.ts';
import { flagXlsx, unflagXlsx } from '../../src/files/xlsx-flag.ts';
import { factOf } from './features/feature.ts';
import { FEATURES } from './features/index.ts';
import { partsOf, PLAN } from './flagging.ts';
import { PackageView } from './package-view.ts';
import { rewritten as rewrittenFile, type Edit } from './rewriting.ts';
import { fidelityWorkbook } from './workbook/fidelity-workbook.ts';

const original = fidelityWorkbook();

function rewritten(which: RegExp, edit: Edit, added?: Readonly<Record<string, string>>): Uint8Array {
  return rewrittenFile(original, which, edit, added);
}

const MAIN = /^xl\/(?:workbook|styles|sharedStrings|comments1|worksheets\/sheet\d)\.xml$/;
const XML = /\.(?:xml|rels)$/;
const SHEETS = /^xl\/worksheets\/sheet\d\.xml$/;

const prefixed: Edit = (text) =>
  text.replace(/<(\/?)(?=[a-zA-Z])(?![\w]+:)/g, '<$1x:').replace(/ xmlns="/, ' xmlns:x="');

const strict: Edit = (text) =>
  text
    .replaceAll(
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    )
    .replaceAll(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'http://purl.oclc.org/ooxml/officeDocument/relationships',
    );

const utf16 =
  (littleEndian: boolean): Edit =>
  (text) => {
    const whole = `\ufeff${text.replace('UTF-8', 'UTF-16')}`;
    const bytes = new Uint8Array(2 * whole.length);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < whole.length; at++) view.setUint16(2 * at, whole.charCodeAt(at), littleEndian);
    return bytes;
  };

/** Notes as a program would write them that has made 1500 of them: more than one block of ids. */
const manyNotes: Edit = (text, name) => {
  const rows = Array.from({ length: 1500 }, (_, at) => at + 100);
  if (name.endsWith('.vml')) {
    const shapes = rows.map(
      (row, at) =>
        `<v:shape id="_x0000_s${String(at < 990 ? 1030 + at : 4097 + at - 990)}" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>${String(row - 1)}</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>`,
    );
    return text.replace('data="1"', 'data="1,4"').replace('</xml>', `${shapes.join('')}</xml>`);
  }
  const notes = rows.map((row) => `<comment ref="A${String(row)}" authorId="0"><text><t>注</t></text></comment>`);
  return text.replace('</commentList>', `${notes.join('')}</commentList>`);
};

/** How other programs write the same workbook. Whatever they do, its flags come off without a trace. */
const VARIANTS: readonly (readonly [how: string, bytes: Uint8Array])[] = [
  ['with prefixed elements', rewritten(MAIN, prefixed)],
  ['in strict namespaces', rewritten(XML, strict)],
  ['with single quotes', rewritten(MAIN, (text) => text.replace(/="([^"'<]*)"/g, "='$1'"))],
  ['in UTF-16, little-endian', rewritten(MAIN, utf16(true))],
  ['in UTF-16, big-endian', rewritten(MAIN, utf16(false))],
  ['with a byte order mark', rewritten(XML, (text) => `\ufeff${text}`)],
  ['with a blank before each slash', rewritten(XML, (text) => text.replace(/([^ ?])\/>/g, '$1 />'))],
  ['with blanks in closing tags', rewritten(XML, (text) => text.replace(/<\/([\w:]+)>/g, '</$1 >'))],
  [
    'with each element on a line of its own',
    rewritten(MAIN, (text) =>
      text.replace(
        /(<\/?(?:x:)?(?:row|c|mergeCell|conditionalFormatting|cfRule|dxf|dxfs|font|fill|sheetData|authors|author|comment|commentList|text)\b[^>]*>)(?=<)/g,
        '$1\r\n  ',
      ),
    ),
  ],
  [
    'with comments between its elements',
    rewritten(MAIN, (text) =>
      text.replace(/(<(?:sheetData|dxfs|authors|commentList|fonts)\b[^>]*>)/g, '<!-- <dxfs> -->$1<!-- </x> -->'),
    ),
  ],
  ['without addresses of rows and cells', rewritten(SHEETS, (text) => text.replace(/<(row|c) r="\w+"/g, '<$1'))],
  [
    'without a list of differential formats',
    rewritten(/styles|sheet\d\.xml$|table1/, (text) =>
      text.replace(/<dxfs.*<\/dxfs>/, '').replace(/ (?:dxfId|dataDxfId)="\d"/g, ''),
    ),
  ],
  [
    'with an empty list of differential formats',
    rewritten(/styles|sheet\d\.xml$|table1/, (text) =>
      text.replace(/<dxfs.*<\/dxfs>/, '<dxfs count="0"/>').replace(/ (?:dxfId|dataDxfId)="\d"/g, ''),
    ),
  ],
  [
    'with an empty list of differential formats, a blank before its slash',
    rewritten(/styles|sheet\d\.xml$|table1/, (text) =>
      text.replace(/<dxfs.*<\/dxfs>/, '<dxfs count="0" />').replace(/ (?:dxfId|dataDxfId)="\d"/g, ''),
    ),
  ],
  [
    'without styles',
    rewritten(/styles|Content|workbook\.xml\.rels|sheet\d\.xml$|table1/, (text, name) =>
      name === 'xl/styles.xml'
        ? undefined
        : text
            .replace(/<Override PartName="\/xl\/styles.xml"[^>]*>/, '')
            .replace(/<Relationship Id="rId10"[^>]*>/, '')
            .replace(/ (?:dxfId|dataDxfId|s|style)="\d"/g, ''),
    ),
  ],
  [
    'with types of drawings stated one by one',
    rewritten(/Content_Types/, (text) =>
      text
        .replace(/<Default Extension="vml"[^>]*>/, '')
        .replace(
          '</Types>',
          [1, 2, 3]
            .map(
              (n) =>
                `<Override PartName="/xl/drawings/vmlDrawing${String(n)}.vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`,
            )
            .join('') + '</Types>',
        ),
    ),
  ],
  [
    'with names of parts in other letters',
    rewritten(/Content_Types/, (text) => text.replaceAll('/xl/worksheets/', '/XL/Worksheets/')),
  ],
  ['with more notes than a block of ids has', rewritten(/comments1|vmlDrawing1/, manyNotes)],
  ['with a drawing of one line', rewritten(/\.vml$/, (text) => text.replace(/\r\n\s*/g, ' '))],
  [
    'with a frame of option buttons in a drawing',
    rewritten(/vmlDrawing3/, (text) =>
      text.replace(/<v:shape .*<\/v:shape>/s, '<v:rect id="_x0000_s3073"><x:ClientData ObjectType="GBox"/></v:rect>'),
    ),
  ],
  [
    'with an empty list of differential formats, its tags apart',
    rewritten(/styles|sheet\d\.xml$|table1/, (text) =>
      text.replace(/<dxfs.*<\/dxfs>/, '<dxfs count="0"></dxfs>').replace(/ (?:dxfId|dataDxfId)="\d"/g, ''),
    ),
  ],
  [
    'with a wrong count of differential formats',
    rewritten(/styles/, (text) => text.replace(/<dxfs count="\d+"/, '<dxfs count="9"')),
  ],
  [
    'without the styles that its sheets speak of',
    rewritten(/styles/, (_, name) => (name === 'xl/styles.xml' ? undefined : '')),
  ],
  [
    'with a relationship to styles that are not there',
    rewritten(/workbook\.xml\.rels/, (text) => text.replace('"styles.xml"', '"none.xml"')),
  ],
  [
    'with an empty list of relationships, its tags apart',
    rewritten(/^$/, (text) => text, {
      'xl/worksheets/_rels/sheet3.xml.rels':
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
    }),
  ],
  [
    'with a list of notes that has neither notes nor authors',
    rewritten(/comments1/, (text) =>
      text.replace(/<authors>.*<\/commentList>/s, '<authors/><commentList></commentList>'),
    ),
  ],
  [
    'with a list of notes that lacks a list of authors',
    rewritten(/comments1/, (text) => text.replace(/<authors>.*<\/commentList>/s, '<commentList/>')),
  ],
  [
    'with a list of notes that holds nothing at all',
    rewritten(/comments1/, (text) => text.replace(/<authors>.*<\/commentList>/s, '')),
  ],
  [
    'with notes that are not there',
    rewritten(/comments1|Content_Types/, (text, name) =>
      name.includes('comments') ? undefined : text.replace(/<Override PartName="\/xl\/comments1[^>]*>/, ''),
    ),
  ],
  [
    'with a note by an author that is not there',
    rewritten(/comments1/, (text) => text.replace(/authorId="\d+"/, 'authorId="2"')),
  ],
  [
    'with a note whose text has two tags and nothing between',
    rewritten(/comments1/, (text) => text.replace('<text><t>只有一段</t></text>', '<text></text>')),
  ],
  [
    'with a note of an empty text, its tags apart',
    rewritten(/comments1/, (text) => text.replace('<t>只有一段</t>', '<t></t>')),
  ],
  [
    'with a note of wide blanks',
    rewritten(/comments1/, (text) => text.replace('<t>只有一段</t>', '<t>\u3000&#32;</t>')),
  ],
  [
    'with a note of an empty text that keeps its blanks',
    rewritten(/comments1/, (text) => text.replace('<t>只有一段</t>', '<t xml:space="preserve"/>')),
  ],
  [
    'with notes that have no drawing',
    rewritten(/sheets\/_rels\/sheet1|sheet1\.xml$/, (text) => text.replace(/<legacyDrawing r:id="\w+"\/>/, '')),
  ],
  [
    'with notes whose drawing is not there',
    rewritten(/vmlDrawing1|sheet1\.xml\.rels/, (text, name) => (name.endsWith('.vml') ? undefined : text)),
  ],
  [
    'with a drawing of notes without a shape',
    rewritten(/vmlDrawing1/, (text) => text.replace(/<v:shapetype.*(?=<\/xml>)/s, '')),
  ],
  [
    'with a drawing and a list of notes that hold nothing',
    rewritten(/vmlDrawing1|comments1/, (text, name) =>
      name.endsWith('.vml')
        ? text.replace(/<v:shapetype.*(?=<\/xml>)/s, '')
        : text.replace(/<authors>.*<\/commentList>/s, '<authors/><commentList/>'),
    ),
  ],
  [
    'with blocks of ids that no shape uses',
    rewritten(/vmlDrawing1/, (text) => text.replace('data="1"', 'data="1, 7,8"')),
  ],
  [
    'with drawings that have no type',
    rewritten(/Content_Types/, (text) => text.replace(/<Default Extension="vml"[^>]*>/, '')),
  ],
  [
    'with an empty list of relationships',
    rewritten(/^$/, (text) => text, {
      'xl/worksheets/_rels/sheet3.xml.rels':
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
    }),
  ],
  [
    'with a list of notes that is empty but for authors',
    rewritten(/comments1/, (text) => text.replace(/<commentList>.*<\/commentList>/s, '<commentList/>')),
  ],
  [
    'with a note without text',
    rewritten(/comments1/, (text) => text.replace('<text><t>只有一段</t></text>', '<text/>')),
  ],
  [
    'with a note of nothing but a line break',
    rewritten(/comments1/, (text) => text.replace('<text><t>只有一段</t></text>', '<text>\n</text>')),
  ],
  ['with a note of an empty text', rewritten(/comments1/, (text) => text.replace('<t>只有一段</t>', '<t/>'))],
  ['with a note of blanks', rewritten(/comments1/, (text) => text.replace('<t>只有一段</t>', '<t> </t>'))],
  [
    'with a note that ends in an empty run',
    rewritten(/comments1/, (text) =>
      text.replace('<t>只有一段</t>', '<r><t>只有一段</t></r><r><rPr><b/></rPr><t/></r>'),
    ),
  ],
  [
    'with a relationship to notes that are not there',
    rewritten(/sheets\/_rels\/sheet1/, (text) =>
      text.replace(
        '<Relationship ',
        '<Relationship Id="rId99" Type="http://a/comments" Target="../none.xml"/><Relationship ',
      ),
    ),
  ],
  [
    'with boxes of notes that begin on a line of their own',
    rewritten(/vmlDrawing1/, (text) => text.replaceAll('<v:shape id', '<v:shape\n id')),
  ],
  [
    'with a sheet that has no cells',
    rewritten(/sheet3\.xml$/, (text) => text.replace(/<sheetData>.*<\/sheetData>/, '<sheetData/>')),
  ],
];

describe('workbooks that other programs write', () => {
  for (const [how, bytes] of VARIANTS) {
    const before = new PackageView(bytes);
    const flagged = flagXlsx(bytes, PLAN, nodeCodec).bytes;
    it(`${how}: flagging keeps every feature they have`, () => {
      const after = new PackageView(flagged);
      for (const [, features] of FEATURES) {
        for (const feature of features) {
          const expected = factOf(feature, before);
          if (expected !== undefined) assert.equal(factOf(feature, after), expected, feature[0]);
        }
      }
    });
    it(`${how}: flagging twice is flagging once`, () => {
      assert.deepEqual(partsOf(flagXlsx(flagged, PLAN, nodeCodec).bytes), partsOf(flagged));
    });
    it(`${how}: unflagged they are as before, part by part`, () => {
      const unflagged = unflagXlsx(flagged, nodeCodec);
      assert.ok(unflagged);
      const [then, now] = [partsOf(bytes), partsOf(unflagged)];
      assert.deepEqual([...now.keys()], [...then.keys()]);
      for (const [name, part] of then) assert.equal(now.get(name), part, name);
    });
  }
});
