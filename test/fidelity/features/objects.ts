import { all, at, attributes, type XmlElement } from '../xml-tree.ts';
import type { Feature } from './feature.ts';
import { legacyDrawing } from './rules.ts';

const FORM = '目录';
const SUMMARY = '汇总';
type View = Parameters<Feature[1]>[0];

/** What lies on the sheets, and what belongs to the workbook and the document as a whole. */
export const OBJECT_FEATURES: readonly Feature[] = [
  ['stamp picture', (file) => stampOf(file) && file.hash(imageOf(file))],
  ['turned picture', (file) => attributes(all(stampOf(file), 'xfrm')[0], 'rot')],
  [
    'transparent, cropped picture',
    (file) =>
      all(stampOf(file), 'alphaModFix').map((one) => [
        one.attributes.amt,
        all(stampOf(file), 'srcRect')[0]?.attributes,
      ]),
  ],
  ['place of a picture', (file) => placeOf(file)],
  [
    'text box',
    (file) =>
      all(drawingOf(file), 'sp')
        .filter((shape) => all(shape, 'cNvSpPr')[0]?.attributes.txBox === '1')
        .map((shape) => all(shape, 't')[0]?.text),
  ],
  [
    'grouped shapes with a connector',
    (file) => all(drawingOf(file), 'grpSp').map((group) => [all(group, 'sp').length, all(group, 'cxnSp').length]),
  ],
  [
    'chart',
    (file) => {
      const chart = file.tree(file.related(file.related(file.sheetPart(FORM), 'drawing'), 'chart'));
      return chart && [all(chart, 't')[0]?.text, all(chart, 'f').map((one) => one.text)];
    },
  ],
  [
    'tick box',
    (file) => /ObjectType="Checkbox".*?<\/x:ClientData>/s.exec(file.text(legacyDrawing(file, 'legacyDrawing')))?.[0],
  ],
  [
    'settings of a tick box',
    (file) =>
      attributes(file.tree(file.related(file.sheetPart(FORM), 'ctrlProp')), 'objectType', 'fmlaLink') &&
      attributes(all(file.sheet(FORM), 'control')[0], 'name', 'shapeId'),
  ],
  [
    'picture in a header',
    (file) => {
      const drawing = legacyDrawing(file, 'legacyDrawingHF');
      return file.text(drawing).includes('id="LH"') ? file.hash(file.related(drawing, 'image')) : undefined;
    },
  ],
  [
    'background picture',
    (file) => file.hash(file.byId(file.sheetPart(FORM) ?? '', at(file.sheet(FORM), 'picture')?.attributes.id)?.target),
  ],
  [
    'embedded document',
    (file) =>
      all(file.sheet(SUMMARY), 'oleObject').map((one) => [
        one.attributes.progId,
        file.hash(file.related(file.sheetPart(SUMMARY), 'package')),
      ]),
  ],
  [
    'protection of the workbook',
    (file) =>
      attributes(at(file.workbook, 'workbookProtection'), 'lockStructure', 'workbookHashValue', 'workbookSpinCount'),
  ],
  ['recommended to be read only', (file) => attributes(at(file.workbook, 'fileSharing'), 'readOnlyRecommended')],
  [
    'settings of calculation',
    (file) => attributes(at(file.workbook, 'calcPr'), 'iterate', 'iterateCount', 'fullPrecision'),
  ],
  ['sheet shown first', (file) => attributes(all(file.workbook, 'workbookView')[0], 'activeTab', 'tabRatio')],
  ['macros', (file) => file.hash(file.related(file.workbookPart, 'vbaProject'))],
  [
    'names of sheets in macros',
    (file) =>
      [
        at(file.workbook, 'workbookPr')?.attributes.codeName,
        at(file.sheet(FORM), 'sheetPr')?.attributes.codeName,
      ].filter(Boolean),
  ],
  [
    'link to another workbook',
    (file) => {
      const link = file.related(file.workbookPart, 'externalLink');
      return link && file.relationships(link).map((one) => one.target);
    },
  ],
  [
    'data connection',
    (file) =>
      all(file.tree(file.related(file.workbookPart, 'connections')), 'connection').map((one) => one.attributes.name),
  ],
  [
    'title, author, keywords',
    (file) => textsOf(file.tree(file.related('', 'core-properties')), 'title', 'creator', 'keywords'),
  ],
  ['last saved by', (file) => textsOf(file.tree(file.related('', 'core-properties')), 'lastModifiedBy')],
  ['company, manager', (file) => textsOf(file.tree(file.related('', 'extended-properties')), 'Company', 'Manager')],
  [
    'custom document properties',
    (file) =>
      all(file.tree(file.related('', 'custom-properties')), 'property').map((one) => [
        one.attributes.name,
        one.children[0]?.text,
      ]),
  ],
  ['thumbnail', (file) => file.hash(file.related('', 'thumbnail'))],
  ['custom XML', (file) => file.hash(file.related(file.workbookPart, 'customXml'))],
  ['ribbon of its own', (file) => file.hash(file.related('', 'extensibility'))],
  [
    'task pane of an add-in',
    (file) => file.hash(file.related(file.related('', 'webextensiontaskpanes'), 'webextension')),
  ],
  [
    'unknown extensions (mc:AlternateContent)',
    (file) => all(file.workbook, 'absPath').map((one) => one.attributes.url),
  ],
];

function drawingOf(file: View): XmlElement | undefined {
  return file.tree(file.related(file.sheetPart(FORM), 'drawing'));
}

function stampOf(file: View): XmlElement | undefined {
  return all(drawingOf(file), 'pic')[0];
}

function imageOf(file: View): string | undefined {
  const drawing = file.related(file.sheetPart(FORM), 'drawing') ?? '';
  return file.byId(drawing, all(stampOf(file), 'blip')[0]?.attributes.embed)?.target;
}

function placeOf(file: View): unknown {
  const anchor = drawingOf(file)?.children.find((one) => at(one, 'pic') !== undefined);
  const from = at(anchor, 'from');
  return from && [at(from, 'col')?.text, at(from, 'row')?.text];
}

function textsOf(properties: XmlElement | undefined, ...names: readonly string[]): string[] {
  return names.flatMap((name) => at(properties, name)?.text ?? []);
}
