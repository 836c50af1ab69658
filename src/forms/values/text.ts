import type { ValueType } from '../form.ts';
import type { Reader, Reading } from '../reading.ts';
import type { CellValue } from '../../sheets/grid.ts';
import { isHint, isNothingWord, saysNone } from './blank.ts';
import { civilFromSerial, isoDate } from './calendar.ts';
import { remark } from './cases.ts';
import { isDateFormat } from './number-format.ts';
import { blank, read, textOf, unreadable, withoutType } from './outcomes.ts';

type TextType = Extract<ValueType, { readonly kind: 'text' }>;

/** From here on a number cell has lost digits of what was meant as a code. */
const FIRST_LOSSY = 1e15;
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/u;

/** Words. The value is the tidy text: full-width letters and digits made half-width, an accidental line break joined. */
export const readText: Reader<TextType> = (cell, type) => {
  const early = withoutType(cell);
  if (early) return early;
  if (typeof cell.value === 'number') return readNumber(cell.value, cell.format);
  const text = textOf(cell.value);
  if (type.none === 'value' && saysNone(text)) return read(cell.value, text, text);
  if (text === '' || isNothingWord(text) || isHint(text)) return blank(cell.value, text);
  return tidied(cell.value, text, type.lines === 'join');
};

function tidied(raw: CellValue, text: string, join: boolean): Reading {
  const joined = join && text.includes('\n') ? joinLines(text) : text;
  const normal = FULL_WIDTH.test(joined) ? halfWidth(joined) : joined;
  if (normal === text) return read(raw, text, text);
  const name = joined === text ? 'text-half-width' : 'text-joined';
  return read(raw, text, normal, [remark(name, { text, normal }, { normal })]);
}

/** A number or date where words are asked: what the cell shows is its text. */
function readNumber(value: number, format: string): Reading {
  const text = textOf(value);
  if (Math.abs(value) >= FIRST_LOSSY) return unreadable(value, text, [remark('digits-lost', { text })]);
  const date = isDateFormat(format) && value >= 1 ? civilFromSerial(value) : undefined;
  return date ? read(value, isoDate(date), isoDate(date)) : read(value, text, text);
}

/** One line: a space stays between two words in Latin letters, nothing between Chinese characters. */
function joinLines(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.reduce((joined, line) => joined + (/[\w.,;:)]$/u.test(joined) && /^\w/u.test(line) ? ' ' : '') + line);
}

/** Full-width letters and digits as half-width, and the spaces between them. */
export function halfWidth(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (character) => character.normalize('NFKC'))
    .replace(/([0-9A-Za-z])\u3000+(?=[0-9A-Za-z])/gu, '$1 ');
}
