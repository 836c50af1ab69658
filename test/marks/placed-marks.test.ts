import assert from 'node:assert/strict';
import { placedMarks } from '../../src/marks/placed-marks.ts';
import type { Mark } from '../../src/marks/plan.ts';
import { MARK_COLOURS, type MarkSeverity } from '../../src/marks/signature.ts';
import type { Address } from '../../src/sheets/address.ts';

function mark(column: number, severity: MarkSeverity | null, note: string | null): Mark {
  return { row: 4, column, severity, colour: severity === null ? null : MARK_COLOURS[severity], note };
}

/** Columns 1 and 2 are one block. */
const firstCell = ({ row, column }: Address): Address => ({ row, column: column === 2 ? 1 : column });

describe('marks on merged blocks', () => {
  const cases: readonly (readonly [what: string, marks: readonly Mark[], placed: readonly Mark[]])[] = [
    ['stand on the first cell', [mark(2, 'error', '一')], [mark(1, 'error', '一')]],
    [
      'stay apart on different blocks',
      [mark(0, 'error', '一'), mark(2, 'warning', null)],
      [mark(0, 'error', '一'), mark(1, 'warning', null)],
    ],
    [
      'are an error where one of them is',
      [mark(1, 'warning', '一'), mark(2, 'error', '二')],
      [mark(1, 'error', '一\n二')],
    ],
    [
      'are an error also where that came first',
      [mark(1, 'error', '一'), mark(2, 'warning', '二')],
      [mark(1, 'error', '一\n二')],
    ],
    ['keep a colour beside one without', [mark(1, 'warning', null), mark(2, null, '二')], [mark(1, 'warning', '二')]],
    ['say the same thing once', [mark(1, 'error', '一'), mark(2, 'error', '一')], [mark(1, 'error', '一')]],
    ['have no note where none has', [mark(1, 'error', null), mark(2, 'error', null)], [mark(1, 'error', null)]],
  ];
  for (const [what, marks, placed] of cases) {
    it(what, () => assert.deepEqual(placedMarks(marks, firstCell), placed));
  }
});
