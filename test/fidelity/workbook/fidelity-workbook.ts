import { opaque, picture } from './binary-parts.ts';
import { catalogueSheet, sharedStringsPart } from './catalogue-sheet.ts';
import { commentsPart, personsPart, threadedCommentsPart } from './comment-parts.ts';
import {
  chartPart,
  chartSheetDrawing,
  drawingPart,
  embeddedDrawing,
  headerDrawing,
  notesDrawing,
  tickBoxPart,
} from './drawing-parts.ts';
import { addInParts, packageParts } from './document-parts.ts';
import * as sheets from './other-sheets.ts';
import { PackageBuilder } from './package-builder.ts';
import { stylesPart } from './styles-part.ts';
import { workbookParts } from './workbook-part.ts';

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const OFFICE_XML = 'application/vnd.openxmlformats-officedocument';
const MICROSOFT = 'http://schemas.microsoft.com/office';

/**
 * A macro-enabled workbook with one of everything that an official form may carry. Sheets: 目录 (the form), 汇总, 说明
 * (hidden), 字典 (very hidden), 透视, 图表 (a chart sheet).
 * @param options.wellFormed without the drawing that is no XML, as Office itself writes it, for programs that give up there
 */
export function fidelityWorkbook({ wellFormed = false } = {}): Uint8Array {
  const builder = new PackageBuilder()
    .ending('png', 'image/png')
    .ending('bin', `${SHEET}.printerSettings`)
    .ending('vml', `${OFFICE_XML}.vmlDrawing`)
    .ending('docx', `${OFFICE_XML}.wordprocessingml.document`);
  packageParts(builder);
  workbookParts(builder);
  builder
    .add('xl/styles.xml', stylesPart(), `${SHEET}.styles+xml`)
    .add('xl/sharedStrings.xml', sharedStringsPart(), `${SHEET}.sharedStrings+xml`);
  addCatalogue(builder, wellFormed ? '' : '<br>');
  addSummary(builder);
  addPivot(builder);
  builder
    .add('xl/worksheets/sheet3.xml', sheets.notesSheet(), `${SHEET}.worksheet+xml`)
    .add('xl/worksheets/sheet4.xml', sheets.dictionarySheet(), `${SHEET}.worksheet+xml`)
    .add('xl/chartsheets/sheet1.xml', sheets.chartSheet(), `${SHEET}.chartsheet+xml`)
    .relate('xl/chartsheets/sheet1.xml', ['rId1', 'drawing', '../drawings/drawing3.xml'])
    .add('xl/drawings/drawing3.xml', chartSheetDrawing(), `${OFFICE_XML}.drawing+xml`)
    .relate('xl/drawings/drawing3.xml', ['rId1', 'chart', '../charts/chart2.xml'])
    .add('xl/charts/chart2.xml', chartPart('单独一张'), `${OFFICE_XML}.drawingml.chart+xml`);
  addInParts(builder);
  return builder.toBytes();
}

function addCatalogue(builder: PackageBuilder, lineBreak: string): void {
  builder
    .add('xl/worksheets/sheet1.xml', catalogueSheet(), `${SHEET}.worksheet+xml`)
    .relate(
      'xl/worksheets/sheet1.xml',
      ['rId1', 'hyperlink', 'https://www.example.gov.cn/?a=1&amp;b=2', 'External'],
      ['rId2', 'printerSettings', '../printerSettings/printerSettings1.bin'],
      ['rId3', 'drawing', '../drawings/drawing1.xml'],
      ['rId4', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
      ['rId5', 'vmlDrawing', '../drawings/vmlDrawing2.vml'],
      ['rId6', 'comments', '../comments1.xml'],
      ['rId7', `${MICROSOFT}/2017/10/relationships/threadedComment`, '../threadedComments/threadedComment1.xml'],
      ['rId8', 'customProperty', '../customProperty1.bin'],
      ['rId9', 'image', '../media/image3.png'],
      ['rId10', 'ctrlProp', '../ctrlProps/ctrlProp1.xml'],
    )
    .add('xl/printerSettings/printerSettings1.bin', opaque(2048, 1))
    .add('xl/customProperty1.bin', opaque(64, 2), `${SHEET}.customProperty`)
    .add('xl/drawings/drawing1.xml', drawingPart(), `${OFFICE_XML}.drawing+xml`)
    .relate(
      'xl/drawings/drawing1.xml',
      ['rId1', 'image', '../media/image1.png'],
      ['rId2', 'chart', '../charts/chart1.xml'],
    )
    .add('xl/charts/chart1.xml', chartPart('各部门份数'), `${OFFICE_XML}.drawingml.chart+xml`)
    .add('xl/media/image1.png', picture(16, 220, 20, 20, 120))
    .add('xl/media/image2.png', picture(8, 20, 20, 220, 255))
    .add('xl/media/image3.png', picture(8, 240, 240, 240, 255))
    .add('xl/drawings/vmlDrawing1.vml', notesDrawing(lineBreak))
    .add('xl/drawings/vmlDrawing2.vml', headerDrawing())
    .relate('xl/drawings/vmlDrawing2.vml', ['rId1', 'image', '../media/image2.png'])
    .add('xl/comments1.xml', commentsPart(), `${SHEET}.comments+xml`)
    .add(
      'xl/threadedComments/threadedComment1.xml',
      threadedCommentsPart(),
      'application/vnd.ms-excel.threadedcomments+xml',
    )
    .add('xl/persons/person.xml', personsPart(), 'application/vnd.ms-excel.person+xml')
    .add('xl/ctrlProps/ctrlProp1.xml', tickBoxPart(), 'application/vnd.ms-excel.controlproperties+xml');
}

function addSummary(builder: PackageBuilder): void {
  builder
    .add('xl/worksheets/sheet2.xml', sheets.summarySheet(), `${SHEET}.worksheet+xml`)
    .relate(
      'xl/worksheets/sheet2.xml',
      ['rId1', 'table', '../tables/table1.xml'],
      ['rId2', 'vmlDrawing', '../drawings/vmlDrawing3.vml'],
      ['rId3', 'package', '../embeddings/Microsoft_Word_Document1.docx'],
    )
    .add('xl/tables/table1.xml', sheets.tablePart(), `${SHEET}.table+xml`)
    .add('xl/drawings/vmlDrawing3.vml', embeddedDrawing())
    .relate('xl/drawings/vmlDrawing3.vml', ['rId1', 'image', '../media/image3.png'])
    .add('xl/embeddings/Microsoft_Word_Document1.docx', opaque(512, 3));
}

function addPivot(builder: PackageBuilder): void {
  builder
    .add('xl/worksheets/sheet5.xml', sheets.pivotSheet(), `${SHEET}.worksheet+xml`)
    .relate(
      'xl/worksheets/sheet5.xml',
      ['rId1', 'pivotTable', '../pivotTables/pivotTable1.xml'],
      ['rId2', 'drawing', '../drawings/drawing2.xml'],
      ['rId3', `${MICROSOFT}/2007/relationships/slicer`, '../slicers/slicer1.xml'],
    )
    .add('xl/pivotTables/pivotTable1.xml', sheets.pivotTablePart(), `${SHEET}.pivotTable+xml`)
    .relate('xl/pivotTables/pivotTable1.xml', [
      'rId1',
      'pivotCacheDefinition',
      '../pivotCache/pivotCacheDefinition1.xml',
    ])
    .add('xl/pivotCache/pivotCacheDefinition1.xml', sheets.pivotCachePart(), `${SHEET}.pivotCacheDefinition+xml`)
    .relate('xl/pivotCache/pivotCacheDefinition1.xml', ['rId1', 'pivotCacheRecords', 'pivotCacheRecords1.xml'])
    .add('xl/pivotCache/pivotCacheRecords1.xml', sheets.pivotRecordsPart(), `${SHEET}.pivotCacheRecords+xml`)
    .add('xl/drawings/drawing2.xml', sheets.slicerDrawing(), `${OFFICE_XML}.drawing+xml`)
    .add('xl/slicers/slicer1.xml', sheets.slicerPart(), 'application/vnd.ms-excel.slicer+xml')
    .add('xl/slicerCaches/slicerCache1.xml', sheets.slicerCachePart(), 'application/vnd.ms-excel.slicerCache+xml');
}
