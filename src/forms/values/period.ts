import type { Cell } from '../../sheets/grid.ts';
import type { ValueType } from '../form.ts';
import type { Reader, Reading, Remark } from '../reading.ts';
import { remark } from './cases.ts';
import { isDateFormat } from './number-format.ts';
import { blank, read, textOf, unreadable, withoutValue } from './outcomes.ts';
import { readPeriodText, reversedIn, saysAbout } from './period-text.ts';

type PeriodType = Extract<ValueType, { readonly kind: 'period' }>;

const MOST_MONTHS = 1200;
/** A number that is no length, but a year. */
const YEAR = /^20\d{2}$/u;

/**
 * A stretch of time: its length (12个月, 一年半), or from when to when (2024年1月至2024年12月). The value is the number of
 * months, to a tenth (30 days to the month); a plain number counts months. Parts `from` and `to`: serial days of the 1900 system.
 */
export const readPeriod: Reader<PeriodType> = (cell, type) => {
  const period = readStated(cell, type);
  return type.inText ? inText(cell, period) : period;
};

/** Any words will do, and none need be tidied; but a stretch of time that ends before it begins is wrong in any. */
function inText(cell: Cell, period: Reading): Reading {
  if (period.state === 'read') return { ...period, remarks: [] };
  if (period.state === 'blank' || typeof cell.value !== 'string') return period;
  if (period.remarks.some((one) => one.case !== 'not-a-period')) return period;
  const reversed = reversedIn(period.text);
  return reversed === undefined
    ? read(cell.value, period.text, period.text)
    : unreadable(cell.value, period.text, [remark('period-reversed', { text: reversed })]);
}

function readStated(cell: Cell, type: PeriodType): Reading {
  const early = withoutValue(cell);
  if (early) return early;
  const text = textOf(cell.value);
  if (typeof cell.value === 'number' && isDateFormat(cell.format)) {
    return unreadable(cell.value, text, [notAPeriod(text, type)]);
  }
  const isYear = YEAR.test(text);
  if (typeof cell.value === 'number' && !isYear) return monthsOf(cell, cell.value, text, type);
  if (/^\d{1,4}$/u.test(text) && !isYear) return monthsOf(cell, Number(text), text, type);
  const period = readPeriodText(isYear ? `${text}年` : text);
  switch (period.kind) {
    case 'blank':
      return blank(cell.value, text);
    case 'none':
      return unreadable(cell.value, text, [notAPeriod(text, type)]);
    case 'reversed':
      return unreadable(cell.value, text, [remark('period-reversed', { text })]);
    case 'placeholder':
      return unreadable(cell.value, text, [remark('placeholder-left', { text })]);
    case 'length':
    case 'range': {
      if (period.kind === 'length' && type.range) return withoutDates(cell, text);
      const { months, normal, tidy } = period;
      // What 约 and 以内 say would be lost in the tidy spelling.
      const more = saysAbout(text) ? {} : { normal };
      const isByYear = period.kind === 'range' && type.range === 'months' && !period.saysMonths;
      const untidy = tidy ? [] : [remark('period-tidied', { text, normal }, more)];
      const remarks = isByYear ? [remark('period-without-months', { text })] : untidy;
      const ends = period.kind === 'range' ? { parts: { from: period.from, to: period.to } } : {};
      return read(cell.value, text, months, remarks, ends);
    }
  }
}

function monthsOf(cell: Cell, months: number, text: string, type: PeriodType): Reading {
  if (months <= 0 || months > MOST_MONTHS) return unreadable(cell.value, text, [notAPeriod(text, type)]);
  return type.range ? withoutDates(cell, text) : read(cell.value, text, months);
}

function notAPeriod(text: string, { range }: PeriodType): Remark {
  return remark(range === undefined ? 'not-a-period' : 'not-a-range', { text });
}

function withoutDates(cell: Cell, text: string): Reading {
  return unreadable(cell.value, text, [remark('period-without-dates', { text })]);
}
