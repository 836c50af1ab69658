import type { BorderLine, BorderSide, CellLook, LineStyle } from './appearance.ts';
import { colourOf } from './colours.ts';
import { TagScanner } from './tags.ts';

/** Excel's own limit on cell formats; what comes after is not kept. */
const MAX_LOOKS = 65_490;

const SIDES: ReadonlyMap<string, BorderSide> = new Map([
  ['left', 'left'],
  ['start', 'left'],
  ['right', 'right'],
  ['end', 'right'],
  ['top', 'top'],
  ['bottom', 'bottom'],
]);

const LINES: readonly LineStyle[] = [
  ...(['thin', 'hair', 'dotted', 'dashed', 'dashDot', 'dashDotDot', 'double', 'medium'] as const),
  ...(['mediumDashed', 'mediumDashDot', 'mediumDashDotDot', 'slantDashDot', 'thick'] as const),
];

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What the looks of cells are put together from. */
interface Ingredients {
  readonly fonts: CellLook[];
  readonly fills: (string | undefined)[];
  readonly borders: CellLook['borders'][];
}

/**
 * How the cell formats (`cellXfs`) of a styles part look, in order (ECMA-376 part 1, 18.8).
 * @param theme the theme's colours as {@link readThemeColours} gives them
 */
export function readCellLooks(xml: Uint8Array, theme: readonly string[]): CellLook[] {
  const looks: CellLook[] = [];
  const from: Ingredients = { fonts: [], fills: [], borders: [] };
  const tag = new TagScanner(xml);
  tag.next();
  while (tag.next()) {
    if (tag.opens('fonts')) eachChild(tag, 'font', () => keep(from.fonts, readFont(tag, theme)));
    else if (tag.opens('fills')) eachChild(tag, 'fill', () => keep(from.fills, readFill(tag, theme)));
    else if (tag.opens('borders')) eachChild(tag, 'border', () => keep(from.borders, readBorders(tag, theme)));
    else if (tag.opens('cellXfs')) eachChild(tag, 'xf', () => keep(looks, readFormat(tag, from)));
    else tag.skip();
  }
  return looks.length > 0 ? looks : [{}];
}

function keep<T>(list: T[], item: T): void {
  if (list.length < MAX_LOOKS) list.push(item);
}

/** Goes through the children of the present element with this name; `read` leaves each as a whole. */
function eachChild(tag: TagScanner, name: string, read: () => void): void {
  if (tag.isEmpty) return;
  const { depth } = tag;
  while (tag.next() && tag.depth > depth) {
    if (tag.opens(name)) read();
    else tag.skip();
  }
}

function readFont(tag: TagScanner, theme: readonly string[]): CellLook {
  const font: Mutable<CellLook> = {};
  if (tag.isEmpty) return font;
  const { depth } = tag;
  while (tag.next() && tag.depth > depth) {
    const value = tag.attribute('val');
    const on = value !== '0' && value !== 'false' && value !== 'none';
    if (tag.opens('name')) font.font = value ?? '';
    else if (tag.opens('sz')) font.size = Number(value);
    else if (tag.opens('b') && on) font.bold = true;
    else if (tag.opens('i') && on) font.italic = true;
    else if (tag.opens('u') && on) font.underline = true;
    else if (tag.opens('strike') && on) font.struck = true;
    else if (tag.opens('color')) {
      const colour = colourOf(tag, theme);
      if (colour !== undefined) font.colour = colour;
    }
    tag.skip();
  }
  if (font.size !== undefined && !(font.size > 0 && font.size < 410)) delete font.size;
  return font;
}

/** The one colour that comes nearest to a fill; hatches are shown as their foreground, gradients as their first stop. */
function readFill(tag: TagScanner, theme: readonly string[]): string | undefined {
  let colour: string | undefined;
  let pattern: string | undefined;
  if (tag.isEmpty) return undefined;
  const { depth } = tag;
  while (tag.next() && tag.depth > depth) {
    if (tag.opens('patternFill')) pattern = tag.attribute('patternType') ?? 'none';
    else if (tag.opens('fgColor') || (tag.opens('color') && pattern === undefined)) colour ??= colourOf(tag, theme);
  }
  return pattern === 'none' || pattern === 'gray125' ? undefined : colour;
}

function readBorders(tag: TagScanner, theme: readonly string[]): CellLook['borders'] {
  const borders: Partial<Record<BorderSide, BorderLine>> = {};
  if (tag.isEmpty) return borders;
  const { depth } = tag;
  let side: BorderSide | undefined;
  let style: LineStyle | undefined;
  while (tag.next() && tag.depth > depth) {
    const here = tag.depth === depth + 1 ? SIDES.get(tag.name()) : undefined;
    if (here !== undefined && tag.opens(tag.name())) {
      const named = tag.attribute('style');
      style = LINES.find((line) => line === named);
      side = here;
      if (style) borders[side] = { style, colour: '000000' };
    } else if (tag.opens('color') && side !== undefined && style !== undefined) {
      borders[side] = { style, colour: colourOf(tag, theme) ?? '000000' };
    }
  }
  return borders;
}

function readFormat(tag: TagScanner, { fonts, fills, borders }: Ingredients): CellLook {
  const look: Mutable<CellLook> = { ...fonts[Number(tag.attribute('fontId') ?? 0)] };
  const fill = fills[Number(tag.attribute('fillId') ?? 0)];
  if (fill !== undefined) look.fill = fill;
  const lines = borders[Number(tag.attribute('borderId') ?? 0)];
  if (lines && Object.keys(lines).length > 0) look.borders = lines;
  eachChild(tag, 'alignment', () => {
    readAlignment(tag, look);
    tag.skip();
  });
  return look;
}

function readAlignment(tag: TagScanner, look: Mutable<CellLook>): void {
  const horizontal = tag.attribute('horizontal');
  if (horizontal === 'left' || horizontal === 'right' || horizontal === 'justify') look.horizontal = horizontal;
  else if (horizontal === 'center' || horizontal === 'centerContinuous') look.horizontal = 'center';
  else if (horizontal === 'distributed') look.horizontal = 'justify';
  const vertical = tag.attribute('vertical');
  if (vertical === 'top' || vertical === 'center') look.vertical = vertical;
  else if (vertical === 'justify' || vertical === 'distributed') look.vertical = 'center';
  if (tag.attribute('wrapText') === '1' || tag.attribute('wrapText') === 'true') look.wraps = true;
  const rotation = Number(tag.attribute('textRotation') ?? 0);
  if (rotation === 255) look.rotation = 'stacked';
  else if (rotation > 90 && rotation <= 180) look.rotation = 90 - rotation;
  else if (rotation > 0 && rotation <= 90) look.rotation = rotation;
}
