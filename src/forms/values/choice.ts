import type { Cell, CellValue } from '../../sheets/grid.ts';
import type { ChoiceType, Option } from '../form.ts';
import { foldValue } from '../fold.ts';
import type { Reader, Reading, Remark } from '../reading.ts';
import { insideBrackets, isNothing } from './blank.ts';
import { remark } from './cases.ts';
import { nearestOption } from './nearest.ts';
import { contradiction, isExcluded, matchOption, matchWithOwnCode, optionIndex, type OptionIndex } from './options.ts';
import { blank, read, textOf, unreadable, withoutType } from './outcomes.ts';
import { tickedIn } from './tick-marks.ts';

const LONGEST = 1000;
const SEPARATOR = /[、，,/／;；\n|]/u;
/** Numbers that options are listed under: 1. 2、 (3) ① */
const FIRST_NUMBER = /^(?:①|[（(]?1[.．、)）])/u;
const NUMBERS = /[①-⑳]|[（(]\d{1,2}[）)]|(?<!\d)\d{1,2}[.．、)）]/gu;
const JOINING = /\s*(?:以及|[和及与或跟+＋&＆])\s*/u;
const MARKS = /[□☐☑☒■√✓✔]/u;

/** What one part of a cell says: an option, perhaps with a remark in brackets behind it. */
interface Part {
  readonly text: string;
  readonly option: Option | undefined;
  readonly tidy: boolean;
  /** It says more than the option does, or may mean another one: the listed spelling is no replacement. */
  readonly loose: boolean;
  readonly remark: string;
}

/** One of the listed options, or with `multiple` several of them. The value is the listed spelling. */
export const readChoice: Reader<ChoiceType> = (cell, type) => {
  const early = withoutType(cell);
  if (early) return early;
  const text = textOf(cell.value);
  const index = optionIndex(type.options);
  const whole = text.length <= LONGEST ? matchOption(text, index) : undefined;
  if (whole?.tidy) return chosen(cell.value, text, type, [whole.option], []);
  if (!whole && isNothing(text)) {
    const inner = insideBrackets(text);
    const bracketed = inner === undefined ? undefined : matchOption(inner, index);
    return bracketed ? tidied(cell.value, text, type, [bracketed.option]) : blank(cell.value, text);
  }
  if (whole) return tidied(cell.value, text, type, [whole.option], whole.loose);
  if (isDoubtful(text, type)) return doubtful(cell.value, text, type);
  const several = type.multiple ? readSeveral(cell, text, type, index) : undefined;
  return several ?? readOne(cell, text, type, index);
};

function readOne(cell: Cell, text: string, type: ChoiceType, index: OptionIndex): Reading {
  const raw = cell.value;
  const pair = contradiction(text, index);
  if (pair) {
    const options = pair.map(({ value }) => value);
    return unreadable(raw, text, [remark('option-contradiction', { text, options }, { expected: options })]);
  }
  const bare = looserPartOf(text, index);
  const part = bare.option ? bare : remarkedPartOf(text, type, index);
  if (part.option) {
    if (part.remark === '') return tidied(raw, text, type, [part.option], part.loose);
    const other = matchOption(part.remark, index)?.option;
    if (other && other !== part.option) {
      const both = [part.option, other];
      return type.multiple ? tidied(raw, text, type, both, true) : severalOptions(raw, text, type, both);
    }
    const normal = part.option.value;
    return chosen(
      raw,
      text,
      type,
      [part.option],
      [remark('choice-with-remark', { text, normal, remark: part.remark })],
    );
  }
  const ticked = MARKS.test(text) ? tickedIn(text, type.options) : undefined;
  if (ticked?.kind === 'chosen') {
    if (ticked.options.length === 0) return blank(raw, text);
    return ticked.options.length === 1 || type.multiple
      ? tidied(raw, text, type, ticked.options)
      : severalOptions(raw, text, type, ticked.options);
  }
  if (!type.multiple) {
    const pieces = splitOutsideBrackets(text);
    const options = pieces.length > 1 ? pieces.map((piece) => partOf(piece, index).option) : [];
    const known = options.filter((option) => option !== undefined);
    const distinct = [...new Set(known)];
    if (known.length > 1 && known.length === options.length) {
      return distinct.length === 1 ? tidied(raw, text, type, distinct) : severalOptions(raw, text, type, distinct);
    }
  }
  return notListed(raw, text, type, [text], () => nearestFor(text, type)?.value);
}

/** Options separated by 、，,/;； line breaks or, where each word is one, spaces; `undefined` for a single part. */
function readSeveral(cell: Cell, text: string, type: ChoiceType, index: OptionIndex): Reading | undefined {
  const bare = unnumbered(text);
  const pieces = splitOutsideBrackets(bare).flatMap((piece) => piecesOf(piece, index));
  const [only] = pieces;
  if (only === undefined || (pieces.length === 1 && (bare === text || !matchOption(only, index)))) return undefined;
  const parts = pieces.map((piece) => partOf(piece, index));
  const unknown = parts.filter(({ option }) => !option).map((part) => part.text);
  if (unknown.length > 0) {
    const options = parts.map(({ option, text: piece }) => option ?? nearestFor(piece, type));
    const mended = options.map((option) => option?.value);
    const normal = mended.every((value) => value !== undefined) ? joined(mended) : undefined;
    return notListed(cell.value, text, type, unknown, () => normal);
  }
  const options = parts.flatMap(({ option }) => (option ? [option] : []));
  const distinct = [...new Set(options)];
  const withRemark = parts.find((part) => part.remark !== '');
  const normal = joined(distinct.map(({ value }) => value));
  if (withRemark) {
    return chosen(cell.value, text, type, distinct, [
      remark('choice-with-remark', { text, normal, remark: withRemark.remark }),
    ]);
  }
  if (distinct.length < options.length) {
    return chosen(cell.value, text, type, distinct, [remark('choice-repeated', { text, normal }, { normal })]);
  }
  return parts.every((part) => part.tidy)
    ? chosen(cell.value, text, type, distinct, [])
    : tidied(
        cell.value,
        text,
        type,
        distinct,
        parts.some((part) => part.loose),
      );
}

/** Options joined by a word (接口和数据库) or set apart by spaces, where each is known. */
function piecesOf(piece: string, index: OptionIndex): readonly string[] {
  if (piece.length > LONGEST || matchOption(piece, index)) return [piece];
  const found = [/\s+/u, JOINING]
    .map((separator) => piece.split(separator).filter((word) => word !== ''))
    .find((words) => words.length > 1 && words.every((word) => matchOption(word, index)));
  return found ?? [piece];
}

/** A list without its numbers: 1.接口 2.数据库, ①接口②数据库. */
function unnumbered(text: string): string {
  return text.length <= LONGEST && FIRST_NUMBER.test(text) ? text.replace(NUMBERS, '、') : text;
}

function partOf(text: string, index: OptionIndex): Part {
  if (text.length > LONGEST) return { text, option: undefined, tidy: false, loose: false, remark: '' };
  const match = matchOption(text, index);
  return match ? { text, ...match, remark: '' } : looserPartOf(text, index);
}

/** As {@link partOf}, for a text that is no option's spelling as a whole. */
function looserPartOf(text: string, index: OptionIndex): Part {
  const coded = matchWithOwnCode(text, index);
  if (coded) return { text, option: coded, tidy: false, loose: false, remark: '' };
  const bracket = /^([^（(【[]+)[（(【[](.+)[）)】\]]$/su.exec(text);
  const main = bracket?.[1]?.trim() ?? '';
  const match = main === '' ? undefined : matchOption(main, index);
  if (!match) return { text, option: undefined, tidy: false, loose: false, remark: '' };
  return { text, option: match.option, tidy: false, loose: match.loose, remark: bracket?.[2] ?? '' };
}

/** An option with words behind a colon, comma, dash or blank that say on what condition: 有条件共享：仅限公安. */
const REMARKED =
  /^([^：:，,;；—–－\s-]+)(?:\s*(?:[：:，,;；]|[—–－-]{1,2})\s*|\s+(?![^\s]*[\d一二三四五六七八九十两半]))(\S.*)$/su;

function remarkedPartOf(text: string, type: ChoiceType, index: OptionIndex): Part {
  const none = { text, option: undefined, tidy: false, loose: false, remark: '' };
  if (text.length > LONGEST) return none;
  const [, main = '', said = ''] = REMARKED.exec(text) ?? [];
  const match = main === '' ? undefined : matchOption(main, index);
  if (!match || match.option.value.length < 2) return none;
  // A second option beside it, or what leaves it open, is no remark on the first.
  const pieces = splitOutsideBrackets(said).flatMap((piece) => piece.split(JOINING));
  const isOption = (piece: string): boolean =>
    (matchOption(piece, index) ?? nearestFor(piece, type)) !== undefined ||
    isDoubtful(piece, type) ||
    type.options.some((option) => isExcluded(foldValue(piece), option));
  return pieces.some(isOption) ? none : { text, option: match.option, tidy: false, loose: match.loose, remark: said };
}

function chosen(
  raw: CellValue,
  text: string,
  type: ChoiceType,
  options: readonly Option[],
  remarks: readonly Remark[],
): Reading {
  const list = options.map(({ value }) => value);
  return read(raw, text, joined(list), remarks, type.multiple ? { list } : {});
}

/** `loose`: the listed spelling says less than the text, so that it is told but not written over it. */
function tidied(raw: CellValue, text: string, type: ChoiceType, options: readonly Option[], loose = false): Reading {
  const normal = joined(options.map(({ value }) => value));
  return chosen(raw, text, type, options, [remark('choice-tidied', { text, normal }, loose ? {} : { normal })]);
}

/** Several of what only one can be: of a closed list as wrong as a value that is not listed. */
function severalOptions(raw: CellValue, text: string, type: ChoiceType, named: readonly Option[]): Reading {
  const options = named.map(({ value }) => value);
  const told = remark('several-options', { text, options }, { expected: options });
  return unreadable(raw, text, [type.open ? told : { ...told, severity: 'error' }]);
}

function doubtful(raw: CellValue, text: string, type: ChoiceType): Reading {
  const expected = type.options.map(({ value }) => value);
  return unreadable(raw, text, [remark('doubtful-answer', { text }, { expected })]);
}

/** A value outside the list: an open list keeps it as it is, a closed one cannot go on with it. */
function notListed(
  raw: CellValue,
  text: string,
  type: ChoiceType,
  unknown: readonly string[],
  mend: () => string | undefined,
): Reading {
  const expected = type.options.map(({ value }) => value);
  const normal = mend();
  const params = { text: joined(unknown) };
  const problem =
    normal === undefined
      ? remark(type.open ? 'not-listed-open' : 'not-listed', params, { expected })
      : // What is like a listed word may still be another one (电子邮件, 电子文件): proposed, never written.
        remark(type.open ? 'not-listed-open-near' : 'not-listed-near', { ...params, normal }, { expected });
  return type.open ? read(raw, text, text, [problem]) : unreadable(raw, text, [problem]);
}

function nearestFor(text: string, type: ChoiceType): Option | undefined {
  const folded = foldValue(text);
  if (type.options.some((option) => isExcluded(folded, option)) || isDoubtful(text, type)) return undefined;
  return nearestOption(text, type.options);
}

function isDoubtful(text: string, type: ChoiceType): boolean {
  if (type.doubtful.length === 0) return false;
  const folded = foldValue(text);
  return type.doubtful.some((answer) => foldValue(answer) === folded);
}

/** Pieces between 、，,/;； and line breaks that do not stand in brackets. */
function splitOutsideBrackets(text: string): readonly string[] {
  if (!SEPARATOR.test(text)) return [text];
  const pieces: string[] = [];
  let depth = 0;
  let piece = '';
  for (const character of text) {
    if (/[（(【[]/u.test(character)) depth++;
    else if (/[）)】\]]/u.test(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && SEPARATOR.test(character)) {
      pieces.push(piece.trim());
      piece = '';
    } else piece += character;
  }
  return [...pieces, piece.trim()].filter((each) => each !== '');
}

function joined(values: readonly string[]): string {
  return values.join('、');
}
