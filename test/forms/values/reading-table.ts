import assert from 'node:assert/strict';
import type { Cell, CellValue } from '../../../src/sheets/grid.ts';
import type { ValueType } from '../../../src/forms/form.ts';
import type { Reading, ReadingContext, Scalar } from '../../../src/forms/reading.ts';
import { readValue } from '../../../src/forms/values/read-value.ts';

export const PLAIN: ReadingContext = { date1904: false };

/** A cell of a given format (General where none is given). */
export function cell(value: CellValue, format = 'General'): Cell {
  return { value, format };
}

/**
 * A reading in short: its value (`<blank>` or `<unreadable>` where it has none), its remarks as `severity case`, and
 * what should be written; `? x` is only proposed.
 */
export function verdict(reading: Reading): readonly (Scalar | undefined)[] {
  const result = reading.state === 'read' ? reading.value : `<${reading.state}>`;
  const remarks = reading.remarks.map((remark) => `${remark.severity} ${remark.case}`).join(', ');
  const normal = reading.remarks[0]?.normal;
  if (normal !== undefined) return [result, remarks, normal];
  const near = reading.remarks.find((remark) => remark.case.endsWith('-near'))?.params.normal;
  if (near !== undefined) return [result, remarks, `? ${String(near)}`];
  return remarks === '' ? [result] : [result, remarks];
}

/** Checks a table of cells and verdicts; a cell is given by its value, or as a whole where its format matters. */
export function checkReadings(
  type: ValueType,
  rows: readonly (readonly [CellValue | Cell, ...(Scalar | undefined)[]])[],
  context: ReadingContext = PLAIN,
): void {
  const given = (of: CellValue | Cell): Cell =>
    typeof of === 'object' && of !== null && 'value' in of ? of : cell(of);
  assert.deepEqual(
    rows.map(([of]) => [of, ...verdict(readValue(given(of), type, context))]),
    rows,
  );
}
