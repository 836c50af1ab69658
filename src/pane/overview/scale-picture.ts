import type { Language } from '../../forms/language.ts';
import { amountInChinese, amountInEnglish } from '../../procedure/money.ts';
import { placeOn } from '../../procedure/scale.ts';
import { text } from '../texts.ts';
import type { ToldBand, ToldScale } from './procedure-calls.ts';

/** What is to be drawn of a scale: every band is as wide as the others, for the numbers differ by orders of magnitude. */
export interface ScalePicture {
  /** From the left end, 0 to 1. */
  readonly edges: readonly { readonly at: number; readonly label: string }[];
  readonly bands: readonly PicturedBand[];
  /** Where the project stands; `null` without a total. */
  readonly place: { readonly at: number; readonly label: string } | null;
  /** All of it in a sentence. */
  readonly sentence: string;
}

export interface PicturedBand {
  readonly name: string;
  /** The project's total belongs to it. */
  readonly isHere: boolean;
  readonly steps: ToldBand['steps'];
}

/** How close to an edge a total is drawn that is not at it, as a part of its band. */
const MARGIN = 0.12;

export function scalePicture(scale: ToldScale, total: number | null, language: Language): ScalePicture {
  const { edges, bands } = scale;
  const here = total === null ? null : placeOn(scale, total);
  const names = bands.map((_, index) => bandName(scale, index, language));
  const label = total === null ? '' : amountText(total, language);
  const numbers = edges.map(({ at }) => amountText(at, language));
  const separator = language === 'zh' ? '、' : ', ';
  const said = here?.bands.map((index) => names[index] ?? '').join(language === 'zh' ? '；' : '; ') ?? '';
  return {
    edges: edges.map(({ at }, index) => ({ at: (index + 1) / bands.length, label: shortAmount(at, language) })),
    bands: bands.map(({ steps }, index) => ({
      name: names[index] ?? '',
      isHere: here?.bands.includes(index) ?? false,
      steps,
    })),
    place: total === null ? null : { at: placeOnPicture(scale, total), label },
    sentence:
      total === null
        ? text(language, 'scale-sentence', { numbers: numbers.join(separator) })
        : text(language, 'scale-sentence-here', { numbers: numbers.join(separator), total: label, band: said }),
  };
}

/** Where a total is drawn, 0 to 1: exactly on an edge only where it is at it, within its band by its order of magnitude. */
export function placeOnPicture({ edges, bands }: ToldScale, total: number): number {
  const exactly = edges.findIndex(({ at }) => at === total);
  if (exactly >= 0) return (exactly + 1) / bands.length;
  const found = edges.findIndex(({ at }) => total < at);
  const index = found < 0 ? edges.length : found;
  const low = edges[index - 1]?.at;
  const high = edges[index]?.at;
  // Towards the ends two orders of magnitude are in sight.
  const from = low ?? (high ?? total) / 100;
  const to = high ?? (low ?? total) * 100;
  const within = from === to ? 0.5 : Math.log(Math.max(total, 1) / from) / Math.log(to / from);
  const inside = edges.length === 0 ? 0.5 : Math.min(Math.max(within, MARGIN), 1 - MARGIN);
  return (index + inside) / bands.length;
}

/** 50 万元以上、不足 500 万元: which side a number belongs to is said, not left to be read. */
function bandName({ edges, bands }: ToldScale, index: number, language: Language): string {
  const low = edges[index - 1];
  const high = edges[index];
  const params = {
    ...(low ? { low: amountText(low.at, language) } : {}),
    ...(high ? { high: amountText(high.at, language) } : {}),
  };
  if (bands.length === 1) return text(language, 'band-any');
  const parts = [
    ...(low ? [text(language, low.belongs === 'below' ? 'band-more-than' : 'band-at-least', params)] : []),
    ...(high ? [text(language, high.belongs === 'above' ? 'band-less-than' : 'band-at-most', params)] : []),
  ];
  return parts.join(language === 'zh' ? '，' : ', ');
}

/** An amount as it is said; in Chinese 480 万元. */
export function amountText(fen: number, language: Language): string {
  return language === 'zh' ? amountInChinese(fen) : amountInEnglish(fen);
}

/** For below a tick: ¥30M in English, where all digits have no room. */
function shortAmount(fen: number, language: Language): string {
  if (language === 'zh') return amountInChinese(fen);
  const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 2 });
  return `¥${short.format(fen / 100)}`;
}
