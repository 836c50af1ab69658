import { MAX_COLUMNS, MAX_ROWS, toA1, type Range } from '../../../../src/sheets/address.ts';
import {
  cellAtIndex,
  fontAt,
  type CellValue,
  type Font,
  type Grid,
  type Visibility,
} from '../../../../src/sheets/grid.ts';
import { intersection } from './references.ts';

/** How a cell looks and whether it is locked where its sheet is protected; most cells share one. */
export interface CellStyle {
  readonly format: string;
  /** `#RRGGBB`, or `null` for none. */
  readonly fill: string | null;
  readonly font: Font | undefined;
  readonly locked: boolean;
}

export interface StandInCell {
  readonly value: CellValue;
  /** Without `=`. */
  readonly formula?: string;
  readonly style: CellStyle;
}

export const PLAIN: CellStyle = { format: 'General', fill: null, font: undefined, locked: true };

export const EMPTY: StandInCell = { value: null, style: PLAIN };

export interface StandInConditionalFormat {
  readonly id: string;
  /** As `Excel.ConditionalFormatType` names it. */
  readonly type: string;
  areas: readonly Range[];
  stopIfTrue: boolean;
  /** Of a custom one, as Excel keeps it: with `=`. */
  formula: string;
  fill: string;
  fontColour: string;
}

export interface StandInNote {
  readonly author: string;
  content: string;
  visible: boolean;
}

export interface StandInComment {
  readonly id: string;
  readonly author: string;
  readonly content: string;
  readonly replies?: readonly StandInReply[];
}

export interface StandInReply {
  readonly id: string;
  readonly author: string;
  readonly content: string;
}

const ALL: Range = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

let lastId = 0;

/** An id in the shape of Excel's. */
export function newId(): string {
  return `{00000000-0000-4000-8000-${String(++lastId).padStart(12, '0')}}`;
}

/** A sheet of the stand-in: what it holds, without the rules of who may change it. */
export class StandInSheet {
  readonly id = newId();
  name: string;
  visibility: Visibility;
  /** A chart sheet has no cells. */
  readonly isChart: boolean;
  isProtected = false;
  password: string | null = null;
  /** What a protected sheet allows all the same, as `Excel.WorksheetProtectionOptions` names it. */
  protectionOptions: Readonly<Record<string, unknown>> = {};
  /** Rows that a filter hides. */
  filtered = new Set<number>();
  hiddenRows = new Set<number>();
  hiddenColumns = new Set<number>();
  isDeleted = false;
  merges: readonly Range[] = [];
  /** The first has the highest priority. */
  conditionalFormats: readonly StandInConditionalFormat[] = [];
  notes: ReadonlyMap<string, StandInNote> = new Map();
  comments: ReadonlyMap<string, StandInComment> = new Map();
  #rows: (StandInCell[] | undefined)[] = [];
  #formulas = new Map<string, readonly [row: number, column: number]>();

  constructor(name: string, visibility: Visibility = 'visible', isChart = false) {
    this.name = name;
    this.visibility = visibility;
    this.isChart = isChart;
  }

  static of(grid: Grid): StandInSheet {
    const sheet = new StandInSheet(grid.name, grid.visibility);
    const styles = new Map<number, CellStyle>();
    for (let row = 0; row < grid.rowCount; row++) {
      for (let index = grid.rowStarts[row] ?? 0; index < (grid.rowStarts[row + 1] ?? 0); index++) {
        const column = grid.columns[index] ?? 0;
        const kept = grid.formats[index] ?? 0;
        const { value, formula, format } = cellAtIndex(grid, index);
        let style = styles.get(kept);
        if (!style) styles.set(kept, (style = { ...PLAIN, format, font: fontAt(grid, row, column) }));
        sheet.put(row, column, formula === undefined ? { value, style } : { value, formula, style });
      }
    }
    sheet.merges = grid.merges;
    sheet.hiddenRows = new Set(grid.hiddenRows);
    sheet.hiddenColumns = new Set(grid.hiddenColumns);
    return sheet;
  }

  cell(row: number, column: number): StandInCell {
    return this.#rows[row]?.[column] ?? EMPTY;
  }

  put(row: number, column: number, cell: StandInCell): void {
    (this.#rows[row] ??= [])[column] = cell;
    if (cell.formula !== undefined) this.#formulas.set(cellKey(row, column), [row, column]);
    else if (this.#formulas.size > 0) this.#formulas.delete(cellKey(row, column));
  }

  /** The cells of an area that hold something or look otherwise than plain ones; row by row. */
  *kept(within: Range = ALL): Generator<readonly [row: number, column: number, cell: StandInCell]> {
    const bottom = Math.min(within.bottom, this.#rows.length - 1);
    for (let row = within.top; row <= bottom; row++) {
      const cells = this.#rows[row];
      if (!cells) continue;
      const right = Math.min(within.right, cells.length - 1);
      for (let column = within.left; column <= right; column++) {
        const cell = cells[column];
        if (cell && cell !== EMPTY) yield [row, column, cell];
      }
    }
  }

  formulaCells(): readonly (readonly [row: number, column: number])[] {
    return [...this.#formulas.values()];
  }

  /** @param valuesOnly leaves out cells that are only formatted */
  usedArea(valuesOnly: boolean, within: Range = ALL): Range | undefined {
    let used: { top: number; left: number; bottom: number; right: number } | undefined;
    const add = (row: number, column: number): void => {
      used ??= { top: row, left: column, bottom: row, right: column };
      if (row < used.top) used.top = row;
      if (row > used.bottom) used.bottom = row;
      if (column < used.left) used.left = column;
      if (column > used.right) used.right = column;
    };
    for (const [row, column, cell] of this.kept(within)) {
      const holds = cell.value !== null || cell.formula !== undefined;
      if (holds || (!valuesOnly && (cell.style.fill !== null || cell.style.format !== 'General'))) add(row, column);
    }
    if (valuesOnly) return used;
    for (const merge of this.merges) {
      const shared = intersection(merge, within);
      if (shared) {
        add(shared.top, shared.left);
        add(shared.bottom, shared.right);
      }
    }
    return used;
  }

  /** The merged block that a cell belongs to. */
  mergeAt(row: number, column: number): Range | undefined {
    return this.merges.find(
      (merge) => row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right,
    );
  }

  /** Empty rows above a row; what lies below moves down with its notes, marks and merged blocks. */
  insertRows(at: number, count: number): void {
    const rows = this.#rows.slice();
    rows.length = Math.max(rows.length, at);
    rows.splice(at, 0, ...Array.from({ length: count }, () => undefined));
    this.#rows = rows;
    this.#move(at, count);
  }

  /** Takes rows away; what lies below moves up. */
  deleteRows(at: number, count: number): void {
    const rows = this.#rows.slice();
    rows.splice(at, count);
    this.#rows = rows;
    this.#move(at, -count);
  }

  #move(at: number, by: number): void {
    this.#findFormulas();
    const moved = (area: Range): Range[] => shifted(area, at, by);
    this.merges = this.merges.flatMap(moved);
    this.conditionalFormats = this.conditionalFormats.map((format) => ({
      ...format,
      areas: format.areas.flatMap(moved),
    }));
    this.notes = movedKeys(this.notes, moved);
    this.comments = movedKeys(this.comments, moved);
  }

  #findFormulas(): void {
    this.#formulas.clear();
    for (const [row, column, { formula }] of this.kept()) {
      if (formula !== undefined) this.#formulas.set(cellKey(row, column), [row, column]);
    }
  }

  /** All that can be put back as it was. */
  snapshot(): () => void {
    const { merges, conditionalFormats, notes, comments } = this;
    const rows = this.#rows;
    return () => {
      Object.assign(this, { merges, conditionalFormats, notes, comments });
      this.#rows = rows;
      this.#findFormulas();
    };
  }
}

/** Where an area stands after rows were inserted (or taken away, where `by` is negative) at a row; nowhere, or there. */
export function shifted(area: Range, at: number, by: number): Range[] {
  const move = (row: number): number => (row < at ? row : by >= 0 ? row + by : Math.max(at, row + by));
  if (by < 0 && area.top >= at && area.bottom < at - by) return [];
  const bottom = by < 0 && area.bottom >= at && area.bottom < at - by ? at - 1 : move(area.bottom);
  return [{ ...area, top: move(area.top), bottom }];
}

function movedKeys<V>(kept: ReadonlyMap<string, V>, moved: (area: Range) => Range[]): ReadonlyMap<string, V> {
  const result = new Map<string, V>();
  for (const [key, value] of kept) {
    const [row = 0, column = 0] = key.split(',').map(Number);
    const [area] = moved({ top: row, bottom: row, left: column, right: column });
    if (area) result.set(cellKey(area.top, area.left), value);
  }
  return result;
}

/** How notes and comments are kept by their cells. */
export function cellKey(row: number, column: number): string {
  return `${String(row)},${String(column)}`;
}

export function keyToA1(key: string): string {
  const [row = 0, column = 0] = key.split(',').map(Number);
  return toA1(row, column);
}
