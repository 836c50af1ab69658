import { MAX_COLUMNS, MAX_ROWS } from '../sheets/address.ts';
import type { ElementOutline } from './element-outline.ts';
import { TagKind, TagScanner } from './tags.ts';

/** The sizes of a sheet's columns and rows in pixels (96 to the inch). */
export interface SheetSizes {
  readonly columnWidth: (column: number) => number;
  readonly rowHeight: (row: number) => number;
}

/** Cells above this size are not read for their rows' heights: all rows then count as high as the usual one. */
const READ_HEIGHTS_BELOW = 4 * 1024 * 1024;

/** 11 pt: a digit is 7 pixels wide, a cell has 5 pixels of margins (ECMA-376 part 1, 18.3.1.13). */
const DIGIT = 7;
const MARGINS = 5;
const USUAL_COLUMN = 64;
const USUAL_ROW = 20;
const PIXELS_PER_POINT = 96 / 72;

export function sizesOf(bytes: Uint8Array, outline: ElementOutline): SheetSizes {
  let usualColumn = USUAL_COLUMN;
  let usualRow = USUAL_ROW;
  const spans: { readonly from: number; readonly to: number; readonly width: number }[] = [];
  const heights = new Map<number, number>();
  for (const child of outline.children) {
    const part = bytes.subarray(child.start, child.end);
    const scanner = new TagScanner(part);
    if (child.name === 'sheetFormatPr' && scanner.next()) {
      usualColumn = toPixels(scanner.attribute('defaultColWidth')) ?? USUAL_COLUMN;
      usualRow = positive(scanner.attribute('defaultRowHeight'), PIXELS_PER_POINT) ?? USUAL_ROW;
    } else if (child.name === 'cols') {
      // No sheet has more stretches of columns than columns.
      while (spans.length < MAX_COLUMNS && scanner.next()) {
        if (!scanner.opens('col')) continue;
        const width = isTrue(scanner.attribute('hidden')) ? 0 : toPixels(scanner.attribute('width'));
        const from = Number(scanner.attribute('min')) - 1;
        if (width !== undefined) spans.push({ from, to: Number(scanner.attribute('max')) - 1, width });
      }
    } else if (child.name === 'sheetData' && part.length < READ_HEIGHTS_BELOW) {
      readHeights(scanner, heights);
    }
  }
  return {
    columnWidth: (column) => spans.find((span) => column >= span.from && column <= span.to)?.width ?? usualColumn,
    rowHeight: (row) => heights.get(row) ?? usualRow,
  };
}

function readHeights(scanner: TagScanner, heights: Map<number, number>): void {
  let row = -1;
  while (scanner.next()) {
    if (scanner.kind === TagKind.close || !scanner.named('row')) continue;
    const stated = Number(scanner.attribute('r') ?? 0);
    row = stated > 0 ? stated - 1 : row + 1;
    const height = isTrue(scanner.attribute('hidden')) ? 0 : positive(scanner.attribute('ht'), PIXELS_PER_POINT);
    if (height !== undefined) heights.set(row, height);
    scanner.skip();
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

function toPixels(width: string | undefined): number | undefined {
  const pixels = positive(width, DIGIT);
  return pixels === undefined ? undefined : pixels + MARGINS;
}

function positive(value: string | undefined, factor: number): number | undefined {
  const number = Number(value ?? NaN) * factor;
  return number > 0 && number < 10_000 ? Math.round(number) : undefined;
}

const NOTE_WIDTH = 300;
const LINE_HEIGHT = 17;
const LEAST_HEIGHT = 4 * LINE_HEIGHT;
const GREATEST_HEIGHT = 26 * LINE_HEIGHT;
/** Chinese characters of 9 pt in a line of the note. */
const CHARACTERS_PER_LINE = 22;

/**
 * Where the box of a note stands: right of its cell, as wide as a sentence is read well and as high as its text needs.
 * Eight numbers as in VML's x:Anchor: left column and pixels into it, top row and pixels, right column, bottom row.
 */
export function anchorOf(row: number, column: number, text: string, sizes: SheetSizes): readonly number[] {
  const top = Math.max(0, row - 1);
  const height = Math.min(Math.max(linesOf(text) * LINE_HEIGHT + LINE_HEIGHT, LEAST_HEIGHT), GREATEST_HEIGHT);
  const left = column + 1 < MAX_COLUMNS - 8 ? column + 1 : Math.max(0, column - 6);
  const [right, rightOffset] = advance(left, 15 + NOTE_WIDTH, MAX_COLUMNS, sizes.columnWidth);
  const [bottom, bottomOffset] = advance(top, 10 + height, MAX_ROWS, sizes.rowHeight);
  const fit = (offset: number, size: number): number => Math.max(0, Math.min(offset, size - 1));
  return [
    left,
    fit(15, sizes.columnWidth(left)),
    top,
    fit(10, sizes.rowHeight(top)),
    right,
    rightOffset,
    bottom,
    bottomOffset,
  ];
}

function linesOf(text: string): number {
  let lines = 0;
  for (const line of text.split('\n')) {
    let width = 0;
    for (const character of line) width += (character.codePointAt(0) ?? 0) < 0x2e80 ? 0.55 : 1;
    lines += Math.max(1, Math.ceil(width / CHARACTERS_PER_LINE));
  }
  return lines;
}

/** The column or row that lies so many pixels behind the start of this one, and how far into it. */
function advance(from: number, pixels: number, limit: number, size: (index: number) => number): [number, number] {
  let rest = pixels;
  let index = from;
  // Hidden ones have no size; a sheet that hides thousands is not worth walking through.
  for (let steps = 0; index < limit - 1 && rest >= size(index) && steps < 1000; steps++) rest -= size(index++);
  return [index, Math.max(0, Math.min(Math.round(rest), size(index) - 1))];
}
