import type { ValueType } from '../form.ts';
import type { Reader, Remark } from '../reading.ts';
import { isNothing } from './blank.ts';
import { remark } from './cases.ts';
import { blank, read, textOf, unreadable, withoutType } from './outcomes.ts';
import { tickedIn } from './tick-marks.ts';

type TicksType = Extract<ValueType, { readonly kind: 'ticks' }>;

const YES = /^(?:y|yes|是|1|true|对|有|√|✓|✔)$/iu;

/**
 * Options chosen with a mark, printed in one text or in several joined by line breaks. The value is the listed
 * options joined by 、, `list` the options in the order written; all boxes empty is a blank.
 */
export const readTicks: Reader<TicksType> = (cell, type) => {
  const early = withoutType(cell);
  if (early) return early;
  const text = textOf(cell.value);
  const [only] = type.options;
  if (type.options.length === 1 && only && YES.test(text))
    return read(cell.value, text, only.value, [], { list: [only.value] });
  if (cell.value === false) return blank(cell.value, text);
  const ticks = tickedIn(text, type.options);
  if (ticks.kind === 'nothing') {
    return isNothing(text)
      ? blank(cell.value, text)
      : unreadable(cell.value, text, [remark('ticks-unreadable', { text })]);
  }
  if (ticks.kind === 'ambiguous') return unreadable(cell.value, text, [remark('ticks-ambiguous', { text })]);
  const list = ticks.options.map(({ value }) => value);
  if (list.length === 0) return blank(cell.value, text);
  const remarks: Remark[] = [];
  if (type.single && list.length > 1) remarks.push(remark('several-ticked', { options: list }));
  for (const option of ticks.unexplained) remarks.push(remark('other-unexplained', { option: option.value }));
  return read(cell.value, text, list.join('、'), remarks, { list });
};
