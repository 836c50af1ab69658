import type { Address } from '../../sheets/address.ts';
import {
  HostError,
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
  type StopListening,
  type Undone,
  type WritePlan,
  type Written,
} from '../host.ts';
import { keepXml, readXml } from './document-data.ts';
import { EditEvents } from './edit-events.ts';
import { PacedBatch, type RunBatch } from './excel-batch.ts';
import { excelDiagnostics, type ExcelProgram } from './excel-diagnostics.ts';
import { codeOf, hostErrorOf } from './excel-errors.ts';
import { askSheets, hostSheet, sheetsWithCells } from './excel-sheets.ts';
import { clearSheets, hasMarks, markSheets, type Marking } from './marking.ts';
import { contentOf, SheetCells } from './read-cells.ts';
import { readDocument } from './read-document.ts';
import { supportsOf, type IsSetSupported, type Supports } from './requirement-sets.ts';
import { restoreCells } from './restoring.ts';
import { writeCells } from './writing.ts';

export interface ExcelHostOptions {
  /** `Excel.run`, which takes the options first. */
  readonly run: RunBatch;
  /** `Office.context.requirements.isSetSupported`. */
  readonly isSetSupported: IsSetSupported;
  /** The blank form as an .xlsx in Base64. */
  readonly blankForm: (formId: string) => Promise<string>;
  /** `Excel.createWorkbook`, for a workbook that takes no further sheets. */
  readonly createWorkbook?: (base64: string) => Promise<void>;
  /** `Office.context.diagnostics`. */
  readonly about?: ExcelProgram;
}

/** The host over Office.js, for Excel 2021 and later, Microsoft 365 and Excel on the web. */
export class ExcelHost implements Host {
  readonly kind = 'excel';
  readonly capabilities: HostCapabilities;
  readonly #options: ExcelHostOptions;
  readonly #supports: Supports;
  readonly #events: EditEvents;
  /** Sheets that are charts or macros of old, as far as Excel has refused them. */
  readonly #withoutCells = new Set<string>();

  constructor(options: ExcelHostOptions) {
    this.#options = options;
    this.#supports = supportsOf(options.isSetSupported);
    this.#events = new EditEvents((batch) => this.#run(batch));
    this.capabilities = {
      colours: true,
      notes: this.#supports.notes || this.#supports.comments,
      edits: true,
      opensForms: true,
      documentData: true,
      programUndo: this.#supports.mergedUndo,
    };
  }

  async listSheets(): Promise<readonly HostSheet[]> {
    return this.#run(async (context) => {
      const sheets = askSheets(context);
      await context.sync();
      return sheetsWithCells(sheets, this.#withoutCells).map(hostSheet);
    });
  }

  async read(): Promise<HostDocument | null> {
    return this.#run((context) => readDocument(context, this.#withoutCells));
  }

  async readCells(sheetId: string, cells: readonly Address[]): Promise<readonly HostCell[] | null> {
    return this.#whereThere(null, async (context) => {
      const batch = new PacedBatch(context);
      const sheet = context.workbook.worksheets.getItem(sheetId);
      sheet.load('id');
      const read = new SheetCells();
      await read.ask(batch, sheet, cells);
      await batch.sync();
      return cells.map(({ row, column }) => ({ row, column, content: contentOf(read.at({ row, column })) }));
    });
  }

  async mark(plan: MarkPlan): Promise<Marked | Changed> {
    return this.#change((context) => markSheets(this.#marking(context), plan));
  }

  async clearMarks(): Promise<number> {
    return this.#change((context) => clearSheets(this.#marking(context)));
  }

  async hasMarks(): Promise<boolean> {
    return this.#run((context) => hasMarks(this.#marking(context)));
  }

  async write(plan: WritePlan): Promise<Written | Changed> {
    return this.#change((context) => writeCells(context, this.#withoutCells, plan));
  }

  async undo(written: Written): Promise<Undone> {
    return this.#change(async (context) => {
      const listed = askSheets(context);
      await context.sync();
      const sheets = new Map(sheetsWithCells(listed, this.#withoutCells).map((sheet) => [sheet.id, sheet]));
      const there = written.sheets.flatMap(({ sheetId, cells }) => {
        const sheet = sheets.get(sheetId);
        return sheet ? [{ sheet, cells }] : [];
      });
      return restoreCells(new PacedBatch(context), there);
    });
  }

  async reveal(sheetId: string, { row, column }: Address): Promise<boolean> {
    return this.#whereThere(false, async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      sheet.load('visibility');
      await context.sync();
      // Of a hidden sheet nothing can be selected.
      if (sheet.visibility !== 'Visible') sheet.visibility = 'Visible';
      sheet.activate();
      sheet.getCell(row, column).select();
      await context.sync();
      return true;
    });
  }

  async onEdit(listener: (edit: Edit) => void): Promise<StopListening> {
    return this.#events.add(listener);
  }

  /** Puts the form's sheets behind the others; where the workbook takes none, into a workbook of its own. */
  async openForm(formId: string): Promise<void> {
    const base64 = await this.#options.blankForm(formId);
    let first: string | undefined;
    try {
      first = await this.#run((context) => insertSheets(context, base64));
    } catch (error) {
      const { code } = hostErrorOf(error);
      if (code === 'busy' || code === 'inactive' || code === 'disconnected') throw error;
      await this.#createWorkbook(base64, error);
      return;
    }
    if (first !== undefined) await this.#bringToFront(first);
  }

  /** Shows a sheet, where Excel lets us: it is there in any case, and to ask for it again would put in another one. */
  async #bringToFront(id: string): Promise<void> {
    try {
      await this.#options.run(async (context) => {
        context.workbook.worksheets.getItem(id).activate();
        await context.sync();
      });
    } catch {
      // The user finds it behind the other sheets.
    }
  }

  async #createWorkbook(base64: string, because: unknown): Promise<void> {
    const create = this.#options.createWorkbook;
    if (!create) throw because;
    try {
      await create(base64);
    } catch (error) {
      throw hostErrorOf(error);
    }
  }

  async readDocumentData(namespace: string): Promise<string | null> {
    return this.#run((context) => readXml(context, namespace));
  }

  async keepDocumentData(namespace: string, xml: string | null): Promise<void> {
    return this.#run((context) => keepXml(context, namespace, xml));
  }

  diagnose(): Promise<HostDiagnostics> {
    const { about, isSetSupported } = this.#options;
    return Promise.resolve(excelDiagnostics(isSetSupported, about));
  }

  #marking(context: Excel.RequestContext): Marking {
    return { context, withoutCells: this.#withoutCells, supports: this.#supports };
  }

  /** Runs a batch that changes the document: one step of Excel's own undo, where it has that. */
  #change<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    return this.#supports.mergedUndo ? this.#run(batch, { mergeUndoGroup: true }) : this.#run(batch);
  }

  async #run<T>(
    batch: (context: Excel.RequestContext) => Promise<T>,
    options?: { readonly mergeUndoGroup: true },
  ): Promise<T> {
    try {
      return await this.#once(batch, options);
    } catch (error) {
      if (codeOf(error) !== 'UnsupportedSheet' || !(await this.#findSheetsWithoutCells())) throw hostErrorOf(error);
    }
    try {
      return await this.#once(batch, options);
    } catch (error) {
      throw hostErrorOf(error);
    }
  }

  /** A run without options takes one argument only, as `Excel.run` has it. */
  #once<T>(
    batch: (context: Excel.RequestContext) => Promise<T>,
    options: { readonly mergeUndoGroup: true } | undefined,
  ): Promise<T> {
    return options ? this.#options.run(batch, options) : this.#options.run(batch);
  }

  /** Runs a batch about one sheet; where that is not there, answers something else. */
  async #whereThere<T>(otherwise: T, batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
    try {
      return await this.#run(batch);
    } catch (error) {
      if (error instanceof HostError && error.code === 'gone') return otherwise;
      throw error;
    }
  }

  /**
   * Excel lists chart sheets and sheets of old macros among the others, says nowhere which they are, and refuses a whole
   * request for one of them: each sheet is tried by itself. Answers whether there are any that were not known.
   */
  async #findSheetsWithoutCells(): Promise<boolean> {
    const sheets = await this.listSheets();
    const before = this.#withoutCells.size;
    for (const { id } of sheets) {
      try {
        await this.#options.run(async (context) => {
          context.workbook.worksheets.getItem(id).getRange('A1').load('rowIndex');
          await context.sync();
        });
      } catch (error) {
        if (codeOf(error) === 'UnsupportedSheet') this.#withoutCells.add(id);
      }
    }
    return this.#withoutCells.size > before;
  }
}

/** Puts all sheets of a workbook behind the others; answers the id of the first. */
async function insertSheets(context: Excel.RequestContext, base64: string): Promise<string | undefined> {
  const ids = context.workbook.insertWorksheetsFromBase64(base64, { positionType: 'End' });
  await context.sync();
  return ids.value[0];
}
