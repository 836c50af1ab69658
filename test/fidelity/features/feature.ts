import type { PackageView } from '../package-view.ts';

/**
 * Something that a workbook may carry, as [what it is, what there is of it in a file]. What is found says only what
 * matters to its user, so that a program may write it in its own way; `undefined`: it is not there.
 */
export type Feature = readonly [name: string, find: (file: PackageView) => unknown];

/** A fact that can be compared; `undefined` where nothing was found or the part cannot be read. */
export function factOf([, find]: Feature, file: PackageView): string | undefined {
  const found = find(file);
  const isNothing = found === undefined || found === '' || (Array.isArray(found) && found.length === 0);
  return isNothing ? undefined : JSON.stringify(found);
}
