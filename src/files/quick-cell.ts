const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const QUOTE = 0x22;
const SPACE = 0x20;
const ZERO = 0x30;
const LETTER_C = 0x63;
const LETTER_S = 0x73;

const ADDRESS = asciiOf('<c r="');
const STYLE = asciiOf('s="');
const TYPE = asciiOf('t="s"');
const VALUE = asciiOf('<v>');
const END = asciiOf('/v></c>');

function asciiOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/**
 * Takes in one look a cell as Excel, WPS and LibreOffice write nearly all of theirs:
 * `<c r="B7" s="3" t="s"><v>12</v></c>`, `s` and `t` or either left out. It only ever says what the tag scanner would; a cell
 * written in any other way is left to that.
 */
export class QuickCell {
  /** Row and column, counted from 0, not checked against the largest sheet. */
  row = 0;
  column = 0;
  style = 0;
  /** Whether the value is the index of a shared string; otherwise it is a number. */
  shared = false;
  /** Offsets of the value, and of the byte behind the cell. */
  valueStart = 0;
  valueEnd = 0;
  end = 0;

  /** Whether such a cell stands at this offset. */
  match(bytes: Uint8Array, from: number): boolean {
    if (bytes[from] !== LESS || bytes[from + 1] !== LETTER_C || !standsAt(bytes, from, ADDRESS)) return false;
    let at = this.#address(bytes, from + ADDRESS.length);
    if (at < 0) return false;
    this.style = 0;
    this.shared = false;
    if (bytes[at] === SPACE && bytes[at + 1] === LETTER_S) {
      at = this.#style(bytes, at + 1);
      if (at < 0) return false;
    }
    if (bytes[at] === SPACE) {
      if (!standsAt(bytes, at + 1, TYPE)) return false;
      this.shared = true;
      at += 1 + TYPE.length;
    }
    if (bytes[at] !== GREATER || !standsAt(bytes, at + 1, VALUE)) return false;
    return this.#value(bytes, at + 1 + VALUE.length);
  }

  /** Reads capital letters and digits up to the quote; answers the offset behind it, -1 where there is anything else. */
  #address(bytes: Uint8Array, from: number): number {
    let at = from;
    let column = 0;
    let byte = bytes[at] ?? 0;
    while (byte > 0x40 && byte < 0x5b && at < from + 4) {
      column = column * 26 + byte - 0x40;
      byte = bytes[++at] ?? 0;
    }
    const digitsAt = at;
    let row = 0;
    while (byte >= ZERO && byte < ZERO + 10 && at < digitsAt + 8) {
      row = row * 10 + byte - ZERO;
      byte = bytes[++at] ?? 0;
    }
    if (byte !== QUOTE || digitsAt === from || at === digitsAt) return -1;
    this.row = row - 1;
    this.column = column - 1;
    return at + 1;
  }

  #style(bytes: Uint8Array, from: number): number {
    if (!standsAt(bytes, from, STYLE)) return -1;
    const digitsAt = from + STYLE.length;
    let at = digitsAt;
    let style = 0;
    let byte = bytes[at] ?? 0;
    while (byte >= ZERO && byte < ZERO + 10 && at < digitsAt + 8) {
      style = style * 10 + byte - ZERO;
      byte = bytes[++at] ?? 0;
    }
    if (byte !== QUOTE || at === digitsAt) return -1;
    this.style = style;
    return at + 1;
  }

  #value(bytes: Uint8Array, from: number): boolean {
    let at = from;
    while (at < bytes.length && bytes[at] !== LESS) at++;
    if (bytes[at + 1] !== SLASH || !standsAt(bytes, at + 1, END)) return false;
    this.valueStart = from;
    this.valueEnd = at;
    this.end = at + 1 + END.length;
    return true;
  }
}

function standsAt(bytes: Uint8Array, at: number, ascii: Uint8Array): boolean {
  for (let i = 0; i < ascii.length; i++) if (bytes[at + i] !== ascii[i]) return false;
  return true;
}
