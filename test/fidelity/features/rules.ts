import { rangeFromA1, toA1 } from '../../../src/sheets/address.ts';
import { all, at, attributes, type XmlElement } from '../xml-tree.ts';
import type { Feature } from './feature.ts';

const FORM = '目录';
type View = Parameters<Feature[1]>[0];

/** Validations, conditional formats, links, names, notes. */
export const RULE_FEATURES: readonly Feature[] = [
  ['drop-down with its choices', (file) => validation(file, 'list', '无条件共享,有条件共享,不予共享')],
  [
    'prompt and message of a validation',
    (file) =>
      attributes(
        validationWith(file, '无条件共享,有条件共享,不予共享'),
        'promptTitle',
        'prompt',
        'errorTitle',
        'error',
      ),
  ],
  ['drop-down by a name, over two ranges', (file) => validation(file, 'list', '周期')],
  ['number validation', (file) => validation(file, 'decimal', '0.01')],
  ['custom validation by a formula', (file) => validation(file, 'custom', 'COUNTIF($C$3:$C$10,$C3)=1')],
  ['input method of a validation', (file) => attributes(validationWith(file, 'COUNTIF($C$3:$C$10,$C3)=1'), 'imeMode')],
  [
    'drop-down from another sheet (x14)',
    (file) => all(extensions(file), 'dataValidation').map((one) => [all(one, 'f')[0]?.text, at(one, 'sqref')?.text]),
  ],
  ['conditional format: duplicates', (file) => rules(file, 'duplicateValues').map((one) => one.range)],
  [
    'conditional format that stops the rest',
    (file) => attributes(rules(file, 'duplicateValues')[0]?.rule, 'stopIfTrue'),
  ],
  [
    'conditional format: formula',
    (file) =>
      rules(file, 'expression')
        .filter(({ rule }) => !at(rule, 'formula')?.text.includes('tianbao'))
        .map((one) => [one.range, at(one.rule, 'formula')?.text]),
  ],
  ['look of a conditional format', (file) => lookOf(file, rules(file, 'top10')[0]?.rule)],
  [
    'conditional format: data bar',
    (file) => rules(file, 'dataBar').map((one) => [one.range, attributes(at(one.rule, 'dataBar', 'color'), 'rgb')]),
  ],
  [
    'conditional format: data bar (x14)',
    (file) =>
      all(extensions(file), 'dataBar').map((one) => [
        attributes(one, 'minLength', 'maxLength', 'border'),
        at(one, 'negativeFillColor')?.attributes,
      ]),
  ],
  [
    'conditional format: icons',
    (file) =>
      rules(file, 'iconSet').map((one) => [
        attributes(at(one.rule, 'iconSet'), 'iconSet', 'reverse'),
        all(one.rule, 'cfvo').map((step) => attributes(step, 'type', 'val')),
      ]),
  ],
  ['conditional format: chosen icons (x14)', (file) => all(extensions(file), 'cfIcon').map((one) => one.attributes)],
  [
    'conditional format: colour scale',
    (file) =>
      rules(file, 'colorScale').map((one) => [
        one.range,
        all(one.rule, 'color').map((colour) => colour.attributes.rgb),
      ]),
  ],
  [
    'conditional format: lowest values',
    (file) => rules(file, 'top10').map((one) => [one.range, attributes(one.rule, 'bottom', 'rank')]),
  ],
  [
    'conditional format by another sheet (x14)',
    (file) =>
      all(extensions(file), 'cfRule')
        .filter((one) => one.attributes.type === 'expression')
        .map((one) => all(one, 'f')[0]?.text),
  ],
  ['order of the conditional formats', (file) => orderOf(file)],
  [
    'sparklines',
    (file) => all(extensions(file), 'sparkline').map((one) => [at(one, 'f')?.text, at(one, 'sqref')?.text]),
  ],
  [
    'link to a web page, with a tip',
    (file) => {
      const link = all(file.sheet(FORM), 'hyperlink').find((one) => one.attributes.ref === 'B4');
      const target = link && file.byId(file.sheetPart(FORM) ?? '', link.attributes.id)?.target;
      return target && [target, link.attributes.tooltip];
    },
  ],
  [
    'link inside the workbook',
    (file) =>
      attributes(
        all(file.sheet(FORM), 'hyperlink').find((one) => one.attributes.ref === 'C3'),
        'location',
      ),
  ],
  ['name of a range, with a remark', (file) => named(file, '上报部门', 'comment')],
  ['name of a constant list', (file) => file.definedName('周期')?.text],
  ['hidden name', (file) => named(file, '模板版本', 'hidden')],
  [
    'note in rich text',
    (file) =>
      all(noteAt(file, 'B3'), 'r').map((run) => [
        at(run, 'rPr', 'b') !== undefined,
        at(run, 't')?.text.split('\n【填报助手】')[0],
      ]),
  ],
  [
    'note of one text',
    (file) =>
      all(noteAt(file, 'D4'), 't')
        .map((one) => one.text.split('\n【填报助手】')[0])
        .join(''),
  ],
  [
    'author of a note',
    (file) => {
      const comments = commentsOf(file);
      return at(comments, 'authors')?.children[Number(noteAt(file, 'B3')?.attributes.authorId ?? NaN)]?.text;
    },
  ],
  [
    'note always shown',
    (file) =>
      boxesOf(file)
        .filter((box) => box.includes('<x:Visible'))
        .map((box) => /<x:Row>\s*(\d+)/.exec(box)?.[1]),
  ],
  [
    'place and size of a note',
    (file) =>
      boxesOf(file)
        .find((box) => /<x:Row>2<\/x:Row>\s*<x:Column>1</.test(box))
        ?.replace(/^.*<x:Anchor>\s*|\s*<\/x:Anchor>.*$/gs, ''),
  ],
  [
    'thread of comments',
    (file) => all(file.tree(file.related(file.sheetPart(FORM), 'threadedComment')), 'text').map((one) => one.text),
  ],
  [
    'people who comment',
    (file) =>
      all(file.tree(file.related(file.workbookPart, 'person')), 'person').map((one) => one.attributes.displayName),
  ],
];

function extensions(file: View): XmlElement | undefined {
  return file.sheet(FORM)?.children.find((child) => child.name === 'extLst');
}

function validationsWith(file: View, formula: string): XmlElement[] {
  return all(at(file.sheet(FORM), 'dataValidations'), 'dataValidation').filter(
    (one) => at(one, 'formula1')?.text.replaceAll('"', '') === formula,
  );
}

function validationWith(file: View, formula: string): XmlElement | undefined {
  return validationsWith(file, formula)[0];
}

/** The cells of a validation, which may be cut into several; where its formula moves with the cell, as it is cut. */
function validation(file: View, type: string, formula: string): unknown {
  const found = validationsWith(file, formula).filter((one) => one.attributes.type === type);
  const ranges = found.flatMap((one) => one.attributes.sqref?.split(' ') ?? []);
  return type === 'custom' ? ranges : cellsOf(ranges);
}

/** In order, each once. */
function cellsOf(ranges: readonly string[]): string[] {
  const cells = new Set<string>();
  for (const range of ranges) {
    const { top, left, bottom, right } = rangeFromA1(range) ?? { top: 0, left: 0, bottom: -1, right: -1 };
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) cells.add(toA1(row, column));
    }
  }
  return [...cells].sort();
}

interface RuleOnRange {
  readonly range: string | undefined;
  readonly rule: XmlElement;
}

function rules(file: View, type: string): RuleOnRange[] {
  const blocks = file.sheet(FORM)?.children.filter((child) => child.name === 'conditionalFormatting') ?? [];
  return blocks.flatMap((block) =>
    all(block, 'cfRule')
      .filter((rule) => rule.attributes.type === type)
      .map((rule) => ({ range: block.attributes.sqref, rule })),
  );
}

function lookOf(file: View, rule: XmlElement | undefined): unknown {
  const format = rule && at(file.styles, 'dxfs')?.children[Number(rule.attributes.dxfId ?? NaN)];
  return all(format, 'bgColor')[0]?.attributes.rgb;
}

/** The kinds of rules by their priority, ours left out. */
function orderOf(file: View): string[] {
  return all(file.sheet(FORM), 'cfRule')
    .filter((rule) => rule.attributes.priority !== undefined && !at(rule, 'formula')?.text.includes('tianbao'))
    .sort((a, b) => Number(a.attributes.priority) - Number(b.attributes.priority))
    .map((rule) => rule.attributes.type ?? '');
}

function named(file: View, name: string, attribute: string): unknown {
  const found = file.definedName(name);
  return found && attributes(found, attribute) && [found.text, found.attributes[attribute]];
}

function commentsOf(file: View): XmlElement | undefined {
  return file.tree(file.related(file.sheetPart(FORM), 'comments'));
}

function noteAt(file: View, cell: string): XmlElement | undefined {
  return all(commentsOf(file), 'comment').find((one) => one.attributes.ref === cell);
}

/** The boxes of notes, as text: their drawing need not be XML. */
function boxesOf(file: View): string[] {
  const drawing = legacyDrawing(file, 'legacyDrawing');
  return file
    .text(drawing)
    .split(/(?=<v:shape\s)/)
    .filter((shape) => shape.includes('ObjectType="Note"'));
}

export function legacyDrawing(file: View, element: string): string | undefined {
  const id = at(file.sheet(FORM), element)?.attributes.id;
  return file.byId(file.sheetPart(FORM) ?? '', id)?.target;
}
