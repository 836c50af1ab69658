import { all, at, attributes } from '../xml-tree.ts';
import type { Feature } from './feature.ts';

const FORM = '目录';
const SUMMARY = '汇总';

/** What belongs to a sheet: its layout, its views, its printing, its protection, the lists on it. */
export const SHEET_FEATURES: readonly Feature[] = [
  ['merged cells', (file) => all(at(file.sheet(FORM), 'mergeCells'), 'mergeCell').map((merge) => merge.attributes.ref)],
  [
    'column widths',
    (file) => (widthAt(file, 2) === undefined ? undefined : [1, 2, 3].map((column) => widthAt(file, column))),
  ],
  ['row heights', (file) => [1, 2].flatMap((row) => file.row(FORM, row)?.attributes.ht ?? [])],
  ['hidden row', (file) => attributes(file.row(FORM, 8), 'hidden')],
  ['hidden column', (file) => attributes(columnAt(file, 9), 'hidden')],
  [
    'outline of rows',
    (file) =>
      attributes(file.row(FORM, 7), 'outlineLevel') &&
      [7, 8].map((row) => file.row(FORM, row)?.attributes.outlineLevel),
  ],
  ['outline of columns', (file) => attributes(columnAt(file, 10), 'outlineLevel')],
  ['summary above its rows', (file) => attributes(at(file.sheet(FORM), 'sheetPr', 'outlinePr'), 'summaryBelow')],
  ['format of a whole row', (file) => attributes(file.row(FORM, 10), 'customFormat')],
  ['format of a whole column', (file) => attributes(columnAt(file, 4), 'style') && 'styled'],
  ['frozen panes', (file) => attributes(all(file.sheet(FORM), 'pane')[0], 'xSplit', 'ySplit', 'topLeftCell', 'state')],
  ['zoom, grid lines off', (file) => attributes(all(file.sheet(FORM), 'sheetView')[0], 'zoomScale', 'showGridLines')],
  ['selected cells', (file) => all(file.sheet(FORM), 'selection').flatMap((one) => one.attributes.sqref ?? [])],
  ['page break view', (file) => attributes(all(file.sheet(SUMMARY), 'sheetView')[0], 'view')],
  ['colour of a tab', (file) => attributes(at(file.sheet(FORM), 'sheetPr', 'tabColor'), 'rgb')],
  ['hidden sheet', (file) => stateOf(file, '说明')],
  ['very hidden sheet', (file) => stateOf(file, '字典')],
  ['order of the sheets', (file) => all(at(file.workbook, 'sheets'), 'sheet').map((sheet) => sheet.attributes.name)],
  [
    'custom view',
    (file) =>
      attributes(all(file.sheet(FORM), 'customSheetView')[0], 'guid') &&
      attributes(all(file.workbook, 'customWorkbookView')[0], 'name', 'guid'),
  ],
  [
    'sheet protection (SHA-512)',
    (file) =>
      attributes(
        at(file.sheet(FORM), 'sheetProtection'),
        'algorithmName',
        'hashValue',
        'saltValue',
        'spinCount',
        'sheet',
        'formatColumns',
      ),
  ],
  [
    'range open to editing',
    (file) => attributes(all(file.sheet(FORM), 'protectedRange')[0], 'name', 'sqref', 'hashValue'),
  ],
  [
    'page setup',
    (file) =>
      attributes(
        at(file.sheet(FORM), 'pageSetup'),
        'paperSize',
        'orientation',
        'fitToHeight',
        'pageOrder',
        'blackAndWhite',
      ),
  ],
  ['fit to page', (file) => attributes(at(file.sheet(FORM), 'sheetPr', 'pageSetUpPr'), 'fitToPage')],
  ['printer settings', (file) => file.hash(file.related(file.sheetPart(FORM), 'printerSettings'))],
  [
    'page margins',
    (file) => {
      const margins = at(file.sheet(FORM), 'pageMargins')?.attributes;
      return margins && ['left', 'right', 'top', 'bottom', 'header', 'footer'].map((side) => Number(margins[side]));
    },
  ],
  [
    'centred on the page, grid lines printed',
    (file) => attributes(at(file.sheet(FORM), 'printOptions'), 'horizontalCentered', 'gridLines'),
  ],
  [
    'header and footers of odd, even and first pages',
    (file) =>
      at(file.sheet(FORM), 'headerFooter')
        ?.children.map((one) => [one.name, one.text])
        .filter(([, text]) => text !== ''),
  ],
  ['page breaks between rows', (file) => all(at(file.sheet(FORM), 'rowBreaks'), 'brk').map((one) => one.attributes.id)],
  [
    'page breaks between columns',
    (file) => all(at(file.sheet(FORM), 'colBreaks'), 'brk').map((one) => one.attributes.id),
  ],
  ['print area', (file) => file.definedName('_xlnm.Print_Area')?.text.replaceAll("'", '')],
  ['print titles', (file) => file.definedName('_xlnm.Print_Titles')?.text.replaceAll("'", '')],
  ['ignored errors', (file) => all(file.sheet(FORM), 'ignoredError').map((one) => one.attributes)],
  ['watched cells', (file) => all(file.sheet(FORM), 'cellWatch').map((one) => one.attributes.r)],
  [
    'scenarios',
    (file) =>
      all(file.sheet(FORM), 'scenario').map((one) => [
        one.attributes.name,
        all(one, 'inputCells').map((cell) => cell.attributes.val),
      ]),
  ],
  ['custom property of a sheet', (file) => file.hash(file.related(file.sheetPart(FORM), 'customProperty'))],
  ['filtered list', (file) => all(at(file.sheet(SUMMARY), 'autoFilter'), 'customFilter').map((one) => one.attributes)],
  ['row hidden by the filter', (file) => attributes(file.row(SUMMARY, 3), 'hidden')],
  ['sort state', (file) => all(file.sheet(SUMMARY), 'sortCondition').map((one) => one.attributes)],
  ['consolidation of data', (file) => attributes(at(file.sheet(SUMMARY), 'dataConsolidate'), 'function')],
  [
    'table with totals',
    (file) => {
      const table = file.tree(file.related(file.sheetPart(SUMMARY), 'table'));
      return (
        table && [
          attributes(table, 'name', 'ref', 'totalsRowCount'),
          all(table, 'tableColumn').map((column) => attributes(column, 'name', 'totalsRowLabel', 'totalsRowFunction')),
        ]
      );
    },
  ],
  [
    'computed column of a table',
    (file) =>
      all(file.tree(file.related(file.sheetPart(SUMMARY), 'table')), 'calculatedColumnFormula').map((one) => one.text),
  ],
  [
    'style of a table',
    (file) =>
      all(file.tree(file.related(file.sheetPart(SUMMARY), 'table')), 'tableStyleInfo').map((one) =>
        attributes(one, 'name', 'showFirstColumn'),
      ),
  ],
  ['pivot table with its cache', (file) => pivotOf(file)],
  [
    'slicer',
    (file) =>
      file.hash(file.related(file.sheetPart('透视'), 'slicer')) &&
      file.hash(file.related(file.workbookPart, 'slicerCache')),
  ],
  ['chart sheet', (file) => chartOn(file)],
];

type View = Parameters<Feature[1]>[0];

function columnAt(file: View, column: number): Parameters<typeof attributes>[0] {
  return all(at(file.sheet(FORM), 'cols'), 'col').find(
    ({ attributes: own }) => Number(own.min) <= column && Number(own.max) >= column,
  );
}

/** Widths in tenths of a character: programs round them in their own ways. */
function widthAt(file: View, column: number): number | undefined {
  const width = columnAt(file, column)?.attributes.width;
  return width === undefined ? undefined : Math.round(Number(width) * 10);
}

function stateOf(file: View, name: string): string | undefined {
  return all(at(file.workbook, 'sheets'), 'sheet').find((sheet) => sheet.attributes.name === name)?.attributes.state;
}

function pivotOf(file: View): unknown {
  const table = file.related(file.sheetPart('透视'), 'pivotTable');
  const cache = file.related(table, 'pivotCacheDefinition');
  const records = file.related(cache, 'pivotCacheRecords');
  return (
    records && [
      attributes(file.tree(table), 'name'),
      attributes(all(file.tree(cache), 'worksheetSource')[0], 'ref', 'sheet'),
    ]
  );
}

function chartOn(file: View): string | undefined {
  const part = file.sheetPart('图表');
  const drawing = file.tree(part)?.name === 'chartsheet' ? file.related(part, 'drawing') : undefined;
  return all(file.tree(file.related(drawing, 'chart')), 't')[0]?.text;
}
