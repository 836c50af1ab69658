import { HostError, type HostErrorCode } from '../host.ts';

/**
 * What each code of Excel's answers means for a person: `Excel.ErrorCodes`, `OfficeExtension.ErrorCodes`, and what Excel
 * on the web says of requests that are too large. A code that is not here means nothing that somebody could act on.
 */
const MEANINGS: Readonly<Record<string, HostErrorCode>> = {
  AccessDenied: 'read-only',
  InvalidOperationInCellEditMode: 'busy',
  ItemNotFound: 'gone',
  InvalidReference: 'gone',
  InvalidBinding: 'gone',
  InvalidObjectPath: 'gone',
  FilteredRangeConflict: 'filtered',
  Conflict: 'conflict',
  ItemAlreadyExists: 'conflict',
  InsertDeleteConflict: 'conflict',
  RequestAborted: 'conflict',
  ActivityLimitReached: 'conflict',
  MergedRangeConflict: 'fixed-cells',
  PivotTableRangeConflict: 'fixed-cells',
  NonBlankCellOffSheet: 'fixed-cells',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  OperationCellsExceedLimit: 'too-large',
  RangeExceedsLimit: 'too-large',
  FormulaLengthExceedsLimit: 'too-large',
  InactiveWorkbook: 'inactive',
  ConnectionFailure: 'disconnected',
  InvalidRequestContext: 'disconnected',
  HostRestartNeeded: 'disconnected',
  ApiNotFound: 'unsupported',
  NotImplemented: 'unsupported',
  UnsupportedFeature: 'unsupported',
  UnsupportedOperation: 'unsupported',
  UnsupportedSheet: 'unsupported',
  UndoNotSupported: 'unsupported',
};

const MEANING_OF = new Map(Object.entries(MEANINGS));

/** The code of an `OfficeExtension.Error`; `undefined` for all else. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** What went wrong in Excel, as the port tells it. */
export function hostErrorOf(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const code = codeOf(error);
  const meaning = code === undefined ? undefined : MEANING_OF.get(code);
  return new HostError(meaning ?? 'failed', code ?? (error instanceof Error ? error.message : String(error)), {
    cause: error,
  });
}

/** Whether a request was refused for its size: asked for in smaller pieces it may be answered. */
export function isTooLarge(error: unknown): boolean {
  return hostErrorOf(error).code === 'too-large';
}

/** Whether something that Excel refused is refused however it is asked: trying in another way is of no use. */
export function isFinal(error: unknown): boolean {
  const { code } = hostErrorOf(error);
  return code !== 'failed' && code !== 'too-large' && code !== 'fixed-cells';
}
