import { isTraditional, simplify } from './traditional.ts';

/** Spaces of any width, line breaks and characters without width. */
const SPACES = /[\s\p{Cc}\p{Cf}]+/gu;
const UNSEEN = /(?:(?![\t\n])[\p{Cc}\p{Cf}])+/gu;
const MARKS = /[*※]+/gu;
const NUMBERING =
  /^(?:[①-⑳]|\(\d{1,2}\)|\d{1,2}[)、]|\d{1,2}[.](?!\d)|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}[、.])/u;
const HAN_FIRST = 0x4e00;
const HAN_LAST = 0x9fff;

/**
 * The text as a person reads it: no blanks at its ends (spaces of any width, line breaks, characters without width),
 * no control characters, line breaks as `\n`. The very same string where nothing is to be done.
 */
export function tidy(text: string): string {
  if (isTidy(text)) return text;
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(UNSEEN, '')
    .replace(/^[\s\u2800\u3164]+/u, '')
    .trimEnd();
}

function isTidy(text: string): boolean {
  const length = text.length;
  if (length === 0) return true;
  if (isEdge(text.charCodeAt(0)) || isEdge(text.charCodeAt(length - 1))) return false;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 ? code !== 0x0a && code !== 0x09 : code >= 0x7f && isUnseen(code)) return false;
  }
  return true;
}

/** Whether a character may have to go from an end of a text; a few too many cost nothing. */
function isEdge(code: number): boolean {
  return (
    code <= 0x20 ||
    (code >= 0x7f && code <= 0xa0) ||
    code === 0x3000 ||
    (code >= 0x1680 && code < 0x3041 && /\s|[\u2800]/u.test(String.fromCharCode(code))) ||
    code === 0x3164 ||
    code === 0xfeff
  );
}

function isUnseen(code: number): boolean {
  return (
    code <= 0x9f ||
    code === 0xad ||
    code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    code === 0x2060 ||
    code === 0xfeff
  );
}

/** Whether nothing but simplified Chinese characters stands in a text, which no folding changes. */
function isPlainHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < HAN_FIRST || code > HAN_LAST || isTraditional(code)) return false;
  }
  return true;
}

/**
 * For comparing headings and labels: without width, spaces, line breaks, asterisks, leading numbering, a trailing
 * colon, letter case, traditional characters and remarks in brackets (but not where that would leave nothing).
 * 大写 and 小写 are more than a remark: 合计金额（大写） and 合计金额（小写） are two labels.
 */
export function foldLabel(text: string): string {
  return isPlainHan(text) ? text : stripLabel(text, true);
}

/** As {@link foldLabel}, with the remarks in brackets kept and their brackets made alike. */
export function foldTitle(text: string): string {
  return isPlainHan(text) ? text : stripLabel(text, false);
}

const JOINTS = /[()[\]\-‐-―_/\\·•:|]/gu;

/**
 * As {@link foldTitle}, in one word: 信息资源格式（分类） and 信息资源格式-分类 are 信息资源格式分类, where a form knows that
 * as a label.
 */
export function foldJoined(text: string): string {
  return isPlainHan(text) ? text : stripLabel(text, false).replace(JOINTS, '');
}

function stripLabel(text: string, dropRemarks: boolean): string {
  // Circled numbers would become plain digits of the words behind them.
  const folded = simplify(
    text
      .replace(SPACES, '')
      .replace(/^[①-⑳]/u, '')
      .normalize('NFKC')
      .replace(SPACES, ''),
  ).toLowerCase();
  const unmarked = folded
    .replace(MARKS, '')
    .replace(/[【〔〖]/gu, '(')
    .replace(/[】〕〗]/gu, ')');
  const numberless = unmarked.replace(NUMBERING, '') || unmarked;
  const bare = dropRemarks ? withoutRemarks(numberless).replace(/:+$/u, '') || numberless : numberless;
  return bare.replace(/:+$/u, '') || bare;
}

const REMARK = /\(([^()]*)\)/gu;
const WRITING = /大写|(?<!大)小写/u;

/** Without remarks in brackets, but with the one word of them that tells two labels apart. */
function withoutRemarks(text: string): string {
  const told = text.includes('写')
    ? text.replace(REMARK, (remark, said: string) => WRITING.exec(said)?.[0] ?? remark)
    : text;
  return withoutBrackets(told);
}

/** The text without what stands in balanced brackets `(…)` `[…]`, brackets included. */
export function withoutBrackets(text: string): string {
  if (!/[([]/u.test(text)) return text;
  const open: { readonly at: number; readonly kind: string }[] = [];
  let kept = '';
  for (const character of text) {
    if (character === '(' || character === '[') {
      open.push({ at: kept.length, kind: character });
    } else if (character === ')' || character === ']') {
      const last = open.at(-1);
      if (last?.kind === (character === ')' ? '(' : '[')) {
        open.pop();
        kept = kept.slice(0, last.at);
        continue;
      }
    }
    kept += character;
  }
  return kept;
}

/**
 * For comparing a value with a listed one: without width, letter case, spaces, kind of brackets, traditional
 * characters, and a leading dot (.xlsx).
 */
export function foldValue(text: string): string {
  if (isPlainHan(text)) return text;
  const folded = simplify(text.normalize('NFKC').replace(SPACES, '')).toLowerCase();
  const bracketed = folded.replace(/[【〔〖[{]/gu, '(').replace(/[】〕〗\]}]/gu, ')');
  return bracketed.startsWith('.') ? bracketed.replace(/^\.+(?=[^.])/u, '') : bracketed;
}
