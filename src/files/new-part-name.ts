import { hasOverride } from './content-types.ts';
import type { OfficePackage } from './package.ts';
import { allTargets } from './relationships.ts';
import { entryKey } from './zip.ts';

/** Looked for once: what is added later points to parts that are there. */
const targetsOf = new WeakMap<OfficePackage, ReadonlySet<string>>();

/**
 * A name for a new part: `first`, else the first of `<stem>1<extension>`, `<stem>2<extension>` … that no part has, and that
 * nothing speaks of: a broken file may point to parts that it does not have, and would then point to this one.
 */
export function newPartName(
  parts: OfficePackage,
  stem: string,
  extension: string,
  first = `${stem}1${extension}`,
): string {
  let targets = targetsOf.get(parts);
  if (!targets) targetsOf.set(parts, (targets = new Set(allTargets(parts).map(entryKey))));
  let name = first;
  for (let number = 1; parts.has(name) || targets.has(entryKey(name)) || hasOverride(parts, name); number++) {
    name = `${stem}${String(number)}${extension}`;
  }
  return name;
}
