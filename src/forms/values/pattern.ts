import type { Cell, CellValue } from '../../sheets/grid.ts';
import type { PatternType } from '../form.ts';
import type { Reader, Reading, Remark } from '../reading.ts';
import { isNothing } from './blank.ts';
import { civilFromSerial, isoDate } from './calendar.ts';
import { remark } from './cases.ts';
import { hasRightChecksum } from './checksum.ts';
import { isDateFormat } from './number-format.ts';
import { blank, read, textOf, unreadable, withoutType } from './outcomes.ts';
import { halfWidth } from './text.ts';

/** From here on a number cell has lost digits of what was meant as a code. */
const FIRST_LOSSY = 1e15;
const LONGEST_JUDGED = 1000;
/** More zeros than this no code begins with. */
const MOST_ZEROS = 8;
const SEPARATOR = /\s*[、，,；;|\n]\s*|\s{2,}/gu;
const DASHES = /[-‐-―－−_]/gu;
const patterns = new WeakMap<PatternType, RegExp>();

/**
 * Codes and the like: text that matches a pattern as a whole, and ends in the right check character where the type
 * names a standard for one. Blanks, hyphens, small and full-width letters that the pattern does not have are untidy,
 * not wrong. With `multiple` the value is the codes joined by 、 and `list` has them one by one.
 */
export const readPattern: Reader<PatternType> = (cell, type) => {
  const early = withoutType(cell);
  if (early) return early;
  const text = textOf(cell.value);
  if (typeof cell.value === 'number') return readNumber(cell, cell.value, text, type);
  if (text.length > LONGEST_JUDGED) return unreadable(cell.value, text, [remark('pattern-mismatch', { text })]);
  if (text === '' || (isNothing(text) && !isRight(text, type))) return blank(cell.value, text);
  const several = type.multiple === true ? readSeveral(cell.value, text, type) : undefined;
  if (several) return several;
  const { normal, problem } = codeOf(text, type);
  if (normal === undefined) return unreadable(cell.value, text, [problem]);
  const more = type.multiple === true ? { list: [normal] } : {};
  return read(cell.value, text, normal, problem ? [problem] : [], more);
};

type Code =
  | { readonly normal: string; readonly problem?: Remark | undefined }
  | { readonly normal?: undefined; readonly problem: Remark };

function codeOf(text: string, type: PatternType): Code {
  if (isRight(text, type)) return { normal: text };
  const half = halfWidth(text);
  if (isRight(half, type))
    return { normal: half, problem: remark('text-half-width', { text, normal: half }, { normal: half }) };
  const spellings = spellingsOf(text.normalize('NFKC'));
  const normal = spellings.find((spelling) => isRight(spelling, type));
  if (normal !== undefined) return { normal, problem: remark('code-tidied', { text, normal }, { normal }) };
  return { problem: mistakeIn(text, spellings, type) };
}

/** The text without blanks, in capitals, without hyphens; each change together with those before it, and alone. */
function spellingsOf(text: string): readonly string[] {
  const dense = text.replace(/\s+/gu, '');
  const joined = dense.replace(DASHES, '');
  return [dense, dense.toUpperCase(), joined, joined.toUpperCase()];
}

function mistakeIn(text: string, spellings: readonly string[], type: PatternType): Remark {
  if (type.checksum !== undefined && [text, ...spellings].some((spelling) => patternOf(type).test(spelling))) {
    return remark('check-character-wrong', { text });
  }
  const mended = spellings.map((spelling) => spelling.replace(/[Oo]/gu, '0').replace(/[Il]/gu, '1'));
  const normal = mended.find((spelling) => isRight(spelling, type));
  if (normal === undefined) return remark('pattern-mismatch', { text });
  const letters = [...new Set(text.normalize('NFKC').match(/[OoIl]/gu))].join('、');
  return remark('code-letters', { text, letters, normal });
}

/** Several codes in one cell, or `undefined` where there is one only. */
function readSeveral(raw: CellValue, text: string, type: PatternType): Reading | undefined {
  if (isRight(text, type)) return undefined;
  const parts = text.split(SEPARATOR).filter((part) => part !== '');
  if (parts.length < 2) return undefined;
  const codes = parts.map((part) => codeOf(part, type));
  const list: string[] = [];
  for (const { normal, problem } of codes) {
    if (normal === undefined) return unreadable(raw, text, [problem]);
    list.push(normal);
  }
  const value = list.join('、');
  const separators = new Set(Array.from(text.matchAll(SEPARATOR), ([separator]) => separator.trim()));
  const isTidy = separators.size === 1 && codes.every(({ problem }) => !problem);
  const remarks = isTidy ? [] : [remark('code-tidied', { text, normal: value }, { normal: value })];
  return read(raw, text, value, remarks, { list });
}

/** A code that the spreadsheet program took for a number or a date when it was typed. */
function readNumber(cell: Cell, value: number, text: string, type: PatternType): Reading {
  if (Math.abs(value) >= FIRST_LOSSY) return unreadable(value, text, [remark('digits-lost', { text })]);
  const date = isDateFormat(cell.format) && value >= 1 ? civilFromSerial(value) : undefined;
  if (date) return unreadable(value, isoDate(date), [remark('code-shown-as-date', { text: isoDate(date) })]);
  if (isRight(text, type)) return read(value, text, text, [], type.multiple === true ? { list: [text] } : {});
  const padded = Array.from({ length: MOST_ZEROS }, (_, count) => '0'.repeat(count + 1) + text);
  const [normal, ...others] = Number.isInteger(value) && value >= 0 ? padded.filter((code) => isRight(code, type)) : [];
  if (normal === undefined || others.length > 0) {
    return unreadable(value, text, [remark('pattern-mismatch', { text })]);
  }
  return unreadable(value, text, [remark('code-zero-lost', { text, normal }, { normal })]);
}

function isRight(text: string, type: PatternType): boolean {
  return patternOf(type).test(text) && (type.checksum === undefined || hasRightChecksum(text, type.checksum));
}

function patternOf(type: PatternType): RegExp {
  let pattern = patterns.get(type);
  if (!pattern) {
    pattern = new RegExp(`^(?:${type.pattern})$`, 'u');
    patterns.set(type, pattern);
  }
  return pattern;
}
