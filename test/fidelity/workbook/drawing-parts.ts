import { DECLARATION, DRAWING, OFFICE, X14 } from './package-builder.ts';

const SPREADSHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';

const anchor = (from: readonly [number, number], to: readonly [number, number], what: string): string =>
  `<xdr:twoCellAnchor editAs="oneCell"><xdr:from><xdr:col>${String(from[0])}</xdr:col><xdr:colOff>12700</xdr:colOff><xdr:row>${String(from[1])}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>` +
  `<xdr:to><xdr:col>${String(to[0])}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${String(to[1])}</xdr:row><xdr:rowOff>12700</xdr:rowOff></xdr:to>${what}<xdr:clientData/></xdr:twoCellAnchor>`;

const size = '<a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/>';
const rectangle = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';

/** A stamp (turned, half transparent, in front of the cells), a text box, two joined shapes in a group, a chart. */
export function drawingPart(): string {
  const stamp =
    '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="公章" descr="单位公章"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>' +
    '<xdr:blipFill><a:blip r:embed="rId1"><a:alphaModFix amt="60000"/></a:blip><a:srcRect l="10000"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>' +
    `<xdr:spPr><a:xfrm rot="1200000">${size}</a:xfrm>${rectangle}</xdr:spPr></xdr:pic>`;
  const box =
    '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="3" name="填表说明"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr>' +
    `<xdr:spPr><a:xfrm>${size}</a:xfrm>${rectangle}<a:solidFill><a:srgbClr val="FFF2CC"/></a:solidFill></xdr:spPr>` +
    '<xdr:txBody><a:bodyPr vertOverflow="clip" wrap="square"/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN" sz="1100" b="1"/><a:t>请用下拉框填写，勿改表头</a:t></a:r></a:p></xdr:txBody></xdr:sp>';
  const shape = (id: number, name: string): string =>
    `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="${String(id)}" name="${name}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm>${size}</a:xfrm><a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp>`;
  const connector =
    '<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="7" name="连线"/><xdr:cNvCxnSpPr><a:stCxn id="5" idx="0"/><a:endCxn id="6" idx="0"/></xdr:cNvCxnSpPr></xdr:nvCxnSpPr>' +
    `<xdr:spPr><a:xfrm>${size}</a:xfrm><a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom><a:ln w="19050"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:ln></xdr:spPr></xdr:cxnSp>`;
  const group =
    '<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="4" name="流程"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr>' +
    `<xdr:grpSpPr><a:xfrm>${size}<a:chOff x="0" y="0"/><a:chExt cx="900000" cy="900000"/></a:xfrm></xdr:grpSpPr>${shape(5, '起')}${shape(6, '止')}${connector}</xdr:grpSp>`;
  const frame =
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="8" name="图表"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="rId2"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
  return (
    `${DECLARATION}<xdr:wsDr xmlns:xdr="${SPREADSHEET_DRAWING}" xmlns:a="${DRAWING}" xmlns:r="${OFFICE}">` +
    anchor([5, 12], [7, 18], stamp) +
    anchor([0, 14], [3, 18], box) +
    anchor([3, 14], [5, 18], group) +
    anchor([0, 19], [5, 30], frame) +
    '</xdr:wsDr>'
  );
}

/** The drawing of a chart sheet: its chart and nothing else. */
export function chartSheetDrawing(): string {
  return (
    `${DECLARATION}<xdr:wsDr xmlns:xdr="${SPREADSHEET_DRAWING}" xmlns:a="${DRAWING}" xmlns:r="${OFFICE}"><xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9000000" cy="6000000"/>` +
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图表"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>`
  );
}

/** A bar chart of the numbers of items, its values stored. */
export function chartPart(title: string): string {
  const cache = (items: readonly string[]): string =>
    `<c:ptCount val="${String(items.length)}"/>${items.map((item, i) => `<c:pt idx="${String(i)}"><c:v>${item}</c:v></c:pt>`).join('')}`;
  const axis = (kind: string, id: string, other: string, place: string): string =>
    `<c:${kind}><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${place}"/><c:crossAx val="${other}"/></c:${kind}>`;
  return (
    `${DECLARATION}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${OFFICE}"><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>${title}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>` +
    '<c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/>' +
    `<c:cat><c:strRef><c:f>目录!$B$3:$B$5</c:f><c:strCache>${cache(['公安局', '民政局', '卫健委'])}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>目录!$F$3:$F$5</c:f><c:numCache><c:formatCode>General</c:formatCode>${cache(['0.3', '12', '7'])}</c:numCache></c:numRef></c:val></c:ser>` +
    '<c:axId val="111"/><c:axId val="222"/></c:barChart>' +
    axis('catAx', '111', '222', 'b') +
    axis('valAx', '222', '111', 'l') +
    '</c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>'
  );
}

const VML_ROOT =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml"\r\n xmlns:o="urn:schemas-microsoft-com:office:office"\r\n xmlns:x="urn:schemas-microsoft-com:office:excel">\r\n ';

const layout = (block: number): string =>
  `<o:shapelayout v:ext="edit">\r\n  <o:idmap v:ext="edit" data="${String(block)}"/>\r\n </o:shapelayout>`;

/** Boxes of notes as Excel writes them, line breaks and single quotes too. */
const noteBox = (id: number, row: number, column: number, visible = false): string =>
  `<v:shape id="_x0000_s${String(id)}" type="#_x0000_t202" style='position:absolute;\r\n  margin-left:59.25pt;margin-top:1.5pt;width:108pt;height:59.25pt;z-index:1${visible ? '' : ';\r\n  visibility:hidden'}' fillcolor="#ffffe1" o:insetmode="auto">\r\n  <v:fill color2="#ffffe1"/>\r\n  <v:shadow color="black" obscured="t"/>\r\n  <v:path o:connecttype="none"/>\r\n` +
  `  <v:textbox style='mso-direction-alt:auto'>\r\n   <div style='text-align:left'></div>\r\n  </v:textbox>\r\n  <x:ClientData ObjectType="Note">\r\n   <x:MoveWithCells/>\r\n   <x:SizeWithCells/>\r\n   <x:Anchor>\r\n    ${String(column + 1)}, 15, ${String(row)}, 2, ${String(column + 3)}, 31, ${String(row + 4)}, 1</x:Anchor>\r\n   <x:AutoFill>False</x:AutoFill>\r\n   <x:Row>${String(row)}</x:Row>\r\n   <x:Column>${String(column)}</x:Column>${visible ? '\r\n   <x:Visible/>' : ''}\r\n  </x:ClientData>\r\n </v:shape>`;

/**
 * Notes and a tick box in one drawing.
 * @param lineBreak in the text of the tick box: Office itself writes a `<br>` that is never closed
 */
export function notesDrawing(lineBreak: string): string {
  return (
    `${VML_ROOT}${layout(1)}<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202"\r\n  path="m,l,21600r21600,l21600,xe">\r\n  <v:stroke joinstyle="miter"/>\r\n  <v:path gradientshapeok="t" o:connecttype="rect"/>\r\n </v:shapetype>` +
    `<v:shapetype id="_x0000_t201" coordsize="21600,21600" o:spt="201"\r\n  path="m,l,21600r21600,l21600,xe"/>` +
    noteBox(1025, 2, 1) +
    noteBox(1026, 3, 3, true) +
    `<v:shape id="_x0000_s1027" type="#_x0000_t201" style='position:absolute;\r\n  margin-left:3pt;margin-top:150pt;width:72pt;height:17.25pt;z-index:3' stroked="f" strokecolor="windowText [64]" o:insetmode="auto">\r\n  <v:textbox style='mso-direction-alt:auto'>\r\n   <div style='text-align:left'><font face="宋体" size="180" color="auto">已核对${lineBreak}属实</font></div>\r\n  </v:textbox>\r\n` +
    '  <x:ClientData ObjectType="Checkbox">\r\n   <x:SizeWithCells/>\r\n   <x:Anchor>\r\n    0, 4, 10, 4, 1, 30, 11, 8</x:Anchor>\r\n   <x:Checked>1</x:Checked>\r\n   <x:FmlaLink>$H$11</x:FmlaLink>\r\n  </x:ClientData>\r\n </v:shape>' +
    noteBox(1028, 4, 4) +
    '</xml>'
  );
}

/** The picture of a header, a drawing apart. */
export function headerDrawing(): string {
  return `${VML_ROOT}${layout(2)}<v:shape id="LH" o:spid="_x0000_s2049" type="#_x0000_t75" style='position:absolute;margin-left:0;margin-top:0;width:36pt;height:36pt;z-index:1'><v:imagedata o:relid="rId1" o:title="徽标"/><o:lock v:ext="edit" rotation="t"/></v:shape></xml>`;
}

/** The picture of an embedded document. */
export function embeddedDrawing(): string {
  return `${VML_ROOT}${layout(3)}<v:shape id="_x0000_s3073" type="#_x0000_t75" style='position:absolute;margin-left:300pt;margin-top:10pt;width:64pt;height:64pt;z-index:1' filled="t" stroked="t"><v:imagedata o:relid="rId1" o:title=""/><x:ClientData ObjectType="Pict"><x:SizeWithCells/><x:Anchor>8, 0, 1, 0, 9, 0, 4, 0</x:Anchor><x:CF>Pict</x:CF><x:AutoPict/></x:ClientData></v:shape></xml>`;
}

/** What Excel 2010 and later know of the tick box. */
export function tickBoxPart(): string {
  return `${DECLARATION}<formControlPr xmlns="${X14}" objectType="CheckBox" checked="Checked" fmlaLink="$H$11" lockText="1" noThreeD="1"/>`;
}
