import type { Wording } from './form.ts';

/** Where something stands in a definition: keys, and places in lists from 0. */
export type DefinitionPath = readonly (string | number)[];

/** A fault in a definition: where it stands, and what is expected there. */
export interface DefinitionError {
  /** Empty for the file as a whole. Of a key that should not be there it ends in that key. */
  readonly path: DefinitionPath;
  readonly message: Wording;
}

/** A path as an author reads it, list places from 1: `tables.items.columns.单价.min`, `rules[2].columns[1]`. */
export function pathText(path: DefinitionPath): string {
  return path
    .map((step, at) => (typeof step === 'number' ? `[${String(step + 1)}]` : at === 0 ? step : `.${step}`))
    .join('');
}
