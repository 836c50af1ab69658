import type { Range } from '../../../../src/sheets/address.ts';
import type { CellValue } from '../../../../src/sheets/grid.ts';
import type { Workbook } from '../../../../src/sheets/workbook.ts';
import { entered, valueType, wireValue } from './entry.ts';
import { calculated } from './calculation.ts';
import { areaToA1 } from './references.ts';
import { Refusal } from './refusal.ts';
import { shifted, StandInSheet, type StandInCell } from './sheet.ts';
import { EventType, type ExcelEvents } from './events.ts';

/** Who changes something: the add-in under test, the person at the keyboard, or somebody else in the same workbook. */
export type Author = 'add-in' | 'person' | 'other';

/** A change and how it is taken back. */
interface Change {
  readonly takeBack: () => void;
  readonly sheet?: StandInSheet;
  readonly area?: Range;
}

/** A range that an add-in holds on to. */
export interface HeldArea {
  readonly sheet: StandInSheet;
  area: Range;
}

/** The workbook itself: its sheets, what is selected, what can be undone; the rules that hold whoever changes it. */
export class ExcelDocument {
  sheets: readonly StandInSheet[];
  active: StandInSheet;
  selection: { readonly sheet: StandInSheet; readonly areas: readonly Range[] };
  /** Custom document properties. */
  readonly properties: Map<string, unknown>;
  /** Custom XML parts by their id. */
  customXml: ReadonlyMap<string, string> = new Map();
  /** Ranges that add-ins hold on to move with their cells. */
  readonly held = new Set<HeldArea>();
  readonly #events: ExcelEvents;
  #changes: Change[] = [];
  #steps: (readonly Change[])[] = [];

  constructor(workbook: Workbook, events: ExcelEvents) {
    this.sheets = workbook.sheets.map((grid) => StandInSheet.of(grid));
    this.properties = new Map(workbook.properties);
    this.active = this.sheets.find(({ visibility }) => visibility === 'visible') ?? this.firstSheet();
    this.selection = { sheet: this.active, areas: [{ top: 0, left: 0, bottom: 0, right: 0 }] };
    this.#events = events;
  }

  firstSheet(): StandInSheet {
    const [sheet] = this.sheets;
    if (!sheet) throw new Refusal('GeneralException', 'no sheet');
    return sheet;
  }

  /** Keeps how to take back what is being done. */
  changed(change: Change): void {
    this.#changes.push(change);
  }

  /** What was changed since the last call becomes one step that undo takes back. */
  endStep(): void {
    if (this.#changes.length > 0) this.#steps.push(this.#changes);
    this.#changes = [];
  }

  /** Joins the last steps, from the one with this index on. */
  joinSteps(from: number): void {
    const joined = this.#steps.splice(from).flat();
    if (joined.length > 0) this.#steps.push(joined);
  }

  get stepCount(): number {
    return this.#steps.length;
  }

  /** An older Excel forgets its undo list when an add-in changes anything. */
  forgetSteps(): void {
    if (this.#changes.length > 0) this.#steps = [];
    this.#changes = [];
  }

  get hasChanges(): boolean {
    return this.#changes.length > 0;
  }

  /** @returns whether there was anything to undo */
  undo(): boolean {
    const step = this.#steps.pop();
    if (!step) return false;
    for (const { takeBack } of [...step].reverse()) takeBack();
    for (const { sheet, area } of step) if (sheet && area) this.#tellChanged(sheet, area, 'RangeEdited', 'person');
    return true;
  }

  /** Throws where a change of these cells is refused. */
  assertMayWrite(sheet: StandInSheet, area: Range, isValues = true): void {
    this.assertCells(sheet);
    if (sheet.isProtected && !(isValues || sheet.protectionOptions.allowFormatCells !== true)) return;
    if (sheet.isProtected) {
      const corner = sheet.cell(area.top, area.left);
      let locked = corner.style.locked;
      for (const [, , cell] of sheet.kept(area)) locked ||= cell.style.locked;
      if (locked) throw new Refusal('AccessDenied', 'the sheet is protected');
    }
    if (!isValues || area.top === area.bottom) return;
    for (const row of sheet.filtered) {
      if (row >= area.top && row <= area.bottom) throw new Refusal('FilteredRangeConflict');
    }
  }

  assertCells(sheet: StandInSheet): void {
    if (sheet.isDeleted) throw new Refusal('InvalidReference');
    if (sheet.isChart) throw new Refusal('UnsupportedSheet', 'a chart sheet has no cells');
  }

  /** Enters something into cells, as `values` and the keyboard do: `undefined` leaves a cell. Other cells of merged blocks take nothing. */
  enter(
    sheet: StandInSheet,
    area: Range,
    inputAt: (row: number, column: number) => string | number | boolean | undefined,
    author: Author,
  ): void {
    this.assertMayWrite(sheet, area);
    const before: [row: number, column: number, cell: StandInCell][] = [];
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const input = inputAt(row, column);
        const merge = sheet.mergeAt(row, column);
        if (input === undefined || (merge && (merge.top !== row || merge.left !== column))) continue;
        const cell = sheet.cell(row, column);
        before.push([row, column, cell]);
        sheet.put(row, column, afterEntry(cell, input));
      }
    }
    const isOne = area.top === area.bottom && area.left === area.right;
    this.changed({ takeBack: () => this.#putBack(sheet, before), sheet, area });
    this.calculate();
    const [first] = before;
    const details = isOne && first ? detailsOf(first[2].value, sheet.cell(first[0], first[1]).value) : {};
    this.#tellChanged(sheet, area, 'RangeEdited', author, details);
  }

  #putBack(sheet: StandInSheet, before: readonly (readonly [number, number, StandInCell])[]): void {
    for (const [row, column, cell] of before) sheet.put(row, column, cell);
    this.calculate();
  }

  /** Changes how cells look. */
  restyle(
    sheet: StandInSheet,
    area: Range,
    restyled: (cell: StandInCell, row: number, column: number) => StandInCell,
  ): void {
    this.assertMayWrite(sheet, area, false);
    const before: [row: number, column: number, cell: StandInCell][] = [];
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const cell = sheet.cell(row, column);
        const after = restyled(cell, row, column);
        if (after === cell) continue;
        before.push([row, column, cell]);
        sheet.put(row, column, after);
      }
    }
    if (before.length === 0) return;
    this.changed({
      takeBack: () => {
        for (const [row, column, cell] of before) sheet.put(row, column, cell);
      },
    });
    this.#events.tell(EventType.formatChanged, sheet, { address: areaToA1(area), source: 'Local' });
  }

  /** Results of formulas as far as they can be computed here. */
  calculate(): void {
    for (const sheet of this.sheets) calculated(sheet, (name) => this.sheets.find((one) => one.name === name));
  }

  insertRows(sheet: StandInSheet, at: number, count: number, author: Author): void {
    this.#moveRows(sheet, at, count, author);
  }

  deleteRows(sheet: StandInSheet, at: number, count: number, author: Author): void {
    this.#moveRows(sheet, at, -count, author);
  }

  #moveRows(sheet: StandInSheet, at: number, by: number, author: Author): void {
    this.assertCells(sheet);
    if (sheet.isProtected) throw new Refusal('AccessDenied', 'the sheet is protected');
    this.changed({ takeBack: sheet.snapshot(), sheet, area: rows(at, Math.abs(by)) });
    if (by > 0) sheet.insertRows(at, by);
    else sheet.deleteRows(at, -by);
    for (const held of this.held) {
      if (held.sheet !== sheet) continue;
      const [area] = shifted(held.area, at, by);
      if (area) held.area = area;
    }
    this.#tellChanged(sheet, rows(at, Math.abs(by)), by > 0 ? 'RowInserted' : 'RowDeleted', author);
  }

  addSheet(sheet: StandInSheet, at: number, author: Author): void {
    const { sheets } = this;
    this.changed({ takeBack: () => (this.sheets = sheets) });
    this.sheets = [...sheets.slice(0, at), sheet, ...sheets.slice(at)];
    this.#events.tell(EventType.added, sheet, { source: sourceOf(author) }, 'workbook');
  }

  deleteSheet(sheet: StandInSheet, author: Author): void {
    const isLast = !this.sheets.some((one) => one !== sheet && one.visibility === 'visible');
    if (isLast || sheet.visibility === 'veryHidden') throw new Refusal('InvalidOperation');
    this.sheets = this.sheets.filter((one) => one !== sheet);
    sheet.isDeleted = true;
    if (this.active === sheet)
      this.activate(this.sheets.find((one) => one.visibility === 'visible') ?? this.firstSheet());
    // A deleted sheet cannot be brought back, nor can what was done before.
    this.#changes = [];
    this.#steps = [];
    this.#events.tell(EventType.deleted, sheet, { source: sourceOf(author) }, 'workbook');
  }

  activate(sheet: StandInSheet): void {
    if (sheet.visibility !== 'visible') throw new Refusal('InvalidOperation', 'a hidden sheet cannot be active');
    if (sheet === this.active) return;
    const left = this.active;
    this.active = sheet;
    this.#events.tell(EventType.deactivated, left, {});
    this.#events.tell(EventType.activated, sheet, {});
  }

  rename(sheet: StandInSheet, name: string): void {
    const before = sheet.name;
    if (name === '' || name.length > 31 || /[\\/?*[\]:]/.test(name)) throw new Refusal('InvalidArgument');
    if (this.sheets.some((one) => one !== sheet && one.name.toLowerCase() === name.toLowerCase()))
      throw new Refusal('ItemAlreadyExists');
    sheet.name = name;
    this.changed({ takeBack: () => (sheet.name = before) });
    this.#events.tell(EventType.nameChanged, sheet, { nameBefore: before, nameAfter: name, source: 'Local' });
  }

  select(sheet: StandInSheet, areas: readonly Range[]): void {
    if (sheet.visibility !== 'visible') throw new Refusal('InvalidSelection', 'a hidden sheet cannot be selected');
    this.activate(sheet);
    this.selection = { sheet, areas };
    this.#events.tell(EventType.selectionChanged, sheet, { address: areas.map(areaToA1).join(',') });
  }

  #tellChanged(sheet: StandInSheet, area: Range, changeType: string, author: Author, details: object = {}): void {
    this.#events.tell(EventType.changed, sheet, {
      address: areaToA1(area),
      changeType,
      source: sourceOf(author),
      triggerSource: author === 'add-in' ? 'ThisLocalAddin' : 'Unknown',
      ...details,
    });
  }
}

function sourceOf(author: Author): string {
  return author === 'other' ? 'Remote' : 'Local';
}

function rows(at: number, count: number): Range {
  return { top: at, bottom: at + count - 1, left: 0, right: 16_383 };
}

function afterEntry(cell: StandInCell, input: string | number | boolean): StandInCell {
  const { value, formula, format } = entered(input, cell.style.format);
  const style = format !== undefined && cell.style.format === 'General' ? { ...cell.style, format } : cell.style;
  return formula === undefined ? { value, style } : { value: 0, formula, style };
}

function detailsOf(before: CellValue, after: CellValue): object {
  return {
    valueBefore: wireValue(before),
    valueAfter: wireValue(after),
    valueTypeBefore: valueType(before),
    valueTypeAfter: valueType(after),
  };
}
