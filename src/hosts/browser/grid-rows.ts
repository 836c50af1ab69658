import { Direction, type ICellData, type IRange, type Worksheet } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import { formulaAfter, movableFormula } from '../../sheets/formula-text.ts';
import type { RowChange } from '../../sheets/row-change.ts';
import type { RowStep } from './grid-edits.ts';
import { GridStep } from './grid-steps.ts';
import type { UniverGrid } from './univer.ts';

const INSERT = 'sheet.command.insert-row';
const REMOVE = 'sheet.command.remove-row';

/** The grid's commands that are let through while rows are inserted or deleted on our behalf. */
export const ROW_COMMANDS: ReadonlySet<string> = new Set([INSERT, `${INSERT}-by-range`, REMOVE, `${REMOVE}-by-range`]);

/** What the grid says of a change of its layout. */
export interface LayoutChange {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly range?: IRange;
  readonly trigger?: string;
}

/** The rows that a change of the grid puts in or takes out; `undefined` for another change. */
export function rowChangeOf(mutation: string, { range }: LayoutChange): RowChange | undefined {
  const kind = MUTATIONS.get(mutation);
  if (!kind || !range) return undefined;
  return { kind, at: range.startRow, count: range.endRow - range.startRow + 1 };
}

const MUTATIONS: ReadonlyMap<string, RowChange['kind']> = new Map([
  ['sheet.mutation.insert-row', 'insert'],
  ['sheet.mutation.remove-rows', 'delete'],
]);

/** Inserts or deletes rows of the grid as one step of undo. */
export async function changeGridRows(grid: UniverGrid, unitId: string, sheet: Worksheet, step: RowStep): Promise<void> {
  const { kind, at, count } = step.change;
  const subUnitId = sheet.getSheetId();
  const range: IRange = { startRow: at, endRow: at + count - 1, startColumn: 0, endColumn: sheet.getColumnCount() - 1 };
  const merges = kind === 'insert' ? mergesLike(sheet, step) : [];
  const batch = grid.oneStep(unitId);
  grid.rowGate.open = true;
  try {
    if (kind === 'delete') await grid.commands.executeCommand(REMOVE, { unitId, subUnitId, range });
    else {
      // The height is that of the row above, or of the one that the new rows push down.
      const direction = step.like === undefined || step.like < at ? Direction.DOWN : Direction.UP;
      const cellValue = cellsLike(grid, unitId, sheet, step);
      await grid.commands.executeCommand(INSERT, { unitId, subUnitId, range, direction, cellValue });
    }
    const more = new GridStep(grid, unitId);
    if (merges.length > 0) {
      const params = { unitId, subUnitId, ranges: merges };
      more.add(`${MERGE}add-worksheet-merge`, params, { id: `${MERGE}remove-worksheet-merge`, params });
    }
    more.run();
  } finally {
    grid.rowGate.open = false;
    batch.dispose();
  }
}

const MERGE = 'sheet.mutation.';

/** The looks and formulas of the row that new ones are like. */
function cellsLike(
  grid: UniverGrid,
  unitId: string,
  sheet: Worksheet,
  { change, like }: RowStep,
): Record<number, Record<number, ICellData>> {
  const cells: Record<number, Record<number, ICellData>> = {};
  if (like === undefined) return cells;
  const { at, count } = change;
  const formulas = grid.injector.get(FormulaDataModel);
  // A row below the new ones has gone down by then; and what its formula means may have, too.
  const from = like < at ? like : like + count;
  const isOwn = (named: string): boolean => named === '' || named.toLowerCase() === sheet.getName().toLowerCase();
  for (let column = 0; column < sheet.getColumnCount(); column++) {
    const style = sheet.getCellRaw(like, column)?.s;
    const text = formulas.getFormulaStringByCell(like, column, sheet.getSheetId(), unitId);
    const formula =
      typeof text === 'string' && text !== ''
        ? movableFormula(formulaAfter(change, text.replace(/^=/, ''), isOwn))
        : undefined;
    if (!formula && (style === undefined || style === null)) continue;
    for (let row = at; row < at + count; row++) {
      (cells[row] ??= {})[column] = {
        ...(style === undefined || style === null ? {} : { s: style }),
        ...(formula ? { f: `=${formula(row - from, 0)}` } : {}),
      };
    }
  }
  return cells;
}

function mergesLike(sheet: Worksheet, { change: { at, count }, like }: RowStep): IRange[] {
  const alike = sheet.getMergeData().filter(({ startRow, endRow }) => startRow === like && endRow === like);
  return alike.flatMap((merge) =>
    Array.from({ length: count }, (_, index) => ({ ...merge, startRow: at + index, endRow: at + index })),
  );
}
