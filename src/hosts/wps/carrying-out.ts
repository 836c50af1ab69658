import type { WrittenCell } from '../host.ts';
import { carryOut, type SheetWrites } from './sheet-writing.ts';
import type { KnownSheet } from './wps-documents.ts';

/** What is to be written to one sheet, planned in full. */
export interface SheetWork extends Pick<SheetWrites, 'settings' | 'back'> {
  readonly known: KnownSheet;
  /** The cells that it is about. */
  readonly cells: readonly WrittenCell[];
}

/**
 * Writes to all sheets or to none: where one refuses, those before it get back what they held.
 * @throws HostError `failed`, and whatever WPS throws
 */
export function carryOutAll(work: readonly SheetWork[]): void {
  const done: SheetWork[] = [];
  try {
    for (const one of work) {
      carryOut(one.known.sheet, one.settings, one.back);
      done.push(one);
    }
  } catch (error) {
    for (const { known, back } of done) {
      try {
        carryOut(known.sheet, back, []);
      } catch {
        // The first reason is the one to tell, and the other sheets are to be put back all the same.
      }
    }
    throw error;
  }
}
