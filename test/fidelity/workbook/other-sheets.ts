import { DECLARATION, MAIN, MC, OFFICE, X14, X15 } from './package-builder.ts';

const text = (cell: string, value: string): string => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (cell: string, value: number): string => `<c r="${cell}"><v>${String(value)}</v></c>`;
const MARGINS = '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>';

/** 汇总: a filtered and sorted list, a table with totals beside it, an embedded document; no notes. */
export function summarySheet(): string {
  const rows = [
    `<row r="1">${text('A1', '部门')}${text('B1', '份数')}${text('D1', '类别')}${text('E1', '金额')}${text('F1', '含税')}</row>`,
    `<row r="2">${text('A2', '公安局')}${number('B2', 3)}${text('D2', '硬件')}${number('E2', 10)}<c r="F2"><f>清单[[#This Row],[金额]]*1.13</f><v>11.3</v></c></row>`,
    `<row r="3" hidden="1">${text('A3', '民政局')}${number('B3', 2)}${text('D3', '软件')}${number('E3', 20)}<c r="F3"><f>清单[[#This Row],[金额]]*1.13</f><v>22.6</v></c></row>`,
    `<row r="4">${text('A4', '卫健委')}${number('B4', 1)}${text('D4', '合计')}<c r="E4"><f>SUBTOTAL(109,清单[金额])</f><v>30</v></c></row>`,
  ];
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr filterMode="1"/><dimension ref="A1:F4"/><sheetViews><sheetView workbookViewId="0" view="pageBreakPreview"/></sheetViews><sheetFormatPr defaultRowHeight="14.25"/>` +
    `<sheetData>${rows.join('')}</sheetData>` +
    '<autoFilter ref="A1:B4"><filterColumn colId="1"><customFilters and="1"><customFilter operator="notEqual" val="2"/><customFilter operator="greaterThan" val="0"/></customFilters></filterColumn><sortState ref="A2:B4"><sortCondition descending="1" ref="B2:B4"/></sortState></autoFilter>' +
    '<dataConsolidate function="average"><dataRefs count="1"><dataRef ref="A1:B4" sheet="汇总"/></dataRefs></dataConsolidate>' +
    `${MARGINS}<legacyDrawing r:id="rId2"/><oleObjects><oleObject progId="Word.Document.12" shapeId="3073" r:id="rId3"/></oleObjects><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`
  );
}

export function tablePart(): string {
  return (
    `${DECLARATION}<table xmlns="${MAIN}" id="1" name="清单" displayName="清单" ref="D1:F4" totalsRowCount="1"><autoFilter ref="D1:F3"><filterColumn colId="0" hiddenButton="1"/></autoFilter>` +
    '<tableColumns count="3"><tableColumn id="1" name="类别" totalsRowLabel="合计"/><tableColumn id="2" name="金额" totalsRowFunction="sum"/><tableColumn id="3" name="含税" dataDxfId="1"><calculatedColumnFormula>清单[[#This Row],[金额]]*1.13</calculatedColumnFormula></tableColumn></tableColumns>' +
    '<tableStyleInfo name="清单样式" showFirstColumn="1" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>'
  );
}

/** 说明, hidden: text and nothing else; a flag there needs every part made anew. */
export function notesSheet(): string {
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData><row r="1">${text('A1', '填报说明')}</row><row r="3">${text('A3', '一式两份')}</row></sheetData>${MARGINS}</worksheet>`;
}

/** 字典, very hidden: what the drop-downs offer. */
export function dictionarySheet(): string {
  const rows = ['公安局', '民政局', '卫健委'].map(
    (name, at) => `<row r="${String(at + 1)}">${text(`A${String(at + 1)}`, name)}</row>`,
  );
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData>${MARGINS}</worksheet>`;
}

/** 透视: a pivot table with a slicer. */
export function pivotSheet(): string {
  const rows = [
    `<row r="3">${text('A3', '部门')}${text('B3', '求和项:份数')}</row>`,
    `<row r="4">${text('A4', '公安局')}${number('B4', 3)}</row>`,
    `<row r="5">${text('A5', '总计')}${number('B5', 3)}</row>`,
  ];
  return (
    `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><dimension ref="A3:B5"/><sheetData>${rows.join('')}</sheetData>${MARGINS}<drawing r:id="rId2"/>` +
    `<extLst><ext xmlns:x14="${X14}" uri="{A8765BA9-456A-4dab-B4F3-ACF838C121DE}"><x14:slicerList><x14:slicer r:id="rId3"/></x14:slicerList></ext></extLst></worksheet>`
  );
}

export function pivotTablePart(): string {
  return (
    `${DECLARATION}<pivotTableDefinition xmlns="${MAIN}" name="透视1" cacheId="7" dataOnRows="0" applyNumberFormats="0" applyBorderFormats="0" applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" applyWidthHeightFormats="1" dataCaption="值" updatedVersion="6" minRefreshableVersion="3" createdVersion="6" indent="0" outline="1" outlineData="1">` +
    '<location ref="A3:B5" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="2"><item x="0"/><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields>' +
    '<rowFields count="1"><field x="0"/></rowFields><rowItems count="2"><i><x/></i><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="求和项:份数" fld="1" baseField="0" baseItem="0"/></dataFields><pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" showColHeaders="1"/></pivotTableDefinition>'
  );
}

export function pivotCachePart(): string {
  return (
    `${DECLARATION}<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${OFFICE}" r:id="rId1" refreshedBy="张三" refreshedDate="45292" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3" recordCount="1">` +
    '<cacheSource type="worksheet"><worksheetSource ref="A1:B2" sheet="汇总"/></cacheSource><cacheFields count="2"><cacheField name="部门" numFmtId="0"><sharedItems count="1"><s v="公安局"/></sharedItems></cacheField><cacheField name="份数" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="3" maxValue="3"/></cacheField></cacheFields></pivotCacheDefinition>'
  );
}

export function pivotRecordsPart(): string {
  return `${DECLARATION}<pivotCacheRecords xmlns="${MAIN}" count="1"><r><x v="0"/><n v="3"/></r></pivotCacheRecords>`;
}

export function slicerPart(): string {
  return `${DECLARATION}<slicers xmlns="${X14}" xmlns:mc="${MC}" mc:Ignorable="x"><slicer name="部门" cache="切片器_部门" caption="部门" rowHeight="241300"/></slicers>`;
}

export function slicerCachePart(): string {
  return `${DECLARATION}<slicerCacheDefinition xmlns="${X14}" name="切片器_部门" sourceName="部门"><pivotTables><pivotTable tabId="5" name="透视1"/></pivotTables><data><tabular pivotCacheId="7"><items count="1"><i x="0" s="1"/></items></tabular></data></slicerCacheDefinition>`;
}

/** The drawing that shows the slicer. */
export function slicerDrawing(): string {
  return (
    `${DECLARATION}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>` +
    `<mc:AlternateContent xmlns:mc="${MC}"><mc:Choice xmlns:a14="${X15}" Requires="a14"><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="部门"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/drawing/2010/slicer"><sle:slicer xmlns:sle="http://schemas.microsoft.com/office/drawing/2010/slicer" name="部门"/></a:graphicData></a:graphic></xdr:graphicFrame></mc:Choice></mc:AlternateContent><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`
  );
}

/** 图表: a sheet that is a chart. */
export function chartSheet(): string {
  return `${DECLARATION}<chartsheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetViews><sheetView workbookViewId="0"/></sheetViews>${MARGINS}<drawing r:id="rId1"/></chartsheet>`;
}
