import type { StandInResponse, StandInWorkbook } from './stand-in-workbook.ts';
import type { WireEvent, WireRequest } from './wire.ts';

type Batch<T> = (context: Excel.RequestContext) => Promise<T>;

/** What is used here of the `Excel` that the client library brings. */
export interface OfficeJs {
  run<T>(options: object, batch: Batch<T>): Promise<T>;
  readonly createWorkbook?: (base64?: string) => Promise<void>;
  [name: string]: unknown;
}

/** What is used here of its `OfficeExtension`, of which some is meant for Microsoft's own tests. */
export interface OfficeJsExtension {
  readonly SessionBase: { _overrideSession: unknown };
  readonly Error: new (...given: never[]) => Error;
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: { readonly entries: readonly WireEvent[] }): void;
  [name: string]: unknown;
}

/** Options of `Excel.run` as a program may give them. */
export interface RunOptions {
  readonly delayForCellEdit?: boolean;
  readonly mergeUndoGroup?: boolean;
}

export interface ConnectedClient {
  /** `Excel.run`. */
  run<T>(batch: Batch<T>, options?: RunOptions): Promise<T>;
  /** `Excel.createWorkbook`. */
  createWorkbook(base64?: string): Promise<void>;
  /** `Office.context.requirements.isSetSupported`. */
  isSetSupported(set: string, version?: string): boolean;
  readonly OfficeExtension: OfficeJsExtension;
}

/** The client library's requests go to a stand-in from now on, and the stand-in's events come to its handlers. */
export function connected(workbook: StandInWorkbook, excel: OfficeJs, extension: OfficeJsExtension): ConnectedClient {
  extension.SessionBase._overrideSession = sessionOf(workbook);
  extension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  workbook.events.deliver = (entries) => extension._testTriggerRichApiMessageEvent({ entries });
  return {
    run: async (batch, options = {}) => {
      const { mergeUndoGroup, ...others } = options;
      if (mergeUndoGroup === true) workbook.beginUndoGroup();
      try {
        return await excel.run(others, batch);
      } finally {
        if (mergeUndoGroup === true) workbook.endUndoGroup();
      }
    },
    createWorkbook: async (base64) => {
      if (!excel.createWorkbook) throw new Error('Excel.createWorkbook is not there');
      await excel.createWorkbook(base64);
    },
    isSetSupported: (set, version) => workbook.granted.isSetSupported(set, version),
    OfficeExtension: extension,
  };
}

/** A session as `Excel.run` takes one in place of the program that the page sits in. */
function sessionOf(workbook: StandInWorkbook): object {
  const execute = (_custom: unknown, flags: number, message: { Body: WireRequest }): Promise<StandInResponse> =>
    workbook.execute(flags, message.Body);
  return {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: 'https://stand-in.invalid/', headers: {} }),
    _createRequestExecutorOrNull: () => ({ executeAsync: execute }),
  };
}
