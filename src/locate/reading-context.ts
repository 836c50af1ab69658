import type { MoneyUnit } from '../forms/form.ts';
import type { ReadingContext } from '../forms/reading.ts';
import type { Workbook } from '../sheets/workbook.ts';

/** What the readers need to know of the workbook, and of the unit stated for the place. */
export function readingContext(workbook: Workbook, unit: MoneyUnit | undefined): ReadingContext {
  return {
    date1904: workbook.date1904,
    ...(workbook.textOnly ? { textOnly: true } : {}),
    ...(workbook.today === undefined ? {} : { today: workbook.today }),
    ...(unit === undefined ? {} : { unit }),
  };
}
