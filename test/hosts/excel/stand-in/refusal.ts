/** Codes of errors as Excel names them (`Excel.ErrorCodes` and the documentation of single members). */
export type RefusalCode =
  | 'AccessDenied'
  | 'ApiNotFound'
  | 'FilteredRangeConflict'
  | 'GeneralException'
  | 'InsertDeleteConflict'
  | 'InvalidArgument'
  | 'InvalidCellAddress'
  | 'InvalidOperation'
  | 'InvalidOperationInCellEditMode'
  | 'InvalidReference'
  | 'InvalidSelection'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'InactiveWorkbook'
  | 'NotImplemented'
  | 'OperationCellsExceedLimit'
  | 'RangeExceedsLimit'
  | 'RequestPayloadSizeLimitExceeded'
  | 'ResponsePayloadSizeLimitExceeded'
  | 'UnsupportedFeature'
  | 'UnsupportedSheet';

/** Excel does not do what it was asked; office.js makes an OfficeExtension.Error with this code of it. */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string = code) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}

/** Something that Excel has and the stand-in has not: no add-in's fault, so it must not pass for an answer of Excel's. */
export class NotModelled extends Error {
  constructor(what: string) {
    super(`the stand-in workbook does not model ${what}`);
    this.name = 'NotModelled';
  }
}
