import type { Params } from '../reading.ts';

/** What can be wrong with a formula of a definition; params in brackets. */
export type ExpressionErrorCode =
  /** It does not begin with `=`, or nothing follows. */
  | 'not-a-formula'
  /** More characters, or deeper nesting, than allowed (`limit`). */
  | 'too-long'
  | 'too-deep'
  /** It cannot be read on from this position. */
  | 'syntax'
  /** (`name`) */
  | 'unknown-function'
  /** (`name`, `given`, `least`, `most`) */
  | 'argument-count'
  /** A1 references have no place in a definition (`reference`). */
  | 'cell-reference'
  /** A bare word (`name`): a table stands alone only in ROWS. */
  | 'unknown-name'
  /** Excel has it, expressions have not (`text`). */
  | 'unknown-construct'
  /** The argument (`argument`, from 1) of the function (`name`) must be a column as it stands: `表[列]`. */
  | 'column-expected'
  /** The formula would give a whole column or array instead of one value. */
  | 'several-values';

/** A formula that cannot be used. `position` counts characters of the formula from 0. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  readonly code: ExpressionErrorCode;
  readonly position: number;
  readonly params: Params;

  constructor(code: ExpressionErrorCode, position: number, params: Params = {}) {
    super(`${code} at ${String(position)}${Object.keys(params).length > 0 ? ` ${JSON.stringify(params)}` : ''}`);
    this.code = code;
    this.position = position;
    this.params = params;
  }
}
