import { FEN } from './range.ts';

/** An amount in fen as people write it: 480 万元, 3000.5 万元; from a hundred million on 50 亿元, below one 万元 in 元. */
export function amountInChinese(fen: number): string {
  const unit = fen >= FEN.亿元 ? '亿元' : fen >= FEN.万元 ? '万元' : '元';
  return `${decimal(fen, FEN[unit])} ${unit}`;
}

/** The same in English: CNY 4,800,000. */
export function amountInEnglish(fen: number): string {
  const [whole = '', fraction] = decimal(fen, FEN.元).split('.');
  return `CNY ${whole.replace(/\B(?=(?:\d{3})+$)/gu, ',')}${fraction === undefined ? '' : `.${fraction.padEnd(2, '0')}`}`;
}

/** So many fen in a larger unit, exactly and without idle zeros. */
export function decimal(fen: number, unit: number): string {
  const whole = Math.floor(fen / unit);
  const rest = String(fen - whole * unit)
    .padStart(String(unit).length - 1, '0')
    .replace(/0+$/u, '');
  return rest === '' ? String(whole) : `${whole}.${rest}`;
}

/**
 * The fen of an amount written with digits, exactly; `undefined` for what is no plain number, or says less than a fen.
 * @param unit Fen in one of its unit.
 */
export function fenOf(digits: string, unit: number): number | undefined {
  const match = /^(\d{1,15})(?:\.(\d{1,12}))?$/u.exec(digits);
  if (!match) return undefined;
  const [, whole = '', fraction = ''] = match;
  const places = String(unit).length - 1;
  const kept = fraction.replace(/0+$/u, '');
  if (kept.length > places) return undefined;
  const fen = Number(whole) * unit + Number(kept.padEnd(places, '0') || '0');
  return Number.isSafeInteger(fen) ? fen : undefined;
}
