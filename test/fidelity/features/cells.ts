import { plainText } from '../package-view.ts';
import { all, at, attributes } from '../xml-tree.ts';
import type { Feature } from './feature.ts';

const FORM = '目录';

/** Values of cells, their formulas, and how they look. */
export const CELL_FEATURES: readonly Feature[] = [
  ['shared string', (file) => plainText(file.string(FORM, 'A1'))],
  [
    'rich text in a cell',
    (file) =>
      all(file.string(FORM, 'B3'), 'r').map((run) => [
        at(run, 't')?.text,
        at(run, 'rPr', 'b') !== undefined,
        attributes(at(run, 'rPr', 'color'), 'rgb'),
      ]),
  ],
  [
    'phonetic reading',
    (file) => all(file.string(FORM, 'C3'), 'rPh').map((reading) => [reading.attributes, at(reading, 't')?.text]),
  ],
  ['inline string with outer spaces', (file) => match(plainText(file.string(FORM, 'H3')), ' 行内文字 ')],
  ['line break in a text', (file) => match(plainText(file.string(FORM, 'E3')), '每日\n凌晨')],
  ['identity number of 18 digits as text', (file) => plainText(file.string(FORM, 'C4'))],
  ['text that begins with =', (file) => match(plainText(file.string(FORM, 'C5')), '=1+1')],
  ['number to its last digit', (file) => value(file.cell(FORM, 'F3')?.children, 'v')],
  ['date and time as a serial number', (file) => value(file.cell(FORM, 'G4')?.children, 'v')],
  [
    'truth value',
    (file) => [file.cell(FORM, 'H5')?.attributes.t, value(file.cell(FORM, 'H5')?.children, 'v')].filter(Boolean),
  ],
  [
    'date cell (ISO 8601)',
    (file) => match(file.cell(FORM, 'A10')?.attributes.t, 'd') && value(file.cell(FORM, 'A10')?.children, 'v'),
  ],
  ['formula with its stored result', (file) => both(file.cell(FORM, 'F9')?.children)],
  [
    'formula with a text result',
    (file) => {
      const found = both(file.cell(FORM, 'A9')?.children);
      return found && [found[0], plainText(file.string(FORM, 'A9')) ?? found[1]];
    },
  ],
  [
    'formula with an error',
    (file) => (file.cell(FORM, 'F6')?.attributes.t === 'e' ? both(file.cell(FORM, 'F6')?.children) : undefined),
  ],
  [
    'shared formula',
    (file) =>
      ['A4', 'A5', 'A6'].map((cell) => at(file.cell(FORM, cell), 'f')?.attributes.t).every((type) => type === 'shared')
        ? 'shared'
        : undefined,
  ],
  [
    'stored results of shared formulas',
    (file) => ['A4', 'A5', 'A6'].flatMap((cell) => value(file.cell(FORM, cell)?.children, 'v') ?? []),
  ],
  ['array formula', (file) => attributes(at(file.cell(FORM, 'I4'), 'f'), 't', 'ref')],
  [
    'dynamic array formula',
    (file) => file.cell(FORM, 'I6')?.attributes.cm && file.hash(file.related(file.workbookPart, 'sheetMetadata')),
  ],
  [
    'picture in a cell (WPS)',
    (file) => both(file.cell(FORM, 'H6')?.children) && file.hash(file.related(file.workbookPart, 'cellImage')),
  ],
  ['reference to another workbook', (file) => value(file.cell(FORM, 'J7')?.children, 'f') && cachedValues(file)],
  ['order of calculation', (file) => file.hash(file.related(file.workbookPart, 'calcChain'))],
  [
    'font with a theme colour and tint',
    (file) => attributesOf(file.format(FORM, 'A1').font, 'name', 'sz', 'b', 'color'),
  ],
  [
    'font struck out, underlined twice',
    (file) => attributesOf(file.format(FORM, 'B6').font, 'u', 'strike', 'i', 'name'),
  ],
  [
    'gradient fill',
    (file) =>
      at(file.format(FORM, 'A1').fill, 'gradientFill')?.children.map((stop) => [
        stop.attributes.position,
        stop.children[0]?.attributes,
      ]),
  ],
  ['pattern fill', (file) => attributes(at(file.format(FORM, 'A2').fill, 'patternFill'), 'patternType')],
  [
    'diagonal border',
    (file) =>
      [
        attributes(file.format(FORM, 'F7').border, 'diagonalUp', 'diagonalDown'),
        at(file.format(FORM, 'F7').border, 'diagonal')?.attributes.style,
      ].filter(Boolean),
  ],
  [
    'distributed alignment with an indent',
    (file) => attributes(at(file.format(FORM, 'A2').xf, 'alignment'), 'horizontal', 'vertical', 'wrapText', 'indent'),
  ],
  [
    'stacked text, shrunk to fit',
    (file) => attributes(at(file.format(FORM, 'B6').xf, 'alignment'), 'textRotation', 'shrinkToFit'),
  ],
  [
    'date format in Chinese',
    (file) => match(file.format(FORM, 'G3').code?.includes('年'), true) && unquoted(file.format(FORM, 'G3').code),
  ],
  [
    'money format',
    (file) =>
      file.format(FORM, 'F3').code?.includes('¥') === true ? unquoted(file.format(FORM, 'F3').code) : undefined,
  ],
  ['unlocked and hidden cell', (file) => attributes(at(file.format(FORM, 'D3').xf, 'protection'), 'locked', 'hidden')],
  ['quote prefix', (file) => attributes(file.format(FORM, 'C4').xf, 'quotePrefix')],
  ['named cell style', (file) => match(file.format(FORM, 'B4').style, '好')],
  [
    'table style of its own',
    (file) => all(at(file.styles, 'tableStyles'), 'tableStyle').map((style) => style.attributes.name),
  ],
  ['recent colours', (file) => at(file.styles, 'colors', 'mruColors')?.children.map((colour) => colour.attributes.rgb)],
  [
    'theme',
    (file) =>
      all(file.tree(file.related(file.workbookPart, 'theme')), 'srgbClr').map((colour) => colour.attributes.val),
  ],
];

function match<T>(found: T, expected: T): T | undefined {
  return found === expected ? found : undefined;
}

/** A number format without the marks of literal characters, which programs set in their own ways. */
function unquoted(code: string | undefined): string | undefined {
  return code?.replace(/[\\"]/g, '');
}

type Children = readonly { readonly name: string; readonly text: string }[] | undefined;

function value(children: Children, name: string): string | undefined {
  return children?.find((child) => child.name === name)?.text;
}

function both(children: Children): unknown[] | undefined {
  const [formula, result] = [value(children, 'f'), value(children, 'v')];
  // The same number may be written in more ways than one.
  return formula === undefined || result === undefined ? undefined : [formula, Number(result) || result];
}

function cachedValues(file: Parameters<Feature[1]>[0]): string[] {
  const link = file.related(file.workbookPart, 'externalLink');
  return all(file.tree(link), 'v').map((one) => one.text);
}

function attributesOf(
  parent: Parameters<typeof at>[0],
  ...names: readonly string[]
): (readonly [string, unknown])[] | undefined {
  const found = names.map((name) => [name, at(parent, name)?.attributes] as const);
  return found.some(([, own]) => own === undefined) ? undefined : found;
}
