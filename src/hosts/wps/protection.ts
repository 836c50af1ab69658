import type { Address } from '../../sheets/address.ts';
import { HostError } from '../host.ts';
import { rangeOn, type WpsSheet } from './wps-ranges.ts';

/** Whether a sheet's cells are protected, also from programs. */
export function isProtected(sheet: WpsSheet): boolean {
  return sheet.tryRead('ProtectContents') === true && sheet.tryRead('ProtectionMode') !== true;
}

/** @throws HostError `protected` */
export function refuseProtected(sheet: WpsSheet): void {
  if (isProtected(sheet)) throw new HostError('protected');
}

/**
 * Of a protected sheet cells that are not locked can be written.
 * @throws HostError `protected`
 */
export function refuseLocked(sheet: WpsSheet, cells: readonly Address[]): void {
  if (!isProtected(sheet)) return;
  for (const { row, column } of cells) {
    const range = rangeOn(sheet, { top: row, left: column, bottom: row, right: column });
    if (range.tryRead('AllowEdit') !== true) throw new HostError('protected');
  }
}
