import type { Cell } from '../../sheets/grid.ts';
import type { Reader, Reading } from '../reading.ts';
import { remark } from './cases.ts';
import { isDateFormat } from './number-format.ts';
import { blank, read, textOf, unreadable, withoutValue } from './outcomes.ts';
import { readPeriodText } from './period-text.ts';

const MOST_MONTHS = 1200;

/**
 * A stretch of time: its length (12个月, 一年半), or from when to when (2024年1月至2024年12月). The value is the number of
 * months, to a tenth (30 days to the month); a plain number counts months. Parts `from` and `to`: serial days of the 1900 system.
 */
export const readPeriod: Reader = (cell) => {
  const early = withoutValue(cell);
  if (early) return early;
  const text = textOf(cell.value);
  if (typeof cell.value === 'number') return readNumber(cell, cell.value, text);
  if (/^\d{1,4}$/u.test(text)) return monthsOf(cell, Number(text), text);
  const period = readPeriodText(text);
  switch (period.kind) {
    case 'blank':
      return blank(cell.value, text);
    case 'none':
      return unreadable(cell.value, text, [remark('not-a-period', { text })]);
    case 'reversed':
      return unreadable(cell.value, text, [remark('period-reversed', { text })]);
    case 'placeholder':
      return unreadable(cell.value, text, [remark('placeholder-left', { text })]);
    case 'length':
    case 'range': {
      const { months, normal, tidy } = period;
      const remarks = tidy ? [] : [remark('period-tidied', { text, normal }, { normal })];
      const more = period.kind === 'range' ? { parts: { from: period.from, to: period.to } } : {};
      return read(cell.value, text, months, remarks, more);
    }
  }
};

function readNumber(cell: Cell, value: number, text: string): Reading {
  if (isDateFormat(cell.format)) return unreadable(value, text, [remark('not-a-period', { text })]);
  return monthsOf(cell, value, text);
}

function monthsOf(cell: Cell, months: number, text: string): Reading {
  return months > 0 && months <= MOST_MONTHS
    ? read(cell.value, text, months)
    : unreadable(cell.value, text, [remark('not-a-period', { text })]);
}
