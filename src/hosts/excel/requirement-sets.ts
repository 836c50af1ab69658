/// <reference types="office-js" />

/*
 * What the adapter may ask of Excel. Every Excel that loads the add-in has the sets up to the floor (Excel 2021 and
 * later); members above it are used by this convention, which a test holds with the TypeScript compiler:
 *
 * 1. A function or class that uses a member above the floor says so in its docstring, `@requires ExcelApi 1.18`, with
 *    the highest set that it uses.
 * 2. Whoever uses such a function or class requires that set too, or asks {@link Supports} just there: the use stands in
 *    the `true` branch of a conditional whose condition is `supports.x`, where x is a feature of that set or a later one.
 */

/** The set that every Excel has in which the add-in shows: Excel 2021. */
export const FLOOR = '1.14';

/** Features above the floor and in doubt below it, with the set of ExcelApi that brings each. */
export const FEATURES = {
  /** Threaded comments: below the floor, but not to be had on every device. */
  comments: '1.10',
  /** Notes, as people know them from of old. */
  notes: '1.18',
  /** All requests of a batch are one step of Excel's own undo. */
  mergedUndo: '1.20',
} as const;

export type Feature = keyof typeof FEATURES;

/** Which features the present Excel has. */
export type Supports = Readonly<Record<Feature, boolean>>;

/** As `Office.context.requirements.isSetSupported`. */
export type IsSetSupported = (set: string, version: string) => boolean;

export function supportsOf(isSetSupported: IsSetSupported): Supports {
  const has = (feature: Feature): boolean => isSetSupported('ExcelApi', FEATURES[feature]);
  return { comments: has('comments'), notes: has('notes'), mergedUndo: has('mergedUndo') };
}

/** ExcelApi sets that there are, by the second number of their version. */
const NEWEST_KNOWN = 30;

/** The newest set of ExcelApi that is supported, as `ExcelApi 1.17`; `null` where there is none. */
export function newestSet(isSetSupported: IsSetSupported): string | null {
  for (let minor = NEWEST_KNOWN; minor > 0; minor--) {
    const version = `1.${String(minor)}`;
    if (isSetSupported('ExcelApi', version)) return `ExcelApi ${version}`;
  }
  return null;
}
