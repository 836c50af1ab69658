import type { Wording } from './form.ts';

/** A fault in a definition: where it stands and what is expected there. */
export interface DefinitionError {
  /** The file as it was named to the loader. */
  readonly file: string;
  /** The path in it: `tables.items.columns.单价.min`; empty for the file as a whole. */
  readonly path: string;
  readonly message: Wording;
}
