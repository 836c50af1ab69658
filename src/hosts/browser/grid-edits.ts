import { fromA1, toA1, type Address } from '../../sheets/address.ts';
import { inverseOf, rowAfter, rowBefore, type RowChange } from '../../sheets/row-change.ts';

/** Rows that came or went on one sheet of the grid. */
export interface RowStep {
  readonly sheetId: string;
  readonly change: RowChange;
  /** The row, counted before the change, that new ones look like. */
  readonly like?: number;
}

interface Step extends RowStep {
  /** The cells of the sheet that had been written to before. */
  readonly touched: ReadonlySet<string>;
}

/** How a change came about: by what somebody did, or by undoing or redoing that. */
export type Way = 'done' | 'undone' | 'redone';

/** What became of a file's sheets in the grid: which rows came and went, and which cells were written to. */
export class GridEdits {
  /** By sheet, where the cells are now. */
  readonly #touched = new Map<string, Set<string>>();
  readonly #steps: Step[] = [];

  /** Whether all is as it was opened. */
  get areNone(): boolean {
    return this.#steps.length === 0 && [...this.#touched.values()].every((cells) => cells.size === 0);
  }

  touch(sheetId: string, cells: readonly Address[]): void {
    const touched = this.#touchedOn(sheetId);
    for (const { row, column } of cells) touched.add(toA1(row, column));
  }

  touchedCells(sheetId: string): Address[] {
    return [...this.#touchedOn(sheetId)].flatMap((cell) => fromA1(cell) ?? []);
  }

  /** The rows that came and went, in that order; what was undone is no longer there. */
  get rowSteps(): readonly RowStep[] {
    return this.#steps;
  }

  changeRows(sheetId: string, change: RowChange, way: Way, like?: number): void {
    const last = this.#steps[this.#steps.length - 1];
    // What is undone never was: the file keeps what the grid does not know of the rows.
    if (way === 'undone' && last?.sheetId === sheetId && sameChange(last.change, inverseOf(change))) {
      this.#steps.pop();
      this.#touched.set(sheetId, new Set(last.touched));
      return;
    }
    const touched = this.#touchedOn(sheetId);
    this.#steps.push({ sheetId, change, touched, ...(like === undefined ? {} : { like }) });
    const moved = [...touched].flatMap((cell) => {
      const at = fromA1(cell);
      const row = at && rowAfter(change, at.row);
      return at && row !== undefined ? [toA1(row, at.column)] : [];
    });
    this.#touched.set(sheetId, new Set(moved));
  }

  /** Where a row of the grid stood in the file; `undefined`: it is new. */
  rowInFile(sheetId: string, row: number): number | undefined {
    let place: number | undefined = row;
    for (let at = this.#steps.length - 1; at >= 0 && place !== undefined; at--) {
      const step = this.#steps[at];
      if (step?.sheetId === sheetId) place = rowBefore(step.change, place);
    }
    return place;
  }

  #touchedOn(sheetId: string): Set<string> {
    let touched = this.#touched.get(sheetId);
    if (!touched) this.#touched.set(sheetId, (touched = new Set()));
    return touched;
  }
}

function sameChange(a: RowChange, b: RowChange): boolean {
  return a.kind === b.kind && a.at === b.at && a.count === b.count;
}
