import { opaque } from './binary-parts.ts';
import { DECLARATION, MAIN, MC, OFFICE, X14, type PackageBuilder } from './package-builder.ts';

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const MICROSOFT = 'http://schemas.microsoft.com/office';

/** The workbook part and what belongs to the workbook as a whole. */
export function workbookParts(builder: PackageBuilder): void {
  builder
    .add('xl/workbook.xml', workbookPart(), 'application/vnd.ms-excel.sheet.macroEnabled.main+xml')
    .relate(
      'xl/workbook.xml',
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'worksheet', 'worksheets/sheet2.xml'],
      ['rId3', 'worksheet', 'worksheets/sheet3.xml'],
      ['rId4', 'worksheet', '/xl/worksheets/sheet4.xml'],
      ['rId5', 'worksheet', 'worksheets/sheet5.xml'],
      ['rId6', 'chartsheet', 'chartsheets/sheet1.xml'],
      ['rId7', 'externalLink', 'externalLinks/externalLink1.xml'],
      ['rId8', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml'],
      ['rId9', 'theme', 'theme/theme1.xml'],
      ['rId10', 'styles', 'styles.xml'],
      ['rId11', 'sharedStrings', 'sharedStrings.xml'],
      ['rId12', 'calcChain', 'calcChain.xml'],
      ['rId13', 'sheetMetadata', 'metadata.xml'],
      ['rId14', 'connections', 'connections.xml'],
      ['rId15', `${MICROSOFT}/2017/10/relationships/person`, 'persons/person.xml'],
      ['rId16', `${MICROSOFT}/2006/relationships/vbaProject`, 'vbaProject.bin'],
      ['rId17', `${MICROSOFT}/2007/relationships/slicerCache`, 'slicerCaches/slicerCache1.xml'],
      ['rId18', 'http://www.wps.cn/officeDocument/2020/cellImage', 'cellimages.xml'],
      ['rId19', 'customXml', '../customXml/item1.xml'],
    )
    .add('xl/externalLinks/externalLink1.xml', externalLinkPart(), `${SHEET}.externalLink+xml`)
    .relate('xl/externalLinks/externalLink1.xml', ['rId1', 'externalLinkPath', 'file:///D:/上年.xlsx', 'External'])
    .add('xl/theme/theme1.xml', themePart(), 'application/vnd.openxmlformats-officedocument.theme+xml')
    .add('xl/calcChain.xml', calcChainPart(), `${SHEET}.calcChain+xml`)
    .add('xl/metadata.xml', metadataPart(), `${SHEET}.sheetMetadata+xml`)
    .add('xl/connections.xml', connectionsPart(), `${SHEET}.connections+xml`)
    .add('xl/vbaProject.bin', opaque(1024, 4), 'application/vnd.ms-office.vbaProject')
    .add('xl/cellimages.xml', cellImagesPart(), 'application/vnd.wps-officedocument.cellimage+xml')
    .relate('xl/cellimages.xml', ['rId1', 'image', 'media/image1.png']);
}

function workbookPart(): string {
  const sheet = (name: string, id: number, more = ''): string =>
    `<sheet name="${name}" sheetId="${String(id)}"${more} r:id="rId${String(id)}"/>`;
  const names = [
    '<definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">汇总!$A$1:$B$4</definedName>',
    '<definedName name="_xlnm.Print_Area" localSheetId="0">目录!$A$1:$H$11</definedName>',
    '<definedName name="_xlnm.Print_Titles" localSheetId="0">目录!$A:$B,目录!$1:$2</definedName>',
    '<definedName name="上报部门" comment="下拉框用">字典!$A$1:$A$3</definedName>',
    '<definedName name="周期">{"每日","每周"}</definedName>',
    '<definedName name="模板版本" hidden="1">"2026-01"</definedName>',
  ];
  return (
    `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:mc="${MC}" mc:Ignorable="x15" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main">` +
    '<fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/><fileSharing readOnlyRecommended="1" userName="张三"/><workbookPr codeName="ThisWorkbook" defaultThemeVersion="166925"/>' +
    `<mc:AlternateContent xmlns:mc="${MC}"><mc:Choice Requires="x15"><x15ac:absPath url="D:\\表单\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent>` +
    '<workbookProtection workbookAlgorithmName="SHA-512" workbookHashValue="q2Vn1VwJ" workbookSaltValue="k0S3XQvN" workbookSpinCount="100000" lockStructure="1"/>' +
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="9840" tabRatio="750" firstSheet="0" activeTab="0"/></bookViews>' +
    `<sheets>${sheet('目录', 1)}${sheet('汇总', 2)}${sheet('说明', 3, ' state="hidden"')}${sheet('字典', 4, ' state="veryHidden"')}${sheet('透视', 5)}${sheet('图表', 6)}</sheets>` +
    `<externalReferences><externalReference r:id="rId7"/></externalReferences><definedNames>${names.join('')}</definedNames>` +
    '<calcPr calcId="191029" iterate="1" iterateCount="50" fullPrecision="0"/>' +
    '<customWorkbookViews><customWorkbookView name="审核" guid="{6F2C0D7B-2222-4000-8000-000000000001}" maximized="1" windowWidth="1600" windowHeight="900" activeSheetId="1"/></customWorkbookViews>' +
    '<pivotCaches><pivotCache cacheId="7" r:id="rId8"/></pivotCaches>' +
    `<extLst><ext uri="{BBE1A952-AA13-448e-AADC-164F8A28A991}" xmlns:x14="${X14}"><x14:slicerCaches><x14:slicerCache r:id="rId17"/></x14:slicerCaches></ext></extLst></workbook>`
  );
}

function externalLinkPart(): string {
  return `${DECLARATION}<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${OFFICE}" r:id="rId1"><sheetNames><sheetName val="Sheet1"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>42</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`;
}

function themePart(): string {
  const colours = [
    'dk1',
    'lt1',
    'dk2',
    'lt2',
    'accent1',
    'accent2',
    'accent3',
    'accent4',
    'accent5',
    'accent6',
    'hlink',
    'folHlink',
  ];
  const scheme = colours.map(
    (name, at) => `<a:${name}><a:srgbClr val="${(0x101010 * (at + 2)).toString(16).padStart(6, '0')}"/></a:${name}>`,
  );
  const fonts = (kind: string): string =>
    `<a:${kind}><a:latin typeface="等线"/><a:ea typeface=""/><a:cs typeface=""/><a:font script="Hans" typeface="宋体"/></a:${kind}>`;
  const three = (what: string): string => what.repeat(3);
  const solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  return (
    `${DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="县政务主题"><a:themeElements><a:clrScheme name="县政务">${scheme.join('')}</a:clrScheme><a:fontScheme name="县政务">${fonts('majorFont')}${fonts('minorFont')}</a:fontScheme>` +
    `<a:fmtScheme name="Office"><a:fillStyleLst>${three(solid)}</a:fillStyleLst><a:lnStyleLst>${three(`<a:ln w="6350">${solid}</a:ln>`)}</a:lnStyleLst><a:effectStyleLst>${three('<a:effectStyle><a:effectLst/></a:effectStyle>')}</a:effectStyleLst><a:bgFillStyleLst>${three(solid)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
  );
}

function calcChainPart(): string {
  const cells = ['F9', 'A9', 'J7', 'I6', 'H6', 'F6', 'I4', 'A4', 'A5', 'A6'];
  return `${DECLARATION}<calcChain xmlns="${MAIN}">${cells.map((cell) => `<c r="${cell}" i="1"/>`).join('')}<c r="E4" i="2"/><c r="F2"/><c r="F3"/></calcChain>`;
}

function metadataPart(): string {
  return `${DECLARATION}<metadata xmlns="${MAIN}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;
}

function connectionsPart(): string {
  return `${DECLARATION}<connections xmlns="${MAIN}"><connection id="1" name="台账" type="6" refreshedVersion="6" background="1"><textPr sourceFile="D:\\台账.csv" codePage="936"/></connection></connections>`;
}

function cellImagesPart(): string {
  return (
    `${DECLARATION}<etc:cellImages xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:r="${OFFICE}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData">` +
    '<etc:cellImage><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="ID_00000000000000000000000000000001"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="100" cy="100"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic></etc:cellImage></etc:cellImages>'
  );
}
