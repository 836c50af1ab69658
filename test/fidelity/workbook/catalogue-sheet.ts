import { DECLARATION, MAIN, MC, OFFICE, X14, XM } from './package-builder.ts';
import { FORMATS } from './styles-part.ts';

const XR = 'http://schemas.microsoft.com/office/spreadsheetml/2014/revision';
const X14AC = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac';

const shared = (cell: string, index: number, format = 0): string =>
  `<c r="${cell}"${format > 0 ? ` s="${String(format)}"` : ''} t="s"><v>${String(index)}</v></c>`;
const number = (cell: string, value: string, format = 0): string =>
  `<c r="${cell}"${format > 0 ? ` s="${String(format)}"` : ''}><v>${value}</v></c>`;

/** Texts by index; the first rows' are of the headings. */
export function sharedStringsPart(): string {
  const plain = ['政务信息资源目录', '序号', '提供部门', '资源名称', '共享类型', '更新周期', '份数', '日期', '备注'];
  const items = [
    ...plain.map((text) => `<si><t>${text}</t></si>`),
    // 9: rich text
    '<si><r><t>公安局</t></r><r><rPr><b/><sz val="11"/><color rgb="FFFF0000"/><rFont val="宋体"/><family val="3"/><charset val="134"/></rPr><t xml:space="preserve">（牵头） </t></r></si>',
    // 10: with its reading
    '<si><t>人口基础信息</t><rPh sb="0" eb="2"><t>renkou</t></rPh><phoneticPr fontId="1" type="noConversion"/></si>',
    // 11 to 15
    '<si><t>110101196001010256</t></si>',
    '<si><t>=1+1</t></si>',
    '<si><t>无条件共享</t></si>',
    '<si><t xml:space="preserve">每日\n凌晨</t></si>',
    '<si><t>卫健委</t></si>',
  ];
  return `${DECLARATION}<sst xmlns="${MAIN}" count="18" uniqueCount="${String(items.length)}">${items.join('')}</sst>`;
}

function rows(): string {
  const headings = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
  return [
    `<row r="1" spans="1:11" ht="36" customHeight="1" x14ac:dyDescent="0.2">${shared('A1', 0, FORMATS.title)}<c r="B1" s="1"/><c r="H1" s="1"/></row>`,
    `<row r="2" spans="1:11" ht="24.75" customHeight="1">${headings.map((column, at) => shared(`${column}2`, at + 1, FORMATS.header)).join('')}</row>`,
    `<row r="3" spans="1:11">${number('A3', '1')}${shared('B3', 9)}${shared('C3', 10)}${shared('D3', 13, FORMATS.unlocked)}${shared('E3', 14)}${number('F3', '0.30000000000000004', FORMATS.money)}${number('G3', '45292', FORMATS.date)}<c r="H3" t="inlineStr"><is><t xml:space="preserve"> 行内文字 </t></is></c></row>`,
    `<row r="4" spans="1:11"><c r="A4"><f t="shared" ref="A4:A6" si="0">A3+1</f><v>2</v></c>${shared('B4', 15, FORMATS.good)}${shared('C4', 11, FORMATS.quoted)}${shared('D4', 13, FORMATS.unlocked)}${number('F4', '12')}${number('G4', '45293.5', FORMATS.date)}<c r="I4"><f t="array" ref="I4:I5">F3:F4*2</f><v>0.60000000000000009</v></c></row>`,
    `<row r="5" spans="1:11"><c r="A5"><f t="shared" si="0"/><v>3</v></c>${shared('B5', 15)}${shared('C5', 12, FORMATS.quoted)}${number('F5', '7')}<c r="H5" t="b"><v>1</v></c><c r="I5"><v>24</v></c></row>`,
    `<row r="6" spans="1:11"><c r="A6"><f t="shared" si="0"/><v>4</v></c><c r="B6" s="${String(FORMATS.turned)}"/><c r="F6" t="e"><f>NA()</f><v>#N/A</v></c><c r="H6" t="str"><f>_xlfn.DISPIMG("ID_00000000000000000000000000000001",1)</f><v>=DISPIMG("ID_00000000000000000000000000000001",1)</v></c><c r="I6" cm="1"><f t="array" ref="I6:I7">_xlfn._xlws.SORT(F3:F4)</f><v>0.30000000000000004</v></c></row>`,
    `<row r="7" spans="1:11" outlineLevel="1">${number('A7', '5')}${number('F7', '0.25', FORMATS.crossed)}<c r="I7"><v>12</v></c><c r="J7"><f>[1]Sheet1!$A$1</f><v>42</v></c></row>`,
    `<row r="8" spans="1:11" hidden="1" outlineLevel="1">${number('A8', '6')}</row>`,
    `<row r="9" spans="1:11" collapsed="1"><c r="A9" t="str"><f>"合计"</f><v>合计</v></c><c r="F9"><f>SUM(F3:F5)</f><v>19.300000000000001</v></c></row>`,
    `<row r="10" spans="1:11" s="${String(FORMATS.unlocked)}" customFormat="1"><c r="A10" s="${String(FORMATS.unlocked)}" t="d"><v>2024-01-01T00:00:00</v></c></row>`,
    '<row r="11" spans="1:11"><c r="H11" t="b"><v>1</v></c></row>',
  ].join('');
}

/** The sheet 目录: a form as an official would have it, with one of everything. Findings are flagged here. */
export function catalogueSheet(): string {
  const column = (attributes: string): string => `<col ${attributes} customWidth="1"/>`;
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:mc="${MC}" mc:Ignorable="x14ac xr" xmlns:x14ac="${X14AC}" xmlns:xr="${XR}" xr:uid="{6F2C0D7B-1111-4000-8000-000000000001}">` +
    '<sheetPr codeName="Sheet1"><tabColor rgb="FFFF0000"/><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:J11"/>' +
    '<sheetViews><sheetView showGridLines="0" tabSelected="1" zoomScale="85" zoomScaleNormal="85" workbookViewId="0"><pane xSplit="2" ySplit="2" topLeftCell="C3" activePane="bottomRight" state="frozen"/><selection pane="topRight"/><selection pane="bottomLeft"/><selection pane="bottomRight" activeCell="D3" sqref="D3:D5"/></sheetView></sheetViews>' +
    '<sheetFormatPr baseColWidth="10" defaultRowHeight="14.25" outlineLevelRow="1" outlineLevelCol="1" x14ac:dyDescent="0.2"/>' +
    `<cols>${column('min="1" max="1" width="6.625"')}${column('min="2" max="3" width="22.125"')}${column(`min="4" max="4" width="14" style="${String(FORMATS.unlocked)}"`)}<col min="9" max="9" width="9.5" hidden="1" customWidth="1"/>${column('min="10" max="11" width="9" outlineLevel="1"')}</cols>` +
    `<sheetData>${rows()}</sheetData>` +
    '<sheetProtection algorithmName="SHA-512" hashValue="q2Vn1VwJ5Q5OBCUP2CkpT2MKYkvmRnP4J2cVdNfV3yL0nVYwGdRk1lVKf7p8vXxkJfQb6T1KQ0a9nKp9z9d7Ww==" saltValue="k0S3XQvN2vU5yH8bY4mC1g==" spinCount="100000" sheet="1" objects="1" scenarios="1" formatColumns="0" autoFilter="0"/>' +
    '<protectedRanges><protectedRange algorithmName="SHA-512" hashValue="mC1g" saltValue="k0S3" spinCount="100000" sqref="D3:D10" name="填报区"/></protectedRanges>' +
    '<scenarios current="0" show="0"><scenario name="全年" locked="1" count="1" user="张三" comment="预计"><inputCells r="F4" val="24"/></scenario></scenarios>' +
    '<customSheetViews><customSheetView guid="{6F2C0D7B-2222-4000-8000-000000000001}" scale="85" showGridLines="0" fitToPage="1"><pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/></customSheetView></customSheetViews>' +
    '<mergeCells count="2"><mergeCell ref="A1:H1"/><mergeCell ref="B5:B6"/></mergeCells><phoneticPr fontId="1" type="noConversion"/>' +
    conditionalFormats() +
    validations() +
    '<hyperlinks><hyperlink ref="B4" r:id="rId1" tooltip="主管部门网站"/><hyperlink ref="C3" location="字典!A1" display="见字典"/></hyperlinks>' +
    '<printOptions horizontalCentered="1" gridLines="1"/><pageMargins left="0.31496062992125984" right="0.31496062992125984" top="0.74803149606299213" bottom="0.74803149606299213" header="0.31496062992125984" footer="0.31496062992125984"/>' +
    '<pageSetup paperSize="9" fitToHeight="0" pageOrder="overThenDown" orientation="landscape" blackAndWhite="1" r:id="rId2"/>' +
    '<headerFooter differentOddEven="1" differentFirst="1"><oddHeader>&amp;L&amp;G&amp;C&amp;"宋体,加粗"政务信息资源目录</oddHeader><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter><evenFooter>&amp;R&amp;D</evenFooter><firstFooter>&amp;C首页</firstFooter></headerFooter>' +
    '<rowBreaks count="1" manualBreakCount="1"><brk id="9" max="16383" man="1"/></rowBreaks><colBreaks count="1" manualBreakCount="1"><brk id="8" max="1048575" man="1"/></colBreaks>' +
    '<customProperties><customPr name="填报版本" r:id="rId8"/></customProperties><cellWatches><cellWatch r="F9"/></cellWatches>' +
    '<ignoredErrors><ignoredError sqref="C4:C5" numberStoredAsText="1"/></ignoredErrors>' +
    '<drawing r:id="rId3"/><legacyDrawing r:id="rId4"/><legacyDrawingHF r:id="rId5"/><picture r:id="rId9"/>' +
    `<mc:AlternateContent xmlns:mc="${MC}"><mc:Choice Requires="x14"><controls><mc:AlternateContent xmlns:mc="${MC}"><mc:Choice Requires="x14"><control shapeId="1027" r:id="rId10" name="Check Box 3"><controlPr defaultSize="0" autoFill="0" autoLine="0" autoPict="0"><anchor moveWithCells="1"><from><xdr:col xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">0</xdr:col><xdr:colOff xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">38100</xdr:colOff><xdr:row xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">10</xdr:row><xdr:rowOff xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">38100</xdr:rowOff></from><to><xdr:col xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">1</xdr:col><xdr:colOff xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">285750</xdr:colOff><xdr:row xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">11</xdr:row><xdr:rowOff xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">76200</xdr:rowOff></to></anchor></controlPr></control></mc:Choice></mc:AlternateContent></controls></mc:Choice></mc:AlternateContent>` +
    extensions() +
    '</worksheet>'
  );
}

function conditionalFormats(): string {
  const block = (sqref: string, rules: string): string =>
    `<conditionalFormatting sqref="${sqref}">${rules}</conditionalFormatting>`;
  return [
    block('C3:C10', '<cfRule type="duplicateValues" dxfId="0" priority="1" stopIfTrue="1"/>'),
    block(
      'D3:D10',
      '<cfRule type="expression" dxfId="1" priority="2"><formula>AND($B3&lt;&gt;"",$D3="")</formula></cfRule>',
    ),
    block(
      'F3:F5',
      '<cfRule type="dataBar" priority="4"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar><extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{B025F937-C7B1-47D3-B67F-A62EFF666E3E}"><x14:id>{6F2C0D7B-3333-4000-8000-000000000001}</x14:id></ext></extLst></cfRule>',
    ),
    block(
      'A3:A8',
      '<cfRule type="iconSet" priority="6"><iconSet iconSet="3TrafficLights1" reverse="1"><cfvo type="percent" val="0"/><cfvo type="num" val="3"/><cfvo type="percentile" val="90"/></iconSet></cfRule>',
    ),
    block(
      'G3:G10',
      '<cfRule type="colorScale" priority="7"><colorScale><cfvo type="min"/><cfvo type="percentile" val="50"/><cfvo type="max"/><color rgb="FFF8696B"/><color rgb="FFFFEB84"/><color rgb="FF63BE7B"/></colorScale></cfRule>',
    ),
    block('F3:F9', '<cfRule type="top10" dxfId="1" priority="8" bottom="1" rank="3"/>'),
  ].join('');
}

function validations(): string {
  return (
    '<dataValidations count="4" xWindow="410" yWindow="320">' +
    '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="共享类型" error="只能三选一" promptTitle="共享类型" prompt="请从下拉框中选择" sqref="D3:D10"><formula1>"无条件共享,有条件共享,不予共享"</formula1></dataValidation>' +
    '<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="E3:E10 E12"><formula1>周期</formula1></dataValidation>' +
    '<dataValidation type="decimal" operator="greaterThanOrEqual" allowBlank="1" showErrorMessage="1" sqref="F3:F8"><formula1>0.01</formula1></dataValidation>' +
    '<dataValidation type="custom" imeMode="off" allowBlank="1" showErrorMessage="1" sqref="C3:C10"><formula1>COUNTIF($C$3:$C$10,$C3)=1</formula1></dataValidation>' +
    '</dataValidations>'
  );
}

/** What Excel 2010 and later added, behind everything else. */
function extensions(): string {
  const formats =
    '<x14:conditionalFormatting><x14:cfRule type="dataBar" id="{6F2C0D7B-3333-4000-8000-000000000001}"><x14:dataBar minLength="0" maxLength="100" border="1" negativeBarBorderColorSameAsPositive="0"><x14:cfvo type="autoMin"/><x14:cfvo type="autoMax"/><x14:borderColor rgb="FF638EC6"/><x14:negativeFillColor rgb="FFFF0000"/><x14:axisColor rgb="FF000000"/></x14:dataBar></x14:cfRule><xm:sqref>F3:F5</xm:sqref></x14:conditionalFormatting>' +
    '<x14:conditionalFormatting><x14:cfRule type="iconSet" priority="5" id="{6F2C0D7B-3333-4000-8000-000000000002}"><x14:iconSet iconSet="3Stars" custom="1"><x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>5</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>10</xm:f></x14:cfvo><x14:cfIcon iconSet="NoIcons" iconId="0"/><x14:cfIcon iconSet="3Stars" iconId="1"/><x14:cfIcon iconSet="3Stars" iconId="2"/></x14:iconSet></x14:cfRule><xm:sqref>F3:F5</xm:sqref></x14:conditionalFormatting>' +
    '<x14:conditionalFormatting><x14:cfRule type="expression" priority="3" id="{6F2C0D7B-3333-4000-8000-000000000003}"><xm:f>COUNTIF(字典!$A$1:$A$3,$B3)=0</xm:f><x14:dxf><font><color rgb="FF7030A0"/></font></x14:dxf></x14:cfRule><xm:sqref>B3:B10</xm:sqref></x14:conditionalFormatting>';
  const lists =
    '<x14:dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1"><x14:formula1><xm:f>字典!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B3:B10</xm:sqref></x14:dataValidation>';
  const sparklines =
    '<x14:sparklineGroup type="column" displayEmptyCellsAs="gap" markers="1"><x14:colorSeries rgb="FF376092"/><x14:sparklines><x14:sparkline><xm:f>目录!F3:F5</xm:f><xm:sqref>K3</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup>';
  const extension = (uri: string, content: string): string => `<ext xmlns:x14="${X14}" uri="${uri}">${content}</ext>`;
  return (
    '<extLst>' +
    extension(
      '{78C0D931-6437-407d-A8EE-F0AAD7539E65}',
      `<x14:conditionalFormattings xmlns:xm="${XM}">${formats}</x14:conditionalFormattings>`,
    ) +
    extension(
      '{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}',
      `<x14:dataValidations xmlns:xm="${XM}" count="1">${lists}</x14:dataValidations>`,
    ) +
    extension(
      '{05C60535-1F16-4fd2-B633-F4F36F0B64E0}',
      `<x14:sparklineGroups xmlns:xm="${XM}">${sparklines}</x14:sparklineGroups>`,
    ) +
    '</extLst>'
  );
}
