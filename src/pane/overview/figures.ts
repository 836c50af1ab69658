import type { FigureValue } from '../../check/finding.ts';
import type { Form, Wording } from '../../forms/form.ts';
import type { Language } from '../../forms/language.ts';
import { unitWord } from '../../forms/unit-words.ts';
import { amountInEnglish } from '../../procedure/money.ts';
import { FEN } from '../../procedure/range.ts';
import { hasOwn } from '../../sheets/own.ts';

/** A figure with what its form says of it. */
export interface NamedFigure {
  readonly key: string;
  readonly label: Wording;
  /** A rate from 0 to 1. */
  readonly percent: boolean;
  /** The figure that says by how much it changes. */
  readonly change: string | null;
  readonly value: FigureValue;
}

/** The figures that could be told, in the order of the definition. */
export function namedFigures(form: Form, values: Readonly<Record<string, FigureValue>>): readonly NamedFigure[] {
  return form.figures.flatMap(({ key, label, percent = false, change = null }): NamedFigure[] => {
    const value = hasOwn(values, key) ? values[key] : undefined;
    return value ? [{ key, label, percent, change, value }] : [];
  });
}

/** How figures are shown: a number, shares of a whole, or what something was before and is after. */
export type ShownFigure = Pick<NamedFigure, 'key' | 'label'> & {
  readonly unit: string;
  /** Rows that could not be read, and are left out. */
  readonly skipped: number;
} & (
    | { readonly kind: 'number'; readonly value: number; readonly percent: boolean }
    | { readonly kind: 'shares'; readonly whole: number; readonly parts: readonly Share[]; readonly others: number }
    | { readonly kind: 'change'; readonly before: number; readonly after: number; readonly change: number }
  );

/** A part of a whole; `share` from 0 to 1, of the largest part where no whole can be told. */
export interface Share {
  readonly name: string;
  readonly value: number;
  readonly share: number;
}

/** More parts than this are no picture: the smallest are counted together. */
const MOST_PARTS = 8;

/** What is to be drawn of the figures of a form, in their order. */
export function shownFigures(figures: readonly NamedFigure[]): readonly ShownFigure[] {
  const byKey = new Map(figures.map((figure) => [figure.key, figure]));
  const changes = new Set(figures.flatMap(({ change }) => change ?? []));
  return figures.flatMap((figure): ShownFigure[] => {
    const { key, label, percent, value } = figure;
    const common = { key, label, unit: value.unit, skipped: value.skipped ?? 0 };
    if (value.parts)
      return value.value > 0 ? [{ ...common, kind: 'shares', ...sharesOf(value.value, value.parts) }] : [];
    if (changes.has(key)) return [];
    const change = figure.change === null ? undefined : byKey.get(figure.change)?.value;
    if (!change) return [{ ...common, kind: 'number', value: value.value, percent }];
    const skipped = Math.max(common.skipped, change.skipped ?? 0);
    const before = exact(value.value - change.value);
    return [{ ...common, skipped, kind: 'change', before, after: value.value, change: change.value }];
  });
}

function sharesOf(
  whole: number,
  values: Readonly<Record<string, number>>,
): { readonly whole: number; readonly parts: readonly Share[]; readonly others: number } {
  const all = Object.entries(values)
    .filter(([, value]) => value > 0)
    .sort(([, a], [, b]) => b - a);
  const parts = all.slice(0, MOST_PARTS).map(([name, value]) => ({ name, value, share: value / whole }));
  return { whole, parts, others: exact(all.slice(MOST_PARTS).reduce((sum, [, value]) => sum + value, 0)) };
}

/** Amounts in 万元 have six decimals; what floating point adds behind them is nothing. */
function exact(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** A number as people write it, in Chinese and in English: 1,234.56. (In WPS on Linux `toLocaleString` fails.) */
export function numberText(value: number): string {
  const rounded = exact(value);
  const [whole = '', fraction] = String(Math.abs(rounded)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${rounded < 0 ? '-' : ''}${fraction === undefined ? grouped : `${grouped}.${fraction}`}`;
}

/** A share or rate as a percentage of at most one decimal; what is not quite nothing, or all, does not look so. */
export function percentText(share: number): string {
  const tenths = Math.round(share * 1000);
  if (tenths === 0 && share > 0) return '<0.1%';
  if (tenths === 1000 && share < 1) return '>99.9%';
  return `${String(tenths / 10)}%`;
}

/** A number and its unit apart; in English amounts are spelled out in CNY, and counting words have no translation. */
export function withUnit(
  value: number,
  unit: string,
  language: Language,
): { readonly number: string; readonly unit: string } {
  if (language === 'en' && (unit === '元' || unit === '万元') && value >= 0) {
    return { number: amountInEnglish(Math.round(value * FEN[unit])), unit: '' };
  }
  return { number: numberText(value), unit: unitWord(unit, language) };
}

/** Both in one line. */
export function valueText(value: number, unit: string, language: Language): string {
  const { number, unit: word } = withUnit(value, unit, language);
  return word === '' ? number : `${number} ${word}`;
}
