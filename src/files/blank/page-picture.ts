import type { Range } from '../../sheets/address.ts';
import { escapeMarkup } from '../xml-escape.ts';
import type { CellStyle, Drawing, DrawnCell, DrawnSheet } from './drawing.ts';
import { halfWidth, roomFor, WIDTH_UNIT } from './text-size.ts';

/** A4 and its margins, in points. */
const SHORT_SIDE = 595;
const LONG_SIDE = 842;
const MARGIN = 43;
const TOP_MARGIN = 50;
/** Points between a cell's border and its text. */
const PADDING = 3;
/** A line of text is so many times as high as its characters. */
const LEADING = 1.3;
/** From the middle of a line to its base line, in parts of its characters' height. */
const TO_BASE_LINE = 0.36;

/** Pixels in a point: browsers draw no text below 12 of them in Chinese, and so none here is. */
const SCALE = 4 / 3;

const FACES: ReadonlyMap<string, string> = new Map([
  ['黑体', "SimHei,'Noto Sans CJK SC',sans-serif"],
  ['宋体', "SimSun,'Noto Serif CJK SC',serif"],
]);

/** The first page of a new workbook as it prints, as an SVG of lines and words: small enough to be carried along, sharp at any size. */
export function firstPagePicture({ sheets }: Drawing): string {
  const sheet = sheets.find(({ hidden }) => !hidden);
  if (!sheet) throw new Error('there is no sheet to be seen');
  const isWide = sheet.page?.orientation === 'landscape';
  const [width, height] = isWide ? [LONG_SIDE, SHORT_SIDE] : [SHORT_SIDE, LONG_SIDE];
  const page = new PagePicture(sheet, width, height - TOP_MARGIN);
  const size = `${pixels(width)} ${pixels(height)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}"><rect width="100%" height="100%" fill="#fff"/>${page.draw()}</svg>`;
}

class PagePicture {
  readonly #sheet: DrawnSheet;
  readonly #lefts: readonly number[];
  readonly #tops: readonly number[];
  /** How many rows stand on the page. */
  readonly #rowCount: number;
  /** Lines by where they run, each a stretch from one end to the other. */
  readonly #across = new Map<number, Stretch[]>();
  readonly #down = new Map<number, Stretch[]>();
  /** Words by how they look. */
  readonly #texts = new Map<string, string[]>();

  constructor(sheet: DrawnSheet, width: number, bottom: number) {
    this.#sheet = sheet;
    const widths = sheet.widths.map((one) => one * WIDTH_UNIT);
    const total = widths.reduce((sum, one) => sum + one, 0);
    this.#lefts = sums(widths, Math.max(MARGIN, (width - total) / 2));
    this.#tops = sums(
      sheet.rows.map((row) => row.height),
      TOP_MARGIN,
    );
    const broken = sheet.page?.breaks[0] ?? sheet.rows.length;
    const fitting = this.#tops.findIndex((top) => top > bottom + 1);
    this.#rowCount = Math.min(broken, fitting < 0 ? sheet.rows.length : fitting - 1);
  }

  draw(): string {
    const covered = new Map(this.#sheet.merges.map((range) => [`${String(range.top)} ${String(range.left)}`, range]));
    this.#sheet.rows.slice(0, this.#rowCount).forEach((row, at) => {
      for (const cell of row.cells) {
        const { column } = cell;
        this.#addBorders(at, cell);
        const range = covered.get(`${String(at)} ${String(column)}`);
        if (cell.value !== undefined)
          this.#addText(String(cell.value), cell.style, range ?? { top: at, left: column, bottom: at, right: column });
      }
    });
    const texts = [...this.#texts].map(([look, words]) => `<g ${look}>${words.join('')}</g>`);
    return `<path fill="none" stroke="#000" d="${this.#lines()}"/>${texts.join('')}`;
  }

  #addBorders(row: number, { column, style }: DrawnCell): void {
    const [top, bottom] = [this.#tops[row] ?? 0, this.#tops[row + 1] ?? 0];
    const [left, right] = [this.#lefts[column] ?? 0, this.#lefts[column + 1] ?? 0];
    const { borders } = style;
    if (borders.top) add(this.#across, top, [left, right]);
    if (borders.bottom) add(this.#across, bottom, [left, right]);
    if (borders.left) add(this.#down, left, [top, bottom]);
    if (borders.right) add(this.#down, right, [top, bottom]);
  }

  #lines(): string {
    const across = [...this.#across].flatMap(([y, stretches]) =>
      joined(stretches).map(([from, to]) => `M${pixels(from)} ${pixels(y)}H${pixels(to)}`),
    );
    const down = [...this.#down].flatMap(([x, stretches]) =>
      joined(stretches).map(([from, to]) => `M${pixels(x)} ${pixels(from)}V${pixels(to)}`),
    );
    return [...across, ...down].join('');
  }

  #addText(text: string, style: CellStyle, range: Range): void {
    const { size, horizontal, vertical } = style;
    const [left, right] = [this.#lefts[range.left] ?? 0, this.#lefts[range.right + 1] ?? 0];
    const [top, bottom] = [this.#tops[range.top] ?? 0, this.#tops[range.bottom + 1] ?? 0];
    const height = size * LEADING;
    const room = roomFor((right - left) / WIDTH_UNIT, size);
    const lines = brokenLines(text, room).slice(0, Math.max(1, Math.round((bottom - top) / height)));
    const x = { left: left + PADDING, center: (left + right) / 2, right: right - PADDING }[horizontal];
    const spare = bottom - top - lines.length * height;
    const first = top + { top: PADDING, center: spare / 2, bottom: spare - PADDING }[vertical];
    const words = lines.flatMap((line, at) => {
      const y = first + (at + 0.5) * height + size * TO_BASE_LINE;
      return line.trim() === '' ? [] : [`<text x="${pixels(x)}" y="${pixels(y)}">${escapeMarkup(line)}</text>`];
    });
    const look = lookOf(style);
    this.#texts.set(look, [...(this.#texts.get(look) ?? []), ...words]);
  }
}

type Stretch = readonly [from: number, to: number];

function lookOf({ font, size, bold, horizontal }: CellStyle): string {
  const anchor = { left: '', center: ' text-anchor="middle"', right: ' text-anchor="end"' }[horizontal];
  const weight = bold ? ' font-weight="bold"' : '';
  return `font-family="${FACES.get(font) ?? 'serif'}" font-size="${pixels(size)}"${weight}${anchor}`;
}

/** Chinese breaks anywhere. */
function brokenLines(text: string, room: number): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let begun = '';
    for (const character of line) {
      if (begun !== '' && halfWidth(begun) + halfWidth(character) > room) {
        lines.push(begun);
        begun = '';
      }
      begun += character;
    }
    return [...lines, begun];
  });
}

/** Where things begin that stand one after the other, and where the last one ends. */
function sums(sizes: readonly number[], start: number): number[] {
  const places = [start];
  for (const size of sizes) places.push((places[places.length - 1] ?? start) + size);
  return places;
}

function add(lines: Map<number, Stretch[]>, at: number, stretch: Stretch): void {
  const known = lines.get(at);
  if (known) known.push(stretch);
  else lines.set(at, [stretch]);
}

/** The same line in as few stretches as will do. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const [from, to] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = found[found.length - 1];
    if (last && from <= last[1] + 0.01) found[found.length - 1] = [last[0], Math.max(last[1], to)];
    else found.push([from, to]);
  }
  return found;
}

function pixels(points: number): string {
  return String(Math.round(points * SCALE));
}
