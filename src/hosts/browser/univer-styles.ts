import { BooleanNumber, BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy } from '@univerjs/core';
import type { IBorderData, IBorderStyleData, IStyleData } from '@univerjs/core';
import type { BorderLine, CellLook, LineStyle } from '../../files/appearance.ts';

const LINES: Readonly<Record<LineStyle, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  thick: BorderStyleTypes.THICK,
};

const HORIZONTAL = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
  justify: HorizontalAlign.JUSTIFIED,
} as const;

const VERTICAL = { top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM } as const;

/** What a machine without the file's font shows instead; without it a browser takes one with serifs for all. */
const WITH_SERIFS = 'SimSun, "Songti SC", "Noto Serif CJK SC", serif';
const WITHOUT_SERIFS = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';

/** How the grid shows a cell of this look and number format. */
export function univerStyle(look: CellLook, format: string): IStyleData {
  const style: IStyleData = {};
  if (look.font !== undefined) style.ff = fontStack(look.font);
  if (look.size !== undefined) style.fs = look.size;
  if (look.bold) style.bl = BooleanNumber.TRUE;
  if (look.italic) style.it = BooleanNumber.TRUE;
  if (look.underline) style.ul = { s: BooleanNumber.TRUE };
  if (look.struck) style.st = { s: BooleanNumber.TRUE };
  if (look.colour !== undefined) style.cl = { rgb: `#${look.colour}` };
  if (look.fill !== undefined) style.bg = { rgb: `#${look.fill}` };
  if (look.borders) style.bd = bordersOf(look.borders);
  if (look.horizontal) style.ht = HORIZONTAL[look.horizontal];
  // Excel's own default, which is the grid's for numbers only.
  style.vt = VERTICAL[look.vertical ?? 'bottom'];
  if (look.wraps) style.tb = WrapStrategy.WRAP;
  if (look.rotation === 'stacked') style.tr = { a: 0, v: BooleanNumber.TRUE };
  else if (look.rotation !== undefined) style.tr = { a: -look.rotation };
  if (format !== 'General') style.n = { pattern: format };
  return style;
}

/** A font's name comes from a file: only what names are made of is let through to CSS. */
function fontStack(font: string): string {
  const name = font.replace(/[^\p{L}\p{N}_ -]/gu, '').trim();
  const generic = /宋|song|sun|ming|times|serif|cambria/i.test(font) ? WITH_SERIFS : WITHOUT_SERIFS;
  return name === '' ? generic : `"${name}", ${generic}`;
}

function bordersOf(borders: NonNullable<CellLook['borders']>): IBorderData {
  const line = (one: BorderLine | undefined): IBorderStyleData | null =>
    one ? { s: LINES[one.style], cl: { rgb: `#${one.colour}` } } : null;
  return {
    ...(borders.left ? { l: line(borders.left) } : {}),
    ...(borders.right ? { r: line(borders.right) } : {}),
    ...(borders.top ? { t: line(borders.top) } : {}),
    ...(borders.bottom ? { b: line(borders.bottom) } : {}),
  };
}
