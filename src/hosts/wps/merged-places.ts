import { contains, toA1, type Address, type Range } from '../../sheets/address.ts';
import { areasOf, holding, rangeOn, readUniform, type WpsSheet } from './wps-ranges.ts';

/** How many calls it may take to find the merged blocks that some cells belong to; two for each where all are merged. */
const CALLS = 2000;

/** Where what is put into a cell goes: the first cell of a merged block stands for all of it. */
export function firstCells(sheet: WpsSheet, cells: readonly Address[]): (cell: Address) => Address {
  const blocks: Range[] = [];
  const firsts = new Map<string, Address>();
  const take = ({ row, column }: Address): void => {
    if (firsts.has(toA1(row, column))) return;
    let block = blocks.find((one) => contains(one, row, column));
    if (!block) {
      const area = rangeOn(sheet, { top: row, left: column, bottom: row, right: column }).object('Range', 'MergeArea');
      [block] = areasOf(area.text('Address', false, false));
      if (block) blocks.push(block);
    }
    if (block) firsts.set(toA1(row, column), { row: block.top, column: block.left });
  };
  const whole = { top: 0, left: 0, bottom: Infinity, right: Infinity };
  readUniform(
    {
      sheet,
      budget: { left: CALLS + 2 * cells.length },
      wanted: (range) => holding(cells)(range),
      read: (range) => range.tryRead('MergeCells'),
      isAnswer: (value) => typeof value === 'boolean',
      found: (range, merged) => {
        if (merged !== true) return;
        for (const cell of cells) if (contains(range, cell.row, cell.column)) take(cell);
      },
    },
    whole,
  );
  return ({ row, column }) => firsts.get(toA1(row, column)) ?? { row, column };
}
