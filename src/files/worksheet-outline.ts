import { outlineUnder, type ElementOutline } from './element-outline.ts';

/** The children of a worksheet in the order of CT_Worksheet (ECMA-376 part 1, 18.3.1.99; part 4 for the legacy ones). */
export const WORKSHEET_ORDER: readonly string[] = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'dataConsolidate',
  'customSheetViews',
  'mergeCells',
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'colBreaks',
  'customProperties',
  'cellWatches',
  'ignoredErrors',
  'smartTags',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** The outline of a worksheet; its cells, which may be most of the file, are leapt over. */
export function worksheetOutline(bytes: Uint8Array): ElementOutline {
  return outlineUnder('worksheet', bytes, WORKSHEET_ORDER, 'sheetData');
}
