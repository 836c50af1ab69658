import type { Address } from '../sheets/address.ts';
import type { CellContent } from '../sheets/editable-grid.ts';
import type { CellValue } from '../sheets/grid.ts';
import type { Workbook } from '../sheets/workbook.ts';
import type { Mark } from '../marks/plan.ts';

/** What a host can do beyond reading, writing and showing cells; the pane hides what is not there. */
export interface HostCapabilities {
  /** Cells can be coloured by a conditional format of ours. */
  readonly colours: boolean;
  /** Cells can bear a note. */
  readonly notes: boolean;
  /** Edits are told of as they happen. */
  readonly edits: boolean;
  /** A blank form can be opened from the gallery. */
  readonly opensForms: boolean;
  /** Text can be kept in the document beside its sheets. */
  readonly documentData: boolean;
  /** A plan that was carried out is one step of the program's own undo; elsewhere {@link Host.undo} alone takes it back. */
  readonly programUndo: boolean;
}

/** A sheet as the host knows it; its id stays the same when it is renamed or moved. */
export interface HostSheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
}

/** The document as it stands, and which sheet of the host each of its grids is. */
export interface HostDocument {
  readonly workbook: Workbook;
  /** Its file's name, without the ending; absent where the program does not tell. */
  readonly name?: string;
  /** The host's sheets, in the order of `workbook.sheets`. */
  readonly sheets: readonly HostSheet[];
}

/** A cell and the value it had when a plan was made. */
export interface ExpectedCell extends Address {
  readonly value: CellValue;
}

/**
 * What a plan was computed from. The host reads it again in the step that carries the plan out, and where anything
 * differs it changes nothing and says so.
 */
export interface PlanBasis {
  readonly sheetId: string;
  /** One more than the last row (column) with a cell, as in the grid that was read. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** The headings and labels that the plan leans on, and every cell that it writes. */
  readonly cells: readonly ExpectedCell[];
}

/** The marks of one sheet. */
export interface MarkSheet {
  readonly basis: PlanBasis;
  readonly marks: readonly Mark[];
}

/** Marks for the whole document: those that are there already are replaced, on every sheet. */
export interface MarkPlan {
  readonly sheets: readonly MarkSheet[];
}

/** A value for a cell: `''` empties it. Texts stay texts, whatever they look like. */
export interface CellWrite extends Address {
  readonly value: string | number;
}

export interface WriteSheet {
  readonly basis: PlanBasis;
  readonly writes: readonly CellWrite[];
}

export interface WritePlan {
  readonly sheets: readonly WriteSheet[];
}

/** Where something is, for people: the sheet's name and plain A1. */
export interface CellName {
  readonly sheet: string;
  readonly cell: string;
}

/** Nothing was done: the document is not the one that the plan was made from. `cells`: where they differ, if anywhere in particular. */
export interface Changed {
  readonly status: 'changed';
  readonly cells: readonly CellName[];
}

export interface Marked {
  readonly status: 'done';
  /** Cells that were coloured or got a note. */
  readonly marked: number;
  /** Cells that should have got a note and could not. */
  readonly withoutNote: number;
}

/** One cell that was written: what it held and what it holds since. */
export interface WrittenCell extends Address {
  readonly before: CellValue;
  /** The formula that stood there, without `=`. */
  readonly formula?: string;
  /** The number format that stood there, where the value needed another one to be what it is. */
  readonly format?: string;
  readonly after: string | number;
}

/** What a write changed: enough to undo it. */
export interface Written {
  readonly status: 'done';
  readonly sheets: readonly { readonly sheetId: string; readonly cells: readonly WrittenCell[] }[];
  /** Cells that keep a formula or cannot be written for another reason. */
  readonly skipped: readonly CellName[];
}

export interface Undone {
  /** How many cells hold again what they held before. */
  readonly restored: number;
  /** Cells that hold something else by now or are locked, and were left alone. */
  readonly kept: readonly CellName[];
}

export interface ReadOptions {
  /**
   * Nobody has asked for it, and somebody may be typing: what stands in the editor of a cell is not ended and not read. A
   * program that cannot be read meanwhile fails with `busy`.
   */
  readonly whileTyping: true;
}

/** A cell as {@link Host.read} would have it in its grid. */
export interface HostCell extends Address {
  readonly content: CellContent;
}

/** What somebody changed; without cells the layout changed (rows, sheets, another document), and all is to be read anew. */
export interface Edit {
  readonly sheetId: string | null;
  readonly cells: readonly Address[] | null;
  /** Whether the change came from a plan of ours, or from undoing one. */
  readonly ours: boolean;
  /** Another document was opened in place of the one before. */
  readonly opened?: true;
}

export type StopListening = () => void;

/**
 * What the program is, for a report on trouble that a user can send: never what a document holds, a file's name or
 * path, or a person's name.
 */
export interface HostDiagnostics {
  /** As its maker calls it: `Excel`. */
  readonly program: string;
  /** `null` where the program does not say. */
  readonly version: string | null;
  /** The system or kind of the program, as it says itself: `PC`, `Mac`, `OfficeOnline`. */
  readonly platform: string | null;
  /** What the program says it can do for add-ins: `ExcelApi 1.17`. */
  readonly interfaces: readonly string[];
}

/**
 * What the pane needs of the program it sits in: Excel, WPS or the workbench. Every method answers a promise, also
 * where the program below answers at once; a method fails only by a {@link HostError}.
 */
export interface Host {
  readonly kind: 'browser' | 'excel' | 'wps';
  readonly capabilities: HostCapabilities;

  /** All sheets, hidden ones too, in the order of their tabs. None: no document is open. */
  listSheets(): Promise<readonly HostSheet[]>;

  /** Reads the document in as many round trips whatever its rows; `null` where none is open. */
  read(options?: ReadOptions): Promise<HostDocument | null>;

  /**
   * Reads single cells of a sheet as they stand, without waiting for what is being typed; `null` where there is no such
   * sheet.
   */
  readCells(sheetId: string, cells: readonly Address[]): Promise<readonly HostCell[] | null>;

  /** Puts marks in place of all that are there. The user's own formatting and notes stay as they are. */
  mark(plan: MarkPlan): Promise<Marked | Changed>;

  /** Takes away exactly our marks, whoever has put them in, and answers how many cells had one. */
  clearMarks(): Promise<number>;

  /** Whether any cell bears a mark of ours. */
  hasMarks(): Promise<boolean>;

  /** Writes values, as one step of the program's own undo where it has that. */
  write(plan: WritePlan): Promise<Written | Changed>;

  /** Puts back what a write of ours replaced, but for cells that hold something else or are locked since. */
  undo(written: Written): Promise<Undone>;

  /** Selects a cell and brings it into sight; a hidden sheet is shown as little as need be. False: it is not there. */
  reveal(sheetId: string, at: Address): Promise<boolean>;

  /** Tells of every change of content or layout from now on. */
  onEdit(listener: (edit: Edit) => void): Promise<StopListening>;

  /**
   * Gives the user a blank form to fill in, in front: a document of its own in the workbench and in WPS; in Excel, where an
   * add-in follows into no other window, sheets behind those of the present workbook, and a workbook of its own only where
   * that takes none.
   */
  openForm(formId: string): Promise<void>;

  /** A small text that the document carries, by its XML namespace; `null` where it has none. */
  readDocumentData(namespace: string): Promise<string | null>;

  /** Keeps such a text (well-formed XML whose root is in that namespace); `null` takes it away. */
  keepDocumentData(namespace: string, xml: string | null): Promise<void>;

  /** What the program is; asks the document nothing, so that it answers also where nothing else does. */
  diagnose(): Promise<HostDiagnostics>;
}

/** Why a host could not do what it was asked. */
export type HostErrorCode =
  /** The document does not let itself be changed: protected, signed, opened for reading only. */
  | 'read-only'
  /** A sheet is protected, and what was asked would change what is locked. */
  | 'protected'
  /** Several people share the workbook in a way that leaves no room for what was asked. */
  | 'shared-workbook'
  /** No document is open. */
  | 'no-document'
  /** Somebody is typing in a cell. */
  | 'busy'
  /** A sheet or a place in it is no longer there. */
  | 'gone'
  /** A filter hides rows that would have been changed. */
  | 'filtered'
  /** The program, or somebody who edits the same document, is in the way at this moment. */
  | 'conflict'
  /** Cells that the program keeps as one: a pivot table, a block of array results, merged cells. */
  | 'fixed-cells'
  /** More than the program takes or gives at once. */
  | 'too-large'
  /** The document's window is not the one in front. */
  | 'inactive'
  /** The connection to the program, or the program's to the document, is gone. */
  | 'disconnected'
  /** The program does not answer, or answered something unforeseen. */
  | 'failed'
  | 'unsupported';

export class HostError extends Error {
  readonly code: HostErrorCode;

  constructor(code: HostErrorCode, message: string = code, options?: ErrorOptions) {
    super(message, options);
    this.name = 'HostError';
    this.code = code;
  }
}
