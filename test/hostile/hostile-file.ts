import type { Workbook } from '../../src/sheets/workbook.ts';

/** A file that means no good, or was broken on the way, and what becomes of it. */
export interface HostileFile {
  readonly what: string;
  readonly make: () => Uint8Array;
  /** The code of the refusal, with what it says of the kind or limit; `read` where the file is read. */
  readonly ends: string;
  /** What is read. */
  readonly check?: (workbook: Workbook) => void;
}

export const refused = (what: string, ends: string, make: () => Uint8Array): HostileFile => ({ what, ends, make });

export const read = (
  what: string,
  make: () => Uint8Array,
  check: (workbook: Workbook) => void = () => undefined,
): HostileFile => ({ what, make, ends: 'read', check });
