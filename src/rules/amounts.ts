import type { MoneyUnit, ValueType } from '../forms/form.ts';
import type { FilledForm } from '../locate/filled.ts';
import type { RuleUse } from '../forms/form.ts';

/** 元 in one of each unit. */
const YUAN: Readonly<Record<MoneyUnit, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 };

/** What mixing up 元 and 万元 does to an amount. */
const MIX = 10_000;

/** Absorbs the noise of binary fractions; far below a hundredth of any amount a form states. */
const NOISE = 1e-9;

/** Whether two numbers are the same to so many decimals: they differ by no more than half a unit of the last. */
export function agree(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance + NOISE * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Whether one number is 10,000 times the other: 元 and 万元 mixed up. */
export function differByUnit(a: number, b: number, tolerance: number): boolean {
  if (a === 0 || b === 0) return false;
  return agree(a, b * MIX, tolerance * MIX) || agree(a * MIX, b, tolerance * MIX);
}

/** Half a unit of the last decimal. */
export function toleranceOf(decimals: number): number {
  return 0.5 / 10 ** decimals;
}

/**
 * By how much the number of a field or column may differ from what it should be: half a unit of the last decimal,
 * which is the one stated, else the one its type allows (in the unit that the cell is written in), else the second.
 */
export function toleranceAt(
  form: FilledForm,
  place: Pick<RuleUse, 'field' | 'table' | 'column'>,
  decimals?: number,
): number {
  const subject =
    place.field === undefined
      ? form.tables.get(place.table ?? '')?.columns.get(place.column ?? '')
      : form.fields.get(place.field);
  if (!subject) return toleranceOf(decimals ?? 2);
  const type = 'field' in subject ? subject.field.type : subject.column.type;
  const tolerance = toleranceOf(decimals ?? decimalsOf(type));
  const written = subject.located.unit;
  return type.kind === 'money' && written ? (tolerance * YUAN[written]) / YUAN[type.unit] : tolerance;
}

function decimalsOf(type: ValueType): number {
  if (type.kind === 'money') return type.decimals;
  return type.kind === 'integer' ? 6 : 2;
}

/** A number as a message shows it: without the noise of binary fractions. */
export function shown(value: number): number {
  return Number(value.toFixed(6));
}
