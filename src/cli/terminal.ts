import { eastAsianWidth } from 'get-east-asian-width';
import { replaceUnseen } from '../sheets/unsafe-characters.ts';

/**
 * Text from a file, safe to show: line breaks become ↵, tabs a blank, and what could steer a terminal or turn the
 * reading order around (ECMA-48 controls, Unicode bidirectional overrides) is shown instead of obeyed.
 */
export function visible(text: string): string {
  return replaceUnseen(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, (character) => {
    if (character === '\n') return '↵';
    if (character === '\t') return ' ';
    const code = character.codePointAt(0) ?? 0;
    // Control pictures stand 0x2400 further on.
    return code < 0x20
      ? String.fromCodePoint(0x2400 + code)
      : `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}

const MARK = /^\p{Mark}$/u;

/** How many columns a text takes on a terminal; a Chinese character takes two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

function widthOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x7f) return 1;
  return MARK.test(character) ? 0 : eastAsianWidth(code);
}

/** The text with blanks behind it up to the width. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** The end of a text that is too wide, behind an ellipsis; of a path the end says most. */
export function shortened(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let rest = '';
  let room = width - 1;
  for (const character of Array.from(text).reverse()) {
    room -= widthOfCharacter(character);
    if (room < 0) break;
    rest = character + rest;
  }
  return '…' + rest;
}

/** Marks that may not begin a line in Chinese (GB/T 15834). */
const NOT_FIRST = /^[，。、；：？！”’）》」』】…,.;:?!)\]]$/u;

/**
 * Breaks a text into lines of at most `width` columns: between Chinese characters anywhere, in other words at
 * blanks where there are any. Never before a closing mark.
 */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of text.match(/[!-~]+| +|[^ -~]/gu) ?? []) {
    const wide = widthOf(piece);
    if (used > 0 && used + wide > width && !NOT_FIRST.test(piece)) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
      if (piece.trim() === '') continue;
    }
    line += piece;
    used += wide;
  }
  if (line !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

export type Colour = 'red' | 'yellow' | 'blue' | 'green' | 'bold' | 'dim';

const SGR: Readonly<Record<Colour, readonly [number, number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  green: [32, 39],
  bold: [1, 22],
  dim: [2, 22],
};

export type Painter = (colour: Colour, text: string) => string;

/** Paints with ECMA-48 SGR sequences, or not at all. */
export function painter(coloured: boolean): Painter {
  if (!coloured) return (_, text) => text;
  return (colour, text) => {
    const [on, off] = SGR[colour];
    return `\u001b[${String(on)}m${text}\u001b[${String(off)}m`;
  };
}
