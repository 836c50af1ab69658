import { HostError } from '../host.ts';
import { MissingMember, type JsapiObject } from './jsapi.ts';
import { isProtected } from './protection.ts';
import type { WpsSheet } from './wps-ranges.ts';

/** Where something was to be done. */
export interface Place {
  readonly application: JsapiObject<'Application'>;
  readonly workbook: JsapiObject<'Workbook'> | null;
  /** What was to be changed: cells of these sheets, which sheets are to be seen, or what the document carries. */
  readonly change: Change | null;
}

export type Change =
  { readonly of: 'cells'; readonly sheets: readonly WpsSheet[] } | { readonly of: 'structure' | 'texts' };

/**
 * Why WPS refused. Its exceptions have words in the language of its user and no codes that were documented: what is known
 * of the document says more.
 */
export function hostErrorOf(error: unknown, { application, workbook, change }: Place): HostError {
  if (error instanceof HostError) return error;
  if (error instanceof MissingMember) return new HostError('unsupported', error.message, { cause: error });
  const because = (code: HostError['code']): HostError =>
    new HostError(code, error instanceof Error ? error.message : String(error), { cause: error });
  // Protection, sharing and reading only stand in the way of changes, of nothing else.
  if (change) {
    if (change.of === 'cells' && change.sheets.some(isProtected)) return because('protected');
    if (change.of === 'structure' && workbook?.tryRead('ProtectStructure') === true) return because('protected');
    if (workbook?.tryRead('MultiUserEditing') === true) return because('shared-workbook');
    if (workbook?.tryRead('ReadOnly') === true) return because('read-only');
  }
  if (application.tryRead('Ready') === false) return because('busy');
  return because('failed');
}
