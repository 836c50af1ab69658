import type { Wording } from '../forms/form.ts';
import type { Bound, Range, RangeUnit } from './procedure.ts';

/** Fen in one of each unit of money. */
export const FEN: Readonly<Record<'元' | '万元' | '亿元', number>> = { 元: 100, 万元: 1_000_000, 亿元: 10_000_000_000 };

type Direction = 'from' | 'to';

/** Words before or behind a number, the way they point, and whether the number belongs (Civil Code, article 1259). */
const BEFORE: readonly (readonly [word: string, direction: Direction, included: boolean])[] = [
  ['不超过', 'to', true],
  ['不少于', 'from', true],
  ['不低于', 'from', true],
  ['不满', 'to', false],
  ['不足', 'to', false],
  ['低于', 'to', false],
  ['少于', 'to', false],
  ['超过', 'from', false],
  ['超出', 'from', false],
  ['高于', 'from', false],
];
const BEHIND: readonly (readonly [word: string, direction: Direction, included: boolean])[] = [
  ['以上', 'from', true],
  ['以下', 'to', true],
  ['以内', 'to', true],
  ['以外', 'from', false],
];

const NUMBER =
  /^([^\d]*?)(\d{1,9}(?:\.\d{1,6})?)\s?(亿元|万元|万|元|％|%)([（(]含[^（）()]*[）)])?([^\d（）()]*?)([（(]含[^（）()]*[）)])?$/u;

interface Read {
  readonly direction: Direction;
  readonly unit: RangeUnit;
  readonly bound: Bound;
  /** Whether the words themselves say that the number belongs. */
  readonly settled: boolean;
}

export type RangeResult =
  { readonly range: Range; readonly fault?: undefined } | { readonly range?: undefined; readonly fault: Wording };

/**
 * Reads a range as a text words it: 50万元以上, 1000 万以下（含1000万）, 不超过概（预）算总投资15％.
 * @param beside The words for the other side: a 含 there takes the number away from here.
 */
export function readRange(words: string, beside: string | null = null): RangeResult {
  const read = readWords(words);
  if (!read) {
    const example = '50万元以上、3000万元（含）以上、不超过15％';
    return { fault: { zh: `看不出范围：应写作 ${example}`, en: `no range: write it like ${example}` } };
  }
  const bound = beside === null ? read.bound : besideBound(read, beside);
  if (!bound) {
    return {
      fault: {
        zh: 'beside 应是另一边、同一数字、写明“含”的原文',
        en: 'beside must be the words for the other side of the same number, with 含 in them',
      },
    };
  }
  const { unit, direction } = read;
  const [from, to] = direction === 'from' ? [bound, null] : [null, bound];
  return { range: { words, unit, from, to, beside } };
}

function besideBound(read: Read, beside: string): Bound | undefined {
  const other = readWords(beside);
  if (!other?.settled || read.settled || other.direction === read.direction || other.unit !== read.unit)
    return undefined;
  return other.bound.value === read.bound.value ? { value: read.bound.value, included: false } : undefined;
}

function readWords(words: string): Read | undefined {
  const match = NUMBER.exec(withoutInnerBrackets(words));
  if (!match) return undefined;
  const [, before = '', digits = '', sign = '', withinBefore, behind = '', withinBehind] = match;
  const direction =
    BEHIND.find(([word]) => behind.startsWith(word)) ?? BEFORE.find(([word]) => before.includes(word)) ?? undefined;
  if (!direction) return undefined;
  const settled = withinBefore !== undefined || withinBehind !== undefined;
  const unit: RangeUnit = sign === '％' || sign === '%' ? 'percent' : 'money';
  const value = unit === 'percent' ? Number(digits) : Math.round(Number(digits) * fenIn(sign));
  return { direction: direction[1], unit, bound: { value, included: settled || direction[2] }, settled };
}

/** Brackets that say nothing of the number: 不超过概（预）算总投资15％. A number in a 含 is the one before it. */
function withoutInnerBrackets(words: string): string {
  return words.replace(/[（(](?!含)[^（）()]*[）)]/gu, '').replace(/([（(]含)[^（）()]*([）)])/gu, '$1$2');
}

function fenIn(sign: string): number {
  if (sign === '元') return FEN.元;
  return sign === '亿元' ? FEN.亿元 : FEN.万元;
}

/** Whether an amount (fen) or share (percent) lies in a range. */
export function liesIn(range: Range, value: number): boolean {
  const { from, to } = range;
  if (from && (from.included ? value < from.value : value <= from.value)) return false;
  return !(to && (to.included ? value > to.value : value >= to.value));
}

/** The number that two ranges share because both include it: 50万元以上 and 50万元以下. */
export function sharedEdge(a: Range, b: Range): number | undefined {
  if (a.unit !== b.unit) return undefined;
  for (const [low, high] of [
    [a.to, b.from],
    [b.to, a.from],
  ] as const) {
    if (low?.included && high?.included && low.value === high.value) return low.value;
  }
  return undefined;
}
