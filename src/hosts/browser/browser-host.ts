import type { IMutationCommonParams, Workbook as UniverWorkbook } from '@univerjs/core';
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import type { Appearance } from '../../files/appearance.ts';
import type { RowEdit } from '../../files/row-shift.ts';
import type { MarksPlan } from '../../marks/plan.ts';
import type { Address, Range } from '../../sheets/address.ts';
import { StringTable } from '../../sheets/grid-builder.ts';
import { valueAt, type CellValue } from '../../sheets/grid.ts';
import { append } from '../../sheets/lists.ts';
import type { RowChange } from '../../sheets/row-change.ts';
import type { Workbook } from '../../sheets/workbook.ts';
import {
  HostError,
  type CellName,
  type Changed,
  type Edit,
  type Host,
  type HostCell,
  type HostCapabilities,
  type HostDiagnostics,
  type HostDocument,
  type HostSheet,
  type Marked,
  type MarkPlan,
  type PlanBasis,
  type ReadOptions,
  type StopListening,
  type Undone,
  type WritePlan,
  type Written,
} from '../host.ts';
import { changedSince } from '../changed.ts';
import { gridChanges, type GridChanges } from './grid-changes.ts';
import { addRestores, addWrites, presentSheet, SET_VALUES } from './grid-content.ts';
import { GridEdits, type RowStep } from './grid-edits.ts';
import { changeGridRows, ROW_COMMANDS, rowChangeOf, type LayoutChange } from './grid-rows.ts';
import { SheetMarking } from './grid-marking.ts';
import { FormatReader, readGrid } from './grid-reader.ts';
import { GridStep, OUR_TRIGGER } from './grid-steps.ts';
import { hasFormula, valueOfCell } from './univer-cells.ts';
import { sheetId, univerWorkbook } from './univer-workbook.ts';
import type { UniverGrid } from './univer.ts';

/** A file as it was opened. */
export interface OpenFile {
  readonly name: string;
  readonly workbook: Workbook;
  /** `null` where the format says nothing of it that we read. */
  readonly appearance: Appearance | null;
  /** Texts that the document carries, by their XML namespace. */
  readonly data: ReadonlyMap<string, string>;
}

/** What became of a file since it was opened: all that a saver has to patch into it. */
export interface FileChanges extends GridChanges {
  /** Rows that came and went, before anything is written. */
  readonly rows: readonly RowEdit[];
  readonly marks: MarksPlan;
  /** Texts that the document is to carry; `null`: none any more. */
  readonly data: ReadonlyMap<string, string | null>;
}

export interface BrowserHostOptions {
  /** Opens a blank form as a document of its own. */
  readonly openForm: (formId: string) => Promise<void>;
}

const NO_CHANGES: GridChanges = { writes: [], results: [] };

/** Milliseconds. */
const LONGEST_COMPUTING = 60_000;

/** A cell with nothing in it, however it is formatted. */
const EMPTY: HostCell['content'] = { value: null, format: 'General' };

const nextFrame = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The host of the workbench: the grid shows a file, and remembers what was changed in it. */
export class BrowserHost implements Host {
  readonly kind = 'browser';
  readonly capabilities: HostCapabilities = {
    colours: true,
    notes: true,
    edits: true,
    opensForms: true,
    documentData: true,
    programUndo: true,
  };
  readonly #grid: UniverGrid;
  readonly #options: BrowserHostOptions;
  /** Which rows new ones look like, by where they were put; redoing does not tell it. */
  readonly #likes = new Map<string, number>();
  readonly #listeners = new Set<(edit: Edit) => void>();
  #file: OpenFile | null = null;
  #opened = 0;
  #edits = new GridEdits();
  #data = new Map<string, string | null>();

  constructor(grid: UniverGrid, options: BrowserHostOptions) {
    this.#grid = grid;
    this.#options = options;
    grid.commands.onCommandExecuted(({ id, params }) => {
      if (id === SET_VALUES) this.#noteEdit(params as ValuesChange);
      else if (LAYOUT_MUTATIONS.has(id)) this.#noteLayout(id, params as LayoutChange);
    });
  }

  /** Shows a file in place of the one before. */
  async show(file: OpenFile): Promise<void> {
    const id = `file-${String(++this.#opened)}`;
    const data = await univerWorkbook(id, file.name, file.workbook, file.appearance, nextFrame);
    this.#file = null;
    this.#grid.show(data);
    await this.#grid.drawn();
    this.#file = file;
    this.#edits = new GridEdits();
    this.#data = new Map();
    this.#tell({ sheetId: null, cells: null, ours: false, opened: true });
  }

  get file(): OpenFile | null {
    return this.#file;
  }

  /** Somebody has a cell's editor open: asking for changes would close it. */
  get isTyping(): boolean {
    return this.#grid.facade.getActiveWorkbook()?.isCellEditing() ?? false;
  }

  /** The cells that are selected; `null` where no document is open. */
  get selection(): { readonly sheetId: string; readonly range: Range } | null {
    const sheet = this.#file ? this.#grid.facade.getActiveWorkbook()?.getActiveSheet() : undefined;
    const range = sheet?.getActiveRange()?.getRange();
    if (!sheet || !range) return null;
    const { startRow: top, endRow: bottom, startColumn: left, endColumn: right } = range;
    return { sheetId: sheet.getSheetId(), range: { top, left, bottom, right } };
  }

  /** The rows that came and went, to be patched into the file; and, where it is given, one change more. */
  rowEdits(next?: RowStep): readonly RowEdit[] {
    const steps = next ? [...this.#edits.rowSteps, next] : this.#edits.rowSteps;
    const indexes = new Map(this.#file?.workbook.sheets.map((_, index) => [sheetId(index), index]));
    return steps.flatMap(({ sheetId: id, change, like }) => {
      const sheetIndex = indexes.get(id);
      return sheetIndex === undefined ? [] : [{ ...change, sheetIndex, ...(like === undefined ? {} : { like }) }];
    });
  }

  /** Inserts or deletes rows as one step of undo; new ones take looks, merged cells and formulas of the row they are like. */
  async changeRows(step: RowStep): Promise<void> {
    await this.#finishTyping();
    const sheet = this.#unit().getSheetBySheetId(step.sheetId);
    if (!sheet) throw new HostError('unsupported', 'no such sheet');
    if (step.like !== undefined) this.#likes.set(keyOf(step.sheetId, step.change), step.like);
    await changeGridRows(this.#grid, this.#unit().getUnitId(), sheet, step);
  }

  /** What is to be patched into the file. */
  async changes(): Promise<FileChanges> {
    await this.#finishTyping();
    const unit = this.#grid.workbook();
    const file = this.#file;
    if (!unit || !file) return { ...NO_CHANGES, rows: [], marks: { sheets: [] }, data: new Map() };
    const computed = await this.#finishComputing();
    const sheets: MarksPlan['sheets'][number][] = [];
    file.workbook.sheets.forEach((grid, sheetIndex) => {
      const sheet = unit.getSheetBySheetId(sheetId(sheetIndex));
      if (!sheet) return;
      const { marks } = new SheetMarking(this.#grid, unit.getUnitId(), sheet).present();
      if (marks.length > 0) sheets.push({ sheetIndex, sheet: grid.name, marks, withoutNote: 0 });
    });
    const changes = this.#edits.areNone
      ? NO_CHANGES
      : gridChanges(this.#grid, unit, file.workbook, this.#edits, computed);
    return { ...changes, rows: this.rowEdits(), marks: { sheets }, data: this.#data };
  }

  listSheets(): Promise<readonly HostSheet[]> {
    const unit = this.#grid.workbook();
    if (!unit || !this.#file) return Promise.resolve([]);
    return Promise.resolve(
      this.#file.workbook.sheets.flatMap(({ visibility }, index) => {
        const sheet = unit.getSheetBySheetId(sheetId(index));
        return sheet ? [{ id: sheet.getSheetId(), name: sheet.getName(), visibility }] : [];
      }),
    );
  }

  async read(options?: ReadOptions): Promise<HostDocument | null> {
    if (!options?.whileTyping) await this.#finishTyping();
    const unit = this.#grid.workbook();
    const file = this.#file;
    if (!unit || !file) return null;
    const table = new StringTable();
    const formulas = this.#grid.injector.get(FormulaDataModel);
    const sheets = await this.listSheets();
    const grids = [];
    const untouched = this.#edits.areNone;
    for (const [index, { id, visibility }] of sheets.entries()) {
      const sheet = unit.getSheetBySheetId(id);
      if (!sheet) continue;
      const formulaAt = (row: number, column: number): string | undefined =>
        formulas.getFormulaStringByCell(row, column, id, unit.getUnitId()) ?? undefined;
      const original = file.workbook.sheets[index];
      // The grid computes some functions otherwise than Excel, and knows no other files: what Excel has computed counts
      // until an edit may have changed it.
      const resultAt = (row: number, column: number, computed: CellValue): CellValue => {
        const rowInFile = this.#edits.rowInFile(id, row);
        const stored = original && rowInFile !== undefined ? valueAt(original, rowInFile, column) : null;
        return stored !== null && (untouched || (isError(stored) && isError(computed))) ? stored : computed;
      };
      grids.push(await readGrid(sheet, { workbook: unit, table, visibility, formulaAt, resultAt, pause: nextFrame }));
    }
    const { date1904, properties, textOnly } = file.workbook;
    const name = file.name.replace(/\.[^.]*$/, '');
    return { workbook: { sheets: grids, date1904, properties, ...(textOnly ? { textOnly } : {}) }, name, sheets };
  }

  readCells(id: string, cells: readonly Address[]): Promise<readonly HostCell[] | null> {
    const unit = this.#grid.workbook();
    const sheet = unit?.getSheetBySheetId(id);
    if (!unit || !sheet || !this.#file) return Promise.resolve(null);
    const formats = new FormatReader(unit);
    const formulas = this.#grid.injector.get(FormulaDataModel);
    return Promise.resolve(
      cells.map(({ row, column }) => {
        const cell = sheet.getCellRaw(row, column);
        const value = valueOfCell(cell);
        const content = { value, format: cell ? formats.of(cell) : 'General' };
        if (!hasFormula(cell)) return { row, column, content: value === null ? EMPTY : content };
        const formula = formulas.getFormulaStringByCell(row, column, id, unit.getUnitId())?.replace(/^=/, '');
        return { row, column, content: formula === undefined ? content : { ...content, formula } };
      }),
    );
  }

  async mark(plan: MarkPlan): Promise<Marked | Changed> {
    await this.#finishTyping();
    const unit = this.#unit();
    const changed = this.#changed(plan.sheets.map(({ basis }) => basis));
    if (changed) return changed;
    const step = new GridStep(this.#grid, unit.getUnitId());
    const planned = new Map(plan.sheets.map(({ basis, marks }) => [basis.sheetId, marks]));
    let marked = 0;
    for (const sheet of unit.getSheets()) {
      const marking = new SheetMarking(this.#grid, unit.getUnitId(), sheet);
      marked += marking.replace(step, planned.get(sheet.getSheetId()) ?? []);
    }
    step.run();
    this.#tellOfMarks();
    return { status: 'done', marked, withoutNote: 0 };
  }

  clearMarks(): Promise<number> {
    const unit = this.#unit();
    const step = new GridStep(this.#grid, unit.getUnitId());
    const counts = unit.getSheets().map((sheet) => new SheetMarking(this.#grid, unit.getUnitId(), sheet).clear(step));
    step.run();
    const cleared = counts.reduce((sum, count) => sum + count, 0);
    if (cleared > 0) this.#tellOfMarks();
    return Promise.resolve(cleared);
  }

  hasMarks(): Promise<boolean> {
    const unit = this.#grid.workbook();
    const marked = unit
      ?.getSheets()
      .some((sheet) => new SheetMarking(this.#grid, unit.getUnitId(), sheet).present().marks.length > 0);
    return Promise.resolve(marked ?? false);
  }

  async write(plan: WritePlan): Promise<Written | Changed> {
    await this.#finishTyping();
    const unit = this.#unit();
    const changed = this.#changed(plan.sheets.map(({ basis }) => basis));
    if (changed) return changed;
    const step = new GridStep(this.#grid, unit.getUnitId());
    const sheets: Written['sheets'][number][] = [];
    const skipped: CellName[] = [];
    for (const { basis, writes } of plan.sheets) {
      const sheet = unit.getSheetBySheetId(basis.sheetId);
      if (!sheet) continue;
      const done = addWrites(step, unit.getUnitId(), sheet, writes);
      sheets.push({ sheetId: basis.sheetId, cells: done.cells });
      append(skipped, done.skipped);
    }
    step.run();
    return { status: 'done', sheets, skipped };
  }

  async undo(written: Written): Promise<Undone> {
    await this.#finishTyping();
    const unit = this.#unit();
    const step = new GridStep(this.#grid, unit.getUnitId());
    const kept: CellName[] = [];
    let restored = 0;
    for (const { sheetId: id, cells } of written.sheets) {
      const sheet = unit.getSheetBySheetId(id);
      if (!sheet) continue;
      const done = addRestores(step, unit.getUnitId(), sheet, cells);
      restored += done.restored;
      append(kept, done.kept);
    }
    step.run();
    return { restored, kept };
  }

  reveal(id: string, at: Address): Promise<boolean> {
    const unit = this.#grid.workbook();
    const sheet = unit?.getSheetBySheetId(id);
    const facade = this.#grid.facade.getActiveWorkbook();
    const shown = facade?.getSheetBySheetId(id);
    if (!sheet || !facade || !shown || at.row >= sheet.getRowCount() || at.column >= sheet.getColumnCount()) {
      return Promise.resolve(false);
    }
    if (sheet.isSheetHidden()) shown.showSheet();
    facade.setActiveSheet(shown);
    const range = shown.getRange(at.row, at.column);
    range.activate();
    const visible = shown.getVisibleRange();
    const inSight =
      visible &&
      at.row > visible.startRow &&
      at.row < visible.endRow &&
      at.column >= visible.startColumn &&
      at.column < visible.endColumn;
    // A little above and left of it stays in sight: the grid scrolls a cell into its very corner.
    if (!inSight) shown.scrollToCell(Math.max(0, at.row - 4), Math.max(0, at.column - 2), 0);
    return Promise.resolve(true);
  }

  onEdit(listener: (edit: Edit) => void): Promise<StopListening> {
    this.#listeners.add(listener);
    return Promise.resolve(() => this.#listeners.delete(listener));
  }

  async openForm(formId: string): Promise<void> {
    await this.#options.openForm(formId);
  }

  readDocumentData(namespace: string): Promise<string | null> {
    const kept = this.#data.get(namespace);
    return Promise.resolve(kept === undefined ? (this.#file?.data.get(namespace) ?? null) : kept);
  }

  keepDocumentData(namespace: string, xml: string | null): Promise<void> {
    this.#data.set(namespace, xml);
    this.#tell({ sheetId: null, cells: [], ours: true });
    return Promise.resolve();
  }

  /** Marks are saved with the document, though no cell holds anything else for them. */
  #tellOfMarks(): void {
    this.#tell({ sheetId: null, cells: [], ours: true });
  }

  diagnose(): Promise<HostDiagnostics> {
    return Promise.resolve({ program: 'Tianbao workbench', version: null, platform: null, interfaces: [] });
  }

  #unit(): UniverWorkbook {
    const unit = this.#grid.workbook();
    if (!unit || !this.#file) throw new HostError('unsupported', 'no document is open');
    return unit;
  }

  /** What is being typed in a cell belongs to the document. */
  async #finishTyping(): Promise<void> {
    const facade = this.#grid.facade.getActiveWorkbook();
    if (facade?.isCellEditing()) await facade.endEditingAsync(true);
  }

  /** Formulas follow an edit a little later. False: they have not come to an end, and hold what they held before. */
  async #finishComputing(): Promise<boolean> {
    if (this.#edits.areNone) return true;
    try {
      await this.#grid.facade.getFormula().onCalculationResultApplied(LONGEST_COMPUTING);
      return true;
    } catch {
      return false;
    }
  }

  #changed(bases: readonly PlanBasis[]): Changed | undefined {
    const unit = this.#unit();
    return changedSince(
      bases.map((basis) => {
        const sheet = unit.getSheetBySheetId(basis.sheetId);
        return { basis, sheet: sheet ? presentSheet(sheet) : null };
      }),
    );
  }

  #noteEdit({ unitId, subUnitId, cellValue, trigger }: ValuesChange): void {
    // Results of formulas come without a trigger, and are nobody's edit.
    if (this.#grid.workbook()?.getUnitId() !== unitId || trigger === undefined || !this.#file) return;
    // New rows are known to be new; formulas follow the rows by themselves.
    if (ROW_COMMANDS.has(trigger)) return;
    const cells: Address[] = [];
    for (const [row, columns] of Object.entries(cellValue ?? {})) {
      for (const [column, cell] of Object.entries(columns)) {
        // A change of style only is no edit.
        if (cell && !CONTENT_KEYS.some((key) => key in cell)) continue;
        cells.push({ row: Number(row), column: Number(column) });
      }
    }
    this.#edits.touch(subUnitId, cells);
    if (cells.length > 0) this.#tell({ sheetId: subUnitId, cells, ours: trigger === OUR_TRIGGER });
  }

  #noteLayout(mutation: string, params: LayoutChange): void {
    const { unitId, subUnitId } = params;
    if (this.#grid.workbook()?.getUnitId() !== unitId || !this.#file) return;
    const change = rowChangeOf(mutation, params);
    if (change) {
      const way = params.trigger === UNDO ? 'undone' : params.trigger === REDO ? 'redone' : 'done';
      this.#edits.changeRows(subUnitId, change, way, this.#likes.get(keyOf(subUnitId, change)));
    }
    this.#tell({ sheetId: subUnitId, cells: null, ours: false });
  }

  #tell(edit: Edit): void {
    for (const listener of this.#listeners) listener(edit);
  }
}

function isError(value: CellValue): boolean {
  return typeof value === 'object' && value !== null;
}

const CONTENT_KEYS = ['v', 'f', 'p', 'si'];

type ValuesChange = IMutationCommonParams & {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, object | null>>>>;
};

const UNDO = 'univer.command.undo';
const REDO = 'univer.command.redo';

function keyOf(sheet: string, { kind, at, count }: RowChange): string {
  return [sheet, kind, at, count].join(' ');
}

/** After these nothing is where it was. */
const LAYOUT_MUTATIONS: ReadonlySet<string> = new Set([
  'sheet.mutation.insert-row',
  'sheet.mutation.remove-rows',
  'sheet.mutation.insert-col',
  'sheet.mutation.remove-col',
  'sheet.mutation.move-range',
  'sheet.mutation.add-worksheet-merge',
  'sheet.mutation.remove-worksheet-merge',
]);
