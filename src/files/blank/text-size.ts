/** How much room text takes in a Chinese font of one width: a Chinese character is as wide as it is high. */

/** Points of a column's width that are not for text, at its two sides together. */
const PADDING = 6;
/** A character of a column's width, in points: a digit of 宋体 11 on the screens that widths are counted by. */
export const WIDTH_UNIT = 6;

/** The text's width in halves of a Chinese character. */
export function halfWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isNarrow(character) ? 1 : 2;
  return width;
}

function isNarrow(character: string): boolean {
  return character < '\u1100' && !/[§±×÷°·]/u.test(character);
}

/** How many halves of a Chinese character of this size stand in one line. */
export function roomFor(widthInCharacters: number, size: number): number {
  return Math.max(2, Math.floor((widthInCharacters * WIDTH_UNIT - PADDING) / (size / 2)));
}

/** How many lines a text takes where so many halves fit into one; Chinese breaks anywhere, other words (lists of them, in LibreOffice) are kept. */
export function linesOf(text: string, room: number): number {
  return text.split('\n').reduce((lines, line) => lines + linesOfOne(line, room), 0);
}

function linesOfOne(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const piece of line.match(/[!-~][!-~、，；：。]*|[^]/gu) ?? []) {
    const width = halfWidth(piece);
    if (used + width <= room) used += width;
    else if (width <= room) {
      lines++;
      used = width;
    } else {
      lines += Math.ceil((used + width) / room) - 1;
      used = (used + width) % room;
    }
  }
  return lines;
}
