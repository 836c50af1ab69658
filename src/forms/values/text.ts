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
  if (joined === text) return read(raw, text, normal, [remark('text-half-width', { text, normal }, { normal })]);
  const problem = breaksOneName(text)
    ? remark('text-joined', { text, normal }, { normal })
    : remark('text-in-lines', { text, normal });
  return read(raw, text, normal, [problem]);
}

/** A number or date where words are asked: what the cell shows is its text. */
function readNumber(value: number, format: string): Reading {
  const text = textOf(value);
  if (Math.abs(value) >= FIRST_LOSSY) return unreadable(value, text, [remark('digits-lost', { text })]);
  const date = isDateFormat(format) && value >= 1 ? civilFromSerial(value) : undefined;
  return date ? read(value, isoDate(date), isoDate(date)) : read(value, text, text);
}

/** What a longer name ends in, and is no name by itself. */
const TAIL =
  /(?:[局处科股室站所队院部厅委办库网校厂店馆市县区镇乡村]|学院|大学|中心|系统|平台|办公室|委员会|管理局|有限公司|公司|服务器|信息)$/u;
const OPENING = /[（(【[《“〔]/gu;
const CLOSING = /[）)】\]》”〕]/gu;

/**
 * Whether each line break stands inside one name: before a word that only ends names, beside brackets, hyphens and
 * words that join. Two lines that may be names on their own (电信, 联通) are perhaps two values.
 */
function breaksOneName(text: string): boolean {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  let before = '';
  return lines.every((line) => {
    const isOpen = count(before, OPENING) > count(before, CLOSING);
    const joins =
      /[（(【[《“〔—\-、，,/和与及的之]$/u.test(before) || /^[（(）)】\]》”〕—\-、，,/和与及的之]/u.test(line);
    const isOne = before === '' || isOpen || joins || (isTail(line) && !TAIL.test(before));
    before += line;
    return isOne;
  });
}

/** A line of which nothing is left without its ending. */
function isTail(line: string): boolean {
  return TAIL.exec(line)?.index === 0;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
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
