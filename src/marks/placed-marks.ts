import { toA1, type Address } from '../sheets/address.ts';
import type { Mark } from './plan.ts';

/**
 * Marks on the cells that show them; those that meet there become one, of the graver kind and with both notes.
 * @param firstCell the first cell of the merged block that a cell belongs to, or the cell itself
 */
export function placedMarks(marks: readonly Mark[], firstCell: (at: Address) => Address): Mark[] {
  const placed = new Map<string, Mark>();
  for (const mark of marks) {
    const { row, column } = firstCell(mark);
    const key = toA1(row, column);
    const other = placed.get(key);
    placed.set(key, other ? joined(other, mark) : { ...mark, row, column });
  }
  return [...placed.values()];
}

function joined(first: Mark, second: Mark): Mark {
  const { severity, colour } = first.severity === 'error' || second.severity === null ? first : second;
  const notes = [first.note, second.note].filter((note) => note !== null);
  return { ...first, severity, colour, note: notes.length === 0 ? null : [...new Set(notes)].join('\n') };
}
