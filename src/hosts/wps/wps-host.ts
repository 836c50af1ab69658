import { MAX_COLUMNS, MAX_ROWS, toA1, type Address, type Range } from '../../sheets/address.ts';
import { StringTable } from '../../sheets/grid-builder.ts';
import type { CellValue, Grid } from '../../sheets/grid.ts';
import { append } from '../../sheets/lists.ts';
import {
  HostError,
  type CellName,
  type Changed,
  type Edit,
  type Host,
  type HostCapabilities,
  type HostCell,
  type HostDiagnostics,
  type HostDocument,
  type HostSheet,
  type Marked,
  type MarkPlan,
  type PlanBasis,
  type StopListening,
  type Undone,
  type WritePlan,
  type Written,
  type WrittenCell,
} from '../host.ts';
import { changedSince } from '../changed.ts';
import { sameValue } from '../../sheets/same-value.ts';
import { openBlank, type BlankFile } from './blank-file.ts';
import { carryOutAll, type SheetWork } from './carrying-out.ts';
import { documentTexts, ownProperties } from './document-texts.ts';
import { detectWps, type JsapiObject, type WpsGlobals } from './jsapi.ts';
import { XL } from './members.ts';
import { OurWrites } from './our-writes.ts';
import { refuseLocked, refuseProtected } from './protection.ts';
import { SheetMarking } from './sheet-marking.ts';
import { GENERAL, readFormats, readPatches, readSheet } from './sheet-reader.ts';
import { presentSheet } from './present-sheet.ts';
import { usedExtent } from './sheet-extent.ts';
import { SheetWatch } from './sheet-watch.ts';
import { planWrites } from './sheet-writing.ts';
import { quietly } from './switches.ts';
import { planUndo } from './undoing.ts';
import { partsOfId, WpsDocuments, type KnownSheet, type OpenDocument } from './wps-documents.ts';
import { WpsEdits, type Timers } from './wps-edits.ts';
import { hostErrorOf, type Change } from './wps-errors.ts';
import { areasOfRange, rangeOn, type WpsSheet } from './wps-ranges.ts';

export interface WpsHostOptions {
  /** The blank file of a form; without it no form is opened. */
  readonly blankForm?: (formId: string) => Promise<BlankFile>;
  readonly timers?: Timers;
  /** The system, for a report on trouble, as the web view says it. */
  readonly platform?: string;
}

const PAGE_TIMERS: Timers = {
  set: (act, milliseconds) => setTimeout(act, milliseconds),
  clear: (timer) => clearTimeout(timer as number | undefined),
};

/** Rows and columns that stay in sight in front of a cell that is shown. */
const MARGIN = 3;

/** WPS Spreadsheets, through the objects that it gives to the pages of its add-ins. */
export class WpsHost implements Host {
  readonly kind = 'wps';
  readonly #application: JsapiObject<'Application'>;
  readonly #options: WpsHostOptions;
  readonly #timers: Timers;
  readonly #documents: WpsDocuments;
  readonly #edits: WpsEdits;
  readonly #listeners = new Set<(edit: Edit) => void>();
  readonly #ourWrites = new OurWrites();
  #capabilities: HostCapabilities | null = null;

  constructor(application: JsapiObject<'Application'>, options: WpsHostOptions = {}) {
    this.#application = application;
    this.#options = options;
    this.#timers = options.timers ?? PAGE_TIMERS;
    this.#documents = new WpsDocuments(application);
    const idOf = (sheet: WpsSheet): string | null => this.#documents.idOf(sheet);
    const watch = new SheetWatch(application, idOf);
    this.#edits = new WpsEdits({
      application,
      timers: this.#timers,
      idOf,
      document: () => this.#documents.frontDocument,
      isEcho: (id, cells) => this.#isEcho(id, cells),
      poll: () => watch.look(),
      tell: (edit) => {
        this.#ourWrites.forget(edit.sheetId, edit.cells);
        this.#tell(edit);
      },
    });
  }

  /** The host of a page in WPS Spreadsheets; `null`: the page is somewhere else. */
  static start(globals: WpsGlobals, options: WpsHostOptions = {}): WpsHost | null {
    const application = detectWps(globals);
    return application ? new WpsHost(application, options) : null;
  }

  /** Found out on the first document that is open; until then, and where WPS does not answer, what most builds can do. */
  get capabilities(): HostCapabilities {
    if (this.#capabilities) return this.#capabilities;
    try {
      const { front } = this.#documents;
      const sheet = front?.object('Sheets', 'Worksheets').find('Worksheet', 'Item', 1);
      const cells = sheet?.find('Range', 'Cells');
      if (!front || !sheet || !cells) return this.#usualCapabilities();
      this.#capabilities = {
        ...this.#usualCapabilities(),
        colours: cells.has('FormatConditions'),
        notes: cells.has('AddComment') && sheet.has('Comments'),
        documentData: documentTexts.areThere(front),
      };
      return this.#capabilities;
    } catch {
      return this.#usualCapabilities();
    }
  }

  #usualCapabilities(): HostCapabilities {
    const writesFiles = this.#application.has('FileSystem') || this.#application.has('OAAssist');
    return {
      colours: true,
      notes: true,
      edits: true,
      opensForms: this.#options.blankForm !== undefined && writesFiles,
      documentData: true,
      // Of no build it is known that its own undo takes back what add-ins write.
      programUndo: false,
    };
  }

  listSheets(): Promise<readonly HostSheet[]> {
    return this.#attempt(() => {
      if (this.#listeners.size > 0) this.#edits.look();
      return (this.#documents.open()?.sheets ?? []).map(({ id, name, visibility }) => ({ id, name, visibility }));
    });
  }

  async read(): Promise<HostDocument | null> {
    const document = await this.#attempt(() => this.#documents.open());
    if (!document) return null;
    const table = new StringTable();
    const grids: Grid[] = [];
    for (const { sheet, visibility } of document.sheets) {
      try {
        const application = this.#application;
        grids.push(await readSheet({ application, sheet, visibility, table, pause: () => this.#pause() }));
      } catch (error) {
        throw this.#errorOf(error, null);
      }
    }
    return this.#attempt(() => {
      const { workbook } = document;
      const name = workbook.text('Name').replace(/\.(?:xls[xmb]?|xlt[xm]?|ett?|csv|ods)$/i, '');
      const date1904 = workbook.tryRead('Date1904') === true;
      return {
        workbook: { sheets: grids, date1904, properties: ownProperties(workbook) },
        ...(name === '' ? {} : { name }),
        sheets: document.sheets.map((sheet) => ({ id: sheet.id, name: sheet.name, visibility: sheet.visibility })),
      };
    });
  }

  readCells(id: string, cells: readonly Address[]): Promise<readonly HostCell[] | null> {
    return this.#attempt(() => {
      const sheet = this.#documents.open()?.sheets.find((one) => one.id === id)?.sheet;
      if (!sheet) return null;
      const contents = readPatches(sheet, cells);
      const numbers = cells.filter(({ row, column }) => typeof contents(row, column).value === 'number');
      const formats = readFormats(sheet, numbers);
      return cells.map(({ row, column }): HostCell => {
        const { value, formula } = contents(row, column);
        const format = typeof value === 'number' ? formats(row, column) : GENERAL;
        return { row, column, content: formula === undefined ? { value, format } : { value, format, formula } };
      });
    });
  }

  mark(plan: MarkPlan): Promise<Marked | Changed> {
    return this.#changeCells(({ sheets }) => {
      const changed = this.#changed(sheets, plan.sheets);
      if (changed) return changed;
      const { colours, notes } = this.capabilities;
      if (!colours && !notes) throw new HostError('unsupported', 'neither conditional formats nor comments');
      const planned = new Map(plan.sheets.map(({ basis, marks }) => [basis.sheetId, marks]));
      const work = sheets.map(({ id, sheet }) => {
        const marking = new SheetMarking(sheet);
        return { sheet, marking, marks: planned.get(id) ?? [], ours: marking.find() };
      });
      for (const { sheet, marks, ours } of work)
        if (marks.length + ours.conditions.length + ours.notes.length > 0) refuseProtected(sheet);
      return this.#quietly(false, () => {
        let marked = 0;
        let withoutNote = 0;
        for (const { marking, marks, ours } of work) {
          marking.remove(ours);
          const placed = marking.place(marks, colours, notes);
          marked += placed.marked;
          withoutNote += placed.withoutNote;
        }
        return { status: 'done', marked, withoutNote };
      });
    });
  }

  clearMarks(): Promise<number> {
    return this.#changeCells(({ sheets }) => {
      const work = sheets.map(({ sheet }) => {
        const marking = new SheetMarking(sheet);
        return { sheet, marking, ours: marking.find() };
      });
      const marked = work.filter(({ ours }) => ours.conditions.length + ours.notes.length > 0);
      for (const { sheet } of marked) refuseProtected(sheet);
      const count = marked.reduce((sum, { marking, ours }) => sum + marking.count(ours), 0);
      if (marked.length > 0) this.#quietly(false, () => marked.forEach(({ marking, ours }) => marking.remove(ours)));
      return count;
    });
  }

  hasMarks(): Promise<boolean> {
    return this.#attempt(() =>
      (this.#documents.open()?.sheets ?? []).some(({ sheet }) => new SheetMarking(sheet).hasAny()),
    );
  }

  write(plan: WritePlan): Promise<Written | Changed> {
    return this.#changeCells(({ sheets }) => {
      const changed = this.#changed(sheets, plan.sheets);
      if (changed) return changed;
      const skipped: CellName[] = [];
      const work = plan.sheets.flatMap(({ basis, writes }): SheetWork[] => {
        const known = sheets.find(({ id }) => id === basis.sheetId);
        if (!known) return [];
        const { settings, back, cells, skipped: kept } = planWrites(known.sheet, writes);
        refuseLocked(known.sheet, settings);
        append(
          skipped,
          kept.map(({ row, column }) => ({ sheet: known.name, cell: toA1(row, column) })),
        );
        return [{ known, cells, settings, back }];
      });
      this.#carryOut(work, ({ after }) => after);
      return { status: 'done', sheets: work.map(({ known, cells }) => ({ sheetId: known.id, cells })), skipped };
    });
  }

  undo(written: Written): Promise<Undone> {
    return this.#changeCells((front) => {
      const { work, kept } = planUndo(written, (id) => this.#sheetOf(id, front));
      this.#carryOut(work, ({ before }) => before);
      return { restored: work.reduce((sum, { cells }) => sum + cells.length, 0), kept };
    });
  }

  async reveal(id: string, at: Address): Promise<boolean> {
    const known = await this.#attempt(() => this.#documents.open()?.sheets.find((one) => one.id === id));
    if (!known || at.row < 0 || at.column < 0 || at.row >= MAX_ROWS || at.column >= MAX_COLUMNS) return false;
    const { sheet, visibility } = known;
    if (visibility !== 'visible') await this.#attempt(() => sheet.set('Visible', XL.sheetVisible), { of: 'structure' });
    await this.#attempt(() => {
      sheet.call('Activate');
      rangeOn(sheet, cellRange(at)).call('Select');
      this.#scrollTo(at);
    });
    return true;
  }

  onEdit(listener: (edit: Edit) => void): Promise<StopListening> {
    return this.#attempt(() => {
      this.#listeners.add(listener);
      if (this.#listeners.size === 1) {
        // What happened meanwhile nobody has heard of.
        this.#ourWrites.forget(null, null);
        this.#edits.start();
      }
      return () => {
        if (this.#listeners.delete(listener) && this.#listeners.size === 0) this.#edits.stop();
      };
    });
  }

  /** Does something with documents that are no concern of the pane: nothing of it is told as an edit. */
  aside<T>(act: () => Promise<T>): Promise<T> {
    return this.#edits.aside(act);
  }

  async openForm(formId: string): Promise<void> {
    const { blankForm } = this.#options;
    if (!blankForm) throw new HostError('unsupported', 'no blank forms');
    const file = await blankForm(formId);
    await this.#attempt(() => openBlank(this.#application, file));
  }

  readDocumentData(namespace: string): Promise<string | null> {
    return this.#attempt(() => {
      const { front } = this.#documents;
      return front && documentTexts.read(front, namespace);
    });
  }

  keepDocumentData(namespace: string, xml: string | null): Promise<void> {
    return this.#attempt(() => documentTexts.keep(this.#open().workbook, namespace, xml), { of: 'texts' });
  }

  diagnose(): Promise<HostDiagnostics> {
    const application = this.#application;
    const version = application.tryRead('Version');
    const build = application.tryRead('Build');
    const said = [version, build].filter((one) => typeof one === 'string' || typeof one === 'number');
    const interfaces = (['ApiEvent', 'FileSystem', 'Env', 'OAAssist', 'WorksheetFunction'] as const).filter((name) =>
      application.has(name),
    );
    return Promise.resolve({
      program: 'WPS',
      version: said.length === 0 ? null : said.join(' '),
      platform: this.#options.platform ?? null,
      interfaces,
    });
  }

  /** A sheet that something was written to, also where its document has another name by now or stands behind another. */
  #sheetOf(id: string, front: OpenDocument): KnownSheet | undefined {
    const { key, sheet } = partsOfId(id);
    const document = key === front.key ? front : (this.#documents.find(key) ?? front);
    return document.sheets.find((one) => partsOfId(one.id).sheet === sheet);
  }

  #changed(sheets: readonly KnownSheet[], plans: readonly { readonly basis: PlanBasis }[]): Changed | undefined {
    return changedSince(
      plans.map(({ basis }) => {
        const sheet = sheets.find(({ id }) => id === basis.sheetId)?.sheet;
        return { basis, sheet: sheet ? presentSheet(sheet, usedExtent(this.#application, sheet), basis) : null };
      }),
    );
  }

  /** @param held what a cell holds afterwards */
  #carryOut(work: readonly SheetWork[], held: (cell: WrittenCell) => CellValue): void {
    this.#quietly(true, () => carryOutAll(work));
    for (const { known, cells } of work) {
      this.#ourWrites.remember(
        known.id,
        cells.map((cell) => ({ row: cell.row, column: cell.column, value: held(cell) })),
      );
      this.#told(known.id, cells);
    }
  }

  #quietly<T>(computing: boolean, act: () => T): T {
    return this.#edits.whileOurs(() => quietly(this.#application, computing, act));
  }

  #scrollTo({ row, column }: Address): void {
    const window = this.#application.find('Window', 'ActiveWindow');
    if (!window) return;
    const [visible] = visibleIn(window);
    if (visible && row >= visible.top && row < visible.bottom && column >= visible.left && column < visible.right)
      return;
    window.set('ScrollRow', Math.max(1, row + 1 - MARGIN));
    window.set('ScrollColumn', Math.max(1, column + 1 - MARGIN));
  }

  #isEcho(id: string, cells: readonly Address[]): boolean {
    const expected = this.#ourWrites.echoed(id, cells);
    const sheet = expected && this.#documents.open()?.sheets.find((one) => one.id === id)?.sheet;
    if (!expected || !sheet) return false;
    const contents = readPatches(sheet, cells);
    const isEcho = expected.every(({ row, column, value }) => sameValue(contents(row, column).value, value));
    if (isEcho) this.#ourWrites.forget(id, cells);
    return isEcho;
  }

  #told(sheetId: string, cells: readonly Address[]): void {
    if (cells.length === 0) return;
    this.#tell({ sheetId, cells: cells.map(({ row, column }) => ({ row, column })), ours: true });
    if (this.#listeners.size > 0) this.#edits.forget();
  }

  #tell(edit: Edit): void {
    for (const listener of this.#listeners) listener(edit);
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => this.#timers.set(resolve, 0));
  }

  /** @throws HostError `no-document` */
  #open(): OpenDocument {
    const document = this.#documents.open();
    if (!document) throw new HostError('no-document');
    return document;
  }

  /** Does something at once; what WPS refuses is told as the port has it. */
  #attempt<T>(act: () => T, change: Change | null = null): Promise<T> {
    try {
      return Promise.resolve(act());
    } catch (error) {
      return Promise.reject(this.#errorOf(error, change));
    }
  }

  /** As {@link #attempt}, with the document in front, whose cells are changed. */
  #changeCells<T>(act: (document: OpenDocument) => T): Promise<T> {
    const sheets: WpsSheet[] = [];
    return this.#attempt(
      () => {
        const document = this.#open();
        append(sheets, sheetsOf(document.sheets));
        return act(document);
      },
      { of: 'cells', sheets },
    );
  }

  #errorOf(error: unknown, change: Change | null): HostError {
    let workbook: JsapiObject<'Workbook'> | null = null;
    try {
      workbook = this.#documents.front;
    } catch {
      // WPS does not even say that.
    }
    return hostErrorOf(error, { application: this.#application, workbook, change });
  }
}

function sheetsOf(known: readonly KnownSheet[]): WpsSheet[] {
  return known.map(({ sheet }) => sheet);
}

function visibleIn(window: JsapiObject<'Window'>): readonly Range[] {
  try {
    return areasOfRange(window.object('Range', 'VisibleRange'));
  } catch {
    return [];
  }
}

function cellRange({ row, column }: Address): Range {
  return { top: row, left: column, bottom: row, right: column };
}
