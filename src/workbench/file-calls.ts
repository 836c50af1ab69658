import type { Appearance } from '../files/appearance.ts';
import type { WorkbookFormat } from '../files/open.ts';
import type { RowEdit, RowObstacle } from '../files/row-shift.ts';
import type { NewResult } from '../files/stale-results.ts';
import type { SkippedWrite, ValueWrite } from '../files/xlsx-values.ts';
import type { MarksPlan } from '../marks/plan.ts';
import type { Workbook } from '../sheets/workbook.ts';

export interface OpenedFile {
  readonly workbook: Workbook;
  readonly format: WorkbookFormat;
  readonly appearance: Appearance | null;
  readonly data: ReadonlyMap<string, string>;
  /** A signed file can be looked at and checked; saving it would void the signature. */
  readonly signed: boolean;
}

export interface SaveRequest {
  readonly bytes: Uint8Array;
  readonly format: WorkbookFormat;
  /** For formats that cannot be patched: what becomes of it is a new .xlsx. */
  readonly workbook: Workbook;
  /** Rows that came and went, one change after the other, before anything is written. */
  readonly rows: readonly RowEdit[];
  readonly writes: readonly ValueWrite[];
  /** What formulas come to now. */
  readonly results: readonly NewResult[];
  readonly marks: MarksPlan;
  readonly data: ReadonlyMap<string, string | null>;
}

export interface SavedFile {
  readonly bytes: Uint8Array;
  /** Values that the file does not take, with the reason. */
  readonly skipped: readonly SkippedWrite[];
  /** Cells that are coloured but have no note. */
  readonly withoutNote: number;
}

/** What the worker for files can be asked. */
export interface FileCalls {
  /** `old`: what SheetJS has read of it, for formats that it reads. */
  open: readonly [
    { readonly bytes: Uint8Array; readonly name: string; readonly old?: Workbook },
    OpenedFile | NeedsSheetJs,
  ];
  save: readonly [SaveRequest, SavedFile];
  /** What stands in the way of rows that are to come and go; `null`: nothing. */
  tryRows: readonly [Pick<SaveRequest, 'bytes' | 'format' | 'workbook' | 'rows'>, RowObstacle | null];
}

/** The file is of an old format: these bytes are for SheetJS, which works in a worker of its own, within a time limit. */
export interface NeedsSheetJs {
  readonly forSheetJs: Uint8Array;
}

export interface OldFileCalls {
  read: readonly [Uint8Array, Workbook];
}
