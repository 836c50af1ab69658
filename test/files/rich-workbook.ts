import { nodeCodec } from '../../src/files/codec-node.ts';
import { writeZip } from '../../src/files/zip-write.ts';
import { ZipArchive } from '../../src/files/zip.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const X14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';

/** A file by its parts, in order. */
export type Parts = ReadonlyMap<string, string>;

export function zipped(parts: Parts): Uint8Array {
  const encoder = new TextEncoder();
  return writeZip(
    [...parts].map(([name, text]) => ({ name, data: encoder.encode(text) })),
    nodeCodec,
  );
}

/** The parts of a file, one character a byte: good for comparing, and for texts in ASCII. */
export function unzipped(bytes: Uint8Array): Map<string, string> {
  const archive = new ZipArchive(bytes, nodeCodec);
  return new Map(archive.entries.map((entry) => [entry.name, new TextDecoder().decode(archive.read(entry))]));
}

function relationships(...list: [id: string, type: string, target: string, external?: boolean][]): string {
  const items = list.map(
    ([id, type, target, external]) =>
      `<Relationship Id="${id}" Type="${type.includes(':') ? type : `${OFFICE}/${type}`}" Target="${target}"${external === true ? ' TargetMode="External"' : ''}/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function vmlShape(id: number, type: string, data: string): string {
  return `<v:shape id="_x0000_s${String(id)}" type="#_x0000_${type}" style='position:absolute;visibility:hidden'><v:fill color2="#ffffe1"/>${data}</v:shape>`;
}

const VML_ROOT =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">';

/**
 * A workbook with what official forms carry. Sheet 目录 (rows 1 to 6): notes at A2, C4 and a thread at E5, a form control,
 * a picture in the header, validations of both kinds, conditional formats of both kinds, merges, a table, protection,
 * hyperlinks, print settings. Sheet 说明 has none of it. B5:C5 are merged; F4 is a formula.
 */
export function richWorkbook(): Map<string, string> {
  return new Map([
    [
      '[Content_Types].xml',
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/comments1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/><Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/><Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/><Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>`,
    ],
    ['_rels/.rels', relationships(['rId1', 'officeDocument', 'xl/workbook.xml'])],
    [
      'xl/workbook.xml',
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr/><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="目录" sheetId="1" r:id="rId1"/><sheet name="说明" sheetId="2" r:id="rId2"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">目录!$A$1:$F$6</definedName><definedName name="选项">说明!$A$1:$A$3</definedName></definedNames><calcPr calcId="191029"/></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'worksheet', '/xl/worksheets/sheet2.xml'],
        ['rId3', 'styles', 'styles.xml'],
      ),
    ],
    [
      'xl/styles.xml',
      `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><b/></font></dxf></dxfs><tableStyles count="0"/></styleSheet>`,
    ],
    ['xl/worksheets/sheet1.xml', firstSheet()],
    [
      'xl/worksheets/_rels/sheet1.xml.rels',
      relationships(
        ['rId1', 'comments', '../comments1.xml'],
        ['rId2', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
        ['rId3', 'vmlDrawing', '../drawings/vmlDrawing2.vml'],
        ['rId4', 'table', '../tables/table1.xml'],
        ['rId5', 'hyperlink', 'https://example.com/', true],
        ['rId6', 'drawing', '../drawings/drawing1.xml'],
        [
          'rId7',
          'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
          '../threadedComments/threadedComment1.xml',
        ],
      ),
    ],
    [
      'xl/worksheets/sheet2.xml',
      `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>是</t></is></c></row></sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`,
    ],
    [
      'xl/comments1.xml',
      `${DECLARATION}<comments xmlns="${MAIN}" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"><authors><author>张三</author><author>tc={6F2C0D7B-0000-4000-8000-000000000001}</author></authors><commentList><comment ref="A2" authorId="0" shapeId="0"><text><r><rPr><b/><sz val="9"/></rPr><t>张三:</t></r><r><rPr><sz val="9"/></rPr><t xml:space="preserve">\n请核对 &lt;部门&gt; &amp; 单位</t></r></text></comment><comment ref="C4" authorId="0"><text><t>只有一段</t></text></comment><comment ref="E5" authorId="1" xr:uid="{6F2C0D7B-0000-4000-8000-000000000001}"><text><t>[线程批注]</t></text></comment></commentList></comments>`,
    ],
    [
      'xl/threadedComments/threadedComment1.xml',
      `${DECLARATION}<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="E5" dT="2024-01-01T00:00:00.00" personId="{6F2C0D7B-0000-4000-8000-000000000002}" id="{6F2C0D7B-0000-4000-8000-000000000001}"><text>请说明</text></threadedComment></ThreadedComments>`,
    ],
    [
      'xl/drawings/vmlDrawing1.vml',
      `${VML_ROOT}<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t201" coordsize="21600,21600"/><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"/>${vmlShape(1025, 't202', '<x:ClientData ObjectType="Note"><x:Anchor>1, 15, 1, 2, 3, 15, 5, 4</x:Anchor><x:Row>1</x:Row><x:Column>0</x:Column></x:ClientData>')}${vmlShape(1026, 't202', '<x:ClientData ObjectType="Note"><x:Anchor>3, 15, 3, 2, 5, 15, 7, 4</x:Anchor><x:Row>3</x:Row><x:Column>2</x:Column></x:ClientData>')}${vmlShape(1027, 't201', '<v:textbox><div>勾选<br></div></v:textbox><x:ClientData ObjectType="Checkbox"><x:Anchor>0, 1, 5, 2, 1, 15, 6, 4</x:Anchor></x:ClientData>')}${vmlShape(1028, 't202', '<x:ClientData ObjectType="Note"><x:Anchor>5, 15, 4, 2, 7, 15, 8, 4</x:Anchor><x:Row>4</x:Row><x:Column>4</x:Column></x:ClientData>')}</xml>`,
    ],
    [
      'xl/drawings/vmlDrawing2.vml',
      `${VML_ROOT}<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="2"/></o:shapelayout><v:shape id="CH" o:spid="_x0000_s2049" type="#_x0000_t75" style='position:absolute;width:20pt;height:20pt'/></xml>`,
    ],
    [
      'xl/drawings/drawing1.xml',
      `${DECLARATION}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"/>`,
    ],
    [
      'xl/tables/table1.xml',
      `${DECLARATION}<table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="A1:B2" totalsRowShown="0"><tableColumns count="2"><tableColumn id="1" name="部门"/><tableColumn id="2" name="名称"/></tableColumns></table>`,
    ],
    ['customXml/item1.xml', '<b:Sources xmlns:b="urn:example:sources"/>'],
  ]);
}

function firstSheet(): string {
  const text = (at: string, value: string, style = ''): string =>
    `<c r="${at}"${style} t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows = [
    `<row r="1">${text('A1', '部门')}${text('B1', '名称')}</row>`,
    `<row r="2" ht="40" customHeight="1">${text('A2', '公安局')}${text('B2', '人口库')}</row>`,
    `<row r="4" s="2" customFormat="1" spans="1:6"><c r="A4" s="2"><v>5000.5</v></c><c r="C4" s="1"><v>45292</v></c><c r="F4"><f>A4*2</f><v>10001</v></c></row>`,
    `<row r="5">${text('B5', '合并')}<c r="C5"/>${text('E5', '线程')}</row>`,
  ];
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:x14="${X14}" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" mc:Ignorable="x14ac">` +
    '<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:F5"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>' +
    '<cols><col min="1" max="2" width="20" customWidth="1"/><col min="4" max="4" width="9" style="1"/></cols>' +
    `<sheetData>${rows.join('')}</sheetData>` +
    '<sheetProtection algorithmName="SHA-512" hashValue="abc=" saltValue="def=" spinCount="100000" sheet="1"/>' +
    '<mergeCells count="1"><mergeCell ref="B5:C5"/></mergeCells><phoneticPr fontId="0"/>' +
    '<conditionalFormatting sqref="A1:F6"><cfRule type="duplicateValues" dxfId="0" priority="1" stopIfTrue="1"/><cfRule type="expression" dxfId="0" priority="3"><formula>LEN(A1)&gt;9</formula></cfRule></conditionalFormatting>' +
    '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="B2:B6"><formula1>"人口库,法人库"</formula1></dataValidation></dataValidations>' +
    '<hyperlinks><hyperlink ref="A1" r:id="rId5"/></hyperlinks><printOptions horizontalCentered="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/><headerFooter><oddHeader>&amp;C&amp;G</oddHeader></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="3" max="16383" man="1"/></rowBreaks><ignoredErrors><ignoredError sqref="A2" numberStoredAsText="1"/></ignoredErrors>' +
    '<drawing r:id="rId6"/><legacyDrawing r:id="rId2"/><legacyDrawingHF r:id="rId3"/><tableParts count="1"><tablePart r:id="rId4"/></tableParts>' +
    '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="2" id="{00000000-0000-4000-8000-000000000003}"><xm:f>说明!$A$1="是"</xm:f></x14:cfRule><xm:sqref>D2</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1><xm:f>说明!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>D2:D6</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>'
  );
}
